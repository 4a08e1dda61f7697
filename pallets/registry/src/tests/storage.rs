// SPDX-License-Identifier: Apache-2.0

//! What a model takes on the chain: keys and bytes of values, counted by comparing the storage
//! before and after.

use super::util::*;
use std::collections::BTreeMap;

/// All of the storage, but for what the chain keeps about the block itself.
fn storage() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let block = frame_support::storage::storage_prefix(b"System", b"Account");
	let system = &block[..16];
	let mut all = BTreeMap::new();
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		key = next;
		if key.starts_with(system) && !key.starts_with(&block) {
			continue;
		}
		all.insert(key.clone(), sp_io::storage::get(&key).unwrap().to_vec());
	}
	all
}

/// How many keys a change adds, and how many bytes of values.
fn growth(change: impl FnOnce()) -> (usize, usize) {
	let before = storage();
	change();
	let after = storage();
	let keys = after.keys().filter(|key| !before.contains_key(*key)).count();
	let bytes = |all: &BTreeMap<Vec<u8>, Vec<u8>>| all.values().map(Vec::len).sum::<usize>();
	(keys, bytes(&after) - bytes(&before))
}

/// The model that the tour publishes, as a publisher would describe it.
fn realistic(sources: &[SourceInput]) -> NewVersion {
	NewVersion {
		card: Some(digest(0xca)),
		sources: bounded(sources),
		locations: locations(&["https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2"]),
		..version(0xee)
	}
}

fn register_realistic(who: AccountId) {
	assert_ok!(Registry::register(
		by(who),
		ArtifactKind::Model,
		bounded(b"all-minilm-l6-v2"),
		tags(&["sentence-similarity", "bert", "en"])
	));
}

#[test]
fn a_model_with_its_first_version_takes_five_keys_and_512_bytes() {
	TestExt::new().run(|| {
		// The number that all versions share is there since the first.
		let (_, base) = published_model(OPEN);
		let (_, records) = published_dataset(OPEN);
		let artifact = artifact_id(&bob(), b"all-minilm-l6-v2");

		let (keys, bytes) = growth(|| {
			register_realistic(bob());
			publish(bob(), artifact, realistic(&[]));
		});
		println!("a model with its first version: {keys} keys, {bytes} bytes of values");
		assert!(keys <= 5 && bytes <= 512);

		let cited = [source(base, Relation::FineTune), source(records, Relation::TrainedOn)];
		let (keys, bytes) = growth(|| {
			register_realistic(account(4));
			let new = NewVersion { manifest: digest(0xef), ..realistic(&cited) };
			publish(account(4), artifact_id(&account(4), b"all-minilm-l6-v2"), new);
		});
		println!("the same, derived from two: {keys} keys, {bytes} bytes of values");
		assert!(keys <= 5 + cited.len() && bytes <= 512);
	});
}

#[test]
fn the_largest_of_everything_is_paid_for_and_comes_back() {
	TestExt::new().run(|| {
		let base = model(alice(), "base");
		let sources: Vec<_> = (1..=16)
			.map(|number| source(publish(alice(), base, version(number)), Relation::Merge))
			.collect();
		let name = "n".repeat(64);
		let words: Vec<String> = (0..5).map(|index| format!("{index}{}", "t".repeat(23))).collect();
		let words: Vec<&str> = words.iter().map(String::as_str).collect();
		let artifact = artifact_id(&bob(), name.as_bytes());

		let before = storage();
		let (keys, bytes) = growth(|| {
			assert_ok!(Registry::register(
				by(bob()),
				ArtifactKind::Model,
				bounded(name.as_bytes()),
				tags(&words)
			));
			let new = NewVersion {
				card: Some(digest(0xca)),
				license: bounded(&[b'L'; 64]),
				sources: bounded(&sources),
				locations: locations(&[
					&format!("a:{}", "x".repeat(94)),
					&format!("b:{}", "x".repeat(94)),
				]),
				..version(0xee)
			};
			let sequence = publish(bob(), artifact, new);
			assert_ok!(Registry::yank(by(bob()), sequence, bounded(&[b'r'; 64])));
			assert_ok!(Registry::transfer_ownership(by(bob()), artifact, alice()));
		});
		println!("the largest there can be: {keys} keys, {bytes} bytes of values");

		// Every byte of it, keys and all, costs at least its price.
		let after = storage();
		let own = |key: &&Vec<u8>| key.starts_with(&sp_io::hashing::twox_128(b"Registry"));
		let new = || after.iter().filter(|(key, _)| own(key) && !before.contains_key(*key));
		let items = new().count() as Balance;
		let stored: usize = new().map(|(key, value)| key.len() + value.len()).sum();
		let price = items * ITEM + stored as Balance * BYTE;
		assert!(held_in_all(bob()) >= price, "{} < {price}", held_in_all(bob()));

		assert_eq!(
			stored_version_size(17),
			<VersionOf<Test> as codec::MaxEncodedLen>::max_encoded_len()
		);
		assert_ok!(Registry::remove_version(by(bob()), 17));
		assert_ok!(Registry::remove_artifact(by(bob()), artifact));
		assert_eq!(held_in_all(bob()), held(HoldReason::Tombstone, bob()));
		// Besides the balances, only the tombstones are new.
		assert_eq!(
			storage().keys().filter(|key| own(key) && !before.contains_key(*key)).count(),
			2
		);
	});
}

fn stored_version_size(sequence: Sequence) -> usize {
	codec::Encode::encoded_size(&stored(sequence))
}

#[test]
fn every_tombstone_is_paid_for() {
	TestExt::new().run(|| {
		let (artifact, sequence) = published_model(OPEN);
		assert_ok!(Registry::remove_version(by(alice()), sequence));
		assert_ok!(Registry::remove_artifact(by(alice()), artifact));
		let own: Vec<_> = storage()
			.into_iter()
			.filter(|(key, _)| key.starts_with(&sp_io::hashing::twox_128(b"Registry")))
			.filter(|(key, _)| *key != NextSequence::<Test>::hashed_key())
			.collect();
		assert_eq!(own.len(), 2);
		let bytes: usize = own.iter().map(|(key, value)| key.len() + value.len()).sum();
		assert_eq!(held(HoldReason::Tombstone, alice()), 2 * ITEM + bytes as Balance * BYTE);
	});
}
