// SPDX-License-Identifier: Apache-2.0

//! `agora settle`: pay for a purchase whose refund window is over.

use super::{
	license::{held, pending},
	whose, Context, Done,
};
use crate::{
	chain::{
		market::{calls, refusal},
		Applied, Chain,
	},
	error::Result,
	keys,
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Pay for a purchase whose refund window is over.
///
/// The chain does so by itself as soon as a block has room; anybody can do it for anybody.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Whose purchase: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let account = whose(options.account.as_ref(), me);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let license = held(&market, &artifact, &account).await?;
	let purchase = pending(&license, &artifact, "NothingToSettle")?;
	let free = market.sales(artifact.id).await?.is_some_and(|sales| sales.free);
	// The transaction comes at the earliest into the block after the one we look at.
	if !free && chain.block_number() < u64::from(purchase.refundable_until) {
		let why = format!(
			"the price can be had back up to block {}, and the chain is at block {}. Its buyer can \
			 give that up with `agora waive`.",
			purchase.refundable_until,
			chain.block_number()
		);
		return Err(refusal("RefundWindowOpen", why));
	}
	let call = calls::settle(artifact.id, &account);
	let applied = context.submit(&chain, &call, &signer).await?;
	context.print(&done(&artifact.reference(), &account, &applied, &chain))
}

/// What a settlement did, for `agora settle` and `agora waive`.
pub fn done(name: &str, account: &AccountId32, applied: &Applied, chain: &Chain) -> Done {
	let settled = |field: &str| applied.number("PurchaseSettled", field);
	let released = applied.number("PurchaseReleased", "price");
	let mut text = format!("settled      the purchase of {account} for {name}\n");
	for (what, amount) in [
		("price", settled("price")),
		("fee", settled("fee")),
		("income", settled("income")),
		("commons", settled("excess").filter(|excess| *excess > 0)),
	] {
		if let Some(amount) = amount {
			text.push_str(&format!("{what:<12} {}\n", chain.token.show(amount)));
		}
	}
	if let Some(released) = released {
		let released = chain.token.show(released);
		text.push_str(&format!("given back   {released}: the cap is reached, the license free\n"));
	}
	let shown = |amount: Option<u128>| amount.map(|amount| amount.to_string());
	let value = json!({
		"reference": name,
		"account": account.to_string(),
		"price": shown(settled("price")),
		"fee": shown(settled("fee")),
		"income": shown(settled("income")),
		"excess": shown(settled("excess")),
		"released": shown(released),
	});
	Done::applied(text, value, applied, chain)
}
