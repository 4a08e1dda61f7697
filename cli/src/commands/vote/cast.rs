// SPDX-License-Identifier: Apache-2.0

//! A vote on a referendum.

use super::referenda::existing;
use crate::{
	chain::{
		governance::{
			calls, refusal,
			types::{AccountVote, Choice, Conviction, Referendum, ReferendumIndex},
		},
		Token,
	},
	commands::{Context, Done},
	duration,
	error::Result,
	keys,
};
use serde_json::json;

/// Run the command.
pub async fn run(
	index: ReferendumIndex,
	choice: Choice,
	amount: u128,
	conviction: Conviction,
	context: &mut Context<'_>,
) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let governance = chain.governance()?;
	ensure_ongoing(index, &existing(index, governance.referendum(index).await?)?)?;
	let balance = chain.balance(&me).await?;
	affordable(amount, balance.free.saturating_add(balance.held()), &chain.token)?;
	let weight = Weight::of(choice, amount, conviction, governance.locking_period()?);
	let call = calls::vote(index, AccountVote::new(choice, amount, conviction));
	let applied = context.submit(&chain, &call, &signer).await?;
	let locked = match weight.blocks {
		0 => "until it ends, or the vote is taken back".into(),
		blocks => {
			let blocks = duration::show(blocks, chain.milliseconds_per_block());
			format!("until it ends, and if it ends as you voted for {blocks} more")
		}
	};
	let text = format!(
		"voted        {choice} on referendum {index}\namount       {}, which counts {}\nlocked       \
		 {locked}\nnext         agora referenda {index}; agora vote --unlock once it has ended\n",
		chain.token.show(amount),
		chain.token.show(weight.votes),
	);
	let value = json!({
		"index": index,
		"vote": choice,
		"amount": amount.to_string(),
		"conviction": (choice != Choice::Abstain).then_some(conviction.0),
		"votes": weight.votes.to_string(),
		"lockedBlocks": weight.blocks,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Refuse a vote on what ended.
///
/// Errors: `conviction-voting-not-ongoing`.
fn ensure_ongoing(index: ReferendumIndex, referendum: &Referendum) -> Result<()> {
	let Some((how, block)) = referendum.ended() else { return Ok(()) };
	Err(refusal("NotOngoing", format!("referendum {index} was {how} in block {block}.")))
}

/// Refuse a vote with more than the account has, or with nothing.
///
/// Errors: `conviction-voting-insufficient-funds`.
fn affordable(amount: u128, has: u128, token: &Token) -> Result<()> {
	if amount <= has && amount > 0 {
		return Ok(());
	}
	let (amount, has) = (token.show(amount), token.show(has));
	let why = format!("you have {has} to vote with, stake included, and {amount} are given.");
	Err(refusal("InsufficientFunds", why))
}

/// What a vote counts, and for how long it locks.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
	votes: u128,
	blocks: u32,
}

impl Weight {
	fn of(choice: Choice, amount: u128, conviction: Conviction, period: u32) -> Self {
		match choice {
			// It counts for support alone, as it is.
			Choice::Abstain => Self { votes: amount, blocks: 0 },
			Choice::Aye | Choice::Nay => Self {
				votes: conviction.votes(amount),
				blocks: conviction.periods().saturating_mul(period),
			},
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn conviction_weighs_and_locks() {
		let weight = |choice, conviction| {
			let weight = Weight::of(choice, 50, Conviction(conviction), 70);
			(weight.votes, weight.blocks)
		};
		assert_eq!(weight(Choice::Aye, 0), (5, 0));
		assert_eq!(weight(Choice::Nay, 1), (50, 70));
		assert_eq!(weight(Choice::Aye, 6), (300, 2_240));
		assert_eq!(weight(Choice::Abstain, 1), (50, 0));
	}

	#[test]
	fn votes_need_tokens_and_a_referendum() {
		let token = Token::default();
		assert_eq!(affordable(5, 5, &token), Ok(()));
		for amount in [0, 6] {
			let error = affordable(amount, 5, &token).unwrap_err();
			assert_eq!(error.code.as_str(), "conviction-voting-insufficient-funds");
		}
		let error = ensure_ongoing(3, &Referendum::Rejected(9, None, None)).unwrap_err();
		assert_eq!(error.code.as_str(), "conviction-voting-not-ongoing");
		assert_eq!(error.message, "referendum 3 was rejected in block 9.");
	}
}
