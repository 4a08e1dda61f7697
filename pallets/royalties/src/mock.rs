// SPDX-License-Identifier: Apache-2.0

//! A chain with nothing but accounts, balances and royalties. The registry and the records are
//! lists, a pallet that has nothing but a reason to hold prices stands for the market, and rewards
//! write down what they are told.

use crate as pallet_royalties;
use agora_primitives::{
	seams::{
		ArtifactInfo, Contribution, InspectArtifacts, InspectRecords, OnRevenue, Payouts, Receipt,
		VersionInfo,
	},
	ArtifactId, Balance, EpochIndex, RecordCounts, Sequence, SplitNumber,
};
use frame_support::{
	derive_impl, ensure, parameter_types,
	traits::{ConstU128, ConstU32},
	weights::Weight,
	PalletId,
};
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, DispatchResult, Perbill,
	Permill,
};
use std::collections::BTreeMap;

pub type AccountId = AccountId32;
pub type Block = frame_system::mocking::MockBlockU32<Test>;

/// Somebody who charges for versions.
#[frame_support::pallet]
#[allow(missing_docs)]
pub mod payer {
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// Why prices are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A price.
		Price,
	}
}

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
	pub type Payer = payer::Pallet<Test>;
	#[runtime::pallet_index(3)]
	pub type Royalties = pallet_royalties::Pallet<Test>;
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
	type MaxLocks = ConstU32<1>;
}

impl payer::Config for Test {}

pub const ITEM: Balance = 1_000;
pub const BYTE: Balance = 10;
/// From how much on the cascade comes for a vault.
pub const MIN: Balance = 100;
/// For how many epochs income is remembered.
pub const INCOME_EPOCHS: u32 = 30;

parameter_types! {
	pub static ItemDeposit: Balance = ITEM;
	pub static ByteDeposit: Balance = BYTE;
	pub static Fee: Permill = Permill::from_percent(3);
	pub static IdleShare: Perbill = Perbill::from_percent(50);
	pub const PotId: PalletId = PalletId(*b"royalpot");
	/// The epoch that is running.
	pub static Epoch: EpochIndex = 0;
	pub Beneficiary: AccountId = account(201);
	pub Commons: AccountId = account(202);
	/// The sequence that the next version gets. None is given twice.
	pub static NextSequence: Sequence = 1;
	/// Whether rewards keep a split for the credit that they are told of.
	pub static Keeping: bool = false;
	/// Whether rewards refuse whatever they are told.
	pub static Refusing: bool = false;
}

/// A list, changed in place: some tests have a long one.
macro_rules! list {
	($(#[$docs:meta])* $name:ident, $store:ident: $list:ty) => {
		std::thread_local! {
			static $store: std::cell::RefCell<$list> = std::cell::RefCell::default();
		}

		$(#[$docs])*
		pub struct $name;

		impl $name {
			/// Look at it, or change it.
			pub fn mutate<Answer>(change: impl FnOnce(&mut $list) -> Answer) -> Answer {
				$store.with_borrow_mut(change)
			}

			/// Make it this.
			pub fn set(list: $list) {
				$store.set(list);
			}
		}
	};
}

list! {
	/// The artifacts that the registry knows of.
	Artifacts, ARTIFACTS: BTreeMap<ArtifactId, ArtifactInfo<AccountId>>
}
list! {
	/// The versions that the registry knows of.
	Versions, VERSIONS: BTreeMap<Sequence, VersionInfo>
}
list! {
	/// The series of each version that committed to its records, and how many it has.
	Committed, COMMITTED: BTreeMap<Sequence, (Sequence, u64)>
}

list! {
	/// What rewards were told of payments, in order: the version, what became of it, and the credit.
	Heard, HEARD: Vec<(Sequence, Receipt<Balance>, Balance)>
}
list! {
	/// What rewards were told of credit that came to rest, in order.
	Rested, RESTED: Vec<(Sequence, SplitNumber, Balance)>
}

/// A registry that is a list.
pub struct Registry;

impl InspectArtifacts<AccountId> for Registry {
	fn artifact(artifact: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		Artifacts::mutate(|artifacts| artifacts.get(artifact).cloned())
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		Versions::mutate(|versions| versions.get(&sequence).cloned())
	}
}

/// Provenance that is a list.
pub struct Records;

impl InspectRecords<AccountId> for Records {
	fn records(version: Sequence) -> Option<RecordCounts> {
		let (series, committed) = Committed::mutate(|committed| committed.get(&version).copied())?;
		// Royalties count those that have a share for themselves.
		Some(RecordCounts { series, committed, proven: 0, withdrawn: 0 })
	}

	fn contribution(_: Sequence, _: u64) -> Option<Contribution<AccountId>> {
		None
	}
}

/// Rewards that write down what they are told.
pub struct Rewards;

impl OnRevenue<Balance> for Rewards {
	fn on_payment(
		version: Sequence,
		receipt: &Receipt<Balance>,
		credit: Balance,
	) -> DispatchResult {
		ensure!(!Refusing::get(), DispatchError::Unavailable);
		Heard::mutate(|heard| heard.push((version, *receipt, credit)));
		Ok(())
	}

	fn on_credit(version: Sequence, split: SplitNumber, credit: Balance) -> DispatchResult {
		ensure!(!Refusing::get(), DispatchError::Unavailable);
		if Keeping::get() {
			Royalties::keep(version, split)?;
		}
		Rested::mutate(|rested| rested.push((version, split, credit)));
		Ok(())
	}

	fn payment_weight() -> Weight {
		Weight::from_parts(7, 0)
	}

	fn credit_weight() -> Weight {
		Weight::from_parts(11, 3)
	}
}

impl pallet_royalties::Config for Test {
	type WeightInfo = pallet_royalties::weights::Counted<<Test as frame_system::Config>::DbWeight>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type Records = Records;
	type OnRevenue = Rewards;
	type CurrentEpoch = Epoch;
	type PalletId = PotId;
	type FeeBeneficiary = Beneficiary;
	type Commons = Commons;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type ProtocolFee = Fee;
	type MinDistribution = ConstU128<MIN>;
	type IdleShare = IdleShare;
	type IncomeEpochs = ConstU32<INCOME_EPOCHS>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Registry {
	fn publish(owner: &AccountId, dataset: u32, sources: &[Sequence]) -> Sequence {
		use agora_primitives::ArtifactKind;
		use codec::Encode;
		let sources: Vec<_> =
			sources.iter().map(|source| (*source, Permill::from_percent(3))).collect();
		let id = (owner, dataset).using_encoded(sp_io::hashing::blake2_256).into();
		crate::tests::util::publish_next(owner.clone(), id, ArtifactKind::Dataset, &sources)
	}

	fn commit(_: &AccountId, version: Sequence, previous: Option<Sequence>) {
		crate::tests::util::commit(version, agora_primitives::MAX_RECORDS, previous);
	}
}

/// The account of a number.
pub fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// What every account begins with.
pub const ENDOWMENT: Balance = 1_000_000_000;
/// How many accounts there are: those of 1 up to this.
pub const ACCOUNTS: u8 = 20;

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
		Committed::set(BTreeMap::new());
		NextSequence::set(1);
		Heard::set(vec![]);
		Rested::set(vec![]);
		Keeping::set(false);
		Epoch::set(0);
		Refusing::set(false);
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
		Fee::set(Permill::from_percent(3));
		IdleShare::set(Perbill::from_percent(50));
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> { balances: self.endowments, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		crate::GenesisConfig::<Test>::default().assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Run a test, and see that all is as it always must be.
	pub fn run(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Royalties::do_try_state().expect("every test leaves the invariants in place");
			crate::tests::util::assert_paid_out_or_kept();
		});
	}
}
