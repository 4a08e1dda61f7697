// SPDX-License-Identifier: Apache-2.0

//! `agora remove`: remove a version or an artifact.

use super::{ensure_owner, numbered, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Remove a version, or an artifact without versions, and get its deposit back.
///
/// With a number the version, without one the artifact, which must have no versions left.
///
/// The deposit is given back, but for the part that keeps the digest or the name from being taken
/// over: neither can be used again.
#[derive(Args)]
pub struct Options {
	/// The version or artifact.
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
	let (artifact, name, call, event) = match options.reference.number {
		Some(_) => {
			let (artifact, version) = numbered(&chain, &options.reference, &me).await?;
			let call = calls::remove_version(version.sequence);
			(artifact, version.reference(), call, "VersionRemoved")
		}
		None => {
			let artifact = chain.artifact(&options.reference, Some(&me)).await?;
			let name = artifact.reference();
			let call = calls::remove_artifact(artifact.id);
			(artifact, name, call, "ArtifactRemoved")
		}
	};
	ensure_owner(&artifact, &me)?;
	if !options.yes {
		context.output.confirm(&format!("{name} will be gone for ever."))?;
	}
	let applied = context.submit(&chain, &call, &signer).await?;
	let released = applied.number(event, "released");
	let tombstone = applied.number(event, "tombstone");
	let mut text = format!("removed      {name}\n");
	if let Some(released) = released {
		text.push_str(&format!("given back   {}\n", chain.token.show(released)));
	}
	if let Some(tombstone) = tombstone {
		text.push_str(&format!("stays held   {}\n", chain.token.show(tombstone)));
	}
	let value = json!({
		"removed": name,
		"released": released.map(|amount| amount.to_string()),
		"tombstone": tombstone.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
