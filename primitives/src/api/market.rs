// SPDX-License-Identifier: Apache-2.0

//! What clients read of offers, licenses and capped profit.

use super::{Distribution, Page};
use crate::{
	artifact::ArtifactId,
	market::{License, Offer, OfferId},
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

/// An offer and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OfferView<AccountId, Balance, BlockNumber> {
	/// What it is known by.
	pub id: OfferId,
	/// The offer as stored.
	pub offer: Offer<AccountId, Balance, BlockNumber>,
	/// Whether a license can be bought now: the version is available and the supply not used up.
	pub open: bool,
	/// What a license costs now, in planck: nothing once the cap is reached.
	pub price: Balance,
}

/// A license, whose it is and what it covers.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LicenseView<AccountId, Balance, BlockNumber> {
	/// The artifact that it covers.
	pub artifact: ArtifactId,
	/// Who holds it.
	pub account: AccountId,
	/// The license as stored.
	pub license: License<Balance, BlockNumber>,
	/// Whether its holder may use the artifact now.
	pub lasts: bool,
	/// Whether it counts for citing a version that asks for a license: it lasts, and what is paid
	/// for it cannot be refunded any more.
	pub counts_for_citing: bool,
}

/// What an artifact sold.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SalesView<Balance> {
	/// Licenses that were not given back or released.
	pub licenses: u32,
	/// What settled sales brought, after the fee and before royalties, in planck.
	pub income: Balance,
	/// The most that they may bring, in planck, if the publisher pledged that.
	pub cap: Option<Balance>,
	/// Whether the cap is reached, and every license is free.
	pub free: bool,
	/// The ids of its offers.
	pub offers: Vec<OfferId>,
}

/// What a purchase would cost now, and where the money would go.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Quote<AccountId, Balance, BlockNumber> {
	/// The offer.
	pub offer: OfferView<AccountId, Balance, BlockNumber>,
	/// What is held until the refund window ends, in planck; it becomes the next three.
	pub price: Balance,
	/// The protocol's fee.
	pub fee: Balance,
	/// What goes to the commons, above the cap.
	pub excess: Balance,
	/// What reaches the version's vault.
	pub income: Balance,
	/// What is held for the record of a first license, and comes back when it ends.
	pub deposit: Balance,
	/// Who gets what of the income, along the lineage.
	pub distribution: Distribution<Balance>,
}

sp_api::decl_runtime_apis! {
	/// Reads offers, licenses and what artifacts sold.
	#[api_version(2)]
	pub trait MarketApi<AccountId, Balance, BlockNumber>
	where
		AccountId: Codec,
		Balance: Codec,
		BlockNumber: Codec,
	{
		/// An offer.
		fn offer(offer: OfferId) -> Option<OfferView<AccountId, Balance, BlockNumber>>;

		/// All offers of an artifact, oldest first.
		fn offers(artifact: ArtifactId) -> Vec<OfferView<AccountId, Balance, BlockNumber>>;

		/// What a license under the offer would cost now, and who would get what. Nothing if there
		/// is no such offer.
		fn quote(offer: OfferId) -> Option<Quote<AccountId, Balance, BlockNumber>>;

		/// Whether the account may use the artifact now: it owns it or holds a license that lasts.
		fn has_license(artifact: ArtifactId, account: AccountId) -> bool;

		/// The license of the account for the artifact, whether it lasts or not.
		fn license(
			artifact: ArtifactId,
			account: AccountId,
		) -> Option<LicenseView<AccountId, Balance, BlockNumber>>;

		/// The licenses of an account; `after` is the `next` of the page before.
		fn licenses(
			account: AccountId,
			after: Option<ArtifactId>,
			limit: u32,
		) -> Page<LicenseView<AccountId, Balance, BlockNumber>, ArtifactId>;

		/// What an artifact sold, and its cap. Nothing if it was never offered.
		fn sales(artifact: ArtifactId) -> Option<SalesView<Balance>>;

		/// What one more offer for the artifact would hold, in planck, whatever its terms; what is held
		/// for the record of its sales too, where that would be new.
		fn offer_deposit(artifact: ArtifactId) -> Balance;
	}
}
