// SPDX-License-Identifier: Apache-2.0

//! Capped profit.

use super::util::*;

/// What the event says that Bob's purchase became.
fn settled(offer: OfferId, income: Balance, excess: Balance) -> Event<Test> {
	Event::PurchaseSettled {
		artifact: model(),
		account: bob(),
		offer,
		version: 1,
		price: PRICE,
		fee: 100,
		income,
		excess,
	}
}

/// An offer without a refund window, and a cap.
fn capped(cap: Balance) -> OfferId {
	let offer = offered(|terms| terms.refund_window = 0);
	assert_ok!(Market::pledge_cap(by(alice()), model(), cap));
	offer
}

#[test]
fn a_pledge_can_come_before_any_offer() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 5_000));
		let deposit = Market::sales_price().unwrap();
		assert_has(Event::SalesOpened { artifact: model(), depositor: alice(), deposit });
		assert_last(Event::CapPledged { artifact: model(), cap: 5_000, income: 0 });
		assert_eq!(held(HoldReason::Sales, alice()), deposit);
		assert_eq!((sales().cap, is_free()), (Some(5_000), false));
		// Nobody has a license, so it keeps nothing from being removed.
		assert_eq!(Market::to_artifact(&model()), None);
		let offer = offered(|_| {});
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert_eq!(sales().cap, Some(5_000));
	});
}

#[test]
fn the_sale_that_crosses_it_counts_exactly_up_to_it() {
	for cap in [INCOME - 1, INCOME, INCOME + 1] {
		TestExt::new().run(|| {
			let offer = capped(cap);
			buy(bob(), offer);
			let excess = INCOME.saturating_sub(cap);
			assert_has(settled(offer, INCOME - excess, excess));
			assert_eq!(sales().income, INCOME - excess);
			assert_eq!(paid_out(), (100, excess, INCOME - excess));
			assert_eq!(is_free(), cap <= INCOME);
			if cap <= INCOME {
				assert_last(Event::CapReached { artifact: model(), income: cap });
			} else {
				// One unit is left, and the next sale may bring it.
				buy(carol(), offer);
				assert_eq!((sales().income, is_free()), (cap, true));
				assert_eq!(paid_out(), (200, INCOME - 1, INCOME + 1));
			}
		});
	}
}

#[test]
fn licenses_are_free_from_then_on() {
	TestExt::new().run(|| {
		let offer = capped(INCOME);
		buy(bob(), offer);
		assert_eq!(Market::api_quote(offer).unwrap().price, 0);
		assert_ok!(Market::buy(by(carol()), offer, 0, 1));
		assert_eq!(total(carol()), ENDOWMENT);
		assert_eq!(license(carol()).purchase, None);
		assert_eq!(Market::license(&model(), &carol()), Some(LicenseTerm::Perpetual));
		assert_eq!(sales().income, INCOME);
	});
}

#[test]
fn the_supply_does_not_matter_any_more() {
	TestExt::new().run(|| {
		let offer = offered(|terms| {
			(terms.supply, terms.refund_window, terms.duration) = (Some(1), 0, Some(10))
		});
		let other = offered(|terms| (terms.supply, terms.duration) = (Some(1), Some(10)));
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME));
		buy(bob(), offer);
		assert_eq!((supply(offer), is_free()), (Some(0), true));
		assert!(Market::api_offer(offer).unwrap().open);
		buy(carol(), offer);
		renew(carol(), other);
		assert_eq!((supply(offer), supply(other)), (Some(0), Some(1)));
	});
}

#[test]
fn renewals_are_free_too() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.duration, terms.refund_window) = (Some(10), 0));
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME));
		buy(bob(), offer);
		let before = free(bob());
		assert_ok!(Market::renew(by(bob()), offer, 0, 1));
		assert_eq!(license(bob()).grant.term, LicenseTerm::Until(21));
		assert_eq!(free(bob()), before);
	});
}

#[test]
fn pending_purchases_go_back_whole_and_their_licenses_stay() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		for who in [bob(), carol(), mallory()] {
			buy(who, offer);
		}
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME));
		assert_ok!(Market::waive_refund(by(carol()), model()));
		assert!(is_free());
		// In the window, by anybody and by the buyer.
		assert_ok!(Market::settle(by(alice()), model(), bob()));
		let (artifact, account) = (model(), bob());
		assert_last(Event::PurchaseReleased { artifact, account, offer, price: PRICE });
		assert_ok!(Market::waive_refund(by(mallory()), model()));
		for who in [bob(), mallory()] {
			assert_eq!(total(who.clone()), ENDOWMENT);
			assert_eq!(held(HoldReason::Purchase, who.clone()), 0);
			assert_eq!(Market::license(&model(), &who), Some(LicenseTerm::Perpetual));
		}
		assert_eq!((sales().income, Taken::get().len()), (INCOME, 1));
	});
}

#[test]
fn a_purchase_that_cannot_be_paid_still_goes_back() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		Refused::set(vec![bob()]);
		pass(WINDOW + 1);
		idle(plenty());
		assert_ok!(Market::pledge_cap(by(alice()), model(), 0));
		assert_ok!(Market::settle(by(mallory()), model(), bob()));
		assert_eq!(total(bob()), ENDOWMENT);
	});
}

#[test]
fn a_pledge_that_is_reached_already_frees_at_once() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		for cap in [INCOME, INCOME - 1, 0] {
			let outcome = frame_support::storage::with_transaction(|| {
				assert_ok!(Market::pledge_cap(by(alice()), model(), cap));
				assert_has(Event::CapPledged { artifact: model(), cap, income: INCOME });
				assert_last(Event::CapReached { artifact: model(), income: INCOME });
				assert_eq!((is_free(), sales().room()), (true, Some(0)));
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
			});
			assert_ok!(outcome);
		}
		assert_ok!(Market::pledge_cap(by(alice()), model(), INCOME + 1));
		assert!(!is_free());
	});
}

#[test]
fn a_pledge_is_made_once_and_only_lowered() {
	TestExt::new().run(|| {
		capped(5_000);
		for cap in [4_000, 5_000, 6_000] {
			let call = Market::pledge_cap(by(alice()), model(), cap);
			assert_noop!(call, Error::<Test>::CapAlreadyPledged);
		}
		for cap in [5_000, 5_001, Balance::MAX] {
			let call = Market::lower_cap(by(alice()), model(), cap);
			assert_noop!(call, Error::<Test>::CapNotLower);
		}
		assert_ok!(Market::lower_cap(by(alice()), model(), 4_999));
		assert_last(Event::CapLowered { artifact: model(), cap: 4_999, income: 0 });
		assert_eq!(sales().cap, Some(4_999));
	});
}

#[test]
fn lowered_to_what_was_earned_it_frees_and_takes_nothing_back() {
	TestExt::new().run(|| {
		let offer = capped(5_000);
		buy(bob(), offer);
		assert_ok!(Market::lower_cap(by(alice()), model(), INCOME));
		assert_last(Event::CapReached { artifact: model(), income: INCOME });
		assert_eq!((is_free(), sales().income), (true, INCOME));
		// Lower still says nothing new.
		assert_ok!(Market::lower_cap(by(alice()), model(), 1));
		assert_last(Event::CapLowered { artifact: model(), cap: 1, income: INCOME });
		assert_eq!(paid_out(), (100, 0, INCOME));
	});
}

#[test]
fn fails_without_a_pledge() {
	TestExt::new().run(|| {
		publish(alice(), 1, 1);
		let call = || Market::lower_cap(by(alice()), model(), 1);
		assert_noop!(call(), Error::<Test>::CapNotPledged);
		offered(|_| {});
		assert_noop!(call(), Error::<Test>::CapNotPledged);
	});
}

#[test]
fn fails_for_another_account() {
	TestExt::new().run(|| {
		capped(5_000);
		let call = Market::lower_cap(by(mallory()), model(), 1);
		assert_noop!(call, Error::<Test>::NotOwner);
		publish(alice(), 2, 2);
		let call = Market::pledge_cap(by(mallory()), artifact(2), 1);
		assert_noop!(call, Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_when_there_is_no_such_artifact() {
	TestExt::new().run(|| {
		let call = Market::pledge_cap(by(alice()), model(), 1);
		assert_noop!(call, Error::<Test>::ArtifactNotFound);
		let call = Market::lower_cap(by(alice()), model(), 1);
		assert_noop!(call, Error::<Test>::ArtifactNotFound);
	});
}

#[test]
fn a_new_owner_is_bound_by_it() {
	TestExt::new().run(|| {
		let offer = capped(INCOME);
		give(model(), carol());
		let call = Market::pledge_cap(by(carol()), model(), 9_000);
		assert_noop!(call, Error::<Test>::CapAlreadyPledged);
		let call = Market::lower_cap(by(carol()), model(), 9_000);
		assert_noop!(call, Error::<Test>::CapNotLower);
		buy(bob(), offer);
		assert!(is_free());
	});
}

#[test]
fn offers_of_what_became_free_stay_until_it_is_retired() {
	TestExt::new().run(|| {
		let offer = capped(INCOME);
		buy(bob(), offer);
		let call = Market::update_offer(by(alice()), offer, terms(1));
		assert_noop!(call, Error::<Test>::CapReached);
		assert_noop!(Market::close_offer(by(alice()), offer), Error::<Test>::CapReached);
		// A new one can be made, with a price that nobody pays.
		let other = offered(|terms| terms.price = 9_999);
		assert_ok!(Market::buy(by(carol()), other, 0, 1));
		retire(model());
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert_ok!(Market::close_offer(by(alice()), other));
		assert_eq!(held(HoldReason::Offer, alice()), 0);
	});
}

#[test]
fn a_payment_may_bring_what_is_left_of_it() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		buy(carol(), offer);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 1_000));
		pass(WINDOW + 1);
		assert_ok!(Market::settle(by(alice()), model(), bob()));
		assert_ok!(Market::settle(by(alice()), model(), carol()));
		let limits: Vec<_> = Taken::get().into_iter().map(|(payment, _)| payment.limit).collect();
		assert_eq!(limits, [Some(1_000), Some(100)]);
		assert_eq!(sales().income, 1_000);
	});
}

#[test]
fn the_readme_has_an_example() {
	TestExt::new().run(|| {
		MinPrice::set(1);
		let offer = offered(|terms| terms.price = 60);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 100));
		let (dave, erin) = (mallory(), account(5));
		for who in [bob(), carol(), dave.clone()] {
			buy(who, offer);
		}
		for who in [bob(), carol()] {
			assert_ok!(Market::waive_refund(by(who), model()));
		}
		assert_ok!(Market::settle(by(alice()), model(), dave.clone()));
		assert_ok!(Market::buy(by(erin.clone()), offer, 0, 1));
		let receipts: Vec<_> = Taken::get().into_iter().map(|(_, receipt)| receipt).collect();
		assert_eq!(
			receipts,
			[Receipt { fee: 6, excess: 0, income: 54 }, Receipt { fee: 6, excess: 8, income: 46 }]
		);
		assert_eq!((sales().income, is_free(), sales().licenses), (100, true, 4));
		assert_eq!((total(dave), total(erin)), (ENDOWMENT, ENDOWMENT));
	});
}
