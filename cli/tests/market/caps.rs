// SPDX-License-Identifier: Apache-2.0

//! Caps: pledged, lowered, reached, and refused.

use crate::util::{
	ago, agora, chain_refuses, earnings, free, held, market, number, refused, Version,
};
use common::{
	chain::{amount, Node, UNIT},
	run,
};
use serde_json::{json, Value};

pub fn a_cap_turns_licenses_free(node: &Node) {
	let model = Version::published(node, "//Bob", "capped", &[]);
	let id = model.offered(node, "//Bob", "10", &["--refund-window", "1h"]);
	let show = || node.agora(None, &["cap", "show", &model.artifact]).result().clone();
	assert_eq!((&show()["cap"], &show()["free"]), (&Value::Null, &json!(false)));
	let pledge = ["cap", "pledge", &model.artifact, "12"];
	let asked = refused(node, "//Bob", "confirmation-needed", &pledge);
	assert!(asked.message().contains("cannot be taken back"), "{asked:?}");
	agora(node, "//Bob", &[&pledge[..], &["--yes"]].concat());
	assert_eq!(show()["cap"], ago(12_000).to_string());
	let before = earnings(node, "//Bob");

	// 9.75 of 12, and one who waits.
	model.bought(node, "//Eve", &["--no-refund"]);
	assert_eq!(show()["income"], ago(9_750).to_string());
	let text = run(&mut node.command(None, &["show", &model.artifact])).stdout;
	assert!(text.contains("cap          12 AGO, 2.25 AGO to go\n"), "{text}");
	model.bought(node, "//Charlie", &[]);
	assert_eq!(held(node, "//Charlie", "Purchase"), ago(10_000));
	// The one that crosses it counts up to the cap, and the rest is nobody's profit.
	let quote = model.bought(node, "//Dave", &["--no-refund"])["quote"].clone();
	assert_eq!((amount(&quote["income"]), amount(&quote["excess"])), (ago(2_250), ago(7_500)));
	assert_eq!((&show()["free"], &show()["income"]), (&json!(true), &show()["cap"]));
	assert_eq!(earnings(node, "//Bob") - before, ago(12_000));

	// Free for who comes now, and for who waited, from that time on.
	let free_before = free(node, "//Ferdie");
	let bought = model.bought(node, "//Ferdie", &[]);
	assert_eq!((&bought["price"], &bought["settled"]), (&json!("0"), &json!(true)));
	let paid = amount(&bought["deposit"]) + amount(&bought["receipt"]["fee"]);
	assert_eq!(free_before - free(node, "//Ferdie"), paid);
	let settled = agora(node, "//Charlie", &["settle", &model.artifact]);
	assert_eq!(
		(&settled["released"], &settled["price"]),
		(&json!(ago(10_000).to_string()), &Value::Null)
	);
	assert_eq!(held(node, "//Charlie", "Purchase"), 0);
	assert_eq!(agora(node, "//Charlie", &["license", "check", &model.artifact])["licensed"], true);
	assert_eq!(earnings(node, "//Bob") - before, ago(12_000));

	// And it stays so.
	refused(node, "//Bob", "market-cap-reached", &["offer", "close", &id]);
	refused(node, "//Bob", "market-cap-reached", &["offer", "update", &id, "--price", "99"]);
	let offer: u64 = id.parse().unwrap();
	chain_refuses(node, "//Bob", "CapReached", &market("close_offer", vec![number(offer)]));
	agora(node, "//Bob", &["retire", &model.artifact]);
	agora(node, "//Bob", &["offer", "close", &id]);
}

pub fn refuses_caps_that_cannot_be(node: &Node) {
	let model = Version::published(node, "//Bob", "uncapped", &[]);
	let cap = |what: &str, amount: &str| {
		["cap", what, &model.artifact, amount, "--yes"].map(String::from).to_vec()
	};
	let refuse = |who: &str, code: &str, arguments: Vec<String>| {
		let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
		refused(node, who, code, &arguments);
	};
	refuse("//Alice", "not-owner", cap("pledge", "5"));
	refuse("//Bob", "market-cap-not-pledged", cap("lower", "5"));
	let call = |name: &str, cap: u128| market(name, vec![model.scale(), number(cap)]);
	chain_refuses(node, "//Alice", "NotOwner", &call("pledge_cap", UNIT));
	chain_refuses(node, "//Bob", "CapNotPledged", &call("lower_cap", UNIT));
	let pledged = agora(node, "//Bob", &["cap", "pledge", &model.artifact, "5", "--yes"]);
	assert!(amount(&pledged["deposit"]) > 0, "{pledged}");
	refuse("//Bob", "market-cap-already-pledged", cap("pledge", "5"));
	chain_refuses(node, "//Bob", "CapAlreadyPledged", &call("pledge_cap", UNIT));
	refuse("//Bob", "market-cap-not-lower", cap("lower", "5"));
	refuse("//Bob", "market-cap-not-lower", cap("lower", "5.000000000001"));
	chain_refuses(node, "//Bob", "CapNotLower", &call("lower_cap", 5 * UNIT));
	refused(node, "//Bob", "confirmation-needed", &["cap", "lower", &model.artifact, "4"]);
	let lowered = agora(node, "//Bob", &["cap", "lower", &model.artifact, "4", "--yes"]);
	assert_eq!(
		(&lowered["cap"], &lowered["free"]),
		(&json!((4 * UNIT).to_string()), &json!(false))
	);
	// To what it brought, which is nothing: free at once.
	let lowered = agora(node, "//Bob", &["cap", "lower", &model.artifact, "0", "--yes"]);
	assert_eq!((&lowered["cap"], &lowered["free"]), (&json!("0"), &json!(true)));
}
