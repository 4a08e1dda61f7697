// SPDX-License-Identifier: Apache-2.0

//! The calls of the pallet that are made here, one function each.

use super::{
	types::{EraIndex, Payee, Preferences},
	PALLET, SESSION,
};
use crate::chain::calls::{account, named_account, number, Call};
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::dynamic,
	utils::AccountId32,
};

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	call_of(PALLET, name, arguments)
}

fn call_of<const N: usize>(pallet: &str, name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(pallet, name, Composite::named(arguments))
}

/// `bond`: put tokens at stake, for the first time.
pub fn bond(value: u128, payee: Payee) -> Call {
	call("bond", [("value", number(value)), ("payee", payee.into())])
}

/// `bond_extra`: put more tokens at stake.
pub fn bond_extra(value: u128) -> Call {
	call("bond_extra", [("max_additional", number(value))])
}

/// `unbond`: take stake back, which takes some eras.
pub fn unbond(value: u128) -> Call {
	call("unbond", [("value", number(value))])
}

/// `withdraw_unbonded`: have back what was taken back long enough ago.
pub fn withdraw_unbonded(slashing_spans: u32) -> Call {
	call("withdraw_unbonded", [("num_slashing_spans", number(slashing_spans))])
}

/// `validate`: stand for election as a validator.
pub fn validate(preferences: Preferences) -> Call {
	call("validate", [("prefs", preferences.into())])
}

/// `nominate`: let the stake count for these validators.
pub fn nominate(targets: &[AccountId32]) -> Call {
	let targets = targets.iter().map(named_account);
	call("nominate", [("targets", Value::unnamed_composite(targets))])
}

/// `chill`: neither validate nor nominate any more.
pub fn chill() -> Call {
	call("chill", [])
}

/// `payout_stakers`: pay a validator and a page of its nominators for an era.
pub fn payout_stakers(validator: &AccountId32, era: EraIndex) -> Call {
	call("payout_stakers", [("validator_stash", account(validator)), ("era", number(era))])
}

/// `purge_keys`: have the session keys forgotten.
pub fn purge_keys() -> Call {
	call_of(SESSION, "purge_keys", [])
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		chain::calls::{
			batch_all, force_batch,
			tests::{encode, metadata},
		},
		perbill::Perbill,
	};
	use subxt::ext::codec::{Compact, Encode};

	const BOB: AccountId32 = AccountId32([2; 32]);

	#[test]
	fn calls_are_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(PALLET).unwrap().call_index();
		let check = |call: Call, parts: &[&[u8]]| {
			assert_eq!(encode(&call, &metadata)[0], index);
			assert_eq!(encode(&call, &metadata)[1..], parts.concat(), "{}", call.call_name());
		};
		let value = 1u128 << 70;
		let compact = Compact(value).encode();
		check(bond(value, Payee::Staked), &[&[0], &compact, &[0]]);
		check(bond(value, Payee::Stash), &[&[0], &compact, &[1]]);
		check(bond(value, Payee::Account(BOB)), &[&[0], &compact, &[3], &[2; 32]]);
		check(bond_extra(value), &[&[1], &compact]);
		check(unbond(value), &[&[2], &compact]);
		check(withdraw_unbonded(3), &[&[3], &3u32.to_le_bytes()]);
		let commission = Perbill::from_parts(50_000_000);
		let compact = Compact(commission.parts()).encode();
		check(validate(Preferences { commission, blocked: false }), &[&[4], &compact, &[0]]);
		check(nominate(&[BOB]), &[&[5, 4, 0], &[2; 32]]);
		check(nominate(&[BOB, BOB]), &[&[5, 8, 0], &[2; 32], &[0], &[2; 32]]);
		check(chill(), &[&[6]]);
		check(payout_stakers(&BOB, 7), &[&[18], &[2; 32], &7u32.to_le_bytes()]);
	}

	#[test]
	fn keys_are_purged_by_their_own_pallet() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(SESSION).unwrap().call_index();
		assert_eq!(encode(&purge_keys(), &metadata), [index, 1]);
	}

	#[test]
	fn batches_differ_in_what_they_do_with_failures() {
		let metadata = metadata();
		let utility = metadata.pallet_by_name("Utility").unwrap();
		for (batch, name) in
			[(batch_all as fn(Vec<Call>) -> Call, "batch_all"), (force_batch, "force_batch")]
		{
			let encoded = encode(&batch(vec![chill(), chill()]), &metadata);
			let call = utility.call_variant_by_name(name).unwrap().index;
			assert_eq!(encoded[..3], [utility.call_index(), call, 8]);
			assert_eq!(encoded.len(), 3 + 2 * encode(&chill(), &metadata).len());
		}
	}
}
