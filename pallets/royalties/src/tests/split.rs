// SPDX-License-Identifier: Apache-2.0

//! Splits: numbered, never edited, and each with its own income.

use super::util::*;

fn set(version: Sequence, split: Split<AccountId>) {
	let owner = Artifacts::mutate(|all| all[&artifact_of(version)].owner.clone());
	assert_ok!(Royalties::set_split(by(owner), artifact_of(version), split));
}

#[test]
fn members_share_and_the_first_has_what_rounding_leaves() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let split = split_of(&[(bob(), 33), (carol(), 33), (alice(), 34)]);
		set(version, split.clone());
		let deposit = Royalties::split_price(3).unwrap();
		assert_last(Event::SplitSet {
			artifact: artifact_of(version),
			number: 1,
			owner: alice(),
			split: split.clone(),
			deposit,
		});
		assert_eq!(held(HoldReason::Split, alice()), deposit);
		bring(version, 101);
		drain(version);
		assert_eq!((earnings(bob()), earnings(carol()), earnings(alice())), (34, 33, 34));
		let view = Royalties::api_split(artifact_of(version)).unwrap();
		assert_eq!((view.number, view.owner, view.split), (1, alice(), split));
	});
}

#[test]
fn back_to_the_owner_alone() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		set(version, split_of(&[(bob(), 100)]));
		let first = Royalties::split_price(1).unwrap();
		set(version, Split::owner_alone());
		assert_eq!(Splits::<Test>::get(artifact_of(version)).unwrap().number, 2);
		assert_eq!(held(HoldReason::Split, alice()), first);
		bring(version, 1_000);
		drain(version);
		assert_eq!((earnings(alice()), earnings(bob())), (1_000, 0));
	});
}

#[test]
fn income_belongs_to_the_split_that_it_came_in_under() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		set(version, split_of(&[(bob(), 100)]));
		bring(version, 1_000);
		set(version, split_of(&[(carol(), 100)]));
		// Both deposits are held: the old split has something to pay.
		assert_eq!(held(HoldReason::Split, alice()), 2 * Royalties::split_price(1).unwrap());
		events();
		assert_ok!(Royalties::distribute(by(mallory()), version));
		assert_eq!(
			events(),
			vec![
				Event::SplitRetired {
					artifact: artifact_of(version),
					number: 1,
					depositor: alice(),
					deposit: Royalties::split_price(1).unwrap(),
				},
				Event::Earned { account: bob(), version, amount: 1_000 },
				Event::Distributed {
					version,
					split: 1,
					income: 1_000,
					royalties: 0,
					contributors: 0,
					earnings: 1_000,
					credit: 0,
				},
			]
		);
		assert_eq!(held(HoldReason::Split, alice()), Royalties::split_price(1).unwrap());
		bring(version, 500);
		cascade();
		assert_eq!((earnings(bob()), earnings(carol())), (1_000, 500));
	});
}

#[test]
fn a_version_can_have_income_under_several_splits() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		for (number, member) in [bob(), carol(), mallory()].into_iter().enumerate() {
			set(version, split_of(&[(member, 100)]));
			// The second is too little for the cascade, until it is a former split's.
			bring(version, [1_000, 7, 300][number]);
		}
		let view = Royalties::api_vault(version);
		let parts: Vec<_> =
			view.parts.iter().map(|part| (part.split, part.amount, part.waiting)).collect();
		assert_eq!(parts, vec![(1, 1_000, true), (2, 7, true), (3, 300, true)]);
		assert_eq!(view.amount, 1_307);
		assert_eq!(Vaults::<Test>::get(version), Some(Vault { split: 3, amount: 300, credit: 0 }));
		// The oldest first.
		assert_ok!(Royalties::distribute(by(buyer()), version));
		assert_eq!((earnings(bob()), earnings(carol())), (1_000, 0));
		assert_ok!(Royalties::distribute(by(buyer()), version));
		assert_eq!((earnings(carol()), earnings(mallory())), (7, 0));
		cascade();
		assert_eq!(earnings(mallory()), 300);
		assert_eq!(PastSplits::<Test>::iter().count(), 0);
	});
}

#[test]
fn income_on_its_way_belongs_to_the_split_in_force_when_it_arrives() {
	TestExt::new().run(|| {
		let base = model(alice(), &[]);
		let top = model(bob(), &[(base, percent(50))]);
		set(base, split_of(&[(carol(), 100)]));
		bring(top, 1_000);
		// It is still in the vault of the descendant.
		set(base, split_of(&[(mallory(), 100)]));
		cascade();
		assert_eq!((earnings(carol()), earnings(mallory())), (0, 500));
	});
}

#[test]
fn a_split_is_kept_until_the_last_vault_is_paid() {
	TestExt::new().run(|| {
		let id = artifact(1);
		let first = publish_next(alice(), id, ArtifactKind::Model, &[]);
		let second = publish_next(alice(), id, ArtifactKind::Model, &[]);
		set(first, split_of(&[(bob(), 100)]));
		bring(first, 50);
		bring(second, 60);
		assert_eq!(Splits::<Test>::get(id).unwrap().vaults, 2);
		set(first, Split::owner_alone());
		assert_eq!(PastSplits::<Test>::get(id, 1).unwrap().vaults, 2);
		drain(first);
		assert_eq!(PastSplits::<Test>::get(id, 1).unwrap().vaults, 1);
		drain(second);
		assert_eq!(PastSplits::<Test>::get(id, 1), None);
		assert_eq!(earnings(bob()), 110);
	});
}

#[test]
fn a_transfer_leaves_the_old_owner_what_came_in_before() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		bring(version, 1_000);
		events();
		assert_ok!(transfer(id, bob()));
		assert_eq!(PastSplits::<Test>::get(id, 0).unwrap().depositor, alice());
		assert_eq!(
			events(),
			vec![
				Event::SplitKept {
					artifact: id,
					number: 0,
					vaults: 1,
					rewards: 0,
					depositor: alice(),
					deposit: Royalties::split_price(1).unwrap(),
				},
				Event::SplitSet {
					artifact: id,
					number: 1,
					owner: bob(),
					split: Split::owner_alone(),
					deposit: Royalties::split_price(0).unwrap(),
				},
			]
		);
		assert_eq!(held(HoldReason::Split, bob()), Royalties::split_price(0).unwrap());
		bring(version, 300);
		cascade();
		assert_eq!((earnings(alice()), earnings(bob())), (1_000, 300));
		assert_eq!(held(HoldReason::Split, alice()), 0);
	});
}

#[test]
fn a_transfer_ends_the_split() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		set(version, split_of(&[(carol(), 100)]));
		bring(version, 1_000);
		assert_ok!(transfer(id, bob()));
		let state = Splits::<Test>::get(id).unwrap();
		assert_eq!((state.number, state.depositor), (2, Some(bob())));
		bring(version, 300);
		drain(version);
		assert_eq!((earnings(carol()), earnings(bob())), (1_000, 300));
		assert_eq!(held(HoldReason::Split, alice()), 0);
		// Without income the old deposit comes back at once.
		assert_ok!(transfer(id, alice()));
		assert_eq!(held(HoldReason::Split, bob()), 0);
		assert_eq!(held(HoldReason::Split, alice()), Royalties::split_price(0).unwrap());
	});
}

#[test]
fn a_transfer_of_what_never_had_anything_costs_nothing() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_ok!(transfer(artifact_of(version), bob()));
		assert_eq!(Splits::<Test>::get(artifact_of(version)), None);
		assert_eq!(held(HoldReason::Split, bob()), 0);
		bring(version, 1_000);
		drain(version);
		assert_eq!(earnings(bob()), 1_000);
	});
}

#[test]
fn an_old_owner_without_anything_to_hold_hinders_no_transfer() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		Balances::set_balance(&alice(), MINIMUM);
		assert_ok!(transfer(artifact_of(version), bob()));
		assert_eq!(held(HoldReason::Split, alice()), 0);
		let past = Royalties::split_price(1).unwrap();
		assert_eq!(held(HoldReason::Split, bob()), past + Royalties::split_price(0).unwrap());
		drain(version);
		assert_eq!(earnings(alice()), 1_000);
		assert_eq!(held(HoldReason::Split, bob()), Royalties::split_price(0).unwrap());
	});
}

#[test]
fn a_transfer_fails_when_the_new_owner_cannot_pay() {
	TestExt::new().endow(account(9), 50).run(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		let id = artifact_of(version);
		assert_noop!(transfer(id, account(9)), sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn a_removed_artifact_gives_back_the_deposit() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let id = artifact_of(version);
		set(version, split_of(&[(bob(), 100)]));
		let deposit = held(HoldReason::Split, alice());
		remove(version);
		assert_eq!(Royalties::to_artifact(&id), None);
		assert_ok!(Royalties::on_removed(&id));
		assert_last(Event::SplitRetired { artifact: id, number: 1, depositor: alice(), deposit });
		assert_eq!(held(HoldReason::Split, alice()), 0);
		assert_eq!(Splits::<Test>::get(id), None);
		// One that never had a split of its own.
		assert_ok!(Royalties::on_removed(&artifact(77)));
	});
}

#[test]
fn fails_for_no_artifact() {
	TestExt::new().run(|| {
		assert_noop!(
			Royalties::set_split(by(alice()), artifact(1), Split::owner_alone()),
			Error::<Test>::ArtifactNotFound
		);
	});
}

#[test]
fn fails_when_signed_by_somebody_else() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_noop!(
			Royalties::set_split(by(bob()), artifact_of(version), split_of(&[(bob(), 100)])),
			Error::<Test>::NotOwner
		);
	});
}

/// Why a split of a model of Alice's is refused.
fn refused(split: Split<AccountId>) -> DispatchError {
	let version = model(alice(), &[]);
	let before = sp_io::storage::root(Default::default());
	let refused = Royalties::set_split(by(alice()), artifact_of(version), split).unwrap_err();
	assert_eq!(sp_io::storage::root(Default::default()), before);
	refused
}

#[test]
fn fails_when_shares_are_no_whole() {
	TestExt::new().run(|| {
		for shares in [[50, 49], [50, 51], [100, 100]] {
			let split = split_of(&[(alice(), shares[0]), (bob(), shares[1])]);
			assert_eq!(refused(split), Error::<Test>::SharesNotWhole.into());
		}
		// A millionth less.
		let mut split = split_of(&[(alice(), 50), (bob(), 50)]);
		split.members[1].share = Permill::from_parts(499_999);
		assert_eq!(refused(split), Error::<Test>::SharesNotWhole.into());
	});
}

#[test]
fn fails_when_a_share_is_zero() {
	TestExt::new().run(|| {
		let split = split_of(&[(alice(), 100), (bob(), 0)]);
		assert_eq!(refused(split), Error::<Test>::ZeroShare.into());
	});
}

#[test]
fn fails_when_a_member_is_named_twice() {
	TestExt::new().run(|| {
		let split = split_of(&[(bob(), 50), (bob(), 50)]);
		assert_eq!(refused(split), Error::<Test>::DuplicateMember.into());
	});
}

#[test]
fn fails_when_a_member_does_not_exist() {
	TestExt::new().run(|| {
		let split = split_of(&[(bob(), 50), (account(99), 50)]);
		assert_eq!(refused(split), Error::<Test>::MemberNotFound.into());
	});
}

#[test]
fn fails_when_contributors_of_a_model_should_share() {
	TestExt::new().run(|| {
		let split = with_contributors(percent(1));
		assert_eq!(refused(split), Error::<Test>::NotDataset.into());
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_held() {
	TestExt::new().endow(alice(), 100).run(|| {
		let split = split_of(&[(bob(), 100)]);
		assert_eq!(refused(split), sp_runtime::TokenError::FundsUnavailable.into());
	});
}
