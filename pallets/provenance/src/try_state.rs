// SPDX-License-Identifier: Apache-2.0

//! What is always true.
//!
//! 1. A version that committed to its records has from 1 to 2^32 of them, and is in one series, with
//!    as many records as there.
//! 2. A series begins with the version that it is known by, and lists versions in ascending order,
//!    each with at least the records of the one before; each of them committed to that series.
//! 3. The versions of a series that exist are of one dataset.
//! 4. A segment counts the records that were proven of what it added, and for how many of those
//!    consent was withdrawn.
//! 5. A proven record is in what its version added; or that version was removed and its commitment
//!    released.
//! 6. No record is proven by nobody.
//! 7. An attestation's id was given, and is known under its attester with its verdict;
//!    nothing else is known there, and nothing is empty.
//! 8. What users wrote is well formed: locations.
//! 9. An attestation was not made in the future.
//! 10. What each account holds for commitments, records and attestations is the sum of what is
//!     recorded.

use crate::{
	Attestations, AttestationsBy, BalanceOf, Commitments, Config, HoldReason, NextAttestation,
	Pallet, Records, Series,
};
use agora_primitives::{
	seams::InspectArtifacts, text::is_location, ArtifactKind, Sequence, MAX_RECORDS,
};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use frame_system::Pallet as System;
use sp_runtime::{traits::CheckedAdd, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Whether all of the above is true.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_series()?;
		Self::try_records()?;
		Self::try_attestations()?;
		Self::try_deposits()
	}

	/// 1, 2 and 3.
	fn try_series() -> Result<(), TryRuntimeError> {
		let mut listed = 0usize;
		for (series, segments) in Series::<T>::iter() {
			ensure!(
				segments.first().is_some_and(|first| first.version == series),
				"2: a series begins with another version"
			);
			let (mut version, mut end, mut artifact) = (0, 0, None);
			for segment in &segments {
				listed = listed.checked_add(1).ok_or("too many versions")?;
				ensure!(segment.version > version, "2: a series is out of order");
				ensure!(segment.end >= end, "2: a version lost records");
				(version, end) = (segment.version, segment.end);
				let commitment = Commitments::<T>::get(version)
					.ok_or("2: a version of a series did not commit")?;
				ensure!(commitment.series == series, "1: a version is in two series");
				ensure!(commitment.count == end, "1: a version has two numbers of records");
				if let Some(found) = T::Artifacts::version(version) {
					ensure!(
						*artifact.get_or_insert(found.artifact) == found.artifact,
						"3: a series is of two datasets"
					);
					let kind = T::Artifacts::artifact(&found.artifact).map(|found| found.kind);
					ensure!(kind == Some(ArtifactKind::Dataset), "3: a series is of no dataset");
				}
			}
		}
		for commitment in Commitments::<T>::iter_values() {
			ensure!(
				(1..=MAX_RECORDS).contains(&commitment.count),
				"1: a version has an impossible number of records"
			);
		}
		ensure!(Commitments::<T>::iter().count() == listed, "1: a version is in no series");
		Ok(())
	}

	/// 4, 5 and 6.
	fn try_records() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<Sequence, (u64, u64)>::new();
		for (origin, index, record) in Records::<T>::iter() {
			let (proven, withdrawn) = counted.entry(origin).or_default();
			*proven = proven.checked_add(1).ok_or("too many records")?;
			*withdrawn =
				withdrawn.checked_add(record.withdrawn.into()).ok_or("too many records")?;
			ensure!(!Self::is_nobody(&record.contributor), "6: a record is proven by nobody");
			match Commitments::<T>::get(origin) {
				Some(commitment) => {
					let segments = Series::<T>::get(commitment.series);
					let at = segments.partition_point(|segment| segment.end <= index);
					ensure!(
						segments.get(at).is_some_and(|segment| segment.version == origin),
						"5: a record is not in what its version added"
					);
				}
				None => ensure!(
					T::Artifacts::version(origin).is_none(),
					"5: a record's version exists without its commitment"
				),
			}
		}
		for segments in Series::<T>::iter_values() {
			for segment in segments {
				ensure!(
					counted.get(&segment.version).copied().unwrap_or_default()
						== (segment.proven, segment.withdrawn),
					"4: a segment miscounts its records"
				);
			}
		}
		Ok(())
	}

	/// 7, 8 and 9.
	fn try_attestations() -> Result<(), TryRuntimeError> {
		let next = NextAttestation::<T>::get();
		let now = System::<T>::block_number();
		let mut count = 0usize;
		for (version, id, attestation) in Attestations::<T>::iter() {
			let id = u64::from_be_bytes(id);
			count = count.checked_add(1).ok_or("too many attestations")?;
			ensure!(id > 0 && id < next, "7: an id was not given");
			let known = AttestationsBy::<T>::get(version, &attestation.attester)
				.iter()
				.filter(|entry| entry.id == id && entry.verdict == attestation.verdict)
				.count();
			ensure!(known == 1, "7: an attester does not know an attestation");
			let location =
				attestation.evidence.as_ref().and_then(|evidence| evidence.location.as_ref());
			ensure!(
				location.is_none_or(|location| is_location(location)),
				"8: a location is malformed"
			);
			ensure!(attestation.attested_at <= now, "9: an attestation is from the future");
		}
		for entries in AttestationsBy::<T>::iter_values() {
			ensure!(!entries.is_empty(), "7: an attester is known for nothing");
			count = count.checked_sub(entries.len()).ok_or("7: an attestation does not exist")?;
		}
		ensure!(count == 0, "7: an attestation is known to no attester");
		Ok(())
	}

	/// 10.
	fn try_deposits() -> Result<(), TryRuntimeError> {
		let mut recorded = BTreeMap::<_, [BalanceOf<T>; 3]>::new();
		let mut record = |who: T::AccountId, reason: HoldReason, amount: BalanceOf<T>| {
			let sums = recorded.entry(who).or_default();
			let sum = sums.get_mut(reason_index(reason)).ok_or("no such reason")?;
			*sum = sum.checked_add(&amount).ok_or("deposits overflow")?;
			Ok::<(), TryRuntimeError>(())
		};
		for commitment in Commitments::<T>::iter_values() {
			record(commitment.depositor, HoldReason::Commitment, commitment.deposit)?;
		}
		for proven in Records::<T>::iter_values() {
			record(proven.contributor, HoldReason::Record, proven.deposit)?;
		}
		for attestation in Attestations::<T>::iter_values() {
			record(attestation.attester, HoldReason::Attestation, attestation.deposit)?;
		}
		for (who, sums) in recorded {
			for reason in REASONS {
				ensure!(
					sums.get(reason_index(reason)) == Some(&Self::held(reason, &who)),
					"10: an account does not hold what is recorded"
				);
			}
		}
		Ok(())
	}
}

/// Every reason, in the order of [`reason_index`].
pub(crate) const REASONS: [HoldReason; 3] =
	[HoldReason::Commitment, HoldReason::Record, HoldReason::Attestation];

fn reason_index(reason: HoldReason) -> usize {
	match reason {
		HoldReason::Commitment => 0,
		HoldReason::Record => 1,
		HoldReason::Attestation => 2,
	}
}
