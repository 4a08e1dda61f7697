// SPDX-License-Identifier: Apache-2.0

//! Incomes: what reached a version's vault, epoch by epoch, for those who want to see how it does.
//! Nothing is paid by it.

use crate::{Config, Incomes, Pallet};
use agora_primitives::{Balance, EpochIncome, Sequence};
use frame_support::traits::{Defensive, Get};

/// Where income came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
	/// A payment for the version.
	Sale,
	/// A version that was made from it.
	Royalty,
}

impl<T: Config> Pallet<T> {
	/// Remember income that reaches a version's vault now. Where there is no room for one more epoch,
	/// the oldest is forgotten.
	///
	/// It cannot fail: no payment should for the sake of what is only shown.
	pub(crate) fn remember_income(version: Sequence, origin: Origin, amount: Balance) {
		let (sales, royalties) = match origin {
			Origin::Sale => (amount, 0),
			Origin::Royalty => (0, amount),
		};
		let now = EpochIncome { epoch: T::CurrentEpoch::get(), sales, royalties };
		Incomes::<T>::mutate(version, |incomes| {
			// An epoch never comes again, so it is the last or a new one.
			if let Some(last) = incomes.last_mut().filter(|last| last.epoch >= now.epoch) {
				last.sales = last.sales.saturating_add(now.sales);
				last.royalties = last.royalties.saturating_add(now.royalties);
				return;
			}
			if incomes.is_full() {
				incomes.remove(0);
			}
			let _ = incomes.try_push(now).defensive_proof("there was room, or it was made; qed");
		});
	}
}
