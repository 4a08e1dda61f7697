// SPDX-License-Identifier: Apache-2.0

//! What is true after any sequence of calls by anybody.

use super::util::*;
use frame_support::traits::fungible::Inspect;
use proptest::prelude::*;

/// Something that somebody tries. Most of it is refused.
#[derive(Clone, Debug)]
enum Attempt {
	Pass(u8),
	Reserve { digest: u8, salt: u8 },
	Release { account: u8, digest: u8, salt: u8 },
	Register { name: u8, model: bool, tags: u8 },
	Publish { artifact: u8, digest: u8, salt: Option<u8>, sources: Vec<(u8, u8)>, terms: u8 },
	Yank { sequence: u8, length: u8 },
	Unyank(u8),
	UpdateCard { sequence: u8, card: bool },
	UpdateLocations { sequence: u8, count: u8 },
	UpdateTags { artifact: u8, count: u8 },
	Transfer { artifact: u8, to: u8 },
	Accept(u8),
	Cancel(u8),
	Retire(u8),
	RemoveVersion(u8),
	RemoveArtifact(u8),
	Prices(u8),
}

fn attempt() -> impl Strategy<Value = Attempt> {
	use Attempt::*;
	let (account, salt, name) = (1..=ACCOUNTS, 0..2u8, 0..6u8);
	let sequence = || 1..16u8;
	let digest = || 0..12u8;
	prop_oneof![
		2 => (1..40u8).prop_map(Pass),
		3 => (digest(), salt.clone()).prop_map(|(digest, salt)| Reserve { digest, salt }),
		1 => (account.clone(), digest(), salt.clone())
			.prop_map(|(account, digest, salt)| Release { account, digest, salt }),
		6 => (name.clone(), any::<bool>(), 0..=5u8)
			.prop_map(|(name, model, tags)| Register { name, model, tags }),
		16 => (
			name.clone(),
			digest(),
			proptest::option::of(salt),
			proptest::collection::vec((sequence(), 0..11u8), 0..4),
			any::<u8>(),
		)
			.prop_map(|(artifact, digest, salt, sources, terms)| Publish {
				artifact, digest, salt, sources, terms
			}),
		2 => (sequence(), 0..=64u8).prop_map(|(sequence, length)| Yank { sequence, length }),
		1 => sequence().prop_map(Unyank),
		1 => (sequence(), any::<bool>())
			.prop_map(|(sequence, card)| UpdateCard { sequence, card }),
		1 => (sequence(), 0..=2u8)
			.prop_map(|(sequence, count)| UpdateLocations { sequence, count }),
		1 => (name.clone(), 0..=5u8)
			.prop_map(|(artifact, count)| UpdateTags { artifact, count }),
		2 => (name.clone(), account).prop_map(|(artifact, to)| Transfer { artifact, to }),
		3 => name.clone().prop_map(Accept),
		1 => name.clone().prop_map(Cancel),
		1 => name.clone().prop_map(Retire),
		4 => sequence().prop_map(RemoveVersion),
		2 => name.prop_map(RemoveArtifact),
		1 => (1..4u8).prop_map(Prices),
	]
}

fn words(count: u8) -> Tags {
	let words: Vec<_> = (0..count).map(|index| format!("tag-{index}")).collect();
	tags(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

fn places(count: u8) -> Locations {
	let places: Vec<_> = (0..count).map(|index| format!("https://{index}.org")).collect();
	locations(&places.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The artifact of this number: names are shared by all publishers.
fn id(number: u8) -> ArtifactId {
	artifact_id(&account(number % 3 + 1), format!("name-{}", number / 3).as_bytes())
}

fn terms(bits: u8) -> Terms {
	Terms {
		// Mostly open, so that something is derived.
		derivation: match bits & 7 {
			0 => Derivation::Forbidden,
			1 => Derivation::LicenseRequired,
			_ => Derivation::Open,
		},
		uses: Uses { train: bits & 8 != 0, evaluate: bits & 16 != 0, commercial: bits & 32 != 0 },
		royalty: Permill::from_percent(u32::from(bits >> 6) * 20),
	}
}

/// Try it, and say whether it was allowed.
fn make(who: AccountId, attempt: Attempt) -> bool {
	use Attempt::*;
	let origin = by(who.clone());
	let commitment = |digest_number: u8, of: &AccountId, salt: u8| {
		reservation_commitment(&digest(digest_number), of, &[salt; 32])
	};
	match attempt {
		Pass(blocks) => {
			pass(blocks.into());
			return true;
		}
		Prices(factor) => {
			ItemDeposit::set(ITEM * Balance::from(factor));
			ByteDeposit::set(BYTE * Balance::from(factor));
			return true;
		}
		Reserve { digest, salt } => Registry::reserve(origin, commitment(digest, &who, salt)),
		Release { account: of, digest, salt } => {
			let of = account(of);
			let commitment = commitment(digest, &of, salt);
			Registry::release_reservation(origin, of, commitment)
		}
		Register { name, model, tags } => Registry::register(
			origin,
			if model { ArtifactKind::Model } else { ArtifactKind::Dataset },
			bounded(format!("name-{}", name / 3).as_bytes()),
			words(tags),
		),
		Publish { artifact, digest: number, salt, sources, terms: bits } => {
			let sources: Vec<_> = sources
				.into_iter()
				.map(|(sequence, relation)| {
					source(sequence.into(), Relation::ALL[usize::from(relation)])
				})
				.collect();
			let new = NewVersion {
				sources: bounded(&sources),
				terms: terms(bits),
				locations: places(bits % 3),
				..version(number)
			};
			Registry::publish(origin, id(artifact), new, salt.map(|salt| [salt; 32]))
		}
		Yank { sequence, length } => {
			Registry::yank(origin, sequence.into(), bounded(&vec![b'r'; length.into()]))
		}
		Unyank(sequence) => Registry::unyank(origin, sequence.into()),
		UpdateCard { sequence, card } => {
			Registry::update_card(origin, sequence.into(), card.then(|| digest(0xca)))
		}
		UpdateLocations { sequence, count } => {
			Registry::update_locations(origin, sequence.into(), places(count))
		}
		UpdateTags { artifact, count } => Registry::update_tags(origin, id(artifact), words(count)),
		Transfer { artifact, to } => {
			Registry::transfer_ownership(origin, id(artifact), account(to))
		}
		Accept(artifact) => Registry::accept_ownership(origin, id(artifact)),
		Cancel(artifact) => Registry::cancel_transfer(origin, id(artifact)),
		Retire(artifact) => Registry::retire(origin, id(artifact)),
		RemoveVersion(sequence) => {
			return Registry::remove_version(origin, sequence.into()).is_ok()
		}
		RemoveArtifact(artifact) => Registry::remove_artifact(origin, id(artifact)),
	}
	.is_ok()
}

fn assert_conserved() {
	let all = Balance::from(ACCOUNTS) * ENDOWMENT;
	assert_eq!(<Balances as Inspect<AccountId>>::total_issuance(), all);
	for number in 1..=ACCOUNTS {
		let who = account(number);
		// Deposits move nothing to anybody else.
		assert_eq!(free(who.clone()) + held_in_all(who), ENDOWMENT);
	}
}

/// What was asked of an artifact or version at publication and can never change.
fn frozen() -> Vec<(Sequence, Digest, u64, Terms, Vec<Source>)> {
	let mut all: Vec<_> = Versions::<Test>::iter()
		.map(|(sequence, version)| {
			(sequence, version.manifest, version.bytes, version.terms, version.sources.to_vec())
		})
		.collect();
	all.sort_by_key(|entry| entry.0);
	all
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

	/// The invariants of `try_state` hold after every call, whoever makes it and whether or not it
	/// is allowed; issuance and everybody's total balance stay; what is frozen stays; and in the
	/// end everything can be taken apart, and all comes back but tombstones.
	#[test]
	fn invariants_hold_after_any_calls(
		attempts in proptest::collection::vec((1..=ACCOUNTS, attempt()), 1..60)
	) {
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
		TestExt::new().build().execute_with(|| {
			for (who, attempt) in attempts {
				let before = frozen();
				if make(account(who), attempt) {
					Registry::do_try_state().unwrap();
					assert_conserved();
				}
				let after = frozen();
				for version in before {
					if Versions::<Test>::contains_key(version.0) {
						assert!(after.contains(&version));
					}
				}
			}
			take_apart();
			Registry::do_try_state().unwrap();
			assert_conserved();
			for number in 1..=ACCOUNTS {
				let who = account(number);
				assert_eq!(held_in_all(who.clone()), held(HoldReason::Tombstone, who));
			}
		});
		ItemDeposit::set(ITEM);
		ByteDeposit::set(BYTE);
	}

	/// Whatever the relation and the terms of the source, a citation passes exactly when the rules,
	/// written down once more, say so.
	#[test]
	fn citing_follows_the_rules(
		relation in 0..11usize,
		derived_is_model: bool,
		source_is_model: bool,
		own_bits: u8,
		source_bits: u8,
		named in 0..=50u32,
	) {
		TestExt::new().build().execute_with(|| {
			let kind = |model| if model { ArtifactKind::Model } else { ArtifactKind::Dataset };
			let asked = Terms {
				royalty: Permill::from_percent(u32::from(source_bits >> 6) * 15),
				..terms(source_bits)
			};
			let own = Terms { royalty: Permill::zero(), ..terms(own_bits) };
			let base = register(alice(), kind(source_is_model), "base");
			let base = publish(alice(), base, NewVersion { terms: asked, ..version(1) });
			let derived = register(bob(), kind(derived_is_model), "derived");
			let relation = Relation::ALL[relation];
			let max_royalty = Permill::from_percent(named);
			let input = SourceInput { sequence: base, relation, max_royalty };
			let new = NewVersion { terms: own, sources: bounded(&[input]), ..version(2) };
			let allowed = Registry::publish(by(bob()), derived, new, None).is_ok();

			let (model, data) = (true, false);
			let fits = match relation {
				Relation::EvaluatedOn | Relation::TrainedOn => {
					(derived_is_model, source_is_model) == (model, data)
				},
				Relation::Synthetic => derived_is_model == data,
				Relation::Subset => !derived_is_model && !source_is_model,
				Relation::Merge | Relation::Conversion => derived_is_model == source_is_model,
				_ => derived_is_model && source_is_model,
			};
			let trains = matches!(
				relation,
				Relation::FineTune |
					Relation::Adapter | Relation::Distillation |
					Relation::TrainedOn | Relation::Synthetic
			);
			let expected = if relation == Relation::EvaluatedOn {
				fits && asked.uses.evaluate
			} else {
				fits && (!trains || asked.uses.train) &&
					asked.derivation == Derivation::Open &&
					(!own.uses.train || asked.uses.train) &&
					(!own.uses.evaluate || asked.uses.evaluate) &&
					(!own.uses.commercial || asked.uses.commercial) &&
					asked.royalty <= max_royalty
			};
			assert_eq!(allowed, expected);
			Registry::do_try_state().unwrap();
		});
	}
}

/// Remove everything, the newest first, and release all reservations.
fn take_apart() {
	let mut sequences: Vec<_> = Versions::<Test>::iter_keys().collect();
	sequences.sort();
	for sequence in sequences.into_iter().rev() {
		let owner = stored_artifact(stored(sequence).artifact).owner;
		assert_ok!(Registry::remove_version(by(owner), sequence));
	}
	for (artifact, record) in Artifacts::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(Registry::remove_artifact(by(record.owner), artifact));
	}
	for (who, commitment, _) in Reservations::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(Registry::release_reservation(by(who.clone()), who, commitment));
	}
}
