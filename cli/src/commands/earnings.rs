// SPDX-License-Identifier: Apache-2.0

//! `agora earnings`: what an account can withdraw.

use super::{Context, Done};
use crate::{error::Result, reference::Publisher};
use clap::Args;
use serde_json::json;

/// Show what an account has earned and not withdrawn.
///
/// Income that is still in vaults on its way along the lineage is not in it: `agora vault` shows
/// that. Neither is what a contributor has not collected: `agora collect`.
#[derive(Args)]
pub struct Options {
	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let account = context.account(options.account.as_ref())?;
	let chain = context.connect().await?;
	let earnings = chain.royalties()?.earnings(&account).await?;
	let mut text = format!("account      {account}\nearnings     {}\n", chain.token.show(earnings));
	if earnings > 0 {
		text.push_str("next         agora withdraw\n");
	}
	let value = json!({ "account": account.to_string(), "earnings": earnings.to_string() });
	context.print(&Done::new(text, value))
}
