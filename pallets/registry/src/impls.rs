// SPDX-License-Identifier: Apache-2.0

//! What the registry answers to other pallets.

use crate::{Artifacts, Config, Pallet, Versions};
use agora_primitives::{
	seams::{ArtifactInfo, InspectArtifacts, VersionInfo},
	ArtifactId, Sequence,
};

impl<T: Config> InspectArtifacts<T::AccountId> for Pallet<T> {
	fn artifact(artifact: &ArtifactId) -> Option<ArtifactInfo<T::AccountId>> {
		let artifact = Artifacts::<T>::get(artifact)?;
		Some(ArtifactInfo {
			kind: artifact.kind,
			publisher: artifact.publisher,
			owner: artifact.owner,
			status: artifact.status,
		})
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		let version = Versions::<T>::get(sequence)?;
		Some(VersionInfo {
			artifact: version.artifact,
			number: version.number,
			manifest: version.manifest,
			terms: version.terms,
			sources: version.sources,
			status: version.status,
		})
	}
}
