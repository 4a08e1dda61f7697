// SPDX-License-Identifier: Apache-2.0

//! Blocks, accounts' nonces, time, scheduling and migrations.

use crate::{
	units::{money::deposit, time::MILLISECONDS_PER_BLOCK},
	weights::{block_weights::BlockExecutionWeight, extrinsic_weights::ExtrinsicBaseWeight},
	AccountId, Babe, Balance, Balances, Block, BlockNumber, Hash, Moment, MultiBlockMigrations,
	OriginCaller, PalletInfo, Preimage, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason,
	RuntimeOrigin, RuntimeTask, SafeMode, SingleBlockMigrations, System, TxPause,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, ConstU64, EqualPrivilegeOnly, Get, InsideBoth, LinearStoragePrice},
	weights::{
		constants::{RocksDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::{
	limits::{BlockLength, BlockWeights},
	EnsureRoot,
};
use sp_runtime::{traits::AccountIdLookup, type_with_default::TypeWithDefault, Perbill};
use sp_version::RuntimeVersion;

/// The most time a block may take, of the reference machine's: a third of a slot.
const MAX_BLOCK_REF_TIME: u64 = WEIGHT_REF_TIME_PER_SECOND;
/// The most bytes a block may have. A proof of its execution, which a parachain would have to carry,
/// has no limit here.
const MAX_BLOCK_BYTES: u32 = 5 * 1024 * 1024;
/// The part of a block for ordinary transactions; the rest is for operational ones and inherents.
const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);
/// The part of a block that its beginning takes on average, which no transaction may count on.
const AVERAGE_INITIALIZATION: Perbill = Perbill::from_percent(10);

/// As `BlockWeights::with_sensible_defaults`, with what was measured here of an empty block and of an
/// empty transaction.
fn block_weights() -> BlockWeights {
	let most = Weight::from_parts(MAX_BLOCK_REF_TIME, u64::MAX);
	let normal = NORMAL_DISPATCH_RATIO * most;
	BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |class| {
			class.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |class| class.max_total = Some(normal))
		.for_class(DispatchClass::Operational, |class| {
			class.max_total = Some(most);
			class.reserved = Some(most.saturating_sub(normal));
		})
		.avg_block_initialization(AVERAGE_INITIALIZATION)
		.build_or_panic()
}

parameter_types! {
	/// Weights of blocks and of their classes of transactions.
	pub RuntimeBlockWeights: BlockWeights = block_weights();
	/// Lengths of blocks, by class of transactions.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAX_BLOCK_BYTES)
		.modify_max_length_for_class(
			DispatchClass::Normal,
			|max| *max = NORMAL_DISPATCH_RATIO * *max,
		)
		.build();
	/// This runtime's version.
	pub Version: RuntimeVersion = crate::version();
	/// The prefix of addresses: generic Substrate, until one is registered.
	pub const SS58Prefix: u8 = 42;
	/// Blocks whose hash is remembered, and so the longest life of a mortal transaction.
	pub const BlockHashCount: BlockNumber = 4_096;
}

/// Where an account's nonce starts: at the block in which the account is made. Otherwise an account
/// that was reaped and is made again would start at zero, and its old transactions could be played
/// again.
#[derive(Debug)]
pub struct BlockNumberAsNonce;
impl Get<u32> for BlockNumberAsNonce {
	fn get() -> u32 {
		System::block_number()
	}
}

/// [`crate::Nonce`] as it is stored, with that default.
pub type StoredNonce = TypeWithDefault<u32, BlockNumberAsNonce>;

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = InsideBoth<SafeMode, TxPause>;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type AccountId = AccountId;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type Nonce = StoredNonce;
	type Hash = Hash;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	// The slower of the two databases a validator may choose.
	type DbWeight = RocksDbWeight;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = crate::weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = crate::weights::frame_system_extensions::WeightInfo<Runtime>;
	type SS58Prefix = SS58Prefix;
	type MaxConsumers = ConstU32<16>;
	type SingleBlockMigrations = SingleBlockMigrations;
	type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = Moment;
	type OnTimestampSet = Babe;
	type MinimumPeriod = ConstU64<{ MILLISECONDS_PER_BLOCK / 2 }>;
	type WeightInfo = crate::weights::pallet_timestamp::WeightInfo<Runtime>;
}

parameter_types! {
	/// What noting a preimage holds for its record, in planck.
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	/// What noting a preimage holds for each of its bytes, in planck.
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	/// Under which reason a preimage's deposit is held.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = frame_support::traits::fungible::HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
	type WeightInfo = crate::weights::pallet_preimage::WeightInfo<Runtime>;
}

parameter_types! {
	/// The most that scheduled calls may take of a block.
	pub MaximumSchedulerWeight: Weight =
		Perbill::from_percent(60) * RuntimeBlockWeights::get().max_block;
	/// The most that a migration over several blocks may take of one.
	pub MaxMigrationWeight: Weight =
		Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<50>;
	type WeightInfo = crate::weights::pallet_scheduler::WeightInfo<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = ();
	// Benchmarks need migrations that are sure to succeed.
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	// A chain whose migration failed stands still until a new runtime mends it, rather than go on
	// with half a state.
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type MaxServiceWeight = MaxMigrationWeight;
	type WeightInfo = crate::weights::pallet_migrations::WeightInfo<Runtime>;
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_is_a_second_and_five_mebibytes() {
		let weights = RuntimeBlockWeights::get();
		assert_eq!(weights.max_block, Weight::from_parts(1_000_000_000_000, u64::MAX));
		assert_eq!(
			*RuntimeBlockLength::get().max.get(frame_support::dispatch::DispatchClass::Normal),
			5 * 1024 * 1024 / 4 * 3
		);
		const { assert!(MAX_BLOCK_REF_TIME / 1_000_000_000 * 3 <= MILLISECONDS_PER_BLOCK) };
	}
}
