// SPDX-License-Identifier: Apache-2.0

//! Commitments to records, proofs of records, and versions that extend each other.

use crate::util::{
	chain_refuses, commit_records, extend_records, held, proof_arguments, prove_record, records,
	refused, Dataset, CONTRIBUTOR,
};
use common::{
	chain::{amount, Call, Node, ALICE},
	run,
	tree::{self, Leaf},
};
use serde_json::{json, Value};

/// What the node over a record and the next is the hash of, which is as long as a leaf.
fn inner(records: &[Leaf], index: usize) -> Leaf {
	let child = |index: usize| tree::root(&records[index..=index]);
	[child(index), child(index + 1)].concat().try_into().unwrap()
}

pub fn a_commitment_is_shown(node: &Node) {
	let records = records(7);
	let dataset = Dataset::published(node, "shown-records");
	assert_eq!(dataset.shown(node)["records"], Value::Null);
	let before = held(node, ALICE);
	dataset.commit(node, &records);
	let shown = dataset.shown(node)["records"].clone();
	assert_eq!(shown["root"], format!("0x{}", hex::encode(tree::root(&records))));
	assert_eq!((&shown["count"], &shown["proven"]), (&json!(7), &json!(0)));
	assert_eq!((&shown["withdrawn"], &shown["series"]), (&json!(0), &json!(dataset.sequence)));
	assert_eq!((&shown["extends"], &shown["extendedBy"]), (&Value::Null, &Value::Null));
	assert_eq!(shown["depositor"], ALICE);
	assert_eq!(held(node, ALICE) - before, amount(&shown["deposit"]));
	dataset.prove(node, &records, 0);
	dataset.prove(node, &records, 6);
	assert_eq!(dataset.shown(node)["records"]["proven"], 2);
	let text = run(&mut node.command(None, &["show", &dataset.reference])).stdout;
	assert!(text.contains("records      7, proven 2, consent withdrawn 0\n"), "{text}");
}

pub fn refuses_commitments_that_cannot_be(node: &Node) {
	let records = records(3);
	let root = tree::root(&records);
	let dataset = Dataset::published(node, "uncommitted");
	let at = dataset.sequence;
	for (error, signer, version, count) in [
		("NoRecords", "//Alice", at, 0),
		("TooManyRecords", "//Alice", at, (1 << 32) + 1),
		("TooManyRecords", "//Alice", at, u64::MAX),
		("NotOwner", "//Bob", at, 3),
		("VersionNotFound", "//Alice", at + 1000, 3),
		("VersionNotFound", "//Alice", u64::MAX, 3),
	] {
		let call = commit_records(version, root, count);
		chain_refuses(node, signer, error, &dataset, &call);
	}
	let model = node.published("model-records", &[])["sequence"].as_u64().unwrap();
	chain_refuses(node, "//Alice", "NotDataset", &dataset, &commit_records(model, root, 3));
	dataset.commit(node, &records);
	chain_refuses(node, "//Alice", "AlreadyCommitted", &dataset, &commit_records(at, root, 3));
}

pub fn refuses_proofs_that_do_not_hold(node: &Node) {
	let records = records(7);
	let dataset = Dataset::committed(node, "proofs", &records);
	let smaller = Dataset::committed(node, "proofs-smaller", &records[..6]);
	let bare = Dataset::published(node, "proofs-bare");
	let proof = tree::inclusion(3, &records);
	let at = dataset.sequence;
	let refuse = |error: &str, call: Call| chain_refuses(node, "//Bob", error, &dataset, &call);

	refuse("InvalidProof", prove_record(at, 0, records[3], &proof));
	refuse("InvalidProof", prove_record(at, 6, records[3], &proof));
	let mut swapped = proof.clone();
	swapped.swap(0, 1);
	refuse("InvalidProof", prove_record(at, 3, records[3], &swapped));
	refuse("InvalidProof", prove_record(at, 3, records[3], &proof[..2]));
	refuse("InvalidProof", prove_record(at, 3, records[3], &[&proof[..], &proof[..1]].concat()));
	refuse("InvalidProof", prove_record(at, 3, records[3], &[]));
	let mut other = records[3];
	other[63] ^= 1;
	refuse("InvalidProof", prove_record(at, 3, other, &proof));
	// What an inner node is the hash of is as long as a leaf, and nobody's account.
	refuse("NotContributor", prove_record(at, 1, inner(&records, 2), &proof[1..]));
	// The proof of another version, and of a tree of another size.
	let here = smaller.sequence;
	refuse("InvalidProof", prove_record(here, 3, records[3], &proof));
	let there = tree::inclusion(3, &records[..6]);
	refuse("InvalidProof", prove_record(at, 3, records[3], &there));
	refuse("NotCommitted", prove_record(bare.sequence, 3, records[3], &proof));
	refuse("VersionNotFound", prove_record(u64::MAX, 3, records[3], &proof));
	for index in [7, 1 << 32, u64::MAX - 1, u64::MAX] {
		refuse("IndexOutOfRange", prove_record(at, index, records[3], &proof));
	}
	// Copied out of the pool by another account, and sent by it.
	let copied = prove_record(at, 3, records[3], &proof);
	chain_refuses(node, "//Alice", "NotContributor", &dataset, &copied);
	// A record that nobody contributed is nobody's to prove.
	let nobodys = prove_record(at, 1, records[1], &tree::inclusion(1, &records));
	refuse("NoContributor", nobodys);
	dataset.prove(node, &records, 3);
	refuse("AlreadyProven", prove_record(at, 3, records[3], &proof));
}

pub fn proofs_are_checked_without_a_transaction(node: &Node) {
	let records = records(6);
	let dataset = Dataset::committed(node, "checked", &records);
	let bare = Dataset::published(node, "checked-bare");
	let at = dataset.sequence;
	let ask = |version, index, leaf, proof: &[tree::Hash]| {
		let arguments = proof_arguments(version, index, leaf, proof);
		node.ask("ProvenanceApi", "verify_record", arguments)
	};
	let proof = tree::inclusion(3, &records);
	assert_eq!(ask(at, 3, records[3], &proof), "Ok.Unproven");
	dataset.prove(node, &records, 3);
	assert_eq!(ask(at, 3, records[3], &proof), "Ok.Proven");
	node.agora(CONTRIBUTOR, &["dataset", "withdraw", &dataset.reference, "3"]).result();
	assert_eq!(ask(at, 3, records[3], &proof), "Ok.Withdrawn");
	// Nobody's record is in it as well.
	assert_eq!(ask(at, 1, records[1], &tree::inclusion(1, &records)), "Ok.Unproven");

	assert_eq!(ask(bare.sequence, 3, records[3], &proof), "Err.NotCommitted");
	assert_eq!(ask(u64::MAX, u64::MAX, records[3], &proof), "Err.NotCommitted");
	for index in [6, 7, 1 << 32, u64::MAX - 1, u64::MAX] {
		assert_eq!(ask(at, index, records[3], &proof), "Err.IndexOutOfRange");
	}
	assert_eq!(ask(at, 2, records[3], &proof), "Err.Invalid");
	assert_eq!(ask(at, 3, records[2], &proof), "Err.Invalid");
	for length in [0, 1, 2, 4, 33, 5000] {
		let proof = proof.iter().copied().cycle().take(length).collect::<Vec<_>>();
		assert_eq!(ask(at, 3, records[3], &proof), "Err.Invalid", "{length} hashes");
	}
	// A node over two records, at each place and with each end of the proof of its first.
	let above = tree::inclusion(4, &records);
	for index in 0..6 {
		for from in 0..=above.len() {
			assert_eq!(ask(at, index, inner(&records, 4), &above[from..]), "Err.Invalid");
		}
	}
}

pub fn versions_extend_each_other(node: &Node) {
	let records = records(9);
	let first = Dataset::committed(node, "series", &records[..4]);
	let second = Dataset::committed(node, "series", &records[..7]);
	let extend = |of: &Dataset, previous: &Dataset, before, count| {
		let proof = tree::consistency(before, &records[..count]);
		node.send("//Alice", &extend_records(of.sequence, previous.sequence, &proof)).unwrap();
	};
	first.prove(node, &records[..4], 3);
	extend(&second, &first, 4, 7);
	let third = Dataset::committed(node, "series", &records);
	extend(&third, &second, 7, 9);
	// The same records in another version: nothing is appended, and nothing is to be proven.
	let same = Dataset::committed(node, "series", &records);
	extend(&same, &third, 9, 9);

	let shown = second.shown(node)["records"].clone();
	assert_eq!(shown["series"], first.sequence);
	assert_eq!(
		(&shown["extends"], &shown["extendedBy"]),
		(&json!(first.sequence), &json!(third.sequence))
	);
	assert_eq!(shown["extendsReference"], first.reference);
	assert_eq!(shown["extendedByReference"], third.reference);
	assert_eq!(same.shown(node)["records"]["extendedBy"], Value::Null);
	// Proof and withdrawal at an index carry over, wherever they were made.
	third.prove(node, &records, 6);
	let counts = |dataset: &Dataset| {
		let records = dataset.shown(node)["records"].clone();
		(records["proven"].as_u64().unwrap(), records["withdrawn"].as_u64().unwrap())
	};
	let all = [&first, &second, &third, &same];
	assert_eq!(all.map(counts), [(1, 0), (2, 0), (2, 0), (2, 0)]);
	let proof = tree::inclusion(3, &records);
	let again = prove_record(same.sequence, 3, records[3], &proof);
	chain_refuses(node, "//Bob", "AlreadyProven", &same, &again);
	let withdraw = ["dataset", "withdraw", &same.reference, "3"];
	let withdrawn = node.agora(CONTRIBUTOR, &withdraw).result().clone();
	assert_eq!(withdrawn["origin"], first.sequence);
	assert_eq!(all.map(counts), [(1, 1), (2, 1), (2, 1), (2, 1)]);
	refused(node, "//Bob", "consent-withdrawn", &["dataset", "withdraw", &first.reference, "3"]);
	let text = run(&mut node.command(None, &["show", &second.reference])).stdout;
	assert!(text.contains(&format!("extends      {}\n", first.reference)), "{text}");
	assert!(text.contains(&format!("extended by  {}\n", third.reference)), "{text}");
}

pub fn refuses_extensions_that_cannot_be(node: &Node) {
	let records = records(7);
	let proof = tree::consistency(3, &records);
	let first = Dataset::committed(node, "rewritten", &records[..3]);
	let second = Dataset::committed(node, "rewritten", &records);
	let refuse = |error: &str, call: Call| chain_refuses(node, "//Alice", error, &second, &call);
	let (at, from) = (second.sequence, first.sequence);

	let mut history = records.clone();
	history[0][0] ^= 1;
	let rewritten = Dataset::committed(node, "rewritten", &history);
	let rewriting = tree::consistency(3, &history);
	refuse("InvalidConsistencyProof", extend_records(rewritten.sequence, from, &rewriting));
	refuse("InvalidConsistencyProof", extend_records(rewritten.sequence, from, &proof));
	let mut swapped = proof.clone();
	swapped.swap(0, 1);
	for wrong in [&swapped[..], &proof[..1], &[], &[&proof[..], &proof[..1]].concat()] {
		refuse("InvalidConsistencyProof", extend_records(at, from, wrong));
	}
	let bare = Dataset::published(node, "rewritten");
	refuse("NotCommitted", extend_records(bare.sequence, from, &proof));
	refuse("NotNewer", extend_records(from, at, &proof));
	let fewer = Dataset::committed(node, "rewritten", &records[..2]);
	refuse("FewerRecords", extend_records(fewer.sequence, from, &proof));
	let elsewhere = Dataset::committed(node, "rewritten-elsewhere", &records);
	refuse("DifferentArtifact", extend_records(elsewhere.sequence, from, &proof));
	let call = extend_records(at, from, &proof);
	chain_refuses(node, "//Bob", "NotOwner", &second, &call);

	let proven = Dataset::committed(node, "rewritten", &records);
	proven.prove(node, &records, 0);
	refuse("RecordsProven", extend_records(proven.sequence, from, &proof));
	node.send("//Alice", &call).unwrap();
	refuse("AlreadyJoined", extend_records(at, from, &proof));
	let other = Dataset::committed(node, "rewritten", &records);
	refuse("AlreadyExtended", extend_records(other.sequence, from, &proof));
}
