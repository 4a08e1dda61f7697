// SPDX-License-Identifier: Apache-2.0

//! The accounts of a load, and the one that endows them.

use crate::{error::Result, nodes::Nodes};
use sp_crypto_hashing::blake2_256;
use std::sync::Arc;
use subxt::{rpcs::rpc_params, utils::AccountId32};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// The key of a secret URI. The secret is not repeated in what goes wrong.
pub fn key_of(secret: &str) -> Result<Keypair> {
	let wrong = "the signer is no secret URI: give a mnemonic phrase, a 0x seed, or //Alice";
	let uri = secret.parse::<SecretUri>().map_err(|_| wrong)?;
	Ok(Keypair::from_uri(&uri).map_err(|_| wrong)?)
}

/// Key number `index` of a load. `birth` is the block at which the load began: the same seed has
/// other accounts when it is used on the same chain again.
pub fn key(seed: u64, birth: u64, index: u64) -> Result<Keypair> {
	let bytes = [seed, birth, index].map(u64::to_le_bytes).concat();
	let secret = blake2_256(&[b"agora/load", &bytes[..]].concat());
	Keypair::from_secret_key(secret).map_err(|error| error.to_string().into())
}

/// The account of a key.
pub fn account(key: &Keypair) -> AccountId32 {
	key.public_key().to_account_id()
}

/// How many nonces are asked for at once.
const AT_ONCE: usize = 100;

/// The next nonce of each key. A new account's first one is the number of the block that made it, so
/// nobody can know it before.
pub async fn nonces(nodes: &Arc<Nodes>, keys: &[Keypair]) -> Result<Vec<u64>> {
	let mut found = Vec::with_capacity(keys.len());
	for some in keys.chunks(AT_ONCE) {
		let asked = some.iter().map(|key| {
			let (nodes, account) = (nodes.clone(), account(key).to_string());
			tokio::spawn(async move {
				nodes.ask::<u64>("system_accountNextIndex", || rpc_params![account.clone()]).await
			})
		});
		for answer in asked.collect::<Vec<_>>() {
			found.push(answer.await??);
		}
	}
	Ok(found)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_are_those_of_seed_birth_and_index() {
		let id = |seed, birth, index| account(&key(seed, birth, index).unwrap());
		assert_eq!(id(1, 2, 3), id(1, 2, 3));
		assert_ne!(id(1, 2, 3), id(1, 2, 4));
		assert_ne!(id(1, 2, 3), id(1, 3, 3));
		assert_ne!(id(1, 2, 3), id(2, 2, 3));
	}

	#[test]
	fn a_wrong_secret_is_not_repeated() {
		let error = key_of("swordfish swordfish").err().unwrap().to_string();
		assert!(!error.contains("swordfish"), "{error}");
	}
}
