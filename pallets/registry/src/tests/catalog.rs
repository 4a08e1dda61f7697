// SPDX-License-Identifier: Apache-2.0

//! Which version is an artifact's newest, and what versions are called.

use super::util::*;
use agora_primitives::api::{VersionLabel, MAX_EDGES, MAX_GAP};

/// The sequence of the newest version of an artifact. Sees that it is the only one that says so.
fn newest(id: ArtifactId) -> Option<Sequence> {
	let artifact = stored_artifact(id);
	let newest = Registry::newest_version(&id, &artifact, &mut 0);
	let says_so: Vec<_> = Versions::<Test>::iter()
		.filter(|(_, version)| {
			version.artifact == id && Registry::is_newest(version, &artifact, &mut 0)
		})
		.map(|(sequence, _)| sequence)
		.collect();
	let sequence = newest.map(|latest| {
		assert_eq!(latest.version, stored(latest.sequence));
		latest.sequence
	});
	assert_eq!(says_so, sequence.into_iter().collect::<Vec<_>>());
	sequence
}

#[test]
fn the_newest_has_the_highest_number() {
	TestExt::new().run(|| {
		let (a, b) = (model(alice(), "a"), model(bob(), "b"));
		assert_eq!(newest(a), None);
		publish(alice(), a, version(1));
		publish(bob(), b, version(2));
		publish(alice(), a, version(3));
		assert_eq!((newest(a), newest(b)), (Some(3), Some(2)));
	});
}

#[test]
fn removed_versions_are_gaps() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "a");
		(1..=5).for_each(|number| {
			publish(alice(), artifact, version(number));
		});
		for (removed, rest) in [(3, Some(5)), (5, Some(4)), (4, Some(2)), (1, Some(2)), (2, None)] {
			assert_ok!(Registry::remove_version(by(alice()), removed));
			assert_eq!(newest(artifact), rest);
		}
		publish(alice(), artifact, version(6));
		assert_eq!(newest(artifact), Some(6));
	});
}

#[test]
fn a_long_gap_hides_what_is_before_it() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		// As if so many had been published and removed.
		let removed = |count| {
			Artifacts::<Test>::mutate(artifact, |found| {
				found.as_mut().unwrap().next_number = 2 + count
			});
			newest(artifact)
		};
		assert_eq!(removed(MAX_GAP), Some(sequence));
		assert_eq!(removed(MAX_GAP + 1), None);
		assert_eq!(removed(u32::MAX - 2), None);
	});
}

#[test]
fn a_label_says_what_a_version_is_called() {
	TestExt::new().run(|| {
		let royalty = Permill::from_percent(5);
		let (artifact, sequence) = published_model(Terms { royalty, ..OPEN });
		let label = VersionLabel {
			sequence,
			artifact,
			publisher: alice(),
			name: bounded(b"base"),
			number: 1,
			kind: ArtifactKind::Model,
			status: VersionStatus::Live,
			retired: false,
			royalty_asked: royalty,
		};
		assert_eq!(Registry::api_labels(vec![sequence]), std::slice::from_ref(&label));
		let reason: Reason = bounded(b"old");
		assert_ok!(Registry::yank(by(alice()), sequence, reason.clone()));
		assert_ok!(Registry::retire(by(alice()), artifact));
		let status = VersionStatus::Yanked { reason };
		let expected = VersionLabel { status, retired: true, ..label };
		assert_eq!(Registry::api_labels(vec![sequence]), [expected]);
	});
}

#[test]
fn labels_come_as_asked_for_and_none_for_what_is_not_there() {
	TestExt::new().run(|| {
		let (_, model) = published_model(OPEN);
		let (_, data) = published_dataset(OPEN);
		let asked = vec![data, 99, model, 0, data];
		let found: Vec<_> =
			Registry::api_labels(asked).iter().map(|label| label.sequence).collect();
		assert_eq!(found, [data, model, data]);
		assert!(Registry::api_labels(vec![]).is_empty());
	});
}

#[test]
fn no_more_labels_than_a_lineage_needs() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let count = |asked| Registry::api_labels(vec![sequence; asked]).len();
		let most = MAX_EDGES as usize + 1;
		assert_eq!((count(most), count(most + 1), count(10_000)), (most, most, most));
	});
}
