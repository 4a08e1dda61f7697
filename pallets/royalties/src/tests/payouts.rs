// SPDX-License-Identifier: Apache-2.0

//! Payouts: divided by a split that was kept for them, whatever took its place.

use super::util::*;

/// Who pays rewards.
fn pot() -> AccountId {
	account(20)
}

fn set(version: Sequence, split: Split<AccountId>) {
	let owner = Artifacts::mutate(|all| all[&artifact_of(version)].owner.clone());
	assert_ok!(Royalties::set_split(by(owner), artifact_of(version), split));
}

/// For how many payouts a version's split is kept.
fn kept(version: Sequence, split: SplitNumber) -> u32 {
	Royalties::kept(&artifact_of(version), split)
}

#[test]
fn a_payout_is_divided_by_the_split_in_force() {
	TestExt::new().run(|| {
		let base = model(carol(), &[]);
		let version = model(alice(), &[(base, percent(50))]);
		set(version, split_of(&[(bob(), 33), (alice(), 67)]));
		assert_ok!(Royalties::keep(version, 1));
		assert_eq!(kept(version, 1), 1);
		events();
		assert_ok!(Royalties::pay(version, 1, &pot(), 101));
		assert_eq!(
			events(),
			vec![
				Event::Earned { account: bob(), version, amount: 34 },
				Event::Earned { account: alice(), version, amount: 67 },
				Event::PayoutDivided {
					version,
					split: 1,
					amount: 101,
					contributors: 0,
					earnings: 101
				},
			]
		);
		// Nothing of it goes on to sources.
		assert_eq!((earnings(bob()), earnings(alice()), income_of(base)), (34, 67, 0));
		assert_eq!(free(pot()), ENDOWMENT - 101);
		assert_eq!(kept(version, 1), 0);
		assert_ok!(Royalties::withdraw(by(mallory()), bob()));
	});
}

#[test]
fn a_new_split_keeps_the_one_that_something_will_be_paid_under() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		let deposit = Royalties::split_price(1).unwrap();
		set(version, split_of(&[(bob(), 100)]));
		assert_ok!(Royalties::keep(version, 1));
		events();
		set(version, split_of(&[(carol(), 100)]));
		assert_eq!(
			events()[0],
			Event::SplitKept {
				artifact: id,
				number: 1,
				vaults: 0,
				rewards: 1,
				depositor: alice(),
				deposit,
			}
		);
		assert_eq!(held(HoldReason::Split, alice()), 2 * deposit);
		assert_ok!(Royalties::pay(version, 1, &pot(), 500));
		// Paid and no longer needed.
		assert_eq!(
			events(),
			vec![
				Event::SplitRetired { artifact: id, number: 1, depositor: alice(), deposit },
				Event::Earned { account: bob(), version, amount: 500 },
				Event::PayoutDivided {
					version,
					split: 1,
					amount: 500,
					contributors: 0,
					earnings: 500
				},
			]
		);
		assert_eq!(PastSplits::<Test>::get(id, 1), None);
		assert_eq!(held(HoldReason::Split, alice()), deposit);
		assert_eq!((earnings(bob()), earnings(carol())), (500, 0));
	});
}

#[test]
fn a_transfer_leaves_the_old_owner_what_will_be_paid() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		assert_ok!(Royalties::keep(version, 0));
		assert_eq!(Splits::<Test>::get(id).unwrap().rewards, 1);
		assert_ok!(transfer(id, bob()));
		let past = PastSplits::<Test>::get(id, 0).unwrap();
		assert_eq!((past.vaults, past.rewards, past.depositor), (0, 1, alice()));
		assert_ok!(Royalties::pay(version, 0, &pot(), 70));
		assert_eq!((earnings(alice()), earnings(bob())), (70, 0));
		assert_eq!(held(HoldReason::Split, alice()), 0);
	});
}

#[test]
fn a_split_outlives_its_income_where_a_reward_for_that_will_be_paid() {
	TestExt::new().run(|| {
		Keeping::set(true);
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		pay(version, 1_000);
		set(version, split_of(&[(bob(), 100)]));
		pay(version, 1_000);
		set(version, split_of(&[(carol(), 100)]));
		cascade();
		assert_eq!(rested(), vec![(version, 0, 30), (version, 1, 30)]);
		assert_eq!((kept(version, 0), kept(version, 1), kept(version, 2)), (1, 1, 0));
		let deposit = Royalties::split_price(1).unwrap();
		assert_eq!(held(HoldReason::Split, alice()), 3 * deposit);
		assert_ok!(Royalties::leave(version, 1));
		assert_last(Event::SplitRetired { artifact: id, number: 1, depositor: alice(), deposit });
		assert_ok!(Royalties::pay(version, 0, &pot(), 27));
		assert_eq!(PastSplits::<Test>::iter().count(), 0);
		assert_eq!(held(HoldReason::Split, alice()), deposit);
		assert_eq!((earnings(alice()), earnings(bob())), (970 + 27, 970));
	});
}

#[test]
fn income_keeps_a_split_that_rewards_leave() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		set(version, split_of(&[(bob(), 100)]));
		assert_ok!(Royalties::keep(version, 1));
		bring(version, 50);
		set(version, Split::owner_alone());
		assert_ok!(Royalties::leave(version, 1));
		let past = PastSplits::<Test>::get(artifact_of(version), 1).unwrap();
		assert_eq!((past.vaults, past.rewards), (1, 0));
		drain(version);
		assert_eq!(PastSplits::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_first_split_is_stored_as_long_as_it_is_kept() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		assert_ok!(Royalties::keep(version, 0));
		assert_ok!(Royalties::keep(version, 0));
		assert_eq!(kept(version, 0), 2);
		bring(version, 10);
		drain(version);
		assert_ok!(Royalties::leave(version, 0));
		assert_eq!(kept(version, 0), 1);
		assert_ok!(Royalties::pay(version, 0, &pot(), 5));
		assert_eq!(Splits::<Test>::get(id), None);
		assert_eq!(earnings(alice()), 15);
	});
}

#[test]
fn contributors_have_their_share_of_a_payout() {
	TestExt::new().run(|| {
		let version = dataset(10, None);
		set(version, with_contributors(percent(50)));
		prove(version, carol());
		prove(version, carol());
		assert_ok!(Royalties::keep(version, 1));
		events();
		assert_ok!(Royalties::pay(version, 1, &pot(), 1_005));
		assert_eq!(
			events(),
			vec![
				Event::ContributorsPaid { version, per_record: 50, records: 2, amount: 100 },
				Event::Earned { account: alice(), version, amount: 903 },
				Event::PayoutDivided {
					version,
					split: 1,
					amount: 1_005,
					contributors: 100,
					earnings: 903
				},
			]
		);
		// Two are kept for the next time, be it income or a payout.
		bring(version, 996);
		drain(version);
		assert_eq!(Royalties::api_share(version, carol()).unwrap().due, 200);
		assert_ok!(Royalties::collect_share(by(mallory()), version, carol()));
	});
}

#[test]
fn a_payout_of_nothing_only_leaves_the_split() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_ok!(Royalties::keep(version, 0));
		events();
		assert_ok!(Royalties::pay(version, 0, &pot(), 0));
		assert_eq!(
			events(),
			vec![Event::PayoutDivided {
				version,
				split: 0,
				amount: 0,
				contributors: 0,
				earnings: 0
			}]
		);
		assert_eq!(kept(version, 0), 0);
	});
}

#[test]
fn who_shares_in_a_payout() {
	TestExt::new().run(|| {
		let (dave, eve) = (account(6), account(7));
		let first = dataset(10, None);
		let second = dataset(20, Some(first));
		let other = model(alice(), &[]);
		prove(first, carol());
		prove(second, dave.clone());
		let shares = |version, split, who: AccountId| Royalties::shares_in(version, split, &who);
		// The owner alone, whether that is stored or not.
		assert!(shares(first, 0, alice()) && !shares(first, 0, carol()));
		assert_ok!(Royalties::keep(first, 0));
		assert!(shares(first, 0, alice()) && !shares(first, 0, bob()));

		let split =
			Split { contributors: percent(1), ..split_of(&[(bob(), 60), (eve.clone(), 40)]) };
		set(first, split);
		assert!(shares(first, 1, bob()) && shares(first, 1, eve) && !shares(first, 1, alice()));
		// A record is in the version that brought it, and in those that extend that one.
		assert!(shares(first, 1, carol()) && !shares(first, 1, dave.clone()));
		assert!(shares(second, 1, carol()) && shares(second, 1, dave.clone()));
		// The one before is kept, without contributors.
		assert!(shares(second, 0, alice()) && !shares(second, 0, carol()));
		assert_ok!(Royalties::leave(first, 0));
		assert!(!shares(second, 0, alice()));
		// Those who withdrew have no part, nor has anybody in what is not there.
		withdraw_consent(first, carol());
		assert!(!shares(second, 1, carol()) && shares(second, 1, dave));
		assert!(!shares(first, 2, bob()) && !shares(99, 0, alice()));
		assert!(shares(other, 0, alice()) && !shares(other, 0, carol()));
	});
}

#[test]
fn fails_to_keep_what_is_not_there() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		for split in [1, 7] {
			assert_noop!(Royalties::keep(version, split), Error::<Test>::SplitNotFound);
		}
		// A former one that nothing is divided by is gone.
		set(version, split_of(&[(bob(), 100)]));
		set(version, split_of(&[(carol(), 100)]));
		for split in [0, 1] {
			assert_noop!(Royalties::keep(version, split), Error::<Test>::SplitNotFound);
		}
		assert_noop!(Royalties::keep(version + 1, 0), Error::<Test>::VersionNotFound);
	});
}

#[test]
fn fails_to_leave_or_pay_under_what_is_not_kept() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let refused = |version, split, error: Error<Test>| {
			let pay = Royalties::pay(version, split, &pot(), 100);
			assert_eq!(pay, Err(error.into()));
			assert_noop!(Royalties::leave(version, split), pay.unwrap_err());
		};
		refused(version + 1, 0, Error::VersionNotFound);
		refused(version, 0, Error::SplitNotFound);
		refused(version, 1, Error::SplitNotFound);
		// It has income, and that is not the same.
		bring(version, 10);
		refused(version, 0, Error::SplitNotKept);
		set(version, split_of(&[(bob(), 100)]));
		refused(version, 0, Error::SplitNotKept);
		refused(version, 1, Error::SplitNotKept);
		// Each keeping is answered once.
		assert_ok!(Royalties::keep(version, 1));
		assert_ok!(Royalties::pay(version, 1, &pot(), 100));
		refused(version, 1, Error::SplitNotKept);
		assert_eq!(free(pot()), ENDOWMENT - 100);
	});
}

#[test]
fn fails_to_pay_what_the_payer_does_not_have() {
	TestExt::new().endow(pot(), 100 + MINIMUM).run(|| {
		let version = model(alice(), &[]);
		set(version, split_of(&[(bob(), 100)]));
		assert_ok!(Royalties::keep(version, 1));
		set(version, Split::owner_alone());
		// It pays for no split that it is gone itself.
		for amount in [101, 100 + MINIMUM, 1_000] {
			assert_noop!(
				Royalties::pay(version, 1, &pot(), amount),
				if amount == 1_000 {
					sp_runtime::TokenError::FundsUnavailable
				} else {
					sp_runtime::TokenError::NotExpendable
				}
			);
		}
		assert_eq!(kept(version, 1), 1);
		assert_ok!(Royalties::pay(version, 1, &pot(), 100));
		assert_eq!(earnings(bob()), 100);
	});
}
