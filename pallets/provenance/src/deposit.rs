// SPDX-License-Identifier: Apache-2.0

//! What is held for what this pallet stores: `ItemDeposit` for every item and `ByteDeposit` for
//! every byte of its key and value.

use crate::{
	AttestationEntry, AttestationOf, BalanceOf, Config, HoldReason, Pallet, ProvenRecordOf,
	RecordsCommitmentOf, Segment,
};
use agora_primitives::deposit::{self, MAP_PREFIX as PREFIX};
use codec::{Encode, MaxEncodedLen};
use frame_support::traits::{fungible::hold::Mutate, Get};
use sp_runtime::{DispatchError, DispatchResult};

/// A sequence, an index or an id, not hashed.
const NUMBER: usize = 8;
/// A hash of 16 bytes, and the account that it is of.
const HASHED_ACCOUNT: usize = 16 + 32;
/// How many elements a bounded list has, where they are at most 2^14.
const LENGTH: usize = 2;

/// The lengths of keys. A test compares them with the storage's own.
pub(crate) const COMMITMENT_KEY: usize = PREFIX + NUMBER;
pub(crate) const SERIES_KEY: usize = PREFIX + NUMBER;
pub(crate) const RECORD_KEY: usize = PREFIX + NUMBER + NUMBER;
pub(crate) const ATTESTATION_KEY: usize = PREFIX + NUMBER + NUMBER;
pub(crate) const ATTESTATIONS_BY_KEY: usize = PREFIX + NUMBER + HASHED_ACCOUNT;

impl<T: Config> Pallet<T> {
	/// What is held for this many items with this many bytes of keys and values.
	fn price(items: usize, bytes: usize) -> Result<BalanceOf<T>, DispatchError> {
		deposit::price(T::ItemDeposit::get(), T::ByteDeposit::get(), items, bytes)
	}

	/// What is held for the commitment of a version that extends another: it and its segment.
	pub(crate) fn extension_price() -> Result<BalanceOf<T>, DispatchError> {
		let bytes = COMMITMENT_KEY
			.saturating_add(RecordsCommitmentOf::<T>::max_encoded_len())
			.saturating_add(Segment::max_encoded_len());
		Self::price(1, bytes)
	}

	/// What is held for the commitment of a version that extends none: it begins a series.
	pub(crate) fn commitment_price() -> Result<BalanceOf<T>, DispatchError> {
		let bytes = COMMITMENT_KEY
			.saturating_add(RecordsCommitmentOf::<T>::max_encoded_len())
			.saturating_add(Segment::max_encoded_len())
			.saturating_add(SERIES_KEY)
			.saturating_add(LENGTH);
		Self::price(2, bytes)
	}

	/// What is held for a proven record.
	pub(crate) fn record_price() -> Result<BalanceOf<T>, DispatchError> {
		Self::price(1, RECORD_KEY.saturating_add(ProvenRecordOf::<T>::max_encoded_len()))
	}

	/// What is held for an attestation: it, and its entry under the attester's name, as if that
	/// were the only one.
	pub(crate) fn attestation_price(
		attestation: &AttestationOf<T>,
	) -> Result<BalanceOf<T>, DispatchError> {
		Self::attestation_price_by_size(attestation.encoded_size())
	}

	/// What is held for the largest attestation there can be.
	#[cfg(feature = "std")]
	pub(crate) fn largest_attestation_price() -> Result<BalanceOf<T>, DispatchError> {
		Self::attestation_price_by_size(AttestationOf::<T>::max_encoded_len())
	}

	fn attestation_price_by_size(size: usize) -> Result<BalanceOf<T>, DispatchError> {
		let bytes = ATTESTATION_KEY
			.saturating_add(size)
			.saturating_add(ATTESTATIONS_BY_KEY)
			.saturating_add(LENGTH)
			.saturating_add(AttestationEntry::max_encoded_len());
		Self::price(2, bytes)
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

	/// What the account holds for a reason.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(reason: HoldReason, who: &T::AccountId) -> BalanceOf<T> {
		use frame_support::traits::fungible::hold::Inspect;
		T::Currency::balance_on_hold(&reason.into(), who)
	}
}
