// SPDX-License-Identifier: Apache-2.0

//! `attest` and `revoke`.

use super::util::*;
use agora_primitives::attestation::MAX_ATTESTATIONS;
use frame_support::dispatch::DispatchResult;

fn evidence(location: Option<&str>) -> Option<Evidence> {
	let location = location.map(|location| bounded(location.as_bytes()));
	Some(Evidence { digest: H256::repeat_byte(0xe1), location })
}

fn attest(who: AccountId, version: Sequence, verdict: Verdict) -> DispatchResult {
	Provenance::attest(by(who), version, Claim::SafetyAudit, verdict, None)
}

#[test]
fn attests() {
	TestExt::new().run(|| {
		publish(alice(), 1, ArtifactKind::Model, 1, &[]);
		System::set_block_number(9);
		let evidence = evidence(Some("https://example.org/report"));
		assert_ok!(Provenance::attest(
			by(bob()),
			1,
			Claim::PiiScan,
			Verdict::Negative,
			evidence.clone()
		));

		let stored = Attestations::<Test>::get(1, 1u64.to_be_bytes()).unwrap();
		let deposit = held(HoldReason::Attestation, bob());
		assert!(deposit > 0);
		assert_eq!(
			stored,
			AttestationOf::<Test> {
				attester: bob(),
				claim: Claim::PiiScan,
				verdict: Verdict::Negative,
				evidence: evidence.clone(),
				attested_at: 9,
				deposit,
			}
		);
		assert_last(Event::Attested {
			attestation: 1,
			version: 1,
			attester: bob(),
			claim: Claim::PiiScan,
			verdict: Verdict::Negative,
			evidence,
			deposit,
		});
		assert_eq!(NextAttestation::<Test>::get(), 2);
	});
}

#[test]
fn one_can_attest_many_things_to_what_is_ones_own_too() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		for claim in Claim::ALL {
			assert_ok!(Provenance::attest(by(alice()), 1, claim, Verdict::Positive, None));
		}
		assert_eq!(AttestationsBy::<Test>::get(1, alice()).len(), Claim::ALL.len());
	});
}

#[test]
fn fails_to_attest_to_nothing() {
	TestExt::new().run(|| {
		assert_noop!(attest(bob(), 1, Verdict::Positive), Error::<Test>::VersionNotFound);
		assert_noop!(attest(bob(), u64::MAX, Verdict::Positive), Error::<Test>::VersionNotFound);
	});
}

#[test]
fn fails_when_the_location_is_malformed() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		for location in ["", "no scheme", "https://with space"] {
			assert_noop!(
				Provenance::attest(
					by(bob()),
					1,
					Claim::Evaluation,
					Verdict::Neutral,
					evidence(Some(location))
				),
				Error::<Test>::InvalidLocation
			);
		}
	});
}

#[test]
fn fails_when_there_are_too_many() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		publish_dataset(alice(), 1, 2);
		for _ in 0..MAX_ATTESTATIONS {
			assert_ok!(attest(bob(), 1, Verdict::Positive));
		}
		assert_noop!(attest(bob(), 1, Verdict::Negative), Error::<Test>::TooManyAttestations);
		// Others are not kept from it, nor are other versions.
		assert_ok!(attest(mallory(), 1, Verdict::Negative));
		assert_ok!(attest(bob(), 2, Verdict::Negative));
		assert_ok!(Provenance::revoke(by(bob()), 1, 3));
		assert_ok!(attest(bob(), 1, Verdict::Negative));
	});
}

#[test]
fn revokes() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		assert_ok!(attest(bob(), 1, Verdict::Positive));
		assert_ok!(attest(bob(), 1, Verdict::Negative));
		let deposit = Attestations::<Test>::get(1, 1u64.to_be_bytes()).unwrap().deposit;
		assert_ok!(Provenance::revoke(by(bob()), 1, 1));
		assert_last(Event::AttestationRevoked {
			attestation: 1,
			version: 1,
			attester: bob(),
			claim: Claim::SafetyAudit,
			verdict: Verdict::Positive,
			deposit,
		});
		assert_eq!(AttestationsBy::<Test>::get(1, bob()).len(), 1);
		assert_ok!(Provenance::revoke(by(bob()), 1, 2));
		assert!(!AttestationsBy::<Test>::contains_key(1, bob()));
		assert_eq!(free(bob()), ENDOWMENT);
		// Ids are not given again.
		assert_ok!(attest(bob(), 1, Verdict::Positive));
		assert!(Attestations::<Test>::contains_key(1, 3u64.to_be_bytes()));
	});
}

#[test]
fn revokes_after_the_version_was_removed() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		assert_ok!(attest(bob(), 1, Verdict::Positive));
		remove(1);
		assert_ok!(Provenance::revoke(by(bob()), 1, 1));
		assert_eq!(free(bob()), ENDOWMENT);
	});
}

#[test]
fn fails_to_revoke_what_is_anothers_or_nothing() {
	TestExt::new().run(|| {
		publish_dataset(alice(), 1, 1);
		publish_dataset(alice(), 1, 2);
		assert_ok!(attest(bob(), 1, Verdict::Positive));
		let revoke = |who, version, id| Provenance::revoke(by(who), version, id);
		// Not even the owner of what it is about.
		assert_noop!(revoke(alice(), 1, 1), Error::<Test>::NotAttester);
		assert_noop!(revoke(mallory(), 1, 1), Error::<Test>::NotAttester);
		assert_noop!(revoke(bob(), 2, 1), Error::<Test>::AttestationNotFound);
		assert_noop!(revoke(bob(), 1, 2), Error::<Test>::AttestationNotFound);
		assert_ok!(revoke(bob(), 1, 1));
		assert_noop!(revoke(bob(), 1, 1), Error::<Test>::AttestationNotFound);
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_paid() {
	TestExt::new().endow(bob(), ITEM).run(|| {
		publish_dataset(alice(), 1, 1);
		assert_noop!(attest(bob(), 1, Verdict::Positive), sp_runtime::TokenError::FundsUnavailable);
	});
}
