// SPDX-License-Identifier: Apache-2.0

//! Which of a version's files are in place already.

use super::{
	directory::{Directory, Standing},
	source::is_own_name,
	Watch,
};
use crate::{
	error::{printable, Code, Error, Result, Shown},
	hash::{hash, Algorithms},
	manifest::{self, Entry, Manifest},
	walk::{File, Stamp},
};
use std::{collections::HashSet, fs::Metadata};

/// The most names in a message.
const NAMED: usize = 20;

/// Refuse names that cannot all be files of one directory beside what is ours in it.
///
/// Errors: `manifest-invalid`.
pub fn check_names(manifest: &Manifest) -> Result<()> {
	let wrong = |name: &str, why: &str| {
		Error::new(
			Code::MANIFEST_INVALID,
			format!(
				"the version lists a file {:?}, {why}. It cannot be downloaded: tell its publisher.",
				printable(name)
			),
		)
	};
	let names: HashSet<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
	for file in &manifest.files {
		if is_own_name(&file.path) {
			return Err(wrong(&file.path, "and that name is the command's own"));
		}
		for (end, _) in file.path.match_indices('/') {
			if file.path.get(..end).is_some_and(|folder| names.contains(folder)) {
				return Err(wrong(&file.path, "below another file"));
			}
		}
	}
	Ok(())
}

/// For each file of the manifest, whether it is in place.
///
/// Errors: `file-exists` where something else is in place, unless that is to be replaced, and those
/// of reading.
pub async fn find(
	directory: &Directory,
	manifest: &Manifest,
	overwrite: bool,
	watch: &dyn Watch,
) -> Result<Vec<bool>> {
	let mut present = vec![false; manifest.files.len()];
	let mut differing: Vec<&str> = Vec::new();
	let mut blocked: Vec<&str> = Vec::new();
	let mut alike: Vec<(usize, &Entry, Metadata)> = Vec::new();
	for (index, file) in manifest.files.iter().enumerate() {
		match directory.standing(&file.path)? {
			Standing::Nothing => {}
			Standing::File(metadata) if metadata.len() == file.size => {
				alike.push((index, file, metadata));
			}
			Standing::File(_) | Standing::Link => differing.push(&file.path),
			Standing::Other => blocked.push(&file.path),
		}
	}
	let files: Vec<File> = alike
		.iter()
		.map(|(_, file, metadata)| File { name: file.path.clone(), stamp: Stamp::of(metadata) })
		.collect();
	if !blocked.is_empty() || (!differing.is_empty() && !overwrite) {
		return Err(refusal(directory, &differing, &blocked));
	}
	let digests = if files.is_empty() {
		Vec::new()
	} else {
		let bar = watch.checking(files.iter().map(|file| file.stamp.size()).sum());
		let root = directory.path().to_owned();
		let hashed = tokio::task::spawn_blocking(move || {
			let digests = hash(&root, &files, Algorithms::Both, &|bytes| bar.inc(bytes));
			bar.finish_and_clear();
			digests
		});
		let hashed = hashed.await;
		hashed.map_err(|error| {
			Error::new(Code::INTERNAL, format!("hashing stopped unexpectedly: {error}"))
		})??
	};
	for ((index, file, _), digests) in alike.iter().zip(&digests) {
		let same = digests.blake3 == file.blake3 && digests.sha256 == Some(file.sha256);
		if !same {
			differing.push(&file.path);
		}
		if let Some(present) = present.get_mut(*index) {
			*present = same;
		}
	}
	if !ours_or_none(directory, manifest)? {
		differing.push(manifest::FILE_NAME);
	}
	if !differing.is_empty() && !overwrite {
		return Err(refusal(directory, &differing, &blocked));
	}
	Ok(present)
}

/// Is there no manifest, or this one?
fn ours_or_none(directory: &Directory, manifest: &Manifest) -> Result<bool> {
	Ok(match directory.standing(manifest::FILE_NAME)? {
		Standing::Nothing => true,
		Standing::File(_) => {
			let found = manifest::file_digest(&directory.target(manifest::FILE_NAME))?;
			found == Some(manifest.digest())
		}
		Standing::Link => false,
		Standing::Other => return Err(refusal(directory, &[], &[manifest::FILE_NAME])),
	})
}

fn refusal(directory: &Directory, differing: &[&str], blocked: &[&str]) -> Error {
	let list = |names: &[&str]| {
		let mut text: Vec<String> = names.iter().take(NAMED).map(|name| printable(name)).collect();
		if names.len() > NAMED {
			text.push(format!("and {} more", names.len() - NAMED));
		}
		text.join(", ")
	};
	let mut text =
		format!("{} is not empty, and nothing was changed there.", Shown(directory.path()));
	if !differing.is_empty() {
		text.push_str(&format!(
			" These are there with other bytes: {}. Choose another directory, or replace them with \
			 --overwrite.",
			list(differing)
		));
	}
	if !blocked.is_empty() {
		text.push_str(&format!(
			" These are no files: {}. Remove them, or choose another directory.",
			list(blocked)
		));
	}
	Error::new(Code::FILE_EXISTS, text)
}
