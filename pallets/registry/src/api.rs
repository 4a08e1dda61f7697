// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API, all bounded. None of it is reachable from a call.

use crate::{
	ArtifactVersions, ArtifactViewOf, Artifacts, BalanceOf, Config, Descendants, DigestRecord,
	DigestViewOf, NextSequence, Pallet, PublicationDepositsOf, VersionViewOf, Versions,
	VersionsByDigest,
};
use agora_primitives::{
	api::{
		ArtifactView, DigestView, Edge, Lineage, Page, PublicationDeposits, VersionView, MAX_DEPTH,
		MAX_EDGES, MAX_PAGE, MAX_SCAN,
	},
	artifact_id,
	text::{Name, Tags},
	ArtifactId, ArtifactKind, Digest, NewVersion, Relation, Sequence, Source, Sources,
};
use alloc::{
	collections::{BTreeSet, VecDeque},
	vec::Vec,
};
use frame_system::Pallet as System;
use sp_runtime::{
	traits::{Bounded, Zero},
	Permill,
};

impl<T: Config> Pallet<T> {
	/// Answers `RegistryApi::artifact`.
	pub fn api_artifact(id: ArtifactId) -> Option<ArtifactViewOf<T>> {
		Artifacts::<T>::get(id).map(|artifact| ArtifactView { id, artifact })
	}

	/// Answers `RegistryApi::artifact_by_name`.
	pub fn api_artifact_by_name(
		publisher: T::AccountId,
		name: Vec<u8>,
	) -> Option<ArtifactViewOf<T>> {
		Self::api_artifact(artifact_id(&publisher, &name))
	}

	/// Answers `RegistryApi::artifacts`.
	pub fn api_artifacts(
		after: Option<ArtifactId>,
		limit: u32,
	) -> Page<ArtifactViewOf<T>, ArtifactId> {
		let mut artifacts = match after {
			Some(after) => Artifacts::<T>::iter_from_key(after),
			None => Artifacts::<T>::iter(),
		};
		let items: Vec<_> = artifacts
			.by_ref()
			.take(page_size(limit))
			.map(|(id, artifact)| ArtifactView { id, artifact })
			.collect();
		let last = items.last().map(|view| view.id);
		Page { items, next: artifacts.next().and(last) }
	}

	/// Answers `RegistryApi::version`.
	pub fn api_version(sequence: Sequence) -> Option<VersionViewOf<T>> {
		let version = Versions::<T>::get(sequence)?;
		let artifact = Artifacts::<T>::get(version.artifact)?;
		Some(VersionView { sequence, publisher: artifact.publisher, name: artifact.name, version })
	}

	/// Answers `RegistryApi::version_by_digest`.
	pub fn api_version_by_digest(digest: Digest) -> DigestViewOf<T> {
		match VersionsByDigest::<T>::get(digest) {
			None => DigestView::Unknown,
			Some(DigestRecord::Removed { sequence, .. }) => DigestView::Removed { sequence },
			Some(DigestRecord::Published(sequence)) => match Self::api_version(sequence) {
				Some(view) => DigestView::Published(view),
				None => DigestView::Removed { sequence },
			},
		}
	}

	/// Answers `RegistryApi::version_by_number`.
	pub fn api_version_by_number(artifact: ArtifactId, number: u32) -> Option<VersionViewOf<T>> {
		Self::api_version(ArtifactVersions::<T>::get(artifact, number)?)
	}

	/// Answers `RegistryApi::versions`.
	pub fn api_versions(
		artifact: ArtifactId,
		from_number: u32,
		limit: u32,
	) -> Page<VersionViewOf<T>, u32> {
		let end = Artifacts::<T>::get(artifact).map_or(0, |artifact| artifact.next_number);
		Self::scan(from_number.max(1)..end, limit, |number| {
			Self::api_version_by_number(artifact, number)
		})
	}

	/// Answers `RegistryApi::latest`.
	pub fn api_latest(before: Option<Sequence>, limit: u32) -> Page<VersionViewOf<T>, Sequence> {
		let next = NextSequence::<T>::get();
		let end = before.map_or(next, |before| before.min(next));
		let mut page = Self::scan((1..end).rev(), limit, Self::api_version);
		// The next page begins with what was not looked at, and `before` excludes its bound.
		page.next = page.next.map(|sequence| sequence.saturating_add(1));
		page
	}

	/// Up to `limit` of what is found under `keys`, and the first key that was not looked at.
	fn scan<Key: Copy, Item>(
		mut keys: impl Iterator<Item = Key>,
		limit: u32,
		get: impl Fn(Key) -> Option<Item>,
	) -> Page<Item, Key> {
		let mut items = Vec::new();
		let mut scanned = 0u32;
		for key in keys.by_ref() {
			if items.len() >= page_size(limit) || scanned >= MAX_SCAN {
				return Page { items, next: Some(key) };
			}
			scanned = scanned.saturating_add(1);
			items.extend(get(key));
		}
		Page { items, next: None }
	}

	/// Answers `RegistryApi::ancestors`.
	pub fn api_ancestors(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage> {
		Versions::<T>::contains_key(sequence).then(|| {
			walk(sequence, depth, limit, |derived| {
				let sources = Versions::<T>::get(derived).map(|version| version.sources);
				sources.into_iter().flatten().map(move |source| Step {
					to: source.sequence,
					derived,
					source: source.sequence,
					relation: source.relation,
					royalty: source.royalty,
				})
			})
		})
	}

	/// Answers `RegistryApi::descendants`.
	pub fn api_descendants(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage> {
		Versions::<T>::contains_key(sequence).then(|| {
			walk(sequence, depth, limit, |source| {
				Descendants::<T>::iter_prefix(source).map(move |(derived, relation)| {
					let sources = Versions::<T>::get(derived).map(|version| version.sources);
					let royalty = sources
						.into_iter()
						.flatten()
						.find(|entry| entry.sequence == source)
						.map_or(Permill::zero(), |entry| entry.royalty);
					Step { to: derived, derived, source, relation, royalty }
				})
			})
		})
	}

	/// Answers `RegistryApi::publication_deposits`.
	///
	/// It is what `register` and `publish` compute: no deposit depends on what they check.
	pub fn api_publication_deposits(
		publisher: T::AccountId,
		name: Vec<u8>,
		tags: Tags,
		version: NewVersion,
	) -> PublicationDepositsOf<T> {
		let name = Name::truncate_from(name);
		let id = artifact_id(&publisher, &name);
		// Nothing can be so long that its price overflows, as `integrity_test` says.
		let most = BalanceOf::<T>::max_value();
		let artifact = if Artifacts::<T>::contains_key(id) {
			Zero::zero()
		} else {
			Self::new_artifact(publisher, ArtifactKind::Model, name, tags)
				.map_or(most, |artifact| artifact.deposit)
		};
		let sources = version.sources.iter().map(|input| Source {
			sequence: input.sequence,
			relation: input.relation,
			royalty: input.max_royalty,
		});
		let sources = Sources::truncate_from(sources.collect());
		let now = System::<T>::block_number();
		let version = Self::new_version(id, 1, version, sources, now, now)
			.map_or(most, |version| version.deposit);
		PublicationDeposits { artifact, version }
	}
}

/// How many items a page has at most.
fn page_size(limit: u32) -> usize {
	usize::try_from(limit.clamp(1, MAX_PAGE)).unwrap_or(1)
}

/// How many edges an answer has at most.
fn edge_limit(limit: u32) -> usize {
	usize::try_from(limit.clamp(1, MAX_EDGES)).unwrap_or(1)
}

/// An edge, and which end of it is farther from where the walk began.
struct Step {
	to: Sequence,
	derived: Sequence,
	source: Sequence,
	relation: Relation,
	royalty: Permill,
}

/// Follow the lineage breadth first from `start`, each edge once.
///
/// Every version is expanded once, and the walk ends with the edge after the last that is asked
/// for, so the work is bounded by the limit however large the graph.
fn walk<Steps: Iterator<Item = Step>>(
	start: Sequence,
	depth: u32,
	limit: u32,
	steps: impl Fn(Sequence) -> Steps,
) -> Lineage {
	let depth_limit = depth.clamp(1, MAX_DEPTH);
	let mut lineage = Lineage::default();
	let mut seen = BTreeSet::from([start]);
	let mut queue = VecDeque::from([(start, 0u32)]);
	while let Some((at, generation)) = queue.pop_front() {
		let depth = generation.saturating_add(1);
		for step in steps(at) {
			if depth > depth_limit {
				lineage.beyond_depth = true;
				break;
			}
			if lineage.edges.len() >= edge_limit(limit) {
				lineage.beyond_limit = true;
				return lineage;
			}
			let Step { to, derived, source, relation, royalty } = step;
			lineage.edges.push(Edge { derived, source, relation, royalty, depth });
			if seen.insert(to) {
				queue.push_back((to, depth));
			}
		}
	}
	lineage
}
