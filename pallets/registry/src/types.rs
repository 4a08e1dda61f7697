// SPDX-License-Identifier: Apache-2.0

//! The nouns that only this pallet stores. Those that others see are in `agora_primitives`.

use crate::Config;
use agora_primitives::{
	api::{ArtifactView, DigestView, LatestVersion, PublicationDeposits, VersionView},
	Artifact, Sequence, Version,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::fungible::Inspect;
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::traits::Saturating;

/// An amount of the tokens that deposits are made of.
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// [`Artifact`] with this runtime's types.
pub type ArtifactOf<T> = Artifact<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// [`Version`] with this runtime's types.
pub type VersionOf<T> = Version<BalanceOf<T>, BlockNumberFor<T>>;

/// [`ArtifactView`] with this runtime's types.
pub type ArtifactViewOf<T> = ArtifactView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// [`VersionView`] with this runtime's types.
pub type VersionViewOf<T> =
	VersionView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// [`LatestVersion`] with this runtime's types.
pub type LatestVersionOf<T> = LatestVersion<BalanceOf<T>, BlockNumberFor<T>>;

/// [`PublicationDeposits`] with this runtime's types.
pub type PublicationDepositsOf<T> = PublicationDeposits<BalanceOf<T>>;

/// [`DigestView`] with this runtime's types.
pub type DigestViewOf<T> =
	DigestView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// The claim of an account on a digest that it did not show yet.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Reservation<Balance, BlockNumber> {
	/// The block in which it was made: the priority that it gives.
	pub block: BlockNumber,
	/// What the account holds for it.
	pub deposit: Balance,
}

/// [`Reservation`] with this runtime's types.
pub type ReservationOf<T> = Reservation<BalanceOf<T>, BlockNumberFor<T>>;

impl<Balance, BlockNumber: Copy + PartialOrd + Saturating> Reservation<Balance, BlockNumber> {
	/// The last block in which it can be revealed.
	pub fn expires_at(&self, period: BlockNumber) -> BlockNumber {
		self.block.saturating_add(period)
	}

	/// Whether it can no longer be revealed.
	pub fn has_expired(&self, period: BlockNumber, now: BlockNumber) -> bool {
		now > self.expires_at(period)
	}
}

/// What stays of something removed, and who pays for it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Tombstone<AccountId, Balance> {
	/// Who removed it.
	pub account: AccountId,
	/// What that account holds for the tombstone.
	pub deposit: Balance,
}

/// [`Tombstone`] with this runtime's types.
pub type TombstoneOf<T> = Tombstone<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// What became of a published digest.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum DigestRecord<AccountId, Balance, BlockNumber> {
	/// It belongs to this version.
	#[codec(index = 0)]
	Published(Sequence),
	/// The version that it belonged to was removed.
	#[codec(index = 1)]
	Removed {
		/// What that version was known by.
		sequence: Sequence,
		/// When it was published. An earlier reservation still wins within the reveal window, so
		/// that a copy cannot bury a digest by being removed at once.
		published_at: BlockNumber,
		/// The block since which the digest had been claimed.
		priority: BlockNumber,
		/// Who pays for this record.
		tombstone: Tombstone<AccountId, Balance>,
	},
}

/// [`DigestRecord`] with this runtime's types.
pub type DigestRecordOf<T> =
	DigestRecord<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
