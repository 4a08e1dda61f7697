// SPDX-License-Identifier: Apache-2.0

//! Pruning: bounded, and taken up again where it stopped.

use super::util::*;

/// So many versions that earned in the first epoch, which expired.
fn expired(count: u64) {
	(1..=count).for_each(|version| earn(version, 0, 100));
	end_epochs(PERIOD + 1);
	events();
}

#[test]
fn forgets_what_expired() {
	TestExt::new().run(|| {
		earn(1, 7, 100);
		end_epoch();
		earn(1, 7, 200);
		end_epochs(PERIOD);
		events();
		assert_eq!((Open::<Test>::get(1), kept(1, 7)), (2, 2));
		idle(Weight::MAX);
		assert_eq!(
			events(),
			vec![Event::RewardExpired { epoch: 0, version: 1, split: 7, credit: 100 }]
		);
		// That of the next epoch can still be claimed.
		assert_eq!((Open::<Test>::get(1), kept(1, 7)), (1, 1));
		assert_eq!((PruneFrom::<Test>::get(), Left::get()), (1, vec![(1, 7)]));
		assert_claim(1, 1, 7);
	});
}

#[test]
fn leaves_what_can_be_claimed() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		end_epochs(PERIOD);
		idle(Weight::MAX);
		assert_eq!((points(), PruneFrom::<Test>::get()), (1, 0));
		assert_claim(0, 1, 0);
		earn(1, 0, 100);
		idle(Weight::MAX);
		assert_eq!(points(), 1);
	});
}

#[test]
fn uses_no_more_than_its_share() {
	TestExt::new().run(|| {
		expired(20);
		for count in [0, 1, 2, 5] {
			let before = points();
			let weight = prunes(count);
			let used = idle(weight);
			assert!(used.saturating_mul(2).all_lte(weight));
			assert_eq!(before - points(), count as usize);
		}
		assert_eq!(idle(Weight::zero()), Weight::zero());
		IdleShare::set(Perbill::from_percent(10));
		let before = points();
		idle(prunes(5));
		assert!(before - points() <= 1);
	});
}

#[test]
fn goes_on_where_it_stopped() {
	TestExt::new().run(|| {
		expired(10);
		for done in 1..=10 {
			idle(prunes(1));
			assert_eq!((points(), PruneFrom::<Test>::get()), (10 - done, 0));
			Rewards::do_try_state().unwrap();
		}
		// To find that nothing is left takes a step too.
		idle(prunes(1));
		assert_eq!(PruneFrom::<Test>::get(), 1);
		assert_eq!(events().len(), 10);
	});
}

#[test]
fn goes_through_several_epochs() {
	TestExt::new().run(|| {
		for version in 1..=4 {
			earn(version, 0, 100);
			earn(version, 1, 100);
			end_epoch();
		}
		end_epochs(PERIOD);
		idle(Weight::MAX);
		assert_eq!((points(), PruneFrom::<Test>::get()), (0, 4));
		assert!(Kept::mutate(|kept| kept.is_empty()));
		assert_eq!(Open::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_cannot_be_left_holds_up_nobody() {
	TestExt::new().build().execute_with(|| {
		expired(3);
		PayoutsFail::set(true);
		idle(Weight::MAX);
		assert_eq!((points(), PruneFrom::<Test>::get()), (0, 1));
		assert_eq!(Open::<Test>::iter().count(), 0);
		assert_eq!(events().len(), 3);
	});
}

#[test]
fn nothing_to_do_writes_nothing() {
	TestExt::new().run(|| {
		end_epochs(2);
		let weight = idle(Weight::MAX);
		assert_eq!(weight, <Test as crate::Config>::WeightInfo::prune_base());
		assert!(!PruneFrom::<Test>::exists());
	});
}
