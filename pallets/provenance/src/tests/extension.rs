// SPDX-License-Identifier: Apache-2.0

//! `extend_records`.

use super::util::*;
use frame_support::dispatch::DispatchResult;

fn extend(version: Sequence, previous: Sequence, proof: &[H256]) -> DispatchResult {
	Provenance::extend_records(by(alice()), version, previous, bounded(proof))
}

#[test]
fn extends() {
	TestExt::new().run(|| {
		committed(3, 10);
		let alone = commitment(3).deposit;
		let forest = committed(5, 17);
		assert_ok!(extend(5, 3, &forest.consistency(10)));

		assert_eq!(segments(3), [(3, 10, 0, 0), (5, 17, 0, 0)]);
		assert!(!Series::<Test>::contains_key(5));
		let joined = commitment(5);
		assert_eq!((joined.series, joined.count), (3, 17));
		// It takes one item less.
		assert!(joined.deposit < alone);
		assert_eq!(held(HoldReason::Commitment, alice()), alone + joined.deposit);
		assert_last(Event::RecordsExtended {
			version: 5,
			previous: 3,
			series: 3,
			appended: 7,
			deposit: joined.deposit,
		});
	});
}

#[test]
fn extends_between_all_sizes() {
	TestExt::new().endow(alice(), 1_000_000_000).run(|| {
		let mut sequence = 0;
		for (old, new) in (1..9).flat_map(|old| (old..18).map(move |new| (old, new))) {
			sequence += 2;
			committed(sequence, old);
			extended(sequence + 1, new, sequence);
			assert_eq!(segments(sequence).len(), 2);
		}
	});
}

#[test]
fn extends_by_nothing() {
	TestExt::new().run(|| {
		committed(1, 10);
		committed(2, 10);
		assert_ok!(extend(2, 1, &[]));
		assert_eq!(segments(1), [(1, 10, 0, 0), (2, 10, 0, 0)]);
	});
}

#[test]
fn extends_what_extends() {
	TestExt::new().run(|| {
		committed(1, 10);
		extended(2, 12, 1);
		let forest = committed(3, 20);
		// Not the one in between, which has a successor.
		assert_noop!(extend(3, 1, &forest.consistency(10)), Error::<Test>::AlreadyExtended);
		assert_ok!(extend(3, 2, &forest.consistency(12)));
		assert_eq!(segments(1), [(1, 10, 0, 0), (2, 12, 0, 0), (3, 20, 0, 0)]);
	});
}

#[test]
fn fails_when_history_is_rewritten() {
	TestExt::new().run(|| {
		let old = committed(1, 10);
		publish_dataset(alice(), 1, 2);
		let other = Forest::numbered(1, 17);
		assert_ok!(Provenance::commit_records(by(alice()), 2, other.tree().root, 17));
		// A proof between the new tree and its own beginning, and one of the old tree's.
		for proof in
			[other.consistency(10), Forest::new(17).consistency(10), vec![], old.inclusion(9)]
		{
			assert_noop!(extend(2, 1, &proof), Error::<Test>::InvalidConsistencyProof);
		}
		// As many records, but others.
		publish_dataset(alice(), 1, 3);
		let same_size = Forest::numbered(1, 10).tree().root;
		assert_ok!(Provenance::commit_records(by(alice()), 3, same_size, 10));
		assert_noop!(extend(3, 1, &[]), Error::<Test>::InvalidConsistencyProof);
	});
}

#[test]
fn fails_when_the_proof_is_for_other_sizes() {
	TestExt::new().run(|| {
		committed(1, 10);
		let forest = committed(2, 17);
		for previous in (1..17).filter(|previous| *previous != 10) {
			assert_noop!(
				extend(2, 1, &forest.consistency(previous)),
				Error::<Test>::InvalidConsistencyProof
			);
		}
		let mut swapped = forest.consistency(10);
		swapped.swap(0, 1);
		assert_noop!(extend(2, 1, &swapped), Error::<Test>::InvalidConsistencyProof);
	});
}

#[test]
fn fails_when_there_are_fewer_records() {
	TestExt::new().run(|| {
		committed(1, 10);
		committed(2, 9);
		assert_noop!(extend(2, 1, &[]), Error::<Test>::FewerRecords);
	});
}

#[test]
fn fails_when_versions_do_not_fit() {
	TestExt::new().run(|| {
		let forest = committed(4, 10);
		let proof = forest.consistency(5);
		assert_noop!(extend(4, 1, &proof), Error::<Test>::VersionNotFound);
		assert_noop!(extend(9, 4, &proof), Error::<Test>::VersionNotFound);
		// Of another dataset, though of the same owner.
		publish_dataset(alice(), 2, 1);
		assert_noop!(extend(4, 1, &proof), Error::<Test>::DifferentArtifact);
		publish_dataset(alice(), 1, 3);
		assert_noop!(extend(4, 3, &proof), Error::<Test>::NotCommitted);
		assert_noop!(extend(3, 4, &proof), Error::<Test>::NotNewer);
		assert_noop!(extend(4, 4, &proof), Error::<Test>::NotNewer);
		publish_dataset(alice(), 1, 5);
		assert_noop!(extend(5, 4, &proof), Error::<Test>::NotCommitted);
		assert_noop!(
			Provenance::extend_records(by(mallory()), 4, 3, bounded(&proof)),
			Error::<Test>::NotOwner
		);
	});
}

#[test]
fn fails_when_joined_already() {
	TestExt::new().run(|| {
		committed(1, 10);
		committed(2, 10);
		extended(3, 12, 2);
		// It extends another, or is extended by one.
		assert_noop!(extend(3, 1, &[]), Error::<Test>::AlreadyJoined);
		assert_noop!(extend(2, 1, &[]), Error::<Test>::AlreadyJoined);
	});
}

#[test]
fn fails_when_records_were_proven() {
	TestExt::new().run(|| {
		committed(1, 10);
		let forest = committed(2, 12);
		prove(&forest, 2, 0);
		assert_noop!(extend(2, 1, &forest.consistency(10)), Error::<Test>::RecordsProven);
	});
}

#[test]
fn fails_when_the_series_is_full() {
	TestExt::new().endow(alice(), 100_000_000).run(|| {
		committed(1, 5);
		for version in 2..=u64::from(MAX_SERIES) {
			extended(version, 4 + version, version - 1);
		}
		let last = u64::from(MAX_SERIES);
		let forest = committed(last + 1, last + 5);
		assert_noop!(
			extend(last + 1, last, &forest.consistency(last + 4)),
			Error::<Test>::TooManyExtensions
		);
	});
}

#[test]
fn a_rise_of_prices_takes_nothing_from_whoever_committed() {
	TestExt::new().run(|| {
		committed(1, 10);
		let forest = committed(2, 12);
		let before = commitment(2).deposit;
		ItemDeposit::set(ITEM * 100);
		assert_ok!(extend(2, 1, &forest.consistency(10)));
		assert_eq!(commitment(2).deposit, before);
	});
}
