// SPDX-License-Identifier: Apache-2.0

//! What the runtime answers to the node and, through it, to clients.

use crate::{
	catalog, configs::consensus::BABE_GENESIS_EPOCH_CONFIG, genesis, pace::SessionSlots, supply,
	AccountId, AuthorityDiscovery, Babe, Balance, Block, BlockNumber, Executive, Grandpa,
	Historical, InherentDataExt, Market, Nonce, Provenance, Registry, Rewards, Royalties, Runtime,
	RuntimeCall, RuntimeGenesisConfig, SessionKeys, System, TransactionPayment,
};
use agora_primitives::{
	api::{
		ArtifactView, AttestationView, CatalogCursor, CatalogPage, CatalogQuery, CommitmentView,
		DigestView, Distribution, EndedEpoch, LicenseView, Lineage, OfferView, Page, ProofFault,
		PublicationDeposits, Quote, RecordState, RecordView, RewardCursor, RewardView,
		RunningEpoch, SalesView, ShareView, SplitView, SupplyView, TaintPage, VaultView,
		VersionLabel, VersionView, Waypoint, MAX_PAGE,
	},
	text::Tags,
	ArtifactId, Digest, EpochIncome, EpochIndex, Hash, Leaf, NewVersion, OfferId, Sequence,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::{Get, KeyOwnerProofSystem},
	weights::Weight,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_authority_discovery::AuthorityId as AuthorityDiscoveryId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult,
};
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			crate::version()
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(
			header: &<Block as BlockT>::Header,
		) -> sp_runtime::ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			data: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> sp_consensus_babe::BabeConfiguration {
			let epoch_config = Babe::epoch_config().unwrap_or(BABE_GENESIS_EPOCH_CONFIG);
			sp_consensus_babe::BabeConfiguration {
				slot_duration: Babe::slot_duration(),
				epoch_length: SessionSlots::get(),
				c: epoch_config.c,
				authorities: Babe::authorities().to_vec(),
				randomness: Babe::randomness(),
				allowed_slots: epoch_config.allowed_slots,
			}
		}

		fn current_epoch_start() -> sp_consensus_babe::Slot {
			Babe::current_epoch_start()
		}

		fn current_epoch() -> sp_consensus_babe::Epoch {
			Babe::current_epoch()
		}

		fn next_epoch() -> sp_consensus_babe::Epoch {
			Babe::next_epoch()
		}

		fn generate_key_ownership_proof(
			_slot: sp_consensus_babe::Slot,
			authority_id: sp_consensus_babe::AuthorityId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_babe::KEY_TYPE, authority_id))
				.map(|p| sp_consensus_babe::OpaqueKeyOwnershipProof::new(p.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			key_owner_proof: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Babe::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof.decode()?)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(
				equivocation_proof,
				key_owner_proof.decode()?,
			)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
				.map(|p| sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(p.encode()))
		}
	}

	impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
		fn authorities() -> Vec<AuthorityDiscoveryId> {
			AuthorityDiscovery::authorities()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> sp_session::OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		// The number alone: with its default it is shown to clients as a list.
		fn account_nonce(account: AccountId) -> Nonce {
			*System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(uxt: <Block as BlockT>::Extrinsic, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
		Block,
		Balance,
		RuntimeCall,
	> for Runtime
	{
		fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl agora_primitives::api::RegistryApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn artifact(id: ArtifactId) -> Option<ArtifactView<AccountId, Balance>> {
			Registry::api_artifact(id)
		}

		fn artifact_by_name(
			publisher: AccountId,
			name: Vec<u8>,
		) -> Option<ArtifactView<AccountId, Balance>> {
			Registry::api_artifact_by_name(publisher, name)
		}

		fn artifacts(
			after: Option<ArtifactId>,
			limit: u32,
		) -> Page<ArtifactView<AccountId, Balance>, ArtifactId> {
			Registry::api_artifacts(after, limit)
		}

		fn version(sequence: Sequence) -> Option<VersionView<AccountId, Balance, BlockNumber>> {
			Registry::api_version(sequence)
		}

		fn version_by_digest(digest: Digest) -> DigestView<AccountId, Balance, BlockNumber> {
			Registry::api_version_by_digest(digest)
		}

		fn version_by_number(
			artifact: ArtifactId,
			number: u32,
		) -> Option<VersionView<AccountId, Balance, BlockNumber>> {
			Registry::api_version_by_number(artifact, number)
		}

		fn versions(
			artifact: ArtifactId,
			from_number: u32,
			limit: u32,
		) -> Page<VersionView<AccountId, Balance, BlockNumber>, u32> {
			Registry::api_versions(artifact, from_number, limit)
		}

		fn latest(
			before: Option<Sequence>,
			limit: u32,
		) -> Page<VersionView<AccountId, Balance, BlockNumber>, Sequence> {
			Registry::api_latest(before, limit)
		}

		fn ancestors(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage> {
			Registry::api_ancestors(sequence, depth, limit)
		}

		fn descendants(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage> {
			Registry::api_descendants(sequence, depth, limit)
		}

		fn publication_deposits(
			publisher: AccountId,
			name: Vec<u8>,
			tags: Tags,
			version: NewVersion,
		) -> PublicationDeposits<Balance> {
			Registry::api_publication_deposits(publisher, name, tags, version)
		}
	}

	impl agora_primitives::api::CatalogApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn search(
			query: CatalogQuery<AccountId, Balance>,
			after: Option<CatalogCursor>,
			limit: u32,
		) -> CatalogPage<AccountId, Balance, BlockNumber> {
			catalog::search(query, after, limit)
		}

		fn labels(sequences: Vec<Sequence>) -> Vec<VersionLabel<AccountId>> {
			Registry::api_labels(sequences)
		}
	}

	impl agora_primitives::api::ProvenanceApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn commitment(version: Sequence) -> Option<CommitmentView<AccountId, Balance>> {
			Provenance::api_commitment(version)
		}

		fn record(version: Sequence, index: u64) -> Option<RecordView<AccountId, Balance>> {
			Provenance::api_record(version, index)
		}

		fn verify_record(
			version: Sequence,
			index: u64,
			leaf: Leaf<AccountId>,
			proof: Vec<Hash>,
		) -> Result<RecordState, ProofFault> {
			Provenance::api_verify_record(version, index, leaf, proof)
		}

		fn attestations(
			version: Sequence,
			after: Option<u64>,
			limit: u32,
		) -> Page<AttestationView<AccountId, Balance, BlockNumber>, u64> {
			Provenance::api_attestations(version, after, limit)
		}

		fn taint(
			version: Sequence,
			attesters: Vec<AccountId>,
			depth: u32,
			limit: u32,
			after: Option<Vec<Waypoint>>,
		) -> Option<TaintPage> {
			Provenance::api_taint(version, attesters, depth, limit, after)
		}
	}

	impl agora_primitives::api::MarketApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn offer(offer: OfferId) -> Option<OfferView<AccountId, Balance, BlockNumber>> {
			Market::api_offer(offer)
		}

		fn offers(artifact: ArtifactId) -> Vec<OfferView<AccountId, Balance, BlockNumber>> {
			Market::api_offers(artifact)
		}

		fn quote(offer: OfferId) -> Option<Quote<AccountId, Balance, BlockNumber>> {
			let parts = Market::api_quote(offer)?;
			let version = parts.offer.offer.terms.version;
			let distribution =
				Royalties::api_simulate_distribution(version, parts.receipt.income, MAX_PAGE)?;
			Some(Quote {
				offer: parts.offer,
				price: parts.price,
				fee: parts.receipt.fee,
				excess: parts.receipt.excess,
				income: parts.receipt.income,
				deposit: parts.deposit,
				distribution,
			})
		}

		fn has_license(artifact: ArtifactId, account: AccountId) -> bool {
			Market::api_has_license(artifact, account)
		}

		fn license(
			artifact: ArtifactId,
			account: AccountId,
		) -> Option<LicenseView<AccountId, Balance, BlockNumber>> {
			Market::api_license(artifact, account)
		}

		fn licenses(
			account: AccountId,
			after: Option<ArtifactId>,
			limit: u32,
		) -> Page<LicenseView<AccountId, Balance, BlockNumber>, ArtifactId> {
			Market::api_licenses(account, after, limit)
		}

		fn sales(artifact: ArtifactId) -> Option<SalesView<Balance>> {
			Market::api_sales(artifact)
		}

		fn offer_deposit(artifact: ArtifactId) -> Balance {
			Market::api_offer_deposit(artifact)
		}
	}

	impl agora_primitives::api::RoyaltiesApi<Block, AccountId, Balance> for Runtime {
		fn vault(version: Sequence) -> VaultView<Balance> {
			Royalties::api_vault(version)
		}

		fn split(artifact: ArtifactId) -> Option<SplitView<AccountId>> {
			Royalties::api_split(artifact)
		}

		fn earnings(account: AccountId) -> Balance {
			Royalties::api_earnings(account)
		}

		fn share(origin: Sequence, contributor: AccountId) -> Option<ShareView<Balance>> {
			Royalties::api_share(origin, contributor)
		}

		fn simulate_distribution(
			version: Sequence,
			income: Balance,
			limit: u32,
		) -> Option<Distribution<Balance>> {
			Royalties::api_simulate_distribution(version, income, limit)
		}

		fn incomes(version: Sequence) -> Vec<EpochIncome> {
			Royalties::api_incomes(version)
		}
	}

	impl agora_primitives::api::RewardsApi<Block, AccountId, Balance, BlockNumber> for Runtime {
		fn running_epoch() -> RunningEpoch<Balance, BlockNumber> {
			Rewards::api_running_epoch()
		}

		fn ended_epoch(epoch: EpochIndex) -> Option<EndedEpoch<Balance, BlockNumber>> {
			Rewards::api_ended_epoch(epoch)
		}

		fn rewards(
			epoch: EpochIndex,
			version: Sequence,
		) -> Vec<RewardView<Balance, BlockNumber>> {
			Rewards::api_rewards(epoch, version)
		}

		fn pending(
			version: Sequence,
			after: Option<RewardCursor>,
			limit: u32,
		) -> Page<RewardView<Balance, BlockNumber>, RewardCursor> {
			Rewards::api_pending(version, after, limit)
		}

		fn claimable(
			account: AccountId,
			after: Option<RewardCursor>,
			limit: u32,
		) -> Page<RewardView<Balance, BlockNumber>, RewardCursor> {
			Rewards::api_claimable(account, after, limit)
		}

		fn supply_schedule(years: u32) -> SupplyView<Balance> {
			supply::schedule(years)
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis::preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis::preset_names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			use crate::*;
			use frame_benchmarking::BenchmarkList;
			use frame_support::traits::StorageInfoTrait;
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};
			use pallet_election_provider_support_benchmarking::Pallet as ElectionProviderBench;
			use pallet_session_benchmarking::Pallet as SessionBench;

			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			(list, AllPalletsWithSystem::storage_info())
		}

		#[allow(non_local_definitions)]
		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use crate::*;
			use frame_benchmarking::BenchmarkBatch;
			use frame_support::traits::WhitelistedStorageKeys;
			use frame_system_benchmarking::{
				extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
			};
			use pallet_election_provider_support_benchmarking::Pallet as ElectionProviderBench;
			use pallet_session_benchmarking::Pallet as SessionBench;

			impl frame_system_benchmarking::Config for Runtime {}
			impl pallet_election_provider_support_benchmarking::Config for Runtime {}
			impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

			let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(
			checks: frame_try_runtime::UpgradeCheckSelect,
		) -> (Weight, Weight) {
			let config = frame_executive::TryRuntimeUpgradeConfig::new(checks);
			// A panic here is what the tool that calls this reports.
			let weight = Executive::try_runtime_upgrade_with_config(config)
				.expect("the upgrade's checks hold");
			(weight, crate::configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("the block and the state's invariants hold")
		}
	}
}
