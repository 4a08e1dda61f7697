// SPDX-License-Identifier: Apache-2.0

//! Switches for bad days: pausing single calls, and stopping all but what keeps the chain alive.

use crate::{
	origins::SafetyAdmin,
	units::time::{DAYS, HOURS},
	AccountId, Balance, Balances, BlockNumber, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, EitherOf, MapSuccess},
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_tx_pause::RuntimeCallNameOf;
use sp_runtime::traits::Replace;

parameter_types! {
	/// Blocks for which safe mode lasts once entered.
	pub const EnterDuration: BlockNumber = 4 * HOURS;
	/// Blocks by which safe mode can be extended.
	pub const ExtendDuration: BlockNumber = 2 * HOURS;
	/// Nobody may enter safe mode by paying: only those who vote may.
	pub const NoDeposit: Option<Balance> = None;
	/// Blocks after which a deposit for safe mode may be released.
	pub const ReleaseDelay: Option<BlockNumber> = Some(2 * DAYS);
}

/// Calls that work in safe mode too: what makes blocks, reports offenders and ends safe mode.
pub struct AlwaysOpen;
impl Contains<RuntimeCall> for AlwaysOpen {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::System(_)
				| RuntimeCall::Timestamp(_)
				| RuntimeCall::Babe(_)
				| RuntimeCall::Grandpa(_)
				| RuntimeCall::Session(_)
				| RuntimeCall::SafeMode(_)
				| RuntimeCall::TxPause(_)
				| RuntimeCall::Sudo(_)
				// Those who vote can end it.
				| RuntimeCall::Preimage(_)
				| RuntimeCall::ConvictionVoting(_)
				| RuntimeCall::Referenda(_)
		)
	}
}

/// Calls that cannot be paused, lest nobody could make blocks or unpause again.
pub struct NeverPaused;
impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &RuntimeCallNameOf<Runtime>) -> bool {
		const PALLETS: [&[u8]; 11] = [
			b"System",
			b"Timestamp",
			b"Babe",
			b"Grandpa",
			b"Session",
			b"SafeMode",
			b"TxPause",
			b"Sudo",
			b"Preimage",
			b"ConvictionVoting",
			b"Referenda",
		];
		PALLETS.contains(&name.0.as_slice())
	}
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = AlwaysOpen;
	type EnterDuration = EnterDuration;
	type ExtendDuration = ExtendDuration;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, EnterDuration>,
		MapSuccess<SafetyAdmin, Replace<EnterDuration>>,
	>;
	type ForceExtendOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, ExtendDuration>,
		MapSuccess<SafetyAdmin, Replace<ExtendDuration>>,
	>;
	type ForceExitOrigin = EitherOf<EnsureRoot<AccountId>, SafetyAdmin>;
	type ForceDepositOrigin = EitherOf<EnsureRoot<AccountId>, SafetyAdmin>;
	type Notify = ();
	type ReleaseDelay = ReleaseDelay;
	type WeightInfo = crate::weights::pallet_safe_mode::WeightInfo<Runtime>;
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PauseOrigin = EitherOf<EnsureRoot<AccountId>, SafetyAdmin>;
	type UnpauseOrigin = EitherOf<EnsureRoot<AccountId>, SafetyAdmin>;
	type WhitelistedCalls = NeverPaused;
	type MaxNameLen = ConstU32<256>;
	type WeightInfo = crate::weights::pallet_tx_pause::WeightInfo<Runtime>;
}
