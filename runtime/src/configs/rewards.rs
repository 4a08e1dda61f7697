// SPDX-License-Identifier: Apache-2.0

//! Epochs, and what pays for rewards.

use super::sales::{CommonsAccount, IdleShare};
use crate::{
	origins::GeneralAdmin, pace::EpochBlocks, AccountId, Balances, Registry, Rewards, Royalties,
	Runtime,
};
use agora_primitives::{EpochIndex, RewardParameters};
use frame_support::{
	parameter_types,
	traits::{fungible::Credit, tokens::imbalance::ResolveTo, EitherOf, Imbalance, OnUnbalanced},
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::Permill;

parameter_types! {
	/// For how many epochs after its own a reward can be claimed.
	pub const ClaimPeriod: EpochIndex = 90;
	/// The share of its fee credit that a reward is at most. Below the whole, so that who buys from
	/// themselves loses.
	pub const RebateCap: Permill = Permill::from_percent(90);
	/// The least share of an epoch's funds that rewards may use.
	pub const MinUsageShare: Permill = Permill::from_percent(50);
	/// The most.
	pub const MaxUsageShare: Permill = Permill::from_percent(90);
	/// The least share that rewards' pot may have of an era's issuance that stakers do not earn.
	pub const MinIssuanceShare: Permill = Permill::from_percent(20);
	/// The most.
	pub const MaxIssuanceShare: Permill = Permill::from_percent(80);
	/// What is in force until governance chooses something else.
	pub const DefaultParameters: RewardParameters = RewardParameters {
		usage_share: Permill::from_percent(80),
		issuance_share: Permill::from_percent(50),
	};
	/// From which the account is derived that keeps what rewards are paid from.
	pub const RewardsPalletId: PalletId = PalletId(*b"agora/rw");
	/// That account.
	pub RewardsPot: AccountId = Rewards::pot_account();
	/// The epoch that is running.
	pub CurrentEpoch: EpochIndex = Rewards::current_epoch();
}

/// Divides what stakers do not earn of an era's issuance: to rewards' pot its share, rounded down, and
/// to the treasury the rest.
pub struct ShareRemainder;
impl OnUnbalanced<Credit<AccountId, Balances>> for ShareRemainder {
	fn on_nonzero_unbalanced(amount: Credit<AccountId, Balances>) {
		let pot = Rewards::issuance_share().mul_floor(amount.peek());
		let (pot, treasury) = amount.split(pot);
		ResolveTo::<RewardsPot, Balances>::on_unbalanced(pot);
		super::governance::ToTreasury::on_unbalanced(treasury);
	}
}

impl pallet_rewards::Config for Runtime {
	type WeightInfo = crate::weights::pallet_rewards::WeightInfo<Runtime>;
	type AdminOrigin = EitherOf<EnsureRoot<AccountId>, GeneralAdmin>;
	type Currency = Balances;
	type Artifacts = Registry;
	type Payouts = Royalties;
	// People vote on it once persons are known; until then it accumulates.
	type CommonsVotes = ();
	type PalletId = RewardsPalletId;
	type Commons = CommonsAccount;
	type EpochLength = EpochBlocks;
	type ClaimPeriod = ClaimPeriod;
	type RebateCap = RebateCap;
	type MinUsageShare = MinUsageShare;
	type MaxUsageShare = MaxUsageShare;
	type MinIssuanceShare = MinIssuanceShare;
	type MaxIssuanceShare = MaxIssuanceShare;
	type DefaultParameters = DefaultParameters;
	type IdleShare = IdleShare;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Versions;
}
