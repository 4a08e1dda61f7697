// SPDX-License-Identifier: Apache-2.0

//! `agora collect`: move a contributor's share to their earnings.

use super::{numbered, whose, Context, Done};
use crate::{
	chain::royalties::{calls, refusal},
	error::Result,
	keys,
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;

/// Move what is due to a contributor of records to their earnings.
///
/// The version is the one that the records came into the dataset with, which `agora dataset prove`
/// named; versions that extend it count as well. Anybody can do it for anybody; `agora withdraw` pays
/// it out.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Whose share: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let account = whose(options.account.as_ref(), me);
	let chain = context.connect().await?;
	let royalties = chain.royalties()?;
	let (_, version) = numbered(&chain, &options.reference, &me).await?;
	let name = version.reference();
	let Some(share) = royalties.share(version.sequence, &account).await? else {
		let why = format!(
			"{account} proved no record that came in with {name}, or withdrew consent to all. If they \
			 came in with an earlier version, name that."
		);
		return Err(refusal("ShareNotFound", why));
	};
	if share.due == 0 {
		let why = format!(
			"nothing is due to {account} for records of {name}. They share in its income if its owner \
			 granted that: `agora split show`."
		);
		return Err(refusal("NothingDue", why));
	}
	let call = calls::collect_share(version.sequence, &account);
	let applied = context.submit(&chain, &call, &signer).await?;
	let amount = applied.number("ShareCollected", "amount");
	let mut text = format!(
		"collected    for {} of {name}\ncontributor  {account}\n",
		match share.records {
			1 => "1 record".into(),
			count => format!("{count} records"),
		}
	);
	if let Some(amount) = amount {
		text.push_str(&format!("amount       {}\n", chain.token.show(amount)));
	}
	text.push_str("next         agora withdraw\n");
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"contributor": account.to_string(),
		"records": share.records,
		"amount": amount.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
