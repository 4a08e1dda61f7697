// SPDX-License-Identifier: Apache-2.0

//! The one secret of a dataset, and the salts that come from it.

use super::sha256::{compress, finish, last_block, Digest, State, BLOCK, INITIAL};
use crate::error::{Code, Error, Result};
use std::fmt;

/// How many compressions a salt takes, once the key is set up.
pub const SALT_COMPRESSIONS: u64 = 2;

/// 32 random bytes, the same for every version of a dataset.
///
/// Who knows it can guess at records that are not shown, so it is never printed.
#[derive(Clone)]
pub struct Secret {
	bytes: [u8; 32],
	inner: State,
	outer: State,
}

impl Secret {
	/// A secret that is known already.
	pub fn new(bytes: [u8; 32]) -> Self {
		let keyed = |pad: u8| {
			let mut block = [pad; BLOCK];
			for (padded, byte) in block.iter_mut().zip(bytes) {
				*padded ^= byte;
			}
			let mut state = INITIAL;
			compress(&mut state, &block);
			state
		};
		Self { bytes, inner: keyed(0x36), outer: keyed(0x5c) }
	}

	/// A new one.
	///
	/// Errors: `internal` where there are no random numbers.
	pub fn random() -> Result<Self> {
		let mut bytes = [0; 32];
		getrandom::fill(&mut bytes).map_err(|error| {
			Error::new(Code::INTERNAL, format!("no random numbers are to be had: {error}"))
		})?;
		Ok(Self::new(bytes))
	}

	/// The bytes, to be kept where only their owner can read them.
	pub fn expose(&self) -> &[u8; 32] {
		&self.bytes
	}

	/// The salt of the record at an index: HMAC-SHA-256 of the index as eight bytes, big-endian.
	pub fn salt(&self, index: u64) -> Digest {
		// The key's block went before.
		const BEFORE: u64 = BLOCK as u64;
		let inner = self.inner(&last_block(&index.to_be_bytes(), BEFORE + 8));
		self.outer(&last_block(&inner, BEFORE + 32))
	}

	/// The inner hash of a salt, of its padded block.
	#[inline]
	pub fn inner(&self, block: &[u8; BLOCK]) -> Digest {
		let mut state = self.inner;
		compress(&mut state, block);
		finish(&state)
	}

	/// The outer hash of a salt, of its padded block.
	#[inline]
	pub fn outer(&self, block: &[u8; BLOCK]) -> Digest {
		let mut state = self.outer;
		compress(&mut state, block);
		finish(&state)
	}
}

impl fmt::Debug for Secret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Secret(..)")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sha2::{Digest as _, Sha256};

	/// HMAC as RFC 2104 writes it.
	fn hmac(key: &[u8; 32], message: &[u8]) -> Digest {
		let padded = |pad: u8| -> Vec<u8> {
			(0..64).map(|i| key.get(i).copied().unwrap_or(0) ^ pad).collect()
		};
		let inner = Sha256::digest([padded(0x36), message.to_vec()].concat());
		Sha256::digest([padded(0x5c), inner.to_vec()].concat()).into()
	}

	#[test]
	fn salts_are_hmacs_of_the_index() {
		let key = core::array::from_fn(|i| 7 * i as u8);
		let secret = Secret::new(key);
		for index in [0, 1, 255, 256, u64::from(u32::MAX), u64::MAX] {
			assert_eq!(secret.salt(index), hmac(&key, &index.to_be_bytes()));
		}
	}

	#[test]
	fn a_secret_is_not_shown() {
		assert_eq!(format!("{:?}", Secret::new([0xab; 32])), "Secret(..)");
		assert_ne!(Secret::random().unwrap().expose(), Secret::random().unwrap().expose());
	}
}
