// SPDX-License-Identifier: Apache-2.0

//! The list of voters, as benchmarks of stake want it: the SDK's own does not say to which score a
//! change costs most. Nothing depends on the score there, so any other will do.

use crate::{AccountId, Runtime};
use alloc::boxed::Box;
use frame_election_provider_support::{SortedListProvider, VoteWeight};
use pallet_staking::UseNominatorsAndValidatorsMap;

type Inner = UseNominatorsAndValidatorsMap<Runtime>;
type Failure = <Inner as SortedListProvider<AccountId>>::Error;

/// All nominators and validators, in no order.
pub struct Voters;

impl SortedListProvider<AccountId> for Voters {
	type Error = Failure;
	type Score = VoteWeight;

	fn iter() -> Box<dyn Iterator<Item = AccountId>> {
		Inner::iter()
	}
	fn lock() {
		Inner::lock();
	}
	fn unlock() {
		Inner::unlock();
	}
	fn iter_from(start: &AccountId) -> Result<Box<dyn Iterator<Item = AccountId>>, Failure> {
		Inner::iter_from(start)
	}
	fn count() -> u32 {
		Inner::count()
	}
	fn contains(id: &AccountId) -> bool {
		Inner::contains(id)
	}
	fn on_insert(id: AccountId, score: VoteWeight) -> Result<(), Failure> {
		Inner::on_insert(id, score)
	}
	fn on_update(id: &AccountId, score: VoteWeight) -> Result<(), Failure> {
		Inner::on_update(id, score)
	}
	fn get_score(id: &AccountId) -> Result<VoteWeight, Failure> {
		Inner::get_score(id)
	}
	fn on_remove(id: &AccountId) -> Result<(), Failure> {
		Inner::on_remove(id)
	}
	fn unsafe_regenerate(
		all: impl IntoIterator<Item = AccountId>,
		score_of: Box<dyn Fn(&AccountId) -> Option<VoteWeight>>,
	) -> u32 {
		Inner::unsafe_regenerate(all, score_of)
	}
	fn unsafe_clear() {
		Inner::unsafe_clear();
	}
	#[cfg(feature = "try-runtime")]
	fn try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		Inner::try_state()
	}
	fn score_update_worst_case(id: &AccountId, is_increase: bool) -> VoteWeight {
		let score = pallet_staking::Pallet::<Runtime>::weight_of(id);
		if is_increase {
			score.saturating_mul(2)
		} else {
			score / 2
		}
	}
}
