// SPDX-License-Identifier: Apache-2.0

//! The nouns that only this pallet stores. Those that others see are in `agora_primitives`.

use crate::math;
use agora_primitives::{Balance, EpochIndex};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;

/// The running epoch.
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
pub struct EpochState<BlockNumber> {
	/// Its number.
	pub index: EpochIndex,
	/// The first block of the next one.
	pub end: BlockNumber,
	/// The fee credit that came to rest in it.
	pub credit: Balance,
}

/// [`EpochState`] with this runtime's types.
pub type EpochStateOf<T> = EpochState<BlockNumberFor<T>>;

/// An epoch that ended.
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
pub struct EpochRecord {
	/// The fee credit that came to rest in it; never zero.
	pub credit: Balance,
	/// What all its rewards are together.
	pub rewards: Balance,
	/// What of them was claimed.
	pub claimed: Balance,
}

impl EpochRecord {
	/// What was not claimed.
	pub fn unclaimed(&self) -> Balance {
		self.rewards.saturating_sub(self.claimed)
	}

	/// The reward for a part of the epoch's credit.
	pub fn reward(&self, credit: Balance) -> Balance {
		math::reward(self.rewards, credit, self.credit)
	}
}
