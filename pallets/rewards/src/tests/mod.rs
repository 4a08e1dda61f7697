// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

pub(crate) mod util;
