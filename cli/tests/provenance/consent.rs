// SPDX-License-Identifier: Apache-2.0

//! Consent to the use of records, withdrawn, and what becomes of deposits.

use crate::util::{
	call, chain_refuses, extend_records, held, number, records, refused, withdraw_consent, Dataset,
	CONTRIBUTOR,
};
use common::{
	chain::{amount, text, Call, Node, ALICE, BOB},
	run,
};
use serde_json::json;
use std::fs;

pub fn refuses_withdrawals_by_those_who_proved_nothing(node: &Node) {
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

pub fn consent_is_withdrawn_for_all_that_derives_from_it(node: &Node) {
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
	assert!(tainted.contains("1 of the 2 versions behind it is tainted\n"), "{tainted}");
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

pub fn deposits_come_back_once_a_version_is_removed(node: &Node) {
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
