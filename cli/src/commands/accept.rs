// SPDX-License-Identifier: Apache-2.0

//! `agora accept`: accept an artifact.

use super::{Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Accept an artifact that was offered to you.
///
/// The deposits for all of it are held on your account, and the old owner gets theirs back.
#[derive(Args)]
pub struct Options {
	/// The artifact that was offered to you.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let applied = context.submit(&chain, &calls::accept_ownership(artifact.id), &signer).await?;
	let deposit = applied.number("OwnershipTransferred", "deposit");
	let mut text = format!("{} belongs to {me} now\n", artifact.reference());
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": artifact.reference(),
		"owner": me.to_string(),
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
