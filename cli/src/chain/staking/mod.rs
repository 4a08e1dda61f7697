// SPDX-License-Identifier: Apache-2.0

//! What the chain knows about stake, validators and what they earn.

pub mod calls;
mod client;
mod keys;
pub mod types;

use crate::error::{Code, Error};

pub use client::Staking;
pub use keys::SessionKeys;

/// The pallet's name in the runtime.
pub const PALLET: &str = "Staking";

/// The pallet that knows who validates now, and with which keys.
const SESSION: &str = "Session";

/// A refusal that the pallet would end in, with the code of its error, before it costs a fee.
pub fn refusal(error: &str, message: impl Into<String>) -> Error {
	Error::new(Code::pallet(PALLET, error), message)
}

/// The same of the pallet that knows session keys.
pub fn session_refusal(error: &str, message: impl Into<String>) -> Error {
	Error::new(Code::pallet(SESSION, error), message)
}
