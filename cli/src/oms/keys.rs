// SPDX-License-Identifier: Apache-2.0

//! Keys on the curve P-256 in PEM files, as OpenSSL makes them.

use crate::{
	error::{Code, Error, Result, Shown},
	keys::ensure_private,
};
use p256::{
	ecdsa::{
		signature::{Signer, Verifier},
		Signature, SigningKey, VerifyingKey,
	},
	pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePublicKey, LineEnding},
	SecretKey,
};
use sha2::{Digest, Sha256};
use std::{fs, io::Read, os::unix::fs::PermissionsExt, path::Path};

/// The largest key file that is read.
const MAX_BYTES: u64 = 64 << 10;

/// How to make a pair of keys that this reads.
const ADVICE: &str = "Make one with: openssl genpkey -algorithm EC -pkeyopt \
	ec_paramgen_curve:P-256 -out key.pem, and its public half with: openssl pkey -in key.pem -pubout";

/// What signs.
pub struct PrivateKey(SigningKey);

/// What checks.
pub struct PublicKey(VerifyingKey);

impl PrivateKey {
	/// Read a key from PKCS#8 (`PRIVATE KEY`) or SEC1 (`EC PRIVATE KEY`), not encrypted.
	///
	/// Errors: `unreadable-file`, `key-file-exposed`, `bad-key`.
	pub fn load(path: &Path) -> Result<Self> {
		let (text, mode) = read(path)?;
		let key = Self::parse(&text).map_err(|why| wrong(path, why))?;
		ensure_private(path, mode)?;
		Ok(key)
	}

	fn parse(text: &str) -> Result<Self, &'static str> {
		if text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED") {
			return Err(
				"it is encrypted; decrypt it with `openssl pkey -in key.pem -out plain.pem`",
			);
		}
		let key = if let Some(pem) = block(text, "PRIVATE KEY") {
			SecretKey::from_pkcs8_pem(pem).ok()
		} else if let Some(pem) = block(text, "EC PRIVATE KEY") {
			SecretKey::from_sec1_pem(pem).ok()
		} else {
			return Err("there is no private key in PEM in it");
		};
		key.map(|key| Self(key.into())).ok_or("its key is damaged, or not on the curve P-256")
	}

	/// The signature of a message, in DER.
	pub fn sign(&self, message: &[u8]) -> Vec<u8> {
		let signature: Signature = self.0.sign(message);
		signature.to_der().as_bytes().to_vec()
	}

	/// Its public half.
	pub fn public(&self) -> PublicKey {
		PublicKey(*self.0.verifying_key())
	}
}

impl PublicKey {
	/// Read a key from a PEM file (`PUBLIC KEY`).
	///
	/// Errors: `unreadable-file`, `bad-key`.
	pub fn load(path: &Path) -> Result<Self> {
		let (text, _) = read(path)?;
		Self::parse(&text).map_err(|why| wrong(path, why))
	}

	fn parse(text: &str) -> Result<Self, &'static str> {
		let pem = block(text, "PUBLIC KEY").ok_or("there is no public key in PEM in it")?;
		let key = VerifyingKey::from_public_key_pem(pem);
		key.map(Self).map_err(|_| "its key is damaged, or not on the curve P-256")
	}

	/// Is this the signature, in DER, of a message?
	pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
		Signature::from_der(signature)
			.is_ok_and(|signature| self.0.verify(message, &signature).is_ok())
	}

	/// What a bundle names a key by: the SHA-256 hash of its PEM.
	///
	/// Errors: `internal`.
	pub fn hint(&self) -> Result<String> {
		let pem = self.0.to_public_key_pem(LineEnding::LF).map_err(|error| {
			Error::new(Code::INTERNAL, format!("the public key cannot be written: {error}"))
		})?;
		Ok(hex::encode(Sha256::digest(pem)))
	}
}

/// The text of a key file, and its mode.
fn read(path: &Path) -> Result<(String, u32)> {
	let unreadable = |error: std::io::Error| Error::unreadable(path, &error);
	let metadata = fs::metadata(path).map_err(unreadable)?;
	if !metadata.is_file() {
		return Err(wrong(path, "it is no file"));
	}
	let mut text = String::new();
	let file = fs::File::open(path).map_err(unreadable)?;
	file.take(MAX_BYTES).read_to_string(&mut text).map_err(|_| wrong(path, "it is not text"))?;
	Ok((text, metadata.permissions().mode()))
}

/// The first block of PEM with this label; OpenSSL puts others before it.
fn block<'a>(text: &'a str, label: &str) -> Option<&'a str> {
	let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
	let from = text.find(&begin)?;
	let to = text.get(from..)?.find(&end)?;
	text.get(from..from + to + end.len())
}

fn wrong(path: &Path, why: &str) -> Error {
	Error::new(Code::BAD_KEY, format!("{} cannot be used as a key: {why}. {ADVICE}.", Shown(path)))
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use tempfile::tempdir;

	/// RFC 6979, appendix A.2.5, in both forms of PEM.
	pub const PKCS8: &str = "-----BEGIN PRIVATE KEY-----\n\
		MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgya+p2EW6dRZrXCFX\n\
		Z7HWk05Qw9s26JsSe4piKxIPZyGhRANCAARg/tS6JVqdMclh63TGNW1owEm4kjth\n\
		+mzmaWIuYPKftnkD/hAIuLyZpBrp6VYovGTy8bIMLX6fUXejwpTURiKZ\n\
		-----END PRIVATE KEY-----\n";
	const SEC1: &str = "-----BEGIN EC PARAMETERS-----\n\
		BggqhkjOPQMBBw==\n\
		-----END EC PARAMETERS-----\n\
		-----BEGIN EC PRIVATE KEY-----\n\
		MHcCAQEEIMmvqdhFunUWa1whV2ex1pNOUMPbNuibEnuKYisSD2choAoGCCqGSM49\n\
		AwEHoUQDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8\n\
		maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==\n\
		-----END EC PRIVATE KEY-----\n";
	const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----\n\
		MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7\n\
		Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==\n\
		-----END PUBLIC KEY-----\n";
	const P384: &str = "-----BEGIN PRIVATE KEY-----\n\
		MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDAAAAAAAAAAAAAAAAAA\n\
		AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAehZANiAAQoPB1zZc5H\n\
		iPKfjr8jTt/+rW/pl/vqX/otWMyd+nscUIsFUm9VueuyBA8FtI+20OGUdcmQYeQb\n\
		iLpS79uMFpBHGmHYZ+15lynZySzQHb0iVjDYTt4yp4+eZGZM2sUS74w=\n\
		-----END PRIVATE KEY-----\n";

	/// The key of the tests.
	pub fn key() -> PrivateKey {
		PrivateKey::parse(PKCS8).unwrap()
	}

	#[test]
	fn both_forms_of_a_key_are_the_same() {
		let (a, b) = (key(), PrivateKey::parse(SEC1).unwrap());
		assert_eq!(a.sign(b"sample"), b.sign(b"sample"));
		let public = PublicKey::parse(PUBLIC).unwrap();
		assert_eq!(a.public().hint(), public.hint());
		assert_eq!(public.hint().unwrap(), hex::encode(Sha256::digest(PUBLIC)));
	}

	#[test]
	fn signs_as_rfc_6979_says() {
		let signature = key().sign(b"sample");
		let signature = Signature::from_der(&signature).unwrap();
		assert_eq!(
			hex::encode(signature.to_bytes()),
			"efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
			 f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
		);
	}

	#[test]
	fn a_signature_is_good_for_one_message_and_key() {
		let public = key().public();
		let signature = key().sign(b"sample");
		assert!(public.verify(b"sample", &signature));
		assert!(!public.verify(b"simple", &signature));
		for index in 0..signature.len() {
			let mut changed = signature.clone();
			changed[index] ^= 1;
			assert!(!public.verify(b"sample", &changed), "byte {index}");
		}
		assert!(!public.verify(b"sample", &[]));
		assert!(!public.verify(b"sample", &[&signature[..], &[0]].concat()));
	}

	#[test]
	fn what_is_no_key_is_refused_and_not_shown() {
		let dir = tempdir().unwrap();
		let path = dir.path().join("key.pem");
		let encrypted = PKCS8.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
		let broken = PKCS8.replace("MIGH", "swordfish");
		for (text, why) in [
			("", "no private key"),
			(PUBLIC, "no private key"),
			(P384, "P-256"),
			(&encrypted, "encrypted"),
			(&broken, "P-256"),
		] {
			fs::write(&path, text).unwrap();
			let error = PrivateKey::load(&path).map(|_| ()).unwrap_err();
			assert_eq!(error.code, Code::BAD_KEY);
			assert!(error.message.contains(why), "{error}");
			assert!(!error.message.contains("swordfish"), "{error}");
		}
		fs::write(&path, PKCS8).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
		let exposed = PrivateKey::load(&path).map(|_| ()).unwrap_err();
		assert_eq!(exposed.code, Code::KEY_FILE_EXPOSED);
		fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
		assert!(PrivateKey::load(&path).is_ok());
		for wrong in [PKCS8, "", "-----BEGIN PUBLIC KEY-----"] {
			fs::write(&path, wrong).unwrap();
			assert_eq!(PublicKey::load(&path).map(|_| ()).unwrap_err().code, Code::BAD_KEY);
		}
		let none = PublicKey::load(&dir.path().join("none")).map(|_| ()).unwrap_err();
		assert_eq!(none.code, Code::UNREADABLE_FILE);
		assert_eq!(PublicKey::load(dir.path()).map(|_| ()).unwrap_err().code, Code::BAD_KEY);
	}
}
