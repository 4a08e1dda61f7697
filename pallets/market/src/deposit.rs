// SPDX-License-Identifier: Apache-2.0

//! What is held for what this pallet stores: `ItemDeposit` for every item and `ByteDeposit` for
//! every byte of its key and value.

use crate::{BalanceOf, Config, HoldReason, LicenseOf, OfferIds, OfferOf, Pallet, SalesRecordOf};
use agora_primitives::{
	deposit::{self, MAP_PREFIX as PREFIX},
	OfferId,
};
use codec::MaxEncodedLen;
use frame_support::traits::{fungible::hold::Mutate, Get};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

/// An id or a sequence, not hashed.
const NUMBER: usize = 8;
/// A hash of 16 bytes, and the artifact or account that it is of.
const HASHED_32: usize = 16 + 32;
/// A block's height, not hashed.
const BLOCK: usize = 4;
/// A number of licenses, not hashed.
const LICENSES: usize = 4;
/// An artifact, not hashed.
const ARTIFACT: usize = 32;
/// A hash of 16 bytes, and the artifact and account that it is of.
const HASHED_64: usize = 16 + 32 + 32;

/// The lengths of keys. A test compares them with the storage's own.
pub(crate) const OFFER_KEY: usize = PREFIX + NUMBER;
pub(crate) const SALES_KEY: usize = PREFIX + HASHED_32;
pub(crate) const LICENSE_KEY: usize = PREFIX + HASHED_32 + HASHED_32;
pub(crate) const LICENSE_OF_KEY: usize = PREFIX + HASHED_32 + HASHED_32;
pub(crate) const DUE_KEY: usize = PREFIX + BLOCK + HASHED_64;
pub(crate) const VERSION_USES_KEY: usize = PREFIX + NUMBER;
pub(crate) const POPULARITY_KEY: usize = PREFIX + LICENSES + ARTIFACT;

impl<T: Config> Pallet<T> {
	/// What is held for this many items with this many bytes of keys and values.
	fn price(items: usize, bytes: usize) -> Result<BalanceOf<T>, DispatchError> {
		deposit::price(T::ItemDeposit::get(), T::ByteDeposit::get(), items, bytes)
	}

	/// What is held for an offer, at its longest, so that an update costs nothing: it, its id among
	/// the artifact's sales, and its version's uses, as if it were the only one.
	pub(crate) fn offer_price() -> Result<BalanceOf<T>, DispatchError> {
		let bytes = OFFER_KEY
			.saturating_add(OfferOf::<T>::max_encoded_len())
			.saturating_add(OfferId::max_encoded_len())
			.saturating_add(version_uses());
		Self::price(2, bytes)
	}

	/// What is held for what an artifact sold, without its offers: it, and its place among those that
	/// there are licenses for, which has no value.
	pub(crate) fn sales_price() -> Result<BalanceOf<T>, DispatchError> {
		let empty = OfferIds::default();
		let offers =
			OfferIds::max_encoded_len().saturating_sub(codec::Encode::encoded_size(&empty));
		let bytes = SALES_KEY
			.saturating_add(SalesRecordOf::<T>::max_encoded_len())
			.saturating_sub(offers)
			.saturating_add(POPULARITY_KEY);
		Self::price(2, bytes)
	}

	/// What is held for a license, at its longest, so that a renewal costs nothing: it, its entry
	/// under its holder's name, its place among the purchases that are due, and the uses of the
	/// version that was sold and of the one before, as if it were the only one.
	pub(crate) fn license_price() -> Result<BalanceOf<T>, DispatchError> {
		let bytes = LICENSE_KEY
			.saturating_add(LicenseOf::<T>::max_encoded_len())
			.saturating_add(LICENSE_OF_KEY)
			.saturating_add(DUE_KEY)
			.saturating_add(version_uses())
			.saturating_add(version_uses());
		Self::price(5, bytes)
	}

	/// Hold a deposit or a price, if there is one.
	pub(crate) fn hold(
		reason: HoldReason,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Currency::hold(&reason.into(), who, amount)
	}

	/// Give back a deposit or a price, or what is left of it.
	pub(crate) fn release(
		reason: HoldReason,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		deposit::release::<_, T::Currency>(&reason.into(), who, amount)
	}

	/// What the account holds for a reason.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(reason: HoldReason, who: &T::AccountId) -> BalanceOf<T> {
		use frame_support::traits::fungible::hold::Inspect;
		T::Currency::balance_on_hold(&reason.into(), who)
	}
}

/// The length of a version's uses, key and value.
fn version_uses() -> usize {
	VERSION_USES_KEY.saturating_add(u32::max_encoded_len())
}
