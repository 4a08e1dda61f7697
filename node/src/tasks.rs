// SPDX-License-Identifier: Apache-2.0

//! What a running node does beside syncing and answering: each part is started by itself.

use crate::{
	cli::Sealing,
	sealing,
	service::{
		clock_inherents, BlockImport, FullBackend, FullClient, FullSelectChain, TransactionPool,
		Voting, GOSSIP_DURATION, JUSTIFICATION_PERIOD, PROPOSAL_SLOT_PORTION,
	},
};
use agora_runtime::opaque::Block;
use futures::{channel::mpsc, FutureExt, StreamExt};
use prometheus_endpoint::Registry;
use sc_client_api::Backend;
use sc_consensus_babe::{BabeLink, SlotProportion};
use sc_consensus_grandpa::{LinkHalf, SharedVoterState};
use sc_consensus_manual_seal::rpc::EngineCommand;
use sc_network::{service::traits::NetworkService, Event, NetworkEventStream};
use sc_network_sync::SyncingService;
use sc_service::{Configuration, Error, Role, TaskManager};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_core::H256;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

type Proposer = sc_basic_authorship::ProposerFactory<TransactionPool, FullClient>;

/// What the parts share.
pub struct Node {
	/// The chain.
	pub client: Arc<FullClient>,
	/// Where it is stored.
	pub backend: Arc<FullBackend>,
	/// Its transactions.
	pub pool: Arc<TransactionPool>,
	/// Its head.
	pub select_chain: FullSelectChain,
	/// The validator's keys.
	pub keystore: KeystorePtr,
	/// The other nodes.
	pub network: Arc<dyn NetworkService>,
	/// Their blocks.
	pub sync: Arc<SyncingService<Block>>,
	/// Whom metrics are told.
	pub prometheus: Option<Registry>,
	/// Whom events are told.
	pub telemetry: Option<TelemetryHandle>,
	/// Whether it is a validator.
	pub role: Role,
}

/// What makes blocks.
pub struct Authoring {
	/// Where they are imported.
	pub block_import: BlockImport,
	/// Their epochs.
	pub babe_link: BabeLink<Block>,
	/// Whether to make them with nobody there.
	pub force: bool,
}

impl Node {
	/// A way into the pool for what the node itself has to say.
	pub fn own_transactions(&self) -> OffchainTransactionPoolFactory<Block> {
		OffchainTransactionPoolFactory::new(self.pool.clone())
	}

	/// Let the runtime work after each block.
	pub fn run_offchain_workers(&self, task_manager: &TaskManager) -> Result<(), Error> {
		let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
			runtime_api_provider: self.client.clone(),
			keystore: Some(self.keystore.clone()),
			offchain_db: self.backend.offchain_storage(),
			transaction_pool: Some(self.own_transactions()),
			network_provider: Arc::new(self.network.clone()),
			is_validator: self.role.is_authority(),
			enable_http_requests: false,
			custom_extensions: |_| vec![],
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			"offchain-worker",
			workers.run(self.client.clone(), task_manager.spawn_handle()).boxed(),
		);
		Ok(())
	}

	/// Make blocks when somebody asks. They are final as they are made: nobody votes.
	pub fn make_blocks_on_demand(
		&self,
		task_manager: &TaskManager,
		sealing: Sealing,
		commands: mpsc::Receiver<EngineCommand<H256>>,
		Authoring { block_import, babe_link, .. }: Authoring,
	) -> Result<(), Error> {
		let params = sealing::Params {
			sealing,
			block_import,
			proposer: self.proposer(task_manager),
			client: self.client.clone(),
			pool: self.pool.clone(),
			select_chain: self.select_chain.clone(),
			babe_link,
			keystore: self.keystore.clone(),
			commands,
		};
		sealing::start(task_manager, params)
	}

	/// Make blocks in the slots that are this node's.
	pub fn make_blocks(
		&self,
		task_manager: &TaskManager,
		Authoring { block_import, babe_link, force }: Authoring,
	) -> Result<(), Error> {
		let slot_duration = babe_link.config().slot_duration();
		let babe = sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
			keystore: self.keystore.clone(),
			client: self.client.clone(),
			select_chain: self.select_chain.clone(),
			env: self.proposer(task_manager),
			block_import,
			sync_oracle: self.sync.clone(),
			justification_sync_link: self.sync.clone(),
			create_inherent_data_providers: clock_inherents(slot_duration),
			force_authoring: force,
			backoff_authoring_blocks: Some(
				sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging::default(),
			),
			babe_link,
			block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SLOT_PORTION),
			max_block_proposal_slot_portion: None,
			telemetry: self.telemetry.clone(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("babe", Some("block-authoring"), babe);
		Ok(())
	}

	/// What fills blocks.
	fn proposer(&self, task_manager: &TaskManager) -> Proposer {
		Proposer::new(
			task_manager.spawn_handle(),
			self.client.clone(),
			self.pool.clone(),
			self.prometheus.as_ref(),
			self.telemetry.clone(),
		)
	}

	/// Tell other validators where this one is, and find them.
	pub fn find_validators(&self, task_manager: &TaskManager, config: DiscoveryConfig) {
		let dht_events =
			self.network.event_stream("authority-discovery").filter_map(|event| async {
				match event {
					Event::Dht(event) => Some(event),
					_ => None,
				}
			});
		let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
			config,
			self.client.clone(),
			Arc::new(self.network.clone()),
			Box::pin(dht_events),
			sc_authority_discovery::Role::PublishAndDiscover(self.keystore.clone()),
			self.prometheus.clone(),
			task_manager.spawn_handle(),
		);
		task_manager.spawn_handle().spawn(
			"authority-discovery-worker",
			Some("networking"),
			worker.run(),
		);
	}

	/// Vote on finality, or follow those who do.
	pub fn vote(
		&self,
		task_manager: &TaskManager,
		name: String,
		link: LinkHalf<Block, FullClient, FullSelectChain>,
		voting: Voting,
		voter_state: SharedVoterState,
	) -> Result<(), Error> {
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: GOSSIP_DURATION,
				justification_generation_period: JUSTIFICATION_PERIOD,
				name: Some(name),
				observer_enabled: false,
				keystore: self.role.is_authority().then(|| self.keystore.clone()),
				local_role: self.role,
				telemetry: self.telemetry.clone(),
				protocol_name: voting.protocol,
			},
			link,
			network: self.network.clone(),
			sync: self.sync.clone(),
			notification_service: voting.notifications,
			voting_rule: sc_consensus_grandpa::VotingRulesBuilder::default().build(),
			prometheus_registry: self.prometheus.clone(),
			shared_voter_state: voter_state,
			telemetry: self.telemetry.clone(),
			offchain_tx_pool_factory: self.own_transactions(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
		Ok(())
	}
}

/// How validators find each other.
pub type DiscoveryConfig = sc_authority_discovery::WorkerConfig;

/// As the command line asks for it.
pub fn discovery_config(config: &Configuration) -> DiscoveryConfig {
	DiscoveryConfig {
		publish_non_global_ips: config.network.allow_non_globals_in_dht,
		public_addresses: config.network.public_addresses.clone(),
		strict_record_validation: true,
		persisted_cache_directory: config.network.net_config_path.clone(),
		..Default::default()
	}
}
