// SPDX-License-Identifier: Apache-2.0

//! The file a signature is kept in: a Sigstore bundle around a DSSE envelope.

use super::{
	keys::{PrivateKey, PublicKey},
	statement::Statement,
};
use crate::error::{Code, Error, Result, Shown};
use base64::{prelude::BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};
use std::{fs, io::Read, path::Path};

const MEDIA_TYPE: &str = "application/vnd.dev.sigstore.bundle.v0.3+json";
const PAYLOAD_TYPE: &str = "application/vnd.in-toto+json";

/// The largest signature that is read: over a million files.
const MAX_BYTES: u64 = 512 << 20;

/// A signature with what it signs.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bundle {
	media_type: String,
	verification_material: Material,
	dsse_envelope: Option<Envelope>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Material {
	#[serde(default)]
	public_key: Option<KeyName>,
	#[serde(default)]
	tlog_entries: Vec<serde_json::Value>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeyName {
	#[serde(default)]
	hint: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
	payload: String,
	payload_type: String,
	signatures: Vec<Signature>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Signature {
	sig: String,
	#[serde(default)]
	keyid: Option<String>,
}

/// What is signed in place of a payload: DSSE's encoding, which says where each part ends.
fn encoding(payload: &[u8]) -> Vec<u8> {
	let head = format!("DSSEv1 {} {PAYLOAD_TYPE} {} ", PAYLOAD_TYPE.len(), payload.len());
	[head.as_bytes(), payload].concat()
}

impl Bundle {
	/// Sign a statement.
	///
	/// Errors: `internal`.
	pub fn sign(statement: &Statement, key: &PrivateKey) -> Result<Self> {
		let payload = statement.encode().map_err(|error| {
			Error::new(Code::INTERNAL, format!("the statement cannot be written: {error}"))
		})?;
		Ok(Self {
			media_type: MEDIA_TYPE.into(),
			verification_material: Material {
				public_key: Some(KeyName { hint: Some(key.public().hint()?) }),
				tlog_entries: Vec::new(),
			},
			dsse_envelope: Some(Envelope {
				signatures: vec![Signature {
					sig: BASE64_STANDARD.encode(key.sign(&encoding(&payload))),
					keyid: Some(String::new()),
				}],
				payload: BASE64_STANDARD.encode(payload),
				payload_type: PAYLOAD_TYPE.into(),
			}),
		})
	}

	/// The bytes of the file.
	///
	/// Errors: `internal`.
	pub fn encode(&self) -> Result<Vec<u8>> {
		serde_json::to_vec(self).map_err(|error| {
			Error::new(Code::INTERNAL, format!("the signature cannot be written: {error}"))
		})
	}

	/// Read a signature, of which nothing is believed yet.
	///
	/// Errors: `unreadable-file`, `bad-signature`.
	pub fn load(path: &Path) -> Result<Self> {
		let unreadable = |error: std::io::Error| Error::unreadable(path, &error);
		let invalid = |why: String| {
			Error::new(
				Code::BAD_SIGNATURE,
				format!(
					"{} is no signature of OpenSSF Model Signing: {why}. `agora export manifest \
					 --oms` makes one.",
					Shown(path)
				),
			)
		};
		if !fs::metadata(path).map_err(unreadable)?.is_file() {
			return Err(invalid("it is no file".into()));
		}
		let file = fs::File::open(path).map_err(unreadable)?;
		let mut bytes = Vec::new();
		file.take(MAX_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
		let bundle: Self =
			serde_json::from_slice(&bytes).map_err(|error| invalid(error.to_string()))?;
		if bundle.media_type != MEDIA_TYPE {
			return Err(invalid(format!("its type is {:?}, not {MEDIA_TYPE}", bundle.media_type)));
		}
		Ok(bundle)
	}

	/// What the key signed, if it did. The second is whether the signature names its key.
	///
	/// Errors: `bad-signature`, whatever is wrong: it is good or it is not.
	pub fn verify(&self, key: &PublicKey) -> Result<(Statement, bool)> {
		let bad = |why: String| {
			Error::new(Code::BAD_SIGNATURE, format!("the signature is not good: {why}."))
		};
		let material = &self.verification_material;
		let named = material.public_key.as_ref().ok_or_else(|| {
			bad("it was made with a certificate or by Sigstore, and this command checks keys. Check \
			     it with `model_signing verify`"
				.into())
		})?;
		let hint = named.hint.as_ref().filter(|hint| !hint.is_empty());
		if hint.is_some_and(|hint| Ok(hint) != key.hint().as_ref()) {
			return Err(bad("it was made with another key than this one's private half".into()));
		}
		let envelope =
			self.dsse_envelope.as_ref().ok_or_else(|| bad("it has no DSSE envelope".into()))?;
		if envelope.payload_type != PAYLOAD_TYPE {
			return Err(bad(format!("it signs {:?}, not {PAYLOAD_TYPE}", envelope.payload_type)));
		}
		let [signature] = &envelope.signatures[..] else {
			return Err(bad(format!("it has {} signatures", envelope.signatures.len())));
		};
		let decode = |text: &str| {
			BASE64_STANDARD.decode(text).map_err(|_| bad("a part of it is not base64".into()))
		};
		let payload = decode(&envelope.payload)?;
		if !key.verify(&encoding(&payload), &decode(&signature.sig)?) {
			return Err(bad(
				"the key did not sign what it says, or it was changed after that".into()
			));
		}
		Ok((Statement::decode(&payload).map_err(bad)?, hint.is_some()))
	}
}

#[cfg(test)]
mod tests {
	use super::super::{keys::tests::key, statement::Resource};
	use super::*;
	use serde_json::{json, Value};
	use tempfile::tempdir;

	fn signed() -> (Statement, Value) {
		let statement = Statement {
			name: "model".into(),
			resources: vec![Resource { name: "a".into(), sha256: [1; 32] }],
			ignored: Default::default(),
			allow_symlinks: false,
		};
		let bundle = Bundle::sign(&statement, &key()).unwrap();
		(statement, serde_json::from_slice(&bundle.encode().unwrap()).unwrap())
	}

	fn load(text: &str) -> Result<Bundle> {
		let dir = tempdir().unwrap();
		let path = dir.path().join("model.sig");
		fs::write(&path, text).unwrap();
		Bundle::load(&path)
	}

	#[test]
	fn the_encoding_is_that_of_dsse() {
		// The protocol's own example, but for the type.
		assert_eq!(
			encoding(b"hello world"),
			b"DSSEv1 28 application/vnd.in-toto+json 11 hello world"
		);
	}

	#[test]
	fn what_is_signed_is_read_and_names_its_key() {
		let (statement, value) = signed();
		let bundle = load(&value.to_string()).unwrap();
		assert_eq!(bundle.verify(&key().public()).unwrap(), (statement, true));
		assert_eq!(value["verificationMaterial"]["tlogEntries"], json!([]));
		assert_eq!(value["dsseEnvelope"]["signatures"][0]["keyid"], "");
	}

	#[test]
	fn a_change_anywhere_is_refused() {
		let (_, good) = signed();
		let verify = |value: &Value| load(&value.to_string())?.verify(&key().public());
		for (path, new, why) in [
			("/mediaType", json!("other"), "its type"),
			("/verificationMaterial/publicKey/hint", json!("00"), "another key"),
			("/verificationMaterial", json!({"certificate": {}}), "certificate"),
			("/dsseEnvelope", Value::Null, "envelope"),
			("/dsseEnvelope/payloadType", json!("text/plain"), "it signs"),
			("/dsseEnvelope/payload", json!("e30="), "did not sign"),
			("/dsseEnvelope/payload", json!("{}"), "base64"),
			("/dsseEnvelope/signatures", json!([]), "0 signatures"),
			("/dsseEnvelope/signatures/0/sig", json!(""), "did not sign"),
			("/dsseEnvelope/signatures/0/sig", json!("ä"), "base64"),
		] {
			let mut value = good.clone();
			*value.pointer_mut(path).unwrap() = new;
			let error = verify(&value).map(|_| ()).unwrap_err();
			assert_eq!(error.code, Code::BAD_SIGNATURE, "{path}");
			assert!(error.message.contains(why), "{path}: {error}");
		}
		// Older ones do not name their key.
		let mut value = good.clone();
		value["verificationMaterial"]["publicKey"] = json!({});
		assert!(!verify(&value).unwrap().1);
		// Every bit of what is signed counts.
		let payload = good["dsseEnvelope"]["payload"].as_str().unwrap();
		let payload = BASE64_STANDARD.decode(payload).unwrap();
		for index in 0..payload.len() {
			let mut changed = payload.clone();
			changed[index] ^= 1;
			let mut value = good.clone();
			value["dsseEnvelope"]["payload"] = BASE64_STANDARD.encode(changed).into();
			assert!(verify(&value).is_err(), "byte {index}");
		}
	}

	#[test]
	fn what_is_no_signature_is_refused() {
		for text in ["", "[]", "{}", "\u{0}", r#"{"mediaType":1}"#] {
			assert_eq!(load(text).map(|_| ()).unwrap_err().code, Code::BAD_SIGNATURE, "{text}");
		}
		let dir = tempdir().unwrap();
		let code = |path: &Path| Bundle::load(path).map(|_| ()).unwrap_err().code;
		assert_eq!(code(dir.path()), Code::BAD_SIGNATURE);
		assert_eq!(code(&dir.path().join("none")), Code::UNREADABLE_FILE);
	}
}
