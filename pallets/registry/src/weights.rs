// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh, counted and not measured: for the tests of this crate. A runtime has weights
//! that were measured on it.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::counted`] says; each source adds `SOURCE` to the time.
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

/// Time for each source named, apart from storage: 5 us.
const SOURCE: u64 = 5_000_000;

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::counted::size::{
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

/// Counted weights for a runtime with this `DbWeight`.
pub struct Counted<DbWeight>(PhantomData<DbWeight>);

impl<DbWeight: Get<RuntimeDbWeight>> Counted<DbWeight> {
	/// A call that reads `reads` items, as long as said, and writes `writes`.
	fn call(reads: &[u64], writes: u64) -> Weight {
		counted::call::<DbWeight>(reads, writes)
	}

	/// What each source adds that is read.
	fn source(reads: &[u64], writes: u64, count: u32) -> Weight {
		Weight::from_parts(SOURCE, 0)
			.saturating_add(Self::storage(reads, writes))
			.saturating_mul(count.into())
	}

	fn storage(reads: &[u64], writes: u64) -> Weight {
		counted::storage::<DbWeight>(reads, writes)
	}

	/// Storage: `Registry::Versions` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn change_version() -> Weight {
		Self::call(&[size::VERSIONS, size::ARTIFACTS, size::HOLDS, size::ACCOUNT], 4)
	}
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Counted<DbWeight> {
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

/// Counted weights with the constants of RocksDB.
impl WeightInfo for () {
	fn reserve() -> Weight {
		Counted::<RocksDbWeight>::reserve()
	}

	fn release_reservation() -> Weight {
		Counted::<RocksDbWeight>::release_reservation()
	}

	fn register() -> Weight {
		Counted::<RocksDbWeight>::register()
	}

	fn publish(s: u32) -> Weight {
		Counted::<RocksDbWeight>::publish(s)
	}

	fn publish_reserved(s: u32) -> Weight {
		Counted::<RocksDbWeight>::publish_reserved(s)
	}

	fn yank() -> Weight {
		Counted::<RocksDbWeight>::yank()
	}

	fn unyank() -> Weight {
		Counted::<RocksDbWeight>::unyank()
	}

	fn update_card() -> Weight {
		Counted::<RocksDbWeight>::update_card()
	}

	fn update_locations() -> Weight {
		Counted::<RocksDbWeight>::update_locations()
	}

	fn update_tags() -> Weight {
		Counted::<RocksDbWeight>::update_tags()
	}

	fn transfer_ownership() -> Weight {
		Counted::<RocksDbWeight>::transfer_ownership()
	}

	fn accept_ownership() -> Weight {
		Counted::<RocksDbWeight>::accept_ownership()
	}

	fn cancel_transfer() -> Weight {
		Counted::<RocksDbWeight>::cancel_transfer()
	}

	fn retire() -> Weight {
		Counted::<RocksDbWeight>::retire()
	}

	fn remove_version(s: u32) -> Weight {
		Counted::<RocksDbWeight>::remove_version(s)
	}

	fn remove_artifact() -> Weight {
		Counted::<RocksDbWeight>::remove_artifact()
	}
}
