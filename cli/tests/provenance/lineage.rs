// SPDX-License-Identifier: Apache-2.0

//! What `agora lineage --taint` says.

use crate::util::{CONTRIBUTOR, SIGNER};
use common::{
	chain::{text, Node, ALICE, BOB, UNIT},
	run,
};
use serde_json::json;

pub fn the_lineage_says_what_became_of_each_version(node: &Node) {
	let data = node.published("fate-data", &["--kind", "dataset"]);
	let data = text(&data["reference"]);
	// Bob's copy of what Alice has reserved, which is superseded later.
	let ours = node.model();
	let reserved = node.alice(&["reserve", ours.path().to_str().unwrap()]);
	let copy = node.publish(Some("//Bob"), ours.path(), "fate-copy", &[]).result().clone();
	let copy = text(&copy["reference"]);
	let base = node.published("fate-base", &["--source", &format!("{data}:trained-on")]);
	let base = text(&base["reference"]);
	let sources =
		[format!("{base}:merge"), format!("{copy}:merge"), format!("{data}:evaluated-on")];
	let sources = ["--source", &sources[0], "--source", &sources[1], "--source", &sources[2]];
	let model = node.published("fate-model", &sources);
	let model = text(&model["reference"]);

	let salt = ["--reservation", text(&reserved["salt"])];
	let original = node.publish(SIGNER, ours.path(), "fate-original", &salt).result().clone();
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
		"3 of the 3 versions behind it are tainted\n".to_owned(),
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

pub fn the_lineage_counts_those_who_are_named(node: &Node) {
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
