// SPDX-License-Identifier: Apache-2.0

//! What contributors of records have. It is reckoned for versions that extend each other together, a
//! series: a record is in the version that brought it and in all that extend that one.

use crate::{Account, Version};
use std::collections::{BTreeMap, BTreeSet};

/// What every record had of a version's income, and how many the version brought.
#[derive(Clone, Copy, Default)]
struct Entry {
	/// How many count that it brought.
	records: u64,
	per_record: u128,
	/// What was too little to be divided.
	carry: u128,
}

/// A contributor's records that one version brought.
#[derive(Clone, Copy, Default)]
struct Share {
	records: u64,
	/// What each of them had had when it was last collected.
	checkpoint: u128,
}

/// Versions that extend each other.
#[derive(Default)]
struct Series {
	entries: BTreeMap<Version, Entry>,
	/// What contributors can collect, all together.
	owed: u128,
}

impl Series {
	/// What a record had so far that `origin` brought.
	fn total(&self, origin: Version) -> u128 {
		self.entries.range(origin..).fold(0, |sum, (_, one)| sum.saturating_add(one.per_record))
	}

	/// How many records count.
	fn records(&self) -> u64 {
		self.entries.values().fold(0, |sum, one| sum.saturating_add(one.records))
	}

	/// The entry of a version. One that joins finds only older ones that are still there.
	fn entry(&mut self, version: Version, committed: &BTreeMap<Version, u64>) -> &mut Entry {
		if !self.entries.contains_key(&version) {
			self.entries.retain(|other, _| *other > version || committed.contains_key(other));
		}
		self.entries.entry(version).or_default()
	}
}

/// How an amount is divided among records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct RecordsPart {
	/// What each has.
	pub per_record: u128,
	/// How many count.
	pub records: u64,
	/// What these have together.
	pub contributors: u128,
	/// What the others would have. It goes to the members.
	pub uncounted: u128,
	/// What is kept for the next time.
	carry: u128,
}

/// All records.
#[derive(Default)]
pub(crate) struct Records {
	/// How many records each version committed to that is there.
	committed: BTreeMap<Version, u64>,
	/// The first of the versions that a version extends; itself where it extends none.
	firsts: BTreeMap<Version, Version>,
	series: BTreeMap<Version, Series>,
	shares: BTreeMap<(Version, Account), Share>,
	/// Those that count, by the version that brought them and their place.
	counting: BTreeSet<(Version, u64)>,
}

impl Records {
	pub fn commit(&mut self, version: Version, count: u64) {
		self.committed.insert(version, count);
		self.firsts.insert(version, version);
	}

	pub fn extend(&mut self, version: Version, series: Version) {
		self.firsts.insert(version, series);
	}

	/// The commitment of a removed version is gone.
	pub fn release(&mut self, version: Version) {
		self.committed.remove(&version);
	}

	/// How an amount of a version's is divided among its records. Nothing if none of them counts.
	pub fn divide(&self, version: Version, amount: u128) -> Option<RecordsPart> {
		let series = self.series.get(self.firsts.get(&version)?)?;
		let committed = *self.committed.get(&version)?;
		// Where it has no entry yet, it would find only those that are still there.
		let joined = series.entries.contains_key(&version);
		let records = series
			.entries
			.range(..=version)
			.filter(|(other, _)| joined || self.committed.contains_key(other))
			.fold(0u64, |sum, (_, one)| sum.saturating_add(one.records));
		if amount == 0 || records == 0 {
			return None;
		}
		let committed = u128::from(committed.max(records));
		let carry = series.entries.get(&version).map_or(0, |entry| entry.carry);
		let whole = amount.saturating_add(carry);
		let per_record = whole / committed;
		let uncounted = per_record.saturating_mul(committed.saturating_sub(records.into()));
		let contributors = per_record.saturating_mul(records.into());
		let carry = whole.saturating_sub(contributors).saturating_sub(uncounted);
		Some(RecordsPart { per_record, records, contributors, uncounted, carry })
	}

	/// What was divided is the contributors'.
	pub fn pay(&mut self, version: Version, part: RecordsPart, per_record: u128, amount: u128) {
		let Some(first) = self.firsts.get(&version) else { return };
		let series = self.series.entry(*first).or_default();
		let entry = series.entry(version, &self.committed);
		entry.per_record = entry.per_record.saturating_add(per_record);
		entry.carry = part.carry;
		series.owed = series.owed.saturating_add(amount);
	}

	/// A contributor has a share now. Returns whether that can be.
	pub fn open(&mut self, origin: Version, contributor: Account) -> bool {
		let Some(first) = self.firsts.get(&origin) else { return false };
		let series = self.series.entry(*first).or_default();
		series.entry(origin, &self.committed);
		let share = Share { records: 0, checkpoint: series.total(origin) };
		self.shares.insert((origin, contributor), share).is_none()
	}

	/// One more record counts.
	pub fn prove(&mut self, origin: Version, index: u64, contributor: Account) {
		let Some(first) = self.firsts.get(&origin) else { return };
		let Some(share) = self.shares.get_mut(&(origin, contributor)) else { return };
		if self.counting.insert((origin, index)) {
			share.records = share.records.saturating_add(1);
			let series = self.series.entry(*first).or_default();
			let entry = series.entry(origin, &self.committed);
			entry.records = entry.records.saturating_add(1);
		}
	}

	/// One record does not count any more. Its share was closed before, if it was the last of it.
	pub fn withdraw(&mut self, origin: Version, index: u64, contributor: Account) {
		if !self.counting.remove(&(origin, index)) {
			return;
		}
		if let Some(share) = self.shares.get_mut(&(origin, contributor)) {
			share.records = share.records.saturating_sub(1);
		}
		let Some(first) = self.firsts.get(&origin) else { return };
		let Some(series) = self.series.get_mut(first) else { return };
		if let Some(entry) = series.entries.get_mut(&origin) {
			entry.records = entry.records.saturating_sub(1);
		}
		series.entries.retain(|_, one| one.records > 0 || one.per_record > 0 || one.carry > 0);
		if series.records() == 0 {
			self.series.remove(first);
		}
	}

	/// What a contributor is due, who collected `amount`. Nothing if there is no such share.
	///
	/// Where nothing is due for the records, it is what rounding kept, which the last of all
	/// contributors has.
	pub fn collect(&mut self, origin: Version, contributor: Account, amount: u128) -> Option<u128> {
		let series = self.series.get_mut(self.firsts.get(&origin)?)?;
		let share = self.shares.get_mut(&(origin, contributor))?;
		let entry = series.entries.get(&origin);
		let total = series.total(origin);
		let each = entry.map_or(0, |_| total.saturating_sub(share.checkpoint));
		let due = each.saturating_mul(share.records.into());
		if due > 0 {
			share.checkpoint = total;
			series.owed = series.owed.saturating_sub(amount);
			return Some(due);
		}
		let others = series.records().saturating_sub(u64::from(entry.is_some()));
		let carries = series.entries.values().fold(0, |sum, one| one.carry.saturating_add(sum));
		(others == 0).then_some(series.owed.saturating_add(carries))
	}

	/// A contributor has no share any more. Returns whether there was one, of a single record.
	pub fn close(&mut self, origin: Version, contributor: Account) -> bool {
		let share = self.shares.remove(&(origin, contributor));
		share.is_some_and(|share| share.records == 1)
	}
}
