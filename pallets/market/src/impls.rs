// SPDX-License-Identifier: Apache-2.0

//! What the market answers to other pallets, and what it does when they tell it something.

use crate::{Config, Licenses, Pallet, Sales, VersionUses, WeightInfo};
use agora_primitives::{
	seams::{Licensing, OnArtifact, Reference, References},
	ArtifactId, LicenseTerm, Sequence,
};
use frame_support::weights::Weight;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::DispatchResult;

impl<T: Config> Licensing<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn license(
		artifact: &ArtifactId,
		account: &T::AccountId,
	) -> Option<LicenseTerm<BlockNumberFor<T>>> {
		Licenses::<T>::get(artifact, account)?.settled().map(|grant| grant.term)
	}
}

impl<T: Config> References for Pallet<T> {
	fn to_version(sequence: Sequence) -> Option<Reference> {
		(VersionUses::<T>::get(sequence) > 0).then_some(Reference::License)
	}

	fn to_artifact(artifact: &ArtifactId) -> Option<Reference> {
		let sales = Sales::<T>::get(artifact)?;
		(!sales.offers.is_empty() || sales.licenses > 0).then_some(Reference::License)
	}

	fn weight() -> Weight {
		T::WeightInfo::look_for_reference()
	}
}

impl<T: Config> OnArtifact<T::AccountId> for Pallet<T> {
	/// Offers and licenses belong to the artifact, and stay: the new owner is the seller now.
	fn on_transferred(_: &ArtifactId, _: &T::AccountId, _: &T::AccountId) -> DispatchResult {
		Ok(())
	}

	/// What the artifact sold needs to be known no longer: its id is never given again.
	fn on_removed(artifact: &ArtifactId) -> DispatchResult {
		match Sales::<T>::get(artifact) {
			Some(sales) => Self::close_sales(artifact, sales),
			None => Ok(()),
		}
	}

	/// Neither offers nor licenses name it any more.
	fn on_version_removed(_: Sequence) -> DispatchResult {
		Ok(())
	}

	fn weight() -> Weight {
		T::WeightInfo::remove_sales()
	}

	fn version_weight() -> Weight {
		Weight::zero()
	}
}
