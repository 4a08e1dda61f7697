// SPDX-License-Identifier: Apache-2.0

//! Shares and ratios, exactly. Written from the words of the specification, over integers of 256
//! bits, and shared with nothing that runs on chain.

use primitive_types::U256;

/// A million: what shares are counted by.
pub const MILLION: u32 = 1_000_000;

/// A share of an amount, rounded down.
pub fn share(amount: u128, per_million: u32) -> u128 {
	ratio(amount, per_million.into(), MILLION.into())
}

/// A share of an amount, rounded up.
pub fn share_up(amount: u128, per_million: u32) -> u128 {
	let product = U256::from(amount) * U256::from(per_million);
	let million = U256::from(MILLION);
	narrow((product + million - U256::one()) / million)
}

/// `amount * numerator / denominator`, rounded down. Zero where there is nothing to divide by.
pub fn ratio(amount: u128, numerator: u128, denominator: u128) -> u128 {
	if denominator == 0 {
		return 0;
	}
	// Two numbers of 128 bits have a product of at most 256.
	narrow(U256::from(amount) * U256::from(numerator) / U256::from(denominator))
}

/// What does not fit is as much as there can be: no chain says that, so it is a difference.
fn narrow(number: U256) -> u128 {
	u128::try_from(number).unwrap_or(u128::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn shares_are_rounded_as_they_say() {
		for (amount, per_million, down, up) in [
			(0, 25_000, 0, 0),
			(1, 25_000, 0, 1),
			(40, 25_000, 1, 1),
			(41, 25_000, 1, 2),
			(u128::MAX, MILLION, u128::MAX, u128::MAX),
			(999_999, 1, 0, 1),
		] {
			assert_eq!((share(amount, per_million), share_up(amount, per_million)), (down, up));
		}
	}

	#[test]
	fn ratios_do_not_overflow() {
		assert_eq!(ratio(u128::MAX, u128::MAX, u128::MAX), u128::MAX);
		assert_eq!(ratio(u128::MAX, u128::MAX - 1, u128::MAX), u128::MAX - 1);
		assert_eq!(ratio(u128::MAX, 2, 1), u128::MAX);
		assert_eq!(ratio(7, 3, 2), 10);
		assert_eq!(ratio(7, 3, 0), 0);
	}
}
