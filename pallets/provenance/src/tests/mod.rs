// SPDX-License-Identifier: Apache-2.0

//! A file for each feature, a test for each rule and each refusal.

mod api;
mod attestation;
mod commitment;
mod deposit;
mod extension;
mod invariants;
mod proof;
mod properties;
mod record;
mod taint;
pub(crate) mod util;
mod weights;
