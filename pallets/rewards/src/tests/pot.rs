// SPDX-License-Identifier: Apache-2.0

//! The pot, its parameters and huge numbers.

use super::util::*;

#[test]
fn gifts_fund_the_running_epoch() {
	TestExt::new().run(|| {
		earn(1, 0, 1_000);
		gift(100);
		assert_eq!(Rewards::funds(), 1_100);
		end_epoch();
		assert_eq!(record(0).rewards, 880);
		// What is owed is not given away again.
		gift(50);
		assert_eq!(Rewards::funds(), 50);
	});
}

#[test]
fn gifts_to_the_commons_stay_there() {
	TestExt::new().run(|| {
		transfer(donor(), Commons::get(), 70);
		earn(1, 0, 1_000);
		end_epoch();
		assert_eq!(commons(), 270);
	});
}

#[test]
fn parameters_are_chosen_within_bounds() {
	TestExt::new().run(|| {
		assert_eq!(Parameters::<Test>::get(), DEFAULT);
		assert_eq!(Rewards::issuance_share(), percent(50));
		for (usage, issuance) in [(50, 20), (90, 80), (60, 33)] {
			let parameters = parameters(usage, issuance);
			assert_ok!(Rewards::set_parameters(RuntimeOrigin::root(), parameters));
			assert_last(Event::ParametersSet { parameters });
			assert_eq!(Parameters::<Test>::get(), parameters);
			assert_eq!(Rewards::issuance_share(), percent(issuance));
		}
	});
}

#[test]
fn parameters_out_of_bounds_are_refused() {
	TestExt::new().run(|| {
		let set = |usage, issuance| {
			let parameters = RewardParameters {
				usage_share: Permill::from_parts(usage),
				issuance_share: Permill::from_parts(issuance),
			};
			Rewards::set_parameters(RuntimeOrigin::root(), parameters)
		};
		assert_noop!(set(499_999, 500_000), Error::<Test>::UsageShareOutOfBounds);
		assert_noop!(set(900_001, 500_000), Error::<Test>::UsageShareOutOfBounds);
		assert_noop!(set(1_000_000, 500_000), Error::<Test>::UsageShareOutOfBounds);
		assert_noop!(set(800_000, 199_999), Error::<Test>::IssuanceShareOutOfBounds);
		assert_noop!(set(800_000, 800_001), Error::<Test>::IssuanceShareOutOfBounds);
		assert_noop!(set(0, 0), Error::<Test>::UsageShareOutOfBounds);
	});
}

#[test]
fn parameters_are_not_for_everybody() {
	TestExt::new().run(|| {
		for origin in [by(mallory()), RuntimeOrigin::none()] {
			assert_noop!(
				Rewards::set_parameters(origin, parameters(60, 60)),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn accounts_exist_from_genesis_on_and_after_upgrades() {
	TestExt::new().build().execute_with(|| {
		assert_eq!((balance(Rewards::pot_account()), balance(Commons::get())), (MINIMUM, MINIMUM));
		Balances::set_balance(&Rewards::pot_account(), 0);
		Balances::set_balance(&Commons::get(), 0);
		Rewards::on_runtime_upgrade();
		assert_eq!((balance(Rewards::pot_account()), balance(Commons::get())), (MINIMUM, MINIMUM));
		gift(5);
		Rewards::on_runtime_upgrade();
		assert_eq!(pot(), 5);
	});
}

/// Half of all tokens that there can be.
const HALF: Balance = Balance::MAX / 2;

#[test]
fn a_full_pot_does_not_overflow() {
	TestExt::new().endow(donor(), HALF).run(|| {
		gift(HALF - MINIMUM);
		earn(1, 0, 3);
		earn(2, 0, 7);
		end_epoch();
		assert_eq!(record(0).rewards, 9);
		assert_eq!(commons(), HALF - MINIMUM + 10 - 9);
		assert_eq!((assert_claim(0, 1, 0), assert_claim(0, 2, 0)), (2, 6));
	});
}

#[test]
fn huge_credit_does_not_overflow() {
	TestExt::new().endow(buyer(), HALF).run(|| {
		let third = HALF / 3;
		earn(1, 0, third);
		earn(2, 0, third);
		earn(3, 0, third - MINIMUM);
		let credit = 3 * third - MINIMUM;
		end_epoch();
		assert_eq!(record(0), EpochRecord { credit, rewards: of(percent(80), credit), claimed: 0 });
		for version in 1..=3 {
			assert_claim(0, version, 0);
		}
		assert!(Owed::<Test>::get() < 3);
		// And what was not claimed expires.
		end_epochs(PERIOD);
		assert_eq!(Owed::<Test>::get(), 0);
	});
}

#[test]
fn huge_rewards_of_many_epochs_add_up() {
	TestExt::new().endow(buyer(), HALF).run(|| {
		for _ in 0..PERIOD {
			earn(1, 0, HALF / 4);
			end_epoch();
		}
		assert_eq!(Owed::<Test>::get(), 3 * of(percent(80), HALF / 4));
		end_epochs(1);
		assert_eq!(Owed::<Test>::get(), 2 * of(percent(80), HALF / 4));
		for epoch in 1..PERIOD {
			assert_claim(epoch, 1, 0);
		}
		idle(Weight::MAX);
		assert_eq!((points(), Owed::<Test>::get()), (0, 0));
	});
}
