// SPDX-License-Identifier: Apache-2.0

//! What stands in a block.

use crate::{
	error::Result,
	ledger::Hash,
	nodes::{Node, Trouble},
};
use agora_examples::agora::{
	market::events::OfferCreated, registry::events::VersionPublished, storage,
	system::events::ExtrinsicFailed,
};
use serde::Deserialize;
use sp_crypto_hashing::blake2_256;
use std::collections::HashMap;
use subxt::{
	error::DispatchError, events::Phase, ext::codec::Decode, rpcs::rpc_params, utils::H256,
	OnlineClient, PolkadotConfig,
};

/// A block as the node shows it.
#[derive(Clone, Debug)]
pub struct Block {
	/// Its height.
	pub number: u64,
	/// The block that it follows.
	pub parent: H256,
	/// The slot in which it was made, where consensus counts slots.
	pub slot: Option<u64>,
	/// The hashes of its transactions, by their places.
	pub transactions: Vec<Hash>,
}

/// What the transactions of a block did, by their places.
#[derive(Debug, Default)]
pub struct Effects {
	/// The errors of those that failed.
	pub failed: HashMap<usize, String>,
	/// The versions and offers that they made.
	pub made: HashMap<usize, u64>,
	/// The time that it booked, in picoseconds of the reference machine: ordinary transactions',
	/// operational ones' and what is mandatory.
	pub weight: [u64; 3],
}

#[derive(Deserialize)]
struct SignedBlock {
	block: Body,
}

#[derive(Deserialize)]
struct Body {
	header: Header,
	extrinsics: Vec<Bytes>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Header {
	number: String,
	parent_hash: H256,
	digest: Digest,
}

#[derive(Deserialize)]
struct Digest {
	logs: Vec<Bytes>,
}

/// Bytes in hexadecimal digits.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
	fn deserialize<D: serde::Deserializer<'de>>(
		deserializer: D,
	) -> std::result::Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let bytes = hex::decode(text.trim_start_matches("0x"));
		bytes.map(Self).map_err(serde::de::Error::custom)
	}
}

/// The place of what the author says before a block is made, among the kinds of digests.
const PRE_RUNTIME: u8 = 6;

/// The slot, if this is what BABE says: the kind of claim, the author's index, the slot, the proof.
fn slot(log: &[u8]) -> Option<u64> {
	let (kind, engine, said) = <(u8, [u8; 4], Vec<u8>)>::decode(&mut &log[..]).ok()?;
	if kind != PRE_RUNTIME || engine != *b"BABE" {
		return None;
	}
	let (_, _, slot) = <(u8, u32, u64)>::decode(&mut &said[..]).ok()?;
	Some(slot)
}

/// The number of the last finalised block.
pub async fn finalised(node: &Node) -> std::result::Result<u64, Trouble> {
	let hash: H256 = node.request("chain_getFinalizedHead", rpc_params![]).await?;
	let header: Header = node.request("chain_getHeader", rpc_params![hash]).await?;
	Ok(number(&header))
}

fn number(header: &Header) -> u64 {
	u64::from_str_radix(header.number.trim_start_matches("0x"), 16).unwrap_or(0)
}

/// Read a block.
pub async fn read(node: &Node, hash: H256) -> std::result::Result<Block, Trouble> {
	let found: Option<SignedBlock> = node.request("chain_getBlock", rpc_params![hash]).await?;
	let Some(SignedBlock { block }) = found else {
		return Err(Trouble::Gone(format!("{} has no block {hash:?}", node.url())));
	};
	Ok(Block {
		number: number(&block.header),
		parent: block.header.parent_hash,
		slot: block.header.digest.logs.iter().find_map(|log| slot(&log.0)),
		transactions: block.extrinsics.iter().map(|bytes| blake2_256(&bytes.0)).collect(),
	})
}

/// Read what a block's transactions did.
pub async fn effects(client: &OnlineClient<PolkadotConfig>, hash: H256) -> Result<Effects> {
	let at = client.at_block(hash).await?;
	let weight = at.storage().fetch(storage().system().block_weight(), ()).await?.decode()?;
	let weight = [weight.normal, weight.operational, weight.mandatory].map(|some| some.ref_time);
	let mut effects = Effects { weight, ..Default::default() };
	for event in at.events().fetch().await?.iter() {
		let event = event?;
		let Phase::ApplyExtrinsic(index) = event.phase() else { continue };
		let place = index as usize;
		if event.is::<ExtrinsicFailed>() {
			let error = DispatchError::decode_from(event.field_bytes(), at.metadata())?;
			effects.failed.insert(place, name(&error));
		} else if let Some(published) = event.decode_fields_as::<VersionPublished>() {
			effects.made.insert(place, published?.sequence);
		} else if let Some(created) = event.decode_fields_as::<OfferCreated>() {
			effects.made.insert(place, created?.offer);
		}
	}
	Ok(effects)
}

/// An error by its pallet and name.
fn name(error: &DispatchError) -> String {
	match error {
		DispatchError::Module(error) => error.details_string(),
		other => other.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt::ext::codec::Encode;

	#[test]
	fn slots_are_found_in_what_babe_says() {
		let said = (1u8, 2u32, 77u64, [0u8; 96]).encode();
		assert_eq!(slot(&(PRE_RUNTIME, *b"BABE", said.clone()).encode()), Some(77));
		assert_eq!(slot(&(PRE_RUNTIME, *b"aura", said.clone()).encode()), None);
		assert_eq!(slot(&(5u8, *b"BABE", said).encode()), None);
		assert_eq!(slot(&[]), None);
	}
}
