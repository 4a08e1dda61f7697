// SPDX-License-Identifier: Apache-2.0

//! The trade: what people do at random, until there are enough blocks.

use crate::{
	dataset::Dataset,
	random::Random,
	terms,
	trader::{Learned, Outcome, Traders},
};
use common::{
	chain::{amount, Call, Node, UNIT},
	Outcome as Run,
};
use std::{collections::BTreeMap, env, time::Instant};

/// How many calls of a claim there are at most.
const CLAIMS: usize = 8;

/// An offer as its buyers know it.
#[derive(Clone, Copy)]
struct Offer {
	id: u64,
	price: u128,
	/// Whether the price can be had back for a while.
	window: bool,
}

/// An artifact as its traders know it.
struct Artifact {
	id: [u8; 32],
	owner: usize,
	dataset: bool,
	versions: Vec<u64>,
	offers: Vec<Offer>,
	/// To whom it was offered.
	proposed: Option<usize>,
}

struct Trade {
	traders: Traders,
	random: Random,
	artifacts: Vec<Artifact>,
	dataset: Dataset,
	pot: [u8; 32],
	commons: [u8; 32],
	/// What could be claimed and divided when that was last looked at.
	points: Vec<(u32, u64)>,
	vaults: Vec<u64>,
	/// Who may have bought what with a refund window.
	bought: Vec<(usize, [u8; 32])>,
	names: u64,
	/// How often each call worked, and each error was met.
	done: BTreeMap<String, u32>,
}

fn setting<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
	env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Make blocks in which nothing happens.
pub fn remarks(node: &Node, count: usize) {
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
	runtime.block_on(async {
		let traders = Traders::connect(&node.node.url).await;
		for number in 0..count {
			let call = terms::remark(&number.to_string());
			traders.send_one(5, &call).await.expect("anybody can remark");
		}
	});
}

/// Give something to the pot in one block, and take some of it away by force in the next.
pub fn take_from_pot(node: &Node, given: u128, taken: u128) {
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
	runtime.block_on(async {
		let traders = Traders::connect(&node.node.url).await;
		let pot = traders.constant("Rewards", "Pot");
		traders.send_one(0, &terms::gift(pot, given)).await.expect("anybody can give");
		let call = terms::force_transfer(pot, traders.account(1), taken);
		traders.send_one(0, &call).await.expect("sudo can take");
	});
}

impl Trade {
	/// A dataset and a first model are there, and both are for sale.
	async fn begin(url: &str, seed: u64) -> Self {
		let traders = Traders::connect(url).await;
		let alice = traders.account(0);
		let name = format!("data-{seed}");
		let id = terms::artifact_id(&alice, &name);
		let first =
			vec![terms::register("Dataset", &name), terms::publish(id, seed ^ 1, 200_000, &[])];
		let published = traders.send_one(0, &terms::batch("batch_all", first)).await;
		let published = published.expect("a dataset can be published").into_iter().next();
		let Some(Learned::Published { version, .. }) = published else {
			panic!("it was not published");
		};
		let dataset = Dataset::new(&traders, version);
		let (pot, commons) =
			(traders.constant("Rewards", "Pot"), traders.constant("Rewards", "Commons"));
		let artifact = Artifact {
			id,
			owner: 0,
			dataset: true,
			versions: vec![version],
			offers: vec![],
			proposed: None,
		};
		let trade = Self {
			traders,
			random: Random::new(seed),
			artifacts: vec![artifact],
			dataset,
			pot,
			commons,
			points: vec![],
			vaults: vec![],
			bought: vec![],
			names: 0,
			done: BTreeMap::new(),
		};
		let members = [(alice, 600_001), (trade.traders.account(1), 399_999)];
		let split = terms::set_split(id, 400_000, &members);
		let both = terms::batch("batch_all", vec![trade.dataset.commit(), split]);
		trade.traders.send_one(0, &both).await.expect("records can be committed to");
		trade
	}

	/// Everybody does something, or not, at the same time.
	async fn round(&mut self, number: u64) {
		if number.is_multiple_of(6) {
			let epoch = self.traders.epoch().await;
			self.points = self.traders.points().await;
			// Some are never claimed, and expire in the end.
			self.points.retain(|(of, version)| *of < epoch && !version.is_multiple_of(5));
			self.vaults = self.traders.vaults().await;
		}
		let mut calls: Vec<(usize, Call)> = Vec::new();
		for who in 0..self.traders.count() {
			if let Some((who, call)) = self.choose(who, number) {
				if calls.iter().all(|(other, _)| *other != who) {
					calls.push((who, call));
				}
			}
		}
		let outcomes = self.traders.send(&calls).await;
		for ((_, call), outcome) in calls.iter().zip(outcomes) {
			self.learn(call, outcome);
		}
	}

	/// What somebody does.
	fn choose(&mut self, who: usize, round: u64) -> Option<(usize, Call)> {
		// In the beginning there is little to buy.
		let choice = if round < 4 { self.random.below(14) } else { self.random.below(100) };
		let call = match choice {
			0..5 => self.publish_new(who),
			5..8 => self.publish_next(who),
			8..14 => self.offer(who),
			14..46 => self.purchase(who)?,
			46..52 => terms::market("refund", self.bought_by(who)?),
			52..56 => terms::market("waive_refund", self.bought_by(who)?),
			56..62 => self.set_split(who)?,
			62..64 => self.propose(who)?,
			64..68 => self.accept(who)?,
			68..74 => terms::distribute(*self.random.pick(&self.vaults)?),
			74..76 => {
				let to = if self.random.percent(80) { self.pot } else { self.commons };
				terms::gift(to, self.random.amount())
			}
			76..86 => self.claim()?,
			86..89 => terms::withdraw(self.traders.account(self.random.below(6) as usize)),
			89..91 => {
				let owned: Vec<_> = self.artifacts.iter().filter(|one| one.owner == who).collect();
				let artifact = self.random.pick(&owned)?.id;
				// Soon reached, so that something is above it.
				terms::pledge_cap(artifact, UNIT / 100 + self.random.amount() / 4)
			}
			91..93 if who == 0 => {
				let usage = 500_000 + self.random.below(400_001) as u32;
				let issuance = 200_000 + self.random.below(600_001) as u32;
				terms::set_parameters(usage, issuance)
			}
			_ => return Some(self.dataset.act(self.random.next(), self.random.below(100))),
		};
		Some((who, call))
	}

	/// Some of what there is, and how a model or dataset can be made from it.
	fn sources(&mut self, dataset: bool) -> Vec<(u64, &'static str)> {
		let mut sources: Vec<(u64, &str)> = Vec::new();
		for _ in 0..self.random.below(4) {
			let Some(artifact) = self.random.pick(&self.artifacts) else { continue };
			let relation = match (dataset, artifact.dataset) {
				(false, false) => "FineTune",
				(false, true) => "TrainedOn",
				(true, true) => "Subset",
				(true, false) => "Synthetic",
			};
			if let Some(version) = self.random.pick(&artifact.versions) {
				if sources.iter().all(|(other, _)| other != version) {
					sources.push((*version, relation));
				}
			}
		}
		sources
	}

	fn publish_new(&mut self, who: usize) -> Call {
		self.names += 1;
		let name = format!("model-{}", self.names);
		let id = terms::artifact_id(&self.traders.account(who), &name);
		let (salt, royalty) = (self.random.next(), self.random.below(250_000) as u32);
		let publish = terms::publish(id, salt, royalty, &self.sources(false));
		terms::batch("batch_all", vec![terms::register("Model", &name), publish])
	}

	fn publish_next(&mut self, who: usize) -> Call {
		let (salt, royalty) = (self.random.next(), self.random.below(250_000) as u32);
		let owned: Vec<_> = self.artifacts.iter().filter(|one| one.owner == who).collect();
		match self.random.pick(&owned).map(|one| (one.id, one.dataset)) {
			// The dataset appends to its records once.
			Some((_, true)) if self.dataset.versions.len() > 1 => self.publish_new(who),
			Some((id, true)) => terms::publish(id, salt, royalty, &[]),
			Some((id, false)) => terms::publish(id, salt, royalty, &self.sources(false)),
			None => self.publish_new(who),
		}
	}

	fn offer(&mut self, who: usize) -> Call {
		let owned: Vec<_> = self
			.artifacts
			.iter()
			.filter(|one| one.owner == who && one.offers.len() < 6)
			.filter_map(|one| one.versions.last())
			.collect();
		match self.random.pick(&owned) {
			Some(version) => {
				let window = if self.random.percent(40) { 2 + self.random.below(12) } else { 0 };
				let duration = 14 + self.random.below(40);
				let price = self.random.amount();
				terms::create_offer(**version, price, duration as u32, window as u32)
			}
			None => self.publish_new(who),
		}
	}

	fn purchase(&mut self, who: usize) -> Option<Call> {
		let others: Vec<_> = self.artifacts.iter().filter(|one| one.owner != who).collect();
		let offers = others.iter().flat_map(|one| one.offers.iter().map(|offer| (one.id, *offer)));
		let (artifact, offer) = *self.random.pick(&offers.collect::<Vec<_>>())?;
		let name = if self.random.percent(50) { "buy" } else { "renew" };
		if offer.window {
			self.bought.push((who, artifact));
		}
		Some(terms::purchase(name, offer.id, offer.price))
	}

	/// The last that somebody may have bought with a refund window.
	fn bought_by(&mut self, who: usize) -> Option<[u8; 32]> {
		let at = self.bought.iter().rposition(|(buyer, _)| *buyer == who)?;
		Some(self.bought.remove(at).1)
	}

	fn set_split(&mut self, who: usize) -> Option<Call> {
		let owned: Vec<_> = self.artifacts.iter().filter(|one| one.owner == who).collect();
		let (id, dataset) = self.random.pick(&owned).map(|one| (one.id, one.dataset))?;
		let contributors = if dataset { self.random.below(900_001) as u32 } else { 0 };
		let mut left = 1_000_000;
		let mut members = Vec::new();
		for member in 0..self.random.below(6) as usize {
			let share = 1 + self.random.below(u64::from(left) - 10) as u32;
			left -= share;
			members.push((self.traders.account(member), share));
			if left < 1_000 {
				break;
			}
		}
		if let Some((_, share)) = members.last_mut() {
			*share += left;
		}
		Some(terms::set_split(id, contributors, &members))
	}

	fn propose(&mut self, who: usize) -> Option<Call> {
		let to = self.random.below(6) as usize;
		let owned = self.artifacts.iter_mut().filter(|one| one.owner == who && !one.dataset);
		let mut owned: Vec<_> = owned.collect();
		let at = self.random.below(owned.len() as u64) as usize;
		let artifact = owned.get_mut(at)?;
		if to == who {
			return None;
		}
		artifact.proposed = Some(to);
		Some(terms::transfer_ownership(artifact.id, self.traders.account(to)))
	}

	fn accept(&mut self, who: usize) -> Option<Call> {
		let mine = |artifact: &&Artifact| artifact.proposed == Some(who);
		Some(terms::accept_ownership(self.artifacts.iter().find(mine)?.id))
	}

	/// Claim some of what can be claimed. Some is not there any more.
	fn claim(&mut self) -> Option<Call> {
		let mut claims = Vec::new();
		for _ in 0..CLAIMS.min(self.points.len()) {
			// Some stay, to be claimed twice.
			let at = self.random.below(self.points.len() as u64) as usize;
			let (epoch, version) = match self.random.percent(95) {
				true => self.points.swap_remove(at),
				false => self.points[at],
			};
			claims.push(terms::claim(epoch, version));
		}
		(!claims.is_empty()).then(|| terms::batch("force_batch", claims))
	}

	/// What became of a call, and what is there now.
	fn learn(&mut self, call: &Call, outcome: Outcome) {
		let what = match &outcome {
			Ok(_) => call.call_name().to_owned(),
			Err(error) => error.clone(),
		};
		*self.done.entry(what).or_default() += 1;
		for learned in outcome.unwrap_or_default() {
			match learned {
				Learned::Published { artifact, version } => self.published(artifact, version),
				Learned::Offered { artifact, offer: id, price, window } => {
					if let Some(artifact) = self.find(artifact) {
						artifact.offers.push(Offer { id, price, window: window > 0 });
					}
				}
				Learned::Moved { artifact, owner } => {
					let owner = self.traders.find(&owner).expect("all people are known");
					if let Some(artifact) = self.find(artifact) {
						(artifact.owner, artifact.proposed) = (owner, None);
					}
				}
			}
		}
	}

	fn find(&mut self, id: [u8; 32]) -> Option<&mut Artifact> {
		self.artifacts.iter_mut().find(|artifact| artifact.id == id)
	}

	fn published(&mut self, id: [u8; 32], version: u64) {
		if let Some(artifact) = self.artifacts.iter_mut().find(|one| one.id == id) {
			artifact.versions.push(version);
			if artifact.dataset && self.dataset.versions.len() == 1 {
				self.dataset.versions.push(version);
			}
			return;
		}
		let registered = |who: &usize| {
			let names = (0..=self.names).map(|number| format!("model-{number}"));
			let account = self.traders.account(*who);
			names.into_iter().any(|name| terms::artifact_id(&account, &name) == id)
		};
		let owner = (0..self.traders.count()).find(registered).expect("somebody published it");
		let (versions, offers) = (vec![version], vec![]);
		let artifact = Artifact { id, owner, dataset: false, versions, offers, proposed: None };
		self.artifacts.push(artifact);
	}
}

pub fn random_trade_is_as_it_should_be(node: &Node) {
	let blocks: u64 = setting("AGORA_AUDIT_BLOCKS", 500);
	let seed: u64 = setting("AGORA_AUDIT_SEED", 1);
	println!("audit: AGORA_AUDIT_BLOCKS={blocks} AGORA_AUDIT_SEED={seed}");
	let started = Instant::now();
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
	let done = runtime.block_on(async {
		let mut trade = Trade::begin(&node.node.url, seed).await;
		let mut extended = false;
		for round in 0.. {
			trade.round(round).await;
			if trade.dataset.versions.len() > 1 && !extended {
				extended = true;
				let extend = trade.dataset.extend();
				trade.traders.send_one(0, &extend).await.expect("records can be extended");
			}
			if trade.traders.block().await >= blocks {
				break;
			}
		}
		trade.done
	});
	println!("audit: traded for {} s: {done:?}", started.elapsed().as_secs());
	for call in ["buy", "renew", "refund", "accept_ownership", "distribute", "prove_record"] {
		assert!(done.contains_key(call) || blocks < 500, "no {call}");
	}

	let started = Instant::now();
	let audited = node.agora(None, &["rewards", "audit"]);
	report(&audited, blocks, started.elapsed().as_millis());
}

/// Print what was found, and expect that it is enough, and right.
fn report(audited: &Run, least: u64, milliseconds: u128) {
	let report = match audited.status {
		0 => audited.result(),
		_ => &audited.json["error"]["details"],
	};
	let count = |name: &str| report["counts"][name].as_u64().unwrap_or_default();
	let sum = |name: &str| amount(&report["sums"][name]);
	let blocks = count("blocks");
	println!(
		"figure: audit of {blocks} blocks of random trade: difference {} planck; {} events, {} sales, \
		 {} distributions, {} royalties, {} epochs with rewards and {} without, {} claims, {} payouts, \
		 {} eras, {} splits, {} withdrawals ({milliseconds} ms)",
		report["difference"].as_str().unwrap_or("unknown"),
		count("events"),
		count("sales"),
		count("distributions"),
		count("royalties"),
		count("epochs"),
		count("rolledOver"),
		count("claims"),
		count("payouts"),
		count("eras"),
		count("splits"),
		count("withdrawals"),
	);
	assert_eq!(audited.status, 0, "{}", audited.stdout);
	assert_eq!((&report["agrees"], &report["differenceCount"]), (&true.into(), &0.into()));
	assert_eq!(amount(&report["difference"]), 0);

	// Enough happened.
	assert!(blocks >= least, "{blocks} blocks");
	assert_eq!(count("epochs") + count("rolledOver"), blocks / 20);
	for (what, wanted) in [
		("sales", least / 10),
		("distributions", least / 10),
		("royalties", least / 25),
		("claims", least / 25),
		("epochs", least / 20 / 2),
		("payouts", least / 5),
		("eras", (least / 60).saturating_sub(2)),
		("splits", least / 50),
		("withdrawals", least / 100),
		("expired", u64::from(least > 2_000)),
		("forgotten", u64::from(least > 2_000)),
	] {
		assert!(count(what) >= wanted, "{} {what}, and not {wanted}", count(what));
	}
	for what in ["fees", "excess", "contributors", "issued", "gifts", "claimed", "toCommons"] {
		assert!(sum(what) > 0 || least < 500, "no {what}");
	}
	let pot = |name: &str| amount(&report["pot"][name]);
	let parts = ["existentialDeposit", "creditInVaults", "owed", "funds"].map(pot);
	assert_eq!(pot("balance"), parts.iter().sum::<u128>());
}
