// SPDX-License-Identifier: Apache-2.0

//! Deposits: what is held for what is stored.
//!
//! A deposit is one price for every stored item and another for every byte of its key and value. It
//! is recorded with what it was taken for, so that a later change of prices neither traps nor
//! mints anything.

use frame_support::traits::{fungible::hold::Mutate, tokens::Precision};
use sp_runtime::{
	traits::{AtLeast32BitUnsigned, CheckedSub, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

/// How long a storage map's keys are before what is hashed: pallet and item, 16 bytes each.
pub const MAP_PREFIX: usize = 32;

/// What is held for this many items with this many bytes of keys and values.
pub fn price<Balance: AtLeast32BitUnsigned>(
	item_deposit: Balance,
	byte_deposit: Balance,
	items: usize,
	bytes: usize,
) -> Result<Balance, DispatchError> {
	let amount = |price: Balance, count: usize| {
		let count = u32::try_from(count).map_err(|_| ArithmeticError::Overflow)?;
		price.checked_mul(&count.into()).ok_or(ArithmeticError::Overflow)
	};
	let items = amount(item_deposit, items)?;
	let bytes = amount(byte_deposit, bytes)?;
	Ok(items.checked_add(&bytes).ok_or(ArithmeticError::Overflow)?)
}

/// Give back a deposit.
///
/// Should less be held than was recorded, what there is is given back: somebody else's force must
/// not keep a record from ending.
pub fn release<AccountId, Currency: Mutate<AccountId>>(
	reason: &Currency::Reason,
	who: &AccountId,
	amount: Currency::Balance,
) -> DispatchResult {
	Currency::release(reason, who, amount, Precision::BestEffort).map(|_| ())
}

/// Make a deposit of `old` one of `new`.
pub fn adjust<AccountId, Currency: Mutate<AccountId>>(
	reason: &Currency::Reason,
	who: &AccountId,
	old: Currency::Balance,
	new: Currency::Balance,
) -> DispatchResult {
	if let Some(growth) = new.checked_sub(&old) {
		if growth.is_zero() {
			return Ok(());
		}
		return Currency::hold(reason, who, growth);
	}
	let shrinkage = old.checked_sub(&new).ok_or(ArithmeticError::Underflow)?;
	release::<AccountId, Currency>(reason, who, shrinkage)
}
