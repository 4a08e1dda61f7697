// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod claim;
mod credit;
mod epoch;
mod expiry;
mod invariants;
mod math;
mod pot;
mod properties;
mod prune;
pub(crate) mod util;
mod weights;
