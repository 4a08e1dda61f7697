// SPDX-License-Identifier: Apache-2.0

//! A chain with nothing but accounts, balances and the registry. The market is a list, provenance a
//! set, and royalties write down what they are told.

use crate as pallet_registry;
use agora_primitives::{
	seams::{Consent, Licensing, OnArtifact, Reference, References},
	ArtifactId, Balance, LicenseTerm, Sequence,
};
use frame_support::{derive_impl, parameter_types, traits::ConstU128, weights::Weight};
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, DispatchResult, Permill,
};
use std::collections::{BTreeMap, BTreeSet};

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
	pub type Registry = pallet_registry::Pallet<Test>;
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

parameter_types! {
	pub static ItemDeposit: Balance = ITEM;
	pub static ByteDeposit: Balance = BYTE;
	pub static MaxRoyalty: Permill = Permill::from_percent(50);
	pub static ReservationPeriod: u32 = 100;
	pub static RevealWindow: u32 = 20;
	/// The licenses that the market knows of.
	pub static Licenses: BTreeMap<(ArtifactId, AccountId), LicenseTerm<u32>> = BTreeMap::new();
	/// The datasets for which consent was withdrawn.
	pub static Withdrawn: BTreeSet<Sequence> = BTreeSet::new();
	/// What is said to refer to versions.
	pub static VersionReferences: BTreeMap<Sequence, Reference> = BTreeMap::new();
	/// What is said to refer to artifacts.
	pub static ArtifactReferences: BTreeMap<ArtifactId, Reference> = BTreeMap::new();
	/// What royalties were told, in order.
	pub static Heard: Vec<Told> = vec![];
	/// Whether royalties refuse what they are told.
	pub static Refuses: bool = false;
}

/// A market that is a list.
pub struct Market;

impl Licensing<AccountId, u32> for Market {
	fn license(artifact: &ArtifactId, account: &AccountId) -> Option<LicenseTerm<u32>> {
		Licenses::get().get(&(*artifact, account.clone())).copied()
	}
}

/// Provenance that is a set.
pub struct Provenance;

impl Consent for Provenance {
	fn is_withdrawn(version: Sequence) -> bool {
		Withdrawn::get().contains(&version)
	}
}

impl References for Market {
	fn to_version(sequence: Sequence) -> Option<Reference> {
		VersionReferences::get().get(&sequence).copied()
	}

	fn to_artifact(artifact: &ArtifactId) -> Option<Reference> {
		ArtifactReferences::get().get(artifact).copied()
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// What royalties were told of artifacts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
	Transferred(ArtifactId, AccountId, AccountId),
	Removed(ArtifactId),
	VersionRemoved(Sequence),
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

impl OnArtifact<AccountId> for Royalties {
	fn on_transferred(
		artifact: &ArtifactId,
		old_owner: &AccountId,
		new_owner: &AccountId,
	) -> DispatchResult {
		tell(Told::Transferred(*artifact, old_owner.clone(), new_owner.clone()))
	}

	fn on_removed(artifact: &ArtifactId) -> DispatchResult {
		tell(Told::Removed(*artifact))
	}

	fn on_version_removed(version: Sequence) -> DispatchResult {
		tell(Told::VersionRemoved(version))
	}

	fn weight() -> Weight {
		Weight::zero()
	}

	fn version_weight() -> Weight {
		Weight::from_parts(5, 2)
	}
}

impl pallet_registry::Config for Test {
	type WeightInfo = pallet_registry::weights::Counted<<Test as frame_system::Config>::DbWeight>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Licensing = Market;
	type Consent = Provenance;
	type References = Market;
	type OnArtifact = Royalties;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type MaxRoyalty = MaxRoyalty;
	type ReservationPeriod = ReservationPeriod;
	type RevealWindow = RevealWindow;
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
		Heard::set(vec![]);
		Refuses::set(false);
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
			Registry::do_try_state().expect("every test leaves the invariants in place");
		});
	}
}
