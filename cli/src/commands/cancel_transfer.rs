// SPDX-License-Identifier: Apache-2.0

//! `agora cancel-transfer`: take back or decline an offer.

use super::{Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Take back or decline the offer of an artifact.
///
/// The owner takes an offer back with it, and whom it was made to declines it.
#[derive(Args)]
pub struct Options {
	/// The artifact that was offered.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let applied = context.submit(&chain, &calls::cancel_transfer(artifact.id), &signer).await?;
	let text = format!("{} stays with {}", artifact.reference(), artifact.artifact.owner);
	let value = json!({
		"artifact": artifact.id,
		"reference": artifact.reference(),
		"owner": artifact.artifact.owner.to_string(),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
