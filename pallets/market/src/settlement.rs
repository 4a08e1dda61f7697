// SPDX-License-Identifier: Apache-2.0

//! Settlement: a purchase becomes final, and what is held for it is paid; or goes back whole, where
//! licenses became free meanwhile.

use crate::{
	BalanceOf, Config, Due, Error, Event, HoldReason, LicenseOf, Licenses, Pallet, PurchaseOf,
	Sales, SalesRecordOf, WeightInfo,
};
use agora_primitives::{
	seams::{Payment, Revenue},
	ArtifactId, OfferId, Sequence,
};
use frame_support::{
	ensure, storage::with_storage_layer, traits::DefensiveOption, weights::WeightMeter,
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System};
use sp_runtime::{
	traits::{CheckedAdd, SaturatedConversion},
	ArithmeticError, DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Returns whether a payment was taken.
	pub(crate) fn do_settle(
		artifact: ArtifactId,
		account: T::AccountId,
	) -> Result<bool, DispatchError> {
		let (license, purchase, sales) = Self::ensure_pending(&artifact, &account)?;
		let closed = System::<T>::block_number() > purchase.refundable_until;
		ensure!(closed || sales.is_free(), Error::<T>::RefundWindowOpen);
		Self::settle_purchase(&artifact, &account, license, purchase, sales)
	}

	/// Returns whether a payment was taken.
	pub(crate) fn do_waive_refund(
		who: T::AccountId,
		artifact: ArtifactId,
	) -> Result<bool, DispatchError> {
		let (license, purchase, sales) = Self::ensure_pending(&artifact, &who)?;
		Self::settle_purchase(&artifact, &who, license, purchase, sales)
	}

	/// Settle purchases whose refund window ended, oldest first, as long as the meter allows.
	///
	/// Each is settled whole or not at all. One that cannot be settled is left to `settle`, and does
	/// not keep the next from it.
	pub(crate) fn settle_due(meter: &mut WeightMeter) {
		let now = Self::block_key(System::<T>::block_number());
		let mut due = Due::<T>::iter_keys();
		while meter.try_consume(T::WeightInfo::look_for_due()).is_ok() {
			let Some((until, (artifact, account))) = due.next() else { break };
			// The storage's order is that of blocks: all others are later.
			if until >= now {
				break;
			}
			if meter.try_consume(Self::settle_due_weight()).is_err() {
				break;
			}
			let settled =
				with_storage_layer(|| Self::do_settle(artifact, account.clone()).map(|_| ()));
			if let Err(error) = settled {
				Due::<T>::remove(until, (artifact, &account));
				Self::deposit_event(Event::SettlementFailed { artifact, account, error });
			}
		}
	}

	/// What settling one purchase that is due weighs at most.
	pub(crate) fn settle_due_weight() -> frame_support::weights::Weight {
		T::WeightInfo::settle_due().saturating_add(T::Revenue::take_weight())
	}

	/// A license with a purchase that is not settled, and what its artifact sold.
	///
	/// Fails with `LicenseNotFound`, `NothingToSettle`.
	#[allow(clippy::type_complexity)]
	fn ensure_pending(
		artifact: &ArtifactId,
		account: &T::AccountId,
	) -> Result<(LicenseOf<T>, PurchaseOf<T>, SalesRecordOf<T>), DispatchError> {
		let mut license = Self::ensure_license(artifact, account)?;
		let purchase = license.purchase.take().ok_or(Error::<T>::NothingToSettle)?;
		let sales = Self::sales(artifact)?;
		Ok((license, purchase, sales))
	}

	/// Make a purchase final, which the license does not have any more. Returns whether a payment
	/// was taken.
	fn settle_purchase(
		artifact: &ArtifactId,
		account: &T::AccountId,
		license: LicenseOf<T>,
		purchase: PurchaseOf<T>,
		sales: SalesRecordOf<T>,
	) -> Result<bool, DispatchError> {
		let PurchaseOf::<T> { price, refundable_until, previous, .. } = purchase;
		let grant = license.grant;

		Self::dequeue(refundable_until, artifact, account);
		Licenses::<T>::insert(artifact, account, license);
		if let Some(previous) = previous {
			Self::drop_use(previous.version)?;
		}
		if !sales.is_free() {
			Self::take(artifact, account, grant.offer, grant.version, price)?;
			return Ok(true);
		}
		Self::release(HoldReason::Purchase, account, price)?;
		Self::deposit_event(Event::PurchaseReleased {
			artifact: *artifact,
			account: account.clone(),
			offer: grant.offer,
			price,
		});
		Ok(false)
	}

	/// Take a price that is held, and count what it brought. The artifact is not free yet, and
	/// nothing else remains to be written.
	pub(crate) fn take(
		artifact: &ArtifactId,
		account: &T::AccountId,
		offer: OfferId,
		version: Sequence,
		price: BalanceOf<T>,
	) -> DispatchResult {
		let limit = Self::sales(artifact)?.room();
		let payment = Payment { payer: account.clone(), version, gross: price, limit };
		let receipt = T::Revenue::take(payment, &HoldReason::Purchase.into())?;
		let sales = Sales::<T>::try_mutate(artifact, |sales| {
			let sales = sales.as_mut().defensive_ok_or(DispatchError::Corruption)?;
			sales.income =
				sales.income.checked_add(&receipt.income).ok_or(ArithmeticError::Overflow)?;
			Ok::<_, DispatchError>(sales.clone())
		})?;

		Self::deposit_event(Event::PurchaseSettled {
			artifact: *artifact,
			account: account.clone(),
			offer,
			version,
			price,
			fee: receipt.fee,
			income: receipt.income,
			excess: receipt.excess,
		});
		Self::announce_free(artifact, &sales);
		Ok(())
	}

	/// Put a purchase where it is found once its refund window ends.
	pub(crate) fn enqueue(until: BlockNumberFor<T>, artifact: &ArtifactId, account: &T::AccountId) {
		Due::<T>::insert(Self::block_key(until), (artifact, account), ());
	}

	/// A purchase is not to be settled any more.
	pub(crate) fn dequeue(until: BlockNumberFor<T>, artifact: &ArtifactId, account: &T::AccountId) {
		Due::<T>::remove(Self::block_key(until), (artifact, account));
	}

	/// A block's height with its first byte first, so that the storage's order is that of blocks.
	pub(crate) fn block_key(block: BlockNumberFor<T>) -> [u8; 4] {
		block.saturated_into::<u32>().to_be_bytes()
	}
}
