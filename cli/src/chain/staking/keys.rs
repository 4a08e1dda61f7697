// SPDX-License-Identifier: Apache-2.0

//! Session keys: made by a validator's own node, and named to the chain.

use super::{Staking, SESSION};
use crate::{
	chain::{calls::Call, client::failed},
	error::{printable, Code, Error, Result},
};
use serde::Deserialize;
use subxt::{
	ext::{
		scale_decode::DecodeAsType,
		scale_value::{Composite, Value},
	},
	rpcs::rpc_params,
	tx::dynamic,
	utils::AccountId32,
	Metadata,
};

/// The public keys that a validator takes part with, and the proof that it has the secret ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionKeys {
	/// The public keys, as the chain encodes them.
	pub keys: Vec<u8>,
	/// Signatures of the stash's account by each of them.
	pub proof: Vec<u8>,
}

/// What a node answers.
#[derive(Deserialize)]
struct Generated {
	keys: String,
	#[serde(default)]
	proof: Option<String>,
}

impl Staking<'_> {
	/// Let the node make new keys, which it keeps, and prove them to be the account's.
	///
	/// Errors: `keys-refused`.
	pub async fn rotate_keys(&self, owner: &AccountId32) -> Result<SessionKeys> {
		let owner = format!("0x{}", hex::encode(owner.0));
		let answer = self.chain().rpc.request("author_rotateKeysWithOwner", rpc_params![owner]);
		let answer: Generated = answer.await.map_err(|error| refused(&error.to_string()))?;
		let decode =
			|text: &str| hex::decode(text.trim_start_matches("0x")).map_err(|error| failed(&error));
		let proof = answer.proof.ok_or_else(|| refused("it gives keys without a proof"))?;
		Ok(SessionKeys { keys: decode(&answer.keys)?, proof: decode(&proof)? })
	}

	/// `set_keys`: name session keys to the chain.
	///
	/// Errors: `usage` where these are no keys of this chain.
	pub fn set_keys(&self, keys: &SessionKeys) -> Result<Call> {
		set_keys(keys, self.chain().metadata())
	}
}

/// Only the node of the validator itself makes keys, and only for who has the machine; that of a public
/// chain does not make any by RPC, unless it is told to.
fn refused(why: &str) -> Error {
	Error::new(
		Code::KEYS_REFUSED,
		format!(
			"the node makes no session keys for you: {}. Run `agora-node key session` on your \
			 validator's machine, and give what it prints with --keys and --proof.",
			printable(why.trim_start_matches("User error: "))
		),
	)
}

fn set_keys(keys: &SessionKeys, metadata: &Metadata) -> Result<Call> {
	let wrong = |why: &str| {
		let count = keys.keys.len();
		Error::new(Code::USAGE, format!("{count} bytes are no session keys of this chain: {why}."))
	};
	let call = metadata.pallet_by_name(SESSION).and_then(|p| p.call_variant_by_name("set_keys"));
	let fields = call.map(|call| call.fields.as_slice()).unwrap_or_default();
	let field = fields.first().ok_or_else(|| wrong("it takes none"))?;
	let bytes = &mut &keys.keys[..];
	let value = Value::decode_as_type(bytes, field.ty.id, metadata.types());
	let value = value.map_err(|error| wrong(&error.to_string()))?;
	if !bytes.is_empty() {
		return Err(wrong("they are too many"));
	}
	let arguments = [("keys", value), ("proof", Value::from_bytes(&keys.proof))];
	Ok(dynamic(SESSION, "set_keys", Composite::named(arguments)))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::calls::tests::{encode, metadata};

	#[test]
	fn keys_go_on_chain_as_they_are() {
		let metadata = metadata();
		let keys: Vec<u8> = (0..96).collect();
		let call = set_keys(&SessionKeys { keys: keys.clone(), proof: vec![7; 192] }, &metadata);
		let index = metadata.pallet_by_name(SESSION).unwrap().call_index();
		// 192 takes two bytes as a length.
		let expected = [&[index, 0][..], &keys, &[0x01, 0x03], &[7; 192]].concat();
		assert_eq!(encode(&call.unwrap(), &metadata), expected);
	}

	#[test]
	fn other_bytes_are_no_keys() {
		for count in [0, 32, 95, 97] {
			let keys = SessionKeys { keys: vec![1; count], proof: vec![] };
			let error = set_keys(&keys, &metadata()).unwrap_err();
			assert_eq!(error.code, Code::USAGE, "{count}");
			assert!(error.message.starts_with(&format!("{count} bytes")), "{error}");
		}
	}

	#[test]
	fn a_node_that_refuses_is_explained() {
		let error = refused("RPC call is unsafe to be called externally");
		assert_eq!(error.code, Code::KEYS_REFUSED);
		assert!(error.message.contains("unsafe") && error.message.contains("--keys"), "{error}");
	}
}
