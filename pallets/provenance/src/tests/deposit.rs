// SPDX-License-Identifier: Apache-2.0

//! What is held for what is stored.

use super::util::*;
use crate::deposit::{
	ATTESTATIONS_BY_KEY, ATTESTATION_KEY, COMMITMENT_KEY, RECORD_KEY, SERIES_KEY,
};
use codec::Encode;

#[test]
fn keys_are_as_long_as_deposits_say() {
	assert_eq!(Commitments::<Test>::hashed_key_for(1).len(), COMMITMENT_KEY);
	assert_eq!(Series::<Test>::hashed_key_for(1).len(), SERIES_KEY);
	assert_eq!(Records::<Test>::hashed_key_for(1, 2).len(), RECORD_KEY);
	assert_eq!(Attestations::<Test>::hashed_key_for(1, [2; 8]).len(), ATTESTATION_KEY);
	assert_eq!(AttestationsBy::<Test>::hashed_key_for(1, alice()).len(), ATTESTATIONS_BY_KEY);
}

/// What is in the storage of this pallet, apart from counters: items, and bytes of keys and values.
fn stored() -> (u128, u128) {
	let prefix = sp_io::hashing::twox_128(b"Provenance").to_vec();
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

#[test]
fn everything_stored_is_paid_for() {
	TestExt::new().run(|| {
		let worth = || {
			let (items, bytes) = stored();
			items * ITEM + bytes * BYTE
		};
		let paid = || {
			crate::try_state::REASONS
				.into_iter()
				.flat_map(|reason| (1..=ACCOUNTS).map(move |who| held(reason, account(who))))
				.sum::<Balance>()
		};
		let forest = committed(1, 10);
		assert_eq!(paid(), worth() + BYTE, "one element's length takes a byte, not two");
		extended(2, 20, 1);
		prove(&forest, 1, 0);
		prove(&forest, 1, 3);
		assert_eq!(paid(), worth() + BYTE);
		let evidence = Evidence { digest: H256::zero(), location: Some(bounded(b"a:b")) };
		for _ in 0..3 {
			assert_ok!(Provenance::attest(
				by(bob()),
				2,
				Claim::Evaluation,
				Verdict::Neutral,
				Some(evidence.clone())
			));
			assert!(paid() >= worth());
		}
	});
}

#[test]
fn the_first_attestation_pays_for_itself_to_the_byte() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		assert_ok!(Provenance::attest(by(bob()), 1, Claim::Evaluation, Verdict::Neutral, None));
		let (items, bytes) = stored();
		assert_eq!(items, 2);
		// The list's length takes one byte while two are paid for.
		let paid = held(HoldReason::Attestation, bob());
		assert_eq!(paid, items * ITEM + (bytes + 1) * BYTE);
		let value = Attestations::<Test>::get(1, 1u64.to_be_bytes()).unwrap();
		assert_eq!(value.deposit, paid);
		assert!(value.encoded_size() > 32);
	});
}

#[test]
fn a_change_of_prices_takes_and_gives_what_was_recorded() {
	for factor in [0, 10] {
		TestExt::new().run(|| {
			let forest = committed(1, 10);
			prove(&forest, 1, 3);
			assert_ok!(Provenance::attest(by(bob()), 1, Claim::PiiScan, Verdict::Neutral, None));
			ItemDeposit::set(ITEM * factor + 1);
			ByteDeposit::set(BYTE * factor + 1);
			Provenance::do_try_state().unwrap();
			remove(1);
			assert_ok!(Provenance::revoke(by(bob()), 1, 1));
			assert_ok!(Provenance::release_commitment(by(bob()), 1));
			assert_ok!(Provenance::release_record(by(alice()), 1, 3));
			assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
			assert_eq!(stored(), (0, 0));
		});
	}
}
