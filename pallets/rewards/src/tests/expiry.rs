// SPDX-License-Identifier: Apache-2.0

//! Expiry: what nobody claimed can be given away again.

use super::util::*;

#[test]
fn can_be_claimed_until_the_last_block() {
	TestExt::new().run(|| {
		earn(1, 0, 500);
		earn(2, 0, 500);
		end_epoch();
		assert_eq!(Rewards::api_ended_epoch(0).unwrap().expires, (PERIOD + 1) * LENGTH);
		while System::block_number() < (PERIOD + 1) * LENGTH - 1 {
			next_block();
		}
		assert_claim(0, 1, 0);
		next_block();
		assert_noop!(claim(0, 2), Error::<Test>::RewardsExpired);
	});
}

#[test]
fn returns_to_the_pot_and_funds_the_epoch_that_ends() {
	TestExt::new().run(|| {
		earn(1, 0, 600);
		earn(2, 0, 400);
		end_epoch();
		assert_claim(0, 1, 0);
		end_epochs(PERIOD - 1);
		earn(3, 0, 1_000);
		events();
		assert_eq!(end_epoch(), PERIOD);
		// 320 that version 2 did not claim, and 1,000 of fees.
		assert_eq!(
			events(),
			vec![
				Event::EpochExpired { epoch: 0, amount: 320 },
				Event::EpochEnded {
					epoch: PERIOD,
					credit: 1_000,
					funds: 1_320,
					usage_pool: 1_056,
					rewards: 900,
					to_commons: 420,
				}
			]
		);
		assert_eq!(Epochs::<Test>::get(0), None);
		assert_eq!((Owed::<Test>::get(), pot()), (900, 900));
	});
}

#[test]
fn rolls_over_where_nothing_else_happens() {
	TestExt::new().run(|| {
		earn(1, 0, 1_000);
		end_epochs(PERIOD);
		events();
		end_epoch();
		assert_eq!(
			events(),
			vec![
				Event::EpochExpired { epoch: 0, amount: 800 },
				Event::EpochRolledOver { epoch: PERIOD, funds: 800 },
			]
		);
		end_epoch();
		assert_eq!(events(), vec![Event::EpochRolledOver { epoch: PERIOD + 1, funds: 800 }]);
		assert_eq!((pot(), Owed::<Test>::get()), (800, 0));
	});
}

#[test]
fn of_all_that_was_claimed_is_what_rounding_left() {
	TestExt::new().run(|| {
		for version in 1..=3 {
			earn(version, 0, 1);
		}
		gift(100);
		set_usage_share(90);
		end_epoch();
		// 90 % of three are two, of which a third is nothing.
		for version in 1..=3 {
			assert_eq!(assert_claim(0, version, 0), 0);
		}
		end_epochs(PERIOD - 1);
		events();
		end_epoch();
		assert_eq!(events()[0], Event::EpochExpired { epoch: 0, amount: 2 });
	});
}

#[test]
fn an_epoch_can_expire_while_the_next_can_be_claimed() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		end_epoch();
		earn(1, 0, 100);
		end_epochs(PERIOD);
		assert_noop!(claim(0, 1), Error::<Test>::RewardsExpired);
		assert_claim(1, 1, 0);
	});
}
