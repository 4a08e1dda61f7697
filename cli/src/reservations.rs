// SPDX-License-Identifier: Apache-2.0

//! The salts of our reservations, kept until they are revealed.
//!
//! Whoever loses a salt loses the reservation, so it is on disk before the reservation is sent. The
//! files lie in `$XDG_DATA_HOME/agora/reservations`, one each, readable for their owner alone.

use crate::{
	chain::types::Hash,
	error::{Code, Error, Result, Shown},
	keys,
};
use serde::{Deserialize, Serialize};
use std::{
	env, fs,
	os::unix::fs::DirBuilderExt,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// A reservation's secret, and what it is good for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved {
	/// The chain it was made on.
	pub genesis: String,
	/// Who made it.
	pub account: String,
	/// The digest that is reserved.
	pub digest: String,
	/// The secret.
	pub salt: String,
	/// What the chain knows it by.
	pub commitment: String,
}

impl Saved {
	/// A reservation's record.
	pub fn new(
		genesis: Hash,
		account: &AccountId32,
		digest: Hash,
		salt: [u8; 32],
		commitment: Hash,
	) -> Self {
		Self {
			genesis: genesis.to_string(),
			account: account.to_string(),
			digest: digest.to_string(),
			salt: Hash(salt).to_string(),
			commitment: commitment.to_string(),
		}
	}
}

/// Where the user's secrets of every kind are kept; `what` names the one that is to be.
///
/// Errors: `file-not-written` where there is no home.
pub fn data_folder(what: &str) -> Result<PathBuf> {
	let absolute =
		|name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
	let data = absolute("XDG_DATA_HOME")
		.or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
		.ok_or_else(|| {
			Error::new(
				Code::FILE_NOT_WRITTEN,
				format!("there is no place to keep {what}: set HOME or XDG_DATA_HOME."),
			)
		})?;
	Ok(data.join("agora"))
}

/// The directory of saved reservations.
pub struct Store(PathBuf);

impl Store {
	/// The user's own.
	///
	/// Errors: `file-not-written` where there is no home.
	pub fn open() -> Result<Self> {
		Ok(Self(data_folder("the reservation's salt")?.join("reservations")))
	}

	fn path(&self, commitment: Hash) -> PathBuf {
		self.0.join(format!("{}.json", hex::encode(commitment.0)))
	}

	/// Save a reservation and say where.
	///
	/// Errors: `file-not-written`, `file-exists`.
	pub fn save(&self, commitment: Hash, saved: &Saved) -> Result<PathBuf> {
		let path = self.path(commitment);
		fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.0).map_err(|error| {
			Error::new(
				Code::FILE_NOT_WRITTEN,
				format!("{} cannot be made: {error}.", Shown(&self.0)),
			)
		})?;
		let text = serde_json::to_string_pretty(saved)
			.map_err(|error| Error::new(Code::INTERNAL, error.to_string()))?;
		keys::write_private(&path, format!("{text}\n").as_bytes())?;
		Ok(path)
	}

	/// Forget a reservation that is revealed or released.
	pub fn forget(&self, commitment: Hash) {
		// One that stays behind does no harm: the chain is asked before it is used.
		let _ = fs::remove_file(self.path(commitment));
	}

	/// Those for a digest, on a chain, by an account. Files that are none of ours are passed over.
	pub fn find(
		&self,
		genesis: Hash,
		account: &AccountId32,
		digest: Hash,
	) -> Vec<(Hash, [u8; 32])> {
		let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
		let mut found: Vec<(Hash, [u8; 32])> = entries
			.filter_map(|entry| read(&entry.ok()?.path()))
			.filter(|saved| {
				saved.genesis == genesis.to_string()
					&& saved.account == account.to_string()
					&& saved.digest == digest.to_string()
			})
			.filter_map(|saved| {
				let salt: Hash = saved.salt.parse().ok()?;
				Some((saved.commitment.parse().ok()?, salt.0))
			})
			.collect();
		found.sort_unstable();
		found
	}
}

fn read(path: &Path) -> Option<Saved> {
	serde_json::from_slice(&fs::read(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::fs::PermissionsExt;
	use tempfile::tempdir;

	#[test]
	fn what_is_saved_is_found_by_chain_account_and_digest() {
		let dir = tempdir().unwrap();
		let store = Store(dir.path().join("agora/reservations"));
		let account = AccountId32([7; 32]);
		let (genesis, digest, commitment) = (Hash([1; 32]), Hash([2; 32]), Hash([3; 32]));
		assert_eq!(store.find(genesis, &account, digest), []);
		let saved = Saved::new(genesis, &account, digest, [9; 32], commitment);
		let path = store.save(commitment, &saved).unwrap();
		assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
		fs::write(store.0.join("other.json"), "not ours").unwrap();
		assert_eq!(store.find(genesis, &account, digest), [(commitment, [9; 32])]);
		assert_eq!(store.find(digest, &account, digest), []);
		assert_eq!(store.find(genesis, &AccountId32([8; 32]), digest), []);
		assert_eq!(store.find(genesis, &account, genesis), []);
		assert_eq!(store.save(commitment, &saved).unwrap_err().code, Code::FILE_EXISTS);
		store.forget(commitment);
		assert_eq!(store.find(genesis, &account, digest), []);
	}
}
