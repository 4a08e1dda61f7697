// SPDX-License-Identifier: Apache-2.0

//! A load from beginning to end.

use crate::{
	cli::{LoadOptions, Rate, MOST},
	drive::{finalised, Drive, Plan},
	error::Result,
	keys::{self, key_of, nonces},
	mix::{Ground, Mix},
	nodes::Nodes,
	prepare::Preparation,
	rate::{weigh, Weights, SAMPLE},
	report::{Progress, Report},
	sign::{jobs, Job, Signing},
	stop::Stop,
};
use std::{sync::Arc, time::Duration};
use subxt::{OnlineClient, PolkadotConfig};
use subxt_signer::sr25519::Keypair;

/// How many are sent, where neither a number nor a duration is given.
const TRANSACTIONS: u64 = 5_000;

/// Make the load and print its report: whether all ended as it should.
pub async fn run(options: &LoadOptions) -> Result<bool> {
	let signer = key_of(&options.signer)?;
	let seed = options.seed.map_or_else(random, Ok)?;
	let progress = Progress::default();
	let stop = Stop::on_signals()?;
	let connecting = Nodes::connect(&options.node, options.watch.as_deref());
	let nodes = stop.or("connecting", connecting).await?;
	let getting_ready = Ready::new(options, &nodes, signer, seed, &progress);
	let ready = stop.or("preparing the load", getting_ready).await?;

	let weights = &ready.weights;
	let rate = rate(options, weights);
	let count = count(options, rate, &progress);
	let jobs = ready.draw(count);
	let kinds = jobs.iter().map(|job| job.task.kind()).collect();

	let share = weights.share(rate) * 100.0;
	progress.begin(
		&format!("submitting {count} transactions at {rate:.1} a second: {share:.1} % of a block's weight"),
		count as usize,
	);
	if weights.is_above(rate) {
		progress.say("this rate books more than 30 % of a block's weight");
	}
	let grace = Duration::from_secs(options.grace);
	let plan = Plan { keys: ready.keys.clone(), jobs, rate, grace };
	let driven = Drive::run(&nodes, &ready.signing, plan, &progress, stop.asked()).await?;
	progress.end();
	let report = Report::new(seed, rate, options.rate == Rate::Auto, weights, kinds, &driven);
	report.print(options.json)?;
	Ok(report.ok)
}

/// What a load begins with.
struct Ready {
	seed: u64,
	birth: u64,
	keys: Arc<Vec<Keypair>>,
	nonces: Vec<u64>,
	ground: Ground,
	signing: Arc<Signing>,
	weights: Weights,
}

impl Ready {
	async fn new(
		options: &LoadOptions,
		nodes: &Arc<Nodes>,
		signer: Keypair,
		seed: u64,
		progress: &Progress,
	) -> Result<Self> {
		let signing = current(nodes).await?;
		let birth = finalised(nodes).await?;
		let accounts = u64::from(options.accounts);
		let keys: Result<Vec<_>> =
			(0..accounts).map(|index| keys::key(seed, birth, index)).collect();
		let keys = Arc::new(keys?);
		let preparation =
			Preparation { nodes, signing, signer, keys: keys.clone(), seed, birth, progress };
		let (ground, signing) = preparation.run(expected(options).div_ceil(accounts)).await?;
		let nonces = nonces(nodes, &keys).await?;
		let sample = draw(&ground, seed, birth, &nonces, SAMPLE);
		let weights = weigh(nodes, &signing, &keys, &sample).await?;
		Ok(Self { seed, birth, keys, nonces, ground, signing, weights })
	}

	/// The first transactions of the load.
	fn draw(&self, count: u64) -> Vec<Job> {
		draw(&self.ground, self.seed, self.birth, &self.nonces, count)
	}
}

fn draw(ground: &Ground, seed: u64, birth: u64, nonces: &[u64], count: u64) -> Vec<Job> {
	jobs(Mix::new(ground, seed, birth).take(count as usize), nonces.to_vec()).collect()
}

fn rate(options: &LoadOptions, weights: &Weights) -> f64 {
	match options.rate {
		Rate::Auto => weights.auto(),
		Rate::PerSecond(rate) => rate,
	}
}

/// At most how many there will be: endowments depend on it, and come before the rate is known.
fn expected(options: &LoadOptions) -> u64 {
	match (options.duration, options.rate) {
		(None, _) => options.transactions.unwrap_or(TRANSACTIONS),
		(Some(seconds), Rate::PerSecond(rate)) => whole(rate, seconds),
		(Some(seconds), Rate::Auto) => seconds.saturating_mul(FASTEST).min(MOST),
	}
}

/// More than `auto` is in the mean, in transactions a second.
const FASTEST: u64 = 300;

/// How many there are, now that the rate is known.
fn count(options: &LoadOptions, rate: f64, progress: &Progress) -> u64 {
	let expected = expected(options);
	let wanted = options.duration.map_or(expected, |seconds| whole(rate, seconds));
	if wanted > expected {
		progress
			.say(&format!("{expected} transactions are sent, not {wanted}: no more are paid for"));
	}
	wanted.min(expected)
}

/// How many are sent in so many seconds.
fn whole(rate: f64, seconds: u64) -> u64 {
	(rate * seconds as f64).ceil() as u64
}

/// The chain's runtime, to sign for.
async fn current(nodes: &Nodes) -> Result<Arc<Signing>> {
	let mut last = None;
	for passed in 0..nodes.count() {
		let connected = async {
			let rpc = nodes.watched(passed).client().await?;
			let client = OnlineClient::<PolkadotConfig>::from_rpc_client(rpc).await?;
			Ok(Signing::new(client.at_current_block().await?))
		};
		match connected.await {
			Ok(signing) => return Ok(signing),
			Err(error) => last = Some(error),
		}
	}
	Err(last.unwrap_or_else(|| "there is no node".into()))
}

fn random() -> Result<u64> {
	let mut bytes = [0; 4];
	getrandom::fill(&mut bytes).map_err(|error| format!("no seed can be drawn: {error}"))?;
	Ok(u32::from_le_bytes(bytes).into())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn options(duration: Option<u64>, rate: Rate) -> LoadOptions {
		LoadOptions {
			node: vec![],
			watch: None,
			transactions: None,
			duration,
			accounts: 2,
			rate,
			signer: String::new(),
			seed: None,
			grace: 0,
			json: false,
		}
	}

	#[test]
	fn there_are_never_more_than_are_paid_for() {
		let counted = |options, rate| count(&options, rate, &Progress::default());
		assert_eq!(counted(options(None, Rate::Auto), 80.0), TRANSACTIONS);
		assert_eq!(counted(options(Some(10), Rate::PerSecond(0.25)), 0.25), 3);
		assert_eq!(counted(options(Some(10), Rate::Auto), 80.0), 800);
		assert_eq!(counted(options(Some(10), Rate::Auto), 400.0), 10 * FASTEST);
		assert_eq!(counted(options(Some(1_000_000), Rate::Auto), 80.0), MOST);
	}
}
