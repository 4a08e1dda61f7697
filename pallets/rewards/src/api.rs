// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API, all bounded. None of it is reachable from a call.

use crate::{
	math, Config, CreditInVaults, EpochStateOf, Epochs, Owed, Pallet, Parameters, Points, Running,
};
use agora_primitives::{
	api::{EndedEpoch, Page, RewardCursor, RewardView, RunningEpoch, MAX_PAGE, MAX_SCANNED},
	seams::{InspectArtifacts, Payouts},
	Balance, EpochIndex, Sequence, SplitNumber,
};
use alloc::vec::Vec;
use frame_support::traits::Get;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Saturating;

/// [`RewardView`] with this runtime's types.
type RewardViewOf<T> = RewardView<Balance, BlockNumberFor<T>>;

/// Part of a list of rewards.
type RewardPageOf<T> = Page<RewardViewOf<T>, RewardCursor>;

/// The running epoch, and what it would pay if it ended now.
struct Forecast<T: Config> {
	running: EpochStateOf<T>,
	funds: Balance,
	pools: math::Pools,
}

impl<T: Config> Pallet<T> {
	/// Answers `RewardsApi::running_epoch`.
	pub fn api_running_epoch() -> RunningEpoch<Balance, BlockNumberFor<T>> {
		let Forecast { running, funds, pools } = Self::forecast();
		RunningEpoch {
			index: running.index,
			end: running.end,
			credit: running.credit,
			credit_in_vaults: CreditInVaults::<T>::get(),
			funds,
			usage_pool: pools.usage_pool,
			rewards: pools.rewards,
			to_commons: pools.to_commons,
			commons_pool: Self::commons_pool(),
			owed: Owed::<T>::get(),
			rebate_cap: T::RebateCap::get(),
			claim_period: T::ClaimPeriod::get(),
			parameters: Parameters::<T>::get(),
		}
	}

	/// Answers `RewardsApi::ended_epoch`.
	pub fn api_ended_epoch(epoch: EpochIndex) -> Option<EndedEpoch<Balance, BlockNumberFor<T>>> {
		let record = Epochs::<T>::get(epoch)?;
		Some(EndedEpoch {
			credit: record.credit,
			rewards: record.rewards,
			claimed: record.claimed,
			expires: Self::expires(&Running::<T>::get(), epoch),
		})
	}

	/// Answers `RewardsApi::rewards`.
	pub fn api_rewards(epoch: EpochIndex, version: Sequence) -> Vec<RewardViewOf<T>> {
		let forecast = Self::forecast();
		if epoch < Self::oldest_claimable(forecast.running.index) {
			return Vec::new();
		}
		let points = Self::points_of(version, epoch, None);
		Self::page(points, MAX_PAGE, |at, credit| Self::view(&forecast, at, credit)).items
	}

	/// Answers `RewardsApi::pending`.
	pub fn api_pending(
		version: Sequence,
		after: Option<RewardCursor>,
		limit: u32,
	) -> RewardPageOf<T> {
		let forecast = Self::forecast();
		let points = Self::since(&forecast, after)
			.chain([forecast.running.index])
			.flat_map(|epoch| Self::points_of(version, epoch, after));
		Self::page(points, limit, |at, credit| Self::view(&forecast, at, credit))
	}

	/// Answers `RewardsApi::claimable`.
	pub fn api_claimable(
		account: T::AccountId,
		after: Option<RewardCursor>,
		limit: u32,
	) -> RewardPageOf<T> {
		let forecast = Self::forecast();
		let points = Self::since(&forecast, after).flat_map(|epoch| Self::points_in(epoch, after));
		Self::page(points, limit, |at, credit| {
			let (_, version, split) = at;
			let shares = T::Payouts::shares_in(version, split, &account);
			shares.then(|| Self::view(&forecast, at, credit)).flatten()
		})
	}

	fn forecast() -> Forecast<T> {
		let running = Running::<T>::get();
		// What expires at the end of this epoch funds it.
		let expiring = running.index.checked_sub(T::ClaimPeriod::get()).and_then(Epochs::<T>::get);
		let funds = Self::funds().saturating_add(expiring.map_or(0, |record| record.unclaimed()));
		Forecast { running, funds, pools: Self::pools(funds, running.credit) }
	}

	/// The first block in which rewards of an epoch, which did not expire, cannot be claimed any more.
	fn expires(running: &EpochStateOf<T>, epoch: EpochIndex) -> BlockNumberFor<T> {
		let last = epoch.saturating_add(T::ClaimPeriod::get());
		let more = last.saturating_sub(running.index);
		running.end.saturating_add(Self::epoch_length().saturating_mul(more.into()))
	}

	/// The epochs that ended and whose rewards can be claimed, from that of the cursor on.
	fn since(
		forecast: &Forecast<T>,
		after: Option<RewardCursor>,
	) -> impl Iterator<Item = EpochIndex> {
		let running = forecast.running.index;
		let first = after.map_or(0, |(epoch, ..)| epoch);
		first.max(Self::oldest_claimable(running))..running
	}

	/// The points of an epoch after the cursor.
	fn points_in(
		epoch: EpochIndex,
		after: Option<RewardCursor>,
	) -> impl Iterator<Item = (RewardCursor, Balance)> {
		let points = match after.filter(|after| after.0 == epoch) {
			Some((_, version, split)) => Points::<T>::iter_prefix_from(
				(epoch,),
				Points::<T>::hashed_key_for((epoch, version, split.to_be_bytes())),
			),
			None => Points::<T>::iter_prefix((epoch,)),
		};
		points.map(move |((version, split), credit)| {
			((epoch, version, SplitNumber::from_be_bytes(split)), credit)
		})
	}

	/// The points of a version in an epoch, after the cursor.
	fn points_of(
		version: Sequence,
		epoch: EpochIndex,
		after: Option<RewardCursor>,
	) -> impl Iterator<Item = (RewardCursor, Balance)> {
		let points = match after.filter(|after| after.0 == epoch) {
			Some((_, _, split)) => Points::<T>::iter_prefix_from(
				(epoch, version),
				Points::<T>::hashed_key_for((epoch, version, split.to_be_bytes())),
			),
			None => Points::<T>::iter_prefix((epoch, version)),
		};
		points.map(move |(split, credit)| {
			((epoch, version, SplitNumber::from_be_bytes(split)), credit)
		})
	}

	/// A page of rewards, after looking at no more of them than one answer may.
	fn page(
		points: impl Iterator<Item = (RewardCursor, Balance)>,
		limit: u32,
		view: impl Fn(RewardCursor, Balance) -> Option<RewardViewOf<T>>,
	) -> RewardPageOf<T> {
		let limit = usize::try_from(limit.clamp(1, MAX_PAGE)).unwrap_or(1);
		let mut items = Vec::new();
		let mut last = None;
		let mut scanned = 0u32;
		for (at, credit) in points {
			if items.len() >= limit || scanned >= MAX_SCANNED {
				return Page { items, next: last };
			}
			scanned = scanned.saturating_add(1);
			last = Some(at);
			items.extend(view(at, credit));
		}
		Page { items, next: None }
	}

	/// A reward as clients read it.
	fn view(
		forecast: &Forecast<T>,
		(epoch, version, split): RewardCursor,
		credit: Balance,
	) -> Option<RewardViewOf<T>> {
		let Forecast { running, pools, .. } = forecast;
		let claimable = epoch < running.index;
		let amount = if claimable {
			Epochs::<T>::get(epoch)?.reward(credit)
		} else {
			math::reward(pools.rewards, credit, running.credit)
		};
		Some(RewardView {
			epoch,
			version,
			artifact: T::Artifacts::version(version)?.artifact,
			split,
			credit,
			amount,
			claimable,
			expires: Self::expires(running, epoch),
		})
	}
}
