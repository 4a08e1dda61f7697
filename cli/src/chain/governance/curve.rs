// SPDX-License-Identifier: Apache-2.0

//! How much approval or support a referendum needs, which falls with time.

use crate::perbill::Perbill;
use subxt::ext::scale_decode::DecodeAsType;

/// The whole, in billionths.
const WHOLE: i128 = 1_000_000_000;

/// A number in billionths that may be negative, or more than the whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Fixed(pub i64);

/// What is needed, by the part of the decision's time that is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Curve {
	/// A line from the ceiling to the floor, which it keeps to.
	LinearDecreasing {
		/// When the floor is reached.
		length: Perbill,
		/// The least.
		floor: Perbill,
		/// The most.
		ceil: Perbill,
	},
	/// Steps down to an end.
	SteppedDecreasing {
		/// The most.
		begin: Perbill,
		/// The least.
		end: Perbill,
		/// How far each goes.
		step: Perbill,
		/// How long each takes.
		period: Perbill,
	},
	/// `factor / (x + x_offset) + y_offset`.
	Reciprocal {
		/// How far it bends.
		factor: Fixed,
		/// How far to the left it is.
		x_offset: Fixed,
		/// How far down it is.
		y_offset: Fixed,
	},
}

impl Curve {
	/// What is needed at a time, as the chain rounds it.
	pub fn threshold(&self, x: Perbill) -> Perbill {
		let parts = |share: Perbill| i128::from(share.parts());
		let x = parts(x);
		let y = match *self {
			Self::LinearDecreasing { length, floor, ceil } => {
				let (length, floor, ceil) = (parts(length), parts(floor), parts(ceil));
				let gone = match length {
					0 => WHOLE,
					_ => x.min(length).saturating_mul(WHOLE) / length,
				};
				let gone = gone.saturating_mul(ceil.saturating_sub(floor)) / WHOLE;
				ceil.saturating_sub(gone)
			}
			Self::SteppedDecreasing { begin, end, step, period } => {
				let steps = x.checked_div(parts(period)).unwrap_or_default();
				let down = steps.saturating_mul(parts(step)).min(parts(begin));
				parts(begin).saturating_sub(down).max(parts(end))
			}
			Self::Reciprocal { factor, x_offset, y_offset } => {
				let wide = |fixed: Fixed| i128::from(fixed.0);
				let below = x.saturating_add(wide(x_offset));
				match wide(factor).saturating_mul(WHOLE).checked_div_euclid(below) {
					Some(y) => y.saturating_add(wide(y_offset)),
					None => WHOLE,
				}
			}
		};
		Perbill::from_parts(u32::try_from(y.clamp(0, WHOLE)).unwrap_or_default())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parts(parts: u32) -> Perbill {
		Perbill::from_parts(parts)
	}

	fn percent(percent: u32) -> Perbill {
		parts(percent * 10_000_000)
	}

	#[test]
	fn a_line_falls_to_its_floor() {
		let line =
			Curve::LinearDecreasing { length: percent(50), floor: percent(50), ceil: percent(100) };
		for (x, y) in [(0, 100), (25, 75), (50, 50), (51, 50), (100, 50)] {
			assert_eq!(line.threshold(percent(x)), percent(y), "{x}");
		}
		let flat =
			Curve::LinearDecreasing { length: percent(0), floor: percent(10), ceil: percent(20) };
		assert_eq!(flat.threshold(percent(0)), percent(10));
		// A third of the time, which is no whole number of billionths.
		let whole =
			Curve::LinearDecreasing { length: percent(100), floor: percent(1), ceil: percent(25) };
		assert_eq!(whole.threshold(parts(333_333_333)), parts(170_000_001));
	}

	#[test]
	fn steps_go_down_to_their_end() {
		let steps = Curve::SteppedDecreasing {
			begin: percent(80),
			end: percent(30),
			step: percent(10),
			period: percent(15),
		};
		for (x, y) in [(0, 80), (14, 80), (15, 70), (45, 50), (90, 30), (100, 30)] {
			assert_eq!(steps.threshold(percent(x)), percent(y), "{x}");
		}
	}

	#[test]
	fn a_hyperbola_falls_slower_and_slower() {
		// The curve that the SDK makes of: 80 % at a fifth of the time, from 100 % to 50 %.
		let curve = Curve::Reciprocal {
			factor: Fixed(222_222_224),
			x_offset: Fixed(333_333_335),
			y_offset: Fixed(333_333_332),
		};
		for (x, y) in [(0, 999_999_998), (200_000_000, 749_999_999), (1_000_000_000, 500_000_000)] {
			assert!(curve.threshold(parts(x)).parts().abs_diff(y) < 5, "{x}");
		}
		let upright =
			Curve::Reciprocal { factor: Fixed(1), x_offset: Fixed(0), y_offset: Fixed(0) };
		assert_eq!(upright.threshold(percent(0)), percent(100));
	}
}
