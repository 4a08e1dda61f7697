// SPDX-License-Identifier: Apache-2.0

//! Calls and their arguments.

use common::chain::Call;
use subxt::dynamic::{tx, Value as Scale};

pub fn number(number: impl Into<u128>) -> Scale {
	Scale::u128(number.into())
}

pub fn bytes(bytes: impl AsRef<[u8]>) -> Scale {
	Scale::from_bytes(bytes)
}

fn none() -> Scale {
	Scale::unnamed_variant("None", [])
}

fn some(value: Scale) -> Scale {
	Scale::unnamed_variant("Some", [value])
}

fn share(parts: u32) -> Scale {
	Scale::unnamed_composite([number(parts)])
}

/// The id of an artifact that somebody registers under a name.
pub fn artifact_id(publisher: &[u8; 32], name: &str) -> [u8; 32] {
	let mut preimage = b"agora/artifact".to_vec();
	preimage.extend(publisher);
	preimage.push(u8::try_from(name.len() * 4).expect("names are short"));
	preimage.extend(name.as_bytes());
	sp_crypto_hashing::blake2_256(&preimage)
}

pub fn register(kind: &str, name: &str) -> Call {
	let kind = Scale::unnamed_variant(kind, []);
	tx("Registry", "register", vec![kind, bytes(name), Scale::unnamed_composite([])])
}

/// A version of these bytes that asks a royalty, made from others in some way.
pub fn publish(artifact: [u8; 32], salt: u64, royalty: u32, sources: &[(u64, &str)]) -> Call {
	let uses = ["train", "evaluate", "commercial"].map(|each| (each, Scale::bool(true)));
	let terms = Scale::named_composite([
		("derivation", Scale::unnamed_variant("Open", [])),
		("uses", Scale::named_composite(uses)),
		("royalty", share(royalty)),
	]);
	let sources = sources.iter().map(|(sequence, relation)| {
		Scale::named_composite([
			("sequence", number(*sequence)),
			("relation", Scale::unnamed_variant(*relation, [])),
			("max_royalty", share(1_000_000)),
		])
	});
	let version = Scale::named_composite([
		("manifest", bytes(sp_crypto_hashing::blake2_256(&salt.to_le_bytes()))),
		("bytes", number(1_u8)),
		("files", number(1_u8)),
		("card", none()),
		("license", bytes("MIT")),
		("terms", terms),
		("sources", Scale::unnamed_composite(sources)),
		("locations", Scale::unnamed_composite([])),
	]);
	tx("Registry", "publish", vec![bytes(artifact), version, none()])
}

/// Licenses for some blocks.
pub fn create_offer(version: u64, price: u128, duration: u32, window: u32) -> Call {
	let terms = Scale::named_composite([
		("version", number(version)),
		("price", number(price)),
		("duration", some(number(duration))),
		("supply", none()),
		("transferable", Scale::bool(true)),
		("refund_window", number(window)),
	]);
	tx("Market", "create_offer", vec![terms])
}

/// `buy` or `renew` at the price of the offer's first terms.
pub fn purchase(name: &str, offer: u64, price: u128) -> Call {
	tx("Market", name, vec![number(offer), number(price), number(1_u8)])
}

/// A call of the market about an artifact alone.
pub fn market(name: &str, artifact: [u8; 32]) -> Call {
	tx("Market", name, vec![bytes(artifact)])
}

pub fn pledge_cap(artifact: [u8; 32], cap: u128) -> Call {
	tx("Market", "pledge_cap", vec![bytes(artifact), number(cap)])
}

pub fn set_split(artifact: [u8; 32], contributors: u32, members: &[([u8; 32], u32)]) -> Call {
	let members = members.iter().map(|(account, parts)| {
		Scale::named_composite([("account", bytes(account)), ("share", share(*parts))])
	});
	let split = Scale::named_composite([
		("contributors", share(contributors)),
		("members", Scale::unnamed_composite(members)),
	]);
	tx("Royalties", "set_split", vec![bytes(artifact), split])
}

pub fn distribute(version: u64) -> Call {
	tx("Royalties", "distribute", vec![number(version)])
}

pub fn withdraw(account: [u8; 32]) -> Call {
	tx("Royalties", "withdraw", vec![bytes(account)])
}

pub fn collect(origin: u64, contributor: [u8; 32]) -> Call {
	tx("Royalties", "collect_share", vec![number(origin), bytes(contributor)])
}

pub fn transfer_ownership(artifact: [u8; 32], to: [u8; 32]) -> Call {
	tx("Registry", "transfer_ownership", vec![bytes(artifact), bytes(to)])
}

pub fn accept_ownership(artifact: [u8; 32]) -> Call {
	tx("Registry", "accept_ownership", vec![bytes(artifact)])
}

pub fn gift(to: [u8; 32], amount: u128) -> Call {
	let to = Scale::unnamed_variant("Id", [bytes(to)]);
	tx("Balances", "transfer_keep_alive", vec![to, number(amount)])
}

pub fn claim(epoch: u32, version: u64) -> Call {
	tx("Rewards", "claim", vec![number(epoch), number(version)])
}

/// A call as an argument of another.
fn inner(call: &Call) -> Scale {
	let arguments = call.call_data().iter().cloned();
	let inner = Scale::unnamed_variant(call.call_name(), arguments);
	Scale::unnamed_variant(call.pallet_name(), [inner])
}

/// What governance may do, as the development chain's sudo key.
pub fn set_parameters(usage: u32, issuance: u32) -> Call {
	let parameters = Scale::named_composite([
		("usage_share", share(usage)),
		("issuance_share", share(issuance)),
	]);
	let call = tx("Rewards", "set_parameters", vec![parameters]);
	tx("Sudo", "sudo", vec![inner(&call)])
}

/// What nobody may do, but the development chain's sudo key.
pub fn force_transfer(from: [u8; 32], to: [u8; 32], amount: u128) -> Call {
	let account = |id: [u8; 32]| Scale::unnamed_variant("Id", [bytes(id)]);
	let arguments = vec![account(from), account(to), number(amount)];
	let call = tx("Balances", "force_transfer", arguments);
	tx("Sudo", "sudo", vec![inner(&call)])
}

/// Some or all of these.
pub fn batch(name: &str, calls: Vec<Call>) -> Call {
	let calls = calls.iter().map(inner);
	tx("Utility", name, vec![Scale::unnamed_composite(calls)])
}

pub fn remark(text: &str) -> Call {
	tx("System", "remark", vec![bytes(text)])
}
