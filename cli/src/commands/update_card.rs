// SPDX-License-Identifier: Apache-2.0

//! `agora update-card`: replace the card of a version.

use super::{card_digest, ensure_owner, numbered, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// Replace the card of a version.
///
/// The chain keeps the card's BLAKE3 hash. The version's deposit grows or shrinks with it.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The new card.
	#[arg(long, value_name = "FILE", required_unless_present = "none")]
	card: Option<PathBuf>,

	/// Take the card away.
	#[arg(long, conflicts_with = "card")]
	none: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let card = options.card.as_deref().map(card_digest).transpose()?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let (artifact, version) = numbered(&chain, &options.reference, &me).await?;
	ensure_owner(&artifact, &me)?;
	let applied =
		context.submit(&chain, &calls::update_card(version.sequence, card), &signer).await?;
	let deposit = applied.number("CardUpdated", "deposit");
	let shown = card.map_or("none".into(), |card| card.to_string());
	let text = format!("version      {}\ncard         {shown}", version.reference());
	let value = json!({
		"reference": version.reference(),
		"sequence": version.sequence,
		"card": card,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
