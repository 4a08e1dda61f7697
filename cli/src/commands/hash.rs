// SPDX-License-Identifier: Apache-2.0

//! `agora hash`: the manifest and its digest, without a chain.

use super::{bytes, Context, Done};
use crate::{
	chain::types::Hash,
	error::Result,
	formats,
	hash::{hash, Algorithms},
	manifest, walk,
};
use clap::Args;
use serde_json::json;
use std::{path::PathBuf, time::Instant};

/// Hash the files under a path and print the manifest's digest, without publishing.
///
/// `b3sum agora.json` prints the same digest, and `b3sum` of a file what the manifest says of it.
#[derive(Args)]
pub struct Options {
	/// The directory whose files are hashed.
	path: PathBuf,

	/// Write the manifest, agora.json, at the top of the path.
	#[arg(long, conflicts_with = "blake3_only")]
	write: bool,

	/// Compute BLAKE3 alone, and so no manifest: a quick look at many bytes, file by file.
	#[arg(long)]
	blake3_only: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let root = &options.path;
	let started = Instant::now();
	let seconds = |started: Instant| started.elapsed().as_secs_f64();
	if options.blake3_only {
		let files = walk::walk(root)?;
		let size = files.iter().map(|file| file.stamp.size()).fold(0, u64::saturating_add);
		let bar = context.output.bytes_bar(size);
		let digests = hash(root, &files, Algorithms::Blake3, &|bytes| bar.inc(bytes))?;
		bar.finish_and_clear();
		let listed = files.iter().zip(&digests);
		let text: String = listed
			.clone()
			.map(|(file, digests)| {
				let name = crate::error::printable(&file.name);
				format!("{}  {name}\n", hex::encode(digests.blake3))
			})
			.collect();
		let listed: Vec<_> = listed
			.map(|(file, digests)| {
				json!({
					"path": file.name,
					"size": file.stamp.size(),
					"blake3": hex::encode(digests.blake3),
				})
			})
			.collect();
		let value = json!({ "bytes": size, "seconds": seconds(started), "files": listed });
		return context.print(&Done::new(text, value));
	}

	let hashed = context.hash(root).await?;
	let seconds = seconds(started);
	if options.write {
		hashed.save(root)?;
	}
	let findings = formats::inspect(root, &hashed);
	let mut text = String::new();
	for finding in &findings {
		text.push_str(&format!("{finding}\n"));
	}
	text.push_str(&format!(
		"digest       {}\nfiles        {}, {}\n",
		Hash(hashed.digest()),
		hashed.files.len(),
		bytes(hashed.total_size())
	));
	if options.write {
		let path = root.join(manifest::FILE_NAME);
		text.push_str(&format!("manifest     {}\n", crate::error::Shown(&path)));
	}
	let value = json!({
		"digest": Hash(hashed.digest()),
		"bytes": hashed.total_size(),
		"seconds": seconds,
		"files": hashed.files.len(),
		"formats": findings,
	});
	context.print(&Done::new(text, value))
}
