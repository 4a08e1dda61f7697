// SPDX-License-Identifier: Apache-2.0

//! Splits, vaults, and what can be withdrawn.

use crate::util::{
	address, ago, agora, chain_refuses, earnings, free, number, public, refused, royalties, Version,
};
use common::{
	chain::{amount, Node, UNIT},
	run,
};
use serde_json::json;
use subxt::dynamic::Value as Scale;

pub fn income_is_divided_among_members(node: &Node) {
	let model = Version::published(node, "//Bob", "shared", &[]);
	let show = || node.agora(None, &["split", "show", &model.artifact]).result().clone();
	assert_eq!((&show()["number"], &show()["members"]), (&json!(0), &json!([])));
	let (charlie, dave) = (address("//Charlie"), address("//Dave"));
	let set = |shares: &[&str]| {
		let members = shares.iter().flat_map(|share| ["--member", share]);
		let arguments = ["split", "set", &model.artifact].into_iter().chain(members);
		agora(node, "//Bob", &arguments.collect::<Vec<_>>())
	};
	let thirds =
		["me=33.3334".to_owned(), format!("{charlie}=33.3333%"), format!("{dave}=33.3333")];
	let first = set(&thirds.each_ref().map(String::as_str));
	assert_eq!(first["number"], 1);
	let shown = show();
	assert_eq!(shown["members"][1], json!({ "account": charlie, "share": "33.3333" }));

	let people = ["//Bob", "//Charlie", "//Dave"];
	let earned = || people.map(|who| earnings(node, who));
	let before = earned();
	model.offered(node, "//Bob", "1", &[]);
	model.bought(node, "//Eve", &[]);
	// 0.975 AGO: what rounding leaves goes to the first.
	let income = ago(975);
	let third = income / 1_000_000 * 333_333;
	let got = |after: [u128; 3]| [after[0] - before[0], after[1] - before[1], after[2] - before[2]];
	assert_eq!(got(earned()), [income - 2 * third, third, third]);

	// From now on all is Bob's again.
	let reset = agora(node, "//Bob", &["split", "reset", &model.artifact]);
	assert_eq!((&reset["number"], &reset["members"]), (&json!(2), &json!([])));
	refused(node, "//Bob", "bad-split", &["split", "reset", &model.artifact]);
	model.bought(node, "//Ferdie", &[]);
	assert_eq!(got(earned()), [2 * income - 2 * third, third, third]);

	// Anybody pays out what is Charlie's, to Charlie.
	let (has, free_before) = (earnings(node, "//Charlie"), free(node, "//Charlie"));
	let paid = agora(node, "//Eve", &["withdraw", "--account", &charlie]);
	assert_eq!(amount(&paid["amount"]), has);
	assert_eq!(free(node, "//Charlie") - free_before, has);
	assert_eq!(earnings(node, "//Charlie"), 0);
	let none = ["withdraw", "--account", &charlie];
	refused(node, "//Eve", "royalties-nothing-to-withdraw", &none);
	let call = royalties("withdraw", vec![Scale::from_bytes(public("//Charlie"))]);
	chain_refuses(node, "//Eve", "NothingToWithdraw", &call);
}

pub fn refuses_splits_that_cannot_be(node: &Node) {
	let model = Version::published(node, "//Bob", "unshared", &[]);
	let dave = address("//Dave");
	let set = |who: &str, code: &str, more: &[&str]| {
		refused(node, who, code, &[&["split", "set", &model.artifact], more].concat());
	};
	let half = format!("{dave}=50");
	set("//Bob", "bad-split", &["--member", &half]);
	set("//Bob", "bad-split", &["--member", &half, "--member", &half]);
	set("//Bob", "bad-split", &["--member", "me=100", "--member", &format!("{dave}=0")]);
	set("//Bob", "bad-split", &["--member", &half, "--member", "me=50.0001"]);
	set("//Bob", "kind-differs", &["--contributors", "10"]);
	set("//Alice", "not-owner", &["--member", "me=100"]);
	let nobody = format!("0x{}=100", "ab".repeat(32));
	set("//Bob", "royalties-member-not-found", &["--member", &nobody]);
	assert_eq!(agora(node, "//Bob", &["split", "show", &model.artifact])["number"], 0);
	// By the chain itself, where the command is passed by.
	let call = |members: &[(&str, u32)], contributors: u32| {
		let share = |parts: u32| Scale::unnamed_composite([number(parts)]);
		let members = members.iter().map(|(who, parts)| {
			Scale::named_composite([
				("account", Scale::from_bytes(public(who))),
				("share", share(*parts)),
			])
		});
		let split = Scale::named_composite([
			("contributors", share(contributors)),
			("members", Scale::unnamed_composite(members)),
		]);
		royalties("set_split", vec![model.scale(), split])
	};
	for (error, who, call) in [
		("SharesNotWhole", "//Bob", call(&[("//Dave", 999_999)], 0)),
		("DuplicateMember", "//Bob", call(&[("//Dave", 500_000), ("//Dave", 500_000)], 0)),
		("ZeroShare", "//Bob", call(&[("//Bob", 1_000_000), ("//Dave", 0)], 0)),
		("MemberNotFound", "//Bob", call(&[("//Nobody//At//All", 1_000_000)], 0)),
		("NotDataset", "//Bob", call(&[], 100_000)),
		("NotOwner", "//Alice", call(&[("//Alice", 1_000_000)], 0)),
	] {
		chain_refuses(node, who, error, &call);
	}
}

pub fn small_income_waits_in_the_vault(node: &Node) {
	let base = Version::published(node, "//Alice", "small-base", &["--royalty", "10"]);
	let source = format!("{}:fine-tune", base.reference);
	let model = Version::published(node, "//Bob", "small", &["--source", &source]);
	model.offered(node, "//Bob", "0.005", &[]);
	let vault = |version: &Version| {
		node.agora(None, &["vault", &version.reference]).result()["amount"].clone()
	};
	let distribute = ["distribute", &model.reference];
	refused(node, "//Eve", "royalties-nothing-to-distribute", &distribute);
	refused(node, "//Eve", "version-needed", &["distribute", &model.artifact]);
	let call = royalties("distribute", vec![number(model.sequence)]);
	chain_refuses(node, "//Eve", "NothingToDistribute", &call);

	let before = [earnings(node, "//Alice"), earnings(node, "//Bob")];
	model.bought(node, "//Eve", &[]);
	// Less than the cascade comes for.
	let income = UNIT * 4_875 / 1_000_000;
	assert_eq!(vault(&model), income.to_string());
	let text = run(&mut node.command(None, &["vault", &model.reference])).stdout;
	assert!(text.contains("0.004875 AGO, too little for the cascade"), "{text}");
	let simulate = ["simulate", &model.reference, "--income", "0.004875"];
	let simulated = node.agora(None, &simulate).result().clone();
	let royalty = income / 10;
	let payout = |index: usize, field: &str| amount(&simulated["payouts"][index][field]);
	assert_eq!((payout(0, "royalties"), payout(0, "earnings")), (royalty, income - royalty));
	assert_eq!((payout(1, "income"), payout(1, "earnings")), (royalty, royalty));
	assert_eq!(simulated["payouts"][1]["reference"], base.reference);

	let moved = agora(node, "//Eve", &distribute);
	assert_eq!(
		(amount(&moved["royalties"]), amount(&moved["earnings"])),
		(royalty, income - royalty)
	);
	assert_eq!((vault(&model), vault(&base)), (json!("0"), json!(royalty.to_string())));
	agora(node, "//Eve", &["distribute", &base.reference]);
	let after = [earnings(node, "//Alice"), earnings(node, "//Bob")];
	assert_eq!([after[0] - before[0], after[1] - before[1]], [royalty, income - royalty]);
	// Nobody's share of records is there to be collected.
	let collect = ["collect", &model.reference];
	refused(node, "//Eve", "royalties-share-not-found", &collect);
}
