// SPDX-License-Identifier: Apache-2.0

//! The calls of the pallet of votes that are made here, one function each.

use super::{
	types::{AccountVote, ReferendumIndex, TrackId},
	VOTING,
};
use crate::chain::calls::{named_account, number, option, Call};
use subxt::{
	ext::scale_value::{Composite, Value},
	tx::dynamic,
	utils::AccountId32,
};

fn call<const N: usize>(name: &str, arguments: [(&str, Value); N]) -> Call {
	dynamic(VOTING, name, Composite::named(arguments))
}

/// `vote`: vote on a referendum, or otherwise than before.
pub fn vote(index: ReferendumIndex, vote: AccountVote) -> Call {
	call("vote", [("poll_index", number(index)), ("vote", vote.into())])
}

/// `remove_vote`: take a vote back, or forget one that counted.
pub fn remove_vote(track: TrackId, index: ReferendumIndex) -> Call {
	let arguments = [("class", option(Some(number(track)))), ("index", number(index))];
	call("remove_vote", arguments)
}

/// `unlock`: free what no vote on a track locks any more.
pub fn unlock(track: TrackId, target: &AccountId32) -> Call {
	call("unlock", [("class", number(track)), ("target", named_account(target))])
}
