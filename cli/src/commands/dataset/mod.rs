// SPDX-License-Identifier: Apache-2.0

//! `agora dataset`: the records of a dataset, one file per command.

mod building;
mod check_proof;
mod commit;
mod extend;
mod prove;
mod reading;
mod receipt;
mod release;
mod withdraw;

use super::Context;
use crate::{
	chain::{
		types::{ArtifactKind, ArtifactView, VersionView},
		Chain,
	},
	error::{printable, Code, Error, Result},
	reference::Reference,
};
use clap::Subcommand;
use subxt::utils::AccountId32;

/// Commit to the records of a dataset, prove them, and withdraw consent.
///
/// Records are counted from 0: the first is record 0.
#[derive(Subcommand)]
pub enum Options {
	Commit(commit::Options),
	Extend(extend::Options),
	Receipt(receipt::Options),
	Prove(prove::Options),
	CheckProof(check_proof::Options),
	Withdraw(withdraw::Options),
	Release(release::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Commit(options) => commit::run(options, context).await,
		Options::Extend(options) => extend::run(options, context).await,
		Options::Receipt(options) => receipt::run(options, context).await,
		Options::Prove(options) => prove::run(options, context).await,
		Options::CheckProof(options) => check_proof::run(options, context).await,
		Options::Withdraw(options) => withdraw::run(options, context).await,
		Options::Release(options) => release::run(options, context).await,
	}
}

/// The dataset version whose owner is to say what its records are.
///
/// Errors: `version-needed`, `artifact-not-found`, `version-not-found`, `not-owner`,
/// `kind-differs`.
async fn own_version(
	chain: &Chain,
	reference: &Reference,
	me: &AccountId32,
) -> Result<(ArtifactView, VersionView)> {
	let (artifact, version) = super::numbered(chain, reference, me).await?;
	super::ensure_owner(&artifact, me)?;
	if artifact.artifact.kind != ArtifactKind::Dataset {
		return Err(Error::new(
			Code::KIND_DIFFERS,
			format!("{} is a model, and only datasets have records.", version.reference()),
		));
	}
	Ok((artifact, version))
}

/// A receipt names its chain by the genesis hash: on another one, the same place is another record's.
///
/// Errors: `wrong-chain`.
fn ensure_chain(genesis: &str, chain: &Chain) -> Result<()> {
	let here = chain.genesis().to_string();
	if genesis == here {
		return Ok(());
	}
	Err(Error::new(
		Code::WRONG_CHAIN,
		format!(
			"the receipt is of the chain {}, and the node serves {here}. Name a node of the right chain \
			 with --node URL.",
			printable(genesis)
		),
	))
}

/// There is no commitment to the records of a version.
fn not_committed(name: &str) -> Error {
	Error::new(
		Code::NOT_COMMITTED,
		format!("{name} has no commitment to its records. `agora dataset commit` makes one."),
	)
}
