// SPDX-License-Identifier: Apache-2.0

//! `agora verify`: are these the files of that version?

use super::{bytes, Context, Done};
use crate::{
	chain::types::{Hash, VersionStatus, VersionView},
	error::{printable, Code, Error, Result},
	formats,
	manifest::{self, Difference, Manifest},
	reference::Reference,
	walk,
};
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Check that the files under a path are those of a version.
///
/// The files are hashed and their manifest's digest compared with the one on chain. If they differ
/// and the version's agora.json lies at the top of the path, it tells which file is different,
/// missing or extra.
///
/// With --oms they are checked against a signature of OpenSSF Model Signing instead, without a chain.
#[derive(Args)]
#[command(allow_missing_positional = true)]
pub struct Options {
	/// The version; the newest that can be cited if no number is given.
	#[arg(value_name = "REF", required_unless_present = "oms", conflicts_with = "oms")]
	reference: Option<Reference>,

	/// The directory to check.
	path: PathBuf,

	/// Check against this signature instead of a version on the chain.
	#[arg(long, value_name = "SIGNATURE", requires = "public_key")]
	oms: Option<PathBuf>,

	/// Whose signature it must be: the public key, P-256, in a PEM file.
	#[arg(long, value_name = "PEM", requires = "oms", conflicts_with = "reference")]
	public_key: Option<PathBuf>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let root = &options.path;
	if let (Some(signature), Some(key)) = (&options.oms, &options.public_key) {
		return super::verify_oms::run(root, signature, key, context).await;
	}
	let reference = options.reference.as_ref().ok_or_else(|| {
		Error::new(Code::USAGE, "say which version to check against: REF, or --oms SIGNATURE.")
	})?;
	let files = walk::walk(root)?;
	let me = context.me()?;
	let chain = context.connect().await?;
	let (_, version) = chain.version(reference, me.as_ref()).await?;
	let local = context.hash_files(root, files).await?;
	let found = Hash(local.digest());
	if found != version.version.manifest {
		return Err(explain(root, &local, &version));
	}
	match &version.version.status {
		VersionStatus::Live => {}
		status => context.output.warn(&format!("this version is {status}")),
	}
	let findings = formats::inspect(root, &local);
	let mut text = format!(
		"verified     {}\ndigest       {found}\nfiles        {}, {}\n",
		version.reference(),
		local.files.len(),
		bytes(local.total_size())
	);
	for finding in &findings {
		text.push_str(&format!("{finding}\n"));
	}
	let mut value = json!({
		"verified": true,
		"reference": version.reference(),
		"sequence": version.sequence,
		"digest": found,
		"bytes": local.total_size(),
		"files": local.files.len(),
		"formats": findings,
	});
	value["status"] = super::show::version_json(&version)["status"].clone();
	context.print(&Done::new(text, value))
}

/// Say as exactly as can be what is wrong.
fn explain(root: &Path, local: &Manifest, version: &VersionView) -> Error {
	let failed = |why: String| {
		Error::new(
			Code::VERIFICATION_FAILED,
			format!("these are not the files of {}: {why}", version.reference()),
		)
	};
	let path = root.join(manifest::FILE_NAME);
	let published = match manifest::file_digest(&path) {
		Ok(Some(digest)) if Hash(digest) == version.version.manifest => Manifest::load(&path),
		Ok(_) => {
			return failed(format!(
				"their digest is {}, and that of the version {}. It has {} files of {} bytes, and \
				 here are {} of {}. With the version's own {} at the top of the path, this would say \
				 which file differs.",
				Hash(local.digest()),
				version.version.manifest,
				version.version.files,
				version.version.bytes,
				local.files.len(),
				local.total_size(),
				manifest::FILE_NAME
			));
		}
		Err(error) => Err(error),
	};
	match published {
		Ok(published) => failed(sentence(&Difference::between(&published, local))),
		Err(error) => failed(error.message),
	}
}

/// The most names in a sentence.
const NAMED: usize = 20;

/// A difference in words.
pub fn sentence(difference: &Difference) -> String {
	if difference.is_empty() {
		// The manifest on chain lists just these files and is not written canonically.
		return "its manifest is not the canonical one.".into();
	}
	let mut parts = Vec::new();
	for (word, names) in [
		("different", &difference.different),
		("missing", &difference.missing),
		("extra", &difference.extra),
	] {
		if names.is_empty() {
			continue;
		}
		let mut part: Vec<String> =
			names.iter().take(NAMED).map(|name| format!("{word}: {}", printable(name))).collect();
		if names.len() > NAMED {
			part.push(format!("and {} more {word}", names.len() - NAMED));
		}
		parts.extend(part);
	}
	format!("{}.", parts.join("; "))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_difference_is_named_up_to_a_bound() {
		let names = |n: usize| (0..n).map(|i| format!("f{i}")).collect();
		let difference =
			Difference { different: vec!["a\u{1b}".into()], missing: names(22), extra: vec![] };
		let text = sentence(&difference);
		assert!(text.starts_with("different: a\\u{1b}; missing: f0; "), "{text}");
		assert!(text.ends_with("missing: f19; and 2 more missing."), "{text}");
	}
}
