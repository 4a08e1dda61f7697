// SPDX-License-Identifier: Apache-2.0

//! The middle, the tail and the worst of many measurements.

use serde::Serialize;

/// What many measurements are like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
	/// Half of them are at most this.
	pub median: f64,
	/// Of a hundred, ninety-five are at most this.
	pub p95: f64,
	/// All are at most this.
	pub max: f64,
}

impl Spread {
	/// The spread of these, to three decimals; zeros if there are none.
	pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
		let mut values: Vec<f64> = values.into_iter().collect();
		values.sort_by(f64::total_cmp);
		let at = |hundredths: usize| {
			let rank = (values.len() * hundredths).div_ceil(100).max(1);
			values.get(rank - 1).map_or(0.0, |value| (value * 1e3).round() / 1e3)
		};
		Self { median: at(50), p95: at(95), max: at(100) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn spreads_are_values_that_occur() {
		let spread = Spread::of((1..=100).rev().map(f64::from));
		assert_eq!(spread, Spread { median: 50.0, p95: 95.0, max: 100.0 });
		assert_eq!(Spread::of([3.0, 1.0]), Spread { median: 1.0, p95: 3.0, max: 3.0 });
		assert_eq!(Spread::of([]), Spread::default());
	}
}
