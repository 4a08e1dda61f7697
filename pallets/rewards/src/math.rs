// SPDX-License-Identifier: Apache-2.0

//! How money is divided. Pure arithmetic: it knows of no storage.
//!
//! All is rounded down, and what that leaves over stays in the pot.

use agora_primitives::Balance;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Permill, Rounding};

/// What a pot with this balance has to give away: what is not kept for anything.
pub fn funds(
	balance: Balance,
	minimum: Balance,
	credit_in_vaults: Balance,
	owed: Balance,
) -> Balance {
	balance.saturating_sub(minimum).saturating_sub(credit_in_vaults).saturating_sub(owed)
}

/// What an epoch's funds become. The last two are all of them, but for an epoch without credit, in
/// which they stay where they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pools {
	/// What rewards could use.
	pub usage_pool: Balance,
	/// What all rewards are together.
	pub rewards: Balance,
	/// What goes to the commons pool.
	pub to_commons: Balance,
}

/// Divide the funds of an epoch in which so much credit came to rest.
///
/// Rewards are at most `usage_share` of the funds, and at most `cap` of the credit. So nobody gets
/// back what they pay in fees to themselves.
pub fn pools(funds: Balance, credit: Balance, usage_share: Permill, cap: Permill) -> Pools {
	let usage_pool = usage_share.mul_floor(funds);
	if credit == 0 {
		return Pools { usage_pool, rewards: 0, to_commons: 0 };
	}
	let rewards = usage_pool.min(cap.mul_floor(credit));
	Pools { usage_pool, rewards, to_commons: funds.saturating_sub(rewards) }
}

/// The reward for `credit` out of `total`, never more than all `rewards`. Nothing where there is no
/// credit.
pub fn reward(rewards: Balance, credit: Balance, total: Balance) -> Balance {
	// It overflows only if the part is more than the whole.
	multiply_by_rational_with_rounding(rewards, credit.min(total), total, Rounding::Down)
		.unwrap_or(0)
		.min(rewards)
}
