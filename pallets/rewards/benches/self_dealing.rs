// SPDX-License-Identifier: Apache-2.0

//! Prints what a party has of buying from itself, over random strategies. Fails if any brings a profit.
//!
//! ```text
//! cargo bench --package pallet-rewards --bench self_dealing
//! ```
//!
//! `AGORA_STRATEGIES` says how many strategies are tried, and `AGORA_SEED` with which number they
//! begin: the same numbers are the same strategies. `AGORA_STRATEGY` says what one of them does.

// Macros make what nobody reads.
#![allow(missing_docs)]

mod simulation;

use simulation::{describe, search, Best, Summary};
use std::{process::ExitCode, thread, time::Instant};

/// A number from the environment.
fn number(name: &str) -> Option<u64> {
	std::env::var(name).ok()?.replace('_', "").parse().ok()
}

fn show(what: &str, found: Option<Best>) {
	if let Some(Best { seed, profit, relative }) = found {
		println!(
			"figure: {what}: {profit} planck, {:.3} % of the fees (strategy {seed})",
			relative * 100.0
		);
	}
}

fn main() -> ExitCode {
	if let Some(seed) = number("AGORA_STRATEGY") {
		println!("{}", describe(seed));
		return ExitCode::SUCCESS;
	}
	let (count, first) =
		(number("AGORA_STRATEGIES").unwrap_or(100_000), number("AGORA_SEED").unwrap_or(1));
	let started = Instant::now();
	let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
	let workers: Vec<_> = (0..threads)
		.map(|worker| {
			let seeds = (first + worker..first + count).step_by(threads as usize);
			thread::spawn(move || search(seeds))
		})
		.collect();
	let summary = workers
		.into_iter()
		.map(|worker| worker.join().expect("no strategy stops the chain"))
		.fold(Summary { beyond: i128::MIN, ..Summary::default() }, Summary::join);

	println!(
		"figure: {} strategies from seed {first}, {} traded, {:.1} s",
		summary.strategies,
		summary.traded,
		started.elapsed().as_secs_f64()
	);
	show("the largest profit (aim: less than 0)", summary.largest);
	show("the best of its fees (aim: at most -10 %)", summary.best);
	show("the worst of its fees", summary.worst);
	println!("figure: most that came back beyond the cap: {} planck", summary.beyond);
	match summary.broken {
		Some(found) => {
			show("SELF-DEALING PAYS", Some(found));
			println!("AGORA_STRATEGY={} shows what it does", found.seed);
			ExitCode::FAILURE
		}
		None => ExitCode::SUCCESS,
	}
}
