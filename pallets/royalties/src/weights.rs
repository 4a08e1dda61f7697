// SPDX-License-Identifier: Apache-2.0

//! What the calls weigh, counted and not measured: for the tests of this crate. A runtime has weights
//! that were measured on it.
//!
//! Every read and write of a call's worst case is counted in a comment and costs as
//! [`agora_primitives::counted`] says. A test compares the lengths with those that the storage
//! declares, and another counts the reads and writes of every call as it runs.

#![allow(missing_docs)]

use agora_primitives::{counted, MAX_MEMBERS};
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Time for each member of a split: 5 us.
const MEMBER: u64 = 5_000_000;
/// Time for each source of a version: 10 us.
const SOURCE: u64 = 10_000_000;
/// Time to find the next in the queue: 20 us.
const STEP: u64 = 20_000_000;

/// Commitments that are asked for when a version has income, or brings a record, for the first time:
/// a binary search among 128.
pub(crate) const SEARCHED: usize = 8;

/// The longest key and value of an item, without the map's prefix: what it adds to a proof besides
/// its path.
pub(crate) mod size {
	pub use agora_primitives::counted::size::{
		ACCOUNT, ARTIFACTS, COMMITMENTS, HOLDS, RUNNING, SERIES, VERSIONS,
	};

	pub const VAULTS: u64 = 44;
	pub const WAITING: u64 = 44;
	/// With room for thirty epochs.
	pub const INCOMES: u64 = 1_089;
	pub const CURSOR: u64 = 12;
	pub const SPLITS: u64 = 690;
	pub const PAST_SPLITS: u64 = 689;
	pub const EARNINGS: u64 = 64;
	pub const CONTRIBUTOR_INCOMES: u64 = 6_170;
	pub const SHARES: u64 = 104;
	/// `Balances::TotalIssuance`.
	pub const TOTAL_ISSUANCE: u64 = 16;
}

/// What the calls of this pallet weigh.
pub trait WeightInfo {
	fn set_split() -> Weight;
	/// `s` is the number of the version's sources. Without who is told of credit.
	fn distribute(s: u32) -> Weight;
	fn withdraw() -> Weight;
	fn collect_share() -> Weight;
	/// A payment, in the call that takes it. Without who is told of it.
	fn take() -> Weight;
	/// What a block's cascade takes apart from what it comes to.
	fn cascade_base() -> Weight;
	/// What it takes to find what the cascade comes to next.
	fn cascade_step() -> Weight;
	/// What it takes to see that accounts exist.
	fn endow_accounts() -> Weight;
	/// An answer to what refers to a version.
	fn references() -> Weight;
	/// Being told what became of an artifact.
	fn on_artifact() -> Weight;
	/// Being told that a version was removed.
	fn on_version_removed() -> Weight;
	/// Being told what became of a record.
	fn on_contribution() -> Weight;
	/// Keeping a split for a reward.
	fn keep() -> Weight;
	/// Paying a reward.
	fn pay() -> Weight;
	/// Keeping a split for a reward no longer.
	fn leave() -> Weight;
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

	/// This for each member that a split can have.
	fn members(reads: &[u64], writes: u64) -> Weight {
		Self::storage(reads, writes)
			.saturating_add(Weight::from_parts(MEMBER, 0))
			.saturating_mul(MAX_MEMBERS.into())
	}
}

impl<DbWeight: Get<RuntimeDbWeight>> WeightInfo for Counted<DbWeight> {
	/// Storage: `Registry::Artifacts` (r:1 w:0)
	/// Storage: `Royalties::Splits` (r:1 w:1)
	/// Storage: `Royalties::PastSplits` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2), the owner's and the former depositor's
	/// Storage: `System::Account` (r:2 w:2)
	/// For each member:
	/// Storage: `System::Account` (r:1 w:0)
	fn set_split() -> Weight {
		let reads =
			[size::ARTIFACTS, size::SPLITS, size::HOLDS, size::HOLDS, size::ACCOUNT, size::ACCOUNT];
		Self::call(&reads, 6).saturating_add(Self::members(&[size::ACCOUNT], 0))
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Royalties::Waiting` (r:1 w:1)
	/// Storage: `Royalties::Vaults` (r:1 w:1)
	/// Storage: `Royalties::Splits` (r:1 w:0)
	/// Storage: `Royalties::PastSplits` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0), for an owner who is alone
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Provenance::Commitments` (r:9 w:0)
	/// Storage: `Provenance::Series` (r:1 w:0)
	/// Storage: `Royalties::ContributorIncomes` (r:1 w:1)
	/// Storage: `Rewards::Running` (r:1 w:0)
	/// For each member:
	/// Storage: `Royalties::Earnings` (r:1 w:1)
	/// For each source:
	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Royalties::Vaults` (r:1 w:1)
	/// Storage: `Royalties::Splits` (r:1 w:1)
	/// Storage: `Royalties::Waiting` (r:0 w:2)
	/// Storage: `Royalties::Incomes` (r:1 w:1)
	fn distribute(s: u32) -> Weight {
		let reads = [
			size::VERSIONS,
			size::WAITING,
			size::VAULTS,
			size::SPLITS,
			size::PAST_SPLITS,
			size::ARTIFACTS,
			size::HOLDS,
			size::ACCOUNT,
			size::COMMITMENTS,
			size::SERIES,
			size::CONTRIBUTOR_INCOMES,
			size::RUNNING,
		];
		let source = [size::VERSIONS, size::VAULTS, size::SPLITS, size::INCOMES];
		let source = Self::storage(&source, 5).saturating_add(Weight::from_parts(SOURCE, 0));
		Self::call(&reads, 6)
			.saturating_add(Self::storage(&[size::COMMITMENTS; SEARCHED], 0))
			.saturating_add(Self::members(&[size::EARNINGS], 1))
			.saturating_add(source.saturating_mul(s.into()))
	}

	/// Storage: `Royalties::Earnings` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2), the pot's and the account's
	/// Storage: `Balances::TotalIssuance` (r:1 w:0)
	fn withdraw() -> Weight {
		let reads = [size::EARNINGS, size::ACCOUNT, size::ACCOUNT, size::TOTAL_ISSUANCE];
		Self::call(&reads, 3)
	}

	/// Storage: `Royalties::Shares` (r:1 w:1)
	/// Storage: `Royalties::ContributorIncomes` (r:1 w:1)
	/// Storage: `Royalties::Earnings` (r:1 w:1)
	fn collect_share() -> Weight {
		Self::call(&[size::SHARES, size::CONTRIBUTOR_INCOMES, size::EARNINGS], 3)
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:4 w:4), the payer's, the beneficiary's, the commons' and the pot's
	/// Storage: `Royalties::Vaults` (r:1 w:1)
	/// Storage: `Royalties::Splits` (r:1 w:1)
	/// Storage: `Royalties::Waiting` (r:0 w:2)
	/// Storage: `Royalties::Incomes` (r:1 w:1)
	/// Storage: `Rewards::Running` (r:1 w:0)
	fn take() -> Weight {
		let reads = [
			size::VERSIONS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
			size::ACCOUNT,
			size::ACCOUNT,
			size::VAULTS,
			size::SPLITS,
			size::INCOMES,
			size::RUNNING,
		];
		Self::call(&reads, 10)
	}

	/// Storage: `Royalties::Cursor` (r:1 w:1)
	fn cascade_base() -> Weight {
		Self::call(&[size::CURSOR], 1)
	}

	/// Storage: `Royalties::Waiting` (r:1 w:0), the way to the next
	fn cascade_step() -> Weight {
		Self::storage(&[size::WAITING], 0).saturating_add(Weight::from_parts(STEP, 0))
	}

	/// Storage: `System::Account` (r:3 w:3)
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn endow_accounts() -> Weight {
		let reads = [size::ACCOUNT, size::ACCOUNT, size::ACCOUNT, size::TOTAL_ISSUANCE];
		Self::storage(&reads, 4)
	}

	/// Storage: `Royalties::Waiting` (r:1 w:0)
	/// Storage: `Royalties::Vaults` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:1 w:0)
	/// Storage: `Provenance::Series` (r:1 w:0)
	/// Storage: `Royalties::ContributorIncomes` (r:1 w:0)
	fn references() -> Weight {
		let reads = [
			size::WAITING,
			size::VAULTS,
			size::COMMITMENTS,
			size::SERIES,
			size::CONTRIBUTOR_INCOMES,
		];
		Self::storage(&reads, 0)
	}

	/// Storage: `Royalties::Splits` (r:1 w:1)
	/// Storage: `Royalties::PastSplits` (r:0 w:1)
	/// Storage: `Balances::Holds` (r:2 w:2), the new owner's and the old one's or a former depositor's
	/// Storage: `System::Account` (r:2 w:2)
	fn on_artifact() -> Weight {
		let reads = [size::SPLITS, size::HOLDS, size::HOLDS, size::ACCOUNT, size::ACCOUNT];
		Self::storage(&reads, 6)
	}

	/// Storage: `Royalties::Incomes` (r:0 w:1)
	fn on_version_removed() -> Weight {
		Self::storage(&[], 1)
	}

	/// Storage: `Royalties::ContributorIncomes` (r:1 w:1)
	/// Storage: `Provenance::Commitments` (r:8 w:0)
	/// Storage: `Provenance::Series` (r:1 w:0)
	/// Storage: `Royalties::Shares` (r:1 w:1)
	/// Storage: `Royalties::Earnings` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn on_contribution() -> Weight {
		let reads = [
			size::CONTRIBUTOR_INCOMES,
			size::SERIES,
			size::SHARES,
			size::EARNINGS,
			size::HOLDS,
			size::ACCOUNT,
		];
		Self::storage(&reads, 5).saturating_add(Self::storage(&[size::COMMITMENTS; SEARCHED], 0))
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Royalties::Splits` (r:1 w:0)
	/// Storage: `Royalties::PastSplits` (r:1 w:1)
	fn keep() -> Weight {
		Self::storage(&[size::VERSIONS, size::SPLITS, size::PAST_SPLITS], 1)
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Royalties::Splits` (r:1 w:0)
	/// Storage: `Royalties::PastSplits` (r:1 w:1)
	/// Storage: `Registry::Artifacts` (r:1 w:0), for an owner who is alone
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:3 w:3), the depositor's, the payer's and the pot's
	/// Storage: `Balances::TotalIssuance` (r:1 w:0)
	/// Storage: `Provenance::Commitments` (r:9 w:0)
	/// Storage: `Provenance::Series` (r:1 w:0)
	/// Storage: `Royalties::ContributorIncomes` (r:1 w:1)
	/// For each member:
	/// Storage: `Royalties::Earnings` (r:1 w:1)
	fn pay() -> Weight {
		let reads = [
			size::VERSIONS,
			size::SPLITS,
			size::PAST_SPLITS,
			size::ARTIFACTS,
			size::HOLDS,
			size::ACCOUNT,
			size::ACCOUNT,
			size::ACCOUNT,
			size::TOTAL_ISSUANCE,
			size::COMMITMENTS,
			size::SERIES,
			size::CONTRIBUTOR_INCOMES,
		];
		Self::storage(&reads, 6)
			.saturating_add(Self::storage(&[size::COMMITMENTS; SEARCHED], 0))
			.saturating_add(Self::members(&[size::EARNINGS], 1))
	}

	/// Storage: `Registry::Versions` (r:1 w:0)
	/// Storage: `Royalties::Splits` (r:1 w:0)
	/// Storage: `Royalties::PastSplits` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn leave() -> Weight {
		let reads = [size::VERSIONS, size::SPLITS, size::PAST_SPLITS, size::HOLDS, size::ACCOUNT];
		Self::storage(&reads, 3)
	}
}

/// For runtimes in tests.
impl WeightInfo for () {
	fn set_split() -> Weight {
		Counted::<RocksDbWeight>::set_split()
	}

	fn distribute(s: u32) -> Weight {
		Counted::<RocksDbWeight>::distribute(s)
	}

	fn withdraw() -> Weight {
		Counted::<RocksDbWeight>::withdraw()
	}

	fn collect_share() -> Weight {
		Counted::<RocksDbWeight>::collect_share()
	}

	fn take() -> Weight {
		Counted::<RocksDbWeight>::take()
	}

	fn cascade_base() -> Weight {
		Counted::<RocksDbWeight>::cascade_base()
	}

	fn cascade_step() -> Weight {
		Counted::<RocksDbWeight>::cascade_step()
	}

	fn endow_accounts() -> Weight {
		Counted::<RocksDbWeight>::endow_accounts()
	}

	fn references() -> Weight {
		Counted::<RocksDbWeight>::references()
	}

	fn on_artifact() -> Weight {
		Counted::<RocksDbWeight>::on_artifact()
	}

	fn on_version_removed() -> Weight {
		Counted::<RocksDbWeight>::on_version_removed()
	}

	fn on_contribution() -> Weight {
		Counted::<RocksDbWeight>::on_contribution()
	}

	fn keep() -> Weight {
		Counted::<RocksDbWeight>::keep()
	}

	fn pay() -> Weight {
		Counted::<RocksDbWeight>::pay()
	}

	fn leave() -> Weight {
		Counted::<RocksDbWeight>::leave()
	}
}
