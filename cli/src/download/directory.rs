// SPDX-License-Identifier: Apache-2.0

//! The directory that files are put into, and nothing outside it.

use crate::{
	error::{Code, Error, Result, Shown},
	walk,
};
use std::{
	fs::{self, Metadata},
	io,
	path::{Path, PathBuf},
};

/// The directory, by its real path.
pub struct Directory {
	real: PathBuf,
	/// It did not exist before.
	made: bool,
}

/// What stands where a file is to be.
pub enum Standing {
	/// Nothing.
	Nothing,
	/// A regular file.
	File(Metadata),
	/// A symbolic link, which can be replaced.
	Link,
	/// A directory, a pipe, a socket or a device.
	Other,
}

impl Directory {
	/// The directory, made if there is none.
	///
	/// Errors: `path-not-a-directory`, `unreadable-file`, `file-not-written`.
	pub fn open(path: &Path) -> Result<Self> {
		let made = matches!(
			fs::metadata(path).map_err(|error| error.kind()),
			Err(io::ErrorKind::NotFound)
		);
		if made {
			fs::create_dir_all(path).map_err(|error| not_written(path, &error))?;
		}
		Ok(Self { real: walk::directory(path)?, made })
	}

	/// Its real path.
	pub fn path(&self) -> &Path {
		&self.real
	}

	/// Where a file is to be.
	pub fn target(&self, name: &str) -> PathBuf {
		self.real.join(name)
	}

	/// What stands where a file is to be.
	///
	/// Errors: `symlink-refused` and `file-exists` for what stands in the way of a folder.
	pub fn standing(&self, name: &str) -> Result<Standing> {
		if !self.way(name, false)? {
			return Ok(Standing::Nothing);
		}
		let target = self.target(name);
		Ok(match fs::symlink_metadata(&target) {
			Err(error) if error.kind() == io::ErrorKind::NotFound => Standing::Nothing,
			Err(error) => return Err(Error::unreadable(&target, &error)),
			Ok(metadata) if metadata.is_file() => Standing::File(metadata),
			Ok(metadata) if metadata.is_symlink() => Standing::Link,
			Ok(_) => Standing::Other,
		})
	}

	/// Move a finished file to where it belongs; over what is there only if it is to be replaced.
	///
	/// Errors: `file-exists`, `symlink-refused`, `file-not-written`.
	pub fn put(&self, finished: &Path, name: &str, replace: bool) -> Result<()> {
		self.way(name, true)?;
		let target = self.target(name);
		let put =
			if replace { fs::rename(finished, &target) } else { rename_to_new(finished, &target) };
		put.map_err(|error| match error.kind() {
			io::ErrorKind::AlreadyExists => Error::new(
				Code::FILE_EXISTS,
				format!(
					"{} appeared while it was being downloaded, and was left alone. Run this again.",
					Shown(&target)
				),
			),
			_ => not_written(&target, &error),
		})
	}

	/// Bring the names in it to disk.
	pub fn sync(&self) -> Result<()> {
		let synced = fs::File::open(&self.real).and_then(|directory| directory.sync_all());
		synced.map_err(|error| not_written(&self.real, &error))
	}

	/// Are there all folders above a file? Made if they are to be; a link is never followed.
	fn way(&self, name: &str, make: bool) -> Result<bool> {
		let mut folder = self.real.clone();
		let mut parts = name.split('/').peekable();
		while let Some(part) = parts.next() {
			// Checked when the manifest was read; nothing else may lead out of here.
			if matches!(part, "" | "." | "..") {
				return Err(Error::new(
					Code::MANIFEST_INVALID,
					format!("{name:?} is not a plain relative path."),
				));
			}
			if parts.peek().is_none() {
				break;
			}
			folder.push(part);
			match fs::symlink_metadata(&folder) {
				Ok(metadata) if metadata.is_dir() => {}
				Ok(metadata) => return Err(in_the_way(&folder, metadata.is_symlink())),
				Err(error) if error.kind() == io::ErrorKind::NotFound && !make => return Ok(false),
				Err(error) if error.kind() == io::ErrorKind::NotFound => {
					match fs::create_dir(&folder) {
						Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
							return Err(not_written(&folder, &error));
						}
						_ => {}
					}
				}
				Err(error) => return Err(Error::unreadable(&folder, &error)),
			}
		}
		Ok(true)
	}
}

impl Drop for Directory {
	fn drop(&mut self) {
		if self.made {
			// Stays if anything is in it.
			let _ = fs::remove_dir(&self.real);
		}
	}
}

/// A file of ours that could not be written.
pub fn not_written(path: &Path, error: &io::Error) -> Error {
	let hint = match error.kind() {
		io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
			" Make room, and run this again: it goes on where it stopped."
		}
		_ => "",
	};
	Error::new(Code::FILE_NOT_WRITTEN, format!("{} cannot be written: {error}.{hint}", Shown(path)))
}

fn in_the_way(folder: &Path, link: bool) -> Error {
	if link {
		return Error::new(
			Code::SYMLINK_REFUSED,
			format!(
				"{} is a symbolic link where a folder must be, and what is behind it is left alone. \
				 Remove it, or choose another directory.",
				Shown(folder)
			),
		);
	}
	Error::new(
		Code::FILE_EXISTS,
		format!(
			"{} is in the way of a folder of that name. Remove it, or choose another directory.",
			Shown(folder)
		),
	)
}

/// Rename without writing over anything.
fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
	let finished = tempfile::TempPath::try_from_path(from)?;
	finished.persist_noclobber(to).map_err(|refused| {
		// It stays for the next run.
		let _ = refused.path.keep();
		refused.error
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::fs::symlink;
	use tempfile::tempdir;

	#[test]
	fn files_go_below_and_never_over_others() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(&dir.path().join("new/models")).unwrap();
		let finished = dir.path().join("finished");
		fs::write(&finished, "1").unwrap();
		assert!(matches!(directory.standing("a/b"), Ok(Standing::Nothing)));
		directory.put(&finished, "a/b", false).unwrap();
		assert_eq!(fs::read(directory.target("a/b")).unwrap(), b"1");
		assert!(matches!(directory.standing("a/b"), Ok(Standing::File(_))));
		assert!(matches!(directory.standing("a"), Ok(Standing::Other)));

		fs::write(&finished, "2").unwrap();
		let error = directory.put(&finished, "a/b", false).unwrap_err();
		assert_eq!(error.code, Code::FILE_EXISTS);
		assert_eq!(fs::read(directory.target("a/b")).unwrap(), b"1");
		assert_eq!(fs::read(&finished).unwrap(), b"2", "it stays for the next run");
		directory.put(&finished, "a/b", true).unwrap();
		assert_eq!(fs::read(directory.target("a/b")).unwrap(), b"2");

		fs::write(&finished, "3").unwrap();
		let error = directory.put(&finished, "a/b/c", true).unwrap_err();
		assert_eq!(error.code, Code::FILE_EXISTS, "a file is in the way");
	}

	#[test]
	fn links_are_not_followed() {
		let outside = tempdir().unwrap();
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		symlink(outside.path(), dir.path().join("sub")).unwrap();
		let finished = dir.path().join("finished");
		fs::write(&finished, "1").unwrap();
		for replace in [false, true] {
			let error = directory.put(&finished, "sub/x", replace).unwrap_err();
			assert_eq!(error.code, Code::SYMLINK_REFUSED);
		}
		assert_eq!(directory.standing("sub/x").err().unwrap().code, Code::SYMLINK_REFUSED);
		// A link in a file's own place is replaced, and what it points to stays.
		fs::write(outside.path().join("secret"), "s").unwrap();
		symlink(outside.path().join("secret"), dir.path().join("link")).unwrap();
		assert!(matches!(directory.standing("link"), Ok(Standing::Link)));
		directory.put(&finished, "link", true).unwrap();
		assert_eq!(fs::read(outside.path().join("secret")).unwrap(), b"s");
		assert_eq!(fs::read(dir.path().join("link")).unwrap(), b"1");
		assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
	}

	#[test]
	fn nothing_leads_out() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(&dir.path().join("models")).unwrap();
		let finished = dir.path().join("finished");
		fs::write(&finished, "1").unwrap();
		for name in ["../x", "a/../../x", "/x", "a//x", "./x", ".."] {
			let error = directory.put(&finished, name, true).unwrap_err();
			assert_eq!(error.code, Code::MANIFEST_INVALID, "{name}");
		}
		assert!(finished.exists() && !dir.path().join("x").exists());
	}

	#[test]
	fn a_directory_that_was_made_in_vain_goes_again() {
		let dir = tempdir().unwrap();
		let path = dir.path().join("models");
		drop(Directory::open(&path).unwrap());
		assert!(!path.exists());
		let kept = Directory::open(&path).unwrap();
		fs::write(path.join("x"), "").unwrap();
		drop(kept);
		assert!(path.exists());
		assert_eq!(
			Directory::open(&path.join("x")).err().unwrap().code,
			Code::PATH_NOT_A_DIRECTORY
		);
	}
}
