// SPDX-License-Identifier: Apache-2.0

//! `agora dataset commit`: commit a version to its records.

use super::{building::make, own_version, reading};
use crate::{
	chain::{provenance::calls, types::VersionView, Chain},
	commands::{Context, Done},
	error::{Code, Error, Result, Shown},
	keys,
	records::{Secret, Store},
	reference::Reference,
};
use clap::Args;
use std::path::PathBuf;
use subxt_signer::sr25519::Keypair;

/// Commit a version of your dataset to its records, so that contributors can prove theirs.
///
/// The rows of CSV, JSON Lines and Parquet are records; of any other file its lines, with --format
/// lines, or blocks of a fixed size, with --blocks. Only the root of a tree of hashes and the number
/// of records go on chain. The secret that hides the records is kept, with all that is needed for
/// receipts, in $XDG_DATA_HOME/agora/records: back it up.
#[derive(Args)]
pub struct Options {
	/// The file with the records.
	path: PathBuf,

	/// The version that has these records, with its number. Without it nothing is sent.
	#[arg(long, value_name = "REF")]
	to: Option<Reference>,

	#[command(flatten)]
	reading: reading::Options,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let origin = options.reading.origin(&options.path, None)?;
	let goal = match &options.to {
		Some(reference) => Some(Goal::find(reference, context).await?),
		None => None,
	};
	// What was committed to before and never sent is taken up again, with its secret.
	let unsent = Store::open()?.unsent(&origin);
	let secret = match &unsent {
		Some(stored) => stored.commitment.secret(),
		None => Secret::random()?,
	};
	let (mut made, _) = make(origin, secret, None, context).await?;
	if let Some(stored) = unsent {
		if stored.commitment.root != made.stored.commitment.root {
			stored.forget();
		}
	}
	let mut value = made.value();
	let Some(Goal { signer, chain, version }) = goal else {
		let text = format!(
			"committed    on disk, not on chain\n{}next         agora dataset commit {} --to REF \
			 sends it\n",
			made.lines(),
			Shown(&options.path)
		);
		return context.print(&Done::new(text, value));
	};

	let commitment = &made.stored.commitment;
	let call = calls::commit_records(version.sequence, commitment.root, commitment.count);
	let applied = made.send(&call, &version, false, &signer, &chain, context).await?;
	let deposit = applied.number("RecordsCommitted", "deposit");
	let mut text = format!("committed    {}\n{}", version.reference(), made.lines());
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	value["reference"] = version.reference().into();
	value["sequence"] = version.sequence.into();
	value["deposit"] = deposit.map(|amount| amount.to_string()).into();
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The version that is to have the commitment, and who may make it.
struct Goal {
	signer: Keypair,
	chain: Chain,
	version: VersionView,
}

impl Goal {
	/// All that the chain would refuse, before the work and the fee.
	///
	/// Errors: those of [`own_version`], `no-provenance`, `already-committed`.
	async fn find(reference: &Reference, context: &mut Context<'_>) -> Result<Self> {
		let signer = context.signer()?;
		let chain = context.connect().await?;
		let (_, version) = own_version(&chain, reference, &keys::account(&signer)).await?;
		if let Some(commitment) = chain.provenance()?.commitment(version.sequence).await? {
			return Err(Error::new(
				Code::ALREADY_COMMITTED,
				format!(
					"{} is committed to {} records with the root {}, which is for ever. Publish \
					 another version for other records.",
					version.reference(),
					commitment.count,
					commitment.root
				),
			));
		}
		Ok(Self { signer, chain, version })
	}
}
