// SPDX-License-Identifier: Apache-2.0

//! Units of money, time and storage, from which every other number of the runtime is derived.

/// Amounts of the chain's token, AGO, counted in planck: the smallest unit.
pub mod money {
	use agora_primitives::Balance;

	/// The token's symbol, as in chain specifications and in the metadata's hash.
	pub const SYMBOL: &str = "AGO";
	/// The token's decimals: one AGO is 10^12 planck.
	pub const DECIMALS: u8 = 12;

	/// One AGO, in planck.
	pub const UNITS: Balance = 1_000_000_000_000;
	/// A hundredth of an AGO, in planck.
	pub const CENTS: Balance = UNITS / 100;
	/// A thousandth of a cent, in planck.
	pub const MILLICENTS: Balance = CENTS / 1_000;

	/// What an account must hold to exist, in planck. Low enough for a buyer's first coin, high
	/// enough that a million abandoned accounts cost somebody ten thousand AGO.
	pub const EXISTENTIAL_DEPOSIT: Balance = CENTS;

	/// What a storage item costs to hold, in planck: for its key and its place in the trie.
	pub const ITEM_DEPOSIT: Balance = 5 * CENTS;
	/// What a byte of a storage value costs to hold, in planck.
	pub const BYTE_DEPOSIT: Balance = 50 * MILLICENTS;

	/// The deposit for `items` storage items of `bytes` bytes in all, in planck.
	pub const fn deposit(items: u32, bytes: u32) -> Balance {
		items as Balance * ITEM_DEPOSIT + bytes as Balance * BYTE_DEPOSIT
	}
}

/// Spans of time, in blocks unless said otherwise.
pub mod time {
	use agora_primitives::BlockNumber;

	/// A point in time, in milliseconds since the Unix epoch.
	pub type Moment = u64;

	/// How long a slot lasts, in milliseconds. One slot has at most one block of each author.
	pub const MILLISECONDS_PER_BLOCK: Moment = 3_000;

	/// Blocks in a minute.
	pub const MINUTES: BlockNumber = 60_000 / (MILLISECONDS_PER_BLOCK as BlockNumber);
	/// Blocks in an hour.
	pub const HOURS: BlockNumber = MINUTES * 60;
	/// Blocks in a day.
	pub const DAYS: BlockNumber = HOURS * 24;

	/// Slots in a BABE epoch, which is also a session: an hour. A network that misses every slot of
	/// a whole epoch needs rescuing by hand, so this is long against any plausible outage of all
	/// validators at once.
	pub const SLOTS_PER_EPOCH: u32 = HOURS;
	/// Sessions in a staking era: six hours.
	pub const SESSIONS_PER_ERA: u32 = 6;
	/// Eras for which unbonded stake stays slashable: seven days.
	pub const BONDING_ERAS: u32 = 28;
	/// Eras between an offence and its slash, in which governance may cancel it: six days.
	pub const SLASH_DEFER_ERAS: u32 = 24;

	/// The share of slots with a primary author, as a ratio: one in four, as on Polkadot. The others
	/// fall to secondary authors.
	pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
}

#[cfg(test)]
mod tests {
	use super::{money::*, time::*};

	#[test]
	fn money_is_decimal() {
		assert_eq!(UNITS, 10u128.pow(DECIMALS as u32));
		assert_eq!(100_000 * MILLICENTS, UNITS);
		// A model with its first version: five items and half a kilobyte, about half an AGO.
		assert_eq!(deposit(5, 512), 25 * CENTS + 25_600 * MILLICENTS);
	}

	#[test]
	fn time_is_whole() {
		assert_eq!(MINUTES as u64 * MILLISECONDS_PER_BLOCK, 60_000);
		assert_eq!(DAYS, 28_800);
		assert_eq!(BONDING_ERAS * SESSIONS_PER_ERA * SLOTS_PER_EPOCH, 7 * DAYS);
		const { assert!(SLASH_DEFER_ERAS < BONDING_ERAS, "a slash lands before the stake can leave") };
	}
}
