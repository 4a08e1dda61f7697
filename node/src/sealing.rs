// SPDX-License-Identifier: Apache-2.0

//! Blocks on demand, for development: a transaction is in a final block at once.

use crate::{
	cli::Sealing,
	service::{FullBackend, FullClient, FullSelectChain, TransactionPool},
};
use agora_runtime::opaque::Block;
use futures::{channel::mpsc, future, stream, StreamExt};
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
use std::sync::Arc;

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
		Sealing::Instant => pool
			.import_notification_stream()
			// An earlier block may have taken this transaction with it.
			.filter({
				let pool = pool.clone();
				move |_| future::ready(pool.status().ready > 0)
			})
			.map(|_| EngineCommand::SealNewBlock {
				// Otherwise a block is taken for empty that has no more extrinsics than there are
				// kinds of inherent data, of which BABE's slot is one and has no extrinsic.
				create_empty: true,
				finalize: true,
				parent_hash: None,
				sender: None,
			})
			.boxed(),
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
