// SPDX-License-Identifier: Apache-2.0

//! Offers and licenses: what is sold, to whom, and until when it can be given back.

use crate::version::Sequence;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What an offer is known by: the place of its creation in the order of all.
pub type OfferId = u64;

/// Most offers of one artifact at a time.
pub const MAX_OFFERS: u32 = 16;

/// How long a license lasts.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum LicenseTerm<BlockNumber> {
	/// For ever.
	#[codec(index = 0)]
	Perpetual,
	/// Up to and including this block.
	#[codec(index = 1)]
	Until(BlockNumber),
}

impl<BlockNumber: PartialOrd> LicenseTerm<BlockNumber> {
	/// Whether the license lasts at `now`.
	pub fn lasts_at(&self, now: &BlockNumber) -> bool {
		match self {
			Self::Perpetual => true,
			Self::Until(end) => now <= end,
		}
	}
}

/// What an offer says, as its seller writes it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct OfferTerms<Balance, BlockNumber> {
	/// The version whose vault is paid. The license covers all versions of its artifact.
	pub version: Sequence,
	/// What a license costs, in planck; nothing for a free one.
	pub price: Balance,
	/// How many blocks a license lasts; nothing for ever.
	pub duration: Option<BlockNumber>,
	/// How many licenses can still be bought; nothing for any number.
	pub supply: Option<u32>,
	/// Whether a license can be handed to another account.
	pub transferable: bool,
	/// For how many blocks after the purchase the buyer can have the price back.
	pub refund_window: BlockNumber,
}

/// Licenses for an artifact at a price.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Offer<AccountId, Balance, BlockNumber> {
	/// The artifact that a license covers.
	pub artifact: crate::ArtifactId,
	/// What it says now.
	pub terms: OfferTerms<Balance, BlockNumber>,
	/// The number of these terms: 1 at first, and one more with each update. A buyer names the
	/// number they saw.
	pub revision: u32,
	/// Who made the offer, and holds the deposit.
	pub depositor: AccountId,
	/// What is held.
	pub deposit: Balance,
}

/// What a license allows, and by which offer.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Grant<BlockNumber> {
	/// The offer it was bought under.
	pub offer: OfferId,
	/// The version that was sold.
	pub version: Sequence,
	/// How long it lasts.
	pub term: LicenseTerm<BlockNumber>,
	/// Whether it can be handed to another account.
	pub transferable: bool,
}

/// A purchase whose price is still held on the buyer's account.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Purchase<Balance, BlockNumber> {
	/// What is held, in planck; never zero.
	pub price: Balance,
	/// The last block in which the buyer can have it back.
	pub refundable_until: BlockNumber,
	/// Whether it took one of the offer's supply, which a refund gives back.
	pub supplied: bool,
	/// What a refund goes back to: the license before it was renewed. Nothing where this was the
	/// first purchase, and a refund ends the license.
	pub previous: Option<Grant<BlockNumber>>,
}

/// An account's license for an artifact.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct License<Balance, BlockNumber> {
	/// What it allows.
	pub grant: Grant<BlockNumber>,
	/// The purchase that is not settled yet; nothing where all is paid.
	pub purchase: Option<Purchase<Balance, BlockNumber>>,
	/// The block in which it was first bought.
	pub since: BlockNumber,
	/// What its holder holds for it.
	pub deposit: Balance,
}

impl<Balance, BlockNumber: PartialOrd> License<Balance, BlockNumber> {
	/// What is paid for for good: a purchase that can still be refunded does not count.
	pub fn settled(&self) -> Option<&Grant<BlockNumber>> {
		match &self.purchase {
			None => Some(&self.grant),
			Some(purchase) => purchase.previous.as_ref(),
		}
	}

	/// Whether its holder may use the artifact at `now`.
	pub fn lasts_at(&self, now: &BlockNumber) -> bool {
		self.grant.term.lasts_at(now)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_license_lasts_up_to_and_including_its_last_block() {
		assert!(LicenseTerm::Perpetual.lasts_at(&u32::MAX));
		assert!(LicenseTerm::Until(5).lasts_at(&5));
		assert!(!LicenseTerm::Until(5).lasts_at(&6));
	}

	#[test]
	fn what_can_be_refunded_is_not_settled() {
		let grant = |offer| Grant {
			offer,
			version: 1,
			term: LicenseTerm::<u32>::Perpetual,
			transferable: false,
		};
		let purchase =
			|previous| Purchase { price: 1, refundable_until: 9, supplied: false, previous };
		let mut license = License { grant: grant(2), purchase: None, since: 1, deposit: 5u128 };
		assert_eq!(license.settled(), Some(&grant(2)));
		license.purchase = Some(purchase(None));
		assert_eq!(license.settled(), None);
		license.purchase = Some(purchase(Some(grant(1))));
		assert_eq!(license.settled(), Some(&grant(1)));
	}
}
