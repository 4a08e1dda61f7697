// SPDX-License-Identifier: Apache-2.0

//! `agora unyank`: let a yanked version be cited and sold again.

use super::{ensure_owner, numbered, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Let a yanked version be cited and sold again.
///
/// The deposit for the reason is given back.
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
	let (artifact, version) = numbered(&chain, &options.reference, &me).await?;
	ensure_owner(&artifact, &me)?;
	let applied = context.submit(&chain, &calls::unyank(version.sequence), &signer).await?;
	let deposit = applied.number("VersionUnyanked", "deposit");
	let name = version.reference();
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"status": "live",
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(format!("live again   {name}"), value, &applied, &chain))
}
