// SPDX-License-Identifier: Apache-2.0

//! `yank`, `unyank`, `update_card`, `update_locations`.

use super::util::*;

/// A version that lost its digest to another.
fn superseded() -> Sequence {
	reserve(bob(), digest(1), [0; 32]);
	pass(1);
	let (_, sequence) = published_model(OPEN);
	assert_ok!(Registry::publish(by(bob()), model(bob(), "mine"), version(1), Some([0; 32])));
	sequence
}

#[test]
fn yanks_and_unyanks() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let before = stored(sequence).deposit;
		let reason: Reason = bounded("leaks personal data".as_bytes());

		assert_ok!(Registry::yank(by(alice()), sequence, reason.clone()));
		// The status may take nine bytes for nothing; two of these are its own, 19 the text's.
		let deposit = before + 12 * BYTE;
		assert_eq!(stored(sequence).status, VersionStatus::Yanked { reason: reason.clone() });
		assert_eq!(stored(sequence).deposit, deposit);
		assert_eq!(stored_artifact(artifact).versions_deposit, deposit);
		assert_eq!(held(HoldReason::Version, alice()), deposit);
		assert_last(Event::VersionYanked { sequence, reason, deposit });

		assert_ok!(Registry::unyank(by(alice()), sequence));
		assert_eq!(stored(sequence).status, VersionStatus::Live);
		assert_eq!(held(HoldReason::Version, alice()), before);
		assert_last(Event::VersionUnyanked { sequence, deposit: before });
	});
}

#[test]
fn yanking_without_a_reason_needs_no_balance() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let rest = free(alice()) - MINIMUM;
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), rest));
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
	});
}

#[test]
fn fails_to_yank_with_a_reason_that_cannot_be_paid_for() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let rest = free(alice()) - MINIMUM;
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), rest));
		assert_noop!(
			Registry::yank(by(alice()), sequence, bounded(&[b'r'; 64])),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn fails_to_yank_when_yanked() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
		assert_noop!(
			Registry::yank(by(alice()), sequence, Reason::default()),
			Error::<Test>::AlreadyYanked
		);
	});
}

#[test]
fn fails_to_unyank_when_live() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		assert_noop!(Registry::unyank(by(alice()), sequence), Error::<Test>::NotYanked);
	});
}

#[test]
fn fails_to_yank_or_unyank_when_superseded() {
	TestExt::new().run(|| {
		let sequence = superseded();
		let bad = refusal(Error::<Test>::VersionSuperseded);
		assert_noop!(Registry::yank(by(alice()), sequence, Reason::default()), bad);
		assert_noop!(Registry::unyank(by(alice()), sequence), bad);
	});
}

#[test]
fn fails_to_yank_when_reason_is_no_line_of_text() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		for reason in [&b"two\nlines"[..], &[0xff, 0xfe], b"\0"] {
			assert_noop!(
				Registry::yank(by(alice()), sequence, bounded(reason)),
				Error::<Test>::InvalidReason
			);
		}
	});
}

#[test]
fn updates_card() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let before = stored(sequence).deposit;

		assert_ok!(Registry::update_card(by(alice()), sequence, Some(digest(0xca))));
		let deposit = before + 32 * BYTE;
		assert_eq!(stored(sequence).card, Some(digest(0xca)));
		assert_eq!(stored_artifact(artifact).versions_deposit, deposit);
		assert_eq!(held(HoldReason::Version, alice()), deposit);
		assert_last(Event::CardUpdated { sequence, card: Some(digest(0xca)), deposit });

		assert_ok!(Registry::update_card(by(alice()), sequence, None));
		assert_eq!(held(HoldReason::Version, alice()), before);
	});
}

#[test]
fn updates_locations() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let before = stored(sequence).deposit;
		let two = locations(&["https://example.org/base", "ipfs:bafy"]);

		assert_ok!(Registry::update_locations(by(alice()), sequence, two.clone()));
		let deposit = before + (1 + 24 + 1 + 9) * BYTE;
		assert_eq!(stored(sequence).locations, two);
		assert_eq!(held(HoldReason::Version, alice()), deposit);
		assert_last(Event::LocationsUpdated { sequence, locations: two, deposit });

		assert_ok!(Registry::update_locations(by(alice()), sequence, Locations::default()));
		assert_eq!(held(HoldReason::Version, alice()), before);
	});
}

#[test]
fn nothing_but_card_locations_and_status_changes() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let before = stored(sequence);
		assert_ok!(Registry::update_card(by(alice()), sequence, Some(digest(0xca))));
		assert_ok!(Registry::update_locations(by(alice()), sequence, locations(&["a:b"])));
		assert_ok!(Registry::yank(by(alice()), sequence, Reason::default()));
		let after = stored(sequence);
		assert_eq!(
			after,
			agora_primitives::Version {
				card: after.card,
				locations: after.locations.clone(),
				status: after.status.clone(),
				deposit: after.deposit,
				..before
			}
		);
	});
}

#[test]
fn fails_to_update_locations_when_malformed_or_repeated() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		assert_noop!(
			Registry::update_locations(by(alice()), sequence, locations(&["a:b", "nowhere"])),
			Error::<Test>::InvalidLocation
		);
		assert_noop!(
			Registry::update_locations(by(alice()), sequence, locations(&["a:b", "a:b"])),
			Error::<Test>::DuplicateLocation
		);
	});
}

#[test]
fn fails_to_update_when_growth_cannot_be_paid_for() {
	TestExt::new().run(|| {
		let (_, sequence) = published_model(OPEN);
		let rest = free(alice()) - MINIMUM;
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), rest));
		let bad = sp_runtime::TokenError::FundsUnavailable;
		assert_noop!(Registry::update_card(by(alice()), sequence, Some(digest(0xca))), bad);
		assert_noop!(Registry::update_locations(by(alice()), sequence, locations(&["a:b"])), bad);
	});
}

#[test]
fn a_superseded_version_can_still_be_found() {
	TestExt::new().run(|| {
		let sequence = superseded();
		assert_ok!(Registry::update_locations(by(alice()), sequence, locations(&["a:b"])));
		assert_ok!(Registry::update_card(by(alice()), sequence, Some(digest(0xca))));
	});
}
