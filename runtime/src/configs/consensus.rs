// SPDX-License-Identifier: Apache-2.0

//! Who makes blocks and when, what makes them final, and what happens to those who cheat.

use crate::{
	pace::{SessionSlots, Spans},
	units::time::{BONDING_ERAS, MILLISECONDS_PER_BLOCK, PRIMARY_PROBABILITY, SESSIONS_PER_ERA},
	AccountId, Babe, Balances, Historical, Moment, Offences, Runtime, RuntimeCall, RuntimeEvent,
	Session, SessionKeys, Staking, UncheckedExtrinsic,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Get},
};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::traits::OpaqueKeys;

/// What chooses the validators. One name for it, so that another staking pallet can take its place
/// here alone.
pub type ValidatorSelection = Staking;

/// The most validators that may take part in a session.
pub type MaxAuthorities = ConstU32<100>;

/// How BABE starts: primary slots by VRF, secondary ones by VRF too, so that every block adds to
/// the randomness.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

parameter_types! {
	/// Milliseconds between blocks.
	pub const ExpectedBlockTime: Moment = MILLISECONDS_PER_BLOCK;
	/// Sets of finality voters whose session is remembered: as many as there are sessions in the
	/// time for which stake can be slashed on a public chain. It is less on fast ones.
	pub const MaxSetIdSessionEntries: u64 = BONDING_ERAS as u64 * SESSIONS_PER_ERA as u64;
}

/// Slots for which a report of an offence is accepted: as long as the stake can be slashed.
pub struct ReportLongevity;
impl Get<u64> for ReportLongevity {
	fn get() -> u64 {
		let spans = Spans::get();
		[spans.bonding_eras, spans.era_sessions, spans.session_slots]
			.into_iter()
			.fold(1, |slots: u64, times| slots.saturating_mul(times.into()))
	}
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = SessionSlots;
	type ExpectedBlockTime = ExpectedBlockTime;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = super::staking::MaxExposurePageSize;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = super::staking::MaxExposurePageSize;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = ValidatorSelection;
}

parameter_types! {
	/// What setting session keys holds, in planck: a record of three keys of 32 bytes, and three
	/// records of who owns each, an account of 32 bytes.
	pub const SessionKeyDeposit: crate::Balance = crate::units::money::deposit(4, 3 * 32 + 3 * 32);
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = sp_runtime::traits::ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, ValidatorSelection>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = crate::weights::pallet_session::WeightInfo<Runtime>;
	type Currency = Balances;
	type KeyDeposit = SessionKeyDeposit;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_staking::UnitIdentificationOf<Self>;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = ValidatorSelection;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxAuthorities;
}

// Validators report each other's equivocations in transactions that nobody signs.
impl<C> frame_system::offchain::CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> frame_system::offchain::CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
