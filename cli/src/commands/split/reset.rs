// SPDX-License-Identifier: Apache-2.0

//! `agora split reset`: all of the income to the owner.

use super::{change, own};
use crate::{
	chain::royalties::types::Split, commands::Context, error::Result, keys, reference::Reference,
};
use clap::Args;

/// Give all income from now on to the owner alone.
///
/// What came in before stays theirs who shared it then.
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
	let artifact = own(&chain, &options.reference, &me).await?;
	change(&chain, &artifact, Split::default(), &signer, context).await
}
