// SPDX-License-Identifier: Apache-2.0

//! Offers: made, listed, changed, closed, and refused.

use crate::util::{ago, agora, chain_refuses, held, market, number, refused, terms, Version};
use common::{
	chain::{amount, Node},
	run,
};
use serde_json::{json, Value};

pub fn an_offer_is_made_changed_and_closed(node: &Node) {
	let model = Version::published(node, "//Bob", "offered", &[]);
	let list = || node.agora(None, &["offer", "list", &model.artifact]).result()["offers"].clone();
	assert_eq!(list(), json!([]));
	let (offers, sales) = (held(node, "//Bob", "Offer"), held(node, "//Bob", "Sales"));
	let create = [
		"offer",
		"create",
		&model.artifact,
		"--price",
		"2.5",
		"--for",
		"30d",
		"--supply",
		"7",
		"--transferable",
		"--refund-window",
		"10m",
	];
	let made = agora(node, "//Bob", &create);
	assert_eq!((&made["price"], &made["duration"]), (&json!("2500000000000"), &json!(864_000)));
	assert_eq!((&made["supply"], &made["refundWindow"]), (&json!(7), &json!(200)));
	assert_eq!(made["sequence"], model.sequence);
	assert_eq!(held(node, "//Bob", "Offer") - offers, amount(&made["deposits"]["offer"]));
	assert_eq!(held(node, "//Bob", "Sales") - sales, amount(&made["deposits"]["sales"]));
	let id = made["offer"].to_string();
	let offer = list()[0].clone();
	assert_eq!((&offer["offer"], &offer["revision"]), (&made["offer"], &json!(1)));
	assert_eq!((&offer["open"], &offer["transferable"]), (&json!(true), &json!(true)));
	assert_eq!(offer["reference"], model.reference);

	// Only what is given changes.
	let changed = agora(node, "//Bob", &["offer", "update", &model.artifact, "--price", "3"]);
	assert_eq!(changed["revision"], 2);
	let after = list()[0].clone();
	let mut expected = offer.clone();
	expected["price"] = json!(ago(3_000).to_string());
	expected["listPrice"] = expected["price"].clone();
	expected["revision"] = json!(2);
	assert_eq!(after, expected);
	let all = [
		"offer",
		"update",
		&id,
		"--for",
		"forever",
		"--supply",
		"unlimited",
		"--transferable=false",
		"--refund-window",
		"0",
	];
	agora(node, "//Bob", &all);
	let after = list()[0].clone();
	assert_eq!((&after["duration"], &after["supply"]), (&Value::Null, &Value::Null));
	assert_eq!((&after["transferable"], &after["refundWindow"]), (&json!(false), &json!(0)));
	assert_eq!((&after["price"], &after["revision"]), (&expected["price"], &json!(3)));

	// People read the same, and so does who looks at the artifact.
	let text = run(&mut node.command(None, &["offer", "list", &model.artifact])).stdout;
	assert!(text.contains("3 AGO") && text.contains(&model.reference), "{text}");
	let shown = run(&mut node.command(None, &["show", &model.artifact])).stdout;
	assert!(shown.contains(&format!("offer        {id}: 3 AGO, for ever\n")), "{shown}");
	let shown = node.agora(None, &["show", &model.artifact]).result()["artifact"].clone();
	assert_eq!(shown["offers"], json!([after]));

	let closed = agora(node, "//Bob", &["offer", "close", &id]);
	assert_eq!(closed["released"], made["deposits"]["offer"]);
	assert_eq!(list(), json!([]));
	assert_eq!((held(node, "//Bob", "Offer"), held(node, "//Bob", "Sales")), (offers, sales));
}

pub fn refuses_offers_that_cannot_be(node: &Node) {
	let model = Version::published(node, "//Bob", "unoffered", &[]);
	let research = Version::published(node, "//Bob", "research", &["--uses", "train"]);
	let yanked = Version::published(node, "//Bob", "yanked-offer", &[]);
	agora(node, "//Bob", &["yank", &yanked.reference]);
	let create = |code: &str, who: &str, reference: &str, more: &[&str]| {
		let arguments = ["offer", "create", reference, "--price"];
		refused(node, who, code, &[&arguments, more].concat());
	};
	let reference = model.reference.as_str();
	create("not-owner", "//Alice", reference, &["1"]);
	create("version-not-found", "//Bob", &format!("{}@7", model.artifact), &["1"]);
	create("artifact-not-found", "//Bob", "me/never-offered", &["1"]);
	create("market-price-too-low", "//Bob", reference, &["0.000999999999"]);
	create("market-not-commercial", "//Bob", &research.reference, &["1"]);
	create("market-version-not-available", "//Bob", &yanked.reference, &["1"]);
	create("market-duration-too-short", "//Bob", reference, &["1", "--for", "0"]);
	create("market-supply-too-low", "//Bob", reference, &["1", "--supply", "0"]);
	create("market-refund-window-too-long", "//Bob", reference, &["1", "--refund-window", "31d"]);
	let outlasting = ["1", "--for", "10m", "--refund-window", "200"];
	create("market-refund-window-too-long", "//Bob", reference, &outlasting);
	refused(node, "//Bob", "market-offer-not-found", &["offer", "close", "987654321"]);
	refused(node, "//Bob", "market-offer-not-found", &["offer", "close", &model.artifact]);
	// By the chain itself, where the command is passed by.
	let at = model.sequence;
	for (error, who, terms) in [
		("NotOwner", "//Alice", terms(at, ago(1_000), None, None, 0)),
		("VersionNotFound", "//Bob", terms(u64::MAX, ago(1_000), None, None, 0)),
		("PriceTooLow", "//Bob", terms(at, 1, None, None, 0)),
		("NotCommercial", "//Bob", terms(research.sequence, ago(1_000), None, None, 0)),
		("VersionNotAvailable", "//Bob", terms(yanked.sequence, ago(1_000), None, None, 0)),
		("DurationTooShort", "//Bob", terms(at, ago(1_000), Some(0), None, 0)),
		("SupplyTooLow", "//Bob", terms(at, ago(1_000), None, Some(0), 0)),
		("RefundWindowTooLong", "//Bob", terms(at, ago(1_000), Some(200), None, 200)),
		("RefundWindowTooLong", "//Bob", terms(at, ago(1_000), None, None, u32::MAX)),
	] {
		chain_refuses(node, who, error, &market("create_offer", vec![terms]));
	}
	// What nobody may sell can be given away.
	let id = research.offered(node, "//Bob", "0", &[]);
	agora(node, "//Bob", &["offer", "close", &id]);

	let id = model.offered(node, "//Bob", "1", &[]);
	refused(node, "//Alice", "not-owner", &["offer", "close", &id]);
	refused(node, "//Alice", "not-owner", &["offer", "update", &id, "--price", "5"]);
	refused(node, "//Bob", "market-price-too-low", &["offer", "update", &id, "--price", "0.0001"]);
	refused(node, "//Bob", "version-not-found", &["offer", "update", &id, "--version", "9"]);
	let nothing = node.agora(Some("//Bob"), &["offer", "update", &id]);
	assert_eq!((nothing.status, nothing.code().as_str()), (2, "usage"), "{nothing:?}");
	let id: u64 = id.parse().unwrap();
	let elsewhere = terms(research.sequence, 0, None, None, 0);
	let elsewhere = market("update_offer", vec![number(id), elsewhere]);
	chain_refuses(node, "//Bob", "DifferentArtifact", &elsewhere);
	chain_refuses(node, "//Alice", "NotOwner", &market("close_offer", vec![number(id)]));
}

pub fn an_artifact_has_sixteen_offers_and_no_more(node: &Node) {
	let model = Version::published(node, "//Bob", "offered-often", &[]);
	let ids: Vec<String> =
		(1..=16).map(|price| model.offered(node, "//Bob", &price.to_string(), &[])).collect();
	let more = ["offer", "create", &model.reference, "--price", "17"];
	refused(node, "//Bob", "market-too-many-offers", &more);
	let call = market("create_offer", vec![terms(model.sequence, ago(1_000), None, None, 0)]);
	chain_refuses(node, "//Bob", "TooManyOffers", &call);
	// Which of them is meant must be said.
	let several = refused(node, "//Bob", "offer-needed", &["offer", "close", &model.artifact]);
	assert!(several.message().contains(&format!("{} for 16 AGO", ids[15])), "{several:?}");
	refused(node, "//Eve", "offer-needed", &["buy", &model.artifact, "--yes"]);
	for id in ids {
		agora(node, "//Bob", &["offer", "close", &id]);
	}
}
