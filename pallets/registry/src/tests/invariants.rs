// SPDX-License-Identifier: Apache-2.0

//! That the invariants would be noticed to be broken.

use super::util::*;

/// A state with something of everything: two models, a dataset, a reservation, two tombstones, a
/// superseded version.
fn state() {
	let (_, base) = published_model(OPEN);
	let (_, records) = published_dataset(OPEN);
	let new = NewVersion {
		sources: bounded(&[source(base, Relation::FineTune), source(records, Relation::TrainedOn)]),
		..version(3)
	};
	publish(bob(), model(bob(), "derived"), new);
	reserve(alice(), digest(4), [0; 32]);
	reserve(alice(), digest(5), [0; 32]);
	pass(1);
	let copies = model(mallory(), "copies");
	publish(mallory(), copies, version(4));
	let removed = publish(mallory(), copies, version(6));
	assert_ok!(Registry::publish(
		by(alice()),
		artifact_id(&alice(), b"base"),
		version(4),
		Some([0; 32])
	));
	assert_ok!(Registry::remove_version(by(mallory()), removed));
	let empty = model(mallory(), "empty");
	assert_ok!(Registry::remove_artifact(by(mallory()), empty));
}

/// Break something, and see that this and nothing else is noticed.
fn breaks(number: &str, change: impl FnOnce()) {
	TestExt::new().build().execute_with(|| {
		state();
		Registry::do_try_state().expect("nothing is broken yet");
		change();
		let error = Registry::do_try_state().expect_err("broken");
		let sentence: &str = error.into();
		assert!(sentence.starts_with(number), "{sentence}");
	});
}

fn change_version(sequence: Sequence, change: impl FnOnce(&mut VersionOf<Test>)) {
	Versions::<Test>::mutate(sequence, |version| change(version.as_mut().unwrap()));
}

fn change_artifact(who: AccountId, name: &str, change: impl FnOnce(&mut ArtifactOf<Test>)) {
	Artifacts::<Test>::mutate(artifact_id(&who, name.as_bytes()), |artifact| {
		change(artifact.as_mut().unwrap())
	});
}

#[test]
fn sequences_below_the_next() {
	breaks("1:", || NextSequence::<Test>::put(3));
}

#[test]
fn versions_known_to_their_artifact() {
	breaks("2:", || ArtifactVersions::<Test>::remove(artifact_id(&alice(), b"base"), 1));
	breaks("2:", || ArtifactVersions::<Test>::insert(digest(1), 1, 1));
	breaks("2:", || Artifacts::<Test>::remove(artifact_id(&bob(), b"derived")));
}

#[test]
fn versions_counted() {
	breaks("3:", || change_artifact(alice(), "base", |artifact| artifact.versions = 1));
	breaks("3:", || change_artifact(alice(), "base", |artifact| artifact.next_number = 2));
}

#[test]
fn ids_of_publisher_and_name() {
	breaks("4:", || change_artifact(alice(), "base", |artifact| artifact.publisher = bob()));
	breaks("4:", || {
		RemovedArtifacts::<Test>::insert(
			artifact_id(&alice(), b"base"),
			Tombstone { account: alice(), deposit: 0 },
		)
	});
}

#[test]
fn one_version_for_a_digest() {
	breaks("5:", || VersionsByDigest::<Test>::insert(digest(1), DigestRecord::Published(2)));
	breaks("5:", || VersionsByDigest::<Test>::insert(digest(1), DigestRecord::Published(99)));
	breaks("5:", || VersionsByDigest::<Test>::insert(digest(4), DigestRecord::Published(4)));
	breaks("5:", || VersionsByDigest::<Test>::remove(digest(1)));
	breaks("5:", || change_version(4, |version| version.status = VersionStatus::Live));
}

#[test]
fn tombstones_of_what_was_removed() {
	breaks("6:", || {
		VersionsByDigest::<Test>::mutate(digest(6), |record| {
			let Some(DigestRecord::Removed { sequence, .. }) = record else { panic!() };
			*sequence = 1;
		})
	});
}

#[test]
fn superseded_by_the_same_digest() {
	breaks("7:", || {
		change_version(4, |version| version.status = VersionStatus::Superseded { by: 99 })
	});
	breaks("7:", || {
		change_version(4, |version| version.status = VersionStatus::Superseded { by: 1 })
	});
}

#[test]
fn no_cycles() {
	breaks("8:", || change_version(3, |version| version.sources[0].sequence = 3));
	breaks("8:", || change_version(3, |version| version.sources[1].sequence = 1));
}

#[test]
fn descendants_mirror_sources() {
	breaks("9:", || Descendants::<Test>::remove(1, 3));
	breaks("9:", || Descendants::<Test>::insert(1, 3, Relation::Merge));
	breaks("9:", || Descendants::<Test>::insert(2, 6, Relation::TrainedOn));
}

#[test]
fn terms_that_do_not_launder() {
	breaks("10:", || change_version(1, |version| version.terms.uses.commercial = false));
	breaks("10:", || change_version(1, |version| version.terms.royalty = Permill::from_percent(1)));
	breaks("10:", || change_version(3, |version| version.terms.royalty = Permill::one()));
}

#[test]
fn well_formed_text() {
	breaks("11:", || change_version(1, |version| version.license = bounded(b"")));
	breaks("11:", || change_version(1, |version| version.locations = locations(&["nowhere"])));
	breaks("11:", || change_version(1, |version| version.locations = locations(&["a:b", "a:b"])));
	breaks("11:", || change_version(1, |version| version.bytes = 0));
	breaks("11:", || {
		change_version(1, |version| {
			version.status = VersionStatus::Yanked { reason: bounded(&[0xff]) }
		})
	});
	breaks("11:", || change_artifact(alice(), "base", |artifact| artifact.tags = tags(&["A"])));
}

#[test]
fn possible_dates() {
	breaks("12:", || change_version(1, |version| version.priority = 2));
	breaks("12:", || change_version(1, |version| version.published_at = 99));
}

#[test]
fn totals_of_deposits() {
	breaks("13:", || change_version(1, |version| version.deposit += 1));
}

#[test]
fn deposits_held() {
	breaks("14:", || change_artifact(alice(), "base", |artifact| artifact.deposit += 1));
	breaks("14:", || {
		Reservations::<Test>::remove(
			alice(),
			reservation_commitment(&digest(5), &alice(), &[0; 32]),
		)
	});
	breaks("14:", || {
		RemovedArtifacts::<Test>::remove(artifact_id(&mallory(), b"empty"));
	});
	breaks("14:", || VersionsByDigest::<Test>::remove(digest(6)));
}

#[test]
fn offered_to_another() {
	breaks("15:", || {
		change_artifact(alice(), "base", |artifact| artifact.pending_owner = Some(alice()))
	});
}
