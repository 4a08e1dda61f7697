// SPDX-License-Identifier: Apache-2.0

//! Commitments: a version binds itself to its records, and shows that it only appends.

use crate::{
	proof::Tree, Commitments, Config, Error, Event, HoldReason, Pallet, RecordsCommitment,
	RecordsCommitmentOf, Segment, Segments, Series,
};
use agora_primitives::{
	seams::{InspectArtifacts, VersionInfo},
	ArtifactKind, ConsistencyProof, Root, Sequence, MAX_RECORDS,
};
use frame_support::ensure;
use sp_runtime::{traits::CheckedSub, ArithmeticError, DispatchError, DispatchResult};

impl<AccountId, Balance> RecordsCommitment<AccountId, Balance> {
	/// The tree that was committed to.
	pub(crate) fn tree(&self) -> Tree {
		Tree { root: self.root, count: self.count }
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_commit_records(
		who: T::AccountId,
		version: Sequence,
		root: Root,
		count: u64,
	) -> DispatchResult {
		// Check.
		Self::ensure_own_dataset(&who, version)?;
		ensure!(count > 0, Error::<T>::NoRecords);
		ensure!(count <= MAX_RECORDS, Error::<T>::TooManyRecords);
		ensure!(!Commitments::<T>::contains_key(version), Error::<T>::AlreadyCommitted);

		// Compute.
		let deposit = Self::commitment_price()?;
		let commitment =
			RecordsCommitment { root, count, series: version, depositor: who.clone(), deposit };
		let mut segments = Segments::new();
		segments
			.try_push(Segment::new(version, count))
			.map_err(|_| Error::<T>::TooManyExtensions)?;

		// Write.
		Self::hold(HoldReason::Commitment, &who, deposit)?;
		Commitments::<T>::insert(version, commitment);
		Series::<T>::insert(version, segments);

		Self::deposit_event(Event::RecordsCommitted {
			version,
			root,
			count,
			depositor: who,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_extend_records(
		who: T::AccountId,
		version: Sequence,
		previous: Sequence,
		proof: ConsistencyProof,
	) -> DispatchResult {
		// Check.
		let artifact = Self::ensure_own_dataset(&who, version)?.artifact;
		let older = T::Artifacts::version(previous).ok_or(Error::<T>::VersionNotFound)?;
		ensure!(older.artifact == artifact, Error::<T>::DifferentArtifact);
		ensure!(previous < version, Error::<T>::NotNewer);
		let mut commitment = Self::ensure_alone(version)?;
		let prior = Commitments::<T>::get(previous).ok_or(Error::<T>::NotCommitted)?;
		let mut segments = Series::<T>::get(prior.series);
		ensure!(
			segments.last().is_some_and(|last| last.version == previous),
			Error::<T>::AlreadyExtended
		);
		let appended = commitment.count.checked_sub(prior.count).ok_or(Error::<T>::FewerRecords)?;
		ensure!(
			commitment.tree().extends(&prior.tree(), &proof),
			Error::<T>::InvalidConsistencyProof
		);

		// Compute.
		segments
			.try_push(Segment::new(version, commitment.count))
			.map_err(|_| Error::<T>::TooManyExtensions)?;
		// It stores less now, and whoever committed it may be another than who signs here: so what
		// is held can only fall, even if prices rose.
		let deposit = Self::extension_price()?.min(commitment.deposit);
		let released =
			commitment.deposit.checked_sub(&deposit).ok_or(ArithmeticError::Underflow)?;
		commitment.series = prior.series;
		commitment.deposit = deposit;

		// Write.
		Self::release(HoldReason::Commitment, &commitment.depositor, released)?;
		Series::<T>::remove(version);
		Series::<T>::insert(prior.series, segments);
		Commitments::<T>::insert(version, commitment);

		Self::deposit_event(Event::RecordsExtended {
			version,
			previous,
			series: prior.series,
			appended,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_release_commitment(version: Sequence) -> DispatchResult {
		let commitment = Commitments::<T>::get(version).ok_or(Error::<T>::NotCommitted)?;
		ensure!(T::Artifacts::version(version).is_none(), Error::<T>::VersionExists);
		let mut segments = Series::<T>::get(commitment.series);
		let last = segments.pop();
		ensure!(last.is_some_and(|last| last.version == version), Error::<T>::CommitmentNotLast);

		Self::release(HoldReason::Commitment, &commitment.depositor, commitment.deposit)?;
		if segments.is_empty() {
			Series::<T>::remove(commitment.series);
		} else {
			Series::<T>::insert(commitment.series, segments);
		}
		Commitments::<T>::remove(version);

		Self::deposit_event(Event::CommitmentReleased {
			version,
			depositor: commitment.depositor,
			deposit: commitment.deposit,
		});
		Ok(())
	}

	/// The version, if it is of a dataset that `who` owns.
	///
	/// Fails with `VersionNotFound`, `NotDataset`, `NotOwner`.
	fn ensure_own_dataset(
		who: &T::AccountId,
		version: Sequence,
	) -> Result<VersionInfo, DispatchError> {
		let version = T::Artifacts::version(version).ok_or(Error::<T>::VersionNotFound)?;
		let artifact =
			T::Artifacts::artifact(&version.artifact).ok_or(Error::<T>::VersionNotFound)?;
		ensure!(artifact.kind == ArtifactKind::Dataset, Error::<T>::NotDataset);
		ensure!(artifact.owner == *who, Error::<T>::NotOwner);
		Ok(version)
	}

	/// The commitment of a version that no other has to do with: neither a version that it
	/// extends or that extends it, nor a contributor.
	///
	/// Fails with `NotCommitted`, `AlreadyJoined`, `RecordsProven`.
	fn ensure_alone(version: Sequence) -> Result<RecordsCommitmentOf<T>, DispatchError> {
		let commitment = Commitments::<T>::get(version).ok_or(Error::<T>::NotCommitted)?;
		ensure!(commitment.series == version, Error::<T>::AlreadyJoined);
		let segments = Series::<T>::get(version);
		ensure!(segments.len() == 1, Error::<T>::AlreadyJoined);
		ensure!(segments.iter().all(|segment| segment.proven == 0), Error::<T>::RecordsProven);
		Ok(commitment)
	}
}
