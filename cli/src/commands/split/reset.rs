// SPDX-License-Identifier: Apache-2.0

//! `agora split reset`: all of the income to the owner.

use super::{change, own};
use crate::{
	chain::royalties::types::Split,
	commands::Context,
	error::{Code, Error, Result},
	keys,
	reference::Reference,
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
	let now = chain.royalties()?.split(artifact.id).await?;
	if now.is_some_and(|now| now.split == Split::default()) {
		let name = artifact.reference();
		return Err(Error::new(
			Code::BAD_SPLIT,
			format!("all income of {name} is its owner's already."),
		));
	}
	change(&chain, &artifact, Split::default(), &signer, context).await
}
