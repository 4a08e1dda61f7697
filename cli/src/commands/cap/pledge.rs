// SPDX-License-Identifier: Apache-2.0

//! `agora cap pledge`: pledge the most that an artifact may bring.

use super::{change, Change};
use crate::{
	chain::{
		market::{calls, refusal, types::SalesView},
		Token,
	},
	commands::Context,
	error::Result,
};
use clap::Args;

/// Pledge the most that the sales of an artifact may bring, after the fee and before royalties.
///
/// It can be lowered, and never raised or taken back.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	change: Change,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	change(options.change, allowed, calls::pledge_cap, context).await
}

/// Is there no cap yet?
///
/// Errors: `market-cap-already-pledged`.
fn allowed(sales: &SalesView, _: u128, name: &str, token: &Token) -> Result<()> {
	let Some(cap) = sales.cap else { return Ok(()) };
	let why =
		format!("{name} has a cap of {}. It can be lowered: `agora cap lower`.", token.show(cap));
	Err(refusal("CapAlreadyPledged", why))
}

#[cfg(test)]
mod tests {
	use super::{super::tests::sold, *};

	#[test]
	fn a_cap_is_pledged_once() {
		let token = Token::default();
		assert_eq!(allowed(&sold(None), 5, "a/b", &token), Ok(()));
		let error = allowed(&sold(Some(100)), 5, "a/b", &token).unwrap_err();
		assert_eq!(error.code.as_str(), "market-cap-already-pledged");
	}
}
