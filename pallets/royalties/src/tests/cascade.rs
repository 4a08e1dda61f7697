// SPDX-License-Identifier: Apache-2.0

//! The cascade: each vault once, in order, within its weight, past whatever is in the way.

use super::util::*;
use agora_test_utils::storage_access;

/// Versions in a line, each asking a tenth of what is made from it, and their sequences, oldest first.
pub(crate) fn chain(length: u64) -> Vec<Sequence> {
	let mut versions = vec![];
	for _ in 0..length {
		let sources: Vec<_> =
			versions.last().map(|last| (*last, percent(10))).into_iter().collect();
		versions.push(model(alice(), &sources));
	}
	versions
}

/// The versions of which income was distributed, in order.
fn distributed() -> Vec<Sequence> {
	let versions = events().into_iter().filter_map(|event| match event {
		Event::Distributed { version, .. } => Some(version),
		_ => None,
	});
	versions.collect()
}

/// Enough for all that a test has.
fn plenty() -> Weight {
	visit().saturating_mul(100_000)
}

#[test]
fn income_flows_along_the_lineage() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let middle = model(carol(), &[(base, percent(20))]);
		let top = model(alice(), &[(middle, percent(10)), (base, percent(5))]);
		bring(top, 1_000);
		events();
		assert_ok!(Royalties::distribute(by(mallory()), top));
		assert_eq!(
			events(),
			vec![
				Event::RoyaltyPaid { version: middle, from: top, amount: 100, credit: 0, split: 0 },
				Event::RoyaltyPaid { version: base, from: top, amount: 50, credit: 0, split: 0 },
				Event::Earned { account: alice(), version: top, amount: 850 },
				Event::Distributed {
					version: top,
					split: 0,
					income: 1_000,
					royalties: 150,
					contributors: 0,
					earnings: 850,
					credit: 0,
				},
			]
		);
		assert_eq!((income_of(top), income_of(middle), income_of(base)), (0, 100, 50));
		// The base's income is too little for the cascade as yet, that of the middle is not.
		cascade();
		assert_eq!((income_of(middle), income_of(base)), (0, 70));
		assert_ok!(Royalties::distribute(by(mallory()), base));
		assert_eq!((earnings(alice()), earnings(carol()), earnings(bob())), (850, 80, 70));
	});
}

#[test]
fn the_example_of_the_readme() {
	TestExt::new().run(|| {
		const AGO: Balance = 10_000;
		let dave = account(6);
		let data = publish_next(mallory(), artifact(5), ArtifactKind::Dataset, &[]);
		commit(data, 1_000, None);
		let split = Split { contributors: percent(50), ..split_of(&[(bob(), 60), (carol(), 40)]) };
		assert_ok!(Royalties::set_split(by(mallory()), artifact(5), split));
		(0..10).for_each(|_| prove(data, dave.clone()));
		let seven = model(alice(), &[(data, percent(20))]);
		let nine = model(alice(), &[(seven, percent(10))]);
		pay(nine, 1_000 * AGO);
		cascade();
		assert_eq!(Balances::balance(&Beneficiary::get()) - MINIMUM, 30 * AGO);
		assert_eq!(earnings(alice()), 873 * AGO + 776_000);
		assert_eq!(Royalties::api_share(data, dave).unwrap().due, 970);
		assert_eq!((earnings(bob()), earnings(carol())), (115_818, 77_212));
		assert_eq!(rested(), vec![(nine, 0, 27 * AGO), (seven, 0, 24_000), (data, 1, 6_000)]);

		assert_ok!(Royalties::keep(data, 1));
		let before = Royalties::api_share(data, account(6)).unwrap().due;
		// A hundred times as much, so that no record has less than a planck.
		assert_ok!(Royalties::pay(data, 1, &buyer(), 48 * AGO));
		assert_eq!(Royalties::api_share(data, account(6)).unwrap().due - before, 2_400);
		assert_eq!(earnings(bob()) - 115_818, 286_560);
		assert_eq!(earnings(carol()) - 77_212, 191_040);

		let receipt = Receipt { fee: 30 * AGO, excess: 370 * AGO, income: 600 * AGO };
		assert_eq!(crate::math::credit(&receipt), 185_567);
	});
}

#[test]
fn royalties_round_down_to_nothing() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let top = model(alice(), &[(base, Permill::from_parts(1))]);
		bring(top, 999_999);
		drain(top);
		assert_eq!((earnings(alice()), income_of(base)), (999_999, 0));
		assert_eq!(Vaults::<Test>::get(base), None);
	});
}

#[test]
fn sources_never_have_more_than_there_is() {
	TestExt::new().run(|| {
		let (first, second) = (model(bob(), &[]), model(bob(), &[]));
		// The registry does not allow it.
		let top = model(alice(), &[(first, percent(70)), (second, percent(70))]);
		bring(top, 1_000);
		drain(top);
		assert_eq!((income_of(first), income_of(second), earnings(alice())), (700, 300, 0));
	});
}

#[test]
fn the_share_of_a_source_that_is_gone_stays() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let top = model(alice(), &[(base, percent(10))]);
		remove(base);
		bring(top, 1_000);
		drain(top);
		assert_eq!(earnings(alice()), 1_000);
	});
}

#[test]
fn distributes_however_little_it_is() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		bring(version, 1);
		cascade();
		assert_eq!(income_of(version), 1);
		assert_ok!(Royalties::distribute(by(mallory()), version));
		assert_eq!(earnings(alice()), 1);
		assert_eq!(Splits::<Test>::get(artifact_of(version)), None);
	});
}

#[test]
fn fails_when_there_is_nothing_to_distribute() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		for version in [version, version + 1] {
			assert_noop!(
				Royalties::distribute(by(mallory()), version),
				Error::<Test>::NothingToDistribute
			);
		}
	});
}

#[test]
fn fails_when_the_version_is_gone() {
	TestExt::new().build().execute_with(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		// What refers to it says no.
		assert_eq!(Royalties::to_version(version), Some(Reference::Income));
		remove(version);
		assert_noop!(Royalties::distribute(by(mallory()), version), Error::<Test>::VersionNotFound);
	});
}

#[test]
fn fails_when_the_artifact_is_gone() {
	TestExt::new().build().execute_with(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		Artifacts::set(Default::default());
		assert_noop!(
			Royalties::distribute(by(mallory()), version),
			Error::<Test>::ArtifactNotFound
		);
	});
}

#[test]
fn pays_back_the_weight_of_sources_that_are_not_there() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let top = model(alice(), &[(base, percent(10))]);
		bring(top, 1_000);
		let post = Royalties::distribute(by(mallory()), top).unwrap();
		let expected = <Test as crate::Config>::WeightInfo::distribute(1)
			.saturating_add(Weight::from_parts(11, 3));
		assert_eq!(post.actual_weight, Some(expected));
	});
}

#[test]
fn visits_each_vault_once_however_many_sales_there_were() {
	TestExt::new().run(|| {
		let versions = chain(1_000);
		for version in &versions {
			bring(*version, 1_000);
			bring(*version, 500);
		}
		events();
		idle(plenty());
		let visited = distributed();
		let newest_first: Vec<_> = versions.iter().rev().copied().collect();
		assert_eq!(visited, newest_first);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		assert_eq!(Vaults::<Test>::iter().count(), 0);
		assert_eq!(Cursor::<Test>::get(), None);
		assert_eq!(earnings(alice()), 1_500_000);
	});
}

#[test]
fn one_sale_trickles_down_as_far_as_it_is_worth_it() {
	TestExt::new().run(|| {
		let versions = chain(20);
		bring(versions[19], 1_000_000);
		events();
		idle(plenty());
		// A tenth goes on each time, and less than a hundred waits.
		assert_eq!(
			distributed(),
			vec![versions[19], versions[18], versions[17], versions[16], versions[15]]
		);
		assert_eq!(income_of(versions[14]), 10);
		assert_eq!(Vaults::<Test>::iter().count(), 1);
	});
}

#[test]
fn a_wide_lineage_takes_a_visit_for_each_version() {
	TestExt::new().run(|| {
		let share = percent(3);
		let level = |below: &[Sequence]| -> Vec<Sequence> {
			let sources: Vec<_> = below.iter().map(|version| (*version, share)).collect();
			(0..MAX_SOURCES).map(|_| model(bob(), &sources)).collect()
		};
		let oldest = level(&[]);
		let middle = level(&oldest);
		let newest = level(&middle);
		let sources: Vec<_> = newest.iter().map(|version| (*version, share)).collect();
		let top = model(alice(), &sources);
		bring(top, 100_000_000);
		events();
		idle(plenty());
		let all = events();
		let visits = all.iter().filter(|event| matches!(event, Event::Distributed { .. })).count();
		let edges = all.iter().filter(|event| matches!(event, Event::RoyaltyPaid { .. })).count();
		// Sixteen times three versions and the newest; as many edges as there are.
		assert_eq!(visits, 49);
		assert_eq!(edges, 16 + 2 * 16 * 16);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		assert_eq!(earnings(alice()) + earnings(bob()), 100_000_000);
	});
}

#[test]
fn uses_no_more_than_its_share() {
	TestExt::new().run(|| {
		for version in chain(20) {
			bring(version, 1_000);
		}
		let base = <Test as crate::Config>::WeightInfo::cascade_base();
		// Nothing at all.
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(idle(base), Weight::zero());
		events();
		// Half of what is left over: twice the weight of two visits.
		let limit = base.saturating_add(visit().saturating_mul(2));
		let used = idle(limit.saturating_mul(2));
		assert!(used.all_lte(limit));
		// A visit to a version with one source takes less than was put aside for it.
		let visited = distributed().len();
		assert!((2..20).contains(&visited));
		// One that fits by time and not by proof is not begun.
		let time_only = Weight::from_parts(u64::MAX, base.proof_size() * 2 + 1_000);
		idle(time_only);
		assert!(distributed().is_empty());
		// A larger share goes further.
		IdleShare::set(Perbill::from_percent(100));
		idle(limit.saturating_mul(2));
		assert!(distributed().len() > visited);
	});
}

#[test]
fn goes_on_where_it_stopped() {
	TestExt::new().run(|| {
		let versions = chain(10);
		for version in &versions {
			bring(*version, 1_000);
		}
		let base = <Test as crate::Config>::WeightInfo::cascade_base();
		let one = base.saturating_add(visit()).saturating_mul(2);
		events();
		for version in versions.iter().rev() {
			idle(one);
			assert_eq!(distributed(), vec![*version]);
			assert_eq!(Cursor::<Test>::get(), Some((*version, 0)));
		}
		idle(one);
		assert_eq!(Cursor::<Test>::get(), None);
	});
}

#[test]
fn what_arrives_behind_the_cursor_waits_for_the_next_pass() {
	TestExt::new().run(|| {
		let versions = chain(3);
		for version in &versions {
			bring(*version, 1_000);
		}
		let base = <Test as crate::Config>::WeightInfo::cascade_base();
		let one = base.saturating_add(visit()).saturating_mul(2);
		idle(one);
		// It was there already, and is behind.
		bring(versions[2], 1_000);
		let newer = model(alice(), &[]);
		bring(newer, 1_000);
		events();
		(0..2).for_each(|_| {
			idle(one);
		});
		assert_eq!(distributed(), vec![versions[1], versions[0]]);
		(0..4).for_each(|_| {
			idle(one);
		});
		assert_eq!(distributed(), vec![newer, versions[2], versions[1]]);
	});
}

#[test]
fn dust_on_newer_versions_delays_nobody_beyond_one_pass() {
	TestExt::new().run(|| {
		let ancestor = model(bob(), &[]);
		let crowd: Vec<_> = (0..10_000).map(|_| model(alice(), &[])).collect();
		for version in &crowd {
			bring(*version, MIN);
		}
		bring(ancestor, 1_000);
		let base = <Test as crate::Config>::WeightInfo::cascade_base();
		let hundred = base.saturating_add(visit().saturating_mul(100)).saturating_mul(2);
		let mut blocks = 0;
		while earnings(bob()) == 0 {
			// The crowd never stops: whatever was emptied is filled again at once.
			let from = (blocks * 97) % 9_000;
			for version in &crowd[from..from + 20] {
				bring(*version, MIN);
			}
			System::reset_events();
			idle(hundred);
			blocks += 1;
			assert!(blocks <= 102, "the ancestor starves");
		}
		assert_eq!(earnings(bob()), 1_000);
	});
}

#[test]
fn what_cannot_be_distributed_stops_nobody() {
	TestExt::new().build().execute_with(|| {
		let versions = chain(3);
		let stuck = model(alice(), &[]);
		for version in versions.iter().chain([&stuck]) {
			bring(*version, 1_000);
		}
		// It cannot be.
		remove(stuck);
		events();
		let used = idle(plenty());
		assert_eq!(distributed().len(), 3);
		assert_eq!(Waiting::<Test>::iter().count(), 1);
		assert_eq!(Vaults::<Test>::get(stuck).map(|vault| vault.amount), Some(1_000));
		// It does not go on for ever about it: one pass more.
		assert!(used.all_lte(visit().saturating_mul(6)));
		assert!(idle(plenty()).all_lte(visit().saturating_mul(3)));
		assert_eq!(Cursor::<Test>::get(), None);
	});
}

#[test]
fn a_payment_takes_the_same_at_any_depth() {
	TestExt::new().run(|| {
		let versions = chain(1_000);
		let access = |version: Sequence| {
			assert_ok!(Balances::hold(&price(), &buyer(), 10_000));
			let payment = Payment { payer: buyer(), version, gross: 10_000, limit: None };
			storage_access(|| {
				assert_ok!(Royalties::take(payment, &price()));
			})
		};
		let (first, last) = (versions[0], versions[999]);
		assert_eq!(access(first), access(last));
		// And when there is something in the vault already, under a former split.
		for version in [first, last] {
			assert_ok!(Royalties::set_split(
				by(alice()),
				artifact_of(version),
				split_of(&[(bob(), 100)])
			));
		}
		assert_eq!(access(first), access(last));
	});
}
