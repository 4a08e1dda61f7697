// SPDX-License-Identifier: Apache-2.0

//! The arithmetic against exact fractions, in numbers twice as wide.

use super::util::*;
use crate::math::*;
use proptest::prelude::*;

const MILLION: u32 = 1_000_000;

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![Just(0), Just(Balance::MAX), 0..100u128, 0..u128::from(u64::MAX), any::<Balance>()]
}

fn portion() -> impl Strategy<Value = Permill> {
	prop_oneof![Just(0), Just(1), Just(MILLION), 0..=MILLION].prop_map(Permill::from_parts)
}

/// Whether `numerator / denominator`, rounded down, is this.
fn is_floor(numerator: U256, denominator: U256, result: Balance) -> bool {
	let below = U256::from(result) * denominator;
	below <= numerator && numerator < below + denominator
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

	#[test]
	fn funds_are_what_is_not_kept(
		balance in amount(), minimum in 0..100u128, credit in amount(), owed in amount()
	) {
		let kept = U256::from(minimum) + U256::from(credit) + U256::from(owed);
		let exact = U256::from(balance).saturating_sub(kept);
		prop_assert_eq!(U256::from(funds(balance, minimum, credit, owed)), exact);
	}

	#[test]
	fn pools_are_all_funds_and_rewards_are_within_both_bounds(
		funds in amount(), credit in amount(), share in portion(), cap in portion()
	) {
		let found = pools(funds, credit, share, cap);
		let (usage, most) = (of(share, funds), of(cap, credit));
		prop_assert_eq!(found.usage_pool, usage);
		if credit == 0 {
			prop_assert_eq!((found.rewards, found.to_commons), (0, 0));
		} else {
			prop_assert_eq!(found.rewards, usage.min(most));
			prop_assert_eq!(found.rewards.checked_add(found.to_commons), Some(funds));
		}
	}

	#[test]
	fn a_reward_is_its_part_rounded_down(
		rewards in amount(), credit in amount(), total in amount()
	) {
		let found = reward(rewards, credit, total);
		if total == 0 {
			prop_assert_eq!(found, 0);
		} else {
			let exact = U256::from(rewards) * U256::from(credit.min(total));
			prop_assert!(is_floor(exact, U256::from(total), found));
		}
	}

	/// However the credit is divided: all rewards together are no more than there is, and less by
	/// less than a planck for each.
	#[test]
	fn rewards_are_the_whole_at_most(
		rewards in amount(), parts in proptest::collection::vec(1..u128::from(u64::MAX), 1..40)
	) {
		let total: Balance = parts.iter().sum();
		let paid: U256 = parts
			.iter()
			.map(|part| U256::from(reward(rewards, *part, total)))
			.fold(U256::zero(), |sum, part| sum + part);
		prop_assert!(paid <= U256::from(rewards));
		prop_assert!(paid + U256::from(parts.len()) > U256::from(rewards));
	}

	/// Two versions have what one of both would have had, but for less than a planck.
	#[test]
	fn dividing_work_among_versions_gains_nothing(
		rewards in amount(), one in 0..u128::from(u64::MAX), other in 0..u128::from(u64::MAX),
		rest in 1..u128::from(u64::MAX)
	) {
		let total = one + other + rest;
		let both = reward(rewards, one + other, total);
		let apart = reward(rewards, one, total) + reward(rewards, other, total);
		prop_assert!(apart <= both && both <= apart + 1);
	}
}

/// After how many epochs rewards that others do not claim come back.
const RETURN: usize = 2;

/// An epoch as one party sees it.
#[derive(Clone, Debug)]
struct Season {
	/// What the pot has beside fees.
	new: Balance,
	/// The credit of the party's work, paid for by others.
	own: Balance,
	/// The credit of others.
	others: Balance,
	/// Whether others claim their rewards.
	claimed: bool,
	/// What the party pays in fees for its own work.
	dealt: Balance,
	/// The credit of that which ends up with others, upstream.
	lost: Balance,
}

/// What a party is rewarded over several epochs, with trading with itself or without.
fn rewarded(seasons: &[Season], usage_share: Permill, cap: Permill, deals: bool) -> Balance {
	let (mut sum, mut funds) = (0, 0);
	let mut back = vec![0; seasons.len() + RETURN];
	for (at, season) in seasons.iter().enumerate() {
		let (dealt, lost) = if deals { (season.dealt, season.lost) } else { (0, 0) };
		let own = season.own + dealt - lost;
		let others = season.others + lost;
		funds += season.new + own + others + back[at];
		let found = pools(funds, own + others, usage_share, cap);
		sum += reward(found.rewards, own, own + others);
		if !season.claimed {
			back[at + RETURN] += reward(found.rewards, others, own + others);
		}
		funds -= found.rewards + found.to_commons;
	}
	sum
}

fn money() -> impl Strategy<Value = Balance> {
	prop_oneof![Just(0), 1..100u128, 1..1_000_000u128, 1..1u128 << 60]
}

/// So much that what rounding gives away, a planck here and there, does not make up for what the
/// bounds below keep.
const LEAST: Balance = 1_000;

fn season() -> impl Strategy<Value = Season> {
	let dealt = prop_oneof![Just(0), LEAST..2 * LEAST, LEAST..1u128 << 60];
	(money(), money(), money(), any::<bool>(), dealt, portion()).prop_map(
		|(new, own, others, claimed, dealt, lost)| {
			let lost = of(lost, dealt);
			Season { new, own, others, claimed, dealt, lost }
		},
	)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 5_000, ..ProptestConfig::default() })]

	/// Whatever part of honest credit a party has, whatever else funds the pot, whenever it pays fees
	/// to itself and wherever their credit ends up: it has less than without.
	#[test]
	fn trading_with_oneself_loses(
		mut seasons in proptest::collection::vec(season(), 1..8),
		usage_share in 500_000..=900_000u32,
		cap in 0..=990_000u32,
	) {
		let (usage_share, cap) = (Permill::from_parts(usage_share), Permill::from_parts(cap));
		if seasons.iter().all(|season| season.dealt == 0) {
			seasons[0].dealt = LEAST;
		}
		let dealt: Balance = seasons.iter().map(|season| season.dealt).sum();
		let without = rewarded(&seasons, usage_share, cap, false);
		let with = rewarded(&seasons, usage_share, cap, true);
		prop_assert!(with < without + dealt, "{with} for {dealt}, and {without} for nothing");
		// And what comes back is no more than the bounds say, rounding aside.
		let most = of(usage_share.max(cap), dealt) + 4 * seasons.len() as Balance;
		prop_assert!(with <= without + most);
	}
}

#[test]
fn who_trades_alone_with_itself_loses_what_the_cap_keeps() {
	let season = Season { new: 0, own: 0, others: 0, claimed: true, dealt: 1_000, lost: 0 };
	let seasons = [season.clone(), Season { new: 1 << 50, ..season }];
	// A poor pot has eighty per cent of the fees, and a rich one no more than the cap.
	assert_eq!(rewarded(&seasons, percent(80), percent(90), true), 800 + 900);
	assert_eq!(rewarded(&seasons, percent(80), percent(90), false), 0);
}
