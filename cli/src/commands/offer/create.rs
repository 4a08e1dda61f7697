// SPDX-License-Identifier: Apache-2.0

//! `agora offer create`: offer licenses for an artifact.

use super::terms::{Limits, TermOptions};
use crate::{
	amount::Amount,
	chain::market::{calls, refusal, types::OfferTerms},
	commands::{ensure_owner, Context, Done},
	duration,
	error::Result,
	keys,
	reference::Reference,
};
use clap::Args;
use serde_json::json;

/// The most offers of one artifact.
const MAX_OFFERS: usize = 16;

/// Offer licenses for an artifact at a price.
///
/// A license covers all versions of the artifact; the version that REF names is the one whose vault is
/// paid. Deposits are held until the offer is closed.
#[derive(Args)]
pub struct Options {
	/// The version that is paid for; the newest if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// What a license costs, in AGO; 0 for nothing.
	#[arg(long, value_name = "AGO")]
	price: Amount,

	#[command(flatten)]
	terms: TermOptions,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let milliseconds = chain.milliseconds_per_block();
	let (artifact, version) = chain.version(&options.reference, Some(&me)).await?;
	ensure_owner(&artifact, &me)?;
	let mut terms = OfferTerms {
		version: version.sequence,
		price: options.price.0,
		duration: None,
		supply: None,
		transferable: false,
		refund_window: 0,
	};
	options.terms.apply(&mut terms, milliseconds)?;
	let limits = Limits::of(&market, milliseconds)?;
	limits.check(&terms, &artifact, &version, &chain.token)?;
	let sales = market.sales(artifact.id).await?;
	if sales.is_some_and(|sales| sales.offers.len() >= MAX_OFFERS) {
		let name = artifact.reference();
		let why =
			format!("{name} has {MAX_OFFERS} offers, the most there can be. Close one first.");
		return Err(refusal("TooManyOffers", why));
	}
	let applied = context.submit(&chain, &calls::create_offer(&terms), &signer).await?;

	let offer = applied.number("OfferCreated", "offer").and_then(|id| u64::try_from(id).ok());
	let deposit = applied.number("OfferCreated", "deposit");
	let record = applied.number("SalesOpened", "deposit");
	let mut text = match offer {
		Some(offer) => format!("offer        {offer}\n"),
		None => String::new(),
	};
	text.push_str(&format!("sells        {}\n", version.reference()));
	text.push_str(&lines(&terms, milliseconds, &chain.token));
	for (what, deposit) in [("offer", deposit), ("record of sales", record)] {
		if let Some(deposit) = deposit {
			let deposit = chain.token.show(deposit);
			text.push_str(&format!("held         {deposit} for the {what}\n"));
		}
	}
	let value = json!({
		"offer": offer,
		"reference": version.reference(),
		"sequence": version.sequence,
		"artifact": artifact.id,
		"price": terms.price.to_string(),
		"duration": terms.duration,
		"supply": terms.supply,
		"transferable": terms.transferable,
		"refundWindow": terms.refund_window,
		"revision": 1,
		"deposits": {
			"offer": deposit.map(|amount| amount.to_string()),
			"sales": record.map(|amount| amount.to_string()),
		},
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// What an offer says, a line for each.
pub fn lines(terms: &OfferTerms, milliseconds: u64, token: &crate::chain::Token) -> String {
	let show = |blocks| duration::show(blocks, milliseconds);
	let lasts = terms.duration.map_or_else(|| "for ever".into(), show);
	let mut text = format!("price        {}\nlasts        {lasts}\n", token.show(terms.price));
	if let Some(supply) = terms.supply {
		text.push_str(&format!("left         {supply}\n"));
	}
	if terms.transferable {
		text.push_str("transferable yes\n");
	}
	if terms.refund_window > 0 {
		text.push_str(&format!("refund       within {}\n", show(terms.refund_window)));
	}
	text
}

#[cfg(test)]
mod tests {
	use super::{super::terms::tests::TERMS, *};
	use crate::chain::Token;

	#[test]
	fn terms_are_said_in_lines() {
		let token = Token::default();
		let price = 2_500_000_000_000;
		let least = OfferTerms { price, ..TERMS };
		assert_eq!(lines(&least, 3_000, &token), "price        2.5 AGO\nlasts        for ever\n");
		let all = OfferTerms {
			duration: Some(864_000),
			supply: Some(7),
			transferable: true,
			refund_window: 200,
			..least
		};
		assert_eq!(
			lines(&all, 3_000, &token),
			"price        2.5 AGO\nlasts        864000 blocks (30 days)\nleft         7\n\
			 transferable yes\nrefund       within 200 blocks (10 minutes)\n"
		);
	}
}
