// SPDX-License-Identifier: Apache-2.0

//! Sessions and eras turn, and validators are paid for them.

use super::chain::{begin_block, chain, check_invariants, free, on_dev, run_to_session};
use crate::{
	configs::{
		consensus::{MaxSetIdSessionEntries, SessionKeyDeposit},
		governance::TreasuryAccount,
	},
	pace::EraSessions,
	units::money::deposit,
	Babe, Balances, Runtime, RuntimeOrigin, Session, SessionKeys, Staking,
};
use frame_support::{
	assert_ok,
	traits::{fungible::Inspect, Get},
};
use sp_keyring::Sr25519Keyring;

#[test]
fn an_era_ends_and_pays_its_validator() {
	chain("development").execute_with(|| {
		begin_block();
		let stash = Sr25519Keyring::AliceStash.to_account_id();
		let before = Balances::total_balance(&stash);
		run_to_session(1);
		assert_eq!(Babe::epoch_index(), 1);
		run_to_session(EraSessions::get() + 1);
		assert_eq!(pallet_staking::ActiveEra::<Runtime>::get().unwrap().index, 1);
		assert!(free(&TreasuryAccount::get()) > 0, "the rest of the era's issuance");

		let issued = Balances::total_issuance();
		assert_ok!(Staking::payout_stakers(
			RuntimeOrigin::signed(Sr25519Keyring::Bob.to_account_id()),
			stash.clone(),
			0,
		));
		let paid = Balances::total_balance(&stash) - before;
		assert!(paid > 0);
		assert_eq!(Balances::total_issuance() - issued, paid);
		assert_eq!(Session::validators(), [stash]);
		check_invariants();
	});
}

#[test]
fn session_keys_cost_what_they_store() {
	use codec::MaxEncodedLen;
	// One record of the three keys, and the owner of each, by its 4-byte kind and 32-byte key.
	let keys = <[u8; 32]>::max_encoded_len() * 3;
	let owners = 3 * crate::AccountId::max_encoded_len();
	assert_eq!(SessionKeyDeposit::get(), deposit(4, (keys + owners) as u32));
}

#[test]
fn new_session_keys_need_proof_that_they_are_owned() {
	on_dev(|| {
		let bob = Sr25519Keyring::Bob.to_account_id();
		let keys = SessionKeys {
			grandpa: sp_keyring::Ed25519Keyring::Bob.public().into(),
			babe: Sr25519Keyring::Bob.public().into(),
			authority_discovery: Sr25519Keyring::Bob.public().into(),
		};
		let result = Session::set_keys(RuntimeOrigin::signed(bob), keys, vec![]);
		assert_eq!(result.unwrap_err(), pallet_session::Error::<Runtime>::InvalidProof.into());
	});
}

#[test]
fn offences_stay_provable_as_long_as_stake_can_be_slashed() {
	let sessions = crate::units::time::BONDING_ERAS * EraSessions::get();
	assert!(MaxSetIdSessionEntries::get() >= u64::from(sessions));
}
