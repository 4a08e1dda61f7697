// SPDX-License-Identifier: Apache-2.0

//! `agora offer close`: sell no more licenses under an offer.

use super::find::{own, Target};
use crate::{
	chain::market::calls,
	commands::{Context, Done},
	error::Result,
	keys,
};
use clap::Args;
use serde_json::json;

/// Close an offer: no more licenses are sold under it, and its deposit comes back.
///
/// Licenses that were bought stay as they are, and so do refunds.
#[derive(Args)]
pub struct Options {
	/// The offer's id, or an artifact that has only one.
	#[arg(value_name = "OFFER|REF")]
	offer: Target,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let (artifact, offer) = own(&chain, &market, &options.offer, &me).await?;
	let applied = context.submit(&chain, &calls::close_offer(offer.id), &signer).await?;
	let released = applied.number("OfferClosed", "deposit");
	let record = applied.number("SalesClosed", "deposit");
	let mut text = format!("closed       offer {} of {}\n", offer.id, artifact.reference());
	for (what, released) in [("offer", released), ("record of sales", record)] {
		if let Some(released) = released {
			let released = chain.token.show(released);
			text.push_str(&format!("given back   {released} for the {what}\n"));
		}
	}
	let value = json!({
		"offer": offer.id,
		"reference": artifact.reference(),
		"artifact": artifact.id,
		"depositor": offer.offer.depositor.to_string(),
		"released": released.map(|amount| amount.to_string()),
		"releasedForSales": record.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
