// SPDX-License-Identifier: Apache-2.0

//! Records of files, from their publisher to their contributor and back: with the command alone.

use crate::util::{held, refused, CONTRIBUTOR, SIGNER};
use common::{
	chain::{text, Node, ALICE, BOB},
	run, Outcome,
};
use serde_json::{json, Value};
use std::{
	fs,
	path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A folder with a file of records, published by Alice.
struct Published {
	dir: TempDir,
	file: PathBuf,
	reference: String,
}

impl Published {
	fn new(node: &Node, name: &str, file: &str, content: impl AsRef<[u8]>) -> Self {
		let dir = node.model();
		let file = dir.path().join(file);
		fs::write(&file, content).unwrap();
		let published = node.publish(SIGNER, dir.path(), name, &["--kind", "dataset"]);
		let reference = text(&published.result()["reference"]).to_owned();
		Self { dir, file, reference }
	}

	/// `agora dataset commit` or `extend` of the file, as Alice.
	fn attempt(&self, node: &Node, command: &str, more: &[&str]) -> Outcome {
		let file = self.file.to_str().unwrap();
		let arguments = ["dataset", command, file, "--to", &self.reference];
		node.agora(SIGNER, &[&arguments, more].concat())
	}

	/// The receipt of a record, which Alice hands to Bob.
	fn receipt(&self, node: &Node, index: u64) -> PathBuf {
		let receipt = self.dir.path().join(format!("receipt-{index}.json"));
		let to = receipt.to_str().unwrap();
		node.alice(&["dataset", "receipt", &self.reference, &index.to_string(), "--to", to]);
		receipt
	}

	fn records(&self, node: &Node) -> Value {
		node.agora(None, &["show", &self.reference]).result()["version"]["records"].clone()
	}
}

/// `agora dataset prove` or `check-proof` of a receipt.
fn with(node: &Node, signer: Option<&str>, command: &str, receipt: &Path) -> Outcome {
	node.agora(signer, &["dataset", command, receipt.to_str().unwrap()])
}

/// Ten people.
fn people() -> String {
	let rows = (0..10).map(|number| format!("person {number},{}\n", 20 + number));
	["name,age\n".to_owned()].into_iter().chain(rows).collect()
}

pub fn a_contributor_withdraws_and_the_model_shows_it(node: &Node) {
	let dataset = Published::new(node, "story-people", "people.csv", people());
	dataset.attempt(node, "commit", &["--contributor", BOB]).result();
	let records = dataset.records(node);
	assert_eq!((&records["count"], &records["proven"]), (&json!(10), &json!(0)));
	let source = format!("{}:trained-on", dataset.reference);
	let model = node.published("story-model", &["--source", &source]);
	let model = text(&model["reference"]);

	// Alice hands Bob the receipt of his record, and he checks it against the chain.
	let receipt = dataset.receipt(node, 4);
	let record = dataset.dir.path().join("record.json");
	fs::write(&record, r#"{"name":"person 4","age":"24"}"#).unwrap();
	let record = ["--record", record.to_str().unwrap()];
	let path = receipt.to_str().unwrap();
	let check = [&["dataset", "check-proof", path][..], &record].concat();
	assert_eq!(node.agora(None, &check).result()["state"], "unproven");
	// It is Bob's to prove: Alice, who has the receipt as well, cannot.
	let before = held(node, BOB);
	refused(node, "//Alice", "not-contributor", &["dataset", "prove", path]);
	let prove = [&["dataset", "prove", path][..], &record].concat();
	node.agora(CONTRIBUTOR, &prove).result();
	assert!(held(node, BOB) > before);
	assert_eq!(dataset.records(node)["proven"], 1);
	assert_eq!(node.agora(None, &check).result()["state"], "proven");
	let lineage = || run(&mut node.command(None, &["lineage", model, "--taint"])).stdout;
	assert!(lineage().contains("nothing is known against the one version behind it"));

	// He withdraws, and who looks at the model sees it.
	node.agora(CONTRIBUTOR, &["dataset", "withdraw", "--receipt", path]).result();
	assert_eq!(node.agora(None, &check).result()["state"], "withdrawn");
	assert_eq!(dataset.records(node)["withdrawn"], 1);
	let tainted = lineage();
	let line = format!("{} [consent withdrawn for 1 record]\n", dataset.reference);
	assert!(tainted.contains(&line), "{tainted}");
	assert!(tainted.contains("the one version behind it is tainted\n"), "{tainted}");
	// And no model is trained on it any more.
	let dir = node.model();
	node.refused("registry-source-consent-withdrawn", || {
		node.publish(SIGNER, dir.path(), "story-late", &["--source", &source])
	});
}

pub fn a_version_appends_to_another(node: &Node) {
	let line = |number: u64| format!("{{\"id\":{number}}}\n");
	let lines = |count: u64| (0..count).map(line).collect::<String>();
	let commit = |records: &Published| {
		records.attempt(node, "commit", &["--contributor", BOB]).result();
	};
	let first = Published::new(node, "story-lines", "lines.jsonl", lines(5));
	commit(&first);
	let receipt = first.receipt(node, 3);
	let second = Published::new(node, "story-lines", "lines.jsonl", lines(8));
	second.attempt(node, "extend", &[]).result();
	let records = second.records(node);
	assert_eq!(records["extendsReference"], first.reference);
	assert_eq!((&records["count"], &records["proven"]), (&json!(8), &json!(0)));

	// Proven in the first, a record is proven in the second, where it has another proof.
	with(node, CONTRIBUTOR, "prove", &receipt).result();
	assert_eq!(second.records(node)["proven"], 1);
	let receipt = second.receipt(node, 3);
	assert_eq!(with(node, None, "check-proof", &receipt).result()["state"], "proven");
	let again = with(node, CONTRIBUTOR, "prove", &receipt);
	assert_eq!((again.status, again.code().as_str()), (1, "already-proven"), "{again:?}");
	let withdraw = ["dataset", "withdraw", "--receipt", receipt.to_str().unwrap()];
	node.agora(CONTRIBUTOR, &withdraw).result();
	assert_eq!(first.records(node)["withdrawn"], 1);

	// History is not rewritten: with a record changed, and with one gone.
	let changed = lines(9).replace(&line(2), &line(20));
	for content in [changed, lines(7)] {
		let rewritten = Published::new(node, "story-lines", "lines.jsonl", content);
		let before = held(node, ALICE);
		let outcome = rewritten.attempt(node, "extend", &["--from", &second.reference]);
		assert_eq!(
			(outcome.status, outcome.code().as_str()),
			(1, "records-changed"),
			"{outcome:?}"
		);
		assert_eq!(rewritten.records(node), Value::Null, "{outcome:?}");
		assert_eq!(held(node, ALICE), before);
	}
}

pub fn refuses_receipts_that_do_not_hold(node: &Node) {
	let dataset = Published::new(node, "story-tampered", "people.csv", people());
	dataset.attempt(node, "commit", &["--contributor", BOB]).result();
	let other = Published::new(node, "story-tampered", "people.csv", people() + "one more,30\n");
	other.attempt(node, "commit", &["--contributor", BOB]).result();
	let receipt = dataset.receipt(node, 4);
	let right: Value = serde_json::from_slice(&fs::read(&receipt).unwrap()).unwrap();
	let elsewhere: Value =
		serde_json::from_slice(&fs::read(other.receipt(node, 4)).unwrap()).unwrap();
	let mut swapped = right["proof"].as_array().unwrap().clone();
	swapped.swap(0, 1);
	let zeros = format!("0x{}", "00".repeat(32));
	for (code, field, value) in [
		("proof-invalid", "index", json!(5)),
		("proof-invalid", "index", json!(u64::MAX)),
		("proof-invalid", "count", json!(11)),
		("bad-receipt", "count", json!(u64::MAX)),
		("proof-invalid", "proof", json!(swapped)),
		("proof-invalid", "proof", json!([])),
		("proof-invalid", "proof", elsewhere["proof"].clone()),
		("proof-invalid", "record", json!(zeros)),
		("proof-invalid", "root", json!(zeros)),
		("proof-invalid", "root", elsewhere["root"].clone()),
		("proof-invalid", "version", elsewhere["version"].clone()),
		("not-committed", "version", json!(u64::MAX)),
		("wrong-chain", "genesis", json!(zeros)),
		("proof-invalid", "contributor", json!(ALICE)),
		("bad-receipt", "format", json!("agora-record-receipt/9")),
	] {
		let mut wrong = right.clone();
		wrong[field] = value;
		fs::write(&receipt, wrong.to_string()).unwrap();
		let free = node.balance(BOB).0;
		for (signer, command) in [(CONTRIBUTOR, "prove"), (None, "check-proof")] {
			let outcome = with(node, signer, command, &receipt);
			assert_eq!(outcome.status, 1, "{command} {field}: {outcome:?}");
			assert_eq!(outcome.code(), code, "{command} {field}: {outcome:?}");
		}
		assert_eq!(node.balance(BOB).0, free, "{field} cost a fee");
		assert_eq!(dataset.records(node)["proven"], 0, "{field}");
		assert_eq!(other.records(node)["proven"], 0, "{field}");
	}
	fs::write(&receipt, right.to_string()).unwrap();
	// The record that it is shown with is the one that it is of.
	let record = dataset.dir.path().join("record.json");
	fs::write(&record, r#"{"name":"person 5","age":"25"}"#).unwrap();
	let path = receipt.to_str().unwrap();
	let record = ["--record", record.to_str().unwrap()];
	for command in ["prove", "check-proof"] {
		let outcome = node.agora(CONTRIBUTOR, &[&["dataset", command, path][..], &record].concat());
		assert_eq!((outcome.status, outcome.code().as_str()), (1, "record-differs"));
	}
	with(node, CONTRIBUTOR, "prove", &receipt).result();
}

pub fn refuses_records_that_cannot_be_read(node: &Node) {
	for (number, (code, file, content)) in [
		("bad-records", "people.csv", &b"name,age\nAda,36\nAlan\n"[..]),
		("bad-records", "people.csv", b"name,age\n\"Ada,36\n"),
		("no-records", "people.csv", b"name,age\n"),
		("bad-records", "people.jsonl", b"{\"name\":\"Ada\"}\n{\"name\":\n"),
		("no-records", "people.jsonl", b""),
		("bad-records", "people.parquet", b"PAR1 and no more"),
	]
	.into_iter()
	.enumerate()
	{
		let name = format!("story-unreadable-{number}");
		let dataset = Published::new(node, &name, file, content);
		let before = held(node, ALICE);
		let outcome = dataset.attempt(node, "commit", &["--contributor", BOB]);
		assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{file}: {outcome:?}");
		assert_eq!(dataset.records(node), Value::Null);
		assert_eq!(held(node, ALICE), before);
	}
	// What was published is not committed to by somebody else.
	let dataset = Published::new(node, "story-others", "people.csv", people());
	let file = dataset.file.to_str().unwrap();
	refused(node, "//Bob", "not-owner", &["dataset", "commit", file, "--to", &dataset.reference]);
}
