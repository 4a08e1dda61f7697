// SPDX-License-Identifier: Apache-2.0

//! What is true after any sequence of calls by anybody.

use super::util::*;
use crate::mock::Balances;
use frame_support::traits::fungible::Inspect;
use proptest::prelude::*;

/// Something that somebody tries. Much of it is refused.
#[derive(Clone, Debug)]
enum Attempt {
	Publish { dataset: u8 },
	Remove { version: u8 },
	Transfer { dataset: u8, to: u8 },
	Commit { version: u8, tree: u8, count: u64 },
	Extend { version: u8, previous: u8, honest: bool },
	Prove { version: u8, index: u64, as_contributor: bool },
	Withdraw { version: u8, index: u64, as_contributor: bool },
	Attest { version: u8, verdict: u8 },
	Revoke { version: u8, attestation: u64, as_attester: bool },
	ReleaseCommitment { version: u8 },
	ReleaseRecord { version: u8, index: u64 },
	Prices(u8),
}

fn attempt() -> impl Strategy<Value = Attempt> {
	use Attempt::*;
	let version = || 1..10u8;
	let index = || (0..8u64).prop_map(|third| third * 3);
	let mostly = || proptest::bool::weighted(0.8);
	prop_oneof![
		4 => (1..3u8).prop_map(|dataset| Publish { dataset }),
		2 => version().prop_map(|version| Remove { version }),
		1 => (1..3u8, 1..=ACCOUNTS).prop_map(|(dataset, to)| Transfer { dataset, to }),
		6 => (version(), 0..10u8, 0..22u64).prop_map(|(version, tree, count)| Commit {
			version, tree: tree / 9, count
		}),
		6 => (version(), version(), mostly())
			.prop_map(|(version, previous, honest)| Extend { version, previous, honest }),
		10 => (version(), index(), mostly())
			.prop_map(|(version, index, as_contributor)| Prove { version, index, as_contributor }),
		4 => (version(), index(), mostly()).prop_map(|(version, index, as_contributor)| Withdraw {
			version, index, as_contributor
		}),
		3 => (version(), 0..3u8).prop_map(|(version, verdict)| Attest { version, verdict }),
		2 => (version(), 1..8u64, mostly())
			.prop_map(|(version, attestation, as_attester)| Revoke {
				version, attestation, as_attester
			}),
		2 => version().prop_map(|version| ReleaseCommitment { version }),
		2 => (version(), index()).prop_map(|(version, index)| ReleaseRecord { version, index }),
		1 => (1..4u8).prop_map(Prices),
	]
}

/// Which tree each version committed to, beside the chain.
type Trees = std::collections::BTreeMap<Sequence, (u8, u64)>;

/// Try it, and say whether it was allowed.
fn make(who: AccountId, attempt: Attempt, trees: &mut Trees) -> bool {
	use Attempt::*;
	let forest = |trees: &Trees, version: u8| {
		trees.get(&version.into()).map(|(tree, count)| (*tree, Forest::numbered(*tree, *count)))
	};
	let owner = |version: u8| {
		let id = Versions::get().get(&version.into()).map(|version| version.artifact);
		id.map_or(alice(), |id| Artifacts::get()[&id].owner.clone())
	};
	match attempt {
		Publish { dataset } => {
			// A version is never published twice, not even after it was removed.
			let next = PUBLISHED.with_borrow_mut(|published| {
				*published += 1;
				*published
			});
			publish_dataset(account(dataset), dataset, next);
			true
		}
		Remove { version } => {
			remove(version.into());
			true
		}
		Transfer { dataset, to } => {
			Artifacts::mutate(|artifacts| {
				if let Some(artifact) = artifacts.get_mut(&artifact(dataset)) {
					artifact.owner = account(to);
				}
			});
			true
		}
		Commit { version, tree, count } => {
			let root = match count {
				0 => H256::zero(),
				_ => Forest::numbered(tree, count).tree().root,
			};
			let done =
				Provenance::commit_records(by(owner(version)), version.into(), root, count).is_ok();
			if done {
				trees.insert(version.into(), (tree, count));
			}
			done
		}
		Extend { version, previous, honest } => {
			let proof = match (forest(trees, version), trees.get(&previous.into())) {
				(Some((_, new)), Some((_, old))) if *old <= new.tree().count && honest => {
					new.consistency(*old)
				}
				_ => vec![H256::zero()],
			};
			let origin = by(owner(version));
			let done = Provenance::extend_records(
				origin,
				version.into(),
				previous.into(),
				bounded(&proof),
			)
			.is_ok();
			if done {
				let same_tree = trees[&version.into()].0 == trees[&previous.into()].0;
				assert!(honest && same_tree, "history was rewritten");
			}
			done
		}
		Prove { version, index, as_contributor } => {
			let Some((tree, forest)) = forest(trees, version) else { return false };
			if index >= forest.tree().count {
				return false;
			}
			let who = if as_contributor { bob() } else { who };
			let (leaf, proof) = (leaf_in(tree, index), bounded(&forest.inclusion(index)));
			let done =
				Provenance::prove_record(by(who.clone()), version.into(), index, leaf, proof)
					.is_ok();
			assert!(!done || who == bob());
			done
		}
		Withdraw { version, index, as_contributor } => {
			let who = if as_contributor { bob() } else { who };
			Provenance::withdraw_consent(by(who), version.into(), index).is_ok()
		}
		Attest { version, verdict } => {
			let verdict =
				[Verdict::Positive, Verdict::Neutral, Verdict::Negative][usize::from(verdict)];
			Provenance::attest(by(who), version.into(), Claim::Evaluation, verdict, None).is_ok()
		}
		Revoke { version, attestation, as_attester } => {
			let attester = Attestations::<Test>::get(u64::from(version), attestation.to_be_bytes())
				.map(|attestation| attestation.attester);
			let who = if as_attester { attester.clone().unwrap_or(who) } else { who };
			let done = Provenance::revoke(by(who.clone()), version.into(), attestation).is_ok();
			assert!(!done || Some(who) == attester);
			done
		}
		ReleaseCommitment { version } => {
			Provenance::release_commitment(by(who), version.into()).is_ok()
		}
		ReleaseRecord { version, index } => {
			Provenance::release_record(by(who), version.into(), index).is_ok()
		}
		Prices(factor) => {
			ItemDeposit::set(ITEM * Balance::from(factor));
			ByteDeposit::set(BYTE * Balance::from(factor));
			true
		}
	}
}

thread_local! {
	/// The sequence last given.
	static PUBLISHED: std::cell::RefCell<Sequence> = const { std::cell::RefCell::new(0) };
}

fn assert_conserved() {
	let all = Balance::from(ACCOUNTS) * ENDOWMENT;
	assert_eq!(<Balances as Inspect<AccountId>>::total_issuance(), all);
	for number in 1..=ACCOUNTS {
		let who = account(number);
		let holds: Balance =
			crate::try_state::REASONS.into_iter().map(|reason| held(reason, who.clone())).sum();
		// Deposits move nothing to anybody else.
		assert_eq!(free(who) + holds, ENDOWMENT);
	}
}

/// Records by what they are known by, and whether consent was withdrawn.
fn records() -> std::collections::BTreeMap<(Sequence, u64), bool> {
	Records::<Test>::iter()
		.map(|(origin, index, record)| ((origin, index), record.withdrawn))
		.collect()
}

/// Remove every version, and give everything back.
fn take_apart() {
	Versions::set(Default::default());
	let mut versions: Vec<_> = Commitments::<Test>::iter_keys().collect();
	versions.sort();
	for version in versions.into_iter().rev() {
		assert_ok!(Provenance::release_commitment(by(mallory()), version));
	}
	for (origin, index, _) in Records::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(Provenance::release_record(by(mallory()), origin, index));
	}
	for (version, id, attestation) in Attestations::<Test>::iter().collect::<Vec<_>>() {
		let id = u64::from_be_bytes(id);
		assert_ok!(Provenance::revoke(by(attestation.attester), version, id));
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

	/// The invariants of `try_state` hold after every call, whoever makes it and whether or not it
	/// is allowed; what is committed to and withdrawn stays so; and in the end everything can be
	/// taken apart, and every deposit comes back.
	#[test]
	fn invariants_hold_after_any_calls(
		attempts in proptest::collection::vec((1..=ACCOUNTS, attempt()), 1..80)
	) {
		TestExt::new().build().execute_with(|| {
			PUBLISHED.set(0);
			let mut trees = Trees::new();
			// Something to begin with.
			for dataset in [1, 1, 1, 2] {
				assert!(make(alice(), Attempt::Publish { dataset }, &mut trees));
			}
			for (who, attempt) in attempts {
				let before = records();
				let roots: Vec<_> = Commitments::<Test>::iter().collect();
				if make(account(who), attempt, &mut trees) {
					Provenance::do_try_state().unwrap();
					assert_conserved();
				}
				for (record, withdrawn) in &before {
					if let Some(now) = records().get(record) {
						assert!(*now || !withdrawn, "a withdrawal was undone");
					}
				}
				for (version, old) in roots {
					if let Some(now) = Commitments::<Test>::get(version) {
						assert_eq!((now.root, now.count), (old.root, old.count));
					}
				}
			}
			take_apart();
			Provenance::do_try_state().unwrap();
			for number in 1..=ACCOUNTS {
				assert_eq!(free(account(number)), ENDOWMENT);
			}
			assert_eq!(Series::<Test>::iter().count() + AttestationsBy::<Test>::iter().count(), 0);
		});
	}
}
