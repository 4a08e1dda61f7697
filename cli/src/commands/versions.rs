// SPDX-License-Identifier: Apache-2.0

//! `agora versions`: the versions of an artifact.

use super::{bytes, Context, Done};
use crate::{error::Result, reference::Reference};
use clap::Args;
use serde_json::json;

/// List the versions of an artifact.
///
/// Oldest first; removed versions are not shown, and their numbers are not used again.
#[derive(Args)]
pub struct Options {
	/// The artifact; with a number, from that version on.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// How many at most.
	#[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
	limit: u32,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let artifact = chain.artifact(&options.reference, me.as_ref()).await?;
	let mut next = Some(options.reference.number.unwrap_or(1));
	let mut versions = Vec::new();
	while let Some(from) = next {
		let wanted =
			options.limit.saturating_sub(u32::try_from(versions.len()).unwrap_or(u32::MAX));
		if wanted == 0 {
			break;
		}
		let page = chain.versions(artifact.id, from, wanted.min(100)).await?;
		versions.extend(page.items);
		next = page.next;
	}
	let mut text = String::new();
	for view in &versions {
		let version = &view.version;
		text.push_str(&format!(
			"{}  block {}  {} in {} files  {}  {}\n",
			view.reference(),
			version.published_at,
			bytes(version.bytes),
			version.files,
			version.license,
			version.status
		));
	}
	if versions.is_empty() {
		text.push_str("no versions\n");
	}
	if let Some(number) = next {
		text.push_str(&format!("more: agora versions {}@{number}\n", artifact.reference()));
	}
	let listed: Vec<_> = versions.iter().map(super::show::version_json).collect();
	let value = json!({ "artifact": artifact.id, "versions": listed, "next": next });
	context.print(&Done::new(text, value))
}
