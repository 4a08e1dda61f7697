// SPDX-License-Identifier: Apache-2.0

//! Records: contributors prove them, once, and can withdraw consent, for ever.

use crate::{
	Commitments, Config, Error, Event, HoldReason, LeafOf, Pallet, ProvenRecord, Records,
	RecordsCommitmentOf, Segments, Series,
};
use agora_primitives::{
	seams::{Contribution, InspectArtifacts, OnContribution},
	InclusionProof, RecordId, Sequence,
};
use codec::Encode;
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// A record's place among the versions that have it.
pub(crate) struct Place<T: Config> {
	pub commitment: RecordsCommitmentOf<T>,
	pub segments: Segments,
	/// Which segment brought it into the dataset.
	pub segment: usize,
	pub record: RecordId,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prove_record(
		who: T::AccountId,
		version: Sequence,
		index: u64,
		leaf: LeafOf<T>,
		proof: InclusionProof,
	) -> DispatchResult {
		// Check.
		let data = leaf.encode();
		ensure!(!Self::is_nobody(&leaf.contributor), Error::<T>::NoContributor);
		ensure!(leaf.contributor == who, Error::<T>::NotContributor);
		ensure!(T::Artifacts::version(version).is_some(), Error::<T>::VersionNotFound);
		let mut place = Self::place(version, index)?;
		let RecordId { origin, .. } = place.record;
		ensure!(!Records::<T>::contains_key(origin, index), Error::<T>::AlreadyProven);
		ensure!(place.commitment.tree().includes(index, &data, &proof), Error::<T>::InvalidProof);

		// Compute.
		let deposit = Self::record_price()?;
		let segment = place.segments.get_mut(place.segment).ok_or(Error::<T>::IndexOutOfRange)?;
		segment.proven = segment.proven.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		// Write.
		Self::hold(HoldReason::Record, &who, deposit)?;
		let record = ProvenRecord { contributor: who.clone(), withdrawn: false, deposit };
		Records::<T>::insert(origin, index, record);
		Series::<T>::insert(place.commitment.series, &place.segments);
		T::OnContribution::on_proven(&place.contribution(who.clone()))?;

		Self::deposit_event(Event::RecordProven {
			version,
			origin,
			index,
			contributor: who,
			record: leaf.record,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_consent(
		who: T::AccountId,
		version: Sequence,
		index: u64,
	) -> DispatchResult {
		// Check.
		let mut place = Self::place(version, index)?;
		let RecordId { origin, .. } = place.record;
		let mut record = Records::<T>::get(origin, index).ok_or(Error::<T>::RecordNotFound)?;
		ensure!(record.contributor == who, Error::<T>::NotContributor);
		ensure!(!record.withdrawn, Error::<T>::ConsentAlreadyWithdrawn);

		// What is due is paid while the record still counts. Whoever pays reads here and does not
		// write.
		T::OnContribution::on_withdrawing(&place.contribution(who.clone()))?;

		// Compute.
		let segment = place.segments.get_mut(place.segment).ok_or(Error::<T>::IndexOutOfRange)?;
		segment.withdrawn = segment.withdrawn.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		record.withdrawn = true;

		// Write.
		Records::<T>::insert(origin, index, record);
		Series::<T>::insert(place.commitment.series, &place.segments);

		Self::deposit_event(Event::ConsentWithdrawn { version, origin, index, contributor: who });
		Ok(())
	}

	pub(crate) fn do_release_record(origin: Sequence, index: u64) -> DispatchResult {
		let record = Records::<T>::get(origin, index).ok_or(Error::<T>::RecordNotFound)?;
		ensure!(!Commitments::<T>::contains_key(origin), Error::<T>::CommitmentExists);

		Self::release(HoldReason::Record, &record.contributor, record.deposit)?;
		Records::<T>::remove(origin, index);
		if !record.withdrawn {
			T::OnContribution::on_released(&RecordId { origin, index }, &record.contributor)?;
		}

		Self::deposit_event(Event::RecordReleased {
			origin,
			index,
			contributor: record.contributor,
			deposit: record.deposit,
		});
		Ok(())
	}

	/// Whether this is the account of zeros, which stands for nobody in a leaf.
	pub(crate) fn is_nobody(account: &T::AccountId) -> bool {
		account.using_encoded(|account| account.iter().all(|byte| *byte == 0))
	}

	/// Where a version has the record of this index.
	///
	/// Fails with `NotCommitted`, `IndexOutOfRange`.
	pub(crate) fn place(version: Sequence, index: u64) -> Result<Place<T>, DispatchError> {
		let commitment = Commitments::<T>::get(version).ok_or(Error::<T>::NotCommitted)?;
		ensure!(index < commitment.count, Error::<T>::IndexOutOfRange);
		let segments = Series::<T>::get(commitment.series);
		// At most `MAX_SERIES` of them, in ascending order.
		let segment = segments.partition_point(|segment| segment.end <= index);
		let origin = segments.get(segment).ok_or(Error::<T>::IndexOutOfRange)?.version;
		Ok(Place { commitment, segments, segment, record: RecordId { origin, index } })
	}
}

impl<T: Config> Place<T> {
	/// The record here, as others are told of it.
	pub(crate) fn contribution(&self, contributor: T::AccountId) -> Contribution<T::AccountId> {
		Contribution { record: self.record, series: self.commitment.series, contributor }
	}
}
