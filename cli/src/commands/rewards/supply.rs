// SPDX-License-Identifier: Apache-2.0

//! How many tokens there are, and how many there will be.

use crate::{
	chain::{rewards::types::SupplyView, Token},
	commands::table::table,
	perbill::Perbill,
};
use serde_json::{json, Value};

/// How many years are shown.
pub const YEARS: u32 = 10;

/// The schedule in lines and columns.
pub fn text(supply: &SupplyView, token: &Token) -> String {
	let staked = Perbill::from_rational(supply.staked, supply.issuance);
	let mut text = format!(
		"tokens       {}\nat stake     {}, {staked}\nnew          {} of all a year: {} to validators \
		 and nominators,\n             of the rest {} to the rewards' pot, and to the treasury \
		 otherwise\nburned       {} of transaction fees, not counted here\n",
		token.show(supply.issuance),
		token.show(supply.staked),
		supply.yearly,
		supply.yearly_to_stakers,
		supply.pot_share,
		supply.burned_fees,
	);
	let rows = years(supply)
		.map(|(year, tokens, new)| [year.to_string(), token.show(tokens), token.show(new)]);
	text.push_str(&table(["year", "tokens", "new"], rows));
	text
}

/// Each year with all tokens at its end, and what of them is new.
fn years(supply: &SupplyView) -> impl Iterator<Item = (usize, u128, u128)> + '_ {
	let before = std::iter::once(&supply.issuance).chain(&supply.years);
	let both = supply.years.iter().zip(before).enumerate();
	both.map(|(index, (after, before))| {
		(index.saturating_add(1), *after, after.saturating_sub(*before))
	})
}

/// The same for programs.
pub fn json(supply: &SupplyView) -> Value {
	let years = years(supply).map(|(year, tokens, new)| {
		json!({ "year": year, "tokens": tokens.to_string(), "new": new.to_string() })
	});
	json!({
		"issuance": supply.issuance.to_string(),
		"staked": supply.staked.to_string(),
		"yearly": supply.yearly,
		"yearlyToStakers": supply.yearly_to_stakers,
		"potShare": supply.pot_share,
		"burnedFees": supply.burned_fees,
		"years": years.collect::<Vec<_>>(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	const UNIT: u128 = 1_000_000_000_000;

	fn supply() -> SupplyView {
		SupplyView {
			issuance: 1_000 * UNIT,
			staked: 250 * UNIT,
			yearly: Perbill::from_parts(60_000_000),
			yearly_to_stakers: Perbill::from_parts(42_500_000),
			pot_share: "50".parse().unwrap(),
			burned_fees: "50".parse().unwrap(),
			years: vec![1_060 * UNIT, 11_236 * UNIT / 10],
		}
	}

	#[test]
	fn each_year_has_a_line() {
		assert_eq!(
			text(&supply(), &Token::default()),
			"tokens       1000 AGO\n\
			 at stake     250 AGO, 25 %\n\
			 new          6 % of all a year: 4.25 % to validators and nominators,\n             \
			 of the rest 50 % to the rewards' pot, and to the treasury otherwise\n\
			 burned       50 % of transaction fees, not counted here\n\
			 year  tokens      new\n\
			 1     1060 AGO    60 AGO\n\
			 2     1123.6 AGO  63.6 AGO\n"
		);
	}

	#[test]
	fn programs_read_the_same() {
		let value = json(&supply());
		assert_eq!((&value["yearly"], &value["potShare"]), (&json!("6"), &json!("50")));
		assert_eq!(
			value["years"][1],
			json!({
				"year": 2,
				"tokens": (11_236 * UNIT / 10).to_string(),
				"new": (636 * UNIT / 10).to_string(),
			})
		);
	}
}
