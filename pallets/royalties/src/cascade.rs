// SPDX-License-Identifier: Apache-2.0

//! The cascade: moves income from vault to vault along the lineage, newest version first.
//!
//! A source is always older than what was made from it. So when the cascade comes to a version in
//! this order, all that its descendants owe it is there already, and one visit is enough, however
//! many sales there were.

use crate::{
	income::Origin,
	math,
	share::Divided,
	split::{Division, For},
	vault, Config, ContributorIncomes, Cursor, Error, Event, Pallet, Part, Waiting, WeightInfo,
};
use agora_primitives::{
	idle,
	seams::{InspectArtifacts, OnRevenue, VersionInfo},
	Balance, Sequence, SplitNumber, MAX_SOURCES,
};
use frame_support::{storage::with_storage_layer, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Go on through the queue with a part of the weight that is left over. Returns what was used.
	///
	/// A pass comes to each waiting part at most once. What arrives behind the cursor waits for the
	/// next pass, so newcomers hold up nobody; a part that cannot be distributed holds up nobody
	/// either.
	pub(crate) fn cascade(remaining: Weight) -> Weight {
		let mut meter = idle::meter(T::IdleShare::get(), remaining);
		let visit = Self::distribute_weight(MAX_SOURCES);
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
							meter.consume(Self::distribute_weight(sources).min(visit));
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

	/// What it weighs to divide income of a version with so many sources.
	pub(crate) fn distribute_weight(sources: u32) -> Weight {
		T::WeightInfo::distribute(sources).saturating_add(T::OnRevenue::credit_weight())
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

	/// Divide what a version has under one split: royalties and their credit to the vaults of its
	/// sources, the rest of the income to contributors and members. The rest of the credit comes to
	/// rest. Returns how many sources it has.
	fn distribute_part(version: Sequence, split: SplitNumber) -> Result<u32, DispatchError> {
		let info = T::Artifacts::version(version).ok_or(Error::<T>::VersionNotFound)?;
		let part = Self::take_part(version, split).ok_or(Error::<T>::NothingToDistribute)?;

		let rest = Self::pay_royalties(version, &info, part)?;
		if rest.credit > 0 {
			// The split is still kept for the income here.
			T::OnRevenue::on_credit(version, split, rest.credit)?;
		}
		let division = Self::leave_split(&info.artifact, split, For::Income)?;
		let divided = Self::pay_out(version, division, rest.amount)?;

		Self::deposit_event(Event::Distributed {
			version,
			split,
			income: part.amount,
			royalties: part.amount.saturating_sub(rest.amount),
			contributors: divided.contributors,
			earnings: divided.earnings,
			credit: rest.credit,
		});
		Ok(u32::try_from(info.sources.len()).unwrap_or(MAX_SOURCES))
	}

	/// Pay the sources of a version. Returns what is left.
	fn pay_royalties(
		from: Sequence,
		info: &VersionInfo,
		whole: Part,
	) -> Result<Part, DispatchError> {
		Self::each_royalty(info, whole, |version, source, part| -> DispatchResult {
			let split = Self::deposit(version, &source.artifact, Origin::Royalty, part)?;
			let Part { amount, credit } = part;
			Self::deposit_event(Event::RoyaltyPaid { version, from, amount, credit, split });
			Ok(())
		})
	}

	/// What each source is due of a version's income and credit, never more than that together.
	/// Returns what is left.
	///
	/// The share of a source that is not there stays with who made the version, and so does the credit
	/// where the income of a source rounds to nothing.
	pub(crate) fn each_royalty(
		info: &VersionInfo,
		whole: Part,
		mut pay: impl FnMut(Sequence, &VersionInfo, Part) -> DispatchResult,
	) -> Result<Part, DispatchError> {
		let mut left = whole;
		for source in &info.sources {
			let amount = math::royalty(source.royalty, whole.amount, left.amount);
			if amount == 0 {
				continue;
			}
			let Some(found) = T::Artifacts::version(source.sequence) else { continue };
			let credit = math::royalty(source.royalty, whole.credit, left.credit);
			let part = Part { amount, credit };
			pay(source.sequence, &found, part)?;
			left = left.saturating_sub(part);
		}
		Ok(left)
	}

	/// Let contributors and members have what is left of something that a version is due.
	pub(crate) fn pay_out(
		version: Sequence,
		division: Division<T::AccountId>,
		amount: Balance,
	) -> Result<Divided, DispatchError> {
		let (divided, shared) = Self::divide(version, division.contributors, amount);
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
		Ok(divided)
	}
}
