// SPDX-License-Identifier: Apache-2.0

//! Where things are stored, for those who read it without this crate.

use super::util::*;
use codec::Encode;
use sp_io::hashing::{blake2_128, twox_128};

/// The key of a map's item, written down.
fn key(item: &str, parts: &[&[u8]]) -> Vec<u8> {
	[&twox_128(b"Market")[..], &twox_128(item.as_bytes()), &parts.concat()].concat()
}

/// Blake2_128Concat of something.
fn hashed(of: impl Encode) -> Vec<u8> {
	of.using_encoded(|bytes| [&blake2_128(bytes)[..], bytes].concat())
}

#[test]
fn keys_are_as_documented() {
	let (artifact, account) = (hashed(model()), hashed(bob()));
	let number = 7u64.to_le_bytes();
	assert_eq!(Offers::<Test>::hashed_key_for(7), key("Offers", &[&number]));
	assert_eq!(NextOffer::<Test>::hashed_key().to_vec(), key("NextOffer", &[]));
	assert_eq!(Sales::<Test>::hashed_key_for(model()), key("Sales", &[&artifact]));
	let licenses = key("Licenses", &[&artifact, &account]);
	assert_eq!(Licenses::<Test>::hashed_key_for(model(), bob()), licenses);
	let licenses_of = key("LicensesOf", &[&account, &artifact]);
	assert_eq!(LicensesOf::<Test>::hashed_key_for(bob(), model()), licenses_of);
	let due = key("Due", &[&[0, 0, 1, 2], &hashed((model(), bob()))]);
	assert_eq!(Due::<Test>::hashed_key_for(258u32.to_be_bytes(), (model(), bob())), due);
	assert_eq!(VersionUses::<Test>::hashed_key_for(7), key("VersionUses", &[&number]));
	let popularity = key("Popularity", &[&[255, 255, 254, 253], model().as_bytes()]);
	assert_eq!(Popularity::<Test>::hashed_key_for((!258u32).to_be_bytes(), model()), popularity);
}

#[test]
fn one_read_tells_whether_an_account_may_use_an_artifact() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		let key = key("Licenses", &[&hashed(model()), &hashed(bob())]);
		assert_eq!(sp_io::storage::get(&key).unwrap().to_vec(), license(bob()).encode());
	});
}

#[test]
fn what_waits_is_in_the_order_of_blocks() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		for (who, block) in [(bob(), 250), (carol(), 251), (mallory(), 65_536)] {
			System::set_block_number(block);
			buy(who, offer);
		}
		let blocks: Vec<_> =
			Due::<Test>::iter_keys().map(|(until, _)| u32::from_be_bytes(until)).collect();
		assert_eq!(blocks, [250 + WINDOW, 251 + WINDOW, 65_536 + WINDOW]);
	});
}
