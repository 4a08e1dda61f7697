// SPDX-License-Identifier: Apache-2.0

//! Weights for tests: counted reads and writes, not measured.
//!
//! Storage costs what the runtime's `DbWeight` says. The time to compute is an allowance. The proof
//! size follows the rule of the benchmarking tool for storage of bounded length: the longest key and
//! value of every item read, and `PATH` for the way to it in the trie.

use frame_support::{
	traits::Get,
	weights::{RuntimeDbWeight, Weight},
};

/// Time to decode, check and encode in a call, apart from storage: 40 us.
const CALL: u64 = 40_000_000;
/// Proof of the way to an item, as the benchmarking tool assumes for a million items.
const PATH: u64 = 2_475;
/// Proof of the trie's root.
const ROOT: u64 = 990;

/// The longest key and value of items that several pallets read, without the map's prefix. Who stores
/// an item compares it with the storage in a test.
pub mod size {
	/// `System::Account`.
	pub const ACCOUNT: u64 = 128;
	/// `Balances::Holds`, with as many reasons as a runtime may have.
	pub const HOLDS: u64 = 409;
	/// `Registry::Artifacts`.
	pub const ARTIFACTS: u64 = 379;
	/// `Registry::Versions`.
	pub const VERSIONS: u64 = 692;
	/// `Market::Licenses`.
	pub const LICENSES: u64 = 183;
	/// `Provenance::Commitments`.
	pub const COMMITMENTS: u64 = 104;
	/// `Provenance::Series`.
	pub const SERIES: u64 = 4_106;
	/// `Rewards::Running`.
	pub const RUNNING: u64 = 24;
}

/// A call that reads `reads` items, as long as said, and writes `writes`.
pub fn call<DbWeight: Get<RuntimeDbWeight>>(reads: &[u64], writes: u64) -> Weight {
	Weight::from_parts(CALL, ROOT).saturating_add(storage::<DbWeight>(reads, writes))
}

/// What reading `reads` items, as long as said, and writing `writes` adds to a call.
pub fn storage<DbWeight: Get<RuntimeDbWeight>>(reads: &[u64], writes: u64) -> Weight {
	let mut proof = 0u64;
	let mut count = 0u64;
	for size in reads {
		proof = proof.saturating_add(PATH).saturating_add(*size);
		count = count.saturating_add(1);
	}
	Weight::from_parts(0, proof).saturating_add(DbWeight::get().reads_writes(count, writes))
}
