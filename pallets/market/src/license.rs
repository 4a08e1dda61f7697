// SPDX-License-Identifier: Apache-2.0

//! Licenses: handed to somebody else, or ended.

use crate::{Config, Error, Event, HoldReason, LicenseOf, Licenses, LicensesOf, Pallet};
use agora_primitives::{seams::InspectArtifacts, ArtifactId, LicenseTerm};
use frame_support::{
	ensure,
	traits::{
		fungible::hold::Mutate,
		tokens::{Fortitude, Precision, Restriction},
	},
};
use frame_system::Pallet as System;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_transfer_license(
		who: T::AccountId,
		artifact: ArtifactId,
		to: T::AccountId,
	) -> DispatchResult {
		let license = Self::ensure_paid(&artifact, &who)?;
		ensure!(license.grant.transferable, Error::<T>::NotTransferable);
		ensure!(license.lasts_at(&System::<T>::block_number()), Error::<T>::LicenseExpired);
		ensure!(!Licenses::<T>::contains_key(artifact, &to), Error::<T>::RecipientLicensed);
		ensure!(T::Artifacts::owner(&artifact).as_ref() != Some(&to), Error::<T>::OwnArtifact);
		ensure!(System::<T>::providers(&to) > 0, Error::<T>::RecipientNotFound);

		// The license was paid for with it, and goes where the license goes; also where a lock
		// covers it.
		T::Currency::transfer_on_hold(
			&HoldReason::License.into(),
			&who,
			&to,
			license.deposit,
			Precision::Exact,
			Restriction::OnHold,
			Fortitude::Force,
		)?;
		Licenses::<T>::remove(artifact, &who);
		LicensesOf::<T>::remove(&who, artifact);
		let deposit = license.deposit;
		Licenses::<T>::insert(artifact, &to, license);
		LicensesOf::<T>::insert(&to, artifact, ());

		Self::deposit_event(Event::LicenseTransferred { artifact, from: who, to, deposit });
		Ok(())
	}

	pub(crate) fn do_release_license(
		who: T::AccountId,
		artifact: ArtifactId,
		account: T::AccountId,
	) -> DispatchResult {
		let license = Self::ensure_paid(&artifact, &account)?;
		if who != account {
			match license.grant.term {
				LicenseTerm::Perpetual => return Err(Error::<T>::NotLicensee.into()),
				term => {
					ensure!(!term.lasts_at(&System::<T>::block_number()), Error::<T>::LicenseLasts)
				}
			}
		}

		let deposit = license.deposit;
		Self::end_license(&artifact, &account, license)?;

		Self::deposit_event(Event::LicenseReleased { artifact, account, deposit });
		Ok(())
	}

	/// The license of an account.
	///
	/// Fails with `LicenseNotFound`.
	pub(crate) fn ensure_license(
		artifact: &ArtifactId,
		account: &T::AccountId,
	) -> Result<LicenseOf<T>, DispatchError> {
		Ok(Licenses::<T>::get(artifact, account).ok_or(Error::<T>::LicenseNotFound)?)
	}

	/// The license of an account, if all is paid for it.
	///
	/// Fails with `LicenseNotFound`, `PurchasePending`.
	pub(crate) fn ensure_paid(
		artifact: &ArtifactId,
		account: &T::AccountId,
	) -> Result<LicenseOf<T>, DispatchError> {
		let license = Self::ensure_license(artifact, account)?;
		ensure!(license.purchase.is_none(), Error::<T>::PurchasePending);
		Ok(license)
	}

	/// End a license without a purchase, and give its deposit back.
	pub(crate) fn end_license(
		artifact: &ArtifactId,
		account: &T::AccountId,
		license: LicenseOf<T>,
	) -> DispatchResult {
		let mut sales = Self::sales(artifact)?;
		let licenses = sales.licenses.checked_sub(1).ok_or(ArithmeticError::Underflow)?;

		Self::release(HoldReason::License, account, license.deposit)?;
		Self::drop_use(license.grant.version)?;
		Licenses::<T>::remove(artifact, account);
		LicensesOf::<T>::remove(account, artifact);
		Self::count_licenses(artifact, &mut sales, licenses);
		Self::put_sales(artifact, sales)
	}
}
