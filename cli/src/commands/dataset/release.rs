// SPDX-License-Identifier: Apache-2.0

//! `agora dataset release`: give deposits back once a version was removed.

use crate::{
	chain::{
		provenance::{calls, Provenance},
		Chain,
	},
	commands::{
		target::{self, Found},
		Context, Done,
	},
	error::{Code, Error, Result},
	reference::Target,
};
use clap::Args;
use serde_json::json;

/// Give back the deposit for the records of a removed version, or for one record that was proven.
///
/// Anybody may do it: the deposit goes to whoever made it. First the commitment, once the version
/// was removed with `agora remove` and no other extends it; then, with INDEX, each record proven in
/// it. A removed version has no reference any more: name it by its sequence.
#[derive(Args)]
pub struct Options {
	/// The removed version.
	#[arg(value_name = "REF|SEQUENCE")]
	version: Target,

	/// The record whose deposit is given back; without it that of the commitment.
	index: Option<u64>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = crate::keys::account(&signer);
	let chain = context.connect().await?;
	let provenance = chain.provenance()?;
	let found = target::find(&chain, &options.version, Some(&me)).await?;
	ensure_removed(&found)?;
	let (sequence, name) = (found.sequence, found.name());
	let (call, event, receiver, what) = match options.index {
		None => {
			ensure_last(&chain, &provenance, &found).await?;
			let call = calls::release_commitment(sequence);
			(call, "CommitmentReleased", "depositor", format!("the records of {name}"))
		}
		Some(index) => {
			ensure_no_commitment(&provenance, &found).await?;
			let call = calls::release_record(sequence, index);
			(call, "RecordReleased", "contributor", format!("record {index} of {name}"))
		}
	};
	let applied = context.submit(&chain, &call, &signer).await?;
	let released = applied.number(event, "deposit");
	let receiver = applied.account(event, receiver);
	let mut text = format!("released     {what}\n");
	if let (Some(released), Some(receiver)) = (released, &receiver) {
		text.push_str(&format!("given back   {} to {receiver}\n", chain.token.show(released)));
	}
	let value = json!({
		"sequence": sequence,
		"index": options.index,
		"released": released.map(|amount| amount.to_string()),
		"account": receiver.map(|account| account.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Errors: `still-needed`.
fn ensure_removed(found: &Found) -> Result<()> {
	let Some(version) = &found.version else { return Ok(()) };
	let name = version.reference();
	Err(Error::new(
		Code::STILL_NEEDED,
		format!(
			"{name} is still there, and its deposits with it. Once it was removed with `agora remove \
			 {name}`, name it by its sequence, {}.",
			found.sequence
		),
	))
}

/// Errors: `not-committed`, `still-needed`.
async fn ensure_last(chain: &Chain, provenance: &Provenance<'_>, found: &Found) -> Result<()> {
	let name = found.name();
	let Some(commitment) = provenance.commitment(found.sequence).await? else {
		return Err(Error::new(
			Code::NOT_COMMITTED,
			format!(
				"{name} has no commitment to records: it never had one, or it was released before."
			),
		));
	};
	let Some(next) = commitment.next else { return Ok(()) };
	let version = chain.version_by_sequence(next).await?;
	Err(Error::new(
		Code::STILL_NEEDED,
		format!(
			"{} extends the records of {name}. Remove and release that one first.",
			target::name(next, version.as_ref())
		),
	))
}

/// Errors: `still-needed`.
async fn ensure_no_commitment(provenance: &Provenance<'_>, found: &Found) -> Result<()> {
	if provenance.commitment(found.sequence).await?.is_none() {
		return Ok(());
	}
	Err(Error::new(
		Code::STILL_NEEDED,
		format!(
			"the commitment to the records of {} is still there. Release it first: agora dataset \
			 release {}",
			found.name(),
			found.sequence
		),
	))
}
