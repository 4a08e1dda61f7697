// SPDX-License-Identifier: Apache-2.0

//! Refunds: the buyer has the whole price back, and the license is as it was before.

use crate::{BalanceOf, Config, Error, Event, HoldReason, Licenses, Offers, Pallet};
use agora_primitives::{ArtifactId, OfferId};
use frame_support::ensure;
use frame_system::Pallet as System;
use sp_runtime::{traits::Zero, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_refund(who: T::AccountId, artifact: ArtifactId) -> DispatchResult {
		let mut license = Self::ensure_license(&artifact, &who)?;
		let purchase = license.purchase.take().ok_or(Error::<T>::NothingToRefund)?;
		let now = System::<T>::block_number();
		ensure!(now <= purchase.refundable_until, Error::<T>::RefundWindowClosed);
		let bought = license.grant;

		Self::dequeue(purchase.refundable_until, &artifact, &who);
		Self::release(HoldReason::Purchase, &who, purchase.price)?;
		let deposit = match purchase.previous {
			Some(previous) => {
				Self::drop_use(bought.version)?;
				license.grant = previous;
				Licenses::<T>::insert(artifact, &who, license);
				BalanceOf::<T>::zero()
			}
			None => {
				let deposit = license.deposit;
				Self::end_license(&artifact, &who, license)?;
				deposit
			}
		};
		if purchase.supplied {
			Self::return_supply(bought.offer);
		}

		Self::deposit_event(Event::PurchaseRefunded {
			artifact,
			account: who,
			offer: bought.offer,
			price: purchase.price,
			deposit,
		});
		Ok(())
	}

	/// One more can be bought under an offer, if there still is one and it has a supply.
	fn return_supply(id: OfferId) {
		let Some(mut offer) = Offers::<T>::get(id) else { return };
		let Some(supply) = offer.terms.supply.as_mut() else { return };
		// A seller who offers as many as can be counted does not miss one.
		*supply = supply.saturating_add(1);
		Offers::<T>::insert(id, offer);
	}
}
