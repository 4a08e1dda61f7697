// SPDX-License-Identifier: Apache-2.0

//! Self-dealing: a party that buys from itself, on a chain with the real pallets.
//!
//! A strategy is played twice, with the party's sales to itself and without, and all else the same:
//! what others buy, what comes into the pot, who claims what and when. The difference of what the
//! party has in the end is its profit. Transaction fees, which it would pay on top, are not counted.
//!
//! Of each planck of its fees at most the cap comes back. Amounts are rounded down everywhere, and a
//! few planck more can so fall to one and not to another: where fees are a matter of a few planck,
//! that is not nothing. So it is said apart, what a strategy gains by rounding.

// Benches and tests use parts of it, and macros make what nobody reads.
#![allow(dead_code, missing_docs)]

mod chain;
mod play;
mod strategy;

use play::compare;
use strategy::{Strategy, ACCOUNTS, CROWD, OTHERS};

/// Most that rounding can bring, in planck: less than one for each reward, each royalty and each member
/// that was paid.
pub const ROUNDING: i128 = 100;
/// From how much on in fees, in planck, rounding does not make up for what is lost.
pub const WORTH_IT: u128 = 10 * ROUNDING as u128;

/// The number of a strategy, and what it brought.
#[derive(Clone, Copy, Debug, Default)]
pub struct Best {
	pub seed: u64,
	pub profit: i128,
	/// Of the fees, by which the strategies are compared.
	pub relative: f64,
}

/// What strategies brought.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
	pub strategies: u64,
	/// Those in which the party dealt with itself, with so much that fees were worth it.
	pub traded: u64,
	/// Those in which it did with less.
	pub dust: u64,
	/// The largest profit, in planck.
	pub largest: Option<Best>,
	/// The largest and the smallest, of the fees.
	pub best: Option<Best>,
	pub worst: Option<Best>,
	/// The largest profit with dust, in planck.
	pub of_dust: Option<Best>,
	/// Most that came back beyond the cap, in planck: by rounding.
	pub beyond: i128,
	/// The first strategy that brought a profit, or more back than the cap and rounding.
	pub broken: Option<Best>,
}

/// The one of two that is better.
fn better(
	one: Option<Best>,
	other: Option<Best>,
	is_better: impl Fn(&Best, &Best) -> bool,
) -> Option<Best> {
	match (one, other) {
		(Some(one), Some(other)) => Some(if is_better(&other, &one) { other } else { one }),
		(one, other) => one.or(other),
	}
}

impl Summary {
	/// Both together.
	pub fn join(self, other: Self) -> Self {
		Self {
			strategies: self.strategies + other.strategies,
			traded: self.traded + other.traded,
			dust: self.dust + other.dust,
			largest: better(self.largest, other.largest, |new, old| new.profit > old.profit),
			best: better(self.best, other.best, |new, old| new.relative > old.relative),
			worst: better(self.worst, other.worst, |new, old| new.relative < old.relative),
			of_dust: better(self.of_dust, other.of_dust, |new, old| new.profit > old.profit),
			beyond: self.beyond.max(other.beyond),
			broken: self.broken.or(other.broken),
		}
	}

	/// What one strategy brought.
	fn of(strategy: &Strategy) -> Self {
		let mut summary = Self { strategies: 1, beyond: i128::MIN, ..Self::default() };
		let outcome = compare(strategy);
		if outcome.traded == 0 {
			return summary;
		}
		let relative = outcome.profit as f64 / outcome.fees.max(1) as f64;
		let found = Some(Best { seed: strategy.seed, profit: outcome.profit, relative });
		// What is lost of the fees at least, by the cap.
		let lost = (outcome.fees - chain::CAP.mul_floor(outcome.fees)) as i128;
		summary.beyond = outcome.profit + lost;
		let mut broken = summary.beyond > ROUNDING;
		if outcome.fees >= WORTH_IT {
			summary.traded = 1;
			(summary.largest, summary.best, summary.worst) = (found, found, found);
			broken |= outcome.profit >= 0;
		} else {
			summary.dust = 1;
			summary.of_dust = found;
		}
		summary.broken = found.filter(|_| broken);
		summary
	}
}

/// Play the strategies of these numbers.
pub fn search(seeds: impl Iterator<Item = u64>) -> Summary {
	let accounts = (1..=ACCOUNTS).chain(OTHERS..OTHERS + CROWD);
	let beginning = Summary { beyond: i128::MIN, ..Summary::default() };
	chain::chain(accounts).execute_with(|| {
		seeds.fold(beginning, |summary, seed| summary.join(Summary::of(&Strategy::new(seed))))
	})
}

/// What a strategy does, for people.
pub fn describe(seed: u64) -> String {
	format!("{:#?}", Strategy::new(seed))
}
