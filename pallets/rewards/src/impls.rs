// SPDX-License-Identifier: Apache-2.0

//! What rewards answer to other pallets. What they are told of payments is in `credit.rs`.

use crate::{Config, Open, Pallet, WeightInfo};
use agora_primitives::{
	seams::{Reference, References},
	ArtifactId, Sequence,
};
use frame_support::weights::Weight;

impl<T: Config> References for Pallet<T> {
	fn to_version(version: Sequence) -> Option<Reference> {
		(Open::<T>::get(version) > 0).then_some(Reference::Income)
	}

	fn to_artifact(_: &ArtifactId) -> Option<Reference> {
		// Rewards are those of versions.
		None
	}

	fn weight() -> Weight {
		T::WeightInfo::references()
	}
}
