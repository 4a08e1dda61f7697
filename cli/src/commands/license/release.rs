// SPDX-License-Identifier: Apache-2.0

//! `agora license release`: end a license for its deposit.

use super::{ensure_paid, held, lasts};
use crate::{
	chain::market::{calls, refusal},
	commands::{Context, Done},
	error::Result,
	keys,
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;

/// End a license, and give its deposit back to its holder.
///
/// Yours at any time, without the price coming back; anybody's once it has ended.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let account = context.account(options.account.as_ref())?;
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let name = artifact.reference();
	let license = held(&market, &artifact, &account).await?;
	ensure_paid(&license)?;
	if license.lasts && account != me {
		let why = format!(
			"the license of {account} for {name} lasts {}. Until it has ended, only its holder can \
			 end it.",
			lasts(license.license.grant.term)
		);
		return Err(refusal("LicenseLasts", why));
	}
	if license.lasts && !options.yes {
		context.output.confirm(&format!(
			"Your license for {name} lasts {}, and will be gone without its price coming back.",
			lasts(license.license.grant.term)
		))?;
	}
	let call = calls::release_license(artifact.id, &account);
	let applied = context.submit(&chain, &call, &signer).await?;
	let released = applied.number("LicenseReleased", "deposit");
	let mut text = format!("released     the license of {account} for {name}\n");
	if let Some(released) = released {
		text.push_str(&format!("given back   {}\n", chain.token.show(released)));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"account": account.to_string(),
		"released": released.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
