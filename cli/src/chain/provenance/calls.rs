// SPDX-License-Identifier: Apache-2.0

//! The calls of the pallet, one function each.

use super::{
	types::{AttestationId, Claim, Evidence, Leaf, Verdict},
	PALLET,
};
use crate::chain::{
	calls::{number, option, Call},
	types::{Hash, Sequence},
};
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::dynamic,
};

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(PALLET, name, Composite::named(arguments))
}

fn hashes(hashes: &[Hash]) -> Value {
	Value::unnamed_composite(hashes.iter().map(|hash| Value::from(*hash)))
}

/// `commit_records`: commit a dataset version to its records.
pub fn commit_records(version: Sequence, root: Hash, count: u64) -> Call {
	let arguments = [("version", number(version)), ("root", root.into()), ("count", number(count))];
	call("commit_records", arguments)
}

/// `extend_records`: prove that a version only appends to the records of another.
pub fn extend_records(version: Sequence, previous: Sequence, proof: &[Hash]) -> Call {
	let arguments =
		[("version", number(version)), ("previous", number(previous)), ("proof", hashes(proof))];
	call("extend_records", arguments)
}

/// `prove_record`: prove that the signer's record is in a version.
pub fn prove_record(version: Sequence, index: u64, leaf: Leaf, proof: &[Hash]) -> Call {
	let arguments = [
		("version", number(version)),
		("index", number(index)),
		("leaf", leaf.into()),
		("proof", hashes(proof)),
	];
	call("prove_record", arguments)
}

/// `withdraw_consent`: withdraw consent to the use of a record, for ever.
pub fn withdraw_consent(version: Sequence, index: u64) -> Call {
	call("withdraw_consent", [("version", number(version)), ("index", number(index))])
}

/// `attest`: say something about a version, under the signer's name.
pub fn attest(
	version: Sequence,
	claim: Claim,
	verdict: Verdict,
	evidence: Option<&Evidence>,
) -> Call {
	let arguments = [
		("version", number(version)),
		("claim", claim.into()),
		("verdict", verdict.into()),
		("evidence", option(evidence.map(Value::from))),
	];
	call("attest", arguments)
}

/// `revoke`: take an attestation back.
pub fn revoke(version: Sequence, attestation: AttestationId) -> Call {
	call("revoke", [("version", number(version)), ("attestation", number(attestation))])
}

/// `release_commitment`: give back the deposit for the records of a removed version.
pub fn release_commitment(version: Sequence) -> Call {
	call("release_commitment", [("version", number(version))])
}

/// `release_record`: give back the deposit for a record whose commitment is gone.
pub fn release_record(version: Sequence, index: u64) -> Call {
	call("release_record", [("version", number(version)), ("index", number(index))])
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::{
		calls::{
			batch_all,
			tests::{assert_every_call, encode, metadata},
		},
		types::Text,
	};
	use subxt::utils::AccountId32;

	const VERSION: Sequence = 1 << 40;

	fn leaf() -> Leaf {
		Leaf { contributor: AccountId32([7; 32]), record: Hash([8; 32]) }
	}

	fn evidence(location: Option<&str>) -> Evidence {
		Evidence { digest: Hash([9; 32]), location: location.map(|text| Text(text.to_owned())) }
	}

	/// Every call that this command can make, with proofs as long as they may be.
	fn every_call() -> Vec<Call> {
		vec![
			commit_records(VERSION, Hash([1; 32]), 1 << 32),
			extend_records(VERSION, 2, &[Hash([3; 32]); 33]),
			prove_record(VERSION, u64::MAX, leaf(), &[Hash([4; 32]); 32]),
			withdraw_consent(VERSION, 5),
			attest(VERSION, Claim::PiiScan, Verdict::Negative, Some(&evidence(Some("ipfs:a")))),
			revoke(VERSION, 6),
			release_commitment(VERSION),
			release_record(VERSION, 7),
		]
	}

	#[test]
	fn every_call_of_the_pallet_can_be_made() {
		let metadata = metadata();
		let calls = every_call();
		assert_every_call(&calls, PALLET, &metadata);
		// As a version that extends another is committed.
		let both = calls[..2].to_vec();
		let inner: usize = both.iter().map(|call| encode(call, &metadata).len()).sum();
		assert_eq!(encode(&batch_all(both), &metadata).len(), inner + 3);
	}

	#[test]
	fn calls_are_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(PALLET).unwrap().call_index();
		let check = |call: Call, parts: &[&[u8]]| {
			assert_eq!(encode(&call, &metadata)[0], index);
			assert_eq!(encode(&call, &metadata)[1..], parts.concat(), "{}", call.call_name());
		};
		let version = VERSION.to_le_bytes();
		let (two, three) = (2u64.to_le_bytes(), 3u64.to_le_bytes());
		check(commit_records(VERSION, Hash([1; 32]), 3), &[&[0], &version, &[1; 32], &three]);
		// A list of one hash is no hash.
		let hashes = [Hash([1; 32]), Hash([2; 32])];
		check(extend_records(VERSION, 2, &[]), &[&[1], &version, &two, &[0]]);
		check(extend_records(VERSION, 2, &hashes[..1]), &[&[1], &version, &two, &[4], &[1; 32]]);
		check(
			prove_record(VERSION, 3, leaf(), &hashes),
			&[&[2], &version, &three, &leaf().data(), &[8], &[1; 32], &[2; 32]],
		);
		check(withdraw_consent(VERSION, 3), &[&[3], &version, &three]);
		for (claim, verdict, said) in [
			(Claim::Evaluation, Verdict::Positive, [0, 0]),
			(Claim::LicenseAudit, Verdict::Neutral, [1, 1]),
			(Claim::SafetyAudit, Verdict::Negative, [2, 2]),
			(Claim::TrainingRun, Verdict::Positive, [3, 0]),
			(Claim::PiiScan, Verdict::Negative, [4, 2]),
		] {
			check(attest(VERSION, claim, verdict, None), &[&[4], &version, &said, &[0]]);
		}
		let said =
			|location| attest(VERSION, Claim::PiiScan, Verdict::Neutral, Some(&evidence(location)));
		check(said(None), &[&[4], &version, &[4, 1, 1], &[9; 32], &[0]]);
		let located: &[&[u8]] = &[&[4], &version, &[4, 1, 1], &[9; 32], &[1, 6 << 2], b"ipfs:a"];
		check(said(Some("ipfs:a")), located);
		check(revoke(VERSION, 2), &[&[5], &version, &two]);
		check(release_commitment(VERSION), &[&[6], &version]);
		check(release_record(VERSION, 2), &[&[7], &version, &two]);
	}
}
