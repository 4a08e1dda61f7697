// SPDX-License-Identifier: Apache-2.0

//! Making a license last longer.

use super::util::*;

/// An offer of ten blocks, under which Bob bought in block 1 and the refund window has ended.
fn licensed() -> OfferId {
	let offer = offered(|terms| terms.duration = Some(10));
	buy(bob(), offer);
	assert_ok!(Market::waive_refund(by(bob()), model()));
	offer
}

#[test]
fn the_time_is_added_to_what_is_left() {
	TestExt::new().run(|| {
		let offer = licensed();
		let old = license(bob());
		pass(4);
		assert_ok!(Market::renew(by(bob()), offer, PRICE, 1));
		let term = LicenseTerm::Until(21);
		assert_last(Event::LicenseRenewed {
			artifact: model(),
			account: bob(),
			offer,
			version: 1,
			price: PRICE,
			term,
			refundable_until: Some(5 + WINDOW),
		});
		let license = license(bob());
		assert_eq!(license.grant, Grant { term, ..old.grant });
		assert_eq!((license.since, license.deposit), (1, old.deposit));
		let purchase = Purchase {
			price: PRICE,
			refundable_until: 5 + WINDOW,
			supplied: false,
			previous: Some(old.grant),
		};
		assert_eq!(license.purchase, Some(purchase));
		assert_eq!(held(HoldReason::License, bob()), old.deposit);
		assert_eq!(sales().licenses, 1);
	});
}

#[test]
fn an_expired_license_begins_anew() {
	TestExt::new().run(|| {
		let offer = licensed();
		pass(99);
		renew(bob(), offer);
		assert_eq!(license(bob()).grant.term, LicenseTerm::Until(110));
	});
}

#[test]
fn an_offer_without_a_duration_makes_it_last_for_ever() {
	TestExt::new().run(|| {
		licensed();
		let other = offered(|terms| terms.transferable = true);
		renew(bob(), other);
		let grant = license(bob()).grant;
		assert_eq!(
			(grant.offer, grant.term, grant.transferable),
			(other, LicenseTerm::Perpetual, true)
		);
	});
}

#[test]
fn the_former_license_counts_while_the_price_can_be_refunded() {
	TestExt::new().run(|| {
		let offer = licensed();
		pass(3);
		renew(bob(), offer);
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Until(11)));
		let view = Market::api_license(model(), bob()).unwrap();
		assert!(view.lasts && view.counts_for_citing);
		pass(WINDOW + 1);
		idle(plenty());
		assert_eq!(Market::license(&model(), &bob()), Some(LicenseTerm::Until(21)));
	});
}

#[test]
fn an_expired_former_license_does_not_count() {
	TestExt::new().run(|| {
		let offer = licensed();
		pass(99);
		renew(bob(), offer);
		let view = Market::api_license(model(), bob()).unwrap();
		assert!(view.lasts && !view.counts_for_citing);
		let term = Market::license(&model(), &bob()).unwrap();
		assert!(!term.lasts_at(&System::block_number()));
	});
}

#[test]
fn a_refund_goes_back_to_the_former_license() {
	TestExt::new().run(|| {
		let offer = licensed();
		publish(alice(), 1, 2);
		let other = offered(|terms| (terms.version, terms.supply) = (2, Some(1)));
		let (before, money) = (license(bob()), free(bob()));
		renew(bob(), other);
		assert_eq!(supply(other), Some(0));
		assert_ok!(Market::refund(by(bob()), model()));
		let (artifact, account) = (model(), bob());
		assert_last(Event::PurchaseRefunded {
			artifact,
			account,
			offer: other,
			price: PRICE,
			deposit: 0,
		});
		assert_eq!((license(bob()), free(bob())), (before, money));
		assert_eq!(supply(other), Some(1));
		assert_eq!(license(bob()).grant.offer, offer);
	});
}

#[test]
fn a_supply_is_taken_only_under_another_offer() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.duration, terms.supply) = (Some(10), Some(1)));
		buy(bob(), offer);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		renew(bob(), offer);
		assert_eq!(supply(offer), Some(0));
		// None was taken, so none comes back.
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(supply(offer), Some(0));
		let other = offered(|terms| (terms.duration, terms.supply) = (Some(10), Some(1)));
		renew(bob(), other);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::SoldOut);
	});
}

#[test]
fn without_a_window_it_is_paid_at_once() {
	TestExt::new().run(|| {
		licensed();
		publish(alice(), 1, 2);
		let other = offered(|terms| {
			(terms.version, terms.duration, terms.refund_window) = (2, Some(10), 0)
		});
		assert_ok!(Market::close_offer(by(alice()), 1));
		renew(bob(), other);
		assert_eq!(license(bob()).purchase, None);
		assert_eq!(sales().income, 2 * INCOME);
		assert_eq!(Taken::get()[1].0.version, 2);
		// Nothing counts on the former version any more.
		assert_eq!(
			(Market::to_version(1), Market::to_version(2)),
			(None, Some(Reference::License))
		);
	});
}

#[test]
fn the_former_version_is_kept_while_the_price_can_be_refunded() {
	TestExt::new().run(|| {
		licensed();
		publish(alice(), 1, 2);
		let other = offered(|terms| terms.version = 2);
		assert_ok!(Market::close_offer(by(alice()), 1));
		renew(bob(), other);
		assert!(Market::to_version(1).is_some() && Market::to_version(2).is_some());
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert!(Market::to_version(1).is_none() && Market::to_version(2).is_some());
	});
}

#[test]
fn fails_without_a_license() {
	TestExt::new().run(|| {
		let offer = licensed();
		let call = Market::renew(by(carol()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::LicenseNotFound);
		// A license for another artifact does not help.
		publish(alice(), 2, 2);
		assert_ok!(Market::create_offer(by(alice()), terms(2)));
		let call = Market::renew(by(bob()), 2, PRICE, 1);
		assert_noop!(call, Error::<Test>::LicenseNotFound);
	});
}

#[test]
fn fails_while_the_last_purchase_can_be_refunded() {
	TestExt::new().run(|| {
		let offer = licensed();
		renew(bob(), offer);
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::PurchasePending);
	});
}

#[test]
fn fails_when_the_license_lasts_for_ever() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::NothingToRenew);
	});
}

#[test]
fn fails_as_a_purchase_does() {
	TestExt::new().run(|| {
		let offer = licensed();
		let call = Market::renew(by(bob()), offer, PRICE - 1, 1);
		assert_noop!(call, Error::<Test>::PriceAboveLimit);
		let call = Market::renew(by(bob()), offer, PRICE, 2);
		assert_noop!(call, Error::<Test>::TermsChanged);
		give(model(), bob());
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::OwnArtifact);
		give(model(), alice());
		yank(1);
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, Error::<Test>::VersionNotAvailable);
	});
}

#[test]
fn fails_when_time_would_overflow() {
	TestExt::new().run(|| {
		let offer = offered(|terms| {
			(terms.duration, terms.refund_window) = (Some(BlockNumber::MAX - 9), 0)
		});
		buy(bob(), offer);
		let call = Market::renew(by(bob()), offer, PRICE, 1);
		assert_noop!(call, sp_runtime::ArithmeticError::Overflow);
	});
}
