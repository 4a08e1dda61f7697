// SPDX-License-Identifier: Apache-2.0

//! An import that fails leaves the tree of BABE's epochs as it was.
//!
//! The SDK puts the epoch that a block announces into the tree before the block is imported, and takes
//! it out again if that fails; but not where the weight of the best block is missing
//! (`sc-consensus-babe` 0.60, `BabeBlockImport::import_block`). It is missing when finality, in the same
//! moment, moves to another fork than the best block's. What then remains in the tree is a block that
//! the node does not have, no block of that epoch can be imported any more, and the node stands until
//! it is started again. See `docs/decisions/0027-a-failed-import-leaves-no-epoch.md`.

use agora_runtime::{opaque::Block, Header};
use futures::lock::Mutex;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::Epoch;
use sc_consensus_epochs::SharedEpochChanges;
use sp_consensus_babe::digests::CompatibleDigestItem;
use sp_runtime::traits::Header as _;
use std::sync::Arc;

/// BABE's import, or what stands for it, with the tree put back where it fails.
#[derive(Clone)]
pub struct Restoring<Inner> {
	inner: Inner,
	epochs: SharedEpochChanges<Block, Epoch>,
	/// Held by who imports: what another import did to the tree must not be undone.
	turn: Arc<Mutex<()>>,
}

impl<Inner> Restoring<Inner> {
	/// Import through `inner`, which keeps its epochs in `epochs`.
	pub fn new(inner: Inner, epochs: SharedEpochChanges<Block, Epoch>) -> Self {
		Self { inner, epochs, turn: Default::default() }
	}
}

#[async_trait::async_trait]
impl<Inner: BlockImport<Block> + Send + Sync> BlockImport<Block> for Restoring<Inner> {
	type Error = Inner::Error;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(
		&self,
		block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		let _turn = self.turn.lock().await;
		let before = announces_epoch(&block.header).then(|| self.epochs.shared_data().clone());
		let result = self.inner.import_block(block).await;
		if let Some(before) = before.filter(|_| !matches!(result, Ok(ImportResult::Imported(_)))) {
			*self.epochs.shared_data() = before;
		}
		result
	}
}

fn announces_epoch(header: &Header) -> bool {
	header.digest().logs().iter().any(|log| log.as_next_epoch_descriptor().is_some())
}

#[cfg(test)]
mod tests {
	use super::*;
	use agora_runtime::Hash;
	use codec::Encode;
	use futures::executor::block_on;
	use sc_consensus_epochs::EpochChanges;
	use sp_consensus::{BlockOrigin, Error};
	use sp_consensus_babe::{digests::NextEpochDescriptor, ConsensusLog, Slot, BABE_ENGINE_ID};
	use sp_runtime::{Digest, DigestItem};

	const NUMBER: u32 = 5;

	/// Puts an epoch into the tree, and ends as it is told.
	struct Announcing {
		epochs: SharedEpochChanges<Block, Epoch>,
		end: fn() -> Result<ImportResult, Error>,
	}

	#[async_trait::async_trait]
	impl BlockImport<Block> for Announcing {
		type Error = Error;

		async fn check_block(&self, _: BlockCheckParams<Block>) -> Result<ImportResult, Error> {
			Ok(ImportResult::imported(false))
		}

		async fn import_block(
			&self,
			block: BlockImportParams<Block>,
		) -> Result<ImportResult, Error> {
			let (parent, hash) = (*block.header.parent_hash(), block.header.hash());
			self.epochs.shared_data().reset(parent, hash, NUMBER, epoch(), epoch());
			(self.end)()
		}
	}

	fn epoch() -> Epoch {
		let config = sp_consensus_babe::BabeConfiguration {
			slot_duration: 3_000,
			epoch_length: 8,
			c: (1, 4),
			authorities: Vec::new(),
			randomness: [0; 32],
			allowed_slots: sp_consensus_babe::AllowedSlots::PrimarySlots,
		};
		Epoch::genesis(&config, Slot::from(1))
	}

	fn header(digest: Digest) -> Header {
		Header::new(NUMBER, Hash::default(), Hash::default(), Hash::repeat_byte(1), digest)
	}

	fn announcement() -> Digest {
		let next = NextEpochDescriptor { authorities: Vec::new(), randomness: [0; 32] };
		let log = ConsensusLog::NextEpochData(next);
		Digest { logs: vec![DigestItem::Consensus(BABE_ENGINE_ID, log.encode())] }
	}

	/// How many blocks are in the tree after the import of one that announces an epoch.
	fn left_after(end: fn() -> Result<ImportResult, Error>) -> usize {
		let epochs = SharedEpochChanges::<Block, Epoch>::new(EpochChanges::new());
		let import = Restoring::new(Announcing { epochs: epochs.clone(), end }, epochs.clone());
		let block = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header(announcement()));
		let expected = end().is_ok();
		assert_eq!(block_on(import.import_block(block)).is_ok(), expected);
		let left = epochs.shared_data().tree().iter().count();
		left
	}

	#[test]
	fn a_failed_import_leaves_the_tree_as_it_was() {
		assert_eq!(left_after(|| Err(Error::ChainLookup("no weight".into()))), 0);
		assert_eq!(left_after(|| Ok(ImportResult::UnknownParent)), 0);
	}

	#[test]
	fn the_epoch_of_an_imported_block_stays() {
		assert_eq!(left_after(|| Ok(ImportResult::imported(true))), 2);
	}

	#[test]
	fn blocks_that_announce_an_epoch_are_told_from_others() {
		assert!(announces_epoch(&header(announcement())));
		assert!(!announces_epoch(&header(Digest::default())));
	}
}
