// SPDX-License-Identifier: Apache-2.0

//! What the node answers over RPC beside the groups that every node has. What concerns the
//! marketplace is answered by runtime APIs instead.

use crate::{
	sealing::Commands,
	service::{FullBackend, FullClient, FullSelectChain, TransactionPool},
};
use agora_runtime::{opaque::Block, AccountId, Balance, BlockNumber, Hash, Nonce};
use jsonrpsee::RpcModule;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_rpc::SubscriptionTaskExecutor;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// What the answers are made from.
pub struct Deps {
	/// The chain.
	pub client: Arc<FullClient>,
	/// Its transactions.
	pub pool: Arc<TransactionPool>,
	/// Its head.
	pub select_chain: FullSelectChain,
	/// Its specification.
	pub chain_spec: Box<dyn sc_chain_spec::ChainSpec>,
	/// Who makes blocks.
	pub babe: BabeWorkerHandle<Block>,
	/// The validator's keys.
	pub keystore: KeystorePtr,
	/// How finality stands.
	pub grandpa: GrandpaDeps,
	/// Who makes blocks on demand, on a chain that does so.
	pub sealing: Option<Commands>,
}

/// What answers about finality are made from.
#[derive(Clone)]
pub struct GrandpaDeps {
	/// The voter's rounds.
	pub voter_state: SharedVoterState,
	/// Who votes.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// Justifications as they are made.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proofs of what is final.
	pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// All extra groups.
pub fn create(
	deps: Deps,
	subscriptions: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>> {
	use pallet_transaction_payment::RuntimeDispatchInfo;
	use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
	use sc_consensus_babe_rpc::{Babe, BabeApiServer};
	use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
	use sc_consensus_manual_seal::rpc::{ManualSeal, ManualSealApiServer};
	use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
	use substrate_frame_rpc_system::{System, SystemApiServer};

	let Deps { client, pool, select_chain, chain_spec, babe, keystore, grandpa, sealing } = deps;
	let mut module = RpcModule::new(());

	module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(System::new(
		client.clone(),
		pool,
	)))?;
	module.merge(TransactionPaymentApiServer::<Hash, RuntimeDispatchInfo<Balance>>::into_rpc(
		TransactionPayment::new(client.clone()),
	))?;
	module.merge(Babe::new(client.clone(), babe.clone(), keystore, select_chain).into_rpc())?;
	module.merge(
		Grandpa::new(
			subscriptions,
			grandpa.authority_set.clone(),
			grandpa.voter_state,
			grandpa.justifications,
			grandpa.proofs,
		)
		.into_rpc(),
	)?;
	module.merge(SyncState::new(chain_spec, client, grandpa.authority_set, babe)?.into_rpc())?;
	if let Some(commands) = sealing {
		module.merge(ManualSeal::new(commands).into_rpc())?;
	}
	Ok(module)
}
