// SPDX-License-Identifier: Apache-2.0

//! The end of an epoch: what funds become.

use super::util::*;

#[test]
fn leaves_no_block_out() {
	TestExt::new().run(|| {
		assert_eq!(
			Running::<Test>::get(),
			EpochState { index: 0, end: LENGTH, credit: 0 },
			"the first begins at genesis"
		);
		for now in 2..=4 * LENGTH {
			next_block();
			assert_eq!(System::block_number(), now);
			assert_eq!(running(), now / LENGTH);
			assert_eq!(Running::<Test>::get().end, (now / LENGTH + 1) * LENGTH);
		}
	});
}

#[test]
fn the_next_is_current_from_its_first_block_on() {
	TestExt::new().run(|| {
		enter_block(LENGTH - 2);
		next_block();
		assert_eq!((running(), Rewards::current_epoch()), (0, 0));
		// What is scheduled for this block runs before the hook that ends the epoch.
		enter_block(LENGTH);
		assert_eq!((running(), Rewards::current_epoch()), (0, 1));
		enter_block(LENGTH - 1);
		next_block();
		assert_eq!((running(), Rewards::current_epoch()), (1, 1));
	});
}

#[test]
fn divides_its_funds() {
	TestExt::new().run(|| {
		earn(1, 0, 600);
		earn(2, 0, 400);
		events();
		assert_eq!(end_epoch(), 0);
		// 80 % of 1,000, which is less than 90 % of the credit.
		assert_eq!(
			events(),
			vec![Event::EpochEnded {
				epoch: 0,
				credit: 1_000,
				funds: 1_000,
				usage_pool: 800,
				rewards: 800,
				to_commons: 200,
			}]
		);
		assert_eq!(record(0), EpochRecord { credit: 1_000, rewards: 800, claimed: 0 });
		assert_eq!((pot(), Owed::<Test>::get(), commons()), (800, 800, 200));
		assert_eq!(Running::<Test>::get(), EpochState { index: 1, end: 2 * LENGTH, credit: 0 });
	});
}

/// What the README works out: version, split and credit.
const EXAMPLE: [(Sequence, SplitNumber, Balance); 4] =
	[(9, 0, 600), (7, 0, 300), (5, 1, 60), (5, 2, 40)];

#[test]
fn the_example_is_right() {
	let rows = [
		(0, 800, 800, 200, [480, 240, 48, 32]),
		(10_000, 8_800, 900, 10_100, [540, 270, 54, 36]),
		(100, 880, 880, 220, [528, 264, 52, 35]),
	];
	for (more, usage_pool, rewards, to_commons, amounts) in rows {
		TestExt::new().run(|| {
			EXAMPLE.into_iter().for_each(|(version, split, credit)| earn(version, split, credit));
			gift(more);
			events();
			end_epoch();
			let (credit, funds) = (1_000, 1_000 + more);
			assert_eq!(
				events(),
				vec![Event::EpochEnded {
					epoch: 0,
					credit,
					funds,
					usage_pool,
					rewards,
					to_commons
				}]
			);
			let claimed = EXAMPLE.map(|(version, split, _)| assert_claim(0, version, split));
			assert_eq!(claimed, amounts);
		});
	}
}

#[test]
fn rewards_are_never_more_than_the_cap() {
	TestExt::new().run(|| {
		gift(10_000);
		earn(1, 0, 1_000);
		end_epoch();
		// 80 % of 11,000 would be 8,800.
		assert_eq!(record(0).rewards, 900);
		assert_eq!((pot(), commons()), (900, 10_100));
	});
}

#[test]
fn a_usage_share_holds_for_the_running_epoch() {
	TestExt::new().run(|| {
		earn(1, 0, 1_000);
		set_usage_share(50);
		end_epoch();
		assert_eq!(record(0).rewards, 500);
	});
}

#[test]
fn without_credit_it_rolls_over() {
	TestExt::new().run(|| {
		gift(500);
		// A fee whose credit is still in a vault does not fund anything yet.
		pay(1, 70, 70);
		events();
		end_epoch();
		assert_eq!(events(), vec![Event::EpochRolledOver { epoch: 0, funds: 500 }]);
		assert_eq!(Epochs::<Test>::get(0), None);
		assert_eq!((pot(), commons(), Owed::<Test>::get()), (570, 0, 0));

		end_epoch();
		rest(1, 0, 70);
		events();
		assert_eq!(end_epoch(), 2);
		// All of it funds the next epoch with credit.
		assert_eq!(
			events(),
			vec![Event::EpochEnded {
				epoch: 2,
				credit: 70,
				funds: 570,
				usage_pool: 456,
				rewards: 63,
				to_commons: 507,
			}]
		);
	});
}

#[test]
fn fees_fund_the_epoch_of_their_credit() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		pay(2, 1_000, 1_000);
		end_epoch();
		assert_eq!(record(0), EpochRecord { credit: 100, rewards: 80, claimed: 0 });
		assert_eq!(pot(), 1_080);
		rest(2, 0, 1_000);
		end_epoch();
		assert_eq!(record(1), EpochRecord { credit: 1_000, rewards: 800, claimed: 0 });
	});
}

#[test]
fn an_empty_pot_rewards_nobody() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		// It cannot happen: nothing takes out what is credit's.
		transfer(Rewards::pot_account(), donor(), 100);
		end_epoch();
		assert_eq!(record(0), EpochRecord { credit: 100, rewards: 0, claimed: 0 });
		assert_eq!((pot(), commons()), (0, 0));
		assert_eq!(assert_claim(0, 1, 0), 0);
		assert_eq!((Paid::get(), Left::get()), (vec![], vec![(1, 0)]));
	});
}

#[test]
fn a_transfer_that_fails_leaves_all_in_the_pot() {
	TestExt::new().run(|| {
		// The commons is no account any more, and this is too little for one.
		transfer_all(Commons::get());
		earn(1, 0, 40);
		events();
		end_epoch();
		assert_eq!(
			events(),
			vec![Event::EpochEnded {
				epoch: 0,
				credit: 40,
				funds: 40,
				usage_pool: 32,
				rewards: 32,
				to_commons: 0,
			}]
		);
		assert_eq!((pot(), balance(Commons::get())), (40, 0));
		// It funds the next one.
		earn(1, 0, 40);
		end_epoch();
		assert_eq!((record(1).rewards, pot(), balance(Commons::get())), (36, 68, 12));
	});
}

fn transfer_all(from: AccountId) {
	let all = balance(from.clone());
	assert_ok!(Balances::transfer(&from, &donor(), all, Preservation::Expendable));
}

#[test]
fn votes_are_asked_at_every_end() {
	TestExt::new().run(|| {
		end_epoch();
		earn(1, 0, 1_000);
		end_epoch();
		end_epoch();
		assert_eq!(Asked::get(), vec![(0, 0), (1, 200), (2, 200)]);
		assert_eq!(commons(), 200);
	});
}

#[test]
fn votes_give_away_no_more_than_there_is() {
	TestExt::new().run(|| {
		Votes::set(Some((account(1), 150)));
		earn(1, 0, 1_000);
		end_epoch();
		assert_last(Event::CommonsAllotted { epoch: 0, account: account(1), amount: 150 });
		assert_eq!((commons(), balance(account(1))), (50, ENDOWMENT + 150));
		end_epoch();
		assert_last(Event::CommonsAllotted { epoch: 1, account: account(1), amount: 50 });
		assert_eq!((commons(), balance(account(1))), (0, ENDOWMENT + 200));
		end_epoch();
		assert_last(Event::EpochRolledOver { epoch: 2, funds: 0 });
	});
}

#[test]
fn what_votes_cannot_give_stays() {
	TestExt::new().run(|| {
		// Less than an account must have.
		Votes::set(Some((account(77), MINIMUM - 1)));
		earn(1, 0, 1_000);
		end_epoch();
		assert_eq!((commons(), balance(account(77))), (200, 0));
		assert!(matches!(events().last(), Some(Event::EpochEnded { .. })));
	});
}

#[test]
fn all_credit_may_be_that_of_one_version() {
	TestExt::new().run(|| {
		earn(7, 0, 12_345);
		end_epoch();
		assert_eq!(assert_claim(0, 7, 0), 9_876);
		assert_eq!((pot(), Owed::<Test>::get()), (0, 0));
	});
}

#[test]
fn the_hook_weighs_an_end_wherever_it_was_made() {
	TestExt::new().run(|| {
		type Weights = <Test as crate::Config>::WeightInfo;
		let end = Weights::end_epoch().saturating_add(Weight::from_parts(11, 0));
		enter_block(2);
		assert_eq!(Rewards::on_initialize(2), Weights::begin_block());
		enter_block(LENGTH);
		assert_eq!(Rewards::on_initialize(LENGTH), end);
		// Somebody scheduled comes first.
		pay(1, 10, 10);
		enter_block(2 * LENGTH);
		rest(1, 0, 10);
		assert_eq!(running(), 2);
		assert_eq!(Rewards::on_initialize(2 * LENGTH), end);
		assert_eq!(running(), 2);
		enter_block(2 * LENGTH + 1);
		assert_eq!(Rewards::on_initialize(2 * LENGTH + 1), Weights::begin_block());
	});
}

#[test]
fn blocks_that_were_missed_are_caught_up() {
	TestExt::new().run(|| {
		// As when the pallet comes to a chain that has been running.
		enter_block(3 * LENGTH + 1);
		for index in 1..=3 {
			Rewards::on_initialize(System::block_number());
			assert_eq!(running(), index);
			enter_block(System::block_number() + 1);
		}
		Rewards::on_initialize(System::block_number());
		assert_eq!(Running::<Test>::get(), EpochState { index: 3, end: 4 * LENGTH, credit: 0 });
	});
}

#[test]
fn an_epoch_has_a_block_at_least() {
	TestExt::new().run(|| {
		EpochLength::set(0);
		end_epochs(3);
		assert_eq!(running(), 3);
		let now = System::block_number();
		next_block();
		assert_eq!((running(), System::block_number()), (4, now + 1));
	});
}
