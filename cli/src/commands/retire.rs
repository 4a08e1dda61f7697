// SPDX-License-Identifier: Apache-2.0

//! `agora retire`: end publishing, citing and selling.

use super::{ensure_owner, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// End publishing, citing and selling of an artifact, for ever.
///
/// What was sold stays sold. There is no way back.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	ensure_owner(&artifact, &me)?;
	let name = artifact.reference();
	if !options.yes {
		context.output.confirm(&format!("{name} will be retired for ever."))?;
	}
	let applied = context.submit(&chain, &calls::retire(artifact.id), &signer).await?;
	let value = json!({ "artifact": artifact.id, "reference": name, "status": "retired" });
	context.print(&Done::applied(format!("retired      {name}"), value, &applied, &chain))
}
