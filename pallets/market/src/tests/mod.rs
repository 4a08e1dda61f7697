// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod cap;
mod deposit;
mod growth;
mod idle;
mod invariants;
mod license;
mod offer;
mod popularity;
mod properties;
mod purchase;
mod refund;
mod renewal;
mod seams;
mod settlement;
mod storage;
pub(crate) mod util;
mod weights;
