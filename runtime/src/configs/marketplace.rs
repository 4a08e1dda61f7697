// SPDX-License-Identifier: Apache-2.0

//! Models and datasets, and where they come from.

use crate::{
	units::{
		money::{BYTE_DEPOSIT, ITEM_DEPOSIT},
		time::DAYS,
	},
	Balance, Balances, BlockNumber, Provenance, Registry, Runtime, RuntimeHoldReason,
};
#[cfg(feature = "runtime-benchmarks")]
use agora_primitives::Sequence;
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
	type WeightInfo = pallet_registry::weights::SubstrateWeight<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	// There is no market yet: nobody holds a license, and nothing keeps a version from going.
	type Licensing = ();
	type Consent = Provenance;
	type References = ();
	type OnArtifact = ();
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	type MaxRoyalty = MaxRoyalty;
	type ReservationPeriod = ReservationPeriod;
	type RevealWindow = RevealWindow;
}

impl pallet_provenance::Config for Runtime {
	type WeightInfo = pallet_provenance::weights::SubstrateWeight<Runtime>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	// There is no income yet that contributors could share in.
	type OnContribution = ();
	type ItemDeposit = ItemDeposit;
	type ByteDeposit = ByteDeposit;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Versions;
}

/// Makes versions for benchmarks to say something about.
#[cfg(feature = "runtime-benchmarks")]
pub struct Versions;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_provenance::BenchmarkHelper<crate::AccountId> for Versions {
	fn publish_dataset_version(owner: &crate::AccountId, number: u32) -> Sequence {
		use agora_primitives::{
			artifact_id, text::Tags, ArtifactKind, Derivation, Digest, NewVersion, Terms, Uses,
		};
		use frame_support::BoundedVec;
		use frame_system::RawOrigin;

		let name = b"benchmarked".to_vec();
		let id = artifact_id(owner, &name);
		let origin = || RawOrigin::Signed(owner.clone()).into();
		if !pallet_registry::Artifacts::<Runtime>::contains_key(id) {
			let name = BoundedVec::truncate_from(name);
			Registry::register(origin(), ArtifactKind::Dataset, name, Tags::default())
				.expect("funded, and there is none of that name");
		}
		let version = NewVersion {
			manifest: Digest::from_low_u64_be(u64::from(number).saturating_add(1)),
			bytes: u64::MAX,
			files: u32::MAX,
			card: Some(Digest::zero()),
			license: BoundedVec::truncate_from(b"CC0-1.0".to_vec()),
			terms: Terms {
				derivation: Derivation::Open,
				uses: Uses::ALL,
				royalty: Permill::zero(),
			},
			sources: BoundedVec::default(),
			locations: BoundedVec::default(),
		};
		let sequence = pallet_registry::NextSequence::<Runtime>::get();
		Registry::publish(origin(), id, version, None).expect("funded, owned, published once");
		sequence
	}

	fn remove_version(owner: &crate::AccountId, version: Sequence) {
		let origin = frame_system::RawOrigin::Signed(owner.clone()).into();
		Registry::remove_version(origin, version).expect("nothing was derived from it");
	}
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
