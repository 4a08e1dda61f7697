// SPDX-License-Identifier: Apache-2.0

//! What the market answers to other pallets, and what it does when they tell it something.

use super::util::*;

#[test]
fn nobody_has_a_license_who_bought_none() {
	TestExt::new().run(|| {
		offered(|_| {});
		assert_eq!(Market::license(&model(), &bob()), None);
		assert_eq!(Market::license(&model(), &alice()), None, "owners are the registry's to know");
	});
}

#[test]
fn a_license_covers_its_artifact_and_no_other() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.duration, terms.refund_window) = (Some(10), 0));
		buy(bob(), offer);
		publish(alice(), 2, 2);
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Until(11)));
		assert_eq!(Market::license(&artifact(2), &bob()), None);
		assert_eq!(Market::license(&model(), &carol()), None);
		// Whether it still lasts is the asker's to see.
		pass(100);
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Until(11)));
	});
}

#[test]
fn versions_are_kept_by_offers_and_licenses() {
	TestExt::new().run(|| {
		assert_eq!(Market::to_version(1), None);
		let offer = offered(|terms| (terms.duration, terms.refund_window) = (Some(10), 0));
		assert_eq!(Market::to_version(1), Some(Reference::License));
		buy(bob(), offer);
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert_eq!(Market::to_version(1), Some(Reference::License));
		assert_eq!(Market::to_version(2), None);
		pass(11);
		assert_ok!(Market::release_license(by(alice()), model(), bob()));
		assert_eq!(Market::to_version(1), None);
	});
}

#[test]
fn artifacts_are_kept_by_offers_and_licenses_and_not_by_what_they_sold() {
	TestExt::new().run(|| {
		assert_eq!(Market::to_artifact(&model()), None);
		let offer = offered(|terms| terms.refund_window = 0);
		assert_eq!(Market::to_artifact(&model()), Some(Reference::License));
		buy(bob(), offer);
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert_eq!(Market::to_artifact(&model()), Some(Reference::License));
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		assert_eq!(Market::to_artifact(&model()), None);
		assert_eq!(sales().income, INCOME);
	});
}

#[test]
fn what_a_removed_artifact_sold_is_forgotten() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 5_000));
		assert!(!remove(model()), "an offer and a license keep it");
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert!(!remove(model()), "a license keeps it");
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		let deposit = Market::sales_price().unwrap();
		assert_eq!(held(HoldReason::Sales, alice()), deposit);
		assert!(remove(model()));
		assert_last(Event::SalesClosed { artifact: model(), depositor: alice(), deposit });
		assert_eq!(free(alice()), ENDOWMENT);
		assert!(!Sales::<Test>::contains_key(model()));
	});
}

#[test]
fn an_artifact_that_was_never_offered_can_be_removed() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		assert!(remove(model()));
		assert_eq!(System::events().len(), 0);
	});
}

#[test]
fn offers_and_licenses_stay_when_the_artifact_is_given_away() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		let (before, sold, offered) = (license(bob()), sales(), stored_offer(offer));
		give(model(), carol());
		assert_eq!((license(bob()), sales(), stored_offer(offer)), (before, sold, offered));
		buy(alice(), offer);
	});
}

#[test]
fn what_neighbours_ask_and_tell_weighs_something() {
	for weight in [<Market as References>::weight(), <Market as OnArtifact<AccountId>>::weight()] {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
}
