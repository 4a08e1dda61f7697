// SPDX-License-Identifier: Apache-2.0

//! `agora distribute`: move the income of a version on.

use super::{numbered, Context, Done};
use crate::{
	chain::royalties::{calls, refusal},
	error::Result,
	keys,
	reference::Reference,
};
use clap::Args;
use serde_json::json;

/// Move the income in a version's vault on: to its sources, contributors, and those who share it.
///
/// The chain does so by itself for all that is not very small; anybody can do it for any version.
/// What came in before the split was changed goes first, one part each time.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let royalties = chain.royalties()?;
	let (_, version) = numbered(&chain, &options.reference, &me).await?;
	let name = version.reference();
	if royalties.vault(version.sequence).await?.amount == 0 {
		return Err(refusal("NothingToDistribute", format!("the vault of {name} is empty.")));
	}
	let applied = context.submit(&chain, &calls::distribute(version.sequence), &signer).await?;
	let part = |field: &str| applied.number("Distributed", field);
	let mut text = format!("distributed  {name}\n");
	for (what, field) in [
		("income", "income"),
		("to sources", "royalties"),
		("contributors", "contributors"),
		("to earnings", "earnings"),
		("fee credit", "credit"),
	] {
		if let Some(amount) = part(field) {
			text.push_str(&format!("{what:<12} {}\n", chain.token.show(amount)));
		}
	}
	let shown = |field: &str| part(field).map(|amount| amount.to_string());
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"split": part("split").and_then(|number| u32::try_from(number).ok()),
		"income": shown("income"),
		"royalties": shown("royalties"),
		"contributors": shown("contributors"),
		"earnings": shown("earnings"),
		"credit": shown("credit"),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
