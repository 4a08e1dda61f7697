// SPDX-License-Identifier: Apache-2.0

//! What former votes locked, freed.

use crate::{
	chain::{
		calls::{batch_all, Call},
		governance::{
			calls,
			types::{ReferendumIndex, TrackId, Voting},
			Governance,
		},
		Token,
	},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use serde_json::{json, Value};
use std::collections::BTreeMap;
use subxt::utils::AccountId32;

/// Run the command.
pub async fn run(context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let governance = chain.governance()?;
	let locks = governance.locks(&me).await?;
	let forgotten = ended(&governance, &governance.votes(&me).await?).await?;
	if locks.is_empty() && forgotten.is_empty() {
		return Err(Error::new(
			Code::NOTHING_LOCKED,
			format!("no vote of {me} locks anything, and none is on a referendum that ended."),
		));
	}
	let call = batch_all(unlocking(&forgotten, &locks, &me));
	let applied = context.submit(&chain, &call, &signer).await?;
	// What is left is known once the block is.
	let left = match applied.receipt.finalized {
		true => Some(Left::read(&me, context).await?),
		false => None,
	};
	let before = locks.values().copied().max().unwrap_or_default();
	let votes = match forgotten.len() {
		1 => "1 vote on a referendum that ended".into(),
		many => format!("{many} votes on referenda that ended"),
	};
	let mut text = format!(
		"account      {me}\nforgotten    {votes}\nlocked       {} before\n",
		chain.token.show(before)
	);
	if let Some(left) = &left {
		text.push_str(&left.text(&chain.token));
	}
	let removed: Vec<ReferendumIndex> = forgotten.iter().map(|(_, index)| *index).collect();
	let value = json!({
		"account": me.to_string(),
		"removed": removed,
		"lockedBefore": before.to_string(),
		"locked": left.as_ref().map(|left| left.amount.to_string()),
		"tracks": left.as_ref().map(Left::json),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The votes on referenda that ended, by track.
async fn ended(
	governance: &Governance<'_>,
	votes: &BTreeMap<TrackId, Voting>,
) -> Result<Vec<(TrackId, ReferendumIndex)>> {
	let mut found = Vec::new();
	for (track, voting) in votes {
		for (index, _) in voting.votes() {
			let referendum = governance.referendum(*index).await?;
			if referendum.is_none_or(|referendum| referendum.ended().is_some()) {
				found.push((*track, *index));
			}
		}
	}
	Ok(found)
}

/// Votes are forgotten first, so that they lock what they still do and no more.
fn unlocking(
	forgotten: &[(TrackId, ReferendumIndex)],
	locks: &BTreeMap<TrackId, u128>,
	me: &AccountId32,
) -> Vec<Call> {
	let removals = forgotten.iter().map(|(track, index)| calls::remove_vote(*track, *index));
	removals.chain(locks.keys().map(|track| calls::unlock(*track, me))).collect()
}

/// What stays locked.
struct Left {
	/// The most on any track, which is what the account cannot spend.
	amount: u128,
	/// Each track with how much, and until which block, as far as that is known.
	tracks: Vec<(TrackId, u128, Option<u32>)>,
}

impl Left {
	/// As it is in the newest block.
	async fn read(me: &AccountId32, context: &mut Context<'_>) -> Result<Self> {
		let chain = context.connect().await?;
		let governance = chain.governance()?;
		Ok(Self::of(&governance.locks(me).await?, &governance.votes(me).await?))
	}

	fn of(locks: &BTreeMap<TrackId, u128>, votes: &BTreeMap<TrackId, Voting>) -> Self {
		let tracks = locks.iter().map(|(track, amount)| {
			// A vote that counts locks until it does no more.
			let until = votes.get(track).filter(|voting| voting.votes().is_empty());
			let until = until.map(|voting| voting.prior().0).filter(|block| *block > 0);
			(*track, *amount, until)
		});
		let amount = locks.values().copied().max().unwrap_or_default();
		Self { amount, tracks: tracks.collect() }
	}

	fn text(&self, token: &Token) -> String {
		let mut text = String::new();
		for (track, amount, until) in &self.tracks {
			let until = match until {
				Some(block) => format!("until block {block}"),
				None => "while you vote".into(),
			};
			text.push_str(&format!(
				"still locked {} on track {track}, {until}\n",
				token.show(*amount)
			));
		}
		if self.tracks.is_empty() {
			text.push_str("still locked nothing\n");
		}
		text
	}

	fn json(&self) -> Value {
		let tracks = self.tracks.iter().map(
			|(track, amount, until)| json!({ "track": track, "amount": amount.to_string(), "until": until }),
		);
		tracks.collect()
	}
}

#[cfg(test)]
mod tests {
	use super::{super::remove::tests::casting, *};
	use crate::chain::governance::types::Prior;

	const ME: AccountId32 = AccountId32([1; 32]);

	#[test]
	fn votes_are_forgotten_before_their_track_is_unlocked() {
		let calls = unlocking(&[(1, 3), (1, 4)], &[(1, 7), (2, 9)].into(), &ME);
		let names: Vec<_> = calls.iter().map(|call| call.call_name()).collect();
		assert_eq!(names, ["remove_vote", "remove_vote", "unlock", "unlock"]);
	}

	#[test]
	fn what_stays_locked_says_until_when() {
		let votes = [(1, casting(&[], Prior(90, 7))), (2, casting(&[5], Prior(0, 0)))].into();
		let left = Left::of(&[(1, 7), (2, 9_000_000_000_000)].into(), &votes);
		assert_eq!(left.amount, 9_000_000_000_000);
		assert_eq!(
			left.text(&Token::default()),
			"still locked 0.000000000007 AGO on track 1, until block 90\n\
			 still locked 9 AGO on track 2, while you vote\n"
		);
		assert_eq!(left.json()[0], json!({ "track": 1, "amount": "7", "until": 90 }));
		let nothing = Left::of(&BTreeMap::new(), &votes);
		assert_eq!(nothing.text(&Token::default()), "still locked nothing\n");
	}
}
