// SPDX-License-Identifier: Apache-2.0

//! What of an artifact is for sale, and what it may bring.

use crate::{
	chain::{
		market::types::{OfferView, SalesView},
		types::{ArtifactId, Sequence},
		Chain, Token,
	},
	commands::{
		cap::{line, sales_json},
		offer::{offer_json, price},
		target::{learn, Names},
	},
	duration,
	error::Result,
};
use serde_json::{json, Value};

/// The offers of an artifact, and its cap.
pub struct Sales {
	offers: Vec<OfferView>,
	sales: Option<SalesView>,
	names: Names,
	milliseconds_per_block: u64,
}

impl Sales {
	/// Ask the chain, if it knows of such things.
	pub async fn ask(
		chain: &Chain,
		artifact: ArtifactId,
		mut names: Names,
	) -> Result<Option<Self>> {
		let Some(market) = chain.find_market() else { return Ok(None) };
		let offers = market.offers(artifact).await?;
		let sold: Vec<Sequence> = offers.iter().map(|view| view.offer.terms.version).collect();
		learn(chain, sold, &mut names).await?;
		let sales = market.sales(artifact).await?;
		let milliseconds_per_block = chain.milliseconds_per_block();
		Ok(Some(Self { offers, sales, names, milliseconds_per_block }))
	}

	/// The lines for people.
	pub fn text(&self, token: &Token) -> String {
		let mut text = String::new();
		for view in self.offers.iter().filter(|view| view.open) {
			let lasts = view.offer.terms.duration.map_or_else(
				|| "for ever".into(),
				|blocks| format!("for {}", duration::show(blocks, self.milliseconds_per_block)),
			);
			text.push_str(&format!("offer        {}: {}, {lasts}\n", view.id, price(view, token)));
		}
		if let Some(sales) = self.sales.as_ref().filter(|sales| sales.cap.is_some()) {
			text.push_str(&line(sales, token));
		}
		text
	}

	/// Add the fields for programs.
	pub fn add_to(&self, artifact: &mut Value) {
		let offers = self.offers.iter().map(|offer| offer_json(offer, &self.names));
		artifact["offers"] = json!(offers.collect::<Vec<_>>());
		artifact["sales"] = json!(self.sales.as_ref().map(sales_json));
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::{cap::tests::sold, offer::tests::view};

	fn sales() -> Sales {
		let mut short = view(4);
		short.offer.terms.duration = Some(864_000);
		let mut closed = view(5);
		closed.open = false;
		Sales {
			offers: vec![view(3), short, closed],
			sales: Some(sold(Some(100_000_000_000_000))),
			names: [(5, "a/b@1".to_owned())].into(),
			milliseconds_per_block: 3_000,
		}
	}

	#[test]
	fn says_what_can_be_bought_and_nothing_else() {
		let token = Token::default();
		assert_eq!(
			sales().text(&token),
			"offer        3: 2.5 AGO, for ever\n\
			 offer        4: 2.5 AGO, for 864000 blocks (30 days)\n\
			 cap          100 AGO, 80 AGO to go\n"
		);
		let nothing = Sales { offers: vec![], sales: Some(sold(None)), ..sales() };
		assert_eq!(nothing.text(&token), "");
	}

	#[test]
	fn programs_read_all_of_it() {
		let mut value = json!({});
		sales().add_to(&mut value);
		assert_eq!(value["offers"].as_array().unwrap().len(), 3);
		assert_eq!(value["offers"][2]["open"], false);
		assert_eq!(value["sales"]["income"], "20000000000000");
		let mut value = json!({});
		Sales { offers: vec![], sales: None, ..sales() }.add_to(&mut value);
		assert_eq!((&value["offers"], &value["sales"]), (&json!([]), &Value::Null));
	}
}
