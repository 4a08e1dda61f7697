// SPDX-License-Identifier: Apache-2.0

//! Self-dealing: a party that buys from itself, on a chain with the real pallets.
//!
//! A strategy is played twice, with the party's sales to itself and without, and all else the same:
//! what others buy, what comes into the pot, who claims what and when. The difference of what the
//! party has in the end is its profit. Transaction fees, which it would pay on top, are not counted.
//!
//! Of each planck of its fees at most the cap comes back. Amounts are rounded down everywhere, and a
//! few planck more can so fall to one and not to another. A license that is not free costs a million
//! times that at least: nobody pays so little that rounding could make up for what is lost.

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
/// The least that a license costs which is not free, in planck, as the runtime's market has it.
pub const MIN_PRICE: u128 = 1_000_000_000;

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
	/// Those in which the party dealt with itself.
	pub traded: u64,
	/// The largest profit, in planck.
	pub largest: Option<Best>,
	/// The largest and the smallest, of the fees.
	pub best: Option<Best>,
	pub worst: Option<Best>,
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
			largest: better(self.largest, other.largest, |new, old| new.profit > old.profit),
			best: better(self.best, other.best, |new, old| new.relative > old.relative),
			worst: better(self.worst, other.worst, |new, old| new.relative < old.relative),
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
		summary.traded = 1;
		(summary.largest, summary.best, summary.worst) = (found, found, found);
		summary.broken = found.filter(|_| summary.beyond > ROUNDING || outcome.profit >= 0);
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
