// SPDX-License-Identifier: Apache-2.0

//! That the invariants would be noticed to be broken.

use super::util::*;

/// A state with something of everything: an epoch with a reward that was claimed and two that were
/// not, a running one with credit, credit in vaults.
fn state() {
	earn(1, 0, 500);
	earn(2, 0, 300);
	earn(2, 1, 200);
	end_epoch();
	assert_claim(0, 1, 0);
	earn(1, 0, 100);
	pay(3, 50, 50);
}

/// Break something, and see that this is noticed.
fn breaks(number: &str, change: impl FnOnce()) {
	TestExt::new().build().execute_with(|| {
		state();
		Rewards::do_try_state().expect("nothing is broken yet");
		change();
		let error = Rewards::do_try_state().expect_err("broken");
		let sentence: &str = error.into();
		assert!(sentence.starts_with(number), "{sentence}");
	});
}

fn change_record(change: impl FnOnce(&mut EpochRecord)) {
	Epochs::<Test>::mutate(0, |record| change(record.as_mut().unwrap()));
}

fn put(epoch: EpochIndex, version: Sequence, split: SplitNumber, credit: Balance) {
	Points::<Test>::insert((epoch, version, split.to_be_bytes()), credit);
}

#[test]
fn a_pot_that_has_it_all() {
	breaks("1:", || CreditInVaults::<Test>::mutate(|credit| *credit += 1));
	breaks("1:", || transfer(Rewards::pot_account(), donor(), 1));
	breaks("1:", || CreditInVaults::<Test>::put(Balance::MAX));
}

#[test]
fn what_is_owed() {
	breaks("2:", || Owed::<Test>::mutate(|owed| *owed -= 1));
	breaks("2:", || change_record(|record| record.claimed += 1));
}

#[test]
fn epochs_that_ended() {
	let nothing = || EpochRecord { credit: 5, rewards: 0, claimed: 0 };
	breaks("3:", || Epochs::<Test>::insert(1, nothing()));
	breaks("3:", || Epochs::<Test>::insert(7, nothing()));
	breaks("3:", || change_record(|record| record.credit = 0));
	breaks("3:", || change_record(|record| record.credit = 800));
	breaks("3:", || Running::<Test>::mutate(|running| running.index = PERIOD + 1));
	breaks("3:", || {
		change_record(|record| record.claimed = record.rewards + 1);
		Owed::<Test>::put(0);
	});
}

#[test]
fn points_where_they_belong() {
	breaks("4:", || put(1, 9, 0, 0));
	breaks("4:", || put(2, 1, 0, 5));
	breaks("4:", || PruneFrom::<Test>::put(1));
	breaks("4:", || Running::<Test>::mutate(|running| running.credit -= 1));
	breaks("4:", || put(1, 9, 0, 5));
}

#[test]
fn points_of_an_epoch_that_ended() {
	breaks("5:", || put(0, 9, 0, 501));
	breaks("5:", || put(0, 9, 0, 100));
	breaks("5:", || {
		Epochs::<Test>::remove(0);
		Owed::<Test>::put(0);
	});
}

#[test]
fn counted_points() {
	breaks("6:", || Open::<Test>::insert(2, 1));
	breaks("6:", || Open::<Test>::insert(77, 1));
	breaks("6:", || Open::<Test>::remove(1));
}

#[test]
fn kept_splits() {
	breaks("7:", || Kept::mutate(|kept| *kept.get_mut(&(artifact_of(2), 0)).unwrap() += 1));
	breaks("7:", || Kept::mutate(|kept| kept.clear()));
}

#[test]
fn parameters_within_bounds() {
	breaks("8:", || Parameters::<Test>::put(parameters(91, 50)));
	breaks("8:", || Parameters::<Test>::put(parameters(80, 19)));
}
