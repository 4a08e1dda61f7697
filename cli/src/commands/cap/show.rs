// SPDX-License-Identifier: Apache-2.0

//! `agora cap show`: the most that an artifact may bring, and what it brought.

use super::{cap_json, sales, text};
use crate::{
	commands::{Context, Done},
	error::Result,
	reference::Reference,
};
use clap::Args;

/// Show the cap of an artifact, and what its sales brought.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, me.as_ref()).await?;
	let sales = sales(&chain, &artifact).await?;
	let text = text(&sales, &artifact.reference(), &chain.token);
	context.print(&Done::new(text, cap_json(&sales, &artifact)))
}
