// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod artifact;
mod catalog;
mod deposit;
mod invariants;
mod properties;
mod publish;
mod removal;
mod reservation;
mod sources;
mod storage;
mod transfer;
mod util;
mod version;
mod weights;
