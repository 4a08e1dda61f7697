// SPDX-License-Identifier: Apache-2.0

//! Purchases: agreed to, refunded, renewed, settled, and refused.

use crate::util::{
	address, ago, agora, blocks, chain_refuses, earnings, free, held, market, number, refused,
	terms, Version,
};
use common::{
	chain::{amount, Node, UNIT},
	run,
};
use serde_json::{json, Value};

pub fn a_license_is_bought_and_refunded(node: &Node) {
	let model = Version::published(node, "//Bob", "returned", &[]);
	model.offered(node, "//Bob", "10", &["--refund-window", "1h", "--supply", "5"]);
	let check = |who: &str| {
		node.agora(None, &["license", "check", &model.artifact, "--account", &address(who)])
	};
	assert_eq!((check("//Eve").status, check("//Eve").code().as_str()), (1, "not-licensed"));
	let (before, deposits) = (free(node, "//Eve"), held(node, "//Eve", "License"));

	let bought = model.bought(node, "//Eve", &[]);
	assert_eq!(bought["price"], ago(10_000).to_string());
	assert_eq!((&bought["until"], &bought["settled"]), (&Value::Null, &json!(false)));
	let quote = &bought["quote"];
	assert_eq!((amount(&quote["fee"]), amount(&quote["income"])), (ago(250), ago(9_750)));
	let payout = &quote["distribution"]["payouts"][0];
	assert_eq!(
		(&payout["reference"], &payout["earnings"]),
		(&json!(model.reference), &quote["income"])
	);
	// The price is held, and nobody has it.
	assert_eq!(held(node, "//Eve", "Purchase"), ago(10_000));
	assert_eq!(held(node, "//Eve", "License") - deposits, amount(&bought["deposit"]));
	assert_eq!(amount(&bought["deposit"]), amount(&quote["deposit"]));
	let licensed = check("//Eve").result().clone();
	assert_eq!(licensed["license"]["pending"]["price"], ago(10_000).to_string());
	assert_eq!(licensed["license"]["countsForCiting"], false);
	let left = || {
		let offers = node.agora(None, &["offer", "list", &model.artifact]);
		offers.result()["offers"][0]["supply"].clone()
	};
	assert_eq!(left(), 4);
	refused(node, "//Eve", "market-refund-window-open", &["settle", &model.artifact]);

	let refunded = agora(node, "//Eve", &["refund", &model.artifact]);
	assert_eq!(refunded["price"], ago(10_000).to_string());
	assert_eq!((&refunded["deposit"], &refunded["licensed"]), (&bought["deposit"], &json!(false)));
	let fees = amount(&bought["receipt"]["fee"]) + amount(&refunded["receipt"]["fee"]);
	assert_eq!(before - free(node, "//Eve"), fees, "only fees were paid");
	assert_eq!(held(node, "//Eve", "Purchase"), 0);
	assert_eq!((check("//Eve").status, left()), (1, json!(5)));
	refused(node, "//Eve", "market-license-not-found", &["refund", &model.artifact]);
	// The owner needs none.
	assert_eq!(check("//Bob").result()["owner"], true);
}

pub fn nothing_is_bought_that_nobody_agreed_to(node: &Node) {
	let model = Version::published(node, "//Bob", "agreed", &[]);
	model.offered(node, "//Bob", "10", &[]);
	let buy = ["buy", &model.artifact];
	let asked = refused(node, "//Eve", "confirmation-needed", &buy);
	assert!(asked.message().contains("costs 10 AGO") && asked.message().contains("--yes"));
	// Without JSON it is shown what it would be, and nobody is there to be asked either.
	let before = node.balance(&address("//Eve"));
	let outcome = run(&mut node.command(Some("//Eve"), &buy));
	assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""), "{outcome:?}");
	for line in
		["price        10 AGO", "fee          0.25 AGO", "income       9.75 AGO", "deposit "]
	{
		assert!(outcome.stderr.contains(line), "{line}: {}", outcome.stderr);
	}
	assert!(outcome.stderr.contains("confirmation-needed"), "{}", outcome.stderr);
	assert_eq!(node.balance(&address("//Eve")), before);
}

pub fn refuses_purchases_that_cannot_be(node: &Node) {
	let model = Version::published(node, "//Bob", "unbuyable", &[]);
	let buy = ["buy", &model.artifact, "--yes"];
	refused(node, "//Eve", "nothing-for-sale", &buy);
	let id = model.offered(node, "//Bob", "10", &["--supply", "1"]);
	let refuse = |who: &str, code: &str, more: &[&str]| {
		refused(node, who, code, &[&buy[..], more].concat());
	};
	refuse("//Bob", "market-own-artifact", &[]);
	refuse("//Eve", "market-price-above-limit", &["--max-price", "9.999999999999"]);
	refuse("//Eve", "market-offer-not-found", &["--offer", "987654321"]);
	refused(node, "//Eve", "market-license-not-found", &["renew", &model.artifact, "--yes"]);
	let (poor, account) = node.funded(UNIT);
	let outcome = node.agora(Some(&poor), &buy);
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "insufficient-balance"));
	assert_eq!(node.balance(&account).0, UNIT);

	// The chain itself: other terms than were seen, another price, and who needs none.
	let offer: u64 = id.parse().unwrap();
	let buy_at = |price: u128, revision: u32| {
		market("buy", vec![number(offer), number(price), number(revision)])
	};
	chain_refuses(node, "//Eve", "PriceAboveLimit", &buy_at(ago(10_000) - 1, 1));
	chain_refuses(node, "//Bob", "OwnArtifact", &buy_at(ago(10_000), 1));
	agora(node, "//Bob", &["offer", "update", &id, "--price", "1"]);
	chain_refuses(node, "//Eve", "TermsChanged", &buy_at(ago(10_000), 1));
	chain_refuses(node, "//Eve", "OfferNotFound", &{
		market("buy", vec![number(u64::MAX), number(u128::MAX), number(1u32)])
	});

	model.bought(node, "//Dave", &[]);
	let named = ["buy", &model.artifact, "--yes", "--offer", &id];
	refused(node, "//Eve", "market-sold-out", &named);
	refused(node, "//Eve", "nothing-for-sale", &buy);
	chain_refuses(node, "//Eve", "SoldOut", &buy_at(ago(1_000), 2));
	agora(node, "//Bob", &["offer", "update", &id, "--supply", "unlimited"]);
	let again = refused(node, "//Dave", "market-already-licensed", &buy);
	assert!(again.message().contains("for ever"), "{again:?}");
	chain_refuses(node, "//Dave", "AlreadyLicensed", &buy_at(ago(1_000), 3));
	refused(node, "//Dave", "market-nothing-to-renew", &["renew", &model.artifact, "--yes"]);
	refused(node, "//Dave", "market-nothing-to-refund", &["refund", &model.artifact]);
	refused(node, "//Dave", "market-nothing-to-settle", &["settle", &model.artifact]);
	refused(node, "//Dave", "market-nothing-to-settle", &["waive", &model.artifact]);
	chain_refuses(node, "//Dave", "NothingToRefund", &market("refund", vec![model.scale()]));
	agora(node, "//Bob", &["yank", &model.reference]);
	refused(node, "//Eve", "market-version-not-available", &named);
	chain_refuses(node, "//Eve", "VersionNotAvailable", &buy_at(ago(1_000), 3));
	let other = terms(model.sequence, ago(1_000), None, None, 0);
	let update = market("update_offer", vec![number(offer), other]);
	chain_refuses(node, "//Bob", "VersionNotAvailable", &update);
}

pub fn a_license_is_renewed(node: &Node) {
	let model = Version::published(node, "//Bob", "renewed", &[]);
	let id = model.offered(node, "//Bob", "1", &["--for", "1000", "--refund-window", "100"]);
	let first = model.bought(node, "//Eve", &["--no-refund"]);
	let until = first["until"].as_u64().unwrap();
	assert_eq!((&first["refundableUntil"], &first["settled"]), (&Value::Null, &json!(true)));
	let again =
		refused(node, "//Eve", "market-already-licensed", &["buy", &model.artifact, "--yes"]);
	assert!(again.message().contains("agora renew"), "{again:?}");
	let deposits = held(node, "//Eve", "License");

	// A thousand blocks more, which a refund takes back.
	let renew = ["renew", &model.artifact, "--yes"];
	let renewed = agora(node, "//Eve", &renew);
	assert_eq!(renewed["until"], until + 1000);
	assert_eq!((&renewed["deposit"], &renewed["quote"]["deposit"]), (&Value::Null, &json!("0")));
	assert_eq!(held(node, "//Eve", "License"), deposits);
	let pending = refused(node, "//Eve", "market-purchase-pending", &renew);
	assert!(pending.message().contains("agora waive"), "{pending:?}");
	let offer: u64 = id.parse().unwrap();
	let call = market("renew", vec![number(offer), number(UNIT), number(1u32)]);
	chain_refuses(node, "//Eve", "PurchasePending", &call);
	let release = ["license", "release", &model.artifact];
	refused(node, "//Eve", "market-purchase-pending", &release);
	let refunded = agora(node, "//Eve", &["refund", &model.artifact]);
	assert_eq!(
		(&refunded["price"], &refunded["licensed"]),
		(&json!(UNIT.to_string()), &json!(true))
	);
	let license = agora(node, "//Eve", &["license", "check", &model.artifact])["license"].clone();
	assert_eq!((&license["until"], &license["pending"]), (&json!(until), &Value::Null));

	// For ever, under another offer.
	let forever = model.offered(node, "//Bob", "5", &[]);
	let renewed = agora(node, "//Eve", &["renew", &model.artifact, "--yes", "--offer", &forever]);
	assert_eq!((&renewed["until"], &renewed["settled"]), (&Value::Null, &json!(true)));
	refused(node, "//Eve", "market-nothing-to-renew", &renew);
}

pub fn a_refund_can_be_given_up(node: &Node) {
	let model = Version::published(node, "//Bob", "waived", &[]);
	model.offered(node, "//Bob", "10", &["--refund-window", "1h"]);
	let before = earnings(node, "//Bob");
	model.bought(node, "//Eve", &[]);
	assert_eq!(earnings(node, "//Bob"), before);
	let waived = agora(node, "//Eve", &["waive", &model.artifact]);
	assert_eq!((amount(&waived["fee"]), amount(&waived["income"])), (ago(250), ago(9_750)));
	assert_eq!((&waived["excess"], &waived["released"]), (&json!("0"), &Value::Null));
	assert_eq!(held(node, "//Eve", "Purchase"), 0);
	assert_eq!(earnings(node, "//Bob") - before, ago(9_750));
	refused(node, "//Eve", "market-nothing-to-refund", &["refund", &model.artifact]);
	// Or with the purchase itself.
	let bought = model.bought(node, "//Dave", &["--no-refund"]);
	assert_eq!((&bought["settled"], &bought["refundableUntil"]), (&json!(true), &Value::Null));
	assert_eq!(earnings(node, "//Bob") - before, 2 * ago(9_750));
	let license = agora(node, "//Dave", &["license", "check", &model.artifact])["license"].clone();
	assert_eq!(license["countsForCiting"], true);
}

pub fn what_is_due_is_settled_by_itself(node: &Node) {
	let model = Version::published(node, "//Bob", "due", &[]);
	model.offered(node, "//Bob", "10", &["--refund-window", "3"]);
	let before = earnings(node, "//Bob");
	let bought = model.bought(node, "//Eve", &[]);
	assert!(bought["refundableUntil"].is_u64(), "{bought}");
	blocks(node, 5);
	let license = agora(node, "//Eve", &["license", "check", &model.artifact])["license"].clone();
	assert_eq!((&license["pending"], &license["countsForCiting"]), (&Value::Null, &json!(true)));
	assert_eq!(earnings(node, "//Bob") - before, ago(9_750));
	refused(node, "//Eve", "market-nothing-to-refund", &["refund", &model.artifact]);
	refused(node, "//Bob", "market-nothing-to-settle", &{
		["settle", &model.artifact, "--account", &address("//Eve")]
	});
}
