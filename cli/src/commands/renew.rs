// SPDX-License-Identifier: Apache-2.0

//! `agora renew`: let a license last longer.

use super::{
	purchase::{self, Kind},
	Context,
};
use crate::error::Result;
use clap::Args;

/// Let a license last longer, or again.
///
/// The new time begins where the old one ends, or now if that is over. It shows and asks what
/// `agora buy` does.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	purchase: purchase::Options,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	purchase::run(Kind::Renew, options.purchase, context).await
}
