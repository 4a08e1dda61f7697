// SPDX-License-Identifier: Apache-2.0

//! A chain with nothing but accounts, balances and provenance. The registry is a list, and
//! royalties write down what they are told.

use crate as pallet_provenance;
use agora_primitives::{
	seams::{ArtifactInfo, Contribution, InspectArtifacts, OnContribution, VersionInfo},
	ArtifactId, Balance, RecordId, Sequence,
};
use frame_support::{derive_impl, parameter_types, traits::ConstU128, weights::Weight};
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, DispatchResult,
};
use std::collections::BTreeMap;

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlockU32<Test>;

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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances::Pallet<Test>;
	#[runtime::pallet_index(2)]
	pub type Provenance = pallet_provenance::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

/// The least that an account keeps.
pub const MINIMUM: Balance = 10;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<MINIMUM>;
}

pub const ITEM: Balance = 1_000;
pub const BYTE: Balance = 10;

/// What royalties were told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
	Proven(Contribution<AccountId>),
	Withdrawing(Contribution<AccountId>),
	Released(RecordId, AccountId),
}

parameter_types! {
	pub static ItemDeposit: Balance = ITEM;
	pub static ByteDeposit: Balance = BYTE;
	/// The artifacts that the registry knows of.
	pub static Artifacts: BTreeMap<ArtifactId, ArtifactInfo<AccountId>> = BTreeMap::new();
	/// The versions that the registry knows of.
	pub static Versions: BTreeMap<Sequence, VersionInfo> = BTreeMap::new();
	/// What royalties were told, in order.
	pub static Heard: Vec<Told> = vec![];
	/// Whether royalties refuse what they are told.
	pub static Refuses: bool = false;
}

/// A registry that is a list.
pub struct Registry;

impl InspectArtifacts<AccountId> for Registry {
	fn artifact(artifact: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		Artifacts::get().get(artifact).cloned()
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		Versions::get().get(&sequence).cloned()
	}
}

/// Royalties that write down what they are told.
pub struct Royalties;

fn tell(told: Told) -> DispatchResult {
	if Refuses::get() {
		return Err(DispatchError::Other("royalties refuse"));
	}
	Heard::mutate(|heard| heard.push(told));
	Ok(())
}

impl OnContribution<AccountId> for Royalties {
	fn on_proven(contribution: &Contribution<AccountId>) -> DispatchResult {
		tell(Told::Proven(contribution.clone()))
	}

	fn on_withdrawing(contribution: &Contribution<AccountId>) -> DispatchResult {
		tell(Told::Withdrawing(contribution.clone()))
	}

	fn on_released(record: &RecordId, contributor: &AccountId) -> DispatchResult {
		tell(Told::Released(*record, contributor.clone()))
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

impl pallet_provenance::Config for Test {
	type WeightInfo = pallet_provenance::weights::Counted<<Test as frame_system::Config>::DbWeight>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type OnContribution = Royalties;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Registry {
	fn publish_dataset_version(owner: &AccountId, number: u32) -> Sequence {
		crate::tests::util::publish_dataset(owner.clone(), 1, u64::from(number) + 1)
	}

	fn remove_version(_: &AccountId, version: Sequence) {
		crate::tests::util::remove(version)
	}
}

/// The account of a number.
pub fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// What every account begins with.
pub const ENDOWMENT: Balance = 1_000_000;
/// How many accounts there are: those of 1 up to this.
pub const ACCOUNTS: u8 = 5;

/// A chain to test on.
pub struct TestExt {
	endowments: Vec<(AccountId, Balance)>,
}

impl TestExt {
	/// Everybody has [`ENDOWMENT`].
	pub fn new() -> Self {
		Self { endowments: (1..=ACCOUNTS).map(|number| (account(number), ENDOWMENT)).collect() }
	}

	/// Let an account begin with another balance.
	pub fn endow(mut self, who: AccountId, balance: Balance) -> Self {
		self.endowments.retain(|(other, _)| *other != who);
		self.endowments.push((who, balance));
		self
	}

	/// The chain in its first block, without a check at the end.
	pub fn build(self) -> sp_io::TestExternalities {
		sp_tracing::try_init_simple();
		Artifacts::set(BTreeMap::new());
		Versions::set(BTreeMap::new());
		Heard::set(vec![]);
		Refuses::set(false);
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> { balances: self.endowments, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Run a test, and see that all is as it always must be.
	pub fn run(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Provenance::do_try_state().expect("every test leaves the invariants in place");
		});
	}
}
