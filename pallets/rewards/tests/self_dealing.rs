// SPDX-License-Identifier: Apache-2.0

//! That buying from oneself does not pay: a few of the strategies that the bench of this name tries.

#[path = "../benches/simulation/mod.rs"]
mod simulation;

use simulation::{search, ROUNDING};

/// How many are tried. The bench tries a hundred thousand, and is built to be fast.
const STRATEGIES: u64 = 60;

#[test]
fn no_strategy_profits_from_self_dealing() {
	let summary = search(1..=STRATEGIES);
	assert_eq!(summary.strategies, STRATEGIES);
	assert!(summary.traded > STRATEGIES / 2, "too few traded: {summary:?}");
	assert!(summary.broken.is_none(), "{summary:?}");
	assert!(summary.largest.is_some_and(|found| found.profit < 0));
	// At least a tenth of the fees is lost, but for what rounding brings.
	assert!(summary.beyond <= ROUNDING);
	// Some come close to it: the strategies are not all bad ones.
	assert!(summary.best.is_some_and(|found| found.relative > -0.2), "{summary:?}");
}
