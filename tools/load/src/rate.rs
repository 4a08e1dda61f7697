// SPDX-License-Identifier: Apache-2.0

//! The rate at which the mix books a certain share of a block's weight.

use crate::{
	error::Result,
	nodes::Nodes,
	sign::{sign_all, Job, Signing},
};
use agora_examples::agora::constants;
use serde::Deserialize;
use std::sync::Arc;
use subxt::rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;

/// What a block may have booked in the mean.
const MOST: f64 = 0.30;
/// What `auto` aims at: where a slot stays empty, the next block has the transactions of two, and
/// those which wait for a nonce come together.
const AIM: f64 = 0.25;
/// How many of the mix are weighed.
pub const SAMPLE: u64 = 300;

/// What the chain says that transactions weigh.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
	/// The most that a block may book, in picoseconds of the reference machine.
	pub block: f64,
	/// What every block books, whatever is in it.
	pub base: f64,
	/// What a transaction of the mix books in the mean.
	pub transaction: f64,
	/// How long a slot is, in seconds.
	pub slot: f64,
}

impl Weights {
	/// The rate that books so much of a block.
	fn rate(&self, share: f64) -> f64 {
		((share * self.block - self.base) / self.transaction / self.slot).max(0.1)
	}

	/// The rate that `auto` stands for.
	pub fn auto(&self) -> f64 {
		self.rate(AIM)
	}

	/// The share of each block that a rate books.
	pub fn share(&self, rate: f64) -> f64 {
		(self.base + rate * self.slot * self.transaction) / self.block
	}

	/// Whether a rate books more than it should.
	pub fn is_above(&self, rate: f64) -> bool {
		self.share(rate) > MOST
	}
}

#[derive(Deserialize)]
struct Info {
	weight: Time,
}

#[derive(Deserialize)]
struct Time {
	ref_time: u64,
}

/// Weigh these transactions.
pub async fn weigh(
	nodes: &Arc<Nodes>,
	signing: &Signing,
	keys: &[Keypair],
	jobs: &[Job],
) -> Result<Weights> {
	let at = signing.at();
	let limits = at.constants().entry(constants().system().block_weights())?;
	let slot = at.constants().entry(constants().babe().expected_block_time())?;
	let mut sum = 0.0;
	for form in sign_all(signing, keys, jobs)? {
		let hexadecimal = format!("0x{}", hex::encode(form.bytes));
		let info: Info =
			nodes.ask("payment_queryInfo", || rpc_params![hexadecimal.clone()]).await?;
		// A transaction books the base weight of its class beside its call and its extensions.
		let base = limits.per_class.normal.base_extrinsic.ref_time;
		sum += info.weight.ref_time.saturating_add(base) as f64;
	}
	Ok(Weights {
		block: limits.max_block.ref_time as f64,
		base: limits.base_block.ref_time as f64,
		transaction: sum / jobs.len().max(1) as f64,
		slot: slot as f64 / 1e3,
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	const WEIGHTS: Weights = Weights { block: 1e12, base: 1e10, transaction: 1e9, slot: 3.0 };

	#[test]
	fn the_share_of_a_rate_is_what_its_slots_book() {
		assert_eq!(WEIGHTS.share(10.0), 0.04);
		assert_eq!(WEIGHTS.auto(), 80.0);
		assert!((WEIGHTS.share(WEIGHTS.auto()) - AIM).abs() < 1e-9);
		assert!(!WEIGHTS.is_above(96.0) && WEIGHTS.is_above(97.0));
	}

	#[test]
	fn there_is_a_rate_even_where_blocks_are_full() {
		let full = Weights { base: 9e11, ..WEIGHTS };
		assert!(full.auto() > 0.0);
	}
}
