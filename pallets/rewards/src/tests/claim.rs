// SPDX-License-Identifier: Apache-2.0

//! Claims: what is paid, once, to whom it belongs.

use super::util::*;

#[test]
fn pays_in_proportion_to_credit() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		earn(2, 0, 300);
		earn(3, 0, 201);
		end_epoch();
		// 80 % of 1,001.
		assert_eq!(record(0).rewards, 800);
		assert_eq!(assert_claim(0, 3, 0), 160);
		assert_eq!(assert_claim(0, 1, 0), 399);
		assert_eq!(assert_claim(0, 2, 0), 239);
		assert_eq!(Paid::get(), vec![(3, 0, 160), (1, 0, 399), (2, 0, 239)]);
		// What rounding left stays until the epoch expires.
		assert_eq!(Owed::<Test>::get(), 2);
	});
}

#[test]
fn fails_twice() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		earn(2, 0, 500);
		end_epoch();
		assert_claim(0, 1, 0);
		assert_noop!(claim(0, 1), Error::<Test>::NothingToClaim);
		assert_claim(0, 2, 0);
		assert_noop!(claim(0, 2), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn fails_for_an_epoch_that_is_running_or_to_come() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		assert_noop!(claim(0, 1), Error::<Test>::EpochNotEnded);
		assert_noop!(claim(1, 1), Error::<Test>::EpochNotEnded);
		assert_noop!(claim(EpochIndex::MAX, 1), Error::<Test>::EpochNotEnded);
		// Not in its last block either.
		while System::block_number() < LENGTH - 1 {
			next_block();
		}
		assert_noop!(claim(0, 1), Error::<Test>::EpochNotEnded);
		next_block();
		assert_claim(0, 1, 0);
	});
}

#[test]
fn fails_for_a_version_without_points() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		end_epoch();
		assert_noop!(claim(0, 2), Error::<Test>::NothingToClaim);
		assert_noop!(claim(0, Sequence::MAX), Error::<Test>::NothingToClaim);
		assert_claim(0, 1, 0);
	});
}

#[test]
fn fails_for_an_epoch_without_credit() {
	TestExt::new().run(|| {
		gift(1_000);
		end_epoch();
		assert_noop!(claim(0, 1), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn fails_unsigned() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		end_epoch();
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Rewards::claim(origin, 0, 1), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn pays_the_oldest_split_first() {
	TestExt::new().run(|| {
		// The split was changed within the epoch, and the number's bytes are not those of a text.
		earn(1, 256, 300);
		earn(1, 2, 100);
		end_epoch();
		// It makes no difference that it was changed once more since.
		earn(1, 257, 50);
		assert_eq!(assert_claim(0, 1, 2), 80);
		assert_eq!(assert_claim(0, 1, 256), 240);
		assert_noop!(claim(0, 1), Error::<Test>::NothingToClaim);
		end_epoch();
		assert_eq!(assert_claim(1, 1, 257), 40);
		assert_eq!(Paid::get(), vec![(1, 2, 80), (1, 256, 240), (1, 257, 40)]);
		assert!(Kept::mutate(|kept| kept.is_empty()));
	});
}

#[test]
fn the_order_of_claims_makes_no_difference() {
	let amounts = |order: [Sequence; 3]| {
		let mut amounts = vec![];
		TestExt::new().run(|| {
			earn(1, 0, 333);
			earn(2, 0, 334);
			earn(3, 0, 335);
			end_epoch();
			amounts =
				order.iter().map(|version| (*version, assert_claim(0, *version, 0))).collect();
			amounts.sort();
		});
		amounts
	};
	assert_eq!(amounts([1, 2, 3]), amounts([3, 1, 2]));
	assert_eq!(amounts([1, 2, 3]), vec![(1, 266), (2, 267), (3, 267)]);
}

#[test]
fn a_payout_that_fails_holds_up_nobody() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		earn(2, 0, 500);
		end_epoch();
		PayoutsFail::set(true);
		assert_noop!(claim(0, 1), DispatchError::Other("payouts fail"));
		// Epochs end all the same.
		end_epoch();
		PayoutsFail::set(false);
		assert_claim(0, 2, 0);
		assert_claim(0, 1, 0);
	});
}

#[test]
fn too_little_for_a_planck_is_done_with() {
	TestExt::new().run(|| {
		earn(1, 0, 1);
		earn(2, 0, 999);
		end_epoch();
		assert_eq!(assert_claim(0, 1, 0), 0);
		assert_eq!((Paid::get(), Left::get()), (vec![], vec![(1, 0)]));
		assert_noop!(claim(0, 1), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn of_several_epochs_do_not_mix() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		end_epoch();
		earn(1, 0, 200);
		end_epoch();
		assert_eq!(assert_claim(1, 1, 0), 160);
		assert_noop!(claim(1, 1), Error::<Test>::NothingToClaim);
		assert_eq!(assert_claim(0, 1, 0), 80);
	});
}

#[test]
fn weighs_what_the_payout_does_too() {
	use frame_support::dispatch::GetDispatchInfo;
	type Weights = <Test as crate::Config>::WeightInfo;
	let call = RuntimeCall::Rewards(crate::Call::claim { epoch: 0, version: 0 });
	let pay = Weight::from_parts(5, 0);
	assert_eq!(call.get_dispatch_info().call_weight, Weights::claim().saturating_add(pay));
}
