// SPDX-License-Identifier: Apache-2.0

//! `agora account`: what an account has.

use super::{Context, Done};
use crate::{
	error::{Code, Error, Result},
	reference::parse_account,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Show what an account has and what is held of it.
///
/// Amounts in JSON are decimal strings of the smallest unit.
#[derive(Args)]
pub struct Options {
	/// The account; the signer's if it is left out.
	#[arg(value_name = "ADDRESS", value_parser = parse_account)]
	account: Option<AccountId32>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let account = match options.account {
		Some(account) => account,
		None => context.me()?.ok_or_else(|| {
			Error::new(Code::SIGNER_MISSING, "whose account? Give an address or --signer.")
		})?,
	};
	let chain = context.connect().await?;
	let balance = chain.balance(&account).await?;
	let mut text = format!(
		"account      {account}\nfree         {}\nheld         {}\n",
		chain.token.show(balance.free),
		chain.token.show(balance.held())
	);
	for (reason, amount) in &balance.holds {
		text.push_str(&format!("  {reason:<24} {}\n", chain.token.show(*amount)));
	}
	let holds: serde_json::Map<_, _> = balance
		.holds
		.iter()
		.map(|(reason, amount)| (reason.clone(), json!(amount.to_string())))
		.collect();
	let value = json!({
		"account": account.to_string(),
		"free": balance.free.to_string(),
		"held": balance.held().to_string(),
		"holds": holds,
	});
	context.print(&Done::new(text, value))
}
