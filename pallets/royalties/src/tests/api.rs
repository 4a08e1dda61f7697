// SPDX-License-Identifier: Apache-2.0

//! What clients read.

use super::util::*;
use agora_primitives::api::{Distribution, Payout, MAX_PAGE};
use std::collections::BTreeMap;

/// What really becomes of income: by version, what came in, and what became of it.
fn distribute_really(version: Sequence, income: Balance) -> Vec<Payout<Balance>> {
	bring(version, income);
	let mut payouts = BTreeMap::<Sequence, Payout<Balance>>::new();
	// Newest first, also what is too little for the cascade.
	while let Some(newest) = Vaults::<Test>::iter_keys().max() {
		System::reset_events();
		assert_ok!(Royalties::distribute(by(mallory()), newest));
		for event in events() {
			if let Event::Distributed {
				version, income, royalties, contributors, earnings, ..
			} = event
			{
				let artifact = artifact_of(version);
				let payout =
					Payout { version, artifact, income, royalties, contributors, earnings };
				assert_eq!(payouts.insert(version, payout), None);
			}
		}
	}
	payouts.into_values().rev().collect()
}

/// A lineage with a diamond, a dataset whose contributors share, and a split.
fn lineage() -> Sequence {
	let data = dataset(9, None);
	let split = Split { contributors: percent(40), ..split_of(&[(bob(), 51), (alice(), 49)]) };
	assert_ok!(Royalties::set_split(by(alice()), artifact(100), split));
	prove(data, carol());
	prove(data, carol());
	let base = model(bob(), &[]);
	let left = model(bob(), &[(data, percent(17)), (base, percent(3))]);
	let right = model(carol(), &[(base, percent(33)), (left, Permill::from_parts(1))]);
	model(alice(), &[(left, percent(21)), (right, percent(29)), (data, percent(0))])
}

#[test]
fn simulates_what_really_happens() {
	for income in [0, 1, 7, 99, 1_000, 123_457, 99_999_999] {
		TestExt::new().run(|| {
			let top = lineage();
			// Something is kept from before.
			bring(1, 111);
			drain(1);
			let simulated = Royalties::api_simulate_distribution(top, income, 100).unwrap();
			assert_eq!(simulated.rest, 0);
			let mut payouts = simulated.payouts;
			if income == 0 {
				// It says so for the version that was asked about.
				assert_eq!((payouts.len(), payouts[0].earnings), (1, 0));
				payouts.clear();
			}
			assert_eq!(payouts, distribute_really(top, income));
		});
	}
}

#[test]
fn a_simulation_changes_nothing() {
	TestExt::new().run(|| {
		let top = lineage();
		let before = sp_io::storage::root(Default::default());
		Royalties::api_simulate_distribution(top, 1_000_000, 100);
		assert_eq!(sp_io::storage::root(Default::default()), before);
	});
}

#[test]
fn a_simulation_says_what_is_beyond_its_limit() {
	TestExt::new().run(|| {
		let versions = super::cascade::chain(1_100);
		let top = *versions.last().unwrap();
		let simulate = |income, limit| {
			let Distribution { payouts, rest } =
				Royalties::api_simulate_distribution(top, income, limit).unwrap();
			let earned: Balance = payouts.iter().map(|payout| payout.earnings).sum();
			assert_eq!(earned + rest, income);
			(payouts.len(), rest)
		};
		assert_eq!(simulate(1_000, 1), (1, 100));
		assert_eq!(simulate(1_000, 0), (1, 100));
		assert_eq!(simulate(1_000, 2), (2, 10));
		assert_eq!(simulate(1_000, u32::MAX), (4, 0));
	});
	TestExt::new().run(|| {
		// Nearly all goes on, so that it goes far.
		let mut last = model(alice(), &[]);
		for _ in 0..1_100 {
			last = model(alice(), &[(last, Permill::from_parts(999_999))]);
		}
		let answer = Royalties::api_simulate_distribution(last, 10_000_000_000, u32::MAX).unwrap();
		assert_eq!(answer.payouts.len(), 1_000);
		assert!(answer.rest > 0);
	});
}

#[test]
fn nothing_is_simulated_for_no_version() {
	TestExt::new().run(|| {
		assert_eq!(Royalties::api_simulate_distribution(1, 1_000, 10), None);
	});
}

#[test]
fn an_empty_vault() {
	TestExt::new().run(|| {
		let view = Royalties::api_vault(1);
		assert_eq!((view.amount, view.parts.len()), (0, 0));
	});
}

#[test]
fn a_vault_with_more_parts_than_a_page() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		for _ in 0..MAX_PAGE + 5 {
			bring(version, 10);
			assert_ok!(Royalties::set_split(
				by(alice()),
				artifact_of(version),
				Split::owner_alone()
			));
		}
		let view = Royalties::api_vault(version);
		assert_eq!(view.parts.len(), MAX_PAGE as usize);
		assert_eq!(view.amount, 10 * Balance::from(MAX_PAGE + 5));
		assert_eq!(view.parts[0].split, 0);
	});
}

#[test]
fn a_split_of_no_artifact() {
	TestExt::new().run(|| {
		assert_eq!(Royalties::api_split(artifact(1)), None);
		let version = model(alice(), &[]);
		let view = Royalties::api_split(artifact_of(version)).unwrap();
		assert_eq!((view.number, view.owner, view.split), (0, alice(), Split::owner_alone()));
	});
}

#[test]
fn a_share_of_nobody() {
	TestExt::new().run(|| {
		assert_eq!(Royalties::api_share(1, carol()), None);
		assert_eq!(Royalties::api_earnings(carol()), 0);
	});
}
