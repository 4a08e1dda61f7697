// SPDX-License-Identifier: Apache-2.0

//! `agora split show`: who shares in the income of an artifact.

use super::{split_json, text};
use crate::{
	commands::{Context, Done},
	error::{Code, Error, Result},
	reference::Reference,
};
use clap::Args;

/// Show who shares in the income of an artifact now.
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
	let royalties = chain.royalties()?;
	let artifact = chain.artifact(&options.reference, me.as_ref()).await?;
	let view = royalties.split(artifact.id).await?.ok_or_else(|| {
		Error::new(Code::ARTIFACT_NOT_FOUND, "the artifact was removed in the meantime.")
	})?;
	let text = text(&view, &artifact.reference());
	context.print(&Done::new(text, split_json(&view, &artifact)))
}
