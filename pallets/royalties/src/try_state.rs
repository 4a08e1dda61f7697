// SPDX-License-Identifier: Apache-2.0

//! What is always true.
//!
//! 1. Income waits only where there is a version, and no vault is empty. In the queue is what has at
//!    least `MinDistribution` in the vault, with nothing, and what came in under a former split, with
//!    its amount; nothing else. Credit is only where income is.
//! 2. Each split counts the versions that have income under it. A former split has some, or is kept
//!    for rewards; split 0 is only stored if it has or is.
//! 3. The members of a split share all of it: each something, none twice. Only a dataset's
//!    contributors have a share. A former split has members.
//! 4. Numbers of former splits are lower than that of the split in force. Each split has a depositor,
//!    but for split 0 in force, which has no members either.
//! 5. A share is for at least one record. The version that brought the records counts those of all its
//!    contributors, or was removed. Nothing is remembered where no record counts.
//! 6. What contributors can collect is what their shares are due, and what is kept for the next time
//!    is less than a planck for each record.
//! 7. No account has earnings of nothing.
//! 8. The pot has the existential deposit, all earnings, all that is set aside for contributors, and
//!    all income that waits. It may have more: gifts.
//! 9. What each account holds for splits and shares is the sum of what is recorded.
//! 10. Of a version that exists, income is remembered by epochs, in their order, of which each had some
//!     and none is to come.
//!
//! For which rewards splits are kept, and how much credit is in vaults, is known where rewards are
//! recorded, and checked there.

use crate::{
	vault, Config, ContributorIncomes, Earnings, HoldReason, Incomes, Pallet, Part, PastSplits,
	Shares, Splits, Vaults, Waiting,
};
use agora_primitives::{
	seams::{InspectArtifacts, InspectRecords},
	ArtifactId, ArtifactKind, Balance, Members, Sequence, SplitNumber,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use sp_runtime::{Permill, TryRuntimeError};

/// By artifact and number of the split, of how many versions there is income.
type Parts = BTreeMap<(ArtifactId, SplitNumber), u32>;

impl<T: Config> Pallet<T> {
	/// Whether all of the above is true.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let parts = Self::try_vaults()?;
		Self::try_splits(parts)?;
		Self::try_shares()?;
		Self::try_money()?;
		Self::try_deposits()?;
		Self::try_incomes()
	}

	/// 1. Returns how many versions have income under each split.
	fn try_vaults() -> Result<Parts, TryRuntimeError> {
		let mut parts = Parts::new();
		let mut count = |version: Sequence, split: SplitNumber| {
			let artifact = T::Artifacts::version(version)
				.map(|version| version.artifact)
				.ok_or("1: income of no version")?;
			let count = parts.entry((artifact, split)).or_default();
			*count = count.checked_add(1).ok_or("too many parts")?;
			Ok::<(), TryRuntimeError>(())
		};
		for (version, found) in Vaults::<T>::iter() {
			count(version, found.split)?;
			ensure!(found.amount > 0, "1: an empty vault");
			let waits = Waiting::<T>::get(vault::place(version), found.split.to_be_bytes());
			let enough = found.amount >= T::MinDistribution::get();
			ensure!(waits == enough.then_some(Part::MARK), "1: a vault waits wrongly");
		}
		for (place, split, part) in Waiting::<T>::iter() {
			let (version, split) = (vault::version_at(place), SplitNumber::from_be_bytes(split));
			let found = Vaults::<T>::get(version);
			if !part.is_income() {
				ensure!(part.credit == 0, "1: credit without income");
				ensure!(found.is_some_and(|found| found.split == split), "1: nothing waits");
			} else {
				count(version, split)?;
				ensure!(
					found.is_none_or(|found| found.split > split),
					"1: income waits apart from its vault"
				);
			}
		}
		Ok(parts)
	}

	/// 2, 3 and 4.
	fn try_splits(mut parts: Parts) -> Result<(), TryRuntimeError> {
		for (artifact, state) in Splits::<T>::iter() {
			let counted = parts.remove(&(artifact, state.number)).unwrap_or(0);
			ensure!(state.vaults == counted, "2: a split miscounts its vaults");
			ensure!(!state.is_first(), "2: split 0 is stored for nothing");
			let split = &state.split;
			if !split.members.is_empty() {
				Self::try_members(&split.members)?;
			}
			Self::try_contributors(&artifact, split.contributors)?;
			ensure!(
				state.depositor.is_some() == (state.number > 0),
				"4: a split without depositor, or split 0 with one"
			);
			ensure!(
				state.number > 0 || (split.members.is_empty() && split.contributors.is_zero()),
				"4: split 0 is not the owner's alone"
			);
		}
		for (artifact, number, past) in PastSplits::<T>::iter() {
			let counted = parts.remove(&(artifact, number)).unwrap_or(0);
			ensure!(past.vaults == counted, "2: a former split miscounts its vaults");
			ensure!(past.is_needed(), "2: a former split is kept for nothing");
			Self::try_members(&past.members)?;
			Self::try_contributors(&artifact, past.contributors)?;
			let current = Splits::<T>::get(artifact).map_or(0, |state| state.number);
			ensure!(number < current, "4: a former split is in force");
		}
		ensure!(parts.is_empty(), "2: income under a split that is not there");
		Ok(())
	}

	fn try_members(members: &Members<T::AccountId>) -> Result<(), TryRuntimeError> {
		let accounts: BTreeSet<_> = members.iter().map(|member| &member.account).collect();
		ensure!(accounts.len() == members.len(), "3: a member twice");
		ensure!(members.iter().all(|member| !member.share.is_zero()), "3: a member of nothing");
		let whole: u64 = members.iter().map(|member| u64::from(member.share.deconstruct())).sum();
		ensure!(whole == u64::from(Permill::one().deconstruct()), "3: shares are no whole");
		Ok(())
	}

	fn try_contributors(artifact: &ArtifactId, share: Permill) -> Result<(), TryRuntimeError> {
		let kind = T::Artifacts::artifact(artifact).map(|artifact| artifact.kind);
		ensure!(
			share.is_zero() || kind == Some(ArtifactKind::Dataset),
			"3: contributors to no dataset"
		);
		Ok(())
	}

	/// 5 and 6.
	fn try_shares() -> Result<(), TryRuntimeError> {
		let mut records = BTreeMap::<(Sequence, Sequence), u64>::new();
		let mut owed = BTreeMap::<Sequence, Balance>::new();
		for (origin, _, share) in Shares::<T>::iter() {
			ensure!(share.records > 0, "5: a share of no record");
			let counted = records.entry((share.series, origin)).or_default();
			*counted = counted.checked_add(share.records).ok_or("too many records")?;
			let income = ContributorIncomes::<T>::get(share.series).unwrap_or_default();
			if income.entry(origin).is_none() {
				ensure!(T::Records::records(origin).is_none(), "5: a share without an entry");
			} else {
				ensure!(share.checkpoint <= income.total(origin), "6: collected too much");
			}
			let sum = owed.entry(share.series).or_default();
			let due = income.due(origin, &share)?;
			*sum = sum.checked_add(due).ok_or("too much is due")?;
		}
		for (series, income) in ContributorIncomes::<T>::iter() {
			ensure!(income.records() > 0, "5: no record counts");
			let mut newest = None;
			for entry in &income.versions {
				ensure!(newest < Some(entry.version), "5: entries are out of order");
				newest = Some(entry.version);
				let counted = records.get(&(series, entry.version)).copied().unwrap_or(0);
				ensure!(counted == entry.records, "5: a version miscounts its records");
				ensure!(entry.records > 0 || entry.has_income(), "5: an entry of nothing");
				let committed = T::Records::records(entry.version).map(|counts| counts.committed);
				ensure!(
					entry.carry < committed.unwrap_or(1).into(),
					"6: more is kept than rounding needs"
				);
			}
			let due = owed.remove(&series).unwrap_or(0);
			ensure!(due == income.owed, "6: contributors are owed something else");
		}
		ensure!(owed.values().all(|due| *due == 0), "6: nothing is set aside for contributors");
		Ok(())
	}

	/// 7 and 8.
	fn try_money() -> Result<(), TryRuntimeError> {
		ensure!(Earnings::<T>::iter_values().all(|amount| amount > 0), "7: earnings of nothing");
		let balance = T::Currency::balance(&Self::pot_account());
		let due = Self::liabilities().ok_or("8: more is due than there can be")?;
		let due = due.checked_add(T::Currency::minimum_balance()).ok_or("8: too much is due")?;
		ensure!(balance >= due, "8: the pot has too little");
		Ok(())
	}

	/// 10.
	fn try_incomes() -> Result<(), TryRuntimeError> {
		let now = T::CurrentEpoch::get();
		for (version, incomes) in Incomes::<T>::iter() {
			ensure!(T::Artifacts::version(version).is_some(), "10: income of no version");
			ensure!(!incomes.is_empty(), "10: income of no epoch");
			let mut latest = None;
			for income in incomes {
				ensure!(latest < Some(income.epoch), "10: epochs out of order");
				ensure!(income.epoch <= now, "10: income of an epoch that is to come");
				ensure!(income.sales > 0 || income.royalties > 0, "10: an epoch without income");
				latest = Some(income.epoch);
			}
		}
		Ok(())
	}

	/// All that the pot keeps for others. Nothing if it overflows.
	pub(crate) fn liabilities() -> Option<Balance> {
		let contributors = ContributorIncomes::<T>::iter_values().map(|income| income.set_aside());
		Earnings::<T>::iter_values()
			.chain(contributors)
			.chain(Vaults::<T>::iter_values().map(|vault| vault.amount))
			.chain(Waiting::<T>::iter_values().map(|part| part.amount))
			.try_fold(0, Balance::checked_add)
	}

	/// All fee credit that is in vaults: what was paid for and did not come to rest. Nothing if it
	/// overflows.
	pub fn credit_in_vaults() -> Option<Balance> {
		Vaults::<T>::iter_values()
			.map(|vault| vault.credit)
			.chain(Waiting::<T>::iter_values().map(|part| part.credit))
			.try_fold(0, Balance::checked_add)
	}

	/// 9.
	fn try_deposits() -> Result<(), TryRuntimeError> {
		let mut recorded = BTreeMap::<_, [Balance; 2]>::new();
		let mut record = |who: T::AccountId, at: usize, amount: Balance| {
			let sum = recorded.entry(who).or_default().get_mut(at).ok_or("no such reason")?;
			*sum = sum.checked_add(amount).ok_or("deposits overflow")?;
			Ok::<(), TryRuntimeError>(())
		};
		for state in Splits::<T>::iter_values() {
			if let Some(depositor) = state.depositor {
				record(depositor, 0, state.deposit)?;
			}
		}
		for past in PastSplits::<T>::iter_values() {
			record(past.depositor, 0, past.deposit)?;
		}
		for (_, contributor, share) in Shares::<T>::iter() {
			record(contributor, 1, share.deposit)?;
		}
		for (who, sums) in recorded {
			for (reason, sum) in [HoldReason::Split, HoldReason::Share].into_iter().zip(sums) {
				ensure!(
					Self::held(reason, &who) == sum,
					"9: an account does not hold what is recorded"
				);
			}
		}
		Ok(())
	}
}
