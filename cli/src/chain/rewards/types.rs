// SPDX-License-Identifier: Apache-2.0

//! The nouns of rewards as this command knows them, found by name as those of the registry are.

use crate::{
	chain::{
		royalties::types::SplitNumber,
		types::{ArtifactId, Sequence},
	},
	perbill::Perbill,
	permill::Permill,
};
use subxt::ext::scale_decode::DecodeAsType;

/// The number of an epoch, which begin with 0 at genesis.
pub type EpochIndex = u32;

/// What governance chose.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RewardParameters {
	/// The share of an epoch's funds that rewards use. The rest is the commons pool's.
	pub usage_share: Permill,
	/// The share that the pot has of the new tokens that validators do not earn.
	pub issuance_share: Permill,
}

/// The epoch that is running, and what it would pay if it ended now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RunningEpoch {
	/// Its number.
	pub index: EpochIndex,
	/// The first block of the next one.
	pub end: u32,
	/// The fee credit of all versions in it so far, in planck.
	pub credit: u128,
	/// Fee credit that is in vaults, and not of any epoch yet.
	pub credit_in_vaults: u128,
	/// What the pot has to give away, in planck.
	pub funds: u128,
	/// What of it rewards may use.
	pub usage_pool: u128,
	/// What all rewards would be together, in planck.
	pub rewards: u128,
	/// What would go to the commons pool.
	pub to_commons: u128,
	/// What is in the commons pool.
	pub commons_pool: u128,
	/// What rewards of epochs that ended can still be claimed, all together.
	pub owed: u128,
	/// The share of its fee credit that a reward is at most.
	pub rebate_cap: Permill,
	/// For how many epochs after its own a reward can be claimed.
	pub claim_period: EpochIndex,
	/// What governance chose.
	pub parameters: RewardParameters,
}

/// A reward that can be claimed, or will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RewardView {
	/// The epoch that it is for.
	pub epoch: EpochIndex,
	/// The version that earned it.
	pub version: Sequence,
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// The split among whose members and contributors it is divided.
	pub split: SplitNumber,
	/// The version's fee credit in the epoch, in planck.
	pub credit: u128,
	/// How much it is: exact once the epoch ended, and what it would be if it ended now before.
	pub amount: u128,
	/// Whether the epoch ended, so that it can be claimed.
	pub claimable: bool,
	/// The first block in which it cannot be claimed any more.
	pub expires: u32,
}

/// Where a list of rewards goes on: by epoch, version and split.
pub type RewardCursor = (EpochIndex, Sequence, SplitNumber);

/// How many tokens there are, and how many there will be.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SupplyView {
	/// All tokens that there are, in planck.
	pub issuance: u128,
	/// What of them is at stake.
	pub staked: u128,
	/// New tokens per year, of all that there are.
	pub yearly: Perbill,
	/// What of all tokens validators and nominators would earn of that in a year.
	pub yearly_to_stakers: Perbill,
	/// The share of the others that the rewards' pot has; the rest is the treasury's.
	pub pot_share: Permill,
	/// The share of transaction fees that is burned.
	pub burned_fees: Permill,
	/// What all tokens would be at the end of each coming year, if no fee was burned, in planck.
	pub years: Vec<u128>,
}
