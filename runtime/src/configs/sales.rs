// SPDX-License-Identifier: Apache-2.0

//! Offers, licenses and what becomes of their price.

use super::{
	marketplace::{ByteDeposit, ItemDeposit},
	rewards::{CurrentEpoch, RewardsPot},
};
use crate::{
	units::{money::CENTS, time::DAYS},
	AccountId, Balance, Balances, BlockNumber, Provenance, Registry, Rewards, Royalties, Runtime,
	RuntimeHoldReason,
};
use frame_support::{parameter_types, PalletId};
use sp_runtime::{traits::AccountIdConversion, Perbill, Permill};

parameter_types! {
	/// The least that a license costs which is not free, in planck: what a transaction costs.
	pub const MinPrice: Balance = CENTS / 10;
	/// The longest that a buyer can have the price back, in blocks.
	pub const MaxRefundWindow: BlockNumber = 30 * DAYS;
	/// What settling and distributing may each take of what is left of a block.
	pub const IdleShare: Perbill = Perbill::from_percent(50);
	/// What the protocol takes of a sale.
	pub const ProtocolFee: Permill = Permill::from_parts(25_000);
	/// The least income for which the cascade visits a vault, in planck: what an account must hold
	/// to exist.
	pub const MinDistribution: Balance = CENTS;
	/// For how many epochs a version's income is remembered: a month of days.
	pub const IncomeEpochs: u32 = 30;
	/// From which the account is derived that holds all income until it is withdrawn.
	pub const RoyaltiesPalletId: PalletId = PalletId(*b"agora/ry");
	/// The account of what is nobody's profit, until people can vote on it.
	pub CommonsAccount: AccountId = PalletId(*b"agora/co").into_account_truncating();
}

impl pallet_market::Config for Runtime {
	type WeightInfo = crate::weights::pallet_market::WeightInfo<Runtime>;
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
	type BenchmarkHelper = crate::benchmarking::Versions;
}

impl pallet_royalties::Config for Runtime {
	type WeightInfo = crate::weights::pallet_royalties::WeightInfo<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type Records = Provenance;
	type OnRevenue = Rewards;
	type CurrentEpoch = CurrentEpoch;
	type PalletId = RoyaltiesPalletId;
	type FeeBeneficiary = RewardsPot;
	type Commons = CommonsAccount;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type ProtocolFee = ProtocolFee;
	type MinDistribution = MinDistribution;
	type IdleShare = IdleShare;
	type IncomeEpochs = IncomeEpochs;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Versions;
}
