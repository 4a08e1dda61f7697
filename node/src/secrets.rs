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
fn keys_in(keystore: &Path) -> Result<Vec<PathBuf>, String> {
	let read =
		|| -> io::Result<_> { fs::read_dir(keystore)?.map(|entry| Ok(entry?.path())).collect() };
	match read() {
		Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
		read => read.map_err(|error| format!("{}: {error}", keystore.display())),
	}
}

/// Fails where group or others may do anything with what is at `path`.
#[cfg(unix)]
fn is_private(path: &Path) -> Result<(), String> {
	use std::os::unix::fs::PermissionsExt;
	let metadata = match fs::metadata(path) {
		Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
		read => read.map_err(|error| format!("{}: {error}", path.display()))?,
	};
	let mode = metadata.permissions().mode() & 0o7777;
	if mode & 0o077 == 0 {
		return Ok(());
	}
	let (what, wanted) = if metadata.is_dir() { ("folder", 700) } else { ("file", 600) };
	Err(format!(
		"others can use the {what} {path}, which holds secrets (its mode is {mode:04o}): run \
		 `chmod {wanted} {path}`, and make new keys if somebody may have read them",
		path = path.display()
	))
}

/// Elsewhere access is governed by other means.
#[cfg(not(unix))]
fn is_private(_: &Path) -> Result<(), String> {
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
	use std::os::unix::fs::PermissionsExt;

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
