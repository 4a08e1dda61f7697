// SPDX-License-Identifier: Apache-2.0

//! What these tests share: time that goes by, and sales.

use crate::market::{address, agora, blocks, Version};
use common::{
	chain::{amount, text, Call, Node},
	Outcome,
};
use serde_json::Value;
use std::fs;
use subxt::{dynamic::Value as Scale, OnlineClient, PolkadotConfig};

/// Run `agora` as nobody, and expect it to work.
pub fn ask(node: &Node, arguments: &[&str]) -> Value {
	node.agora(None, arguments).result().clone()
}

/// A number of some result.
pub fn field(value: &Value, name: &str) -> u64 {
	value[name].as_u64().unwrap_or_else(|| panic!("{name} of {value}"))
}

/// The epoch that is running.
pub fn epoch(node: &Node) -> u64 {
	field(&ask(node, &["rewards", "show"]), "epoch")
}

/// Let the running epoch end, and return its number.
pub fn epoch_ends(node: &Node) -> u64 {
	let shown = ask(node, &["rewards", "show"]);
	let number = field(&shown, "epoch");
	blocks(node, usize::try_from(field(&shown, "blocksLeft")).unwrap());
	while epoch(node) == number {
		blocks(node, 1);
	}
	number
}

/// The status of somebody's stake.
pub fn status(node: &Node, account: &str) -> Value {
	ask(node, &["stake", "status", "--account", account])
}

/// Let the active era end, and return its number.
pub fn era_ends(node: &Node) -> u64 {
	let era = || field(&status(node, &address("//Alice")), "activeEra");
	let number = era();
	while era() == number {
		blocks(node, 5);
	}
	number
}

/// A dataset of Alice's with ten records, four of which Dave proved, and whose contributors have a
/// tenth; and a model of Bob's that was trained on it, and owes it a fifth.
pub fn lineage(node: &Node, name: &str) -> (Version, Version) {
	let dir = node.model();
	let file = dir.path().join("records.csv");
	let rows = (0..10).map(|number| format!("{name} {number}\n"));
	fs::write(&file, ["text\n".to_owned()].into_iter().chain(rows).collect::<String>()).unwrap();
	let more = ["--kind", "dataset", "--royalty", "20"];
	let data = format!("{name}-data");
	let published = node.publish(Some("//Alice"), dir.path(), &data, &more).result().clone();
	let reference = text(&published["reference"]).to_owned();
	let (file, dave) = (file.to_str().unwrap(), address("//Dave"));
	node.alice(&["dataset", "commit", file, "--to", &reference, "--contributor", &dave]);
	for index in ["0", "3", "6", "9"] {
		let receipt = dir.path().join(format!("receipt-{index}.json"));
		let receipt = receipt.to_str().unwrap();
		node.alice(&["dataset", "receipt", &reference, index, "--to", receipt]);
		agora(node, "//Dave", &["dataset", "prove", receipt]);
	}
	let artifact = reference.split('@').next().unwrap().to_owned();
	node.alice(&["split", "set", &artifact, "--contributors", "10"]);
	let dataset = Version {
		id: text(&published["artifact"]).to_owned(),
		sequence: published["sequence"].as_u64().unwrap(),
		artifact,
		reference,
	};
	let source = format!("{}:trained-on", dataset.reference);
	let model = Version::published(node, "//Bob", &format!("{name}-model"), &["--source", &source]);
	(dataset, model)
}

/// Make blocks until the fee of a sale is credited to these versions, and return the epoch.
pub fn credited(node: &Node, versions: &[&Version]) -> u64 {
	loop {
		let pending = |version: &&Version| {
			let shown = ask(node, &["rewards", "pending", &version.reference]);
			shown["rewards"].as_array().unwrap().last().map(|reward| field(reward, "epoch"))
		};
		let epochs: Vec<Option<u64>> = versions.iter().map(pending).collect();
		if let Some(Some(first)) = epochs.first() {
			assert!(epochs.iter().all(|epoch| *epoch == Some(*first)), "{epochs:?}");
			return *first;
		}
		blocks(node, 1);
	}
}

/// The rewards of a version.
pub fn pending(node: &Node, reference: &str) -> Vec<Value> {
	ask(node, &["rewards", "pending", reference])["rewards"].as_array().unwrap().clone()
}

/// An amount in a list of rewards.
pub fn of(reward: &Value, name: &str) -> u128 {
	amount(&reward[name])
}

/// The bytes of a call, as a referendum proposes it.
pub fn encoded(node: &Node, call: &Call) -> Vec<u8> {
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
	runtime.unwrap().block_on(async {
		let url = &node.node.url;
		let client = OnlineClient::<PolkadotConfig>::from_insecure_url(url).await.unwrap();
		client.transactions().await.unwrap().call_data(call).unwrap()
	})
}

/// An account, where calls take other names for one as well.
pub fn id(public: [u8; 32]) -> Scale {
	Scale::unnamed_variant("Id", [Scale::from_bytes(public)])
}

/// The command fails with this code.
pub fn fails(outcome: &Outcome, code: &str) {
	assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{outcome:?}");
}
