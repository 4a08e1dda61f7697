// SPDX-License-Identifier: Apache-2.0

//! Rewards: shown, waited for, claimed by strangers, and refused.

use crate::{
	market::{address, ago, agora, chain_refuses, earnings, free, number, refused, Version},
	util::{ask, credited, epoch, epoch_ends, fails, field, lineage, of, pending},
};
use common::{
	chain::{amount, Call, Node, UNIT},
	run,
};
use serde_json::{json, Value};
use subxt::dynamic::tx;

/// `claim` past the command.
fn claim(epoch: u64, version: &Version) -> Call {
	tx("Rewards", "claim", vec![number(epoch), number(version.sequence)])
}

pub fn the_epoch_and_the_supply_are_shown(node: &Node) {
	let shown = ask(node, &["rewards", "show"]);
	let end = field(&shown, "end");
	assert_eq!(end, (field(&shown, "epoch") + 1) * 20, "{shown}");
	assert!(field(&shown, "blocksLeft") < 20, "{shown}");
	assert_eq!((&shown["rebateCap"], &shown["claimPeriod"]), (&json!("90"), &json!(90)));
	// Usage may use its share of the funds, and no more than the cap of its credit.
	let usage = of(&shown, "funds") / 100 * 80;
	assert!(of(&shown, "usagePool").abs_diff(usage) < 100, "{shown}");
	let capped = of(&shown, "usagePool").min(of(&shown, "credit") * 9 / 10);
	assert_eq!(of(&shown, "rewards"), capped, "{shown}");
	let text = run(&mut node.command(None, &["rewards", "show"])).stdout;
	assert!(text.contains(&format!("ends         with block {}", end - 1)), "{text}");
	assert!(text.contains("rebate at most 90 %, claimed within 90 epochs"), "{text}");

	let supply = ask(node, &["rewards", "show", "--supply"]);
	let years = supply["years"].as_array().unwrap();
	assert_eq!(years.len(), 10);
	let mut before = of(&supply, "issuance");
	for year in years {
		let tokens = amount(&year["tokens"]);
		assert!(tokens > before && tokens - before == amount(&year["new"]), "{supply}");
		assert!(tokens <= before / 100 * 110, "{supply}");
		before = tokens;
	}
	let text = run(&mut node.command(None, &["rewards", "show", "--supply"])).stdout;
	assert!(text.contains("\nyear  tokens ") && text.contains("\n10    "), "{text}");
}

pub fn a_sale_rewards_everybody_behind_it(node: &Node) {
	let (dataset, model) = lineage(node, "rewarded");
	model.offered(node, "//Bob", "100", &[]);
	let nobody = ask(node, &["rewards", "pending", &model.artifact, &dataset.artifact]);
	assert_eq!(nobody["rewards"], json!([]));
	model.bought(node, "//Eve", &[]);
	let number = credited(node, &[&model, &dataset]);

	// Of the fee of 2.5 AGO a fifth is credited to the dataset, as of the income.
	let credits = [&model, &dataset].map(|version| pending(node, &version.reference)[0].clone());
	assert_eq!(credits.each_ref().map(|reward| of(reward, "credit")), [ago(2_000), ago(500)]);
	let text = run(&mut node.command(None, &["rewards", "pending", &model.reference])).stdout;
	if epoch(node) == number {
		assert!(text.contains("if the epoch ended now"), "{text}");
	}
	while epoch(node) <= number {
		epoch_ends(node);
	}
	let rewards = [&model, &dataset].map(|version| pending(node, &version.reference)[0].clone());
	let amounts = rewards.each_ref().map(|reward| of(reward, "amount"));
	for reward in &rewards {
		assert_eq!((&reward["claimable"], field(reward, "epoch")), (&json!(true), number));
		assert_eq!(field(reward, "lastEpoch"), number + 90);
		assert_eq!(field(reward, "expires"), (number + 91) * 20);
		assert!(of(reward, "amount") * 10 <= of(reward, "credit") * 9, "{reward}");
	}
	// In proportion to credit, rounded down.
	assert!(amounts[1] > 0 && amounts[0].abs_diff(amounts[1] * 4) <= 4, "{amounts:?}");

	// Ferdie claims for all of them, and has nothing of it.
	let people = ["//Alice", "//Bob", "//Dave"];
	let earned = || people.map(|who| earnings(node, who));
	let (before, ferdie) = (earned(), free(node, "//Ferdie"));
	let refs = ["rewards", "claim", &model.artifact, &dataset.reference];
	let claimed = agora(node, "//Ferdie", &refs);
	assert_eq!(of(&claimed, "amount"), amounts[0] + amounts[1]);
	assert!(claimed["rewards"].as_array().unwrap().iter().all(|reward| reward["claimed"] == true));
	let fee = amount(&claimed["receipts"][0]["fee"]);
	assert_eq!(ferdie - free(node, "//Ferdie"), fee);
	let after = earned();
	// A tenth of the dataset's is for ten records, of which four count; the rest is Alice's.
	let share = of(&claimed, "contributors");
	assert!(share.abs_diff(amounts[1] / 100 * 4) < 1_000, "{share}");
	assert_eq!(after[1] - before[1], amounts[0]);
	assert_eq!(after[0] - before[0], amounts[1] - share);
	assert_eq!(of(&claimed, "earnings"), amounts[0] + amounts[1] - share);

	// Dave collects what his records earned, of the sale as well, and has it paid out.
	let collected = agora(node, "//Dave", &["collect", &dataset.reference]);
	// What ten records leave over of it stays for the next time.
	let due = share + ago(19_500) / 100 * 4;
	assert!(amount(&collected["amount"]).abs_diff(due) <= 10, "{collected} {due}");
	let (has, had) = (earnings(node, "//Dave"), free(node, "//Dave"));
	assert_eq!(has - before[2], amount(&collected["amount"]));
	agora(node, "//Ferdie", &["withdraw", "--account", &address("//Dave")]);
	assert_eq!(free(node, "//Dave") - had, has);

	// There is no second time.
	let nothing = refused(node, "//Ferdie", "rewards-nothing-to-claim", &refs);
	assert!(nothing.message().contains("nothing was earned"), "{nothing:?}");
	chain_refuses(node, "//Ferdie", "NothingToClaim", &claim(number, &model));
	assert_eq!(pending(node, &model.reference), Vec::<Value>::new());
}

pub fn refuses_claims_that_cannot_be(node: &Node) {
	let model = Version::published(node, "//Bob", "unrewarded", &[]);
	let claims = ["rewards", "claim", &model.reference];
	refused(node, "//Eve", "rewards-nothing-to-claim", &claims);
	chain_refuses(node, "//Eve", "NothingToClaim", &claim(0, &model));
	chain_refuses(node, "//Eve", "EpochNotEnded", &claim(u64::from(u32::MAX), &model));
	// Whoever has no share in anything has nothing to claim.
	let (poor, account) = node.funded(UNIT);
	fails(&node.agora(Some(&poor), &["rewards", "claim"]), "rewards-nothing-to-claim");
	assert_eq!(node.balance(&account).0, UNIT);
	let none = ask(node, &["rewards", "pending", "--account", &account]);
	assert_eq!((&none["rewards"], &none["claimable"]), (&json!([]), &json!("0")));
	fails(&node.agora(None, &["rewards", "pending"]), "signer-missing");
	fails(&node.agora(None, &["rewards", "claim"]), "signer-missing");
	let both = node.agora(None, &["rewards", "claim", &model.artifact, "--account", &account]);
	assert_eq!((both.status, both.code().as_str()), (2, "usage"), "{both:?}");
	let missing = format!("{}/no-such", address("//Bob"));
	fails(&node.agora(None, &["rewards", "pending", &missing]), "artifact-not-found");

	// What is being earned in the running epoch is for later.
	model.offered(node, "//Bob", "10", &[]);
	model.bought(node, "//Eve", &[]);
	let earned = credited(node, &[&model]);
	if epoch(node) == earned {
		let early = node.agora(Some("//Eve"), &claims);
		if early.status == 1 {
			fails(&early, "rewards-nothing-to-claim");
			assert!(early.message().contains("is running and ends with block"), "{early:?}");
		}
	}
}

pub fn all_of_an_account_are_claimed_at_once(node: &Node) {
	// What is left of other tests.
	node.agora(Some("//Ferdie"), &["rewards", "claim", "--account", &address("//Bob")]);
	let (dataset, model) = lineage(node, "accounted");
	let other = Version::published(node, "//Bob", "accounted-alone", &[]);
	for version in [&model, &other] {
		version.offered(node, "//Bob", "10", &[]);
		version.bought(node, "//Eve", &[]);
	}
	let last = credited(node, &[&other]).max(credited(node, &[&model, &dataset]));
	while epoch(node) <= last {
		epoch_ends(node);
	}
	let all = |who: &str| {
		let shown = ask(node, &["rewards", "pending", "--account", &address(who)]);
		let rewards = shown["rewards"].as_array().unwrap().clone();
		let sum: u128 = rewards.iter().map(|reward| of(reward, "amount")).sum();
		assert_eq!(of(&shown, "claimable"), sum, "{shown}");
		let names = rewards.iter().map(|reward| reward["reference"].as_str().unwrap().to_owned());
		(names.collect::<Vec<_>>(), sum)
	};
	// Dave has a share as a contributor.
	let (daves, _) = all("//Dave");
	assert!(daves.contains(&dataset.reference) && !daves.contains(&other.reference), "{daves:?}");
	let (bobs, sum) = all("//Bob");
	assert!(bobs.contains(&model.reference) && bobs.contains(&other.reference), "{bobs:?}");
	let before = earnings(node, "//Bob");
	let text = run(&mut node.command(Some("//Bob"), &["rewards", "claim"])).stdout;
	assert!(text.contains("next         agora withdraw"), "{text}");
	assert_eq!(earnings(node, "//Bob") - before, sum);
	assert_eq!(all("//Bob").0, Vec::<String>::new());
	let claimed = agora(node, "//Dave", &["rewards", "claim"]);
	assert!(of(&claimed, "contributors") > 0, "{claimed}");
	refused(node, "//Dave", "rewards-nothing-to-claim", &["rewards", "claim"]);
}

pub fn a_version_is_kept_while_its_reward_waits(node: &Node) {
	let model = Version::published(node, "//Bob", "kept-for-reward", &[]);
	let id = model.offered(node, "//Bob", "10", &[]);
	model.bought(node, "//Eve", &[]);
	agora(node, "//Bob", &["offer", "close", &id]);
	agora(node, "//Eve", &["license", "release", &model.artifact]);
	let number = credited(node, &[&model]);
	let remove = ["remove", &model.reference];
	fails(&node.agora(Some("//Bob"), &remove), "registry-has-income");
	while epoch(node) <= number {
		epoch_ends(node);
	}
	fails(&node.agora(Some("//Bob"), &remove), "registry-has-income");
	agora(node, "//Eve", &["rewards", "claim", &model.reference]);
	agora(node, "//Bob", &remove);
}
