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
	manifest::{self, Entry, Manifest},
};
use directory::{Directory, Standing};
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
	let fetcher = Fetcher::new(sources, limits, watch, staging.claim());
	let job = Job { wanted, fetcher, directory: &directory, staging: &staging, overwrite };
	let delivered = job.run(limits, watch).await;
	drop(job);
	// A file that was given up because of another may still be being written.
	staging.settle().await;
	delivered
}

/// A download that is going on.
struct Job<'a> {
	wanted: &'a Wanted,
	fetcher: Fetcher<'a>,
	directory: &'a Directory,
	staging: &'a Staging,
	overwrite: bool,
}

impl Job<'_> {
	async fn run(&self, limits: &Limits, watch: &dyn Watch) -> Result<Vec<Delivered>> {
		let manifest = self.manifest().await?;
		existing::check_names(&manifest)?;
		let present = existing::find(self.directory, &manifest, self.overwrite, watch).await?;
		let files = manifest.files.iter().zip(&present);
		let absent = files.clone().filter(|(_, present)| !**present);
		let bar = watch.fetching(absent.map(|(file, _)| file.size).fold(0, u64::saturating_add));
		let counter = &bar;
		let deliveries = files.enumerate().map(|(index, (file, present))| async move {
			let delivered = if *present {
				Delivered::new(file, true)
			} else {
				self.deliver(index, file, counter).await?
			};
			Ok((index, delivered))
		});
		let deliveries = futures::stream::iter(deliveries).buffer_unordered(limits.lanes);
		let delivered = deliveries.try_collect::<Vec<_>>().await;
		bar.finish_and_clear();
		let mut delivered = delivered?;
		delivered.sort_unstable_by_key(|(index, _)| *index);
		self.place_manifest(&manifest)?;
		self.directory.sync()?;
		Ok(delivered.into_iter().map(|(_, delivered)| delivered).collect())
	}

	/// Fetch a file and put it in place.
	async fn deliver(&self, index: usize, file: &Entry, bar: &ProgressBar) -> Result<Delivered> {
		let goal = Goal {
			name: &file.path,
			size: Size::Exactly(file.size),
			blake3: file.blake3,
			sha256: Some(file.sha256),
		};
		let part = self.staging.part(index);
		let Fetched { location, resumed } = self.fetcher.fetch(&goal, &part, bar).await?;
		self.directory.put(&part, &file.path, self.overwrite)?;
		Ok(Delivered { resumed, location, ..Delivered::new(file, false) })
	}

	/// The manifest that the chain names: one that is here already, or else from a location.
	///
	/// Errors: `manifest-invalid`, and those of fetching.
	async fn manifest(&self) -> Result<Manifest> {
		let wanted = self.wanted;
		let (here, part) = (self.directory.target(manifest::FILE_NAME), self.staging.manifest());
		let path = if self.in_place(&wanted.digest)? { here } else { part };
		staging::ensure_plain(&path)?;
		if manifest::file_digest(&path)? != Some(wanted.digest) {
			let goal = Goal {
				name: manifest::FILE_NAME,
				size: Size::AtMost(longest_manifest(wanted.files)),
				blake3: wanted.digest,
				sha256: None,
			};
			self.fetcher.fetch(&goal, &path, &ProgressBar::hidden()).await?;
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

	/// The manifest comes last: where it is, the files are.
	fn place_manifest(&self, manifest: &Manifest) -> Result<()> {
		if self.in_place(&self.wanted.digest)? {
			return Ok(());
		}
		manifest.save(self.directory.path())
	}

	/// Is the manifest with this digest in its place? Anything else there is judged with the files.
	fn in_place(&self, digest: &[u8; 32]) -> Result<bool> {
		let Standing::File(_) = self.directory.standing(manifest::FILE_NAME)? else {
			return Ok(false);
		};
		let found = manifest::file_digest(&self.directory.target(manifest::FILE_NAME))?;
		Ok(found.as_ref() == Some(digest))
	}
}

impl Delivered {
	/// A file of the manifest of which nothing was fetched yet.
	fn new(file: &Entry, kept: bool) -> Self {
		Self { path: file.path.clone(), size: file.size, kept, resumed: 0, location: None }
	}
}

/// The longest manifest of so many files, so that a location cannot send without end.
fn longest_manifest(files: u32) -> u64 {
	// All but the name, and the longest path that systems take, each byte of it escaped.
	const ENTRY: u64 = 256 + 6 * 4096;
	u64::from(files).saturating_mul(ENTRY).saturating_add(64).min(manifest::MAX_BYTES)
}
