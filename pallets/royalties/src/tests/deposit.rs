// SPDX-License-Identifier: Apache-2.0

//! What is held for what is stored.

use super::util::*;
use crate::deposit::{CONTRIBUTOR_INCOME_KEY, PAST_SPLIT_KEY, SHARE_KEY};

#[test]
fn keys_are_as_long_as_deposits_say() {
	assert_eq!(PastSplits::<Test>::hashed_key_for(artifact(1), 2).len(), PAST_SPLIT_KEY);
	assert_eq!(Shares::<Test>::hashed_key_for(1, alice()).len(), SHARE_KEY);
	assert_eq!(ContributorIncomes::<Test>::hashed_key_for(1).len(), CONTRIBUTOR_INCOME_KEY);
}

/// What a map of this pallet has in storage, at the prices of deposits.
fn worth(item: &str) -> Balance {
	let mut prefix = sp_io::hashing::twox_128(b"Royalties").to_vec();
	prefix.extend(sp_io::hashing::twox_128(item.as_bytes()));
	let (mut key, mut worth) = (prefix.clone(), 0);
	while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&prefix)) {
		key = next;
		let bytes = key.len() + sp_io::storage::get(&key).unwrap().len();
		worth += ITEM + bytes as Balance * BYTE;
	}
	worth
}

fn paid(reason: HoldReason) -> Balance {
	(1..=ACCOUNTS).map(|number| held(reason, account(number))).sum()
}

/// So many members with nearly equal shares.
fn members(count: u32) -> Split<AccountId> {
	let shares: Vec<_> = (0..count)
		.map(|place| (account(place as u8 + 1), 100 / count + u32::from(place < 100 % count)))
		.collect();
	split_of(&shares)
}

#[test]
fn a_split_pays_for_itself_to_the_byte() {
	for count in 1..=MAX_MEMBERS {
		TestExt::new().run(|| {
			let version = model(alice(), &[]);
			let split = members(count);
			assert_ok!(Royalties::set_split(by(alice()), artifact_of(version), split));
			assert_eq!(paid(HoldReason::Split), worth("Splits"));
			bring(version, 1_000);
			assert_ok!(Royalties::keep(version, 1));
			assert_eq!(paid(HoldReason::Split), worth("Splits"));
			// A former one needs a byte less; an owner who is alone pays for becoming a member.
			let former = paid(HoldReason::Split);
			assert_ok!(Royalties::set_split(
				by(alice()),
				artifact_of(version),
				Split::owner_alone()
			));
			assert_eq!(former, worth("PastSplits") + BYTE);
			let member = 36 * BYTE;
			let now = former + worth("Splits") + member;
			assert_eq!(paid(HoldReason::Split), now);
			bring(version, 1_000);
			assert_ok!(Royalties::set_split(by(alice()), artifact_of(version), members(1)));
			assert_eq!(paid(HoldReason::Split), worth("PastSplits") + 2 * BYTE + worth("Splits"));
			drain(version);
			assert_ok!(Royalties::leave(version, 1));
			assert_eq!(paid(HoldReason::Split), worth("Splits"));
			assert_eq!(worth("PastSplits"), 0);
		});
	}
}

#[test]
fn a_share_pays_for_itself_and_for_an_entry() {
	TestExt::new().run(|| {
		let first = dataset(10, None);
		prove(first, carol());
		// One entry's length takes a byte, not two.
		assert_eq!(paid(HoldReason::Share), worth("Shares") + worth("ContributorIncomes") + BYTE);
		let second = dataset(10, Some(first));
		prove(second, bob());
		prove(first, bob());
		assert!(paid(HoldReason::Share) >= worth("Shares") + worth("ContributorIncomes"));
	});
}

#[test]
fn what_nobody_pays_for_is_there_only_with_money() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		bring(version, 1_000);
		drain(version);
		assert_ok!(Royalties::withdraw(by(alice()), alice()));
		for item in ["Vaults", "Waiting", "Splits", "PastSplits", "Earnings", "Shares"] {
			assert_eq!(worth(item), 0);
		}
	});
}

#[test]
fn a_change_of_prices_takes_and_gives_what_was_recorded() {
	for factor in [0, 10] {
		TestExt::new().run(|| {
			let version = dataset(10, None);
			let id = artifact_of(version);
			assert_ok!(Royalties::set_split(by(bob_owns(id)), id, members(3)));
			bring(version, 1_000);
			prove(version, carol());
			ItemDeposit::set(ITEM * factor + 1);
			ByteDeposit::set(BYTE * factor + 1);
			Royalties::do_try_state().unwrap();
			assert_ok!(transfer(id, alice()));
			drain(version);
			assert_eq!(held(HoldReason::Split, bob()), 0);
			withdraw_consent(version, carol());
			assert_eq!(held(HoldReason::Share, carol()), 0);
			remove(version);
			assert_ok!(Royalties::on_removed(&id));
			assert_eq!(paid(HoldReason::Split) + paid(HoldReason::Share), 0);
		});
	}
}

/// Let Bob own an artifact.
fn bob_owns(id: ArtifactId) -> AccountId {
	assert_ok!(transfer(id, bob()));
	bob()
}
