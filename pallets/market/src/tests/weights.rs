// SPDX-License-Identifier: Apache-2.0

//! That provisional weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own.

use super::util::*;
use crate::weights::size;
use agora_test_utils::longest;
use frame_support::traits::StorageInfoTrait;

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Market", "Offers"), size::OFFERS);
	assert_eq!(length("Market", "NextOffer"), size::NEXT_OFFER);
	assert_eq!(length("Market", "Sales"), size::SALES);
	assert_eq!(length("Market", "Licenses"), size::LICENSES);
	assert_eq!(length("Market", "Due"), size::DUE);
	assert_eq!(length("Market", "VersionUses"), size::VERSION_USES);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// As many reasons as a runtime may have; this one has but four.
	assert!(length("Balances", "Holds") <= size::HOLDS);
}
