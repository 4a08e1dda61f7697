// SPDX-License-Identifier: Apache-2.0

//! `agora export manifest`: the files and their hashes, signed for those who have no chain.

use super::{super::bytes, ensure_new, write_new, Context};
use crate::{
	commands::Done,
	error::{Code, Error, Result, Shown},
	oms::{self, Bundle, PrivateKey, Statement},
};
use clap::Args;
use serde_json::json;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// Sign the files under a path with a key of your own, for those who have no chain at hand.
///
/// Writes a signature of OpenSSF Model Signing, which `agora verify --oms` and `model_signing verify
/// key` check. agora.json, Git's files and the signature itself are left out of it.
#[derive(Args)]
pub struct Options {
	/// The directory whose files are signed.
	path: PathBuf,

	/// In the form of OpenSSF Model Signing, the only one so far.
	#[arg(long, required = true)]
	oms: bool,

	/// The private key that signs: P-256, in a PEM file that only you can read.
	#[arg(long, value_name = "PEM")]
	key: PathBuf,

	/// Where to write the signature.
	#[arg(long, value_name = "FILE", default_value = "model.sig")]
	to: PathBuf,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let root = &options.path;
	ensure_new(&options.to)?;
	let key = PrivateKey::load(&options.key)?;
	let mut ignored = oms::ignored_by_default();
	ignored.extend(oms::within(root, &options.to));
	let files = oms::walk(root, &ignored, false)?;
	if let Some(name) = oms::within(root, &options.key) {
		if files.iter().any(|file| file.name == name) {
			return Err(Error::new(
				Code::BAD_KEY,
				format!(
					"the key {} lies among the files that would be signed and handed on. Move it \
					 elsewhere.",
					Shown(&options.key)
				),
			));
		}
	}
	let hashed = context.hash_files(root, files).await?;
	let statement = Statement::new(name(root)?, &hashed, ignored);
	let bundle = Bundle::sign(&statement, &key)?;
	write_new(&options.to, &bundle.encode()?)?;

	let hint = key.public().hint()?;
	let text = format!(
		"signed       {}\nfiles        {}, {}\nkey          {hint}\nsignature    {}\n",
		Shown(root),
		hashed.files.len(),
		bytes(hashed.total_size()),
		Shown(&options.to),
	);
	let value = json!({
		"signature": options.to.to_string_lossy(),
		"files": hashed.files.len(),
		"bytes": hashed.total_size(),
		"key": hint,
		"ignored": statement.ignored,
	});
	context.print(&Done::new(text, value))
}

/// What the path is called, which is what a signature calls the files.
fn name(root: &Path) -> Result<String> {
	let real = fs::canonicalize(root).map_err(|error| Error::unreadable(root, &error))?;
	Ok(real.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()))
}
