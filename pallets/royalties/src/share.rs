// SPDX-License-Identifier: Apache-2.0

//! Contributors' shares: each record that counts has an equal part, and nobody walks through them.
//!
//! An entry says what each record had of a version's income so far. A record is in the version that
//! brought it and in all that extend that one, so it had the sum over these; a share remembers
//! what that sum was when it was last collected.

use crate::{
	math, Config, ContributorIncome, ContributorIncomes, Error, Event, HoldReason, Pallet, Share,
	Shares, VersionIncome,
};
use agora_primitives::{
	seams::{Contribution, InspectRecords},
	Balance, RecordId, Sequence,
};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

impl ContributorIncome {
	/// How many records of a version count.
	pub(crate) fn active(&self, version: Sequence) -> u64 {
		let of_version = self.versions.iter().take_while(|entry| entry.version <= version);
		of_version.fold(0, |sum, entry| sum.saturating_add(entry.records))
	}

	/// What each record had so far that `origin` brought into the dataset.
	pub(crate) fn total(&self, origin: Sequence) -> Balance {
		let since = self.versions.iter().filter(|entry| entry.version >= origin);
		since.fold(0, |sum, entry| sum.saturating_add(entry.per_record))
	}

	/// The entry of a version.
	pub(crate) fn entry(&self, version: Sequence) -> Option<&VersionIncome> {
		let at = self.versions.binary_search_by_key(&version, |entry| entry.version).ok()?;
		self.versions.get(at)
	}

	/// The entry of a version, to be changed.
	fn entry_mut(&mut self, version: Sequence) -> Option<&mut VersionIncome> {
		let at = self.versions.binary_search_by_key(&version, |entry| entry.version).ok()?;
		self.versions.get_mut(at)
	}

	/// The entry of a version, to be changed, and made if there was none.
	///
	/// A version joins those that are there, and those that were removed before it came have no part
	/// in it: their entries go. Only the newest leaves a series, so those are the last that are
	/// older than it, one after the other; `is_there` is asked but a few times.
	pub(crate) fn entry_or_new(
		&mut self,
		version: Sequence,
		is_there: impl Fn(Sequence) -> bool,
	) -> Option<&mut VersionIncome> {
		let at = match self.versions.binary_search_by_key(&version, |entry| entry.version) {
			Ok(at) => at,
			Err(at) => {
				let older = self.versions.get(..at)?;
				let gone_from = older.partition_point(|entry| is_there(entry.version));
				let mut place = 0usize;
				self.versions.retain(|_| {
					let keep = !(gone_from..at).contains(&place);
					place = place.saturating_add(1);
					keep
				});
				self.versions.try_insert(gone_from, VersionIncome::new(version)).ok()?;
				gone_from
			}
		};
		self.versions.get_mut(at)
	}

	/// What a share is due.
	///
	/// Nothing, where the version that brought its records has no entry: it was removed, and others
	/// took its place.
	pub(crate) fn due(&self, origin: Sequence, share: &Share) -> Result<Balance, DispatchError> {
		if self.entry(origin).is_none() {
			return Ok(0);
		}
		let each = self.total(origin).saturating_sub(share.checkpoint);
		Ok(each.checked_mul(share.records.into()).ok_or(ArithmeticError::Overflow)?)
	}

	/// How many records have a share.
	pub(crate) fn records(&self) -> u64 {
		self.versions.iter().fold(0, |sum, entry| sum.saturating_add(entry.records))
	}

	/// All that is set aside for contributors: what they can collect, and what is kept for the next
	/// time.
	pub(crate) fn set_aside(&self) -> Balance {
		self.versions.iter().fold(self.owed, |sum, entry| sum.saturating_add(entry.carry))
	}

	/// Let contributors have `amount` of a version's income.
	pub(crate) fn distribute(
		&mut self,
		version: Sequence,
		amount: Balance,
		committed: u64,
		is_there: impl Fn(Sequence) -> bool,
	) -> Option<(math::RecordsPart, u64)> {
		let carry = self.entry_or_new(version, is_there)?.carry;
		let active = self.active(version);
		if active == 0 {
			return None;
		}
		// No more records are proven than were committed to.
		let part = math::records(amount, carry, committed.max(active), active)?;
		let entry = self.entry_mut(version)?;
		entry.per_record = entry.per_record.checked_add(part.per_record)?;
		entry.carry = part.carry;
		self.owed = self.owed.checked_add(part.contributors)?;
		Some((part, active))
	}
}

/// What contributors and members have of an income after royalties.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Divided {
	/// What each record has.
	pub per_record: Balance,
	/// How many records count.
	pub records: u64,
	/// What all of these have together.
	pub contributors: Balance,
	/// What goes to the members.
	pub earnings: Balance,
}

impl<T: Config> Pallet<T> {
	/// Divide a version's income between contributors of its records and the members of a split.
	///
	/// Changes nothing but what it returns: the series, and what contributors have of its income
	/// then.
	pub(crate) fn divide(
		version: Sequence,
		share: Permill,
		amount: Balance,
	) -> (Divided, Option<(Sequence, ContributorIncome)>) {
		let all_to_members =
			Divided { per_record: 0, records: 0, contributors: 0, earnings: amount };
		let for_records = share.mul_floor(amount);
		if for_records == 0 {
			// What was kept is less than a planck for each record: it stays so.
			return (all_to_members, None);
		}
		let Some(counts) = T::Records::records(version) else { return (all_to_members, None) };
		let Some(mut income) = ContributorIncomes::<T>::get(counts.series) else {
			return (all_to_members, None);
		};
		let divided = income.distribute(version, for_records, counts.committed, Self::has_records);
		let Some((part, records)) = divided else { return (all_to_members, None) };
		let divided = Divided {
			per_record: part.per_record,
			records,
			contributors: part.contributors,
			earnings: amount.saturating_sub(for_records).saturating_add(part.uncounted),
		};
		(divided, Some((counts.series, income)))
	}

	/// Whether a version is one of its series still.
	fn has_records(version: Sequence) -> bool {
		T::Records::records(version).is_some()
	}

	/// Add what a share is due to the contributor's earnings.
	fn collect_due(
		origin: Sequence,
		contributor: &T::AccountId,
		share: &mut Share,
		income: &mut ContributorIncome,
	) -> Result<Balance, DispatchError> {
		let due = income.due(origin, share)?;
		if due > 0 {
			income.owed = income.owed.checked_sub(due).ok_or(ArithmeticError::Underflow)?;
			share.checkpoint = income.total(origin);
			Self::earn(contributor, due)?;
			Self::announce_collected(origin, contributor, due);
		}
		Ok(due)
	}

	fn announce_collected(origin: Sequence, contributor: &T::AccountId, amount: Balance) {
		let contributor = contributor.clone();
		Self::deposit_event(Event::ShareCollected { origin, contributor, amount });
	}

	pub(crate) fn do_collect_share(origin: Sequence, contributor: T::AccountId) -> DispatchResult {
		let mut share = Shares::<T>::get(origin, &contributor).ok_or(Error::<T>::ShareNotFound)?;
		let mut income = ContributorIncomes::<T>::get(share.series).unwrap_or_default();
		let due = Self::collect_due(origin, &contributor, &mut share, &mut income)?;
		ensure!(due > 0, Error::<T>::NothingDue);

		ContributorIncomes::<T>::insert(share.series, income);
		Shares::<T>::insert(origin, contributor, share);
		Ok(())
	}

	/// A record counts from now on.
	pub(crate) fn add_record(contribution: &Contribution<T::AccountId>) -> DispatchResult {
		let Contribution { record: RecordId { origin, .. }, series, contributor } = contribution;
		let mut income = ContributorIncomes::<T>::get(series).unwrap_or_default();
		let entry =
			income.entry_or_new(*origin, Self::has_records).ok_or(DispatchError::Exhausted)?;
		entry.records = entry.records.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		let mut share = match Shares::<T>::get(origin, contributor) {
			Some(mut share) => {
				Self::collect_due(*origin, contributor, &mut share, &mut income)?;
				share
			}
			None => {
				let deposit = Self::share_price()?;
				Self::hold(HoldReason::Share, contributor, deposit)?;
				let contributor = contributor.clone();
				Self::deposit_event(Event::ShareOpened { origin: *origin, contributor, deposit });
				let checkpoint = income.total(*origin);
				Share { series: *series, records: 0, checkpoint, deposit }
			}
		};
		share.records = share.records.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		ContributorIncomes::<T>::insert(series, income);
		Shares::<T>::insert(origin, contributor, share);
		Ok(())
	}

	/// A record does not count any more. What it is due is paid first.
	///
	/// Nothing happens where it was proven before there were shares.
	pub(crate) fn remove_record(origin: Sequence, contributor: &T::AccountId) -> DispatchResult {
		let Some(mut share) = Shares::<T>::get(origin, contributor) else { return Ok(()) };
		let mut income = ContributorIncomes::<T>::get(share.series).unwrap_or_default();
		Self::collect_due(origin, contributor, &mut share, &mut income)?;

		share.records = share.records.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		if let Some(entry) = income.entry_mut(origin) {
			entry.records = entry.records.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		}
		income.versions.retain(|entry| entry.records > 0 || entry.has_income());
		if income.records() == 0 {
			// The last record of all: what was too little to be divided goes to who had it.
			let rest = income.set_aside();
			if rest > 0 {
				Self::earn(contributor, rest)?;
				Self::announce_collected(origin, contributor, rest);
			}
			ContributorIncomes::<T>::remove(share.series);
		} else {
			ContributorIncomes::<T>::insert(share.series, income);
		}
		if share.records == 0 {
			Self::release(HoldReason::Share, contributor, share.deposit)?;
			Shares::<T>::remove(origin, contributor);
			let (contributor, deposit) = (contributor.clone(), share.deposit);
			Self::deposit_event(Event::ShareClosed { origin, contributor, deposit });
		} else {
			Shares::<T>::insert(origin, contributor, share);
		}
		Ok(())
	}

	/// Whether contributors share in the income of a version, or its series owes them something.
	pub(crate) fn is_shared(version: Sequence) -> bool {
		let Some(counts) = T::Records::records(version) else { return false };
		ContributorIncomes::<T>::get(counts.series).is_some_and(|income| {
			income.owed > 0 || income.entry(version).is_some_and(VersionIncome::has_income)
		})
	}
}
