// SPDX-License-Identifier: Apache-2.0

//! What the chain knows about offers, licenses and capped profit.

pub mod calls;
mod client;
pub mod types;

use crate::error::{Code, Error};

pub(super) use client::no_market;
pub use client::Market;

/// The pallet's name in the runtime.
pub const PALLET: &str = "Market";

/// The runtime API that answers our questions.
const API: &str = "MarketApi";

/// A refusal that the pallet would end in, with the code of its error, before it costs a fee.
pub fn refusal(error: &str, message: impl Into<String>) -> Error {
	Error::new(Code::pallet(PALLET, error), message)
}
