// SPDX-License-Identifier: Apache-2.0

//! `agora revoke`: take an attestation back.

use super::{target, Context, Done};
use crate::{
	chain::provenance::{
		calls,
		types::{AttestationId, AttestationView},
	},
	error::{Code, Error, Result},
	keys,
	reference::Target,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Take back an attestation of yours, and get its deposit back.
///
/// Also after its version was removed, which then is named by its sequence.
#[derive(Args)]
pub struct Options {
	/// The version; its sequence if it was removed.
	#[arg(value_name = "REF|SEQUENCE")]
	version: Target,

	/// The attestation's id; `agora attestations` lists them.
	attestation: AttestationId,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let provenance = chain.provenance()?;
	let found = target::find(&chain, &options.version, Some(&me)).await?;
	let (name, id) = (found.name(), options.attestation);
	let attestation = provenance.attestation(found.sequence, id).await?;
	ensure_attester(attestation.as_ref(), id, &name, &me)?;
	let call = calls::revoke(found.sequence, id);
	let applied = context.submit(&chain, &call, &signer).await?;
	let released = applied.number("AttestationRevoked", "deposit");
	let mut text = format!("revoked      attestation {id} of {name}\n");
	if let Some(released) = released {
		text.push_str(&format!("given back   {}\n", chain.token.show(released)));
	}
	let value = json!({
		"sequence": found.sequence,
		"attestation": id,
		"released": released.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Refuse what only the attester can do, before it costs a fee.
///
/// Errors: `attestation-not-found`, `not-attester`.
fn ensure_attester(
	found: Option<&AttestationView>,
	id: AttestationId,
	name: &str,
	me: &AccountId32,
) -> Result<()> {
	let Some(found) = found else {
		return Err(Error::new(
			Code::ATTESTATION_NOT_FOUND,
			format!("{name} has no attestation {id}. `agora attestations` lists those it has."),
		));
	};
	let attester = &found.attestation.attester;
	if attester == me {
		return Ok(());
	}
	Err(Error::new(
		Code::NOT_ATTESTER,
		format!(
			"attestation {id} of {name} is that of {attester}, and {me} signs. Only who made an \
			 attestation can take it back."
		),
	))
}
