// SPDX-License-Identifier: Apache-2.0

//! `agora buy`: buy a license.

use super::{
	purchase::{self, Kind},
	Context,
};
use crate::error::Result;
use clap::Args;

/// Buy a license for an artifact, with all its versions.
///
/// First it shows what it costs, who gets what of it, and until when the price can be had back, and
/// asks. No more is paid than was shown, unless --max-price allows it, and not for other terms.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	purchase: purchase::Options,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	purchase::run(Kind::Buy, options.purchase, context).await
}
