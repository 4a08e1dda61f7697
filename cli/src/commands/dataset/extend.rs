// SPDX-License-Identifier: Apache-2.0

//! `agora dataset extend`: prove that a version only appends to the records of an earlier one.

use super::{building::make, not_committed, own_version, reading};
use crate::{
	chain::{
		calls::batch_all,
		provenance::{calls, types::CommitmentView},
		types::{ArtifactView, Hash, VersionView},
		Chain,
	},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
	records::{verify_consistency, Store, Stored, Tree},
	reference::Reference,
};
use clap::Args;
use std::path::PathBuf;
use subxt::utils::AccountId32;

/// Commit a version to its records and prove that it only appends to those of an earlier version.
///
/// What contributors proved in the earlier version, or withdrew, then counts in this one too. The
/// file has to begin with the earlier version's records, unchanged and in their order. What is not
/// said about how to read it is as it was then.
#[derive(Args)]
pub struct Options {
	/// The file with the records of the new version.
	path: PathBuf,

	/// The new version, with its number.
	#[arg(long, value_name = "REF")]
	to: Reference,

	/// The version it appends to, with its number; the one before it that is committed to its records
	/// if it is left out.
	#[arg(long, value_name = "REF")]
	from: Option<Reference>,

	#[command(flatten)]
	reading: reading::Options,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let provenance = chain.provenance()?;
	let (artifact, version) = own_version(&chain, &options.to, &me).await?;
	let (previous, before) = match &options.from {
		Some(from) => earlier(&chain, from, &me, &artifact, &version).await?,
		None => newest_before(&chain, &artifact, &version).await?,
	};
	let known = provenance.commitment(version.sequence).await?;
	if let Some(known) = &known {
		ensure_alone(known, &version)?;
	}
	let stored = Store::open()?.get(before.root)?;
	let secret = stored.commitment.secret();
	let origin = options.reading.origin(&options.path, Some(&stored.commitment.origin))?;
	let (mut made, earlier) = make(origin, secret, Some(stored), context).await?;

	let commitment = &made.stored.commitment;
	let (root, count) = (commitment.root, commitment.count);
	if let Some(known) = known.as_ref().filter(|known| known.root != root) {
		return Err(Error::new(
			Code::ALREADY_COMMITTED,
			format!(
				"{} is committed to other records than these: {} with the root {}. Publish another \
				 version for these.",
				version.reference(),
				known.count,
				known.root
			),
		));
	}
	let proof = prove(&made.stored, earlier.as_ref(), &before)?;
	let extend = calls::extend_records(version.sequence, previous.sequence, &proof);
	let call = if known.is_some() {
		extend
	} else {
		batch_all(vec![calls::commit_records(version.sequence, root, count), extend])
	};
	let applied = match made.send(&call, &version, known.is_some(), &signer, &chain, context).await
	{
		Ok(applied) => applied,
		Err(error) => {
			// One that other versions have stays.
			if made.stored.commitment.versions.is_empty() {
				made.stored.forget();
			}
			return Err(error);
		}
	};
	let appended = count - before.count;
	let deposit = applied.number("RecordsExtended", "deposit");
	let mut text = format!(
		"extended     {}\nappends      {appended} records to {}\n{}",
		version.reference(),
		previous.reference(),
		made.lines()
	);
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	let mut value = made.value();
	value["reference"] = version.reference().into();
	value["sequence"] = version.sequence.into();
	value["previous"] = previous.sequence.into();
	value["previousReference"] = previous.reference().into();
	value["appended"] = appended.into();
	value["deposit"] = deposit.map(|amount| amount.to_string()).into();
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The consistency proof, checked as the chain will.
///
/// Errors: `store-damaged`.
fn prove(stored: &Stored, earlier: Option<&Stored>, before: &CommitmentView) -> Result<Vec<Hash>> {
	let damaged = || {
		Error::new(
			Code::STORE_DAMAGED,
			"the stored commitment of the earlier version is not the one on chain. Restore it from a \
			 copy.",
		)
	};
	if earlier.is_none_or(|earlier| earlier.commitment.count != before.count) {
		return Err(damaged());
	}
	let commitment = &stored.commitment;
	let proof = stored.consistency(before.count)?;
	let later = (&commitment.root.0, commitment.count);
	if !verify_consistency((&before.root.0, before.count), later, &proof) {
		return Err(damaged());
	}
	Ok(proof.into_iter().map(Hash).collect())
}

/// Refuse a version that is part of a series already.
///
/// Errors: `already-committed`.
fn ensure_alone(known: &CommitmentView, version: &VersionView) -> Result<()> {
	if known.previous.is_none() && known.next.is_none() && known.proven == 0 {
		return Ok(());
	}
	let why = if known.previous.is_some() {
		"appends to an earlier version already"
	} else if known.next.is_some() {
		"is appended to by a later version already"
	} else {
		"has records that were proven, which keep it from being joined to another"
	};
	Err(Error::new(Code::ALREADY_COMMITTED, format!("{} {why}.", version.reference())))
}

/// The version that was named, which has to be an earlier one of the same dataset that nothing
/// appends to.
///
/// Errors: those of [`own_version`], `bad-source`, `not-committed`, `already-committed`.
async fn earlier(
	chain: &Chain,
	from: &Reference,
	me: &AccountId32,
	artifact: &ArtifactView,
	version: &VersionView,
) -> Result<(VersionView, CommitmentView)> {
	let (other, previous) = own_version(chain, from, me).await?;
	if other.id != artifact.id || previous.sequence >= version.sequence {
		return Err(Error::new(
			Code::BAD_SOURCE,
			format!(
				"{} is no earlier version of the dataset of {}, so it cannot be appended to.",
				previous.reference(),
				version.reference()
			),
		));
	}
	let Some(commitment) = chain.provenance()?.commitment(previous.sequence).await? else {
		return Err(not_committed(&previous.reference()));
	};
	if let Some(next) = commitment.next {
		return Err(Error::new(
			Code::ALREADY_COMMITTED,
			format!(
				"{} is appended to by the version of sequence {next} already. Append to the last of \
				 the series.",
				previous.reference()
			),
		));
	}
	Ok((previous, commitment))
}

/// The newest of the earlier versions that is committed to its records and not appended to.
///
/// Errors: `not-committed`.
async fn newest_before(
	chain: &Chain,
	artifact: &ArtifactView,
	version: &VersionView,
) -> Result<(VersionView, CommitmentView)> {
	const PAGE: u32 = 100;
	let mut above = version.version.number;
	while above > 1 {
		let from = above.saturating_sub(PAGE).max(1);
		let page = chain.versions(artifact.id, from, above - from).await?;
		for previous in page.items.into_iter().rev() {
			if previous.version.number >= above {
				continue;
			}
			let commitment = chain.provenance()?.commitment(previous.sequence).await?;
			if let Some(commitment) = commitment.filter(|found| found.next.is_none()) {
				return Ok((previous, commitment));
			}
		}
		above = from;
	}
	Err(Error::new(
		Code::NOT_COMMITTED,
		format!(
			"{} has no earlier version that is committed to its records, so there is nothing to \
			 append to. `agora dataset commit` commits to records without that.",
			version.reference()
		),
	))
}
