// SPDX-License-Identifier: Apache-2.0

//! What blocks settle by themselves.

use super::util::*;
use sp_runtime::DispatchError;

/// The weight that settles this many purchases, and looks once more.
fn for_purchases(count: u64) -> Weight {
	let each = look().saturating_add(Market::settle_due_weight());
	each.saturating_mul(count).saturating_add(look())
}

/// Let Bob, Carol and Mallory buy, and the refund window end.
fn bought() {
	let offer = offered(|_| {});
	for who in [bob(), carol(), mallory()] {
		buy(who, offer);
	}
	pass(WINDOW + 1);
}

/// How many purchases wait.
fn waiting() -> usize {
	Due::<Test>::iter().count()
}

#[test]
fn settles_what_is_due() {
	TestExt::new().run(|| {
		bought();
		assert_eq!(idle(plenty()), for_purchases(3));
		assert_eq!((waiting(), sales().income), (0, 3 * INCOME));
		assert_eq!(license(bob()).purchase, None);
		assert_eq!(idle(plenty()), look());
	});
}

#[test]
fn settles_nothing_in_the_last_block_of_the_window() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(WINDOW);
		assert_eq!(idle(plenty()), look());
		pass(1);
		assert_eq!(idle(plenty()), for_purchases(1));
	});
}

#[test]
fn settles_as_many_as_fit() {
	TestExt::new().run(|| {
		bought();
		IdleShare::set(Perbill::one());
		let nearly =
			for_purchases(2).saturating_sub(look()).saturating_sub(Weight::from_parts(1, 0));
		assert!(idle(nearly).all_lte(nearly));
		assert_eq!(waiting(), 2);
		assert_eq!(idle(for_purchases(1)), for_purchases(1));
		assert_eq!(waiting(), 1);
		// Proof size counts as much as time.
		let no_proof = Weight::from_parts(u64::MAX, 0);
		assert_eq!(idle(no_proof), Weight::zero());
		assert_eq!(waiting(), 1);
	});
}

#[test]
fn does_nothing_without_weight() {
	TestExt::new().run(|| {
		bought();
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(idle(look()), Weight::zero(), "half of it is not enough to look");
		assert_eq!(waiting(), 3);
	});
}

#[test]
fn takes_its_share_and_no_more() {
	TestExt::new().run(|| {
		bought();
		IdleShare::set(Perbill::from_percent(50));
		let left = for_purchases(2);
		let used = idle(left);
		assert!(used.all_lte(Perbill::from_percent(50) * left));
		assert_eq!(waiting(), 2);
		assert_eq!(idle(for_purchases(2).saturating_mul(2)), for_purchases(2));
		assert_eq!(waiting(), 0);
	});
}

#[test]
fn the_oldest_comes_first() {
	TestExt::new().run(|| {
		IdleShare::set(Perbill::one());
		let offer = offered(|_| {});
		// Their last blocks are 255 and 256: the second has the smaller last byte.
		System::set_block_number(255 - WINDOW);
		buy(bob(), offer);
		pass(1);
		buy(carol(), offer);
		pass(WINDOW);
		assert_eq!(idle(plenty()), for_purchases(1));
		assert!(license(bob()).purchase.is_none() && license(carol()).purchase.is_some());
		pass(100);
		assert_eq!(idle(plenty()), for_purchases(1));
		assert_eq!(waiting(), 0);
	});
}

#[test]
fn one_that_fails_does_not_stop_the_next() {
	TestExt::new().run(|| {
		bought();
		let first = Due::<Test>::iter_keys().next().unwrap().1 .1;
		Refused::set(vec![first.clone()]);
		let before = total(first.clone());
		idle(plenty());
		let error = DispatchError::Unavailable;
		assert_has(Event::SettlementFailed { artifact: model(), account: first.clone(), error });
		// All of it, or nothing.
		assert_eq!(total(first.clone()), before);
		assert_eq!(held(HoldReason::Purchase, first.clone()), PRICE);
		assert_eq!((waiting(), sales().income), (0, 2 * INCOME));
		// It is not tried again by itself, but can be settled.
		Refused::set(vec![]);
		assert_eq!(idle(plenty()), look());
		assert!(license(first.clone()).purchase.is_some());
		assert_ok!(Market::settle(by(bob()), model(), first.clone()));
		assert_eq!(sales().income, 3 * INCOME);
	});
}

#[test]
fn one_that_cannot_be_paid_does_not_stop_the_next() {
	TestExt::new().build().execute_with(|| {
		bought();
		slash(bob(), HoldReason::Purchase, 1);
		idle(plenty());
		let error = sp_runtime::TokenError::FundsUnavailable.into();
		assert_has(Event::SettlementFailed { artifact: model(), account: bob(), error });
		assert_eq!((waiting(), sales().income), (0, 2 * INCOME));
		assert!(license(bob()).purchase.is_some());
		assert_noop!(Market::refund(by(bob()), model()), Error::<Test>::RefundWindowClosed);
	});
}

#[test]
fn the_cap_is_met_and_the_rest_goes_back() {
	TestExt::new().run(|| {
		bought();
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME + 1));
		idle(plenty());
		assert_eq!(sales().income, INCOME + 1);
		assert_eq!(paid_out(), (200, INCOME - 1, INCOME + 1));
		let whole = [bob(), carol(), mallory()]
			.into_iter()
			.filter(|who| total(who.clone()) == ENDOWMENT)
			.count();
		assert_eq!((whole, waiting(), sales().licenses), (1, 0, 3));
	});
}
