// SPDX-License-Identifier: Apache-2.0

//! `publish`, without sources and reservations.

use super::util::*;

#[test]
fn publishes() {
	TestExt::new().run(|| {
		pass(6);
		let artifact = model(alice(), "base");
		let new = NewVersion {
			card: Some(digest(0xca)),
			locations: locations(&["https://example.org/base"]),
			terms: Terms {
				derivation: Derivation::LicenseRequired,
				uses: Uses::NONE,
				royalty: Permill::from_percent(5),
			},
			..version(1)
		};
		assert_ok!(Registry::publish(by(alice()), artifact, new.clone(), None));

		let version = stored(1);
		assert_eq!(version.artifact, artifact);
		assert_eq!(version.number, 1);
		assert_eq!(version.manifest, new.manifest);
		assert_eq!((version.bytes, version.files), (new.bytes, new.files));
		assert_eq!(version.card, new.card);
		assert_eq!(version.license, new.license);
		assert_eq!(version.terms, new.terms);
		assert!(version.sources.is_empty());
		assert_eq!(version.locations, new.locations);
		assert_eq!((version.published_at, version.priority), (7, 7));
		assert_eq!(version.status, VersionStatus::Live);

		assert_eq!(ArtifactVersions::<Test>::get(artifact, 1), Some(1));
		assert_eq!(VersionsByDigest::<Test>::get(digest(1)), Some(DigestRecord::Published(1)));
		assert_eq!(NextSequence::<Test>::get(), 2);
		let record = stored_artifact(artifact);
		assert_eq!((record.next_number, record.versions), (2, 1));
		assert_eq!(record.versions_deposit, version.deposit);
		assert_eq!(held(HoldReason::Version, alice()), version.deposit);
		assert_last(Event::VersionPublished { sequence: 1, owner: alice(), version });
	});
}

#[test]
fn sequences_are_global_and_numbers_are_an_artifacts_own() {
	TestExt::new().run(|| {
		let (a, b) = (model(alice(), "a"), model(bob(), "b"));
		for (who, artifact, number, sequence) in
			[(alice(), a, 1, 1), (bob(), b, 1, 2), (alice(), a, 2, 3), (bob(), b, 2, 4)]
		{
			assert_eq!(publish(who, artifact, version(sequence as u8)), sequence);
			assert_eq!(stored(sequence).number, number);
			assert_eq!(ArtifactVersions::<Test>::get(artifact, number), Some(sequence));
		}
	});
}

#[test]
fn numbers_are_not_given_twice() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let first = publish(alice(), artifact, version(1));
		assert_ok!(Registry::remove_version(by(alice()), first));
		let second = publish(alice(), artifact, version(2));
		assert_eq!((second, stored(second).number), (2, 2));
	});
}

#[test]
fn registering_and_publishing_need_no_answer_in_between() {
	TestExt::new().run(|| {
		// What a client computes before anything is sent.
		let id = artifact_id(&alice(), b"base");
		let calls = [
			RuntimeCall::Registry(crate::Call::register {
				kind: ArtifactKind::Model,
				name: bounded(b"base"),
				tags: Tags::default(),
			}),
			RuntimeCall::Registry(crate::Call::publish {
				artifact: id,
				version: version(1),
				reservation: None,
			}),
		];
		for call in calls {
			assert_ok!(sp_runtime::traits::Dispatchable::dispatch(call, by(alice())));
		}
		assert_eq!(stored(1).artifact, id);
	});
}

#[test]
fn fails_when_digest_is_published() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		publish(alice(), artifact, version(1));
		let bad = refusal(Error::<Test>::DigestAlreadyPublished);
		assert_noop!(Registry::publish(by(alice()), artifact, version(1), None), bad);
		let copy = model(mallory(), "copy");
		assert_noop!(Registry::publish(by(mallory()), copy, version(1), None), bad);
	});
}

#[test]
fn fails_when_digest_is_published_and_yanked() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
		let copy = model(mallory(), "copy");
		assert_noop!(
			Registry::publish(by(mallory()), copy, version(1), None),
			Error::<Test>::DigestAlreadyPublished
		);
	});
}

#[test]
fn fails_when_nothing_is_in_it() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		for new in [NewVersion { bytes: 0, ..version(1) }, NewVersion { files: 0, ..version(1) }] {
			assert_noop!(
				Registry::publish(by(alice()), artifact, new, None),
				Error::<Test>::EmptyVersion
			);
		}
	});
}

#[test]
fn fails_when_license_is_malformed() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		for license in ["", "MIT/Apache-2.0", " MIT", "M\u{ce}T"] {
			let new = NewVersion { license: bounded(license.as_bytes()), ..version(1) };
			assert_noop!(
				Registry::publish(by(alice()), artifact, new, None),
				Error::<Test>::InvalidLicense
			);
		}
	});
}

#[test]
fn fails_when_location_is_malformed() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		for location in ["", "example.org", "https://a b"] {
			let new = NewVersion { locations: locations(&[location]), ..version(1) };
			assert_noop!(
				Registry::publish(by(alice()), artifact, new, None),
				Error::<Test>::InvalidLocation
			);
		}
	});
}

#[test]
fn fails_when_location_is_repeated() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let new = NewVersion { locations: locations(&["a:b", "a:b"]), ..version(1) };
		assert_noop!(
			Registry::publish(by(alice()), artifact, new, None),
			Error::<Test>::DuplicateLocation
		);
	});
}

#[test]
fn fails_when_royalty_is_too_high() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let ask = |percent| NewVersion {
			terms: Terms { royalty: Permill::from_percent(percent), ..OPEN },
			..version(1)
		};
		assert_noop!(
			Registry::publish(by(alice()), artifact, ask(51), None),
			Error::<Test>::RoyaltyTooHigh
		);
		assert_ok!(Registry::publish(by(alice()), artifact, ask(50), None));
	});
}

#[test]
fn fails_when_balance_is_too_low_for_the_deposit() {
	TestExt::new().endow(alice(), 6_000).run(|| {
		let artifact = model(alice(), "base");
		assert_noop!(
			Registry::publish(by(alice()), artifact, version(1), None),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn fails_when_sequences_or_numbers_run_out() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let bad = refusal(Error::<Test>::TooManyVersions);
		NextSequence::<Test>::put(Sequence::MAX);
		assert_noop!(Registry::publish(by(alice()), artifact, version(1), None), bad);
		NextSequence::<Test>::put(1);

		Artifacts::<Test>::mutate(artifact, |artifact| {
			artifact.as_mut().unwrap().next_number = u32::MAX;
		});
		assert_noop!(Registry::publish(by(alice()), artifact, version(1), None), bad);
	});
}
