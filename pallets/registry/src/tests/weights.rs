// SPDX-License-Identifier: Apache-2.0

//! That counted weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own.

use super::util::*;
use crate::weights::{self, size};
use agora_test_utils::{longest, paid, storage_access, Distinct};
use frame_support::{dispatch::GetDispatchInfo, traits::StorageInfoTrait, weights::Weight};
use sp_runtime::traits::Dispatchable;

type Counted = weights::Counted<Distinct>;

/// What a call needs of neighbours, who read nothing in tests.
#[derive(Clone, Copy)]
struct Neighbours(u64);

/// Make a call, and see that it reads and writes exactly what it pays for, but for neighbours and
/// what may not be necessary.
fn check(
	name: &str,
	weight: Weight,
	neighbours: Neighbours,
	spare: (u64, u64),
	who: AccountId,
	call: crate::Call<Test>,
) {
	let call = RuntimeCall::Registry(call);
	assert!(call.get_dispatch_info().call_weight.ref_time() > 0);
	let mut result = None;
	let (reads, writes) = storage_access(|| result = Some(call.dispatch(by(who))));
	result.unwrap().unwrap_or_else(|error| panic!("{name}: {error:?}"));
	let (paid_reads, paid_writes) = paid(weight);
	println!("{name}: {reads} of {paid_reads} reads, {writes} of {paid_writes} writes");
	assert_eq!(reads + neighbours.0 + spare.0, paid_reads, "{name} reads");
	assert_eq!(writes + spare.1, paid_writes, "{name} writes");
}

/// A call of accounts that all did something before, so that no key is new.
macro_rules! checks {
	($name:ident $(($components:expr))?, $neighbours:expr, $spare:expr, $who:expr, $call:expr) => {
		check(
			stringify!($name),
			<Counted as WeightInfo>::$name($($components)?),
			Neighbours($neighbours),
			$spare,
			$who,
			$call,
		)
	};
}

#[test]
fn every_read_and_write_is_paid_for() {
	use crate::Call;
	TestExt::new().run(|| {
		let none = (0, 0);
		let salt = [0; 32];
		let commitment = |number| reservation_commitment(&digest(number), &alice(), &salt);

		checks!(reserve, 0, none, alice(), Call::reserve { commitment: commitment(1) });
		checks!(
			release_reservation,
			0,
			none,
			alice(),
			Call::release_reservation { account: alice(), commitment: commitment(1) }
		);
		let call = Call::register {
			kind: ArtifactKind::Model,
			name: bounded(b"base"),
			tags: Tags::default(),
		};
		checks!(register, 0, none, alice(), call);

		// Sources in artifacts of their own.
		let sources: Vec<_> = (0..16)
			.map(|number| {
				let artifact = model(bob(), &format!("source-{number}"));
				source(publish(bob(), artifact, version(100 + number)), Relation::Merge)
			})
			.collect();
		let artifact = artifact_id(&alice(), b"base");
		for count in [0u32, 1, 16] {
			let sources = bounded(&sources[..count as usize]);
			let version = NewVersion { sources, ..version(count as u8) };
			let sequence = NextSequence::<Test>::get();
			let call = Call::publish { artifact, version, reservation: None };
			checks!(publish(count), 3 * u64::from(count), none, alice(), call);
			let call = Call::yank { sequence, reason: bounded(&[b'r'; 64]) };
			checks!(yank, 0, none, alice(), call);
			checks!(unyank, 0, none, alice(), Call::unyank { sequence });
			let call = Call::update_card { sequence, card: Some(digest(0xca)) };
			checks!(update_card, 0, none, alice(), call);
			let call = Call::update_locations { sequence, locations: locations(&["a:b"]) };
			checks!(update_locations, 0, none, alice(), call);
			// The step to a descendant, of which the state machine says nothing.
			checks!(remove_version(count), 1, none, alice(), Call::remove_version { sequence });
		}

		// Taking a digest from another version; nothing is spent on a tombstone.
		reserve(alice(), digest(50), salt);
		reserve(alice(), digest(51), salt);
		pass(1);
		let copies = model(mallory(), "copies");
		publish(mallory(), copies, version(50));
		let removed = publish(mallory(), copies, version(51));
		assert_ok!(Registry::remove_version(by(mallory()), removed));
		let publish_reserved = |number| Call::publish {
			artifact,
			version: NewVersion { sources: bounded(&sources), ..version(number) },
			reservation: Some(salt),
		};
		checks!(publish_reserved(16), 3 * 16, (2, 2), alice(), publish_reserved(50));
		// Taking it from a tombstone; nothing is spent on another version.
		checks!(publish_reserved(16), 3 * 16, (1, 1), alice(), publish_reserved(51));

		let call = Call::update_tags { artifact, tags: tags(&["nlp"]) };
		checks!(update_tags, 0, none, alice(), call);
		let offer = || Call::transfer_ownership { artifact, new_owner: bob() };
		checks!(transfer_ownership, 0, none, alice(), offer());
		checks!(cancel_transfer, 0, none, alice(), Call::cancel_transfer { artifact });
		checks!(transfer_ownership, 0, none, alice(), offer());
		checks!(accept_ownership, 0, none, bob(), Call::accept_ownership { artifact });
		checks!(retire, 0, none, bob(), Call::retire { artifact });
		let empty = model(alice(), "empty");
		checks!(remove_artifact, 0, none, alice(), Call::remove_artifact { artifact: empty });
	});
}

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Registry", "Artifacts"), size::ARTIFACTS);
	assert_eq!(length("Registry", "Versions"), size::VERSIONS);
	assert_eq!(length("Registry", "NextSequence"), size::NEXT_SEQUENCE);
	assert_eq!(length("Registry", "VersionsByDigest"), size::VERSIONS_BY_DIGEST);
	assert_eq!(length("Registry", "Descendants"), size::DESCENDANTS);
	assert_eq!(length("Registry", "Reservations"), size::RESERVATIONS);
	assert_eq!(length("Registry", "RemovedArtifacts"), size::REMOVED_ARTIFACTS);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// As many reasons as a runtime may have; this one has but four.
	assert!(length("Balances", "Holds") <= size::HOLDS);
}

#[test]
fn every_call_has_a_weight_of_both_kinds() {
	let weights = [
		<() as WeightInfo>::reserve(),
		<() as WeightInfo>::release_reservation(),
		<() as WeightInfo>::register(),
		<() as WeightInfo>::publish(0),
		<() as WeightInfo>::publish_reserved(0),
		<() as WeightInfo>::yank(),
		<() as WeightInfo>::unyank(),
		<() as WeightInfo>::update_card(),
		<() as WeightInfo>::update_locations(),
		<() as WeightInfo>::update_tags(),
		<() as WeightInfo>::transfer_ownership(),
		<() as WeightInfo>::accept_ownership(),
		<() as WeightInfo>::cancel_transfer(),
		<() as WeightInfo>::retire(),
		<() as WeightInfo>::remove_version(0),
		<() as WeightInfo>::remove_artifact(),
	];
	for weight in weights {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
}
