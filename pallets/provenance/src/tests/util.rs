// SPDX-License-Identifier: Apache-2.0

//! What the tests have in common.

pub use crate::{
	mock::{
		account, AccountId, Artifacts, ByteDeposit, Heard, ItemDeposit, Provenance, Refuses,
		RuntimeCall, RuntimeOrigin, System, Test, TestExt, Told, Versions, ACCOUNTS, BYTE,
		ENDOWMENT, ITEM,
	},
	proof::Tree,
	AttestationOf, Attestations, AttestationsBy, Commitments, Error, Event, HoldReason, LeafOf,
	NextAttestation, Records, RecordsCommitmentOf, Segment, Series, WeightInfo,
};
pub use agora_primitives::{
	seams::{ArtifactInfo, Contribution, VersionInfo},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Claim, Derivation, Evidence, Leaf, RecordId,
	Relation, Sequence, Source, Terms, Uses, Verdict, VersionStatus, MAX_RECORDS, MAX_SERIES,
};
pub use frame_support::{assert_noop, assert_ok};
pub use sp_core::H256;
pub use sp_runtime::Permill;

use crate::mock::Balances;
use codec::Encode;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use frame_support::{traits::Get, BoundedVec};
use sha2_011::Sha256;

/// A publisher of datasets.
pub fn alice() -> AccountId {
	account(1)
}

/// Who contributed every third record.
pub fn bob() -> AccountId {
	account(2)
}

/// Somebody who has no part in anything.
pub fn mallory() -> AccountId {
	account(3)
}

/// A signed origin.
pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A bounded list of what fits.
pub fn bounded<Item: Clone + core::fmt::Debug, Bound: Get<u32>>(
	items: &[Item],
) -> BoundedVec<Item, Bound> {
	items.to_vec().try_into().expect("tests are about what fits")
}

/// The artifact of a number.
pub fn artifact(number: u8) -> ArtifactId {
	ArtifactId::repeat_byte(number)
}

/// Let the registry know of a version.
pub fn publish(
	owner: AccountId,
	number: u8,
	kind: ArtifactKind,
	sequence: Sequence,
	sources: &[(Sequence, Relation)],
) -> Sequence {
	let id = artifact(number);
	Artifacts::mutate(|artifacts| {
		let publisher = owner.clone();
		let status = ArtifactStatus::Active;
		artifacts.entry(id).or_insert(ArtifactInfo { kind, publisher, owner, status });
	});
	let sources: Vec<_> = sources
		.iter()
		.map(|(sequence, relation)| Source {
			sequence: *sequence,
			relation: *relation,
			royalty: Permill::zero(),
		})
		.collect();
	let version = VersionInfo {
		artifact: id,
		number: 1,
		manifest: H256::from_low_u64_be(sequence),
		terms: Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty: Permill::zero() },
		sources: bounded(&sources),
		status: VersionStatus::Live,
	};
	Versions::mutate(|versions| versions.insert(sequence, version));
	sequence
}

/// Let the registry know of a version of a dataset.
pub fn publish_dataset(owner: AccountId, number: u8, sequence: Sequence) -> Sequence {
	publish(owner, number, ArtifactKind::Dataset, sequence, &[])
}

/// Let the registry forget a version.
pub fn remove(sequence: Sequence) {
	Versions::mutate(|versions| versions.remove(&sequence));
}

/// Change the status of a version.
pub fn set_status(sequence: Sequence, status: VersionStatus) {
	Versions::mutate(|versions| versions.get_mut(&sequence).expect("published").status = status);
}

/// Whose the record of this index is: every third is Bob's, the others nobody's.
pub fn contributor(index: u64) -> AccountId {
	if index.is_multiple_of(3) {
		bob()
	} else {
		account(0)
	}
}

/// The leaf of this index, the same in every tree of a number.
pub fn leaf_in(tree: u8, index: u64) -> LeafOf<Test> {
	let record = (tree, index).using_encoded(sp_io::hashing::sha2_256).into();
	Leaf { contributor: contributor(index), record }
}

/// The leaf of this index in the usual tree.
pub fn leaf(index: u64) -> LeafOf<Test> {
	leaf_in(0, index)
}

/// A tree, whole.
pub struct Forest(MemoryBackedTree<Sha256, Vec<u8>>);

impl Forest {
	/// The tree of a number with this many leaves.
	pub fn numbered(tree: u8, count: u64) -> Self {
		let mut whole = MemoryBackedTree::new();
		(0..count).for_each(|index| whole.push(leaf_in(tree, index).encode()));
		Self(whole)
	}

	/// The usual tree with this many leaves.
	pub fn new(count: u64) -> Self {
		Self::numbered(0, count)
	}

	/// Its root and number of leaves.
	pub fn tree(&self) -> Tree {
		let root: [u8; 32] = (*self.0.root().as_bytes()).into();
		Tree { root: root.into(), count: self.0.len() }
	}

	/// That a leaf is in it.
	pub fn inclusion(&self, index: u64) -> Vec<H256> {
		hashes(self.0.prove_inclusion(index as usize).as_bytes())
	}

	/// That it begins with the first leaves.
	pub fn consistency(&self, previous: u64) -> Vec<H256> {
		hashes(self.0.prove_consistency((self.0.len() - previous) as usize).as_bytes())
	}
}

/// Hashes that stand behind each other.
pub fn hashes(bytes: &[u8]) -> Vec<H256> {
	bytes.chunks(32).map(H256::from_slice).collect()
}

/// Let Alice publish version `sequence` of her dataset and commit to the usual tree.
pub fn committed(sequence: Sequence, count: u64) -> Forest {
	publish_dataset(alice(), 1, sequence);
	let forest = Forest::new(count);
	assert_ok!(Provenance::commit_records(by(alice()), sequence, forest.tree().root, count));
	forest
}

/// Let Alice publish and commit to one more version, and extend the one before.
pub fn extended(sequence: Sequence, count: u64, previous: Sequence) -> Forest {
	let older = Commitments::<Test>::get(previous).expect("the test made it").count;
	let forest = committed(sequence, count);
	let proof = bounded(&forest.consistency(older));
	assert_ok!(Provenance::extend_records(by(alice()), sequence, previous, proof));
	forest
}

/// Let the contributor prove a record.
pub fn prove(forest: &Forest, version: Sequence, index: u64) {
	let proof = bounded(&forest.inclusion(index));
	let contributor = contributor(index);
	assert_ok!(Provenance::prove_record(by(contributor), version, index, leaf(index), proof));
}

/// The segments of a series: version, end, proven, withdrawn.
pub fn segments(series: Sequence) -> Vec<(Sequence, u64, u64, u64)> {
	Series::<Test>::get(series)
		.iter()
		.map(|segment| (segment.version, segment.end, segment.proven, segment.withdrawn))
		.collect()
}

/// The commitment as stored.
pub fn commitment(version: Sequence) -> RecordsCommitmentOf<Test> {
	Commitments::<Test>::get(version).expect("the test made it")
}

/// What an account holds for a reason.
pub fn held(reason: HoldReason, who: AccountId) -> Balance {
	Provenance::held(reason, &who)
}

/// What an account can spend, with the least that it keeps.
pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// See that this was the last event.
pub fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}
