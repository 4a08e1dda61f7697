// SPDX-License-Identifier: Apache-2.0

//! What a version allows others to do, frozen at its publication.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Who may publish something derived from a version.
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
pub enum Derivation {
	/// Anybody.
	#[codec(index = 0)]
	Open,
	/// Who holds a license for the artifact, and its owner.
	#[codec(index = 1)]
	LicenseRequired,
	/// Nobody, not even the owner.
	#[codec(index = 2)]
	Forbidden,
}

/// Something that can be done with an artifact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
	/// Training a model with it.
	Train,
	/// Measuring a model with it.
	Evaluate,
	/// Earning money with it.
	Commercial,
}

/// What may be done with a version.
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
pub struct Uses {
	/// Models may be trained with it.
	pub train: bool,
	/// Models may be measured with it.
	pub evaluate: bool,
	/// It may be sold, and money may be earned with it.
	pub commercial: bool,
}

impl Uses {
	/// Everything is allowed.
	pub const ALL: Self = Self { train: true, evaluate: true, commercial: true };
	/// Nothing is allowed.
	pub const NONE: Self = Self { train: false, evaluate: false, commercial: false };

	/// Whether `use_` is allowed.
	pub fn allows(&self, use_: Use) -> bool {
		match use_ {
			Use::Train => self.train,
			Use::Evaluate => self.evaluate,
			Use::Commercial => self.commercial,
		}
	}

	/// Whether `other` allows everything that these allow.
	pub fn is_subset_of(&self, other: &Self) -> bool {
		[Use::Train, Use::Evaluate, Use::Commercial]
			.into_iter()
			.all(|use_| !self.allows(use_) || other.allows(use_))
	}
}

/// The terms of a version, frozen at its publication.
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
pub struct Terms {
	/// Who may publish something derived from it.
	pub derivation: Derivation,
	/// What may be done with it.
	pub uses: Uses,
	/// The share of a derived version's income that it asks for.
	pub royalty: Permill,
}

#[cfg(test)]
mod tests {
	use super::*;

	/// All eight sets of uses, by the bits of a number.
	fn uses(bits: u8) -> Uses {
		Uses { train: bits & 1 != 0, evaluate: bits & 2 != 0, commercial: bits & 4 != 0 }
	}

	#[test]
	fn subsets_are_those_of_sets() {
		for a in 0..8 {
			for b in 0..8 {
				assert_eq!(uses(a).is_subset_of(&uses(b)), a & !b == 0, "{a} {b}");
			}
		}
	}

	#[test]
	fn nothing_is_a_subset_of_everything() {
		assert!(Uses::NONE.is_subset_of(&Uses::ALL));
		assert!(!Uses::ALL.is_subset_of(&Uses::NONE));
	}
}
