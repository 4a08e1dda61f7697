// SPDX-License-Identifier: Apache-2.0

//! `agora dataset prove`: prove on chain that one's record is in a version.

use super::check_proof::{check, load};
use crate::{
	chain::provenance::{
		calls,
		types::{Leaf, RecordState},
	},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// Prove on chain that a record of yours is in a version.
///
/// Your account and the record's digest become public, the record does not. A deposit is held for it.
/// You can withdraw your consent to the record's use later, and share in the dataset's income if its
/// owner grants that.
#[derive(Args)]
pub struct Options {
	/// The receipt that the publisher handed you.
	receipt: PathBuf,

	/// Your record: check before that the receipt is really of these bytes.
	#[arg(long, value_name = "FILE")]
	record: Option<PathBuf>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let receipt = load(&options.receipt, options.record.as_deref())?;
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let Some(contributor) = receipt.contributor().filter(|contributor| *contributor == me) else {
		let whose = receipt
			.contributor()
			.map_or_else(|| "nobody's".into(), |contributor| format!("that of {contributor}"));
		return Err(Error::new(
			Code::NOT_CONTRIBUTOR,
			format!(
				"record {} is {whose}, and {me} signs. Sign with the contributor's key.",
				receipt.index
			),
		));
	};
	let chain = context.connect().await?;
	let (name, state) = check(&chain, &receipt).await?;
	if state != RecordState::Unproven {
		return Err(Error::new(
			Code::ALREADY_PROVEN,
			format!(
				"record {} of {name} is proven already, in this version or before.",
				receipt.index
			),
		));
	}
	let leaf = Leaf { contributor, record: receipt.record };
	let call = calls::prove_record(receipt.version, receipt.index, leaf, &receipt.proof);
	let applied = context.submit(&chain, &call, &signer).await?;
	let origin = applied.number("RecordProven", "origin").and_then(|n| u64::try_from(n).ok());
	let deposit = applied.number("RecordProven", "deposit");
	let mut text = format!("proven       record {} of {name}\n", receipt.index);
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	let value = json!({
		"reference": name,
		"sequence": receipt.version,
		"index": receipt.index,
		"origin": origin,
		"contributor": me.to_string(),
		"record": receipt.record,
		"deposit": deposit.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
