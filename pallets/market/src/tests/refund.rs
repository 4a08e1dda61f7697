// SPDX-License-Identifier: Apache-2.0

//! Getting the price back.

use super::util::*;

#[test]
fn gives_back_all_to_the_last_unit() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(WINDOW);
		assert_ok!(Market::refund(by(bob()), model()));
		let deposit = Market::license_price().unwrap();
		let (artifact, account) = (model(), bob());
		assert_last(Event::PurchaseRefunded { artifact, account, offer, price: PRICE, deposit });
		assert_eq!(free(bob()), ENDOWMENT);
		assert!(!has_license(bob()) && !LicensesOf::<Test>::contains_key(bob(), model()));
		assert_eq!((sales().licenses, Due::<Test>::iter().count()), (0, 0));
		assert_eq!(VersionUses::<Test>::get(1), 1, "the offer's");
		assert_eq!(paid_out(), (0, 0, 0));
		// It can be bought again.
		buy(bob(), offer);
	});
}

#[test]
fn fails_a_second_time() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_ok!(Market::refund(by(bob()), model()));
		assert_noop!(Market::refund(by(bob()), model()), Error::<Test>::LicenseNotFound);
	});
}

#[test]
fn fails_without_a_license() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_noop!(Market::refund(by(carol()), model()), Error::<Test>::LicenseNotFound);
	});
}

#[test]
fn fails_after_the_window() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(WINDOW + 1);
		assert_noop!(Market::refund(by(bob()), model()), Error::<Test>::RefundWindowClosed);
	});
}

#[test]
fn fails_once_it_is_paid() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_noop!(Market::refund(by(bob()), model()), Error::<Test>::NothingToRefund);
		let offer = offered(|terms| terms.refund_window = 0);
		buy(carol(), offer);
		assert_noop!(Market::refund(by(carol()), model()), Error::<Test>::NothingToRefund);
	});
}

#[test]
fn gives_back_one_of_the_supply() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(2));
		buy(bob(), offer);
		buy(carol(), offer);
		assert_eq!(supply(offer), Some(0));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(supply(offer), Some(1));
		buy(mallory(), offer);
	});
}

#[test]
fn gives_back_nothing_that_was_not_taken() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		let limited = OfferTerms { supply: Some(1), ..terms(1) };
		assert_ok!(Market::update_offer(by(alice()), offer, limited));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(supply(offer), Some(1));
	});
}

#[test]
fn works_after_the_offer_was_changed() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(1));
		buy(bob(), offer);
		let other = OfferTerms { price: 9_000, refund_window: 0, ..terms(1) };
		assert_ok!(Market::update_offer(by(alice()), offer, other));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!((free(bob()), supply(offer)), (ENDOWMENT, None));
	});
}

#[test]
fn a_supply_that_is_full_stays_full() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(1));
		buy(bob(), offer);
		let all = OfferTerms { supply: Some(u32::MAX), ..terms(1) };
		assert_ok!(Market::update_offer(by(alice()), offer, all));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(supply(offer), Some(u32::MAX));
	});
}

#[test]
fn works_after_the_offer_was_closed_and_leaves_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(1));
		buy(bob(), offer);
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
		assert!(!Sales::<Test>::contains_key(model()));
		assert_eq!((VersionUses::<Test>::iter().count(), Market::to_artifact(&model())), (0, None));
		let deposit = Market::sales_price().unwrap();
		assert_has(Event::SalesClosed { artifact: model(), depositor: alice(), deposit });
	});
}

#[test]
fn works_after_the_version_was_yanked_and_the_artifact_retired_and_given_away() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		yank(1);
		retire(model());
		give(model(), bob());
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(free(bob()), ENDOWMENT);
	});
}

#[test]
fn works_after_licenses_became_free() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 0));
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(free(bob()), ENDOWMENT);
		assert!(!has_license(bob()));
	});
}

#[test]
fn gives_what_there_is_where_less_is_held() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		slash(bob(), HoldReason::Purchase, 400);
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(free(bob()), ENDOWMENT - 400);
		assert!(!has_license(bob()));
	});
}

#[test]
fn takes_nothing_from_anyone_else() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(carol(), offer);
		pass(WINDOW + 1);
		idle(plenty());
		let before: Vec<_> = everybody().map(free).collect();
		buy(bob(), offer);
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(everybody().map(free).collect::<Vec<_>>(), before);
		assert_eq!(sales().income, INCOME);
	});
}

#[test]
fn gives_back_what_a_vote_has_locked() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		lock(bob(), ENDOWMENT);
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(free(bob()), ENDOWMENT);
	});
}
