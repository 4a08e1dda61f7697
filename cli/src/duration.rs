// SPDX-License-Identifier: Apache-2.0

//! Spans of time, written in blocks or by the clock, and counted in blocks on chain.

use crate::error::{Code, Error, Result};
use std::str::FromStr;

/// The units of the clock by their letter, longest first, in seconds.
const UNITS: [(char, &str, u64); 4] =
	[('d', "day", 86_400), ('h', "hour", 3_600), ('m', "minute", 60), ('s', "second", 1)];

/// A span of time as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
	/// So many blocks.
	Blocks(u32),
	/// So many seconds, by the clock.
	Seconds(u32),
}

impl Span {
	/// How many blocks it is where each takes so many milliseconds, rounded up.
	///
	/// Errors: `usage` where it is more than the chain can count.
	pub fn blocks(self, milliseconds_per_block: u64) -> Result<u32> {
		match self {
			Self::Blocks(blocks) => Ok(blocks),
			Self::Seconds(seconds) => {
				let milliseconds = u64::from(seconds).saturating_mul(1000);
				let blocks = milliseconds.div_ceil(milliseconds_per_block.max(1));
				u32::try_from(blocks).map_err(|_| {
					Error::new(
						Code::USAGE,
						format!("{seconds} seconds are more blocks than the chain can count."),
					)
				})
			}
		}
	}
}

/// Parses `600` for blocks, and `30d`, `12h`, `10m`, `90s` for time by the clock.
impl FromStr for Span {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		let wrong =
			|| format!("{text:?} is no duration: write blocks (600), or 30d, 12h, 10m, 90s");
		let unit = UNITS.iter().find(|(letter, ..)| text.ends_with(*letter));
		let count = unit.map_or(text, |(letter, ..)| text.trim_end_matches(*letter));
		let plain = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
		// `trim_end_matches` takes several letters away: one is what may be there.
		if !plain || text.len() > count.len().saturating_add(1) {
			return Err(wrong());
		}
		let long = || format!("{text:?} is longer than the chain can count");
		let number: u32 = count.parse().map_err(|_| long())?;
		let Some((_, _, seconds)) = unit else { return Ok(Self::Blocks(number)) };
		let seconds = u64::from(number).checked_mul(*seconds).ok_or_else(long)?;
		u32::try_from(seconds).map(Self::Seconds).map_err(|_| long())
	}
}

/// A number of blocks for people: `864000 blocks (30 days)`.
pub fn show(blocks: u32, milliseconds_per_block: u64) -> String {
	let seconds = u64::from(blocks).saturating_mul(milliseconds_per_block) / 1000;
	let plural = |count: u64, what: &str| match count {
		1 => format!("1 {what}"),
		_ => format!("{count} {what}s"),
	};
	let blocks = plural(blocks.into(), "block");
	let Some(first) = UNITS.iter().position(|(_, _, unit)| seconds >= *unit) else { return blocks };
	// The longest unit that fits and the next: what is below that interests nobody.
	let mut rest = seconds;
	let mut parts = Vec::new();
	for (_, name, unit) in UNITS.iter().skip(first).take(2) {
		let count = rest / unit;
		rest %= unit;
		if count > 0 {
			parts.push(plural(count, name));
		}
	}
	let about = if rest == 0 { "" } else { "about " };
	format!("{blocks} ({about}{})", parts.join(" "))
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: u64 = 3_000;

	#[test]
	fn durations_are_blocks_or_time() {
		for (text, span, blocks) in [
			("600", Span::Blocks(600), 600),
			("0", Span::Blocks(0), 0),
			("30d", Span::Seconds(2_592_000), 864_000),
			("12h", Span::Seconds(43_200), 14_400),
			("10m", Span::Seconds(600), 200),
			("10s", Span::Seconds(10), 4),
			("4294967295", Span::Blocks(u32::MAX), u32::MAX),
		] {
			assert_eq!(text.parse(), Ok(span), "{text}");
			assert_eq!(span.blocks(SLOT), Ok(blocks), "{text}");
		}
	}

	#[test]
	fn everything_else_is_refused() {
		for text in [
			"",
			"d",
			"-1",
			"+1",
			"1.5h",
			"1w",
			"1dd",
			"1 d",
			"d1",
			"1hm",
			"4294967296",
			"50000d",
			"99999999999999999999d",
			"٣",
		] {
			assert!(text.parse::<Span>().is_err(), "{text}");
		}
		// Where blocks are shorter than a second.
		assert_eq!(Span::Seconds(u32::MAX).blocks(1).unwrap_err().code, Code::USAGE);
		assert_eq!(Span::Seconds(1).blocks(0), Ok(1000));
	}

	#[test]
	fn blocks_are_shown_with_their_time() {
		for (blocks, shown) in [
			(0, "0 blocks"),
			(1, "1 block (3 seconds)"),
			(20, "20 blocks (1 minute)"),
			(21, "21 blocks (1 minute 3 seconds)"),
			(600, "600 blocks (30 minutes)"),
			(864_000, "864000 blocks (30 days)"),
			(30_000, "30000 blocks (1 day 1 hour)"),
			(30_001, "30001 blocks (about 1 day 1 hour)"),
		] {
			assert_eq!(show(blocks, SLOT), shown);
		}
	}
}
