// SPDX-License-Identifier: Apache-2.0

//! Balances and what transactions pay.

use crate::{
	units::money::{CENTS, EXISTENTIAL_DEPOSIT, MILLICENTS},
	weights::extrinsic_weights::ExtrinsicBaseWeight,
	AccountId, Authorship, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU32, ConstU8, Imbalance, OnUnbalanced, VariantCountOf,
	},
	weights::{ConstantMultiplier, Weight, WeightToFee},
};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{FixedPointNumber, Permill, Perquintill};

parameter_types! {
	/// What an account must hold to exist, in planck.
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	type DustRemoval = ();
	type RuntimeEvent = RuntimeEvent;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type WeightInfo = crate::weights::pallet_balances::WeightInfo<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// Turns weight into a fee: the base weight of a transaction costs a tenth of a cent.
///
/// Only time is paid for here. Blocks of this chain carry no proofs of their execution, so the other
/// half of a weight costs nobody anything; bytes are paid for by [`TransactionByteFee`].
pub struct TimeToFee;
impl WeightToFee for TimeToFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		Balance::from(weight.ref_time())
			.saturating_mul(CENTS / 10)
			.checked_div(ExtrinsicBaseWeight::get().ref_time().into())
			.unwrap_or_default()
	}
}

parameter_types! {
	/// What a transaction pays for each of its bytes, in planck.
	pub const TransactionByteFee: Balance = MILLICENTS;
	/// How full blocks should be: the fee rises above this and falls below it.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// How fast the fee follows: at most 30 % a day when every block is full, as on Polkadot.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(75, 1_000_000);
	/// Below this the fee does not fall, so that it can rise again in good time.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_rational(1, 10u128);
	/// The part of each fee that is burned, rounded up.
	pub const BurnedFees: Permill = Permill::from_percent(50);
	/// Above this it does not rise.
	pub MaximumMultiplier: Multiplier = Multiplier::saturating_from_integer(1_000_000);
}

/// Burns a part of each fee, so that the fees which an author pays in their own block are no gain to
/// them, and gives the rest and all tips to the block's author.
pub struct DealWithFees;
impl OnUnbalanced<Credit<AccountId, Balances>> for DealWithFees {
	fn on_unbalanceds(mut parts: impl Iterator<Item = Credit<AccountId, Balances>>) {
		let Some(fee) = parts.next() else { return };
		let burned = BurnedFees::get().mul_ceil(fee.peek());
		// What is dropped is taken off the issuance.
		let (_, mut author) = fee.split(burned);
		if let Some(tip) = parts.next() {
			author = author.merge(tip);
		}
		if let Some(account) = Authorship::author() {
			// An author whose account is gone forgoes it: the fee is burned.
			let _ = Balances::resolve(&account, author);
		}
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, DealWithFees>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = TimeToFee;
	type LengthToFee = ConstantMultiplier<Balance, TransactionByteFee>;
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	type WeightInfo = crate::weights::pallet_transaction_payment::WeightInfo<Runtime>;
}
