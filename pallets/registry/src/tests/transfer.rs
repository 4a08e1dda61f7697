// SPDX-License-Identifier: Apache-2.0

//! `transfer_ownership`, `accept_ownership`, `cancel_transfer`.

use super::util::*;

#[test]
fn transfers_an_artifact_with_its_versions() {
	TestExt::new().run(|| {
		let (artifact, first) = published_model(OPEN);
		publish(alice(), artifact, version(2));
		let before = stored_artifact(artifact);

		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_eq!(stored_artifact(artifact).pending_owner, Some(bob()));
		assert_eq!(stored_artifact(artifact).owner, alice());
		assert_last(Event::TransferProposed { artifact, owner: alice(), new_owner: bob() });

		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		let deposit = before.deposit + before.versions_deposit;
		assert_last(Event::OwnershipTransferred {
			artifact,
			old_owner: alice(),
			new_owner: bob(),
			deposit,
		});
		// The name stays that of the publisher.
		assert_eq!(
			stored_artifact(artifact),
			agora_primitives::Artifact { owner: bob(), pending_owner: None, ..before.clone() }
		);
		assert_eq!(held_in_all(alice()), 0);
		assert_eq!(free(alice()), ENDOWMENT);
		assert_eq!(held(HoldReason::Artifact, bob()), before.deposit);
		assert_eq!(held(HoldReason::Version, bob()), before.versions_deposit);

		// Rights went with it.
		assert_noop!(
			Registry::yank(by(alice()), first, Reason::default()),
			Error::<Test>::NotOwner
		);
		assert_ok!(Registry::yank(by(bob()), first, Reason::default()));
		assert_eq!(publish(bob(), artifact, version(3)), 3);
	});
}

#[test]
fn transfers_an_artifact_without_versions() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		assert_eq!(held_in_all(alice()), 0);
		assert_eq!(held_in_all(bob()), stored_artifact(artifact).deposit);
	});
}

#[test]
fn offering_costs_no_deposit() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let before = held_in_all(alice());
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_eq!(held_in_all(alice()), before);
		// Nor does it change what a change of tags costs.
		assert_ok!(Registry::update_tags(by(alice()), artifact, Tags::default()));
		assert_eq!(held_in_all(alice()), before);
	});
}

#[test]
fn the_former_owner_cannot_take_it_back() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		// Neither by accepting nor by the name.
		assert_noop!(
			Registry::accept_ownership(by(alice()), artifact),
			Error::<Test>::NoTransferProposed
		);
		assert_noop!(
			Registry::register(by(alice()), ArtifactKind::Model, bounded(b"base"), Tags::default()),
			Error::<Test>::ArtifactExists
		);
	});
}

#[test]
fn a_later_offer_replaces_an_earlier_one() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, mallory()));
		assert_noop!(
			Registry::accept_ownership(by(bob()), artifact),
			Error::<Test>::NotProposedOwner
		);
		assert_ok!(Registry::accept_ownership(by(mallory()), artifact));
	});
}

#[test]
fn fails_to_offer_to_oneself() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_noop!(
			Registry::transfer_ownership(by(alice()), artifact, alice()),
			Error::<Test>::AlreadyOwner
		);
	});
}

#[test]
fn fails_to_accept_by_another_account() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_noop!(
			Registry::accept_ownership(by(bob()), artifact),
			Error::<Test>::NoTransferProposed
		);
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		for who in [alice(), mallory()] {
			assert_noop!(
				Registry::accept_ownership(by(who), artifact),
				Error::<Test>::NotProposedOwner
			);
		}
	});
}

#[test]
fn fails_to_accept_when_balance_is_too_low_for_all_deposits() {
	TestExt::new().run(|| {
		let (artifact, _) = published_model(OPEN);
		let record = stored_artifact(artifact);
		// Enough for the artifact, not for the versions.
		let spend = ENDOWMENT - record.deposit - record.versions_deposit - MINIMUM + 1;
		assert_ok!(Balances::transfer_allow_death(by(bob()), mallory(), spend));
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_noop!(
			Registry::accept_ownership(by(bob()), artifact),
			sp_runtime::TokenError::FundsUnavailable
		);
		assert_ok!(Balances::transfer_allow_death(by(mallory()), bob(), 1));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
	});
}

#[test]
fn either_side_calls_it_off() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		for who in [alice(), bob()] {
			assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
			assert_noop!(
				Registry::cancel_transfer(by(mallory()), artifact),
				Error::<Test>::NotOwner
			);
			assert_ok!(Registry::cancel_transfer(by(who), artifact));
			assert_last(Event::TransferCancelled { artifact, owner: alice(), new_owner: bob() });
			assert_noop!(
				Registry::accept_ownership(by(bob()), artifact),
				Error::<Test>::NoTransferProposed
			);
		}
	});
}

#[test]
fn fails_to_cancel_when_nothing_is_proposed() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_noop!(
			Registry::cancel_transfer(by(alice()), artifact),
			Error::<Test>::NoTransferProposed
		);
	});
}

#[test]
fn a_retired_artifact_can_change_hands() {
	TestExt::new().run(|| {
		let (artifact, _) = published_model(OPEN);
		assert_ok!(Registry::retire(by(alice()), artifact));
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		assert!(stored_artifact(artifact).is_retired());
	});
}

#[test]
fn others_are_told_of_a_new_owner_once_it_is_one() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_eq!(Heard::get(), vec![]);
		Refuses::set(true);
		let refusal = sp_runtime::DispatchError::Other("royalties refuse");
		assert_noop!(Registry::accept_ownership(by(bob()), artifact), refusal);
		Refuses::set(false);
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		assert_eq!(Heard::get(), vec![Told::Transferred(artifact, alice(), bob())]);
	});
}
