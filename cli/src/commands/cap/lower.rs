// SPDX-License-Identifier: Apache-2.0

//! `agora cap lower`: lower the most that an artifact may bring.

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

/// Lower the cap of an artifact. To what it brought or below, all its licenses are free at once.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	change: Change,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	change(options.change, allowed, calls::lower_cap, context).await
}

/// Is there a cap, and is it higher?
///
/// Errors: `market-cap-not-pledged`, `market-cap-not-lower`.
fn allowed(sales: &SalesView, cap: u128, name: &str, token: &Token) -> Result<()> {
	let Some(before) = sales.cap else {
		let why = format!("{name} has no cap. `agora cap pledge` sets one.");
		return Err(refusal("CapNotPledged", why));
	};
	if cap >= before {
		let why = format!(
			"the cap of {name} is {}, and can only become less: {} is given.",
			token.show(before),
			token.show(cap)
		);
		return Err(refusal("CapNotLower", why));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::{super::tests::sold, *};

	#[test]
	fn a_cap_only_becomes_less() {
		let token = Token::default();
		let code = |cap, to| {
			let lowered = allowed(&sold(cap), to, "a/b", &token);
			lowered.map_err(|error| error.code.as_str().to_owned())
		};
		assert_eq!(code(Some(100), 99), Ok(()));
		assert_eq!(code(Some(100), 0), Ok(()));
		assert_eq!(code(Some(100), 100), Err("market-cap-not-lower".into()));
		assert_eq!(code(None, 5), Err("market-cap-not-pledged".into()));
	}
}
