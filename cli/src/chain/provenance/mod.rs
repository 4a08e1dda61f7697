// SPDX-License-Identifier: Apache-2.0

//! What the chain knows about the records of datasets, and what others say about versions.

pub mod calls;
mod client;
pub mod types;

pub use client::{Provenance, Taints};

/// The pallet's name in the runtime.
pub const PALLET: &str = "Provenance";

/// The runtime API that answers our questions.
const API: &str = "ProvenanceApi";
