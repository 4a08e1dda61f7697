// SPDX-License-Identifier: Apache-2.0

//! The node, put together in named steps: [`new_partial`] makes what every subcommand needs,
//! [`new_full`] a node that takes part.

use crate::{
	cli::{Cli, Sealing},
	epochs, equivocation, hardware, headers, justifications, latency, loneliness, metrics, network,
	rpc, sealing,
	tasks::{self, Authoring, Node},
	upcoming,
};
use agora_runtime::{opaque::Block, Hash};
use sc_client_api::{Backend as _, BlockBackend};
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaBlockImport, GrandpaPruningFilter, LinkHalf, SharedVoterState,
};
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_network::{
	config::FullNetworkConfiguration, NetworkBackend, NotificationMetrics, NotificationService,
	ProtocolName,
};
use sc_network_sync::WarpSyncConfig;
use sc_service::{
	Configuration, Error, PartialComponents, SpawnTasksParams, TFullBackend, TFullClient,
	TaskManager,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sp_consensus_babe::inherents::BabeCreateInherentDataProviders;
use std::{sync::Arc, time::Duration};

/// What the runtime may call in the node: the SDK's functions and, from the first block on, those of
/// elliptic curves. Adding one later needs every node upgraded before the runtime.
pub type HostFunctions = (sp_io::SubstrateHostFunctions, sp_crypto_ec_utils::HostFunctionsRfc163);

/// Runs the runtime.
pub type Executor = WasmExecutor<HostFunctions>;
/// The chain and its state.
pub type FullClient = TFullClient<Block, agora_runtime::apis::RuntimeApi, Executor>;
/// Where they are stored.
pub type FullBackend = TFullBackend<Block>;
/// Which head is built on.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// Transactions that wait for a block.
pub type TransactionPool = TransactionPoolHandle<Block, FullClient>;

/// Where blocks become final.
pub type FinalityImport = GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
/// Where blocks are checked and imported.
pub type BlockImport = epochs::Restoring<
	BabeBlockImport<
		Block,
		FullClient,
		FinalityImport,
		BabeCreateInherentDataProviders<Block>,
		FullSelectChain,
	>,
>;

/// What only a node that takes part needs.
pub struct Consensus {
	block_import: BlockImport,
	babe_link: BabeLink<Block>,
	babe_worker: BabeWorkerHandle<Block>,
	grandpa_link: LinkHalf<Block, FullClient, FullSelectChain>,
	finality_import: FinalityImport,
	telemetry: Option<Telemetry>,
}

type Partial = PartialComponents<
	FullClient,
	FullBackend,
	FullSelectChain,
	sc_consensus::DefaultImportQueue<Block>,
	TransactionPool,
	Consensus,
>;

/// Blocks between the justifications that are kept, beside those of changes of validators.
pub const JUSTIFICATION_PERIOD: u32 = 512;

/// How long voters gossip before they tell again.
pub const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which an author fills its block.
pub const PROPOSAL_SLOT_PORTION: f32 = 0.5;

/// Open the database, and make what checks and imports blocks.
pub fn new_partial(config: &Configuration, sealing: Option<Sealing>) -> Result<Partial, Error> {
	let telemetry = start_telemetry(config)?;
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts::<Block, agora_runtime::apis::RuntimeApi, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			new_executor(config),
			// Keeps what warp sync needs when old blocks are pruned.
			vec![Arc::new(GrandpaPruningFilter)],
		)?;
	let client = Arc::new(client);
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let transaction_pool = Arc::from(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (finality_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle.clone(),
	)?;
	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = babe_config.slot_duration();
	let (block_import, babe_link) = sc_consensus_babe::block_import(
		babe_config,
		finality_import.clone(),
		client.clone(),
		match sealing {
			Some(_) => sealing::inherents(client.clone()),
			None => clock_inherents(slot_duration),
		},
		select_chain.clone(),
		equivocation::unsent(),
	)?;
	let block_import = epochs::Restoring::new(block_import, babe_link.epoch_changes().clone());
	let (import_queue, babe_worker) =
		sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
			link: babe_link.clone(),
			block_import: block_import.clone(),
			justification_import: Some(Box::new(finality_import.clone())),
			client: client.clone(),
			slot_duration,
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			telemetry: telemetry_handle,
		})?;

	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: Consensus {
			block_import,
			babe_link,
			babe_worker,
			grandpa_link,
			finality_import,
			telemetry,
		},
	})
}

/// Connect to the telemetry servers, if any are named.
fn start_telemetry(
	config: &Configuration,
) -> Result<Option<(TelemetryWorker, Telemetry)>, sc_telemetry::Error> {
	config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()
}

/// What runs the runtime, as the command line asks for it.
fn new_executor(config: &Configuration) -> Executor {
	let heap_pages =
		config.executor.default_heap_pages.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| {
			HeapAllocStrategy::Static { extra_pages: pages.try_into().unwrap_or(u32::MAX) }
		});
	let mut executor = WasmExecutor::builder();
	// What was compiled once is not compiled at each start again, which takes six seconds of a core.
	// It is run as it is found: the folder is the node's own, like the database.
	if let Ok(folder) = std::path::absolute(config.data_path.join("wasm-cache")) {
		executor = executor.with_cache_path(folder);
	}
	executor
		.with_execution_method(config.executor.wasm_method)
		.with_onchain_heap_alloc_strategy(heap_pages)
		.with_offchain_heap_alloc_strategy(heap_pages)
		.with_max_runtime_instances(config.executor.max_runtime_instances)
		.with_runtime_cache_size(config.executor.runtime_cache_size)
		.build()
}

/// A block's time and slot as the clock has them.
pub fn clock_inherents(
	slot_duration: sp_consensus_babe::SlotDuration,
) -> BabeCreateInherentDataProviders<Block> {
	Arc::new(move |_, ()| async move {
		let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
		let slot =
			sp_consensus_babe::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
				*timestamp,
				slot_duration,
			);
		Ok((slot, timestamp))
	})
}

/// Start a node on the network backend that the command line names.
pub fn start(config: Configuration, cli: &Cli) -> Result<TaskManager, Error> {
	match config.network.network_backend {
		sc_network::config::NetworkBackendType::Libp2p => {
			new_full::<sc_network::NetworkWorker<_, _>>(config, cli)
		}
		sc_network::config::NetworkBackendType::Litep2p => {
			new_full::<sc_network::Litep2pNetworkBackend>(config, cli)
		}
	}
}

/// Start a node that syncs, answers, and takes part where its role asks for it.
fn new_full<Network: NetworkBackend<Block, Hash>>(
	config: Configuration,
	cli: &Cli,
) -> Result<TaskManager, Error> {
	let measured = measure_hardware(&config, cli);
	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other:
			Consensus {
				block_import,
				babe_link,
				babe_worker,
				grandpa_link,
				finality_import,
				mut telemetry,
			},
	} = new_partial(&config, cli.sealing)?;
	headers::check(backend.blockchain())?;

	let (net_config, metrics, voting) = network_config::<Network>(&config, &client)?;
	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));
	let (network, system_rpc_tx, tx_handler_controller, sync) =
		network::build_network(sc_service::BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;
	loneliness::watch(&task_manager, &config.network.boot_nodes, sync.clone());

	let node = Node {
		client,
		backend,
		pool: transaction_pool,
		select_chain,
		keystore: keystore_container.keystore(),
		network,
		sync,
		prometheus: config.prometheus_registry().cloned(),
		telemetry: telemetry.as_ref().map(Telemetry::handle),
		role: config.role,
	};
	if config.offchain_worker.enabled {
		node.run_offchain_workers(&task_manager)?;
	}
	monitor_storage(&config, cli, &task_manager)?;

	let voter_state = SharedVoterState::empty();
	let (sealing_sender, on_demand) = match cli.sealing {
		Some(sealing) => {
			let (sender, commands) = sealing::channel();
			(Some(sender), Some((sealing, commands)))
		}
		None => (None, None),
	};
	let rpc_builder = {
		let deps =
			rpc_deps(&node, &config, babe_worker, &grandpa_link, &voter_state, sealing_sender);
		Box::new(move |subscriptions| {
			rpc::create(deps(), subscriptions).map_err(Error::Application)
		})
	};
	// What outlives the configuration, which the next step takes.
	let name = config.network.node_name.clone();
	let force = config.force_authoring;
	let disable_grandpa = config.disable_grandpa;
	let discovery = tasks::discovery_config(&config);
	// Another one than the client's, whose calls wait for whatever it compiles.
	let compiler = new_executor(&config);
	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		backend: node.backend.clone(),
		client: node.client.clone(),
		keystore: node.keystore.clone(),
		network: node.network.clone(),
		sync_service: node.sync.clone(),
		rpc_builder,
		transaction_pool: node.pool.clone(),
		task_manager: &mut task_manager,
		system_rpc_tx,
		tx_handler_controller,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	if let Err(error) = latency::answer_at_once() {
		log::debug!("Answers by WebSocket may take 40 ms longer: {error}");
	}
	if let Some(registry) = &node.prometheus {
		metrics::spawn(&task_manager, registry, node.client.clone(), node.keystore.clone())?;
	}
	report_hardware(&task_manager, measured, node.role.is_authority(), node.telemetry.clone());

	let authoring = Authoring { block_import, babe_link, force };
	if let Some((sealing, commands)) = on_demand.filter(|_| node.role.is_authority()) {
		node.make_blocks_on_demand(&task_manager, sealing, commands, authoring)?;
		return Ok(task_manager);
	}
	equivocation::spawn(&task_manager, node.client.clone(), node.pool.clone());
	upcoming::spawn(&task_manager, node.client.clone(), compiler);
	if node.role.is_authority() {
		node.make_blocks(&task_manager, authoring)?;
		node.find_validators(&task_manager, discovery);
	}
	if !disable_grandpa {
		justifications::watch(
			&task_manager,
			node.client.clone(),
			finality_import,
			node.sync.clone(),
		);
		node.vote(&task_manager, name, grandpa_link, voting, voter_state)?;
	}
	Ok(task_manager)
}

/// Measure the machine, where that is not a developer's or unwanted.
fn measure_hardware(config: &Configuration, cli: &Cli) -> Option<sc_sysinfo::HwBench> {
	let is_development = config.chain_spec.chain_type() == sc_service::ChainType::Development;
	let path = config.database.path().filter(|_| !cli.no_hardware_benchmarks && !is_development)?;
	let _ = std::fs::create_dir_all(path);
	Some(hardware::measure(path))
}

/// How votes on finality travel.
pub struct Voting {
	/// By which protocol.
	pub protocol: ProtocolName,
	/// Where they come and go.
	pub notifications: Box<dyn NotificationService>,
}

/// The network's protocols, with one for votes on finality.
#[allow(clippy::type_complexity)]
fn network_config<Network: NetworkBackend<Block, Hash>>(
	config: &Configuration,
	client: &FullClient,
) -> Result<(FullNetworkConfiguration<Block, Hash, Network>, NotificationMetrics, Voting), Error> {
	let metrics = Network::register_notification_metrics(config.prometheus_registry());
	let mut net_config = FullNetworkConfiguration::<_, _, Network>::new(
		&config.network,
		config.prometheus_registry().cloned(),
	);
	let genesis_hash = client.block_hash(0)?.ok_or(Error::Other("no genesis block".into()))?;
	let protocol = sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (protocol_config, notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, Network>(
			protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(protocol_config);
	Ok((net_config, metrics, Voting { protocol, notifications }))
}

/// Stop the node in time where the disk fills up.
fn monitor_storage(
	config: &Configuration,
	cli: &Cli,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	let Some(path) = config.database.path() else { return Ok(()) };
	sc_storage_monitor::StorageMonitorService::try_spawn(
		cli.storage_monitor.clone(),
		path.to_path_buf(),
		&task_manager.spawn_essential_handle(),
	)
	.map_err(|error| Error::Application(error.into()))
}

/// What answers over RPC are made from, for each time that they are set up.
fn rpc_deps(
	node: &Node,
	config: &Configuration,
	babe: BabeWorkerHandle<Block>,
	grandpa_link: &LinkHalf<Block, FullClient, FullSelectChain>,
	voter_state: &SharedVoterState,
	sealing: Option<sealing::Commands>,
) -> impl Fn() -> rpc::Deps {
	let client = node.client.clone();
	let pool = node.pool.clone();
	let select_chain = node.select_chain.clone();
	let chain_spec = config.chain_spec.cloned_box();
	let keystore = node.keystore.clone();
	let grandpa = rpc::GrandpaDeps {
		voter_state: voter_state.clone(),
		authority_set: grandpa_link.shared_authority_set().clone(),
		justifications: grandpa_link.justification_stream(),
		proofs: FinalityProofProvider::new_for_service(
			node.backend.clone(),
			Some(grandpa_link.shared_authority_set().clone()),
		),
	};
	move || rpc::Deps {
		client: client.clone(),
		pool: pool.clone(),
		select_chain: select_chain.clone(),
		chain_spec: chain_spec.cloned_box(),
		babe: babe.clone(),
		keystore: keystore.clone(),
		grandpa: grandpa.clone(),
		sealing: sealing.clone(),
	}
}

/// Say what the machine can do, here and to telemetry.
fn report_hardware(
	task_manager: &TaskManager,
	measured: Option<sc_sysinfo::HwBench>,
	is_authority: bool,
	telemetry: Option<TelemetryHandle>,
) {
	let Some(measured) = measured else { return };
	hardware::report(&measured, is_authority);
	if let Some(telemetry) = telemetry {
		task_manager.spawn_handle().spawn(
			"telemetry-hardware",
			None,
			sc_sysinfo::initialize_hwbench_telemetry(telemetry, measured),
		);
	}
}
