// SPDX-License-Identifier: Apache-2.0

//! The arithmetic against exact fractions, in numbers twice as wide.

use super::util::*;
use crate::math::*;
use proptest::prelude::*;
use sp_core::U256;

const MILLION: u32 = 1_000_000;

/// `amount * share`, in millionths of a planck: exact.
fn exact(share: Permill, amount: Balance) -> U256 {
	U256::from(amount) * U256::from(share.deconstruct())
}

/// Whether this is the whole of so many millionths, rounded down.
fn is_floor(of: U256, result: Balance) -> bool {
	let (below, one) = (U256::from(result) * MILLION, U256::from(MILLION));
	below <= of && of < below + one
}

/// Whether this is the whole of so many millionths, rounded up.
fn is_ceiling(of: U256, result: Balance) -> bool {
	let (above, one) = (U256::from(result) * MILLION, U256::from(MILLION));
	of <= above && above < of + one
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![Just(0), Just(Balance::MAX), 0..100u128, 0..u128::from(u64::MAX), any::<Balance>(),]
}

fn share() -> impl Strategy<Value = Permill> {
	prop_oneof![Just(0), Just(1), Just(MILLION), 0..=MILLION].prop_map(Permill::from_parts)
}

/// Shares that make a whole.
fn shares() -> impl Strategy<Value = Vec<Permill>> {
	proptest::collection::vec(1..=MILLION / 16, 0..MAX_MEMBERS as usize).prop_map(|mut parts| {
		parts.push(MILLION - parts.iter().sum::<u32>());
		parts.into_iter().map(Permill::from_parts).collect()
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

	#[test]
	fn the_fee_rounds_up_and_the_three_parts_are_the_whole(
		gross in amount(), limit in proptest::option::of(amount()), fee in share()
	) {
		let parts = receipt(gross, limit, fee);
		prop_assert!(is_ceiling(exact(fee, gross), parts.fee));
		prop_assert_eq!(parts.fee.checked_add(parts.excess + parts.income), Some(gross));
		prop_assert!(limit.is_none_or(|limit| parts.income <= limit));
		// Nothing is excess as long as the limit is not reached.
		prop_assert!(parts.excess == 0 || Some(parts.income) == limit);
	}

	/// Credit is the part of the fee that income is of what the fee left, and never more than the fee.
	#[test]
	fn credit_rounds_down_and_is_no_more_than_the_fee(
		gross in amount(), limit in proptest::option::of(amount()), fee in share()
	) {
		let parts = receipt(gross, limit, fee);
		let credit = credit(&parts);
		let net = U256::from(parts.income) + U256::from(parts.excess);
		prop_assert!(credit <= parts.fee);
		if parts.income == 0 {
			prop_assert_eq!(credit, 0);
		} else {
			let exact = U256::from(parts.fee) * U256::from(parts.income);
			prop_assert_eq!(U256::from(credit), exact / net);
		}
		prop_assert!(parts.excess > 0 || parts.income == 0 || credit == parts.fee);
	}

	#[test]
	fn a_royalty_rounds_down_and_never_exceeds_what_is_left(
		share in share(), income in amount(), left in amount()
	) {
		let left = left.min(income);
		let due = royalty(share, income, left);
		prop_assert!(due <= left);
		prop_assert!(due == left || is_floor(exact(share, income), due));
		prop_assert!(U256::from(due) * MILLION <= exact(share, income));
	}

	#[test]
	fn members_have_the_whole_and_each_its_share_rounded_down(
		amount in amount(), shares in shares()
	) {
		let parts = members(amount, shares.clone());
		let sum = parts.iter().fold(U256::zero(), |sum, part| sum + U256::from(*part));
		prop_assert_eq!(sum, U256::from(amount));
		for (part, share) in parts.iter().zip(&shares).skip(1) {
			prop_assert!(is_floor(exact(*share, amount), *part));
		}
		// What the first has above its share is less than a planck for each member.
		let first = U256::from(parts[0]) * MILLION;
		let due = exact(shares[0], amount);
		prop_assert!(due / MILLION * MILLION <= first);
		prop_assert!(first < due + U256::from(MILLION) * U256::from(shares.len()));
	}

	#[test]
	fn records_have_equal_parts_and_the_rest_is_kept(
		amount in 0..u128::MAX / 2,
		committed in 1..=MAX_RECORDS,
		active in 0..=MAX_RECORDS,
		carry in 0..=MAX_RECORDS,
	) {
		let active = active.min(committed);
		let carry = Balance::from(carry.min(committed - 1));
		let part = records(amount, carry, committed, active).unwrap();
		let whole = U256::from(amount) + U256::from(carry);
		prop_assert_eq!(U256::from(part.per_record), whole / U256::from(committed));
		prop_assert_eq!(
			U256::from(part.contributors) + U256::from(part.uncounted) + U256::from(part.carry),
			whole
		);
		prop_assert_eq!(part.contributors, part.per_record * Balance::from(active));
		prop_assert!(part.carry < committed.into());
	}

	/// Whatever comes in whichever portions: each record had the exact share of all of it, but for
	/// less than a planck.
	#[test]
	fn portions_lose_nothing(
		portions in proptest::collection::vec(0..1_000_000u128, 1..50),
		committed in 1..100_000u64,
	) {
		let (mut each, mut carry, mut whole) = (0, 0, 0);
		for portion in portions {
			let part = records(portion, carry, committed, committed).unwrap();
			(each, carry, whole) = (each + part.per_record, part.carry, whole + portion);
		}
		prop_assert_eq!(each, whole / Balance::from(committed));
		prop_assert_eq!(carry, whole % Balance::from(committed));
	}
}

#[test]
fn shares_that_are_more_than_a_whole_divide_no_more_than_there_is() {
	assert_eq!(members(100, [percent(70), percent(70)]), vec![70, 30]);
	assert_eq!(members(100, [percent(10), percent(10)]), vec![90, 10]);
	assert_eq!(members(100, []), Vec::<Balance>::new());
}

#[test]
fn credit_of_what_no_payment_becomes() {
	let most = Balance::MAX;
	for (fee, excess, income) in [(most, most, most), (most, most, 0), (0, most, most), (1, 0, 0)] {
		assert!(credit(&Receipt { fee, excess, income }) <= fee);
	}
	assert_eq!(credit(&Receipt { fee: most, excess: 0, income: most }), most);
}

#[test]
fn what_cannot_be_divided_is_not() {
	assert_eq!(records(10, 0, 0, 0), None);
	assert_eq!(records(10, 0, 5, 6), None);
	assert_eq!(records(Balance::MAX, 1, 5, 5), None);
}
