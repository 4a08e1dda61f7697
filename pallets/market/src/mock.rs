// SPDX-License-Identifier: Apache-2.0

//! A chain with nothing but accounts, balances and the market. The registry is a list, and royalties
//! are three accounts.

use crate as pallet_market;
use agora_primitives::{
	counted,
	seams::{ArtifactInfo, InspectArtifacts, Payment, Receipt, Revenue, VersionInfo},
	ArtifactId, Balance, BlockNumber, Sequence,
};
use agora_test_utils::Distinct;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::hold::Mutate,
		tokens::{Fortitude, Precision, Restriction},
		ConstU128,
	},
	weights::Weight,
};
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, Perbill};
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
	pub type Market = pallet_market::Pallet<Test>;
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
/// The least that a license costs.
pub const LEAST_PRICE: Balance = 100;
/// The longest refund window.
pub const MAX_WINDOW: BlockNumber = 20;

parameter_types! {
	pub static ItemDeposit: Balance = ITEM;
	pub static ByteDeposit: Balance = BYTE;
	pub static MinPrice: Balance = LEAST_PRICE;
	pub static MaxRefundWindow: BlockNumber = MAX_WINDOW;
	pub static IdleShare: Perbill = Perbill::from_percent(50);
	/// The artifacts that the registry knows of.
	pub static Artifacts: BTreeMap<ArtifactId, ArtifactInfo<AccountId>> = BTreeMap::new();
	/// The versions that the registry knows of.
	pub static Versions: BTreeMap<Sequence, VersionInfo> = BTreeMap::new();
	/// The payments that royalties took, and what became of them, in order.
	pub static Taken: Vec<(Payment<AccountId, Balance>, Receipt<Balance>)> = vec![];
	/// Whose payments royalties refuse.
	pub static Refused: Vec<AccountId> = vec![];
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

/// Royalties that are three accounts, and take a fee of a tenth, rounded up.
pub struct Royalties;

/// Who has the fees.
pub const FEES: AccountId = AccountId::new([101; 32]);
/// Who has what is above caps.
pub const COMMONS: AccountId = AccountId::new([102; 32]);
/// Who has the income of all versions.
pub const VAULTS: AccountId = AccountId::new([103; 32]);

impl Revenue<AccountId, Balance, RuntimeHoldReason> for Royalties {
	fn preview(gross: Balance, limit: Option<Balance>) -> Receipt<Balance> {
		let fee = gross.div_ceil(10);
		let income = limit.map_or(gross - fee, |limit| limit.min(gross - fee));
		Receipt { fee, excess: gross - fee - income, income }
	}

	fn take(
		payment: Payment<AccountId, Balance>,
		reason: &RuntimeHoldReason,
	) -> Result<Receipt<Balance>, DispatchError> {
		let receipt = Self::preview(payment.gross, payment.limit);
		let parts = [(FEES, receipt.fee), (COMMONS, receipt.excess), (VAULTS, receipt.income)];
		for (to, amount) in parts {
			if amount > 0 {
				Balances::transfer_on_hold(
					reason,
					&payment.payer,
					&to,
					amount,
					Precision::Exact,
					Restriction::Free,
					Fortitude::Force,
				)?;
			}
		}
		// After money moved, so that it must be brought back.
		if Refused::get().contains(&payment.payer) {
			return Err(DispatchError::Unavailable);
		}
		Taken::mutate(|taken| taken.push((payment, receipt)));
		Ok(receipt)
	}

	/// Three accounts, besides the payer's.
	fn take_weight() -> Weight {
		counted::storage::<Distinct>(&[counted::size::ACCOUNT; 3], 3)
	}
}

impl pallet_market::Config for Test {
	type WeightInfo = pallet_market::weights::Counted<Distinct>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type Revenue = Royalties;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type MinPrice = MinPrice;
	type MaxRefundWindow = MaxRefundWindow;
	type IdleShare = IdleShare;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Registry {
	fn publish_version(owner: &AccountId, number: u32) -> Sequence {
		crate::tests::util::publish(owner.clone(), 1, u64::from(number) + 1)
	}
}

/// The account of a number.
pub fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// What every account begins with.
pub const ENDOWMENT: Balance = 1_000_000;
/// How many accounts there are: those of 1 up to this, and those of royalties.
pub const ACCOUNTS: u8 = 5;

/// All accounts that have anything.
pub fn everybody() -> impl Iterator<Item = AccountId> {
	(1..=ACCOUNTS).map(account).chain([FEES, COMMONS, VAULTS])
}

/// A chain to test on.
pub struct TestExt {
	endowments: Vec<(AccountId, Balance)>,
}

impl TestExt {
	/// Everybody has [`ENDOWMENT`], but for royalties.
	pub fn new() -> Self {
		let of = |who: AccountId| match who {
			FEES | COMMONS | VAULTS => (who, MINIMUM),
			_ => (who, ENDOWMENT),
		};
		Self { endowments: everybody().map(of).collect() }
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
		Taken::set(vec![]);
		Refused::set(vec![]);
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
		MinPrice::set(LEAST_PRICE);
		MaxRefundWindow::set(MAX_WINDOW);
		IdleShare::set(Perbill::from_percent(50));
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
			Market::do_try_state().expect("every test leaves the invariants in place");
		});
	}
}
