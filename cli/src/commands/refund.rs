// SPDX-License-Identifier: Apache-2.0

//! `agora refund`: have the price of a purchase back.

use super::{
	license::{held, pending},
	Context, Done,
};
use crate::{
	chain::market::{calls, refusal},
	error::Result,
	keys,
	reference::Reference,
};
use clap::Args;
use serde_json::json;

/// Have the whole price of your last purchase back, within its refund window.
///
/// It was held on your account and went to nobody. The license ends and its deposit comes back; if
/// it was renewed, it is what it was before.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let name = artifact.reference();
	let license = held(&market, &artifact, &me).await?;
	let purchase = pending(&license, &artifact, "NothingToRefund")?;
	// The transaction comes at the earliest into the block after the one we look at.
	if chain.block_number() >= u64::from(purchase.refundable_until) {
		let why = format!("the price could be had back up to block {}.", purchase.refundable_until);
		return Err(refusal("RefundWindowClosed", why));
	}
	let applied = context.submit(&chain, &calls::refund(artifact.id), &signer).await?;
	let price = applied.number("PurchaseRefunded", "price");
	let deposit = applied.number("PurchaseRefunded", "deposit");
	let renewal = purchase.previous.is_some();
	let mut text = format!("refunded     {name}\n");
	for (what, amount) in [("the price", price), ("the deposit", deposit)] {
		if let Some(amount) = amount.filter(|amount| *amount > 0) {
			text.push_str(&format!("given back   {}, {what}\n", chain.token.show(amount)));
		}
	}
	text.push_str(match renewal {
		true => "license      as it was before it was renewed\n",
		false => "license      ended\n",
	});
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"account": me.to_string(),
		"price": price.map(|amount| amount.to_string()),
		"deposit": deposit.map(|amount| amount.to_string()),
		"licensed": renewal,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
