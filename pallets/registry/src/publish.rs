// SPDX-License-Identifier: Apache-2.0

//! Publishing: a version takes its place in the order, its digest and its sources.

use crate::{
	ArtifactVersions, Artifacts, BalanceOf, Config, Descendants, DigestRecord, Error, Event,
	HoldReason, NextSequence, Pallet, TombstoneOf, VersionOf, Versions, VersionsByDigest,
};
use agora_primitives::{
	text::{is_license, is_location, Locations},
	ArtifactId, Digest, NewVersion, Salt, Sequence, Sources, Version, VersionStatus,
};
use alloc::boxed::Box;
use frame_support::{ensure, traits::Get};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System};
use sp_runtime::{
	traits::{CheckedAdd, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

/// How a new version comes by its digest.
enum DigestClaim<T: Config> {
	/// Nobody published it.
	First,
	/// A version of a later claim loses it.
	Supersedes(Sequence, Box<VersionOf<T>>),
	/// A removed version of a later claim loses it.
	Reclaims(Sequence, TombstoneOf<T>),
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_publish(
		who: T::AccountId,
		id: ArtifactId,
		new: NewVersion,
		salt: Option<Salt>,
	) -> DispatchResult {
		// Check.
		let mut artifact = Self::ensure_owned(&who, &id)?;
		ensure!(!artifact.is_retired(), Error::<T>::ArtifactRetired);
		Self::ensure_well_formed(&new)?;

		let now = System::<T>::block_number();
		let reservation = match salt {
			Some(salt) => Some(Self::ensure_revealable(&who, &new.manifest, &salt, now)?),
			None => None,
		};
		let reserved_at = reservation.as_ref().map(|(_, reservation)| reservation.block);
		let claim = Self::ensure_claimable(&new.manifest, reserved_at, now)?;
		let sources = Self::ensure_sources(&who, artifact.kind, &new.terms, &new.sources)?;
		if let DigestClaim::Supersedes(superseded, _) = &claim {
			ensure!(
				sources.iter().all(|source| source.sequence != *superseded),
				Error::<T>::SourceSuperseded
			);
		}

		// Compute.
		let sequence = NextSequence::<T>::get();
		let next_sequence = sequence.checked_add(1).ok_or(Error::<T>::TooManyVersions)?;
		let number = artifact.next_number;
		artifact.next_number = number.checked_add(1).ok_or(Error::<T>::TooManyVersions)?;
		artifact.versions = artifact.versions.checked_add(1).ok_or(Error::<T>::TooManyVersions)?;

		let priority = reserved_at.unwrap_or(now);
		let version = Self::new_version(id, number, new, sources, now, priority)?;
		artifact.versions_deposit = artifact
			.versions_deposit
			.checked_add(&version.deposit)
			.ok_or(ArithmeticError::Overflow)?;

		// Write. The reservation's deposit comes back first, so that it can pay for the version.
		if let Some((commitment, reservation)) = &reservation {
			Self::reveal(&who, *commitment, reservation, sequence)?;
		}
		Self::hold(HoldReason::Version, &who, version.deposit)?;
		Self::take_digest(version.manifest, claim, sequence)?;
		for source in &version.sources {
			Descendants::<T>::insert(source.sequence, sequence, source.relation);
		}
		ArtifactVersions::<T>::insert(id, number, sequence);
		Versions::<T>::insert(sequence, &version);
		Artifacts::<T>::insert(id, artifact);
		NextSequence::<T>::put(next_sequence);

		Self::deposit_event(Event::VersionPublished { sequence, owner: who, version });
		Ok(())
	}

	/// A version as it begins, with the deposit that is held for it.
	pub(crate) fn new_version(
		artifact: ArtifactId,
		number: u32,
		new: NewVersion,
		sources: Sources,
		published_at: BlockNumberFor<T>,
		priority: BlockNumberFor<T>,
	) -> Result<VersionOf<T>, DispatchError> {
		let mut version = Version {
			artifact,
			number,
			manifest: new.manifest,
			bytes: new.bytes,
			files: new.files,
			card: new.card,
			license: new.license,
			terms: new.terms,
			sources,
			locations: new.locations,
			published_at,
			priority,
			status: VersionStatus::Live,
			deposit: BalanceOf::<T>::zero(),
		};
		version.deposit = Self::version_price(&version)?;
		Ok(version)
	}

	/// Whether everything that needs no storage to be checked is as it must be.
	///
	/// Fails with `EmptyVersion`, `InvalidLicense`, `InvalidLocation`, `DuplicateLocation`,
	/// `RoyaltyTooHigh`.
	fn ensure_well_formed(new: &NewVersion) -> DispatchResult {
		ensure!(new.bytes > 0 && new.files > 0, Error::<T>::EmptyVersion);
		ensure!(is_license(&new.license), Error::<T>::InvalidLicense);
		Self::ensure_locations(&new.locations)?;
		ensure!(new.terms.royalty <= T::MaxRoyalty::get(), Error::<T>::RoyaltyTooHigh);
		Ok(())
	}

	/// Whether locations are well formed and different.
	///
	/// Fails with `InvalidLocation`, `DuplicateLocation`.
	pub(crate) fn ensure_locations(locations: &Locations) -> DispatchResult {
		ensure!(
			locations.iter().all(|location| is_location(location)),
			Error::<T>::InvalidLocation
		);
		ensure!(!Self::repeats(locations), Error::<T>::DuplicateLocation);
		Ok(())
	}

	/// Whether a short list names anything twice.
	pub(crate) fn repeats<Item: PartialEq>(items: &[Item]) -> bool {
		items
			.iter()
			.enumerate()
			.any(|(at, item)| items.iter().take(at).any(|earlier| earlier == item))
	}

	/// How a version reserved in the block `reserved_at`, if it was, comes by its digest.
	///
	/// Fails with `DigestAlreadyPublished`, `DigestRemoved`, `ReservationTooLate`,
	/// `RevealWindowClosed`.
	fn ensure_claimable(
		manifest: &Digest,
		reserved_at: Option<BlockNumberFor<T>>,
		now: BlockNumberFor<T>,
	) -> Result<DigestClaim<T>, DispatchError> {
		let Some(record) = VersionsByDigest::<T>::get(manifest) else {
			return Ok(DigestClaim::First);
		};
		let ensure_earlier = |published_at: BlockNumberFor<T>, priority, otherwise: Error<T>| {
			let reserved_at = reserved_at.ok_or(otherwise)?;
			ensure!(reserved_at < priority, Error::<T>::ReservationTooLate);
			let window_end = published_at.saturating_add(T::RevealWindow::get());
			ensure!(now <= window_end, Error::<T>::RevealWindowClosed);
			Ok::<(), DispatchError>(())
		};
		match record {
			DigestRecord::Published(sequence) => {
				let version =
					Versions::<T>::get(sequence).ok_or(Error::<T>::DigestAlreadyPublished)?;
				ensure_earlier(
					version.published_at,
					version.priority,
					Error::<T>::DigestAlreadyPublished,
				)?;
				Ok(DigestClaim::Supersedes(sequence, Box::new(version)))
			}
			DigestRecord::Removed { sequence, published_at, priority, tombstone } => {
				ensure_earlier(published_at, priority, Error::<T>::DigestRemoved)?;
				Ok(DigestClaim::Reclaims(sequence, tombstone))
			}
		}
	}

	/// Let the digest belong to the version `by`.
	fn take_digest(manifest: Digest, claim: DigestClaim<T>, by: Sequence) -> DispatchResult {
		match claim {
			DigestClaim::First => {}
			DigestClaim::Supersedes(sequence, mut version) => {
				// Its deposit stays as it is: the place for this status is paid for.
				version.status = VersionStatus::Superseded { by };
				Versions::<T>::insert(sequence, *version);
				Self::deposit_event(Event::VersionSuperseded { sequence, by });
			}
			DigestClaim::Reclaims(sequence, tombstone) => {
				let TombstoneOf::<T> { account, deposit: released } = tombstone;
				Self::release(HoldReason::Tombstone, &account, released)?;
				Self::deposit_event(Event::DigestReclaimed {
					manifest,
					sequence,
					by,
					account,
					released,
				});
			}
		}
		VersionsByDigest::<T>::insert(manifest, DigestRecord::Published(by));
		Ok(())
	}
}
