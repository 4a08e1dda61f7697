// SPDX-License-Identifier: Apache-2.0

//! Fetching a version's files, so that nothing but the version's own bytes is put in place.
//!
//! A location is taken at its word for nothing: the manifest is the one whose BLAKE3 hash the chain
//! names, and each file the one that the manifest names. Files arrive in a hidden folder beside
//! their final places, where they are hashed on the way, and only what is right is moved. This
//! module knows of no chain. `docs/downloading.md` is its guide.

mod directory;
mod existing;
mod http;
mod local;
mod s3;
mod sink;
mod source;
mod staging;
#[cfg(test)]
mod tests;
mod transfer;

pub use source::{parse_gateway, Source, Surroundings, IPFS_GATEWAY};

use crate::{
	error::{Code, Error, Result},
	manifest::{self, Manifest},
};
use directory::Directory;
use futures::{StreamExt, TryStreamExt};
use indicatif::ProgressBar;
use serde::Serialize;
use staging::Staging;
use std::{path::Path, time::Duration};
use transfer::{Fetched, Fetcher, Goal, Size};

/// What the chain says of a version's files.
pub struct Wanted {
	/// The BLAKE3 hash of the manifest.
	pub digest: [u8; 32],
	/// How many bytes all files have together.
	pub bytes: u64,
	/// How many files there are.
	pub files: u32,
}

/// How long to wait and how often to try.
pub struct Limits {
	/// The longest silence of a connection.
	pub idle: Duration,
	/// How often in a row a location may fail for a file.
	pub attempts: u32,
	/// The bytes after which a broken connection counts as the first one again.
	pub progress: u64,
	/// The first wait after a failure; each next one is twice as long.
	pub pause: Duration,
	/// How many files are fetched at once.
	pub lanes: usize,
}

impl Default for Limits {
	fn default() -> Self {
		Self {
			idle: Duration::from_secs(30),
			attempts: 4,
			progress: 1 << 20,
			pause: Duration::from_secs(1),
			lanes: 4,
		}
	}
}

/// Who sees what happens.
pub trait Watch {
	/// A bar for the bytes in place that are checked.
	fn checking(&self, total: u64) -> ProgressBar;

	/// A bar for the bytes that are fetched.
	fn fetching(&self, total: u64) -> ProgressBar;

	/// Something that stops nothing.
	fn warn(&self, text: &str);
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivered {
	/// Its name in the manifest.
	pub path: String,
	/// Its size in bytes.
	pub size: u64,
	/// It was in place before.
	pub kept: bool,
	/// How many of its bytes an earlier run had fetched.
	pub resumed: u64,
	/// Where it came from; none if nothing was fetched.
	pub location: Option<String>,
}

/// Put a version's files into a directory.
///
/// Errors: `download-failed`, `wrong-bytes`, `manifest-invalid`, `file-exists`, `symlink-refused`,
/// `download-running`, and those of reading and writing.
pub async fn download(
	wanted: &Wanted,
	sources: &[Source],
	root: &Path,
	overwrite: bool,
	limits: &Limits,
	watch: &dyn Watch,
) -> Result<Vec<Delivered>> {
	let directory = Directory::open(root)?;
	let staging = Staging::open(&directory, &wanted.digest)?;
	let fetcher = Fetcher::new(sources, limits, watch, staging.lock());
	let manifest = manifest(wanted, &fetcher, &directory, &staging).await?;
	existing::check_names(&manifest)?;
	let present = existing::find(&directory, &manifest, overwrite, watch).await?;

	let absent = manifest.files.iter().zip(&present).filter(|(_, present)| !**present);
	let bar = watch.fetching(absent.map(|(file, _)| file.size).fold(0, u64::saturating_add));
	let (fetcher, directory, staging, counter) = (&fetcher, &directory, &staging, &bar);
	let deliveries = manifest.files.iter().zip(&present).enumerate().map(
		|(index, (file, present))| async move {
			let mut delivered = Delivered {
				path: file.path.clone(),
				size: file.size,
				kept: *present,
				resumed: 0,
				location: None,
			};
			if !present {
				let goal = Goal {
					name: &file.path,
					size: Size::Exactly(file.size),
					blake3: file.blake3,
					sha256: Some(file.sha256),
				};
				let part = staging.part(index);
				let Fetched { location, resumed } = fetcher.fetch(&goal, &part, counter).await?;
				directory.put(&part, &file.path, overwrite)?;
				(delivered.resumed, delivered.location) = (resumed, location);
			}
			Ok((index, delivered))
		},
	);
	let deliveries = futures::stream::iter(deliveries).buffer_unordered(limits.lanes);
	let delivered = deliveries.try_collect::<Vec<_>>().await;
	bar.finish_and_clear();
	let mut delivered = delivered?;
	delivered.sort_unstable_by_key(|(index, _)| *index);
	place_manifest(&manifest, directory)?;
	directory.sync()?;
	Ok(delivered.into_iter().map(|(_, delivered)| delivered).collect())
}

/// The manifest comes last: where it is, the files are.
fn place_manifest(manifest: &Manifest, directory: &Directory) -> Result<()> {
	let place = directory.target(manifest::FILE_NAME);
	let there = matches!(directory.standing(manifest::FILE_NAME)?, directory::Standing::File(_))
		&& manifest::file_digest(&place)? == Some(manifest.digest());
	if there {
		return Ok(());
	}
	manifest.save(directory.path())
}

/// The manifest that the chain names: one that is here already, or else from a location.
///
/// Errors: `manifest-invalid`, and those of fetching.
async fn manifest(
	wanted: &Wanted,
	fetcher: &Fetcher<'_>,
	directory: &Directory,
	staging: &Staging,
) -> Result<Manifest> {
	let part = staging.manifest();
	let mut path = directory.target(manifest::FILE_NAME);
	// Whatever else stands there is looked at later.
	let here = matches!(directory.standing(manifest::FILE_NAME)?, directory::Standing::File(_))
		&& manifest::file_digest(&path)? == Some(wanted.digest);
	if !here {
		path = part.clone();
		staging::ensure_plain(&path)?;
		if manifest::file_digest(&path)? != Some(wanted.digest) {
			let goal = Goal {
				name: manifest::FILE_NAME,
				size: Size::AtMost(longest_manifest(wanted.files)),
				blake3: wanted.digest,
				sha256: None,
			};
			fetcher.fetch(&goal, &part, &ProgressBar::hidden()).await?;
		}
	}
	let manifest = Manifest::load(&path)?;
	let invalid = |why: String| {
		let text = format!("the manifest of this version {why}. Tell its publisher.");
		Error::new(Code::MANIFEST_INVALID, text)
	};
	if manifest.digest() != wanted.digest {
		return Err(invalid("is not the canonical one".into()));
	}
	let (files, bytes) = (manifest.files.len(), manifest.total_size());
	if (u32::try_from(files), bytes) != (Ok(wanted.files), wanted.bytes) {
		return Err(invalid(format!(
			"lists {files} files of {bytes} bytes, and the chain says {} of {}",
			wanted.files, wanted.bytes
		)));
	}
	Ok(manifest)
}

/// The longest manifest of so many files, so that a location cannot send without end.
fn longest_manifest(files: u32) -> u64 {
	// All but the name, and the longest path that systems take, each byte of it escaped.
	const ENTRY: u64 = 256 + 6 * 4096;
	u64::from(files).saturating_mul(ENTRY).saturating_add(64).min(manifest::MAX_BYTES)
}
