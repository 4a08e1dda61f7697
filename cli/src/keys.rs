// SPDX-License-Identifier: Apache-2.0

//! Keys: where they come from and how they are kept.

use crate::{
	error::{Code, Error, Result, Shown},
	output::Output,
};
use serde::{Deserialize, Serialize};
use std::{
	fs,
	io::{Read, Write},
	os::unix::fs::{OpenOptionsExt, PermissionsExt},
	path::Path,
	str::FromStr,
};
use subxt::utils::AccountId32;
use subxt_signer::{bip39::Mnemonic, polkadot_js_compat, sr25519::Keypair, SecretUri};

/// The environment variable for a polkadot.js file's password.
pub const PASSWORD_VARIABLE: &str = "AGORA_PASSWORD";

/// The largest key file that is read.
const MAX_BYTES: u64 = 64 << 10;

/// A key file of ours: JSON, readable for its owner alone.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
	/// The account, to find the file again; checked when the file is read.
	address: String,
	/// A secret URI: a mnemonic phrase or a hex seed, perhaps with derivation.
	secret: String,
}

/// A new key and the phrase it can be made from again.
pub fn generate() -> Result<(String, Keypair)> {
	let internal = |error: &dyn std::fmt::Display| {
		Error::new(Code::INTERNAL, format!("no key could be made: {error}"))
	};
	let mut entropy = [0; 16];
	getrandom::fill(&mut entropy).map_err(|error| internal(&error))?;
	let mnemonic = Mnemonic::from_entropy(&entropy).map_err(|error| internal(&error))?;
	let pair = Keypair::from_phrase(&mnemonic, None).map_err(|error| internal(&error))?;
	Ok((mnemonic.to_string(), pair))
}

/// The account of a key.
pub fn account(pair: &Keypair) -> AccountId32 {
	AccountId32(pair.public_key().0)
}

/// Write a key file that only its owner may read, never over another file.
///
/// Errors: `file-exists`, `file-not-written`.
pub fn save(path: &Path, secret: &str, pair: &Keypair) -> Result<()> {
	let file = KeyFile { address: account(pair).to_string(), secret: secret.to_owned() };
	let text = serde_json::to_string_pretty(&file)
		.map_err(|error| Error::new(Code::INTERNAL, error.to_string()))?;
	write_private(path, format!("{text}\n").as_bytes())
}

/// Write a new file of mode 0600.
///
/// Errors: `file-exists`, `file-not-written`.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
	let opened = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
	let mut file = opened.map_err(|error| match error.kind() {
		std::io::ErrorKind::AlreadyExists => Error::new(
			Code::FILE_EXISTS,
			format!("{} exists, and is not overwritten. Choose another name.", Shown(path)),
		),
		_ => not_written(path, &error),
	})?;
	let written = file.write_all(bytes).and_then(|()| file.sync_all());
	written.map_err(|error| {
		let _ = fs::remove_file(path);
		not_written(path, &error)
	})
}

fn not_written(path: &Path, error: &std::io::Error) -> Error {
	Error::new(Code::FILE_NOT_WRITTEN, format!("{} cannot be written: {error}.", Shown(path)))
}

/// The key that `--signer` names: a file if there is one of that name, a secret URI otherwise.
///
/// What was given is never repeated in an error, as it may be a secret.
///
/// Errors: `bad-signer`, `key-file-exposed`, `unreadable-file`.
pub fn load(signer: &str, output: &mut dyn Output) -> Result<Keypair> {
	let path = Path::new(signer);
	if path.is_file() {
		return load_file(path, output);
	}
	from_uri(signer).map_err(|why| {
		Error::new(
			Code::BAD_SIGNER,
			format!(
				"the signer is neither a file nor a secret URI ({why}). Give a key file, a mnemonic \
				 phrase, a 0x seed, or on a development chain //Alice."
			),
		)
	})
}

fn from_uri(uri: &str) -> Result<Keypair, &'static str> {
	let uri = uri.trim();
	// To the library these are keys derived from the phrase that everybody knows, and to the user a
	// variable that is not set or a file that is not there.
	if uri.is_empty() {
		return Err("it is empty");
	}
	if uri.starts_with('/') && !uri.starts_with("//") {
		return Err("there is no such file");
	}
	let uri = SecretUri::from_str(uri).map_err(|_| "it cannot be parsed")?;
	Keypair::from_uri(&uri).map_err(|_| "its phrase or seed is wrong")
}

/// Refuse a secret's file whose mode lets others read it.
///
/// Errors: `key-file-exposed`.
pub fn ensure_private(path: &Path, mode: u32) -> Result<()> {
	if mode & 0o077 == 0 {
		return Ok(());
	}
	Err(Error::new(
		Code::KEY_FILE_EXPOSED,
		format!(
			"{path} may be read by others (mode {:o}). Run: chmod 600 {path}",
			mode & 0o777,
			path = Shown(path)
		),
	))
}

fn load_file(path: &Path, output: &mut dyn Output) -> Result<Keypair> {
	let unreadable = |error: std::io::Error| Error::unreadable(path, &error);
	let wrong = |why: &str| {
		Error::new(Code::BAD_SIGNER, format!("{} is not a key file: {why}.", Shown(path)))
	};
	let file = fs::File::open(path).map_err(unreadable)?;
	let mode = file.metadata().map_err(unreadable)?.permissions().mode();
	let mut text = String::new();
	file.take(MAX_BYTES).read_to_string(&mut text).map_err(|_| wrong("it is not text"))?;

	let json = serde_json::from_str::<serde_json::Value>(&text).ok();
	if json.as_ref().is_some_and(|json| json.get("encoded").is_some()) {
		// Encrypted, so that its mode matters less.
		let password = match std::env::var(PASSWORD_VARIABLE) {
			Ok(password) => password,
			Err(_) => output.secret(&format!("Password of {}: ", Shown(path)))?,
		};
		return polkadot_js_compat::decrypt_json(&text, &password).map_err(|_| {
			wrong("the password is wrong, or it is no sr25519 account of polkadot.js")
		});
	}
	ensure_private(path, mode)?;
	let Some(json) = json.filter(serde_json::Value::is_object) else {
		// A file with nothing but a secret URI in it.
		return from_uri(&text).map_err(wrong);
	};
	let file: KeyFile =
		serde_json::from_value(json).map_err(|_| wrong("its fields are not address and secret"))?;
	let pair = from_uri(&file.secret).map_err(wrong)?;
	if file.address != account(&pair).to_string() {
		return Err(wrong("its address is not that of its secret"));
	}
	Ok(pair)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::output::mock::Recorder;
	use tempfile::tempdir;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn address(signer: &str) -> Result<String> {
		load(signer, &mut Recorder::default()).map(|pair| account(&pair).to_string())
	}

	#[test]
	fn secret_uris_are_keys() {
		assert_eq!(address("//Alice").as_deref(), Ok(ALICE));
		let seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
		assert_eq!(address(seed).as_deref(), Ok(ALICE));
		let phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk//Alice";
		assert_eq!(address(phrase).as_deref(), Ok(ALICE));
	}

	#[test]
	fn a_wrong_secret_is_not_repeated() {
		for signer in ["bottom drive obey", "0xabcd", "/no/such/file-swordfish", "", " "] {
			let error = address(signer).unwrap_err();
			assert_eq!(error.code, Code::BAD_SIGNER, "{signer}");
			assert!(!error.message.contains("bottom") && !error.message.contains("swordfish"));
		}
	}

	#[test]
	fn a_new_key_is_the_same_when_read_again_and_is_private() {
		let dir = tempdir().unwrap();
		let path = dir.path().join("key.json");
		let (secret, pair) = generate().unwrap();
		save(&path, &secret, &pair).unwrap();
		assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
		assert_eq!(address(path.to_str().unwrap()).unwrap(), account(&pair).to_string());
		let before = fs::read(&path).unwrap();
		let (secret, pair) = generate().unwrap();
		assert_eq!(save(&path, &secret, &pair).unwrap_err().code, Code::FILE_EXISTS);
		assert_eq!(fs::read(&path).unwrap(), before);
	}

	#[test]
	fn files_have_three_forms() {
		let dir = tempdir().unwrap();
		let path = dir.path().join("key");
		let name = path.to_str().unwrap();
		write_private(&path, b"//Alice\n").unwrap();
		assert_eq!(address(name).as_deref(), Ok(ALICE));
		fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
		assert_eq!(address(name).unwrap_err().code, Code::KEY_FILE_EXPOSED);
		fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
		for wrong in ["", "{}", "\u{0}", r#"{"address":"5G","secret":"//Alice"}"#, "\"//Alice\""] {
			fs::write(&path, wrong).unwrap();
			assert_eq!(address(name).unwrap_err().code, Code::BAD_SIGNER, "{wrong}");
		}
	}

	#[test]
	fn a_polkadot_js_account_needs_its_password() {
		// The test account of subxt-signer, whose password is "whoisalice".
		let json = include_str!("../tests/data/alice.polkadot.json");
		let dir = tempdir().unwrap();
		let path = dir.path().join("alice.json");
		fs::write(&path, json).unwrap();
		let load = |password: &str| {
			let mut output = Recorder { secrets: vec![password.to_owned()], ..Default::default() };
			load(path.to_str().unwrap(), &mut output)
		};
		assert_eq!(account(&load("whoisalice").unwrap()).to_string(), ALICE);
		assert_eq!(load("wrong").unwrap_err().code, Code::BAD_SIGNER);
	}
}
