// SPDX-License-Identifier: Apache-2.0

//! What the catalog asks of the registry: which version of an artifact is its newest, and what
//! versions are called. None of it is reachable from a call.

use crate::{
	ArtifactOf, ArtifactVersions, Artifacts, Config, LatestVersionOf, Pallet, VersionOf, Versions,
};
use agora_primitives::{
	api::{LatestVersion, VersionLabel, MAX_EDGES, MAX_GAP},
	ArtifactId, Sequence,
};
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// The newest version of an artifact. Nothing if it has none, or its owner removed more than
	/// [`MAX_GAP`] that were newer. `looked` counts the numbers that were looked at.
	pub fn newest_version(
		id: &ArtifactId,
		artifact: &ArtifactOf<T>,
		looked: &mut u32,
	) -> Option<LatestVersionOf<T>> {
		if artifact.versions == 0 {
			return None;
		}
		let sequence = (1..artifact.next_number)
			.rev()
			.take(gap().saturating_add(1))
			.inspect(|_| *looked = looked.saturating_add(1))
			.find_map(|number| ArtifactVersions::<T>::get(id, number))?;
		Some(LatestVersion { sequence, version: Versions::<T>::get(sequence)? })
	}

	/// Whether a version is the one that [`Self::newest_version`] of its artifact gives.
	///
	/// Looks from the version upwards, so that an owner who removed many makes one version slow to
	/// look at, and not all that are older. `looked` counts the numbers that were looked at.
	pub fn is_newest(version: &VersionOf<T>, artifact: &ArtifactOf<T>, looked: &mut u32) -> bool {
		let newer = version.number.saturating_add(1)..artifact.next_number;
		newer.len() <= gap()
			&& !newer
				.into_iter()
				.inspect(|_| *looked = looked.saturating_add(1))
				.any(|number| ArtifactVersions::<T>::contains_key(version.artifact, number))
	}

	/// Answers `CatalogApi::labels`.
	pub fn api_labels(sequences: Vec<Sequence>) -> Vec<VersionLabel<T::AccountId>> {
		let most = usize::try_from(MAX_EDGES).map_or(usize::MAX, |edges| edges.saturating_add(1));
		sequences.into_iter().take(most).filter_map(Self::label).collect()
	}

	fn label(sequence: Sequence) -> Option<VersionLabel<T::AccountId>> {
		let version = Versions::<T>::get(sequence)?;
		let artifact = Artifacts::<T>::get(version.artifact)?;
		Some(VersionLabel {
			sequence,
			artifact: version.artifact,
			retired: artifact.is_retired(),
			publisher: artifact.publisher,
			name: artifact.name,
			number: version.number,
			kind: artifact.kind,
			status: version.status,
			royalty_asked: version.terms.royalty,
		})
	}
}

/// [`MAX_GAP`] as a length.
fn gap() -> usize {
	usize::try_from(MAX_GAP).unwrap_or(usize::MAX)
}
