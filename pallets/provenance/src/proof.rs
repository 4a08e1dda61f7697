// SPDX-License-Identifier: Apache-2.0

//! Proofs about Merkle trees, as RFC 9162 defines them in sections 2.1.3 and 2.1.4.
//!
//! The hashing is that of `ct-merkle`, whose functions panic on numbers of leaves near 2^64. So
//! nothing comes to it that is not within [`MAX_RECORDS`].

use agora_primitives::{Root, MAX_CONSISTENCY_PROOF, MAX_INCLUSION_PROOF, MAX_RECORDS};
use alloc::vec::Vec;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use sha2_011::Sha256;
use sp_core::H256;

/// The root of a tree and how many leaves it has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tree {
	/// The root.
	pub root: Root,
	/// How many leaves there are.
	pub count: u64,
}

impl Tree {
	/// Whether the leaf in this place has this data.
	pub fn includes(&self, index: u64, leaf: &[u8], proof: &[H256]) -> bool {
		let Some(root) = self.bounded() else { return false };
		if index >= self.count || !fits(proof, MAX_INCLUSION_PROOF) {
			return false;
		}
		InclusionProof::<Sha256>::try_from_bytes(joined(proof))
			.is_ok_and(|proof| root.verify_inclusion(&leaf, index, &proof).is_ok())
	}

	/// Whether this tree begins with all leaves of `previous`.
	pub fn extends(&self, previous: &Self, proof: &[H256]) -> bool {
		let (Some(root), Some(old)) = (self.bounded(), previous.bounded()) else { return false };
		if previous.count > self.count || !fits(proof, MAX_CONSISTENCY_PROOF) {
			return false;
		}
		ConsistencyProof::<Sha256>::try_from_bytes(joined(proof))
			.is_ok_and(|proof| root.verify_consistency(&old, &proof).is_ok())
	}

	/// The tree as the library knows it, unless it is empty or too large.
	fn bounded(&self) -> Option<RootHash<Sha256>> {
		let root = || RootHash::new(self.root.to_fixed_bytes().into(), self.count);
		(1..=MAX_RECORDS).contains(&self.count).then(root)
	}
}

/// Whether a proof has at most `most` hashes.
fn fits(proof: &[H256], most: u32) -> bool {
	u32::try_from(proof.len()).is_ok_and(|length| length <= most)
}

/// The hashes behind each other.
fn joined(proof: &[H256]) -> Vec<u8> {
	proof.iter().flat_map(|hash| hash.to_fixed_bytes()).collect()
}
