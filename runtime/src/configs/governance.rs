// SPDX-License-Identifier: Apache-2.0

//! Referenda, the treasury, and the key that a development chain is steered with.
//!
//! Votes are weighed by tokens for now. The tally stands in two lines, [`pallet_referenda::Config::Tally`]
//! and [`pallet_conviction_voting::Config::Polls`], so that one of two houses can take its place.

use super::tracks::Tracks;
use crate::{
	origins::{ReferendumCanceller, ReferendumKiller, Spender, Treasurer},
	pace::Days,
	units::{money::UNITS, time::DAYS},
	AccountId, Balance, Balances, BlockNumber, Preimage, Referenda, Runtime, RuntimeCall,
	RuntimeEvent, Scheduler, System, Treasury,
};
use frame_support::{
	parameter_types,
	traits::{
		tokens::{imbalance::ResolveTo, pay::PayFromAccount, UnityAssetBalanceConversion},
		AsEnsureOriginWithArg, ConstU32, EitherOf, EitherOfDiverse, MapSuccess,
	},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSigned};
use sp_runtime::{
	traits::{IdentityLookup, Replace},
	Permill,
};

parameter_types! {
	/// What submitting a referendum reserves, in planck.
	pub const SubmissionDeposit: Balance = 10 * UNITS;
	/// The most referenda of a track that wait for their turn.
	pub const MaxQueued: u32 = 100;
	/// Blocks between looks at a referendum that nothing happens to.
	pub const AlarmInterval: BlockNumber = 1;
	/// All tokens, which turnout is compared with.
	pub MaxTurnout: Balance =
		<Balances as frame_support::traits::fungible::Inspect<AccountId>>::active_issuance();
}

impl pallet_conviction_voting::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = crate::weights::pallet_conviction_voting::WeightInfo<Runtime>;
	type Currency = Balances;
	type Polls = Referenda;
	type MaxTurnout = MaxTurnout;
	type MaxVotes = ConstU32<512>;
	// What one unit of conviction locks tokens for.
	type VoteLockingPeriod = Days<7>;
	type BlockNumberProvider = System;
	type VotingHooks = ();
}

impl pallet_referenda::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = crate::weights::pallet_referenda::WeightInfo<Runtime>;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type CancelOrigin = EitherOf<EnsureRoot<AccountId>, ReferendumCanceller>;
	type KillOrigin = EitherOf<EnsureRoot<AccountId>, ReferendumKiller>;
	type Slash = Treasury;
	type Votes = Balance;
	type Tally = pallet_conviction_voting::TallyOf<Runtime>;
	type SubmissionDeposit = SubmissionDeposit;
	type MaxQueued = MaxQueued;
	type UndecidingTimeout = Days<14>;
	type AlarmInterval = AlarmInterval;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// Blocks for which an approved payment may be claimed.
	pub const PayoutPeriod: BlockNumber = 30 * DAYS;
	/// Nothing of an unspent treasury is burned.
	pub const Burn: Permill = Permill::zero();
	/// From which the treasury's account is derived.
	pub const TreasuryPalletId: PalletId = PalletId(*b"agora/tr");
	/// The treasury's account.
	pub TreasuryAccount: AccountId = pallet_treasury::Pallet::<Runtime>::account_id();
	/// The most that root spends at once.
	pub const RootSpends: Balance = Balance::MAX;
	/// The most that a referendum of treasurers spends at once, in planck.
	pub const TreasurerSpends: Balance = 100_000 * UNITS;
	/// The most that a referendum of spenders spends at once, in planck.
	pub const SpenderSpends: Balance = 1_000 * UNITS;
}

/// Sends what nobody else is owed to the treasury.
pub type ToTreasury = ResolveTo<TreasuryAccount, Balances>;

impl pallet_treasury::Config for Runtime {
	type Currency = Balances;
	type RejectOrigin = EitherOfDiverse<EnsureRoot<AccountId>, Treasurer>;
	type RuntimeEvent = RuntimeEvent;
	type SpendPeriod = Days<6>;
	type Burn = Burn;
	type PalletId = TreasuryPalletId;
	type BurnDestination = ();
	type WeightInfo = crate::weights::pallet_treasury::WeightInfo<Runtime>;
	type SpendFunds = ();
	type MaxApprovals = ConstU32<100>;
	type SpendOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, RootSpends>,
		EitherOf<
			MapSuccess<Treasurer, Replace<TreasurerSpends>>,
			MapSuccess<Spender, Replace<SpenderSpends>>,
		>,
	>;
	type AssetKind = ();
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type Paymaster = PayFromAccount<Balances, TreasuryAccount>;
	type BalanceConverter = UnityAssetBalanceConversion;
	type PayoutPeriod = PayoutPeriod;
	type BlockNumberProvider = System;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Beneficiaries;
}

// The key is set by genesis alone: the presets for development give one, the others do not.
impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = crate::weights::pallet_sudo::WeightInfo<Runtime>;
}
