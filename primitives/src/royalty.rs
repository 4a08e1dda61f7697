// SPDX-License-Identifier: Apache-2.0

//! Splits: who shares in the income of an artifact, and how.

use crate::{reward::EpochIndex, Balance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Most members of a split.
pub const MAX_MEMBERS: u32 = 16;

/// The number of a split among those of its artifact. 0 is what an artifact begins with: all to the
/// owner. Each change starts the next.
pub type SplitNumber = u32;

/// An account that shares in the income.
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
pub struct Member<AccountId> {
	/// Who.
	pub account: AccountId,
	/// Which share of what is divided, per million; never zero.
	pub share: Permill,
}

/// The members of a split, whose shares make a whole.
pub type Members<AccountId> = BoundedVec<Member<AccountId>, ConstU32<MAX_MEMBERS>>;

/// How an artifact's income is divided after royalties.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split<AccountId> {
	/// The share of a dataset's income that is for the contributors of its records, per million.
	/// Each record has an equal part of it; that of records which do not count goes to the members.
	/// Zero for a model.
	pub contributors: Permill,
	/// Who shares the rest. Empty for the owner alone.
	pub members: Members<AccountId>,
}

/// What reached a version's vault in an epoch, in planck.
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
pub struct EpochIncome {
	/// The epoch.
	pub epoch: EpochIndex,
	/// What sales of the version brought, after the fee and before royalties.
	pub sales: Balance,
	/// What came as royalties from versions that were made from it.
	pub royalties: Balance,
}

impl<AccountId> Split<AccountId> {
	/// All to the owner.
	pub fn owner_alone() -> Self {
		Self { contributors: Permill::zero(), members: Members::new() }
	}
}
