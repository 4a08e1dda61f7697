// SPDX-License-Identifier: Apache-2.0

//! What is held for what is stored.

use super::util::*;
use crate::deposit::{
	DUE_KEY, LICENSE_KEY, LICENSE_OF_KEY, OFFER_KEY, POPULARITY_KEY, SALES_KEY, VERSION_USES_KEY,
};
use codec::{Encode, MaxEncodedLen};

#[test]
fn keys_are_as_long_as_deposits_say() {
	assert_eq!(Offers::<Test>::hashed_key_for(1).len(), OFFER_KEY);
	assert_eq!(Sales::<Test>::hashed_key_for(model()).len(), SALES_KEY);
	assert_eq!(Licenses::<Test>::hashed_key_for(model(), bob()).len(), LICENSE_KEY);
	assert_eq!(LicensesOf::<Test>::hashed_key_for(bob(), model()).len(), LICENSE_OF_KEY);
	assert_eq!(Due::<Test>::hashed_key_for([0; 4], (model(), bob())).len(), DUE_KEY);
	assert_eq!(VersionUses::<Test>::hashed_key_for(1).len(), VERSION_USES_KEY);
	assert_eq!(Popularity::<Test>::hashed_key_for([0; 4], model()).len(), POPULARITY_KEY);
}

/// What is in the storage of this pallet, apart from counters: items, and bytes of keys and values.
fn stored() -> (u128, u128) {
	let prefix = sp_io::hashing::twox_128(b"Market").to_vec();
	let (mut key, mut items, mut bytes) = (prefix.clone(), 0, 0);
	while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&prefix)) {
		key = next;
		let counter = key.len() == 32;
		if !counter {
			items += 1;
			bytes += (key.len() + sp_io::storage::get(&key).unwrap().len()) as u128;
		}
	}
	(items, bytes)
}

/// What that is worth.
fn worth() -> Balance {
	let (items, bytes) = stored();
	items * ITEM + bytes * BYTE
}

/// What everybody holds for it.
fn paid() -> Balance {
	[HoldReason::Offer, HoldReason::License, HoldReason::Sales]
		.into_iter()
		.flat_map(|reason| everybody().map(move |who| held(reason, who)))
		.sum()
}

/// How much longer a value can be than it is.
fn spare<Value: Encode + MaxEncodedLen>(value: &Value) -> Balance {
	(Value::max_encoded_len() - value.encoded_size()) as Balance * BYTE
}

#[test]
fn an_offer_pays_for_itself_to_the_byte() {
	TestExt::new().run(|| {
		// Terms as long as they can be.
		let offer =
			offered(|terms| (terms.duration, terms.supply) = (Some(MAX_WINDOW), Some(1_000)));
		assert_ok!(Market::pledge_cap(by(alice()), model(), 1));
		assert_eq!(stored_offer(offer).encoded_size(), OfferOf::<Test>::max_encoded_len());
		assert_eq!(stored().0, 3);
		// The place among what there are licenses for is paid for before it is taken.
		assert_eq!(paid(), worth() + ITEM + POPULARITY_KEY as Balance * BYTE);
	});
}

#[test]
fn as_many_offers_as_there_may_be_are_paid_for() {
	TestExt::new().run(|| {
		for _ in 0..MAX_OFFERS {
			offered(|_| {});
			assert!(paid() >= worth());
		}
	});
}

#[test]
fn a_license_pays_for_itself_to_the_byte() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.duration, terms.refund_window) = (Some(10), 0));
		buy(bob(), offer);
		publish(alice(), 1, 2);
		let other = offered(|terms| (terms.version, terms.duration) = (2, Some(10)));
		// Nothing but the license names either version, and it can be refunded.
		assert_ok!(Market::close_offer(by(alice()), offer));
		renew(bob(), other);
		assert_ok!(Market::close_offer(by(alice()), other));
		assert_eq!(
			stored().0,
			7,
			"license, index, due, two versions' uses, sales, and their place"
		);
		assert_eq!(spare(&license(bob())), 0);
		let cap = 17 - 1;
		assert_eq!(paid(), worth() + cap * BYTE, "no cap was pledged");
	});
}

#[test]
fn everything_stored_is_paid_for() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.duration = Some(10));
		for who in [bob(), carol(), mallory()] {
			buy(who, offer);
			assert!(paid() >= worth());
		}
		pass(WINDOW + 1);
		idle(plenty());
		assert!(paid() >= worth());
		for who in [bob(), carol()] {
			renew(who, offer);
			assert!(paid() >= worth());
		}
	});
}

#[test]
fn a_change_of_prices_takes_and_gives_what_was_recorded() {
	for factor in [0, 10] {
		TestExt::new().run(|| {
			let offer = offered(|terms| (terms.transferable, terms.price) = (true, 0));
			buy(bob(), offer);
			ItemDeposit::set(ITEM * factor + 1);
			ByteDeposit::set(BYTE * factor + 1);
			Market::do_try_state().unwrap();
			assert_ok!(Market::transfer_license(by(bob()), model(), carol()));
			assert_ok!(Market::update_offer(by(alice()), offer, terms(1)));
			assert_ok!(Market::release_license(by(carol()), model(), carol()));
			assert_ok!(Market::close_offer(by(alice()), offer));
			let deposit = TestExt::new().build().execute_with(|| Market::license_price().unwrap());
			assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT - deposit));
			assert_eq!(free(carol()), ENDOWMENT + deposit);
			assert_eq!(stored(), (0, 0));
		});
	}
}

#[test]
fn the_readme_says_what_is_held() {
	TestExt::new().run(|| {
		// In units of 0.0001 AGO.
		ItemDeposit::set(500);
		ByteDeposit::set(5);
		assert_eq!(Market::offer_price(), Ok(2_075));
		assert_eq!(Market::license_price(), Ok(5_235));
		assert_eq!(Market::sales_price(), Ok(2_170));
	});
}
