// SPDX-License-Identifier: Apache-2.0

//! Shares, written in per cent and kept in millionths, exactly.

use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A share in millionths, as the chain keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Permill(u32);

impl Permill {
	/// This many millionths; none if it is more than the whole.
	pub fn from_parts(parts: u32) -> Option<Self> {
		(parts <= 1_000_000).then_some(Self(parts))
	}

	/// The millionths.
	pub fn parts(self) -> u32 {
		self.0
	}
}

/// Parses per cent: `2`, `2.5`, `0.0001`, with or without a `%`.
impl FromStr for Permill {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let wrong = || format!("{text:?} is not a percentage from 0 to 100, such as 2.5");
		let number = text.strip_suffix('%').unwrap_or(text);
		let (whole, fraction) = match number.split_once('.') {
			Some((_, "")) => return Err(wrong()),
			Some(parts) => parts,
			None => (number, ""),
		};
		let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
		if whole.is_empty() || whole.len() > 3 || !digits(whole) || !digits(fraction) {
			return Err(wrong());
		}
		let exact = fraction.trim_end_matches('0');
		if exact.len() > 4 {
			return Err(format!("{text:?} is finer than the 0.0001 % that the chain can say"));
		}
		let parts = format!("{whole}{exact:0<4}").parse().map_err(|_| wrong())?;
		Self::from_parts(parts).ok_or_else(wrong)
	}
}

impl fmt::Display for Permill {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (whole, fraction) = (self.0 / 10_000, self.0 % 10_000);
		if fraction == 0 {
			return write!(f, "{whole} %");
		}
		let fraction = format!("{fraction:04}");
		write!(f, "{whole}.{} %", fraction.trim_end_matches('0'))
	}
}

/// As a percentage without its sign, so that it can be given back to the command line.
impl Serialize for Permill {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self.to_string().trim_end_matches(" %"))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn percentages_are_exact() {
		for (text, parts, shown) in [
			("0", 0, "0 %"),
			("2.5", 25_000, "2.5 %"),
			("2.5%", 25_000, "2.5 %"),
			("0.0001", 1, "0.0001 %"),
			("33.3333", 333_333, "33.3333 %"),
			("50.000000", 500_000, "50 %"),
			("100", 1_000_000, "100 %"),
			("007", 70_000, "7 %"),
			("0.07", 700, "0.07 %"),
		] {
			let permill: Permill = text.parse().unwrap();
			assert_eq!(permill.parts(), parts, "{text}");
			assert_eq!(permill.to_string(), shown, "{text}");
		}
	}

	#[test]
	fn every_share_survives_being_written_and_read() {
		for parts in (0..=1_000_000).step_by(37).chain([1, 10, 999_999, 1_000_000]) {
			let permill = Permill::from_parts(parts).unwrap();
			let text = serde_json::to_value(permill).unwrap();
			assert_eq!(text.as_str().unwrap().parse(), Ok(permill));
		}
	}

	#[test]
	fn everything_else_is_refused() {
		for text in [
			"",
			"%",
			"-1",
			"+1",
			"1e2",
			"100.0001",
			"101",
			"1000",
			"1.",
			".5",
			"1,5",
			"0.00001",
			" 1",
			"1 %",
			"½",
			"1.5.5",
			"99999999999999999999",
		] {
			assert!(text.parse::<Permill>().is_err(), "{text}");
		}
	}
}
