// SPDX-License-Identifier: Apache-2.0

//! Purchases: a first license, and one that lasts longer.

use crate::{
	BalanceOf, Config, Error, Event, HoldReason, Licenses, LicensesOf, OfferOf, Offers, Pallet,
	PurchaseOf, SalesRecordOf,
};
use agora_primitives::{
	seams::InspectArtifacts, ArtifactId, Grant, License, LicenseTerm, OfferId, Purchase,
};
use frame_support::ensure;
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System};
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	ArithmeticError, DispatchError,
};

/// What somebody is about to buy, as it stands.
struct Deal<T: Config> {
	/// The offer, one less of its supply taken.
	offer: OfferOf<T>,
	/// What its artifact sold so far.
	sales: SalesRecordOf<T>,
	/// What the license costs.
	price: BalanceOf<T>,
}

impl<T: Config> Pallet<T> {
	/// Returns whether a payment was taken.
	pub(crate) fn do_buy(
		who: T::AccountId,
		id: OfferId,
		max_price: BalanceOf<T>,
		revision: u32,
	) -> Result<bool, DispatchError> {
		// Check.
		let Deal { mut offer, mut sales, price } =
			Self::ensure_deal(&who, id, max_price, revision)?;
		let artifact = offer.artifact;
		ensure!(!Licenses::<T>::contains_key(artifact, &who), Error::<T>::AlreadyLicensed);
		let supplied = Self::ensure_supply(&mut offer, &sales)?;

		// Compute.
		let now = System::<T>::block_number();
		let term = Self::term(&offer, now)?;
		let grant = Self::grant(id, &offer, term);
		let purchase = Self::pending(&offer, price, now, supplied, None)?;
		let refundable_until = purchase.map(|purchase| purchase.refundable_until);
		let deposit = Self::license_price()?;
		let licenses = sales.licenses.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		// Write.
		Self::hold(HoldReason::License, &who, deposit)?;
		Self::hold(HoldReason::Purchase, &who, price)?;
		Self::add_use(grant.version)?;
		Licenses::<T>::insert(artifact, &who, License { grant, purchase, since: now, deposit });
		LicensesOf::<T>::insert(&who, artifact, ());
		if supplied {
			Offers::<T>::insert(id, &offer);
		}
		Self::count_licenses(&artifact, &mut sales, licenses);
		Self::put_sales(&artifact, sales)?;

		Self::deposit_event(Event::LicenseBought {
			artifact,
			account: who.clone(),
			offer: id,
			version: grant.version,
			price,
			term,
			refundable_until,
			deposit,
		});
		Self::await_or_take(&artifact, &who, id, &offer, price, refundable_until)
	}

	/// Returns whether a payment was taken.
	pub(crate) fn do_renew(
		who: T::AccountId,
		id: OfferId,
		max_price: BalanceOf<T>,
		revision: u32,
	) -> Result<bool, DispatchError> {
		// Check.
		let Deal { mut offer, sales, price } = Self::ensure_deal(&who, id, max_price, revision)?;
		let artifact = offer.artifact;
		let mut license = Self::ensure_paid(&artifact, &who)?;
		let old = license.grant;
		let LicenseTerm::Until(end) = old.term else {
			return Err(Error::<T>::NothingToRenew.into());
		};
		// Who renews under the same offer has one of its supply already.
		let supplied = old.offer != id && Self::ensure_supply(&mut offer, &sales)?;

		// Compute.
		let now = System::<T>::block_number();
		let term = Self::term(&offer, now.max(end))?;
		let grant = Self::grant(id, &offer, term);
		let purchase = Self::pending(&offer, price, now, supplied, Some(old))?;
		let refundable_until = purchase.map(|purchase| purchase.refundable_until);
		license.grant = grant;
		license.purchase = purchase;

		// Write.
		Self::hold(HoldReason::Purchase, &who, price)?;
		Self::add_use(grant.version)?;
		if purchase.is_none() {
			Self::drop_use(old.version)?;
		}
		Licenses::<T>::insert(artifact, &who, license);
		if supplied {
			Offers::<T>::insert(id, &offer);
		}

		Self::deposit_event(Event::LicenseRenewed {
			artifact,
			account: who.clone(),
			offer: id,
			version: grant.version,
			price,
			term,
			refundable_until,
		});
		Self::await_or_take(&artifact, &who, id, &offer, price, refundable_until)
	}

	/// The offer, if the account can buy under it now what it saw, and what it costs.
	///
	/// Fails with `OfferNotFound`, `TermsChanged`, `ArtifactNotFound`, `OwnArtifact`,
	/// `VersionNotAvailable`, `PriceAboveLimit`.
	fn ensure_deal(
		who: &T::AccountId,
		id: OfferId,
		max_price: BalanceOf<T>,
		revision: u32,
	) -> Result<Deal<T>, DispatchError> {
		let offer = Offers::<T>::get(id).ok_or(Error::<T>::OfferNotFound)?;
		ensure!(offer.revision == revision, Error::<T>::TermsChanged);
		let artifact =
			T::Artifacts::artifact(&offer.artifact).ok_or(Error::<T>::ArtifactNotFound)?;
		ensure!(artifact.owner != *who, Error::<T>::OwnArtifact);
		ensure!(
			T::Artifacts::version(offer.terms.version)
				.is_some_and(|version| version.is_available(&artifact)),
			Error::<T>::VersionNotAvailable
		);
		let sales = Self::sales(&offer.artifact)?;
		let price = sales.price(offer.terms.price);
		ensure!(price <= max_price, Error::<T>::PriceAboveLimit);
		Ok(Deal { offer, sales, price })
	}

	/// Take one of the offer's supply, if it has one and it matters. Returns whether one was taken.
	///
	/// Fails with `SoldOut`.
	fn ensure_supply(
		offer: &mut OfferOf<T>,
		sales: &SalesRecordOf<T>,
	) -> Result<bool, DispatchError> {
		match offer.terms.supply.as_mut() {
			Some(supply) if !sales.is_free() => {
				*supply = supply.checked_sub(1).ok_or(Error::<T>::SoldOut)?;
				Ok(true)
			}
			_ => Ok(false),
		}
	}

	/// How long a license lasts that begins in a block.
	fn term(
		offer: &OfferOf<T>,
		begin: BlockNumberFor<T>,
	) -> Result<LicenseTerm<BlockNumberFor<T>>, DispatchError> {
		match offer.terms.duration {
			None => Ok(LicenseTerm::Perpetual),
			Some(duration) => {
				let end = begin.checked_add(&duration).ok_or(ArithmeticError::Overflow)?;
				Ok(LicenseTerm::Until(end))
			}
		}
	}

	/// What the offer allows for this long.
	fn grant(
		id: OfferId,
		offer: &OfferOf<T>,
		term: LicenseTerm<BlockNumberFor<T>>,
	) -> Grant<BlockNumberFor<T>> {
		Grant {
			offer: id,
			version: offer.terms.version,
			term,
			transferable: offer.terms.transferable,
		}
	}

	/// The purchase that waits for its refund window to end. Nothing where there is nothing to
	/// refund, or no window.
	fn pending(
		offer: &OfferOf<T>,
		price: BalanceOf<T>,
		now: BlockNumberFor<T>,
		supplied: bool,
		previous: Option<Grant<BlockNumberFor<T>>>,
	) -> Result<Option<PurchaseOf<T>>, DispatchError> {
		let window = offer.terms.refund_window;
		if price.is_zero() || window.is_zero() {
			return Ok(None);
		}
		let refundable_until = now.checked_add(&window).ok_or(ArithmeticError::Overflow)?;
		Ok(Some(Purchase { price, refundable_until, supplied, previous }))
	}

	/// Let the purchase wait for its refund window to end; or take what is held for it where there
	/// is no window. Returns whether a payment was taken.
	fn await_or_take(
		artifact: &ArtifactId,
		who: &T::AccountId,
		id: OfferId,
		offer: &OfferOf<T>,
		price: BalanceOf<T>,
		refundable_until: Option<BlockNumberFor<T>>,
	) -> Result<bool, DispatchError> {
		if let Some(until) = refundable_until {
			Self::enqueue(until, artifact, who);
			return Ok(false);
		}
		if price.is_zero() {
			return Ok(false);
		}
		Self::take(artifact, who, id, offer.terms.version, price)?;
		Ok(true)
	}
}
