// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh: **provisional**, derived and not measured.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::provisional`] says; each source adds `SOURCE` to the time.
//!
//! A test compares the lengths with those that the storage declares, and another counts the reads
//! and writes of every call as it runs. The benchmarks in this crate replace these numbers in a
//! runtime that was measured.

#![allow(missing_docs)]

use agora_primitives::provisional;
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Time for each source named, apart from storage: 5 us.
const SOURCE: u64 = 5_000_000;

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::provisional::size::{
		ACCOUNT, ARTIFACTS, HOLDS, LICENSES, SERIES, VERSIONS,
	};

	pub const NEXT_SEQUENCE: u64 = 8;
	pub const VERSIONS_BY_DIGEST: u64 = 113;
	pub const DESCENDANTS: u64 = 17;
	pub const RESERVATIONS: u64 = 116;
	pub const REMOVED_ARTIFACTS: u64 = 96;
}

/// What the calls of this pallet weigh.
pub trait WeightInfo {
	fn reserve() -> Weight;
	fn release_reservation() -> Weight;
	fn register() -> Weight;
	/// Without a reservation; `s` is the number of sources.
	fn publish(s: u32) -> Weight;
	/// With a reservation, which may take the digest from another version or from a tombstone; `s`
	/// is the number of sources.
	fn publish_reserved(s: u32) -> Weight;
	fn yank() -> Weight;
	fn unyank() -> Weight;
	fn update_card() -> Weight;
	fn update_locations() -> Weight;
	fn update_tags() -> Weight;
	fn transfer_ownership() -> Weight;
	fn accept_ownership() -> Weight;
	fn cancel_transfer() -> Weight;
	fn retire() -> Weight;
	/// `s` is the number of the version's sources.
	fn remove_version(s: u32) -> Weight;
	fn remove_artifact() -> Weight;
}

/// Provisional weights for a runtime with this `DbWeight`.
pub struct Provisional<DbWeight>(PhantomData<DbWeight>);

/// Provisional weights for this runtime.
pub type SubstrateWeight<T> = Provisional<<T as frame_system::Config>::DbWeight>;

impl<DbWeight: Get<RuntimeDbWeight>> Provisional<DbWeight> {
	/// A call that reads `reads` items, as long as said, and writes `writes`.
	fn call(reads: &[u64], writes: u64) -> Weight {
		provisional::call::<DbWeight>(reads, writes)
	}

	/// What each source adds that is read.
	fn source(reads: &[u64], writes: u64, count: u32) -> Weight {
		Weight::from_parts(SOURCE, 0)
			.saturating_add(Self::storage(reads, writes))
			.saturating_mul(count.into())
	}

	fn storage(reads: &[u64], writes: u64) -> Weight {
		provisional::storage::<DbWeight>(reads, writes)
	}

	/// Storage: `Registry::Versions` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn change_version() -> Weight {
		Self::call(&[size::VERSIONS, size::ARTIFACTS, size::HOLDS, size::ACCOUNT], 4)
	}
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Provisional<DbWeight> {
	/// Storage: `Registry::Reservations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn reserve() -> Weight {
		Self::call(&[size::RESERVATIONS, size::HOLDS, size::ACCOUNT], 3)
	}

	/// Storage: `Registry::Reservations` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn release_reservation() -> Weight {
		Self::call(&[size::RESERVATIONS, size::HOLDS, size::ACCOUNT], 3)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Registry::RemovedArtifacts` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn register() -> Weight {
		Self::call(&[size::ARTIFACTS, size::REMOVED_ARTIFACTS, size::HOLDS, size::ACCOUNT], 3)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Registry::VersionsByDigest` (r:1 w:1)
	/// Storage: `Registry::NextSequence` (r:1 w:1)
	/// Storage: `Registry::ArtifactVersions` (r:0 w:1)
	/// Storage: `Registry::Versions` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	///
	/// For each source:
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Licenses` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:1 w:0)
	/// Storage: `Provenance::Series` (r:1 w:0)
	/// Storage: `Registry::Descendants` (r:0 w:1)
	fn publish(s: u32) -> Weight {
		let call = [
			size::ARTIFACTS,
			size::VERSIONS_BY_DIGEST,
			size::NEXT_SEQUENCE,
			size::HOLDS,
			size::ACCOUNT,
		];
		let source =
			[size::VERSIONS, size::ARTIFACTS, size::LICENSES, size::LICENSES, size::SERIES];
		Self::call(&call, 7).saturating_add(Self::source(&source, 1, s))
	}

	/// Storage: as for `publish`, and
	/// Storage: `Registry::Reservations` (r:1 w:1)
	/// Storage: `Registry::Versions` of the version that loses the digest (r:1 w:1), or
	/// Storage: `Balances::Holds` of who holds its tombstone (r:1 w:1)
	/// Storage: `System::Account` of who holds its tombstone (r:1 w:1)
	///
	/// Counted as if the digest came from both.
	fn publish_reserved(s: u32) -> Weight {
		let more = [size::RESERVATIONS, size::VERSIONS, size::HOLDS, size::ACCOUNT];
		Self::publish(s).saturating_add(Self::storage(&more, 4))
	}

	fn yank() -> Weight {
		Self::change_version()
	}

	fn unyank() -> Weight {
		Self::change_version()
	}

	fn update_card() -> Weight {
		Self::change_version()
	}

	fn update_locations() -> Weight {
		Self::change_version()
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn update_tags() -> Weight {
		Self::call(&[size::ARTIFACTS, size::HOLDS, size::ACCOUNT], 3)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	fn transfer_ownership() -> Weight {
		Self::call(&[size::ARTIFACTS], 1)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn accept_ownership() -> Weight {
		Self::call(&[size::ARTIFACTS, size::HOLDS, size::HOLDS, size::ACCOUNT, size::ACCOUNT], 5)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	fn cancel_transfer() -> Weight {
		Self::call(&[size::ARTIFACTS], 1)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	fn retire() -> Weight {
		Self::call(&[size::ARTIFACTS], 1)
	}

	/// Storage: `Registry::Versions` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Registry::Descendants` of the version (r:1 w:0)
	/// Storage: `Registry::VersionsByDigest` (r:0 w:1)
	/// Storage: `Registry::ArtifactVersions` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	///
	/// For each source:
	/// Storage: `Registry::Descendants` (r:0 w:1)
	fn remove_version(s: u32) -> Weight {
		let call = [size::VERSIONS, size::ARTIFACTS, size::DESCENDANTS, size::HOLDS, size::ACCOUNT];
		Self::call(&call, 6).saturating_add(Self::source(&[], 1, s))
	}

	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Registry::RemovedArtifacts` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn remove_artifact() -> Weight {
		let call = [size::ARTIFACTS, size::HOLDS, size::ACCOUNT];
		Self::call(&call, 4)
	}
}

/// Provisional weights with the constants of RocksDB.
impl WeightInfo for () {
	fn reserve() -> Weight {
		Provisional::<RocksDbWeight>::reserve()
	}

	fn release_reservation() -> Weight {
		Provisional::<RocksDbWeight>::release_reservation()
	}

	fn register() -> Weight {
		Provisional::<RocksDbWeight>::register()
	}

	fn publish(s: u32) -> Weight {
		Provisional::<RocksDbWeight>::publish(s)
	}

	fn publish_reserved(s: u32) -> Weight {
		Provisional::<RocksDbWeight>::publish_reserved(s)
	}

	fn yank() -> Weight {
		Provisional::<RocksDbWeight>::yank()
	}

	fn unyank() -> Weight {
		Provisional::<RocksDbWeight>::unyank()
	}

	fn update_card() -> Weight {
		Provisional::<RocksDbWeight>::update_card()
	}

	fn update_locations() -> Weight {
		Provisional::<RocksDbWeight>::update_locations()
	}

	fn update_tags() -> Weight {
		Provisional::<RocksDbWeight>::update_tags()
	}

	fn transfer_ownership() -> Weight {
		Provisional::<RocksDbWeight>::transfer_ownership()
	}

	fn accept_ownership() -> Weight {
		Provisional::<RocksDbWeight>::accept_ownership()
	}

	fn cancel_transfer() -> Weight {
		Provisional::<RocksDbWeight>::cancel_transfer()
	}

	fn retire() -> Weight {
		Provisional::<RocksDbWeight>::retire()
	}

	fn remove_version(s: u32) -> Weight {
		Provisional::<RocksDbWeight>::remove_version(s)
	}

	fn remove_artifact() -> Weight {
		Provisional::<RocksDbWeight>::remove_artifact()
	}
}
