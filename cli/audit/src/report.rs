// SPDX-License-Identifier: Apache-2.0

//! What an audit found.

use crate::Account;
use std::fmt;

/// The most differences that are kept one by one. All are counted.
pub const MAX_DIFFERENCES: usize = 1_000;

/// What the chain or the audit says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
	/// An amount, in planck.
	Planck(u128),
	/// A number of something, or a share per million.
	Number(u64),
	/// An account.
	Account(Account),
	/// That there is no such thing.
	Nothing,
}

impl Figure {
	/// An amount, or zero for all that is none.
	fn planck(self) -> Option<u128> {
		match self {
			Self::Planck(amount) => Some(amount),
			Self::Number(_) | Self::Account(_) | Self::Nothing => None,
		}
	}
}

impl fmt::Display for Figure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Planck(amount) => write!(f, "{amount} planck"),
			Self::Number(number) => write!(f, "{number}"),
			Self::Account(account) => {
				write!(f, "0x")?;
				account.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
			}
			Self::Nothing => write!(f, "nothing"),
		}
	}
}

/// Where chain and audit disagree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
	/// The block.
	pub block: u32,
	/// What about, such as "the reward of version 7 for epoch 3".
	pub what: String,
	/// What the chain says.
	pub chain: Figure,
	/// What it should be.
	pub audit: Figure,
}

impl Difference {
	/// By how much both differ, in planck; zero where it is not about an amount.
	pub fn planck(&self) -> u128 {
		match (self.chain.planck(), self.audit.planck()) {
			(None, None) => 0,
			(chain, audit) => chain.unwrap_or(0).abs_diff(audit.unwrap_or(0)),
		}
	}
}

impl fmt::Display for Difference {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { block, what, chain, audit } = self;
		write!(f, "block {block}: {what}: the chain says {chain}, and it should be {audit}")
	}
}

/// How often something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
	/// Blocks.
	pub blocks: u64,
	/// Events that were observed.
	pub events: u64,
	/// Payments for versions.
	pub sales: u64,
	/// Parts of vaults that were divided.
	pub distributions: u64,
	/// Royalties that went on to a source.
	pub royalties: u64,
	/// Epochs that ended with rewards.
	pub epochs: u64,
	/// Epochs that ended without, as nothing had come to rest.
	pub rolled_over: u64,
	/// Epochs whose rewards expired.
	pub expired: u64,
	/// Rewards that were claimed.
	pub claims: u64,
	/// Rewards that nobody claimed in time, and that were forgotten.
	pub forgotten: u64,
	/// Amounts that somebody earned, of income and of rewards.
	pub payouts: u64,
	/// Withdrawals of earnings.
	pub withdrawals: u64,
	/// Eras that ended.
	pub eras: u64,
	/// Splits that were set.
	pub splits: u64,
}

/// How much it was all together, in planck.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums {
	/// Paid for versions.
	pub gross: u128,
	/// Of that, fees.
	pub fees: u128,
	/// Of that, above caps.
	pub excess: u128,
	/// Of that, into vaults.
	pub income: u128,
	/// Fee credit of all payments.
	pub credit: u128,
	/// Royalties, counted at every source that they came by.
	pub royalties: u128,
	/// What contributors of records had, of income and of rewards.
	pub contributors: u128,
	/// What members had, of income and of rewards.
	pub earnings: u128,
	/// What was withdrawn.
	pub withdrawn: u128,
	/// New tokens for the pot.
	pub issued: u128,
	/// What was given to the pot.
	pub gifts: u128,
	/// Rewards of all epochs.
	pub rewards: u128,
	/// Of them, claimed.
	pub claimed: u128,
	/// Of them, expired.
	pub expired: u128,
	/// What epochs gave to the commons pool.
	pub to_commons: u128,
	/// What votes gave away of the commons pool.
	pub allotted: u128,
}

/// What the pot has, by the audit's own books, in planck. All of it together is its balance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pot {
	/// Its balance.
	pub balance: u128,
	/// What keeps the account alive.
	pub existential_deposit: u128,
	/// Fees whose credit is in vaults.
	pub credit_in_vaults: u128,
	/// Rewards that can still be claimed.
	pub owed: u128,
	/// What it has to give away.
	pub funds: u128,
}

/// What an audit found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
	/// The last block.
	pub block: u32,
	/// How often something happened.
	pub counts: Counts,
	/// How much it was.
	pub sums: Sums,
	/// What the pot has.
	pub pot: Pot,
	/// Where chain and audit disagree: the first of them, in order.
	pub differences: Vec<Difference>,
	/// How many there are.
	pub difference_count: u64,
	/// The sum of all of them, in planck.
	pub difference: u128,
}

impl Report {
	/// Whether chain and audit agree in everything.
	pub fn agrees(&self) -> bool {
		self.difference_count == 0
	}
}

/// Collects differences.
#[derive(Default)]
pub(crate) struct Log {
	/// The block that is observed.
	pub block: u32,
	/// The first of them.
	pub differences: Vec<Difference>,
	/// How many there are.
	pub count: u64,
	/// Their sum, in planck.
	pub total: u128,
}

impl Log {
	/// They must be equal.
	pub fn check(&mut self, what: impl fmt::Display, chain: Figure, audit: Figure) -> bool {
		if chain == audit {
			return true;
		}
		let difference = Difference { block: self.block, what: what.to_string(), chain, audit };
		self.count = self.count.saturating_add(1);
		self.total = self.total.saturating_add(difference.planck());
		if self.differences.len() < MAX_DIFFERENCES {
			self.differences.push(difference);
		}
		false
	}

	/// Both amounts must be equal.
	pub fn planck(&mut self, what: impl fmt::Display, chain: u128, audit: u128) -> bool {
		self.check(what, Figure::Planck(chain), Figure::Planck(audit))
	}

	/// Both numbers must be equal.
	pub fn number(
		&mut self,
		what: impl fmt::Display,
		chain: impl Into<u64>,
		audit: impl Into<u64>,
	) -> bool {
		self.check(what, Figure::Number(chain.into()), Figure::Number(audit.into()))
	}
}
