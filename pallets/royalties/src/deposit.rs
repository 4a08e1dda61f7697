// SPDX-License-Identifier: Apache-2.0

//! What is held for what this pallet stores: `ItemDeposit` for every item and `ByteDeposit` for
//! every byte of its key and value.

use crate::{Config, HoldReason, Pallet, PastSplitOf, Share, VersionIncome};
use agora_primitives::{
	deposit::{self, MAP_PREFIX as PREFIX},
	Balance, Member, MAX_MEMBERS,
};
use codec::MaxEncodedLen;
use frame_support::traits::{fungible::hold::Mutate, Get};
use sp_runtime::{DispatchError, DispatchResult};

/// A sequence, not hashed.
const NUMBER: usize = 8;
/// A hash of 16 bytes, and the account or artifact that it is of.
const HASHED: usize = 16 + 32;
/// How many elements a list has.
const LENGTH: usize = 2;

/// The lengths of keys. A test compares them with the storage's own.
pub(crate) const PAST_SPLIT_KEY: usize = PREFIX + HASHED + 4;
pub(crate) const SHARE_KEY: usize = PREFIX + NUMBER + HASHED;
pub(crate) const CONTRIBUTOR_INCOME_KEY: usize = PREFIX + NUMBER;

impl<T: Config> Pallet<T> {
	/// What is held for this many items with this many bytes of keys and values.
	fn price(items: usize, bytes: usize) -> Result<Balance, DispatchError> {
		deposit::price(T::ItemDeposit::get(), T::ByteDeposit::get(), items, bytes)
	}

	/// What is held for a split of so many members.
	///
	/// It is for both lives of a split. While it is in force its number is in the value; afterwards
	/// it is in the key, and an owner who was alone is a member.
	pub(crate) fn split_price(members: usize) -> Result<Balance, DispatchError> {
		let most = usize::try_from(MAX_MEMBERS).unwrap_or(usize::MAX);
		let free = most.saturating_sub(members.max(1));
		let absent = free.saturating_mul(Member::<T::AccountId>::max_encoded_len());
		let bytes = PAST_SPLIT_KEY
			.saturating_add(PastSplitOf::<T>::max_encoded_len())
			// One that is in force need not have a depositor, and says so.
			.saturating_add(1)
			.saturating_sub(absent);
		Self::price(1, bytes)
	}

	/// What is held for a contributor's share: it, and the entry of the version that brought the
	/// records, as if that were the only one.
	pub(crate) fn share_price() -> Result<Balance, DispatchError> {
		let bytes = SHARE_KEY
			.saturating_add(Share::max_encoded_len())
			.saturating_add(CONTRIBUTOR_INCOME_KEY)
			.saturating_add(LENGTH)
			.saturating_add(VersionIncome::max_encoded_len())
			.saturating_add(Balance::max_encoded_len());
		Self::price(2, bytes)
	}

	/// Hold a deposit.
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, amount)
	}

	/// Give back a deposit, or what is left of it.
	pub(crate) fn release(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		deposit::release::<_, T::Currency>(&reason.into(), who, amount)
	}

	/// What the account holds for a reason.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(reason: HoldReason, who: &T::AccountId) -> Balance {
		use frame_support::traits::fungible::hold::Inspect;
		T::Currency::balance_on_hold(&reason.into(), who)
	}
}
