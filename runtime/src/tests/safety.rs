// SPDX-License-Identifier: Apache-2.0

//! The switches for bad days work, and cannot lock anybody out for good.

use super::chain::{on_dev, send};
use crate::{Runtime, RuntimeCall, RuntimeOrigin, SafeMode, TxPause};
use frame_support::{assert_noop, assert_ok, traits::Contains, BoundedVec};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::DispatchError;

fn transfer() -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: Bob.to_account_id().into(),
		value: crate::units::money::UNITS,
	})
}

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

#[test]
fn safe_mode_stops_all_but_what_ends_it() {
	on_dev(|| {
		assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));
		assert_eq!(send(Alice, transfer()).unwrap().unwrap_err(), filtered());
		let exit = RuntimeCall::SafeMode(pallet_safe_mode::Call::force_exit {});
		assert_ok!(send(Alice, pallet_sudo::Call::sudo { call: Box::new(exit) }).unwrap());
		assert_ok!(send(Alice, transfer()).unwrap());
	});
}

#[test]
fn safe_mode_cannot_be_bought() {
	on_dev(|| {
		assert_noop!(
			SafeMode::enter(RuntimeOrigin::signed(Bob.to_account_id())),
			pallet_safe_mode::Error::<Runtime>::NotConfigured
		);
	});
}

#[test]
fn a_paused_call_is_refused_however_it_is_wrapped() {
	let name = |text: &str| BoundedVec::truncate_from(text.as_bytes().to_vec());
	on_dev(|| {
		assert_ok!(TxPause::pause(
			RuntimeOrigin::root(),
			(name("Balances"), name("transfer_keep_alive")),
		));
		assert_eq!(send(Alice, transfer()).unwrap().unwrap_err(), filtered());
		let batch = pallet_utility::Call::batch_all { calls: vec![transfer()] };
		assert_eq!(send(Alice, batch).unwrap().unwrap_err(), filtered());
	});
}

#[test]
fn what_unpauses_cannot_be_paused() {
	let name = |text: &str| BoundedVec::truncate_from(text.as_bytes().to_vec());
	on_dev(|| {
		for (pallet, call) in [("TxPause", "unpause"), ("Sudo", "sudo"), ("Timestamp", "set")] {
			assert_noop!(
				TxPause::pause(RuntimeOrigin::root(), (name(pallet), name(call))),
				pallet_tx_pause::Error::<Runtime>::Unpausable
			);
		}
		let inside = RuntimeCall::Sudo(pallet_sudo::Call::sudo { call: Box::new(transfer()) });
		assert!(<Runtime as frame_system::Config>::BaseCallFilter::contains(&inside));
		assert_eq!(pallet_sudo::Key::<Runtime>::get(), Some(Alice.to_account_id()));
	});
}
