// SPDX-License-Identifier: Apache-2.0

//! Claims: a version's reward goes to the split that its income had come in under.

use crate::{Config, Epochs, Error, Event, Owed, Pallet, Points, Running};
use agora_primitives::{seams::Payouts, EpochIndex, Sequence, SplitNumber};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Refuses an epoch with `EpochNotEnded` or `RewardsExpired`.
	fn ensure_claimable(epoch: EpochIndex) -> DispatchResult {
		let running = Running::<T>::get().index;
		ensure!(epoch < running, Error::<T>::EpochNotEnded);
		ensure!(epoch >= Self::oldest_claimable(running), Error::<T>::RewardsExpired);
		Ok(())
	}

	pub(crate) fn do_claim(
		account: T::AccountId,
		epoch: EpochIndex,
		version: Sequence,
	) -> DispatchResult {
		Self::ensure_claimable(epoch)?;
		let mut record = Epochs::<T>::get(epoch).ok_or(Error::<T>::NothingToClaim)?;
		let oldest = Points::<T>::iter_key_prefix((epoch, version)).next();
		let key = (epoch, version, oldest.ok_or(Error::<T>::NothingToClaim)?);
		let credit = Points::<T>::get(key).ok_or(Error::<T>::NothingToClaim)?;
		let split = SplitNumber::from_be_bytes(key.2);
		let amount = record.reward(credit);

		Self::forget(key);
		record.claimed = record.claimed.saturating_add(amount);
		Epochs::<T>::insert(epoch, record);
		Owed::<T>::mutate(|owed| *owed = owed.saturating_sub(amount));
		if amount > 0 {
			T::Payouts::pay(version, split, &Self::pot_account(), amount)?;
		} else {
			// Too little to be a planck.
			T::Payouts::leave(version, split)?;
		}

		Self::deposit_event(Event::RewardClaimed {
			epoch,
			version,
			split,
			credit,
			amount,
			account,
		});
		Ok(())
	}
}
