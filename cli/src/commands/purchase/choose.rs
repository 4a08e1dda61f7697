// SPDX-License-Identifier: Apache-2.0

//! The offer that a purchase is made under.

use crate::{
	chain::{
		market::{
			refusal,
			types::{OfferId, OfferView},
		},
		Token,
	},
	commands::offer::several,
	error::{Code, Error, Result},
};

/// The offer that was named or, without a name, the only one that is open.
///
/// Who renews takes nothing out of the supply of the offer that their license is under, `ours`; and
/// supply is not looked at where licenses are free.
///
/// Errors: `market-offer-not-found`, `market-different-artifact`, `market-sold-out`,
/// `market-version-not-available`, `nothing-for-sale`, `offer-needed`.
pub fn choose(
	mut offers: Vec<OfferView>,
	wanted: Option<OfferId>,
	name: &str,
	ours: Option<OfferId>,
	free: bool,
	token: &Token,
) -> Result<OfferView> {
	let sold_out =
		|offer: &OfferView| offer.offer.terms.supply == Some(0) && ours != Some(offer.id) && !free;
	// An offer without supply is not open, and is for who renews under it.
	let open = |offer: &OfferView| {
		offer.open || (offer.offer.terms.supply == Some(0) && ours == Some(offer.id))
	};
	if let Some(id) = wanted {
		let Some(offer) = offers.into_iter().find(|offer| offer.id == id) else {
			let why =
				format!("{name} has no offer {id}. `agora offer list {name}` shows those it has.");
			return Err(refusal("OfferNotFound", why));
		};
		if sold_out(&offer) {
			return Err(refusal("SoldOut", format!("all licenses of offer {id} are sold.")));
		}
		if !open(&offer) {
			let why = format!("the version that offer {id} is for cannot be sold now.");
			return Err(refusal("VersionNotAvailable", why));
		}
		return Ok(offer);
	}
	let all = offers.len();
	offers.retain(open);
	match offers.as_slice() {
		[offer] => Ok(offer.clone()),
		[] if all == 0 => Err(Error::new(
			Code::NOTHING_FOR_SALE,
			format!("{name} is not offered: ask its owner for an offer."),
		)),
		[] => Err(Error::new(
			Code::NOTHING_FOR_SALE,
			format!(
				"no offer of {name} is open: all are sold out, or for versions that cannot be sold. \
				 `agora offer list {name}` shows them."
			),
		)),
		_ => Err(several(&offers, name, "Choose one with --offer ID.", token)),
	}
}

/// The offer was closed in the meantime.
pub fn gone(offer: OfferId) -> Error {
	refusal("OfferNotFound", format!("there is no offer {offer} any more: it was closed."))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::offer::tests::view;

	fn offer(id: OfferId, open: bool, supply: Option<u32>) -> OfferView {
		let mut offer = view(id);
		offer.open = open;
		offer.offer.terms.supply = supply;
		offer
	}

	fn chosen(
		offers: &[OfferView],
		wanted: Option<OfferId>,
		ours: Option<OfferId>,
	) -> std::result::Result<OfferId, String> {
		let chosen = choose(offers.to_vec(), wanted, "a/b", ours, false, &Token::default());
		chosen.map(|offer| offer.id).map_err(|error| error.code.as_str().to_owned())
	}

	#[test]
	fn the_only_open_offer_needs_no_name() {
		let offers = [offer(1, false, None), offer(2, true, None)];
		assert_eq!(chosen(&offers, None, None), Ok(2));
		assert_eq!(chosen(&offers, Some(2), None), Ok(2));
		let both = [offer(1, true, None), offer(2, true, Some(5))];
		assert_eq!(chosen(&both, None, None), Err("offer-needed".into()));
		assert_eq!(chosen(&both, Some(1), None), Ok(1));
	}

	#[test]
	fn what_cannot_be_bought_is_said() {
		assert_eq!(chosen(&[], None, None), Err("nothing-for-sale".into()));
		assert_eq!(chosen(&[], Some(1), None), Err("market-offer-not-found".into()));
		let yanked = [offer(1, false, None)];
		assert_eq!(chosen(&yanked, None, None), Err("nothing-for-sale".into()));
		assert_eq!(chosen(&yanked, Some(1), None), Err("market-version-not-available".into()));
		let sold = [offer(1, false, Some(0))];
		assert_eq!(chosen(&sold, Some(1), None), Err("market-sold-out".into()));
		assert_eq!(chosen(&sold, None, None), Err("nothing-for-sale".into()));
	}

	#[test]
	fn a_license_is_renewed_under_its_own_offer_though_all_are_sold() {
		let sold = [offer(1, false, Some(0))];
		assert_eq!(chosen(&sold, None, Some(1)), Ok(1));
		assert_eq!(chosen(&sold, Some(1), Some(1)), Ok(1));
		assert_eq!(chosen(&sold, Some(1), Some(2)), Err("market-sold-out".into()));
	}
}
