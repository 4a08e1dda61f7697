// SPDX-License-Identifier: Apache-2.0

//! Room for the database, before it is opened. The SDK's storage monitor looks when it is open,
//! and a database that finds no room for its index ends the process without a word.

use sc_service::Error;
use std::{
	io,
	path::{Path, PathBuf},
};

/// What must be free to open the database even where nothing is watched, in MiB.
const FLOOR: u64 = 64;

/// Refuse to start where less than `threshold` MiB is free, as the storage monitor would.
#[cfg(unix)]
pub fn check(database: &Path, threshold: u64) -> Result<(), Error> {
	let Some(folder) = existing(database)? else { return Ok(()) };
	let free = rustix::fs::statvfs(&folder).map_err(io::Error::from)?;
	let free = free.f_bavail.saturating_mul(free.f_frsize) >> 20;
	let needed = threshold.max(FLOOR);
	if free >= needed {
		return Ok(());
	}
	let why = if threshold > FLOOR { "--db-storage-threshold" } else { "to open the database" };
	Err(Error::Application(
		format!(
			"the disk is full: {free} MiB are free where the database is, {}, and the node needs \
			 {needed} MiB ({why}): make room or take a larger disk",
			folder.display()
		)
		.into(),
	))
}

/// Where a folder is or will be: itself, or the nearest one above it that is there.
#[cfg(unix)]
fn existing(folder: &Path) -> io::Result<Option<PathBuf>> {
	// What is above a relative path is where the node was started.
	let folder = std::path::absolute(folder)?;
	for folder in folder.ancestors() {
		let is_there = folder.try_exists().map_err(|error| {
			io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
		})?;
		if is_there {
			return Ok(Some(folder.to_path_buf()));
		}
	}
	Ok(None)
}

/// Elsewhere the storage monitor alone looks.
#[cfg(not(unix))]
pub fn check(_: &Path, _: u64) -> Result<(), Error> {
	Ok(())
}

#[cfg(all(test, unix))]
mod tests {
	use super::*;

	#[test]
	fn a_full_disk_is_told_before_the_database_is_made() {
		let folder = tempfile::tempdir().unwrap();
		let database = folder.path().join("chains/x/paritydb");
		check(&database, 0).unwrap();
		let error = check(&database, u64::MAX).unwrap_err().to_string();
		assert!(error.contains("the disk is full"), "{error}");
		assert!(error.contains(&folder.path().display().to_string()), "{error}");
		assert!(error.contains("--db-storage-threshold"), "{error}");
	}

	#[test]
	fn a_relative_folder_will_be_where_the_node_was_started() {
		let found = existing(Path::new("not-there/chains/x/paritydb")).unwrap();
		assert_eq!(found, Some(std::env::current_dir().unwrap()));
	}

	#[test]
	fn a_folder_that_cannot_be_looked_at_is_said_by_name() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("file");
		std::fs::write(&file, "").unwrap();
		// Nothing is below a file.
		let error = existing(&file.join("paritydb")).unwrap_err().to_string();
		assert!(error.contains("file/paritydb"), "{error}");
	}
}
