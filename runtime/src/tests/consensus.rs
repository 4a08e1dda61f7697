// SPDX-License-Identifier: Apache-2.0

//! Sessions and eras turn, and validators are paid for them.

use super::chain::{
	begin_block, chain, check_invariants, free, next_block, on_dev, run_to_session,
};
use crate::{
	configs::{
		consensus::{MaxSetIdSessionEntries, SessionKeyDeposit},
		governance::TreasuryAccount,
	},
	pace::EraSessions,
	units::money::deposit,
	Babe, Balances, Header, Historical, Runtime, RuntimeOrigin, Session, SessionKeys, Staking,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Inspect, Get, KeyOwnerProofSystem},
};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	AuthorityId, EquivocationProof, Slot, KEY_TYPE,
};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Header as _, Digest, DigestItem};

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

/// Two blocks that Alice made for a slot.
fn two_blocks(slot: Slot) -> EquivocationProof<Header> {
	let sealed = |state| {
		let claim = SecondaryPlainPreDigest { authority_index: 0, slot };
		let made = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
		let digest = Digest { logs: vec![made] };
		let mut header =
			Header::new(1, Default::default(), [state; 32].into(), Default::default(), digest);
		let seal = Sr25519Keyring::Alice.pair().sign(header.hash().as_ref()).into();
		header.digest_mut().push(DigestItem::babe_seal(seal));
		header
	};
	EquivocationProof {
		offender: Sr25519Keyring::Alice.public().into(),
		slot,
		first_header: sealed(1),
		second_header: sealed(2),
	}
}

/// The node asks the state of the block itself for the proof, and not that of its parent.
#[test]
fn two_blocks_for_the_first_slot_of_a_session_are_proven_by_that_session() {
	chain("development").execute_with(|| {
		begin_block();
		let alice = || AuthorityId::from(Sr25519Keyring::Alice.public());
		let owner = || Historical::prove((KEY_TYPE, alice())).expect("Alice is a validator");
		let of_parent = owner();
		run_to_session(1);
		let slot = pallet_babe::CurrentSlot::<Runtime>::get();
		let of_block = owner();
		next_block();

		let report = |owner| {
			let proof = Box::new(two_blocks(slot));
			Babe::report_equivocation_unsigned(RuntimeOrigin::none(), proof, owner)
		};
		let refused = pallet_babe::Error::<Runtime>::InvalidKeyOwnershipProof;
		assert_noop!(report(of_parent), refused);
		assert_ok!(report(of_block.clone()));
		let known = pallet_babe::Error::<Runtime>::DuplicateOffenceReport;
		assert_noop!(report(of_block), known);
	});
}
