// SPDX-License-Identifier: Apache-2.0

//! What finality waits for is asked for again. A node that was cut off while the set of validators
//! changed does not hear the votes on it any more, and needs the justification of the block that
//! ended the set.
//!
//! The SDK asks for these one after the other: the next is due when the one before has come from a
//! peer. Where votes made that one final instead, the next is never asked for, and finality stands
//! until the node is started again (`sc-network-sync` 0.59, `ExtraRequests::on_block_finalized`: what
//! becomes a root of the tree is not made pending). So what a start would ask for is asked for
//! whenever finality stands. See `docs/decisions/0026-justifications-are-asked-for-again.md`.

use crate::service::{FinalityImport, FullClient};
use agora_runtime::{opaque::Block, BlockNumber, Hash};
use sc_client_api::HeaderBackend;
use sc_consensus::{JustificationImport, JustificationSyncLink};
use sc_network_sync::SyncingService;
use sc_service::TaskManager;
use std::{sync::Arc, time::Duration};

/// How often finality is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// At how many looks finality may stand before something is asked for: ten seconds are longer than it
/// takes where all is well, which is two or three blocks, and shorter than a session.
const PATIENCE: u32 = 5;

/// After how many looks at the same final block the same is done again: no sooner than the SDK takes a
/// request for lost, which is after 20 seconds. In between it asks one peer after the other.
const AGAIN: u32 = 10;

/// A block's hash and number.
type Id = (Hash, BlockNumber);

/// Look after finality as long as the node runs.
pub fn watch(
	task_manager: &TaskManager,
	client: Arc<FullClient>,
	mut finality: FinalityImport,
	sync: Arc<SyncingService<Block>>,
) {
	let watch = async move {
		let mut stand = Stand::default();
		loop {
			tokio::time::sleep(LOOK).await;
			if !stand.is_due(client.info().finalized_number) {
				continue;
			}
			let mut missing = finality.on_start().await;
			// A peer is blamed for what is final by now: its voters may be gone.
			let finalized = client.info().finalized_number;
			missing.retain(|(_, number)| *number > finalized);
			if !missing.is_empty() {
				log::info!(
					"Finality stands at #{}. Asking again for the justification of {}.",
					stand.finalized,
					named(&missing)
				);
			}
			ask(&*sync, &missing);
		}
	};
	task_manager.spawn_handle().spawn("justifications", Some("networking"), watch);
}

/// Drop all requests, and make those of these blocks in their order. What is asked for already would not
/// be taken again.
fn ask(sync: &dyn JustificationSyncLink<Block>, missing: &[Id]) {
	if missing.is_empty() {
		return;
	}
	sync.clear_justification_requests();
	for (hash, number) in missing {
		sync.request_justification(hash, *number);
	}
}

/// Where finality is, and how often it was found there since it came.
#[derive(Default)]
struct Stand {
	finalized: BlockNumber,
	looks: u32,
}

impl Stand {
	/// Look once more: whether it is time to ask.
	fn is_due(&mut self, finalized: BlockNumber) -> bool {
		if finalized != self.finalized {
			*self = Self { finalized, looks: 0 };
			return false;
		}
		self.looks = self.looks.saturating_add(1);
		self.looks >= PATIENCE && (self.looks - PATIENCE).is_multiple_of(AGAIN)
	}
}

fn named(missing: &[Id]) -> String {
	let names: Vec<_> = missing.iter().map(|(_, number)| format!("#{number}")).collect();
	names.join(", ")
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::sync::Mutex;

	/// What is asked of a link, in order: a number, or nothing where all is dropped.
	#[derive(Default)]
	struct Asked(Mutex<Vec<Option<BlockNumber>>>);

	impl JustificationSyncLink<Block> for Asked {
		fn request_justification(&self, _: &Hash, number: BlockNumber) {
			self.0.lock().unwrap().push(Some(number));
		}

		fn clear_justification_requests(&self) {
			self.0.lock().unwrap().push(None);
		}
	}

	fn block(number: BlockNumber) -> Id {
		(Hash::repeat_byte(number as u8), number)
	}

	#[test]
	fn what_is_missing_is_asked_for_from_the_lowest_on() {
		let asked = Asked::default();
		ask(&asked, &[block(8), block(16)]);
		assert_eq!(*asked.0.lock().unwrap(), [None, Some(8), Some(16)]);
	}

	#[test]
	fn requests_are_left_alone_where_nothing_is_missing() {
		let asked = Asked::default();
		ask(&asked, &[]);
		assert!(asked.0.lock().unwrap().is_empty());
	}

	#[test]
	fn nothing_is_due_while_finality_moves() {
		let mut stand = Stand::default();
		assert!((1..100).all(|number| !stand.is_due(number)));
	}

	#[test]
	fn it_is_time_when_finality_stands_and_now_and_then_after_that() {
		let mut stand = Stand::default();
		assert!(!stand.is_due(3));
		let due: Vec<_> = (1..=PATIENCE + 2 * AGAIN).filter(|_| stand.is_due(3)).collect();
		assert_eq!(due, [PATIENCE, PATIENCE + AGAIN, PATIENCE + 2 * AGAIN]);
		assert!(!stand.is_due(4));
		assert_eq!((1..PATIENCE).find(|_| stand.is_due(4)), None);
		assert!(stand.is_due(4));
	}
}
