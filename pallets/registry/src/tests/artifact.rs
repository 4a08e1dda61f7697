// SPDX-License-Identifier: Apache-2.0

//! `register`, `update_tags`, `retire`.

use super::util::*;

fn try_register(who: AccountId, name: &str, words: &[&str]) -> sp_runtime::DispatchResult {
	Registry::register(by(who), ArtifactKind::Model, bounded(name.as_bytes()), tags(words))
}

#[test]
fn registers() {
	TestExt::new().run(|| {
		assert_ok!(try_register(alice(), "all-minilm-l6-v2", &["embedding", "en"]));

		let id = artifact_id(&alice(), b"all-minilm-l6-v2");
		let artifact = stored_artifact(id);
		assert_eq!(artifact.kind, ArtifactKind::Model);
		assert_eq!(artifact.publisher, alice());
		assert_eq!(artifact.owner, alice());
		assert_eq!(artifact.pending_owner, None);
		assert_eq!(artifact.name.to_vec(), b"all-minilm-l6-v2");
		assert_eq!(artifact.tags, tags(&["embedding", "en"]));
		assert_eq!(artifact.status, ArtifactStatus::Active);
		assert_eq!((artifact.next_number, artifact.versions), (1, 0));
		assert_eq!(artifact.versions_deposit, 0);
		assert_eq!(held(HoldReason::Artifact, alice()), artifact.deposit);
		assert_last(Event::ArtifactRegistered {
			artifact: id,
			kind: ArtifactKind::Model,
			publisher: alice(),
			name: artifact.name,
			tags: artifact.tags,
			deposit: artifact.deposit,
		});
	});
}

#[test]
fn names_are_unique_for_a_publisher_only() {
	TestExt::new().run(|| {
		assert_ok!(try_register(alice(), "base", &[]));
		assert_noop!(try_register(alice(), "base", &[]), Error::<Test>::ArtifactExists);
		assert_ok!(try_register(bob(), "base", &[]));
	});
}

#[test]
fn a_name_is_unique_across_kinds() {
	TestExt::new().run(|| {
		dataset(alice(), "base");
		assert_noop!(try_register(alice(), "base", &[]), Error::<Test>::ArtifactExists);
	});
}

#[test]
fn the_longest_of_everything_fits() {
	TestExt::new().run(|| {
		let words: Vec<String> = (0..5).map(|index| format!("{index}{}", "t".repeat(23))).collect();
		let words: Vec<&str> = words.iter().map(String::as_str).collect();
		assert_ok!(try_register(alice(), &"n".repeat(64), &words));
	});
}

#[test]
fn what_is_too_long_cannot_be_decoded() {
	use codec::{Decode, Encode};
	assert!(Name::decode(&mut &[b'n'; 64].to_vec().encode()[..]).is_ok());
	assert!(Name::decode(&mut &[b'n'; 65].to_vec().encode()[..]).is_err());
	assert!(Tags::decode(&mut &vec![vec![b't'; 24]; 5].encode()[..]).is_ok());
	assert!(Tags::decode(&mut &vec![vec![b't'; 25]; 5].encode()[..]).is_err());
	assert!(Tags::decode(&mut &vec![vec![b't'; 24]; 6].encode()[..]).is_err());
	assert!(Locations::decode(&mut &vec![vec![b'l'; 96]; 2].encode()[..]).is_ok());
	assert!(Locations::decode(&mut &vec![vec![b'l'; 97]; 2].encode()[..]).is_err());
	assert!(Locations::decode(&mut &vec![vec![b'l'; 96]; 3].encode()[..]).is_err());
	assert!(Reason::decode(&mut &[b'r'; 65].to_vec().encode()[..]).is_err());
}

#[test]
fn fails_when_name_is_malformed() {
	TestExt::new().run(|| {
		for name in ["", "Base", "-base", "ba se", "base/2", "b\u{e4}se"] {
			assert_noop!(try_register(alice(), name, &[]), Error::<Test>::InvalidName);
		}
	});
}

#[test]
fn fails_when_tag_is_malformed() {
	TestExt::new().run(|| {
		for tag in ["", "NLP", "two words"] {
			assert_noop!(try_register(alice(), "base", &["en", tag]), Error::<Test>::InvalidTag);
		}
	});
}

#[test]
fn fails_when_tag_is_repeated() {
	TestExt::new().run(|| {
		assert_noop!(
			try_register(alice(), "base", &["en", "nlp", "en"]),
			Error::<Test>::DuplicateTag
		);
	});
}

#[test]
fn fails_when_balance_is_too_low_for_the_deposit() {
	TestExt::new().endow(alice(), 1_000).run(|| {
		assert_noop!(try_register(alice(), "base", &[]), sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn fails_when_not_signed() {
	TestExt::new().run(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let origin = || origin.clone();
			let id = digest(1);
			let bad = sp_runtime::DispatchError::BadOrigin;
			assert_noop!(Registry::reserve(origin(), id), bad);
			assert_noop!(Registry::release_reservation(origin(), alice(), id), bad);
			assert_noop!(
				Registry::register(
					origin(),
					ArtifactKind::Model,
					bounded(b"base"),
					Tags::default()
				),
				bad
			);
			assert_noop!(Registry::publish(origin(), id, version(1), None), bad);
			assert_noop!(Registry::yank(origin(), 1, Reason::default()), bad);
			assert_noop!(Registry::unyank(origin(), 1), bad);
			assert_noop!(Registry::update_card(origin(), 1, None), bad);
			assert_noop!(Registry::update_locations(origin(), 1, Locations::default()), bad);
			assert_noop!(Registry::update_tags(origin(), id, Tags::default()), bad);
			assert_noop!(Registry::transfer_ownership(origin(), id, alice()), bad);
			assert_noop!(Registry::accept_ownership(origin(), id), bad);
			assert_noop!(Registry::cancel_transfer(origin(), id), bad);
			assert_noop!(Registry::retire(origin(), id), bad);
			assert_noop!(Registry::remove_version(origin(), 1), bad);
			assert_noop!(Registry::remove_artifact(origin(), id), bad);
		}
	});
}

#[test]
fn fails_when_not_owner() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let bad = refusal(Error::<Test>::NotOwner);
		let who = || by(bob());
		assert_noop!(Registry::publish(who(), artifact, version(9), None), bad);
		assert_noop!(Registry::yank(who(), sequence, Reason::default()), bad);
		assert_noop!(Registry::unyank(who(), sequence), bad);
		assert_noop!(Registry::update_card(who(), sequence, None), bad);
		assert_noop!(Registry::update_locations(who(), sequence, Locations::default()), bad);
		assert_noop!(Registry::update_tags(who(), artifact, Tags::default()), bad);
		assert_noop!(Registry::transfer_ownership(who(), artifact, bob()), bad);
		assert_noop!(Registry::cancel_transfer(who(), artifact), bad);
		assert_noop!(Registry::retire(who(), artifact), bad);
		assert_noop!(Registry::remove_version(who(), sequence), bad);
		assert_noop!(Registry::remove_artifact(who(), artifact), bad);
	});
}

#[test]
fn fails_when_there_is_no_such_artifact_or_version() {
	TestExt::new().run(|| {
		let who = || by(alice());
		let (id, bad) = (digest(1), refusal(Error::<Test>::ArtifactNotFound));
		assert_noop!(Registry::publish(who(), id, version(1), None), bad);
		assert_noop!(Registry::update_tags(who(), id, Tags::default()), bad);
		assert_noop!(Registry::transfer_ownership(who(), id, bob()), bad);
		assert_noop!(Registry::accept_ownership(who(), id), bad);
		assert_noop!(Registry::cancel_transfer(who(), id), bad);
		assert_noop!(Registry::retire(who(), id), bad);
		assert_noop!(Registry::remove_artifact(who(), id), bad);
		let bad = refusal(Error::<Test>::VersionNotFound);
		assert_noop!(Registry::yank(who(), 1, Reason::default()), bad);
		assert_noop!(Registry::unyank(who(), 1), bad);
		assert_noop!(Registry::update_card(who(), 1, None), bad);
		assert_noop!(Registry::update_locations(who(), 1, Locations::default()), bad);
		assert_noop!(Registry::remove_version(who(), 1), bad);
	});
}

#[test]
fn updates_tags_and_their_deposit() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let before = stored_artifact(artifact).deposit;

		assert_ok!(Registry::update_tags(by(alice()), artifact, tags(&["nlp", "en"])));
		// Two tags of three and two characters, each with its length.
		let deposit = before + 7 * BYTE;
		assert_eq!(stored_artifact(artifact).tags, tags(&["nlp", "en"]));
		assert_eq!(stored_artifact(artifact).deposit, deposit);
		assert_eq!(held(HoldReason::Artifact, alice()), deposit);
		assert_last(Event::TagsUpdated { artifact, tags: tags(&["nlp", "en"]), deposit });

		assert_ok!(Registry::update_tags(by(alice()), artifact, Tags::default()));
		assert_eq!(stored_artifact(artifact).deposit, before);
		assert_eq!(held(HoldReason::Artifact, alice()), before);
	});
}

#[test]
fn fails_to_update_tags_when_malformed_or_repeated() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_noop!(
			Registry::update_tags(by(alice()), artifact, tags(&["A"])),
			Error::<Test>::InvalidTag
		);
		assert_noop!(
			Registry::update_tags(by(alice()), artifact, tags(&["a", "a"])),
			Error::<Test>::DuplicateTag
		);
	});
}

#[test]
fn a_retired_artifact_takes_no_versions() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		assert_ok!(Registry::retire(by(alice()), artifact));
		assert_last(Event::ArtifactRetired { artifact });
		assert_eq!(stored_artifact(artifact).status, ArtifactStatus::Retired);

		assert_noop!(
			Registry::publish(by(alice()), artifact, version(9), None),
			Error::<Test>::ArtifactRetired
		);
		// What was published is still there and can still be kept up.
		assert_ok!(Registry::update_locations(by(alice()), sequence, locations(&["a:b"])));
	});
}

#[test]
fn fails_to_retire_twice() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_ok!(Registry::retire(by(alice()), artifact));
		assert_noop!(Registry::retire(by(alice()), artifact), Error::<Test>::AlreadyRetired);
	});
}
