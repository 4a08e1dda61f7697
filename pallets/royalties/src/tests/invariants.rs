// SPDX-License-Identifier: Apache-2.0

//! That the invariants would be noticed to be broken.

use super::util::*;

/// A state with something of everything: a vault that waits and one that does not, income under a
/// former split, members, contributors with something due and something kept, earnings.
///
/// Version 1 is of a dataset with records, 2 extends it, 3 is a model that has too little to wait.
fn state() {
	let first = dataset(7, None);
	let second = dataset(9, Some(first));
	let model = model(bob(), &[(first, percent(10))]);
	assert_eq!((first, second, model), (1, 2, 3));
	let split = Split { contributors: percent(50), ..split_of(&[(alice(), 60), (bob(), 40)]) };
	assert_ok!(Royalties::set_split(by(alice()), artifact(100), split.clone()));
	prove(first, carol());
	prove(second, carol());
	prove(second, bob());
	bring(first, 1_000);
	drain(first);
	bring(first, 500);
	bring(second, 10);
	assert_ok!(Royalties::set_split(by(alice()), artifact(100), split));
	bring(first, 400);
	bring(model, 50);
}

/// Break something, and see that this is noticed.
fn breaks(number: &str, change: impl FnOnce()) {
	TestExt::new().build().execute_with(|| {
		state();
		Royalties::do_try_state().expect("nothing is broken yet");
		change();
		let error = Royalties::do_try_state().expect_err("broken");
		let sentence: &str = error.into();
		assert!(sentence.starts_with(number), "{sentence}");
	});
}

fn change_split(change: impl FnOnce(&mut SplitState<AccountId>)) {
	Splits::<Test>::mutate(artifact(100), |state| change(state.as_mut().unwrap()));
}

fn change_past(change: impl FnOnce(&mut crate::PastSplitOf<Test>)) {
	PastSplits::<Test>::mutate(artifact(100), 1, |past| change(past.as_mut().unwrap()));
}

fn change_income(change: impl FnOnce(&mut ContributorIncome)) {
	ContributorIncomes::<Test>::mutate(1, |income| change(income.as_mut().unwrap()));
}

fn change_share(origin: Sequence, change: impl FnOnce(&mut Share)) {
	Shares::<Test>::mutate(origin, carol(), |share| change(share.as_mut().unwrap()));
}

fn wait(version: Sequence, split: SplitNumber, amount: Balance) {
	Waiting::<Test>::insert(
		crate::vault::place(version),
		split.to_be_bytes(),
		Part { amount, credit: 0 },
	);
}

#[test]
fn income_where_it_belongs() {
	breaks("1:", || Vaults::<Test>::insert(9, Vault { split: 0, amount: 5, credit: 0 }));
	breaks("1:", || Vaults::<Test>::insert(2, Vault { split: 2, amount: 0, credit: 0 }));
	// One with enough that does not wait, and one with too little that does.
	breaks("1:", || Waiting::<Test>::remove(crate::vault::place(1), 2u32.to_be_bytes()));
	breaks("1:", || wait(3, 0, 0));
	// A mark of a former split, and one of nothing.
	breaks("1:", || wait(1, 1, 0));
	breaks("1:", || wait(4, 0, 0));
	// Income apart that is the vault's own, or younger.
	breaks("1:", || wait(1, 2, 400));
	breaks("1:", || wait(1, 3, 5));
	// Credit in the place of a mark.
	breaks("1:", || {
		let key = (crate::vault::place(1), 2u32.to_be_bytes());
		Waiting::<Test>::insert(key.0, key.1, Part { amount: 0, credit: 1 });
	});
}

#[test]
fn counted_vaults() {
	breaks("2:", || change_split(|state| state.vaults += 1));
	breaks("2:", || change_past(|past| past.vaults -= 1));
	breaks("2:", || {
		PastSplits::<Test>::remove(artifact(100), 1);
	});
	breaks("2:", || {
		let past = PastSplits::<Test>::get(artifact(100), 1).unwrap();
		PastSplits::<Test>::insert(artifact(100), 0, crate::PastSplit { vaults: 0, ..past });
	});
	breaks("2:", || Splits::<Test>::insert(artifact(5), SplitState::first()));
	// A reward counts as well as a vault, and not in its place.
	breaks("2:", || {
		change_past(|past| {
			past.vaults -= 1;
			past.rewards += 1;
		})
	});
}

#[test]
fn members_that_share_all() {
	breaks("3:", || change_split(|state| state.split.members[0].share = percent(61)));
	breaks("3:", || change_split(|state| state.split.members[0].account = bob()));
	breaks("3:", || {
		change_past(|past| {
			past.members[0].share = percent(0);
			past.members[1].share = percent(100);
		})
	});
	breaks("3:", || change_past(|past| past.members.clear()));
	breaks("3:", || {
		Artifacts::mutate(|all| all.get_mut(&artifact(100)).unwrap().kind = ArtifactKind::Model)
	});
}

#[test]
fn numbers_and_depositors() {
	breaks("4:", || change_split(|state| state.depositor = None));
	breaks("4:", || {
		Splits::<Test>::mutate(artifact(3), |state| state.as_mut().unwrap().depositor = Some(bob()))
	});
	breaks("4:", || {
		Splits::<Test>::mutate(artifact(3), |state| {
			state.as_mut().unwrap().split = split_of(&[(bob(), 100)])
		})
	});
	// The numbers of the two change places.
	breaks("4:", || {
		change_split(|state| {
			state.number = 1;
			state.vaults = 2;
		});
		let past = PastSplits::<Test>::take(artifact(100), 1).unwrap();
		PastSplits::<Test>::insert(artifact(100), 2, crate::PastSplit { vaults: 1, ..past });
	});
}

#[test]
fn counted_records() {
	breaks("5:", || change_share(1, |share| share.records = 0));
	breaks("5:", || change_share(1, |share| share.records = 2));
	breaks("5:", || change_income(|income| income.versions[0].records = 2));
	breaks("5:", || change_income(|income| income.versions.as_mut().swap(0, 1)));
	breaks("5:", || change_income(|income| income.versions.truncate(1)));
	breaks("5:", || {
		change_income(|income| income.versions.try_push(VersionIncome::new(3)).unwrap())
	});
	breaks("5:", || {
		let income = ContributorIncome { owed: 0, ..Default::default() };
		ContributorIncomes::<Test>::insert(5, income);
	});
}

#[test]
fn what_is_due_and_kept() {
	breaks("6:", || change_income(|income| income.owed += 1));
	breaks("6:", || change_share(1, |share| share.checkpoint = 1_000));
	breaks("6:", || change_income(|income| income.versions[0].carry = 7));
	breaks("6:", || change_income(|income| income.versions[0].per_record += 1));
}

#[test]
fn no_earnings_of_nothing() {
	breaks("7:", || Earnings::<Test>::insert(mallory(), 0));
}

#[test]
fn a_pot_that_has_it_all() {
	breaks("8:", || Earnings::<Test>::insert(mallory(), 1));
	breaks("8:", || {
		let pot = Royalties::pot_account();
		Balances::set_balance(&pot, Balances::balance(&pot) - 1);
	});
}

#[test]
fn deposits_held() {
	breaks("9:", || change_split(|state| state.deposit += 1));
	breaks("9:", || change_past(|past| past.deposit += 1));
	breaks("9:", || change_share(2, |share| share.deposit -= 1));
}

#[test]
fn incomes_by_epochs() {
	fn change_incomes(change: impl FnOnce(&mut Vec<EpochIncome>)) {
		Incomes::<Test>::mutate(1, |incomes| {
			let mut all = incomes.to_vec();
			change(&mut all);
			*incomes = bounded(&all);
		});
	}
	let income = |epoch| EpochIncome { epoch, sales: 1, royalties: 0 };
	breaks("10:", || Incomes::<Test>::insert(9, bounded(&[income(0)])));
	breaks("10:", || change_incomes(Vec::clear));
	breaks("10:", || change_incomes(|all| all[0].sales = 0));
	breaks("10:", || change_incomes(|all| all[0].epoch = 1));
	breaks("10:", || {
		Epoch::set(1);
		change_incomes(|all| all.push(income(0)));
	});
	breaks("10:", || {
		Epoch::set(1);
		change_incomes(|all| all.insert(0, income(1)));
	});
}
