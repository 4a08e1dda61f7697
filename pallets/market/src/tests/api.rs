// SPDX-License-Identifier: Apache-2.0

//! What clients read.

use super::util::*;
use agora_primitives::api::MAX_PAGE;

#[test]
fn an_offer_says_whether_it_is_open_and_what_it_costs() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.supply = Some(1));
		let view = Market::api_offer(offer).unwrap();
		assert_eq!(
			(view.id, view.offer, view.open, view.price),
			(offer, stored_offer(offer), true, PRICE)
		);
		yank(1);
		assert!(!Market::api_offer(offer).unwrap().open);
		publish(alice(), 1, 1);
		buy(bob(), offer);
		assert!(!Market::api_offer(offer).unwrap().open, "sold out");
		assert_ok!(Market::pledge_cap(by(alice()), model(), 0));
		let view = Market::api_offer(offer).unwrap();
		assert_eq!((view.open, view.price), (true, 0));
		assert_eq!(Market::api_offer(9), None);
	});
}

#[test]
fn offers_of_an_artifact_come_oldest_first() {
	TestExt::new().run(|| {
		for _ in 0..3 {
			offered(|_| {});
		}
		assert_ok!(Market::close_offer(by(alice()), 2));
		let ids: Vec<_> = Market::api_offers(model()).iter().map(|view| view.id).collect();
		assert_eq!(ids, [1, 3]);
		assert!(Market::api_offers(artifact(2)).is_empty());
	});
}

#[test]
fn a_quote_is_what_the_purchase_costs() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME + 1));
		assert_eq!(Market::api_quote(9), None);
		for (who, income, excess) in [(bob(), INCOME, 0), (carol(), 1, INCOME - 1)] {
			let quote = Market::api_quote(offer).unwrap();
			assert_eq!((quote.price, quote.offer), (PRICE, Market::api_offer(offer).unwrap()));
			assert_eq!(quote.receipt, Receipt { fee: 100, excess, income });
			let before = free(who.clone());
			buy(who.clone(), offer);
			assert_eq!(before - free(who), quote.price + quote.deposit);
			assert_eq!(Taken::get().last().unwrap().1, quote.receipt);
		}
		let quote = Market::api_quote(offer).unwrap();
		assert_eq!((quote.price, quote.receipt), (0, Receipt { fee: 0, excess: 0, income: 0 }));
	});
}

#[test]
fn an_owner_may_use_what_it_owns() {
	TestExt::new().run(|| {
		offered(|_| {});
		assert!(Market::api_has_license(model(), alice()));
		assert!(!Market::api_has_license(model(), bob()));
		assert!(!Market::api_has_license(artifact(2), alice()));
		give(model(), bob());
		assert!(
			!Market::api_has_license(model(), alice()) && Market::api_has_license(model(), bob())
		);
	});
}

#[test]
fn a_license_says_whose_it_is_and_whether_it_lasts() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(10));
		assert_eq!(Market::api_license(model(), bob()), None);
		buy(bob(), offer);
		let view = Market::api_license(model(), bob()).unwrap();
		assert_eq!((view.artifact, view.account, view.license), (model(), bob(), license(bob())));
		assert!(view.lasts && !view.counts_for_citing);
		pass(WINDOW + 1);
		idle(plenty());
		let view = Market::api_license(model(), bob()).unwrap();
		assert!(view.lasts && view.counts_for_citing);
		pass(10);
		let view = Market::api_license(model(), bob()).unwrap();
		assert!(!view.lasts && !view.counts_for_citing);
	});
}

#[test]
fn licenses_of_an_account_come_in_pages() {
	TestExt::new().run(|| {
		for number in 1..=5u8 {
			publish(alice(), number, number.into());
			let terms = OfferTerms { price: 0, ..terms(number.into()) };
			assert_ok!(Market::create_offer(by(alice()), terms));
			buy(bob(), number.into());
		}
		buy(carol(), 1);
		let whole = Market::api_licenses(bob(), None, 100);
		assert_eq!((whole.items.len(), whole.next), (5, None));
		for limit in [0, 1, 2, 5, u32::MAX] {
			let (mut found, mut after) = (vec![], None);
			loop {
				let page = Market::api_licenses(bob(), after, limit);
				assert!(page.items.len() as u32 <= limit.clamp(1, MAX_PAGE));
				found.extend(page.items);
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert_eq!(found, whole.items);
		}
		assert!(Market::api_licenses(mallory(), None, 10).items.is_empty());
	});
}

#[test]
fn sales_say_what_an_artifact_sold() {
	TestExt::new().run(|| {
		assert_eq!(Market::api_sales(model()), None);
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		let view = Market::api_sales(model()).unwrap();
		assert_eq!((view.licenses, view.income, view.cap, view.free), (1, INCOME, None, false));
		assert_eq!(view.offers, [offer]);
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME));
		let view = Market::api_sales(model()).unwrap();
		assert_eq!((view.cap, view.free), (Some(INCOME), true));
	});
}
