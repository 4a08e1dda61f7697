// SPDX-License-Identifier: Apache-2.0

//! `agora license transfer`: hand a license to another account.

use super::{ensure_paid, held, lasts};
use crate::{
	chain::market::{calls, refusal},
	commands::{Context, Done},
	error::Result,
	keys,
	reference::{parse_account, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Hand a license to another account, if its offer allowed that.
///
/// The deposit for its record moves along. You cannot use the artifact after that.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Who gets it.
	#[arg(long, value_name = "ACCOUNT", value_parser = parse_account)]
	to: AccountId32,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let to = options.to;
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let name = artifact.reference();
	let license = held(&market, &artifact, &me).await?;
	if !license.license.grant.transferable {
		let why = format!("the license for {name} was sold as one that stays with its buyer.");
		return Err(refusal("NotTransferable", why));
	}
	ensure_paid(&license)?;
	if !license.lasts {
		let term = lasts(license.license.grant.term);
		let why = format!("the license for {name} lasted {term}: there is nothing to hand on.");
		return Err(refusal("LicenseExpired", why));
	}
	if to == artifact.artifact.owner {
		let why = format!("{to} owns {name}, and needs no license.");
		return Err(refusal("OwnArtifact", why));
	}
	if market.license(artifact.id, &to).await?.is_some() {
		let why = format!("{to} has a license for {name} already, perhaps one that has ended.");
		return Err(refusal("RecipientLicensed", why));
	}
	if !chain.has_account(&to).await? {
		let why = format!("there is no account {to} on this chain: send it some tokens first.");
		return Err(refusal("RecipientNotFound", why));
	}
	if !options.yes {
		context.output.confirm(&format!("The license for {name} will be that of {to}."))?;
	}
	let call = calls::transfer_license(artifact.id, &to);
	let applied = context.submit(&chain, &call, &signer).await?;
	let deposit = applied.number("LicenseTransferred", "deposit");
	let mut text = format!("license      for {name}\nholder       {to}\n");
	if let Some(deposit) = deposit {
		text.push_str(&format!("moved along  {}, its deposit\n", chain.token.show(deposit)));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"from": me.to_string(),
		"to": to.to_string(),
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
