// SPDX-License-Identifier: Apache-2.0

//! Fee credit: in vaults together with the income that the fee was for, and then points of the
//! version at which it comes to rest.

use crate::{Config, CreditInVaults, Event, Open, Pallet, Points, Running, WeightInfo};
use agora_primitives::{
	seams::{OnRevenue, Payouts, Receipt},
	Balance, EpochIndex, Sequence, SplitNumber,
};
use frame_support::weights::Weight;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Count credit in vaults that was not there before.
	fn enter_vaults(credit: Balance) -> DispatchResult {
		CreditInVaults::<T>::try_mutate(|sum| {
			*sum = sum.checked_add(credit).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Count credit out of vaults.
	fn leave_vaults(credit: Balance) -> DispatchResult {
		CreditInVaults::<T>::try_mutate(|sum| {
			*sum = sum.checked_sub(credit).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Make credit points of the running epoch.
	fn book(version: Sequence, split: SplitNumber, credit: Balance) -> DispatchResult {
		// Who is scheduled may be faster than this pallet's hook.
		let mut running = Self::roll();
		let key = (running.index, version, split.to_be_bytes());
		let before = Points::<T>::get(key);
		let points = before.unwrap_or(0).checked_add(credit).ok_or(ArithmeticError::Overflow)?;
		running.credit = running.credit.checked_add(credit).ok_or(ArithmeticError::Overflow)?;

		Self::leave_vaults(credit)?;
		if before.is_none() {
			Open::<T>::try_mutate(version, |open| {
				*open = open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
				Ok::<(), DispatchError>(())
			})?;
		}
		Points::<T>::insert(key, points);
		Running::<T>::put(running);
		if before.is_none() {
			T::Payouts::keep(version, split)?;
		}

		let epoch = running.index;
		Self::deposit_event(Event::CreditBooked { epoch, version, split, credit });
		Ok(())
	}

	/// Forget a version's points in an epoch.
	pub(crate) fn forget(key: (EpochIndex, Sequence, [u8; 4])) {
		Points::<T>::remove(key);
		Open::<T>::mutate_exists(key.1, |open| {
			*open = open.and_then(|open| open.checked_sub(1)).filter(|open| *open > 0);
		});
	}
}

impl<T: Config> OnRevenue<Balance> for Pallet<T> {
	fn on_payment(_: Sequence, _: &Receipt<Balance>, credit: Balance) -> DispatchResult {
		if credit == 0 {
			return Ok(());
		}
		Self::enter_vaults(credit)
	}

	fn on_credit(version: Sequence, split: SplitNumber, credit: Balance) -> DispatchResult {
		if credit == 0 {
			return Ok(());
		}
		Self::book(version, split, credit)
	}

	fn payment_weight() -> Weight {
		T::WeightInfo::on_payment()
	}

	/// Without the end of an epoch, which the hook of the same block pays for.
	fn credit_weight() -> Weight {
		T::WeightInfo::on_credit().saturating_add(T::Payouts::keep_weight())
	}
}
