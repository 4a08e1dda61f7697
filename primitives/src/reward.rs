// SPDX-License-Identifier: Apache-2.0

//! Rewards: what a version's use earned in an epoch, paid for by fees and new tokens.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The number of an epoch: a span of blocks whose use is rewarded together. Epochs begin with 0 at
/// genesis and leave no block out. What consensus calls an epoch is a session here.
pub type EpochIndex = u32;

/// What governance may choose, within bounds that the runtime states.
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
pub struct RewardParameters {
	/// The share of an epoch's funds that rewards use, per million. The rest is the commons pool's.
	pub usage_share: Permill,
	/// The share that the pot has of the tokens of an era that validators do not earn, per million.
	/// The rest is the treasury's.
	pub issuance_share: Permill,
}
