// SPDX-License-Identifier: Apache-2.0

//! Amounts of AGO, written as decimals and kept in planck, exactly.

use std::str::FromStr;

/// How many decimals an AGO has.
pub const DECIMALS: u32 = 12;

/// One AGO, in planck.
const UNIT: u128 = 10u128.pow(DECIMALS);

/// An amount in planck, as the command line names it in AGO.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub u128);

/// Parses AGO: `2`, `2.5`, `0.000000000001`.
impl FromStr for Amount {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let wrong = || format!("{text:?} is not an amount of AGO, such as 2.5");
		let (whole, fraction) = match text.split_once('.') {
			Some((_, "")) => return Err(wrong()),
			Some(parts) => parts,
			None => (text, ""),
		};
		let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
		if whole.is_empty() || !digits(whole) || !digits(fraction) {
			return Err(wrong());
		}
		let exact = fraction.trim_end_matches('0');
		if exact.len() > DECIMALS as usize {
			return Err(format!("{text:?} is finer than a planck: an AGO has {DECIMALS} decimals"));
		}
		let large = |_| format!("{text:?} is more AGO than there can be");
		let whole: u128 = whole.parse().map_err(large)?;
		let fraction: u128 =
			format!("{exact:0<width$}", width = DECIMALS as usize).parse().map_err(large)?;
		let planck = whole.checked_mul(UNIT).and_then(|whole| whole.checked_add(fraction));
		planck.map(Self).ok_or_else(|| format!("{text:?} is more AGO than there can be"))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::Token;

	fn parse(text: &str) -> Result<Amount, String> {
		text.parse()
	}

	#[test]
	fn amounts_are_exact() {
		for (text, planck) in [
			("0", 0),
			("2", 2 * UNIT),
			("2.5", 2_500_000_000_000),
			("0.000000000001", 1),
			("0.1", UNIT / 10),
			("0.3000000000000000", 3 * UNIT / 10),
			("007.070", 7_070_000_000_000),
			("123456789.123456789012", 123_456_789_123_456_789_012),
			("340282366920938463463374607.431768211455", u128::MAX),
		] {
			assert_eq!(parse(text), Ok(Amount(planck)), "{text}");
		}
	}

	#[test]
	fn every_amount_survives_being_written_and_read() {
		let token = Token::default();
		for planck in (0..=127).map(|shift| u128::MAX >> shift).chain([UNIT - 1, UNIT, UNIT + 1]) {
			let text = token.show(planck);
			assert_eq!(parse(text.trim_end_matches(" AGO")), Ok(Amount(planck)), "{text}");
		}
	}

	#[test]
	fn everything_else_is_refused() {
		for text in [
			"",
			".",
			"-1",
			"+1",
			"1e3",
			"1.",
			".5",
			"1,5",
			"1_000",
			"1 AGO",
			" 1",
			"0.0000000000001",
			"1.1.1",
			"½",
			"٣",
			"340282366920938463463374607.431768211456",
			"999999999999999999999999999999999999999999",
		] {
			assert!(parse(text).is_err(), "{text}");
		}
	}
}
