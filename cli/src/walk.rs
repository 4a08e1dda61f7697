// SPDX-License-Identifier: Apache-2.0

//! Which files a version consists of.
//!
//! Every regular file under the path belongs to it, dot files too, except the manifest itself. A
//! symbolic link counts as what it points to, if that lies under the path as well. What cannot be
//! described faithfully is refused rather than left out.

use crate::{
	error::{Code, Error, Result, Shown},
	manifest,
};
use std::{
	fs::{self, Metadata},
	io,
	os::unix::fs::MetadataExt,
	path::{Path, PathBuf},
};
use walkdir::WalkDir;

/// How deep directories may nest: a bound, so that open directories stay few.
pub const MAX_DEPTH: usize = 128;

/// The largest size canonical JSON can say exactly.
pub const MAX_SIZE: u64 = (1 << 53) - 1;

/// What the file system says of a file, to notice that it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
	device: u64,
	inode: u64,
	size: u64,
	modified: (i64, i64),
	changed: (i64, i64),
}

impl Stamp {
	/// The stamp in a file's metadata.
	pub fn of(metadata: &Metadata) -> Self {
		Self {
			device: metadata.dev(),
			inode: metadata.ino(),
			size: metadata.len(),
			modified: (metadata.mtime(), metadata.mtime_nsec()),
			changed: (metadata.ctime(), metadata.ctime_nsec()),
		}
	}

	/// The file's size in bytes.
	pub fn size(&self) -> u64 {
		self.size
	}
}

/// A file that belongs to the version.
#[derive(Clone, Debug)]
pub struct File {
	/// Its name in the manifest: relative to the path, `/` between the parts.
	pub name: String,
	/// What it was when it was found.
	pub stamp: Stamp,
}

/// The files under `root`, sorted by name.
///
/// Errors: `path-not-a-directory`, `empty-directory`, `unreadable-file`, `symlink-refused`,
/// `special-file`, `name-not-utf8`, `file-too-large`.
pub fn walk(root: &Path) -> Result<Vec<File>> {
	let real_root = directory(root)?;
	let mut files = Vec::new();
	for entry in WalkDir::new(root).follow_links(true).max_depth(MAX_DEPTH + 1) {
		let entry = entry.map_err(|error| walk_error(root, error))?;
		if entry.depth() == 0 {
			continue;
		}
		let path = entry.path();
		if entry.depth() > MAX_DEPTH {
			return Err(too_deep(path));
		}
		let name = name(root, path)?;
		if entry.depth() == 1 && manifest::is_own_file(&name) {
			continue;
		}
		if entry.path_is_symlink() {
			inside(&real_root, path)?;
		}
		let kind = entry.file_type();
		if kind.is_dir() {
			continue;
		}
		if !kind.is_file() {
			return Err(special(path));
		}
		let metadata = entry.metadata().map_err(|error| walk_error(root, error))?;
		if metadata.len() > MAX_SIZE {
			return Err(Error::new(
				Code::FILE_TOO_LARGE,
				format!("{} has more than 2^53 - 1 bytes.", Shown(path)),
			));
		}
		files.push(File { name, stamp: Stamp::of(&metadata) });
	}
	if files.is_empty() {
		return Err(Error::new(
			Code::EMPTY_DIRECTORY,
			format!("There is no file under {}: nothing to describe.", Shown(root)),
		));
	}
	files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
	Ok(files)
}

/// The real path of a directory.
pub fn directory(root: &Path) -> Result<PathBuf> {
	let is_directory = fs::metadata(root).map(|metadata| metadata.is_dir());
	match is_directory {
		Ok(true) => fs::canonicalize(root).map_err(|error| Error::unreadable(root, &error)),
		Ok(false) => Err(Error::new(
			Code::PATH_NOT_A_DIRECTORY,
			format!("{} is not a directory. Put the file into one of its own.", Shown(root)),
		)),
		Err(error) if error.kind() == io::ErrorKind::NotFound => {
			Err(Error::new(Code::PATH_NOT_A_DIRECTORY, format!("{} does not exist.", Shown(root))))
		}
		Err(error) => Err(Error::unreadable(root, &error)),
	}
}

/// A file so deep that it is not looked at.
pub fn too_deep(path: &Path) -> Error {
	Error::new(
		Code::UNREADABLE_FILE,
		format!("{} lies more than {MAX_DEPTH} directories deep.", Shown(path)),
	)
}

/// Something among the files that is none.
pub fn special(path: &Path) -> Error {
	Error::new(
		Code::SPECIAL_FILE,
		format!("{} is a pipe, a socket or a device. Take it out of the path.", Shown(path)),
	)
}

/// The name in the manifest of a path under `root`.
///
/// Errors: `name-not-utf8`.
pub fn name(root: &Path, path: &Path) -> Result<String> {
	let relative = path.strip_prefix(root).unwrap_or(path);
	let name = relative.to_str().ok_or_else(|| {
		Error::new(
			Code::NAME_NOT_UTF8,
			format!(
				"{} has a name that is not UTF-8, which a manifest cannot say. Rename it.",
				Shown(path)
			),
		)
	})?;
	Ok(name.to_owned())
}

/// Refuse a link whose target does not lie under the root.
fn inside(real_root: &Path, link: &Path) -> Result<()> {
	let target = fs::canonicalize(link).map_err(|error| Error::unreadable(link, &error))?;
	if target.starts_with(real_root) {
		return Ok(());
	}
	Err(Error::new(
		Code::SYMLINK_REFUSED,
		format!(
			"{} is a symbolic link out of the path. Copy what it points to (cp -rL), or remove it.",
			Shown(link)
		),
	))
}

/// What went wrong on the way, in our words.
pub fn walk_error(root: &Path, error: walkdir::Error) -> Error {
	let path = error.path().unwrap_or(root).to_owned();
	let is_link = fs::symlink_metadata(&path).is_ok_and(|m| m.file_type().is_symlink());
	if error.loop_ancestor().is_some() {
		return Error::new(
			Code::SYMLINK_REFUSED,
			format!("{} is a symbolic link to a directory above it. Remove it.", Shown(&path)),
		);
	}
	let io = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
	if is_link && io.kind() != io::ErrorKind::PermissionDenied {
		return Error::new(
			Code::SYMLINK_REFUSED,
			format!("{} is a symbolic link that leads nowhere. Remove it.", Shown(&path)),
		);
	}
	Error::unreadable(&path, &io)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{
		ffi::OsStr,
		os::unix::{ffi::OsStrExt, fs::symlink},
	};
	use tempfile::tempdir;

	fn names(root: &Path) -> Vec<String> {
		walk(root).unwrap().into_iter().map(|file| file.name).collect()
	}

	fn code(root: &Path) -> Code {
		walk(root).unwrap_err().code
	}

	#[test]
	fn sorts_by_the_bytes_of_the_whole_name() {
		let dir = tempdir().unwrap();
		fs::create_dir(dir.path().join("a")).unwrap();
		for name in ["a/z", "a.txt", "B", "é", "a-b", ".hidden"] {
			fs::write(dir.path().join(name), name).unwrap();
		}
		assert_eq!(names(dir.path()), [".hidden", "B", "a-b", "a.txt", "a/z", "é"]);
	}

	#[test]
	fn leaves_out_only_the_manifest_at_the_top() {
		let dir = tempdir().unwrap();
		fs::create_dir(dir.path().join("sub")).unwrap();
		for name in ["agora.json", ".agora.json.x.tmp", "sub/agora.json", "model"] {
			fs::write(dir.path().join(name), "x").unwrap();
		}
		assert_eq!(names(dir.path()), ["model", "sub/agora.json"]);
	}

	#[test]
	fn fails_when_there_is_no_file() {
		let dir = tempdir().unwrap();
		assert_eq!(code(dir.path()), Code::EMPTY_DIRECTORY);
		fs::create_dir_all(dir.path().join("a/b")).unwrap();
		fs::write(dir.path().join("agora.json"), "{}").unwrap();
		assert_eq!(code(dir.path()), Code::EMPTY_DIRECTORY);
	}

	#[test]
	fn fails_when_the_path_is_a_file_or_nothing() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("file"), "x").unwrap();
		assert_eq!(code(&dir.path().join("file")), Code::PATH_NOT_A_DIRECTORY);
		assert_eq!(code(&dir.path().join("nothing")), Code::PATH_NOT_A_DIRECTORY);
	}

	#[test]
	fn follows_links_that_stay_inside() {
		let dir = tempdir().unwrap();
		fs::create_dir(dir.path().join("blobs")).unwrap();
		fs::write(dir.path().join("blobs/1"), "x").unwrap();
		symlink("blobs/1", dir.path().join("model")).unwrap();
		symlink("blobs", dir.path().join("again")).unwrap();
		assert_eq!(names(dir.path()), ["again/1", "blobs/1", "model"]);
	}

	#[test]
	fn fails_when_a_link_leads_out() {
		let outside = tempdir().unwrap();
		fs::write(outside.path().join("secret"), "x").unwrap();
		for target in [outside.path().join("secret"), outside.path().to_owned()] {
			let dir = tempdir().unwrap();
			fs::write(dir.path().join("model"), "x").unwrap();
			symlink(target, dir.path().join("link")).unwrap();
			assert_eq!(code(dir.path()), Code::SYMLINK_REFUSED);
		}
	}

	#[test]
	fn fails_when_a_link_leads_nowhere_or_round() {
		for target in ["missing", "link", ".", ".."] {
			let dir = tempdir().unwrap();
			fs::write(dir.path().join("model"), "x").unwrap();
			symlink(target, dir.path().join("link")).unwrap();
			assert_eq!(code(dir.path()), Code::SYMLINK_REFUSED, "{target}");
		}
	}

	#[test]
	fn fails_when_a_name_is_not_utf8() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join(OsStr::from_bytes(b"mod\xffel")), "x").unwrap();
		assert_eq!(code(dir.path()), Code::NAME_NOT_UTF8);
	}

	#[test]
	fn fails_on_a_socket() {
		let dir = tempdir().unwrap();
		let _socket = std::os::unix::net::UnixListener::bind(dir.path().join("socket")).unwrap();
		assert_eq!(code(dir.path()), Code::SPECIAL_FILE);
	}
}
