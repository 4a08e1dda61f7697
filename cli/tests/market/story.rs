// SPDX-License-Identifier: Apache-2.0

//! A sale at the end of a lineage, and everybody behind it.
//!
//! Alice publishes a dataset and a base model trained on it, Bob a fine-tune of that, Charlie a
//! quantization of Bob's. Dave contributed four of the dataset's ten records, whose contributors have a
//! tenth of what it earns. Eve buys Charlie's model for 100 AGO.

use crate::util::{address, ago, agora, blocks, earnings, free, held, refused, Version};
use common::chain::{amount, text, Node};
use serde_json::{json, Value};
use std::fs;

const PEOPLE: [&str; 4] = ["//Alice", "//Bob", "//Charlie", "//Dave"];

/// The lineage, from the dataset to the quantization.
struct Lineage {
	dataset: Version,
	quantization: Version,
}

/// Ten records, of which Dave proves four.
fn dataset(node: &Node) -> Version {
	let dir = node.model();
	let file = dir.path().join("records.csv");
	let rows = (0..10).map(|number| format!("record {number}\n"));
	fs::write(&file, ["text\n".to_owned()].into_iter().chain(rows).collect::<String>()).unwrap();
	let more = ["--kind", "dataset", "--royalty", "20"];
	let published = node.publish(Some("//Alice"), dir.path(), "sold-data", &more).result().clone();
	let reference = text(&published["reference"]).to_owned();
	let (file, dave) = (file.to_str().unwrap(), address("//Dave"));
	node.alice(&["dataset", "commit", file, "--to", &reference, "--contributor", &dave]);
	for index in ["0", "3", "6", "9"] {
		let receipt = dir.path().join(format!("receipt-{index}.json"));
		let receipt = receipt.to_str().unwrap();
		node.alice(&["dataset", "receipt", &reference, index, "--to", receipt]);
		agora(node, "//Dave", &["dataset", "prove", receipt]);
	}
	Version {
		artifact: reference.split('@').next().unwrap().to_owned(),
		id: text(&published["artifact"]).to_owned(),
		sequence: published["sequence"].as_u64().unwrap(),
		reference,
	}
}

impl Lineage {
	fn published(node: &Node) -> Self {
		let dataset = dataset(node);
		let split = ["split", "set", &dataset.artifact, "--contributors", "10"];
		let split = agora(node, "//Alice", &split);
		assert_eq!((&split["contributors"], &split["members"]), (&json!("10"), &json!([])));
		let derive = |who: &str, name: &str, source: &Version, relation: &str, royalty: &str| {
			let source = format!("{}:{relation}", source.reference);
			Version::published(node, who, name, &["--source", &source, "--royalty", royalty])
		};
		let base = derive("//Alice", "sold-base", &dataset, "trained-on", "10");
		let tuned = derive("//Bob", "sold-tuned", &base, "fine-tune", "20");
		let quantization = derive("//Charlie", "sold-small", &tuned, "quantization", "0");
		Self { dataset, quantization }
	}
}

/// What people can withdraw.
fn earned(node: &Node) -> [u128; 4] {
	PEOPLE.map(|who| earnings(node, who))
}

fn less(after: [u128; 4], before: [u128; 4]) -> [u128; 4] {
	std::array::from_fn(|index| after[index] - before[index])
}

pub fn everybody_behind_a_sale_is_paid(node: &Node) {
	let Lineage { dataset, quantization } = Lineage::published(node);
	quantization.offered(node, "//Charlie", "100", &["--refund-window", "4"]);
	let before = earned(node);

	// Of 100 AGO the protocol takes 2.5. Of the 97.5 Bob's version has a fifth, the base a tenth of
	// that, and the dataset a fifth of that.
	let paid = [
		(ago(97_500), ago(19_500), 0, ago(78_000)),
		(ago(19_500), ago(1_950), 0, ago(17_550)),
		(ago(1_950), ago(390), 0, ago(1_560)),
		// A tenth is for ten records, of which four count.
		(ago(390), 0, ago(156) / 10, ago(3_744) / 10),
	];
	let payouts = |distribution: &Value| {
		let payouts = distribution["payouts"].as_array().unwrap().clone();
		let field = |payout: &Value, name: &str| amount(&payout[name]);
		let all = payouts.iter().map(|payout| {
			(
				field(payout, "income"),
				field(payout, "royalties"),
				field(payout, "contributors"),
				field(payout, "earnings"),
			)
		});
		all.collect::<Vec<_>>()
	};
	let simulate = ["simulate", &quantization.reference, "--income", "97.5"];
	assert_eq!(payouts(node.agora(None, &simulate).result()), paid);

	// Eve takes it back: nobody had anything, and nobody loses anything.
	let (had, holds) = (free(node, "//Eve"), held(node, "//Eve", "License"));
	let bought = quantization.bought(node, "//Eve", &[]);
	assert_eq!(payouts(&bought["quote"]["distribution"]), paid);
	let refunded = agora(node, "//Eve", &["refund", &quantization.artifact]);
	let fees = amount(&bought["receipt"]["fee"]) + amount(&refunded["receipt"]["fee"]);
	assert_eq!(had - free(node, "//Eve"), fees);
	assert_eq!(held(node, "//Eve", "License"), holds);
	blocks(node, 7);
	assert_eq!(earned(node), before);

	// She buys it again, and keeps it. Once the window is over, everybody is paid.
	quantization.bought(node, "//Eve", &[]);
	assert_eq!(earned(node), before);
	blocks(node, 7);
	let alice = ago(1_560) + ago(3_744) / 10;
	assert_eq!(less(earned(node), before), [alice, ago(17_550), ago(78_000), 0]);
	let account = address("//Eve");
	let settle = ["settle", &quantization.artifact, "--account", &account];
	refused(node, "//Bob", "market-nothing-to-settle", &settle);

	// Dave collects his share, and all of them have their money paid out.
	let collected = agora(node, "//Dave", &["collect", &dataset.reference]);
	assert_eq!(amount(&collected["amount"]), ago(156) / 10);
	assert_eq!(collected["records"], 4);
	refused(node, "//Dave", "royalties-nothing-due", &["collect", &dataset.reference]);
	let dave = ago(156) / 10;
	let shares = [alice, ago(17_550), ago(78_000), dave];
	assert_eq!(less(earned(node), before), shares);
	assert_eq!(shares.iter().sum::<u128>(), ago(97_500));
	for who in PEOPLE {
		let (has, free_before) = (earnings(node, who), free(node, who));
		let account = address(who);
		let withdrawn = agora(node, "//Ferdie", &["withdraw", "--account", &account]);
		assert_eq!(amount(&withdrawn["amount"]), has);
		assert_eq!(free(node, who) - free_before, has, "{who}");
	}

	// Charlie has pledged to take no more than 100 for it. The next sale brings him there.
	agora(node, "//Charlie", &["cap", "pledge", &quantization.artifact, "100", "--yes"]);
	let quote = quantization.bought(node, "//Bob", &["--no-refund"])["quote"].clone();
	assert_eq!((amount(&quote["income"]), amount(&quote["excess"])), (ago(2_500), ago(95_000)));
	let shown = node.agora(None, &["cap", "show", &quantization.artifact]).result().clone();
	assert_eq!(
		(&shown["free"], &shown["income"]),
		(&json!(true), &json!(ago(100_000).to_string()))
	);
	let free_license = quantization.bought(node, "//Ferdie", &[]);
	assert_eq!(free_license["price"], "0");
	let check = ["license", "check", &quantization.artifact];
	assert_eq!(agora(node, "//Ferdie", &check)["licensed"], true);
}
