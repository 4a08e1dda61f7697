// SPDX-License-Identifier: Apache-2.0

//! What the runtime API and the seams answer.

use super::util::*;
use agora_primitives::{
	api::{DigestView, PublicationDeposits, MAX_DEPTH, MAX_EDGES, MAX_PAGE, MAX_SCAN},
	seams::InspectArtifacts,
};

/// Publish versions of one model: sources of each as given, and none with a number of its own.
fn publish_chain(length: u64) -> ArtifactId {
	let artifact = model(alice(), "chain");
	for index in 0..length {
		let next = NextSequence::<Test>::get();
		let sources = match index {
			0 => vec![],
			_ => vec![source(next - 1, Relation::FineTune)],
		};
		let manifest = Digest::from_low_u64_be(index + 1_000);
		publish(
			alice(),
			artifact,
			NewVersion { manifest, sources: bounded(&sources), ..version(0) },
		);
	}
	artifact
}

/// The pairs of derived and source, with their generation.
fn pairs(lineage: agora_primitives::api::Lineage) -> Vec<(Sequence, Sequence, u32)> {
	lineage.edges.iter().map(|edge| (edge.derived, edge.source, edge.depth)).collect()
}

#[test]
fn finds_artifacts() {
	TestExt::new().run(|| {
		let id = model(alice(), "base");
		let view = Registry::api_artifact(id).unwrap();
		assert_eq!((view.id, view.artifact), (id, stored_artifact(id)));
		assert_eq!(
			Registry::api_artifact_by_name(alice(), b"base".to_vec()).map(|view| view.id),
			Some(id)
		);
		assert_eq!(Registry::api_artifact_by_name(bob(), b"base".to_vec()), None);
		assert_eq!(Registry::api_artifact_by_name(alice(), vec![b'n'; 1_000]), None);
		assert_eq!(Registry::api_artifact(digest(1)), None);
	});
}

#[test]
fn pages_through_artifacts() {
	TestExt::new().run(|| {
		let mut ids: Vec<_> =
			(0..10).map(|index| model(alice(), &format!("model-{index}"))).collect();
		let mut found = Vec::new();
		let mut after = None;
		loop {
			let page = Registry::api_artifacts(after, 3);
			assert!(page.items.len() <= 3);
			found.extend(page.items.into_iter().map(|view| view.id));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		ids.sort();
		found.sort();
		assert_eq!(found, ids);
		// A limit of zero is one; a full page that is the last says so.
		assert_eq!(Registry::api_artifacts(None, 0).items.len(), 1);
		assert_eq!(Registry::api_artifacts(None, 10).next, None);
	});
}

#[test]
fn a_page_has_a_bound() {
	TestExt::new().endow(alice(), 100_000_000).run(|| {
		let artifact = publish_chain(u64::from(MAX_PAGE) + 1);
		assert_eq!(Registry::api_versions(artifact, 1, u32::MAX).items.len(), 100);
		assert_eq!(Registry::api_versions(artifact, 1, u32::MAX).next, Some(101));
		assert_eq!(Registry::api_latest(None, u32::MAX).items.len(), 100);
	});
}

#[test]
fn finds_versions() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let view = Registry::api_version(sequence).unwrap();
		assert_eq!((view.sequence, &view.version), (sequence, &stored(sequence)));
		assert_eq!((&view.publisher, view.name.to_vec()), (&alice(), b"base".to_vec()));
		assert_eq!(Registry::api_version_by_number(artifact, 1), Some(view));
		assert_eq!(Registry::api_version_by_number(artifact, 2), None);
		assert_eq!(Registry::api_version(2), None);
	});
}

#[test]
fn tells_what_became_of_a_digest() {
	TestExt::new().run(|| {
		assert_eq!(Registry::api_version_by_digest(digest(1)), DigestView::Unknown);
		let (_, sequence) = published_model(OPEN);
		assert_eq!(
			Registry::api_version_by_digest(digest(1)),
			DigestView::Published(Registry::api_version(sequence).unwrap())
		);
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_eq!(Registry::api_version_by_digest(digest(1)), DigestView::Removed { sequence });
	});
}

#[test]
fn pages_through_versions_of_an_artifact() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		for number in 1..=5 {
			publish(alice(), artifact, version(number));
		}
		assert_ok!(Registry::remove_version(by(alice()), 2));
		let numbers = |from, limit| {
			let page = Registry::api_versions(artifact, from, limit);
			let numbers: Vec<_> = page.items.iter().map(|view| view.version.number).collect();
			(numbers, page.next)
		};
		assert_eq!(numbers(0, 2), (vec![1, 3], Some(4)));
		assert_eq!(numbers(4, 2), (vec![4, 5], None));
		assert_eq!(numbers(6, 2), (vec![], None));
		assert_eq!(numbers(u32::MAX, 2), (vec![], None));
		assert_eq!(Registry::api_versions(digest(1), 1, 10).items, vec![]);
	});
}

#[test]
fn pages_through_the_latest() {
	TestExt::new().run(|| {
		let (a, b) = (model(alice(), "a"), model(bob(), "b"));
		publish(alice(), a, version(1));
		publish(bob(), b, version(2));
		publish(alice(), a, version(3));
		publish(bob(), b, version(4));
		assert_ok!(Registry::remove_version(by(alice()), 3));
		let latest = |before, limit| {
			let page = Registry::api_latest(before, limit);
			let sequences: Vec<_> = page.items.iter().map(|view| view.sequence).collect();
			(sequences, page.next)
		};
		assert_eq!(latest(None, 2), (vec![4, 2], Some(2)));
		assert_eq!(latest(Some(2), 2), (vec![1], None));
		assert_eq!(latest(Some(Sequence::MAX), 100), (vec![4, 2, 1], None));
		assert_eq!(latest(Some(0), 2), (vec![], None));
	});
}

#[test]
fn looks_for_the_latest_a_bounded_while() {
	TestExt::new().run(|| {
		published_model(OPEN);
		// As if all that came after had been removed.
		NextSequence::<Test>::put(u64::from(MAX_SCAN) + 2);
		let page = Registry::api_latest(None, 10);
		assert_eq!((page.items.len(), page.next), (0, Some(2)));
		let page = Registry::api_latest(page.next, 10);
		assert_eq!((page.items.len(), page.next), (1, None));
	});
}

#[test]
fn follows_lineage_up_and_down() {
	TestExt::new().run(|| {
		// 1 and 2 made 3; 1 and 3 made 4.
		let (artifact, base) = published_model(Terms { royalty: Permill::from_percent(5), ..OPEN });
		let (_, records) = published_dataset(OPEN);
		let make = |number, sources: &[SourceInput]| {
			publish(alice(), artifact, NewVersion { sources: bounded(sources), ..version(number) })
		};
		let child =
			make(3, &[source(base, Relation::FineTune), source(records, Relation::TrainedOn)]);
		let grandchild =
			make(4, &[source(child, Relation::Quantization), source(base, Relation::Merge)]);

		let up = Registry::api_ancestors(grandchild, 10, 10).unwrap();
		assert!(!up.beyond_depth && !up.beyond_limit);
		assert_eq!(up.edges[1].royalty, Permill::from_percent(5));
		assert_eq!(up.edges[1].relation, Relation::Merge);
		assert_eq!(pairs(up), [(4, 3, 1), (4, 1, 1), (3, 1, 2), (3, 2, 2)]);

		let down = Registry::api_descendants(base, 10, 10).unwrap();
		assert!(!down.beyond_depth && !down.beyond_limit);
		assert_eq!(down.edges[0].royalty, Permill::from_percent(5));
		assert_eq!(pairs(down), [(3, 1, 1), (4, 1, 1), (4, 3, 2)]);
		assert_eq!(
			pairs(Registry::api_descendants(records, 10, 10).unwrap()),
			[(3, 2, 1), (4, 3, 2)]
		);
	});
}

#[test]
fn a_lineage_has_bounds_and_says_when_they_were_met() {
	TestExt::new().run(|| {
		publish_chain(20);
		let up = Registry::api_ancestors(20, 2, 100).unwrap();
		assert_eq!(pairs(up.clone()), [(20, 19, 1), (19, 18, 2)]);
		assert!(up.beyond_depth && !up.beyond_limit);
		let up = Registry::api_ancestors(20, 100, 1).unwrap();
		assert_eq!(pairs(up.clone()), [(20, 19, 1)]);
		assert!(!up.beyond_depth && up.beyond_limit);
		let up = Registry::api_ancestors(20, u32::MAX, u32::MAX).unwrap();
		assert_eq!(up.edges.len(), MAX_DEPTH as usize);
		assert!(up.beyond_depth);
		let up = Registry::api_ancestors(3, 2, 2).unwrap();
		assert!(!up.beyond_depth && !up.beyond_limit);
		assert_eq!(Registry::api_ancestors(3, 0, 0).unwrap().edges.len(), 1);
		let down = Registry::api_descendants(1, 3, 100).unwrap();
		assert_eq!(pairs(down.clone()), [(2, 1, 1), (3, 2, 2), (4, 3, 3)]);
		assert!(down.beyond_depth);
	});
}

#[test]
fn a_lineage_can_have_more_edges_than_a_page_items() {
	TestExt::new().endow(alice(), 1_000_000_000).run(|| {
		let (artifact, base) = published_model(OPEN);
		for number in 0..u64::from(MAX_EDGES) + 5 {
			let sources = bounded(&[source(base, Relation::FineTune)]);
			let manifest = Digest::from_low_u64_be(number);
			publish(alice(), artifact, NewVersion { manifest, sources, ..version(0) });
		}
		let edges = |limit| {
			let down = Registry::api_descendants(base, 1, limit).unwrap();
			(down.edges.len(), down.beyond_limit)
		};
		assert_eq!(edges(500), (500, true));
		assert_eq!(edges(MAX_EDGES), (1_000, true));
		assert_eq!(edges(u32::MAX), (1_000, true));
		assert_eq!(edges(0), (1, true));
	});
}

/// What publishing this would hold, as it is said and as it is; the artifact is registered first.
fn said_and_held(name: &str, tags: Tags, version: NewVersion) {
	let who = alice();
	let said = |tags: Tags| {
		let name = name.as_bytes().to_vec();
		Registry::api_publication_deposits(who.clone(), name, tags, version.clone())
	};
	let PublicationDeposits { artifact, version: of_version } = said(tags.clone());
	let held_by = |reason| held(reason, alice());
	let before = (held_by(HoldReason::Artifact), held_by(HoldReason::Version));
	let kind = ArtifactKind::Dataset;
	assert_ok!(Registry::register(by(who.clone()), kind, bounded(name.as_bytes()), tags.clone()));
	assert_eq!(held_by(HoldReason::Artifact) - before.0, artifact);
	// Once it is registered, there is nothing more to hold for it.
	let registered = PublicationDeposits { artifact: 0, version: of_version };
	assert_eq!(said(tags), registered);
	publish(who.clone(), artifact_id(&who, name.as_bytes()), version.clone());
	assert_eq!(held_by(HoldReason::Version) - before.1, of_version);
}

#[test]
fn a_publication_holds_what_was_said() {
	TestExt::new().run(|| {
		said_and_held("a", tags(&[]), version(1));
		let full = NewVersion {
			card: Some(digest(9)),
			license: bounded(b"MIT OR Apache-2.0"),
			sources: bounded(&[source(1, Relation::Subset)]),
			locations: locations(&["https://example.org/a", "ipfs:b"]),
			..version(2)
		};
		said_and_held(&"n".repeat(64), tags(&["nlp", "a-longer-tag"]), full);
	});
}

#[test]
fn what_a_publication_would_hold_is_said_of_nonsense_too() {
	TestExt::new().run(|| {
		let long = |length| {
			let name = vec![b'n'; length];
			Registry::api_publication_deposits(alice(), name, tags(&["A"]), version(1))
		};
		assert_eq!(long(1_000), long(64));
		assert!(long(64).artifact > long(0).artifact);
		// Sources that are not there, and more than half of the income.
		let sources = (1..=16).map(|sequence| source(sequence, Relation::Merge));
		let sources = bounded(&sources.collect::<Vec<_>>());
		let version = NewVersion { sources, ..version(1) };
		let said = Registry::api_publication_deposits(alice(), vec![], tags(&[]), version);
		assert!(said.version > long(0).version);
	});
}

#[test]
fn a_lineage_of_nothing_is_none_and_one_of_a_root_is_empty() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		assert_eq!(Registry::api_ancestors(99, 1, 1), None);
		assert_eq!(Registry::api_descendants(99, 1, 1), None);
		assert_eq!(Registry::api_ancestors(base, 9, 9), Some(Default::default()));
		assert_eq!(Registry::api_descendants(base, 9, 9), Some(Default::default()));
	});
}

#[test]
fn a_lineage_that_doubles_with_each_generation_is_walked_once() {
	TestExt::new().run(|| {
		// Each is made from the two before it: the paths to the first grow exponentially.
		let artifact = model(alice(), "base");
		for index in 0..30u64 {
			let sources: Vec<_> = (index.saturating_sub(1).max(1)..=index)
				.filter(|sequence| *sequence > 0)
				.map(|sequence| source(sequence, Relation::Merge))
				.collect();
			publish(
				alice(),
				artifact,
				NewVersion { sources: bounded(&sources), ..version(index as u8 + 1) },
			);
		}
		let up = Registry::api_ancestors(30, 16, 100).unwrap();
		let mut edges = pairs(up);
		let count = edges.len();
		edges.sort();
		edges.dedup_by_key(|(derived, source, _)| (*derived, *source));
		assert_eq!(edges.len(), count);
	});
}

#[test]
fn tells_other_pallets() {
	type Seam = Registry;
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let info = <Seam as InspectArtifacts<AccountId>>::artifact(&artifact).unwrap();
		assert_eq!(
			(info.kind, info.publisher, info.owner),
			(ArtifactKind::Model, alice(), alice())
		);
		let info = <Seam as InspectArtifacts<AccountId>>::version(sequence).unwrap();
		assert_eq!((info.artifact, info.number, info.manifest), (artifact, 1, digest(1)));
		assert_eq!((info.terms, info.status), (OPEN, VersionStatus::Live));
		assert_eq!(<Seam as InspectArtifacts<AccountId>>::owner(&artifact), Some(alice()));
		assert_eq!(<Seam as InspectArtifacts<AccountId>>::owner(&digest(9)), None);
		assert!(<Seam as InspectArtifacts<AccountId>>::version(99).is_none());

		let available = || <Seam as InspectArtifacts<AccountId>>::is_available(sequence);
		assert!(available());
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
		assert!(!available());
		assert_ok!(Registry::unyank(by(alice()), sequence));
		assert!(available());
		assert_ok!(Registry::retire(by(alice()), artifact));
		assert!(!available());
		assert!(!<Seam as InspectArtifacts<AccountId>>::is_available(99));
	});
}
