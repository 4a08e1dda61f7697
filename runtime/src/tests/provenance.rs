// SPDX-License-Identifier: Apache-2.0

//! Records, consent and attestations on the real runtime.

use super::{
	chain::{on_dev, send},
	registry::{publish, publish_new, version},
};
use crate::{
	units::money::CENTS, AccountId, Balance, Balances, Provenance, Runtime, RuntimeCall,
	RuntimeHoldReason,
};
use agora_primitives::{
	api::{ProofFault, RecordState, TaintPage},
	artifact_id, ArtifactKind, Claim, Hash, Leaf, Relation, Sequence, SourceInput, Verdict,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::{DispatchResult, GetDispatchInfo},
	traits::fungible::InspectHold,
};
use pallet_provenance::{Call, Error, HoldReason};
use sp_io::hashing::sha2_256;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::Permill;

const SALT: [u8; 32] = [7; 32];

/// A dataset of as many records as a power of two, all of them Bob's but the last, which is
/// nobody's. Every level of the tree, leaves first.
pub struct Dataset {
	pub leaves: Vec<Leaf<AccountId>>,
	levels: Vec<Vec<Hash>>,
}

impl Dataset {
	pub fn new(count: usize) -> Self {
		let leaves: Vec<_> = (0..count)
			.map(|index| Leaf {
				contributor: match index {
					last if last + 1 == count => AccountId::new([0; 32]),
					_ => Bob.to_account_id(),
				},
				record: sha2_256(&(SALT, format!("record {index}").as_bytes()).encode()).into(),
			})
			.collect();
		let hashes = leaves.iter().map(|leaf| sha2_256(&(0u8, leaf).encode()).into()).collect();
		let mut levels: Vec<Vec<Hash>> = vec![hashes];
		while let Some(below) = levels.last().filter(|level| level.len() > 1) {
			let node = |pair: &[Hash]| sha2_256(&(1u8, pair[0], pair[1]).encode()).into();
			let above = below.chunks(2).map(node).collect();
			levels.push(above);
		}
		Self { leaves, levels }
	}

	pub fn root(&self) -> Hash {
		self.levels.last().unwrap()[0]
	}

	pub fn proof(&self, index: usize) -> Vec<Hash> {
		let below_root = &self.levels[..self.levels.len() - 1];
		below_root.iter().enumerate().map(|(level, of)| of[(index >> level) ^ 1]).collect()
	}

	pub fn commit(&self, version: Sequence) -> RuntimeCall {
		let count = self.leaves.len() as u64;
		Call::commit_records { version, root: self.root(), count }.into()
	}

	pub fn prove(&self, version: Sequence, index: usize) -> RuntimeCall {
		Call::prove_record {
			version,
			index: index as u64,
			leaf: self.leaves[index].clone(),
			proof: self.proof(index).try_into().unwrap(),
		}
		.into()
	}
}

fn source(sequence: Sequence, relation: Relation) -> SourceInput {
	SourceInput { sequence, relation, max_royalty: Permill::zero() }
}

fn publish_model(who: Sr25519Keyring, name: &str, digest: u8, sources: Vec<SourceInput>) {
	publish_new(who, ArtifactKind::Model, name, version(digest, Permill::zero(), sources));
}

/// Alice publishes a dataset of four records and commits to them: version 1.
fn published_dataset() -> Dataset {
	let dataset = Dataset::new(4);
	let first = version(1, Permill::zero(), vec![]);
	publish_new(Alice, ArtifactKind::Dataset, "letters", first);
	assert_ok!(send(Alice, dataset.commit(1)).unwrap());
	dataset
}

fn taint(version: Sequence, attesters: &[Sr25519Keyring]) -> TaintPage {
	let attesters = attesters.iter().map(|attester| attester.to_account_id()).collect();
	Provenance::api_taint(version, attesters, 16, 250, None).unwrap()
}

fn held(who: Sr25519Keyring, reason: HoldReason) -> Balance {
	let reason = RuntimeHoldReason::Provenance(reason);
	Balances::balance_on_hold(&reason, &who.to_account_id())
}

fn refusal(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

#[test]
fn a_contributor_proves_a_record_withdraws_and_the_model_trained_on_it_shows_it() {
	on_dev(|| {
		let dataset = published_dataset();

		// Bob proves that his second record is in it. Nobody can do so in his place.
		assert_eq!(send(Charlie, dataset.prove(1, 1)).unwrap(), refusal(Error::NotContributor));
		assert_ok!(send(Bob, dataset.prove(1, 1)).unwrap());
		assert_eq!(send(Bob, dataset.prove(1, 1)).unwrap(), refusal(Error::AlreadyProven));
		assert!(held(Bob, HoldReason::Record) > 0);

		// Charlie trains a model on it, and Dave quantizes that.
		publish_model(Charlie, "reader", 2, vec![source(1, Relation::TrainedOn)]);
		publish_model(Dave, "small-reader", 3, vec![source(2, Relation::Quantization)]);
		assert_eq!(taint(3, &[]).items, []);

		// Bob changes his mind. Both models show it.
		assert_ok!(send(Bob, Call::withdraw_consent { version: 1, index: 1 }).unwrap());
		let page = taint(3, &[]);
		assert_eq!(page.examined, 3);
		assert_eq!(page.items.len(), 1);
		let found = &page.items[0];
		assert_eq!((found.sequence, found.depth, found.consent_withdrawn), (1, 2, 1));
		assert_eq!(taint(2, &[]).items[0].depth, 1);

		// Nothing more is trained on it, but it can go on without the record.
		let new = version(4, Permill::zero(), vec![source(1, Relation::TrainedOn)]);
		let reader = artifact_id(&Charlie.to_account_id(), b"reader");
		assert_eq!(
			send(Charlie, publish(reader, new)).unwrap(),
			Err(pallet_registry::Error::<Runtime>::SourceConsentWithdrawn.into())
		);
		let without = version(5, Permill::zero(), vec![source(1, Relation::Subset)]);
		publish_new(Dave, ArtifactKind::Dataset, "letters-without", without);
		publish_model(Charlie, "late-reader", 6, vec![source(4, Relation::TrainedOn)]);
		// Whoever looks sees where it came from.
		assert_eq!(taint(5, &[]).items[0].sequence, 1);
	});
}

#[test]
fn anybody_can_attest_and_only_those_who_are_trusted_taint() {
	on_dev(|| {
		published_dataset();
		publish_model(Charlie, "reader", 2, vec![source(1, Relation::TrainedOn)]);
		let attest = |claim, verdict| Call::attest { version: 1, claim, verdict, evidence: None };
		assert_ok!(send(Dave, attest(Claim::PiiScan, Verdict::Negative)).unwrap());
		assert_eq!(taint(2, &[]).items, []);
		assert_eq!(taint(2, &[Bob]).items, []);
		assert_eq!(taint(2, &[Bob, Dave]).items[0].negative, [1]);
		let revoke = || Call::revoke { version: 1, attestation: 1 };
		assert_eq!(send(Alice, revoke()).unwrap(), refusal(Error::NotAttester));
		assert_ok!(send(Dave, revoke()).unwrap());
		assert_eq!(taint(2, &[Dave]).items, []);
		assert_eq!(held(Dave, HoldReason::Attestation), 0);
	});
}

#[test]
fn commit_and_extend_go_in_one_transaction() {
	on_dev(|| {
		let dataset = published_dataset();
		assert_ok!(send(Bob, dataset.prove(1, 2)).unwrap());
		let artifact = artifact_id(&Alice.to_account_id(), b"letters");
		// The same records with another manifest.
		let again = version(9, Permill::zero(), vec![]);
		let extend =
			Call::extend_records { version: 2, previous: 1, proof: Default::default() }.into();
		let calls = vec![publish(artifact, again), dataset.commit(2), extend];
		assert_ok!(send(Alice, pallet_utility::Call::batch_all { calls }).unwrap());
		let view = Provenance::api_commitment(2).unwrap();
		assert_eq!((view.series, view.previous, view.proven), (1, Some(1), 1));
		assert_eq!(send(Bob, dataset.prove(2, 2)).unwrap(), refusal(Error::AlreadyProven));
		assert_ok!(send(Bob, dataset.prove(2, 0)).unwrap());
		assert_eq!(Provenance::api_commitment(1).unwrap().proven, 2);
	});
}

#[test]
fn a_proof_is_verified_without_a_transaction() {
	on_dev(|| {
		let dataset = published_dataset();
		let verify = |index: u64, of: usize| {
			let leaf = dataset.leaves[of].clone();
			Provenance::api_verify_record(1, index, leaf, dataset.proof(of))
		};
		assert_eq!(verify(3, 3), Ok(RecordState::Unproven));
		assert_eq!(verify(3, 2), Err(ProofFault::Invalid));
		assert_eq!(verify(4, 2), Err(ProofFault::IndexOutOfRange));
	});
}

#[test]
fn all_deposits_come_back() {
	on_dev(|| {
		let dataset = published_dataset();
		for index in 0..3 {
			assert_ok!(send(Bob, dataset.prove(1, index)).unwrap());
		}
		assert_ok!(send(Bob, Call::withdraw_consent { version: 1, index: 2 }).unwrap());
		let release = || Call::release_commitment { version: 1 };
		assert_eq!(send(Dave, release()).unwrap(), refusal(Error::VersionExists));
		let remove = pallet_registry::Call::remove_version { sequence: 1 };
		assert_ok!(send(Alice, remove).unwrap());
		assert_ok!(send(Dave, release()).unwrap());
		for index in 0..3 {
			assert_ok!(send(Dave, Call::release_record { version: 1, index }).unwrap());
		}
		assert_eq!(held(Alice, HoldReason::Commitment) + held(Bob, HoldReason::Record), 0);
	});
}

#[test]
fn what_readme_says_is_held() {
	on_dev(|| {
		let dataset = published_dataset();
		assert_ok!(send(Bob, dataset.prove(1, 0)).unwrap());
		use crate::units::money::deposit;
		assert_eq!(held(Alice, HoldReason::Commitment), deposit(2, 210));
		assert_eq!(held(Bob, HoldReason::Record), deposit(1, 97));
	});
}

#[test]
fn the_longest_proof_costs_cents_and_fits_many_times_into_a_block() {
	let call: RuntimeCall = Call::prove_record {
		version: 1,
		index: u64::from(u32::MAX),
		leaf: Leaf { contributor: Bob.to_account_id(), record: Hash::zero() },
		proof: vec![Hash::zero(); 32].try_into().unwrap(),
	}
	.into();
	let weight = call.get_dispatch_info().call_weight;
	let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
	assert!(block.ref_time() / weight.ref_time() > 500, "{weight:?}");
	on_dev(|| {
		let length = call.encoded_size() as u32;
		let fee = crate::TransactionPayment::query_call_fee_details(call, length).final_fee();
		assert!(fee < 5 * CENTS, "{fee}");
	});
}
