// SPDX-License-Identifier: Apache-2.0

//! The network's parts, put together as the SDK's `build_network` (`sc-service` 0.62) does, but around its
//! strategy of syncing is [`Lenient`], and nothing is served over bitswap.

use crate::{
	service::{FullClient, TransactionPool},
	sync::Lenient,
};
use agora_runtime::{opaque::Block, Hash};
use sc_consensus::ImportQueue;
use sc_network::{service::traits::NetworkService, NetworkBackend};
use sc_network_common::role::Roles;
use sc_network_sync::{
	engine::SyncingEngine, service::network::NetworkServiceProvider, SyncingService,
};
use sc_network_transactions::TransactionsHandlerController;
use sc_rpc::system::Request;
use sc_service::{BuildNetworkAdvancedParams, BuildNetworkParams, Error};
use sc_utils::mpsc::TracingUnboundedSender;
use sp_consensus::block_validation::DefaultBlockAnnounceValidator;
use std::sync::Arc;

/// What the node keeps of it: the network, what its RPC asks of it, its transactions and its sync.
pub type Parts = (
	Arc<dyn NetworkService>,
	TracingUnboundedSender<Request<Block>>,
	TransactionsHandlerController<Hash>,
	Arc<SyncingService<Block>>,
);

/// Put the network together. A node whose sync ends by itself ends too.
pub fn build_network<Queue, Network>(
	params: BuildNetworkParams<Block, Network, TransactionPool, Queue, FullClient>,
) -> Result<Parts, Error>
where
	Queue: ImportQueue<Block> + 'static,
	Network: NetworkBackend<Block, Hash>,
{
	let BuildNetworkParams {
		config,
		mut net_config,
		client,
		transaction_pool,
		spawn_handle,
		spawn_essential_handle,
		import_queue,
		warp_sync_config,
		metrics,
		..
	} = params;
	let provider = NetworkServiceProvider::new();
	let protocol_id = config.protocol_id();
	let fork_id = config.chain_spec.fork_id();
	let metrics_registry = config.prometheus_config.as_ref().map(|config| &config.registry);
	let peers = &config.network.default_peers_set;
	let downloader = sc_service::build_default_block_downloader(
		&protocol_id,
		fork_id,
		&mut net_config,
		provider.handle(),
		client.clone(),
		peers.in_peers as usize + peers.out_peers as usize,
		&spawn_handle,
	);
	let strategy = sc_service::build_polkadot_syncing_strategy(
		protocol_id.clone(),
		fork_id,
		&mut net_config,
		warp_sync_config,
		downloader,
		client.clone(),
		&spawn_handle,
		metrics_registry,
		sc_service::default_gap_sync_body_policy(config.blocks_pruning),
	)?;
	let (engine, sync_service, block_announce_config) = SyncingEngine::new(
		Roles::from(&config.role),
		client.clone(),
		metrics_registry,
		metrics.clone(),
		&net_config,
		protocol_id.clone(),
		fork_id,
		Box::new(DefaultBlockAnnounceValidator),
		Box::new(Lenient::new(strategy, client.clone())),
		provider.handle(),
		import_queue.service(),
		net_config.peer_store_handle(),
	)?;
	// A node that can no longer sync had better end.
	spawn_essential_handle.spawn_blocking("syncing", None, engine.run());
	let (network, rpc, transactions, sync, _bitswap) =
		sc_service::build_network_advanced(BuildNetworkAdvancedParams {
			role: config.role,
			protocol_id,
			fork_id,
			announce_block: config.announce_block,
			net_config,
			client,
			transaction_pool,
			spawn_handle,
			spawn_essential_handle,
			import_queue,
			sync_service,
			block_announce_config,
			network_service_provider: provider,
			metrics_registry,
			metrics,
			blocks_pruning: config.blocks_pruning,
		})?;
	Ok((network, rpc, transactions, sync))
}
