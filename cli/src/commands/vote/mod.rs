// SPDX-License-Identifier: Apache-2.0

//! `agora vote`: vote on referenda, take votes back, and free what they locked.

mod cast;
mod remove;
mod unlock;

use super::{referenda, Context};
use crate::{
	amount::Amount,
	chain::governance::types::{Choice, Conviction, ReferendumIndex},
	error::{Code, Error, Result},
};
use clap::Args;

/// Vote on a referendum with tokens, take a vote back, or free what former votes locked.
///
/// Tokens that vote stay yours and can vote on other referenda as well; they cannot be spent while the
/// vote counts. With conviction they count more, and stay locked for longer if it ends as you voted.
#[derive(Args)]
pub struct Options {
	/// The referendum.
	#[arg(value_name = "INDEX", required_unless_present = "unlock")]
	index: Option<ReferendumIndex>,

	/// For it, against it, or neither.
	#[arg(
		value_name = "aye|nay|abstain",
		required_unless_present_any = ["remove", "unlock"],
		conflicts_with_all = ["remove", "unlock"]
	)]
	choice: Option<Choice>,

	/// With how much, in AGO.
	#[arg(
		long,
		value_name = "AGO",
		required_unless_present_any = ["remove", "unlock"],
		conflicts_with_all = ["remove", "unlock"]
	)]
	amount: Option<Amount>,

	/// From 0, a tenth of a vote and no lock, over 1, a vote and a lock of one period, to 6, six votes
	/// and a lock of 32 periods.
	#[arg(
		long,
		value_name = "0..6",
		default_value = "1",
		conflicts_with_all = ["remove", "unlock"]
	)]
	conviction: Conviction,

	/// Take your vote on it back, or forget it once it ended.
	#[arg(long, conflicts_with = "unlock")]
	remove: bool,

	/// Forget all your votes on referenda that ended, and free what they lock no more.
	#[arg(long, conflicts_with = "index")]
	unlock: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	if options.unlock {
		return unlock::run(context).await;
	}
	let missing = || Error::new(Code::USAGE, "say on which referendum, and how you vote.");
	let index = options.index.ok_or_else(missing)?;
	if options.remove {
		return remove::run(index, context).await;
	}
	let (choice, amount) = options.choice.zip(options.amount).ok_or_else(missing)?;
	cast::run(index, choice, amount.0, options.conviction, context).await
}
