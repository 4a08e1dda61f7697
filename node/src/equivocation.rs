// SPDX-License-Identifier: Apache-2.0

//! Two blocks by one validator for one slot: an offence, which every node that sees it reports to
//! the chain.
//!
//! The SDK reports it too, but from headers that it has taken the seal off (`sc-consensus-babe`
//! 0.60, `check_and_report_equivocation`). The chain finds no signature in them and refuses. So the
//! SDK's reports are left unsent, and these go in their place.

mod report;

use crate::service::{FullClient, TransactionPool};
use agora_runtime::{opaque::Block, Header};
use futures::StreamExt;
use report::{Here, Outbox, Reports};
use sc_client_api::BlockchainEvents;
use sc_service::TaskManager;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest},
	AuthorityId, BabeApi, EquivocationProof, Slot,
};
use sp_runtime::{traits::Header as _, RuntimeAppPublic};
use std::{
	collections::{btree_map::Entry, BTreeMap},
	sync::Arc,
};

/// For how many slots blocks are remembered: as long as the SDK does.
const SLOTS: u64 = 1_000;

/// What the SDK is given to send its reports with.
pub fn unsent() -> OffchainTransactionPoolFactory<Block> {
	Outbox::default().factory()
}

/// Look at each block that is imported, as long as the node runs. Those of an initial sync are not
/// among them: what they prove is old.
pub fn spawn(task_manager: &TaskManager, client: Arc<FullClient>, pool: Arc<TransactionPool>) {
	let watch = async move {
		let mut blocks = client.import_notification_stream();
		let (mut seen, mut reports) = (Seen::default(), Reports::default());
		let here = Here { client: client.clone(), pool };
		while let Some(block) = blocks.next().await {
			match look_at(&client, &mut seen, block.header) {
				Ok(Some(proof)) => reports.add(proof, block.hash),
				Ok(None) => {}
				Err(error) => log::warn!("An equivocation may go unreported: {error}"),
			}
			for (slot, author) in reports.hand_in(&here) {
				seen.told(slot, author);
			}
		}
	};
	// Runs the runtime.
	task_manager.spawn_handle().spawn_blocking("equivocations", Some("block-authoring"), watch);
}

/// Remember who made the block; what proves that they made another one for the same slot.
fn look_at(
	client: &FullClient,
	seen: &mut Seen,
	header: Header,
) -> Result<Option<EquivocationProof<Header>>, ApiError> {
	let parent = *header.parent_hash();
	let Some(slot) = slot_and_index(&header).map(|(slot, _)| slot) else { return Ok(None) };
	let api = client.runtime_api();
	// The first block of an epoch is of the one that its parent announced.
	let mut author = author(&header, api.current_epoch(parent)?.authorities);
	if author.is_none() {
		author = self::author(&header, api.next_epoch(parent)?.authorities);
	}
	Ok(author.and_then(|author| seen.see(slot, author, header)))
}

/// When the block was made, and which of the authorities says that it did.
fn slot_and_index(header: &Header) -> Option<(Slot, usize)> {
	let digest: PreDigest =
		header.digest().logs().iter().find_map(|log| log.as_babe_pre_digest())?;
	Some((digest.slot(), usize::try_from(digest.authority_index()).ok()?))
}

/// Who of `authorities` sealed the header.
fn author<Weight>(header: &Header, authorities: Vec<(AuthorityId, Weight)>) -> Option<AuthorityId> {
	let (_, index) = slot_and_index(header)?;
	let (author, _) = authorities.into_iter().nth(index)?;
	let mut unsealed = header.clone();
	let seal = unsealed.digest_mut().pop()?.as_babe_seal()?;
	author.verify(&unsealed.hash(), &seal).then_some(author)
}

/// The first block of each validator for each of the last slots.
#[derive(Default)]
struct Seen(BTreeMap<(Slot, AuthorityId), First>);

struct First {
	header: Header,
	/// Whether another one was reported. That is enough.
	told: bool,
}

impl Seen {
	/// Remember the block; what proves that its author made two for one slot, until that is told.
	fn see(
		&mut self,
		slot: Slot,
		author: AuthorityId,
		header: Header,
	) -> Option<EquivocationProof<Header>> {
		self.0.retain(|(old, _), _| u64::from(*old).saturating_add(SLOTS) >= u64::from(slot));
		match self.0.entry((slot, author.clone())) {
			Entry::Vacant(entry) => {
				entry.insert(First { header, told: false });
				None
			}
			Entry::Occupied(entry) => {
				let first = entry.get();
				let is_news = !first.told && first.header != header;
				is_news.then(|| EquivocationProof {
					slot,
					offender: author,
					first_header: first.header.clone(),
					second_header: header,
				})
			}
		}
	}

	/// The pool or the chain has a report of the author.
	fn told(&mut self, slot: Slot, author: AuthorityId) {
		if let Some(first) = self.0.get_mut(&(slot, author)) {
			first.told = true;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use agora_runtime::Hash;
	use sp_consensus_babe::{check_equivocation_proof, digests::SecondaryPlainPreDigest};
	use sp_core::Pair;
	use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
	use sp_runtime::DigestItem;

	/// A block that Alice, the only authority, should have made.
	fn sealed(slot: u64, state: u8, by: Sr25519Keyring) -> Header {
		let claim = SecondaryPlainPreDigest { authority_index: 0, slot: slot.into() };
		let mut header = Header::new(
			1,
			Hash::zero(),
			Hash::repeat_byte(state),
			Hash::zero(),
			sp_runtime::Digest {
				logs: vec![DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim))],
			},
		);
		let seal = by.pair().sign(header.hash().as_ref()).into();
		header.digest_mut().push(DigestItem::babe_seal(seal));
		header
	}

	fn see(seen: &mut Seen, header: Header) -> Option<EquivocationProof<Header>> {
		let (slot, _) = slot_and_index(&header)?;
		let author = author(&header, vec![(Alice.public().into(), 1)])?;
		seen.see(slot, author, header)
	}

	#[test]
	fn two_blocks_for_a_slot_prove_it_until_it_is_told() {
		let mut seen = Seen::default();
		let first = sealed(7, 1, Alice);
		assert!(see(&mut seen, first.clone()).is_none());
		assert!(see(&mut seen, first).is_none(), "the same again");
		assert!(see(&mut seen, sealed(8, 2, Alice)).is_none(), "another slot");
		let proof = see(&mut seen, sealed(7, 2, Alice)).expect("two blocks for slot 7");
		assert!(check_equivocation_proof(proof));
		// Nothing came of the first report.
		assert!(see(&mut seen, sealed(7, 3, Alice)).is_some());
		seen.told(7.into(), Alice.public().into());
		assert!(see(&mut seen, sealed(7, 4, Alice)).is_none(), "it is known");
	}

	#[test]
	fn what_somebody_else_sealed_proves_nothing() {
		let mut seen = Seen::default();
		assert!(see(&mut seen, sealed(7, 1, Alice)).is_none());
		assert!(see(&mut seen, sealed(7, 2, Bob)).is_none());
		assert_eq!(seen.0.len(), 1);
	}

	#[test]
	fn old_slots_are_forgotten() {
		let mut seen = Seen::default();
		let header = sealed(7, 1, Alice);
		for slot in 0..2 * SLOTS {
			assert!(seen.see(slot.into(), Alice.public().into(), header.clone()).is_none());
		}
		assert!(seen.0.len() <= usize::try_from(SLOTS).unwrap() + 1);
	}
}
