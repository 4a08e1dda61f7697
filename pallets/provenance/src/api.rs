// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API, all bounded. None of it is reachable from a call.

use crate::{
	AttestationViewOf, Attestations, AttestationsBy, CommitmentViewOf, Commitments, Config, LeafOf,
	Pallet, RecordViewOf, Records, Series,
};
use agora_primitives::{
	api::{
		AttestationView, CommitmentView, Page, ProofFault, RecordState, RecordView, Taint,
		TaintPage, Waypoint, MAX_ATTESTERS, MAX_DEPTH, MAX_PAGE, MAX_TAINT_PAGE,
	},
	seams::{InspectArtifacts, InspectRecords, VersionInfo},
	RecordId, Sequence, Verdict, VersionStatus,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Answers `ProvenanceApi::commitment`.
	pub fn api_commitment(version: Sequence) -> Option<CommitmentViewOf<T>> {
		let commitment = Commitments::<T>::get(version)?;
		let segments = Series::<T>::get(commitment.series);
		let counts = Self::counts(version, &commitment, &segments);
		let at = segments.iter().position(|segment| segment.version == version);
		let neighbour =
			|at: Option<usize>| at.and_then(|at| segments.get(at)).map(|segment| segment.version);
		Some(CommitmentView {
			version,
			root: commitment.root,
			count: commitment.count,
			series: commitment.series,
			previous: neighbour(at.and_then(|at| at.checked_sub(1))),
			next: neighbour(at.and_then(|at| at.checked_add(1))),
			proven: counts.proven,
			withdrawn: counts.withdrawn,
			depositor: commitment.depositor,
			deposit: commitment.deposit,
		})
	}

	/// Answers `ProvenanceApi::record`.
	pub fn api_record(version: Sequence, index: u64) -> Option<RecordViewOf<T>> {
		let RecordId { origin, index } = Self::place(version, index).ok()?.record;
		let record = Records::<T>::get(origin, index)?;
		Some(RecordView {
			origin,
			index,
			contributor: record.contributor,
			withdrawn: record.withdrawn,
			deposit: record.deposit,
		})
	}

	/// Answers `ProvenanceApi::verify_record`.
	pub fn api_verify_record(
		version: Sequence,
		index: u64,
		leaf: LeafOf<T>,
		proof: Vec<H256>,
	) -> Result<RecordState, ProofFault> {
		let commitment = Commitments::<T>::get(version).ok_or(ProofFault::NotCommitted)?;
		if index >= commitment.count {
			return Err(ProofFault::IndexOutOfRange);
		}
		if !commitment.tree().includes(index, &leaf.encode(), &proof) {
			return Err(ProofFault::Invalid);
		}
		Ok(match Self::api_record(version, index) {
			None => RecordState::Unproven,
			Some(record) if record.withdrawn => RecordState::Withdrawn,
			Some(_) => RecordState::Proven,
		})
	}

	/// Answers `ProvenanceApi::attestations`.
	pub fn api_attestations(
		version: Sequence,
		after: Option<u64>,
		limit: u32,
	) -> Page<AttestationViewOf<T>, u64> {
		// Ids are stored with their first byte first, so that the storage's order is theirs.
		let mut attestations = match after {
			Some(after) => Attestations::<T>::iter_prefix_from(
				version,
				Attestations::<T>::hashed_key_for(version, after.to_be_bytes()),
			),
			None => Attestations::<T>::iter_prefix(version),
		};
		let items: Vec<_> = attestations
			.by_ref()
			.take(at_most(limit, MAX_PAGE))
			.map(|(id, attestation)| AttestationView { id: u64::from_be_bytes(id), attestation })
			.collect();
		let last = items.last().map(|view| view.id);
		Page { items, next: attestations.next().and(last) }
	}

	/// Answers `ProvenanceApi::taint`.
	///
	/// A source's sequence is always lower than what was made from it. So the highest of those that
	/// are known of and not looked at comes next: nothing can lead to it any more, each version is
	/// looked at once, and by then its depth is that of the shortest way. What is left over is the
	/// whole state of the walk, and goes to the asker.
	pub fn api_taint(
		version: Sequence,
		attesters: Vec<T::AccountId>,
		depth: u32,
		limit: u32,
		after: Option<Vec<Waypoint>>,
	) -> Option<TaintPage> {
		T::Artifacts::version(version)?;
		let deepest = depth.clamp(1, MAX_DEPTH);
		// Each once.
		let attesters: BTreeSet<_> =
			attesters.into_iter().take(at_most(MAX_ATTESTERS, MAX_ATTESTERS)).collect();
		let mut ahead: BTreeMap<Sequence, u32> = match after {
			Some(waypoints) => {
				waypoints.into_iter().map(|waypoint| (waypoint.sequence, waypoint.depth)).collect()
			}
			None => BTreeMap::from([(version, 0)]),
		};
		let mut page = TaintPage::default();
		for _ in 0..at_most(limit, MAX_TAINT_PAGE) {
			let Some((sequence, depth)) = ahead.pop_last() else { break };
			page.examined = page.examined.saturating_add(1);
			let Some(found) = T::Artifacts::version(sequence) else { continue };
			let below = depth.saturating_add(1);
			for source in found.sources.iter().filter(|source| source.relation.passes_terms()) {
				if below > deepest {
					page.beyond_depth = true;
					break;
				}
				let known = ahead.entry(source.sequence).or_insert(below);
				*known = below.min(*known);
			}
			let taint = Self::taint_of(sequence, depth, found, &attesters);
			page.items.extend(taint.is_tainted().then_some(taint));
		}
		if !ahead.is_empty() {
			let waypoint = |(sequence, depth)| Waypoint { sequence, depth };
			page.next = Some(ahead.into_iter().rev().map(waypoint).collect());
		}
		Some(page)
	}

	/// What became of one version.
	fn taint_of(
		sequence: Sequence,
		depth: u32,
		version: VersionInfo,
		attesters: &BTreeSet<T::AccountId>,
	) -> Taint {
		let (yanked, superseded_by) = match version.status {
			VersionStatus::Live => (false, None),
			VersionStatus::Yanked { .. } => (true, None),
			VersionStatus::Superseded { by } => (false, Some(by)),
		};
		let negative = attesters.iter().flat_map(|attester| {
			AttestationsBy::<T>::get(sequence, attester)
				.into_iter()
				.filter(|entry| entry.verdict == Verdict::Negative)
				.map(|entry| entry.id)
		});
		Taint {
			sequence,
			depth,
			yanked,
			superseded_by,
			consent_withdrawn: Self::records(sequence).map_or(0, |counts| counts.withdrawn),
			negative: negative.collect(),
		}
	}
}

/// How many items a page has at most.
fn at_most(limit: u32, most: u32) -> usize {
	usize::try_from(limit.clamp(1, most)).unwrap_or(1)
}
