// SPDX-License-Identifier: Apache-2.0

//! Numbers that look random, and are the same for the same seed.

/// The generator SplitMix64.
pub struct Random(u64);

impl Random {
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	pub fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// A number below this.
	pub fn below(&mut self, bound: u64) -> u64 {
		self.next() % bound.max(1)
	}

	/// Whether something happens that does so in this many of a hundred cases.
	pub fn percent(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	/// One of these.
	pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
		let at = self.below(all.len() as u64) as usize;
		all.get(at)
	}

	/// An amount of planck from a thousandth of an AGO to some fifty, seldom a round one.
	pub fn amount(&mut self) -> u128 {
		let digits = 10_u64.pow(self.below(5) as u32 + 9);
		u128::from(digits.saturating_mul(1 + self.below(5)).saturating_add(self.below(digits)))
	}
}
