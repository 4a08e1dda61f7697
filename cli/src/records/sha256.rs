// SPDX-License-Identifier: Apache-2.0

//! SHA-256 of short messages, a compression at a time.
//!
//! A record costs some eight compressions and little else, so nothing here buffers, allocates or
//! hashes what is the same for every record twice.

use sha2::{
	compress256,
	digest::{consts::U64, generic_array::GenericArray},
};
use std::slice;

/// A hash of 32 bytes.
pub type Digest = [u8; 32];

/// The bytes that one compression takes.
pub const BLOCK: usize = 64;

/// The words between two compressions.
pub type State = [u32; 8];

/// The words before the first compression: FIPS 180-4, section 5.3.3.
pub const INITIAL: State = [
	0x6a09_e667,
	0xbb67_ae85,
	0x3c6e_f372,
	0xa54f_f53a,
	0x510e_527f,
	0x9b05_688c,
	0x1f83_d9ab,
	0x5be0_cd19,
];

/// One compression.
#[inline]
pub fn compress(state: &mut State, block: &[u8; BLOCK]) {
	let block: &GenericArray<u8, U64> = block.into();
	compress256(state, slice::from_ref(block));
}

/// The bytes of the last words.
#[inline]
pub fn finish(state: &State) -> Digest {
	let mut digest = [0; 32];
	// Two words at a time are swapped by one instruction; four would be by a dozen.
	for (bytes, words) in digest.chunks_exact_mut(8).zip(state.chunks_exact(2)) {
		let pair = u64::from(words[0]) << 32 | u64::from(words[1]);
		bytes.copy_from_slice(&pair.to_be_bytes());
	}
	digest
}

/// The last block of a message of `length` bytes, of which `rest`, at most 55, are not hashed yet.
#[inline]
pub fn last_block(rest: &[u8], length: u64) -> [u8; BLOCK] {
	let mut block = [0; BLOCK];
	block[..rest.len()].copy_from_slice(rest);
	block[rest.len()] = 0x80;
	block[BLOCK - 8..].copy_from_slice(&length.wrapping_mul(8).to_be_bytes());
	block
}

/// How many compressions a message of this many bytes takes.
#[inline]
pub fn compressions(length: usize) -> u64 {
	// A byte of padding and eight of length.
	(length as u64).saturating_add(9).div_ceil(BLOCK as u64)
}

/// Append the padding of the message that begins there and ends with the buffer.
#[inline]
pub fn pad(buffer: &mut Vec<u8>, begin: usize) {
	let length = buffer.len().saturating_sub(begin);
	buffer.push(0x80);
	buffer.resize(begin + compressions(length) as usize * BLOCK - 8, 0);
	buffer.extend_from_slice(&(length as u64).wrapping_mul(8).to_be_bytes());
}

/// The hash of a message.
pub fn hash(message: &[u8]) -> Digest {
	let mut padded = message.to_vec();
	pad(&mut padded, 0);
	let mut state = INITIAL;
	for block in padded.chunks_exact(BLOCK) {
		let block: &GenericArray<u8, U64> = GenericArray::from_slice(block);
		compress256(&mut state, slice::from_ref(block));
	}
	finish(&state)
}

/// The two padded blocks of a byte and 64 more: a leaf or a node of the tree.
#[derive(Clone, Debug)]
pub struct Pair([GenericArray<u8, U64>; 2]);

impl Pair {
	/// Blocks that begin with a byte.
	pub fn new(tag: u8) -> Self {
		let mut first = [0; BLOCK];
		first[0] = tag;
		Self([first.into(), last_block(&[0], 65).into()])
	}

	/// Put the 64 bytes in.
	#[inline]
	pub fn set(&mut self, left: &Digest, right: &Digest) {
		let [first, last] = &mut self.0;
		first[1..33].copy_from_slice(left);
		first[33..].copy_from_slice(&right[..31]);
		last[0] = right[31];
	}
}

/// The hash of a pair.
#[inline]
pub fn compress_pair(pair: &Pair) -> Digest {
	let mut state = INITIAL;
	compress256(&mut state, &pair.0);
	finish(&state)
}

/// The hash of a byte and 64 more.
pub fn tagged(tag: u8, left: &Digest, right: &Digest) -> Digest {
	let mut pair = Pair::new(tag);
	pair.set(left, right);
	compress_pair(&pair)
}

#[cfg(test)]
mod tests {
	use super::*;
	use sha2::{Digest as _, Sha256};

	#[test]
	fn agrees_with_the_plain_hash_at_every_length() {
		for length in 0..300 {
			let message: Vec<u8> = (0..length).map(|i| i as u8).collect();
			assert_eq!(hash(&message), Digest::from(Sha256::digest(&message)), "{length}");
		}
	}

	#[test]
	fn a_tagged_pair_is_the_hash_of_its_bytes() {
		let (left, right) = ([3; 32], core::array::from_fn(|i| i as u8));
		let plain = [&[1][..], &left, &right].concat();
		assert_eq!(tagged(1, &left, &right), Digest::from(Sha256::digest(plain)));
	}

	#[test]
	fn compressions_are_counted_with_their_padding() {
		for (length, count) in [(0, 1), (55, 1), (56, 2), (64, 2), (65, 2), (119, 2), (120, 3)] {
			assert_eq!(compressions(length), count, "{length}");
		}
	}
}
