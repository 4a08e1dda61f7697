// SPDX-License-Identifier: Apache-2.0

//! `agora dataset`: the records of a dataset, one file per command.

mod release;
mod withdraw;

use super::Context;
use crate::error::Result;
use clap::Subcommand;

/// Commit to the records of a dataset, prove them, and withdraw consent.
#[derive(Subcommand)]
pub enum Options {
	Withdraw(withdraw::Options),
	Release(release::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Withdraw(options) => withdraw::run(options, context).await,
		Options::Release(options) => release::run(options, context).await,
	}
}
