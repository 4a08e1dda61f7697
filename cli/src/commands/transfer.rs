// SPDX-License-Identifier: Apache-2.0

//! `agora transfer`: offer an artifact to a new owner.

use super::{ensure_owner, Context, Done};
use crate::{
	chain::calls,
	error::Result,
	keys,
	reference::{parse_account, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Offer an artifact with all its versions to a new owner.
///
/// Nothing changes until the new owner accepts it with `agora accept`. The name stays that of the
/// publisher.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Who may become its owner.
	#[arg(value_name = "ADDRESS", value_parser = parse_account)]
	new_owner: AccountId32,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	ensure_owner(&artifact, &me)?;
	let call = calls::transfer_ownership(artifact.id, &options.new_owner);
	let applied = context.submit(&chain, &call, &signer).await?;
	let name = artifact.reference();
	let text =
		format!("{name} is offered to {}\nnext         agora accept {name}", options.new_owner);
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"owner": me.to_string(),
		"pendingOwner": options.new_owner.to_string(),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
