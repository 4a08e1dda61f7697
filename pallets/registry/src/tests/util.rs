// SPDX-License-Identifier: Apache-2.0

//! To reach a stage in one line.

pub use crate::{mock::*, pallet::*, *};
pub use agora_primitives::{
	artifact_id, reservation_commitment,
	seams::Reference,
	text::{Locations, Name, Reason, Tags},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Derivation, Digest, LicenseTerm, NewVersion,
	Relation, Salt, Sequence, Source, SourceInput, Terms, Uses, VersionStatus,
};
pub use frame_support::{assert_noop, assert_ok};
pub use sp_runtime::Permill;

use frame_support::{traits::Get, BoundedVec};

/// A publisher of models.
pub fn alice() -> AccountId {
	account(1)
}

/// A publisher of things derived from them.
pub fn bob() -> AccountId {
	account(2)
}

/// Somebody who publishes what others made.
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

/// Tags of words.
pub fn tags(words: &[&str]) -> Tags {
	bounded(&words.iter().map(|word| bounded(word.as_bytes())).collect::<Vec<_>>())
}

/// Locations of addresses.
pub fn locations(addresses: &[&str]) -> Locations {
	bounded(&addresses.iter().map(|address| bounded(address.as_bytes())).collect::<Vec<_>>())
}

/// The digest of a number.
pub fn digest(number: u8) -> Digest {
	Digest::repeat_byte(number)
}

/// Terms that allow everything for nothing.
pub const OPEN: Terms =
	Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty: Permill::zero() };

/// A version of this digest, with nothing special about it.
pub fn version(number: u8) -> NewVersion {
	NewVersion {
		manifest: digest(number),
		bytes: 90_900_000,
		files: 12,
		card: None,
		license: bounded(b"Apache-2.0"),
		terms: OPEN,
		sources: bounded(&[]),
		locations: bounded(&[]),
	}
}

/// A source that may ask for anything.
pub fn source(sequence: Sequence, relation: Relation) -> SourceInput {
	SourceInput { sequence, relation, max_royalty: Permill::one() }
}

/// Register an artifact without tags.
pub fn register(who: AccountId, kind: ArtifactKind, name: &str) -> ArtifactId {
	assert_ok!(Registry::register(
		by(who.clone()),
		kind,
		bounded(name.as_bytes()),
		Tags::default()
	));
	artifact_id(&who, name.as_bytes())
}

/// Register a model.
pub fn model(who: AccountId, name: &str) -> ArtifactId {
	register(who, ArtifactKind::Model, name)
}

/// Register a dataset.
pub fn dataset(who: AccountId, name: &str) -> ArtifactId {
	register(who, ArtifactKind::Dataset, name)
}

/// Publish a version without a reservation.
pub fn publish(who: AccountId, artifact: ArtifactId, version: NewVersion) -> Sequence {
	let sequence = NextSequence::<Test>::get();
	assert_ok!(Registry::publish(by(who), artifact, version, None));
	sequence
}

/// Register a model of Alice and publish its first version under these terms.
pub fn published_model(terms: Terms) -> (ArtifactId, Sequence) {
	let artifact = model(alice(), "base");
	let sequence = publish(alice(), artifact, NewVersion { terms, ..version(1) });
	(artifact, sequence)
}

/// Register a dataset of Alice and publish its first version under these terms.
pub fn published_dataset(terms: Terms) -> (ArtifactId, Sequence) {
	let artifact = dataset(alice(), "records");
	let sequence = publish(alice(), artifact, NewVersion { terms, ..version(2) });
	(artifact, sequence)
}

/// Reserve a digest with this salt.
pub fn reserve(who: AccountId, manifest: Digest, salt: Salt) {
	let commitment = reservation_commitment(&manifest, &who, &salt);
	assert_ok!(Registry::reserve(by(who), commitment));
}

/// Go on by some blocks.
pub fn pass(blocks: u32) {
	System::set_block_number(System::block_number() + blocks);
}

/// The artifact as stored.
pub fn stored_artifact(artifact: ArtifactId) -> ArtifactOf<Test> {
	Artifacts::<Test>::get(artifact).expect("the test made it")
}

/// The version as stored.
pub fn stored(sequence: Sequence) -> VersionOf<Test> {
	Versions::<Test>::get(sequence).expect("the test made it")
}

/// What an account holds for a reason.
pub fn held(reason: HoldReason, who: AccountId) -> Balance {
	Registry::held(reason, &who)
}

/// What an account holds for any reason.
pub fn held_in_all(who: AccountId) -> Balance {
	crate::try_state::REASONS.into_iter().map(|reason| held(reason, who.clone())).sum()
}

/// What an account can spend, with the least that it keeps.
pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// See that this was the last event.
pub fn assert_last(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// See that this event was among those of this block.
pub fn assert_has(event: Event<Test>) {
	System::assert_has_event(event.into());
}

/// An error of this pallet as a call returns it.
pub fn refusal(error: Error<Test>) -> sp_runtime::DispatchError {
	error.into()
}
