// SPDX-License-Identifier: Apache-2.0

//! `agora dataset receipt`: what contributors are handed.

use super::not_committed;
use crate::{
	commands::{Context, Done},
	error::{Code, Error, Result, Shown},
	keys,
	records::{Published, Receipt, Store, Stored},
	reference::{parse_account, Reference},
};
use clap::Args;
use serde_json::json;
use std::{
	fs,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// Write the receipts of records, for you to hand to their contributors.
///
/// A receipt proves that a record is in the version, to who has the record. It shows nothing of the
/// record to anybody else. Only who made the commitment can write receipts.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The records, counted from 0.
	#[arg(value_name = "INDEX", required_unless_present = "contributor")]
	indices: Vec<u64>,

	/// All records of this contributor.
	#[arg(long, value_name = "ACCOUNT", value_parser = parse_account, conflicts_with = "indices")]
	contributor: Option<AccountId32>,

	/// The file to write one receipt to, or the folder for several: receipt-INDEX.json each.
	#[arg(long, value_name = "FILE|DIR")]
	to: PathBuf,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	if options.reference.number.is_none() {
		return Err(Error::new(
			Code::VERSION_NEEDED,
			format!("say which version: {}@<number>.", options.reference),
		));
	}
	let me = context.me()?;
	let chain = context.connect().await?;
	let (_, version) = chain.version(&options.reference, me.as_ref()).await?;
	let name = version.reference();
	let commitment = chain.provenance()?.commitment(version.sequence).await?;
	let commitment = commitment.ok_or_else(|| not_committed(&name))?;
	let stored = Store::open()?.get(commitment.root)?;
	let published =
		Published { genesis: chain.genesis(), version: version.sequence, reference: name.clone() };
	let mut indices = match &options.contributor {
		None => options.indices,
		Some(account) => {
			let indices = stored.of(&account.0)?;
			if indices.is_empty() {
				return Err(Error::new(
					Code::NOT_CONTRIBUTOR,
					format!("{account} contributed no record of {name}."),
				));
			}
			indices
		}
	};
	indices.sort_unstable();
	indices.dedup();
	let spinner = context.output.spinner("writing receipts");
	let written = write(&stored, &published, &indices, &options.to);
	spinner.finish_and_clear();
	let files = written?;
	let mut text = String::new();
	for (index, file) in indices.iter().zip(&files) {
		text.push_str(&format!("record {index:<5} {}\n", Shown(file)));
	}
	text.push_str("next         hand each to who contributed the record: it holds its salt\n");
	let receipts = indices.iter().zip(&files);
	let receipts =
		receipts.map(|(index, file)| json!({ "index": index, "file": file.to_string_lossy() }));
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"receipts": receipts.collect::<Vec<_>>(),
	});
	context.print(&Done::new(text, value))
}

/// Write the receipts, and none of them where one cannot be made.
///
/// Errors: `index-out-of-range`, `store-damaged`, `file-exists`, `file-not-written`.
fn write(stored: &Stored, version: &Published, indices: &[u64], to: &Path) -> Result<Vec<PathBuf>> {
	if let Some(last) = indices.last() {
		// They are sorted: if the last can be made, each is within the version.
		Receipt::new(stored, version, *last)?;
	}
	let one = indices.len() == 1 && !to.is_dir() && !to.to_string_lossy().ends_with('/');
	if !one {
		fs::create_dir_all(to).map_err(|error| {
			Error::new(Code::FILE_NOT_WRITTEN, format!("{} cannot be made: {error}.", Shown(to)))
		})?;
	}
	let path = |index: &u64| {
		if one {
			to.to_owned()
		} else {
			to.join(format!("receipt-{index}.json"))
		}
	};
	let paths: Vec<PathBuf> = indices.iter().map(path).collect();
	if let Some(exists) = paths.iter().find(|path| path.exists()) {
		return Err(Error::new(
			Code::FILE_EXISTS,
			format!("{} exists, and is not overwritten. Choose another name.", Shown(exists)),
		));
	}
	for (index, path) in indices.iter().zip(&paths) {
		let receipt = Receipt::new(stored, version, *index)?;
		let text = serde_json::to_string_pretty(&receipt)
			.map_err(|error| Error::new(Code::INTERNAL, error.to_string()))?;
		keys::write_private(path, format!("{text}\n").as_bytes())?;
	}
	Ok(paths)
}
