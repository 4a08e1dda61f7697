// SPDX-License-Identifier: Apache-2.0

//! Accounts that belong to no person: pots and pools.

use frame_support::traits::fungible::Mutate;
use sp_runtime::traits::{Saturating, Zero};

/// See that the accounts exist that money goes to, so that no amount is too small for them.
pub fn endow<AccountId: Eq, Currency: Mutate<AccountId>>(
	accounts: impl IntoIterator<Item = AccountId>,
) {
	let minimum = Currency::minimum_balance();
	for account in accounts {
		let missing = minimum.saturating_sub(Currency::balance(&account));
		if !missing.is_zero() {
			// It cannot be too little, and only overflow speaks against it.
			let minted = Currency::mint_into(&account, missing);
			debug_assert!(minted.is_ok(), "there is room for an account's least balance");
		}
	}
}
