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
//! back at once; the second time for two, and the third time it is banned (`DisconnectedPeers`). Whoever
//! answers now and then is not treated so here. See `docs/decisions/0029-peers-that-come-back.md`.

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

/// After this, what was forgiven is forgotten.
const WINDOW: Duration = Duration::from_secs(60);

/// What the SDK says of an answer without the block that it asked for: of a fork, or of the next block.
const NO_BLOCK: [&str; 2] = ["No requested block data", "Not requested block data"];

/// So often in a row a peer may be lost that owes an answer.
const LOSSES: u32 = 3;

/// Of so many peers losses are counted, as in the SDK. More are forgotten all at once.
const LOST: usize = 512;

/// The SDK's strategy, but for two things. What was asked of a peer that does not have a block any more is
/// forgotten, and it starts anew from the last final block, until it announces another. And what a peer
/// owed when it was lost is forgotten as well.
pub struct Lenient {
	inner: Box<dyn SyncingStrategy<Block>>,
	client: Arc<FullClient>,
	answers: Answers,
	debts: Debts,
}

impl Lenient {
	/// Put it around that strategy.
	pub fn new(inner: Box<dyn SyncingStrategy<Block>>, client: Arc<FullClient>) -> Self {
		Self { inner, client, answers: Answers::default(), debts: Debts::default() }
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
		self.debts.settle(peer);
		let forgiven = lacks_block(&*response) && self.answers.forgive(*peer, Instant::now());
		self.inner.on_generic_response(peer, key, protocol, response);
		if forgiven {
			self.inner.remove_peer(peer);
			self.begin(*peer);
		}
	}

	fn remove_peer(&mut self, peer: &PeerId) {
		if self.debts.lose(*peer) {
			// In place of what it was: who owes nothing is not blamed when it goes.
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
		actions.iter().for_each(|action| self.debts.follow(action));
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

/// Answers without a block, by whom they came.
#[derive(Default)]
struct Answers {
	since: Option<Instant>,
	counts: HashMap<PeerId, u32>,
	/// Who must not be blamed for the last of them.
	forgiven: HashSet<PeerId>,
}

impl Answers {
	/// Count one, and forgive it where there were not too many lately.
	fn forgive(&mut self, peer: PeerId, now: Instant) -> bool {
		if self.since.is_none_or(|since| now.duration_since(since) > WINDOW) {
			self.since = Some(now);
			self.counts.clear();
		}
		let count = self.counts.entry(peer).or_default();
		*count += 1;
		let forgiven = *count <= ANSWERS;
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
				if NO_BLOCK.contains(&change.reason) && self.forgiven.contains(peer)
		)
	}

	/// What was done about them is done.
	fn settle(&mut self) {
		self.forgiven.clear();
	}
}

/// Who owes an answer, and how often in a row each was lost that did.
#[derive(Default)]
struct Debts {
	owing: HashSet<PeerId>,
	losses: HashMap<PeerId, u32>,
}

impl Debts {
	/// What is done with a peer, and whether it owes an answer then. Who is dropped is to blame.
	fn follow(&mut self, action: &SyncingAction<Block>) {
		match action {
			SyncingAction::StartRequest { peer_id, .. } => {
				self.owing.insert(*peer_id);
			}
			SyncingAction::CancelRequest { peer_id: peer, .. }
			| SyncingAction::DropPeer(BadPeer(peer, _)) => {
				self.owing.remove(peer);
			}
			_ => {}
		}
	}

	/// It answers: what was before is forgotten.
	fn settle(&mut self, peer: &PeerId) {
		self.owing.remove(peer);
		self.losses.remove(peer);
	}

	/// It is lost: whether it owed an answer, and is to be forgiven.
	fn lose(&mut self, peer: PeerId) -> bool {
		if !self.owing.remove(&peer) {
			return false;
		}
		if self.losses.len() >= LOST && !self.losses.contains_key(&peer) {
			self.losses.clear();
		}
		let losses = self.losses.entry(peer).or_default();
		*losses = losses.saturating_add(1);
		*losses <= LOSSES
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
		for reason in NO_BLOCK {
			assert!(answers.are_no_reason_for(&drops(peer, reason)));
			assert!(!answers.are_no_reason_for(&drops(other, reason)));
		}
		assert!(!answers.are_no_reason_for(&drops(peer, "another")));
		answers.settle();
		assert!(NO_BLOCK.iter().all(|reason| !answers.are_no_reason_for(&drops(peer, reason))));
	}

	/// A request that nobody answers.
	fn asks(peer: PeerId) -> SyncingAction<Block> {
		let request = Box::pin(std::future::pending());
		SyncingAction::StartRequest { peer_id: peer, key: StrategyKey::new("test"), request }
	}

	#[test]
	fn a_loss_counts_where_an_answer_is_owed() {
		let (peer, other) = (PeerId::random(), PeerId::random());
		let mut debts = Debts::default();
		debts.follow(&asks(peer));
		assert!(!debts.lose(other));
		assert!(debts.lose(peer));
		assert!(!debts.lose(peer), "it owes nothing any more");
		debts.follow(&asks(peer));
		debts.settle(&peer);
		assert!(!debts.lose(peer));
		for end in [drops(peer, "any"), cancels(peer)] {
			debts.follow(&asks(peer));
			debts.follow(&end);
			assert!(!debts.lose(peer));
		}
	}

	fn cancels(peer: PeerId) -> SyncingAction<Block> {
		SyncingAction::CancelRequest { peer_id: peer, key: StrategyKey::new("test") }
	}

	#[test]
	fn who_never_answers_is_forgiven_so_often_in_a_row_and_who_does_again_and_again() {
		let (silent, answering) = (PeerId::random(), PeerId::random());
		let mut debts = Debts::default();
		let lost = |debts: &mut Debts, peer| {
			debts.follow(&asks(peer));
			debts.lose(peer)
		};
		let forgiven = (0..10).filter(|_| lost(&mut debts, silent)).count();
		assert_eq!(forgiven, LOSSES as usize);
		for _ in 0..10 {
			assert!(lost(&mut debts, answering));
			debts.settle(&answering);
		}
		debts.settle(&silent);
		assert!(lost(&mut debts, silent));
	}

	#[test]
	fn losses_of_so_many_peers_are_remembered_and_no_more() {
		let mut debts = Debts::default();
		for _ in 0..3 * LOST {
			let peer = PeerId::random();
			debts.follow(&asks(peer));
			debts.lose(peer);
			assert!(debts.losses.len() <= LOST);
		}
		assert!(debts.owing.is_empty());
	}
}
