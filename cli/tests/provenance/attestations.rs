// SPDX-License-Identifier: Apache-2.0

//! Attestations: made, listed, taken back, and refused.

use crate::util::{call, chain_refuses, held, number, refused, Dataset, CONTRIBUTOR};
use common::{
	chain::{amount, text, Call, Node, ALICE, BOB},
	run,
};
use serde_json::{json, Value};
use std::fs;
use subxt::dynamic::Value as Scale;

fn revoke(version: u64, attestation: u64) -> Call {
	call("revoke", vec![number(version), number(attestation)])
}

pub fn attestations_are_made_listed_and_revoked(node: &Node) {
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

pub fn an_attestation_outlives_its_version(node: &Node) {
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

pub fn refuses_attestations_that_cannot_be(node: &Node) {
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
