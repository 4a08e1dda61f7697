// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod cascade;
mod deposit;
mod earnings;
mod invariants;
mod payment;
mod share;
mod split;
pub(crate) mod util;
