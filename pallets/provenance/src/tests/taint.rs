// SPDX-License-Identifier: Apache-2.0

//! What became of a version and of what it was made from.

use super::util::*;
use agora_primitives::api::{Taint, TaintPage, MAX_TAINT_PAGE};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn model(sequence: Sequence, sources: &[(Sequence, Relation)]) {
	publish(alice(), 9, ArtifactKind::Model, sequence, sources);
}

fn ask(version: Sequence, attesters: &[AccountId]) -> TaintPage {
	Provenance::api_taint(version, attesters.to_vec(), 16, MAX_TAINT_PAGE, None).unwrap()
}

fn clean(sequence: Sequence, depth: u32) -> Taint {
	Taint {
		sequence,
		depth,
		yanked: false,
		superseded_by: None,
		consent_withdrawn: 0,
		negative: vec![],
	}
}

fn attest(who: AccountId, version: Sequence, verdict: Verdict) {
	assert_ok!(Provenance::attest(by(who), version, Claim::SafetyAudit, verdict, None));
}

/// A dataset 1 with proven records, a base model 2, a fine-tune 3 of it on the dataset, a
/// quantization 4 of that.
fn family() -> Forest {
	let forest = committed(1, 10);
	prove(&forest, 1, 3);
	prove(&forest, 1, 6);
	model(2, &[]);
	model(3, &[(2, Relation::FineTune), (1, Relation::TrainedOn)]);
	model(4, &[(3, Relation::Quantization)]);
	forest
}

#[test]
fn a_withdrawal_shows_on_all_that_derives_from_it() {
	TestExt::new().run(|| {
		family();
		let nothing = TaintPage { examined: 4, ..Default::default() };
		assert_eq!(ask(4, &[]), nothing);
		assert_ok!(Provenance::withdraw_consent(by(bob()), 1, 3));
		assert_ok!(Provenance::withdraw_consent(by(bob()), 1, 6));
		let withdrawn = |depth| vec![Taint { consent_withdrawn: 2, ..clean(1, depth) }];
		assert_eq!(ask(4, &[]).items, withdrawn(2));
		assert_eq!(ask(3, &[]).items, withdrawn(1));
		assert_eq!(ask(1, &[]).items, withdrawn(0));
		assert_eq!(ask(2, &[]).items, []);
	});
}

#[test]
fn yanked_and_superseded_ancestors_show() {
	TestExt::new().run(|| {
		family();
		set_status(2, VersionStatus::Yanked { reason: bounded(b"leaks") });
		set_status(3, VersionStatus::Superseded { by: 8 });
		assert_eq!(
			ask(4, &[]).items,
			[
				Taint { superseded_by: Some(8), ..clean(3, 1) },
				Taint { yanked: true, ..clean(2, 2) }
			]
		);
	});
}

#[test]
fn only_negative_words_of_those_whom_the_asker_trusts_count() {
	TestExt::new().run(|| {
		family();
		attest(mallory(), 1, Verdict::Negative);
		attest(bob(), 1, Verdict::Positive);
		attest(bob(), 1, Verdict::Negative);
		attest(bob(), 1, Verdict::Negative);
		attest(bob(), 2, Verdict::Neutral);
		assert_eq!(ask(4, &[]).items, []);
		assert_eq!(ask(4, &[alice()]).items, []);
		assert_eq!(
			ask(4, &[alice(), bob()]).items,
			[Taint { negative: vec![3, 4], ..clean(1, 2) }]
		);
		// Named twice, an attester says it once.
		assert_eq!(ask(4, &[bob(), bob()]).items[0].negative, [3, 4]);
		assert_eq!(ask(4, &[bob(), mallory()]).items[0].negative.len(), 3);
		assert_ok!(Provenance::revoke(by(bob()), 1, 3));
		assert_ok!(Provenance::revoke(by(bob()), 1, 4));
		assert_eq!(ask(4, &[bob()]).items, []);
	});
}

#[test]
fn only_sixteen_attesters_are_asked() {
	TestExt::new().run(|| {
		family();
		attest(bob(), 1, Verdict::Negative);
		let mut attesters: Vec<_> = (100..116).map(account).collect();
		attesters.push(bob());
		assert_eq!(ask(4, &attesters).items, []);
		attesters.swap(0, 16);
		assert_eq!(ask(4, &attesters).items.len(), 1);
	});
}

#[test]
fn evaluation_is_not_derivation() {
	TestExt::new().run(|| {
		committed(1, 10);
		set_status(1, VersionStatus::Yanked { reason: bounded(b"") });
		model(2, &[(1, Relation::EvaluatedOn)]);
		assert_eq!(ask(2, &[]), TaintPage { examined: 1, ..Default::default() });
		model(3, &[(1, Relation::TrainedOn), (2, Relation::FineTune)]);
		assert_eq!(ask(3, &[]).examined, 3);
	});
}

#[test]
fn asks_no_deeper_than_asked() {
	TestExt::new().run(|| {
		model(1, &[]);
		for sequence in 2..=30 {
			model(sequence, &[(sequence - 1, Relation::FineTune)]);
		}
		set_status(27, VersionStatus::Yanked { reason: bounded(b"") });
		let deep = |depth| Provenance::api_taint(30, vec![], depth, 250, None).unwrap();
		assert_eq!((deep(2).items.len(), deep(2).examined), (0, 3));
		assert!(deep(2).beyond_depth);
		assert_eq!((deep(3).items.len(), deep(3).examined), (1, 4));
		// No depth means the least, and too great a one the greatest.
		assert_eq!((deep(0).examined, deep(u32::MAX).examined), (2, 17));
		let all = Provenance::api_taint(10, vec![], 16, 250, None).unwrap();
		assert_eq!((all.examined, all.beyond_depth), (10, false));
	});
}

#[test]
fn there_is_nothing_to_say_of_what_does_not_exist() {
	TestExt::new().run(|| {
		assert_eq!(Provenance::api_taint(1, vec![], 16, 250, None), None);
		family();
		assert_eq!(Provenance::api_taint(5, vec![], 16, 250, None), None);
	});
}

proptest! {
	/// In pages of any size, every ancestor within reach is looked at once, with the depth of the
	/// shortest way to it.
	#[test]
	fn pages_cover_every_ancestor_once(
		edges in proptest::collection::vec((2..60u64, 1..60u64), 0..150),
		depth in 1..17u32,
		limit in 1..20u32,
	) {
		TestExt::new().run(|| {
			let mut sources = BTreeMap::<Sequence, BTreeSet<Sequence>>::new();
			for (derived, source) in &edges {
				let sources = sources.entry(*derived).or_default();
				if source < derived && sources.len() < 16 {
					sources.insert(*source);
				}
			}
			for sequence in 1..60 {
				let of = sources.get(&sequence).cloned().unwrap_or_default();
				let of: Vec<_> = of.into_iter().map(|of| (of, Relation::Merge)).collect();
				model(sequence, &of);
				// So that every version is in the answer.
				set_status(sequence, VersionStatus::Yanked { reason: bounded(b"") });
			}
			// Breadth first, as anybody would.
			let mut expected = BTreeMap::from([(59, 0)]);
			let mut generation = vec![59];
			for step in 1..=depth {
				let next: BTreeSet<_> = generation
					.iter()
					.flat_map(|at| sources.get(at).cloned().unwrap_or_default())
					.collect();
				generation = next.into_iter().filter(|at| !expected.contains_key(at)).collect();
				expected.extend(generation.iter().map(|at| (*at, step)));
			}

			let mut seen = vec![];
			let mut after = None;
			loop {
				let page = Provenance::api_taint(59, vec![], depth, limit, after).unwrap();
				assert!(page.examined <= limit && page.items.len() as u32 == page.examined);
				seen.extend(page.items.iter().map(|taint| (taint.sequence, taint.depth)));
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert!(seen.windows(2).all(|pair| pair[0].0 > pair[1].0), "newest first, each once");
			assert_eq!(seen.into_iter().collect::<BTreeMap<_, _>>(), expected);
		});
	}
}
