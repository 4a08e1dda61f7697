// SPDX-License-Identifier: Apache-2.0

//! The tree over a dataset's records as RFC 9162 defines it, by recursion and for small trees.
//!
//! It is written after the words of its section 2.1 and shares nothing with the command, which it is
//! held against.

use sha2::{Digest, Sha256};

/// A node of the tree.
pub type Hash = [u8; 32];

/// The data of a leaf: the contributor's account and the digest of the record.
pub type Leaf = [u8; 64];

/// The leaf of a record that nobody or somebody contributed.
pub fn leaf(contributor: [u8; 32], record: &str) -> Leaf {
	let mut leaf = [0; 64];
	leaf[..32].copy_from_slice(&contributor);
	leaf[32..].copy_from_slice(&Sha256::digest(record));
	leaf
}

/// The hash of two nodes.
pub fn node(left: Hash, right: Hash) -> Hash {
	Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The largest power of two below a number of leaves.
fn split(count: usize) -> usize {
	count.next_power_of_two() / 2
}

/// MTH of section 2.1.1.
pub fn root(leaves: &[Leaf]) -> Hash {
	match leaves {
		[] => Sha256::digest([]).into(),
		[leaf] => Sha256::new().chain_update([0]).chain_update(leaf).finalize().into(),
		_ => {
			let (left, right) = leaves.split_at(split(leaves.len()));
			node(root(left), root(right))
		}
	}
}

/// PATH of section 2.1.3.1.
pub fn inclusion(index: usize, leaves: &[Leaf]) -> Vec<Hash> {
	if leaves.len() < 2 {
		return vec![];
	}
	let middle = split(leaves.len());
	let (left, right) = leaves.split_at(middle);
	let (mut path, sibling) = match index < middle {
		true => (inclusion(index, left), root(right)),
		false => (inclusion(index - middle, right), root(left)),
	};
	path.push(sibling);
	path
}

/// PROOF of section 2.1.4.1: that the first `before` leaves are those of an earlier tree.
pub fn consistency(before: usize, leaves: &[Leaf]) -> Vec<Hash> {
	subproof(before, leaves, true)
}

fn subproof(before: usize, leaves: &[Leaf], whole: bool) -> Vec<Hash> {
	if before == leaves.len() {
		return if whole { vec![] } else { vec![root(leaves)] };
	}
	let middle = split(leaves.len());
	let (left, right) = leaves.split_at(middle);
	let (mut proof, sibling) = match before <= middle {
		true => (subproof(before, left, whole), root(right)),
		false => (subproof(before - middle, right, false), root(left)),
	};
	proof.push(sibling);
	proof
}
