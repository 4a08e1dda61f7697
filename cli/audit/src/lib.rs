// SPDX-License-Identifier: Apache-2.0

//! Recomputes every reward from what the chain said happened, with arithmetic of its own.
//!
//! An [`Auditor`] begins with a chain's constants and what its genesis gave the pot, and is then shown every
//! [`Event`] in order. It keeps books of its own: of vaults, splits, records, earnings, epochs and the
//! balances of the pot and the commons pool. From them it works out what each event must say:
//!
//! - the fee and the fee credit of a sale, and what of both reaches which vault;
//! - how income is divided: royalties to sources, then contributors and members of the split that it
//!   came in under, to the planck; and how much credit comes to rest;
//! - that epochs end in the blocks in which they must, and none is left out; their funds, usage pool and
//!   rewards, and what goes to the commons pool;
//! - each claim: that there was such a reward, once, in time, and how much; among whom it was divided;
//! - what expires, and funds another epoch;
//! - the pot's share of new tokens, that every fee reached the pot, and that nothing left it without a
//!   reason;
//! - what contributors collect and what accounts withdraw;
//! - and in the end, that the pot has what keeps it alive, the fees whose credit is in vaults, the rewards
//!   that can be claimed, and what it can give away, and nothing else.
//!
//! Whatever is not so is a [`Difference`]. What the audit takes from the chain unchecked, since no event
//! says what it follows from: how much of a payment was above a cap, as long as its parts are the whole
//! (then the fee, the credit and where each part went are checked); what an era pays to validators;
//! what governance chooses, within its bounds; the account that votes give the commons pool to; in which
//! order vaults come to be divided; and, of income that waits in vaults in the end, which of them.
//!
//! Nothing here is shared with the code that runs on chain.

#![deny(missing_docs)]

mod artifacts;
mod auditor;
mod division;
mod epochs;
mod event;
mod ledger;
mod math;
mod records;
mod report;
mod sales;
mod setting;

pub use auditor::Auditor;
pub use event::{Account, Artifact, Event, Fund, Inflow, Member, Source, Version};
pub use report::{Counts, Difference, Figure, Pot, Report, Sums, MAX_DIFFERENCES};
pub use setting::{Closing, Parameters, Setting};
