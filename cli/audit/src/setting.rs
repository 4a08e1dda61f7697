// SPDX-License-Identifier: Apache-2.0

//! What a chain began with, and what it ends with.

use crate::Account;

/// What governance chooses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parameters {
	/// The share of an epoch's funds that rewards use, per million.
	pub usage_share: u32,
	/// The share of the pot in what validators do not earn of an era's new tokens, per million.
	pub issuance_share: u32,
}

/// The constants of a chain, and the state of its first block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
	/// What an account keeps to exist, in planck.
	pub existential_deposit: u128,
	/// The protocol's share of every payment, per million.
	pub protocol_fee: u32,
	/// The share of its fee credit that a reward is at most, per million.
	pub rebate_cap: u32,
	/// For how many epochs after its own a reward can be claimed.
	pub claim_period: u32,
	/// How many blocks an epoch has.
	pub epoch_length: u32,
	/// Least and most of [`Parameters::usage_share`].
	pub usage_bounds: (u32, u32),
	/// Least and most of [`Parameters::issuance_share`].
	pub issuance_bounds: (u32, u32),
	/// What governance chooses from, to begin with.
	pub parameters: Parameters,
	/// The account of the royalties' pot, which claimed rewards go to.
	pub royalties_pot: Account,
	/// The account of the commons pool.
	pub commons: Account,
	/// What the rewards' pot had at genesis, in planck.
	pub pot_balance: u128,
	/// What the commons pool had at genesis, in planck.
	pub commons_balance: u128,
}

/// What the chain's state says after the last block that was observed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Closing {
	/// The block.
	pub block: u32,
	/// What the rewards' pot has, in planck.
	pub pot_balance: u128,
	/// What the commons pool has, in planck.
	pub commons_balance: u128,
	/// What rewards of epochs that ended can still be claimed, all together.
	pub owed: u128,
	/// Fee credit that is in vaults.
	pub credit_in_vaults: u128,
	/// The epoch that is running.
	pub epoch: u32,
	/// The first block of the next one.
	pub epoch_end: u32,
	/// The fee credit of the running epoch.
	pub epoch_credit: u128,
	/// What governance chose.
	pub parameters: Parameters,
}
