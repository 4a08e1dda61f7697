// SPDX-License-Identifier: Apache-2.0

//! The offer that a command is about.

use super::list::price;
use crate::{
	chain::{
		market::{
			refusal,
			types::{OfferId, OfferView},
			Market,
		},
		types::{ArtifactStatus, ArtifactView},
		Chain, Token,
	},
	commands::ensure_owner,
	error::{Code, Error, Result},
	reference::Reference,
};
use std::str::FromStr;
use subxt::utils::AccountId32;

/// An offer by its id, or by an artifact that has only this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
	/// Its id.
	Id(OfferId),
	/// The only one of the artifact or, with a number, of the version.
	Reference(Reference),
}

impl FromStr for Target {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
			return text.parse().map(Self::Reference);
		}
		text.parse().map(Self::Id).map_err(|_| format!("{text} is too large for an offer's id"))
	}
}

/// The offer that its owner wants to change.
///
/// Errors: `market-offer-not-found`, `offer-needed`, `not-owner`, `market-cap-reached`,
/// `artifact-not-found`, `version-not-found`.
pub async fn own(
	chain: &Chain,
	market: &Market<'_>,
	target: &Target,
	me: &AccountId32,
) -> Result<(ArtifactView, OfferView)> {
	let missing = |what: String| refusal("OfferNotFound", what);
	let (artifact, offer) = match target {
		Target::Id(id) => {
			let none = || missing(format!("there is no offer {id}: it was closed, or never made."));
			let offer = market.offer(*id).await?.ok_or_else(none)?;
			let artifact = chain.artifact_by_id(offer.offer.artifact).await?.ok_or_else(none)?;
			(artifact, offer)
		}
		Target::Reference(reference) => {
			let artifact = chain.artifact(reference, Some(me)).await?;
			let mut offers = market.offers(artifact.id).await?;
			if reference.number.is_some() {
				let (_, version) = chain.version(reference, Some(me)).await?;
				offers.retain(|offer| offer.offer.terms.version == version.sequence);
			}
			let offer = match offers.as_slice() {
				[] => return Err(missing(format!("there is no offer of {reference}."))),
				[offer] => offer.clone(),
				_ => {
					let why = "Name one by its id.";
					return Err(several(&offers, &artifact.reference(), why, &chain.token));
				}
			};
			(artifact, offer)
		}
	};
	ensure_owner(&artifact, me)?;
	let sales = market.sales(artifact.id).await?;
	let free = sales.is_some_and(|sales| sales.free);
	if free && artifact.artifact.status == ArtifactStatus::Active {
		return Err(refusal(
			"CapReached",
			format!(
				"the cap of {} is reached: its licenses are free for good, and its offers stay as \
				 they are.",
				artifact.reference()
			),
		));
	}
	Ok((artifact, offer))
}

/// There are several offers where one must be named.
pub fn several(offers: &[OfferView], name: &str, what_to_do: &str, token: &Token) -> Error {
	let offers: Vec<String> =
		offers.iter().map(|offer| format!("{} for {}", offer.id, price(offer, token))).collect();
	Error::new(
		Code::OFFER_NEEDED,
		format!("{name} has several offers: {}. {what_to_do}", offers.join(", ")),
	)
}

#[cfg(test)]
mod tests {
	use super::{super::list::tests::view, *};

	#[test]
	fn an_offer_is_an_id_or_an_artifact() {
		assert_eq!("17".parse(), Ok(Target::Id(17)));
		assert_eq!("me/17".parse(), "me/17".parse().map(Target::Reference));
		for wrong in ["", "-1", "1.5", "18446744073709551616", "minilm"] {
			assert!(wrong.parse::<Target>().is_err(), "{wrong}");
		}
	}

	#[test]
	fn several_offers_are_listed() {
		let error = several(&[view(3), view(12)], "a/b", "Name one.", &Token::default());
		assert_eq!(error.code, Code::OFFER_NEEDED);
		assert_eq!(
			error.message,
			"a/b has several offers: 3 for 2.5 AGO, 12 for 2.5 AGO. Name one."
		);
	}
}
