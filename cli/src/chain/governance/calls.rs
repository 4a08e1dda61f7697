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

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::{
		calls::tests::{encode, metadata},
		governance::types::{Choice, Conviction},
	};
	use subxt::ext::codec::{Compact, Encode};

	#[test]
	fn calls_are_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(VOTING).unwrap().call_index();
		let check = |call: Call, parts: &[&[u8]]| {
			assert_eq!(encode(&call, &metadata)[0], index);
			assert_eq!(encode(&call, &metadata)[1..], parts.concat(), "{}", call.call_name());
		};
		let (number, amount) = (Compact(300u32).encode(), (1u128 << 70).to_le_bytes());
		let cast = |choice| vote(300, AccountVote::new(choice, 1 << 70, Conviction(3)));
		check(cast(Choice::Aye), &[&[0], &number, &[0, 0x83], &amount]);
		check(cast(Choice::Nay), &[&[0], &number, &[0, 0x03], &amount]);
		check(cast(Choice::Abstain), &[&[0], &number, &[2], &[0; 32], &amount]);
		check(remove_vote(4, 300), &[&[4, 1], &4u16.to_le_bytes(), &300u32.to_le_bytes()]);
		let target = AccountId32([7; 32]);
		check(unlock(4, &target), &[&[3], &4u16.to_le_bytes(), &[0], &[7; 32]]);
	}
}
