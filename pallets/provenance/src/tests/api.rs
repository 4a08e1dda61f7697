// SPDX-License-Identifier: Apache-2.0

//! What clients read, but for taint.

use super::util::*;
use agora_primitives::api::{ProofFault, RecordState, MAX_PAGE};

#[test]
fn shows_commitments() {
	TestExt::new().run(|| {
		assert_eq!(Provenance::api_commitment(1), None);
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		let longer = extended(2, 12, 1);
		extended(3, 15, 2);
		prove(&longer, 2, 9);
		assert_ok!(Provenance::withdraw_consent(by(bob()), 2, 3));

		let view = Provenance::api_commitment(2).unwrap();
		assert_eq!((view.version, view.root, view.count), (2, longer.tree().root, 12));
		assert_eq!((view.series, view.previous, view.next), (1, Some(1), Some(3)));
		assert_eq!((view.proven, view.withdrawn), (2, 1));
		assert_eq!((view.depositor, view.deposit), (alice(), commitment(2).deposit));
		let ends = |version| {
			let view = Provenance::api_commitment(version).unwrap();
			(view.previous, view.next)
		};
		assert_eq!((ends(1), ends(3)), ((None, Some(2)), (Some(2), None)));
	});
}

#[test]
fn shows_records() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		prove(&forest, 1, 3);
		extended(2, 12, 1);
		let view = Provenance::api_record(2, 3).unwrap();
		assert_eq!((view.origin, view.index, view.contributor), (1, 3, bob()));
		assert_eq!((view.withdrawn, view.deposit), (false, held(HoldReason::Record, bob())));
		assert_ok!(Provenance::withdraw_consent(by(bob()), 1, 3));
		assert!(Provenance::api_record(2, 3).unwrap().withdrawn);
		for (version, index) in [(1, 4), (1, 10), (1, u64::MAX), (2, 12), (9, 0)] {
			assert_eq!(Provenance::api_record(version, index), None);
		}
	});
}

#[test]
fn verifies_without_a_transaction() {
	TestExt::new().run(|| {
		let forest = committed(1, 10);
		let proof = forest.inclusion(3);
		let verify = |version, index, leaf, proof: &[H256]| {
			Provenance::api_verify_record(version, index, leaf, proof.to_vec())
		};
		assert_eq!(verify(1, 3, leaf(3), &proof), Ok(RecordState::Unproven));
		// Also what names no contributor.
		assert_eq!(verify(1, 4, leaf(4), &forest.inclusion(4)), Ok(RecordState::Unproven));
		prove(&forest, 1, 3);
		assert_eq!(verify(1, 3, leaf(3), &proof), Ok(RecordState::Proven));
		assert_ok!(Provenance::withdraw_consent(by(bob()), 1, 3));
		assert_eq!(verify(1, 3, leaf(3), &proof), Ok(RecordState::Withdrawn));

		assert_eq!(verify(2, 3, leaf(3), &proof), Err(ProofFault::NotCommitted));
		assert_eq!(verify(1, 10, leaf(3), &proof), Err(ProofFault::IndexOutOfRange));
		assert_eq!(verify(1, u64::MAX, leaf(3), &proof), Err(ProofFault::IndexOutOfRange));
		assert_eq!(verify(1, 2, leaf(3), &proof), Err(ProofFault::Invalid));
		assert_eq!(verify(1, 3, leaf(2), &proof), Err(ProofFault::Invalid));
		assert_eq!(verify(1, 3, leaf(3), &vec![H256::zero(); 100_000]), Err(ProofFault::Invalid));
	});
}

#[test]
fn lists_attestations_in_order_and_in_pages() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		publish_dataset(alice(), 1, 2);
		let attest = |who, version| {
			Provenance::attest(by(who), version, Claim::Evaluation, Verdict::Neutral, None)
		};
		// Enough that the order of bytes would differ from that of numbers.
		NextAttestation::<Test>::put(250);
		for _ in 0..5 {
			for who in 1..=ACCOUNTS {
				assert_ok!(attest(account(who), 1));
				assert_ok!(attest(account(who), 2));
			}
		}
		let all: Vec<u64> = (250..300).step_by(2).collect();
		let mut seen = vec![];
		let mut after = None;
		loop {
			let page = Provenance::api_attestations(1, after, 7);
			assert!(page.items.len() <= 7);
			seen.extend(page.items.into_iter().map(|view| view.id));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		assert_eq!(seen, all);
		assert_eq!(Provenance::api_attestations(1, None, u32::MAX).items.len(), 25);
		assert_eq!(Provenance::api_attestations(1, None, 0).items.len(), 1);
		assert_eq!(Provenance::api_attestations(1, Some(u64::MAX), MAX_PAGE).items, []);
		assert_eq!(Provenance::api_attestations(3, None, MAX_PAGE).items, []);
		let first = &Provenance::api_attestations(2, None, 1).items[0];
		assert_eq!((first.id, &first.attestation.attester), (251, &account(1)));
	});
}
