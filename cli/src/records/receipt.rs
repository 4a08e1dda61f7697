// SPDX-License-Identifier: Apache-2.0

//! What a contributor is handed: the proof that their record is in a version.

use super::{
	input::{Account, NOBODY},
	json,
	proof::{verify_inclusion, Tree},
	record_digest,
	store::{Published, Stored},
	tree::leaf_hash,
	MAX_RECORDS,
};
use crate::{
	chain::types::{Hash, Sequence},
	error::{printable, Code, Error, Result, Shown},
	reference::parse_account,
};
use serde::{Deserialize, Serialize};
use std::{fs, io::Read, path::Path};
use subxt::utils::AccountId32;

/// What a receipt is called in its own words.
pub const FORMAT: &str = "agora-record-receipt/1";

/// The most bytes of a receipt.
const MAX_SIZE: u64 = 64 << 10;

/// The most siblings of a proof.
const MAX_PROOF: usize = 32;

/// Proves that a record is in a version to who has the record, and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
	format: String,
	/// The chain.
	pub genesis: Hash,
	/// The version's sequence.
	pub version: Sequence,
	/// The version's name, for people.
	pub reference: String,
	/// The root that the version committed to.
	pub root: Hash,
	/// How many records that has.
	pub count: u64,
	/// Which of them this is, from 0.
	pub index: u64,
	/// Who contributed it; none if that is not known.
	contributor: Option<String>,
	/// The salt of this record alone.
	pub salt: Hash,
	/// The record's digest: the hash of the salt and its canonical bytes.
	pub record: Hash,
	/// The siblings on the way to the root, lowest first.
	pub proof: Vec<Hash>,
}

impl Receipt {
	/// The receipt of a record. What is stored is checked as the receiver will.
	///
	/// Errors: `index-out-of-range`, `store-damaged`.
	pub fn new(stored: &Stored, version: &Published, index: u64) -> Result<Self> {
		let commitment = &stored.commitment;
		if index >= commitment.count {
			return Err(Error::new(
				Code::INDEX_OUT_OF_RANGE,
				format!(
					"there is no record {index}: {} has {} records, and the first is 0.",
					printable(&version.reference),
					commitment.count
				),
			));
		}
		let (contributor, record) = stored.leaf(index)?;
		let receipt = Self {
			format: FORMAT.into(),
			genesis: version.genesis,
			version: version.version,
			reference: version.reference.clone(),
			root: commitment.root,
			count: commitment.count,
			index,
			contributor: (contributor != NOBODY).then(|| AccountId32(contributor).to_string()),
			salt: Hash(commitment.secret().salt(index)),
			record: Hash(record),
			proof: stored.inclusion(index)?.into_iter().map(Hash).collect(),
		};
		receipt.check(&contributor).map_err(|_| {
			Error::new(
				Code::STORE_DAMAGED,
				format!(
					"the commitment stored in {} is damaged: its leaves do not lead to its root.",
					Shown(stored.folder())
				),
			)
		})?;
		Ok(receipt)
	}

	/// Read a receipt and check that its parts fit together.
	///
	/// Errors: `unreadable-file`, `bad-receipt`, `proof-invalid`.
	pub fn load(path: &Path) -> Result<Self> {
		let unreadable = |error| Error::unreadable(path, &error);
		let mut bytes = Vec::new();
		let file = fs::File::open(path).map_err(unreadable)?;
		file.take(MAX_SIZE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
		let wrong = |why: &str| {
			let path = Shown(path);
			Error::new(Code::BAD_RECEIPT, format!("{path} is no receipt of a record: {why}."))
		};
		if bytes.len() as u64 > MAX_SIZE {
			return Err(wrong(&format!("it has more than {MAX_SIZE} bytes")));
		}
		let receipt: Self = serde_json::from_slice(&bytes)
			.map_err(|error| wrong(&printable(&error.to_string())))?;
		if receipt.format != FORMAT {
			return Err(wrong(&format!("its format is {:?}", printable(&receipt.format))));
		}
		if receipt.count > MAX_RECORDS || receipt.proof.len() > MAX_PROOF {
			return Err(wrong("its numbers are larger than any version's"));
		}
		let contributor = match &receipt.contributor {
			None => NOBODY,
			Some(text) => parse_account(text).map_err(|why| wrong(&printable(&why)))?.0,
		};
		receipt.check(&contributor)?;
		Ok(receipt)
	}

	/// Check that the proof leads to the root.
	fn check(&self, contributor: &Account) -> Result<()> {
		let leaf = leaf_hash(contributor, &self.record.0);
		let proof: Vec<_> = self.proof.iter().map(|hash| hash.0).collect();
		if verify_inclusion(&self.root.0, self.count, self.index, &leaf, &proof) {
			return Ok(());
		}
		Err(Error::new(
			Code::PROOF_INVALID,
			"the receipt proves nothing: its leaf and siblings do not lead to its root. Ask the \
			 publisher for another.",
		))
	}

	/// Who contributed the record, if that is known.
	pub fn contributor(&self) -> Option<AccountId32> {
		self.contributor.as_deref().and_then(|text| parse_account(text).ok())
	}

	/// Check that the receipt is that of the record in these bytes: as they are, without the line
	/// break at their end, or as the canonical form of the JSON object they hold.
	///
	/// Errors: `record-differs`.
	pub fn ensure_record(&self, bytes: &[u8]) -> Result<()> {
		let is_it = |record: &[u8]| record_digest(&self.salt.0, record) == self.record.0;
		let line = bytes.strip_suffix(b"\n").map(|line| line.strip_suffix(b"\r").unwrap_or(line));
		let mut canonical = Vec::new();
		let object = json::record(bytes, None, &mut canonical).is_ok();
		if is_it(bytes) || line.is_some_and(is_it) || object && is_it(&canonical) {
			return Ok(());
		}
		Err(Error::new(
			Code::RECORD_DIFFERS,
			format!(
				"these bytes are not record {} of {}. A row of CSV, JSON Lines or Parquet is a JSON \
				 object of its columns, and the values of CSV are all strings: see docs/records.md.",
				self.index,
				printable(&self.reference)
			),
		))
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::{
			commit::{commit, Contributors},
			input::{Format, Reading},
			secret::Secret,
			store::{Commitment, Origin, Store},
		},
		*,
	};
	use serde_json::{json, Value};
	use tempfile::tempdir;

	fn stored(folder: &Path) -> Stored {
		let file = folder.join("people.csv");
		fs::write(&file, "name,age\nAda,36\nAlan,41\nGrace,85\n").unwrap();
		let origin = Origin {
			file: file.to_string_lossy().into_owned(),
			reading: Reading { format: Format::Csv, header: true, block: None },
			contributor: None,
			contributor_column: None,
			contributors: None,
		};
		let secret = Secret::new([3; 32]);
		let draft = Store::at(&folder.join("records")).begin().unwrap();
		let all = Contributors::All([7; 32]);
		let built =
			commit(&file, &origin.reading, &all, &secret, &draft.files, None, &mut |_| ()).unwrap();
		draft.finish(&Commitment::new(built.root, built.count, &secret, origin)).unwrap()
	}

	fn version() -> Published {
		Published { genesis: Hash([1; 32]), version: 7, reference: "alice/people@1".into() }
	}

	#[test]
	fn a_receipt_proves_its_record_and_no_other() {
		let dir = tempdir().unwrap();
		let stored = stored(dir.path());
		let path = dir.path().join("receipt.json");
		for (index, record) in [
			(0, r#"{"age":"36","name":"Ada"}"#),
			(1, "{ \"name\": \"Alan\", \"age\": \"41\" }\n"),
			(2, "{\"age\":\"85\",\"name\":\"Grace\"}\r\n"),
		] {
			let receipt = Receipt::new(&stored, &version(), index).unwrap();
			fs::write(&path, serde_json::to_string_pretty(&receipt).unwrap()).unwrap();
			let loaded = Receipt::load(&path).unwrap();
			assert_eq!(loaded, receipt);
			assert_eq!(loaded.contributor(), Some(AccountId32([7; 32])));
			loaded.ensure_record(record.as_bytes()).unwrap();
			for other in ["", "{}", "Ada,36", r#"{"age":36,"name":"Ada"}"#] {
				let error = loaded.ensure_record(other.as_bytes()).unwrap_err();
				assert_eq!(error.code, Code::RECORD_DIFFERS);
			}
		}
		let error = Receipt::new(&stored, &version(), 3).unwrap_err();
		assert_eq!(error.code, Code::INDEX_OUT_OF_RANGE);
	}

	#[test]
	fn changed_receipts_are_refused() {
		let dir = tempdir().unwrap();
		let receipt = Receipt::new(&stored(dir.path()), &version(), 1).unwrap();
		let right = serde_json::to_value(&receipt).unwrap();
		let path = dir.path().join("receipt.json");
		let other = Hash([8; 32]).to_string();
		let siblings = right["proof"].as_array().unwrap();
		let swapped: Vec<&Value> = siblings.iter().rev().collect();
		for (key, value, code) in [
			("format", json!("agora-record-receipt/2"), Code::BAD_RECEIPT),
			("index", json!(0), Code::PROOF_INVALID),
			("index", json!(3), Code::PROOF_INVALID),
			("index", json!(u64::MAX), Code::PROOF_INVALID),
			("index", json!(-1), Code::BAD_RECEIPT),
			("count", json!(5), Code::PROOF_INVALID),
			("count", json!(0), Code::PROOF_INVALID),
			("count", json!(u64::MAX), Code::BAD_RECEIPT),
			("root", json!(other), Code::PROOF_INVALID),
			("record", json!(other), Code::PROOF_INVALID),
			("contributor", Value::Null, Code::PROOF_INVALID),
			("contributor", json!(AccountId32([9; 32]).to_string()), Code::PROOF_INVALID),
			("contributor", json!("Alan"), Code::BAD_RECEIPT),
			("proof", json!(swapped), Code::PROOF_INVALID),
			("proof", json!([]), Code::PROOF_INVALID),
			("proof", json!([other]), Code::PROOF_INVALID),
			("proof", json!(vec![other.clone(); 33]), Code::BAD_RECEIPT),
			("salt", json!("0x12"), Code::BAD_RECEIPT),
			("more", json!(1), Code::BAD_RECEIPT),
		] {
			let mut changed = right.clone();
			changed[key] = value;
			fs::write(&path, changed.to_string()).unwrap();
			assert_eq!(Receipt::load(&path).unwrap_err().code, code, "{changed}");
		}
		for text in ["", "{}", "[]", "\u{0}", &" ".repeat(70_000)] {
			fs::write(&path, text).unwrap();
			assert_eq!(Receipt::load(&path).unwrap_err().code, Code::BAD_RECEIPT);
		}
	}

	#[test]
	fn a_damaged_store_gives_no_receipt() {
		let dir = tempdir().unwrap();
		let stored = stored(dir.path());
		let leaves = stored.folder().join("leaves");
		let mut bytes = fs::read(&leaves).unwrap();
		bytes[100] ^= 1;
		fs::write(&leaves, bytes).unwrap();
		let error = Receipt::new(&stored, &version(), 0).unwrap_err();
		assert_eq!(error.code, Code::STORE_DAMAGED);
	}
}
