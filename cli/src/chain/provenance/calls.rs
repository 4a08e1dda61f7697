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
