// SPDX-License-Identifier: Apache-2.0

//! The treasury, and the key that a development chain is steered with until there is an assembly.

use crate::{
	units::time::DAYS, AccountId, Balance, Balances, BlockNumber, Runtime, RuntimeCall,
	RuntimeEvent, System,
};
use frame_support::{
	parameter_types,
	traits::{
		tokens::{imbalance::ResolveTo, pay::PayFromAccount, UnityAssetBalanceConversion},
		ConstU32, NeverEnsureOrigin,
	},
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::{traits::IdentityLookup, Permill};

parameter_types! {
	/// Blocks between payments from the treasury.
	pub const SpendPeriod: BlockNumber = 6 * DAYS;
	/// Blocks for which an approved payment may be claimed.
	pub const PayoutPeriod: BlockNumber = 30 * DAYS;
	/// Nothing of an unspent treasury is burned.
	pub const Burn: Permill = Permill::zero();
	/// From which the treasury's account is derived.
	pub const TreasuryPalletId: PalletId = PalletId(*b"agora/tr");
	/// The treasury's account.
	pub TreasuryAccount: AccountId = pallet_treasury::Pallet::<Runtime>::account_id();
}

/// Sends what nobody else is owed to the treasury.
pub type ToTreasury = ResolveTo<TreasuryAccount, Balances>;

impl pallet_treasury::Config for Runtime {
	type Currency = Balances;
	type RejectOrigin = EnsureRoot<AccountId>;
	type RuntimeEvent = RuntimeEvent;
	type SpendPeriod = SpendPeriod;
	type Burn = Burn;
	type PalletId = TreasuryPalletId;
	type BurnDestination = ();
	type WeightInfo = pallet_treasury::weights::SubstrateWeight<Runtime>;
	type SpendFunds = ();
	type MaxApprovals = ConstU32<100>;
	// Nobody may spend until referenda can say so.
	type SpendOrigin = NeverEnsureOrigin<Balance>;
	type AssetKind = ();
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type Paymaster = PayFromAccount<Balances, TreasuryAccount>;
	type BalanceConverter = UnityAssetBalanceConversion;
	type PayoutPeriod = PayoutPeriod;
	type BlockNumberProvider = System;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

// The key is set by genesis alone: the presets for development give one, the others do not.
impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
