// SPDX-License-Identifier: Apache-2.0

//! Finer shares than [`crate::permill`] has: billionths, as consensus and governance count.

use crate::permill::Permill;
use serde::{Serialize, Serializer};
use std::fmt;
use subxt::ext::scale_decode::DecodeAsType;

/// The whole, in billionths.
const WHOLE: u32 = 1_000_000_000;

/// A share in billionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Perbill(u32);

impl Perbill {
	/// This many billionths, and at most the whole.
	pub fn from_parts(parts: u32) -> Self {
		Self(parts.min(WHOLE))
	}

	/// The billionths.
	pub fn parts(self) -> u32 {
		self.0
	}

	/// What part of the whole it is, rounded down; nothing of nothing.
	pub fn from_rational(part: u128, whole: u128) -> Self {
		let (mut part, mut whole) = (part.min(whole), whole);
		// What does not fit is lost in both alike, far below a billionth.
		while part.checked_mul(WHOLE.into()).is_none() {
			(part, whole) = (part >> 1, whole >> 1);
		}
		let parts = part.saturating_mul(WHOLE.into()).checked_div(whole).unwrap_or_default();
		Self(u32::try_from(parts).map_or(WHOLE, |parts| parts.min(WHOLE)))
	}
}

impl From<Permill> for Perbill {
	fn from(permill: Permill) -> Self {
		Self(permill.parts().saturating_mul(1000))
	}
}

impl fmt::Display for Perbill {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		const PER_CENT: u32 = WHOLE / 100;
		let (whole, fraction) = (self.0 / PER_CENT, self.0 % PER_CENT);
		if fraction == 0 {
			return write!(f, "{whole} %");
		}
		let fraction = format!("{fraction:07}");
		write!(f, "{whole}.{} %", fraction.trim_end_matches('0'))
	}
}

/// As a percentage without its sign, like all shares.
impl Serialize for Perbill {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self.to_string().trim_end_matches(" %"))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn shares_are_written_in_per_cent() {
		for (parts, shown) in [
			(0, "0 %"),
			(1, "0.0000001 %"),
			(25_000_000, "2.5 %"),
			(333_333_333, "33.3333333 %"),
			(WHOLE, "100 %"),
			(u32::MAX, "100 %"),
		] {
			assert_eq!(Perbill::from_parts(parts).to_string(), shown);
		}
		assert_eq!(serde_json::to_value(Perbill::from_parts(25_000_000)).unwrap(), "2.5");
		assert_eq!(Perbill::from("2.5".parse::<Permill>().unwrap()).parts(), 25_000_000);
	}

	#[test]
	fn parts_of_a_whole_are_rounded_down() {
		for (part, whole, parts) in [
			(0, 0, 0),
			(1, 0, 0),
			(0, 5, 0),
			(1, 3, 333_333_333),
			(2, 3, 666_666_666),
			(5, 5, WHOLE),
			(7, 5, WHOLE),
			(u128::MAX, u128::MAX, WHOLE),
			(u128::MAX / 4, u128::MAX, 249_999_999),
			(1, u128::MAX, 0),
		] {
			assert_eq!(Perbill::from_rational(part, whole).parts(), parts, "{part}/{whole}");
		}
	}
}
