// SPDX-License-Identifier: Apache-2.0

//! `agora yank`: advise against a version.

use super::{ensure_owner, numbered, Context, Done};
use crate::{
	chain::calls,
	error::{Code, Error, Result},
	keys,
	reference::Reference,
};
use clap::Args;
use serde_json::json;

/// Longest reason, in bytes.
const MAX_REASON: usize = 64;

/// Advise against a version: it can no longer be cited or sold.
///
/// Nothing is taken from those who use it, and `agora unyank` undoes it.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Why, in a line of at most 64 bytes.
	#[arg(long, value_name = "TEXT", default_value = "")]
	reason: String,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	if options.reason.len() > MAX_REASON {
		return Err(Error::new(
			Code::TOO_LONG,
			format!("the reason has {} bytes, and {MAX_REASON} is the most.", options.reason.len()),
		));
	}
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let (artifact, version) = numbered(&chain, &options.reference, &me).await?;
	ensure_owner(&artifact, &me)?;
	let call = calls::yank(version.sequence, &options.reason);
	let applied = context.submit(&chain, &call, &signer).await?;
	let deposit = applied.number("VersionYanked", "deposit");
	let name = version.reference();
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"status": "yanked",
		"reason": options.reason,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(format!("yanked       {name}"), value, &applied, &chain))
}
