// SPDX-License-Identifier: Apache-2.0

//! What the state at a block has under a key, as it is stored.

use crate::service::{FullBackend, FullClient};
use agora_runtime::{opaque::Block, Hash};
use codec::DecodeAll;
use sc_client_api::StorageProvider;
use sp_api::ApiError;
use sp_storage::StorageKey;

/// A value of the state, if there is one. Fails where the state is gone, or holds something else.
pub fn read<T: DecodeAll>(
	client: &FullClient,
	at: Hash,
	key: &[u8],
) -> Result<Option<T>, ApiError> {
	let decode = |value: Vec<u8>| T::decode_all(&mut &value[..]);
	let value = stored(client, at, key)?.map(decode).transpose();
	value.map_err(|error| ApiError::Application(error.into()))
}

/// The bytes of a value. Fails where the state is gone.
pub fn stored(client: &FullClient, at: Hash, key: &[u8]) -> Result<Option<Vec<u8>>, ApiError> {
	let key = StorageKey(key.to_vec());
	let value = StorageProvider::<Block, FullBackend>::storage(client, at, &key);
	Ok(value.map_err(|error| ApiError::Application(error.into()))?.map(|value| value.0))
}
