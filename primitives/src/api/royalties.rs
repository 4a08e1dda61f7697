// SPDX-License-Identifier: Apache-2.0

//! What clients read of vaults, splits and earnings.

use crate::{
	artifact::ArtifactId,
	royalty::{EpochIncome, Split, SplitNumber},
	version::Sequence,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

/// Most versions that a simulated distribution follows. A higher limit means this one, and zero
/// means one.
pub const MAX_SIMULATED: u32 = 1_000;

/// Income of a version that came in under one split and was not distributed yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VaultPart<Balance> {
	/// The split that it belongs to.
	pub split: SplitNumber,
	/// How much it is, in planck.
	pub amount: Balance,
	/// The fee credit that came in with it, in planck.
	pub credit: Balance,
	/// Whether it waits for the cascade, which comes by itself.
	pub waiting: bool,
}

/// A version's vault.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VaultView<Balance> {
	/// All that is in it, in planck.
	pub amount: Balance,
	/// All fee credit that came in with it, in planck.
	pub credit: Balance,
	/// The same by split, oldest first; at most a page.
	pub parts: Vec<VaultPart<Balance>>,
}

/// How an artifact's income is divided now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SplitView<AccountId> {
	/// The split's number.
	pub number: SplitNumber,
	/// Who owns the artifact.
	pub owner: AccountId,
	/// The split. Without members, all is the owner's.
	pub split: Split<AccountId>,
}

/// What a contributor has of the income of the versions that have their records.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ShareView<Balance> {
	/// How many of their records count.
	pub records: u64,
	/// What they can collect, in planck.
	pub due: Balance,
	/// What is held for the share.
	pub deposit: Balance,
}

/// What a version would have of an income.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Payout<Balance> {
	/// The version.
	pub version: Sequence,
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// What would reach its vault, in planck.
	pub income: Balance,
	/// What of it would go on to its sources.
	pub royalties: Balance,
	/// What of it would go to contributors of its records.
	pub contributors: Balance,
	/// What of it would go to the members of the split, or to the owner.
	pub earnings: Balance,
}

/// Where an income would end up, newest version first.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Distribution<Balance> {
	/// Each version that would get some, once.
	pub payouts: Vec<Payout<Balance>>,
	/// What would go to versions beyond the limit, in planck.
	pub rest: Balance,
}

sp_api::decl_runtime_apis! {
	/// Reads where income is, who shares in it, and where more would go.
	#[api_version(2)]
	pub trait RoyaltiesApi<AccountId, Balance>
	where
		AccountId: Codec,
		Balance: Codec,
	{
		/// The income of a version that was not distributed yet.
		fn vault(version: Sequence) -> VaultView<Balance>;

		/// How an artifact's income is divided now. Nothing if there is no such artifact.
		fn split(artifact: ArtifactId) -> Option<SplitView<AccountId>>;

		/// What the account can withdraw, in planck.
		fn earnings(account: AccountId) -> Balance;

		/// What a contributor has of the records that this version brought into its dataset.
		/// Nothing if they proved none of them.
		fn share(origin: Sequence, contributor: AccountId) -> Option<ShareView<Balance>>;

		/// Where an income of the version would end up, along the lineage, after at most `limit`
		/// versions. Nothing if there is no such version.
		fn simulate_distribution(
			version: Sequence,
			income: Balance,
			limit: u32,
		) -> Option<Distribution<Balance>>;

		/// What reached the version's vault in each of the latest epochs in which anything did, oldest
		/// first.
		fn incomes(version: Sequence) -> Vec<EpochIncome>;
	}
}
