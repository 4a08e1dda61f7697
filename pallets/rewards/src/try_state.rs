// SPDX-License-Identifier: Apache-2.0

//! What is always true.
//!
//! 1. The pot has the existential deposit, all credit in vaults, all rewards that can still be
//!    claimed, and the fees that the running epoch's credit is for. It may have more: new tokens and
//!    gifts.
//! 2. What is owed is the sum of what was not claimed of every epoch.
//! 3. An epoch is recorded if it ended, had credit and did not expire. No more is claimed than its
//!    rewards are, and they are no more than the cap lets them be.
//! 4. The points of the running epoch are its credit. No points are of nothing, or of an epoch that
//!    is yet to come, or of one that was pruned.
//! 5. The points of an epoch that ended are no more than its credit, and their rewards no more than
//!    what was not claimed of it.
//! 6. Each version counts its points, and only those that have some do.
//! 7. Each split is kept for as many rewards as there are points under it.
//! 8. Parameters are within their bounds.

use crate::{
	Config, CreditInVaults, EpochRecord, Epochs, Open, Owed, Pallet, Parameters, Points, PruneFrom,
	Running,
};
use agora_primitives::{
	seams::{InspectArtifacts, Payouts},
	ArtifactId, Balance, EpochIndex, Sequence, SplitNumber,
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use sp_runtime::TryRuntimeError;

/// What the points of an epoch come to.
#[derive(Default)]
struct Sums {
	credit: Balance,
	rewards: Balance,
}

impl<T: Config> Pallet<T> {
	/// Whether all of the above is true.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_money()?;
		Self::try_epochs()?;
		Self::try_points()?;
		Self::try_counts()?;
		Self::ensure_within_bounds(&Parameters::<T>::get())
			.map_err(|_| "8: a parameter is out of bounds".into())
	}

	/// 1 and 2.
	fn try_money() -> Result<(), TryRuntimeError> {
		let balance = T::Currency::balance(&Self::pot_account());
		let due = T::Currency::minimum_balance()
			.checked_add(CreditInVaults::<T>::get())
			.and_then(|due| due.checked_add(Owed::<T>::get()))
			.and_then(|due| due.checked_add(Running::<T>::get().credit))
			.ok_or("1: more is due than there can be")?;
		ensure!(balance >= due, "1: the pot has too little");
		let unclaimed = Epochs::<T>::iter_values()
			.try_fold(0, |sum: Balance, record| sum.checked_add(record.unclaimed()));
		ensure!(unclaimed == Some(Owed::<T>::get()), "2: something else is owed");
		Ok(())
	}

	/// 3.
	fn try_epochs() -> Result<(), TryRuntimeError> {
		let running = Running::<T>::get().index;
		for (epoch, EpochRecord { credit, rewards, claimed }) in Epochs::<T>::iter() {
			ensure!(epoch < running, "3: an epoch is recorded before its end");
			ensure!(epoch >= Self::oldest_claimable(running), "3: an epoch did not expire");
			ensure!(credit > 0, "3: an epoch without credit");
			ensure!(claimed <= rewards, "3: more was claimed than there is");
			ensure!(rewards <= T::RebateCap::get().mul_floor(credit), "3: rewards above the cap");
		}
		Ok(())
	}

	/// 4 and 5.
	fn try_points() -> Result<(), TryRuntimeError> {
		let running = Running::<T>::get();
		let mut sums = BTreeMap::<EpochIndex, Sums>::new();
		for ((epoch, _, _), credit) in Points::<T>::iter() {
			ensure!(credit > 0, "4: points of nothing");
			ensure!(epoch <= running.index, "4: points of an epoch to come");
			ensure!(epoch >= PruneFrom::<T>::get(), "4: points of an epoch that was pruned");
			let reward = Epochs::<T>::get(epoch).map_or(0, |record| record.reward(credit));
			let sum = sums.entry(epoch).or_default();
			sum.credit = sum.credit.checked_add(credit).ok_or("4: too much credit")?;
			sum.rewards = sum.rewards.checked_add(reward).ok_or("5: too much to claim")?;
		}
		let credit = sums.remove(&running.index).unwrap_or_default().credit;
		ensure!(credit == running.credit, "4: the running epoch has other credit");
		// Those that expired and were not pruned have no record any more.
		let oldest = Self::oldest_claimable(running.index);
		for (epoch, sum) in sums.range(oldest..) {
			let record = Epochs::<T>::get(epoch).ok_or("5: points of an epoch without credit")?;
			ensure!(sum.credit <= record.credit, "5: more points than credit");
			ensure!(sum.rewards <= record.unclaimed(), "5: more to claim than is left");
		}
		Ok(())
	}

	/// 6 and 7.
	fn try_counts() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<Sequence, u32>::new();
		let mut kept = BTreeMap::<(ArtifactId, SplitNumber), u32>::new();
		for (_, version, split) in Points::<T>::iter_keys() {
			let count = open.entry(version).or_default();
			*count = count.checked_add(1).ok_or("6: too many points")?;
			let info = T::Artifacts::version(version).ok_or("7: points of no version")?;
			let count = kept.entry((info.artifact, SplitNumber::from_be_bytes(split))).or_default();
			*count = count.checked_add(1).ok_or("7: too many points")?;
		}
		ensure!(Open::<T>::iter().collect::<BTreeMap<_, _>>() == open, "6: points are miscounted");
		for ((artifact, split), count) in kept {
			ensure!(T::Payouts::kept(&artifact, split) == count, "7: a split is kept for others");
		}
		Ok(())
	}
}
