// SPDX-License-Identifier: Apache-2.0

//! Blocks on demand, for development: a transaction is in a final block at once.

use crate::{
	cli::Sealing,
	service::{FullBackend, FullClient, FullSelectChain, TransactionPool},
};
use agora_runtime::opaque::Block;
use futures::{channel::mpsc, stream, Stream, StreamExt};
use sc_client_api::{BlockBackend, BlockchainEvents, HeaderBackend};
use sc_consensus_babe::BabeLink;
use sc_consensus_manual_seal::{
	consensus::{babe::BabeConsensusDataProvider, timestamp::SlotTimestampProvider},
	rpc::EngineCommand,
	ManualSealParams,
};
use sc_service::{Error, TaskManager};
use sc_transaction_pool_api::TransactionPool as _;
use sp_consensus_babe::inherents::BabeCreateInherentDataProviders;
use sp_core::H256;
use sp_keystore::KeystorePtr;
use sp_runtime::traits::Header as _;
use std::{
	sync::{
		atomic::{AtomicU32, Ordering},
		Arc,
	},
	time::Duration,
};

/// What `engine_createBlock` and `engine_finalizeBlock` send to who makes the blocks.
pub type Commands = mpsc::Sender<EngineCommand<H256>>;

/// How many calls of `engine_createBlock` may wait.
const MAX_WAITING_COMMANDS: usize = 1_000;

/// A way to ask for blocks, and where the questions arrive.
pub fn channel() -> (Commands, mpsc::Receiver<EngineCommand<H256>>) {
	mpsc::channel(MAX_WAITING_COMMANDS)
}

/// Where a block's time and slot come from: the slot after its parent's, so that blocks can be made
/// faster than the clock ticks.
pub fn inherents(client: Arc<FullClient>) -> BabeCreateInherentDataProviders<Block> {
	Arc::new(move |_, ()| {
		let client = client.clone();
		async move {
			let next = SlotTimestampProvider::new_babe::<Block, _>(client)
				.map_err(|error| error.to_string())?;
			Ok((
				sp_consensus_babe::inherents::InherentDataProvider::new(next.slot()),
				sp_timestamp::InherentDataProvider::new(next.timestamp()),
			))
		}
	})
}

/// Why a block may be due.
enum Cause {
	/// This transaction arrived.
	Arrival(H256),
	/// A block was made, which may have left some out: the first of a session takes none.
	Block,
}

/// The most blocks in a row that are made for what others left waiting, without a new arrival.
const MAX_TRIES: u32 = 1_000;

/// How long the pool may take to see a block.
const POOL_TIMEOUT: Duration = Duration::from_millis(250);

/// A block for whatever transactions wait.
fn on_demand(
	client: Arc<FullClient>,
	pool: Arc<TransactionPool>,
) -> impl Stream<Item = EngineCommand<H256>> {
	let arrivals = pool.import_notification_stream().map(Cause::Arrival);
	let blocks = client.import_notification_stream().map(|_| Cause::Block);
	// Blocks for nothing but what others left waiting, since a transaction arrived.
	let tries = Arc::new(AtomicU32::new(0));
	stream::select(arrivals, blocks).filter_map(move |cause| {
		let (client, pool, tries) = (client.clone(), pool.clone(), tries.clone());
		async move {
			// An earlier block may have taken the transaction with it. The pool knows once it has
			// seen that block, which it may also pass over for a later one.
			let best = client.info().best_hash;
			let waits = pool.ready_at_with_timeout(best, POOL_TIMEOUT).await.next().is_some();
			let due = match cause {
				Cause::Arrival(hash) => {
					tries.store(0, Ordering::Relaxed);
					// What arrived while the pool looked at a block is not ready in that block's
					// view. The next block's view will have it.
					waits || !is_in_a_block(&client, &pool, best, hash)
				}
				// What no block takes must not make blocks for ever.
				Cause::Block => waits && tries.fetch_add(1, Ordering::Relaxed) < MAX_TRIES,
			};
			due.then_some(EngineCommand::SealNewBlock {
				// Otherwise a block is taken for empty that has no more extrinsics than there are
				// kinds of inherent data, of which BABE's slot is one and has no extrinsic.
				create_empty: true,
				finalize: true,
				parent_hash: None,
				sender: None,
			})
		}
	})
}

/// Whether one of the last blocks has the transaction.
fn is_in_a_block(
	client: &FullClient,
	pool: &TransactionPool,
	best: H256,
	transaction: H256,
) -> bool {
	const BLOCKS: usize = 16;
	let parent = |hash: &H256| Some(*client.header(*hash).ok()??.parent_hash());
	std::iter::successors(Some(best), parent).take(BLOCKS).any(|hash| {
		let body = client.block_body(hash).ok().flatten().unwrap_or_default();
		body.iter().any(|extrinsic| pool.hash_of(extrinsic) == transaction)
	})
}

/// What making blocks on demand needs.
pub struct Params<BI, E> {
	/// When to make them.
	pub sealing: Sealing,
	/// Where they are imported.
	pub block_import: BI,
	/// What fills them.
	pub proposer: E,
	/// The chain.
	pub client: Arc<FullClient>,
	/// Its transactions.
	pub pool: Arc<TransactionPool>,
	/// Its head.
	pub select_chain: FullSelectChain,
	/// Its epochs.
	pub babe_link: BabeLink<Block>,
	/// The validator's keys.
	pub keystore: KeystorePtr,
	/// Calls of `engine_createBlock`.
	pub commands: mpsc::Receiver<EngineCommand<H256>>,
}

/// Start making blocks on demand.
pub fn start<BI, E>(task_manager: &TaskManager, params: Params<BI, E>) -> Result<(), Error>
where
	BI: sc_consensus::BlockImport<Block, Error = sp_consensus::Error> + Send + Sync + 'static,
	E: sp_consensus::Environment<Block> + Send + Sync + 'static,
	E::Proposer: sp_consensus::Proposer<Block>,
	E::Error: std::fmt::Display,
{
	let Params {
		sealing,
		block_import,
		proposer,
		client,
		pool,
		select_chain,
		babe_link,
		keystore,
		commands,
	} = params;
	let digests = BabeConsensusDataProvider::new(
		client.clone(),
		keystore,
		babe_link.epoch_changes().clone(),
		babe_link.config().authorities.clone(),
	)
	.map_err(|error| Error::Other(error.to_string()))?;

	let arrivals = match sealing {
		Sealing::Manual => stream::pending().boxed(),
		Sealing::Instant => on_demand(client.clone(), pool.clone()).boxed(),
	};

	task_manager.spawn_essential_handle().spawn_blocking(
		"sealing",
		Some("block-authoring"),
		sc_consensus_manual_seal::run_manual_seal::<_, _, FullBackend, _, _, _, _, _, _>(
			ManualSealParams {
				block_import,
				env: proposer,
				client: client.clone(),
				pool,
				commands_stream: stream::select(commands, arrivals),
				select_chain,
				consensus_data_provider: Some(Box::new(digests)),
				create_inherent_data_providers: inherents(client),
			},
		),
	);
	Ok(())
}
