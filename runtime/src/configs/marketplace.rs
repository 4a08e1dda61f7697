// SPDX-License-Identifier: Apache-2.0

//! Models and datasets, and where they come from.

use crate::{
	units::{
		money::{BYTE_DEPOSIT, ITEM_DEPOSIT},
		time::DAYS,
	},
	Balance, Balances, BlockNumber, Market, Provenance, Registry, Rewards, Royalties, Runtime,
	RuntimeHoldReason,
};
use frame_support::parameter_types;
use sp_runtime::Permill;

parameter_types! {
	/// What every item of the marketplace holds, in planck.
	pub const ItemDeposit: Balance = ITEM_DEPOSIT;
	/// What every byte of the marketplace holds, in planck.
	pub const ByteDeposit: Balance = BYTE_DEPOSIT;
	/// The most that the sources of a version may ask together: at least half of the income stays
	/// with who made it.
	pub const MaxRoyalty: Permill = Permill::from_percent(50);
	/// Blocks for which a reservation can be revealed: a week to get a publication ready.
	pub const ReservationPeriod: BlockNumber = 7 * DAYS;
	/// Blocks after a publication in which an earlier reservation still wins: half an hour, for who
	/// was overtaken to notice and reveal.
	pub const RevealWindow: BlockNumber = 600;
}

impl pallet_registry::Config for Runtime {
	type WeightInfo = crate::weights::pallet_registry::WeightInfo<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Licensing = Market;
	type Consent = Provenance;
	type References = (Market, (Royalties, Rewards));
	type OnArtifact = (Market, Royalties);
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type MaxRoyalty = MaxRoyalty;
	type ReservationPeriod = ReservationPeriod;
	type RevealWindow = RevealWindow;
}

impl pallet_provenance::Config for Runtime {
	type WeightInfo = crate::weights::pallet_provenance::WeightInfo<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type OnContribution = Royalties;
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Versions;
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::units::time::MINUTES;

	#[test]
	fn windows_are_what_they_say() {
		assert_eq!(RevealWindow::get(), 30 * MINUTES);
		assert!(RevealWindow::get() < ReservationPeriod::get());
	}
}
