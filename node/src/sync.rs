// SPDX-License-Identifier: Apache-2.0

//! A sync that holds neither against a peer that a block is gone, nor that a link was cut.
//!
//! When links heal, nodes hear at once of all forks that the others made. They ask for them, and a
//! peer may have dropped a fork by then, because another became final. The SDK takes the empty answer
//! for a fault, asks the same peer for the same block again and again, and bans it after four answers,
//! for a minute (`sc-network-sync` 0.59: `PeerSyncState::DownloadingStale`, `rep::NO_BLOCK`). The nodes
//! that have to come together do not speak with each other then. See
//! `docs/decisions/0028-forks-that-are-gone.md`.
//!
//! A peer that is lost while it owes an answer is asked for no block in the minute after it, though it is
//! back at once; the second time for two, and the third time it is banned (`DisconnectedPeers`). See
//! `docs/decisions/0029-peers-that-come-back.md`.

use crate::service::FullClient;
use agora_runtime::{opaque::Block, BlockNumber, Hash, Header};
use sc_client_api::HeaderBackend;
use sc_consensus::{BlockImportError, BlockImportStatus};
use sc_network::{PeerId, ProtocolName};
use sc_network_common::sync::message::{
	BlockAnnounce, BlockAttributes, BlockData, BlockRequest, FromBlock,
};
use sc_network_sync::{
	block_relay_protocol::BlockResponseError,
	service::network::NetworkServiceHandle,
	strategy::{StrategyKey, SyncingAction, SyncingStrategy},
	types::BadPeer,
	SyncStatus,
};
use std::{
	any::Any,
	collections::{HashMap, HashSet},
	sync::Arc,
	time::{Duration, Instant},
};

/// For so many answers without a block, in each [`WINDOW`], a peer is not blamed.
const ANSWERS: u32 = 16;

/// For so many losses of its connection, in each [`WINDOW`], a peer is not blamed.
const LOSSES: u32 = 3;

/// After this, what was forgiven is forgotten.
const WINDOW: Duration = Duration::from_secs(60);

/// What the SDK says of an answer without the block that it asked for.
const NO_BLOCK: &str = "No requested block data";

/// The SDK's strategy, but for two things. What was asked of a peer that does not have a block any more is
/// forgotten, and it starts anew from the last final block, until it announces another. And what a peer
/// owed when it was lost is forgotten as well.
pub struct Lenient {
	inner: Box<dyn SyncingStrategy<Block>>,
	client: Arc<FullClient>,
	answers: Answers,
	losses: Times,
}

impl Lenient {
	/// Put it around that strategy.
	pub fn new(inner: Box<dyn SyncingStrategy<Block>>, client: Arc<FullClient>) -> Self {
		Self { inner, client, answers: Answers::default(), losses: Times::default() }
	}

	/// A peer that owes nothing, and has what is final.
	fn begin(&mut self, peer: PeerId) {
		let info = self.client.info();
		self.inner.add_peer(peer, info.finalized_hash, info.finalized_number);
	}
}

impl SyncingStrategy<Block> for Lenient {
	fn on_generic_response(
		&mut self,
		peer: &PeerId,
		key: StrategyKey,
		protocol: ProtocolName,
		response: Box<dyn Any + Send>,
	) {
		let forgiven = lacks_block(&*response) && self.answers.forgive(*peer, Instant::now());
		self.inner.on_generic_response(peer, key, protocol, response);
		if forgiven {
			self.inner.remove_peer(peer);
			self.begin(*peer);
		}
	}

	fn remove_peer(&mut self, peer: &PeerId) {
		if self.losses.count(*peer, Instant::now()) <= LOSSES {
			// In place of what it was: who owes nothing is not blamed when he goes.
			self.begin(*peer);
		}
		self.inner.remove_peer(peer);
	}

	fn actions(
		&mut self,
		network: &NetworkServiceHandle,
	) -> Result<Vec<SyncingAction<Block>>, sp_blockchain::Error> {
		let mut actions = self.inner.actions(network)?;
		actions.retain(|action| !self.answers.are_no_reason_for(action));
		self.answers.settle();
		Ok(actions)
	}

	fn add_peer(&mut self, peer: PeerId, best_hash: Hash, best_number: BlockNumber) {
		self.inner.add_peer(peer, best_hash, best_number);
	}

	fn on_validated_block_announce(
		&mut self,
		is_best: bool,
		peer: PeerId,
		announce: &BlockAnnounce<Header>,
	) -> Option<(Hash, BlockNumber)> {
		self.inner.on_validated_block_announce(is_best, peer, announce)
	}

	fn set_sync_fork_request(&mut self, peers: Vec<PeerId>, hash: &Hash, number: BlockNumber) {
		self.inner.set_sync_fork_request(peers, hash, number);
	}

	fn request_justification(&mut self, hash: &Hash, number: BlockNumber) {
		self.inner.request_justification(hash, number);
	}

	fn clear_justification_requests(&mut self) {
		self.inner.clear_justification_requests();
	}

	fn on_justification_import(&mut self, hash: Hash, number: BlockNumber, success: bool) {
		self.inner.on_justification_import(hash, number, success);
	}

	fn on_blocks_processed(
		&mut self,
		imported: usize,
		count: usize,
		results: Vec<(Result<BlockImportStatus<BlockNumber>, BlockImportError>, Hash)>,
	) {
		self.inner.on_blocks_processed(imported, count, results);
	}

	fn on_block_finalized(&mut self, hash: &Hash, number: BlockNumber) {
		self.inner.on_block_finalized(hash, number);
	}

	fn update_chain_info(&mut self, best_hash: &Hash, best_number: BlockNumber) {
		self.inner.update_chain_info(best_hash, best_number);
	}

	fn is_major_syncing(&self) -> bool {
		self.inner.is_major_syncing()
	}

	fn num_peers(&self) -> usize {
		self.inner.num_peers()
	}

	fn status(&self) -> SyncStatus<Block> {
		self.inner.status()
	}

	fn num_downloaded_blocks(&self) -> usize {
		self.inner.num_downloaded_blocks()
	}

	fn num_sync_requests(&self) -> usize {
		self.inner.num_sync_requests()
	}
}

/// Whether this answers a request for the block of a hash, and has none. A request for a justification alone
/// may be answered so by anybody.
fn lacks_block(response: &(dyn Any + Send)) -> bool {
	type Response = (BlockRequest<Block>, Result<Vec<BlockData<Block>>, BlockResponseError>);
	response.downcast_ref::<Response>().is_some_and(|(request, blocks)| {
		matches!(request.from, FromBlock::Hash(_))
			&& request.fields.contains(BlockAttributes::BODY)
			&& blocks.as_ref().is_ok_and(Vec::is_empty)
	})
}

/// How often something happened with each peer in this [`WINDOW`].
#[derive(Default)]
struct Times {
	since: Option<Instant>,
	counts: HashMap<PeerId, u32>,
}

impl Times {
	/// It happened: how often by now.
	fn count(&mut self, peer: PeerId, now: Instant) -> u32 {
		if self.since.is_none_or(|since| now.duration_since(since) > WINDOW) {
			self.since = Some(now);
			self.counts.clear();
		}
		let count = self.counts.entry(peer).or_default();
		*count += 1;
		*count
	}
}

/// Answers without a block.
#[derive(Default)]
struct Answers {
	times: Times,
	/// Who must not be blamed for the last of them.
	forgiven: HashSet<PeerId>,
}

impl Answers {
	/// Count one, and forgive it where there were not too many lately.
	fn forgive(&mut self, peer: PeerId, now: Instant) -> bool {
		let forgiven = self.times.count(peer, now) <= ANSWERS;
		if forgiven {
			self.forgiven.insert(peer);
		}
		forgiven
	}

	/// Whether the SDK would drop a peer for one that was forgiven.
	fn are_no_reason_for(&self, action: &SyncingAction<Block>) -> bool {
		matches!(
			action,
			SyncingAction::DropPeer(BadPeer(peer, change))
				if change.reason == NO_BLOCK && self.forgiven.contains(peer)
		)
	}

	/// What was done about them is done.
	fn settle(&mut self) {
		self.forgiven.clear();
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_network::ReputationChange;
	use sc_network_common::sync::message::Direction;

	fn response(fields: BlockAttributes, from: FromBlock<Hash, BlockNumber>) -> impl Any + Send {
		let request: BlockRequest<Block> = BlockRequest::<Block> {
			id: 0,
			fields,
			from,
			direction: Direction::Descending,
			max: None,
		};
		let blocks: Result<Vec<BlockData<Block>>, BlockResponseError> = Ok(Vec::new());
		(request, blocks)
	}

	fn drops(peer: PeerId, reason: &'static str) -> SyncingAction<Block> {
		SyncingAction::DropPeer(BadPeer(peer, ReputationChange::new(-1, reason)))
	}

	#[test]
	fn an_empty_answer_for_a_block_is_told_from_others() {
		let (hash, number) = (FromBlock::Hash(Hash::default()), FromBlock::Number(1));
		let block = BlockAttributes::HEADER | BlockAttributes::BODY;
		assert!(lacks_block(&response(block, hash.clone())));
		assert!(!lacks_block(&response(block, number)));
		assert!(!lacks_block(&response(BlockAttributes::JUSTIFICATION, hash)));
		assert!(!lacks_block(&7));
	}

	#[test]
	fn a_peer_is_forgiven_so_often_and_no_more() {
		let (peer, other, now) = (PeerId::random(), PeerId::random(), Instant::now());
		let mut answers = Answers::default();
		assert!((0..ANSWERS).all(|_| answers.forgive(peer, now)));
		assert!(!answers.forgive(peer, now));
		assert!(answers.forgive(other, now));
		assert!(answers.forgive(peer, now + WINDOW * 2));
	}

	#[test]
	fn who_is_forgiven_is_not_dropped_for_that() {
		let (peer, other) = (PeerId::random(), PeerId::random());
		let mut answers = Answers::default();
		answers.forgive(peer, Instant::now());
		assert!(answers.are_no_reason_for(&drops(peer, NO_BLOCK)));
		assert!(!answers.are_no_reason_for(&drops(other, NO_BLOCK)));
		assert!(!answers.are_no_reason_for(&drops(peer, "another")));
		answers.settle();
		assert!(!answers.are_no_reason_for(&drops(peer, NO_BLOCK)));
	}
}
