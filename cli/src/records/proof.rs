// SPDX-License-Identifier: Apache-2.0

//! Proofs of RFC 9162: that a record is in a tree (2.1.3), and that a tree only appends to another
//! (2.1.4).

use super::{sha256::Digest, tree::node_hash};
use crate::error::Result;

/// A tree whose perfect subtrees can be looked up.
pub trait Tree {
	/// How many leaves it has.
	fn count(&self) -> u64;

	/// The root of the perfect subtree of 2^level leaves that is the index-th of its level.
	fn subtree(&self, level: u32, index: u64) -> Result<Digest>;

	/// The root, of a tree that has leaves.
	#[cfg(test)]
	fn root(&self) -> Result<Digest> {
		hash(self, 0, self.count())
	}

	/// The siblings that lead from a leaf of this tree to its root, lowest first.
	fn inclusion(&self, index: u64) -> Result<Vec<Digest>> {
		let (mut from, mut to) = (0, self.count());
		let mut path = Vec::new();
		while to - from > 1 {
			let middle = from + split(to - from);
			if index < middle {
				path.push(hash(self, middle, to)?);
				to = middle;
			} else {
				path.push(hash(self, from, middle)?);
				from = middle;
			}
		}
		path.reverse();
		Ok(path)
	}

	/// The proof that this tree appends to the one of its first `earlier` leaves, at least one.
	fn consistency(&self, earlier: u64) -> Result<Vec<Digest>> {
		let (mut from, mut to) = (0, self.count());
		let mut path = Vec::new();
		// The earlier tree's root is known to who checks, unless it was cut here.
		let mut known = true;
		while earlier < to {
			let middle = from + split(to - from);
			if earlier <= middle {
				path.push(hash(self, middle, to)?);
				to = middle;
			} else {
				path.push(hash(self, from, middle)?);
				from = middle;
				known = false;
			}
		}
		if !known {
			path.push(hash(self, from, to)?);
		}
		path.reverse();
		Ok(path)
	}
}

/// The largest power of two below a number of leaves, at least two.
fn split(leaves: u64) -> u64 {
	1 << (u64::BITS - 1 - (leaves - 1).leading_zeros())
}

/// The hash of the leaves of a range that the tree is cut into, which has at least one.
fn hash<T: Tree + ?Sized>(tree: &T, from: u64, to: u64) -> Result<Digest> {
	let leaves = to - from;
	if leaves.is_power_of_two() {
		let level = leaves.trailing_zeros();
		return tree.subtree(level, from >> level);
	}
	let middle = from + split(leaves);
	Ok(node_hash(&hash(tree, from, middle)?, &hash(tree, middle, to)?))
}

/// Does the proof lead from the leaf at the index to the root of a tree of `count` leaves?
pub fn verify_inclusion(
	root: &Digest,
	count: u64,
	index: u64,
	leaf: &Digest,
	proof: &[Digest],
) -> bool {
	if index >= count {
		return false;
	}
	let (mut node, mut last, mut hash) = (index, count - 1, *leaf);
	for sibling in proof {
		if last == 0 {
			return false;
		}
		if node % 2 == 1 || node == last {
			hash = node_hash(sibling, &hash);
			while node % 2 == 0 && node != 0 {
				node >>= 1;
				last >>= 1;
			}
		} else {
			hash = node_hash(&hash, sibling);
		}
		node >>= 1;
		last >>= 1;
	}
	last == 0 && hash == *root
}

/// Does the proof show that the later tree begins with the leaves of the earlier?
pub fn verify_consistency(
	earlier: (&Digest, u64),
	later: (&Digest, u64),
	proof: &[Digest],
) -> bool {
	let ((earlier, first), (later, second)) = (earlier, later);
	if first == 0 || first > second {
		return false;
	}
	if first == second {
		return proof.is_empty() && earlier == later;
	}
	let (start, rest) = if first.is_power_of_two() {
		(*earlier, proof)
	} else {
		let Some((start, rest)) = proof.split_first() else { return false };
		(*start, rest)
	};
	let (mut node, mut last) = (first - 1, second - 1);
	while node % 2 == 1 {
		node >>= 1;
		last >>= 1;
	}
	let (mut of_earlier, mut of_later) = (start, start);
	for sibling in rest {
		if last == 0 {
			return false;
		}
		if node % 2 == 1 || node == last {
			of_earlier = node_hash(sibling, &of_earlier);
			of_later = node_hash(sibling, &of_later);
			while node % 2 == 0 && node != 0 {
				node >>= 1;
				last >>= 1;
			}
		} else {
			of_later = node_hash(&of_later, sibling);
		}
		node >>= 1;
		last >>= 1;
	}
	last == 0 && of_earlier == *earlier && of_later == *later
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::records::sha256::hash as sha256;

	/// A tree in memory, of these leaf hashes.
	pub struct Memory(pub Vec<Digest>);

	impl Tree for Memory {
		fn count(&self) -> u64 {
			self.0.len() as u64
		}

		fn subtree(&self, level: u32, index: u64) -> Result<Digest> {
			if level == 0 {
				return Ok(self.0[index as usize]);
			}
			let left = self.subtree(level - 1, 2 * index)?;
			Ok(node_hash(&left, &self.subtree(level - 1, 2 * index + 1)?))
		}
	}

	/// What Certificate Transparency's reference implementation is tested with.
	pub mod vectors {
		use super::*;

		const LEAVES: [&str; 8] = [
			"",
			"00",
			"10",
			"2021",
			"3031",
			"40414243",
			"5051525354555657",
			"606162636465666768696a6b6c6d6e6f",
		];

		/// The roots of the first one to eight leaves.
		pub const ROOTS: [&str; 8] = [
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
		];

		const A: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
		const B: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
		const C: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
		const D: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
		const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
		const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

		/// An index, a count and the proof.
		pub const INCLUSION: [(u64, u64, &[&str]); 5] = [
			(0, 1, &[]),
			(0, 8, &[C, A, D]),
			(5, 8, &[B, E, ROOTS[3]]),
			(2, 3, &[ROOTS[1]]),
			(1, 5, &[ROOTS[0], A, B]),
		];

		/// An earlier count, a later one and the proof.
		pub const CONSISTENCY: [(u64, u64, &[&str]); 4] =
			[(1, 1, &[]), (1, 8, &[C, A, D]), (6, 8, &[F, E, ROOTS[3]]), (2, 5, &[A, B])];

		/// The hashes of the first leaves.
		pub fn leaves(count: usize) -> Vec<Digest> {
			let leaf = |data: &&str| {
				let mut message = vec![0];
				message.extend(hex::decode(data).unwrap());
				sha256(&message)
			};
			LEAVES[..count].iter().map(leaf).collect()
		}
	}

	fn hexes(proof: &[Digest]) -> Vec<String> {
		proof.iter().map(hex::encode).collect()
	}

	#[test]
	fn proofs_are_those_of_certificate_transparency() {
		for (index, count, proof) in vectors::INCLUSION {
			let tree = Memory(vectors::leaves(count as usize));
			assert_eq!(hexes(&tree.inclusion(index).unwrap()), proof, "{index} of {count}");
		}
		for (earlier, later, proof) in vectors::CONSISTENCY {
			let tree = Memory(vectors::leaves(later as usize));
			assert_eq!(hexes(&tree.consistency(earlier).unwrap()), proof, "{earlier} to {later}");
		}
	}

	fn tree(count: u64) -> Memory {
		Memory((0..count).map(|i| sha256(&i.to_be_bytes())).collect())
	}

	#[test]
	fn every_inclusion_proof_holds_and_no_other_does() {
		for count in 1..70 {
			let tree = tree(count);
			let root = tree.root().unwrap();
			for index in 0..count {
				let proof = tree.inclusion(index).unwrap();
				let leaf = &tree.0[index as usize];
				assert!(verify_inclusion(&root, count, index, leaf, &proof));
				let refused = |root: &Digest, count, index, leaf: &Digest, proof: &[Digest]| {
					assert!(!verify_inclusion(root, count, index, leaf, proof), "{index} {count}");
				};
				refused(leaf, count + 1, index, leaf, &proof);
				for other in (0..count + 2).chain([u64::MAX]).filter(|other| *other != index) {
					refused(&root, count, other, leaf, &proof);
				}
				refused(&root, count, index, &[7; 32], &proof);
				refused(&root, count, index, leaf, &[&proof[..], &[[0; 32]]].concat());
				for at in 0..proof.len() {
					let mut changed = proof.clone();
					changed[at][at % 32] ^= 1;
					refused(&root, count, index, leaf, &changed);
					changed = proof.clone();
					changed.remove(at);
					refused(&root, count, index, leaf, &changed);
					if at > 0 {
						changed = proof.clone();
						changed.swap(at - 1, at);
						refused(&root, count, index, leaf, &changed);
						// A node that is passed off as a leaf.
						let parent = subtree_above(&tree, index, at);
						refused(&root, count, index, &parent, &proof);
					}
				}
			}
		}
		assert!(!verify_inclusion(&[0; 32], u64::MAX, u64::MAX - 1, &[0; 32], &[[0; 32]; 64]));
		assert!(!verify_inclusion(&[0; 32], 0, 0, &[0; 32], &[]));
	}

	/// The node that the first siblings lead to.
	fn subtree_above(tree: &Memory, index: u64, siblings: usize) -> Digest {
		let (mut from, mut to) = (0, tree.count());
		let mut ranges = vec![(from, to)];
		while to - from > 1 {
			let middle = from + split(to - from);
			(from, to) = if index < middle { (from, middle) } else { (middle, to) };
			ranges.push((from, to));
		}
		let (from, to) = ranges[ranges.len() - 1 - siblings];
		super::hash(tree, from, to).unwrap()
	}

	#[test]
	fn every_consistency_proof_holds_and_no_other_does() {
		for later in 1..50 {
			let tree = tree(later);
			let root = tree.root().unwrap();
			for earlier in 1..=later {
				let before = Memory(tree.0[..earlier as usize].to_vec()).root().unwrap();
				let proof = tree.consistency(earlier).unwrap();
				assert!(verify_consistency((&before, earlier), (&root, later), &proof));
				let refused = |first: (&Digest, u64), second: (&Digest, u64), proof: &[Digest]| {
					assert!(!verify_consistency(first, second, proof), "{earlier} {later}");
				};
				refused((&before, 0), (&root, later), &proof);
				refused((&before, later + 1), (&root, later), &proof);
				refused((&[1; 32], earlier), (&root, later), &proof);
				refused((&before, earlier), (&[1; 32], later), &proof);
				refused((&before, earlier), (&root, later), &[&proof[..], &[[0; 32]]].concat());
				for at in 0..proof.len() {
					let mut changed = proof.clone();
					changed[at][31] ^= 1;
					refused((&before, earlier), (&root, later), &changed);
					changed.remove(at);
					refused((&before, earlier), (&root, later), &changed);
				}
				// A history that was rewritten.
				let mut rewritten = Memory(tree.0.clone());
				rewritten.0[0] = [9; 32];
				if earlier < later {
					let (root, proof) =
						(rewritten.root().unwrap(), rewritten.consistency(earlier).unwrap());
					refused((&before, earlier), (&root, later), &proof);
				}
			}
		}
	}

	#[test]
	fn agrees_with_another_implementation() {
		use ct_merkle::{
			mem_backed_tree::MemoryBackedTree, ConsistencyProof, InclusionProof, RootHash,
		};
		type Theirs = sha2_11::Sha256;
		let mut theirs = MemoryBackedTree::<Theirs, Vec<u8>>::new();
		let mut ours = Memory(Vec::new());
		let (mut roots, mut before): (Vec<RootHash<Theirs>>, Vec<Digest>) = Default::default();
		for i in 0..130u64 {
			let data = [[i as u8; 32], sha256(&i.to_be_bytes())];
			theirs.push(data.concat());
			ours.0.push(crate::records::tree::leaf_hash(&data[0], &data[1]));
			let (root, count) = (ours.root().unwrap(), i + 1);
			assert_eq!(theirs.root().as_bytes()[..], root);
			roots.push(theirs.root());
			before.push(root);
			for index in [0, i / 3, i / 2, i] {
				let proof = theirs.prove_inclusion(index as usize);
				let mine = ours.inclusion(index).unwrap();
				assert_eq!(proof.as_bytes(), mine.concat());
				let _: InclusionProof<Theirs> = proof;
				let leaf = ours.0[index as usize];
				assert!(verify_inclusion(&root, count, index, &leaf, &mine));
			}
			for earlier in [1, count / 2, count - 1] {
				if earlier == 0 || earlier == count {
					continue;
				}
				let proof: ConsistencyProof<Theirs> =
					theirs.prove_consistency((count - earlier) as usize);
				let mine = ours.consistency(earlier).unwrap();
				assert_eq!(proof.as_bytes(), mine.concat(), "{earlier} to {count}");
				let first = &before[earlier as usize - 1];
				assert!(verify_consistency((first, earlier), (&root, count), &mine));
			}
		}
	}
}
