// SPDX-License-Identifier: Apache-2.0

//! `publish` with sources: who may derive what from what.

use super::util::*;
use frame_support::dispatch::DispatchResult;

/// Let Bob publish a model that cites these sources under these terms.
fn cite(terms: Terms, sources: &[SourceInput]) -> DispatchResult {
	let artifact = artifact_id(&bob(), b"derived");
	if !Artifacts::<Test>::contains_key(artifact) {
		model(bob(), "derived");
	}
	let new = NewVersion { terms, sources: bounded(sources), ..version(0xb0) };
	Registry::publish(by(bob()), artifact, new, None)
}

fn percent(percent: u32) -> Permill {
	Permill::from_percent(percent)
}

#[test]
fn cites() {
	TestExt::new().run(|| {
		let (_, base) = published_model(Terms { royalty: percent(5), ..OPEN });
		let (_, records) = published_dataset(Terms { royalty: percent(3), ..OPEN });
		assert_ok!(cite(
			OPEN,
			&[source(base, Relation::FineTune), source(records, Relation::TrainedOn)]
		));

		let derived = 3;
		assert_eq!(
			stored(derived).sources.to_vec(),
			[
				Source { sequence: base, relation: Relation::FineTune, royalty: percent(5) },
				Source { sequence: records, relation: Relation::TrainedOn, royalty: percent(3) },
			]
		);
		assert_eq!(Descendants::<Test>::get(base, derived), Some(Relation::FineTune));
		assert_eq!(Descendants::<Test>::get(records, derived), Some(Relation::TrainedOn));
	});
}

#[test]
fn an_earlier_version_of_the_same_artifact_can_be_cited() {
	TestExt::new().run(|| {
		let (artifact, first) = published_model(OPEN);
		let new =
			NewVersion { sources: bounded(&[source(first, Relation::FineTune)]), ..version(9) };
		publish(alice(), artifact, new);
	});
}

#[test]
fn as_many_sources_as_there_may_be() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let sources: Vec<_> = (1..=16)
			.map(|number| source(publish(alice(), artifact, version(number)), Relation::Merge))
			.collect();
		assert_ok!(cite(OPEN, &sources));
	});
}

#[test]
fn fails_when_source_does_not_exist() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		assert_ok!(Registry::remove_version(by(alice()), base));
		model(bob(), "derived");
		// Removed, its own, not yet there.
		for sequence in [0, base, 2, 3, Sequence::MAX] {
			assert_noop!(
				cite(OPEN, &[source(sequence, Relation::FineTune)]),
				Error::<Test>::SourceNotFound
			);
		}
	});
}

#[test]
fn fails_when_source_is_named_twice() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		model(bob(), "derived");
		assert_noop!(
			cite(OPEN, &[source(base, Relation::FineTune), source(base, Relation::Merge)]),
			Error::<Test>::DuplicateSource
		);
	});
}

#[test]
fn fails_when_source_is_yanked_until_it_is_not() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		model(bob(), "derived");
		assert_ok!(Registry::yank(by(alice()), base, Reason::default()));
		assert_noop!(cite(OPEN, &[source(base, Relation::FineTune)]), Error::<Test>::SourceYanked);
		assert_ok!(Registry::unyank(by(alice()), base));
		assert_ok!(cite(OPEN, &[source(base, Relation::FineTune)]));
	});
}

#[test]
fn fails_when_source_is_superseded() {
	TestExt::new().run(|| {
		reserve(alice(), digest(1), [0; 32]);
		pass(1);
		let copy = publish(mallory(), model(mallory(), "copy"), version(1));
		assert_ok!(Registry::publish(
			by(alice()),
			model(alice(), "base"),
			version(1),
			Some([0; 32])
		));
		model(bob(), "derived");
		assert_noop!(
			cite(OPEN, &[source(copy, Relation::FineTune)]),
			Error::<Test>::SourceSuperseded
		);
		assert_ok!(cite(OPEN, &[source(2, Relation::FineTune)]));
	});
}

#[test]
fn fails_when_source_is_retired() {
	TestExt::new().run(|| {
		let (artifact, base) = published_model(OPEN);
		assert_ok!(Registry::retire(by(alice()), artifact));
		model(bob(), "derived");
		assert_noop!(cite(OPEN, &[source(base, Relation::FineTune)]), Error::<Test>::SourceRetired);
	});
}

#[test]
fn fails_when_relation_does_not_fit() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		let (_, records) = published_dataset(OPEN);
		model(bob(), "derived");
		for (sequence, relation) in [
			(records, Relation::FineTune),
			(base, Relation::TrainedOn),
			(base, Relation::EvaluatedOn),
			(base, Relation::Subset),
			(base, Relation::Synthetic),
			(records, Relation::Merge),
		] {
			assert_noop!(
				cite(OPEN, &[source(sequence, relation)]),
				Error::<Test>::RelationMismatch
			);
		}
	});
}

#[test]
fn a_dataset_can_be_made_with_a_model() {
	TestExt::new().run(|| {
		let (_, base) = published_model(OPEN);
		let new =
			NewVersion { sources: bounded(&[source(base, Relation::Synthetic)]), ..version(9) };
		publish(bob(), dataset(bob(), "written"), new);
	});
}

#[test]
fn fails_when_derivation_is_forbidden_even_to_the_owner() {
	TestExt::new().run(|| {
		let (artifact, base) = published_model(Terms { derivation: Derivation::Forbidden, ..OPEN });
		model(bob(), "derived");
		let bad = refusal(Error::<Test>::DerivationForbidden);
		assert_noop!(cite(OPEN, &[source(base, Relation::Quantization)]), bad);
		let new =
			NewVersion { sources: bounded(&[source(base, Relation::FineTune)]), ..version(9) };
		assert_noop!(Registry::publish(by(alice()), artifact, new, None), bad);
	});
}

#[test]
fn a_licensed_source_needs_a_license_that_lasts() {
	TestExt::new().run(|| {
		let (artifact, base) =
			published_model(Terms { derivation: Derivation::LicenseRequired, ..OPEN });
		model(bob(), "derived");
		let cited = [source(base, Relation::FineTune)];
		let bad = refusal(Error::<Test>::LicenseRequired);
		assert_noop!(cite(OPEN, &cited), bad);

		let grant =
			|who: AccountId, term| Licenses::mutate(|all| all.insert((artifact, who), term));
		grant(mallory(), LicenseTerm::Perpetual);
		assert_noop!(cite(OPEN, &cited), bad);
		grant(bob(), LicenseTerm::Until(5));
		pass(5);
		assert_noop!(cite(OPEN, &cited), bad);
		grant(bob(), LicenseTerm::Until(6));
		assert_ok!(cite(OPEN, &cited));
	});
}

#[test]
fn a_perpetual_license_lasts() {
	TestExt::new().run(|| {
		let (artifact, base) =
			published_model(Terms { derivation: Derivation::LicenseRequired, ..OPEN });
		Licenses::mutate(|all| all.insert((artifact, bob()), LicenseTerm::Perpetual));
		pass(1_000_000);
		assert_ok!(cite(OPEN, &[source(base, Relation::FineTune)]));
	});
}

#[test]
fn the_owner_needs_no_license_and_a_former_owner_does() {
	TestExt::new().run(|| {
		let (artifact, base) =
			published_model(Terms { derivation: Derivation::LicenseRequired, ..OPEN });
		let cited = bounded(&[source(base, Relation::FineTune)]);
		let tuned = model(alice(), "tuned");
		publish(alice(), tuned, NewVersion { sources: cited.clone(), ..version(8) });

		assert_ok!(Registry::transfer_ownership(by(alice()), artifact, bob()));
		assert_ok!(Registry::accept_ownership(by(bob()), artifact));
		assert_noop!(
			Registry::publish(
				by(alice()),
				tuned,
				NewVersion { sources: cited.clone(), ..version(9) },
				None
			),
			Error::<Test>::LicenseRequired
		);
		assert_ok!(cite(OPEN, &cited));
	});
}

#[test]
fn fails_when_the_use_is_forbidden() {
	TestExt::new().run(|| {
		let uses = Uses { train: false, evaluate: false, commercial: true };
		let (_, base) = published_model(Terms { uses, ..OPEN });
		let (_, records) = published_dataset(Terms { uses, ..OPEN });
		model(bob(), "derived");
		for (sequence, relation) in [
			(base, Relation::FineTune),
			(base, Relation::Adapter),
			(base, Relation::Distillation),
			(records, Relation::TrainedOn),
			(records, Relation::EvaluatedOn),
		] {
			assert_noop!(
				cite(Terms { uses: Uses::NONE, ..OPEN }, &[source(sequence, relation)]),
				Error::<Test>::UseForbidden
			);
		}
		// What is no training is not training.
		assert_ok!(cite(Terms { uses, ..OPEN }, &[source(base, Relation::Quantization)]));
	});
}

#[test]
fn terms_do_not_launder() {
	TestExt::new().run(|| {
		let source_uses = Uses { train: true, evaluate: false, commercial: false };
		let (_, base) = published_model(Terms { uses: source_uses, ..OPEN });
		model(bob(), "derived");
		let cited = [source(base, Relation::FineTune)];
		for uses in [
			Uses::ALL,
			Uses { train: true, evaluate: true, commercial: false },
			Uses { train: false, evaluate: false, commercial: true },
		] {
			assert_noop!(cite(Terms { uses, ..OPEN }, &cited), Error::<Test>::TermsExceedSource);
		}
		assert_ok!(cite(Terms { uses: source_uses, ..OPEN }, &cited));
	});
}

#[test]
fn terms_do_not_launder_over_generations_or_by_another_source() {
	TestExt::new().run(|| {
		let uses = Uses { train: true, evaluate: true, commercial: false };
		let (artifact, base) = published_model(Terms { uses, ..OPEN });
		let free = publish(alice(), artifact, version(5));
		assert_ok!(cite(Terms { uses, ..OPEN }, &[source(base, Relation::FineTune)]));
		let child = 3;
		let again = NewVersion {
			sources: bounded(&[source(free, Relation::Merge), source(child, Relation::Merge)]),
			..version(9)
		};
		assert_noop!(
			Registry::publish(by(bob()), artifact_id(&bob(), b"derived"), again, None),
			Error::<Test>::TermsExceedSource
		);
	});
}

#[test]
fn evaluation_needs_only_evaluate_and_passes_nothing_on() {
	TestExt::new().run(|| {
		let (_, records) = published_dataset(Terms {
			derivation: Derivation::Forbidden,
			uses: Uses { train: false, evaluate: true, commercial: false },
			royalty: percent(50),
		});
		// No royalty is due, so none need be named.
		let cited = SourceInput {
			sequence: records,
			relation: Relation::EvaluatedOn,
			max_royalty: Permill::zero(),
		};
		assert_ok!(cite(OPEN, &[cited]));
		assert_eq!(stored(2).sources[0].royalty, Permill::zero());
		assert_eq!(Descendants::<Test>::get(records, 2), Some(Relation::EvaluatedOn));
	});
}

#[test]
fn fails_when_source_asks_more_than_named() {
	TestExt::new().run(|| {
		let (_, base) = published_model(Terms { royalty: percent(10), ..OPEN });
		model(bob(), "derived");
		let named =
			|max_royalty| SourceInput { sequence: base, relation: Relation::FineTune, max_royalty };
		assert_noop!(cite(OPEN, &[named(percent(9))]), Error::<Test>::RoyaltyAboveLimit);
		assert_ok!(cite(OPEN, &[named(percent(11))]));
		// What is owed is what is asked, not what was offered.
		assert_eq!(stored(2).sources[0].royalty, percent(10));
	});
}

#[test]
fn fails_when_sources_together_ask_too_much() {
	TestExt::new().run(|| {
		let artifact = model(alice(), "base");
		let ask = |number, royalty| {
			let terms = Terms { royalty, ..OPEN };
			source(
				publish(alice(), artifact, NewVersion { terms, ..version(number) }),
				Relation::Merge,
			)
		};
		let half = ask(1, percent(25));
		let other_half = ask(2, percent(25));
		let least = ask(3, Permill::from_parts(1));
		model(bob(), "derived");
		assert_noop!(cite(OPEN, &[half, other_half, least]), Error::<Test>::RoyaltiesTooHigh);
		assert_ok!(cite(OPEN, &[half, other_half]));
	});
}

#[test]
fn fails_when_consent_was_withdrawn() {
	TestExt::new().run(|| {
		let (_, records) = published_dataset(OPEN);
		model(bob(), "derived");
		Withdrawn::set([records].into());
		for relation in [Relation::TrainedOn, Relation::EvaluatedOn] {
			assert_noop!(
				cite(OPEN, &[source(records, relation)]),
				Error::<Test>::SourceConsentWithdrawn
			);
		}
		dataset(bob(), "more");
		for relation in [Relation::Merge, Relation::Conversion, Relation::Synthetic] {
			let version =
				NewVersion { sources: bounded(&[source(records, relation)]), ..version(9) };
			assert_noop!(
				Registry::publish(by(bob()), artifact_id(&bob(), b"more"), version, None),
				Error::<Test>::SourceConsentWithdrawn
			);
		}
		Withdrawn::set(Default::default());
	});
}

#[test]
fn a_subset_can_leave_out_what_consent_was_withdrawn_for() {
	TestExt::new().run(|| {
		let (_, records) = published_dataset(OPEN);
		let subset = dataset(bob(), "without");
		Withdrawn::set([records].into());
		let version =
			NewVersion { sources: bounded(&[source(records, Relation::Subset)]), ..version(9) };
		publish(bob(), subset, version);
		Withdrawn::set(Default::default());
	});
}
