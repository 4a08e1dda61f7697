// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh, counted and not measured: for the tests of this crate. A runtime has weights
//! that were measured on it.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::counted`] says. What it takes to check a proof was measured in the
//! WebAssembly runtime: `scripts/figures` prints what is booked beside what it takes.
//!
//! A test compares the lengths with those that the storage declares, and another counts the reads
//! and writes of every call as it runs.

#![allow(missing_docs)]

use agora_primitives::counted;
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Time to hash the leaf of an inclusion proof: 2 us.
const LEAF: u64 = 2_000_000;
/// Time for each hash of an inclusion proof: 2 us.
const INCLUSION: u64 = 2_000_000;
/// Time for each hash of a consistency proof, which is used for both trees: 4 us.
const CONSISTENCY: u64 = 4_000_000;

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::counted::size::{
		ACCOUNT, ARTIFACTS, COMMITMENTS, HOLDS, SERIES, VERSIONS,
	};

	pub const RECORDS: u64 = 65;
	pub const NEXT_ATTESTATION: u64 = 8;
	pub const ATTESTATIONS: u64 = 202;
	pub const ATTESTATIONS_BY: u64 = 201;
}

/// What the calls of this pallet weigh.
pub trait WeightInfo {
	fn commit_records() -> Weight;
	/// `p` is the number of hashes in the proof.
	fn extend_records(p: u32) -> Weight;
	/// `p` is the number of hashes in the proof.
	fn prove_record(p: u32) -> Weight;
	fn withdraw_consent() -> Weight;
	fn attest() -> Weight;
	fn revoke() -> Weight;
	fn release_commitment() -> Weight;
	fn release_record() -> Weight;
}

/// Counted weights for a runtime with this `DbWeight`.
pub struct Counted<DbWeight>(PhantomData<DbWeight>);

impl<DbWeight: Get<RuntimeDbWeight>> Counted<DbWeight> {
	/// A call that reads `reads` items, as long as said, and writes `writes`.
	fn call(reads: &[u64], writes: u64) -> Weight {
		counted::call::<DbWeight>(reads, writes)
	}
}

/// What it takes to check an inclusion proof of `p` hashes, apart from storage.
pub fn inclusion(p: u32) -> Weight {
	Weight::from_parts(LEAF, 0)
		.saturating_add(Weight::from_parts(INCLUSION, 0).saturating_mul(p.into()))
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Counted<DbWeight> {
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:1 w:1)
	/// Storage: `Provenance::Series` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn commit_records() -> Weight {
		let reads =
			[size::VERSIONS, size::ARTIFACTS, size::COMMITMENTS, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 4)
	}

	/// Storage: `Registry::Versions` (r:2 w:0)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:2 w:1)
	/// Storage: `Provenance::Series` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn extend_records(p: u32) -> Weight {
		let reads = [
			size::VERSIONS,
			size::VERSIONS,
			size::ARTIFACTS,
			size::COMMITMENTS,
			size::COMMITMENTS,
			size::SERIES,
			size::SERIES,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 5)
			.saturating_add(Weight::from_parts(CONSISTENCY, 0).saturating_mul(p.into()))
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:1 w:0)
	/// Storage: `Provenance::Series` (r:1 w:1)
	/// Storage: `Provenance::Records` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn prove_record(p: u32) -> Weight {
		let reads = [
			size::VERSIONS,
			size::COMMITMENTS,
			size::SERIES,
			size::RECORDS,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 4).saturating_add(inclusion(p))
	}

	/// Storage: `Provenance::Commitments` (r:1 w:0)
	/// Storage: `Provenance::Series` (r:1 w:1)
	/// Storage: `Provenance::Records` (r:1 w:1)
	fn withdraw_consent() -> Weight {
		Self::call(&[size::COMMITMENTS, size::SERIES, size::RECORDS], 2)
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Provenance::AttestationsBy` (r:1 w:1)
	/// Storage: `Provenance::NextAttestation` (r:1 w:1)
	/// Storage: `Provenance::Attestations` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn attest() -> Weight {
		let reads = [
			size::VERSIONS,
			size::ATTESTATIONS_BY,
			size::NEXT_ATTESTATION,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 5)
	}

	/// Storage: `Provenance::Attestations` (r:1 w:1)
	/// Storage: `Provenance::AttestationsBy` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn revoke() -> Weight {
		let reads = [size::ATTESTATIONS, size::ATTESTATIONS_BY, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 4)
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:1 w:1)
	/// Storage: `Provenance::Series` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn release_commitment() -> Weight {
		let reads = [size::VERSIONS, size::COMMITMENTS, size::SERIES, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 4)
	}

	/// Storage: `Provenance::Records` (r:1 w:1)
	/// Storage: `Provenance::Commitments` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn release_record() -> Weight {
		let reads = [size::RECORDS, size::COMMITMENTS, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 3)
	}
}

/// For runtimes in tests.
impl WeightInfo for () {
	fn commit_records() -> Weight {
		Counted::<RocksDbWeight>::commit_records()
	}

	fn extend_records(p: u32) -> Weight {
		Counted::<RocksDbWeight>::extend_records(p)
	}

	fn prove_record(p: u32) -> Weight {
		Counted::<RocksDbWeight>::prove_record(p)
	}

	fn withdraw_consent() -> Weight {
		Counted::<RocksDbWeight>::withdraw_consent()
	}

	fn attest() -> Weight {
		Counted::<RocksDbWeight>::attest()
	}

	fn revoke() -> Weight {
		Counted::<RocksDbWeight>::revoke()
	}

	fn release_commitment() -> Weight {
		Counted::<RocksDbWeight>::release_commitment()
	}

	fn release_record() -> Weight {
		Counted::<RocksDbWeight>::release_record()
	}
}
