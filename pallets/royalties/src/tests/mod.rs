// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod cascade;
mod credit;
mod deposit;
mod earnings;
mod income;
mod invariants;
mod math;
mod payment;
mod payouts;
mod properties;
mod share;
mod split;
pub(crate) mod util;
mod weights;
