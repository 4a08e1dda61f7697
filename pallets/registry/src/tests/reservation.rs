// SPDX-License-Identifier: Apache-2.0

//! `reserve`, `release_reservation`, and `publish` with a reservation.

use super::util::*;

const SALT: Salt = [7; 32];

fn commitment(who: AccountId) -> agora_primitives::Commitment {
	reservation_commitment(&digest(1), &who, &SALT)
}

/// Publish the reserved digest as a new model.
fn reveal(who: AccountId, salt: Salt) -> frame_support::dispatch::DispatchResult {
	let artifact = artifact_id(&who, b"mine");
	if !Artifacts::<Test>::contains_key(artifact) {
		model(who.clone(), "mine");
	}
	Registry::publish(by(who), artifact, version(1), Some(salt))
}

#[test]
fn reserves() {
	TestExt::new().run(|| {
		pass(4);
		assert_ok!(Registry::reserve(by(alice()), commitment(alice())));
		let reservation = Reservations::<Test>::get(alice(), commitment(alice())).unwrap();
		assert_eq!(reservation.block, 5);
		assert_eq!(held(HoldReason::Reservation, alice()), reservation.deposit);
		assert_last(Event::Reserved {
			account: alice(),
			commitment: commitment(alice()),
			expires_at: 105,
			deposit: reservation.deposit,
		});
	});
}

#[test]
fn fails_to_reserve_twice() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		assert_noop!(
			Registry::reserve(by(alice()), commitment(alice())),
			Error::<Test>::ReservationExists
		);
	});
}

#[test]
fn fails_to_reserve_when_balance_is_too_low() {
	TestExt::new().endow(alice(), 500).run(|| {
		assert_noop!(
			Registry::reserve(by(alice()), commitment(alice())),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn a_copied_commitment_neither_helps_nor_hinders() {
	TestExt::new().run(|| {
		// Mallory saw Alice's transaction in the pool and was faster.
		assert_ok!(Registry::reserve(by(mallory()), commitment(alice())));
		assert_ok!(Registry::reserve(by(alice()), commitment(alice())));
		pass(1);
		model(mallory(), "mine");
		model(alice(), "mine");
		assert_noop!(reveal(mallory(), SALT), Error::<Test>::ReservationNotFound);
		assert_ok!(reveal(alice(), SALT));
	});
}

#[test]
fn a_reservation_gives_priority_and_comes_back() {
	TestExt::new().run(|| {
		pass(2);
		reserve(alice(), digest(1), SALT);
		let deposit = held(HoldReason::Reservation, alice());
		pass(10);
		assert_ok!(reveal(alice(), SALT));

		assert_eq!((stored(1).priority, stored(1).published_at), (3, 13));
		assert_eq!(held(HoldReason::Reservation, alice()), 0);
		assert!(!Reservations::<Test>::contains_key(alice(), commitment(alice())));
		assert_has(Event::ReservationRevealed {
			account: alice(),
			commitment: commitment(alice()),
			sequence: 1,
			deposit,
		});
	});
}

#[test]
fn fails_when_there_is_no_such_reservation() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		model(alice(), "mine");
		model(bob(), "mine");
		let bad = refusal(Error::<Test>::ReservationNotFound);
		// Another salt, another account, another digest.
		assert_noop!(reveal(alice(), [8; 32]), bad);
		assert_noop!(reveal(bob(), SALT), bad);
		assert_noop!(
			Registry::publish(by(alice()), artifact_id(&alice(), b"mine"), version(2), Some(SALT)),
			bad
		);
	});
}

#[test]
fn fails_when_reservation_is_of_the_same_block() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		model(alice(), "mine");
		assert_noop!(reveal(alice(), SALT), Error::<Test>::ReservationTooNew);
		pass(1);
		assert_ok!(reveal(alice(), SALT));
	});
}

#[test]
fn fails_when_reservation_has_expired() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		model(alice(), "mine");
		pass(101);
		assert_noop!(reveal(alice(), SALT), Error::<Test>::ReservationExpired);
		System::set_block_number(101);
		assert_ok!(reveal(alice(), SALT));
	});
}

#[test]
fn first_publication_survives_a_copied_extrinsic() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		// Mallory's copy of Alice's transaction comes first, without her reservation.
		let copied = artifact_id(&mallory(), b"mine");
		model(mallory(), "mine");
		assert_noop!(reveal(mallory(), SALT), Error::<Test>::ReservationNotFound);
		assert_ok!(Registry::publish(by(mallory()), copied, version(1), None));
		let deposit = stored(1).deposit;

		assert_ok!(reveal(alice(), SALT));
		assert_eq!(VersionsByDigest::<Test>::get(digest(1)), Some(DigestRecord::Published(2)));
		assert_eq!(stored(1).status, VersionStatus::Superseded { by: 2 });
		assert_eq!(stored(1).deposit, deposit);
		assert_eq!(stored(2).status, VersionStatus::Live);
		assert_has(Event::VersionSuperseded { sequence: 1, by: 2 });
	});
}

#[test]
fn a_superseded_version_keeps_its_descendants() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		let new =
			NewVersion { sources: bounded(&[source(copy, Relation::FineTune)]), ..version(2) };
		publish(bob(), model(bob(), "derived"), new);
		assert_ok!(reveal(alice(), SALT));
		assert_eq!(Descendants::<Test>::get(copy, 2), Some(Relation::FineTune));
		assert_eq!(stored(2).status, VersionStatus::Live);
	});
}

#[test]
fn fails_to_cite_what_it_supersedes() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		let artifact = model(alice(), "mine");
		let new =
			NewVersion { sources: bounded(&[source(copy, Relation::Conversion)]), ..version(1) };
		assert_noop!(
			Registry::publish(by(alice()), artifact, new, Some(SALT)),
			Error::<Test>::SourceSuperseded
		);
	});
}

#[test]
fn fails_when_reservation_is_not_earlier() {
	TestExt::new().run(|| {
		let copy = model(mallory(), "copy");
		// The same block is not earlier.
		reserve(alice(), digest(1), SALT);
		publish(mallory(), copy, version(1));
		model(alice(), "mine");
		pass(1);
		assert_noop!(reveal(alice(), SALT), Error::<Test>::ReservationTooLate);
		// Nor is a later one.
		reserve(alice(), digest(1), [8; 32]);
		pass(1);
		assert_noop!(reveal(alice(), [8; 32]), Error::<Test>::ReservationTooLate);
	});
}

#[test]
fn a_reserved_publication_is_beaten_by_an_earlier_reservation_only() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		reserve(bob(), digest(1), SALT);
		pass(1);
		reserve(mallory(), digest(1), SALT);
		pass(1);
		model(mallory(), "mine");
		assert_ok!(reveal(bob(), SALT));
		assert_noop!(reveal(mallory(), SALT), Error::<Test>::ReservationTooLate);
		assert_ok!(reveal(alice(), SALT));
		assert_eq!(stored(1).status, VersionStatus::Superseded { by: 2 });
		assert_noop!(reveal(mallory(), SALT), Error::<Test>::ReservationTooLate);
	});
}

#[test]
fn fails_when_the_window_has_closed() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		model(alice(), "mine");
		pass(1);
		publish(mallory(), model(mallory(), "copy"), version(1));
		pass(21);
		assert_noop!(reveal(alice(), SALT), Error::<Test>::RevealWindowClosed);
		System::set_block_number(System::block_number() - 1);
		assert_ok!(reveal(alice(), SALT));
	});
}

#[test]
fn a_copy_cannot_bury_a_digest_by_being_removed() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		assert_ok!(Registry::remove_version(by(mallory()), copy));
		let tombstone = held(HoldReason::Tombstone, mallory());
		assert!(tombstone > 0);

		assert_ok!(reveal(alice(), SALT));
		assert_eq!(VersionsByDigest::<Test>::get(digest(1)), Some(DigestRecord::Published(2)));
		assert_eq!(held(HoldReason::Tombstone, mallory()), 0);
		assert_has(Event::DigestReclaimed {
			manifest: digest(1),
			sequence: copy,
			by: 2,
			account: mallory(),
			released: tombstone,
		});
	});
}

#[test]
fn a_tombstone_stays_when_reservation_is_late_or_the_window_has_closed() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		assert_ok!(Registry::remove_version(by(mallory()), copy));
		reserve(bob(), digest(1), SALT);
		model(alice(), "mine");
		model(bob(), "mine");
		pass(20);
		assert_noop!(reveal(bob(), SALT), Error::<Test>::ReservationTooLate);
		pass(1);
		assert_noop!(reveal(alice(), SALT), Error::<Test>::RevealWindowClosed);
		assert_noop!(
			Registry::publish(by(bob()), artifact_id(&bob(), b"mine"), version(1), None),
			Error::<Test>::DigestRemoved
		);
	});
}

#[test]
fn the_reservations_deposit_pays_for_the_version() {
	TestExt::new().run(|| {
		model(alice(), "mine");
		reserve(alice(), digest(1), SALT);
		pass(1);
		// Leave what the version needs when the reservation's deposit has come back, and no more.
		let mut probe = 0;
		let _ = frame_support::storage::with_transaction(|| {
			assert_ok!(reveal(alice(), SALT));
			probe = stored(1).deposit;
			sp_runtime::TransactionOutcome::Rollback(Ok::<(), sp_runtime::DispatchError>(()))
		});
		let spare = free(alice()) + held(HoldReason::Reservation, alice()) - probe - MINIMUM;
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), spare));
		assert_ok!(reveal(alice(), SALT));
		assert_eq!(free(alice()), MINIMUM);
	});
}

#[test]
fn releases_any_time_for_its_account() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		let deposit = held(HoldReason::Reservation, alice());
		assert_ok!(Registry::release_reservation(by(alice()), alice(), commitment(alice())));
		assert_eq!(free(alice()), ENDOWMENT);
		assert_last(Event::ReservationReleased {
			account: alice(),
			commitment: commitment(alice()),
			deposit,
		});
	});
}

#[test]
fn releases_for_anybody_when_expired() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(100);
		assert_noop!(
			Registry::release_reservation(by(bob()), alice(), commitment(alice())),
			Error::<Test>::ReservationNotExpired
		);
		pass(1);
		assert_ok!(Registry::release_reservation(by(bob()), alice(), commitment(alice())));
		// The deposit goes to who made it.
		assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
	});
}

#[test]
fn fails_to_release_what_is_not_reserved() {
	TestExt::new().run(|| {
		assert_noop!(
			Registry::release_reservation(by(alice()), alice(), commitment(alice())),
			Error::<Test>::ReservationNotFound
		);
	});
}

#[test]
fn an_expired_reservation_can_be_made_again() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), SALT);
		pass(101);
		assert_ok!(Registry::release_reservation(by(alice()), alice(), commitment(alice())));
		reserve(alice(), digest(1), SALT);
		pass(1);
		assert_ok!(reveal(alice(), SALT));
	});
}
