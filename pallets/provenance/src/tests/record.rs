// SPDX-License-Identifier: Apache-2.0

//! `prove_record`, `withdraw_consent` and `release_record`.

use super::util::*;
use agora_primitives::seams::{Consent, InspectRecords};
use codec::Encode;
use frame_support::dispatch::DispatchResult;

fn try_prove(
	who: AccountId,
	version: Sequence,
	index: u64,
	leaf: LeafOf<Test>,
	proof: &[H256],
) -> DispatchResult {
	Provenance::prove_record(by(who), version, index, leaf, bounded(proof))
}

fn withdraw(who: AccountId, version: Sequence, index: u64) -> DispatchResult {
	Provenance::withdraw_consent(by(who), version, index)
}

#[test]
fn proves() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);

		let record = Records::<Test>::get(1, 3).unwrap();
		assert_eq!((record.contributor, record.withdrawn), (bob(), false));
		assert_eq!(segments(1), [(1, 10, 1, 0)]);
		assert_eq!(held(HoldReason::Record, bob()), record.deposit);
		let contribution = Contribution {
			record: RecordId { origin: 1, index: 3 },
			series: 1,
			contributor: bob(),
		};
		assert_eq!(Heard::get(), [Told::Proven(contribution.clone())]);
		assert_eq!(Provenance::contribution(1, 3), Some(contribution));
		assert_last(Event::RecordProven {
			version: 1,
			origin: 1,
			index: 3,
			contributor: bob(),
			record: leaf(3).record,
			deposit: record.deposit,
		});
	});
}

#[test]
fn proves_in_trees_of_every_shape() {
	TestExt::new().run(|| {
		for count in 1..=33 {
			let forest = committed(count, count);
			for index in (0..count).step_by(3) {
				prove(&forest, count, index);
			}
		}
	});
}

#[test]
fn fails_when_the_index_is_wrong() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		let prove = |index| try_prove(bob(), 1, index, leaf(3), &forest.inclusion(3));
		for index in (0..10).filter(|index| *index != 3) {
			assert_noop!(prove(index), Error::<Test>::InvalidProof);
		}
		for index in [10, 11, 1 << 32, u64::MAX / 2, u64::MAX / 2 + 1, u64::MAX - 1, u64::MAX] {
			assert_noop!(prove(index), Error::<Test>::IndexOutOfRange);
		}
	});
}

#[test]
fn fails_when_siblings_are_wrong() {
	TestExt::new().run(|| {
		let forest = committed(1, 16);
		let right = forest.inclusion(6);
		let prove = |proof: &[H256]| try_prove(bob(), 1, 6, leaf(6), proof);
		for (a, b) in [(0, 1), (1, 2), (0, 3)] {
			let mut swapped = right.clone();
			swapped.swap(a, b);
			assert_noop!(prove(&swapped), Error::<Test>::InvalidProof);
		}
		assert_noop!(prove(&right[1..]), Error::<Test>::InvalidProof);
		assert_noop!(prove(&right[..3]), Error::<Test>::InvalidProof);
		assert_noop!(prove(&[]), Error::<Test>::InvalidProof);
		let longer = [right.clone(), vec![H256::zero()]].concat();
		assert_noop!(prove(&longer), Error::<Test>::InvalidProof);
		assert_noop!(prove(&[H256::zero(); 32]), Error::<Test>::InvalidProof);
		assert_noop!(prove(&forest.inclusion(7)), Error::<Test>::InvalidProof);
		assert_ok!(prove(&right));
	});
}

#[test]
fn fails_when_the_leaf_is_an_inner_node() {
	TestExt::new().run(|| {
		// An inner node hashes 64 bytes too. Let the contributor of a leaf be its left child.
		let leaf_hash = |index| {
			let data = [vec![0], leaf(index).encode()].concat();
			H256(sp_io::hashing::sha2_256(&data))
		};
		let forest = committed(1, 4);
		let (left, right) = (leaf_hash(0), leaf_hash(1));
		let contributor = AccountId::new(left.0);
		let inner = Leaf { contributor: contributor.clone(), record: right };
		let above = forest.inclusion(0)[1..].to_vec();
		for index in 0..4 {
			assert_noop!(
				try_prove(contributor.clone(), 1, index, inner.clone(), &above),
				Error::<Test>::InvalidProof
			);
		}
		// Nor in a tree of half the size, in whose place it would stand.
		publish_dataset(alice(), 1, 2);
		assert_ok!(Provenance::commit_records(by(alice()), 2, forest.tree().root, 2));
		assert_noop!(try_prove(contributor, 2, 0, inner, &above), Error::<Test>::InvalidProof);
	});
}

#[test]
fn fails_when_the_proof_is_for_another_version_or_size() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		committed(2, 11);
		publish_dataset(alice(), 1, 3);
		let other = Forest::numbered(1, 10);
		assert_ok!(Provenance::commit_records(by(alice()), 3, other.tree().root, 10));
		for version in [2, 3] {
			assert_noop!(
				try_prove(bob(), version, 9, leaf(9), &forest.inclusion(9)),
				Error::<Test>::InvalidProof
			);
		}
		publish_dataset(alice(), 1, 4);
		assert_noop!(
			try_prove(bob(), 4, 9, leaf(9), &forest.inclusion(9)),
			Error::<Test>::NotCommitted
		);
		assert_noop!(
			try_prove(bob(), 5, 9, leaf(9), &forest.inclusion(9)),
			Error::<Test>::VersionNotFound
		);
	});
}

#[test]
fn fails_when_the_leaf_is_another() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		let other = Leaf { record: H256::repeat_byte(1), ..leaf(3) };
		assert_noop!(
			try_prove(bob(), 1, 3, other, &forest.inclusion(3)),
			Error::<Test>::InvalidProof
		);
	});
}

#[test]
fn a_copied_proof_is_worth_nothing() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		let proof = forest.inclusion(3);
		// As it is, or with the copier's account in the leaf.
		assert_noop!(try_prove(mallory(), 1, 3, leaf(3), &proof), Error::<Test>::NotContributor);
		let own = Leaf { contributor: mallory(), ..leaf(3) };
		assert_noop!(try_prove(mallory(), 1, 3, own, &proof), Error::<Test>::InvalidProof);
		prove(&forest, 1, 3);
	});
}

#[test]
fn nobody_can_prove_what_names_nobody() {
	TestExt::new().endow(account(0), ENDOWMENT).run(|| {
		// There are signatures that such an account's key verifies.
		let forest = committed(1, 10);
		assert_noop!(
			try_prove(account(0), 1, 1, leaf(1), &forest.inclusion(1)),
			Error::<Test>::NoContributor
		);
	});
}

#[test]
fn fails_when_proven_before() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		let again =
			|version, forest: &Forest| try_prove(bob(), version, 3, leaf(3), &forest.inclusion(3));
		assert_noop!(again(1, &forest), Error::<Test>::AlreadyProven);
		let longer = extended(2, 12, 1);
		assert_noop!(again(2, &longer), Error::<Test>::AlreadyProven);
		assert_ok!(withdraw(bob(), 1, 3));
		assert_noop!(again(1, &forest), Error::<Test>::AlreadyProven);
		assert_noop!(again(2, &longer), Error::<Test>::AlreadyProven);
	});
}

#[test]
fn proofs_and_withdrawals_carry_over() {
	TestExt::new().run(|| {
		let first = committed(1, 10);
		prove(&first, 1, 3);
		let second = extended(2, 16, 1);
		// Of the first version, shown in the second; and one that only the second has.
		prove(&second, 2, 6);
		prove(&second, 2, 12);
		assert_eq!(segments(1), [(1, 10, 2, 0), (2, 16, 1, 0)]);
		assert_eq!(Records::<Test>::iter_key_prefix(1).count(), 2);
		assert!(Records::<Test>::contains_key(2, 12));

		let counts = |version| Provenance::records(version).unwrap();
		assert_eq!((counts(1).committed, counts(1).active()), (10, 2));
		assert_eq!((counts(2).committed, counts(2).active()), (16, 3));

		// What only the second has does not mark the first.
		assert_ok!(withdraw(bob(), 2, 12));
		assert_eq!((Provenance::is_withdrawn(1), Provenance::is_withdrawn(2)), (false, true));
		assert_ok!(withdraw(bob(), 2, 6));
		assert_eq!((Provenance::is_withdrawn(1), Provenance::is_withdrawn(2)), (true, true));
		assert_eq!((counts(1).active(), counts(2).active()), (1, 1));
		assert_noop!(withdraw(bob(), 1, 6), Error::<Test>::ConsentAlreadyWithdrawn);

		// And later versions come marked.
		extended(3, 20, 2);
		assert!(Provenance::is_withdrawn(3));
		assert_eq!((counts(3).proven, counts(3).withdrawn), (3, 2));
	});
}

#[test]
fn withdraws() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		assert!(!Provenance::is_withdrawn(1));
		let deposit = held(HoldReason::Record, bob());
		assert_ok!(withdraw(bob(), 1, 3));

		assert!(Records::<Test>::get(1, 3).unwrap().withdrawn);
		assert_eq!(segments(1), [(1, 10, 1, 1)]);
		assert!(Provenance::is_withdrawn(1));
		assert_eq!(Provenance::contribution(1, 3), None);
		assert!(matches!(&Heard::get()[1], Told::Withdrawing(told) if told.contributor == bob()));
		// The record stays, and so does its deposit.
		assert_eq!(held(HoldReason::Record, bob()), deposit);
		assert_last(Event::ConsentWithdrawn {
			version: 1,
			origin: 1,
			index: 3,
			contributor: bob(),
		});
	});
}

#[test]
fn fails_to_withdraw_what_is_not_ones_own() {
	TestExt::new().run(|| {
		assert_noop!(withdraw(bob(), 1, 3), Error::<Test>::NotCommitted);
		let forest = committed(1, 10);
		assert_noop!(withdraw(bob(), 1, 3), Error::<Test>::RecordNotFound);
		assert_noop!(withdraw(bob(), 1, 10), Error::<Test>::IndexOutOfRange);
		assert_noop!(withdraw(bob(), 1, u64::MAX), Error::<Test>::IndexOutOfRange);
		prove(&forest, 1, 3);
		assert_noop!(withdraw(mallory(), 1, 3), Error::<Test>::NotContributor);
		assert_noop!(withdraw(alice(), 1, 3), Error::<Test>::NotContributor);
		assert_ok!(withdraw(bob(), 1, 3));
		assert_noop!(withdraw(bob(), 1, 3), Error::<Test>::ConsentAlreadyWithdrawn);
	});
}

#[test]
fn withdraws_after_the_version_was_yanked_or_removed() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		prove(&forest, 1, 6);
		set_status(1, VersionStatus::Yanked { reason: bounded(b"") });
		assert_ok!(withdraw(bob(), 1, 3));
		remove(1);
		assert_ok!(withdraw(bob(), 1, 6));
		assert_noop!(
			try_prove(bob(), 1, 9, leaf(9), &forest.inclusion(9)),
			Error::<Test>::VersionNotFound
		);
	});
}

#[test]
fn what_royalties_refuse_does_not_happen() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		Refuses::set(true);
		let refused = sp_runtime::DispatchError::Other("royalties refuse");
		assert_noop!(try_prove(bob(), 1, 6, leaf(6), &forest.inclusion(6)), refused);
		assert_noop!(withdraw(bob(), 1, 3), refused);
		remove(1);
		assert_ok!(Provenance::release_commitment(by(alice()), 1));
		assert_noop!(Provenance::release_record(by(alice()), 1, 3), refused);
	});
}

#[test]
fn releases_records_after_their_commitment() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		prove(&forest, 1, 6);
		assert_ok!(withdraw(bob(), 1, 6));
		let deposit = Records::<Test>::get(1, 3).unwrap().deposit;
		let release = |index| Provenance::release_record(by(mallory()), 1, index);
		assert_noop!(release(3), Error::<Test>::CommitmentExists);
		assert_noop!(release(4), Error::<Test>::RecordNotFound);
		remove(1);
		assert_noop!(release(3), Error::<Test>::CommitmentExists);
		assert_ok!(Provenance::release_commitment(by(mallory()), 1));
		Provenance::do_try_state().unwrap();
		assert_ok!(release(3));
		assert_last(Event::RecordReleased { origin: 1, index: 3, contributor: bob(), deposit });
		assert_noop!(release(3), Error::<Test>::RecordNotFound);
		assert_ok!(release(6));
		// Of the record whose consent was withdrawn, royalties heard all before.
		let released: Vec<_> =
			Heard::get().into_iter().filter(|told| matches!(told, Told::Released(..))).collect();
		assert_eq!(released, [Told::Released(RecordId { origin: 1, index: 3 }, bob())]);
		assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
		assert_eq!(Records::<Test>::iter().count(), 0);
	});
}

#[test]
fn records_of_a_removed_version_stay_while_another_rests_on_them() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		let longer = extended(2, 12, 1);
		remove(1);
		assert_noop!(
			Provenance::release_commitment(by(alice()), 1),
			Error::<Test>::CommitmentNotLast
		);
		prove(&longer, 2, 6);
		assert_ok!(withdraw(bob(), 2, 3));
		assert!(Provenance::is_withdrawn(2));
	});
}
