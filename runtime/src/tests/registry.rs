// SPDX-License-Identifier: Apache-2.0

//! Models and datasets on the real runtime: what a publisher does, and what a thief tries.

use super::chain::{free, next_block, on_dev, send};
use crate::{
	units::money::{CENTS, UNITS},
	Balance, Balances, Registry, Runtime, RuntimeCall, RuntimeHoldReason,
};
use agora_primitives::{
	artifact_id, reservation_commitment, ArtifactId, ArtifactKind, Derivation, Digest, NewVersion,
	Relation, SourceInput, Terms, Uses,
};
use frame_support::{assert_ok, traits::fungible::InspectHold};
use pallet_registry::{Call, Error, HoldReason};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::Permill;

const EVERY_USE: Uses = Uses { train: true, evaluate: true, commercial: true };

fn register(kind: ArtifactKind, name: &str) -> RuntimeCall {
	Call::register {
		kind,
		name: name.as_bytes().to_vec().try_into().unwrap(),
		tags: Default::default(),
	}
	.into()
}

/// A version that allows every use.
pub fn version(digest: u8, royalty: Permill, sources: Vec<SourceInput>) -> NewVersion {
	NewVersion {
		manifest: Digest::repeat_byte(digest),
		bytes: 90_868_376,
		files: 7,
		card: Some(Digest::repeat_byte(digest + 100)),
		license: b"Apache-2.0".to_vec().try_into().unwrap(),
		terms: Terms { derivation: Derivation::Open, uses: EVERY_USE, royalty },
		sources: sources.try_into().unwrap(),
		locations: Default::default(),
	}
}

/// Publish without a reservation.
pub fn publish(artifact: ArtifactId, version: NewVersion) -> RuntimeCall {
	Call::publish { artifact, version, reservation: None }.into()
}

/// Register and publish as clients do: in one transaction that fails or succeeds as a whole.
pub fn publish_new(who: Sr25519Keyring, kind: ArtifactKind, name: &str, version: NewVersion) {
	let artifact = artifact_id(&who.to_account_id(), name.as_bytes());
	let calls = vec![register(kind, name), publish(artifact, version)];
	assert_ok!(send(who, pallet_utility::Call::batch_all { calls }).unwrap());
}

fn held(who: Sr25519Keyring) -> Balance {
	[HoldReason::Artifact, HoldReason::Version, HoldReason::Reservation, HoldReason::Tombstone]
		.into_iter()
		.map(|reason| {
			Balances::balance_on_hold(&RuntimeHoldReason::Registry(reason), &who.to_account_id())
		})
		.sum()
}

#[test]
fn a_model_and_its_dataset_are_published_and_found() {
	on_dev(|| {
		let five = Permill::from_percent(5);
		publish_new(Alice, ArtifactKind::Dataset, "wikipedia", version(1, five, vec![]));
		let trained = SourceInput { sequence: 1, relation: Relation::TrainedOn, max_royalty: five };
		publish_new(Bob, ArtifactKind::Model, "minilm", version(2, five, vec![trained]));

		let found =
			Registry::api_artifact_by_name(Bob.to_account_id(), b"minilm".to_vec()).unwrap();
		assert_eq!(found.id, artifact_id(&Bob.to_account_id(), b"minilm"));
		let versions = Registry::api_versions(found.id, 0, 10);
		assert_eq!(versions.items.len(), 1);
		assert_eq!(versions.items[0].sequence, 2);
		let up = Registry::api_ancestors(2, 8, 10).unwrap();
		assert_eq!((up.edges[0].source, up.edges[0].royalty), (1, five));
		let down = Registry::api_descendants(1, 8, 10).unwrap();
		assert_eq!(down.edges[0].derived, 2);
	});
}

#[test]
fn a_model_with_its_first_version_costs_less_than_an_ago() {
	on_dev(|| {
		publish_new(Alice, ArtifactKind::Model, "minilm", version(1, Permill::zero(), vec![]));
		let held = held(Alice);
		assert!((20 * CENTS..UNITS).contains(&held), "{held}");
	});
}

#[test]
fn a_failed_publication_registers_nothing_and_costs_the_fee() {
	on_dev(|| {
		publish_new(Alice, ArtifactKind::Model, "first", version(1, Permill::zero(), vec![]));
		let before = free(&Bob.to_account_id());
		let artifact = artifact_id(&Bob.to_account_id(), b"second");
		let calls = vec![
			register(ArtifactKind::Model, "second"),
			publish(artifact, version(1, Permill::zero(), vec![])),
		];
		let result = send(Bob, pallet_utility::Call::batch_all { calls }).unwrap();
		assert_eq!(result.unwrap_err(), Error::<Runtime>::DigestAlreadyPublished.into());
		assert_eq!(Registry::api_artifact(artifact), None);
		assert_eq!(held(Bob), 0);
		let fee = before - free(&Bob.to_account_id());
		assert!(fee < 10 * CENTS, "{fee}");
	});
}

#[test]
fn deposits_come_back_to_the_last_unit_but_for_tombstones() {
	on_dev(|| {
		let artifact = artifact_id(&Alice.to_account_id(), b"passing");
		publish_new(Alice, ArtifactKind::Model, "passing", version(1, Permill::zero(), vec![]));
		assert_ok!(send(Alice, Call::remove_version { sequence: 1 }).unwrap());
		assert_ok!(send(Alice, Call::remove_artifact { artifact }).unwrap());
		let reason = RuntimeHoldReason::Registry(HoldReason::Tombstone);
		let tombstones = Balances::balance_on_hold(&reason, &Alice.to_account_id());
		assert_eq!(held(Alice), tombstones);
		assert!(tombstones > 0);
	});
}

#[test]
fn a_copied_publication_loses_to_the_reservation() {
	on_dev(|| {
		let digest = Digest::repeat_byte(1);
		let salt = [7; 32];
		let commitment = reservation_commitment(&digest, &Alice.to_account_id(), &salt);
		assert_ok!(send(Alice, Call::reserve { commitment }).unwrap());
		next_block();

		// A thief sees the publication in the pool, and gets a copy of it in first.
		publish_new(Charlie, ArtifactKind::Model, "mine", version(1, Permill::zero(), vec![]));
		let artifact = artifact_id(&Alice.to_account_id(), b"mine");
		assert_ok!(send(Alice, register(ArtifactKind::Model, "mine")).unwrap());
		let publication = Call::publish {
			artifact,
			version: version(1, Permill::zero(), vec![]),
			reservation: Some(salt),
		};
		assert_ok!(send(Alice, publication).unwrap());

		use agora_primitives::{api::DigestView, VersionStatus};
		let DigestView::Published(owner) = Registry::api_version_by_digest(digest) else {
			panic!("it is published");
		};
		assert_eq!(owner.publisher, Alice.to_account_id());
		let thiefs = Registry::api_version(1).unwrap();
		assert_eq!(thiefs.version.status, VersionStatus::Superseded { by: owner.sequence });
	});
}

#[test]
fn a_copied_reservation_is_worth_nothing() {
	on_dev(|| {
		let digest = Digest::repeat_byte(1);
		let salt = [7; 32];
		let commitment = reservation_commitment(&digest, &Alice.to_account_id(), &salt);
		assert_ok!(send(Charlie, Call::reserve { commitment }).unwrap());
		assert_ok!(send(Alice, Call::reserve { commitment }).unwrap());
		next_block();
		assert_ok!(send(Charlie, register(ArtifactKind::Model, "stolen")).unwrap());
		let theft = Call::publish {
			artifact: artifact_id(&Charlie.to_account_id(), b"stolen"),
			version: version(1, Permill::zero(), vec![]),
			reservation: Some(salt),
		};
		assert_eq!(
			send(Charlie, theft).unwrap().unwrap_err(),
			Error::<Runtime>::ReservationNotFound.into()
		);
	});
}
