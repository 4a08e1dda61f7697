// SPDX-License-Identifier: Apache-2.0

//! The nouns that only this pallet stores. Those that others see are in `agora_primitives`.

use agora_primitives::{Balance, Members, Sequence, Split, SplitNumber, MAX_SERIES};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Income of a version that was not distributed yet, under the latest split that any came in under.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Vault {
	/// The split that it came in under.
	pub split: SplitNumber,
	/// How much it is; never zero.
	pub amount: Balance,
	/// The fee credit that came in with it.
	pub credit: Balance,
}

/// Income and the fee credit that came in with it. Where there is no income there is no credit.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Part {
	/// How much income it is.
	pub amount: Balance,
	/// The credit for the fee that was paid with it.
	pub credit: Balance,
}

impl Part {
	/// Nothing: in the queue it says that the version's vault has enough for the cascade.
	pub const MARK: Self = Self { amount: 0, credit: 0 };

	/// Whether it is income, and no mark.
	pub fn is_income(&self) -> bool {
		self.amount > 0
	}

	/// Both together. Nothing if it overflows.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		let amount = self.amount.checked_add(other.amount)?;
		let credit = self.credit.checked_add(other.credit)?;
		Some(Self { amount, credit })
	}

	/// What is left of it without the other, which is never more.
	pub fn saturating_sub(self, other: Self) -> Self {
		let amount = self.amount.saturating_sub(other.amount);
		let credit = self.credit.saturating_sub(other.credit);
		Self { amount, credit }
	}
}

impl Vault {
	/// What is in it.
	pub fn part(&self) -> Part {
		Part { amount: self.amount, credit: self.credit }
	}
}

/// How an artifact's income is divided now.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SplitState<AccountId> {
	/// The split's number.
	pub number: SplitNumber,
	/// The split.
	pub split: Split<AccountId>,
	/// Of how many versions there is income that came in under it.
	pub vaults: u32,
	/// For how many rewards that can still be claimed it is kept.
	pub rewards: u32,
	/// Who holds the deposit; nobody for split 0, which an artifact begins with.
	pub depositor: Option<AccountId>,
	/// What is held.
	pub deposit: Balance,
}

/// [`SplitState`] with this runtime's types.
pub type SplitStateOf<T> = SplitState<<T as frame_system::Config>::AccountId>;

impl<AccountId> SplitState<AccountId> {
	/// What an artifact begins with.
	pub fn first() -> Self {
		let split = Split::owner_alone();
		Self { number: 0, split, vaults: 0, rewards: 0, depositor: None, deposit: 0 }
	}

	/// Whether it says no more than that there is nothing to say.
	pub fn is_first(&self) -> bool {
		self.number == 0 && !self.is_needed()
	}

	/// Whether anything is still to be divided by it.
	pub fn is_needed(&self) -> bool {
		self.vaults > 0 || self.rewards > 0
	}
}

/// A former split, as long as anything is still to be divided by it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PastSplit<AccountId> {
	/// The contributors' share.
	pub contributors: Permill,
	/// The members; the owner of that time, where there was nobody else.
	pub members: Members<AccountId>,
	/// Of how many versions there is income that came in under it.
	pub vaults: u32,
	/// For how many rewards that can still be claimed it is kept. Never zero where the other is.
	pub rewards: u32,
	/// Who holds the deposit.
	pub depositor: AccountId,
	/// What is held.
	pub deposit: Balance,
}

/// [`PastSplit`] with this runtime's types.
pub type PastSplitOf<T> = PastSplit<<T as frame_system::Config>::AccountId>;

impl<AccountId> PastSplit<AccountId> {
	/// Whether anything is still to be divided by it.
	pub fn is_needed(&self) -> bool {
		self.vaults > 0 || self.rewards > 0
	}
}

/// What contributors have of the income of one version of a series.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct VersionIncome {
	/// The version.
	pub version: Sequence,
	/// How many records have a share that this version brought into the dataset.
	pub records: u64,
	/// What each record had of this version's income so far.
	pub per_record: Balance,
	/// What was too little to be divided, and is kept for the next time.
	pub carry: Balance,
}

impl VersionIncome {
	/// A version that had no income, and brought no record that counts.
	pub fn new(version: Sequence) -> Self {
		Self { version, records: 0, per_record: 0, carry: 0 }
	}

	/// Whether contributors had, or will have, any of this version's income.
	pub fn has_income(&self) -> bool {
		self.per_record > 0 || self.carry > 0
	}
}

/// What contributors have of the income of versions that extend each other.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ContributorIncome {
	/// The versions that had income or brought records, oldest first.
	pub versions: BoundedVec<VersionIncome, ConstU32<MAX_SERIES>>,
	/// What contributors can collect, all together.
	pub owed: Balance,
}

/// What a contributor has for the records of theirs that one version brought into its dataset.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Share {
	/// The first of the versions that extend each other.
	pub series: Sequence,
	/// How many records count; never zero.
	pub records: u64,
	/// What each record had had when this share was last collected.
	pub checkpoint: Balance,
	/// What is held.
	pub deposit: Balance,
}
