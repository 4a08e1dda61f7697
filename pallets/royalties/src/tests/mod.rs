// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod cascade;
mod earnings;
mod payment;
mod split;
pub(crate) mod util;
