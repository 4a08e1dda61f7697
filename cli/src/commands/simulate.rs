// SPDX-License-Identifier: Apache-2.0

//! `agora simulate`: where an income would end up.

use super::{
	payouts,
	target::{learn, Names},
	Context, Done,
};
use crate::{
	amount::Amount,
	error::{Code, Error, Result},
	reference::Reference,
};
use clap::Args;
use serde_json::json;

/// Show where an income of a version would end up, along its lineage.
///
/// It is what reaches the vault: a price, less the protocol's fee. The splits and records that count
/// now are taken.
#[derive(Args)]
pub struct Options {
	/// The version; the newest of the artifact if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The income, in AGO.
	#[arg(long, value_name = "AGO")]
	income: Amount,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let royalties = chain.royalties()?;
	let (_, version) = chain.version(&options.reference, me.as_ref()).await?;
	let income = options.income.0;
	let distribution = royalties.simulate(version.sequence, income).await?;
	let distribution = distribution.ok_or_else(|| {
		Error::new(Code::VERSION_NOT_FOUND, "the version was removed in the meantime.")
	})?;
	let mut names = Names::from([(version.sequence, version.reference())]);
	learn(&chain, payouts::versions(&distribution), &mut names).await?;
	let mut text =
		format!("income       {} of {}\n", chain.token.show(income), version.reference());
	text.push_str(&payouts::text(&distribution, &names, &chain.token));
	let mut value = payouts::json(&distribution, &names);
	value["reference"] = json!(version.reference());
	value["sequence"] = json!(version.sequence);
	value["income"] = json!(income.to_string());
	context.print(&Done::new(text, value))
}
