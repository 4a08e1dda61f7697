// SPDX-License-Identifier: Apache-2.0

//! Records hashed a few dozen at a time.
//!
//! Blocks that were just put together cannot be loaded at once by the instructions that hash them:
//! the processor waits until what was written in small pieces has reached its cache. So each step is
//! done for a whole group before the next, and the parts of a block that are always the same are
//! written once.

use super::{
	input::Account,
	secret::Secret,
	sha256::{compress, compress_pair, finish, last_block, pad, Digest, Pair, BLOCK, INITIAL},
	tree::{Stretch, Subtree, NODE_COMPRESSIONS},
};

/// How many levels of the tree a whole group fills.
const LEVELS: u32 = 5;

/// The most records of a group.
pub const GROUP: usize = 1 << LEVELS;

/// The bytes before a record in its message: the salt.
pub const SALT: usize = 32;

/// Up to [`GROUP`] records that are hashed together, and the buffers for it.
pub struct Group {
	inner: Vec<[u8; BLOCK]>,
	outer: Vec<[u8; BLOCK]>,
	/// The records with room for their salts before them, and their padding after them.
	messages: Vec<u8>,
	/// Where each message begins and, padded, ends.
	ranges: Vec<(usize, usize)>,
	leaves: Vec<Pair>,
	nodes: Vec<Pair>,
	hashes: Vec<Digest>,
	contributors: Vec<Account>,
}

impl Default for Group {
	fn default() -> Self {
		Self {
			inner: vec![last_block(&[0; 8], 64 + 8); GROUP],
			outer: vec![last_block(&[0; 32], 64 + 32); GROUP],
			messages: Vec::new(),
			ranges: Vec::new(),
			leaves: vec![Pair::new(0); GROUP],
			nodes: vec![Pair::new(1); GROUP / 2],
			hashes: vec![[0; 32]; GROUP],
			contributors: Vec::new(),
		}
	}
}

impl Group {
	/// How many of `left` records from this index on go into one group, so that whole ones are
	/// perfect subtrees.
	pub fn size(index: u64, left: usize) -> usize {
		left.min(GROUP - (index % GROUP as u64) as usize)
	}

	/// Forget the records of the last group.
	pub fn clear(&mut self) {
		self.messages.clear();
		self.ranges.clear();
		self.contributors.clear();
	}

	/// Where the next record is to be appended.
	#[inline]
	pub fn next(&mut self) -> &mut Vec<u8> {
		self.ranges.push((self.messages.len(), 0));
		self.messages.extend_from_slice(&[0; SALT]);
		&mut self.messages
	}

	/// How many bytes the record has that was appended.
	#[inline]
	pub fn appended(&self) -> usize {
		let begin = self.ranges.last().map_or(0, |(begin, _)| *begin);
		self.messages.len().saturating_sub(begin + SALT)
	}

	/// Who contributed it; this ends it.
	#[inline]
	pub fn end(&mut self, contributor: Account) {
		self.contributors.push(contributor);
		if let Some((begin, end)) = self.ranges.last_mut() {
			pad(&mut self.messages, *begin);
			*end = self.messages.len();
		}
	}

	/// Hash the group, whose first record is that of the index: leaves are appended, and the tree
	/// grows. Says how many compressions it took, but for those of `stretch` itself.
	pub fn hash(
		&mut self,
		secret: &Secret,
		first: u64,
		leaves: &mut Vec<u8>,
		stretch: &mut Stretch,
		merged: &mut impl FnMut(&Subtree),
	) -> u64 {
		let count = self.ranges.len().min(GROUP);
		for (block, index) in self.inner[..count].iter_mut().zip(first..) {
			block[..8].copy_from_slice(&index.to_be_bytes());
		}
		for (inner, outer) in self.inner[..count].iter().zip(&mut self.outer) {
			outer[..32].copy_from_slice(&secret.inner(inner));
		}
		for (outer, (begin, _)) in self.outer[..count].iter().zip(&self.ranges) {
			let salt = secret.outer(outer);
			self.messages[*begin..begin + SALT].copy_from_slice(&salt);
		}
		let mut spent = 0;
		for ((begin, end), hash) in self.ranges.iter().zip(&mut self.hashes) {
			let mut state = INITIAL;
			for block in self.messages[*begin..*end].chunks_exact(BLOCK) {
				// Chunks are of this very size.
				if let Ok(block) = block.try_into() {
					compress(&mut state, block);
				}
				spent += 1;
			}
			*hash = finish(&state);
		}
		let records = self.hashes[..count].iter().zip(&self.contributors);
		for ((record, contributor), pair) in records.zip(&mut self.leaves) {
			leaves.extend_from_slice(contributor);
			leaves.extend_from_slice(record);
			pair.set(contributor, record);
		}
		for (pair, hash) in self.leaves[..count].iter().zip(&mut self.hashes) {
			*hash = compress_pair(pair);
		}
		spent += count as u64 * (super::secret::SALT_COMPRESSIONS + NODE_COMPRESSIONS);
		if count < GROUP || !first.is_multiple_of(GROUP as u64) {
			for (hash, index) in self.hashes[..count].iter().zip(first..) {
				stretch.push(Subtree { level: 0, index, hash: *hash }, merged);
			}
			return spent;
		}
		let mut width = GROUP;
		while width > 1 {
			width /= 2;
			for (children, pair) in self.hashes.chunks_exact(2).zip(&mut self.nodes[..width]) {
				pair.set(&children[0], &children[1]);
			}
			for (pair, hash) in self.nodes[..width].iter().zip(&mut self.hashes) {
				*hash = compress_pair(pair);
			}
		}
		spent += (GROUP as u64 - 1) * NODE_COMPRESSIONS;
		let root = Subtree { level: LEVELS, index: first >> LEVELS, hash: self.hashes[0] };
		stretch.push(root, merged);
		spent
	}
}
