// SPDX-License-Identifier: Apache-2.0

//! What these tests share: datasets of Alice's with records of Bob's, and calls past the command.

use common::{
	chain::{text, Call, Node, ALICE, BOB},
	tree::{self, Leaf},
	Outcome,
};
use serde_json::Value;
use subxt::dynamic::{tx, Value as Scale};

/// Who publishes here.
pub const SIGNER: Option<&str> = Some("//Alice");
/// Who contributes records here, and attests.
pub const CONTRIBUTOR: Option<&str> = Some("//Bob");

pub fn public(name: &str) -> [u8; 32] {
	subxt_signer::sr25519::Keypair::from_uri(&name.parse().unwrap()).unwrap().public_key().0
}

pub fn call(name: &str, arguments: Vec<Scale>) -> Call {
	tx("Provenance", name, arguments)
}

pub fn number(number: u64) -> Scale {
	Scale::u128(number.into())
}

pub fn hashes(hashes: &[tree::Hash]) -> Scale {
	Scale::unnamed_composite(hashes.iter().map(Scale::from_bytes))
}

pub fn commit_records(version: u64, root: tree::Hash, count: u64) -> Call {
	call("commit_records", vec![number(version), Scale::from_bytes(root), number(count)])
}

pub fn extend_records(version: u64, previous: u64, proof: &[tree::Hash]) -> Call {
	call("extend_records", vec![number(version), number(previous), hashes(proof)])
}

/// The arguments of everything that takes a record's proof.
pub fn proof_arguments(version: u64, index: u64, leaf: Leaf, proof: &[tree::Hash]) -> Vec<Scale> {
	let leaf = Scale::named_composite([
		("contributor", Scale::from_bytes(&leaf[..32])),
		("record", Scale::from_bytes(&leaf[32..])),
	]);
	vec![number(version), number(index), leaf, hashes(proof)]
}

pub fn prove_record(version: u64, index: u64, leaf: Leaf, proof: &[tree::Hash]) -> Call {
	call("prove_record", proof_arguments(version, index, leaf, proof))
}

pub fn withdraw_consent(version: u64, index: u64) -> Call {
	call("withdraw_consent", vec![number(version), number(index)])
}

/// So many records; Bob contributed each third, beginning with the first, and nobody the others.
pub fn records(count: usize) -> Vec<Leaf> {
	let contributor = |index| if index % 3 == 0 { public("//Bob") } else { [0; 32] };
	(0..count).map(|index| tree::leaf(contributor(index), &format!("record {index}"))).collect()
}

/// A dataset version of Alice's.
pub struct Dataset {
	/// What it is called.
	pub reference: String,
	/// What the chain knows it by.
	pub sequence: u64,
}

impl Dataset {
	/// Published, without a commitment.
	pub fn published(node: &Node, name: &str) -> Self {
		let published = node.published(name, &["--kind", "dataset"]);
		let reference = text(&published["reference"]).to_owned();
		Self { reference, sequence: published["sequence"].as_u64().unwrap() }
	}

	/// Published, and committed to these records.
	pub fn committed(node: &Node, name: &str, records: &[Leaf]) -> Self {
		let dataset = Self::published(node, name);
		dataset.commit(node, records);
		dataset
	}

	pub fn commit(&self, node: &Node, records: &[Leaf]) {
		let call = commit_records(self.sequence, tree::root(records), records.len() as u64);
		node.send("//Alice", &call).unwrap();
	}

	/// Bob proves a record of his.
	pub fn prove(&self, node: &Node, records: &[Leaf], index: usize) {
		let proof = tree::inclusion(index, records);
		let call = prove_record(self.sequence, index as u64, records[index], &proof);
		node.send("//Bob", &call).unwrap();
	}

	pub fn shown(&self, node: &Node) -> Value {
		node.agora(None, &["show", &self.reference]).result()["version"].clone()
	}
}

/// What an account holds for provenance.
pub fn held(node: &Node, account: &str) -> u128 {
	let holds = node.balance(account).1;
	holds.iter().filter(|(reason, _)| reason.starts_with("Provenance.")).map(|hold| hold.1).sum()
}

/// The command is refused with this code, and not even a fee was paid.
pub fn refused(node: &Node, signer: &str, code: &str, arguments: &[&str]) -> Outcome {
	let account = if signer == "//Alice" { ALICE } else { BOB };
	let free = node.balance(account).0;
	let outcome = node.refused(code, || node.agora(Some(signer), arguments));
	assert_eq!(node.balance(account).0, free, "{code} cost a fee");
	outcome
}

/// The chain refuses a call with this error, and a version is what it was.
pub fn chain_refuses(node: &Node, signer: &str, error: &str, version: &Dataset, call: &Call) {
	let before = (version.shown(node), held(node, ALICE), held(node, BOB));
	assert_eq!(node.send(signer, call), Err(error.to_owned()), "{}", call.call_name());
	let after = (version.shown(node), held(node, ALICE), held(node, BOB));
	assert_eq!(after, before, "{error} changed something");
}
