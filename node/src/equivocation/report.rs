// SPDX-License-Identifier: Apache-2.0

//! Reports of two blocks for one slot: made, and put into the pool until it has them.

use crate::service::FullClient;
use agora_runtime::{opaque::Block, Hash, Header};
use sc_client_api::HeaderBackend;
use sc_transaction_pool_api::{
	error::{Error as PoolError, IntoPoolError},
	LocalTransactionPool, OffchainTransactionPoolFactory, TransactionSource,
};
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_consensus_babe::{AuthorityId, BabeApi, EquivocationProof, OpaqueKeyOwnershipProof, Slot};
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	OpaqueExtrinsic,
};
use sp_transaction_pool::runtime_api::TaggedTransactionQueue;
use std::sync::{Arc, Mutex, PoisonError};

/// With how many blocks a report is tried before it is given up.
const TRIES: u32 = 10;

/// Where reports are handed in.
pub trait Desk {
	/// The best block, on which what is handed in has to be valid.
	fn best(&self) -> Hash;

	/// The proof that the offender is a validator in the session of a block, if it is.
	fn ownership(
		&self,
		at: Hash,
		proof: &EquivocationProof<Header>,
	) -> Result<Option<OpaqueKeyOwnershipProof>, String>;

	/// See to it that the pool or the chain has the report.
	fn submit(
		&self,
		at: Hash,
		proof: EquivocationProof<Header>,
		owner: OpaqueKeyOwnershipProof,
	) -> Result<(), String>;
}

struct Report {
	proof: EquivocationProof<Header>,
	/// The later one of the two blocks.
	block: Hash,
	tries: u32,
}

impl Report {
	fn of(&self) -> (Slot, AuthorityId) {
		(self.proof.slot, self.proof.offender.clone())
	}

	fn hand_in(&self, desk: &impl Desk) -> Result<(), String> {
		let best = desk.best();
		// The chain takes the session of the slot alone, and the block's own state has it. Another
		// block may be of the next session, and the parent of the one before.
		let owner = desk.ownership(self.block, &self.proof);
		// A block that lost against another one has no state for long.
		let owner = owner.or_else(|_| desk.ownership(best, &self.proof))?;
		let owner = owner.ok_or("it is no validator of this session")?;
		desk.submit(best, self.proof.clone(), owner)
	}
}

/// Reports that are not in the pool yet.
#[derive(Default)]
pub struct Reports(Vec<Report>);

impl Reports {
	/// There is one more, of which `block` is the later block.
	pub fn add(&mut self, proof: EquivocationProof<Header>, block: Hash) {
		let report = Report { proof, block, tries: 0 };
		if self.0.iter().any(|other| other.of() == report.of()) {
			return;
		}
		log::warn!(
			"The validator with the BABE key {} made two blocks for slot {}: {:?} and {:?}",
			report.proof.offender,
			u64::from(report.proof.slot),
			report.proof.first_header.hash(),
			report.proof.second_header.hash(),
		);
		self.0.push(report);
	}

	/// Hand them in. Says which ones need not be told again; others are tried with the next block.
	pub fn hand_in(&mut self, desk: &impl Desk) -> Vec<(Slot, AuthorityId)> {
		let mut told = Vec::new();
		self.0.retain_mut(|report| {
			report.tries += 1;
			let Err(why) = report.hand_in(desk) else {
				log::info!("The equivocation is reported to the chain");
				told.push(report.of());
				return false;
			};
			let again = report.tries < TRIES;
			if again {
				log::debug!("The equivocation is not reported yet: {why}");
			} else {
				log::warn!("The equivocation is not reported by this node: {why}");
			}
			again
		});
		told
	}
}

/// The chain and the pool of this node.
pub struct Here<Pool> {
	/// The chain.
	pub client: Arc<FullClient>,
	/// What the reports are put into. They reach the chain with the next block that this node makes:
	/// they are not passed on, and every validator sends its own.
	pub pool: Pool,
}

impl<Pool: LocalTransactionPool<Block = Block>> Desk for Here<Pool> {
	fn best(&self) -> Hash {
		self.client.info().best_hash
	}

	fn ownership(
		&self,
		at: Hash,
		proof: &EquivocationProof<Header>,
	) -> Result<Option<OpaqueKeyOwnershipProof>, String> {
		let (slot, offender) = (proof.slot, proof.offender.clone());
		let api = self.client.runtime_api();
		api.generate_key_ownership_proof(at, slot, offender).map_err(|error| error.to_string())
	}

	fn submit(
		&self,
		at: Hash,
		proof: EquivocationProof<Header>,
		owner: OpaqueKeyOwnershipProof,
	) -> Result<(), String> {
		let report = self.transaction(at, proof, owner)?;
		// The pool takes even what it then throws away, without a word.
		let validity = self.client.runtime_api().validate_transaction(
			at,
			TransactionSource::Local,
			report.clone(),
			at,
		);
		match validity.map_err(|error| error.to_string())? {
			Ok(_) => self.put(at, report),
			// Somebody's report was faster.
			Err(TransactionValidityError::Invalid(InvalidTransaction::Stale)) => Ok(()),
			Err(error) => Err(format!("the chain would not take it: {error:?}")),
		}
	}
}

impl<Pool: LocalTransactionPool<Block = Block>> Here<Pool> {
	/// The report as the runtime makes it.
	fn transaction(
		&self,
		at: Hash,
		proof: EquivocationProof<Header>,
		owner: OpaqueKeyOwnershipProof,
	) -> Result<OpaqueExtrinsic, String> {
		let outbox = Outbox::default();
		let mut api = self.client.runtime_api();
		api.register_extension(outbox.factory().offchain_transaction_pool(at));
		api.submit_report_equivocation_unsigned_extrinsic(at, proof, owner)
			.map_err(|error| error.to_string())?;
		outbox.take().ok_or_else(|| "the runtime makes no report of it".into())
	}

	fn put(&self, at: Hash, report: OpaqueExtrinsic) -> Result<(), String> {
		match self.pool.submit_local(at, report).map_err(IntoPoolError::into_pool_error) {
			Ok(_) => Ok(()),
			Err(Ok(error)) if is_there(&error) => Ok(()),
			Err(Ok(error)) => Err(error.to_string()),
			Err(Err(error)) => Err(error.to_string()),
		}
	}
}

/// Whether the pool has the report, or another one of the same validator and slot.
fn is_there(error: &PoolError) -> bool {
	matches!(error, PoolError::AlreadyImported(_) | PoolError::TooLowPriority { .. })
}

/// Holds what the runtime wants to send, and sends nothing.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Option<OpaqueExtrinsic>>>);

impl Outbox {
	/// What the runtime is given to send with.
	pub fn factory(&self) -> OffchainTransactionPoolFactory<Block> {
		OffchainTransactionPoolFactory::new(self.clone())
	}

	fn take(&self) -> Option<OpaqueExtrinsic> {
		self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
	}
}

impl LocalTransactionPool for Outbox {
	type Block = Block;
	type Hash = Hash;
	type Error = PoolError;

	fn submit_local(&self, _: Hash, transaction: OpaqueExtrinsic) -> Result<Hash, PoolError> {
		*self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(transaction);
		Ok(Hash::default())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_keyring::Sr25519Keyring::Alice;
	use std::cell::{Cell, RefCell};

	const PARENT: Hash = Hash::repeat_byte(1);
	const BLOCK: Hash = Hash::repeat_byte(2);
	const BEST: Hash = Hash::repeat_byte(3);

	/// A node that notes what it is asked.
	#[derive(Default)]
	struct Noted {
		/// At which blocks it was asked for the session.
		asked: RefCell<Vec<Hash>>,
		/// At which blocks it was given reports.
		given: RefCell<Vec<Hash>>,
		/// Whether the state of the block is gone.
		gone: bool,
		/// How many reports it refuses.
		refuses: Cell<u32>,
	}

	impl Desk for Noted {
		fn best(&self) -> Hash {
			BEST
		}

		fn ownership(
			&self,
			at: Hash,
			_: &EquivocationProof<Header>,
		) -> Result<Option<OpaqueKeyOwnershipProof>, String> {
			self.asked.borrow_mut().push(at);
			if self.gone && at == BLOCK {
				return Err("no state".into());
			}
			Ok(Some(OpaqueKeyOwnershipProof::new(vec![])))
		}

		fn submit(
			&self,
			at: Hash,
			_: EquivocationProof<Header>,
			_: OpaqueKeyOwnershipProof,
		) -> Result<(), String> {
			self.given.borrow_mut().push(at);
			match self.refuses.get() {
				0 => Ok(()),
				left => {
					self.refuses.set(left - 1);
					Err("full".into())
				}
			}
		}
	}

	fn pair() -> EquivocationProof<Header> {
		use sp_runtime::traits::Header as _;
		let header = |state| {
			Header::new(1, Hash::zero(), Hash::repeat_byte(state), PARENT, Default::default())
		};
		EquivocationProof {
			offender: Alice.public().into(),
			slot: 7.into(),
			first_header: header(1),
			second_header: header(2),
		}
	}

	fn handed_in(desk: &Noted, times: usize) -> Vec<usize> {
		let mut reports = Reports::default();
		reports.add(pair(), BLOCK);
		(0..times).map(|_| reports.hand_in(desk).len()).collect()
	}

	#[test]
	fn the_session_is_that_of_the_block_itself() {
		let desk = Noted::default();
		assert_eq!(handed_in(&desk, 2), [1, 0]);
		assert_eq!((desk.asked.take(), desk.given.take()), (vec![BLOCK], vec![BEST]));
	}

	#[test]
	fn where_the_state_of_the_block_is_gone_it_is_that_of_the_best_one() {
		let desk = Noted { gone: true, ..Default::default() };
		assert_eq!(handed_in(&desk, 1), [1]);
		assert_eq!((desk.asked.take(), desk.given.take()), (vec![BLOCK, BEST], vec![BEST]));
	}

	#[test]
	fn what_is_refused_is_tried_again_and_not_for_ever() {
		let desk = Noted { refuses: 2.into(), ..Default::default() };
		assert_eq!(handed_in(&desk, 4), [0, 0, 1, 0]);

		let desk = Noted { refuses: 100.into(), ..Default::default() };
		assert_eq!(handed_in(&desk, 20), [0; 20]);
		assert_eq!(desk.given.take().len(), usize::try_from(TRIES).unwrap());
	}

	#[test]
	fn one_report_of_a_validator_and_slot_waits_at_a_time() {
		let mut reports = Reports::default();
		reports.add(pair(), BLOCK);
		reports.add(pair(), BEST);
		assert_eq!(reports.hand_in(&Noted::default()), [(7.into(), Alice.public().into())]);
	}

	#[test]
	fn the_pool_has_what_it_had_before() {
		assert!(is_there(&PoolError::AlreadyImported(Box::new(()))));
		assert!(is_there(&PoolError::TooLowPriority { old: 1, new: 1 }));
		assert!(!is_there(&PoolError::ImmediatelyDropped));
		assert!(!is_there(&PoolError::TemporarilyBanned));
	}
}
