// SPDX-License-Identifier: Apache-2.0

//! Removal: what nothing refers to can go, and leaves a tombstone.

use crate::{
	ArtifactVersions, Artifacts, Config, Descendants, DigestRecord, Error, Event, HoldReason,
	Pallet, RemovedArtifacts, Tombstone, Versions, VersionsByDigest, WeightInfo,
};
use agora_primitives::{
	seams::{OnArtifact, Reference, References},
	ArtifactId, Sequence, MAX_SOURCES,
};
use frame_support::{ensure, weights::Weight};
use sp_runtime::{
	traits::{CheckedSub, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// What it weighs to remove a version with so many sources.
	pub(crate) fn removal_weight(sources: u32) -> Weight {
		T::WeightInfo::remove_version(sources)
			.saturating_add(T::References::weight())
			.saturating_add(T::OnArtifact::version_weight())
	}

	/// Returns how many sources the version had.
	pub(crate) fn do_remove_version(
		who: T::AccountId,
		sequence: Sequence,
	) -> Result<u32, DispatchError> {
		let (version, mut artifact) = Self::ensure_version_owned(&who, sequence)?;
		// One step of an iterator: it does not matter how many there are.
		ensure!(
			Descendants::<T>::iter_key_prefix(sequence).next().is_none(),
			Error::<T>::HasDescendants
		);
		Self::ensure_unreferenced(T::References::to_version(sequence))?;

		artifact.versions = artifact.versions.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		artifact.versions_deposit = artifact
			.versions_deposit
			.checked_sub(&version.deposit)
			.ok_or(ArithmeticError::Underflow)?;

		let (released, tombstone) = if version.is_superseded() {
			// The digest belongs to another version, whose owner pays for it.
			Self::release(HoldReason::Version, &who, version.deposit)?;
			(version.deposit, Zero::zero())
		} else {
			let price = Self::version_tombstone_price()?;
			let (released, deposit) =
				Self::bury(HoldReason::Version, &who, version.deposit, price)?;
			VersionsByDigest::<T>::insert(
				version.manifest,
				DigestRecord::Removed {
					sequence,
					published_at: version.published_at,
					priority: version.priority,
					tombstone: Tombstone { account: who.clone(), deposit },
				},
			);
			(released, deposit)
		};
		for source in &version.sources {
			Descendants::<T>::remove(source.sequence, sequence);
		}
		ArtifactVersions::<T>::remove(version.artifact, version.number);
		Versions::<T>::remove(sequence);
		Artifacts::<T>::insert(version.artifact, artifact);
		T::OnArtifact::on_version_removed(sequence)?;

		Self::deposit_event(Event::VersionRemoved {
			sequence,
			artifact: version.artifact,
			number: version.number,
			manifest: version.manifest,
			owner: who,
			released,
			tombstone,
		});
		Ok(u32::try_from(version.sources.len()).unwrap_or(MAX_SOURCES))
	}

	pub(crate) fn do_remove_artifact(who: T::AccountId, id: ArtifactId) -> DispatchResult {
		let artifact = Self::ensure_owned(&who, &id)?;
		ensure!(artifact.versions == 0, Error::<T>::HasVersions);
		Self::ensure_unreferenced(T::References::to_artifact(&id))?;

		let price = Self::artifact_tombstone_price()?;
		let (released, tombstone) =
			Self::bury(HoldReason::Artifact, &who, artifact.deposit, price)?;
		RemovedArtifacts::<T>::insert(id, Tombstone { account: who.clone(), deposit: tombstone });
		Artifacts::<T>::remove(id);
		T::OnArtifact::on_removed(&id)?;

		Self::deposit_event(Event::ArtifactRemoved {
			artifact: id,
			publisher: artifact.publisher,
			name: artifact.name,
			owner: who,
			released,
			tombstone,
		});
		Ok(())
	}

	/// Whether nothing outside the registry refers to it.
	///
	/// Fails with `HasLicenses`, `HasIncome`.
	fn ensure_unreferenced(reference: Option<Reference>) -> DispatchResult {
		match reference {
			None => Ok(()),
			Some(Reference::License) => Err(Error::<T>::HasLicenses.into()),
			Some(Reference::Income) => Err(Error::<T>::HasIncome.into()),
		}
	}
}
