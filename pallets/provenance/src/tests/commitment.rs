// SPDX-License-Identifier: Apache-2.0

//! `commit_records` and `release_commitment`.

use super::util::*;

fn root() -> H256 {
	Forest::new(10).tree().root
}

#[test]
fn commits() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 7);
		assert_ok!(Provenance::commit_records(by(alice()), 7, root(), 10));

		let commitment = commitment(7);
		assert_eq!(
			(commitment.root, commitment.count, commitment.series, commitment.depositor),
			(root(), 10, 7, alice())
		);
		assert_eq!(segments(7), [(7, 10, 0, 0)]);
		assert_eq!(held(HoldReason::Commitment, alice()), commitment.deposit);
		assert_last(Event::RecordsCommitted {
			version: 7,
			root: root(),
			count: 10,
			depositor: alice(),
			deposit: commitment.deposit,
		});
	});
}

#[test]
fn commits_to_as_many_records_as_there_can_be() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		assert_ok!(Provenance::commit_records(by(alice()), 1, root(), MAX_RECORDS));
	});
}

#[test]
fn fails_when_count_is_zero_or_too_large() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		let commit = |count| Provenance::commit_records(by(alice()), 1, root(), count);
		assert_noop!(commit(0), Error::<Test>::NoRecords);
		for count in [MAX_RECORDS + 1, u64::MAX / 2, u64::MAX / 2 + 1, u64::MAX - 1, u64::MAX] {
			assert_noop!(commit(count), Error::<Test>::TooManyRecords);
		}
	});
}

#[test]
fn fails_when_version_is_not_a_dataset_of_the_owner() {
	TestExt::new().run(|| {
		let commit = |who, version| Provenance::commit_records(by(who), version, root(), 10);
		assert_noop!(commit(alice(), 1), Error::<Test>::VersionNotFound);
		publish_dataset(alice(), 1, 1);
		assert_noop!(commit(mallory(), 1), Error::<Test>::NotOwner);
		publish(alice(), 2, ArtifactKind::Model, 2, &[]);
		assert_noop!(commit(alice(), 2), Error::<Test>::NotDataset);
		assert_noop!(
			Provenance::commit_records(RuntimeOrigin::root(), 1, root(), 10),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn fails_when_committed_before() {
	TestExt::new().run(|| {
		committed(1, 10);
		assert_noop!(
			Provenance::commit_records(by(alice()), 1, root(), 11),
			Error::<Test>::AlreadyCommitted
		);
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_paid() {
	TestExt::new().endow(alice(), ITEM).run(|| {
		publish_dataset(alice(), 1, 1);
		assert_noop!(
			Provenance::commit_records(by(alice()), 1, root(), 10),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn releases_a_removed_version() {
	TestExt::new().run(|| {
		committed(1, 10);
		let deposit = commitment(1).deposit;
		remove(1);
		assert_ok!(Provenance::release_commitment(by(mallory()), 1));
		assert_last(Event::CommitmentReleased { version: 1, depositor: alice(), deposit });
		assert_eq!((Commitments::<Test>::get(1), segments(1)), (None, vec![]));
		assert!(!Series::<Test>::contains_key(1));
		assert_eq!(free(alice()), ENDOWMENT);
	});
}

#[test]
fn fails_to_release_what_is_needed() {
	TestExt::new().run(|| {
		let release = |version| Provenance::release_commitment(by(alice()), version);
		assert_noop!(release(1), Error::<Test>::NotCommitted);
		committed(1, 10);
		assert_noop!(release(1), Error::<Test>::VersionExists);
		extended(2, 12, 1);
		remove(1);
		assert_noop!(release(1), Error::<Test>::CommitmentNotLast);
		remove(2);
		assert_ok!(release(2));
		assert_eq!(segments(1), [(1, 10, 0, 0)]);
		assert_ok!(release(1));
		assert_eq!(free(alice()), ENDOWMENT);
	});
}

#[test]
fn whoever_committed_gets_the_deposit_back() {
	TestExt::new().run(|| {
		committed(1, 10);
		Artifacts::mutate(|artifacts| artifacts.get_mut(&artifact(1)).unwrap().owner = bob());
		publish_dataset(bob(), 1, 2);
		assert_ok!(Provenance::commit_records(by(bob()), 2, root(), 10));
		assert_ok!(Provenance::extend_records(by(bob()), 2, 1, bounded(&[])));
		assert_eq!(commitment(1).depositor, alice());
		remove(1);
		remove(2);
		assert_ok!(Provenance::release_commitment(by(mallory()), 2));
		assert_ok!(Provenance::release_commitment(by(mallory()), 1));
		assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
	});
}
