// SPDX-License-Identifier: Apache-2.0

//! Transfer of ownership, in two steps: the owner offers, the new owner accepts.

use crate::{Artifacts, Config, Error, Event, HoldReason, Pallet};
use agora_primitives::{seams::OnArtifact, ArtifactId};
use frame_support::ensure;
use sp_runtime::{traits::CheckedAdd, ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_transfer_ownership(
		who: T::AccountId,
		id: ArtifactId,
		new_owner: T::AccountId,
	) -> DispatchResult {
		let mut artifact = Self::ensure_owned(&who, &id)?;
		ensure!(new_owner != who, Error::<T>::AlreadyOwner);

		artifact.pending_owner = Some(new_owner.clone());
		Artifacts::<T>::insert(id, artifact);

		Self::deposit_event(Event::TransferProposed { artifact: id, owner: who, new_owner });
		Ok(())
	}

	pub(crate) fn do_accept_ownership(who: T::AccountId, id: ArtifactId) -> DispatchResult {
		let mut artifact = Artifacts::<T>::get(id).ok_or(Error::<T>::ArtifactNotFound)?;
		let new_owner = artifact.pending_owner.take().ok_or(Error::<T>::NoTransferProposed)?;
		ensure!(new_owner == who, Error::<T>::NotProposedOwner);

		let deposit = artifact
			.deposit
			.checked_add(&artifact.versions_deposit)
			.ok_or(ArithmeticError::Overflow)?;
		let old_owner = core::mem::replace(&mut artifact.owner, new_owner.clone());

		// The new owner's deposits first: at no time is anything unpaid for.
		Self::hold(HoldReason::Artifact, &new_owner, artifact.deposit)?;
		Self::hold(HoldReason::Version, &new_owner, artifact.versions_deposit)?;
		Self::release(HoldReason::Artifact, &old_owner, artifact.deposit)?;
		Self::release(HoldReason::Version, &old_owner, artifact.versions_deposit)?;
		Artifacts::<T>::insert(id, artifact);
		T::OnArtifact::on_transferred(&id, &old_owner, &new_owner)?;

		Self::deposit_event(Event::OwnershipTransferred {
			artifact: id,
			old_owner,
			new_owner,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_cancel_transfer(who: T::AccountId, id: ArtifactId) -> DispatchResult {
		let mut artifact = Artifacts::<T>::get(id).ok_or(Error::<T>::ArtifactNotFound)?;
		let new_owner = artifact.pending_owner.take();
		ensure!(artifact.owner == who || new_owner.as_ref() == Some(&who), Error::<T>::NotOwner);
		let new_owner = new_owner.ok_or(Error::<T>::NoTransferProposed)?;

		let owner = artifact.owner.clone();
		Artifacts::<T>::insert(id, artifact);

		Self::deposit_event(Event::TransferCancelled { artifact: id, owner, new_owner });
		Ok(())
	}
}
