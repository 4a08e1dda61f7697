// SPDX-License-Identifier: Apache-2.0

//! Stake: bonded, taken back, standing for election, paid, and refused.

use crate::{
	market::{address, agora, refused},
	util::{era_ends, fails, field, of, status},
};
use common::{
	chain::{amount, text, Node, UNIT},
	run,
};
use serde_json::json;

/// Who makes the blocks of this chain.
fn validator(node: &Node) -> String {
	let shown = status(node, &address("//Alice"));
	let validators = shown["validators"].as_array().unwrap();
	assert_eq!(validators.len(), 1, "{shown}");
	text(&validators[0]["account"]).to_owned()
}

pub fn stake_is_bonded_and_taken_back(node: &Node) {
	let validator = &validator(node);
	let (key, account) = node.funded(1_000 * UNIT);
	let nothing = status(node, &account);
	assert_eq!((&nothing["bonded"], &nothing["role"]), (&json!("0"), &json!("none")));

	let bonded = agora(node, &key, &["stake", "bond", "100"]);
	assert_eq!((of(&bonded, "bonded"), of(&bonded, "active")), (100 * UNIT, 100 * UNIT));
	assert_eq!(bonded["rewardsTo"], "staked");
	let bonded = agora(node, &key, &["stake", "bond", "50", "--extra"]);
	assert_eq!((of(&bonded, "bonded"), of(&bonded, "active")), (50 * UNIT, 150 * UNIT));
	assert_eq!(node.balance(&account).1.get("Staking.Staking"), Some(&(150 * UNIT)));

	let nominated = agora(node, &key, &["stake", "nominate", validator]);
	assert_eq!(nominated["nominations"], json!([validator]));
	let shown = status(node, &account);
	assert_eq!((&shown["role"], of(&shown, "active")), (&json!("nominator"), 150 * UNIT));
	assert_eq!(shown["nominations"][0]["validator"], *validator);
	assert_eq!(shown["nominations"][0]["elected"], true);

	let unbonded = agora(node, &key, &["stake", "unbond", "60"]);
	assert_eq!(of(&unbonded, "unbonded"), 60 * UNIT);
	let shown = status(node, &account);
	assert_eq!((of(&shown, "bonded"), of(&shown, "active")), (150 * UNIT, 90 * UNIT));
	let chunk = json!({ "amount": (60 * UNIT).to_string(), "era": unbonded["era"] });
	assert_eq!((&shown["unlocking"], &shown["unlocked"]), (&json!([chunk]), &json!("0")));
	let early = node.agora(Some(&key), &["stake", "withdraw"]);
	fails(&early, "nothing-unlocked");
	assert!(early.message().contains("60 AGO can in era"), "{early:?}");

	while field(&status(node, &account), "currentEra") < field(&unbonded, "era") {
		era_ends(node);
	}
	assert_eq!(of(&status(node, &account), "unlocked"), 60 * UNIT);
	let before = node.balance(&account).0;
	let withdrawn = agora(node, &key, &["stake", "withdraw"]);
	assert_eq!(of(&withdrawn, "amount"), 60 * UNIT);
	let fee = amount(&withdrawn["receipt"]["fee"]);
	assert_eq!(node.balance(&account).0, before + 60 * UNIT - fee);

	let ended = agora(node, &key, &["stake", "chill"]);
	assert_eq!(ended["ended"], "nominator");
	assert_eq!(status(node, &account)["role"], "none");
	fails(&node.agora(Some(&key), &["stake", "chill"]), "no-role");
}

pub fn refuses_stake_that_cannot_be(node: &Node) {
	let validator = &validator(node);
	let (key, account) = node.funded(100 * UNIT);
	let refuse = |code: &str, arguments: &[&str]| {
		let before = node.balance(&account);
		let outcome = node.agora(Some(&key), &[&["stake"], arguments].concat());
		fails(&outcome, code);
		assert_eq!(node.balance(&account), before, "{code} cost something");
		outcome
	};
	for command in [&["unbond", "1"][..], &["withdraw"], &["chill"], &["validate"]] {
		refuse("staking-not-stash", command);
	}
	refuse("staking-not-stash", &["nominate", validator]);
	refuse("staking-not-stash", &["bond", "1", "--extra"]);
	refuse("staking-insufficient-bond", &["bond", "0"]);
	let poor = refuse("insufficient-balance", &["bond", "1000"]);
	assert!(poor.message().contains("1000 AGO are given"), "{poor:?}");
	agora(node, &key, &["stake", "bond", "20", "--rewards-to", "stash"]);
	assert_eq!(status(node, &account)["rewardsTo"], "stash");
	refuse("staking-already-bonded", &["bond", "1"]);
	refuse("insufficient-balance", &["bond", "500", "--extra"]);
	refuse("insufficient-balance", &["unbond", "20.000000000001"]);
	refuse("nothing-unlocked", &["withdraw"]);
	// A thousand AGO are the least for a validator, ten for a nominator.
	refuse("staking-insufficient-bond", &["validate"]);
	let dave = address("//Dave");
	let nobody = refuse("staking-bad-target", &["nominate", validator, &dave]);
	assert!(nobody.message().contains("is no validator"), "{nobody:?}");
	let twice = node.agora(Some(&key), &["stake", "nominate", validator, validator]);
	assert_eq!((twice.status, twice.code().as_str()), (2, "usage"), "{twice:?}");
	agora(node, &key, &["stake", "nominate", validator]);
	let least = refuse("staking-insufficient-bond", &["unbond", "10.1"]);
	assert!(least.message().contains("agora stake chill"), "{least:?}");
	// All of it ends the role as well.
	let all = agora(node, &key, &["stake", "unbond", "20"]);
	assert_eq!(of(&all, "unbonded"), 20 * UNIT);
	assert_eq!(status(node, &account)["role"], "none");
}

pub fn a_validator_stands_for_election(node: &Node) {
	// Less than the validator has who makes the blocks of this chain alone.
	let (key, account) = node.funded(2_000 * UNIT);
	agora(node, &key, &["stake", "bond", "1000"]);
	// The node is our own, and so makes keys.
	let standing = agora(node, &key, &["stake", "validate", "--commission", "7.5"]);
	assert_eq!(standing["commission"], "7.5");
	let keys = standing["keys"].as_str().unwrap();
	assert_eq!(keys.len(), 2 + 2 * 96, "{keys}");
	let shown = status(node, &account);
	assert_eq!((&shown["role"], &shown["keys"]), (&json!("validator"), &json!(true)));
	assert_eq!((&shown["commission"], &shown["elected"]), (&json!("7.5"), &json!(false)));
	let text = run(&mut node.command(Some(&key), &["stake", "status"])).stdout;
	assert!(text.contains("role         validator, commission 7.5 %\n"), "{text}");
	assert!(text.contains("elected      no\n"), "{text}");

	// Another commission, and the keys stay.
	let changed = agora(node, &key, &["stake", "validate", "--commission", "10"]);
	assert_eq!((&changed["commission"], &changed["keys"]), (&json!("10"), &json!(null)));
	let rotated = agora(node, &key, &["stake", "validate", "--rotate"]);
	assert_eq!(rotated["commission"], "10");
	assert!(rotated["keys"] != *keys && rotated["keys"].is_string(), "{rotated}");
	// A proof of other keys is none.
	let proof = format!("0x{}", "00".repeat(192));
	let given = ["stake", "validate", "--keys", keys, "--proof", &proof];
	let wrong = node.agora(Some(&key), &given);
	fails(&wrong, "session-invalid-proof");
	let short = node.agora(Some(&key), &["stake", "validate", "--keys", "0x00", "--proof", "0x00"]);
	assert_eq!((short.status, short.code().as_str()), (2, "usage"), "{short:?}");
	fails(&node.agora(Some(&key), &["stake", "purge-keys"]), "still-validating");
	agora(node, &key, &["stake", "chill"]);
	assert_eq!(status(node, &account)["role"], "none");

	// The deposit for the keys comes back, once.
	let held = node.balance(&account).1["Session.Keys"];
	let purged = agora(node, &key, &["stake", "purge-keys"]);
	assert_eq!((of(&purged, "returned"), held > 0), (held, true));
	assert_eq!(node.balance(&account).1.get("Session.Keys"), None);
	fails(&node.agora(Some(&key), &["stake", "purge-keys"]), "session-no-keys");
}

pub fn validators_and_nominators_are_paid(node: &Node) {
	let validator = &validator(node);
	let (key, account) = node.funded(6_000 * UNIT);
	agora(node, &key, &["stake", "bond", "5000", "--rewards-to", "stash"]);
	agora(node, &key, &["stake", "nominate", validator]);
	let backed = || {
		let shown = status(node, &account);
		amount(&shown["nominations"][0]["stake"])
	};
	assert_eq!(backed(), 0);
	while backed() == 0 {
		era_ends(node);
	}
	assert_eq!(backed(), 5_000 * UNIT);
	let era = era_ends(node);
	let text = run(&mut node.command(Some(&key), &["stake", "status"])).stdout;
	assert!(text.contains(&format!("{validator}, elected, with 5000 AGO of yours")), "{text}");

	let unpaid = status(node, &account)["unpaid"].clone();
	let entry = json!({ "era": era, "validator": validator, "payouts": 1 });
	assert!(unpaid.as_array().unwrap().contains(&entry), "{unpaid}");
	let shown = status(node, validator);
	assert_eq!((&shown["role"], &shown["elected"]), (&json!("validator"), &json!(true)));
	assert!(field(&shown, "points") <= field(&shown, "allPoints"), "{shown}");
	let running = field(&shown, "activeEra").to_string();

	// Eve has the validator and its nominators paid, for one era and for all others.
	let before = node.balance(&account).0;
	let payout = ["stake", "payout", "--validator", validator];
	let paid_era = era.to_string();
	let this = [&payout[..], &["--era", &paid_era]].concat();
	let one = agora(node, "//Eve", &this);
	assert_eq!((&one["eras"], &one["payouts"]), (&json!([era]), &json!(1)));
	let got = node.balance(&account).0 - before;
	assert!(got > 0 && got < of(&one, "paid"), "{one} {got}");
	refused(node, "//Eve", "staking-already-claimed", &this);
	let early = [&payout[..], &["--era", &running]].concat();
	refused(node, "//Eve", "staking-invalid-era-to-reward", &early);
	let rest = status(node, validator)["unpaid"].as_array().unwrap().len();
	if rest > 0 {
		let all = agora(node, "//Eve", &payout);
		assert_eq!(all["eras"].as_array().unwrap().len(), rest, "{all}");
		assert!(of(&all, "paid") > 0, "{all}");
	}
	refused(node, "//Eve", "staking-already-claimed", &payout);
	refused(node, "//Eve", "staking-already-claimed", &["stake", "payout"]);
}
