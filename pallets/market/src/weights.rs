// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh, counted and not measured: for the tests of this crate. A runtime has weights
//! that were measured on it.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::counted`] says. What it takes to take a payment is the neighbour's to say,
//! and comes on top.
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

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::counted::size::{ACCOUNT, ARTIFACTS, HOLDS, LICENSES, VERSIONS};

	pub const OFFERS: u64 = 131;
	pub const NEXT_OFFER: u64 = 8;
	pub const SALES: u64 = 262;
	pub const DUE: u64 = 84;
	pub const VERSION_USES: u64 = 12;
}

/// What the calls and hooks of this pallet weigh.
pub trait WeightInfo {
	fn create_offer() -> Weight;
	fn update_offer() -> Weight;
	fn close_offer() -> Weight;
	/// Without what the payment weighs.
	fn buy() -> Weight;
	/// Without what the payment weighs.
	fn renew() -> Weight;
	fn refund() -> Weight;
	/// Without what the payment weighs.
	fn waive_refund() -> Weight;
	/// Without what the payment weighs.
	fn settle() -> Weight;
	fn transfer_license() -> Weight;
	fn release_license() -> Weight;
	fn pledge_cap() -> Weight;
	fn lower_cap() -> Weight;
	/// `on_idle` looks for the next purchase that waits.
	fn look_for_due() -> Weight;
	/// `on_idle` settles a purchase, without what the payment weighs.
	fn settle_due() -> Weight;
	/// Another pallet asks what refers to a version or an artifact.
	fn look_for_reference() -> Weight;
	/// Another pallet tells that an artifact is gone.
	fn remove_sales() -> Weight;
}

/// Counted weights for a runtime with this `DbWeight`.
pub struct Counted<DbWeight>(PhantomData<DbWeight>);

impl<DbWeight: Get<RuntimeDbWeight>> Counted<DbWeight> {
	/// A call that reads `reads` items, as long as said, and writes `writes`.
	fn call(reads: &[u64], writes: u64) -> Weight {
		counted::call::<DbWeight>(reads, writes)
	}

	/// Part of a block or of another pallet's call that does so.
	fn storage(reads: &[u64], writes: u64) -> Weight {
		counted::storage::<DbWeight>(reads, writes)
	}
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Counted<DbWeight> {
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::NextOffer` (r:1 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Market::Offers` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn create_offer() -> Weight {
		let reads = [
			size::VERSIONS,
			size::ARTIFACTS,
			size::SALES,
			size::NEXT_OFFER,
			size::VERSION_USES,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 6)
	}

	/// Storage: `Market::Offers` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:0)
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Market::VersionUses` (r:2 w:2)
	fn update_offer() -> Weight {
		let reads = [
			size::OFFERS,
			size::ARTIFACTS,
			size::SALES,
			size::VERSIONS,
			size::VERSION_USES,
			size::VERSION_USES,
		];
		Self::call(&reads, 3)
	}

	/// Storage: `Market::Offers` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn close_offer() -> Weight {
		let reads = [
			size::OFFERS,
			size::ARTIFACTS,
			size::SALES,
			size::VERSION_USES,
			size::HOLDS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
		];
		Self::call(&reads, 7)
	}

	/// Not the first license for the artifact: there, `Popularity` is written once. Where the price is
	/// paid at once, `Due` is not written. What is taken weighs extra.
	///
	/// Storage: `Market::Offers` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::Popularity` (r:0 w:2)
	/// Storage: `Market::Licenses` (r:1 w:1)
	/// Storage: `Market::LicensesOf` (r:0 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Market::Due` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn buy() -> Weight {
		let reads = [
			size::OFFERS,
			size::ARTIFACTS,
			size::VERSIONS,
			size::SALES,
			size::LICENSES,
			size::VERSION_USES,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 10)
	}

	/// Where the price is held, `Due` is written, and neither `Sales` nor one of `VersionUses`. What is
	/// taken weighs extra.
	///
	/// Storage: `Market::Offers` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::Licenses` (r:1 w:1)
	/// Storage: `Market::VersionUses` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn renew() -> Weight {
		let reads = [
			size::OFFERS,
			size::ARTIFACTS,
			size::VERSIONS,
			size::SALES,
			size::LICENSES,
			size::VERSION_USES,
			size::VERSION_USES,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::call(&reads, 7)
	}

	/// The last license of an artifact without offers: where there are more, `Popularity` is written
	/// twice, and the offer, and there is no other depositor.
	///
	/// Storage: `Market::Licenses` (r:1 w:1)
	/// Storage: `Market::LicensesOf` (r:0 w:1)
	/// Storage: `Market::Due` (r:0 w:1)
	/// Storage: `Market::Offers` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::Popularity` (r:0 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn refund() -> Weight {
		let reads = [
			size::LICENSES,
			size::OFFERS,
			size::SALES,
			size::VERSION_USES,
			size::HOLDS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
		];
		Self::call(&reads, 10)
	}

	/// As `settle`.
	fn waive_refund() -> Weight {
		Self::settle()
	}

	/// What is taken weighs extra.
	///
	/// Storage: `Market::Licenses` (r:1 w:1)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::Due` (r:0 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn settle() -> Weight {
		let reads = [size::LICENSES, size::SALES, size::VERSION_USES, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 6)
	}

	/// Storage: `Market::Licenses` (r:2 w:2)
	/// Storage: `Market::LicensesOf` (r:0 w:2)
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn transfer_license() -> Weight {
		let reads = [
			size::LICENSES,
			size::LICENSES,
			size::ARTIFACTS,
			size::HOLDS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
		];
		Self::call(&reads, 8)
	}

	/// The last license of an artifact without offers.
	///
	/// Storage: `Market::Licenses` (r:1 w:1)
	/// Storage: `Market::LicensesOf` (r:0 w:1)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Market::Popularity` (r:0 w:1)
	/// Storage: `Market::VersionUses` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	fn release_license() -> Weight {
		let reads = [
			size::LICENSES,
			size::SALES,
			size::VERSION_USES,
			size::HOLDS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
		];
		Self::call(&reads, 9)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn pledge_cap() -> Weight {
		let reads = [size::ARTIFACTS, size::SALES, size::HOLDS, size::ACCOUNT];
		Self::call(&reads, 3)
	}

	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Market::Sales` (r:1 w:1)
	fn lower_cap() -> Weight {
		let reads = [size::ARTIFACTS, size::SALES];
		Self::call(&reads, 1)
	}

	/// The next of the purchases that wait.
	///
	/// Storage: `Market::Due` (r:1 w:0)
	fn look_for_due() -> Weight {
		let reads = [size::DUE];
		Self::storage(&reads, 0)
	}

	/// As `settle`, but for what every call does. What is taken weighs extra.
	fn settle_due() -> Weight {
		let reads = [size::LICENSES, size::SALES, size::VERSION_USES, size::HOLDS, size::ACCOUNT];
		Self::storage(&reads, 6)
	}

	/// The larger of what can be asked for.
	///
	/// Storage: `Market::Sales` (r:1 w:0)
	fn look_for_reference() -> Weight {
		let reads = [size::SALES];
		Self::storage(&reads, 0)
	}

	/// Storage: `Market::Sales` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn remove_sales() -> Weight {
		let reads = [size::SALES, size::HOLDS, size::ACCOUNT];
		Self::storage(&reads, 3)
	}
}

/// For runtimes in tests.
impl WeightInfo for () {
	fn create_offer() -> Weight {
		Counted::<RocksDbWeight>::create_offer()
	}

	fn update_offer() -> Weight {
		Counted::<RocksDbWeight>::update_offer()
	}

	fn close_offer() -> Weight {
		Counted::<RocksDbWeight>::close_offer()
	}

	fn buy() -> Weight {
		Counted::<RocksDbWeight>::buy()
	}

	fn renew() -> Weight {
		Counted::<RocksDbWeight>::renew()
	}

	fn refund() -> Weight {
		Counted::<RocksDbWeight>::refund()
	}

	fn waive_refund() -> Weight {
		Counted::<RocksDbWeight>::waive_refund()
	}

	fn settle() -> Weight {
		Counted::<RocksDbWeight>::settle()
	}

	fn transfer_license() -> Weight {
		Counted::<RocksDbWeight>::transfer_license()
	}

	fn release_license() -> Weight {
		Counted::<RocksDbWeight>::release_license()
	}

	fn pledge_cap() -> Weight {
		Counted::<RocksDbWeight>::pledge_cap()
	}

	fn lower_cap() -> Weight {
		Counted::<RocksDbWeight>::lower_cap()
	}

	fn look_for_due() -> Weight {
		Counted::<RocksDbWeight>::look_for_due()
	}

	fn settle_due() -> Weight {
		Counted::<RocksDbWeight>::settle_due()
	}

	fn look_for_reference() -> Weight {
		Counted::<RocksDbWeight>::look_for_reference()
	}

	fn remove_sales() -> Weight {
		Counted::<RocksDbWeight>::remove_sales()
	}
}
