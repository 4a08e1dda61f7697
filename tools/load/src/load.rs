// SPDX-License-Identifier: Apache-2.0

//! A load from beginning to end.

use crate::{
	cli::{LoadOptions, Rate},
	drive::{finalised, Drive, Plan},
	error::Result,
	keys::{self, key_of, nonces},
	mix::Mix,
	nodes::Nodes,
	prepare::Preparation,
	rate::{weigh, Weights},
	report::{Progress, Report},
	sign::{jobs, Job, Signing},
};
use std::{sync::Arc, time::Duration};
use subxt::{OnlineClient, PolkadotConfig};
use tokio::{
	signal::unix::{signal, SignalKind},
	sync::Notify,
};

/// How many are sent, where neither a number nor a duration is given.
const TRANSACTIONS: u64 = 5_000;
/// How many nonces ahead accounts are endowed for, where only the duration is given and the rate is
/// not yet known.
const WEIGHED: usize = 300;

/// Make the load and print its report: whether all ended as it should.
pub async fn run(options: &LoadOptions) -> Result<bool> {
	let signer = key_of(&options.signer)?;
	let seed = options.seed.map_or_else(random, Ok)?;
	let nodes = Nodes::connect(&options.node, options.watch.as_deref()).await?;
	let signing = current(&nodes).await?;
	let birth = finalised(&nodes).await?;
	let progress = Progress::default();
	let stop = stop_on_signals()?;

	let accounts = u64::from(options.accounts);
	let keys: Result<Vec<_>> = (0..accounts).map(|index| keys::key(seed, birth, index)).collect();
	let keys = Arc::new(keys?);
	let endowed_for = expected(options).div_ceil(accounts);
	let preparation = Preparation {
		nodes: &nodes,
		signing,
		signer,
		keys: keys.clone(),
		seed,
		birth,
		progress: &progress,
		stop: &stop,
	};
	let (ground, signing) = preparation.run(endowed_for).await?;

	let nonces = nonces(&nodes, &keys).await?;
	let draw = |count: u64| -> Vec<Job> {
		let mix = Mix::new(&ground, seed, birth);
		jobs(mix.take(count as usize), nonces.clone()).collect()
	};
	let weights = weigh(&nodes, &signing, &keys, &draw(WEIGHED as u64)).await?;
	let rate = rate(options, &weights);
	let count = options.duration.map_or(options.transactions.unwrap_or(TRANSACTIONS), |seconds| {
		((rate * seconds as f64).ceil() as u64).min(endowed_for * accounts)
	});
	let jobs = draw(count);
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
	let plan = Plan { keys, jobs, rate, grace };
	let driven = Drive::run(&nodes, &signing, plan, &progress, &stop).await?;
	progress.end();
	let report = Report::new(seed, rate, options.rate == Rate::Auto, &weights, kinds, &driven);
	report.print(options.json)?;
	Ok(report.ok)
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
		(Some(seconds), Rate::PerSecond(rate)) => (rate * seconds as f64).ceil() as u64,
		(Some(seconds), Rate::Auto) => seconds * FASTEST,
	}
}

/// More than `auto` ever is, in transactions a second.
const FASTEST: u64 = 300;

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

/// Notified when we are asked to end.
fn stop_on_signals() -> Result<Arc<Notify>> {
	let stop = Arc::new(Notify::new());
	for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
		let (mut signals, stop) = (signal(kind)?, stop.clone());
		tokio::spawn(async move {
			while signals.recv().await.is_some() {
				stop.notify_one();
			}
		});
	}
	Ok(stop)
}
