// SPDX-License-Identifier: Apache-2.0

//! What is always true.
//!
//! 1. A version is stored under a sequence below `NextSequence` that is not zero.
//! 2. A version is that number of an artifact that exists, and `ArtifactVersions` says so; it has
//!    no other entries.
//! 3. An artifact counts its versions, and their numbers are below its next.
//! 4. An artifact's id is the hash of its publisher and name, and it was not removed.
//! 5. A digest belongs to one version: the one that `VersionsByDigest` names has it and is not
//!    superseded, and every version that is not superseded is so named.
//! 6. A digest whose version was removed names no version that exists.
//! 7. A superseded version names a later one that has, or had, its digest.
//! 8. Lineage has no cycles: a version's sources exist, are earlier, and are each named once.
//! 9. `Descendants` mirrors sources: an entry for each source of each version, and no other.
//! 10. Terms do not launder: a version allows no use that a source does not allow, and owes the
//!     royalty that the source asks, except where the relation passes nothing on; no royalty asked
//!     and no sum of royalties owed is above the maximum.
//! 11. What users wrote is well formed: names, tags, licenses, locations, reasons, sizes.
//! 12. Priority is not after publication, and publication is not in the future.
//! 13. An artifact's total for its versions is the sum of their deposits.
//! 14. What each account holds for artifacts, versions, reservations and tombstones is the sum of
//!     what is recorded.
//! 15. Nobody is offered an artifact that is theirs.

use crate::{
	ArtifactVersions, Artifacts, BalanceOf, Config, Descendants, DigestRecord, HoldReason,
	NextSequence, Pallet, RemovedArtifacts, Reservations, Versions, VersionsByDigest,
};
use agora_primitives::{
	artifact_id,
	text::{is_license, is_location, is_name, is_reason, is_tag},
	VersionStatus,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::Get};
use frame_system::Pallet as System;
use sp_runtime::{traits::CheckedAdd, Permill, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Whether all of the above is true.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_artifacts()?;
		Self::try_versions()?;
		Self::try_digests()?;
		Self::try_lineage()?;
		Self::try_deposits()
	}

	/// 3, 4, 11, 13 and 15.
	fn try_artifacts() -> Result<(), TryRuntimeError> {
		let mut versions = BTreeMap::<_, (u32, BalanceOf<T>)>::new();
		for version in Versions::<T>::iter_values() {
			let (count, sum) = versions.entry(version.artifact).or_default();
			*count = count.checked_add(1).ok_or("too many versions")?;
			*sum = sum.checked_add(&version.deposit).ok_or("deposits overflow")?;
		}
		for (id, artifact) in Artifacts::<T>::iter() {
			let (count, sum) = versions.remove(&id).unwrap_or_default();
			ensure!(artifact.versions == count, "3: an artifact miscounts its versions");
			ensure!(
				ArtifactVersions::<T>::iter_key_prefix(id)
					.all(|number| number > 0 && number < artifact.next_number),
				"3: a version has a number that was not given"
			);
			ensure!(
				id == artifact_id(&artifact.publisher, &artifact.name),
				"4: an artifact has the wrong id"
			);
			ensure!(
				!RemovedArtifacts::<T>::contains_key(id),
				"4: an artifact that was removed exists"
			);
			ensure!(is_name(&artifact.name), "11: a name is malformed");
			ensure!(artifact.tags.iter().all(|tag| is_tag(tag)), "11: a tag is malformed");
			ensure!(!Self::repeats(&artifact.tags), "11: a tag is repeated");
			ensure!(artifact.versions_deposit == sum, "13: a total of deposits is wrong");
			ensure!(
				artifact.pending_owner.as_ref() != Some(&artifact.owner),
				"15: an artifact is offered to its owner"
			);
		}
		ensure!(versions.is_empty(), "2: a version has no artifact");
		Ok(())
	}

	/// 1, 2, 11 and 12.
	fn try_versions() -> Result<(), TryRuntimeError> {
		let next = NextSequence::<T>::get();
		let now = System::<T>::block_number();
		let mut count = 0usize;
		for (sequence, version) in Versions::<T>::iter() {
			count = count.checked_add(1).ok_or("too many versions")?;
			ensure!(sequence > 0 && sequence < next, "1: a sequence was not given");
			ensure!(
				ArtifactVersions::<T>::get(version.artifact, version.number) == Some(sequence),
				"2: an artifact does not know its version"
			);
			ensure!(version.bytes > 0 && version.files > 0, "11: a version is empty");
			ensure!(is_license(&version.license), "11: a license is malformed");
			ensure!(
				version.locations.iter().all(|location| is_location(location)),
				"11: a location is malformed"
			);
			ensure!(!Self::repeats(&version.locations), "11: a location is repeated");
			if let VersionStatus::Yanked { reason } = &version.status {
				ensure!(is_reason(reason), "11: a reason is malformed");
			}
			ensure!(
				version.priority <= version.published_at && version.published_at <= now,
				"12: a version has an impossible date"
			);
		}
		ensure!(
			ArtifactVersions::<T>::iter().count() == count,
			"2: an artifact has a number without a version"
		);
		Ok(())
	}

	/// 5, 6 and 7.
	fn try_digests() -> Result<(), TryRuntimeError> {
		let next = NextSequence::<T>::get();
		for (digest, record) in VersionsByDigest::<T>::iter() {
			match record {
				DigestRecord::Published(sequence) => {
					let version = Versions::<T>::get(sequence)
						.ok_or("5: a digest belongs to a version that does not exist")?;
					ensure!(version.manifest == digest, "5: a digest belongs to the wrong version");
					ensure!(
						!version.is_superseded(),
						"5: a digest belongs to a superseded version"
					);
				}
				DigestRecord::Removed { sequence, .. } => {
					ensure!(sequence > 0 && sequence < next, "6: a tombstone names no version");
					ensure!(!Versions::<T>::contains_key(sequence), "6: a removed version exists");
				}
			}
		}
		for (sequence, version) in Versions::<T>::iter() {
			let record = VersionsByDigest::<T>::get(version.manifest);
			let Some(record) = record else { return Err("5: a version has no digest".into()) };
			match version.status {
				VersionStatus::Live | VersionStatus::Yanked { .. } => ensure!(
					record == DigestRecord::Published(sequence),
					"5: two versions have the same digest"
				),
				VersionStatus::Superseded { by } => {
					ensure!(sequence < by && by < next, "7: a version is superseded by none");
					if let Some(other) = Versions::<T>::get(by) {
						ensure!(
							other.manifest == version.manifest,
							"7: a version is superseded by another digest"
						);
					}
				}
			}
		}
		Ok(())
	}

	/// 8, 9 and 10.
	fn try_lineage() -> Result<(), TryRuntimeError> {
		let maximum = T::MaxRoyalty::get();
		let mut edges = 0usize;
		for (sequence, version) in Versions::<T>::iter() {
			let mut named = BTreeSet::new();
			let mut total = Permill::zero();
			for source in &version.sources {
				edges = edges.checked_add(1).ok_or("too many sources")?;
				ensure!(source.sequence < sequence, "8: a source is not earlier");
				ensure!(named.insert(source.sequence), "8: a source is named twice");
				let cited =
					Versions::<T>::get(source.sequence).ok_or("8: a source does not exist")?;
				ensure!(
					Descendants::<T>::get(source.sequence, sequence) == Some(source.relation),
					"9: a source does not know its descendant"
				);
				total = total.checked_add(&source.royalty).ok_or("10: royalties overflow")?;
				if source.relation.passes_terms() {
					ensure!(
						version.terms.uses.is_subset_of(&cited.terms.uses),
						"10: terms were laundered"
					);
					ensure!(
						source.royalty == cited.terms.royalty,
						"10: a royalty is not what was asked"
					);
				} else {
					ensure!(source.royalty.is_zero(), "10: a royalty is owed for nothing");
				}
			}
			ensure!(
				version.terms.royalty <= maximum && total <= maximum,
				"10: a royalty is above the maximum"
			);
		}
		ensure!(
			Descendants::<T>::iter_keys().count() == edges,
			"9: a descendant does not know its source"
		);
		Ok(())
	}

	/// 14.
	fn try_deposits() -> Result<(), TryRuntimeError> {
		let mut recorded = BTreeMap::<_, [BalanceOf<T>; 4]>::new();
		let mut record = |who: T::AccountId, reason: HoldReason, amount: BalanceOf<T>| {
			let sums = recorded.entry(who).or_default();
			let sum = sums.get_mut(reason_index(reason)).ok_or("no such reason")?;
			*sum = sum.checked_add(&amount).ok_or("deposits overflow")?;
			Ok::<(), TryRuntimeError>(())
		};
		for artifact in Artifacts::<T>::iter_values() {
			record(artifact.owner.clone(), HoldReason::Artifact, artifact.deposit)?;
			record(artifact.owner, HoldReason::Version, artifact.versions_deposit)?;
		}
		for (account, _, reservation) in Reservations::<T>::iter() {
			record(account, HoldReason::Reservation, reservation.deposit)?;
		}
		for tombstone in RemovedArtifacts::<T>::iter_values() {
			record(tombstone.account, HoldReason::Tombstone, tombstone.deposit)?;
		}
		for digest in VersionsByDigest::<T>::iter_values() {
			if let DigestRecord::Removed { tombstone, .. } = digest {
				record(tombstone.account, HoldReason::Tombstone, tombstone.deposit)?;
			}
		}
		for (who, sums) in recorded {
			for reason in REASONS {
				ensure!(
					sums.get(reason_index(reason)) == Some(&Self::held(reason, &who)),
					"14: an account does not hold what is recorded"
				);
			}
		}
		Ok(())
	}
}

/// Every reason, in the order of [`reason_index`].
pub(crate) const REASONS: [HoldReason; 4] =
	[HoldReason::Artifact, HoldReason::Version, HoldReason::Reservation, HoldReason::Tombstone];

fn reason_index(reason: HoldReason) -> usize {
	match reason {
		HoldReason::Artifact => 0,
		HoldReason::Version => 1,
		HoldReason::Reservation => 2,
		HoldReason::Tombstone => 3,
	}
}
