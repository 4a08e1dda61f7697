// SPDX-License-Identifier: Apache-2.0

//! Buying a license.

use super::util::*;
use sp_runtime::TokenError;

#[test]
fn works() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		let deposit = Market::license_price().unwrap();
		assert_ok!(Market::buy(by(bob()), offer, PRICE, 1));
		assert_eq!(held(HoldReason::Purchase, bob()), PRICE);
		assert_eq!(held(HoldReason::License, bob()), deposit);
		let term = LicenseTerm::Perpetual;
		assert_last(Event::LicenseBought {
			artifact: model(),
			account: bob(),
			offer,
			version: 1,
			price: PRICE,
			term,
			refundable_until: Some(1 + WINDOW),
			deposit,
		});
		let license = license(bob());
		assert_eq!(license.grant, Grant { offer, version: 1, term, transferable: false });
		assert_eq!((license.since, license.deposit), (1, deposit));
		let purchase = Purchase {
			price: PRICE,
			refundable_until: 1 + WINDOW,
			supplied: false,
			previous: None,
		};
		assert_eq!(license.purchase, Some(purchase));
		assert_eq!((sales().licenses, sales().income), (1, 0));
		assert!(Taken::get().is_empty());
	});
}

#[test]
fn without_a_window_it_is_paid_at_once() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		assert_eq!(license(bob()).purchase, None);
		assert_eq!(held(HoldReason::Purchase, bob()), 0);
		assert_eq!(paid_out(), (100, 0, INCOME));
		assert_eq!(sales().income, INCOME);
		let payment = Payment { payer: bob(), version: 1, gross: PRICE, limit: None };
		assert_eq!(Taken::get(), [(payment, Receipt { fee: 100, excess: 0, income: INCOME })]);
		assert_last(Event::PurchaseSettled {
			artifact: model(),
			account: bob(),
			offer,
			version: 1,
			price: PRICE,
			fee: 100,
			income: INCOME,
			excess: 0,
		});
	});
}

#[test]
fn fails_without_the_money() {
	let deposit = TestExt::new().build().execute_with(|| Market::license_price().unwrap());
	TestExt::new().endow(bob(), deposit + PRICE + MINIMUM - 1).run(|| {
		let offer = offered(|_| {});
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn held_money_pays_for_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.price = 700_000);
		publish(alice(), 2, 2);
		assert_ok!(Market::create_offer(by(alice()), terms(2)));
		buy(bob(), offer);
		// What is left is enough for the second license, and not for the third.
		buy(bob(), offer + 1);
		publish(alice(), 3, 3);
		assert_ok!(Market::create_offer(by(alice()), OfferTerms { price: 400_000, ..terms(3) }));
		let call = Market::buy(by(bob()), offer + 2, 400_000, 1);
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn fails_when_the_price_is_above_the_limit() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		let call = Market::buy(by(bob()), offer, PRICE - 1, 1);
		assert_noop!(call, Error::<Test>::PriceAboveLimit);
		assert_ok!(Market::buy(by(bob()), offer, PRICE, 1));
	});
}

#[test]
fn fails_when_the_terms_changed() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		// The price was raised between quote and purchase.
		let raised = OfferTerms { price: PRICE + 1, ..terms(1) };
		assert_ok!(Market::update_offer(by(alice()), offer, raised));
		let call = Market::buy(by(bob()), offer, Balance::MAX, 1);
		assert_noop!(call, Error::<Test>::TermsChanged);
		// And back: a buyer still has to look again.
		assert_ok!(Market::update_offer(by(alice()), offer, terms(1)));
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::TermsChanged);
		assert_ok!(Market::buy(by(bob()), offer, PRICE, 3));
	});
}

#[test]
fn fails_for_the_owner() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		let call = Market::buy(by(alice()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::OwnArtifact);
		give(model(), bob());
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::OwnArtifact);
		buy(alice(), offer);
	});
}

#[test]
fn fails_when_the_version_cannot_be_sold() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		yank(1);
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::VersionNotAvailable);
		publish(alice(), 1, 1);
		retire(model());
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::VersionNotAvailable);
	});
}

#[test]
fn fails_with_a_license() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(10));
		buy(bob(), offer);
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::AlreadyLicensed);
		// Nor once it has expired: it can be renewed, or released first.
		pass(100);
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::AlreadyLicensed);
	});
}

#[test]
fn a_supply_can_be_sold_out() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(1));
		buy(bob(), offer);
		assert_eq!(supply(offer), Some(0));
		assert!(license(bob()).purchase.unwrap().supplied);
		let call = Market::buy(by(carol()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::SoldOut);
	});
}

#[test]
fn a_free_license_is_a_license() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.price, terms.supply) = (0, Some(5)));
		assert_ok!(Market::buy(by(bob()), offer, 0, 1));
		assert_eq!(license(bob()).purchase, None);
		assert_eq!((sales().licenses, sales().income, supply(offer)), (1, 0, Some(4)));
		assert_eq!(held(HoldReason::License, bob()), Market::license_price().unwrap());
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Perpetual));
		assert_noop!(Market::refund(by(bob()), model()), Error::<Test>::NothingToRefund);
		assert!(Taken::get().is_empty());
	});
}

#[test]
fn a_license_lasts_as_long_as_was_said() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(10));
		pass(2);
		buy(bob(), offer);
		assert_eq!(license(bob()).grant.term, LicenseTerm::Until(13));
		pass(10);
		assert!(Market::api_has_license(model(), bob()));
		pass(1);
		assert!(!Market::api_has_license(model(), bob()));
	});
}

#[test]
fn fails_when_time_would_overflow() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(BlockNumber::MAX));
		let call = Market::buy(by(bob()), offer, PRICE, 1);
		assert_noop!(call, sp_runtime::ArithmeticError::Overflow);
	});
}

#[test]
fn locked_money_can_be_held() {
	TestExt::new().run(|| {
		lock(bob(), ENDOWMENT);
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_eq!(held(HoldReason::Purchase, bob()), PRICE);
	});
}
