// SPDX-License-Identifier: Apache-2.0

//! `agora dataset check-proof`: does a receipt hold, without a transaction?

use super::{ensure_chain, not_committed};
use crate::{
	chain::{
		provenance::types::{Leaf, ProofFault, RecordState},
		Chain,
	},
	commands::{target, Context, Done},
	error::{Code, Error, Result},
	records::{Receipt, MAX_RECORD, NOBODY},
};
use clap::Args;
use serde_json::json;
use std::{
	fs::File,
	io::Read,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// Check that a record is in a version and say what became of it, without a transaction.
///
/// The receipt is checked here, against the root and count on chain, and by the chain itself.
#[derive(Args)]
pub struct Options {
	/// The receipt.
	receipt: PathBuf,

	/// The record: check as well that the receipt is of these bytes.
	#[arg(long, value_name = "FILE")]
	record: Option<PathBuf>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let receipt = load(&options.receipt, options.record.as_deref())?;
	let chain = context.connect().await?;
	let (name, state) = check(&chain, &receipt).await?;
	let contributor = receipt.contributor().map(|account| account.to_string());
	let said = match state {
		RecordState::Unproven => "its contributor has not proven it on chain",
		RecordState::Proven => "its contributor has proven it on chain",
		RecordState::Withdrawn => "its contributor has withdrawn consent to its use",
	};
	let mut text =
		format!("holds        record {} of {name}\nstate        {said}\n", receipt.index);
	if let Some(contributor) = &contributor {
		text.push_str(&format!("contributor  {contributor}\n"));
	}
	if options.record.is_some() {
		text.push_str("record       the receipt is of these bytes\n");
	}
	let value = json!({
		"reference": name,
		"sequence": receipt.version,
		"index": receipt.index,
		"root": receipt.root,
		"count": receipt.count,
		"contributor": contributor,
		"record": receipt.record,
		"recordChecked": options.record.is_some(),
		"state": state,
	});
	context.print(&Done::new(text, value))
}

/// Read a receipt and check all that can be without a chain.
///
/// Errors: those of [`Receipt::load`], `record-too-large`, `record-differs`.
pub fn load(path: &Path, record: Option<&Path>) -> Result<Receipt> {
	// As JSON a record may be longer than in its canonical form.
	const MOST: u64 = 8 * MAX_RECORD as u64;
	let receipt = Receipt::load(path)?;
	if let Some(path) = record {
		let unreadable = |error| Error::unreadable(path, &error);
		let mut bytes = Vec::new();
		let file = File::open(path).map_err(unreadable)?;
		file.take(MOST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
		if bytes.len() as u64 > MOST {
			let path = crate::error::Shown(path);
			let message = format!("{path} is no record: it has more than {MOST} bytes.");
			return Err(Error::new(Code::RECORD_TOO_LARGE, message));
		}
		receipt.ensure_record(&bytes)?;
	}
	Ok(receipt)
}

/// Check a receipt against the chain: the version's name, and what became of the record.
///
/// Errors: `wrong-chain`, `no-provenance`, `not-committed`, `proof-invalid`.
pub async fn check(chain: &Chain, receipt: &Receipt) -> Result<(String, RecordState)> {
	ensure_chain(&receipt.genesis.to_string(), chain)?;
	let version = chain.version_by_sequence(receipt.version).await?;
	let name = target::name(receipt.version, version.as_ref());
	let provenance = chain.provenance()?;
	let commitment = provenance.commitment(receipt.version).await?;
	let commitment = commitment.ok_or_else(|| not_committed(&name))?;
	let invalid = |why: &str| {
		let message = format!("the receipt does not hold for {name}: {why}.");
		Error::new(Code::PROOF_INVALID, message)
	};
	if (commitment.root, commitment.count) != (receipt.root, receipt.count) {
		return Err(invalid("the root and count on chain are others"));
	}
	let contributor = receipt.contributor().unwrap_or(AccountId32(NOBODY));
	let leaf = Leaf { contributor, record: receipt.record };
	let (index, proof) = (receipt.index, &receipt.proof);
	match provenance.verify_record(receipt.version, index, leaf, proof).await? {
		Ok(state) => Ok((name, state)),
		Err(ProofFault::NotCommitted) => Err(not_committed(&name)),
		Err(ProofFault::IndexOutOfRange) => Err(invalid("it has no record of this index")),
		Err(ProofFault::Invalid) => Err(invalid("the chain does not accept its proof")),
	}
}
