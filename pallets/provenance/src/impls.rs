// SPDX-License-Identifier: Apache-2.0

//! What provenance answers to other pallets.

use crate::{Commitments, Config, Pallet, Records, RecordsCommitmentOf, Segments, Series};
use agora_primitives::{
	seams::{Consent, Contribution, InspectRecords},
	RecordCounts, RecordId, Sequence,
};

impl<T: Config> Pallet<T> {
	/// How many records the version of this commitment has, and how many of them count.
	/// `segments` are those of its series.
	pub(crate) fn counts(
		version: Sequence,
		commitment: &RecordsCommitmentOf<T>,
		segments: &Segments,
	) -> RecordCounts {
		let mut counts = RecordCounts {
			series: commitment.series,
			committed: commitment.count,
			proven: 0,
			withdrawn: 0,
		};
		// Its own segment and those of the versions that it extends.
		for segment in segments.iter().take_while(|segment| segment.version <= version) {
			counts.proven = counts.proven.saturating_add(segment.proven);
			counts.withdrawn = counts.withdrawn.saturating_add(segment.withdrawn);
		}
		counts
	}
}

impl<T: Config> InspectRecords<T::AccountId> for Pallet<T> {
	fn records(version: Sequence) -> Option<RecordCounts> {
		let commitment = Commitments::<T>::get(version)?;
		Some(Self::counts(version, &commitment, &Series::<T>::get(commitment.series)))
	}

	fn contribution(version: Sequence, index: u64) -> Option<Contribution<T::AccountId>> {
		let place = Self::place(version, index).ok()?;
		let RecordId { origin, .. } = place.record;
		let record = Records::<T>::get(origin, index).filter(|record| !record.withdrawn)?;
		Some(place.contribution(record.contributor))
	}
}

impl<T: Config> Consent for Pallet<T> {
	fn is_withdrawn(version: Sequence) -> bool {
		Self::records(version).is_some_and(|counts| counts.withdrawn > 0)
	}
}
