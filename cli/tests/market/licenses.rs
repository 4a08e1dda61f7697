// SPDX-License-Identifier: Apache-2.0

//! Licenses: listed, handed on, ended, and what they allow.

use crate::util::{address, agora, blocks, chain_refuses, held, market, public, refused, Version};
use common::{
	chain::{amount, Node},
	run,
};
use serde_json::json;
use subxt::dynamic::Value as Scale;

pub fn a_license_is_handed_on(node: &Node) {
	let model = Version::published(node, "//Bob", "handed-on", &[]);
	let id = model.offered(node, "//Bob", "1", &["--transferable", "--refund-window", "100"]);
	let bought = model.bought(node, "//Eve", &[]);
	let transfer =
		|to: &str| ["license", "transfer", &model.artifact, "--to", to].map(String::from).to_vec();
	let refuse = |who: &str, code: &str, to: &str| {
		let arguments = transfer(to);
		let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
		refused(node, who, code, &arguments);
	};
	let dave = address("//Dave");
	refuse("//Eve", "market-purchase-pending", &dave);
	agora(node, "//Eve", &["waive", &model.artifact]);
	refuse("//Eve", "market-own-artifact", &address("//Bob"));
	refuse("//Eve", "market-recipient-licensed", &address("//Eve"));
	refuse("//Eve", "market-recipient-not-found", &format!("0x{}", "ab".repeat(32)));
	refuse("//Dave", "market-license-not-found", &address("//Eve"));
	let to = |account: [u8; 32]| {
		let arguments = vec![model.scale(), Scale::from_bytes(account)];
		market("transfer_license", arguments)
	};
	chain_refuses(node, "//Eve", "OwnArtifact", &to(public("//Bob")));
	chain_refuses(node, "//Eve", "RecipientNotFound", &to([0xab; 32]));

	let (eve, daves) = (held(node, "//Eve", "License"), held(node, "//Dave", "License"));
	let moved = agora(node, "//Eve", &["license", "transfer", &model.artifact, "--to", &dave]);
	assert_eq!((&moved["to"], &moved["deposit"]), (&json!(dave), &bought["deposit"]));
	let deposit = amount(&bought["deposit"]);
	assert_eq!(eve - held(node, "//Eve", "License"), deposit);
	assert_eq!(held(node, "//Dave", "License") - daves, deposit);
	let check = ["license", "check", &model.artifact];
	refused(node, "//Eve", "not-licensed", &check);
	assert_eq!(agora(node, "//Dave", &check)["licensed"], true);
	let list = agora(node, "//Dave", &["license", "list"])["licenses"].clone();
	let mine = list.as_array().unwrap().iter().find(|l| l["reference"] == model.artifact);
	assert_eq!(mine.unwrap()["offer"].to_string(), id);
	let text = run(&mut node.command(Some("//Dave"), &["license", "list"])).stdout;
	assert!(text.contains(&model.artifact), "{text}");

	// What was sold to stay with its buyer stays.
	let bound = Version::published(node, "//Bob", "bound", &[]);
	bound.offered(node, "//Bob", "1", &[]);
	bound.bought(node, "//Eve", &[]);
	let arguments = ["license", "transfer", &bound.artifact, "--to", &dave];
	refused(node, "//Eve", "market-not-transferable", &arguments);
	let call = market("transfer_license", vec![bound.scale(), Scale::from_bytes(public("//Dave"))]);
	chain_refuses(node, "//Eve", "NotTransferable", &call);
}

pub fn a_license_ends(node: &Node) {
	let model = Version::published(node, "//Bob", "short", &[]);
	let terms = ["--for", "8", "--transferable"];
	let id = model.offered(node, "//Bob", "1", &terms);
	let before = held(node, "//Eve", "License");
	let bought = model.bought(node, "//Eve", &[]);
	let eve = address("//Eve");
	let of_eve = ["license", "release", &model.artifact, "--account", &eve];
	refused(node, "//Dave", "market-license-lasts", &of_eve);
	let arguments = vec![model.scale(), Scale::from_bytes(public("//Eve"))];
	chain_refuses(node, "//Dave", "LicenseLasts", &market("release_license", arguments));
	blocks(node, 9);
	let ended = refused(node, "//Eve", "not-licensed", &["license", "check", &model.artifact]);
	assert!(ended.message().contains("agora renew"), "{ended:?}");
	let buy = refused(node, "//Eve", "market-already-licensed", &["buy", &model.artifact, "--yes"]);
	assert!(buy.message().contains("agora license release"), "{buy:?}");
	let to = ["license", "transfer", &model.artifact, "--to", &address("//Dave")];
	refused(node, "//Eve", "market-license-expired", &to);
	// Anybody can clear it away, and its deposit goes to who held it.
	let released = agora(node, "//Dave", &of_eve);
	assert_eq!(released["released"], bought["deposit"]);
	assert_eq!(held(node, "//Eve", "License"), before);
	refused(node, "//Dave", "market-license-not-found", &of_eve);

	// One that lasts for ever is given up by its holder alone.
	agora(node, "//Bob", &["offer", "update", &id, "--for", "forever"]);
	model.bought(node, "//Eve", &[]);
	refused(node, "//Dave", "market-not-licensee", &of_eve);
	agora(node, "//Eve", &["license", "release", &model.artifact]);
	assert_eq!(held(node, "//Eve", "License"), before);
}

pub fn a_license_lets_others_derive(node: &Node) {
	let closed = ["--derivation", "license-required"];
	let base = Version::published(node, "//Bob", "licensed-base", &closed);
	base.offered(node, "//Bob", "1", &["--refund-window", "100"]);
	let source = format!("{}:fine-tune", base.reference);
	let derive = |name: &str| {
		let dir = node.model();
		node.publish(Some("//Eve"), dir.path(), name, &["--source", &source])
	};
	assert_eq!(derive("derived").code(), "registry-license-required");
	base.bought(node, "//Eve", &[]);
	// It can be used, and does not count before it is paid.
	assert_eq!(derive("derived").code(), "registry-license-required");
	agora(node, "//Eve", &["waive", &base.artifact]);
	derive("derived").result();
	// What somebody paid for is not removed under them.
	let bought = Version::published(node, "//Bob", "kept-for-buyers", &[]);
	// For nothing, as a price earns a reward that keeps the version until it is claimed.
	let id = bought.offered(node, "//Bob", "0", &[]);
	let remove = |code: &str| {
		let outcome = node.agora(Some("//Bob"), &["remove", &bought.reference]);
		assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{outcome:?}");
	};
	remove("registry-has-licenses");
	bought.bought(node, "//Eve", &[]);
	agora(node, "//Bob", &["offer", "close", &id]);
	remove("registry-has-licenses");
	agora(node, "//Eve", &["license", "release", &bought.artifact]);
	agora(node, "//Bob", &["remove", &bought.reference]);
}
