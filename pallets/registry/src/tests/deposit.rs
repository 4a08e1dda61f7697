// SPDX-License-Identifier: Apache-2.0

//! What is held for what is stored.

use super::util::*;
use crate::deposit::{
	ARTIFACT_KEY, ARTIFACT_VERSION_KEY, DESCENDANT_KEY, DIGEST_KEY, REMOVED_ARTIFACT_KEY,
	RESERVATION_KEY, VERSION_KEY,
};

#[test]
fn keys_are_as_long_as_deposits_say() {
	let id = digest(1);
	assert_eq!(Artifacts::<Test>::hashed_key_for(id).len(), ARTIFACT_KEY);
	assert_eq!(Versions::<Test>::hashed_key_for(1).len(), VERSION_KEY);
	assert_eq!(ArtifactVersions::<Test>::hashed_key_for(id, 1).len(), ARTIFACT_VERSION_KEY);
	assert_eq!(VersionsByDigest::<Test>::hashed_key_for(id).len(), DIGEST_KEY);
	assert_eq!(Descendants::<Test>::hashed_key_for(1, 2).len(), DESCENDANT_KEY);
	assert_eq!(Reservations::<Test>::hashed_key_for(alice(), id).len(), RESERVATION_KEY);
	assert_eq!(RemovedArtifacts::<Test>::hashed_key_for(id).len(), REMOVED_ARTIFACT_KEY);
}

#[test]
fn a_change_of_prices_takes_and_gives_what_was_recorded() {
	for factor in [0, 10] {
		TestExt::new().run(|| {
			let (artifact, sequence) = published_model(OPEN);
			reserve(alice(), digest(9), [0; 32]);
			let held_before = held_in_all(alice());

			ItemDeposit::set(ITEM * factor + 1);
			ByteDeposit::set(BYTE * factor + 1);
			Registry::do_try_state().unwrap();
			assert_eq!(held_in_all(alice()), held_before);
			let commitment = reservation_commitment(&digest(9), &alice(), &[0; 32]);
			assert_ok!(Registry::release_reservation(by(alice()), alice(), commitment));
			assert_ok!(Registry::remove_version(by(alice()), sequence));
			assert_ok!(Registry::remove_artifact(by(alice()), artifact));
			// Not more than was held, and everything else is back.
			let tombstones = held(HoldReason::Tombstone, alice());
			assert_eq!(held_in_all(alice()), tombstones);
			assert_eq!(free(alice()), ENDOWMENT - tombstones);
		});
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
	}
}

#[test]
fn a_change_of_prices_counts_from_the_next_change_of_size() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		ByteDeposit::set(BYTE * 2);
		assert_ok!(Registry::update_card(by(alice()), sequence, Some(digest(0xca))));
		assert_eq!(
			held(HoldReason::Version, alice()),
			Registry::version_price(&stored(sequence)).unwrap()
		);
		assert_eq!(stored_artifact(artifact).versions_deposit, held(HoldReason::Version, alice()));
		ByteDeposit::set(BYTE);
	});
}

#[test]
fn removal_needs_no_spare_balance() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		let rest = free(alice()) - MINIMUM;
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), rest));
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
	});
}

#[test]
fn an_account_with_deposits_cannot_be_emptied() {
	TestExt::new().run(|| {
		model(alice(), "base");
		let all = free(alice());
		assert!(Balances::transfer_allow_death(by(alice()), bob(), all).is_err());
		assert_ok!(Balances::transfer_allow_death(by(alice()), bob(), all - MINIMUM));
	});
}

#[test]
fn impossible_constants_are_found() {
	use frame_support::traits::Hooks;
	let check = || <Registry as Hooks<u32>>::integrity_test();
	TestExt::new().run(|| {
		check();
		let fails = || std::panic::catch_unwind(check).is_err();
		ItemDeposit::set(0);
		assert!(fails());
		ItemDeposit::set(Balance::MAX / 10);
		assert!(fails(), "the largest deposit overflows");
		ItemDeposit::set(ITEM);
		ByteDeposit::set(0);
		assert!(fails());
		ByteDeposit::set(BYTE);
		MaxRoyalty::set(Permill::one());
		assert!(fails());
		MaxRoyalty::set(Permill::zero());
		assert!(fails());
		MaxRoyalty::set(Permill::from_percent(50));
		ReservationPeriod::set(0);
		assert!(fails());
		ReservationPeriod::set(100);
		RevealWindow::set(0);
		assert!(fails());
		RevealWindow::set(20);
		check();
	});
}

#[test]
fn the_readmes_example_is_right() {
	TestExt::new().run(|| {
		// `base`, without tags, and a version without sources, card and locations.
		let (artifact, sequence) = published_model(OPEN);
		assert_eq!(held(HoldReason::Artifact, alice()), 3_250);
		assert_eq!(held(HoldReason::Version, alice()), 7_120);
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_eq!(held(HoldReason::Tombstone, alice()), 2_450);
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
		assert_eq!(held(HoldReason::Tombstone, alice()), 2_450 + 2_280);
		assert_eq!(free(alice()), 1_000_000 - 4_730);
		reserve(alice(), digest(9), [0; 32]);
		assert_eq!(held(HoldReason::Reservation, alice()), 2_480);
	});
}
