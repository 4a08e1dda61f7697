// SPDX-License-Identifier: Apache-2.0

//! `agora verify --oms`: did this key sign these files?

use super::{bytes, verify::sentence, Context, Done};
use crate::{
	error::{Code, Error, Result, Shown},
	manifest::Difference,
	oms::{self, Bundle, PublicKey, Resource},
};
use serde_json::json;
use std::{collections::BTreeMap, path::Path};

/// Check the files under a path against a signature and the key that should have made it.
///
/// Errors: `bad-key`, `bad-signature`, `verification-failed`, and those of reading the files.
pub async fn run(
	root: &Path,
	signature: &Path,
	public_key: &Path,
	context: &mut Context<'_>,
) -> Result<()> {
	let key = PublicKey::load(public_key)?;
	let (statement, named) = Bundle::load(signature)?.verify(&key)?;
	if !named {
		context.output.warn("the signature does not name its key; it was made by an old program");
	}
	// As `model_signing` does: Git's files never count, nor does the signature itself.
	let mut ignored = oms::ignored_by_git();
	ignored.extend(statement.ignored.iter().cloned());
	ignored.extend(oms::within(root, signature));
	let files = oms::walk(root, &ignored, statement.allow_symlinks)?;
	let hashed = context.hash_files(root, files).await?;
	let found = hashed.files.iter().map(|file| (file.path.as_str(), file.sha256)).collect();
	let difference = compare(&statement.resources, &found);
	if !difference.is_empty() {
		return Err(Error::new(
			Code::VERIFICATION_FAILED,
			format!("these are not the files that were signed: {}", sentence(&difference)),
		));
	}
	let hint = key.hint()?;
	let text = format!(
		"verified     {}\nsigned as    {}\nfiles        {}, {}\nkey          {hint}\n",
		Shown(root),
		crate::error::printable(&statement.name),
		hashed.files.len(),
		bytes(hashed.total_size()),
	);
	let value = json!({
		"verified": true,
		"name": statement.name,
		"files": hashed.files.len(),
		"bytes": hashed.total_size(),
		"key": hint,
		"ignored": ignored,
	});
	context.print(&Done::new(text, value))
}

/// How files differ from those that were signed.
fn compare(signed: &[Resource], found: &BTreeMap<&str, [u8; 32]>) -> Difference {
	let mut difference = Difference::default();
	let mut extra = found.clone();
	for resource in signed {
		match extra.remove(resource.name.as_str()) {
			None => difference.missing.push(resource.name.clone()),
			Some(sha256) if sha256 != resource.sha256 => {
				difference.different.push(resource.name.clone());
			}
			Some(_) => {}
		}
	}
	difference.extra = extra.into_keys().map(String::from).collect();
	difference
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_difference_is_found() {
		let signed = [("a", 1), ("b", 2), ("c", 3)]
			.map(|(name, byte)| Resource { name: name.into(), sha256: [byte; 32] });
		let same = BTreeMap::from([("a", [1; 32]), ("b", [2; 32]), ("c", [3; 32])]);
		assert!(compare(&signed, &same).is_empty());
		let found = BTreeMap::from([("a", [1; 32]), ("b", [9; 32]), ("d", [4; 32])]);
		assert_eq!(
			compare(&signed, &found),
			Difference {
				different: vec!["b".into()],
				missing: vec!["c".into()],
				extra: vec!["d".into()],
			}
		);
	}
}
