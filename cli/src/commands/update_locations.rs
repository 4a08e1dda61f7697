// SPDX-License-Identifier: Apache-2.0

//! `agora update-locations`: replace the locations of a version.

use super::{check_locations, ensure_owner, numbered, Context, Done};
use crate::{chain::calls, error::Result, keys, reference::Reference};
use clap::Args;
use serde_json::json;

/// Replace the locations of a version.
///
/// The version's deposit grows or shrinks with them.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Where the bytes can be had: at most two, none to take them away.
	#[arg(long = "location", value_name = "URL")]
	locations: Vec<String>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	check_locations(&options.locations)?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let (artifact, version) = numbered(&chain, &options.reference, &me).await?;
	ensure_owner(&artifact, &me)?;
	let call = calls::update_locations(version.sequence, &options.locations);
	let applied = context.submit(&chain, &call, &signer).await?;
	let deposit = applied.number("LocationsUpdated", "deposit");
	let mut text = format!("version      {}\n", version.reference());
	for location in &options.locations {
		text.push_str(&format!("location     {location}\n"));
	}
	let value = json!({
		"reference": version.reference(),
		"sequence": version.sequence,
		"locations": options.locations,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
