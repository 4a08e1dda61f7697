// SPDX-License-Identifier: Apache-2.0

//! Stake, elections and validators' income.

use crate::{
	pace::{BondingEras, EraSessions, SlashDeferEras},
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

pallet_staking_reward_curve::build! {
	const REWARD_CURVE: PiecewiseLinear<'static> = curve!(
		min_inflation: 0_010_000,
		max_inflation: 0_040_000,
		ideal_stake: 0_500_000,
		falloff: 0_050_000,
		max_piece_count: 40,
		test_precision: 0_005_000,
	);
}

parameter_types! {
	/// How many of all tokens those at stake earn in a year, by the part that is at stake: 1 % where
	/// none is, 4 % at the ideal half, falling again above it.
	pub const RewardCurve: &'static PiecewiseLinear<'static> = &REWARD_CURVE;
	/// New tokens per year, of all that there are. What stakers do not earn of them is for those who
	/// build: the treasury's and the rewards'.
	pub const YearlyIssuance: Perbill = Perbill::from_percent(6);
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
	type WeightInfo = crate::weights::frame_election_provider_support::WeightInfo<Runtime>;
	type MaxWinnersPerPage = MaxValidators;
	type MaxBackersPerWinner = MaxBackersPerWinner;
	type Bounds = ElectionLimits;
	type Sort = ConstBool<true>;
}

/// The milliseconds of a year, by the Julian calendar, as pallet-staking counts them.
pub const YEAR_MILLISECONDS: u64 = 1000 * 3600 * 24 * 36525 / 100;

/// What part of a year an era is that takes so long; a year at most.
pub fn part_of_year(era_milliseconds: u64) -> Perbill {
	Perbill::from_rational(era_milliseconds, YEAR_MILLISECONDS)
}

/// The tokens that an era adds: what stakers earn by the curve, and the rest.
pub struct Issuance;
impl pallet_staking::EraPayout<Balance> for Issuance {
	fn era_payout(staked: Balance, issuance: Balance, era_milliseconds: u64) -> (Balance, Balance) {
		let curve = RewardCurve::get();
		let (stakers, _) = pallet_staking::inflation::compute_total_payout(
			curve,
			staked,
			issuance,
			era_milliseconds,
		);
		let whole = part_of_year(era_milliseconds) * (YearlyIssuance::get() * issuance);
		(stakers, whole.saturating_sub(stakers))
	}
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
	// What validators do not earn of an era's issuance is for rewards and the treasury, and what
	// offenders lose is the treasury's.
	type RewardRemainder = super::rewards::ShareRemainder;
	type Slash = super::governance::ToTreasury;
	type Reward = ();
	type SessionsPerEra = EraSessions;
	type BondingDuration = BondingEras;
	type SlashDeferDuration = SlashDeferEras;
	type AdminOrigin = EnsureRoot<AccountId>;
	type SessionInterface = Self;
	type EraPayout = Issuance;
	type NextNewSession = Session;
	type MaxExposurePageSize = MaxExposurePageSize;
	type MaxValidatorSet = MaxValidators;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type VoterList = pallet_staking::UseNominatorsAndValidatorsMap<Self>;
	#[cfg(feature = "runtime-benchmarks")]
	type VoterList = crate::benchmarking::Voters;
	type TargetList = pallet_staking::UseValidatorsMap<Self>;
	type MaxUnlockingChunks = ConstU32<32>;
	type MaxControllersInDeprecationBatch = ConstU32<100>;
	type EventListeners = ();
	type Filter = Nothing;
	type BenchmarkingConfig = StakingBenchmarkingConfig;
	type WeightInfo = crate::weights::pallet_staking::WeightInfo<Runtime>;
}
