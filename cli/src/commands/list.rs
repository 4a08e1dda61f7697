// SPDX-License-Identifier: Apache-2.0

//! `agora list`: what there is.

use super::{Context, Done};
use crate::{
	chain::types::{ArtifactId, ArtifactKind, ArtifactView},
	error::Result,
	reference::Publisher,
};
use clap::Args;
use serde_json::json;

/// List artifacts.
///
/// The order is arbitrary but does not change; where there is more, `--after` goes on.
#[derive(Args)]
pub struct Options {
	/// Only models, or only datasets.
	#[arg(long)]
	kind: Option<ArtifactKind>,

	/// Only those registered by this account, or by `me`.
	#[arg(long, value_name = "ADDRESS")]
	publisher: Option<Publisher>,

	/// Only those with this tag.
	#[arg(long, value_name = "TAG")]
	tag: Option<String>,

	/// How many at most.
	#[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1000))]
	limit: u32,

	/// Go on after this artifact's id.
	#[arg(long, value_name = "ID")]
	after: Option<ArtifactId>,
}

/// The most artifacts to look through for one answer.
const MAX_SEEN: usize = 100_000;

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let publisher = match &options.publisher {
		None => None,
		Some(Publisher::Account(account)) => Some(*account),
		Some(Publisher::Me) => Some(crate::keys::account(&context.signer()?)),
	};
	let chain = context.connect().await?;
	let wanted = |view: &ArtifactView| {
		let artifact = &view.artifact;
		options.kind.is_none_or(|kind| kind == artifact.kind)
			&& publisher.as_ref().is_none_or(|publisher| *publisher == artifact.publisher)
			&& options.tag.as_ref().is_none_or(|tag| artifact.tags.iter().any(|t| t.0 == *tag))
	};
	let limit = options.limit as usize;
	let mut found: Vec<ArtifactView> = Vec::new();
	let mut after = options.after;
	let mut seen = 0;
	loop {
		let page = chain.artifacts(after, 100).await?;
		seen += page.items.len();
		// The last one taken, not the page's end, is where the next call goes on.
		for view in page.items {
			if found.len() < limit {
				after = Some(view.id);
				if wanted(&view) {
					found.push(view);
				}
			}
		}
		if page.next.is_none() && found.len() < limit {
			after = None;
			break;
		}
		if found.len() >= limit || seen >= MAX_SEEN {
			break;
		}
		after = page.next.or(after);
	}
	let mut text = String::new();
	for view in &found {
		let artifact = &view.artifact;
		text.push_str(&format!(
			"{:<8} {}  {} version{}",
			artifact.kind,
			view.reference(),
			artifact.versions,
			if artifact.versions == 1 { "" } else { "s" }
		));
		for tag in &artifact.tags {
			text.push_str(&format!("  #{tag}"));
		}
		if artifact.status == crate::chain::types::ArtifactStatus::Retired {
			text.push_str("  (retired)");
		}
		text.push('\n');
	}
	if found.is_empty() {
		text.push_str("nothing found\n");
	}
	if let Some(after) = after {
		text.push_str(&format!("perhaps more: --after {after}\n"));
	}
	let artifacts: Vec<_> = found.iter().map(super::show::artifact_json).collect();
	context.print(&Done::new(text, json!({ "artifacts": artifacts, "next": after })))
}
