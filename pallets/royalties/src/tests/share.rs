// SPDX-License-Identifier: Apache-2.0

//! Contributors: an equal part for each record that counts.

use super::util::*;

fn dave() -> AccountId {
	account(6)
}

/// A dataset version of ten records, half of whose income is for contributors.
fn shared(count: u64) -> Sequence {
	let version = dataset(count, None);
	let split = with_contributors(percent(50));
	assert_ok!(Royalties::set_split(by(alice()), artifact_of(version), split));
	version
}

/// Bring income and distribute it.
fn income(version: Sequence, amount: Balance) {
	bring(version, amount);
	drain(version);
}

fn due(origin: Sequence, who: AccountId) -> Balance {
	Royalties::api_share(origin, who).map_or(0, |share| share.due)
}

fn carry(version: Sequence) -> Balance {
	let series = Committed::mutate(|all| all[&version].0);
	ContributorIncomes::<Test>::get(series).unwrap().entry(version).unwrap().carry
}

#[test]
fn each_record_has_an_equal_part_of_all_that_were_committed() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		prove(version, carol());
		prove(version, dave());
		events();
		income(version, 1_000);
		// 500 for ten records; seven of them do not count.
		assert_eq!(
			events()[1..],
			[
				Event::ContributorsPaid { version, per_record: 50, records: 3, amount: 150 },
				Event::Earned { account: alice(), version, amount: 850 },
				Event::Distributed {
					version,
					split: 1,
					income: 1_000,
					royalties: 0,
					contributors: 150,
					earnings: 850,
					credit: 0,
				},
			]
		);
		assert_eq!((due(version, carol()), due(version, dave())), (100, 50));
		assert_ok!(Royalties::collect_share(by(mallory()), version, carol()));
		assert_last(Event::ShareCollected { origin: version, contributor: carol(), amount: 100 });
		assert_eq!((earnings(carol()), due(version, carol())), (100, 0));
		assert_ok!(Royalties::withdraw(by(carol()), carol()));
	});
}

#[test]
fn what_rounding_keeps_is_divided_the_next_time() {
	TestExt::new().run(|| {
		let version = shared(7);
		prove(version, carol());
		income(version, 20);
		// Ten for seven records: one each, and three are kept.
		assert_eq!((due(version, carol()), earnings(alice()), carry(version)), (1, 16, 3));
		income(version, 8);
		// Four and the three: one each.
		assert_eq!((due(version, carol()), earnings(alice()), carry(version)), (2, 26, 0));
		income(version, 2);
		assert_eq!((due(version, carol()), earnings(alice()), carry(version)), (2, 27, 1));
	});
}

#[test]
fn a_share_begins_with_its_first_record_and_holds_a_deposit() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		let deposit = Royalties::share_price().unwrap();
		assert_last(Event::ShareOpened { origin: version, contributor: carol(), deposit });
		assert_eq!(held(HoldReason::Share, carol()), deposit);
		income(version, 1_000);
		prove(version, dave());
		// Nothing of what was before.
		assert_eq!((due(version, carol()), due(version, dave())), (50, 0));
		income(version, 1_000);
		assert_eq!((due(version, carol()), due(version, dave())), (100, 50));
		// Another record: what the first is due is collected.
		prove(version, carol());
		assert_eq!((earnings(carol()), due(version, carol())), (100, 0));
		assert_eq!(held(HoldReason::Share, carol()), deposit);
		income(version, 1_000);
		assert_eq!(due(version, carol()), 100);
		let share = Royalties::api_share(version, carol()).unwrap();
		assert_eq!((share.records, share.deposit), (2, deposit));
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_held() {
	TestExt::new().endow(carol(), 100).run(|| {
		let version = shared(10);
		assert_noop!(
			Royalties::on_proven(&record_of(version, 0, carol())),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn withdrawing_consent_pays_first_and_ends_it() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		prove(version, carol());
		prove(version, dave());
		income(version, 1_000);
		withdraw_consent(version, carol());
		assert_eq!(earnings(carol()), 100);
		income(version, 1_000);
		assert_eq!((due(version, carol()), due(version, dave())), (50, 100));
		withdraw_consent(version, carol());
		let deposit = Royalties::share_price().unwrap();
		assert_last(Event::ShareClosed { origin: version, contributor: carol(), deposit });
		assert_eq!((earnings(carol()), held(HoldReason::Share, carol())), (150, 0));
		assert_eq!(Shares::<Test>::get(version, carol()), None);
		income(version, 1_000);
		assert_eq!(due(version, dave()), 150);
	});
}

#[test]
fn the_last_to_leave_has_what_rounding_kept() {
	TestExt::new().run(|| {
		let version = shared(7);
		prove(version, carol());
		prove(version, dave());
		income(version, 20);
		withdraw_consent(version, carol());
		assert_eq!(earnings(carol()), 1);
		assert_eq!(Royalties::to_version(version), Some(Reference::Income));
		withdraw_consent(version, dave());
		assert_eq!(earnings(dave()), 1 + 3);
		assert_eq!(ContributorIncomes::<Test>::iter().count(), 0);
		assert_eq!(Royalties::to_version(version), None);
		// All to the members from now on.
		income(version, 1_000);
		assert_eq!(earnings(alice()), 15 + 1_000);
	});
}

#[test]
fn dust_leaves_nothing_behind() {
	TestExt::new().run(|| {
		let first = shared(10);
		let second = dataset(10, Some(first));
		prove(first, carol());
		// Half of a single planck is nothing.
		income(second, 1);
		assert_eq!(earnings(alice()), 1);
		assert_eq!(ContributorIncomes::<Test>::get(first).unwrap().versions.len(), 1);
	});
}

#[test]
fn without_records_that_count_all_goes_to_the_members() {
	TestExt::new().run(|| {
		let version = shared(10);
		income(version, 1_000);
		assert_eq!(earnings(alice()), 1_000);
		assert_eq!(ContributorIncomes::<Test>::iter().count(), 0);
		// A version that did not commit to any.
		let other = publish_next(alice(), artifact(100), ArtifactKind::Dataset, &[]);
		income(other, 1_000);
		assert_eq!(earnings(alice()), 2_000);
	});
}

#[test]
fn records_share_in_all_versions_that_have_them() {
	TestExt::new().run(|| {
		let first = shared(10);
		let second = dataset(20, Some(first));
		prove(first, carol());
		prove(second, dave());
		income(first, 1_000);
		assert_eq!((due(first, carol()), due(second, dave())), (50, 0));
		income(second, 2_000);
		assert_eq!((due(first, carol()), due(second, dave())), (100, 50));
		// Two of twenty count there, one of ten here.
		assert_eq!(earnings(alice()), 950 + 1_900);
		assert_ok!(Royalties::collect_share(by(carol()), first, carol()));
		assert_eq!(earnings(carol()), 100);
	});
}

#[test]
fn a_version_that_joins_later_brings_no_income_from_before() {
	TestExt::new().run(|| {
		let first = shared(10);
		prove(first, carol());
		// It has income before it commits, and before it joins.
		let second = publish_next(alice(), artifact(100), ArtifactKind::Dataset, &[]);
		income(second, 1_000);
		commit(second, 20, Some(first));
		assert_eq!(due(first, carol()), 0);
		income(second, 1_000);
		assert_eq!(due(first, carol()), 25);
	});
}

#[test]
fn royalties_come_before_contributors() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let sources = [(base, percent(20))];
		let version = publish_next(alice(), artifact(100), ArtifactKind::Dataset, &sources);
		commit(version, 10, None);
		let split = Split { contributors: percent(50), ..split_of(&[(bob(), 40), (alice(), 60)]) };
		assert_ok!(Royalties::set_split(by(alice()), artifact(100), split));
		prove(version, carol());
		income(version, 1_000);
		assert_eq!((income_of(base), due(version, carol())), (200, 40));
		// 400, and nine parts of 40 that do not count.
		assert_eq!((earnings(bob()), earnings(alice())), (304, 456));
	});
}

#[test]
fn the_contributors_share_is_that_of_the_split_the_income_came_in_under() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		bring(version, 1_000);
		let none = with_contributors(Permill::zero());
		assert_ok!(Royalties::set_split(by(alice()), artifact_of(version), none));
		bring(version, 1_000);
		drain(version);
		assert_eq!(due(version, carol()), 50);
	});
}

#[test]
fn records_of_a_removed_version_have_no_part_in_what_came_after_it() {
	TestExt::new().run(|| {
		let first = shared(10);
		prove(first, carol());
		let second = dataset(20, Some(first));
		prove(second, dave());
		// It goes, and with it what it had brought; nobody released the record yet.
		assert_eq!(Royalties::to_version(second), None);
		remove(second);
		let third = dataset(11, Some(first));
		income(third, 2_200);
		assert_eq!((due(first, carol()), due(second, dave())), (100, 0));
		assert_noop!(
			Royalties::collect_share(by(dave()), second, dave()),
			Error::<Test>::NothingDue
		);
		Royalties::do_try_state().unwrap();
		let released = RecordId { origin: second, index: 10 };
		assert_ok!(Royalties::on_released(&released, &dave()));
		assert_eq!((earnings(dave()), held(HoldReason::Share, dave())), (0, 0));
		assert_eq!(due(first, carol()), 100);
	});
}

#[test]
fn a_released_record_of_a_version_without_successor_ends_too() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		prove(version, carol());
		remove(version);
		for _ in 0..2 {
			assert_ok!(Royalties::on_released(&RecordId { origin: version, index: 0 }, &carol()));
		}
		assert_eq!(held(HoldReason::Share, carol()), 0);
		assert_eq!(ContributorIncomes::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_version_whose_income_was_shared_cannot_be_removed() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		assert_eq!(Royalties::to_version(version), None);
		bring(version, 1_000);
		assert_eq!(Royalties::to_version(version), Some(Reference::Income));
		drain(version);
		// It is owed.
		assert_eq!(Royalties::to_version(version), Some(Reference::Income));
		let other = dataset(10, Some(version));
		assert_eq!(Royalties::to_version(other), Some(Reference::Income));
		assert_ok!(Royalties::collect_share(by(carol()), version, carol()));
		// It is paid, but what came of it is what is reckoned with.
		assert_eq!(Royalties::to_version(version), Some(Reference::Income));
		assert_eq!(Royalties::to_version(other), None);
	});
}

#[test]
fn records_that_were_proven_before_there_were_shares_have_none() {
	TestExt::new().run(|| {
		let version = shared(10);
		events();
		withdraw_consent(version, carol());
		assert_ok!(Royalties::on_released(&RecordId { origin: version, index: 0 }, &carol()));
		assert_eq!(events(), vec![]);
		income(version, 1_000);
		assert_eq!(earnings(alice()), 1_000);
	});
}

#[test]
fn as_many_versions_as_a_series_can_have() {
	TestExt::new().run(|| {
		let first = shared(200);
		prove(first, carol());
		let mut last = first;
		for _ in 1..MAX_SERIES {
			last = dataset(200, Some(last));
			prove(last, dave());
			income(last, 2_000);
		}
		let series = ContributorIncomes::<Test>::get(first).unwrap();
		assert_eq!(series.versions.len(), MAX_SERIES as usize);
		assert_eq!(due(first, carol()), 5 * (Balance::from(MAX_SERIES) - 1));
		assert_eq!(due(last, dave()), 5);
	});
}

#[test]
fn fails_when_there_is_no_share() {
	TestExt::new().run(|| {
		let version = shared(10);
		assert_noop!(
			Royalties::collect_share(by(carol()), version, carol()),
			Error::<Test>::ShareNotFound
		);
	});
}

#[test]
fn fails_when_nothing_is_due() {
	TestExt::new().run(|| {
		let version = shared(10);
		prove(version, carol());
		assert_noop!(
			Royalties::collect_share(by(carol()), version, carol()),
			Error::<Test>::NothingDue
		);
	});
}
