// SPDX-License-Identifier: Apache-2.0

//! Making, changing and closing offers.

use super::util::*;

/// See that an offer on these terms is refused.
fn refuses(change: impl FnOnce(&mut OfferTermsOf<Test>), error: Error<Test>) {
	let mut terms = terms(1);
	change(&mut terms);
	assert_noop!(Market::create_offer(by(alice()), terms), error);
}

#[test]
fn works() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		assert_eq!(offer, 1);
		let deposit = Market::offer_price().unwrap();
		let stored = stored_offer(offer);
		assert_eq!((stored.artifact, stored.terms, stored.revision), (model(), terms(1), 1));
		assert_eq!((stored.depositor, stored.deposit), (alice(), deposit));
		assert_eq!(held(HoldReason::Offer, alice()), deposit);
		let opened = Market::sales_price().unwrap();
		assert_eq!(held(HoldReason::Sales, alice()), opened);
		assert_has(Event::SalesOpened { artifact: model(), depositor: alice(), deposit: opened });
		let (artifact, owner, terms) = (model(), alice(), terms(1));
		assert_last(Event::OfferCreated { offer, artifact, owner, terms, deposit });
		assert_eq!(sales().offers.to_vec(), [offer]);
	});
}

#[test]
fn a_second_one_opens_nothing_more() {
	TestExt::new().run(|| {
		offered(|_| {});
		let opened = held(HoldReason::Sales, alice());
		assert_eq!(offered(|_| {}), 2);
		assert_eq!(held(HoldReason::Sales, alice()), opened);
		assert_eq!(held(HoldReason::Offer, alice()), 2 * Market::offer_price().unwrap());
		assert_eq!(sales().offers.to_vec(), [1, 2]);
	});
}

#[test]
fn fails_when_there_is_no_such_version() {
	TestExt::new().run(|| refuses(|_| {}, Error::VersionNotFound));
}

#[test]
fn fails_for_another_account() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		assert_noop!(Market::create_offer(by(mallory()), terms(1)), Error::<Test>::NotOwner);
		let offer = offered(|_| {});
		assert_noop!(Market::update_offer(by(mallory()), offer, terms(1)), Error::<Test>::NotOwner);
		assert_noop!(Market::close_offer(by(mallory()), offer), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_when_the_version_cannot_be_sold() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		yank(1);
		refuses(|_| {}, Error::VersionNotAvailable);
		change_version(1, |version| version.status = VersionStatus::Superseded { by: 2 });
		refuses(|_| {}, Error::VersionNotAvailable);
		publish(alice(), 1, 1);
		retire(model());
		refuses(|_| {}, Error::VersionNotAvailable);
	});
}

#[test]
fn without_commercial_use_it_must_be_free() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		change_version(1, |version| version.terms.uses.commercial = false);
		refuses(|_| {}, Error::NotCommercial);
		let offer = offered(|terms| terms.price = 0);
		buy(bob(), offer);
		assert_eq!(license(bob()).purchase, None);
	});
}

#[test]
fn a_price_is_nothing_or_more_than_dust() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		refuses(|terms| terms.price = 1, Error::PriceTooLow);
		refuses(|terms| terms.price = LEAST_PRICE - 1, Error::PriceTooLow);
		offered(|terms| terms.price = LEAST_PRICE);
		offered(|terms| terms.price = 0);
	});
}

#[test]
fn a_license_lasts_longer_than_its_refund_window() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		refuses(|terms| terms.duration = Some(0), Error::DurationTooShort);
		refuses(|terms| terms.duration = Some(WINDOW), Error::RefundWindowTooLong);
		offered(|terms| terms.duration = Some(WINDOW + 1));
		offered(|terms| (terms.duration, terms.refund_window) = (Some(1), 0));
	});
}

#[test]
fn a_refund_window_ends() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		refuses(|terms| terms.refund_window = MAX_WINDOW + 1, Error::RefundWindowTooLong);
		offered(|terms| terms.refund_window = MAX_WINDOW);
	});
}

#[test]
fn a_supply_begins_with_one() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		refuses(|terms| terms.supply = Some(0), Error::SupplyTooLow);
		offered(|terms| terms.supply = Some(1));
	});
}

#[test]
fn there_are_as_many_as_there_may_be() {
	TestExt::new().run(|| {
		for _ in 0..MAX_OFFERS {
			offered(|_| {});
		}
		refuses(|_| {}, Error::TooManyOffers);
		assert_ok!(Market::close_offer(by(alice()), 3));
		assert_eq!(offered(|_| {}), u64::from(MAX_OFFERS) + 1);
	});
}

#[test]
fn fails_without_the_deposit() {
	let needed = TestExt::new()
		.build()
		.execute_with(|| Market::offer_price().unwrap() + Market::sales_price().unwrap() + MINIMUM);
	TestExt::new().endow(alice(), needed - 1).run(|| {
		publish(alice(), 1, 1);
		let call = Market::create_offer(by(alice()), terms(1));
		assert_noop!(call, sp_runtime::TokenError::FundsUnavailable);
	});
	TestExt::new().endow(alice(), needed).run(|| {
		offered(|_| {});
	});
}

#[test]
fn an_update_replaces_all_terms_and_costs_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(3));
		publish(alice(), 1, 2);
		let before = free(alice());
		let terms = OfferTerms {
			version: 2,
			price: 7_000,
			duration: Some(100),
			supply: None,
			transferable: true,
			refund_window: 0,
		};
		assert_ok!(Market::update_offer(by(alice()), offer, terms));
		assert_last(Event::OfferUpdated { offer, revision: 2, terms });
		assert_eq!((stored_offer(offer).terms, stored_offer(offer).revision), (terms, 2));
		assert_eq!(free(alice()), before);
		assert_eq!(
			(Market::to_version(1), Market::to_version(2)),
			(None, Some(Reference::License))
		);
	});
}

#[test]
fn an_update_leaves_licenses_as_they_were_bought() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.transferable = true);
		buy(bob(), offer);
		let before = license(bob());
		let terms = OfferTerms { price: 5_000, duration: Some(9), ..terms(1) };
		assert_ok!(Market::update_offer(by(alice()), offer, terms));
		assert_eq!(license(bob()), before);
	});
}

#[test]
fn an_update_is_checked_like_a_new_offer() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		let refuses = |change: fn(&mut OfferTermsOf<Test>), error: Error<Test>| {
			let mut terms = terms(1);
			change(&mut terms);
			assert_noop!(Market::update_offer(by(alice()), offer, terms), error);
		};
		refuses(|terms| terms.version = 9, Error::VersionNotFound);
		refuses(|terms| terms.price = 1, Error::PriceTooLow);
		refuses(|terms| terms.duration = Some(0), Error::DurationTooShort);
		refuses(|terms| terms.supply = Some(0), Error::SupplyTooLow);
		refuses(|terms| terms.refund_window = MAX_WINDOW + 1, Error::RefundWindowTooLong);
		change_version(1, |version| version.terms.uses.commercial = false);
		refuses(|_| {}, Error::NotCommercial);
		yank(1);
		refuses(|_| {}, Error::VersionNotAvailable);
	});
}

#[test]
fn an_update_stays_with_the_artifact() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		publish(alice(), 2, 2);
		let call = Market::update_offer(by(alice()), offer, terms(2));
		assert_noop!(call, Error::<Test>::DifferentArtifact);
	});
}

#[test]
fn fails_when_there_is_no_such_offer() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		assert_noop!(Market::update_offer(by(alice()), 1, terms(1)), Error::<Test>::OfferNotFound);
		assert_noop!(Market::close_offer(by(alice()), 1), Error::<Test>::OfferNotFound);
		assert_noop!(Market::buy(by(bob()), 1, PRICE, 1), Error::<Test>::OfferNotFound);
		assert_noop!(Market::renew(by(bob()), 1, PRICE, 1), Error::<Test>::OfferNotFound);
	});
}

#[test]
fn closing_the_only_one_leaves_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		assert_ok!(Market::close_offer(by(alice()), offer));
		let deposit = Market::offer_price().unwrap();
		let opened = Market::sales_price().unwrap();
		assert_has(Event::SalesClosed { artifact: model(), depositor: alice(), deposit: opened });
		assert_last(Event::OfferClosed { offer, artifact: model(), depositor: alice(), deposit });
		assert_eq!(free(alice()), ENDOWMENT);
		assert!(!Sales::<Test>::contains_key(model()));
		assert_eq!(Market::to_version(1), None);
		assert_noop!(Market::close_offer(by(alice()), offer), Error::<Test>::OfferNotFound);
	});
}

#[test]
fn a_closed_one_leaves_its_licenses() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert!(has_license(bob()) && Market::to_version(1).is_some());
		assert_noop!(Market::buy(by(carol()), offer, PRICE, 1), Error::<Test>::OfferNotFound);
		pass(WINDOW + 1);
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_eq!(sales().income, INCOME);
	});
}

#[test]
fn a_new_owner_can_close_it_and_the_old_one_has_the_deposit() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		give(model(), carol());
		assert_noop!(Market::close_offer(by(alice()), offer), Error::<Test>::NotOwner);
		assert_ok!(Market::update_offer(by(carol()), offer, terms(1)));
		assert_ok!(Market::close_offer(by(carol()), offer));
		assert_eq!((free(alice()), free(carol())), (ENDOWMENT, ENDOWMENT));
	});
}

#[test]
fn ids_are_never_given_again() {
	TestExt::new().run(|| {
		let first = offered(|_| {});
		assert_ok!(Market::close_offer(by(alice()), first));
		assert_eq!(offered(|_| {}), first + 1);
	});
}
