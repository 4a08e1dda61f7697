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
