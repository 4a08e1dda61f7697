// SPDX-License-Identifier: Apache-2.0

//! The nouns that only this pallet stores. Those that others see are in `agora_primitives`.

use crate::Config;
use agora_primitives::{
	api::{AttestationView, CommitmentView, RecordView},
	Attestation, Leaf, Root, Sequence, Verdict, MAX_SERIES,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{fungible::Inspect, ConstU32},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;

/// An amount of the tokens that deposits are made of.
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// [`Leaf`] with this runtime's types.
pub type LeafOf<T> = Leaf<<T as frame_system::Config>::AccountId>;

/// [`Attestation`] with this runtime's types.
pub type AttestationOf<T> =
	Attestation<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// [`CommitmentView`] with this runtime's types.
pub type CommitmentViewOf<T> = CommitmentView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// [`RecordView`] with this runtime's types.
pub type RecordViewOf<T> = RecordView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// [`AttestationView`] with this runtime's types.
pub type AttestationViewOf<T> =
	AttestationView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// What a version says of its records.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordsCommitment<AccountId, Balance> {
	/// The root of the Merkle tree of its records.
	pub root: Root,
	/// How many records it has.
	pub count: u64,
	/// The first version of those that extend each other.
	pub series: Sequence,
	/// Who committed, and holds the deposit.
	pub depositor: AccountId,
	/// What is held.
	pub deposit: Balance,
}

/// [`RecordsCommitment`] with this runtime's types.
pub type RecordsCommitmentOf<T> =
	RecordsCommitment<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// What a version adds to those that it extends.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Segment {
	/// The version.
	pub version: Sequence,
	/// How many records it has, those before included: the index of the first that it does not
	/// have.
	pub end: u64,
	/// How many of those that it added were proven.
	pub proven: u64,
	/// For how many of those consent was withdrawn.
	pub withdrawn: u64,
}

impl Segment {
	/// What a version adds as long as none of it was proven.
	pub fn new(version: Sequence, end: u64) -> Self {
		Self { version, end, proven: 0, withdrawn: 0 }
	}
}

/// The versions that extend each other, oldest first.
pub type Segments = BoundedVec<Segment, ConstU32<MAX_SERIES>>;

/// A record that its contributor proved.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ProvenRecord<AccountId, Balance> {
	/// Who contributed and proved it, and holds the deposit.
	pub contributor: AccountId,
	/// Whether consent was withdrawn.
	pub withdrawn: bool,
	/// What is held.
	pub deposit: Balance,
}

/// [`ProvenRecord`] with this runtime's types.
pub type ProvenRecordOf<T> = ProvenRecord<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// An attestation as its attester finds it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AttestationEntry {
	/// What it is known by.
	pub id: u64,
	/// What was found.
	pub verdict: Verdict,
}
