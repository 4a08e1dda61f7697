// SPDX-License-Identifier: Apache-2.0

//! What is always true.
//!
//! 1. An offer's id was given, and its artifact lists it; an artifact lists nothing else, in
//!    ascending order.
//! 2. An offer's terms are possible, and have a number.
//! 3. A license is known under its holder's name; nothing else is known there.
//! 4. An artifact counts its licenses.
//! 5. What an artifact sold says something, and the artifact exists.
//! 6. A version counts the offers and licenses that name it, current and former, and exists; none
//!    that nothing names is counted.
//! 7. Versions that offers and licenses name belong to the artifact.
//! 8. A license was not bought in the future, and under an offer whose id was given.
//! 9. A purchase that is not settled has a price, and waits in the block in which its refund window
//!    ends, unless that has ended; nothing else waits.
//! 10. What can be refunded goes back to a license that could be renewed.
//! 11. What each account holds for offers, licenses, purchases and sales is the sum of what is
//!     recorded.
//! 12. An artifact that there are licenses for is found once by how many there are; nothing else is
//!     found so.

use crate::{
	BalanceOf, Config, Due, HoldReason, LicenseOf, Licenses, LicensesOf, NextOffer, Offers, Pallet,
	Sales, VersionUses,
};
use agora_primitives::{seams::InspectArtifacts, ArtifactId, LicenseTerm, Sequence};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use frame_system::Pallet as System;
use sp_runtime::{
	traits::{CheckedAdd, One, Zero},
	TryRuntimeError,
};

/// How often each version is named.
type Uses = BTreeMap<Sequence, u32>;

impl<T: Config> Pallet<T> {
	/// Whether all of the above is true.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut uses = Uses::new();
		Self::try_offers(&mut uses)?;
		Self::try_licenses(&mut uses)?;
		Self::try_sales()?;
		Self::try_uses(uses)?;
		Self::try_due()?;
		Self::try_holds()?;
		Self::try_popularity()
	}

	/// 1, 2 and 7.
	fn try_offers(uses: &mut Uses) -> Result<(), TryRuntimeError> {
		let next = NextOffer::<T>::get();
		for (id, offer) in Offers::<T>::iter() {
			ensure!(id > 0 && id < next, "1: an offer has an id that was not given");
			ensure!(
				Sales::<T>::get(offer.artifact).is_some_and(|sales| sales.offers.contains(&id)),
				"1: an artifact does not list its offer"
			);
			let terms = &offer.terms;
			ensure!(
				offer.revision > 0
					&& terms.duration.is_none_or(|duration| {
						duration >= One::one() && terms.refund_window < duration
					}),
				"2: an offer has impossible terms"
			);
			Self::try_named(uses, terms.version, &offer.artifact)?;
		}
		Ok(())
	}

	/// 3, 7, 8 and 10.
	fn try_licenses(uses: &mut Uses) -> Result<(), TryRuntimeError> {
		let now = System::<T>::block_number();
		let next = NextOffer::<T>::get();
		let mut known = 0usize;
		for (artifact, account, license) in Licenses::<T>::iter() {
			ensure!(
				LicensesOf::<T>::contains_key(&account, artifact),
				"3: a license is not known to its holder"
			);
			known = known.checked_add(1).ok_or("too many licenses")?;
			ensure!(license.since <= now, "8: a license was bought in the future");
			let previous = license.purchase.and_then(|purchase| purchase.previous);
			for grant in [Some(license.grant), previous].into_iter().flatten() {
				ensure!(
					grant.offer > 0 && grant.offer < next,
					"8: a license has an offer that was never made"
				);
				Self::try_named(uses, grant.version, &artifact)?;
			}
			ensure!(
				previous.is_none_or(|previous| previous.term != LicenseTerm::Perpetual),
				"10: a license was renewed that lasts for ever"
			);
		}
		ensure!(
			LicensesOf::<T>::iter_keys().count() == known,
			"3: an account is known for a license that it does not have"
		);
		Ok(())
	}

	/// Count that something names a version of an artifact.
	fn try_named(
		uses: &mut Uses,
		version: Sequence,
		artifact: &ArtifactId,
	) -> Result<(), TryRuntimeError> {
		let found = T::Artifacts::version(version).ok_or("6: a version that is sold is gone")?;
		ensure!(found.artifact == *artifact, "7: a version of another artifact was sold");
		let count = uses.entry(version).or_default();
		*count = count.checked_add(1).ok_or("too many uses")?;
		Ok(())
	}

	/// 1, 4 and 5.
	fn try_sales() -> Result<(), TryRuntimeError> {
		let mut licenses = BTreeMap::<_, u32>::new();
		for (artifact, _) in Licenses::<T>::iter_keys() {
			let count = licenses.entry(artifact).or_default();
			*count = count.checked_add(1).ok_or("too many licenses")?;
		}
		for (artifact, sales) in Sales::<T>::iter() {
			let mut last = 0;
			for id in &sales.offers {
				ensure!(*id > last, "1: an artifact lists offers out of order");
				ensure!(
					Offers::<T>::get(id).is_some_and(|offer| offer.artifact == artifact),
					"1: an artifact lists an offer that it does not have"
				);
				last = *id;
			}
			ensure!(
				licenses.remove(&artifact).unwrap_or(0) == sales.licenses,
				"4: an artifact counts licenses wrongly"
			);
			ensure!(!sales.is_empty(), "5: nothing is known of what an artifact sold");
			ensure!(
				T::Artifacts::artifact(&artifact).is_some(),
				"5: an artifact is gone that was sold"
			);
		}
		ensure!(licenses.is_empty(), "4: an artifact does not know of its licenses");
		Ok(())
	}

	/// 6.
	fn try_uses(mut uses: Uses) -> Result<(), TryRuntimeError> {
		for (version, counted) in VersionUses::<T>::iter() {
			ensure!(
				counted > 0 && uses.remove(&version) == Some(counted),
				"6: a version counts its uses wrongly"
			);
		}
		ensure!(uses.is_empty(), "6: a version does not know of its uses");
		Ok(())
	}

	/// 9.
	fn try_due() -> Result<(), TryRuntimeError> {
		let now = System::<T>::block_number();
		let mut waiting = 0usize;
		for (artifact, account, license) in Licenses::<T>::iter() {
			let Some(purchase) = license.purchase else { continue };
			ensure!(!purchase.price.is_zero(), "9: a purchase without a price waits");
			let until = purchase.refundable_until;
			if Due::<T>::contains_key(Self::block_key(until), (artifact, account)) {
				waiting = waiting.checked_add(1).ok_or("too many purchases")?;
			} else {
				ensure!(until < now, "9: a purchase does not wait to be settled");
			}
		}
		ensure!(
			Due::<T>::iter_keys().count() == waiting,
			"9: something waits that is not a purchase"
		);
		Ok(())
	}

	/// 11.
	fn try_holds() -> Result<(), TryRuntimeError> {
		for (who, sums) in Self::recorded()? {
			for (reason, sum) in REASONS.into_iter().zip(sums) {
				ensure!(
					Self::held(reason, &who) == sum,
					"11: an account does not hold what is recorded"
				);
			}
		}
		Ok(())
	}

	/// 12.
	fn try_popularity() -> Result<(), TryRuntimeError> {
		let mut found = 0usize;
		for (licenses, artifact) in Self::most_licensed(None) {
			ensure!(
				licenses > 0 && Self::licenses(&artifact) == licenses,
				"12: an artifact is found by a number of licenses that it does not have"
			);
			found = found.checked_add(1).ok_or("too many artifacts")?;
		}
		let licensed = Sales::<T>::iter_values().filter(|sales| sales.licenses > 0).count();
		ensure!(found == licensed, "12: an artifact is not found by its licenses");
		Ok(())
	}

	/// What each account should hold, in the order of [`REASONS`].
	pub(crate) fn recorded() -> Result<Recorded<T>, TryRuntimeError> {
		let mut recorded = Recorded::<T>::new();
		let mut record = |who: T::AccountId, sums: [BalanceOf<T>; 4]| {
			let all = recorded.entry(who).or_default();
			for (sum, amount) in all.iter_mut().zip(sums) {
				*sum = sum.checked_add(&amount).ok_or("holds overflow")?;
			}
			Ok::<(), TryRuntimeError>(())
		};
		let zero = BalanceOf::<T>::zero;
		for offer in Offers::<T>::iter_values() {
			record(offer.depositor, [offer.deposit, zero(), zero(), zero()])?;
		}
		for (_, account, license) in Licenses::<T>::iter() {
			let LicenseOf::<T> { purchase, deposit, .. } = license;
			let price = purchase.map_or_else(zero, |purchase| purchase.price);
			record(account, [zero(), deposit, price, zero()])?;
		}
		for sales in Sales::<T>::iter_values() {
			record(sales.depositor, [zero(), zero(), zero(), sales.deposit])?;
		}
		Ok(recorded)
	}
}

/// What each account should hold, in the order of [`REASONS`].
pub(crate) type Recorded<T> = BTreeMap<<T as frame_system::Config>::AccountId, [BalanceOf<T>; 4]>;

/// Every reason for which something is held.
pub(crate) const REASONS: [HoldReason; 4] =
	[HoldReason::Offer, HoldReason::License, HoldReason::Purchase, HoldReason::Sales];
