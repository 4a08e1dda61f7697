// SPDX-License-Identifier: Apache-2.0

//! `agora export`: what other tools read.

mod croissant;
mod manifest;

use super::Context;
use crate::error::{Code, Error, Result, Shown};
use clap::Subcommand;
use std::{
	fs,
	io::{self, Write},
	path::Path,
};

/// Write what other tools read: a Croissant file, or a signature that needs no chain.
#[derive(Subcommand)]
pub enum Options {
	Croissant(croissant::Options),
	Manifest(manifest::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Croissant(options) => croissant::run(options, context).await,
		Options::Manifest(options) => manifest::run(options, context).await,
	}
}

/// Refuse, before the work, to write over what is there.
///
/// Errors: `file-exists`.
fn ensure_new(path: &Path) -> Result<()> {
	if fs::symlink_metadata(path).is_ok() {
		return Err(exists(path));
	}
	Ok(())
}

fn exists(path: &Path) -> Error {
	Error::new(
		Code::FILE_EXISTS,
		format!("{} exists, and is not overwritten. Choose another name.", Shown(path)),
	)
}

/// Write a new file: whole and on disk, or not at all.
///
/// Errors: `file-exists`, `file-not-written`.
fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
	try_write(path, bytes).map_err(|error| match error.kind() {
		io::ErrorKind::AlreadyExists => exists(path),
		_ => Error::new(
			Code::FILE_NOT_WRITTEN,
			format!("{} cannot be written: {error}.", Shown(path)),
		),
	})
}

fn try_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
	use std::os::unix::fs::PermissionsExt;
	let parent = match path.parent() {
		Some(parent) if !parent.as_os_str().is_empty() => parent,
		_ => Path::new("."),
	};
	let mut builder = tempfile::Builder::new();
	// As any file the user makes: the umask takes away what it should.
	builder.prefix(".agora.").permissions(fs::Permissions::from_mode(0o666));
	let mut file = builder.tempfile_in(parent)?;
	file.write_all(bytes)?;
	file.as_file().sync_all()?;
	file.persist_noclobber(path).map_err(|error| error.error)?;
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_file_is_written_whole_and_never_over_another() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("file");
		ensure_new(&path).unwrap();
		write_new(&path, b"first").unwrap();
		assert_eq!(ensure_new(&path).unwrap_err().code, Code::FILE_EXISTS);
		assert_eq!(write_new(&path, b"second").unwrap_err().code, Code::FILE_EXISTS);
		assert_eq!(fs::read(&path).unwrap(), b"first");
		let nowhere = write_new(&dir.path().join("none/file"), b"").unwrap_err();
		assert_eq!(nowhere.code, Code::FILE_NOT_WRITTEN);
		assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing else is left");
	}
}
