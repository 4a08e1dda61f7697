// SPDX-License-Identifier: Apache-2.0

//! The nouns of staking as this command knows them, found by name as those of the registry are.

use crate::perbill::Perbill;
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// The number of an era, at whose beginning validators are elected.
pub type EraIndex = u32;

/// The era that validators earn in now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ActiveEra {
	/// Its number.
	pub index: EraIndex,
}

/// Stake that was taken back and is still bonded for a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Unlocking {
	/// How much, in planck.
	pub value: u128,
	/// The era from which it can be withdrawn.
	pub era: EraIndex,
}

/// What an account has bonded.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Ledger {
	/// All of it, in planck.
	pub total: u128,
	/// What of it counts in elections.
	pub active: u128,
	/// The rest, which was taken back.
	pub unlocking: Vec<Unlocking>,
}

impl Ledger {
	/// What can be withdrawn in an era.
	pub fn unlocked(&self, era: EraIndex) -> u128 {
		let free = self.unlocking.iter().filter(|chunk| chunk.era <= era);
		free.map(|chunk| chunk.value).fold(0, u128::saturating_add)
	}
}

/// What a validator says of itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Preferences {
	/// The share that it takes before its nominators.
	pub commission: Perbill,
	/// Whether it takes no more nominations.
	pub blocked: bool,
}

impl From<Preferences> for Value {
	fn from(preferences: Preferences) -> Self {
		let commission = Value::from(preferences.commission.parts());
		Value::named_composite([
			("commission", Value::unnamed_composite([commission])),
			("blocked", Value::bool(preferences.blocked)),
		])
	}
}

/// Whom an account nominates.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Nominations {
	/// The validators.
	pub targets: Vec<AccountId32>,
}

/// Where an account's staking rewards go.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Payee {
	/// To the account, and they are bonded as well.
	#[default]
	Staked,
	/// To the account.
	Stash,
	/// To the account, as chains said in former times.
	Controller,
	/// To another account.
	Account(AccountId32),
	/// Nowhere.
	None,
}

impl fmt::Display for Payee {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Staked => f.write_str("staked"),
			Self::Stash | Self::Controller => f.write_str("stash"),
			Self::Account(account) => account.fmt(f),
			Self::None => f.write_str("none"),
		}
	}
}

impl FromStr for Payee {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		match text {
			"staked" => Ok(Self::Staked),
			"stash" => Ok(Self::Stash),
			_ => crate::reference::parse_account(text)
				.map(Self::Account)
				.map_err(|_| format!("{text:?} is none of staked, stash, or an account's address")),
		}
	}
}

impl Serialize for Payee {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl From<Payee> for Value {
	fn from(payee: Payee) -> Self {
		let variant = |name: &str| Value::unnamed_variant(name, []);
		match payee {
			Payee::Staked => variant("Staked"),
			Payee::Stash => variant("Stash"),
			Payee::Controller => variant("Controller"),
			Payee::Account(account) => {
				Value::unnamed_variant("Account", [Value::from_bytes(account.0)])
			}
			Payee::None => variant("None"),
		}
	}
}

/// What validators did in an era.
#[derive(Clone, PartialEq, Eq, Debug, Default, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct EraPoints {
	/// All points together.
	pub total: u32,
	/// The points of each.
	pub individual: Vec<(AccountId32, u32)>,
}

impl EraPoints {
	/// The points of a validator.
	pub fn of(&self, validator: &AccountId32) -> u32 {
		let own = self.individual.iter().find(|(account, _)| account == validator);
		own.map_or(0, |(_, points)| *points)
	}
}

/// The stake behind a validator in an era.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Exposure {
	/// All of it, in planck.
	pub total: u128,
	/// Its own.
	pub own: u128,
	/// How many pages of nominators there are, each of which is paid by itself.
	pub page_count: u32,
}

impl Exposure {
	/// How many payouts it takes.
	pub fn payouts(&self) -> u32 {
		self.page_count.max(1)
	}
}

/// Nominators of a validator in an era.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ExposurePage {
	/// Each with what it has at stake there.
	pub others: Vec<Backer>,
}

/// A nominator's part of the stake behind a validator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Backer {
	/// The nominator.
	pub who: AccountId32,
	/// How much, in planck.
	pub value: u128,
}

/// The record of slashes of an account.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct SlashingSpans {
	/// Where former spans began.
	pub prior: Vec<EraIndex>,
}

/// An era whose payouts of a validator were not all made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unpaid {
	/// The era.
	pub era: EraIndex,
	/// The validator.
	pub validator: AccountId32,
	/// How many payouts are left.
	pub payouts: u32,
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::calls::tests::metadata;
	use subxt::ext::{scale_encode::EncodeAsType, scale_value::Value as Scale};

	/// A value of a storage item as the chain writes it, read back.
	fn stored<T: DecodeAsType>(item: &str, value: &Scale) -> T {
		let metadata = metadata();
		let storage = metadata.pallet_by_name(super::super::PALLET).unwrap().storage().unwrap();
		let id = storage.entry_by_name(item).unwrap().value_ty();
		let bytes = value.encode_as_type(id, metadata.types()).unwrap();
		T::decode_as_type(&mut &bytes[..], id, metadata.types()).unwrap()
	}

	const ALICE: AccountId32 = AccountId32([1; 32]);
	const BOB: AccountId32 = AccountId32([2; 32]);

	fn account(account: AccountId32) -> Scale {
		Scale::from_bytes(account.0)
	}

	#[test]
	fn ledgers_are_read_from_the_chain() {
		let chunk = |value: u128, era: u32| {
			Scale::named_composite([("value", Scale::u128(value)), ("era", Scale::from(era))])
		};
		let value = Scale::named_composite([
			("stash", account(ALICE)),
			("total", Scale::u128(100)),
			("active", Scale::u128(60)),
			("unlocking", Scale::unnamed_composite([chunk(30, 3), chunk(10, 5)])),
			("legacy_claimed_rewards", Scale::unnamed_composite([])),
		]);
		let ledger: Ledger = stored("Ledger", &value);
		assert_eq!((ledger.total, ledger.active), (100, 60));
		let unlocked = [2, 3, 4, 5].map(|era| ledger.unlocked(era));
		assert_eq!(unlocked, [0, 30, 30, 40]);
	}

	#[test]
	fn validators_are_read_from_the_chain() {
		let commission = Perbill::from_parts(50_000_000);
		let preferences = Preferences { commission, blocked: true };
		assert_eq!(stored::<Preferences>("Validators", &preferences.into()), preferences);
		for payee in [Payee::Staked, Payee::Stash, Payee::Account(BOB), Payee::None] {
			assert_eq!(stored::<Payee>("Payee", &payee.into()), payee);
		}
		let points = Scale::unnamed_composite([Scale::unnamed_composite([
			Scale::unnamed_composite([account(BOB), Scale::from(20u32)]),
			Scale::unnamed_composite([account(ALICE), Scale::from(40u32)]),
		])]);
		let points =
			Scale::named_composite([("total", Scale::from(60u32)), ("individual", points)]);
		let points: EraPoints = stored("ErasRewardPoints", &points);
		assert_eq!((points.total, points.of(&ALICE), points.of(&BOB)), (60, 40, 20));
		assert_eq!(points.of(&AccountId32([3; 32])), 0);
	}

	#[test]
	fn exposures_are_read_from_the_chain() {
		let value = Scale::named_composite([
			("total", Scale::u128(9)),
			("own", Scale::u128(4)),
			("nominator_count", Scale::from(1u32)),
			("page_count", Scale::from(0u32)),
		]);
		let exposure: Exposure = stored("ErasStakersOverview", &value);
		assert_eq!((exposure.total, exposure.own, exposure.payouts()), (9, 4, 1));
		let backer = Scale::named_composite([("who", account(BOB)), ("value", Scale::u128(5))]);
		let value = Scale::named_composite([
			("page_total", Scale::u128(5)),
			("others", Scale::unnamed_composite([backer])),
		]);
		let page: ExposurePage = stored("ErasStakersPaged", &value);
		assert_eq!(page.others, [Backer { who: BOB, value: 5 }]);
	}

	#[test]
	fn payees_are_words_or_accounts() {
		for word in ["staked", "stash"] {
			assert_eq!(word.parse::<Payee>().unwrap().to_string(), word);
		}
		let address = BOB.to_string();
		assert_eq!(address.parse(), Ok(Payee::Account(BOB)));
		assert_eq!(serde_json::to_value(Payee::Account(BOB)).unwrap(), address);
		for wrong in ["", "none", "Staked", "5Grw"] {
			assert!(wrong.parse::<Payee>().is_err(), "{wrong}");
		}
	}
}
