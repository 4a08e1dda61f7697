// SPDX-License-Identifier: Apache-2.0

//! What a chain says happened, in plain types.

/// An account's public key.
pub type Account = [u8; 32];

/// What an artifact is known by.
pub type Artifact = [u8; 32];

/// A version's number on the whole chain.
pub type Version = u64;

/// A source of a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
	/// The version that was used.
	pub version: Version,
	/// The share of the derived version's income that is due to it, per million.
	pub royalty: u32,
}

/// A member of a split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Member {
	/// Who.
	pub account: Account,
	/// Which share of what is divided, per million.
	pub share: u32,
}

/// An account whose balance is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fund {
	/// The rewards' pot.
	Pot,
	/// The commons pool.
	Commons,
}

/// How money came into a fund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Inflow {
	/// Somebody paid for a version: it was held on their account.
	Payment,
	/// It was made: new tokens.
	Issued,
	/// Somebody sent it.
	Transfer,
}

/// What happened, in the chain's order.
///
/// Names and fields are those of the chain's events; amounts are planck. `Received` and `Paid` stand for
/// all events by which the balance of a fund changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
	/// A block begins. What follows happened in it.
	Block {
		/// Its number.
		number: u32,
	},

	/// An artifact was registered.
	ArtifactRegistered {
		/// The artifact.
		artifact: Artifact,
		/// Who owns it.
		owner: Account,
	},
	/// An artifact has a new owner.
	OwnershipTransferred {
		/// The artifact.
		artifact: Artifact,
		/// Who owns it now.
		owner: Account,
	},
	/// A version was published.
	VersionPublished {
		/// The version.
		version: Version,
		/// The artifact that it is a version of.
		artifact: Artifact,
		/// What it was made from, in the order that the chain keeps.
		sources: Vec<Source>,
	},
	/// A version was removed.
	VersionRemoved {
		/// The version.
		version: Version,
	},

	/// A version committed to its records.
	RecordsCommitted {
		/// The version.
		version: Version,
		/// How many records it has.
		count: u64,
	},
	/// A version was shown to append to another.
	RecordsExtended {
		/// The version.
		version: Version,
		/// The first of the versions that extend each other.
		series: Version,
	},
	/// The commitment of a removed version is gone.
	CommitmentReleased {
		/// The version.
		version: Version,
	},
	/// A record was proven, and counts from now on.
	RecordProven {
		/// The version that brought it.
		origin: Version,
		/// Its place.
		index: u64,
		/// Who contributed it.
		contributor: Account,
	},
	/// A record does not count any more: consent was withdrawn, or it was released.
	RecordWithdrawn {
		/// The version that brought it.
		origin: Version,
		/// Its place.
		index: u64,
		/// Who contributed it.
		contributor: Account,
	},

	/// The income of an artifact is divided in another way from now on.
	SplitSet {
		/// The artifact.
		artifact: Artifact,
		/// The number of the split.
		number: u32,
		/// Who owns the artifact.
		owner: Account,
		/// The share of contributors, per million.
		contributors: u32,
		/// The members. Nobody for the owner alone.
		members: Vec<Member>,
	},
	/// A split is not in force any more, and kept.
	SplitKept {
		/// The artifact.
		artifact: Artifact,
		/// The number of the split.
		number: u32,
		/// Of how many versions there is income under it.
		vaults: u32,
		/// For how many rewards it is kept.
		rewards: u32,
	},
	/// A version was paid for.
	IncomeReceived {
		/// The version.
		version: Version,
		/// What was paid.
		gross: u128,
		/// The protocol's fee.
		fee: u128,
		/// What was above the cap.
		excess: u128,
		/// What reached the vault.
		income: u128,
		/// The fee credit that came with it.
		credit: u128,
		/// The split that it came in under.
		split: u32,
	},
	/// A source had its royalty.
	RoyaltyPaid {
		/// The source.
		version: Version,
		/// The version that was made from it.
		from: Version,
		/// How much it was.
		amount: u128,
		/// The fee credit that came with it.
		credit: u128,
		/// The split that it came in under.
		split: u32,
	},
	/// Contributors can collect more.
	ContributorsPaid {
		/// The version whose income it is.
		version: Version,
		/// How much more, for each record.
		per_record: u128,
		/// How many records count.
		records: u64,
		/// How much more, for all of them.
		amount: u128,
	},
	/// An account can withdraw more.
	Earned {
		/// Who.
		account: Account,
		/// The version whose income it is.
		version: Version,
		/// How much more.
		amount: u128,
	},
	/// Income of a version was divided.
	Distributed {
		/// The version.
		version: Version,
		/// The split that the income had come in under.
		split: u32,
		/// How much it was.
		income: u128,
		/// What went on to sources.
		royalties: u128,
		/// What contributors can collect of it.
		contributors: u128,
		/// What went to members.
		earnings: u128,
		/// The fee credit that came to rest here.
		credit: u128,
	},
	/// A reward was divided.
	PayoutDivided {
		/// The version.
		version: Version,
		/// The split.
		split: u32,
		/// How much it was.
		amount: u128,
		/// What contributors can collect of it.
		contributors: u128,
		/// What went to members.
		earnings: u128,
	},
	/// A contributor has a share of a dataset's income from now on.
	ShareOpened {
		/// The version that brought the contributor's record.
		origin: Version,
		/// Who contributed it.
		contributor: Account,
	},
	/// What was due to a contributor can be withdrawn.
	ShareCollected {
		/// The version that brought the contributor's records.
		origin: Version,
		/// Who contributed them.
		contributor: Account,
		/// How much it was.
		amount: u128,
	},
	/// None of a contributor's records that the version brought counts any more.
	ShareClosed {
		/// The version that had brought the contributor's records.
		origin: Version,
		/// Who had contributed them.
		contributor: Account,
	},
	/// Earnings were paid out.
	Withdrawn {
		/// Who was paid.
		account: Account,
		/// How much.
		amount: u128,
	},

	/// Fee credit came to rest at a version.
	CreditBooked {
		/// The epoch that it counts in.
		epoch: u32,
		/// The version.
		version: Version,
		/// The split.
		split: u32,
		/// How much it was.
		credit: u128,
	},
	/// An epoch ended, and its rewards can be claimed.
	EpochEnded {
		/// The epoch.
		epoch: u32,
		/// The fee credit of all versions in it.
		credit: u128,
		/// What the pot had to give away.
		funds: u128,
		/// What of it rewards could use.
		usage_pool: u128,
		/// What all rewards are together.
		rewards: u128,
		/// What went to the commons pool.
		to_commons: u128,
	},
	/// An epoch ended in which nothing came to rest. Its funds stay for the next.
	EpochRolledOver {
		/// The epoch.
		epoch: u32,
		/// What the pot had to give away.
		funds: u128,
	},
	/// The rewards of an epoch cannot be claimed any more.
	EpochExpired {
		/// The epoch.
		epoch: u32,
		/// What was not claimed.
		amount: u128,
	},
	/// Votes gave away a part of the commons pool.
	CommonsAllotted {
		/// The epoch that ended.
		epoch: u32,
		/// The account from which those are paid who have votes.
		account: Account,
		/// How much.
		amount: u128,
	},
	/// A reward was paid.
	RewardClaimed {
		/// The epoch.
		epoch: u32,
		/// The version.
		version: Version,
		/// The split.
		split: u32,
		/// The version's fee credit in the epoch under the split.
		credit: u128,
		/// How much it was.
		amount: u128,
	},
	/// A reward that nobody claimed in time was forgotten.
	RewardExpired {
		/// The epoch.
		epoch: u32,
		/// The version.
		version: Version,
		/// The split.
		split: u32,
		/// The version's fee credit in the epoch under the split.
		credit: u128,
	},
	/// Governance chose.
	ParametersSet {
		/// The share of an epoch's funds that rewards use, per million.
		usage_share: u32,
		/// The pot's share of new tokens that validators do not earn, per million.
		issuance_share: u32,
	},
	/// An era ended, and new tokens were made.
	EraPaid {
		/// The era.
		era: u32,
		/// What validators and nominators earn.
		validator_payout: u128,
		/// What they do not.
		remainder: u128,
	},

	/// Money came into a fund.
	Received {
		/// Which.
		fund: Fund,
		/// How it came.
		how: Inflow,
		/// How much.
		amount: u128,
	},
	/// Money left a fund.
	Paid {
		/// Which.
		fund: Fund,
		/// Where it went. Nowhere where it was destroyed.
		to: Option<Account>,
		/// How much.
		amount: u128,
	},
}
