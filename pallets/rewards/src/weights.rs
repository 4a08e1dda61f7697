// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh, counted and not measured: for the tests of this crate. A runtime has weights
//! that were measured on it.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::counted`] says. A test compares the lengths with those that the storage
//! declares, and another counts the reads and writes of every call as it runs.
//!
//! What payouts and votes take comes on top: their seams say how much.

#![allow(missing_docs)]

use agora_primitives::counted;
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Time to find the next of a list: 20 us.
const STEP: u64 = 20_000_000;

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::counted::size::{ACCOUNT, RUNNING};

	pub const EPOCHS: u64 = 52;
	pub const POINTS: u64 = 32;
	pub const OPEN: u64 = 12;
	pub const CREDIT_IN_VAULTS: u64 = 16;
	pub const OWED: u64 = 16;
	pub const PARAMETERS: u64 = 8;
	pub const PRUNE_FROM: u64 = 4;
	/// `Balances::TotalIssuance`.
	pub const TOTAL_ISSUANCE: u64 = 16;
}

/// What the calls of this pallet weigh.
pub trait WeightInfo {
	fn claim() -> Weight;
	fn set_parameters() -> Weight;
	/// The hook of a block in which no epoch ends.
	fn begin_block() -> Weight;
	/// The hook of a block in which an epoch ends.
	fn end_epoch() -> Weight;
	/// Being told of a payment.
	fn on_payment() -> Weight;
	/// Being told of credit.
	fn on_credit() -> Weight;
	/// What a block's pruning takes apart from what it comes to.
	fn prune_base() -> Weight;
	/// What it takes to find points and forget them.
	fn prune_step() -> Weight;
	/// What it takes to see that accounts exist.
	fn endow_accounts() -> Weight;
	/// An answer to what refers to a version.
	fn references() -> Weight;
}

/// Counted weights for a runtime with this `DbWeight`.
pub struct Counted<DbWeight>(PhantomData<DbWeight>);

impl<DbWeight: Get<RuntimeDbWeight>> Counted<DbWeight> {
	/// A call that reads `reads` items, as long as said, and writes `writes`.
	fn call(reads: &[u64], writes: u64) -> Weight {
		counted::call::<DbWeight>(reads, writes)
	}

	/// What reading `reads` items, as long as said, and writing `writes` adds to a call.
	fn storage(reads: &[u64], writes: u64) -> Weight {
		counted::storage::<DbWeight>(reads, writes)
	}
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Counted<DbWeight> {
	/// Storage: `Rewards::Running` (r:1 w:0)
	/// Storage: `Rewards::Epochs` (r:1 w:1)
	/// Storage: `Rewards::Points` (r:2 w:1), the way to the oldest and itself
	/// Storage: `Rewards::Open` (r:1 w:1)
	/// Storage: `Rewards::Owed` (r:1 w:1)
	fn claim() -> Weight {
		let reads =
			[size::RUNNING, size::EPOCHS, size::POINTS, size::POINTS, size::OPEN, size::OWED];
		Self::call(&reads, 4).saturating_add(Weight::from_parts(STEP, 0))
	}

	/// Storage: `Rewards::Parameters` (r:0 w:1)
	fn set_parameters() -> Weight {
		Self::call(&[], 1)
	}

	/// Storage: `Rewards::Running` (r:1 w:0)
	fn begin_block() -> Weight {
		Self::call(&[size::RUNNING], 0)
	}

	/// Storage: `Rewards::Running` (r:1 w:1)
	/// Storage: `Rewards::Epochs` (r:1 w:2), the one that expires and the one that ended
	/// Storage: `Rewards::Owed` (r:1 w:1)
	/// Storage: `Rewards::CreditInVaults` (r:1 w:0)
	/// Storage: `Rewards::Parameters` (r:1 w:0)
	/// Storage: `System::Account` (r:3 w:3), the pot's, the commons' and that of who has votes
	/// Storage: `Balances::TotalIssuance` (r:1 w:0)
	fn end_epoch() -> Weight {
		let reads = [
			size::RUNNING,
			size::EPOCHS,
			size::OWED,
			size::CREDIT_IN_VAULTS,
			size::PARAMETERS,
			size::ACCOUNT,
			size::ACCOUNT,
			size::ACCOUNT,
			size::TOTAL_ISSUANCE,
		];
		Self::call(&reads, 7)
	}

	/// Storage: `Rewards::CreditInVaults` (r:1 w:1)
	fn on_payment() -> Weight {
		Self::storage(&[size::CREDIT_IN_VAULTS], 1)
	}

	/// Storage: `Rewards::Running` (r:1 w:1)
	/// Storage: `Rewards::Points` (r:1 w:1)
	/// Storage: `Rewards::CreditInVaults` (r:1 w:1)
	/// Storage: `Rewards::Open` (r:1 w:1)
	fn on_credit() -> Weight {
		let reads = [size::RUNNING, size::POINTS, size::CREDIT_IN_VAULTS, size::OPEN];
		Self::storage(&reads, 4)
	}

	/// Storage: `Rewards::PruneFrom` (r:1 w:1)
	/// Storage: `Rewards::Running` (r:1 w:0)
	fn prune_base() -> Weight {
		Self::call(&[size::PRUNE_FROM, size::RUNNING], 1)
	}

	/// Storage: `Rewards::Points` (r:2 w:1), the way to the next and itself
	/// Storage: `Rewards::Open` (r:1 w:1)
	fn prune_step() -> Weight {
		Self::storage(&[size::POINTS, size::POINTS, size::OPEN], 2)
			.saturating_add(Weight::from_parts(STEP, 0))
	}

	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn endow_accounts() -> Weight {
		Self::storage(&[size::ACCOUNT, size::ACCOUNT, size::TOTAL_ISSUANCE], 3)
	}

	/// Storage: `Rewards::Open` (r:1 w:0)
	fn references() -> Weight {
		Self::storage(&[size::OPEN], 0)
	}
}

/// For runtimes in tests.
impl WeightInfo for () {
	fn claim() -> Weight {
		Counted::<RocksDbWeight>::claim()
	}

	fn set_parameters() -> Weight {
		Counted::<RocksDbWeight>::set_parameters()
	}

	fn begin_block() -> Weight {
		Counted::<RocksDbWeight>::begin_block()
	}

	fn end_epoch() -> Weight {
		Counted::<RocksDbWeight>::end_epoch()
	}

	fn on_payment() -> Weight {
		Counted::<RocksDbWeight>::on_payment()
	}

	fn on_credit() -> Weight {
		Counted::<RocksDbWeight>::on_credit()
	}

	fn prune_base() -> Weight {
		Counted::<RocksDbWeight>::prune_base()
	}

	fn prune_step() -> Weight {
		Counted::<RocksDbWeight>::prune_step()
	}

	fn endow_accounts() -> Weight {
		Counted::<RocksDbWeight>::endow_accounts()
	}

	fn references() -> Weight {
		Counted::<RocksDbWeight>::references()
	}
}
