// SPDX-License-Identifier: Apache-2.0

//! `agora release`: give up a reservation.

use super::{Context, Done};
use crate::{
	chain::{calls, types::Hash},
	error::{Code, Error, Result},
	keys,
	reference::parse_account,
	reservations::Store,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Give up a reservation and get its deposit back.
///
/// Your own reservation at any time, anybody's once it has expired. The deposit goes back to whoever
/// made it.
#[derive(Args)]
pub struct Options {
	/// What the chain knows the reservation by; `agora reserve` printed it.
	commitment: Hash,

	/// Who made the reservation; the signer if it is left out.
	#[arg(long, value_name = "ADDRESS", value_parser = parse_account)]
	account: Option<AccountId32>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let account = options.account.unwrap_or_else(|| keys::account(&signer));
	let chain = context.connect().await?;
	if chain.reservation(&account, options.commitment).await?.is_none() {
		return Err(Error::new(
			Code::RESERVATION_NOT_FOUND,
			format!(
				"{account} has no reservation {}. It may have been revealed or released already.",
				options.commitment
			),
		));
	}
	let call = calls::release_reservation(&account, options.commitment);
	let applied = context.submit(&chain, &call, &signer).await?;
	if applied.has("ReservationReleased") {
		if let Ok(store) = Store::open() {
			store.forget(options.commitment);
		}
	}
	let released = applied.number("ReservationReleased", "deposit");
	let mut text = format!("released     {}\n", options.commitment);
	if let Some(released) = released {
		text.push_str(&format!("given back   {} to {account}\n", chain.token.show(released)));
	}
	let value = json!({
		"commitment": options.commitment,
		"account": account.to_string(),
		"released": released.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
