// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod cascade;
mod deposit;
mod earnings;
mod invariants;
mod math;
mod payment;
mod properties;
mod share;
mod split;
pub(crate) mod util;
mod weights;
