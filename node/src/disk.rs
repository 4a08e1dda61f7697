// SPDX-License-Identifier: Apache-2.0

//! Room for the database, before it is opened. The SDK's storage monitor looks when it is open,
//! and a database that finds no room for its index ends the process without a word.

use sc_service::Error;
use std::path::Path;

/// What must be free to open the database even where nothing is watched, in MiB.
const FLOOR: u64 = 64;

/// Refuse to start where less than `threshold` MiB is free, as the storage monitor would.
#[cfg(unix)]
pub fn check(database: &Path, threshold: u64) -> Result<(), Error> {
	// The folder itself may be made only later.
	let Some(folder) = database.ancestors().find(|folder| folder.exists()) else { return Ok(()) };
	let free = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
	let free = free.f_bavail.saturating_mul(free.f_frsize) >> 20;
	let needed = threshold.max(FLOOR);
	if free >= needed {
		return Ok(());
	}
	Err(Error::Application(
		format!(
			"the disk is full: {free} MiB are free where the database is, {}, and the node needs \
			 {needed} MiB (--db-storage-threshold): make room or take a larger disk",
			folder.display()
		)
		.into(),
	))
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
	}
}
