// SPDX-License-Identifier: Apache-2.0

//! Purchases become final: by anybody's call, by the buyer's waiver.

use super::util::*;
use sp_runtime::{DispatchError, TokenError};

/// What the event says that Bob's purchase became.
fn settled(offer: OfferId) -> Event<Test> {
	Event::PurchaseSettled {
		artifact: model(),
		account: bob(),
		offer,
		version: 1,
		price: PRICE,
		fee: 100,
		income: INCOME,
		excess: 0,
	}
}

#[test]
fn anybody_can_settle_after_the_window() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(WINDOW + 1);
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_last(settled(offer));
		assert_eq!(license(bob()).purchase, None);
		assert_eq!(held(HoldReason::Purchase, bob()), 0);
		assert_eq!(paid_out(), (100, 0, INCOME));
		assert_eq!((sales().income, Due::<Test>::iter().count()), (INCOME, 0));
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Perpetual));
	});
}

#[test]
fn fails_in_the_window() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		for _ in 0..=WINDOW {
			assert_noop!(
				Market::settle(by(alice()), model(), bob()),
				Error::<Test>::RefundWindowOpen
			);
			assert_eq!(idle(plenty()), look());
			pass(1);
		}
		assert_ok!(Market::settle(by(alice()), model(), bob()));
	});
}

#[test]
fn the_buyer_can_waive_the_window() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_last(settled(offer));
		assert_eq!((sales().income, Due::<Test>::iter().count()), (INCOME, 0));
		assert_noop!(Market::waive_refund(by(bob()), model()), Error::<Test>::NothingToSettle);
	});
}

#[test]
fn a_waiver_after_the_window_settles() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(100);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_last(settled(offer));
	});
}

#[test]
fn nobody_else_can_waive_it() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_noop!(Market::waive_refund(by(alice()), model()), Error::<Test>::LicenseNotFound);
	});
}

#[test]
fn fails_without_a_purchase() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		let call = Market::settle(by(alice()), model(), bob());
		assert_noop!(call, Error::<Test>::LicenseNotFound);
		buy(bob(), offer);
		let call = Market::settle(by(alice()), model(), bob());
		assert_noop!(call, Error::<Test>::NothingToSettle);
	});
}

#[test]
fn a_license_in_its_window_does_not_count_for_citing() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_eq!(Market::license(&model(), &bob()), None);
		assert!(Market::api_has_license(model(), bob()), "it can be used");
		let view = Market::api_license(model(), bob()).unwrap();
		assert!(view.lasts && !view.counts_for_citing);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Perpetual));
	});
}

#[test]
fn takes_what_a_vote_has_locked() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		lock(bob(), ENDOWMENT);
		pass(WINDOW + 1);
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_last(settled(offer));
	});
}

#[test]
fn pays_for_versions_that_were_yanked_retired_and_given_away() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		yank(1);
		retire(model());
		give(model(), carol());
		pass(WINDOW + 1);
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_last(settled(offer));
	});
}

#[test]
fn an_expired_license_is_settled_too() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(WINDOW + 1));
		buy(bob(), offer);
		pass(100);
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_last(settled(offer));
	});
}

#[test]
fn a_refused_payment_changes_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		pass(WINDOW + 1);
		Refused::set(vec![bob()]);
		let refusal = DispatchError::Unavailable;
		assert_noop!(Market::settle(by(mallory()), model(), bob()), refusal);
		assert_noop!(Market::waive_refund(by(bob()), model()), refusal);
		let offer = offered(|terms| terms.refund_window = 0);
		Refused::set(vec![carol()]);
		assert_noop!(Market::buy(by(carol()), offer, PRICE, 1), refusal);
	});
}

#[test]
fn fails_where_less_is_held() {
	TestExt::new().build().execute_with(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		slash(bob(), HoldReason::Purchase, 1);
		pass(WINDOW + 1);
		let call = Market::settle(by(mallory()), model(), bob());
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn purchases_for_several_artifacts_are_told_apart() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		publish(carol(), 2, 2);
		assert_ok!(Market::create_offer(by(carol()), OfferTerms { price: 500, ..terms(2) }));
		buy(bob(), offer);
		buy(bob(), 2);
		assert_eq!(held(HoldReason::Purchase, bob()), PRICE + 500);
		assert_ok!(Market::refund(by(bob()), artifact(2)));
		assert_eq!(held(HoldReason::Purchase, bob()), PRICE);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_eq!(sales().income, INCOME);
		assert_eq!(Sales::<Test>::get(artifact(2)).unwrap().income, 0);
	});
}
