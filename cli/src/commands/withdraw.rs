// SPDX-License-Identifier: Apache-2.0

//! `agora withdraw`: pay earnings out.

use super::{whose, Context, Done};
use crate::{
	chain::royalties::{calls, refusal},
	error::Result,
	keys,
	reference::Publisher,
};
use clap::Args;
use serde_json::json;

/// Pay out what an account has earned, all of it and to that account.
///
/// Anybody can do it for anybody.
#[derive(Args)]
pub struct Options {
	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let account = whose(options.account.as_ref(), keys::account(&signer));
	let chain = context.connect().await?;
	let earnings = chain.royalties()?.earnings(&account).await?;
	if earnings == 0 {
		let why = format!(
			"{account} has no earnings. What is on its way is in vaults: `agora vault REF@NUMBER`."
		);
		return Err(refusal("NothingToWithdraw", why));
	}
	let least = chain.existential_deposit()?;
	if earnings < least && !chain.has_account(&account).await? {
		let why = format!(
			"{account} is no account on this chain yet, and one needs {} to begin with: {} are too \
			 little.",
			chain.token.show(least),
			chain.token.show(earnings)
		);
		return Err(refusal("EarningsTooSmall", why));
	}
	let applied = context.submit(&chain, &calls::withdraw(&account), &signer).await?;
	let amount = applied.number("Withdrawn", "amount");
	let mut text = format!("paid to      {account}\n");
	if let Some(amount) = amount {
		text.push_str(&format!("amount       {}\n", chain.token.show(amount)));
	}
	let value = json!({
		"account": account.to_string(),
		"amount": amount.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
