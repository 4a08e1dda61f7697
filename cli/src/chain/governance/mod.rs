// SPDX-License-Identifier: Apache-2.0

//! What the chain knows about referenda and the votes on them.

pub mod calls;
mod client;
mod curve;
mod proposal;
pub mod types;

use crate::error::{Code, Error};

pub use client::Governance;
pub use proposal::ProposedCall;

/// The pallet of referenda.
pub const REFERENDA: &str = "Referenda";

/// The pallet of votes.
pub const VOTING: &str = "ConvictionVoting";

/// A refusal that the pallet of votes would end in, with the code of its error, before it costs a fee.
pub fn refusal(error: &str, message: impl Into<String>) -> Error {
	Error::new(Code::pallet(VOTING, error), message)
}
