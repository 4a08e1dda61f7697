// SPDX-License-Identifier: Apache-2.0

//! A vote taken back.

use crate::{
	chain::governance::{
		calls, refusal,
		types::{ReferendumIndex, TrackId, Voting},
	},
	commands::{Context, Done},
	error::Result,
	keys,
};
use serde_json::json;
use std::collections::BTreeMap;

/// Run the command.
pub async fn run(index: ReferendumIndex, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let governance = chain.governance()?;
	let votes = governance.votes(&me).await?;
	let track = track(index, &votes)
		.ok_or_else(|| refusal("NotVoter", format!("{me} has no vote on referendum {index}.")))?;
	let call = calls::remove_vote(track, index);
	let applied = context.submit(&chain, &call, &signer).await?;
	let text =
		format!("removed      the vote on referendum {index}\nnext         agora vote --unlock\n");
	let value = json!({ "index": index, "track": track });
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The track on which the account voted on a referendum.
fn track(index: ReferendumIndex, votes: &BTreeMap<TrackId, Voting>) -> Option<TrackId> {
	let on = |voting: &Voting| voting.votes().iter().any(|(on, _)| *on == index);
	votes.iter().find(|(_, voting)| on(voting)).map(|(track, _)| *track)
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::chain::governance::types::{AccountVote, Casting, Choice, Conviction, Prior};

	/// Votes with seven planck on these referenda.
	pub fn casting(on: &[ReferendumIndex], prior: Prior) -> Voting {
		let vote = AccountVote::new(Choice::Aye, 7, Conviction(1));
		let votes = on.iter().map(|index| (*index, vote)).collect();
		Voting::Casting(Casting { votes, prior })
	}

	#[test]
	fn the_track_of_a_vote_is_found() {
		let none = Prior(0, 0);
		let votes = [(0, casting(&[2], none)), (4, casting(&[3, 5], none))].into();
		let found = [2, 3, 4, 5].map(|index| track(index, &votes));
		assert_eq!(found, [Some(0), Some(4), None, Some(4)]);
	}
}
