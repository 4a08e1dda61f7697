// SPDX-License-Identifier: Apache-2.0

//! Earnings: paid to whom they belong, when there is somebody to pay.

use super::util::*;
use frame_support::traits::tokens::{Fortitude, Precision, Preservation};

/// Let an account earn this much.
fn earn(who: AccountId, amount: Balance) {
	let version = model(who, &[]);
	bring(version, amount);
	drain(version);
}

/// Let an account cease to be.
fn reap(who: AccountId) {
	let all = Balances::balance(&who);
	let (exact, force) = (Precision::Exact, Fortitude::Force);
	Balances::burn_from(&who, all, Preservation::Expendable, exact, force).unwrap();
	assert!(!System::account_exists(&who));
}

#[test]
fn anybody_can_have_an_account_paid() {
	TestExt::new().run(|| {
		earn(alice(), 1_000);
		assert_eq!(Royalties::api_earnings(alice()), 1_000);
		assert_ok!(Royalties::withdraw(by(mallory()), alice()));
		assert_last(Event::Withdrawn { account: alice(), amount: 1_000 });
		assert_eq!(free(alice()), ENDOWMENT + 1_000);
		assert_eq!(earnings(alice()), 0);
		assert!(!Earnings::<Test>::contains_key(alice()));
		assert_eq!(Balances::balance(&Royalties::pot_account()), MINIMUM);
	});
}

#[test]
fn fails_when_there_is_nothing() {
	TestExt::new().run(|| {
		assert_noop!(Royalties::withdraw(by(mallory()), alice()), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn an_account_that_was_reaped_can_be_paid() {
	TestExt::new().run(|| {
		earn(alice(), MINIMUM);
		reap(alice());
		assert_ok!(Royalties::withdraw(by(mallory()), alice()));
		assert_eq!(free(alice()), MINIMUM);
	});
}

#[test]
fn fails_when_it_is_too_little_for_an_account() {
	TestExt::new().run(|| {
		earn(alice(), MINIMUM - 1);
		reap(alice());
		assert_noop!(Royalties::withdraw(by(mallory()), alice()), Error::<Test>::EarningsTooSmall);
		// It stays theirs, and somebody can help.
		assert_ok!(Balances::mint_into(&alice(), MINIMUM));
		assert_ok!(Royalties::withdraw(by(mallory()), alice()));
		assert_eq!(free(alice()), 2 * MINIMUM - 1);
	});
}

#[test]
fn a_member_who_is_gone_holds_up_nobody() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let split = split_of(&[(bob(), 1), (carol(), 99)]);
		assert_ok!(Royalties::set_split(by(alice()), artifact_of(version), split));
		reap(bob());
		bring(version, 500);
		cascade();
		assert_eq!((earnings(bob()), earnings(carol())), (5, 495));
		assert_ok!(Royalties::withdraw(by(carol()), carol()));
	});
}

#[test]
fn a_gift_to_the_pot_is_nobodys() {
	TestExt::new().build().execute_with(|| {
		earn(alice(), 1_000);
		assert_ok!(Balances::mint_into(&Royalties::pot_account(), 77));
		assert_ok!(Royalties::do_try_state());
		assert_ok!(Royalties::withdraw(by(alice()), alice()));
		assert_eq!(Balances::balance(&Royalties::pot_account()), MINIMUM + 77);
	});
}
