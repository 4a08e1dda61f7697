// SPDX-License-Identifier: Apache-2.0

//! What the owner may change about a version: its status, card and locations.

use crate::{ArtifactOf, Artifacts, Config, Error, Event, HoldReason, Pallet, VersionOf, Versions};
use agora_primitives::{
	text::{is_reason, Locations, Reason},
	Digest, Sequence, VersionStatus,
};
use frame_support::ensure;
use sp_runtime::{
	traits::{CheckedAdd, CheckedSub},
	ArithmeticError, DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_yank(who: T::AccountId, sequence: Sequence, reason: Reason) -> DispatchResult {
		let (mut version, artifact) = Self::ensure_version_owned(&who, sequence)?;
		match version.status {
			VersionStatus::Live => {}
			VersionStatus::Yanked { .. } => return Err(Error::<T>::AlreadyYanked.into()),
			VersionStatus::Superseded { .. } => return Err(Error::<T>::VersionSuperseded.into()),
		}
		ensure!(is_reason(&reason), Error::<T>::InvalidReason);

		version.status = VersionStatus::Yanked { reason: reason.clone() };
		let deposit = Self::replace(sequence, version, artifact)?;

		Self::deposit_event(Event::VersionYanked { sequence, reason, deposit });
		Ok(())
	}

	pub(crate) fn do_unyank(who: T::AccountId, sequence: Sequence) -> DispatchResult {
		let (mut version, artifact) = Self::ensure_version_owned(&who, sequence)?;
		match version.status {
			VersionStatus::Live => return Err(Error::<T>::NotYanked.into()),
			VersionStatus::Yanked { .. } => {}
			VersionStatus::Superseded { .. } => return Err(Error::<T>::VersionSuperseded.into()),
		}

		version.status = VersionStatus::Live;
		let deposit = Self::replace(sequence, version, artifact)?;

		Self::deposit_event(Event::VersionUnyanked { sequence, deposit });
		Ok(())
	}

	pub(crate) fn do_update_card(
		who: T::AccountId,
		sequence: Sequence,
		card: Option<Digest>,
	) -> DispatchResult {
		let (mut version, artifact) = Self::ensure_version_owned(&who, sequence)?;

		version.card = card;
		let deposit = Self::replace(sequence, version, artifact)?;

		Self::deposit_event(Event::CardUpdated { sequence, card, deposit });
		Ok(())
	}

	pub(crate) fn do_update_locations(
		who: T::AccountId,
		sequence: Sequence,
		locations: Locations,
	) -> DispatchResult {
		let (mut version, artifact) = Self::ensure_version_owned(&who, sequence)?;
		Self::ensure_locations(&locations)?;

		version.locations = locations.clone();
		let deposit = Self::replace(sequence, version, artifact)?;

		Self::deposit_event(Event::LocationsUpdated { sequence, locations, deposit });
		Ok(())
	}

	/// The version and its artifact, if `who` owns them.
	///
	/// Fails with `VersionNotFound`, `ArtifactNotFound`, `NotOwner`.
	pub(crate) fn ensure_version_owned(
		who: &T::AccountId,
		sequence: Sequence,
	) -> Result<(VersionOf<T>, ArtifactOf<T>), DispatchError> {
		let version = Versions::<T>::get(sequence).ok_or(Error::<T>::VersionNotFound)?;
		let artifact = Self::ensure_owned(who, &version.artifact)?;
		Ok((version, artifact))
	}

	/// Store a changed version, and let its owner's deposit follow its size.
	///
	/// Returns the new deposit.
	fn replace(
		sequence: Sequence,
		mut version: VersionOf<T>,
		mut artifact: ArtifactOf<T>,
	) -> Result<crate::BalanceOf<T>, DispatchError> {
		let old = version.deposit;
		let new = Self::version_price(&version)?;
		if new != old {
			artifact.versions_deposit = artifact
				.versions_deposit
				.checked_sub(&old)
				.ok_or(ArithmeticError::Underflow)?
				.checked_add(&new)
				.ok_or(ArithmeticError::Overflow)?;
			Self::adjust(HoldReason::Version, &artifact.owner, old, new)?;
			Artifacts::<T>::insert(version.artifact, artifact);
			version.deposit = new;
		}
		Versions::<T>::insert(sequence, version);
		Ok(new)
	}
}
