// SPDX-License-Identifier: Apache-2.0

//! `agora referenda`: what is being decided.

mod list;
mod show;
mod state;

use super::Context;
use crate::{
	chain::governance::types::{Referendum, ReferendumIndex},
	error::{Code, Error, Result},
};
use clap::Args;

/// List the referenda that are going on, or show one with what it proposes and what it needs.
#[derive(Args)]
pub struct Options {
	/// The referendum; all that are going on if it is left out.
	#[arg(value_name = "INDEX")]
	index: Option<ReferendumIndex>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options.index {
		Some(index) => show::run(index, context).await,
		None => list::run(context).await,
	}
}

/// The referendum of a number, which must be there.
///
/// Errors: `referendum-not-found`.
pub fn existing(index: ReferendumIndex, found: Option<Referendum>) -> Result<Referendum> {
	found.ok_or_else(|| {
		Error::new(
			Code::REFERENDUM_NOT_FOUND,
			format!("there is no referendum {index}. `agora referenda` lists those going on."),
		)
	})
}
