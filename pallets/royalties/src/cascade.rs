// SPDX-License-Identifier: Apache-2.0

//! The cascade: moves income from vault to vault along the lineage, newest version first.
//!
//! A source is always older than what was made from it. So when the cascade comes to a version in
//! this order, all that its descendants owe it is there already, and one visit is enough, however
//! many sales there were.

use crate::{
	math, vault, Config, ContributorIncomes, Cursor, Error, Event, Pallet, Waiting, WeightInfo,
};
use agora_primitives::{
	seams::{InspectArtifacts, VersionInfo},
	Balance, Sequence, SplitNumber, MAX_SOURCES,
};
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Go on through the queue with a part of the weight that is left over. Returns what was used.
	///
	/// A pass comes to each waiting part at most once. What arrives behind the cursor waits for the
	/// next pass, so newcomers hold up nobody; a part that cannot be distributed holds up nobody
	/// either.
	pub(crate) fn cascade(remaining: Weight) -> Weight {
		let share = T::IdleShare::get();
		let mut meter = WeightMeter::with_limit(Weight::from_parts(
			share.mul_floor(remaining.ref_time()),
			share.mul_floor(remaining.proof_size()),
		));
		let visit = T::WeightInfo::distribute(MAX_SOURCES);
		let step = T::WeightInfo::cascade_step();
		if meter.try_consume(T::WeightInfo::cascade_base()).is_err() {
			return meter.consumed();
		}

		let before = Cursor::<T>::get();
		let mut cursor = before;
		// Whether this pass moved anything, or may have in blocks before: if not, neither will the next.
		let mut moved = before.is_some();
		while meter.can_consume(visit.saturating_add(step)) {
			meter.consume(step);
			match Self::next_after(cursor) {
				Some((version, split)) => {
					cursor = Some((version, split));
					match with_storage_layer(|| Self::distribute_part(version, split)) {
						Ok(sources) => {
							moved = true;
							meter.consume(T::WeightInfo::distribute(sources).min(visit));
						}
						Err(_) => meter.consume(visit),
					}
				}
				None => {
					let ended = cursor.take().is_some();
					if !ended || !core::mem::take(&mut moved) {
						break;
					}
				}
			}
		}
		if cursor != before {
			Cursor::<T>::set(cursor);
		}
		meter.consumed()
	}

	/// What the cascade comes for next.
	pub(crate) fn next_after(
		cursor: Option<(Sequence, SplitNumber)>,
	) -> Option<(Sequence, SplitNumber)> {
		let mut keys = match cursor {
			Some((version, split)) => Waiting::<T>::iter_keys_from(Waiting::<T>::hashed_key_for(
				vault::place(version),
				split.to_be_bytes(),
			)),
			None => Waiting::<T>::iter_keys(),
		};
		let (place, split) = keys.next()?;
		Some((vault::version_at(place), SplitNumber::from_be_bytes(split)))
	}

	/// Returns how many sources the version has.
	pub(crate) fn do_distribute(version: Sequence) -> Result<u32, DispatchError> {
		let split = Self::oldest_part(version).ok_or(Error::<T>::NothingToDistribute)?;
		Self::distribute_part(version, split)
	}

	/// Divide what a version has under one split: royalties to the vaults of its sources, the rest
	/// to contributors and members. Returns how many sources it has.
	fn distribute_part(version: Sequence, number: SplitNumber) -> Result<u32, DispatchError> {
		let info = T::Artifacts::version(version).ok_or(Error::<T>::VersionNotFound)?;
		let income = Self::take_part(version, number).ok_or(Error::<T>::NothingToDistribute)?;
		let division = Self::leave_split(&info.artifact, number)?;

		let royalties = Self::pay_royalties(version, &info, income)?;
		let rest = income.saturating_sub(royalties);
		let (divided, shared) = Self::divide(version, division.contributors, rest);
		if let Some((series, shared)) = shared {
			ContributorIncomes::<T>::insert(series, shared);
			Self::deposit_event(Event::ContributorsPaid {
				version,
				per_record: divided.per_record,
				records: divided.records,
				amount: divided.contributors,
			});
		}
		let shares = division.members.iter().map(|member| member.share);
		let amounts = math::members(divided.earnings, shares);
		for (member, amount) in division.members.into_iter().zip(amounts) {
			Self::earn_of(version, member.account, amount)?;
		}

		Self::deposit_event(Event::Distributed {
			version,
			split: number,
			income,
			royalties,
			contributors: divided.contributors,
			earnings: divided.earnings,
		});
		Ok(u32::try_from(info.sources.len()).unwrap_or(MAX_SOURCES))
	}

	/// Pay the sources of a version. Returns what all of them had.
	fn pay_royalties(
		from: Sequence,
		info: &VersionInfo,
		income: Balance,
	) -> Result<Balance, DispatchError> {
		let mut left = income;
		Self::each_royalty(info, income, |version, source, amount| -> DispatchResult {
			let split = Self::deposit(version, &source.artifact, amount)?;
			left = left.saturating_sub(amount);
			Self::deposit_event(Event::RoyaltyPaid { version, from, amount, split });
			Ok(())
		})?;
		Ok(income.saturating_sub(left))
	}

	/// What each source is due of a version's income, never more than that together.
	///
	/// The share of a source that is not there stays with who made the version.
	pub(crate) fn each_royalty(
		info: &VersionInfo,
		income: Balance,
		mut pay: impl FnMut(Sequence, &VersionInfo, Balance) -> DispatchResult,
	) -> DispatchResult {
		let mut left = income;
		for source in &info.sources {
			let amount = math::royalty(source.royalty, income, left);
			if amount == 0 {
				continue;
			}
			let Some(found) = T::Artifacts::version(source.sequence) else { continue };
			pay(source.sequence, &found, amount)?;
			left = left.saturating_sub(amount);
		}
		Ok(())
	}
}
