// SPDX-License-Identifier: Apache-2.0

//! What a load tells: how far it is, and what it came to.

use crate::{
	drive::Driven, error::Result, follow::Finalised, ledger::End, rate::Weights, statistics::Spread,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::Mutex,
};

/// Tells on standard error how far it is: a bar on a terminal, a line for each step elsewhere.
#[derive(Default)]
pub struct Progress {
	bar: Mutex<Option<ProgressBar>>,
}

impl Progress {
	/// A step of so many transactions begins.
	pub fn begin(&self, what: &str, count: usize) {
		self.end();
		eprintln!("{what}");
		let bar = ProgressBar::new(count as u64);
		let style = ProgressStyle::with_template(
			"{bar:30} {pos}/{len} final, {msg} sent, {per_sec} [{elapsed}]",
		);
		if let Ok(style) = style {
			bar.set_style(style);
		}
		*self.lock() = Some(bar);
	}

	/// So many were sent, and so many are final.
	pub fn at(&self, sent: usize, included: usize) {
		if let Some(bar) = &*self.lock() {
			bar.set_position(included as u64);
			bar.set_message(sent.to_string());
		}
	}

	/// A remark.
	pub fn say(&self, what: &str) {
		eprintln!("{what}");
	}

	/// The step is over.
	pub fn end(&self) {
		if let Some(bar) = self.lock().take() {
			bar.finish_and_clear();
		}
	}

	fn lock(&self) -> std::sync::MutexGuard<'_, Option<ProgressBar>> {
		self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
	}
}

/// The rate, as it was planned and as it was.
#[derive(Debug, Serialize)]
pub struct RateReport {
	/// Transactions a second.
	planned: f64,
	/// Whether the weight of the mix chose it.
	auto: bool,
	/// The share of a block's weight that it books, by what the chain says beforehand.
	share: f64,
	/// Transactions a second, as they were sent.
	achieved: f64,
	/// The longest that one was sent after its moment, in seconds.
	late: f64,
}

/// From the planned submission on, in seconds.
#[derive(Debug, Serialize)]
pub struct Latency {
	/// To the first block that had it.
	inclusion: Spread,
	/// Until that block was final, as far as we knew.
	finality: Spread,
}

/// The finalised blocks from the first with a transaction of ours to the last.
#[derive(Debug, Serialize)]
pub struct BlocksReport {
	/// How many there are.
	count: usize,
	/// The height of the first.
	first: u64,
	/// The height of the last.
	last: u64,
	/// The most slots from one of them to the next: 1 if none was empty.
	largest_gap: u64,
	/// How many slots were empty.
	empty_slots: u64,
	/// The share of the weight that each booked, all classes together.
	weight: Spread,
	/// The same of ordinary transactions alone.
	normal: Spread,
	/// The mean share, all classes together.
	mean_weight: f64,
}

/// What a load came to.
#[derive(Debug, Serialize)]
pub struct Report {
	/// Whether some were sent, none was lost, and all that were included succeeded.
	pub ok: bool,
	seed: u64,
	submitted: usize,
	included: usize,
	succeeded: usize,
	failed: usize,
	refused: usize,
	lost: usize,
	/// How many failed with which error.
	failures: BTreeMap<String, usize>,
	/// How many were refused for which reason.
	refusals: BTreeMap<String, usize>,
	/// How many there are of each kind.
	mix: BTreeMap<String, usize>,
	rate: RateReport,
	latency: Latency,
	blocks: BlocksReport,
	/// How often transactions were handed in again.
	repeated: u64,
	/// How many were signed anew: for another runtime, or since a pool had banned what was signed.
	resigned: u64,
	/// The versions of the runtime that were signed for.
	spec_versions: BTreeSet<u32>,
	/// How often submissions were answered otherwise than by acceptance.
	answers: BTreeMap<String, u64>,
	/// What cannot be, if it was seen.
	contradiction: Option<String>,
}

impl Report {
	/// The report of a load.
	pub fn new(
		seed: u64,
		rate: f64,
		auto: bool,
		weights: &Weights,
		kinds: Vec<&'static str>,
		driven: &Driven,
	) -> Self {
		let (mut failures, mut refusals) = (BTreeMap::new(), BTreeMap::new());
		let (mut succeeded, mut failed, mut refused, mut lost) = (0, 0, 0, 0);
		for (end, kind) in driven.ledger.ends().zip(&kinds) {
			match end {
				End::Included(None) => succeeded += 1,
				End::Included(Some(error)) => {
					failed += 1;
					*failures.entry(format!("{kind}: {error}")).or_default() += 1;
				}
				End::Refused(why) => {
					refused += 1;
					*refusals.entry(why).or_default() += 1;
				}
				End::Lost => lost += 1,
			}
		}
		let mut mix = BTreeMap::<String, usize>::new();
		kinds
			.iter()
			.take(driven.sent)
			.for_each(|kind| *mix.entry((*kind).into()).or_default() += 1);
		let (inclusion, finality) = driven.ledger.latencies();
		let included = succeeded + failed;
		let known = driven.sent > 0 && lost == 0 && driven.sent == included + refused;
		Self {
			ok: known && failed == 0 && driven.contradiction.is_none(),
			seed,
			submitted: driven.sent,
			included,
			succeeded,
			failed,
			refused,
			lost,
			failures,
			refusals,
			mix,
			rate: RateReport {
				planned: rounded(rate),
				auto,
				share: rounded(weights.share(rate)),
				achieved: rounded(achieved(driven)),
				late: rounded(driven.late.as_secs_f64()),
			},
			latency: Latency {
				inclusion: Spread::of(inclusion.iter().map(|span| span.as_secs_f64())),
				finality: Spread::of(finality.iter().map(|span| span.as_secs_f64())),
			},
			blocks: BlocksReport::new(&driven.blocks, weights.block),
			repeated: driven.ledger.repeated(),
			resigned: driven.resigned,
			spec_versions: driven.versions.clone(),
			answers: driven.ledger.answers().clone().into_iter().collect(),
			contradiction: driven.contradiction.clone(),
		}
	}

	/// Print it on standard output.
	pub fn print(&self, json: bool) -> Result<()> {
		if json {
			println!("{}", serde_json::to_string(self)?);
			return Ok(());
		}
		let Self { latency, rate, blocks, .. } = self;
		println!("seed        {}", self.seed);
		println!("submitted   {} at {} a second", self.submitted, rate.achieved);
		println!("included    {}, of which {} failed", self.included, self.failed);
		println!("refused     {}", self.refused);
		println!("lost        {}", self.lost);
		println!("inclusion   {} s", shown(&latency.inclusion));
		println!("finality    {} s", shown(&latency.finality));
		let (count, empty) = (blocks.count, blocks.empty_slots);
		println!(
			"blocks      {count}, {empty} slots empty, largest step {} slots",
			blocks.largest_gap
		);
		println!("weight      {} of a block", shown(&blocks.weight));
		println!("again       {} handed in, {} signed", self.repeated, self.resigned);
		for (why, count) in self.failures.iter().chain(&self.refusals) {
			println!("{count:>8} times: {why}");
		}
		if let Some(why) = &self.contradiction {
			println!("contradiction: {why}");
		}
		Ok(())
	}
}

fn shown(spread: &Spread) -> String {
	format!("{} median, {} p95, {} max", spread.median, spread.p95, spread.max)
}

fn rounded(value: f64) -> f64 {
	(value * 1e4).round() / 1e4
}

fn achieved(driven: &Driven) -> f64 {
	let seconds = driven.sending.as_secs_f64();
	// The first one is sent at once: the others take the time.
	if seconds > 0.0 {
		driven.sent.saturating_sub(1) as f64 / seconds
	} else {
		0.0
	}
}

impl BlocksReport {
	fn new(all: &[Finalised], most: f64) -> Self {
		let first = all.iter().position(|block| block.ours > 0).unwrap_or(0);
		let last = all.iter().rposition(|block| block.ours > 0).map_or(0, |place| place + 1);
		let blocks = all.get(first..last).unwrap_or_default();
		let slots: Vec<u64> = blocks.iter().filter_map(|block| block.slot).collect();
		let steps = slots.windows(2).map(|two| two[1].saturating_sub(two[0]));
		let share = |weight: u64| weight as f64 / most;
		let total = |block: &Finalised| share(block.weight.iter().sum());
		Self {
			count: blocks.len(),
			first: blocks.first().map_or(0, |block| block.number),
			last: blocks.last().map_or(0, |block| block.number),
			largest_gap: steps.clone().max().unwrap_or(0),
			empty_slots: steps.map(|step| step.saturating_sub(1)).sum(),
			weight: Spread::of(blocks.iter().map(total)),
			normal: Spread::of(blocks.iter().map(|block| share(block.weight[0]))),
			mean_weight: rounded(
				blocks.iter().map(total).sum::<f64>() / blocks.len().max(1) as f64,
			),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn block(number: u64, slot: u64, ours: usize, normal: u64) -> Finalised {
		Finalised { number, slot: Some(slot), weight: [normal, 0, 100], ours }
	}

	#[test]
	fn only_the_blocks_of_the_load_count() {
		let all = [
			block(1, 1, 0, 900),
			block(2, 9, 1, 100),
			block(3, 10, 0, 300),
			block(4, 13, 2, 200),
			block(5, 30, 0, 0),
		];
		let report = BlocksReport::new(&all, 1_000.0);
		assert_eq!((report.count, report.first, report.last), (3, 2, 4));
		assert_eq!((report.largest_gap, report.empty_slots), (3, 2));
		assert_eq!(report.weight, Spread { median: 0.3, p95: 0.4, max: 0.4 });
		assert_eq!(report.normal, Spread { median: 0.2, p95: 0.3, max: 0.3 });
		assert_eq!(report.mean_weight, 0.3);
	}

	#[test]
	fn without_blocks_there_is_nothing_to_say() {
		assert_eq!(BlocksReport::new(&[], 1.0).count, 0);
		assert_eq!(BlocksReport::new(&[block(1, 1, 0, 1)], 1.0).count, 0);
	}
}
