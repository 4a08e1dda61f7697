// SPDX-License-Identifier: Apache-2.0

//! Files with secrets: only the node's own user may read them.

use crate::chain_spec;
use sc_network::config::{NodeKeyConfig, Secret};
use sc_service::{config::KeystoreConfig, ChainType, Configuration, Error, Role};
use std::{
	fs, io,
	path::{Path, PathBuf},
};

/// From now on, let nobody else read what this process writes.
///
/// The SDK makes the folder of the keystore, and files with keys of nodes, as everything else.
#[cfg(unix)]
pub fn write_for_owner_alone() {
	rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Elsewhere there is no such setting.
#[cfg(not(unix))]
pub fn write_for_owner_alone() {}

/// Refuse to start with secrets that others can read, or that everybody knows.
///
/// A chain for development has no secrets.
pub fn check(config: &Configuration, password_file: Option<&Path>) -> Result<(), Error> {
	if config.chain_spec.chain_type() == ChainType::Development {
		return Ok(());
	}
	let is_validator = matches!(config.role, Role::Authority);
	let public = crate::defaults::is_public(config.chain_spec.as_ref());
	let checked = || -> Result<(), String> {
		if let KeystoreConfig::Path { path, .. } = &config.keystore {
			let keys = keys_in(path)?;
			if is_validator || !keys.is_empty() {
				is_private(path)?;
			}
			keys.iter().try_for_each(|key| is_private(key))?;
			if is_validator && public {
				keys.iter().try_for_each(|key| is_secret(key))?;
			}
		}
		if let NodeKeyConfig::Ed25519(Secret::File(path)) = &config.network.node_key {
			is_private(path)?;
		}
		password_file.map_or(Ok(()), is_private)
	};
	checked().map_err(|message| Error::Application(message.into()))
}

/// The files in a keystore, which may not be there yet.
///
/// Where a container is given its secrets as files, each is a link into a folder beside it, which is
/// no key.
fn keys_in(keystore: &Path) -> Result<Vec<PathBuf>, String> {
	let read = || -> io::Result<_> {
		let mut keys = Vec::new();
		for entry in fs::read_dir(keystore)? {
			let path = entry?.path();
			match fs::metadata(&path) {
				Ok(metadata) if !metadata.is_file() => {}
				Err(error) if error.kind() == io::ErrorKind::NotFound => {}
				found => keys.push(found.map(|_| path)?),
			}
		}
		Ok(keys)
	};
	match read() {
		Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
		read => read.map_err(|error| format!("{}: {error}", keystore.display())),
	}
}

/// Fails where others than those whom it is meant for may use what is at `path`.
#[cfg(unix)]
pub fn is_private(path: &Path) -> Result<(), String> {
	use std::os::unix::fs::MetadataExt;
	let metadata = match fs::metadata(path) {
		Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
		read => read.map_err(|error| format!("{}: {error}", path.display()))?,
	};
	let is_ours = metadata.uid() == rustix::process::geteuid().as_raw();
	let mode = metadata.mode() & 0o7777;
	let open = open_bits(mode, is_ours);
	// Nobody can put a key into such a folder, names of keys are public, and each key is looked at.
	if open == 0 || (metadata.is_dir() && is_read_only(path)) {
		return Ok(());
	}
	let what = if metadata.is_dir() { "folder" } else { "file" };
	let advice = match (is_ours, metadata.is_dir()) {
		(true, true) => format!("run `chmod 700 {}`", path.display()),
		(true, false) => format!("run `chmod 600 {}`", path.display()),
		(false, _) => format!(
			"it belongs to the user {}, who must take the bits {open:03o} from its mode",
			metadata.uid()
		),
	};
	Err(format!(
		"others can use the {what} {path}, which holds secrets (its mode is {mode:04o}): {advice}, \
		 and make new keys if somebody may have read them",
		path = path.display()
	))
}

/// What of a mode lets in others. A group may read what is not this process's own: it was given to
/// the group so that this process can read it.
#[cfg(unix)]
fn open_bits(mode: u32, is_ours: bool) -> u32 {
	const OTHERS: u32 = 0o007;
	const GROUP: u32 = 0o070;
	const GROUP_WRITES: u32 = 0o020;
	mode & (OTHERS | if is_ours { GROUP } else { GROUP_WRITES })
}

#[cfg(unix)]
fn is_read_only(path: &Path) -> bool {
	use rustix::fs::{statvfs, StatVfsMountFlags};
	statvfs(path).is_ok_and(|found| found.f_flag.contains(StatVfsMountFlags::RDONLY))
}

/// Elsewhere access is governed by other means.
#[cfg(not(unix))]
pub fn is_private(_: &Path) -> Result<(), String> {
	Ok(())
}

/// Fails where the file in a keystore holds a key for development. Its name ends with the public one.
fn is_secret(key: &Path) -> Result<(), String> {
	const KEY_TYPE_BYTES: usize = 4;
	let name = key.file_name().and_then(|name| name.to_str()).unwrap_or_default();
	let bytes = sp_core::bytes::from_hex(name).unwrap_or_default();
	match bytes.get(KEY_TYPE_BYTES..) {
		Some(public) if chain_spec::is_well_known(public) => Err(format!(
			"everybody knows the secret of the key in {}, and this is a public chain: remove it, \
			 and make session keys with `agora-node key session`",
			key.display()
		)),
		_ => Ok(()),
	}
}

#[cfg(all(test, unix))]
mod tests {
	use super::*;
	use std::os::unix::fs::{symlink, PermissionsExt};

	fn set_mode(path: &Path, mode: u32) {
		fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
	}

	#[test]
	fn what_others_can_use_is_refused_with_what_to_do() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("key");
		fs::write(&file, "secret").unwrap();
		for (mode, private) in [(0o600, true), (0o400, true), (0o640, false), (0o602, false)] {
			set_mode(&file, mode);
			assert_eq!(is_private(&file).is_ok(), private, "{mode:o}");
		}
		set_mode(&file, 0o644);
		let error = is_private(&file).unwrap_err();
		assert!(error.contains("0644"), "{error}");
		assert!(error.contains(&format!("chmod 600 {}", file.display())), "{error}");

		set_mode(folder.path(), 0o755);
		let error = is_private(folder.path()).unwrap_err();
		assert!(error.contains(&format!("chmod 700 {}", folder.path().display())), "{error}");
	}

	#[test]
	fn what_was_given_to_our_group_may_be_read_by_it() {
		for (mode, ours, given) in [
			(0o400, 0, 0),
			(0o640, 0o040, 0),
			(0o440, 0o040, 0),
			(0o750, 0o050, 0),
			(0o660, 0o060, 0o020),
			(0o604, 0o004, 0o004),
			(0o1777, 0o077, 0o027),
		] {
			assert_eq!(open_bits(mode, true), ours, "ours, {mode:o}");
			assert_eq!(open_bits(mode, false), given, "another's, {mode:o}");
		}
	}

	#[test]
	fn what_is_anothers_and_open_is_refused_with_who_can_help() {
		let folder = tempfile::tempdir().unwrap();
		let mut file = folder.path().join("key");
		let mut owner = 0;
		if rustix::process::geteuid().is_root() {
			owner = 12_345;
			fs::write(&file, "secret").unwrap();
			set_mode(&file, 0o644);
			std::os::unix::fs::chown(&file, Some(owner), None).unwrap();
		} else {
			// What everybody can read on any system.
			file = "/etc/passwd".into();
		}
		let error = is_private(&file).unwrap_err();
		assert!(error.contains("take the bits 004"), "{error}");
		assert!(error.contains(&format!("belongs to the user {owner}")), "{error}");
		assert!(!error.contains("chmod"), "{error}");
	}

	#[test]
	fn keys_of_a_container_are_links_past_the_folder_that_holds_them() {
		let folder = tempfile::tempdir().unwrap();
		let held = folder.path().join("..2026");
		fs::create_dir(&held).unwrap();
		fs::write(held.join("key"), "secret").unwrap();
		set_mode(&held.join("key"), 0o644);
		symlink("..2026", folder.path().join("..data")).unwrap();
		symlink("..data/key", folder.path().join("key")).unwrap();
		symlink("nowhere", folder.path().join("broken")).unwrap();
		let keys = keys_in(folder.path()).unwrap();
		assert_eq!(keys, [folder.path().join("key")]);
		assert!(is_private(&keys[0]).unwrap_err().contains("0644"), "what it leads to counts");
	}

	#[test]
	fn what_is_not_there_yet_is_fine() {
		let folder = tempfile::tempdir().unwrap();
		let missing = folder.path().join("keystore");
		is_private(&missing).unwrap();
		assert!(keys_in(&missing).unwrap().is_empty());
	}

	#[test]
	fn keys_that_everybody_knows_are_told_by_their_names() {
		let name = |public: [u8; 32]| {
			let key_type = sp_consensus_babe::KEY_TYPE.0;
			PathBuf::from(hex(&key_type) + &hex(&public))
		};
		let alice = sp_keyring::Sr25519Keyring::Alice.to_raw_public();
		assert!(is_secret(&name(alice)).unwrap_err().contains("everybody knows"));
		is_secret(&name([7; 32])).unwrap();
		is_secret(Path::new("notes.txt")).unwrap();
	}

	fn hex(bytes: &[u8]) -> String {
		bytes.iter().map(|byte| format!("{byte:02x}")).collect()
	}
}
