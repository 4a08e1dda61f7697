// SPDX-License-Identifier: Apache-2.0

//! `agora rewards audit`: is every reward what it should be?

use crate::{
	chain::{audit, Token},
	commands::{Context, Done},
	error::{Code, Error, Result},
};
use agora_audit::Report;
use clap::Args;

/// The most differences that are shown one by one to a person.
const SHOWN: usize = 20;

/// Check every fee, royalty and reward of the chain's whole history.
///
/// All events since the first block are read, and every figure is computed anew from those before it:
/// fees and their credit, how income was divided, when epochs ended and with what, each claim, what
/// expired, and what the pot has in the end. The arithmetic is this command's own. Exit status 1 if
/// anything differs, with what and by how much.
///
/// The node must have kept all states: an archive node.
#[derive(Args)]
pub struct Options {
	/// The last block to check; the last final one if none is given.
	#[arg(long, value_name = "BLOCK")]
	to: Option<u32>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let chain = context.connect().await?;
	chain.rewards()?;
	let last = u32::try_from(chain.block_number()).unwrap_or(u32::MAX);
	let to = options.to.unwrap_or(last);
	if to > last {
		return Err(Error::new(
			Code::BLOCK_NOT_FINAL,
			format!("block {to} is not final yet: the last that is has the number {last}."),
		));
	}
	let bar = context.output.blocks_bar(to.into());
	let report = chain.audit(to, &|| bar.inc(1)).await;
	bar.finish_and_clear();
	let report = report?;
	if !report.agrees() {
		return Err(disagreement(&report));
	}
	context.print(&Done::new(text(&report, &chain.token), audit::json(&report)))
}

/// `1 sale`, `2 sales`.
fn count(number: u64, one: &str) -> String {
	match number {
		1 => format!("1 {one}"),
		number => format!("{number} {one}s"),
	}
}

fn text(report: &Report, token: &Token) -> String {
	let Report { counts, sums, pot, .. } = report;
	let mut text = format!(
		"audited      {}, {}\n",
		count(counts.blocks, "block"),
		count(counts.events, "event"),
	);
	text.push_str(&format!(
		"found        {}, {}, {}, {}, {}\n",
		count(counts.sales, "sale"),
		count(counts.distributions, "distribution"),
		count(counts.epochs.saturating_add(counts.rolled_over), "epoch"),
		count(counts.claims, "claim"),
		count(counts.eras, "era"),
	));
	for (what, amount) in [
		("paid", sums.gross),
		("fees", sums.fees),
		("above caps", sums.excess),
		("credit", sums.credit),
		("contributors", sums.contributors),
		("members", sums.earnings),
		("issued", sums.issued),
		("gifts", sums.gifts),
		("rewards", sums.rewards),
		("claimed", sums.claimed),
		("expired", sums.expired),
		("to commons", sums.to_commons),
	] {
		text.push_str(&format!("{what:<12} {}\n", token.show(amount)));
	}
	text.push_str(&format!(
		"pot          {} = {} to exist + {} for credit in vaults + {} unclaimed + {} funds\n",
		token.show(pot.balance),
		token.show(pot.existential_deposit),
		token.show(pot.credit_in_vaults),
		token.show(pot.owed),
		token.show(pot.funds),
	));
	text.push_str("difference   0 planck: the chain's figures are those of this audit\n");
	text
}

/// Chain and audit do not say the same.
fn disagreement(report: &Report) -> Error {
	let mut message = format!(
		"the chain's figures are not those of this audit: {} in {}, {} planck together.",
		count(report.difference_count, "difference"),
		count(report.counts.blocks, "block"),
		report.difference
	);
	for difference in report.differences.iter().take(SHOWN) {
		message.push_str(&format!("\n{difference}"));
	}
	let more = report.difference_count.saturating_sub(SHOWN as u64);
	if more > 0 {
		message.push_str(&format!("\nand {more} more: --json has the first of them all"));
	}
	Error::new(Code::AUDIT_DIFFERS, message).with_details(audit::json(report))
}

#[cfg(test)]
mod tests {
	use super::*;
	use agora_audit::{Difference, Figure};
	use serde_json::json;

	fn report(differences: usize) -> Report {
		let difference = Difference {
			block: 7,
			what: "the fee of a sale of version 3".into(),
			chain: Figure::Planck(3),
			audit: Figure::Planck(5),
		};
		let mut report = Report {
			block: 9,
			differences: vec![difference; differences],
			difference_count: differences as u64,
			difference: 2 * differences as u128,
			..Report::default()
		};
		report.counts.blocks = 9;
		report.counts.sales = 1;
		report.sums.fees = 25;
		report
	}

	#[test]
	fn what_agrees_is_summed_up() {
		let text = text(&report(0), &Token::default());
		assert!(text.starts_with("audited      9 blocks, 0 events\n"), "{text}");
		assert!(text.contains("\nfound        1 sale, 0 distributions, 0 epochs,"), "{text}");
		assert!(text.contains("\nfees         0.000000000025 AGO\n"), "{text}");
		assert!(text.contains("\ndifference   0 planck: "), "{text}");
	}

	#[test]
	fn differences_are_an_error_that_has_them_all() {
		let error = disagreement(&report(22));
		assert_eq!((error.code.as_str(), error.exit_status()), ("audit-differs", 1));
		let line =
			"\nblock 7: the fee of a sale of version 3: the chain says 3 planck, and it should \
		            be 5 planck";
		assert_eq!(error.message.matches(line).count(), SHOWN);
		assert!(error.message.contains("22 differences in 9 blocks, 44 planck together."));
		assert!(error.message.ends_with("\nand 2 more: --json has the first of them all"));
		let details = error.details.unwrap();
		assert_eq!(details["differences"].as_array().map(Vec::len), Some(22));
		assert_eq!(
			details["differences"][0],
			json!({
				"block": 7,
				"what": "the fee of a sale of version 3",
				"chain": "3 planck",
				"audit": "5 planck",
				"planck": "2",
			})
		);
		assert_eq!((&details["agrees"], &details["difference"]), (&json!(false), &json!("44")));
	}
}
