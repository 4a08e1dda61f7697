// SPDX-License-Identifier: Apache-2.0

//! `agora offer`: licenses for sale, one file per command.

mod close;
mod create;
mod find;
mod list;
mod terms;
mod update;

pub use find::several;
pub use list::{left, offer_json, price};

use super::Context;
use crate::error::Result;
use clap::Subcommand;

/// Offer licenses for an artifact, change what an offer says, and close it.
///
/// A license covers the artifact with all its versions; what it brings goes to the vault of the
/// version that the offer names.
#[derive(Subcommand)]
pub enum Options {
	Create(create::Options),
	Update(update::Options),
	Close(close::Options),
	List(list::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Create(options) => create::run(options, context).await,
		Options::Update(options) => update::run(options, context).await,
		Options::Close(options) => close::run(options, context).await,
		Options::List(options) => list::run(options, context).await,
	}
}

#[cfg(test)]
pub mod tests {
	//! What other tests take from here.

	pub use super::{list::tests::view, terms::tests::artifact};
}
