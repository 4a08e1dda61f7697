// SPDX-License-Identifier: Apache-2.0

//! What clients read of epochs, rewards and the supply of tokens.

use crate::{
	artifact::ArtifactId,
	reward::{EpochIndex, RewardParameters},
	royalty::SplitNumber,
	version::Sequence,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Permill};

use super::Page;

/// Most rewards that one answer looks at. A page can so have less than was asked for, and still a
/// next.
pub const MAX_SCANNED: u32 = 1_000;

/// Most years that the supply is projected. More means these, and zero means one.
pub const MAX_YEARS: u32 = 50;

/// The epoch that is running, and what it would pay if it ended now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RunningEpoch<Balance, BlockNumber> {
	/// Its number.
	pub index: EpochIndex,
	/// The first block of the next one.
	pub end: BlockNumber,
	/// The fee credit of all versions in it so far, in planck.
	pub credit: Balance,
	/// Fee credit that is in vaults, and not of any epoch yet.
	pub credit_in_vaults: Balance,
	/// What the pot has to give away, in planck.
	pub funds: Balance,
	/// The usage pool: what of it rewards may use.
	pub usage_pool: Balance,
	/// What all rewards would be together, in planck.
	pub rewards: Balance,
	/// What would go to the commons pool.
	pub to_commons: Balance,
	/// What is in the commons pool.
	pub commons_pool: Balance,
	/// What rewards of epochs that ended can still be claimed, all together.
	pub owed: Balance,
	/// The share of its fee credit that a reward is at most, per million.
	pub rebate_cap: Permill,
	/// For how many epochs after its own a reward can be claimed.
	pub claim_period: EpochIndex,
	/// What governance chose.
	pub parameters: RewardParameters,
}

/// An epoch that ended and whose rewards can be claimed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct EndedEpoch<Balance, BlockNumber> {
	/// The fee credit of all versions in it, in planck.
	pub credit: Balance,
	/// What all its rewards are together.
	pub rewards: Balance,
	/// What of them was claimed.
	pub claimed: Balance,
	/// The first block in which they cannot be claimed any more.
	pub expires: BlockNumber,
}

/// A reward that can be claimed, or will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RewardView<Balance, BlockNumber> {
	/// The epoch that it is for.
	pub epoch: EpochIndex,
	/// The version that earned it.
	pub version: Sequence,
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// The split among whose members and contributors it is divided.
	pub split: SplitNumber,
	/// The version's fee credit in the epoch, in planck.
	pub credit: Balance,
	/// How much it is: exact once the epoch ended, and what it would be if it ended now before.
	pub amount: Balance,
	/// Whether the epoch ended, so that it can be claimed.
	pub claimable: bool,
	/// The first block in which it cannot be claimed any more.
	pub expires: BlockNumber,
}

/// Where a list of rewards goes on: by epoch, version and split.
pub type RewardCursor = (EpochIndex, Sequence, SplitNumber);

/// How many tokens there are, and how many there will be.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SupplyView<Balance> {
	/// All tokens that there are, in planck.
	pub issuance: Balance,
	/// What of them is at stake.
	pub staked: Balance,
	/// New tokens per year, of all that there are, per billion.
	pub yearly: Perbill,
	/// What of all tokens validators and nominators would earn of that in a year, at today's stake.
	pub yearly_to_stakers: Perbill,
	/// The share of the others that the rewards' pot has, per million; the rest is the treasury's.
	pub pot_share: Permill,
	/// The share of transaction fees that is burned, per million.
	pub burned_fees: Permill,
	/// What all tokens would be at the end of each coming year, if no fee was burned, in planck.
	pub years: Vec<Balance>,
}

sp_api::decl_runtime_apis! {
	/// Reads epochs, rewards and the supply of tokens.
	#[api_version(1)]
	pub trait RewardsApi<AccountId, Balance, BlockNumber>
	where
		AccountId: Codec,
		Balance: Codec,
		BlockNumber: Codec,
	{
		/// The epoch that is running.
		fn running_epoch() -> RunningEpoch<Balance, BlockNumber>;

		/// An epoch that ended. Nothing if it is still running, if its rewards expired, or if nothing
		/// was sold in it.
		fn ended_epoch(epoch: EpochIndex) -> Option<EndedEpoch<Balance, BlockNumber>>;

		/// What a version's use earned in an epoch, by split: at most a page, none that was claimed or
		/// expired.
		fn rewards(epoch: EpochIndex, version: Sequence) -> Vec<RewardView<Balance, BlockNumber>>;

		/// The rewards of a version, oldest first, that of the running epoch last; `after` is the `next`
		/// of the page before.
		fn pending(
			version: Sequence,
			after: Option<RewardCursor>,
			limit: u32,
		) -> Page<RewardView<Balance, BlockNumber>, RewardCursor>;

		/// The rewards that can be claimed and in which the account has a share, in an order that does
		/// not change; `after` is the `next` of the page before.
		fn claimable(
			account: AccountId,
			after: Option<RewardCursor>,
			limit: u32,
		) -> Page<RewardView<Balance, BlockNumber>, RewardCursor>;

		/// How many tokens there are, and how many there will be in each of so many years.
		fn supply_schedule(years: u32) -> SupplyView<Balance>;
	}
}
