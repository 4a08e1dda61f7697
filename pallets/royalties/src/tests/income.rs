// SPDX-License-Identifier: Apache-2.0

//! What is remembered of a version's income, epoch by epoch.

use super::util::*;

/// What is remembered of a version: epochs with sales and royalties.
fn incomes(version: Sequence) -> Vec<(EpochIndex, Balance, Balance)> {
	let of = |income: EpochIncome| (income.epoch, income.sales, income.royalties);
	Royalties::api_incomes(version).into_iter().map(of).collect()
}

#[test]
fn payments_of_an_epoch_are_added_up() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_eq!(incomes(version), []);
		// Of a thousand, 3 % are the fee.
		pay(version, 1_000);
		pay(version, 1_000);
		assert_eq!(incomes(version), [(0, 1_940, 0)]);
		Epoch::set(3);
		assert_ok!(pay_up_to(version, 1_000, Some(600)));
		assert_eq!(incomes(version), [(0, 1_940, 0), (3, 600, 0)]);
	});
}

#[test]
fn what_brings_no_income_is_not_remembered() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_ok!(pay_up_to(version, 1_000, Some(0)));
		assert_ok!(pay_up_to(version, 1, None));
		assert_eq!(incomes(version), []);
		assert!(!Incomes::<Test>::contains_key(version));
	});
}

#[test]
fn royalties_are_of_the_epoch_in_which_they_arrive() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let tuned = model(alice(), &[(base, percent(10))]);
		bring(tuned, 1_000);
		assert_eq!((incomes(tuned), incomes(base)), (vec![(0, 1_000, 0)], vec![]));
		Epoch::set(1);
		cascade();
		bring(base, 7);
		assert_eq!((incomes(tuned), incomes(base)), (vec![(0, 1_000, 0)], vec![(1, 7, 100)]));
	});
}

#[test]
fn it_stays_when_the_vault_is_emptied_and_whoever_has_it() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		drain(version);
		assert_ok!(transfer(artifact_of(version), bob()));
		bring(version, 50);
		assert_eq!(incomes(version), [(0, 1_050, 0)]);
	});
}

#[test]
fn a_reward_is_no_income() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_ok!(Royalties::keep(version, 0));
		assert_ok!(Royalties::pay(version, 0, &buyer(), 1_000));
		assert_eq!(incomes(version), []);
	});
}

#[test]
fn the_oldest_epoch_is_forgotten_when_there_are_as_many_as_may_be() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let amount = |epoch: EpochIndex| Balance::from(epoch) + 10;
		// Nothing comes in in odd epochs: those are not remembered, and take no room.
		for epoch in (0..100).step_by(2) {
			Epoch::set(epoch);
			bring(version, amount(epoch));
			bring(version, 1);
		}
		let expected: Vec<_> =
			(40..100).step_by(2).map(|epoch| (epoch, amount(epoch) + 1, 0)).collect();
		assert_eq!(expected.len(), INCOME_EPOCHS as usize);
		assert_eq!(incomes(version), expected);
	});
}

#[test]
fn an_epoch_that_comes_again_does_no_harm() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		Epoch::set(5);
		bring(version, 10);
		Epoch::set(4);
		bring(version, 10);
		assert_eq!(incomes(version), [(5, 20, 0)]);
		Epoch::set(5);
	});
}

#[test]
fn nothing_overflows_and_keeps_money_from_coming() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let most = EpochIncome { epoch: 0, sales: Balance::MAX, royalties: Balance::MAX };
		Incomes::<Test>::insert(version, bounded(&[most]));
		bring(version, 10);
		assert_eq!(Royalties::api_incomes(version), [most]);
	});
}

#[test]
fn a_removed_version_leaves_nothing() {
	TestExt::new().run(|| {
		let (gone, stays) = (model(alice(), &[]), model(alice(), &[]));
		bring(gone, 1_000);
		bring(stays, 1_000);
		drain(gone);
		assert_eq!(Royalties::to_version(gone), None);
		remove(gone);
		assert!(!Incomes::<Test>::contains_key(gone) && Incomes::<Test>::contains_key(stays));
	});
}
