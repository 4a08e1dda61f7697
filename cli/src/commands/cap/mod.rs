// SPDX-License-Identifier: Apache-2.0

//! `agora cap`: the most that an artifact may bring, one file per command.

mod lower;
mod pledge;
mod show;

use super::{ensure_owner, Context, Done};
use crate::{
	amount::Amount,
	chain::{
		calls::Call,
		market::types::SalesView,
		types::{ArtifactId, ArtifactView},
		Chain, Token,
	},
	error::Result,
	keys,
	reference::Reference,
};
use clap::{Args, Subcommand};
use serde_json::{json, Value};

/// Pledge the most that an artifact may bring, lower it, and show it.
///
/// Once the sales of an artifact have brought that much, every license for it is free, for good; what
/// the last sale brings above it goes to the commons.
#[derive(Subcommand)]
pub enum Options {
	Pledge(pledge::Options),
	Lower(lower::Options),
	Show(show::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Pledge(options) => pledge::run(options, context).await,
		Options::Lower(options) => lower::run(options, context).await,
		Options::Show(options) => show::run(options, context).await,
	}
}

/// What pledging and lowering take.
#[derive(Args)]
pub struct Change {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The most it may bring, in AGO.
	#[arg(value_name = "AGO")]
	cap: Amount,

	/// Agree without being asked.
	#[arg(long, short)]
	yes: bool,
}

/// Pledge or lower a cap, if what there is allows that.
async fn change(
	options: Change,
	allowed: impl FnOnce(&SalesView, u128, &str, &Token) -> Result<()>,
	call: impl FnOnce(ArtifactId, u128) -> Call,
	context: &mut Context<'_>,
) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	ensure_owner(&artifact, &me)?;
	let sales = market.sales(artifact.id).await?.unwrap_or_else(nothing_sold);
	let (name, cap) = (artifact.reference(), options.cap.0);
	allowed(&sales, cap, &name, &chain.token)?;
	if !options.yes {
		context.output.agree(&question(&sales, cap, &name, &chain.token))?;
	}
	let applied = context.submit(&chain, &call(artifact.id, cap), &signer).await?;
	let free = sales.free || applied.has("CapReached");
	let sales = SalesView { cap: Some(cap), free, ..sales };
	let deposit = applied.number("SalesOpened", "deposit");
	let mut value = cap_json(&sales, &artifact);
	value["deposit"] = json!(deposit.map(|amount| amount.to_string()));
	let mut text = text(&sales, &name, &chain.token);
	if let Some(deposit) = deposit {
		let deposit = chain.token.show(deposit);
		text.push_str(&format!("held         {deposit} for the record of sales\n"));
	}
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// What is true of an artifact that was never offered.
fn nothing_sold() -> SalesView {
	SalesView { licenses: 0, income: 0, cap: None, free: false, offers: vec![] }
}

/// What is to be agreed to.
fn question(sales: &SalesView, cap: u128, name: &str, token: &Token) -> String {
	let now = match sales.income >= cap {
		true => {
			let income = token.show(sales.income);
			format!(" It brought {income} so far, so all licenses are free at once.")
		}
		false => String::new(),
	};
	format!(
		"{name} will never bring more than {}, and all licenses are free once it has.{now} This \
		 cannot be taken back, and the cap can only be lowered.",
		token.show(cap)
	)
}

/// The cap and how far it is, in lines.
pub fn text(sales: &SalesView, name: &str, token: &Token) -> String {
	format!(
		"artifact     {name}\n{}income       {}\n",
		line(sales, token),
		token.show(sales.income)
	)
}

/// The cap in a line.
pub fn line(sales: &SalesView, token: &Token) -> String {
	let state = match (sales.cap, sales.free) {
		(None, _) => return "cap          none\n".into(),
		(Some(_), true) => "reached: every license is free".to_owned(),
		(Some(cap), false) => {
			format!("{} to go", token.show(cap.saturating_sub(sales.income)))
		}
	};
	format!("cap          {}, {state}\n", token.show(sales.cap.unwrap_or_default()))
}

/// The same for programs.
fn cap_json(sales: &SalesView, artifact: &ArtifactView) -> Value {
	let mut value = sales_json(sales);
	value["artifact"] = json!(artifact.id);
	value["reference"] = json!(artifact.reference());
	value
}

/// What an artifact sold, as every command prints it in JSON.
pub fn sales_json(sales: &SalesView) -> Value {
	json!({
		"cap": sales.cap.map(|cap| cap.to_string()),
		"income": sales.income.to_string(),
		"free": sales.free,
		"licenses": sales.licenses,
	})
}

/// The sales of an artifact, whether it was ever offered or not.
async fn sales(chain: &Chain, artifact: &ArtifactView) -> Result<SalesView> {
	Ok(chain.market()?.sales(artifact.id).await?.unwrap_or_else(nothing_sold))
}

#[cfg(test)]
pub mod tests {
	use super::*;

	const UNIT: u128 = 1_000_000_000_000;

	/// Sales that brought 20 AGO.
	pub fn sold(cap: Option<u128>) -> SalesView {
		let income = 20 * UNIT;
		let free = cap.is_some_and(|cap| income >= cap);
		SalesView { licenses: 3, income, cap, free, offers: vec![1] }
	}

	#[test]
	fn a_pledge_says_what_it_means() {
		let token = Token::default();
		let asked = question(&sold(None), 100 * UNIT, "a/b", &token);
		assert!(asked.starts_with("a/b will never bring more than 100 AGO"), "{asked}");
		assert!(asked.contains("cannot be taken back") && !asked.contains("at once"), "{asked}");
		let asked = question(&sold(None), 20 * UNIT, "a/b", &token);
		assert!(asked.contains("It brought 20 AGO so far, so all licenses are free at once."));
	}

	#[test]
	fn a_cap_is_shown_with_how_far_it_is() {
		let token = Token::default();
		assert_eq!(line(&sold(None), &token), "cap          none\n");
		assert_eq!(line(&sold(Some(100 * UNIT)), &token), "cap          100 AGO, 80 AGO to go\n");
		let reached = "cap          20 AGO, reached: every license is free\n";
		assert_eq!(line(&sold(Some(20 * UNIT)), &token), reached);
		assert_eq!(
			text(&sold(None), "a/b", &token),
			"artifact     a/b\ncap          none\nincome       20 AGO\n"
		);
		let value = sales_json(&sold(Some(20 * UNIT)));
		assert_eq!((&value["cap"], &value["free"]), (&json!("20000000000000"), &json!(true)));
		assert_eq!(sales_json(&nothing_sold())["cap"], Value::Null);
	}
}
