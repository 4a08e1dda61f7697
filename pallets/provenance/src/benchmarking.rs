// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its bounds: proofs as long as they may be, series as full.

use super::*;
use agora_primitives::{
	attestation::MAX_ATTESTATIONS, text::MAX_LOCATION, Claim, Evidence, Leaf, Sequence, Verdict,
	MAX_CONSISTENCY_PROOF, MAX_INCLUSION_PROOF, MAX_RECORDS, MAX_SERIES,
};
use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		Get,
	},
	BoundedVec,
};
use frame_system::{Pallet as System, RawOrigin};
use sha2_011::{Digest, Sha256};
use sp_core::H256;
use sp_runtime::traits::Saturating;

/// Give an account enough for everything that happens here.
fn fund<T: Config>(who: &T::AccountId) {
	let deposits = T::ItemDeposit::get()
		.saturating_mul(10_000u32.into())
		.saturating_add(T::ByteDeposit::get().saturating_mul(1_000_000u32.into()));
	let minimum = T::Currency::minimum_balance().saturating_mul(1_000u32.into());
	T::Currency::set_balance(who, deposits.saturating_add(minimum));
}

fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

fn stranger<T: Config>() -> T::AccountId {
	let who = account("stranger", 0, 0);
	fund::<T>(&who);
	who
}

fn sha256(parts: &[&[u8]]) -> H256 {
	let mut hash = Sha256::new();
	parts.iter().for_each(|part| hash.update(part));
	let digest: [u8; 32] = hash.finalize().into();
	digest.into()
}

/// A leaf of the contributor, the root of a tree of `2^depth` leaves that has it in the first
/// place, and the siblings. The rest of the tree need not be known.
fn leftmost<T: Config>(contributor: &T::AccountId, depth: u32) -> (LeafOf<T>, H256, Vec<H256>) {
	let leaf = Leaf { contributor: contributor.clone(), record: H256::repeat_byte(1) };
	let siblings: Vec<_> =
		(0..depth).map(|level| H256::repeat_byte(u8::try_from(level).unwrap_or(0))).collect();
	let root = siblings.iter().fold(sha256(&[&[0], &leaf.encode()]), |node, sibling| {
		sha256(&[&[1], node.as_bytes(), sibling.as_bytes()])
	});
	(leaf, root, siblings)
}

/// Two trees, the second with one leaf more, and the proof of it, of `length` hashes.
fn consistent(length: u32) -> (proof::Tree, proof::Tree, Vec<H256>) {
	// All leaves of a tree of 2^n leaves but one, and then that one too: from the last but one leaf
	// upwards every node is a right child, but for itself.
	let depth = length.saturating_sub(1);
	let size = 1u64 << depth;
	let hash = |level: u32| H256::repeat_byte(u8::try_from(level).unwrap_or(0));
	let proof: Vec<_> = (0..length).map(hash).collect();
	if length < 2 {
		let tree = proof::Tree { root: hash(0), count: 1 };
		let grown = sha256(&[&[1], hash(0).as_bytes(), hash(0).as_bytes()]);
		return match length {
			0 => (tree, tree, proof),
			_ => (tree, proof::Tree { root: grown, count: 2 }, proof),
		};
	}
	// The old tree ends with a lone leaf, which moves up to its first sibling's level.
	let old = proof
		.iter()
		.skip(2)
		.fold(hash(0), |node, sibling| sha256(&[&[1], sibling.as_bytes(), node.as_bytes()]));
	let first = sha256(&[&[1], hash(0).as_bytes(), hash(1).as_bytes()]);
	let new = proof
		.iter()
		.skip(2)
		.fold(first, |node, sibling| sha256(&[&[1], sibling.as_bytes(), node.as_bytes()]));
	(
		proof::Tree { root: old, count: size.saturating_sub(1) },
		proof::Tree { root: new, count: size },
		proof,
	)
}

fn publish<T: Config>(owner: &T::AccountId, number: u32) -> Sequence {
	T::BenchmarkHelper::publish_dataset_version(owner, number)
}

fn commit<T: Config>(owner: &T::AccountId, version: Sequence, tree: proof::Tree) {
	let origin = RawOrigin::Signed(owner.clone()).into();
	Pallet::<T>::commit_records(origin, version, tree.root, tree.count)
		.expect("funded, owned, and committed once");
}

/// As many versions as can still be extended by one, the last with this tree.
fn series<T: Config>(owner: &T::AccountId, tree: proof::Tree) -> (Sequence, Sequence) {
	let (mut first, mut last) = (0, 0);
	for number in 0..MAX_SERIES.saturating_sub(1) {
		let version = publish::<T>(owner, number);
		commit::<T>(owner, version, tree);
		if number == 0 {
			first = version;
		} else {
			let origin = RawOrigin::Signed(owner.clone()).into();
			Pallet::<T>::extend_records(origin, version, last, BoundedVec::default())
				.expect("the same records");
		}
		last = version;
	}
	(first, last)
}

/// A proven record of the contributor in the last version of a full series, and that version.
fn proven<T: Config>(owner: &T::AccountId, contributor: &T::AccountId) -> (Sequence, Sequence) {
	let (leaf, root, siblings) = leftmost::<T>(contributor, MAX_INCLUSION_PROOF);
	let (first, last) = series::<T>(owner, proof::Tree { root, count: MAX_RECORDS });
	let origin = RawOrigin::Signed(contributor.clone()).into();
	Pallet::<T>::prove_record(origin, last, 0, leaf, BoundedVec::truncate_from(siblings))
		.expect("the proof holds");
	(first, last)
}

fn largest_evidence() -> Option<Evidence> {
	let mut location = vec![b'x'; MAX_LOCATION as usize];
	location[1] = b':';
	let location = Some(BoundedVec::truncate_from(location));
	Some(Evidence { digest: H256::repeat_byte(1), location })
}

fn attest<T: Config>(who: &T::AccountId, version: Sequence) {
	let origin = RawOrigin::Signed(who.clone()).into();
	let (claim, verdict) = (Claim::Evaluation, Verdict::Neutral);
	Pallet::<T>::attest(origin, version, claim, verdict, largest_evidence())
		.expect("funded, and there are not too many");
}

fn assert_last<T: Config>(event: Event<T>) {
	System::<T>::assert_last_event(<T as frame_system::Config>::RuntimeEvent::from(event));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn commit_records() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let root = H256::repeat_byte(1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), version, root, MAX_RECORDS);

		assert_eq!(Commitments::<T>::get(version).map(|commitment| commitment.root), Some(root));
	}

	/// The last version that a series has room for.
	#[benchmark]
	fn extend_records(p: Linear<0, MAX_CONSISTENCY_PROOF>) {
		let who = caller::<T>();
		let (old, new, proof) = consistent(p);
		let (first, previous) = series::<T>(&who, old);
		let version = publish::<T>(&who, MAX_SERIES);
		commit::<T>(&who, version, new);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), version, previous, BoundedVec::truncate_from(proof));

		assert_eq!(Commitments::<T>::get(version).map(|commitment| commitment.series), Some(first));
	}

	/// In a full series.
	#[benchmark]
	fn prove_record(p: Linear<0, MAX_INCLUSION_PROOF>) {
		let owner = stranger::<T>();
		let who = caller::<T>();
		let (leaf, root, siblings) = leftmost::<T>(&who, p);
		let (first, last) = series::<T>(&owner, proof::Tree { root, count: 1 << p });

		#[extrinsic_call]
		_(RawOrigin::Signed(who), last, 0, leaf, BoundedVec::truncate_from(siblings));

		assert!(Records::<T>::contains_key(first, 0));
	}

	/// In a full series.
	#[benchmark]
	fn withdraw_consent() {
		let owner = stranger::<T>();
		let who = caller::<T>();
		let (origin, last) = proven::<T>(&owner, &who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), last, 0);

		assert_last::<T>(Event::ConsentWithdrawn {
			version: last,
			origin,
			index: 0,
			contributor: who,
		});
	}

	/// The last that one account can make on one version.
	#[benchmark]
	fn attest() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		for _ in 1..MAX_ATTESTATIONS {
			super::attest::<T>(&who, version);
		}
		let evidence = largest_evidence();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), version, Claim::PiiScan, Verdict::Negative, evidence);

		let made = AttestationsBy::<T>::get(version, who).len();
		assert_eq!(u32::try_from(made), Ok(MAX_ATTESTATIONS));
	}

	/// One of as many as one account can make on one version.
	#[benchmark]
	fn revoke() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		for _ in 0..MAX_ATTESTATIONS {
			super::attest::<T>(&who, version);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), version, 1);

		assert!(!Attestations::<T>::contains_key(version, 1u64.to_be_bytes()));
	}

	/// The last of a series that is nearly full.
	#[benchmark]
	fn release_commitment() {
		let who = caller::<T>();
		let owner = stranger::<T>();
		let tree = proof::Tree { root: H256::repeat_byte(1), count: MAX_RECORDS };
		let (_, last) = series::<T>(&owner, tree);
		T::BenchmarkHelper::remove_version(&owner, last);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), last);

		assert!(!Commitments::<T>::contains_key(last));
	}

	#[benchmark]
	fn release_record() {
		let who = caller::<T>();
		let owner = stranger::<T>();
		let (leaf, root, siblings) = leftmost::<T>(&owner, MAX_INCLUSION_PROOF);
		let version = publish::<T>(&owner, 0);
		commit::<T>(&owner, version, proof::Tree { root, count: MAX_RECORDS });
		let origin = || RawOrigin::Signed(owner.clone()).into();
		let siblings = BoundedVec::truncate_from(siblings);
		Pallet::<T>::prove_record(origin(), version, 0, leaf, siblings).expect("the proof holds");
		T::BenchmarkHelper::remove_version(&owner, version);
		Pallet::<T>::release_commitment(origin(), version).expect("the version is gone");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), version, 0);

		assert!(!Records::<T>::contains_key(version, 0));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::TestExt::new().build(), crate::mock::Test);
}
