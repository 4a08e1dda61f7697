// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its bounds: everything as long as it may be.
//!
//! A source's license is not looked up here, since the registry knows of no market; a runtime that
//! has one adds a read for each source, as the counted weights do.

use super::*;
use agora_primitives::{
	artifact_id, reservation_commitment,
	text::{
		Locations, Name, Reason, Tags, MAX_LICENSE, MAX_LOCATION, MAX_LOCATIONS, MAX_NAME,
		MAX_REASON, MAX_TAG, MAX_TAGS,
	},
	ArtifactId, ArtifactKind, Commitment, Derivation, Digest, NewVersion, Relation, Salt, Sequence,
	SourceInput, Terms, Uses, VersionStatus, MAX_SOURCES,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		Get,
	},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, RawOrigin};
use sp_runtime::{
	traits::{One, Saturating},
	Permill,
};

const SALT: Salt = [1; 32];

/// Give an account enough for everything that happens here.
fn fund<T: Config>(who: &T::AccountId) {
	let deposits = T::ItemDeposit::get()
		.saturating_mul(1_000u32.into())
		.saturating_add(T::ByteDeposit::get().saturating_mul(100_000u32.into()));
	let minimum = T::Currency::minimum_balance().saturating_mul(1_000u32.into());
	T::Currency::set_balance(who, deposits.saturating_add(minimum));
}

fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

fn stranger<T: Config>(index: u32) -> T::AccountId {
	let who = account("stranger", index, 0);
	fund::<T>(&who);
	who
}

/// A list as long as it may be.
fn longest<Bound: Get<u32>>(first: u8, length: u32) -> BoundedVec<u8, Bound> {
	let mut bytes = vec![b'x'; length as usize];
	bytes[0] = first;
	BoundedVec::truncate_from(bytes)
}

fn longest_name(first: u8) -> Name {
	longest(first, MAX_NAME)
}

fn longest_tags() -> Tags {
	let tags: Vec<_> = (0..MAX_TAGS as u8).map(|index| longest(b'a' + index, MAX_TAG)).collect();
	BoundedVec::truncate_from(tags)
}

fn longest_locations() -> Locations {
	let locations: Vec<_> = (0..MAX_LOCATIONS as u8)
		.map(|index| {
			let mut location = longest::<_>(b'a' + index, MAX_LOCATION);
			location[1] = b':';
			location
		})
		.collect();
	BoundedVec::truncate_from(locations)
}

fn longest_reason() -> Reason {
	longest(b'x', MAX_REASON)
}

fn digest(index: u32) -> Digest {
	let mut bytes = [0; 32];
	bytes[..4].copy_from_slice(&index.to_be_bytes());
	bytes.into()
}

/// A version with everything as long as it may be, made from these sources.
fn largest_version(index: u32, sources: Vec<SourceInput>) -> NewVersion {
	NewVersion {
		manifest: digest(index),
		bytes: u64::MAX,
		files: u32::MAX,
		card: Some(digest(u32::MAX)),
		license: longest(b'x', MAX_LICENSE),
		terms: Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty: Permill::zero() },
		sources: BoundedVec::truncate_from(sources),
		locations: longest_locations(),
	}
}

fn register<T: Config>(who: &T::AccountId) -> ArtifactId {
	let name = longest_name(b'a');
	let id = artifact_id(who, &name);
	let kind = ArtifactKind::Model;
	Registry::<T>::register(RawOrigin::Signed(who.clone()).into(), kind, name, longest_tags())
		.expect("funded, and there is none of that name");
	id
}

fn publish<T: Config>(who: &T::AccountId, artifact: ArtifactId, version: NewVersion) -> Sequence {
	let sequence = NextSequence::<T>::get();
	Registry::<T>::publish(RawOrigin::Signed(who.clone()).into(), artifact, version, None)
		.expect("funded, owned, and published once");
	sequence
}

/// Sources in as many artifacts of as many strangers.
fn sources<T: Config>(count: u32) -> Vec<SourceInput> {
	(0..count)
		.map(|index| {
			let who = stranger::<T>(index);
			let artifact = register::<T>(&who);
			SourceInput {
				sequence: publish::<T>(&who, artifact, largest_version(index, vec![])),
				relation: Relation::Merge,
				max_royalty: Permill::zero(),
			}
		})
		.collect()
}

/// A version of the caller, with as many sources as said.
fn published<T: Config>(who: &T::AccountId, count: u32) -> (ArtifactId, Sequence) {
	let sources = sources::<T>(count);
	let artifact = register::<T>(who);
	(artifact, publish::<T>(who, artifact, largest_version(count, sources)))
}

fn reserve<T: Config>(who: &T::AccountId, manifest: Digest) -> Commitment {
	let commitment = reservation_commitment(&manifest, who, &SALT);
	Registry::<T>::reserve(RawOrigin::Signed(who.clone()).into(), commitment)
		.expect("funded, and reserved once");
	commitment
}

fn pass<T: Config>(blocks: BlockNumberFor<T>) {
	System::<T>::set_block_number(System::<T>::block_number().saturating_add(blocks));
}

fn propose<T: Config>(who: &T::AccountId, artifact: ArtifactId, new_owner: &T::AccountId) {
	let origin = RawOrigin::Signed(who.clone());
	Registry::<T>::transfer_ownership(origin.into(), artifact, new_owner.clone())
		.expect("owned by the caller");
}

fn assert_last<T: Config>(event: Event<T>) {
	System::<T>::assert_last_event(<T as frame_system::Config>::RuntimeEvent::from(event));
}

use Pallet as Registry;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn reserve() {
		let who = caller::<T>();
		let commitment = reservation_commitment(&digest(0), &who, &SALT);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), commitment);

		let reservation = Reservations::<T>::get(&who, commitment).expect("just made");
		assert_last::<T>(Event::Reserved {
			account: who,
			commitment,
			expires_at: reservation.expires_at(T::ReservationPeriod::get()),
			deposit: reservation.deposit,
		});
	}

	/// Somebody else's, after it has expired.
	#[benchmark]
	fn release_reservation() {
		let who = caller::<T>();
		let other = stranger::<T>(0);
		let commitment = super::reserve::<T>(&other, digest(0));
		let deposit = Reservations::<T>::get(&other, commitment).expect("just made").deposit;
		pass::<T>(T::ReservationPeriod::get().saturating_add(One::one()));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), other.clone(), commitment);

		assert!(!Reservations::<T>::contains_key(&other, commitment));
		assert_last::<T>(Event::ReservationReleased { account: other, commitment, deposit });
	}

	#[benchmark]
	fn register() {
		let who = caller::<T>();
		let (name, tags) = (longest_name(b'a'), longest_tags());
		let artifact = artifact_id(&who, &name);
		let kind = ArtifactKind::Dataset;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), kind, name.clone(), tags.clone());

		let deposit = Artifacts::<T>::get(artifact).expect("just registered").deposit;
		let publisher = who;
		assert_last::<T>(Event::ArtifactRegistered {
			artifact,
			kind,
			publisher,
			name,
			tags,
			deposit,
		});
	}

	#[benchmark]
	fn publish(s: Linear<0, MAX_SOURCES>) {
		let who = caller::<T>();
		let version = largest_version(s, sources::<T>(s));
		let artifact = super::register::<T>(&who);
		let sequence = NextSequence::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact, version, None);

		let version = Versions::<T>::get(sequence).expect("just published");
		assert_eq!(version.sources.len() as u32, s);
		assert_last::<T>(Event::VersionPublished { sequence, owner: who, version });
	}

	/// It takes the digest from another version.
	#[benchmark]
	fn publish_reserved(s: Linear<0, MAX_SOURCES>) {
		let who = caller::<T>();
		let version = largest_version(s, sources::<T>(s));
		let artifact = super::register::<T>(&who);
		super::reserve::<T>(&who, version.manifest);
		pass::<T>(One::one());
		let other = stranger::<T>(MAX_SOURCES);
		let copies = super::register::<T>(&other);
		let copy = super::publish::<T>(&other, copies, largest_version(s, vec![]));
		let sequence = NextSequence::<T>::get();

		#[extrinsic_call]
		publish(RawOrigin::Signed(who.clone()), artifact, version, Some(SALT));

		let version = Versions::<T>::get(sequence).expect("just published");
		assert_eq!(
			Versions::<T>::get(copy).expect("still there").status,
			VersionStatus::Superseded { by: sequence }
		);
		assert_last::<T>(Event::VersionPublished { sequence, owner: who, version });
	}

	#[benchmark]
	fn yank() {
		let who = caller::<T>();
		let (_, sequence) = published::<T>(&who, MAX_SOURCES);
		let reason = longest_reason();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), sequence, reason.clone());

		let deposit = Versions::<T>::get(sequence).expect("still there").deposit;
		assert_last::<T>(Event::VersionYanked { sequence, reason, deposit });
	}

	#[benchmark]
	fn unyank() {
		let who = caller::<T>();
		let (_, sequence) = published::<T>(&who, MAX_SOURCES);
		Pallet::<T>::yank(RawOrigin::Signed(who.clone()).into(), sequence, longest_reason())
			.expect("owned by the caller");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), sequence);

		let deposit = Versions::<T>::get(sequence).expect("still there").deposit;
		assert_last::<T>(Event::VersionUnyanked { sequence, deposit });
	}

	#[benchmark]
	fn update_card() {
		let who = caller::<T>();
		let (_, sequence) = published::<T>(&who, MAX_SOURCES);
		Pallet::<T>::update_card(RawOrigin::Signed(who.clone()).into(), sequence, None)
			.expect("owned by the caller");
		let card = Some(digest(0));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), sequence, card);

		let deposit = Versions::<T>::get(sequence).expect("still there").deposit;
		assert_last::<T>(Event::CardUpdated { sequence, card, deposit });
	}

	#[benchmark]
	fn update_locations() {
		let who = caller::<T>();
		let (_, sequence) = published::<T>(&who, MAX_SOURCES);
		let none = Locations::default();
		Pallet::<T>::update_locations(RawOrigin::Signed(who.clone()).into(), sequence, none)
			.expect("owned by the caller");
		let locations = longest_locations();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), sequence, locations.clone());

		let deposit = Versions::<T>::get(sequence).expect("still there").deposit;
		assert_last::<T>(Event::LocationsUpdated { sequence, locations, deposit });
	}

	#[benchmark]
	fn update_tags() {
		let who = caller::<T>();
		let artifact = super::register::<T>(&who);
		let none = Tags::default();
		Pallet::<T>::update_tags(RawOrigin::Signed(who.clone()).into(), artifact, none)
			.expect("owned by the caller");
		let tags = longest_tags();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, tags.clone());

		let deposit = Artifacts::<T>::get(artifact).expect("still there").deposit;
		assert_last::<T>(Event::TagsUpdated { artifact, tags, deposit });
	}

	#[benchmark]
	fn transfer_ownership() {
		let who = caller::<T>();
		let artifact = super::register::<T>(&who);
		let new_owner = stranger::<T>(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact, new_owner.clone());

		assert_last::<T>(Event::TransferProposed { artifact, owner: who, new_owner });
	}

	#[benchmark]
	fn accept_ownership() {
		let old_owner = stranger::<T>(MAX_SOURCES);
		let (artifact, _) = published::<T>(&old_owner, MAX_SOURCES);
		let who = caller::<T>();
		propose::<T>(&old_owner, artifact, &who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact);

		let record = Artifacts::<T>::get(artifact).expect("still there");
		assert_last::<T>(Event::OwnershipTransferred {
			artifact,
			old_owner,
			new_owner: who,
			deposit: record.deposit.saturating_add(record.versions_deposit),
		});
	}

	#[benchmark]
	fn cancel_transfer() {
		let who = caller::<T>();
		let artifact = super::register::<T>(&who);
		let new_owner = stranger::<T>(0);
		propose::<T>(&who, artifact, &new_owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact);

		assert_last::<T>(Event::TransferCancelled { artifact, owner: who, new_owner });
	}

	#[benchmark]
	fn retire() {
		let who = caller::<T>();
		let artifact = super::register::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact);

		assert!(Artifacts::<T>::get(artifact).expect("still there").is_retired());
		assert_last::<T>(Event::ArtifactRetired { artifact });
	}

	#[benchmark]
	fn remove_version(s: Linear<0, MAX_SOURCES>) {
		let who = caller::<T>();
		let (artifact, sequence) = published::<T>(&who, s);
		let version = Versions::<T>::get(sequence).expect("just published");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), sequence);

		assert!(!Versions::<T>::contains_key(sequence));
		let Some(DigestRecord::Removed { tombstone, .. }) =
			VersionsByDigest::<T>::get(version.manifest)
		else {
			panic!("the digest has no tombstone");
		};
		assert_last::<T>(Event::VersionRemoved {
			sequence,
			artifact,
			number: version.number,
			manifest: version.manifest,
			owner: who,
			released: version.deposit.saturating_sub(tombstone.deposit),
			tombstone: tombstone.deposit,
		});
	}

	#[benchmark]
	fn remove_artifact() {
		let who = caller::<T>();
		let artifact = super::register::<T>(&who);
		let record = Artifacts::<T>::get(artifact).expect("just registered");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact);

		assert!(!Artifacts::<T>::contains_key(artifact));
		let tombstone = RemovedArtifacts::<T>::get(artifact).expect("just removed").deposit;
		assert_last::<T>(Event::ArtifactRemoved {
			artifact,
			publisher: record.publisher,
			name: record.name,
			owner: who,
			released: record.deposit.saturating_sub(tombstone),
			tombstone,
		});
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::TestExt::new().build(), crate::mock::Test);
}
