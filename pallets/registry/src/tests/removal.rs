// SPDX-License-Identifier: Apache-2.0

//! `remove_version` and `remove_artifact`: what goes, what stays, and what is in the way.

use super::util::*;
use agora_primitives::seams::OnArtifact;

#[test]
fn removes_a_version_and_keeps_its_digest() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let deposit = stored(sequence).deposit;
		assert_ok!(Registry::remove_version(by(alice()), sequence));

		assert_eq!(Versions::<Test>::get(sequence), None);
		assert_eq!(ArtifactVersions::<Test>::get(artifact, 1), None);
		let record = stored_artifact(artifact);
		assert_eq!((record.versions, record.versions_deposit, record.next_number), (0, 0, 2));
		let tombstone = held(HoldReason::Tombstone, alice());
		assert_eq!(held(HoldReason::Version, alice()), 0);
		assert_eq!(
			VersionsByDigest::<Test>::get(digest(1)),
			Some(DigestRecord::Removed {
				sequence,
				published_at: 1,
				priority: 1,
				tombstone: Tombstone { account: alice(), deposit: tombstone },
			})
		);
		assert_last(Event::VersionRemoved {
			sequence,
			artifact,
			number: 1,
			manifest: digest(1),
			owner: alice(),
			released: deposit - tombstone,
			tombstone,
		});
		for who in [alice(), mallory()] {
			let again = model(who.clone(), "again");
			assert_noop!(
				Registry::publish(by(who), again, version(1), None),
				Error::<Test>::DigestRemoved
			);
		}
	});
}

#[test]
fn removes_an_artifact_and_keeps_its_name() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let deposit = stored_artifact(artifact).deposit;
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));

		assert_eq!(Artifacts::<Test>::get(artifact), None);
		let tombstone = held(HoldReason::Tombstone, alice());
		assert_eq!(
			RemovedArtifacts::<Test>::get(artifact),
			Some(Tombstone { account: alice(), deposit: tombstone })
		);
		assert_last(Event::ArtifactRemoved {
			artifact,
			publisher: alice(),
			name: bounded(b"base"),
			owner: alice(),
			released: deposit - tombstone,
			tombstone,
		});
		assert_noop!(
			Registry::register(by(alice()), ArtifactKind::Model, bounded(b"base"), Tags::default()),
			Error::<Test>::ArtifactRemoved
		);
		// Another publisher's name is another name.
		model(bob(), "base");
	});
}

#[test]
fn everything_comes_back_but_tombstones() {
	TestExt::new().run(|| {
		let (artifact, base) = published_model(OPEN);
		let derived = model(alice(), "derived");
		let new = NewVersion {
			sources: bounded(&[source(base, Relation::FineTune)]),
			card: Some(digest(0xca)),
			..version(2)
		};
		let child = publish(alice(), derived, new);
		assert_ok!(Registry::update_tags(by(alice()), derived, tags(&["nlp"])));
		assert_ok!(Registry::update_locations(by(alice()), child, locations(&["a:b"])));
		assert_ok!(Registry::yank(by(alice()), child, bounded(&[b'r'; 64])));

		assert_ok!(Registry::remove_version(by(alice()), child));
		assert_ok!(Registry::remove_version(by(alice()), base));
		assert_ok!(Registry::remove_artifact(by(alice()), derived));
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));

		let digests = 2 * Registry::version_tombstone_price().unwrap();
		let names = 2 * Registry::artifact_tombstone_price().unwrap();
		assert_eq!(held_in_all(alice()), digests + names);
		assert_eq!(free(alice()), ENDOWMENT - digests - names);
	});
}

#[test]
fn tombstones_stay_with_who_removed() {
	TestExt::new().run(|| {
		let (artifact, base) = published_model(OPEN);
		assert_ok!(Registry::remove_version(by(alice()), base));
		let tombstone = held(HoldReason::Tombstone, alice());
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		assert_eq!(held(HoldReason::Tombstone, alice()), tombstone);
		assert_eq!(held(HoldReason::Tombstone, bob()), 0);
		// The new owner removes the publisher's name.
		assert_ok!(Registry::remove_artifact(by(bob()), artifact));
		assert!(held(HoldReason::Tombstone, bob()) > 0);
		assert_noop!(
			Registry::register(by(alice()), ArtifactKind::Model, bounded(b"base"), Tags::default()),
			Error::<Test>::ArtifactRemoved
		);
	});
}

#[test]
fn a_superseded_version_leaves_no_tombstone() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), [0; 32]);
		pass(1);
		let copy_of = model(mallory(), "copy");
		let copy = publish(mallory(), copy_of, version(1));
		assert_ok!(Registry::publish(
			by(alice()),
			model(alice(), "base"),
			version(1),
			Some([0; 32])
		));

		assert_ok!(Registry::remove_version(by(mallory()), copy));
		assert_eq!(held(HoldReason::Tombstone, mallory()), 0);
		assert_eq!(held(HoldReason::Version, mallory()), 0);
		assert_eq!(VersionsByDigest::<Test>::get(digest(1)), Some(DigestRecord::Published(2)));
	});
}

#[test]
fn a_superseding_version_can_be_removed_before_the_superseded() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), [0; 32]);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		assert_ok!(Registry::publish(
			by(alice()),
			model(alice(), "base"),
			version(1),
			Some([0; 32])
		));
		assert_ok!(Registry::remove_version(by(alice()), 2));
		assert_eq!(stored(copy).status, VersionStatus::Superseded { by: 2 });
		assert_ok!(Registry::remove_version(by(mallory()), copy));
		assert!(matches!(
			VersionsByDigest::<Test>::get(digest(1)),
			Some(DigestRecord::Removed { sequence: 2, .. })
		));
	});
}

#[test]
fn a_yanked_version_of_a_retired_artifact_can_be_removed() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
		assert_ok!(Registry::retire(by(alice()), artifact));
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
	});
}

#[test]
fn fails_when_version_has_descendants_until_they_are_removed() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		let new =
			NewVersion { sources: bounded(&[source(base, Relation::FineTune)]), ..version(2) };
		let child = publish(bob(), model(bob(), "derived"), new);
		assert_noop!(Registry::remove_version(by(alice()), base), Error::<Test>::HasDescendants);
		assert_ok!(Registry::remove_version(by(bob()), child));
		assert_eq!(Descendants::<Test>::get(base, child), None);
		assert_ok!(Registry::remove_version(by(alice()), base));
	});
}

#[test]
fn fails_when_version_has_been_evaluated_on() {
	TestExt::new().run(|| {
		let (_, records) = published_dataset(OPEN);
		let new = NewVersion {
			sources: bounded(&[source(records, Relation::EvaluatedOn)]),
			..version(3)
		};
		publish(bob(), model(bob(), "derived"), new);
		assert_noop!(Registry::remove_version(by(alice()), records), Error::<Test>::HasDescendants);
	});
}

#[test]
fn fails_when_version_has_licenses_or_income() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		VersionReferences::mutate(|all| all.insert(sequence, Reference::License));
		assert_noop!(Registry::remove_version(by(alice()), sequence), Error::<Test>::HasLicenses);
		VersionReferences::mutate(|all| all.insert(sequence, Reference::Income));
		assert_noop!(Registry::remove_version(by(alice()), sequence), Error::<Test>::HasIncome);
		VersionReferences::mutate(|all| all.remove(&sequence));
		assert_ok!(Registry::remove_version(by(alice()), sequence));
	});
}

#[test]
fn fails_when_artifact_has_versions() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		assert_noop!(Registry::remove_artifact(by(alice()), artifact), Error::<Test>::HasVersions);
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
	});
}

#[test]
fn fails_when_artifact_has_licenses_or_income() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		ArtifactReferences::mutate(|all| all.insert(artifact, Reference::License));
		assert_noop!(Registry::remove_artifact(by(alice()), artifact), Error::<Test>::HasLicenses);
		ArtifactReferences::mutate(|all| all.insert(artifact, Reference::Income));
		assert_noop!(Registry::remove_artifact(by(alice()), artifact), Error::<Test>::HasIncome);
	});
}

#[test]
fn gives_back_the_weight_of_sources_it_does_not_have() {
	TestExt::new().run(|| {
		let (artifact, base) = published_model(OPEN);
		let new =
			NewVersion { sources: bounded(&[source(base, Relation::FineTune)]), ..version(2) };
		let child = publish(alice(), artifact, new);
		let post = Registry::remove_version(by(alice()), child).unwrap();
		let weight = Registry::removal_weight(1);
		assert_eq!(post.actual_weight, Some(weight));
		// What others do when they are told is part of it.
		let told = <Royalties as OnArtifact<AccountId>>::version_weight();
		let own = <Test as Config>::WeightInfo::remove_version(1);
		assert_eq!(weight, own.saturating_add(told));
		let most = Registry::removal_weight(agora_primitives::MAX_SOURCES);
		assert!(weight.ref_time() < most.ref_time() && weight.all_lte(most));
	});
}

#[test]
fn others_are_told_of_a_removed_artifact() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		Refuses::set(true);
		let refusal = sp_runtime::DispatchError::Other("royalties refuse");
		assert_noop!(Registry::remove_artifact(by(alice()), artifact), refusal);
		Refuses::set(false);
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
		assert_eq!(Heard::get(), vec![Told::Removed(artifact)]);
	});
}

#[test]
fn others_are_told_of_a_removed_version() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		Refuses::set(true);
		let refusal = sp_runtime::DispatchError::Other("royalties refuse");
		assert_noop!(Registry::remove_version(by(alice()), sequence), refusal);
		Refuses::set(false);
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_eq!(Heard::get(), vec![Told::VersionRemoved(sequence)]);
	});
}
