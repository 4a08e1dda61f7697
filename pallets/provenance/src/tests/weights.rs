// SPDX-License-Identifier: Apache-2.0

//! That counted weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own.

use super::util::*;
use crate::weights::{self, inclusion, size};
use agora_test_utils::{longest, paid, storage_access, Distinct};
use frame_support::{dispatch::GetDispatchInfo, traits::StorageInfoTrait, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Counted = weights::Counted<Distinct>;

/// Make a call, and see that it reads and writes exactly what it pays for, but for what it reads of
/// the registry, which is a list here.
fn check(name: &str, weight: Weight, of_registry: u64, who: AccountId, call: crate::Call<Test>) {
	let call = RuntimeCall::Provenance(call);
	assert!(call.get_dispatch_info().call_weight.ref_time() > 0);
	let mut result = None;
	let (reads, writes) = storage_access(|| result = Some(call.dispatch(by(who))));
	result.unwrap().unwrap_or_else(|error| panic!("{name}: {error:?}"));
	let (paid_reads, paid_writes) = paid(weight);
	assert_eq!(reads + of_registry, paid_reads, "{name} reads");
	assert_eq!(writes, paid_writes, "{name} writes");
}

#[test]
fn every_read_and_write_is_paid_for() {
	use crate::Call;
	TestExt::new().run(|| {
		// Accounts that all did something before, so that no key is new.
		committed(1, 10);
		let first = publish_dataset(alice(), 1, 2);
		let forest = Forest::new(16);
		let root = forest.tree().root;
		let call = Call::commit_records { version: first, root, count: 16 };
		check("commit_records", Counted::commit_records(), 2, alice(), call);
		let proof = forest.consistency(10);
		let weight = Counted::extend_records(proof.len() as u32);
		let call = Call::extend_records { version: 2, previous: 1, proof: bounded(&proof) };
		check("extend_records", weight, 3, alice(), call);
		prove(&forest, 2, 0);
		let proof = forest.inclusion(3);
		let weight = Counted::prove_record(proof.len() as u32);
		let call =
			Call::prove_record { version: 2, index: 3, leaf: leaf(3), proof: bounded(&proof) };
		check("prove_record", weight, 1, bob(), call);
		let call = Call::withdraw_consent { version: 2, index: 3 };
		check("withdraw_consent", Counted::withdraw_consent(), 0, bob(), call);
		let (claim, verdict) = (Claim::Evaluation, Verdict::Neutral);
		let attest = || Call::attest { version: 2, claim, verdict, evidence: None };
		check("attest", Counted::attest(), 1, bob(), attest());
		check("attest", Counted::attest(), 1, bob(), attest());
		for attestation in [2, 1] {
			let call = Call::revoke { version: 2, attestation };
			check("revoke", Counted::revoke(), 0, bob(), call);
		}
		remove(2);
		remove(1);
		for version in [2, 1] {
			let call = Call::release_commitment { version };
			check("release_commitment", Counted::release_commitment(), 1, alice(), call);
		}
		let call = Call::release_record { version: 1, index: 3 };
		check("release_record", Counted::release_record(), 0, bob(), call);
	});
}

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Provenance", "Commitments"), size::COMMITMENTS);
	assert_eq!(length("Provenance", "Series"), size::SERIES);
	assert_eq!(length("Provenance", "Records"), size::RECORDS);
	assert_eq!(length("Provenance", "NextAttestation"), size::NEXT_ATTESTATION);
	assert_eq!(length("Provenance", "Attestations"), size::ATTESTATIONS);
	assert_eq!(length("Provenance", "AttestationsBy"), size::ATTESTATIONS_BY);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// As many reasons as a runtime may have; this one has but three.
	assert!(length("Balances", "Holds") <= size::HOLDS);
}

#[test]
fn every_call_has_a_weight_of_both_kinds() {
	let weights = [
		<() as WeightInfo>::commit_records(),
		<() as WeightInfo>::extend_records(0),
		<() as WeightInfo>::prove_record(0),
		<() as WeightInfo>::withdraw_consent(),
		<() as WeightInfo>::attest(),
		<() as WeightInfo>::revoke(),
		<() as WeightInfo>::release_commitment(),
		<() as WeightInfo>::release_record(),
	];
	for weight in weights {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
}

#[test]
fn longer_proofs_weigh_more() {
	assert!(inclusion(32).ref_time() > 10 * inclusion(2).ref_time());
	let of = <() as WeightInfo>::extend_records;
	assert!(of(33).ref_time() > of(0).ref_time());
}
