// SPDX-License-Identifier: Apache-2.0

//! Makes what a load stands on: endowed accounts, each with a model, a version and an offer.

use crate::{
	drive::{Drive, Driven, Plan},
	error::Result,
	keys::{account, nonces},
	ledger::End,
	mix::{manifest, Ground},
	nodes::Nodes,
	report::Progress,
	sign::{jobs, Signing},
	task::{Task, AGO},
};
use agora_examples::{ago, agora::storage};
use std::{sync::Arc, time::Duration};
use subxt_signer::sr25519::Keypair;

/// What each account starts with beside what its transactions may cost: a model, a version, an offer.
const START: u128 = 10 * AGO;
/// Twice what a transaction of the mix costs in the mean, in fees, prices and deposits.
const PER_TRANSACTION: u128 = AGO / 2;
/// How many accounts are endowed in one transaction.
const AT_ONCE: usize = 100;
/// How fast the preparations are sent, in transactions a second.
const RATE: f64 = 200.0;
/// How long to wait for their ends.
const GRACE: Duration = Duration::from_secs(120);

/// What preparing needs.
pub struct Preparation<'a> {
	/// Where to send.
	pub nodes: &'a Arc<Nodes>,
	/// For which runtime to sign.
	pub signing: Arc<Signing>,
	/// Who endows.
	pub signer: Keypair,
	/// The accounts.
	pub keys: Arc<Vec<Keypair>>,
	/// What the digests are drawn from.
	pub seed: u64,
	/// The block at which the load began.
	pub birth: u64,
	/// Where to tell how far it is.
	pub progress: &'a Progress,
}

impl Preparation<'_> {
	/// Make everything, for so many transactions of each account.
	pub async fn run(mut self, transactions: u64) -> Result<(Ground, Arc<Signing>)> {
		self.endow(START + u128::from(transactions) * PER_TRANSACTION).await?;
		let (seed, birth) = (self.seed, self.birth);
		let open = |place: usize| Task::Open { manifest: manifest(seed, birth, !(place as u64)) };
		let versions = self.each("publishing a model of each account", open).await?;
		let offer = |place: usize| Task::Offer { version: versions[place] };
		let offers = self.each("offering licenses of each", offer).await?;
		let accounts = self.keys.iter().map(account).collect();
		Ok((Ground { accounts, versions, offers }, self.signing))
	}

	async fn endow(&mut self, each: u128) -> Result<()> {
		let needed = each * self.keys.len() as u128;
		let address = account(&self.signer);
		// The default of a nonce is the block's number, so that no block has the metadata of another.
		let item = storage().system().account().unvalidated();
		let found = self.signing.at().storage().fetch(item, (address,)).await?.decode()?;
		if found.data.free < needed + AGO {
			let (free, needed) = (ago(found.data.free), ago(needed + AGO));
			return Err(
				format!("the signer has {free}, and endowing the accounts takes {needed}").into()
			);
		}
		let accounts: Vec<_> = self.keys.iter().map(account).collect();
		let endow = |some: &[_]| (0, Task::Endow { accounts: some.to_vec(), each });
		let tasks = accounts.chunks(AT_ONCE).map(endow).collect();
		let signer = Arc::new(vec![self.signer.clone()]);
		self.drive("endowing the accounts", signer, tasks).await.map(|_| ())
	}

	/// Let each account do something, and say what it made.
	async fn each(&mut self, what: &str, task: impl Fn(usize) -> Task) -> Result<Vec<u64>> {
		let keys = self.keys.clone();
		let tasks = (0..keys.len()).map(|place| (place, task(place))).collect();
		let driven = self.drive(what, keys.clone(), tasks).await?;
		let made = |place| driven.ledger.made(place).ok_or("what was made has no event".into());
		(0..keys.len()).map(made).collect()
	}

	async fn drive(
		&mut self,
		what: &str,
		keys: Arc<Vec<Keypair>>,
		tasks: Vec<(usize, Task)>,
	) -> Result<Driven> {
		self.progress.begin(what, tasks.len());
		let nonces = nonces(self.nodes, &keys).await?;
		let plan = Plan { keys, jobs: jobs(tasks, nonces).collect(), rate: RATE, grace: GRACE };
		let stop = std::future::pending();
		let driven = Drive::run(self.nodes, &self.signing, plan, self.progress, stop).await?;
		if let Some(why) = &driven.contradiction {
			return Err(why.clone().into());
		}
		for end in driven.ledger.ends() {
			let why = match end {
				End::Included(None) => continue,
				End::Included(Some(error)) => format!("a transaction failed with {error}"),
				End::Refused(why) => format!("the nodes refused a transaction: {why}"),
				End::Lost => format!("a transaction was lost; {:?}", driven.ledger.answers()),
			};
			return Err(format!("{what}: {why}").into());
		}
		self.signing = driven.signing.clone();
		Ok(driven)
	}
}
