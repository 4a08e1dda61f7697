// SPDX-License-Identifier: Apache-2.0

//! How money is divided. Pure arithmetic: it knows of no storage.
//!
//! Each function names its rounding. What rounding takes from one goes to another that is named,
//! so that the parts are the whole, to the last planck.

use agora_primitives::{seams::Receipt, Balance};
use alloc::vec::Vec;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Permill, Rounding};

/// What a payment becomes: the fee is rounded up, income is at most `limit`, and what is above it is
/// excess.
pub fn receipt(gross: Balance, limit: Option<Balance>, fee: Permill) -> Receipt<Balance> {
	// A share is at most the whole, also when it is rounded up.
	let fee = fee.mul_ceil(gross).min(gross);
	let net = gross.saturating_sub(fee);
	let income = limit.map_or(net, |limit| net.min(limit));
	Receipt { fee, excess: net.saturating_sub(income), income }
}

/// The credit for a payment's fee: as much of the fee as of what it left became income, rounded down.
///
/// So it is the whole fee where there is no excess, and nothing where there is no income.
pub fn credit(receipt: &Receipt<Balance>) -> Balance {
	let Receipt { fee, excess, income } = *receipt;
	let net = income.saturating_add(excess);
	// It fails only where there is nothing to divide by.
	multiply_by_rational_with_rounding(fee, income, net, Rounding::Down).unwrap_or(0)
}

/// What a source is due of a version's income, or of the credit that came with it: rounded down, and
/// at most what is left of it.
pub fn royalty(share: Permill, income: Balance, left: Balance) -> Balance {
	share.mul_floor(income).min(left)
}

/// What contributors have of an income after royalties.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RecordsPart {
	/// What each record has that was committed to.
	pub per_record: Balance,
	/// What all those have together that count.
	pub contributors: Balance,
	/// What those have that do not count. It goes to the members.
	pub uncounted: Balance,
	/// What was too little to be divided, and is kept for the next time.
	pub carry: Balance,
}

/// Divide `amount`, and what was kept the last time, among the records that were committed to.
///
/// Each has the same, rounded down. Nothing if there is no record, or if it overflows.
pub fn records(
	amount: Balance,
	carry: Balance,
	committed: u64,
	active: u64,
) -> Option<RecordsPart> {
	let committed = Balance::from(committed);
	let active = Balance::from(active);
	let whole = amount.checked_add(carry)?;
	let per_record = whole.checked_div(committed)?;
	let contributors = per_record.checked_mul(active)?;
	let uncounted = per_record.checked_mul(committed.checked_sub(active)?)?;
	let carry = whole.checked_sub(contributors)?.checked_sub(uncounted)?;
	Some(RecordsPart { per_record, contributors, uncounted, carry })
}

/// Divide `amount` by shares. Each is rounded down, and what that leaves over goes to the first.
///
/// Shares should be a whole. Should they be more, those that come last have less.
pub fn members(amount: Balance, shares: impl IntoIterator<Item = Permill>) -> Vec<Balance> {
	let mut left = amount;
	let mut amounts: Vec<_> = shares
		.into_iter()
		.map(|share| {
			let part = share.mul_floor(amount).min(left);
			left = left.saturating_sub(part);
			part
		})
		.collect();
	if let Some(first) = amounts.first_mut() {
		*first = first.saturating_add(left);
	}
	amounts
}
