// SPDX-License-Identifier: Apache-2.0

//! `agora attest`: say something about a version, under one's name.

use super::{check_locations, numbered, Context, Done};
use crate::{
	chain::{
		provenance::{
			calls,
			types::{Claim, Evidence, Verdict},
		},
		types::Text,
	},
	error::{Code, Error, Result, Shown},
	keys,
	reference::Reference,
};
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Say something about a version under your name, for everybody to read.
///
/// A deposit is held for it until you take it back with `agora revoke`; it is never changed. What
/// you say against a version is shown to those who trust you: `agora lineage --taint --attester`.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// What it is about.
	#[arg(long)]
	claim: Claim,

	/// What you found.
	#[arg(long)]
	verdict: Verdict,

	/// The document it rests on. Its BLAKE3 hash goes on chain, and it does not leave your machine.
	#[arg(long, value_name = "FILE")]
	evidence: Option<PathBuf>,

	/// Where the document can be had.
	#[arg(long, value_name = "URI", requires = "evidence")]
	location: Option<String>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	check_locations(options.location.as_slice())?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let evidence = match &options.evidence {
		None => None,
		Some(path) => {
			let digest = context.hash_file(document(path)?).await?;
			Some(Evidence { digest, location: options.location.map(Text) })
		}
	};
	let chain = context.connect().await?;
	chain.provenance()?;
	let (_, version) = numbered(&chain, &options.reference, &me).await?;
	let (claim, verdict) = (options.claim, options.verdict);
	let call = calls::attest(version.sequence, claim, verdict, evidence.as_ref());
	let applied = context.submit(&chain, &call, &signer).await?;

	let id = applied.number("Attested", "attestation");
	let deposit = applied.number("Attested", "deposit");
	let name = version.reference();
	let mut text = format!("attested     {name}\n");
	if let Some(id) = id {
		text.push_str(&format!("attestation  {id}\n"));
	}
	text.push_str(&format!("claim        {claim}: {verdict}\n"));
	if let Some(evidence) = &evidence {
		text.push_str(&format!("evidence     {}\n", evidence.digest));
		if let Some(location) = &evidence.location {
			text.push_str(&format!("location     {location}\n"));
		}
	}
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	let value = json!({
		"reference": name,
		"sequence": version.sequence,
		"attestation": id,
		"attester": me.to_string(),
		"claim": claim,
		"verdict": verdict,
		"evidence": evidence,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The path of a document, which must be a file.
///
/// Errors: `bad-evidence`.
fn document(path: &Path) -> Result<&Path> {
	let wrong = |why: &dyn std::fmt::Display| {
		Error::new(
			Code::BAD_EVIDENCE,
			format!("the evidence {} cannot be used: {why}.", Shown(path)),
		)
	};
	let metadata = path.metadata().map_err(|error| wrong(&error))?;
	if !metadata.is_file() {
		return Err(wrong(
			&"it is no file. Evidence is one document; pack several into an archive",
		));
	}
	Ok(path)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn evidence_is_a_file() {
		let dir = tempfile::tempdir().unwrap();
		assert_eq!(document(dir.path()).unwrap_err().code, Code::BAD_EVIDENCE);
		let path = dir.path().join("report.pdf");
		assert_eq!(document(&path).unwrap_err().code, Code::BAD_EVIDENCE);
		std::fs::write(&path, "all is well").unwrap();
		assert_eq!(document(&path), Ok(path.as_path()));
	}
}
