// SPDX-License-Identifier: Apache-2.0

//! The nouns of governance as this command knows them, found by name as those of the registry are.

pub use super::curve::Curve;
use crate::{
	chain::types::{words, Hash},
	perbill::Perbill,
};
use serde::Serialize;
use std::{fmt, str::FromStr};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// The number of a referendum, in the order of their submission.
pub type ReferendumIndex = u32;

/// What a track is known by.
pub type TrackId = u16;

/// As whom a referendum speaks, how long it takes, and what it needs.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Track {
	/// Its name, filled up with zeros.
	pub name: String,
	/// What must be deposited before it is decided, in planck.
	pub decision_deposit: u128,
	/// How many blocks it takes before it is decided.
	pub prepare_period: u32,
	/// How many blocks it is decided for.
	pub decision_period: u32,
	/// For how many blocks it must have what it needs.
	pub confirm_period: u32,
	/// After how many blocks it is enacted, at the earliest.
	pub min_enactment_period: u32,
	/// The share of ayes among votes that it needs.
	pub min_approval: Curve,
	/// The share of all tokens that it needs ayes from.
	pub min_support: Curve,
}

impl Track {
	/// Its name.
	pub fn name(&self) -> &str {
		self.name.trim_end_matches('\0')
	}
}

/// What somebody deposited.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Deposit {
	/// Who.
	pub who: AccountId32,
	/// How much, in planck.
	pub amount: u128,
}

/// The call that a referendum is about.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Proposal {
	/// By its hash, in a form of former times.
	Legacy {
		/// The hash.
		hash: Hash,
	},
	/// The call itself.
	Inline(Vec<u8>),
	/// By its hash and length, under which somebody notes it.
	Lookup {
		/// The hash.
		hash: Hash,
		/// How many bytes it has.
		len: u32,
	},
}

/// When an approved call is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Enactment {
	/// In this block.
	At(u32),
	/// So many blocks after the approval.
	After(u32),
}

/// Since when a referendum is decided, and until when it is confirmed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Deciding {
	/// The first block of its decision.
	pub since: u32,
	/// The block that it is approved in, if it keeps what it needs.
	pub confirming: Option<u32>,
}

/// The votes so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Tally {
	/// For it, weighed by conviction.
	pub ayes: u128,
	/// Against it, weighed by conviction.
	pub nays: u128,
	/// The tokens of those for it and of those who abstained, unweighed.
	pub support: u128,
}

impl Tally {
	/// The share of ayes among the votes.
	pub fn approval(&self) -> Perbill {
		Perbill::from_rational(self.ayes, self.ayes.saturating_add(self.nays))
	}
}

/// A referendum that is going on.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Status {
	/// Its track.
	pub track: TrackId,
	/// What it is about.
	pub proposal: Proposal,
	/// When that is done.
	pub enactment: Enactment,
	/// The block that it was submitted in.
	pub submitted: u32,
	/// What its submitter deposited.
	pub submission_deposit: Deposit,
	/// What was deposited for its decision.
	pub decision_deposit: Option<Deposit>,
	/// Since when it is decided.
	pub deciding: Option<Deciding>,
	/// The votes so far.
	pub tally: Tally,
	/// Whether it waits for others of its track.
	pub in_queue: bool,
}

/// A referendum.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(clippy::large_enum_variant)]
pub enum Referendum {
	/// It is going on.
	Ongoing(Status),
	/// It was approved in this block.
	Approved(u32, Option<Deposit>, Option<Deposit>),
	/// It was rejected in this block.
	Rejected(u32, Option<Deposit>, Option<Deposit>),
	/// It was cancelled in this block.
	Cancelled(u32, Option<Deposit>, Option<Deposit>),
	/// It was never decided, and ended in this block.
	TimedOut(u32, Option<Deposit>, Option<Deposit>),
	/// It was ended for abuse in this block.
	Killed(u32),
}

impl Referendum {
	/// How and when it ended, unless it is going on.
	pub fn ended(&self) -> Option<(&'static str, u32)> {
		match self {
			Self::Ongoing(_) => None,
			Self::Approved(block, ..) => Some(("approved", *block)),
			Self::Rejected(block, ..) => Some(("rejected", *block)),
			Self::Cancelled(block, ..) => Some(("cancelled", *block)),
			Self::TimedOut(block, ..) => Some(("timed-out", *block)),
			Self::Killed(block) => Some(("killed", *block)),
		}
	}
}

words! {
	/// What somebody says to a proposal.
	pub enum Choice: "vote" {
		/// For it.
		Aye = "aye",
		/// Against it.
		Nay = "nay",
		/// Neither, but that it be decided.
		Abstain = "abstain",
	}
}

/// How strongly somebody means it: from 0, a tenth of a vote and no lock, to 6.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conviction(pub u8);

impl Conviction {
	/// As how much an amount counts.
	pub fn votes(self, amount: u128) -> u128 {
		match self.0 {
			0 => amount / 10,
			times => amount.saturating_mul(times.into()),
		}
	}

	/// For how many locking periods it is locked after a referendum that ends so.
	pub fn periods(self) -> u32 {
		match self.0 {
			0 => 0,
			times => 1u32.checked_shl(u32::from(times).saturating_sub(1)).unwrap_or(u32::MAX),
		}
	}
}

impl FromStr for Conviction {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let number = text.parse().ok().filter(|number| *number <= 6);
		number.map(Self).ok_or_else(|| format!("{text:?} is no conviction from 0 to 6"))
	}
}

/// The vote of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum AccountVote {
	/// For or against.
	Standard {
		/// Which, in the highest bit, and with which conviction, in the others.
		vote: VoteByte,
		/// How much, in planck.
		balance: u128,
	},
	/// Some for and some against.
	Split {
		/// For.
		aye: u128,
		/// Against.
		nay: u128,
	},
	/// Some for, some against, some neither.
	SplitAbstain {
		/// For.
		aye: u128,
		/// Against.
		nay: u128,
		/// Neither.
		abstain: u128,
	},
}

/// A vote and its conviction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct VoteByte(pub u8);

impl AccountVote {
	/// What somebody says with an amount.
	pub fn new(choice: Choice, amount: u128, conviction: Conviction) -> Self {
		let standard =
			|aye: u8| Self::Standard { vote: VoteByte(aye << 7 | conviction.0), balance: amount };
		match choice {
			Choice::Aye => standard(1),
			Choice::Nay => standard(0),
			Choice::Abstain => Self::SplitAbstain { aye: 0, nay: 0, abstain: amount },
		}
	}
}

impl From<AccountVote> for Value {
	fn from(vote: AccountVote) -> Self {
		let number = Value::u128;
		match vote {
			AccountVote::Standard { vote, balance } => {
				let vote = Value::unnamed_composite([number(vote.0.into())]);
				let fields = [("vote", vote), ("balance", number(balance))];
				Value::named_variant("Standard", fields)
			}
			AccountVote::Split { aye, nay } => {
				Value::named_variant("Split", [("aye", number(aye)), ("nay", number(nay))])
			}
			AccountVote::SplitAbstain { aye, nay, abstain } => {
				let (aye, nay, abstain) = (number(aye), number(nay), number(abstain));
				let fields = [("aye", aye), ("nay", nay), ("abstain", abstain)];
				Value::named_variant("SplitAbstain", fields)
			}
		}
	}
}

/// What stays locked of former votes: up to a block, and how much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Prior(pub u32, pub u128);

/// The votes of an account on a track.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Casting {
	/// Each with its referendum.
	pub votes: Vec<(ReferendumIndex, AccountVote)>,
	/// What stays locked of former ones.
	pub prior: Prior,
}

/// The delegation of an account on a track.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Delegating {
	/// Who votes for it.
	pub target: AccountId32,
	/// What stays locked of former votes.
	pub prior: Prior,
}

/// What an account does on a track.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Voting {
	/// It votes itself.
	Casting(Casting),
	/// Another votes for it.
	Delegating(Delegating),
}

impl Voting {
	/// The votes that it cast.
	pub fn votes(&self) -> &[(ReferendumIndex, AccountVote)] {
		match self {
			Self::Casting(casting) => &casting.votes,
			Self::Delegating(_) => &[],
		}
	}

	/// What stays locked of former votes.
	pub fn prior(&self) -> Prior {
		match self {
			Self::Casting(casting) => casting.prior,
			Self::Delegating(delegating) => delegating.prior,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::types::tests::words_agree;
	use clap::ValueEnum;

	#[test]
	fn words_are_the_same_everywhere() {
		words_agree(Choice::value_variants());
	}

	#[test]
	fn conviction_counts_and_locks() {
		let conviction = |number: u8| number.to_string().parse::<Conviction>().unwrap();
		let votes: Vec<_> = (0..=6).map(|number| conviction(number).votes(50)).collect();
		assert_eq!(votes, [5, 50, 100, 150, 200, 250, 300]);
		let periods: Vec<_> = (0..=6).map(|number| conviction(number).periods()).collect();
		assert_eq!(periods, [0, 1, 2, 4, 8, 16, 32]);
		for wrong in ["7", "-1", "", "x", "1.5"] {
			assert!(wrong.parse::<Conviction>().is_err(), "{wrong}");
		}
	}

	#[test]
	fn a_vote_has_its_conviction_in_a_byte() {
		let vote = |choice| AccountVote::new(choice, 7, Conviction(6));
		assert_eq!(vote(Choice::Aye), AccountVote::Standard { vote: VoteByte(0x86), balance: 7 });
		assert_eq!(vote(Choice::Nay), AccountVote::Standard { vote: VoteByte(6), balance: 7 });
		assert_eq!(vote(Choice::Abstain), AccountVote::SplitAbstain { aye: 0, nay: 0, abstain: 7 });
	}

	#[test]
	fn approval_is_of_those_who_did_not_abstain() {
		let tally = |ayes, nays| Tally { ayes, nays, support: 9 };
		assert_eq!(tally(3, 1).approval(), Perbill::from_parts(750_000_000));
		assert_eq!(tally(0, 0).approval(), Perbill::default());
		assert_eq!(tally(5, 0).approval(), Perbill::from_parts(1_000_000_000));
	}
}
