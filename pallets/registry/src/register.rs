// SPDX-License-Identifier: Apache-2.0

//! Artifacts: registering them, and what their owner may change about them.

use crate::{ArtifactOf, Artifacts, Config, Error, Event, HoldReason, Pallet, RemovedArtifacts};
use agora_primitives::{
	artifact_id,
	text::{is_name, is_tag, Name, Tags},
	Artifact, ArtifactId, ArtifactKind, ArtifactStatus,
};
use frame_support::ensure;
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		who: T::AccountId,
		kind: ArtifactKind,
		name: Name,
		tags: Tags,
	) -> DispatchResult {
		ensure!(is_name(&name), Error::<T>::InvalidName);
		Self::ensure_tags(&tags)?;
		let id = artifact_id(&who, &name);
		ensure!(!Artifacts::<T>::contains_key(id), Error::<T>::ArtifactExists);
		ensure!(!RemovedArtifacts::<T>::contains_key(id), Error::<T>::ArtifactRemoved);

		let artifact = Self::new_artifact(who.clone(), kind, name, tags)?;
		Self::hold(HoldReason::Artifact, &who, artifact.deposit)?;
		Artifacts::<T>::insert(id, &artifact);

		Self::deposit_event(Event::ArtifactRegistered {
			artifact: id,
			kind,
			publisher: who,
			name: artifact.name,
			tags: artifact.tags,
			deposit: artifact.deposit,
		});
		Ok(())
	}

	/// An artifact as it begins, with the deposit that is held for it.
	pub(crate) fn new_artifact(
		publisher: T::AccountId,
		kind: ArtifactKind,
		name: Name,
		tags: Tags,
	) -> Result<ArtifactOf<T>, DispatchError> {
		let mut artifact = Artifact {
			kind,
			owner: publisher.clone(),
			publisher,
			pending_owner: None,
			name,
			tags,
			status: ArtifactStatus::Active,
			next_number: 1,
			versions: 0,
			deposit: Zero::zero(),
			versions_deposit: Zero::zero(),
		};
		artifact.deposit = Self::artifact_price(&artifact)?;
		Ok(artifact)
	}

	pub(crate) fn do_update_tags(who: T::AccountId, id: ArtifactId, tags: Tags) -> DispatchResult {
		let mut artifact = Self::ensure_owned(&who, &id)?;
		Self::ensure_tags(&tags)?;

		artifact.tags = tags;
		let deposit = Self::artifact_price(&artifact)?;

		Self::adjust(HoldReason::Artifact, &who, artifact.deposit, deposit)?;
		artifact.deposit = deposit;
		Artifacts::<T>::insert(id, &artifact);

		Self::deposit_event(Event::TagsUpdated { artifact: id, tags: artifact.tags, deposit });
		Ok(())
	}

	pub(crate) fn do_retire(who: T::AccountId, id: ArtifactId) -> DispatchResult {
		let mut artifact = Self::ensure_owned(&who, &id)?;
		ensure!(!artifact.is_retired(), Error::<T>::AlreadyRetired);

		artifact.status = ArtifactStatus::Retired;
		Artifacts::<T>::insert(id, artifact);

		Self::deposit_event(Event::ArtifactRetired { artifact: id });
		Ok(())
	}

	/// The artifact, if `who` owns it.
	///
	/// Fails with `ArtifactNotFound`, `NotOwner`.
	pub(crate) fn ensure_owned(
		who: &T::AccountId,
		id: &ArtifactId,
	) -> Result<ArtifactOf<T>, DispatchError> {
		let artifact = Artifacts::<T>::get(id).ok_or(Error::<T>::ArtifactNotFound)?;
		ensure!(artifact.owner == *who, Error::<T>::NotOwner);
		Ok(artifact)
	}

	/// Whether tags are well formed and different.
	///
	/// Fails with `InvalidTag`, `DuplicateTag`.
	fn ensure_tags(tags: &Tags) -> DispatchResult {
		ensure!(tags.iter().all(|tag| is_tag(tag)), Error::<T>::InvalidTag);
		ensure!(!Self::repeats(tags), Error::<T>::DuplicateTag);
		Ok(())
	}
}
