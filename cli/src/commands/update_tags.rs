// SPDX-License-Identifier: Apache-2.0

//! `agora update-tags`: replace the tags of an artifact.

use super::{check_tags, ensure_owner, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Replace the tags of an artifact.
///
/// The artifact's deposit grows or shrinks with them.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// A word to find it by: at most five, none to take them away.
	#[arg(long = "tag", value_name = "TAG")]
	tags: Vec<String>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	check_tags(&options.tags)?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	ensure_owner(&artifact, &me)?;
	let call = calls::update_tags(artifact.id, &options.tags);
	let applied = context.submit(&chain, &call, &signer).await?;
	let deposit = applied.number("TagsUpdated", "deposit");
	let text =
		format!("artifact     {}\ntags         {}", artifact.reference(), options.tags.join(", "));
	let value = json!({
		"artifact": artifact.id,
		"reference": artifact.reference(),
		"tags": options.tags,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
