// SPDX-License-Identifier: Apache-2.0

//! Capped profit: a publisher's pledge that sales bring no more than that.

use crate::{BalanceOf, Config, Error, Event, Pallet, Sales, SalesRecordOf};
use agora_primitives::ArtifactId;
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_pledge_cap(
		who: T::AccountId,
		artifact: ArtifactId,
		cap: BalanceOf<T>,
	) -> DispatchResult {
		Self::ensure_owner(&who, &artifact)?;
		let mut sales = Self::sales_or_new(&who, &artifact)?;
		ensure!(sales.cap.is_none(), Error::<T>::CapAlreadyPledged);

		sales.cap = Some(cap);
		Self::open_sales(&artifact, sales.clone())?;

		Self::deposit_event(Event::CapPledged { artifact, cap, income: sales.income });
		Self::announce_free(&artifact, &sales);
		Ok(())
	}

	pub(crate) fn do_lower_cap(
		who: T::AccountId,
		artifact: ArtifactId,
		cap: BalanceOf<T>,
	) -> DispatchResult {
		Self::ensure_owner(&who, &artifact)?;
		let mut sales = Sales::<T>::get(artifact).ok_or(Error::<T>::CapNotPledged)?;
		let old = sales.cap.ok_or(Error::<T>::CapNotPledged)?;
		ensure!(cap < old, Error::<T>::CapNotLower);
		let was_free = sales.is_free();

		sales.cap = Some(cap);
		Sales::<T>::insert(artifact, &sales);

		Self::deposit_event(Event::CapLowered { artifact, cap, income: sales.income });
		if !was_free {
			Self::announce_free(&artifact, &sales);
		}
		Ok(())
	}

	/// Say that the cap is reached, if it is now and was not before.
	pub(crate) fn announce_free(artifact: &ArtifactId, sales: &SalesRecordOf<T>) {
		if sales.is_free() {
			Self::deposit_event(Event::CapReached { artifact: *artifact, income: sales.income });
		}
	}
}
