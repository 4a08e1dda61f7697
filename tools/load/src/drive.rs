// SPDX-License-Identifier: Apache-2.0

//! Sends signed transactions at their moments, hands in again what was lost on the way, and waits for
//! the end of each.

use crate::{
	answer::{judge, Answer},
	blocks::{self, Block, Effects},
	error::{Error, Result},
	follow::{Finalised, Follower},
	ledger::{Id, Ledger},
	nodes::{Nodes, Trouble},
	report::Progress,
	sign::{sign_all, Form, Job, Signing},
};
use std::{
	collections::BTreeSet,
	future::Future,
	sync::{Arc, Mutex, MutexGuard, PoisonError},
	time::{Duration, Instant},
};
use subxt::rpcs::rpc_params;
use subxt_signer::sr25519::Keypair;
use tokio::time::MissedTickBehavior;

/// How often we look for what must be handed in again, and for the end.
const TICK: Duration = Duration::from_millis(100);
/// How many are handed in again in a tick: a network in trouble is not flooded.
const AGAIN: usize = 40;
/// How many are signed before the first is sent. Of a load that lasts for hours the rest is signed on
/// the way, which takes a tenth of a millisecond each.
const SIGNED_BEFORE: usize = 250_000;
/// How long before the first submission all is ready.
const BREATH: Duration = Duration::from_millis(200);

/// What to send, and how fast.
pub struct Plan {
	/// Whose transactions they are.
	pub keys: Arc<Vec<Keypair>>,
	/// In the order in which they are sent.
	pub jobs: Vec<Job>,
	/// Transactions a second.
	pub rate: f64,
	/// How long to wait for ends after the last submission.
	pub grace: Duration,
}

/// A drive under way: what its tasks share.
pub struct Drive {
	/// Where transactions go.
	pub nodes: Arc<Nodes>,
	keys: Arc<Vec<Keypair>>,
	jobs: Vec<Job>,
	start: Instant,
	signing: Mutex<Arc<Signing>>,
	forms: Mutex<Vec<Option<Form>>>,
	ledger: Mutex<Ledger>,
	blocks: Mutex<Vec<Finalised>>,
	versions: Mutex<BTreeSet<u32>>,
	resigned: Mutex<u64>,
	contradiction: Mutex<Option<String>>,
}

/// What a drive came to.
pub struct Driven {
	/// The ends.
	pub ledger: Ledger,
	/// How many were sent, and how long that took.
	pub sent: usize,
	/// From the first submission to the last.
	pub sending: Duration,
	/// The longest that a submission came after its moment.
	pub late: Duration,
	/// All finalised blocks since the start.
	pub blocks: Vec<Finalised>,
	/// The versions of the runtime that were signed for.
	pub versions: BTreeSet<u32>,
	/// How many transactions were signed anew, for another runtime or since a pool had banned them.
	pub resigned: u64,
	/// What cannot be, if it was seen: two finalised blocks at one height, a transaction in two.
	pub contradiction: Option<String>,
	/// The runtime at the end.
	pub signing: Arc<Signing>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
	mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drive {
	/// Sign everything and drive it to its end. Stops sending when `stop` says so.
	pub async fn run(
		nodes: &Arc<Nodes>,
		signing: &Arc<Signing>,
		plan: Plan,
		progress: &Progress,
		stop: impl Future<Output = ()>,
	) -> Result<Driven> {
		let Plan { keys, jobs, rate, grace } = plan;
		let before = &jobs[..jobs.len().min(SIGNED_BEFORE)];
		let mut forms: Vec<_> = sign_all(signing, &keys, before)?.into_iter().map(Some).collect();
		forms.resize(jobs.len(), None);
		let moment = |place: usize| BREATH + Duration::from_secs_f64(place as f64 / rate);
		let accounts = jobs.iter().enumerate().map(|(place, job)| (job.account, moment(place)));
		let mut ledger = Ledger::new(accounts);
		for (id, form) in forms.iter().flatten().enumerate() {
			ledger.signed(id, form.hash);
		}
		let from = finalised(nodes).await?;
		let drive = Arc::new(Self {
			nodes: nodes.clone(),
			keys,
			jobs,
			start: Instant::now(),
			signing: Mutex::new(signing.clone()),
			forms: Mutex::new(forms),
			ledger: Mutex::new(ledger),
			blocks: Mutex::default(),
			versions: Mutex::new([signing.spec_version()].into()),
			resigned: Mutex::default(),
			contradiction: Mutex::default(),
		});
		let follower = tokio::spawn(Follower::new(drive.clone(), from).run());
		let (sent, sending, late) = drive.clone().send(grace, progress, stop).await;
		follower.abort();
		Ok(drive.driven(sent, sending, late))
	}

	/// Send all, each at its moment, and wait for their ends.
	async fn send(
		self: Arc<Self>,
		grace: Duration,
		progress: &Progress,
		stop: impl Future<Output = ()>,
	) -> (usize, Duration, Duration) {
		let mut stop = std::pin::pin!(stop);
		let mut all = self.jobs.len();
		let (mut sent, mut late, mut last) = (0, Duration::ZERO, self.now());
		let mut tick = tokio::time::interval(TICK);
		tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
		loop {
			let next = if sent < all { locked(&self.ledger).planned(sent) } else { Duration::MAX };
			let due = self.start.checked_add(next).unwrap_or_else(Instant::now);
			tokio::select! {
				biased;
				() = &mut stop, if sent < all => all = sent,
				// Before the next one is sent: who is late with them still looks about.
				_ = tick.tick() => {
					self.hand_in_again();
					progress.at(sent, self.ledger().count_included());
					let ended = sent == all && self.ledger().is_settled(all);
					let over = sent == all && self.now() > last.saturating_add(grace);
					if ended || over || locked(&self.contradiction).is_some() {
						return (sent, last.saturating_sub(BREATH), late);
					}
				}
				() = tokio::time::sleep_until(due.into()), if sent < all => {
					last = self.now();
					late = late.max(last.saturating_sub(next));
					self.hand_in(sent);
					sent += 1;
				}
			}
		}
	}

	fn hand_in_again(self: &Arc<Self>) {
		let due = self.ledger().due(self.now(), AGAIN);
		due.into_iter().for_each(|id| self.hand_in(id));
	}

	/// Submit a transaction, and let the ledger know what is answered.
	fn hand_in(self: &Arc<Self>, id: Id) {
		let drive = self.clone();
		let again = drive.ledger().sending(id);
		tokio::spawn(async move {
			let answer = match drive.form(id) {
				Ok(bytes) => drive.submit(id, again, &bytes).await,
				Err(error) => Answer::Refused(format!("it cannot be signed: {error}")),
			};
			if matches!(answer, Answer::Banned(_)) {
				drive.void(id);
			}
			let now = drive.now();
			drive.ledger().answered(id, answer, now);
		});
	}

	async fn submit(&self, id: Id, again: u32, bytes: &[u8]) -> Answer {
		// An account stays with its node, so that its transactions arrive in order; what is handed
		// in again goes to another one.
		let node = self.nodes.pick(self.jobs[id].account + again as usize);
		let hexadecimal = format!("0x{}", hex::encode(bytes));
		let answer = node.request::<String>("author_submitExtrinsic", rpc_params![hexadecimal]);
		match answer.await {
			Ok(_) => Answer::Taken,
			Err(Trouble::Said(error)) => judge(&error),
			Err(Trouble::Gone(why)) => Answer::Unknown(why),
		}
	}

	/// The transaction for the runtime of now.
	fn form(&self, id: Id) -> Result<Vec<u8>> {
		let signing = locked(&self.signing).clone();
		let form = &mut locked(&self.forms)[id];
		if let Some(form) = form.as_ref().filter(|f| f.spec_version == signing.spec_version()) {
			return Ok(form.bytes.clone());
		}
		let Job { account, nonce, task } = &self.jobs[id];
		// With the same nonce: of all its forms the chain takes one.
		let signed = task.sign(&signing, &self.keys[*account], *nonce)?;
		self.ledger().signed(id, signed.hash);
		if form.replace(signed.clone()).is_some() {
			*locked(&self.resigned) += 1;
		}
		Ok(signed.bytes)
	}

	/// Have it signed anew: no two signatures are alike, and so neither are their hashes.
	fn void(&self, id: Id) {
		locked(&self.forms)[id] = None;
		*locked(&self.resigned) += 1;
	}

	fn now(&self) -> Duration {
		self.start.elapsed()
	}

	fn ledger(&self) -> MutexGuard<'_, Ledger> {
		locked(&self.ledger)
	}

	/// The finalised blocks that were read.
	pub fn blocks(&self) -> MutexGuard<'_, Vec<Finalised>> {
		locked(&self.blocks)
	}

	/// The runtime that is signed for.
	pub fn spec_version(&self) -> u32 {
		locked(&self.signing).spec_version()
	}

	/// A best block was seen.
	pub fn seen(&self, block: &Block) {
		let (now, mut ledger) = (self.now(), self.ledger());
		block.transactions.iter().for_each(|hash| ledger.seen(hash, now));
	}

	/// The chain has another runtime.
	pub fn upgraded(&self, signing: Arc<Signing>) {
		locked(&self.versions).insert(signing.spec_version());
		*locked(&self.signing) = signing;
		let now = self.now();
		self.ledger().renew(now);
	}

	/// What cannot be was seen.
	pub fn contradiction(&self, why: String) {
		locked(&self.contradiction).get_or_insert(why);
	}

	/// A block is final: how many of its transactions are ours.
	pub fn finalised(&self, block: &Block, effects: &Effects) -> usize {
		let now = self.now();
		let mut ours = 0;
		for (place, hash) in block.transactions.iter().enumerate() {
			let error = effects.failed.get(&place).cloned();
			let made = effects.made.get(&place).copied();
			let included = self.ledger().included(hash, error, made, now);
			match included {
				Ok(Some(_)) => ours += 1,
				Ok(None) => {}
				Err(why) => self.contradiction(why),
			}
		}
		ours
	}

	fn driven(&self, sent: usize, sending: Duration, late: Duration) -> Driven {
		Driven {
			ledger: std::mem::replace(&mut *self.ledger(), Ledger::new([])),
			sent,
			sending,
			late,
			blocks: std::mem::take(&mut *self.blocks()),
			versions: locked(&self.versions).clone(),
			resigned: *locked(&self.resigned),
			contradiction: locked(&self.contradiction).clone(),
			signing: locked(&self.signing).clone(),
		}
	}
}

/// The number of the last finalised block, from the first node that answers.
pub async fn finalised(nodes: &Nodes) -> Result<u64> {
	let mut last: Error = "there is no node".into();
	for passed in 0..nodes.count() {
		match blocks::finalised(&nodes.watched(passed)).await {
			Ok(number) => return Ok(number),
			Err(trouble) => last = trouble.into(),
		}
	}
	Err(last)
}
