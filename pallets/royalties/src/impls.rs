// SPDX-License-Identifier: Apache-2.0

//! What royalties answer to other pallets, and what they are told.

use crate::{Config, Incomes, Pallet, WeightInfo};
use agora_primitives::{
	seams::{Contribution, OnArtifact, OnContribution, Reference, References},
	ArtifactId, RecordId, Sequence,
};
use frame_support::weights::Weight;
use sp_runtime::DispatchResult;

impl<T: Config> References for Pallet<T> {
	fn to_version(version: Sequence) -> Option<Reference> {
		(Self::has_income(version) || Self::is_shared(version)).then_some(Reference::Income)
	}

	fn to_artifact(_: &ArtifactId) -> Option<Reference> {
		// Income is that of versions.
		None
	}

	fn weight() -> Weight {
		T::WeightInfo::references()
	}
}

impl<T: Config> OnArtifact<T::AccountId> for Pallet<T> {
	fn on_transferred(
		artifact: &ArtifactId,
		old_owner: &T::AccountId,
		new_owner: &T::AccountId,
	) -> DispatchResult {
		Self::transfer_split(artifact, old_owner, new_owner)
	}

	fn on_removed(artifact: &ArtifactId) -> DispatchResult {
		Self::drop_split(artifact)
	}

	/// All of its income was distributed. What there was is forgotten.
	fn on_version_removed(version: Sequence) -> DispatchResult {
		Incomes::<T>::remove(version);
		Ok(())
	}

	fn weight() -> Weight {
		T::WeightInfo::on_artifact()
	}

	fn version_weight() -> Weight {
		T::WeightInfo::on_version_removed()
	}
}

impl<T: Config> OnContribution<T::AccountId> for Pallet<T> {
	fn on_proven(contribution: &Contribution<T::AccountId>) -> DispatchResult {
		Self::add_record(contribution)
	}

	fn on_withdrawing(contribution: &Contribution<T::AccountId>) -> DispatchResult {
		Self::remove_record(contribution.record.origin, &contribution.contributor)
	}

	fn on_released(record: &RecordId, contributor: &T::AccountId) -> DispatchResult {
		Self::remove_record(record.origin, contributor)
	}

	fn weight() -> Weight {
		T::WeightInfo::on_contribution()
	}
}
