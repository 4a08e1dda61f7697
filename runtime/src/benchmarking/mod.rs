// SPDX-License-Identifier: Apache-2.0

//! What benchmarks need of neighbours: keys of a validator, and versions to say something about, to
//! sell and to pay for.

mod voters;

pub use voters::Voters;

use crate::{
	units::money::EXISTENTIAL_DEPOSIT, AccountId, Balances, Provenance, Registry, Runtime,
	SessionKeys,
};
use agora_primitives::{
	artifact_id,
	text::{Name, Tags},
	ArtifactKind, Derivation, Digest, NewVersion, Relation, Root, Sequence, SourceInput, Terms,
	Uses, MAX_RECORDS,
};
use alloc::{format, vec::Vec};
use codec::Encode;
use frame_support::{traits::fungible::Mutate, BoundedVec};
use frame_system::RawOrigin;
use sp_runtime::Permill;

impl pallet_session_benchmarking::Config for Runtime {
	fn generate_session_keys_and_proof(owner: AccountId) -> (SessionKeys, Vec<u8>) {
		let generated = SessionKeys::generate(&owner.encode(), None);
		(generated.keys, generated.proof.encode())
	}
}

/// Whom the treasury pays: the benchmark's amount would be too little for a new account.
pub struct Beneficiaries;

impl pallet_treasury::ArgumentsFactory<(), AccountId> for Beneficiaries {
	fn create_asset_kind(_seed: u32) {}

	fn create_beneficiary(seed: [u8; 32]) -> AccountId {
		let account = AccountId::from(seed);
		Balances::mint_into(&account, EXISTENTIAL_DEPOSIT).expect("there is room for more");
		account
	}
}

/// Publishes versions.
pub struct Versions;

/// One more version of the owner's artifact of this name, made from all of `sources`. The artifact is
/// registered if it is new.
fn publish(owner: &AccountId, kind: ArtifactKind, name: &str, sources: &[Sequence]) -> Sequence {
	let name = name.as_bytes().to_vec();
	let id = artifact_id(owner, &name);
	let origin = || RawOrigin::Signed(owner.clone()).into();
	if !pallet_registry::Artifacts::<Runtime>::contains_key(id) {
		Registry::register(origin(), kind, Name::truncate_from(name), Tags::default())
			.expect("funded, and there is none of that name");
	}
	let sequence = pallet_registry::NextSequence::<Runtime>::get();
	let source = |sequence: &Sequence| SourceInput {
		sequence: *sequence,
		relation: Relation::Merge,
		max_royalty: Permill::one(),
	};
	let version = NewVersion {
		manifest: sp_io::hashing::blake2_256(&sequence.encode()).into(),
		bytes: u64::MAX,
		files: u32::MAX,
		card: Some(Digest::zero()),
		license: BoundedVec::truncate_from(b"CC0-1.0".to_vec()),
		terms: Terms {
			derivation: Derivation::Open,
			uses: Uses::ALL,
			// As many sources as there can be ask less than half together.
			royalty: Permill::from_percent(3),
		},
		sources: BoundedVec::truncate_from(sources.iter().map(source).collect::<Vec<_>>()),
		locations: BoundedVec::default(),
	};
	Registry::publish(origin(), id, version, None).expect("funded, owned, published once");
	sequence
}

impl pallet_provenance::BenchmarkHelper<AccountId> for Versions {
	fn publish_dataset_version(owner: &AccountId, _number: u32) -> Sequence {
		publish(owner, ArtifactKind::Dataset, "benchmarked", &[])
	}

	fn remove_version(owner: &AccountId, version: Sequence) {
		let origin = RawOrigin::Signed(owner.clone()).into();
		Registry::remove_version(origin, version).expect("nothing was derived from it");
	}
}

impl pallet_market::BenchmarkHelper<AccountId> for Versions {
	fn publish_version(owner: &AccountId, _number: u32) -> Sequence {
		publish(owner, ArtifactKind::Model, "sold", &[])
	}
}

impl pallet_rewards::BenchmarkHelper<AccountId> for Versions {
	fn publish(owner: &AccountId, dataset: u32, sources: &[Sequence]) -> Sequence {
		<Self as pallet_royalties::BenchmarkHelper<AccountId>>::publish(owner, dataset, sources)
	}
}

impl pallet_royalties::BenchmarkHelper<AccountId> for Versions {
	fn publish(owner: &AccountId, dataset: u32, sources: &[Sequence]) -> Sequence {
		publish(owner, ArtifactKind::Dataset, &format!("dataset-{dataset}"), sources)
	}

	fn commit(owner: &AccountId, version: Sequence, previous: Option<Sequence>) {
		let origin = || RawOrigin::Signed(owner.clone()).into();
		Provenance::commit_records(origin(), version, Root::repeat_byte(1), MAX_RECORDS)
			.expect("funded, owned, and committed once");
		if let Some(previous) = previous {
			Provenance::extend_records(origin(), version, previous, BoundedVec::default())
				.expect("the same records");
		}
	}
}
