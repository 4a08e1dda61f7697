// SPDX-License-Identifier: Apache-2.0

//! That artifacts are found by how many licenses there are for them, most first.

use super::util::*;

/// The artifacts that there are licenses for, in their order.
fn order() -> Vec<(u32, ArtifactId)> {
	Market::most_licensed(None).collect()
}

/// How many licenses for Alice's model there are, and what the cheapest costs.
fn standing() -> (u32, Option<Balance>) {
	let Standing { licenses, price, offers } = Market::standing(&model());
	assert_eq!(offers, Sales::<Test>::get(model()).map_or(0, |sales| sales.offers.len()) as u32);
	(licenses, price)
}

/// Let Alice offer free licenses for an artifact, of which its first version has the same number.
fn free_offer(number: u8) -> OfferId {
	publish(alice(), number, number.into());
	let offer = NextOffer::<Test>::get();
	let terms =
		OfferTerms { price: 0, duration: Some(10), transferable: true, ..terms(number.into()) };
	assert_ok!(Market::create_offer(by(alice()), terms));
	offer
}

#[test]
fn the_most_licensed_comes_first() {
	TestExt::new().run(|| {
		for (number, buyers) in [(1, 1), (2, 3), (3, 0), (4, 2)] {
			let offer = free_offer(number);
			(2..2 + buyers).for_each(|who| buy(account(who), offer));
		}
		assert_eq!(order(), [(3, artifact(2)), (2, artifact(4)), (1, artifact(1))]);
	});
}

#[test]
fn a_first_license_makes_a_place_and_the_last_clears_it() {
	TestExt::new().run(|| {
		let offer = free_offer(1);
		assert_eq!(order(), []);
		buy(bob(), offer);
		buy(carol(), offer);
		assert_eq!(order(), [(2, model())]);
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		assert_eq!(order(), [(1, model())]);
		assert_ok!(Market::release_license(by(carol()), model(), carol()));
		assert_eq!(order(), []);
	});
}

#[test]
fn a_refund_counts_one_less() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		buy(carol(), offer);
		assert_ok!(Market::refund(by(bob()), model()));
		assert_eq!(order(), [(1, model())]);
		assert_ok!(Market::refund(by(carol()), model()));
		assert_eq!(order(), []);
	});
}

#[test]
fn neither_renewal_nor_transfer_nor_settlement_moves_anything() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.duration, terms.transferable) = (Some(10), true));
		buy(bob(), offer);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		renew(bob(), offer);
		assert_ok!(Market::waive_refund(by(bob()), model()));
		assert_ok!(Market::transfer_license(by(bob()), model(), carol()));
		assert_ok!(Market::pledge_cap(by(alice()), model(), 10));
		assert_ok!(Market::lower_cap(by(alice()), model(), 9));
		assert_eq!(order(), [(1, model())]);
	});
}

#[test]
fn a_refused_purchase_moves_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		Refused::set(vec![carol()]);
		assert_noop!(
			Market::buy(by(carol()), offer, PRICE, 1),
			sp_runtime::DispatchError::Unavailable
		);
		assert_eq!(order(), [(1, model())]);
	});
}

#[test]
fn an_artifact_that_is_removed_has_no_place() {
	TestExt::new().run(|| {
		let offer = free_offer(1);
		buy(bob(), offer);
		assert!(!remove(model()), "there is a license");
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert!(order().is_empty() && !Sales::<Test>::contains_key(model()));
	});
}

#[test]
fn goes_on_after_any_place() {
	TestExt::new().run(|| {
		for number in 1..=4 {
			let offer = free_offer(number);
			(2..=2 + number % 2).for_each(|who| buy(account(who), offer));
		}
		let all = order();
		assert_eq!(all.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [2, 2, 1, 1]);
		for (place, after) in all.iter().enumerate() {
			let rest: Vec<_> = Market::most_licensed(Some(*after)).collect();
			assert_eq!(rest, all[place + 1..]);
		}
		// Where nothing is, but something could be.
		let after = |count, id| Market::most_licensed(Some((count, id))).collect::<Vec<_>>();
		assert_eq!(after(u32::MAX, model()), all);
		assert_eq!(after(2, ArtifactId::repeat_byte(255)), all[2..]);
		assert_eq!(after(0, ArtifactId::zero()), []);
	});
}

#[test]
fn the_cheapest_open_offer_is_the_price() {
	TestExt::new().run(|| {
		assert_eq!(standing(), (0, None));
		for version in [1, 2, 3] {
			publish(alice(), 1, version);
		}
		let dear = offered(|terms| terms.price = 900);
		let sold_out = offered(|terms| (terms.price, terms.supply) = (100, Some(1)));
		let yanked = offered(|terms| (terms.version, terms.price) = (2, 200));
		let cheap = offered(|terms| (terms.version, terms.price) = (3, 300));
		assert_eq!(standing(), (0, Some(100)));
		buy(bob(), sold_out);
		assert_eq!(standing(), (1, Some(200)));
		yank(2);
		assert_eq!(standing(), (1, Some(300)));
		// As every offer says of itself.
		let open = [dear, sold_out, yanked, cheap].map(|id| Market::api_offer(id).unwrap().open);
		assert_eq!(open, [true, false, false, true]);
		assert_ok!(Market::close_offer(by(alice()), cheap));
		assert_eq!(standing(), (1, Some(900)));
		// Free of charge, what is sold out too.
		assert_ok!(Market::pledge_cap(by(alice()), model(), 0));
		assert_eq!(standing(), (1, Some(0)));
		retire(model());
		assert_eq!(standing(), (1, None));
	});
}

#[test]
fn an_offer_holds_what_was_said() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		for record_is_new in [true, false] {
			let said = Market::api_offer_deposit(model());
			let before = free(alice());
			let offer = NextOffer::<Test>::get();
			assert_ok!(Market::create_offer(by(alice()), terms(1)));
			assert_eq!(before - free(alice()), said);
			assert_eq!(stored_offer(offer).deposit < said, record_is_new);
		}
	});
}
