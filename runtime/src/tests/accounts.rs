// SPDX-License-Identifier: Apache-2.0

//! Accounts come, go and come again; proxies do what they may and no more.

use super::chain::{next_block, on_dev, run_to_block, send, signed};
use crate::{
	configs::accounts::ProxyType, units::money::UNITS, Balances, Executive, Runtime, RuntimeCall,
	RuntimeEvent, System,
};
use frame_support::{assert_ok, traits::fungible::Inspect};
use pallet_registry::Call as RegistryCall;
use sp_keyring::Sr25519Keyring::{Alice, Bob, One};
use sp_runtime::transaction_validity::InvalidTransaction;

fn give(value: u128) -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::transfer_allow_death {
		dest: One.to_account_id().into(),
		value,
	})
}

#[test]
fn a_new_account_counts_from_its_first_block() {
	on_dev(|| {
		run_to_block(7);
		assert_ok!(send(Alice, give(UNITS)).unwrap());
		assert_eq!(*System::account_nonce(One.to_account_id()), 7);
	});
}

#[test]
fn a_transaction_of_a_reaped_account_cannot_be_played_again() {
	on_dev(|| {
		run_to_block(5);
		assert_ok!(send(Alice, give(2 * UNITS)).unwrap());
		let everything = pallet_balances::Call::transfer_all {
			dest: Bob.to_account_id().into(),
			keep_alive: false,
		};
		let emptied = signed(One, everything, 5, 0);
		Executive::apply_extrinsic(emptied.clone()).unwrap().unwrap();
		assert_eq!(Balances::total_balance(&One.to_account_id()), 0);

		// Its owner gets money again, and somebody sends the old transaction again.
		next_block();
		assert_ok!(send(Alice, give(2 * UNITS)).unwrap());
		assert_eq!(
			Executive::apply_extrinsic(emptied).unwrap_err(),
			InvalidTransaction::Stale.into()
		);
	});
}

/// Make Bob a proxy of Alice, and let him send `call` in her name.
fn through_proxy(kind: ProxyType, call: RuntimeCall) -> sp_runtime::DispatchResult {
	assert_ok!(send(
		Alice,
		pallet_proxy::Call::add_proxy {
			delegate: Bob.to_account_id().into(),
			proxy_type: kind,
			delay: 0,
		}
	)
	.unwrap());
	assert_ok!(send(
		Bob,
		pallet_proxy::Call::proxy {
			real: Alice.to_account_id().into(),
			force_proxy_type: None,
			call: Box::new(call),
		}
	)
	.unwrap());
	super::chain::last_event(|event| match event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	})
}

fn register() -> RuntimeCall {
	RuntimeCall::Registry(RegistryCall::register {
		kind: agora_primitives::ArtifactKind::Model,
		name: b"by-proxy".to_vec().try_into().unwrap(),
		tags: Default::default(),
	})
}

#[test]
fn a_publishing_proxy_publishes_and_nothing_else() {
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	on_dev(|| {
		assert_eq!(through_proxy(ProxyType::Publishing, give(UNITS)), filtered);
	});
	on_dev(|| {
		assert_eq!(through_proxy(ProxyType::Publishing, register()), Ok(()));
	});
	on_dev(|| {
		let transfer = RegistryCall::transfer_ownership {
			artifact: Default::default(),
			new_owner: Bob.to_account_id(),
		};
		assert_eq!(through_proxy(ProxyType::Publishing, transfer.into()), filtered);
	});
	on_dev(|| {
		// Nor what binds the person and not the publisher.
		let withdrawal = pallet_provenance::Call::withdraw_consent { version: 1, index: 0 };
		assert_eq!(through_proxy(ProxyType::Publishing, withdrawal.into()), filtered);
	});
	on_dev(|| {
		let commit = pallet_provenance::Call::commit_records {
			version: 1,
			root: Default::default(),
			count: 1,
		};
		let refused = pallet_provenance::Error::<Runtime>::VersionNotFound;
		assert_eq!(through_proxy(ProxyType::Publishing, commit.into()), Err(refused.into()));
	});
	on_dev(|| {
		// A batch cannot smuggle in what the proxy may not do.
		let batch = pallet_utility::Call::batch_all { calls: vec![register(), give(UNITS)] };
		assert_eq!(through_proxy(ProxyType::Publishing, batch.into()), filtered);
	});
}

#[test]
fn a_proxy_without_transfers_gives_nothing_away() {
	on_dev(|| {
		let result = through_proxy(ProxyType::NonTransfer, give(UNITS));
		assert_eq!(result, Err(frame_system::Error::<Runtime>::CallFiltered.into()));
	});
}
