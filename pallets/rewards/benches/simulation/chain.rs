// SPDX-License-Identifier: Apache-2.0

//! The chain: accounts, balances, royalties and rewards as they are, with a registry that is a list.

use agora_primitives::{
	seams::{ArtifactInfo, Contribution, InspectArtifacts, InspectRecords, VersionInfo},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Derivation, EpochIndex, RecordCounts,
	Relation, RewardParameters, Sequence, Source, Terms, Uses, VersionStatus,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU128, ConstU32},
	PalletId,
};
use frame_system::EnsureRoot;
use sp_core::H256;
use sp_runtime::{BuildStorage, Perbill, Permill};
use sp_state_machine::BasicExternalities;
use std::cell::RefCell;

pub type AccountId = u64;
type Block = frame_system::mocking::MockBlockU32<Chain>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask
	)]
	pub struct Chain;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Chain>;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances::Pallet<Chain>;
	#[runtime::pallet_index(2)]
	pub type Royalties = pallet_royalties::Pallet<Chain>;
	#[runtime::pallet_index(3)]
	pub type Rewards = pallet_rewards::Pallet<Chain>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Chain {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Chain {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

/// How many blocks an epoch has.
pub const EPOCH: u32 = 4;
/// The share of its fee credit that a reward is at most, and the most of the funds that rewards use:
/// those of the runtime.
pub const CAP: Permill = Permill::from_percent(90);

parameter_types! {
	pub const RoyaltiesId: PalletId = PalletId(*b"roy/roya");
	pub const RewardsId: PalletId = PalletId(*b"rew/rewa");
	pub Pot: AccountId = Rewards::pot_account();
	pub RunningEpoch: EpochIndex = Rewards::current_epoch();
	pub const Commons: AccountId = 5_000;
	pub const ProtocolFee: Permill = Permill::from_parts(25_000);
	pub const All: Perbill = Perbill::from_percent(100);
	pub const RebateCap: Permill = CAP;
	pub const Least: Permill = Permill::from_percent(20);
	pub const MinUsageShare: Permill = Permill::from_percent(50);
	pub const Parameters: RewardParameters = RewardParameters {
		usage_share: Permill::from_percent(80),
		issuance_share: Permill::from_percent(50),
	};
	/// From how much on the cascade comes for a vault.
	pub static MinDistribution: Balance = 1;
	/// For how many epochs a reward can be claimed.
	pub static ClaimPeriod: EpochIndex = 1;
}

impl pallet_royalties::Config for Chain {
	type WeightInfo = pallet_royalties::weights::Counted<<Chain as frame_system::Config>::DbWeight>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type Records = Registry;
	type OnRevenue = Rewards;
	type CurrentEpoch = RunningEpoch;
	type PalletId = RoyaltiesId;
	type FeeBeneficiary = Pot;
	type Commons = Commons;
	type ItemDeposit = ConstU128<1>;
	type ByteDeposit = ConstU128<1>;
	type ProtocolFee = ProtocolFee;
	type MinDistribution = MinDistribution;
	type IdleShare = All;
	type IncomeEpochs = ConstU32<30>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_rewards::Config for Chain {
	type AdminOrigin = EnsureRoot<AccountId>;
	type WeightInfo = pallet_rewards::weights::Counted<<Chain as frame_system::Config>::DbWeight>;
	type Currency = Balances;
	type Artifacts = Registry;
	type Payouts = Royalties;
	type CommonsVotes = ();
	type PalletId = RewardsId;
	type Commons = Commons;
	type EpochLength = ConstU32<EPOCH>;
	type ClaimPeriod = ClaimPeriod;
	type RebateCap = RebateCap;
	type MinUsageShare = MinUsageShare;
	type MaxUsageShare = RebateCap;
	type MinIssuanceShare = Least;
	type MaxIssuanceShare = RebateCap;
	type DefaultParameters = Parameters;
	type IdleShare = All;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// A version: who owns it, and what it was made from.
pub type Made = (AccountId, Vec<(Sequence, Permill)>);

thread_local! {
	/// All versions, each of a model of its own, and their owners; the first has the sequence 1.
	static VERSIONS: RefCell<Vec<(AccountId, VersionInfo)>> = const { RefCell::new(vec![]) };
}

/// A registry that is a list.
pub struct Registry;

impl Registry {
	/// Let these be all versions that there are.
	pub fn set(versions: &[Made]) {
		let infos = versions.iter().zip(1..).map(|((owner, sources), sequence)| {
			let source = |(sequence, royalty): &(Sequence, Permill)| Source {
				sequence: *sequence,
				relation: Relation::Merge,
				royalty: *royalty,
			};
			let sources: Vec<_> = sources.iter().map(source).collect();
			let royalty = Permill::zero();
			let info = VersionInfo {
				artifact: artifact(sequence),
				number: 1,
				manifest: H256::zero(),
				terms: Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty },
				sources: sources.try_into().expect("no more than there can be"),
				status: VersionStatus::Live,
			};
			(*owner, info)
		});
		VERSIONS.set(infos.collect());
	}

	fn find<Answer>(
		sequence: Sequence,
		read: impl FnOnce(&(AccountId, VersionInfo)) -> Answer,
	) -> Option<Answer> {
		let place = usize::try_from(sequence).ok()?.checked_sub(1)?;
		VERSIONS.with_borrow(|versions| versions.get(place).map(read))
	}
}

/// The artifact of a version.
pub fn artifact(sequence: Sequence) -> ArtifactId {
	H256::from_low_u64_be(sequence)
}

impl InspectArtifacts<AccountId> for Registry {
	fn artifact(artifact: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		Self::find(artifact.to_low_u64_be(), |(owner, _)| ArtifactInfo {
			kind: ArtifactKind::Model,
			publisher: *owner,
			owner: *owner,
			status: ArtifactStatus::Active,
		})
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		Self::find(sequence, |(_, info)| info.clone())
	}
}

impl InspectRecords<AccountId> for Registry {
	fn records(_: Sequence) -> Option<RecordCounts> {
		None
	}

	fn contribution(_: Sequence, _: u64) -> Option<Contribution<AccountId>> {
		None
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_royalties::BenchmarkHelper<AccountId> for Registry {
	fn publish(_: &AccountId, _: u32, _: &[Sequence]) -> Sequence {
		0
	}

	fn commit(_: &AccountId, _: Sequence, _: Option<Sequence>) {}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_rewards::BenchmarkHelper<AccountId> for Registry {
	fn publish(_: &AccountId, _: u32, _: &[Sequence]) -> Sequence {
		0
	}
}

/// A new chain on which these accounts have enough for everything.
pub fn chain(accounts: impl Iterator<Item = AccountId>) -> BasicExternalities {
	let mut storage = frame_system::GenesisConfig::<Chain>::default()
		.build_storage()
		.expect("nothing speaks against it");
	let balances = accounts.map(|account| (account, 1 << 90)).collect();
	pallet_balances::GenesisConfig::<Chain> { balances, ..Default::default() }
		.assimilate_storage(&mut storage)
		.expect("there is room");
	pallet_royalties::GenesisConfig::<Chain>::default()
		.assimilate_storage(&mut storage)
		.expect("nothing speaks against it");
	pallet_rewards::GenesisConfig::<Chain>::default()
		.assimilate_storage(&mut storage)
		.expect("nothing speaks against it");
	// It proves nothing, and is faster for it.
	BasicExternalities::new(storage)
}
