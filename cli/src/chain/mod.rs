// SPDX-License-Identifier: Apache-2.0

//! The chain, known by its metadata alone. Nothing outside this module knows of subxt's clients.

pub mod audit;
pub mod calls;
mod client;
pub mod governance;
pub mod market;
pub mod provenance;
pub mod rewards;
pub mod royalties;
pub mod staking;
mod submit;
pub mod types;

pub use client::{Chain, Token};
pub use submit::{Applied, Wait};
