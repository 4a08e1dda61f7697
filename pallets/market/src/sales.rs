// SPDX-License-Identifier: Apache-2.0

//! What an artifact sells and sold, and which of its versions somebody counts on.

use crate::{
	BalanceOf, Config, Error, Event, HoldReason, OfferIds, Pallet, Popularity, Sales, SalesRecord,
	SalesRecordOf, VersionUses,
};
use agora_primitives::{seams::InspectArtifacts, ArtifactId, Sequence};
use frame_support::{ensure, traits::DefensiveOption};
use sp_runtime::{traits::Zero, ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Whether the account owns the artifact.
	///
	/// Fails with `ArtifactNotFound`, `NotOwner`.
	pub(crate) fn ensure_owner(who: &T::AccountId, artifact: &ArtifactId) -> DispatchResult {
		let owner = T::Artifacts::owner(artifact).ok_or(Error::<T>::ArtifactNotFound)?;
		ensure!(owner == *who, Error::<T>::NotOwner);
		Ok(())
	}

	/// What an artifact sold that has an offer or a license.
	pub(crate) fn sales(artifact: &ArtifactId) -> Result<SalesRecordOf<T>, DispatchError> {
		Sales::<T>::get(artifact).defensive_ok_or(DispatchError::Corruption)
	}

	/// What an artifact sold, or that it sold nothing so far. The latter is not stored yet, and not
	/// paid for: see [`Self::open_sales`].
	pub(crate) fn sales_or_new(
		who: &T::AccountId,
		artifact: &ArtifactId,
	) -> Result<SalesRecordOf<T>, DispatchError> {
		match Sales::<T>::get(artifact) {
			Some(sales) => Ok(sales),
			None => Ok(SalesRecord {
				offers: OfferIds::default(),
				licenses: 0,
				income: BalanceOf::<T>::zero(),
				cap: None,
				depositor: who.clone(),
				deposit: Self::sales_price()?,
			}),
		}
	}

	/// Store what an artifact sold, which says something. Where it is new, its deposit is held.
	pub(crate) fn open_sales(artifact: &ArtifactId, sales: SalesRecordOf<T>) -> DispatchResult {
		if !Sales::<T>::contains_key(artifact) {
			Self::hold(HoldReason::Sales, &sales.depositor, sales.deposit)?;
			Self::deposit_event(Event::SalesOpened {
				artifact: *artifact,
				depositor: sales.depositor.clone(),
				deposit: sales.deposit,
			});
		}
		Sales::<T>::insert(artifact, sales);
		Ok(())
	}

	/// Store what an artifact sold, or remove what says nothing any more.
	pub(crate) fn put_sales(artifact: &ArtifactId, sales: SalesRecordOf<T>) -> DispatchResult {
		if sales.is_empty() {
			return Self::close_sales(artifact, sales);
		}
		Sales::<T>::insert(artifact, sales);
		Ok(())
	}

	/// Count another number of licenses for an artifact, and let it be found by that. What it sold is
	/// still to be stored.
	pub(crate) fn count_licenses(
		artifact: &ArtifactId,
		sales: &mut SalesRecordOf<T>,
		licenses: u32,
	) {
		if sales.licenses > 0 {
			Popularity::<T>::remove(rank(sales.licenses), artifact);
		}
		if licenses > 0 {
			Popularity::<T>::insert(rank(licenses), artifact, ());
		}
		sales.licenses = licenses;
	}

	/// Remove what an artifact sold, for which there is no license, and give the deposit back.
	pub(crate) fn close_sales(artifact: &ArtifactId, sales: SalesRecordOf<T>) -> DispatchResult {
		Self::release(HoldReason::Sales, &sales.depositor, sales.deposit)?;
		Sales::<T>::remove(artifact);
		Self::deposit_event(Event::SalesClosed {
			artifact: *artifact,
			depositor: sales.depositor,
			deposit: sales.deposit,
		});
		Ok(())
	}

	/// One more offer or license counts on the version.
	pub(crate) fn add_use(version: Sequence) -> DispatchResult {
		VersionUses::<T>::try_mutate(version, |uses| {
			*uses = uses.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// One offer or license less counts on the version.
	pub(crate) fn drop_use(version: Sequence) -> DispatchResult {
		VersionUses::<T>::try_mutate_exists(version, |uses| {
			let less = uses.unwrap_or(0).checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			*uses = Some(less).filter(|uses| *uses > 0);
			Ok(())
		})
	}
}

/// Where artifacts with so many licenses are: before those with fewer.
pub(crate) fn rank(licenses: u32) -> [u8; 4] {
	(!licenses).to_be_bytes()
}

/// How many licenses artifacts in this place have.
pub(crate) fn licenses_at(rank: [u8; 4]) -> u32 {
	!u32::from_be_bytes(rank)
}
