// SPDX-License-Identifier: Apache-2.0

//! The nouns of the market as this command knows them, found by name as those of the registry are.

use crate::chain::{
	calls::{number, option},
	royalties::types::Distribution,
	types::{ArtifactId, Sequence},
};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// What an offer is known by: the place of its creation in the order of all.
pub type OfferId = u64;

/// How long a license lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum LicenseTerm {
	/// For ever.
	Perpetual,
	/// Up to and including this block.
	Until(u32),
}

/// What an offer says, as its seller writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OfferTerms {
	/// The version whose vault is paid. The license covers all versions of its artifact.
	pub version: Sequence,
	/// What a license costs, in planck; nothing for a free one.
	pub price: u128,
	/// How many blocks a license lasts; nothing for ever.
	pub duration: Option<u32>,
	/// How many licenses can still be bought; nothing for any number.
	pub supply: Option<u32>,
	/// Whether a license can be handed to another account.
	pub transferable: bool,
	/// For how many blocks after the purchase the buyer can have the price back.
	pub refund_window: u32,
}

impl From<&OfferTerms> for Value {
	fn from(terms: &OfferTerms) -> Self {
		Value::named_composite([
			("version", number(terms.version)),
			("price", number(terms.price)),
			("duration", option(terms.duration.map(number))),
			("supply", option(terms.supply.map(number))),
			("transferable", Value::bool(terms.transferable)),
			("refund_window", number(terms.refund_window)),
		])
	}
}

/// Licenses for an artifact at a price.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Offer {
	/// The artifact that a license covers.
	pub artifact: ArtifactId,
	/// What it says now.
	pub terms: OfferTerms,
	/// The number of these terms; a buyer names the one they saw.
	pub revision: u32,
	/// Who made the offer, and holds the deposit.
	pub depositor: AccountId32,
	/// What is held.
	pub deposit: u128,
}

/// An offer and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OfferView {
	/// What it is known by.
	pub id: OfferId,
	/// The offer as stored.
	pub offer: Offer,
	/// Whether a license can be bought now.
	pub open: bool,
	/// What a license costs now, in planck: nothing once the cap is reached.
	pub price: u128,
}

/// What a license allows, and by which offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Grant {
	/// The offer it was bought under.
	pub offer: OfferId,
	/// The version that was sold.
	pub version: Sequence,
	/// How long it lasts.
	pub term: LicenseTerm,
	/// Whether it can be handed to another account.
	pub transferable: bool,
}

/// A purchase whose price is still held on the buyer's account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Purchase {
	/// What is held, in planck; never zero.
	pub price: u128,
	/// The last block in which the buyer can have it back.
	pub refundable_until: u32,
	/// What a refund goes back to, where this is a renewal.
	pub previous: Option<Grant>,
}

/// An account's license for an artifact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct License {
	/// What it allows.
	pub grant: Grant,
	/// The purchase that is not settled yet; nothing where all is paid.
	pub purchase: Option<Purchase>,
	/// The block in which it was first bought.
	pub since: u32,
	/// What its holder holds for it.
	pub deposit: u128,
}

/// A license, whose it is and what it covers.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct LicenseView {
	/// The artifact that it covers.
	pub artifact: ArtifactId,
	/// Who holds it.
	pub account: AccountId32,
	/// The license as stored.
	pub license: License,
	/// Whether its holder may use the artifact now.
	pub lasts: bool,
	/// Whether it counts for citing a version that asks for a license.
	pub counts_for_citing: bool,
}

/// What an artifact sold.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SalesView {
	/// Licenses that were not given back or released.
	pub licenses: u32,
	/// What settled sales brought, after the fee and before royalties, in planck.
	pub income: u128,
	/// The most that they may bring, in planck, if the publisher pledged that.
	pub cap: Option<u128>,
	/// Whether the cap is reached, and every license is free.
	pub free: bool,
	/// The ids of its offers.
	pub offers: Vec<OfferId>,
}

/// What a purchase would cost now, and where the money would go.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Quote {
	/// The offer.
	pub offer: OfferView,
	/// What is held until the refund window ends, in planck; it becomes the next three.
	pub price: u128,
	/// The protocol's fee.
	pub fee: u128,
	/// What goes to the commons, above the cap.
	pub excess: u128,
	/// What reaches the version's vault.
	pub income: u128,
	/// What is held for the record of a first license, and comes back when it ends.
	pub deposit: u128,
	/// Who gets what of the income, along the lineage.
	pub distribution: Distribution,
}
