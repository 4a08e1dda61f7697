// SPDX-License-Identifier: Apache-2.0

//! Where files are while they arrive: a hidden folder beside their final places.
//!
//! It is on the same file system, so that a finished file is moved by a rename, and it stays when a
//! download is cut short, so that the next run goes on.

use super::directory::{not_written, Directory};
use crate::{
	error::{Code, Error, Result, Shown},
	manifest,
};
use std::{
	fs::{self, File},
	path::{Path, PathBuf},
	sync::Arc,
};
use tokio::sync::mpsc;

/// The folder, at the top of the directory.
pub const FOLDER: &str = ".agora-partial";

/// The file in it that says that a download is going on.
const LOCK: &str = "lock";

/// What whoever writes a part holds, so that no other download writes to it, and so that this one
/// can wait until all is written.
#[derive(Clone)]
pub struct Claim {
	_lock: Arc<File>,
	_writing: mpsc::Sender<()>,
}

/// The parts of one version's files.
pub struct Staging {
	folder: PathBuf,
	version: PathBuf,
	claim: Claim,
	/// Ends when nobody holds the claim any more.
	written: mpsc::Receiver<()>,
}

impl Staging {
	/// The parts of a version, known by its digest; those of an earlier run are there again.
	///
	/// Errors: `download-running`, `file-exists`, `file-not-written`.
	pub fn open(directory: &Directory, digest: &[u8; 32]) -> Result<Self> {
		let folder = directory.path().join(FOLDER);
		make(&folder)?;
		let path = folder.join(LOCK);
		let options = || File::options().create(true).truncate(false).write(true).open(&path);
		ensure_plain(&path)?;
		let lock = options().map_err(|error| not_written(&path, &error))?;
		match lock.try_lock() {
			Err(fs::TryLockError::WouldBlock) => {
				return Err(Error::new(
					Code::DOWNLOAD_RUNNING,
					format!(
						"another download into {} is going on. Wait for it, or choose another \
						 directory.",
						Shown(directory.path())
					),
				));
			}
			// A file system without locks: there is nobody to ask.
			Ok(()) | Err(fs::TryLockError::Error(_)) => {}
		}
		let version = folder.join(hex::encode(digest));
		make(&version)?;
		let (writing, written) = mpsc::channel(1);
		let claim = Claim { _lock: Arc::new(lock), _writing: writing };
		Ok(Self { folder, version, claim, written })
	}

	/// Where the manifest arrives.
	pub fn manifest(&self) -> PathBuf {
		self.version.join(manifest::FILE_NAME)
	}

	/// Where a file arrives, by its place in the manifest.
	pub fn part(&self, index: usize) -> PathBuf {
		self.version.join(index.to_string())
	}

	/// What whoever writes here holds.
	pub fn claim(&self) -> Claim {
		self.claim.clone()
	}

	/// Wait until nobody writes here any more.
	pub async fn settle(mut self) {
		// What is kept of the claim is the lock alone.
		let (alone, _) = mpsc::channel(1);
		self.claim._writing = alone;
		while self.written.recv().await.is_some() {}
	}

	fn clean(&self) {
		let manifest = self.manifest();
		let only_manifest = fs::read_dir(&self.version).is_ok_and(|mut entries| {
			entries.all(|entry| entry.is_ok_and(|entry| entry.path() == manifest))
		});
		if !only_manifest {
			return;
		}
		let _ = fs::remove_file(&manifest);
		let _ = fs::remove_dir(&self.version);
		let _ = fs::remove_file(self.folder.join(LOCK));
		let _ = fs::remove_dir(&self.folder);
	}
}

impl Drop for Staging {
	/// Leaves nothing behind but what the next run can go on with.
	fn drop(&mut self) {
		self.clean();
	}
}

/// Refuse what is there and is no regular file: a link would be written through.
///
/// Errors: `file-exists`.
pub fn ensure_plain(path: &Path) -> Result<()> {
	match fs::symlink_metadata(path) {
		Ok(metadata) if !metadata.is_file() => Err(in_the_way(path)),
		_ => Ok(()),
	}
}

fn make(folder: &Path) -> Result<()> {
	match fs::symlink_metadata(folder) {
		Ok(metadata) if metadata.is_dir() => Ok(()),
		Ok(_) => Err(in_the_way(folder)),
		Err(_) => fs::create_dir(folder).map_err(|error| not_written(folder, &error)),
	}
}

fn in_the_way(path: &Path) -> Error {
	Error::new(
		Code::FILE_EXISTS,
		format!(
			"{} is in the way of files that are on their way, and none of ours. Remove it, or choose \
			 another directory.",
			Shown(path)
		),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::fs::symlink;
	use tempfile::tempdir;

	#[test]
	fn parts_stay_and_all_else_goes() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		fs::write(staging.manifest(), "{}").unwrap();
		fs::write(staging.part(3), "half").unwrap();
		drop(staging);
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		assert_eq!(fs::read(staging.part(3)).unwrap(), b"half");
		fs::remove_file(staging.part(3)).unwrap();
		drop(staging);
		assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
	}

	#[test]
	fn one_download_at_a_time() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		let first = Staging::open(&directory, &[1; 32]).unwrap();
		let second = Staging::open(&directory, &[2; 32]);
		assert_eq!(second.err().unwrap().code, Code::DOWNLOAD_RUNNING);
		drop(first);
		Staging::open(&directory, &[2; 32]).unwrap();
	}

	#[tokio::test]
	async fn it_ends_when_all_is_written() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		let (claim, part) = (staging.claim(), staging.part(0));
		let writer = tokio::spawn(async move {
			tokio::time::sleep(std::time::Duration::from_millis(50)).await;
			fs::write(&part, "late").unwrap();
			drop(claim);
		});
		staging.settle().await;
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		assert_eq!(fs::read(staging.part(0)).unwrap(), b"late");
		writer.await.unwrap();
	}

	#[test]
	fn links_are_not_written_through() {
		let outside = tempdir().unwrap();
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		symlink(outside.path(), dir.path().join(FOLDER)).unwrap();
		let error = Staging::open(&directory, &[1; 32]).err().unwrap();
		assert_eq!(error.code, Code::FILE_EXISTS);
		assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);

		let file = outside.path().join("file");
		fs::write(&file, "mine").unwrap();
		symlink(&file, dir.path().join("part")).unwrap();
		assert_eq!(ensure_plain(&dir.path().join("part")).unwrap_err().code, Code::FILE_EXISTS);
		assert!(ensure_plain(&file).is_ok() && ensure_plain(&dir.path().join("none")).is_ok());
	}
}
