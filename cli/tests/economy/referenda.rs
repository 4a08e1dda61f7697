// SPDX-License-Identifier: Apache-2.0

//! Referenda: listed, voted on to their end, and votes refused, taken back and unlocked.

use crate::{
	market::{address, agora, blocks, free, number, public, refused},
	util::{ask, encoded, fails, field, id},
};
use common::{
	chain::{amount, Call, Node, UNIT},
	run,
};
use serde_json::{json, Value};
use subxt::dynamic::{tx, Value as Scale};

/// The track that speaks as a general administrator.
const GENERAL_ADMIN: u64 = 1;

/// `Rewards.set_parameters` with these shares, in per cent.
fn parameters(usage: u32, issuance: u32) -> Call {
	let share = |percent: u32| Scale::unnamed_composite([number(percent * 10_000)]);
	let parameters = Scale::named_composite([
		("usage_share", share(usage)),
		("issuance_share", share(issuance)),
	]);
	tx("Rewards", "set_parameters", vec![parameters])
}

/// Alice submits a proposal as a general administrator's. Returns its number.
fn submitted(node: &Node, proposal: Scale) -> u64 {
	let before = numbers(node);
	let origin = Scale::unnamed_variant("GeneralAdmin", []);
	let origin = Scale::unnamed_variant("Origins", [origin]);
	let after = Scale::unnamed_variant("After", [number(1u32)]);
	let call = tx("Referenda", "submit", vec![origin, proposal, after]);
	node.send("//Alice", &call).unwrap();
	let new: Vec<u64> = numbers(node).into_iter().filter(|n| !before.contains(n)).collect();
	assert_eq!(new.len(), 1, "{new:?}");
	new[0]
}

fn inline(node: &Node, call: &Call) -> Scale {
	Scale::unnamed_variant("Inline", [Scale::from_bytes(encoded(node, call))])
}

fn list(node: &Node) -> Vec<Value> {
	ask(node, &["referenda"])["referenda"].as_array().unwrap().clone()
}

fn numbers(node: &Node) -> Vec<u64> {
	list(node).iter().map(|referendum| field(referendum, "index")).collect()
}

fn show(node: &Node, index: u64) -> Value {
	ask(node, &["referenda", &index.to_string()])
}

fn deposited(node: &Node, index: u64) {
	let call = tx("Referenda", "place_decision_deposit", vec![number(index)]);
	node.send("//Ferdie", &call).unwrap();
}

fn vote(node: &Node, who: &str, index: u64, arguments: &[&str]) -> Value {
	agora(node, who, &[&["vote", &index.to_string()], arguments].concat())
}

pub fn a_referendum_is_decided_by_votes(node: &Node) {
	assert_eq!(ask(node, &["rewards", "show"])["usageShare"], "80");
	let index = submitted(node, inline(node, &parameters(70, 40)));
	let shown = show(node, index);
	assert_eq!(
		(field(&shown, "track"), &shown["trackName"]),
		(GENERAL_ADMIN, &json!("general_admin"))
	);
	assert_eq!(
		(&shown["state"], &shown["enactment"]),
		(&json!("undeposited"), &json!({ "after": 1 }))
	);
	assert_eq!(shown["proposal"]["call"], "set_parameters");
	let arguments = shown["proposal"]["arguments"].as_str().unwrap();
	assert!(arguments.contains("700000") && arguments.contains("400000"), "{arguments}");
	let text = run(&mut node.command(None, &["referenda", &index.to_string()])).stdout;
	assert!(text.contains("deposit      missing: 1000 AGO"), "{text}");

	deposited(node, index);
	assert_eq!(show(node, index)["decisionDeposit"]["account"], address("//Ferdie"));
	blocks(node, 6);
	let shown = show(node, index);
	assert_eq!((&shown["state"], &shown["ayes"]), (&json!("deciding"), &json!("0")));
	assert_eq!(
		(&shown["approvalShare"]["has"], &shown["supportShare"]["has"]),
		(&json!("0"), &json!("0"))
	);
	let text = run(&mut node.command(None, &["referenda"])).stdout;
	assert!(text.contains("Rewards.set_parameters  deciding until block"), "{text}");

	// A little against it, which its voter thinks better of.
	let nay = vote(node, "//Eve", index, &["nay", "--amount", "300000", "--conviction", "0"]);
	assert_eq!((amount(&nay["votes"]), &nay["lockedBlocks"]), (30_000 * UNIT, &json!(0)));
	assert_eq!(amount(&show(node, index)["nays"]), 30_000 * UNIT);
	let aye = vote(node, "//Eve", index, &["aye", "--amount", "300000", "--conviction", "2"]);
	assert_eq!((amount(&aye["votes"]), &aye["lockedBlocks"]), (600_000 * UNIT, &json!(140)));
	let shown = show(node, index);
	assert_eq!((amount(&shown["ayes"]), &shown["nays"]), (600_000 * UNIT, &json!("0")));
	assert_eq!(amount(&shown["support"]), 300_000 * UNIT);
	let abstained = vote(node, "//Dave", index, &["abstain", "--amount", "900000"]);
	assert_eq!((&abstained["conviction"], &abstained["lockedBlocks"]), (&json!(null), &json!(0)));
	assert_eq!(amount(&show(node, index)["support"]), 1_200_000 * UNIT);
	for who in ["//Alice", "//Bob", "//Charlie"] {
		vote(node, who, index, &["aye", "--amount", "900000"]);
	}
	blocks(node, 1);
	let shown = show(node, index);
	assert_eq!(
		(&shown["approvalShare"]["has"], &shown["state"]),
		(&json!("100"), &json!("confirming"))
	);
	let until = field(&shown, "until");

	// It keeps what it needs, is approved, and is enacted.
	while numbers(node).contains(&index) {
		blocks(node, 1);
	}
	let ended = show(node, index);
	assert_eq!((&ended["state"], field(&ended, "block")), (&json!("approved"), until));
	let text = run(&mut node.command(None, &["referenda", &index.to_string()])).stdout;
	assert!(text.contains(&format!("approved in block {until}")), "{text}");
	blocks(node, 6);
	let parameters = ask(node, &["rewards", "show"]);
	assert_eq!(
		(&parameters["usageShare"], &parameters["issuanceShare"]),
		(&json!("70"), &json!("40"))
	);
	let late = ["vote", &index.to_string(), "aye", "--amount", "1"].map(String::from);
	let late: Vec<&str> = late.iter().map(String::as_str).collect();
	refused(node, "//Dave", "conviction-voting-not-ongoing", &late);

	// Dave abstained without conviction and is free at once; Eve's are locked for a time.
	let dave = agora(node, "//Dave", &["vote", "--unlock"]);
	assert_eq!((&dave["removed"], &dave["locked"]), (&json!([index]), &json!("0")));
	let eve = agora(node, "//Eve", &["vote", "--unlock"]);
	assert_eq!(amount(&eve["locked"]), 300_000 * UNIT);
	assert_eq!(eve["tracks"][0]["until"], until + 140);
	refused(node, "//Dave", "nothing-locked", &["vote", "--unlock"]);
}

pub fn votes_are_taken_back_and_unlocked(node: &Node) {
	// By its hash, which is noted later.
	let remark = tx("System", "remark", vec![Scale::from_bytes([7; 200])]);
	let bytes = encoded(node, &remark);
	let hash = sp_crypto_hashing::blake2_256(&bytes);
	let fields = [("hash", Scale::from_bytes(hash)), ("len", number(bytes.len() as u64))];
	let index = submitted(node, Scale::named_variant("Lookup", fields));
	let shown = show(node, index);
	assert_eq!(
		(&shown["proposal"], &shown["hash"]),
		(&json!(null), &json!(format!("0x{}", hex::encode(hash))))
	);
	let text = run(&mut node.command(None, &["referenda"])).stdout;
	assert!(text.contains("not noted"), "{text}");
	let note = tx("Preimage", "note_preimage", vec![Scale::from_bytes(&bytes)]);
	node.send("//Alice", &note).unwrap();
	assert_eq!(show(node, index)["proposal"]["call"], "remark");

	let (key, account) = node.funded(100 * UNIT);
	vote(node, &key, index, &["aye", "--amount", "50", "--conviction", "6"]);
	assert_eq!(amount(&show(node, index)["ayes"]), 300 * UNIT);
	let removed = vote(node, &key, index, &["--remove"]);
	assert_eq!(field(&removed, "track"), GENERAL_ADMIN);
	assert_eq!(show(node, index)["ayes"], "0");
	let again = node.agora(Some(&key), &["vote", &index.to_string(), "--remove"]);
	fails(&again, "conviction-voting-not-voter");
	// Taken back while it went on, a vote locks nothing.
	let unlocked = agora(node, &key, &["vote", "--unlock"]);
	assert_eq!(
		(&unlocked["lockedBefore"], &unlocked["locked"]),
		(&json!((50 * UNIT).to_string()), &json!("0"))
	);
	let before = free(node, "//Eve");
	let call = tx("Balances", "transfer_allow_death", vec![id(public("//Eve")), number(90 * UNIT)]);
	node.send(&secret(&key), &call).unwrap();
	assert_eq!(free(node, "//Eve") - before, 90 * UNIT, "{account}");
}

/// The secret in a key file.
fn secret(path: &str) -> String {
	let file = std::fs::read_to_string(path).unwrap();
	let file: Value = serde_json::from_str(&file).unwrap();
	file["secret"].as_str().unwrap().to_owned()
}

pub fn refuses_votes_that_cannot_be(node: &Node) {
	fails(&node.agora(None, &["referenda", "987654"]), "referendum-not-found");
	let vote = |index: &str, amount: &str| {
		["vote", index, "aye", "--amount", amount].map(String::from).to_vec()
	};
	let refuse = |code: &str, arguments: Vec<String>| {
		let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
		refused(node, "//Eve", code, &arguments);
	};
	refuse("referendum-not-found", vote("987654", "1"));
	let index = submitted(node, inline(node, &parameters(60, 30))).to_string();
	refuse("conviction-voting-insufficient-funds", vote(&index, "99999999"));
	refuse("conviction-voting-insufficient-funds", vote(&index, "0"));
	refuse("conviction-voting-not-voter", vec!["vote".into(), index.clone(), "--remove".into()]);
	for wrong in [
		&["vote"][..],
		&["vote", &index],
		&["vote", &index, "aye"],
		&["vote", &index, "--amount", "1"],
		&["vote", &index, "maybe", "--amount", "1"],
		&["vote", &index, "aye", "--amount", "1", "--conviction", "7"],
		&["vote", &index, "aye", "--amount", "1", "--remove"],
		&["vote", &index, "--unlock"],
	] {
		let outcome = node.agora(Some("//Eve"), wrong);
		assert_eq!((outcome.status, outcome.code().as_str()), (2, "usage"), "{outcome:?}");
	}
}
