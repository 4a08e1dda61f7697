// SPDX-License-Identifier: Apache-2.0

//! Proofs against published vectors, against the RFC's own algorithms, and against forgers.

use super::util::*;
use codec::Encode;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sha2_011::Sha256;
use sp_io::hashing::sha2_256;

/// The leaves of Certificate Transparency's reference tests, and the root of the tree of the first
/// leaves up to each
/// (<https://github.com/transparency-dev/merkle/blob/main/testonly/reference_test.go>).
const REFERENCE: [(&str, &str); 8] = [
	("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
	("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
	("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
	("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
	("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
	("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
	("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
	(
		"606162636465666768696a6b6c6d6e6f",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	),
];

/// Inclusion proofs of the same tests: number of leaves, index, proof.
const INCLUSION: [(u64, u64, &[&str]); 6] = [
	(1, 0, &[]),
	(2, 0, &["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"]),
	(3, 2, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
	(
		5,
		1,
		&[
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
		],
	),
	(
		8,
		0,
		&[
			"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
		],
	),
	(
		8,
		5,
		&[
			"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
			"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		],
	),
];

/// Consistency proofs of the same tests: numbers of leaves before and after, proof.
const CONSISTENCY: [(u64, u64, &[&str]); 4] = [
	(1, 1, &[]),
	(
		1,
		8,
		&[
			"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
		],
	),
	(
		2,
		5,
		&[
			"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
			"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
		],
	),
	(
		6,
		8,
		&[
			"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
			"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		],
	),
];

fn unhex(text: &str) -> Vec<u8> {
	sp_core::bytes::from_hex(&format!("0x{text}")).unwrap()
}

fn parse(proof: &[&str]) -> Vec<H256> {
	proof.iter().map(|hash| H256::from_slice(&unhex(hash))).collect()
}

fn reference(count: u64) -> Tree {
	Tree { root: H256::from_slice(&unhex(REFERENCE[count as usize - 1].1)), count }
}

#[test]
fn reference_inclusion_proofs_hold() {
	for (count, index, proof) in INCLUSION {
		let leaf = unhex(REFERENCE[index as usize].0);
		let (tree, proof) = (reference(count), parse(proof));
		assert!(tree.includes(index, &leaf, &proof), "{index} of {count}");
		for other in 0..=count {
			assert!(other == index || !tree.includes(other, &leaf, &proof), "{other} of {count}");
		}
		assert!(!tree.includes(index, b"another leaf", &proof));
	}
}

#[test]
fn reference_consistency_proofs_hold() {
	for (old, new, proof) in CONSISTENCY {
		let proof = parse(proof);
		assert!(reference(new).extends(&reference(old), &proof), "{old} to {new}");
		let other = Tree { root: H256::zero(), count: old };
		assert!(!reference(new).extends(&other, &proof));
		let other = Tree { root: H256::zero(), count: new };
		assert!(!other.extends(&reference(old), &proof));
	}
}

#[test]
fn the_tree_builder_of_these_tests_gives_the_reference_roots() {
	let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
	for (leaf, root) in REFERENCE {
		tree.push(unhex(leaf));
		assert_eq!(tree.root().as_bytes().to_vec(), unhex(root));
	}
}

#[test]
fn numbers_near_the_ends_are_refused_and_do_no_harm() {
	let root = H256::zero();
	let numbers =
		[0, 1, 1 << 31, 1 << 32, (1 << 32) + 1, 1 << 62, u64::MAX / 2, u64::MAX / 2 + 1, u64::MAX];
	for count in numbers {
		for other in numbers {
			for length in [0, 1, 31, 32, 33, 34, 64] {
				let proof = vec![H256::zero(); length];
				let (tree, previous) = (Tree { root, count }, Tree { root, count: other });
				assert!(!tree.includes(other, &[0; 64], &proof), "{other} of {count}");
				// But for the same tree, which every tree begins with.
				let same = count == other && length == 0 && (1..=MAX_RECORDS).contains(&count);
				let zeros = tree.extends(&previous, &proof);
				assert_eq!(zeros, same, "{other} to {count} by {length}");
			}
		}
	}
}

fn node(left: &H256, right: &H256) -> H256 {
	sha2_256(&[&[1], left.as_bytes(), right.as_bytes()].concat()).into()
}

/// RFC 9162, 2.1.3.2, to the letter.
fn rfc_inclusion(tree: &Tree, index: u64, leaf: &[u8], proof: &[H256]) -> bool {
	if index >= tree.count {
		return false;
	}
	let (mut fnr, mut snr) = (index, tree.count - 1);
	let mut hash: H256 = sha2_256(&[&[0], leaf].concat()).into();
	for sibling in proof {
		if snr == 0 {
			return false;
		}
		if fnr & 1 == 1 || fnr == snr {
			hash = node(sibling, &hash);
			while fnr & 1 == 0 && fnr != 0 {
				fnr >>= 1;
				snr >>= 1;
			}
		} else {
			hash = node(&hash, sibling);
		}
		fnr >>= 1;
		snr >>= 1;
	}
	snr == 0 && hash == tree.root
}

/// RFC 9162, 2.1.4.2, to the letter; equal sizes are for whoever asks.
fn rfc_consistency(first: &Tree, second: &Tree, path: &[H256]) -> bool {
	if first.count == second.count {
		return first.root == second.root && path.is_empty();
	}
	if first.count == 0 || first.count > second.count || path.is_empty() {
		return false;
	}
	let mut path = path.to_vec();
	if first.count.is_power_of_two() {
		path.insert(0, first.root);
	}
	let (mut fnr, mut snr) = (first.count - 1, second.count - 1);
	while fnr & 1 == 1 {
		fnr >>= 1;
		snr >>= 1;
	}
	let (mut fr, mut sr) = (path[0], path[0]);
	for c in &path[1..] {
		if snr == 0 {
			return false;
		}
		if fnr & 1 == 1 || fnr == snr {
			fr = node(c, &fr);
			sr = node(c, &sr);
			while fnr & 1 == 0 && fnr != 0 {
				fnr >>= 1;
				snr >>= 1;
			}
		} else {
			sr = node(&sr, c);
		}
		fnr >>= 1;
		snr >>= 1;
	}
	fr == first.root && sr == second.root && snr == 0
}

/// A change that a forger makes to a proof.
#[derive(Clone, Debug)]
enum Change {
	Index(u64),
	FlipLeaf(usize),
	FlipHash(usize, usize),
	Swap(usize, usize),
	Drop(usize),
	Insert(usize, u8),
	Repeat(usize),
	Reverse,
	Other(u64),
	LeafOf(u64),
}

fn change() -> impl Strategy<Value = Change> {
	use Change::*;
	let place = || 0..16usize;
	prop_oneof![
		3 => (0..200u64).prop_map(Index),
		1 => any::<u64>().prop_map(Index),
		2 => (0..512usize).prop_map(FlipLeaf),
		4 => (place(), 0..256usize).prop_map(|(at, bit)| FlipHash(at, bit)),
		3 => (place(), place()).prop_map(|(a, b)| Swap(a, b)),
		2 => place().prop_map(Drop),
		2 => (place(), any::<u8>()).prop_map(|(at, byte)| Insert(at, byte)),
		1 => place().prop_map(Repeat),
		1 => Just(Reverse),
		2 => (0..200u64).prop_map(Other),
		2 => (0..200u64).prop_map(LeafOf),
	]
}

/// What somebody shows: place, leaf and siblings.
#[derive(Clone, PartialEq, Debug)]
struct Shown {
	index: u64,
	leaf: Vec<u8>,
	proof: Vec<H256>,
}

impl Shown {
	fn honest(forest: &Forest, index: u64) -> Self {
		Self { index, leaf: leaf(index).encode(), proof: forest.inclusion(index) }
	}

	fn apply(&mut self, change: &Change, forest: &Forest) {
		let count = forest.tree().count;
		let length = self.proof.len();
		let place = |at: &usize| if length == 0 { None } else { Some(at % length) };
		match change {
			Change::Index(index) => self.index = *index,
			Change::FlipLeaf(bit) => self.leaf[bit / 8] ^= 1 << (bit % 8),
			Change::FlipHash(at, bit) => {
				if let Some(at) = place(at) {
					self.proof[at].0[bit / 8] ^= 1 << (bit % 8);
				}
			}
			Change::Swap(a, b) => {
				if let (Some(a), Some(b)) = (place(a), place(b)) {
					self.proof.swap(a, b);
				}
			}
			Change::Drop(at) => {
				if let Some(at) = place(at) {
					self.proof.remove(at);
				}
			}
			Change::Insert(at, byte) => {
				self.proof.insert(at % (length + 1), H256::repeat_byte(*byte));
			}
			Change::Repeat(at) => {
				if let Some(at) = place(at) {
					self.proof.insert(at, self.proof[at]);
				}
			}
			Change::Reverse => self.proof.reverse(),
			Change::Other(index) => self.proof = forest.inclusion(index % count),
			Change::LeafOf(index) => self.leaf = leaf(index % count).encode(),
		}
	}
}

/// How many changed proofs are shown to the chain.
const FORGERIES: u32 = 100_000;

#[test]
fn no_changed_proof_is_accepted() {
	TestExt::new().build().execute_with(|| {
		// Trees of every kind of shape.
		let counts = [1, 2, 3, 7, 8, 100, 127, 128, 129];
		let forests: Vec<_> =
			counts.iter().map(|count| (*count, committed(*count, *count))).collect();
		let honest: Vec<Vec<_>> = forests
			.iter()
			.map(|(count, forest)| (0..*count).map(|index| Shown::honest(forest, index)).collect())
			.collect();
		for ((version, _), shown) in forests.iter().zip(&honest) {
			for shown in shown {
				let leaf = codec::Decode::decode(&mut &shown.leaf[..]).unwrap();
				let verified =
					Provenance::api_verify_record(*version, shown.index, leaf, shown.proof.clone());
				assert!(verified.is_ok());
			}
		}

		let mut runner = TestRunner::deterministic();
		let forgery = (0..counts.len(), any::<u64>(), proptest::collection::vec(change(), 1..4));
		let mut forged = 0;
		while forged < FORGERIES {
			let (at, index, changes) = forgery.new_tree(&mut runner).unwrap().current();
			let (version, forest) = &forests[at];
			let mut shown = honest[at][(index % version) as usize].clone();
			changes.iter().for_each(|change| shown.apply(change, forest));
			if honest[at].contains(&shown) {
				// What comes of it is another honest proof, or the same.
				continue;
			}
			forged += 1;
			let leaf: LeafOf<Test> = codec::Decode::decode(&mut &shown.leaf[..]).unwrap();
			assert!(
				!rfc_inclusion(&forest.tree(), shown.index, &shown.leaf, &shown.proof),
				"the RFC accepts {shown:?} after {changes:?}"
			);
			let verified = Provenance::api_verify_record(
				*version,
				shown.index,
				leaf.clone(),
				shown.proof.clone(),
			);
			assert!(verified.is_err(), "accepted {shown:?} after {changes:?}");
			// And as a transaction of whom the leaf names, where the proof is not too long for one.
			if forged % 100 == 0 && shown.proof.len() <= 32 {
				let proof = bounded(&shown.proof);
				let who = leaf.contributor.clone();
				let proven = Provenance::prove_record(by(who), *version, shown.index, leaf, proof);
				assert!(proven.is_err(), "proven {shown:?} after {changes:?}");
			}
		}
		assert_eq!(forged, FORGERIES);
		assert_eq!(Records::<Test>::iter().count(), 0);
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 512, ..Default::default() })]

	/// Honest and random proofs are judged as the RFC's own algorithm judges them.
	#[test]
	fn agrees_with_the_rfc_on_inclusion(
		count in 1..200u64,
		index in 0..200u64,
		size in 1..200u64,
		changes in proptest::collection::vec(change(), 0..2),
	) {
		let forest = Forest::new(count);
		let mut shown = Shown::honest(&forest, index % count);
		changes.iter().for_each(|change| shown.apply(change, &forest));
		for tree in [forest.tree(), Tree { count: size, ..forest.tree() }] {
			prop_assert_eq!(
				tree.includes(shown.index, &shown.leaf, &shown.proof),
				rfc_inclusion(&tree, shown.index, &shown.leaf, &shown.proof)
			);
		}
	}

	#[test]
	fn agrees_with_the_rfc_on_consistency(
		old in 1..200u64,
		new in 1..200u64,
		size in 1..200u64,
		changed in proptest::option::of((0..9usize, 0..256usize)),
	) {
		let (old, new) = (old.min(new), old.max(new));
		let (first, second) = (Forest::new(old).tree(), Forest::new(new));
		let mut proof = second.consistency(old);
		if let Some((at, bit)) = changed.filter(|_| !proof.is_empty()) {
			let at = at % proof.len();
			proof[at].0[bit / 8] ^= 1 << (bit % 8);
		}
		let honest = second.tree().extends(&first, &proof);
		prop_assert_eq!(honest, rfc_consistency(&first, &second.tree(), &proof));
		prop_assert_eq!(honest, changed.is_none() || proof.is_empty());
		let other = Tree { count: size, ..second.tree() };
		prop_assert_eq!(other.extends(&first, &proof), rfc_consistency(&first, &other, &proof));
		// Another history.
		let rewritten = Forest::numbered(1, old).tree();
		prop_assert!(!second.tree().extends(&rewritten, &proof));
	}
}
