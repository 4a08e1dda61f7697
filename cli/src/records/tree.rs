// SPDX-License-Identifier: Apache-2.0

//! The Merkle tree of RFC 9162, section 2.1, over SHA-256: built as a stream, from parts that are
//! hashed in parallel.

use super::sha256::{tagged, Digest};

/// How many compressions a leaf or a node takes.
pub const NODE_COMPRESSIONS: u64 = 2;

/// The hash of a leaf, whose data is a contributor's account and a record's digest.
#[inline]
pub fn leaf_hash(contributor: &Digest, record: &Digest) -> Digest {
	tagged(0, contributor, record)
}

/// The hash of a node.
#[inline]
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
	tagged(1, left, right)
}

/// A perfect subtree: 2^level leaves, the first of them at index * 2^level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subtree {
	/// How many levels above the leaves its root is.
	pub level: u32,
	/// Its place among the perfect subtrees of that level.
	pub index: u64,
	/// Its root.
	pub hash: Digest,
}

/// A stretch of leaves, as the fewest perfect subtrees that cover it.
///
/// At most two of a level, so its size is logarithmic in the number of leaves. A stretch may begin
/// anywhere: stretches hashed by different threads are joined with [`Stretch::push`] in their order.
#[derive(Clone, Debug, Default)]
pub struct Stretch {
	subtrees: Vec<Subtree>,
}

impl Stretch {
	/// Append the subtree that comes next and merge what can be merged; `merged` is told of each
	/// new node.
	#[inline]
	pub fn push(&mut self, mut next: Subtree, merged: &mut impl FnMut(&Subtree)) {
		while let Some(left) = self.subtrees.last() {
			if left.level != next.level || left.index % 2 != 0 {
				break;
			}
			next = Subtree {
				level: next.level + 1,
				index: left.index / 2,
				hash: node_hash(&left.hash, &next.hash),
			};
			self.subtrees.pop();
			merged(&next);
		}
		self.subtrees.push(next);
	}

	/// The subtrees, in their order.
	pub fn subtrees(&self) -> &[Subtree] {
		&self.subtrees
	}

	/// Forget everything, to begin another stretch.
	pub fn clear(&mut self) {
		self.subtrees.clear();
	}

	/// The root of the tree, if the stretch begins with its first leaf and has one.
	pub fn root(&self) -> Option<Digest> {
		let hashes = self.subtrees.iter().map(|subtree| subtree.hash);
		hashes.rev().reduce(|right, left| node_hash(&left, &right))
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::proof::{
			tests::{vectors, Memory},
			Tree,
		},
		*,
	};

	/// The root by the definition of RFC 9162, section 2.1.1.
	fn definition(leaves: &[Digest]) -> Digest {
		if let [leaf] = leaves {
			return *leaf;
		}
		let split = leaves.len().next_power_of_two() / 2;
		node_hash(&definition(&leaves[..split]), &definition(&leaves[split..]))
	}

	fn leaf(index: usize) -> Digest {
		leaf_hash(&[0; 32], &[index as u8; 32])
	}

	#[test]
	fn roots_are_those_of_the_definition_however_the_leaves_are_cut() {
		let leaves: Vec<Digest> = (0..200).map(leaf).collect();
		for count in 1..leaves.len() {
			let expected = definition(&leaves[..count]);
			for piece in [1, 2, 3, 7, 64, 199] {
				let (mut whole, mut nodes) = (Stretch::default(), 0);
				for first in (0..count).step_by(piece) {
					let mut part = Stretch::default();
					let piece = &leaves[first..count.min(first + piece)];
					for (hash, index) in piece.iter().zip(first as u64..) {
						part.push(Subtree { level: 0, index, hash: *hash }, &mut |_| nodes += 1);
					}
					for subtree in part.subtrees() {
						whole.push(*subtree, &mut |_| nodes += 1);
					}
				}
				assert_eq!(whole.root(), Some(expected), "{count} in pieces of {piece}");
				// Each node that is the root of a perfect subtree, once.
				assert_eq!(nodes, count - count.count_ones() as usize);
			}
		}
		assert_eq!(Stretch::default().root(), None);
	}

	#[test]
	fn roots_are_those_of_certificate_transparency() {
		for (count, root) in vectors::ROOTS.iter().enumerate() {
			let tree = Memory(vectors::leaves(count + 1));
			assert_eq!(hex::encode(tree.root().unwrap()), *root, "{}", count + 1);
		}
	}
}
