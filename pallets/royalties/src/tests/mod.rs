// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod payment;
pub(crate) mod util;
