// SPDX-License-Identifier: Apache-2.0

//! What is read of events, by the names of their fields. Others are passed over.

// The derive names the crate that it needs, also where it needs nothing of it.
#![allow(unused_imports)]

use crate::{
	chain::{rewards::types::RewardParameters, royalties::types::Split, types::Hash},
	permill::Permill,
};
use subxt::{ext::scale_decode::DecodeAsType, utils::AccountId32};

/// Structs with these fields.
macro_rules! fields {
	($(struct $name:ident { $($field:ident: $kind:ty),+ $(,)? })+) => {
		$(
			#[derive(DecodeAsType)]
			#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
			pub struct $name { $(pub $field: $kind,)+ }
		)+
	};
}

fields! {
	struct ArtifactRegistered { artifact: Hash, publisher: AccountId32 }
	struct OwnershipTransferred { artifact: Hash, new_owner: AccountId32 }
	struct VersionPublished { sequence: u64, version: Published }
	struct Published { artifact: Hash, sources: Vec<Cited> }
	struct Cited { sequence: u64, royalty: Permill }
	struct VersionRemoved { sequence: u64 }

	struct RecordsCommitted { version: u64, count: u64 }
	struct RecordsExtended { version: u64, series: u64 }
	struct CommitmentReleased { version: u64 }
	struct Record { origin: u64, index: u64, contributor: AccountId32 }

	struct SplitSet { artifact: Hash, number: u32, owner: AccountId32, split: Split }
	struct SplitKept { artifact: Hash, number: u32, vaults: u32, rewards: u32 }
	struct IncomeReceived {
		version: u64,
		gross: u128,
		fee: u128,
		excess: u128,
		income: u128,
		credit: u128,
		split: u32,
	}
	struct RoyaltyPaid { version: u64, from: u64, amount: u128, credit: u128, split: u32 }
	struct ContributorsPaid { version: u64, per_record: u128, records: u64, amount: u128 }
	struct Earned { account: AccountId32, version: u64, amount: u128 }
	struct Distributed {
		version: u64,
		split: u32,
		income: u128,
		royalties: u128,
		contributors: u128,
		earnings: u128,
		credit: u128,
	}
	struct PayoutDivided {
		version: u64,
		split: u32,
		amount: u128,
		contributors: u128,
		earnings: u128,
	}
	struct Share { origin: u64, contributor: AccountId32 }
	struct ShareCollected { origin: u64, contributor: AccountId32, amount: u128 }
	struct Withdrawn { account: AccountId32, amount: u128 }

	struct CreditBooked { epoch: u32, version: u64, split: u32, credit: u128 }
	struct EpochEnded {
		epoch: u32,
		credit: u128,
		funds: u128,
		usage_pool: u128,
		rewards: u128,
		to_commons: u128,
	}
	struct EpochRolledOver { epoch: u32, funds: u128 }
	struct EpochExpired { epoch: u32, amount: u128 }
	struct CommonsAllotted { epoch: u32, account: AccountId32, amount: u128 }
	struct RewardClaimed { epoch: u32, version: u64, split: u32, credit: u128, amount: u128 }
	struct RewardExpired { epoch: u32, version: u64, split: u32, credit: u128 }
	struct ParametersSet { parameters: RewardParameters }
	struct EraPaid { era_index: u32, validator_payout: u128, remainder: u128 }

	struct Transfer { from: AccountId32, to: AccountId32, amount: u128 }
	struct TransferOnHold { dest: AccountId32, amount: u128 }
	struct TransferAndHold { source: AccountId32, transferred: u128 }
	struct Changed { who: AccountId32, amount: u128 }
	struct DustLost { account: AccountId32, amount: u128 }
}
