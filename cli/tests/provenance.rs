// SPDX-License-Identifier: Apache-2.0

//! The real binary against a real node: the records of datasets, attestations, and what both say
//! about what derives from a version. Each bad input that belongs to the chain is refused twice: by
//! the command before it costs a fee, and by the chain itself where the command is passed by.

mod common;

use common::{
	chain::{amount, run_tests, text, Call, Node, ALICE, BOB, UNIT},
	run,
	tree::{self, Leaf},
	Outcome,
};
use serde_json::{json, Value};
use std::{fs, process::ExitCode};
use subxt::dynamic::{tx, Value as Scale};

tests![
	attestations_are_made_listed_and_revoked,
	an_attestation_outlives_its_version,
	refuses_attestations_that_cannot_be,
	a_commitment_is_shown,
	refuses_commitments_that_cannot_be,
	refuses_proofs_that_do_not_hold,
	proofs_are_checked_without_a_transaction,
	versions_extend_each_other,
	refuses_extensions_that_cannot_be,
	refuses_withdrawals_by_those_who_proved_nothing,
	consent_is_withdrawn_for_all_that_derives_from_it,
	deposits_come_back_once_a_version_is_removed,
	the_lineage_says_what_became_of_each_version,
	the_lineage_counts_those_who_are_named,
];

fn main() -> ExitCode {
	run_tests(TESTS)
}

const SIGNER: Option<&str> = Some("//Alice");
const CONTRIBUTOR: Option<&str> = Some("//Bob");

fn public(name: &str) -> [u8; 32] {
	subxt_signer::sr25519::Keypair::from_uri(&name.parse().unwrap()).unwrap().public_key().0
}

fn call(name: &str, arguments: Vec<Scale>) -> Call {
	tx("Provenance", name, arguments)
}

fn number(number: u64) -> Scale {
	Scale::u128(number.into())
}

fn hashes(hashes: &[tree::Hash]) -> Scale {
	Scale::unnamed_composite(hashes.iter().map(Scale::from_bytes))
}

fn commit_records(version: u64, root: tree::Hash, count: u64) -> Call {
	call("commit_records", vec![number(version), Scale::from_bytes(root), number(count)])
}

fn extend_records(version: u64, previous: u64, proof: &[tree::Hash]) -> Call {
	call("extend_records", vec![number(version), number(previous), hashes(proof)])
}

/// The arguments of everything that takes a record's proof.
fn proof_arguments(version: u64, index: u64, leaf: Leaf, proof: &[tree::Hash]) -> Vec<Scale> {
	let leaf = Scale::named_composite([
		("contributor", Scale::from_bytes(&leaf[..32])),
		("record", Scale::from_bytes(&leaf[32..])),
	]);
	vec![number(version), number(index), leaf, hashes(proof)]
}

fn prove_record(version: u64, index: u64, leaf: Leaf, proof: &[tree::Hash]) -> Call {
	call("prove_record", proof_arguments(version, index, leaf, proof))
}

fn withdraw_consent(version: u64, index: u64) -> Call {
	call("withdraw_consent", vec![number(version), number(index)])
}

fn revoke(version: u64, attestation: u64) -> Call {
	call("revoke", vec![number(version), number(attestation)])
}

/// So many records; Bob contributed each third, beginning with the first, and nobody the others.
fn records(count: usize) -> Vec<Leaf> {
	let contributor = |index| if index % 3 == 0 { public("//Bob") } else { [0; 32] };
	(0..count).map(|index| tree::leaf(contributor(index), &format!("record {index}"))).collect()
}

/// A dataset version of Alice's.
struct Dataset {
	reference: String,
	sequence: u64,
}

impl Dataset {
	/// Published, without a commitment.
	fn published(node: &Node, name: &str) -> Self {
		let published = node.published(name, &["--kind", "dataset"]);
		let reference = text(&published["reference"]).to_owned();
		Self { reference, sequence: published["sequence"].as_u64().unwrap() }
	}

	/// Published, and committed to these records.
	fn committed(node: &Node, name: &str, records: &[Leaf]) -> Self {
		let dataset = Self::published(node, name);
		dataset.commit(node, records);
		dataset
	}

	fn commit(&self, node: &Node, records: &[Leaf]) {
		let call = commit_records(self.sequence, tree::root(records), records.len() as u64);
		node.send("//Alice", &call).unwrap();
	}

	/// Bob proves a record of his.
	fn prove(&self, node: &Node, records: &[Leaf], index: usize) {
		let proof = tree::inclusion(index, records);
		let call = prove_record(self.sequence, index as u64, records[index], &proof);
		node.send("//Bob", &call).unwrap();
	}

	fn shown(&self, node: &Node) -> Value {
		node.agora(None, &["show", &self.reference]).result()["version"].clone()
	}
}

/// What an account holds for provenance.
fn held(node: &Node, account: &str) -> u128 {
	let holds = node.balance(account).1;
	holds.iter().filter(|(reason, _)| reason.starts_with("Provenance.")).map(|hold| hold.1).sum()
}

/// The command is refused with this code, and not even a fee was paid.
fn refused(node: &Node, signer: &str, code: &str, arguments: &[&str]) -> Outcome {
	let account = if signer == "//Alice" { ALICE } else { BOB };
	let free = node.balance(account).0;
	let outcome = node.refused(code, || node.agora(Some(signer), arguments));
	assert_eq!(node.balance(account).0, free, "{code} cost a fee");
	outcome
}

/// The chain refuses a call with this error, and a version is what it was.
fn chain_refuses(node: &Node, signer: &str, error: &str, version: &Dataset, call: &Call) {
	let before = (version.shown(node), held(node, ALICE), held(node, BOB));
	assert_eq!(node.send(signer, call), Err(error.to_owned()), "{}", call.call_name());
	let after = (version.shown(node), held(node, ALICE), held(node, BOB));
	assert_eq!(after, before, "{error} changed something");
}

fn attestations_are_made_listed_and_revoked(node: &Node) {
	let model = node.published("attested", &[]);
	let reference = text(&model["reference"]);
	let listed = |more: &[&str]| {
		let arguments = [&["attestations", reference], more].concat();
		node.agora(None, &arguments).result().clone()
	};
	assert_eq!(listed(&[])["attestations"], json!([]));
	let before = held(node, BOB);
	let evidence = node.node.data.path().join("report.txt");
	fs::write(&evidence, "all is well").unwrap();
	let attest = |claim: &str, verdict: &str, more: &[&str]| {
		let arguments = ["attest", reference, "--claim", claim, "--verdict", verdict];
		node.agora(CONTRIBUTOR, &[&arguments, more].concat()).result().clone()
	};
	let location = "https://example.org/report.txt";
	let evidence = ["--evidence", evidence.to_str().unwrap(), "--location", location];
	let first = attest("safety-audit", "positive", &evidence);
	let digest = format!("0x{}", blake3::hash(b"all is well").to_hex());
	assert_eq!(first["evidence"], json!({ "digest": digest, "location": location }));
	assert_eq!(first["attester"], BOB);
	let second = attest("evaluation", "neutral", &evidence[..2]);
	let third = attest("pii-scan", "negative", &[]);
	assert_eq!(second["evidence"], json!({ "digest": digest, "location": null }));
	assert_eq!(third["evidence"], Value::Null);
	let all = [&first, &second, &third];
	let deposits: u128 = all.iter().map(|made| amount(&made["deposit"])).sum();
	assert_eq!(held(node, BOB) - before, deposits);

	// All of them, whether read at once or one by one.
	let list = listed(&[]);
	assert_eq!(list["next"], Value::Null);
	let ids = |list: &Value| {
		let items = list["attestations"].as_array().unwrap().clone();
		items.iter().map(|item| item["id"].as_u64().unwrap()).collect::<Vec<_>>()
	};
	let made: Vec<u64> = all.iter().map(|made| made["attestation"].as_u64().unwrap()).collect();
	assert_eq!(ids(&list), made);
	let mut walked = Vec::new();
	let mut page = listed(&["--limit", "1"]);
	loop {
		walked.extend(ids(&page));
		let Some(after) = page["next"].as_u64() else { break };
		page = listed(&["--limit", "1", "--after", &after.to_string()]);
	}
	assert_eq!(walked, made);
	let item = &list["attestations"][0];
	assert_eq!((&item["attester"], &item["claim"]), (&json!(BOB), &json!("safety-audit")));
	assert_eq!((&item["verdict"], &item["evidence"]), (&json!("positive"), &first["evidence"]));
	assert_eq!(item["deposit"], first["deposit"]);
	let table = run(&mut node.command(None, &["attestations", reference])).stdout;
	assert_eq!(table.lines().count(), 4, "{table}");
	assert!(table.contains(location) && table.contains(&digest) && table.contains("pii-scan"));
	let shown = node.agora(None, &["show", reference]).result().clone();
	assert_eq!(shown["version"]["attestations"], json!({ "count": 3, "complete": true }));

	for made in all {
		let id = made["attestation"].to_string();
		let revoked = node.agora(CONTRIBUTOR, &["revoke", reference, &id]).result().clone();
		assert_eq!(revoked["released"], made["deposit"]);
	}
	assert_eq!(held(node, BOB), before);
	assert_eq!(listed(&[])["attestations"], json!([]));
	refused(node, "//Bob", "attestation-not-found", &["revoke", reference, &made[0].to_string()]);
}

fn an_attestation_outlives_its_version(node: &Node) {
	let before = held(node, BOB);
	let model = node.published("outlived", &[]);
	let (reference, sequence) = (text(&model["reference"]), model["sequence"].to_string());
	let attest = ["attest", reference, "--claim", "training-run", "--verdict", "positive"];
	let attested = node.agora(CONTRIBUTOR, &attest).result().clone();
	node.alice(&["remove", reference]);
	let gone = node.agora(None, &["attestations", reference]);
	assert_eq!(gone.code(), "version-not-found");
	assert!(gone.message().contains("its sequence"), "{gone:?}");
	let list = node.agora(None, &["attestations", &sequence]).result().clone();
	assert_eq!(list["attestations"][0]["id"], attested["attestation"]);
	let id = attested["attestation"].to_string();
	let revoked = node.agora(CONTRIBUTOR, &["revoke", &sequence, &id]).result().clone();
	assert_eq!(revoked["released"], attested["deposit"]);
	assert_eq!(held(node, BOB), before);
}

fn refuses_attestations_that_cannot_be(node: &Node) {
	let model = Dataset::published(node, "unattested");
	let attest = |what: &str| {
		let arguments = ["attest", what, "--claim", "evaluation", "--verdict", "negative"];
		arguments.map(String::from)
	};
	let refused_attest = |code: &str, what: &str| {
		let arguments = attest(what);
		let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
		refused(node, "//Bob", code, &arguments);
	};
	refused_attest("artifact-not-found", &format!("{ALICE}/nothing-to-attest@1"));
	refused_attest("version-not-found", &format!("{ALICE}/unattested@7"));
	refused_attest("version-needed", &format!("{ALICE}/unattested"));
	let none = || Scale::unnamed_variant("None", []);
	let say = |version: u64, evidence: Scale| {
		let claim = Scale::unnamed_variant("Evaluation", []);
		let verdict = Scale::unnamed_variant("Negative", []);
		call("attest", vec![number(version), claim, verdict, evidence])
	};
	for nothing in [model.sequence + 1000, u64::MAX] {
		chain_refuses(node, "//Bob", "VersionNotFound", &model, &say(nothing, none()));
	}
	let located = Scale::named_composite([
		("digest", Scale::from_bytes([1; 32])),
		("location", Scale::unnamed_variant("Some", [Scale::from_bytes("no location")])),
	]);
	let located = say(model.sequence, Scale::unnamed_variant("Some", [located]));
	chain_refuses(node, "//Bob", "InvalidLocation", &model, &located);

	// Sixteen of one attester, and not one more.
	let arguments = attest(&model.reference);
	let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
	let mut ids = Vec::new();
	for _ in 0..16 {
		ids.push(node.agora(CONTRIBUTOR, &arguments).result()["attestation"].to_string());
	}
	node.refused("provenance-too-many-attestations", || node.agora(CONTRIBUTOR, &arguments));
	// Each is its attester's own.
	refused(node, "//Alice", "not-attester", &["revoke", &model.reference, &ids[0]]);
	refused(node, "//Alice", "attestation-not-found", &["revoke", &model.reference, "987654321"]);
	let id: u64 = ids[0].parse().unwrap();
	chain_refuses(node, "//Alice", "NotAttester", &model, &revoke(model.sequence, id));
	let missing = revoke(model.sequence, u64::MAX);
	chain_refuses(node, "//Alice", "AttestationNotFound", &model, &missing);
	for id in ids {
		node.agora(CONTRIBUTOR, &["revoke", &model.reference, &id]).result();
	}
}

fn a_commitment_is_shown(node: &Node) {
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

fn refuses_commitments_that_cannot_be(node: &Node) {
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

fn refuses_proofs_that_do_not_hold(node: &Node) {
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
	refuse("NotCommitted", prove_record(u64::MAX, 3, records[3], &proof));
	for index in [7, 1 << 32, u64::MAX - 1, u64::MAX] {
		refuse("IndexOutOfRange", prove_record(at, index, records[3], &proof));
	}
	// Copied out of the pool by another account, and sent by it.
	let copied = prove_record(at, 3, records[3], &proof);
	chain_refuses(node, "//Alice", "NotContributor", &dataset, &copied);
	// A record that nobody contributed is nobody's to prove.
	let nobodys = prove_record(at, 1, records[1], &tree::inclusion(1, &records));
	refuse("NotContributor", nobodys);
	dataset.prove(node, &records, 3);
	refuse("AlreadyProven", prove_record(at, 3, records[3], &proof));
}

/// What the node over a record and the next is the hash of, which is as long as a leaf.
fn inner(records: &[Leaf], index: usize) -> Leaf {
	let child = |index: usize| tree::root(&records[index..=index]);
	[child(index), child(index + 1)].concat().try_into().unwrap()
}

fn proofs_are_checked_without_a_transaction(node: &Node) {
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

fn versions_extend_each_other(node: &Node) {
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

fn refuses_extensions_that_cannot_be(node: &Node) {
	let records = records(7);
	let proof = tree::consistency(4, &records);
	let first = Dataset::committed(node, "rewritten", &records[..4]);
	let second = Dataset::committed(node, "rewritten", &records);
	let refuse = |error: &str, call: Call| chain_refuses(node, "//Alice", error, &second, &call);
	let (at, from) = (second.sequence, first.sequence);

	let mut history = records.clone();
	history[0][0] ^= 1;
	let rewritten = Dataset::committed(node, "rewritten", &history);
	let rewriting = tree::consistency(4, &history);
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
	let fewer = Dataset::committed(node, "rewritten", &records[..3]);
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

fn refuses_withdrawals_by_those_who_proved_nothing(node: &Node) {
	let records = records(7);
	let dataset = Dataset::committed(node, "kept", &records);
	let bare = Dataset::published(node, "kept-bare");
	dataset.prove(node, &records, 3);
	let at = dataset.sequence;
	let reference = dataset.reference.as_str();
	let withdraw = |reference: &str, index: &str| {
		["dataset", "withdraw", reference, index].map(String::from).to_vec()
	};
	let max = u64::MAX.to_string();
	for (code, signer, arguments) in [
		("record-not-proven", "//Bob", withdraw(reference, "0")),
		("record-not-proven", "//Alice", withdraw(reference, "0")),
		("not-contributor", "//Alice", withdraw(reference, "3")),
		("index-out-of-range", "//Bob", withdraw(reference, "7")),
		("index-out-of-range", "//Bob", withdraw(reference, &max)),
		("not-committed", "//Bob", withdraw(&bare.reference, "3")),
		("version-needed", "//Bob", withdraw(&format!("{ALICE}/kept"), "3")),
		("artifact-not-found", "//Bob", withdraw(&format!("{ALICE}/no-kept@1"), "3")),
	] {
		let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
		refused(node, signer, code, &arguments);
	}
	for (error, signer, call) in [
		("RecordNotFound", "//Bob", withdraw_consent(at, 0)),
		("NotContributor", "//Alice", withdraw_consent(at, 3)),
	] {
		chain_refuses(node, signer, error, &dataset, &call);
	}
	// By a receipt as well.
	let receipt = node.node.data.path().join("kept.json");
	let write = |version: u64, index: u64| {
		let value = json!({
			"format": "agora-record-receipt/1", "version": version, "index": index,
		});
		fs::write(&receipt, value.to_string()).unwrap();
	};
	let by_receipt = ["dataset", "withdraw", "--receipt", receipt.to_str().unwrap()];
	write(at, 0);
	refused(node, "//Bob", "record-not-proven", &by_receipt);
	write(u64::MAX, u64::MAX);
	refused(node, "//Bob", "not-committed", &by_receipt);
	write(at, 3);
	refused(node, "//Alice", "not-contributor", &by_receipt);
	let elsewhere = json!({
		"format": "agora-record-receipt/1", "version": at, "index": 3,
		"genesis": format!("0x{}", "00".repeat(32)),
	});
	fs::write(&receipt, elsewhere.to_string()).unwrap();
	refused(node, "//Bob", "wrong-chain", &by_receipt);
	write(at, 3);
	let withdrawn = node.agora(CONTRIBUTOR, &by_receipt).result().clone();
	assert_eq!((&withdrawn["reference"], &withdrawn["index"]), (&json!(reference), &json!(3)));
	refused(node, "//Bob", "consent-withdrawn", &by_receipt);
	let again = withdraw_consent(at, 3);
	chain_refuses(node, "//Bob", "ConsentAlreadyWithdrawn", &dataset, &again);
}

fn consent_is_withdrawn_for_all_that_derives_from_it(node: &Node) {
	let records = records(7);
	let dataset = Dataset::committed(node, "consent", &records);
	let source = format!("{}:trained-on", dataset.reference);
	let model = node.published("consent-model", &["--source", &source]);
	let tuned = node.published("consent-tuned", &["--source", "me/consent-model@1:fine-tune"]);
	let tuned = text(&tuned["reference"]);
	let lineage = || node.agora(None, &["lineage", tuned, "--taint"]).result()["taint"].clone();
	let drawn = || run(&mut node.command(None, &["lineage", tuned, "--taint"])).stdout;
	assert_eq!(lineage()["versions"], json!([]));
	assert_eq!(lineage()["ancestors"], 2);
	let clean = drawn();
	assert!(clean.contains("nothing is known against the 2 versions behind it\n"), "{clean}");

	dataset.prove(node, &records, 0);
	dataset.prove(node, &records, 3);
	assert_eq!(lineage()["versions"], json!([]));
	node.agora(CONTRIBUTOR, &["dataset", "withdraw", &dataset.reference, "3"]).result();
	let taint = lineage();
	assert_eq!((&taint["tainted"], &taint["ancestors"]), (&json!(1), &json!(2)));
	let version = &taint["versions"][0];
	assert_eq!(version["reference"], dataset.reference);
	assert_eq!((&version["depth"], &version["consentWithdrawn"]), (&json!(2), &json!(1)));
	let tainted = drawn();
	let line =
		format!("   └─ trained-on: {} [consent withdrawn for 1 record]\n", dataset.reference);
	assert!(tainted.contains(&line), "{tainted}");
	assert!(tainted.contains("1 of 2 ancestors is tainted\n"), "{tainted}");
	assert!(tainted.contains(&format!("fine-tune: {}\n", text(&model["reference"]))), "{tainted}");
	node.agora(CONTRIBUTOR, &["dataset", "withdraw", &dataset.reference, "0"]).result();
	assert_eq!(lineage()["versions"][0]["consentWithdrawn"], 2);

	// From now on it can only be cited by what leaves records out.
	let dir = node.model();
	node.refused("registry-source-consent-withdrawn", || {
		node.publish(CONTRIBUTOR, dir.path(), "too-late", &["--source", &source])
	});
	let subset = format!("{}:subset", dataset.reference);
	node.published("consent-subset", &["--kind", "dataset", "--source", &subset]);
}

fn deposits_come_back_once_a_version_is_removed(node: &Node) {
	let records = records(4);
	let (alice, bob) = (held(node, ALICE), held(node, BOB));
	let first = Dataset::committed(node, "released", &records);
	let second = Dataset::committed(node, "released", &records);
	node.send("//Alice", &extend_records(second.sequence, first.sequence, &[])).unwrap();
	first.prove(node, &records, 3);
	let commitment = first.shown(node)["records"]["deposit"].clone();
	let record = held(node, BOB) - bob;
	let (older, newer) = (first.sequence.to_string(), second.sequence.to_string());
	let release = |version: &str, more: &[&str]| {
		let arguments = [&["dataset", "release", version], more].concat();
		node.agora(Some("//Charlie"), &arguments)
	};
	// While they are there, by whatever name, and while another depends on it.
	for (version, more) in [(first.reference.as_str(), &[][..]), (&older, &[]), (&older, &["3"])] {
		let outcome = release(version, more);
		assert_eq!((outcome.status, outcome.code().as_str()), (1, "still-needed"), "{outcome:?}");
		assert!(outcome.message().contains(&first.reference), "{outcome:?}");
	}
	let release_commitment = |version| call("release_commitment", vec![number(version)]);
	let release_record = |version| call("release_record", vec![number(version), number(3)]);
	let refused = |error: &str, call: Call| {
		assert_eq!(node.send("//Charlie", &call), Err(error.to_owned()), "{}", call.call_name());
	};
	refused("VersionExists", release_commitment(first.sequence));
	refused("CommitmentExists", release_record(first.sequence));
	node.alice(&["remove", &first.reference]);
	assert_eq!(release(&older, &[]).code(), "still-needed");
	refused("CommitmentNotLast", release_commitment(first.sequence));
	node.alice(&["remove", &second.reference]);
	assert_eq!(release(&first.reference, &[]).code(), "version-not-found");

	// By anybody, newest first; and each goes to who made it.
	assert_eq!(release(&newer, &[]).result()["account"], ALICE);
	assert_eq!(release(&older, &["3"]).code(), "still-needed");
	let released = release(&older, &[]).result().clone();
	assert_eq!((&released["released"], &released["account"]), (&commitment, &json!(ALICE)));
	assert_eq!(held(node, ALICE), alice);
	let released = release(&older, &["3"]).result().clone();
	assert_eq!(amount(&released["released"]), record);
	assert_eq!(released["account"], BOB);
	assert_eq!(held(node, BOB), bob);
	assert_eq!(release(&older, &[]).code(), "not-committed");
	assert_eq!(release(&older, &["3"]).code(), "provenance-record-not-found");
}

fn the_lineage_says_what_became_of_each_version(node: &Node) {
	let data = node.published("fate-data", &["--kind", "dataset"]);
	let data = text(&data["reference"]);
	// Bob's copy of what Alice has reserved, which is superseded later.
	let ours = node.model();
	node.alice(&["reserve", ours.path().to_str().unwrap()]);
	let copy = node.publish(Some("//Bob"), ours.path(), "fate-copy", &[]).result().clone();
	let copy = text(&copy["reference"]);
	let base = node.published("fate-base", &["--source", &format!("{data}:trained-on")]);
	let base = text(&base["reference"]);
	let sources =
		[format!("{base}:merge"), format!("{copy}:merge"), format!("{data}:evaluated-on")];
	let sources = ["--source", &sources[0], "--source", &sources[1], "--source", &sources[2]];
	let model = node.published("fate-model", &sources);
	let model = text(&model["reference"]);

	fs::remove_file(ours.path().join("agora.json")).unwrap();
	let original = node.publish(SIGNER, ours.path(), "fate-original", &[]).result().clone();
	let original = text(&original["reference"]);
	node.alice(&["yank", data, "--reason", "wrong labels"]);
	let negative = ["attest", base, "--claim", "safety-audit", "--verdict", "negative"];
	let negative = node.agora(CONTRIBUTOR, &negative).result()["attestation"].clone();
	let positive = ["attest", base, "--claim", "evaluation", "--verdict", "positive"];
	node.agora(CONTRIBUTOR, &positive).result();

	let arguments = ["lineage", model, "--taint", "--attester", BOB, "--attester", ALICE];
	let drawn = run(&mut node.command(None, &arguments));
	assert_eq!(drawn.status, 0, "{drawn:?}");
	for line in [
		format!("merge: {base} [negative attestation #{negative} by {BOB}]\n"),
		format!("merge: {copy} [superseded by {original}]\n"),
		format!("trained-on: {data} [yanked]\n"),
		"3 of 3 ancestors are tainted\n".to_owned(),
	] {
		assert!(drawn.stdout.contains(&line), "{line}: {}", drawn.stdout);
	}
	let taint = node.agora(None, &arguments).result()["taint"].clone();
	assert_eq!((&taint["tainted"], &taint["complete"]), (&json!(3), &json!(true)));
	assert_eq!(taint["attesters"], json!([BOB, ALICE]));
	let of = |reference: &str| {
		let versions = taint["versions"].as_array().unwrap();
		versions.iter().find(|version| version["reference"] == reference).unwrap().clone()
	};
	assert_eq!(of(data)["yanked"], true);
	assert_eq!(of(copy)["supersededByReference"], original);
	assert_eq!(of(base)["negative"], json!([{ "attestation": negative, "attester": BOB }]));
	// Only as far as was asked.
	let near = node.agora(None, &["lineage", model, "--taint", "--depth", "1"]).result().clone();
	assert_eq!(near["taint"]["complete"], false);
	assert_eq!((&near["taint"]["tainted"], &near["taint"]["ancestors"]), (&json!(1), &json!(2)));
	// And of the version itself, which is no ancestor of its own.
	let own = node.agora(None, &["lineage", data, "--taint"]).result()["taint"].clone();
	assert_eq!((&own["tainted"], &own["ancestors"]), (&json!(0), &json!(0)));
	assert_eq!(
		(&own["versions"][0]["yanked"], &own["versions"][0]["depth"]),
		(&json!(true), &json!(0))
	);
	// Not asked, not said.
	assert!(node.agora(None, &["lineage", model]).result().get("taint").is_none());
}

fn the_lineage_counts_those_who_are_named(node: &Node) {
	let base = node.published("word-base", &[]);
	let base = text(&base["reference"]);
	let model = node.published("word-model", &["--source", &format!("{base}:merge")]);
	let model = text(&model["reference"]);
	let (stranger, address) = node.funded(100 * UNIT);
	let attest = ["attest", base, "--claim", "license-audit", "--verdict", "negative"];
	let made = node.agora(Some(&stranger), &attest).result().clone();
	let tainted = |signer: Option<&str>, more: &[&str]| {
		let arguments = [&["lineage", model, "--taint"], more].concat();
		node.agora(signer, &arguments).result()["taint"]["tainted"].as_u64().unwrap()
	};
	// A stranger's word taints nothing.
	assert_eq!(tainted(None, &[]), 0);
	assert_eq!(tainted(None, &["--attester", BOB]), 0);
	assert_eq!(tainted(None, &["--attester", &address]), 1);
	assert_eq!(tainted(Some(&stranger), &["--attester", "me"]), 1);
	// Named twice and among the most that can be, it is one word.
	let others = (2..16).map(|number| format!("0x{}", hex::encode([number; 32])));
	let most: Vec<String> = [address.clone(), address.clone()].into_iter().chain(others).collect();
	let most: Vec<&str> = most.iter().flat_map(|other| ["--attester", other]).collect();
	assert_eq!(tainted(None, &most), 1);
	// And taken back it is none.
	let id = made["attestation"].to_string();
	node.agora(Some(&stranger), &["revoke", base, &id]).result();
	assert_eq!(tainted(None, &["--attester", &address]), 0);
}
