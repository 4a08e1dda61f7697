// SPDX-License-Identifier: Apache-2.0

//! What the chain knows about epochs and what use earns in them.

pub mod calls;
mod client;
pub mod types;

use crate::error::{Code, Error};

/// The pallet's name in the runtime.
pub const PALLET: &str = "Rewards";

/// The runtime API that answers our questions.
const API: &str = "RewardsApi";

/// A refusal that the pallet would end in, with the code of its error, before it costs a fee.
pub fn refusal(error: &str, message: impl Into<String>) -> Error {
	Error::new(Code::pallet(PALLET, error), message)
}
