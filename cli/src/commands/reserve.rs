// SPDX-License-Identifier: Apache-2.0

//! `agora reserve`: claim files before showing them.

use super::{Context, Done};
use crate::{
	chain::{calls, types::Hash},
	error::{Code, Error, Result},
	keys,
	reservations::{Saved, Store},
	walk,
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// Claim files before showing them, so that a copied publication cannot be first.
///
/// Nobody can tell from a reservation what is reserved. Publish the same files from the same account
/// while it stands: the version then counts as claimed since the reservation, and a copy of the
/// publication that gets in first is superseded.
///
/// The salt is kept in $XDG_DATA_HOME/agora/reservations, where `agora publish` finds it.
#[derive(Args)]
pub struct Options {
	/// The directory whose files will be published.
	path: PathBuf,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let files = walk::walk(&options.path)?;
	let store = Store::open()?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let digest = Hash(context.hash_files(&options.path, files).await?.digest());
	super::publish::ensure_unpublished(&chain, digest).await?;

	let mut salt = [0; 32];
	getrandom::fill(&mut salt).map_err(|error| {
		Error::new(Code::INTERNAL, format!("no random numbers are to be had: {error}"))
	})?;
	let commitment = calls::reservation_commitment(&digest, &me, &salt);
	// On disk first: a reservation without its salt is a deposit for nothing.
	let saved = Saved::new(chain.genesis(), &me, digest, salt, commitment);
	let path = store.save(commitment, &saved)?;
	let applied = match context.submit(&chain, &calls::reserve(commitment), &signer).await {
		Ok(applied) => applied,
		Err(error) => {
			// Where the outcome is unknown the salt may be needed after all.
			if error.code != Code::NODE_FAILED {
				store.forget(commitment);
			}
			return Err(error);
		}
	};
	let expires_at = applied.number("Reserved", "expires_at");
	let deposit = applied.number("Reserved", "deposit");
	let mut text = format!("reserved     {digest}\ncommitment   {commitment}\n");
	if let Some(block) = expires_at {
		text.push_str(&format!("until        block {block}\n"));
	}
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	text.push_str(&format!("salt kept    {}\n", crate::error::Shown(&path)));
	let value = json!({
		"digest": digest,
		"commitment": commitment,
		"salt": Hash(salt),
		"expiresAt": expires_at.and_then(|block| u64::try_from(block).ok()),
		"deposit": deposit.map(|amount| amount.to_string()),
		"file": path.to_string_lossy(),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
