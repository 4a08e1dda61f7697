// SPDX-License-Identifier: Apache-2.0

//! That the invariants would be noticed to be broken.

use super::util::*;

/// A state with something of everything: two versions that extend each other and one of another
/// dataset, proven and withdrawn records, a removed version's record, attestations.
fn state() {
	let forest = committed(1, 10);
	prove(&forest, 1, 3);
	let longer = extended(2, 16, 1);
	prove(&longer, 2, 12);
	prove(&longer, 2, 6);
	assert_ok!(Provenance::withdraw_consent(by(bob()), 2, 6));
	publish_dataset(alice(), 2, 4);
	let other = Forest::new(5);
	assert_ok!(Provenance::commit_records(by(alice()), 4, other.tree().root, 5));
	let removed = committed(5, 5);
	prove(&removed, 5, 0);
	remove(5);
	assert_ok!(Provenance::release_commitment(by(alice()), 5));
	let evidence = Evidence { digest: H256::zero(), location: Some(bounded(b"a:b")) };
	for verdict in [Verdict::Positive, Verdict::Negative] {
		assert_ok!(Provenance::attest(
			by(bob()),
			1,
			Claim::PiiScan,
			verdict,
			Some(evidence.clone())
		));
	}
}

/// Break something, and see that this and nothing else is noticed.
fn breaks(number: &str, change: impl FnOnce()) {
	TestExt::new().build().execute_with(|| {
		state();
		Provenance::do_try_state().expect("nothing is broken yet");
		change();
		let error = Provenance::do_try_state().expect_err("broken");
		let sentence: &str = error.into();
		assert!(sentence.starts_with(number), "{sentence}");
	});
}

fn change_commitment(version: Sequence, change: impl FnOnce(&mut RecordsCommitmentOf<Test>)) {
	Commitments::<Test>::mutate(version, |commitment| change(commitment.as_mut().unwrap()));
}

fn change_segment(series: Sequence, at: usize, change: impl FnOnce(&mut Segment)) {
	Series::<Test>::mutate(series, |segments| change(&mut segments[at]));
}

fn change_attestation(change: impl FnOnce(&mut AttestationOf<Test>)) {
	Attestations::<Test>::mutate(1, 1u64.to_be_bytes(), |attestation| {
		change(attestation.as_mut().unwrap())
	});
}

#[test]
fn one_series_for_each_commitment() {
	breaks("1:", || change_commitment(2, |commitment| commitment.series = 4));
	breaks("1:", || change_commitment(2, |commitment| commitment.count = 17));
	breaks("1:", || {
		let stray = commitment(1);
		Commitments::<Test>::insert(9, stray);
	});
	breaks("1:", || {
		change_commitment(4, |commitment| commitment.count = MAX_RECORDS + 1);
		change_segment(4, 0, |segment| segment.end = MAX_RECORDS + 1);
	});
	breaks("1:", || {
		change_commitment(4, |commitment| commitment.count = 0);
		change_segment(4, 0, |segment| segment.end = 0);
	});
}

#[test]
fn series_in_order() {
	breaks("2:", || {
		let segments = Series::<Test>::take(1);
		Series::<Test>::insert(3, segments);
	});
	breaks("2:", || Series::<Test>::insert(9, crate::Segments::default()));
	breaks("2:", || change_segment(1, 1, |segment| segment.version = 1));
	breaks("2:", || change_segment(1, 1, |segment| segment.end = 9));
	breaks("2:", || Commitments::<Test>::remove(4));
}

#[test]
fn series_of_one_dataset() {
	breaks("3:", || {
		Versions::mutate(|versions| versions.get_mut(&2).unwrap().artifact = artifact(2))
	});
	breaks("3:", || {
		Artifacts::mutate(|artifacts| {
			artifacts.get_mut(&artifact(1)).unwrap().kind = ArtifactKind::Model
		})
	});
}

#[test]
fn counted_records() {
	breaks("4:", || change_segment(1, 0, |segment| segment.proven = 1));
	breaks("4:", || change_segment(1, 0, |segment| segment.withdrawn = 0));
	breaks("4:", || Records::<Test>::remove(2, 12));
	breaks("4:", || {
		Records::<Test>::mutate(2, 12, |record| record.as_mut().unwrap().withdrawn = true)
	});
}

#[test]
fn records_where_they_belong() {
	breaks("5:", || {
		let record = Records::<Test>::take(2, 12).unwrap();
		Records::<Test>::insert(2, 9, record);
	});
	breaks("5:", || {
		publish_dataset(alice(), 1, 5);
	});
}

#[test]
fn records_of_somebody() {
	breaks("6:", || {
		Records::<Test>::mutate(2, 12, |record| record.as_mut().unwrap().contributor = account(0))
	});
}

#[test]
fn attestations_known_to_their_attesters() {
	breaks("7:", || NextAttestation::<Test>::put(2));
	breaks("7:", || change_attestation(|attestation| attestation.attester = alice()));
	breaks("7:", || change_attestation(|attestation| attestation.verdict = Verdict::Neutral));
	breaks("7:", || Attestations::<Test>::remove(1, 1u64.to_be_bytes()));
	breaks("7:", || {
		AttestationsBy::<Test>::insert(1, alice(), frame_support::BoundedVec::default())
	});
}

#[test]
fn well_formed_locations() {
	breaks("8:", || {
		change_attestation(|attestation| {
			attestation.evidence.as_mut().unwrap().location = Some(bounded(b"no scheme"))
		})
	});
}

#[test]
fn no_attestation_from_the_future() {
	breaks("9:", || change_attestation(|attestation| attestation.attested_at = 2));
}

#[test]
fn deposits_held() {
	breaks("10:", || change_commitment(1, |commitment| commitment.deposit += 1));
	breaks("10:", || {
		Records::<Test>::mutate(2, 12, |record| record.as_mut().unwrap().deposit += 1)
	});
	breaks("10:", || change_attestation(|attestation| attestation.deposit += 1));
}
