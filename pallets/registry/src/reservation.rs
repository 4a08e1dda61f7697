// SPDX-License-Identifier: Apache-2.0

//! Reservations: a digest is claimed before it is shown, so that a copy of the publication in the
//! transaction pool cannot be first.

use crate::{Config, Error, Event, HoldReason, Pallet, Reservation, ReservationOf, Reservations};
use agora_primitives::{reservation_commitment, Commitment, Digest, Salt, Sequence};
use frame_support::{ensure, traits::Get};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_reserve(who: T::AccountId, commitment: Commitment) -> DispatchResult {
		ensure!(!Reservations::<T>::contains_key(&who, commitment), Error::<T>::ReservationExists);

		let deposit = Self::reservation_price()?;
		let reservation = Reservation { block: System::<T>::block_number(), deposit };
		let expires_at = reservation.expires_at(T::ReservationPeriod::get());

		Self::hold(HoldReason::Reservation, &who, deposit)?;
		Reservations::<T>::insert(&who, commitment, reservation);

		Self::deposit_event(Event::Reserved { account: who, commitment, expires_at, deposit });
		Ok(())
	}

	pub(crate) fn do_release_reservation(
		who: T::AccountId,
		account: T::AccountId,
		commitment: Commitment,
	) -> DispatchResult {
		let reservation =
			Reservations::<T>::get(&account, commitment).ok_or(Error::<T>::ReservationNotFound)?;
		let now = System::<T>::block_number();
		ensure!(
			who == account || reservation.has_expired(T::ReservationPeriod::get(), now),
			Error::<T>::ReservationNotExpired
		);

		Self::end_reservation(&account, commitment, &reservation)?;

		let deposit = reservation.deposit;
		Self::deposit_event(Event::ReservationReleased { account, commitment, deposit });
		Ok(())
	}

	/// The reservation of `manifest` that `who` can reveal now.
	///
	/// Fails with `ReservationNotFound`, `ReservationTooNew`, `ReservationExpired`.
	pub(crate) fn ensure_revealable(
		who: &T::AccountId,
		manifest: &Digest,
		salt: &Salt,
		now: BlockNumberFor<T>,
	) -> Result<(Commitment, ReservationOf<T>), DispatchError> {
		let commitment = reservation_commitment(manifest, who, salt);
		let reservation =
			Reservations::<T>::get(who, commitment).ok_or(Error::<T>::ReservationNotFound)?;
		// A reservation made in the block that shows the digest proves nothing.
		ensure!(reservation.block < now, Error::<T>::ReservationTooNew);
		ensure!(
			!reservation.has_expired(T::ReservationPeriod::get(), now),
			Error::<T>::ReservationExpired
		);
		Ok((commitment, reservation))
	}

	/// End a reservation by publishing what it reserved.
	pub(crate) fn reveal(
		who: &T::AccountId,
		commitment: Commitment,
		reservation: &ReservationOf<T>,
		sequence: Sequence,
	) -> DispatchResult {
		Self::end_reservation(who, commitment, reservation)?;
		Self::deposit_event(Event::ReservationRevealed {
			account: who.clone(),
			commitment,
			sequence,
			deposit: reservation.deposit,
		});
		Ok(())
	}

	fn end_reservation(
		account: &T::AccountId,
		commitment: Commitment,
		reservation: &ReservationOf<T>,
	) -> DispatchResult {
		Self::release(HoldReason::Reservation, account, reservation.deposit)?;
		Reservations::<T>::remove(account, commitment);
		Ok(())
	}
}
