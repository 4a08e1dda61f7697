// SPDX-License-Identifier: Apache-2.0

//! Earnings: a ledger of what accounts can withdraw. So no payout depends on an account.

use crate::{Config, Earnings, Error, Event, Pallet};
use agora_primitives::{account, Balance, Sequence};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{DepositConsequence, Preservation, Provenance},
		Get,
	},
};
use sp_runtime::{traits::AccountIdConversion, ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The account that keeps what is not paid out.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// See that the accounts exist that money goes to, so that no amount is too small for them.
	pub(crate) fn endow_accounts() {
		account::endow::<_, T::Currency>([
			Self::pot_account(),
			T::FeeBeneficiary::get(),
			T::Commons::get(),
		]);
	}

	/// Let an account withdraw more.
	pub(crate) fn earn(account: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		Earnings::<T>::try_mutate(account, |earnings| {
			*earnings = earnings.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok::<(), DispatchError>(())
		})
	}

	/// Let an account withdraw more of a version's income.
	pub(crate) fn earn_of(
		version: Sequence,
		account: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount > 0 {
			Self::earn(&account, amount)?;
			Self::deposit_event(Event::Earned { account, version, amount });
		}
		Ok(())
	}

	pub(crate) fn do_withdraw(account: T::AccountId) -> DispatchResult {
		let amount = Earnings::<T>::get(&account);
		ensure!(amount > 0, Error::<T>::NothingToWithdraw);
		ensure!(
			T::Currency::can_deposit(&account, amount, Provenance::Extant)
				!= DepositConsequence::BelowMinimum,
			Error::<T>::EarningsTooSmall
		);

		Earnings::<T>::remove(&account);
		T::Currency::transfer(&Self::pot_account(), &account, amount, Preservation::Preserve)?;

		Self::deposit_event(Event::Withdrawn { account, amount });
		Ok(())
	}
}
