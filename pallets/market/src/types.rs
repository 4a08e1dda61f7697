// SPDX-License-Identifier: Apache-2.0

//! The nouns that only this pallet stores. Those that others see are in `agora_primitives`.

use crate::Config;
use agora_primitives::{
	api::{LicenseView, OfferView, SalesView},
	seams::Receipt,
	Grant, License, Offer, OfferId, OfferTerms, Purchase, MAX_OFFERS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{fungible::Inspect, ConstU32},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::traits::{Saturating, Zero};

/// An amount of the tokens that are paid with.
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// [`OfferTerms`] with this runtime's types.
pub type OfferTermsOf<T> = OfferTerms<BalanceOf<T>, BlockNumberFor<T>>;

/// [`Offer`] with this runtime's types.
pub type OfferOf<T> =
	Offer<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// [`Grant`] with this runtime's types.
pub type GrantOf<T> = Grant<BlockNumberFor<T>>;

/// [`Purchase`] with this runtime's types.
pub type PurchaseOf<T> = Purchase<BalanceOf<T>, BlockNumberFor<T>>;

/// [`License`] with this runtime's types.
pub type LicenseOf<T> = License<BalanceOf<T>, BlockNumberFor<T>>;

/// [`OfferView`] with this runtime's types.
pub type OfferViewOf<T> =
	OfferView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// [`LicenseView`] with this runtime's types.
pub type LicenseViewOf<T> =
	LicenseView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// [`SalesView`] with this runtime's types.
pub type SalesViewOf<T> = SalesView<BalanceOf<T>>;

/// The offers of one artifact, oldest first.
pub type OfferIds = BoundedVec<OfferId, ConstU32<MAX_OFFERS>>;

/// What an artifact sells and sold.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SalesRecord<AccountId, Balance> {
	/// Its offers, oldest first.
	pub offers: OfferIds,
	/// How many licenses for it there are.
	pub licenses: u32,
	/// What settled sales brought, after the fee and before royalties, in planck.
	pub income: Balance,
	/// The most that they may bring, in planck; nothing where none was pledged.
	pub cap: Option<Balance>,
	/// Who offered or pledged first, and holds the deposit.
	pub depositor: AccountId,
	/// What is held.
	pub deposit: Balance,
}

/// [`SalesRecord`] with this runtime's types.
pub type SalesRecordOf<T> = SalesRecord<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

impl<AccountId, Balance: Copy + Ord + Zero + Saturating> SalesRecord<AccountId, Balance> {
	/// Whether the cap is reached, and every license is free.
	pub fn is_free(&self) -> bool {
		self.cap.is_some_and(|cap| self.income >= cap)
	}

	/// How much more sales may bring; nothing for any amount.
	pub fn room(&self) -> Option<Balance> {
		// A cap can be lowered to less than what sales brought.
		self.cap.map(|cap| cap.saturating_sub(self.income))
	}

	/// What a license at this price costs now.
	pub fn price(&self, price: Balance) -> Balance {
		if self.is_free() {
			Zero::zero()
		} else {
			price
		}
	}

	/// Whether it says nothing, and can go.
	pub fn is_empty(&self) -> bool {
		self.offers.is_empty() && self.licenses == 0 && self.income.is_zero() && self.cap.is_none()
	}
}

/// What an artifact has on sale and sold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing<Balance> {
	/// Licenses that were not given back or released.
	pub licenses: u32,
	/// What one costs now under the cheapest offer that is open.
	pub price: Option<Balance>,
	/// How many offers there are, and so how much work it was to know.
	pub offers: u32,
}

/// What a purchase would cost now. The runtime adds where the income would go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuoteParts<AccountId, Balance, BlockNumber> {
	/// The offer.
	pub offer: OfferView<AccountId, Balance, BlockNumber>,
	/// What is held until the refund window ends, in planck.
	pub price: Balance,
	/// What the price would become.
	pub receipt: Receipt<Balance>,
	/// What is held for the record of a first license.
	pub deposit: Balance,
}

/// [`QuoteParts`] with this runtime's types.
pub type QuotePartsOf<T> =
	QuoteParts<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
