// SPDX-License-Identifier: Apache-2.0

//! Presets make chains that can start.

use super::chain::{chain, check_invariants, preset};
use crate::{
	genesis::{preset_names, DEV_ENDOWMENT, GENESIS_STAKE},
	units::money::EXISTENTIAL_DEPOSIT,
	Babe, Balances, Grandpa, Runtime, Session,
};
use frame_support::traits::fungible::{Inspect, InspectHold};
use sp_keyring::Sr25519Keyring;

#[test]
fn every_preset_is_a_genesis() {
	for name in preset_names() {
		chain(name.as_ref()).execute_with(check_invariants);
	}
}

#[test]
fn presets_have_the_validators_they_promise() {
	for (name, validators) in [("development", 1), ("local_testnet", 4), ("testnet", 0)] {
		chain(name).execute_with(|| {
			assert_eq!(Session::validators().len(), validators, "{name}");
			assert_eq!(Babe::authorities().len(), validators, "{name}");
			assert_eq!(Grandpa::grandpa_authorities().len(), validators, "{name}");
		});
	}
}

#[test]
#[cfg(feature = "runtime-benchmarks")]
fn benchmarks_may_stake_any_amount_and_nobody_else() {
	for (name, any) in [("development", false), ("testnet", false), ("benchmarks", true)] {
		chain(name).execute_with(|| {
			assert_eq!(pallet_staking::MinValidatorBond::<Runtime>::get() == 0, any, "{name}");
			assert_eq!(pallet_staking::MinNominatorBond::<Runtime>::get() == 0, any, "{name}");
		});
	}
}

#[test]
fn only_development_has_a_key_to_steer_it() {
	for (name, key) in [("development", true), ("local_testnet", true), ("testnet", false)] {
		chain(name).execute_with(|| {
			assert_eq!(pallet_sudo::Key::<Runtime>::get().is_some(), key, "{name}");
		});
	}
}

#[test]
fn the_testnet_knows_no_well_known_account() {
	assert_eq!(preset("testnet")["balances"]["balances"], serde_json::json!([]));
	chain("testnet").execute_with(|| {
		// Only the accounts exist that money goes to, with the least an account can have: the
		// treasury, the commons, and the pots of what is not withdrawn and of rewards.
		assert_eq!(Balances::total_issuance(), 4 * EXISTENTIAL_DEPOSIT);
		for key in Sr25519Keyring::iter() {
			assert_eq!(Balances::total_balance(&key.to_account_id()), 0);
		}
	});
}

#[test]
fn development_accounts_are_funded_and_stashes_are_bonded() {
	chain("development").execute_with(|| {
		for key in Sr25519Keyring::well_known() {
			assert_eq!(Balances::total_balance(&key.to_account_id()), DEV_ENDOWMENT);
		}
		let stash = Sr25519Keyring::AliceStash.to_account_id();
		assert_eq!(Balances::total_balance_on_hold(&stash), GENESIS_STAKE);
	});
}
