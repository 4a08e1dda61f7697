// SPDX-License-Identifier: Apache-2.0

//! What clients rely on never changing.

use crate::{Runtime, RuntimeCall, TxExtension, UncheckedExtrinsic};
use frame_support::traits::PalletsInfoAccess;
use sp_runtime::traits::TransactionExtension;

/// Every pallet, by its index.
const PALLETS: [(usize, &str); 23] = [
	(0, "System"),
	(1, "Babe"),
	(2, "Timestamp"),
	(3, "Utility"),
	(4, "Multisig"),
	(5, "Proxy"),
	(6, "Preimage"),
	(7, "Scheduler"),
	(8, "MultiBlockMigrations"),
	(9, "SafeMode"),
	(10, "TxPause"),
	(11, "Sudo"),
	(12, "Pace"),
	(20, "Balances"),
	(21, "TransactionPayment"),
	(22, "Treasury"),
	(30, "Authorship"),
	(31, "Staking"),
	(32, "Offences"),
	(33, "Historical"),
	(34, "Session"),
	(35, "Grandpa"),
	(36, "AuthorityDiscovery"),
];

#[test]
fn pallets_keep_their_indices() {
	let mut expected = PALLETS.to_vec();
	expected.extend([(40, "Identity")]);
	expected.extend([(50, "ConvictionVoting"), (51, "Referenda"), (52, "Origins")]);
	expected.extend([(60, "Registry"), (61, "Provenance")]);
	expected.extend([(62, "Market"), (63, "Royalties"), (64, "Rewards")]);
	let found: Vec<_> = crate::AllPalletsWithSystem::infos()
		.into_iter()
		.map(|info| (info.index, info.name))
		.collect();
	assert_eq!(found, expected);
}

#[test]
fn there_are_no_bridges_and_no_contracts() {
	for info in crate::AllPalletsWithSystem::infos() {
		for absent in ["xcm", "bridge", "contracts", "revive", "evm"] {
			assert!(!info.module_name.contains(absent), "{}", info.module_name);
		}
	}
}

#[test]
fn transactions_carry_the_stock_extensions_in_their_order() {
	let found: Vec<_> = TxExtension::metadata().iter().map(|part| part.identifier).collect();
	assert_eq!(
		found,
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"WeightReclaim",
		],
	);
}

#[test]
fn the_calls_of_the_registry_keep_their_indices() {
	use codec::Encode;
	use frame_support::traits::GetCallIndex;
	let names = pallet_registry::Call::<Runtime>::get_call_indices();
	assert_eq!(names, (0..names.len() as u8).collect::<Vec<_>>().as_slice());
	let call =
		RuntimeCall::Registry(pallet_registry::Call::reserve { commitment: Default::default() });
	assert_eq!(call.encode()[..2], [60, 0]);
}

#[test]
fn the_calls_of_provenance_keep_their_indices() {
	use codec::Encode;
	use frame_support::traits::GetCallName;
	assert_eq!(
		pallet_provenance::Call::<Runtime>::get_call_names(),
		[
			"commit_records",
			"extend_records",
			"prove_record",
			"withdraw_consent",
			"attest",
			"revoke",
			"release_commitment",
			"release_record",
		]
	);
	let call = pallet_provenance::Call::revoke { version: 0, attestation: 0 };
	assert_eq!(RuntimeCall::Provenance(call).encode()[..2], [61, 5]);
}

#[test]
fn the_calls_of_the_market_keep_their_indices() {
	use codec::Encode;
	use frame_support::traits::GetCallName;
	assert_eq!(
		pallet_market::Call::<Runtime>::get_call_names(),
		[
			"create_offer",
			"update_offer",
			"close_offer",
			"buy",
			"renew",
			"refund",
			"waive_refund",
			"settle",
			"transfer_license",
			"release_license",
			"pledge_cap",
			"lower_cap",
		]
	);
	let call = pallet_market::Call::refund { artifact: Default::default() };
	assert_eq!(RuntimeCall::Market(call).encode()[..2], [62, 5]);
}

#[test]
fn the_calls_of_royalties_keep_their_indices() {
	use codec::Encode;
	use frame_support::traits::GetCallName;
	assert_eq!(
		pallet_royalties::Call::<Runtime>::get_call_names(),
		["set_split", "distribute", "withdraw", "collect_share"]
	);
	let call = pallet_royalties::Call::distribute { version: 0 };
	assert_eq!(RuntimeCall::Royalties(call).encode()[..2], [63, 1]);
}

#[test]
fn the_calls_of_rewards_keep_their_indices() {
	use codec::Encode;
	use frame_support::traits::GetCallName;
	assert_eq!(pallet_rewards::Call::<Runtime>::get_call_names(), ["claim", "set_parameters"]);
	let call = pallet_rewards::Call::claim { epoch: 0, version: 0 };
	assert_eq!(RuntimeCall::Rewards(call).encode()[..2], [64, 0]);
}

#[test]
fn origins_of_referenda_keep_their_indices() {
	use crate::{origins::Origin, OriginCaller};
	use codec::Encode;
	assert_eq!(OriginCaller::Origins(Origin::GeneralAdmin).encode(), [52, 0]);
	assert_eq!(OriginCaller::Origins(Origin::ReferendumKiller).encode(), [52, 5]);
}

#[test]
fn weights_allow_for_every_reason_to_hold() {
	use agora_primitives::counted::size;
	use frame_support::traits::StorageInfoTrait;
	let infos = crate::Balances::storage_info();
	let holds = infos.iter().find(|info| info.storage_name == b"Holds").unwrap();
	let longest = u64::from(holds.max_size.unwrap());
	assert!(longest <= size::HOLDS, "{longest}");
}

#[test]
fn a_call_is_small() {
	// Every transaction in the pool and every nested call pays for the largest.
	assert!(core::mem::size_of::<RuntimeCall>() <= 256);
	assert!(core::mem::size_of::<UncheckedExtrinsic>() <= 512);
}

#[test]
fn integrity_holds() {
	use frame_support::traits::IntegrityTest;
	sp_io::TestExternalities::default().execute_with(crate::AllPalletsWithSystem::integrity_test);
}
