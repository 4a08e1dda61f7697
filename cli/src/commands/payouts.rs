// SPDX-License-Identifier: Apache-2.0

//! Who gets what of an income, along the lineage.

use super::{table::table, target::Names};
use crate::chain::{
	royalties::types::{Distribution, Payout},
	types::Sequence,
	Token,
};
use serde_json::{json, Value};

/// A version, what reaches its vault, and where that goes.
const HEAD: [&str; 5] = ["version", "gets", "passes on", "contributors", "keeps"];

/// The versions that get something.
pub fn versions(distribution: &Distribution) -> impl Iterator<Item = Sequence> + '_ {
	distribution.payouts.iter().map(|payout| payout.version)
}

/// The payouts in columns, and what lies beyond them.
pub fn text(distribution: &Distribution, names: &Names, token: &Token) -> String {
	let rows = distribution.payouts.iter().map(|payout| {
		[
			name(payout, names),
			token.show(payout.income),
			token.show(payout.royalties),
			token.show(payout.contributors),
			token.show(payout.earnings),
		]
	});
	let mut text = match distribution.payouts.is_empty() {
		true => String::new(),
		false => table(HEAD, rows),
	};
	if distribution.rest > 0 {
		let rest = token.show(distribution.rest);
		text.push_str(&format!("{rest} go further back than is followed here\n"));
	}
	text
}

fn name(payout: &Payout, names: &Names) -> String {
	let sequence = payout.version;
	names.get(&sequence).cloned().unwrap_or_else(|| format!("sequence {sequence}"))
}

/// The same for programs.
pub fn json(distribution: &Distribution, names: &Names) -> Value {
	let payouts = distribution.payouts.iter().map(|payout| {
		json!({
			"sequence": payout.version,
			"reference": names.get(&payout.version),
			"artifact": payout.artifact,
			"income": payout.income.to_string(),
			"royalties": payout.royalties.to_string(),
			"contributors": payout.contributors.to_string(),
			"earnings": payout.earnings.to_string(),
		})
	});
	json!({
		"payouts": payouts.collect::<Vec<_>>(),
		"rest": distribution.rest.to_string(),
	})
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::chain::types::Hash;

	const UNIT: u128 = 1_000_000_000_000;

	/// Two versions, the second of which has contributors.
	pub fn distribution() -> Distribution {
		let payout = |version, income, royalties, contributors| Payout {
			version,
			artifact: Hash([8; 32]),
			income,
			royalties,
			contributors,
			earnings: income - royalties - contributors,
		};
		let payouts = vec![payout(7, 100 * UNIT, 10 * UNIT, 0), payout(3, 10 * UNIT, 0, UNIT / 2)];
		Distribution { payouts, rest: 0 }
	}

	pub fn names() -> Names {
		[(7, "b/tuned@1".to_owned()), (3, "a/data@1".to_owned())].into()
	}

	#[test]
	fn each_version_has_a_line() {
		let text = text(&distribution(), &names(), &Token::default());
		assert_eq!(
			text,
			"version    gets     passes on  contributors  keeps\n\
			 b/tuned@1  100 AGO  10 AGO     0 AGO         90 AGO\n\
			 a/data@1   10 AGO   0 AGO      0.5 AGO       9.5 AGO\n"
		);
	}

	#[test]
	fn what_is_not_followed_is_said() {
		let beyond = Distribution { payouts: vec![], rest: 5 * UNIT };
		let text = text(&beyond, &Names::new(), &Token::default());
		assert_eq!(text, "5 AGO go further back than is followed here\n");
		assert_eq!(super::text(&Distribution::default(), &names(), &Token::default()), "");
	}

	#[test]
	fn programs_read_the_same() {
		let value = json(&distribution(), &names());
		assert_eq!(value["rest"], "0");
		assert_eq!(
			value["payouts"][1],
			json!({
				"sequence": 3,
				"reference": "a/data@1",
				"artifact": Hash([8; 32]),
				"income": (10 * UNIT).to_string(),
				"royalties": "0",
				"contributors": (UNIT / 2).to_string(),
				"earnings": (19 * UNIT / 2).to_string(),
			})
		);
	}
}
