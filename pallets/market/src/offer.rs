// SPDX-License-Identifier: Apache-2.0

//! Offers: what a publisher says that a license costs, and what it gives.

use crate::{
	Config, Error, Event, HoldReason, NextOffer, OfferOf, OfferTermsOf, Offers, Pallet,
	SalesRecordOf,
};
use agora_primitives::{seams::InspectArtifacts, ArtifactId, ArtifactStatus, Offer, OfferId};
use frame_support::{ensure, traits::Get};
use sp_runtime::{
	traits::{One, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_offer(who: T::AccountId, terms: OfferTermsOf<T>) -> DispatchResult {
		// Check.
		let artifact = Self::ensure_terms(&terms)?;
		Self::ensure_owner(&who, &artifact)?;
		let mut sales = Self::sales_or_new(&who, &artifact)?;
		let id = NextOffer::<T>::get();
		sales.offers.try_push(id).map_err(|_| Error::<T>::TooManyOffers)?;

		// Compute.
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let deposit = Self::offer_price()?;
		let offer = Offer { artifact, terms, revision: 1, depositor: who.clone(), deposit };

		// Write.
		Self::open_sales(&artifact, sales)?;
		Self::hold(HoldReason::Offer, &who, deposit)?;
		Self::add_use(terms.version)?;
		Offers::<T>::insert(id, offer);
		NextOffer::<T>::put(next);

		Self::deposit_event(Event::OfferCreated {
			offer: id,
			artifact,
			owner: who,
			terms,
			deposit,
		});
		Ok(())
	}

	pub(crate) fn do_update_offer(
		who: T::AccountId,
		id: OfferId,
		terms: OfferTermsOf<T>,
	) -> DispatchResult {
		// Check.
		let (mut offer, _) = Self::ensure_changeable(&who, id)?;
		let artifact = Self::ensure_terms(&terms)?;
		ensure!(artifact == offer.artifact, Error::<T>::DifferentArtifact);

		// Compute.
		let revision = offer.revision.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let old = core::mem::replace(&mut offer.terms, terms);
		offer.revision = revision;

		// Write.
		Self::add_use(terms.version)?;
		Self::drop_use(old.version)?;
		Offers::<T>::insert(id, offer);

		Self::deposit_event(Event::OfferUpdated { offer: id, revision, terms });
		Ok(())
	}

	pub(crate) fn do_close_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		let (offer, mut sales) = Self::ensure_changeable(&who, id)?;
		sales.offers.retain(|other| *other != id);

		Self::release(HoldReason::Offer, &offer.depositor, offer.deposit)?;
		Self::drop_use(offer.terms.version)?;
		Offers::<T>::remove(id);
		Self::put_sales(&offer.artifact, sales)?;

		Self::deposit_event(Event::OfferClosed {
			offer: id,
			artifact: offer.artifact,
			depositor: offer.depositor,
			deposit: offer.deposit,
		});
		Ok(())
	}

	/// The offer, if the account may change it, and what its artifact sold.
	///
	/// Fails with `OfferNotFound`, `ArtifactNotFound`, `NotOwner`, `CapReached`.
	fn ensure_changeable(
		who: &T::AccountId,
		id: OfferId,
	) -> Result<(OfferOf<T>, SalesRecordOf<T>), DispatchError> {
		let offer = Offers::<T>::get(id).ok_or(Error::<T>::OfferNotFound)?;
		let artifact =
			T::Artifacts::artifact(&offer.artifact).ok_or(Error::<T>::ArtifactNotFound)?;
		ensure!(artifact.owner == *who, Error::<T>::NotOwner);
		let sales = Self::sales(&offer.artifact)?;
		// The pledge was that licenses are free from then on: it takes an offer to have one.
		let promised = sales.is_free() && artifact.status == ArtifactStatus::Active;
		ensure!(!promised, Error::<T>::CapReached);
		Ok((offer, sales))
	}

	/// Whether an offer may have these terms. Returns the artifact that a license would cover.
	///
	/// Fails with `VersionNotFound`, `VersionNotAvailable`, `NotCommercial`, `PriceTooLow`,
	/// `DurationTooShort`, `SupplyTooLow`, `RefundWindowTooLong`.
	fn ensure_terms(terms: &OfferTermsOf<T>) -> Result<ArtifactId, DispatchError> {
		let version = T::Artifacts::version(terms.version).ok_or(Error::<T>::VersionNotFound)?;
		ensure!(
			T::Artifacts::artifact(&version.artifact)
				.is_some_and(|artifact| version.is_available(&artifact)),
			Error::<T>::VersionNotAvailable
		);
		if !terms.price.is_zero() {
			ensure!(version.terms.uses.commercial, Error::<T>::NotCommercial);
			ensure!(terms.price >= T::MinPrice::get(), Error::<T>::PriceTooLow);
		}
		if let Some(duration) = terms.duration {
			ensure!(duration >= One::one(), Error::<T>::DurationTooShort);
			ensure!(terms.refund_window < duration, Error::<T>::RefundWindowTooLong);
		}
		ensure!(terms.supply != Some(0), Error::<T>::SupplyTooLow);
		ensure!(terms.refund_window <= T::MaxRefundWindow::get(), Error::<T>::RefundWindowTooLong);
		Ok(version.artifact)
	}
}
