// SPDX-License-Identifier: Apache-2.0

//! Stake, elections and validators' income.

use crate::{
	units::time::{BONDING_ERAS, SESSIONS_PER_ERA, SLASH_DEFER_ERAS},
	AccountId, Balance, Balances, Runtime, RuntimeEvent, RuntimeHoldReason, Session, Staking,
	Timestamp,
};
use frame_election_provider_support::{
	bounds::{ElectionBounds, ElectionBoundsBuilder},
	onchain, SequentialPhragmen,
};
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, Nothing},
};
use frame_system::EnsureRoot;
use sp_runtime::{curve::PiecewiseLinear, Perbill};
use sp_staking::{EraIndex, SessionIndex};

pallet_staking_reward_curve::build! {
	const REWARD_CURVE: PiecewiseLinear<'static> = curve!(
		min_inflation: 0_025_000,
		max_inflation: 0_100_000,
		ideal_stake: 0_500_000,
		falloff: 0_050_000,
		max_piece_count: 40,
		test_precision: 0_005_000,
	);
}

parameter_types! {
	/// Sessions in an era.
	pub const SessionsPerEra: SessionIndex = SESSIONS_PER_ERA;
	/// Eras for which unbonded stake can still be slashed.
	pub const BondingDuration: EraIndex = BONDING_ERAS;
	/// Eras in which a slash can still be cancelled.
	pub const SlashDeferDuration: EraIndex = SLASH_DEFER_ERAS;
	/// How new tokens per year depend on the part of all tokens at stake: 2.5 % where none is,
	/// 10 % at the ideal half, falling again above it.
	pub const RewardCurve: &'static PiecewiseLinear<'static> = &REWARD_CURVE;
	/// Nominators of a validator that one payout serves.
	pub const MaxExposurePageSize: u32 = 64;
	/// The most validators elected, and so the bound on the election's size.
	pub const MaxValidators: u32 = 100;
	/// Nominators of one validator that an election counts.
	pub const MaxBackersPerWinner: u32 = 2_000;
	/// Those considered in an election: it runs in one block, so both sides are bounded.
	pub ElectionLimits: ElectionBounds = ElectionBoundsBuilder::default()
		.voters_count(2_000.into())
		.targets_count(200.into())
		.build();
}

/// Elections on chain, in the block that ends an era, by sequential Phragmén.
pub struct OnChainElection;
impl onchain::Config for OnChainElection {
	type System = Runtime;
	type Solver = SequentialPhragmen<AccountId, Perbill>;
	type DataProvider = Staking;
	type WeightInfo = frame_election_provider_support::weights::SubstrateWeight<Runtime>;
	type MaxWinnersPerPage = MaxValidators;
	type MaxBackersPerWinner = MaxBackersPerWinner;
	type Bounds = ElectionLimits;
	type Sort = ConstBool<true>;
}

/// What benchmarks of staking assume.
pub struct StakingBenchmarkingConfig;
impl pallet_staking::BenchmarkingConfig for StakingBenchmarkingConfig {
	type MaxNominators = ConstU32<1_000>;
	type MaxValidators = ConstU32<100>;
}

impl pallet_staking::Config for Runtime {
	type OldCurrency = Balances;
	type Currency = Balances;
	type CurrencyBalance = Balance;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
	type UnixTime = Timestamp;
	type CurrencyToVote = sp_staking::currency_to_vote::U128CurrencyToVote;
	type ElectionProvider = onchain::OnChainExecution<OnChainElection>;
	type GenesisElectionProvider = onchain::OnChainExecution<OnChainElection>;
	type NominationsQuota = pallet_staking::FixedNominationsQuota<16>;
	type HistoryDepth = ConstU32<84>;
	// What validators do not earn of an era's issuance, and what offenders lose, is everybody's.
	type RewardRemainder = super::governance::ToTreasury;
	type Slash = super::governance::ToTreasury;
	type Reward = ();
	type SessionsPerEra = SessionsPerEra;
	type BondingDuration = BondingDuration;
	type SlashDeferDuration = SlashDeferDuration;
	type AdminOrigin = EnsureRoot<AccountId>;
	type SessionInterface = Self;
	type EraPayout = pallet_staking::ConvertCurve<RewardCurve>;
	type NextNewSession = Session;
	type MaxExposurePageSize = MaxExposurePageSize;
	type MaxValidatorSet = MaxValidators;
	type VoterList = pallet_staking::UseNominatorsAndValidatorsMap<Self>;
	type TargetList = pallet_staking::UseValidatorsMap<Self>;
	type MaxUnlockingChunks = ConstU32<32>;
	type MaxControllersInDeprecationBatch = ConstU32<100>;
	type EventListeners = ();
	type Filter = Nothing;
	type BenchmarkingConfig = StakingBenchmarkingConfig;
	type WeightInfo = pallet_staking::weights::SubstrateWeight<Runtime>;
}
