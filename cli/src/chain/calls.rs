// SPDX-License-Identifier: Apache-2.0

//! The calls of the registry, one function each, and the hashes that go into them.

use super::types::{ArtifactId, ArtifactKind, Hash, Relation, Sequence, Terms};
use crate::permill::Permill;
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::{dynamic, DynamicPayload},
	utils::AccountId32,
};

/// The pallet's name in the runtime.
pub const PALLET: &str = "Registry";

/// A call with its arguments by name.
pub type Call = DynamicPayload<Composite<()>>;

/// The secret that keeps a reserved digest from being guessed.
pub type Salt = [u8; 32];

/// A source as the publisher of a derived version names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceInput {
	/// The version that was used.
	pub sequence: Sequence,
	/// How it was used.
	pub relation: Relation,
	/// The most that may be asked for it.
	pub max_royalty: Permill,
}

/// A version as its publisher hands it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersion {
	/// The BLAKE3 hash of the manifest's bytes.
	pub manifest: Hash,
	/// How many bytes all files have together.
	pub bytes: u64,
	/// How many files there are.
	pub files: u32,
	/// The BLAKE3 hash of the card.
	pub card: Option<Hash>,
	/// The license of the bytes.
	pub license: String,
	/// What others may do with it.
	pub terms: Terms,
	/// What it was made from.
	pub sources: Vec<SourceInput>,
	/// Where the bytes can be had.
	pub locations: Vec<String>,
}

/// The id of the artifact that `publisher` registers under `name`.
pub fn artifact_id(publisher: &AccountId32, name: &str) -> ArtifactId {
	let mut bytes = b"agora/artifact".to_vec();
	bytes.extend(publisher.0);
	subxt::ext::codec::Encode::encode_to(&name.as_bytes(), &mut bytes);
	Hash(sp_crypto_hashing::blake2_256(&bytes))
}

/// The commitment with which `account` reserves `digest`.
pub fn reservation_commitment(digest: &Hash, account: &AccountId32, salt: &Salt) -> Hash {
	let mut bytes = b"agora/reserve".to_vec();
	bytes.extend(digest.0);
	bytes.extend(account.0);
	bytes.extend(salt);
	Hash(sp_crypto_hashing::blake2_256(&bytes))
}

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(PALLET, name, Composite::named(arguments))
}

/// A value that may be missing.
pub(super) fn option(value: Option<Value>) -> Value {
	match value {
		Some(value) => Value::unnamed_variant("Some", [value]),
		None => Value::unnamed_variant("None", []),
	}
}

/// A number of any width.
pub(super) fn number(number: impl Into<u128>) -> Value {
	Value::u128(number.into())
}

/// A share, in a type of its own.
pub(super) fn share(share: Permill) -> Value {
	Value::unnamed_composite([number(share.parts())])
}

/// An account.
pub(super) fn account(account: &AccountId32) -> Value {
	Value::from_bytes(account.0)
}

/// An account, where a call takes other names for one as well.
pub(super) fn named_account(id: &AccountId32) -> Value {
	Value::unnamed_variant("Id", [account(id)])
}

fn texts(texts: &[String]) -> Value {
	Value::unnamed_composite(texts.iter().map(Value::from_bytes))
}

/// `reserve`: reserve a digest without showing it.
pub fn reserve(commitment: Hash) -> Call {
	call("reserve", [("commitment", commitment.into())])
}

/// `release_reservation`: give a reservation up.
pub fn release_reservation(owner: &AccountId32, commitment: Hash) -> Call {
	call("release_reservation", [("account", account(owner)), ("commitment", commitment.into())])
}

/// `register`: register a model or dataset under a name.
pub fn register(kind: ArtifactKind, name: &str, tags: &[String]) -> Call {
	call(
		"register",
		[("kind", kind.into()), ("name", Value::from_bytes(name)), ("tags", texts(tags))],
	)
}

/// `publish`: publish a version of an artifact.
pub fn publish(artifact: ArtifactId, version: &NewVersion, reservation: Option<Salt>) -> Call {
	let terms = Value::named_composite([
		("derivation", version.terms.derivation.into()),
		(
			"uses",
			Value::named_composite([
				("train", Value::bool(version.terms.uses.train)),
				("evaluate", Value::bool(version.terms.uses.evaluate)),
				("commercial", Value::bool(version.terms.uses.commercial)),
			]),
		),
		("royalty", share(version.terms.royalty)),
	]);
	let sources = version.sources.iter().map(|source| {
		Value::named_composite([
			("sequence", number(source.sequence)),
			("relation", source.relation.into()),
			("max_royalty", share(source.max_royalty)),
		])
	});
	let version = Value::named_composite([
		("manifest", version.manifest.into()),
		("bytes", number(version.bytes)),
		("files", number(version.files)),
		("card", option(version.card.map(Into::into))),
		("license", Value::from_bytes(&version.license)),
		("terms", terms),
		("sources", Value::unnamed_composite(sources)),
		("locations", texts(&version.locations)),
	]);
	let reservation = option(reservation.map(Value::from_bytes));
	call(
		"publish",
		[("artifact", artifact.into()), ("version", version), ("reservation", reservation)],
	)
}

/// `yank`: advise against a version.
pub fn yank(sequence: Sequence, reason: &str) -> Call {
	call("yank", [("sequence", number(sequence)), ("reason", Value::from_bytes(reason))])
}

/// `unyank`: let a yanked version be cited and sold again.
pub fn unyank(sequence: Sequence) -> Call {
	call("unyank", [("sequence", number(sequence))])
}

/// `update_card`: replace the card of a version, or take it away.
pub fn update_card(sequence: Sequence, card: Option<Hash>) -> Call {
	call("update_card", [("sequence", number(sequence)), ("card", option(card.map(Into::into)))])
}

/// `update_locations`: replace the locations of a version.
pub fn update_locations(sequence: Sequence, locations: &[String]) -> Call {
	call("update_locations", [("sequence", number(sequence)), ("locations", texts(locations))])
}

/// `update_tags`: replace the tags of an artifact.
pub fn update_tags(artifact: ArtifactId, tags: &[String]) -> Call {
	call("update_tags", [("artifact", artifact.into()), ("tags", texts(tags))])
}

/// `transfer_ownership`: offer an artifact to a new owner.
pub fn transfer_ownership(artifact: ArtifactId, new_owner: &AccountId32) -> Call {
	call("transfer_ownership", [("artifact", artifact.into()), ("new_owner", account(new_owner))])
}

/// `accept_ownership`: accept an artifact.
pub fn accept_ownership(artifact: ArtifactId) -> Call {
	call("accept_ownership", [("artifact", artifact.into())])
}

/// `cancel_transfer`: take back or decline the offer of an artifact.
pub fn cancel_transfer(artifact: ArtifactId) -> Call {
	call("cancel_transfer", [("artifact", artifact.into())])
}

/// `retire`: end publishing, citing and selling.
pub fn retire(artifact: ArtifactId) -> Call {
	call("retire", [("artifact", artifact.into())])
}

/// `remove_version`: remove a version that nothing refers to.
pub fn remove_version(sequence: Sequence) -> Call {
	call("remove_version", [("sequence", number(sequence))])
}

/// `remove_artifact`: remove an artifact that has no versions.
pub fn remove_artifact(artifact: ArtifactId) -> Call {
	call("remove_artifact", [("artifact", artifact.into())])
}

/// All of these or none, in one transaction.
pub fn batch_all(calls: Vec<Call>) -> Call {
	batch("batch_all", calls)
}

/// Each of these that can be made, in one transaction.
pub fn force_batch(calls: Vec<Call>) -> Call {
	batch("force_batch", calls)
}

fn batch(name: &str, calls: Vec<Call>) -> Call {
	let calls = calls.into_iter().map(Call::into_value);
	dynamic("Utility", name, Composite::named([("calls", Value::unnamed_composite(calls))]))
}

#[cfg(test)]
pub(super) mod tests {
	use super::*;
	use crate::chain::types::{Derivation, Uses};
	use subxt::{ext::frame_decode::extrinsics::encode_call_data, Metadata};

	/// Every call that this command can make, with arguments as long as they may be.
	fn every_call() -> Vec<Call> {
		let (account, hash) = (AccountId32([7; 32]), Hash([8; 32]));
		let version = NewVersion {
			manifest: Hash([1; 32]),
			bytes: 1 << 40,
			files: 3,
			card: Some(Hash([2; 32])),
			license: "MIT".into(),
			terms: Terms {
				derivation: Derivation::LicenseRequired,
				uses: Uses { train: true, evaluate: false, commercial: true },
				royalty: "2.5".parse().unwrap(),
			},
			sources: vec![
				SourceInput {
					sequence: 5,
					relation: Relation::Merge,
					max_royalty: "1".parse().unwrap(),
				},
				SourceInput {
					sequence: 6,
					relation: Relation::Synthetic,
					max_royalty: Permill::default(),
				},
			],
			locations: vec!["ipfs:a".into(), "https://example.org/".into()],
		};
		let tags = ["a".to_owned(), "b".to_owned()];
		vec![
			reserve(hash),
			release_reservation(&account, hash),
			register(ArtifactKind::Dataset, "mnist", &tags),
			publish(hash, &version, Some([9; 32])),
			yank(1, "why"),
			unyank(1),
			update_card(1, None),
			update_locations(1, &version.locations),
			update_tags(hash, &[]),
			transfer_ownership(hash, &account),
			accept_ownership(hash),
			cancel_transfer(hash),
			retire(hash),
			remove_version(1),
			remove_artifact(hash),
		]
	}

	/// The metadata that is checked in.
	pub fn metadata() -> Metadata {
		// Asked when it runs: what was compiled in one checkout may be run in another.
		let package = std::env::var("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
		let path = format!("{package}/../runtime/metadata/agora.scale");
		Metadata::decode_from(&std::fs::read(path).unwrap()).unwrap()
	}

	/// A call as it goes on chain.
	pub fn encode(call: &Call, metadata: &Metadata) -> Vec<u8> {
		encode_call_data(
			call.pallet_name(),
			call.call_name(),
			call.call_data(),
			metadata,
			metadata.types(),
		)
		.unwrap_or_else(|error| panic!("{}: {error}", call.call_name()))
	}

	/// See that these are all calls of a pallet, in the order of their indices.
	pub fn assert_every_call(calls: &[Call], pallet: &str, metadata: &Metadata) {
		let pallet = metadata.pallet_by_name(pallet).unwrap();
		let ours: Vec<&str> = calls.iter().map(Call::call_name).collect();
		let theirs: Vec<&str> =
			pallet.call_variants().unwrap().iter().map(|call| call.name.as_str()).collect();
		assert_eq!(ours, theirs);
		for (index, call) in calls.iter().enumerate() {
			let encoded = encode(call, metadata);
			assert_eq!(encoded[..2], [pallet.call_index(), index as u8], "{}", ours[index]);
		}
	}

	#[test]
	fn every_call_of_the_registry_can_be_made() {
		let metadata = metadata();
		let calls = every_call();
		assert_every_call(&calls, PALLET, &metadata);
		let batch = encode(&batch_all(every_call()), &metadata);
		let inner: usize = calls.iter().map(|call| encode(call, &metadata).len()).sum();
		// Two bytes name the call, and one says how many there are in it.
		assert_eq!(batch.len(), inner + 3);
	}

	#[test]
	fn a_publication_is_encoded_byte_for_byte() {
		let metadata = metadata();
		let publish = &every_call()[3];
		let mut expected = vec![60, 3];
		expected.extend([8; 32]);
		expected.extend([1; 32]);
		expected.extend((1u64 << 40).to_le_bytes());
		expected.extend(3u32.to_le_bytes());
		expected.push(1);
		expected.extend([2; 32]);
		expected.push(3 << 2);
		expected.extend(b"MIT");
		expected.extend([1, 1, 0, 1]);
		expected.extend(25_000u32.to_le_bytes());
		expected.push(2 << 2);
		for (sequence, relation, royalty) in [(5u64, 2, 10_000u32), (6, 10, 0)] {
			expected.extend(sequence.to_le_bytes());
			expected.push(relation);
			expected.extend(royalty.to_le_bytes());
		}
		expected.push(2 << 2);
		for location in ["ipfs:a", "https://example.org/"] {
			expected.push((location.len() as u8) << 2);
			expected.extend(location.as_bytes());
		}
		expected.push(1);
		expected.extend([9; 32]);
		assert_eq!(encode(publish, &metadata), expected);
	}

	/// The vectors that `agora-primitives` computes by hand in its tests.
	#[test]
	fn hashes_are_those_of_the_chain() {
		let publisher = AccountId32([7; 32]);
		let mut bytes = b"agora/artifact".to_vec();
		bytes.extend([7; 32]);
		bytes.push(5 << 2);
		bytes.extend(b"mnist");
		assert_eq!(artifact_id(&publisher, "mnist").0, sp_crypto_hashing::blake2_256(&bytes));
		let mut bytes = b"agora/reserve".to_vec();
		bytes.extend([1; 32]);
		bytes.extend([7; 32]);
		bytes.extend([9; 32]);
		assert_eq!(
			reservation_commitment(&Hash([1; 32]), &publisher, &[9; 32]).0,
			sp_crypto_hashing::blake2_256(&bytes)
		);
	}
}
