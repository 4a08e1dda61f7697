// SPDX-License-Identifier: Apache-2.0

//! Records: what a dataset version is made of, and how one of them is shown to be in it.
//!
//! A version commits to its records with the Merkle tree of RFC 9162, section 2.1, over SHA-256.
//! See `docs/records.md` for the format.

use crate::version::Sequence;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most records of one version.
pub const MAX_RECORDS: u64 = 1 << 32;

/// Most hashes in a proof that a record is in a version: one for each level of the tree.
pub const MAX_INCLUSION_PROOF: u32 = 32;

/// Most hashes in a proof that a version appends to another: one for each level of the tree, and
/// one to begin with.
pub const MAX_CONSISTENCY_PROOF: u32 = 33;

/// Most versions that extend each other.
pub const MAX_SERIES: u32 = 128;

/// The root of a Merkle tree of records.
pub type Root = H256;

/// The siblings of a leaf and of what is above it, from the bottom up (RFC 9162, 2.1.3).
pub type InclusionProof = BoundedVec<H256, ConstU32<MAX_INCLUSION_PROOF>>;

/// That a tree begins with the leaves of another (RFC 9162, 2.1.4).
pub type ConsistencyProof = BoundedVec<H256, ConstU32<MAX_CONSISTENCY_PROOF>>;

/// A leaf of the tree. Its SCALE encoding is the leaf's data: 64 bytes.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Leaf<AccountId> {
	/// Who contributed the record; zeros if nobody did.
	pub contributor: AccountId,
	/// SHA-256 of salt and record.
	pub record: H256,
}

/// What a record is known by in all versions that have it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RecordId {
	/// The version that brought it into the dataset.
	pub origin: Sequence,
	/// Its place, counted from zero.
	pub index: u64,
}

/// How many records a version has, and how many of them count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordCounts {
	/// The first of the versions that extend each other, of which this is one.
	pub series: Sequence,
	/// Those in the tree.
	pub committed: u64,
	/// Those proven by their contributors, in whichever version.
	pub proven: u64,
	/// Those proven for which consent was withdrawn.
	pub withdrawn: u64,
}

impl RecordCounts {
	/// Those whose contributors have a part in the income.
	pub fn active(&self) -> u64 {
		self.proven.saturating_sub(self.withdrawn)
	}
}
