// SPDX-License-Identifier: Apache-2.0

//! The pot: the account that fees and new tokens go to, and what of it is not kept for anything.

use crate::{math, Config, CreditInVaults, Error, Event, Owed, Pallet, Parameters};
use agora_primitives::{account, Balance, RewardParameters};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::Preservation,
		Get,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchResult, Permill};

impl<T: Config> Pallet<T> {
	/// The account that fees and new tokens go to, and rewards come from.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// The share that the pot has of new tokens that validators do not earn.
	pub fn issuance_share() -> Permill {
		Parameters::<T>::get().issuance_share
	}

	/// See that the accounts exist that money goes to, so that no amount is too small for them.
	pub(crate) fn endow_accounts() {
		account::endow::<_, T::Currency>([Self::pot_account(), T::Commons::get()]);
	}

	/// What the pot has to give away.
	pub(crate) fn funds() -> Balance {
		math::funds(
			T::Currency::balance(&Self::pot_account()),
			T::Currency::minimum_balance(),
			CreditInVaults::<T>::get(),
			Owed::<T>::get(),
		)
	}

	/// What is in the commons pool.
	pub(crate) fn commons_pool() -> Balance {
		T::Currency::balance(&T::Commons::get()).saturating_sub(T::Currency::minimum_balance())
	}

	/// Move money, or leave it where it is if that is impossible. Returns what was moved.
	pub(crate) fn send(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> Balance {
		if amount == 0 {
			return 0;
		}
		with_storage_layer(|| T::Currency::transfer(from, to, amount, Preservation::Preserve))
			.unwrap_or(0)
	}

	/// Refuses parameters with `UsageShareOutOfBounds` or `IssuanceShareOutOfBounds`.
	pub(crate) fn ensure_within_bounds(parameters: &RewardParameters) -> DispatchResult {
		let usage = T::MinUsageShare::get()..=T::MaxUsageShare::get();
		let issuance = T::MinIssuanceShare::get()..=T::MaxIssuanceShare::get();
		ensure!(usage.contains(&parameters.usage_share), Error::<T>::UsageShareOutOfBounds);
		ensure!(
			issuance.contains(&parameters.issuance_share),
			Error::<T>::IssuanceShareOutOfBounds
		);
		Ok(())
	}

	pub(crate) fn do_set_parameters(parameters: RewardParameters) -> DispatchResult {
		Self::ensure_within_bounds(&parameters)?;

		Parameters::<T>::put(parameters);

		Self::deposit_event(Event::ParametersSet { parameters });
		Ok(())
	}
}
