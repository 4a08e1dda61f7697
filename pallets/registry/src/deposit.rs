// SPDX-License-Identifier: Apache-2.0

//! What is held for what the registry stores: `ItemDeposit` for every item and `ByteDeposit` for
//! every byte of its key and value.

use crate::{
	ArtifactOf, BalanceOf, Config, DigestRecordOf, HoldReason, Pallet, ReservationOf, TombstoneOf,
	VersionOf,
};
use agora_primitives::{
	deposit::{self, MAP_PREFIX as PREFIX},
	Relation,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::traits::{fungible::hold::Mutate, Get};
use sp_runtime::{traits::CheckedSub, ArithmeticError, DispatchError, DispatchResult};

/// A hash of 16 bytes, and the 32 bytes that it is of.
const HASHED_32: usize = 16 + 32;
/// A sequence, not hashed.
const SEQUENCE: usize = 8;

/// The lengths of keys. A test compares them with the storage's own.
pub(crate) const ARTIFACT_KEY: usize = PREFIX + HASHED_32;
pub(crate) const VERSION_KEY: usize = PREFIX + SEQUENCE;
pub(crate) const ARTIFACT_VERSION_KEY: usize = PREFIX + HASHED_32 + 4;
pub(crate) const DIGEST_KEY: usize = PREFIX + HASHED_32;
pub(crate) const DESCENDANT_KEY: usize = PREFIX + SEQUENCE + SEQUENCE;
pub(crate) const RESERVATION_KEY: usize = PREFIX + HASHED_32 + HASHED_32;
pub(crate) const REMOVED_ARTIFACT_KEY: usize = PREFIX + HASHED_32;

/// What a status takes at least: `Superseded` must find its place paid for by whoever published,
/// and a version must always be yankable with an empty reason.
const STATUS: usize = 1 + SEQUENCE;

impl<T: Config> Pallet<T> {
	/// What is held for this many items with this many bytes of keys and values.
	fn price(items: usize, bytes: usize) -> Result<BalanceOf<T>, DispatchError> {
		deposit::price(T::ItemDeposit::get(), T::ByteDeposit::get(), items, bytes)
	}

	/// What is held for a reservation.
	pub(crate) fn reservation_price() -> Result<BalanceOf<T>, DispatchError> {
		Self::price(1, RESERVATION_KEY.saturating_add(ReservationOf::<T>::max_encoded_len()))
	}

	/// What is held for an artifact without its versions. The place for a pending owner is always
	/// paid for, so that offering it costs nothing.
	pub(crate) fn artifact_price(artifact: &ArtifactOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		let pending_owner = match artifact.pending_owner {
			Some(_) => 0,
			None => T::AccountId::max_encoded_len(),
		};
		let bytes =
			ARTIFACT_KEY.saturating_add(artifact.encoded_size()).saturating_add(pending_owner);
		Self::price(1, bytes)
	}

	/// What is held for a version: its record, its number, its digest, and an entry under each of
	/// its sources.
	pub(crate) fn version_price(version: &VersionOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		let status = STATUS.saturating_sub(version.status.encoded_size());
		let size = version.encoded_size().saturating_add(status);
		Self::version_price_by_size(size, version.sources.len())
	}

	/// What is held for the largest version there can be.
	#[cfg(feature = "std")]
	pub(crate) fn largest_version_price() -> Result<BalanceOf<T>, DispatchError> {
		let sources = usize::try_from(agora_primitives::MAX_SOURCES)
			.map_err(|_| ArithmeticError::Overflow)?;
		Self::version_price_by_size(VersionOf::<T>::max_encoded_len(), sources)
	}

	fn version_price_by_size(size: usize, sources: usize) -> Result<BalanceOf<T>, DispatchError> {
		let entry = DESCENDANT_KEY.saturating_add(Relation::max_encoded_len());
		let bytes = VERSION_KEY
			.saturating_add(size)
			.saturating_add(ARTIFACT_VERSION_KEY)
			.saturating_add(SEQUENCE)
			.saturating_add(DIGEST_KEY)
			.saturating_add(DigestRecordOf::<T>::max_encoded_len())
			.saturating_add(entry.saturating_mul(sources));
		Self::price(sources.saturating_add(3), bytes)
	}

	/// What of a version's deposit stays held for the tombstone of its digest.
	pub(crate) fn version_tombstone_price() -> Result<BalanceOf<T>, DispatchError> {
		Self::price(1, DIGEST_KEY.saturating_add(DigestRecordOf::<T>::max_encoded_len()))
	}

	/// What of an artifact's deposit stays held for the tombstone of its name.
	pub(crate) fn artifact_tombstone_price() -> Result<BalanceOf<T>, DispatchError> {
		Self::price(1, REMOVED_ARTIFACT_KEY.saturating_add(TombstoneOf::<T>::max_encoded_len()))
	}

	/// Hold a deposit.
	pub(crate) fn hold(
		reason: HoldReason,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, amount)
	}

	/// Give back a deposit, or what is left of it.
	pub(crate) fn release(
		reason: HoldReason,
		who: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		deposit::release::<_, T::Currency>(&reason.into(), who, amount)
	}

	/// Make a deposit of `old` one of `new`.
	pub(crate) fn adjust(
		reason: HoldReason,
		who: &T::AccountId,
		old: BalanceOf<T>,
		new: BalanceOf<T>,
	) -> DispatchResult {
		deposit::adjust::<_, T::Currency>(&reason.into(), who, old, new)
	}

	/// Give back a deposit, but keep up to `tombstone` of it for a tombstone.
	///
	/// Returns what was given back and what is kept.
	pub(crate) fn bury(
		reason: HoldReason,
		who: &T::AccountId,
		deposit: BalanceOf<T>,
		tombstone: BalanceOf<T>,
	) -> Result<(BalanceOf<T>, BalanceOf<T>), DispatchError> {
		// Prices may have risen since the deposit was made: no more is kept than was held.
		let kept = tombstone.min(deposit);
		let released = deposit.checked_sub(&kept).ok_or(ArithmeticError::Underflow)?;
		Self::release(reason, who, deposit)?;
		Self::hold(HoldReason::Tombstone, who, kept)?;
		Ok((released, kept))
	}

	/// What the account holds for a reason.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(reason: HoldReason, who: &T::AccountId) -> BalanceOf<T> {
		use frame_support::traits::fungible::hold::Inspect;
		T::Currency::balance_on_hold(&reason.into(), who)
	}
}
