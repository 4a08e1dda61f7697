// SPDX-License-Identifier: Apache-2.0

//! `agora offer list`: the offers of an artifact.

use crate::{
	chain::{market::types::OfferView, Token},
	commands::{
		table::table,
		target::{learn, Names},
		Context, Done,
	},
	duration,
	error::Result,
	reference::Reference,
};
use clap::Args;
use serde_json::{json, Value};

/// List the offers of an artifact.
///
/// Those that nobody can buy now are there as well: the version was yanked, or all are sold.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, me.as_ref()).await?;
	let offers = market.offers(artifact.id).await?;
	let mut names = Names::new();
	learn(&chain, offers.iter().map(|offer| offer.offer.terms.version), &mut names).await?;
	let text = match offers.is_empty() {
		true => format!("{} is not offered\n", artifact.reference()),
		false => offers_table(&offers, &names, chain.milliseconds_per_block(), &chain.token),
	};
	let value = json!({
		"artifact": artifact.id,
		"reference": artifact.reference(),
		"offers": offers.iter().map(|offer| offer_json(offer, &names)).collect::<Vec<_>>(),
	});
	context.print(&Done::new(text, value))
}

const HEAD: [&str; 7] =
	["offer", "price", "lasts", "left", "refund within", "transferable", "sells"];

/// Offers in columns.
fn offers_table(
	offers: &[OfferView],
	names: &Names,
	milliseconds_per_block: u64,
	token: &Token,
) -> String {
	let show = |blocks| duration::show(blocks, milliseconds_per_block);
	let rows = offers.iter().map(|view| {
		let terms = &view.offer.terms;
		let name = names.get(&terms.version).map_or("?", String::as_str);
		[
			view.id.to_string(),
			price(view, token),
			terms.duration.map_or_else(|| "for ever".into(), show),
			left(view),
			if terms.refund_window == 0 { "-".into() } else { show(terms.refund_window) },
			if terms.transferable { "yes".into() } else { "no".into() },
			if view.open { name.to_owned() } else { format!("{name} (not now)") },
		]
	});
	table(HEAD, rows)
}

/// What a license costs now.
pub fn price(view: &OfferView, token: &Token) -> String {
	match (view.price, view.offer.terms.price) {
		(0, 0) => "nothing".into(),
		(0, before) => format!("nothing (was {})", token.show(before)),
		(price, _) => token.show(price),
	}
}

/// How many licenses can still be bought.
pub fn left(view: &OfferView) -> String {
	view.offer.terms.supply.map_or_else(|| "any number".into(), |supply| supply.to_string())
}

/// An offer as every command prints it in JSON.
pub fn offer_json(view: &OfferView, names: &Names) -> Value {
	let terms = &view.offer.terms;
	json!({
		"offer": view.id,
		"artifact": view.offer.artifact,
		"sequence": terms.version,
		"reference": names.get(&terms.version),
		"price": view.price.to_string(),
		"listPrice": terms.price.to_string(),
		"duration": terms.duration,
		"supply": terms.supply,
		"transferable": terms.transferable,
		"refundWindow": terms.refund_window,
		"revision": view.offer.revision,
		"open": view.open,
		"depositor": view.offer.depositor.to_string(),
		"deposit": view.offer.deposit.to_string(),
	})
}

#[cfg(test)]
pub mod tests {
	use super::{super::terms::tests::TERMS, *};
	use crate::chain::{
		market::types::{Offer, OfferId, OfferTerms},
		types::Hash,
	};
	use subxt::utils::AccountId32;

	/// An offer at 2.5 AGO.
	pub fn view(id: OfferId) -> OfferView {
		let price = 2_500_000_000_000;
		let offer = Offer {
			artifact: Hash([8; 32]),
			terms: OfferTerms { price, ..TERMS },
			revision: 3,
			depositor: AccountId32([7; 32]),
			deposit: u128::MAX,
		};
		OfferView { id, offer, open: true, price }
	}

	fn names() -> Names {
		[(5, "a/b@1".to_owned())].into()
	}

	#[test]
	fn each_offer_has_a_line() {
		let mut free = view(12);
		free.price = 0;
		free.open = false;
		free.offer.terms = OfferTerms {
			duration: Some(864_000),
			supply: Some(0),
			transferable: true,
			refund_window: 200,
			..free.offer.terms
		};
		let text = offers_table(&[view(3), free], &names(), 3_000, &Token::default());
		let lines: Vec<&str> = text.lines().collect();
		let cells = |line: &str| {
			let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
			cells.map(String::from).collect::<Vec<_>>()
		};
		assert_eq!(cells(lines[0]), HEAD);
		assert_eq!(cells(lines[1]), ["3", "2.5 AGO", "for ever", "any number", "-", "no", "a/b@1"]);
		let window = "200 blocks (10 minutes)";
		let duration = "864000 blocks (30 days)";
		assert_eq!(
			cells(lines[2]),
			["12", "nothing (was 2.5 AGO)", duration, "0", window, "yes", "a/b@1 (not now)"]
		);
	}

	#[test]
	fn amounts_are_text_in_json() {
		let value = offer_json(&view(3), &names());
		assert_eq!((&value["offer"], &value["revision"]), (&json!(3), &json!(3)));
		assert_eq!(
			(&value["price"], &value["listPrice"]),
			(&json!("2500000000000"), &value["price"])
		);
		assert_eq!(value["deposit"], u128::MAX.to_string());
		assert_eq!((&value["duration"], &value["supply"]), (&Value::Null, &Value::Null));
		assert_eq!((&value["sequence"], &value["reference"]), (&json!(5), &json!("a/b@1")));
	}
}
