// SPDX-License-Identifier: Apache-2.0

//! `agora dataset withdraw`: withdraw consent to the use of a record.

use super::ensure_chain;
use crate::{
	chain::{
		provenance::{calls, types::RecordView},
		types::Sequence,
		Chain,
	},
	commands::{numbered, target, Context, Done},
	error::{Code, Error, Result, Shown},
	keys,
	records::RECEIPT_FORMAT,
	reference::Reference,
};
use clap::Args;
use serde::Deserialize;
use serde_json::json;
use std::{
	fs::File,
	io::Read,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// Withdraw your consent to the use of a record that you proved.
///
/// It is for ever. The version, every version of the dataset that has the record, and all that
/// derives from them are shown with it from then on, and the version can only be cited by a dataset
/// that leaves records out. What was made from the record before is not undone.
#[derive(Args)]
pub struct Options {
	/// The version, with its number.
	#[arg(value_name = "REF", required_unless_present = "receipt", requires = "index")]
	reference: Option<Reference>,

	/// The record's place among the records of the version, from 0.
	index: Option<u64>,

	/// The receipt of the record, which names both.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["reference", "index"])]
	receipt: Option<PathBuf>,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
}

/// What a receipt says of where its record is.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Place {
	version: Sequence,
	index: u64,
	/// The chain, unless it is left open.
	genesis: Option<String>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let place = options.receipt.as_deref().map(read_place).transpose()?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	chain.provenance()?;
	let place = match (place, &options.reference, options.index) {
		(Some(place), ..) => {
			if let Some(genesis) = &place.genesis {
				ensure_chain(genesis, &chain)?;
			}
			place
		}
		(None, Some(reference), Some(index)) => {
			let (_, version) = numbered(&chain, reference, &me).await?;
			Place { version: version.sequence, index, genesis: None }
		}
		_ => return Err(Error::new(Code::USAGE, "give REF and INDEX, or --receipt FILE.")),
	};
	let name = target::called(&chain, place.version).await?;
	let record = own(&chain, &place, &name, &me).await?;
	if !options.yes {
		context.output.confirm(&format!(
			"Consent to record {} of {name} will be withdrawn for ever, and all that derives from \
			 it shows it.",
			place.index
		))?;
	}

	let call = calls::withdraw_consent(place.version, place.index);
	let applied = context.submit(&chain, &call, &signer).await?;
	let mut text = format!("withdrawn    consent to record {} of {name}\n", place.index);
	if record.origin != place.version {
		let origin = target::called(&chain, record.origin).await?;
		text.push_str(&format!("first in     {origin}\n"));
	}
	text.push_str("for ever     this version and all that derives from it show it from now on\n");
	let value = json!({
		"reference": name,
		"sequence": place.version,
		"index": place.index,
		"origin": record.origin,
		"contributor": record.contributor.to_string(),
		"withdrawn": true,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The record, which must be proven, the signer's, and not withdrawn: all that the chain would
/// refuse, before it costs a fee.
///
/// Errors: `no-provenance`, `not-committed`, `index-out-of-range`, `record-not-proven`,
/// `not-contributor`, `consent-withdrawn`.
async fn own(chain: &Chain, place: &Place, name: &str, me: &AccountId32) -> Result<RecordView> {
	let provenance = chain.provenance()?;
	let Place { version, index, .. } = *place;
	let Some(commitment) = provenance.commitment(version).await? else {
		return Err(Error::new(
			Code::NOT_COMMITTED,
			format!("{name} has no commitment to its records, so that none was proven in it."),
		));
	};
	if index >= commitment.count {
		return Err(Error::new(
			Code::INDEX_OUT_OF_RANGE,
			format!(
				"{name} has {} records, and their indices begin with 0: there is no {index}.",
				commitment.count
			),
		));
	}
	let Some(record) = provenance.record(version, index).await? else {
		return Err(Error::new(
			Code::RECORD_NOT_PROVEN,
			format!(
				"nobody proved record {index} of {name}, so that there is no consent to withdraw. \
				 `agora dataset prove` proves it."
			),
		));
	};
	if record.contributor != *me {
		return Err(Error::new(
			Code::NOT_CONTRIBUTOR,
			format!(
				"record {index} of {name} is that of {}, and {me} signs. Sign with the \
				 contributor's key.",
				record.contributor
			),
		));
	}
	if record.withdrawn {
		return Err(Error::new(
			Code::CONSENT_WITHDRAWN,
			format!("consent to record {index} of {name} was withdrawn before."),
		));
	}
	Ok(record)
}

/// The largest receipt that is read.
const MAX_RECEIPT: u64 = 1 << 20;

/// Where the record of a receipt is.
///
/// Errors: `bad-receipt`.
fn read_place(path: &Path) -> Result<Place> {
	let wrong = |why: &dyn std::fmt::Display| {
		Error::new(
			Code::BAD_RECEIPT,
			format!(
				"{} is no receipt of a record: {why}. `agora dataset receipt` writes them.",
				Shown(path)
			),
		)
	};
	let file = File::open(path).map_err(|error| wrong(&error))?;
	let mut bytes = Vec::new();
	file.take(MAX_RECEIPT + 1).read_to_end(&mut bytes).map_err(|error| wrong(&error))?;
	if bytes.len() as u64 > MAX_RECEIPT {
		return Err(wrong(&format!("it has more than {MAX_RECEIPT} bytes")));
	}
	let json: serde_json::Value = serde_json::from_slice(&bytes).map_err(|error| wrong(&error))?;
	if json["format"] != RECEIPT_FORMAT {
		return Err(wrong(&format!("its format is not {RECEIPT_FORMAT}")));
	}
	Place::deserialize(json).map_err(|error| wrong(&error))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_receipt_says_where_its_record_is() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("receipt.json");
		let read = |text: &str| {
			std::fs::write(&path, text).unwrap();
			read_place(&path)
		};
		let right = r#"{"format":"agora-record-receipt/1","version":7,"index":3,"proof":[]}"#;
		assert_eq!(read(right), Ok(Place { version: 7, index: 3, genesis: None }));
		let here = right.replace("\"proof\":[]", "\"genesis\":\"0x12\"");
		assert_eq!(read(&here).unwrap().genesis.as_deref(), Some("0x12"));
		for wrong in [
			"",
			"[]",
			"{}",
			r#"{"version":7,"index":3}"#,
			r#"{"format":"agora-record-receipt/2","version":7,"index":3}"#,
			r#"{"format":"agora-record-receipt/1","version":7}"#,
			r#"{"format":"agora-record-receipt/1","version":-7,"index":3}"#,
			r#"{"format":"agora-record-receipt/1","version":7,"index":3,"genesis":7}"#,
			r#"{"format":"agora-record-receipt/1","version":7,"index":18446744073709551616}"#,
		] {
			assert_eq!(read(wrong).unwrap_err().code, Code::BAD_RECEIPT, "{wrong}");
		}
		assert_eq!(read_place(dir.path()).unwrap_err().code, Code::BAD_RECEIPT);
		let large = format!("{right}{}", " ".repeat(1 << 20));
		assert_eq!(read(&large).unwrap_err().code, Code::BAD_RECEIPT);
	}
}
