// SPDX-License-Identifier: Apache-2.0

//! Signatures for the runtime that the chain has, on all cores.

use crate::{
	error::{Error, Result},
	ledger::Hash,
	task::Task,
};
use agora_examples::At;
use std::{num::NonZero, sync::Arc, thread};
use subxt::{
	config::DefaultExtrinsicParamsBuilder, ext::scale_encode::EncodeAsFields, tx::StaticPayload,
	PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;

/// A transaction, signed for one version of the runtime.
#[derive(Clone, Debug)]
pub struct Form {
	/// As it is submitted.
	pub bytes: Vec<u8>,
	/// The hash by which blocks are searched for it.
	pub hash: Hash,
	/// The runtime that takes it; every other one finds its signature bad.
	pub spec_version: u32,
}

/// A runtime to sign for.
pub struct Signing {
	at: At,
}

impl Signing {
	/// That of the chain at this block.
	pub fn new(at: At) -> Arc<Self> {
		Arc::new(Self { at })
	}

	/// The chain as it was then.
	pub fn at(&self) -> &At {
		&self.at
	}

	/// The version of the runtime.
	pub fn spec_version(&self) -> u32 {
		self.at.spec_version()
	}

	/// Sign a call. It never expires: all are signed beforehand, and some sent long after.
	pub fn sign<C: EncodeAsFields>(
		&self,
		call: StaticPayload<C>,
		key: &Keypair,
		nonce: u64,
	) -> Result<Form> {
		let params =
			DefaultExtrinsicParamsBuilder::<PolkadotConfig>::new().immortal().nonce(nonce).build();
		// Encoding finds arguments by their names; hashing all their types would take far longer.
		let call = call.unvalidated();
		let mut signable = self.at.transactions().create_signable_offline(&call, params)?;
		let signed = signable.sign(key)?;
		let hash = signed.hash().0;
		Ok(Form { bytes: signed.into_encoded(), hash, spec_version: self.spec_version() })
	}
}

/// Who sends what, with which of his nonces.
#[derive(Clone, Debug)]
pub struct Job {
	/// The index of the key.
	pub account: usize,
	/// Consecutive for each account.
	pub nonce: u64,
	/// What the transaction does.
	pub task: Task,
}

/// Jobs in the order in which they are sent, with each account's nonces in that order too.
pub fn jobs(
	tasks: impl IntoIterator<Item = (usize, Task)>,
	mut nonces: Vec<u64>,
) -> impl Iterator<Item = Job> {
	tasks.into_iter().map(move |(account, task)| {
		let nonce = nonces[account];
		nonces[account] += 1;
		Job { account, nonce, task }
	})
}

/// Sign all jobs.
pub fn sign_all(signing: &Signing, keys: &[Keypair], jobs: &[Job]) -> Result<Vec<Form>> {
	let cores = thread::available_parallelism().map_or(1, NonZero::get);
	let share = jobs.len().div_ceil(cores).max(1);
	let sign = |some: &[Job]| -> Result<Vec<Form>> {
		some.iter().map(|job| job.task.sign(signing, &keys[job.account], job.nonce)).collect()
	};
	thread::scope(|scope| {
		let shares: Vec<_> =
			jobs.chunks(share).map(|some| scope.spawn(move || sign(some))).collect();
		let mut forms = Vec::with_capacity(jobs.len());
		for share in shares {
			let signed = share.join().map_err(|_| Error::from("a thread that signs panicked"))?;
			forms.extend(signed?);
		}
		Ok(forms)
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn nonces_are_consecutive_for_each_account() {
		let remark = || Task::Remark { text: vec![] };
		let tasks = [0, 1, 0, 0, 1].map(|account| (account, remark()));
		let found: Vec<_> = jobs(tasks, vec![5, 9]).map(|job| (job.account, job.nonce)).collect();
		assert_eq!(found, [(0, 5), (1, 9), (0, 6), (0, 7), (1, 10)]);
	}
}
