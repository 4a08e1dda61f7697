// SPDX-License-Identifier: Apache-2.0

//! What these tests share: people, what they publish and offer, and what they have.

use common::{
	chain::{amount, text, Call, Node, UNIT},
	Outcome,
};
use serde_json::Value;
use subxt::dynamic::{tx, Value as Scale};
use subxt_signer::sr25519::Keypair;

/// The account of a development chain's person, such as `//Eve`.
pub fn address(who: &str) -> String {
	subxt::utils::AccountId32(public(who)).to_string()
}

/// The public key of the same.
pub fn public(who: &str) -> [u8; 32] {
	Keypair::from_uri(&who.parse().unwrap()).unwrap().public_key().0
}

/// Run `agora` as somebody, and expect it to work.
pub fn agora(node: &Node, who: &str, arguments: &[&str]) -> Value {
	node.agora(Some(who), arguments).result().clone()
}

/// A published version.
pub struct Version {
	/// `<publisher>/<name>@1`.
	pub reference: String,
	/// `<publisher>/<name>`.
	pub artifact: String,
	/// The artifact's id.
	pub id: String,
	/// What the chain knows the version by.
	pub sequence: u64,
}

impl Version {
	/// A new artifact of somebody's.
	pub fn published(node: &Node, who: &str, name: &str, more: &[&str]) -> Self {
		let dir = node.model();
		let published = node.publish(Some(who), dir.path(), name, more).result().clone();
		let reference = text(&published["reference"]).to_owned();
		Self {
			artifact: reference.split('@').next().unwrap().to_owned(),
			id: text(&published["artifact"]).to_owned(),
			sequence: published["sequence"].as_u64().unwrap(),
			reference,
		}
	}

	/// Offered by its owner, at a price and with what else is said. Returns the offer's id.
	pub fn offered(&self, node: &Node, who: &str, price: &str, more: &[&str]) -> String {
		let arguments = ["offer", "create", &self.reference, "--price", price];
		let made = agora(node, who, &[&arguments, more].concat());
		made["offer"].as_u64().unwrap().to_string()
	}

	/// Bought by somebody.
	pub fn bought(&self, node: &Node, who: &str, more: &[&str]) -> Value {
		agora(node, who, &[&["buy", &self.artifact, "--yes"], more].concat())
	}

	/// The artifact's id, as a call takes it.
	pub fn scale(&self) -> Scale {
		let id = hex::decode(self.id.trim_start_matches("0x")).unwrap();
		Scale::from_bytes(id)
	}
}

/// A call of the market.
pub fn market(name: &str, arguments: Vec<Scale>) -> Call {
	tx("Market", name, arguments)
}

/// A call of royalties.
pub fn royalties(name: &str, arguments: Vec<Scale>) -> Call {
	tx("Royalties", name, arguments)
}

pub fn number(number: impl Into<u128>) -> Scale {
	Scale::u128(number.into())
}

/// What an offer says.
pub fn terms(
	version: u64,
	price: u128,
	duration: Option<u32>,
	supply: Option<u32>,
	window: u32,
) -> Scale {
	let option = |value: Option<u32>| match value {
		Some(value) => Scale::unnamed_variant("Some", [number(value)]),
		None => Scale::unnamed_variant("None", []),
	};
	Scale::named_composite([
		("version", number(version)),
		("price", number(price)),
		("duration", option(duration)),
		("supply", option(supply)),
		("transferable", Scale::bool(false)),
		("refund_window", number(window)),
	])
}

/// What somebody holds for a reason of the market, such as `Purchase`.
pub fn held(node: &Node, who: &str, reason: &str) -> u128 {
	let holds = node.balance(&address(who)).1;
	holds.get(&format!("Market.{reason}")).copied().unwrap_or_default()
}

/// What somebody has free.
pub fn free(node: &Node, who: &str) -> u128 {
	node.balance(&address(who)).0
}

/// What somebody can withdraw.
pub fn earnings(node: &Node, who: &str) -> u128 {
	let account = address(who);
	amount(&node.agora(None, &["earnings", "--account", &account]).result()["earnings"])
}

/// Make a block, and another.
pub fn blocks(node: &Node, count: usize) {
	node.blocks(count);
}

/// The command is refused with this code, and not even a fee was paid.
pub fn refused(node: &Node, who: &str, code: &str, arguments: &[&str]) -> Outcome {
	let before = node.balance(&address(who));
	let outcome = node.agora(Some(who), arguments);
	assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{outcome:?}");
	assert_eq!(node.balance(&address(who)), before, "{code} cost something");
	outcome
}

/// The chain refuses a call with this error, and nothing more is held than before.
pub fn chain_refuses(node: &Node, who: &str, error: &str, call: &Call) {
	let before = node.balance(&address(who)).1;
	assert_eq!(node.send(who, call), Err(error.to_owned()), "{}", call.call_name());
	assert_eq!(node.balance(&address(who)).1, before, "{error} holds something");
}

/// An amount in AGO, exactly.
pub fn ago(thousandths: u128) -> u128 {
	thousandths * UNIT / 1000
}
