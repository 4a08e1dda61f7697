// SPDX-License-Identifier: Apache-2.0

//! Which files a signature is about: all under the path but those it says it leaves out.
//!
//! Stricter than a version's own rule: a symbolic link is refused unless the signature says that
//! links count, since that is how `model-signing` sees it.

use crate::{
	error::{Code, Error, Result, Shown},
	manifest,
	walk::{self, File, Stamp},
};
use std::{
	collections::BTreeSet,
	fs,
	path::{Component, Path},
};
use walkdir::WalkDir;

/// What Git keeps at the top of a checkout: never part of a signature.
const GIT: [&str; 4] = [".git", ".gitattributes", ".github", ".gitignore"];

/// What no signature is about: Git's files.
pub fn ignored_by_git() -> BTreeSet<String> {
	GIT.iter().map(ToString::to_string).collect()
}

/// What our signatures leave out: Git's files, and the manifest, which is about the files itself.
pub fn ignored_by_default() -> BTreeSet<String> {
	let mut ignored = ignored_by_git();
	ignored.insert(manifest::FILE_NAME.into());
	ignored
}

/// The name under `root` of a path that may not exist yet, if it lies there.
pub fn within(root: &Path, path: &Path) -> Option<String> {
	let parent = match path.parent() {
		Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
		Some(parent) => parent,
		None => return None,
	};
	let (root, parent) = (fs::canonicalize(root).ok()?, fs::canonicalize(parent).ok()?);
	let name = parent.join(path.file_name()?);
	Some(name.strip_prefix(root).ok()?.to_str()?.to_owned())
}

/// The files under `root` that are not ignored, sorted by name.
///
/// Errors: `path-not-a-directory`, `empty-directory`, `unreadable-file`, `symlink-refused`,
/// `special-file`, `name-not-utf8`.
pub fn walk(root: &Path, ignored: &BTreeSet<String>, allow_symlinks: bool) -> Result<Vec<File>> {
	walk::directory(root)?;
	let mut files = Vec::new();
	for entry in WalkDir::new(root).max_depth(walk::MAX_DEPTH + 1).min_depth(1) {
		let entry = entry.map_err(|error| walk::walk_error(root, error))?;
		let path = entry.path();
		if entry.depth() > walk::MAX_DEPTH {
			return Err(walk::too_deep(path));
		}
		let is_link = entry.path_is_symlink();
		if is_link && !allow_symlinks {
			return Err(link(path, "this kind of signature does not take one"));
		}
		let name = walk::name(root, path)?;
		if is_ignored(&name, ignored) {
			continue;
		}
		let metadata = fs::metadata(path).map_err(|error| Error::unreadable(path, &error))?;
		if metadata.is_dir() {
			if is_link {
				return Err(link(path, "a signature does not reach what lies behind it"));
			}
			continue;
		}
		if !metadata.is_file() {
			return Err(walk::special(path));
		}
		files.push(File { name, stamp: Stamp::of(&metadata) });
	}
	if files.is_empty() {
		return Err(Error::new(
			Code::EMPTY_DIRECTORY,
			format!("there is no file to sign or check under {}.", Shown(root)),
		));
	}
	files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
	Ok(files)
}

/// Is the file, or a folder that it lies in, one of those?
fn is_ignored(name: &str, ignored: &BTreeSet<String>) -> bool {
	let parents = name.match_indices('/').filter_map(|(end, _)| name.get(..end));
	parents.chain([name]).any(|part| ignored.contains(part))
}

/// A path in a signature as we compare it; none if it could not be under the path, or is all of it.
pub fn plain(path: &str) -> Option<String> {
	let mut parts = Vec::new();
	for part in Path::new(path).components() {
		match part {
			Component::Normal(part) => parts.push(part.to_str()?),
			Component::CurDir => {}
			_ => return None,
		}
	}
	(!parts.is_empty()).then(|| parts.join("/"))
}

fn link(path: &Path, why: &str) -> Error {
	Error::new(
		Code::SYMLINK_REFUSED,
		format!(
			"{} is a symbolic link: {why}. Copy what it points to (cp -rL), or remove it.",
			Shown(path)
		),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::{fs::symlink, net::UnixListener};
	use tempfile::tempdir;

	fn names(root: &Path) -> Vec<String> {
		let files = walk(root, &ignored_by_default(), false).unwrap();
		files.into_iter().map(|file| file.name).collect()
	}

	#[test]
	fn some_files_are_left_out() {
		let dir = tempdir().unwrap();
		fs::create_dir_all(dir.path().join(".git/objects")).unwrap();
		fs::create_dir_all(dir.path().join("a/.git")).unwrap();
		for name in
			[".git/objects/x", ".gitignore", "agora.json", "a/.git/y", "a.b", "a/b", "B", "é"]
		{
			fs::write(dir.path().join(name), name).unwrap();
		}
		assert_eq!(names(dir.path()), ["B", "a.b", "a/.git/y", "a/b", "é"]);
	}

	#[test]
	fn links_and_what_is_no_file_are_refused() {
		let dir = tempdir().unwrap();
		fs::create_dir(dir.path().join("sub")).unwrap();
		fs::write(dir.path().join("model"), "x").unwrap();
		let ignored = ignored_by_default();
		let code = |allow: bool| walk(dir.path(), &ignored, allow).unwrap_err().code;
		let at = dir.path().join("link");
		symlink("model", &at).unwrap();
		assert_eq!(code(false), Code::SYMLINK_REFUSED);
		let found = walk(dir.path(), &ignored, true).unwrap();
		assert_eq!(found.len(), 2, "a link to a file counts where links do");
		fs::remove_file(&at).unwrap();
		symlink("sub", &at).unwrap();
		assert_eq!(code(true), Code::SYMLINK_REFUSED);
		fs::remove_file(&at).unwrap();
		symlink("nothing", &at).unwrap();
		assert_eq!(code(false), Code::SYMLINK_REFUSED);
		assert_eq!(code(true), Code::UNREADABLE_FILE);
		fs::remove_file(&at).unwrap();
		let _socket = UnixListener::bind(&at).unwrap();
		assert_eq!(code(true), Code::SPECIAL_FILE);
		fs::remove_file(&at).unwrap();
		fs::remove_file(dir.path().join("model")).unwrap();
		assert_eq!(code(false), Code::EMPTY_DIRECTORY);
	}

	#[test]
	fn a_path_is_plain_or_none() {
		for (path, wanted) in [
			("a", Some("a")),
			("./a//b/", Some("a/b")),
			(".git/", Some(".git")),
			(".", None),
			("", None),
			("../a", None),
			("a/../b", None),
			("/a", None),
		] {
			assert_eq!(plain(path).as_deref(), wanted, "{path}");
		}
	}

	#[test]
	fn says_whether_a_file_to_be_lies_under_the_path() {
		let dir = tempdir().unwrap();
		let root = dir.path().join("model");
		fs::create_dir_all(root.join("sub")).unwrap();
		assert_eq!(within(&root, &root.join("sub/x.sig")).as_deref(), Some("sub/x.sig"));
		assert_eq!(within(&root, &root.join("sub/../x.sig")).as_deref(), Some("x.sig"));
		assert_eq!(within(&root, &dir.path().join("x.sig")), None);
		assert_eq!(within(&root, &root.join("none/x.sig")), None);
		assert_eq!(within(&root, Path::new("x.sig")), None);
	}
}
