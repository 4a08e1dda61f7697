// SPDX-License-Identifier: Apache-2.0

//! `agora waive`: give up the refund window, and pay at once.

use super::{
	license::{held, pending},
	settle::done,
	Context,
};
use crate::{chain::market::calls, error::Result, keys, reference::Reference};
use clap::Args;

/// Give up the refund window of your last purchase, and pay at once.
///
/// From then on the license counts for publishing what derives from the artifact.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
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
	let purchase = pending(&license, &artifact, "NothingToSettle")?;
	if !options.yes {
		let price = chain.token.show(purchase.price);
		let question = format!("{price} for {name} will be paid, and cannot be had back any more.");
		context.output.confirm(&question)?;
	}
	let applied = context.submit(&chain, &calls::waive_refund(artifact.id), &signer).await?;
	context.print(&done(&name, &me, &applied, &chain))
}
