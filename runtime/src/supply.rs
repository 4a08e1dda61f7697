// SPDX-License-Identifier: Apache-2.0

//! How many tokens there are, and how many there will be: computed from what staking issues.

use crate::{
	configs::{
		money::BurnedFees,
		staking::{part_of_year, Issuance, YearlyIssuance, YEAR_MILLISECONDS},
	},
	pace::Spans,
	units::time::MILLISECONDS_PER_BLOCK,
	Balance, Balances, Rewards, Runtime,
};
use agora_primitives::api::{SupplyView, MAX_YEARS};
use alloc::vec::Vec;
use pallet_staking::EraPayout;
use sp_runtime::{FixedPointNumber, FixedU128, Perbill, Saturating};

/// How long an era lasts, in milliseconds.
pub fn era_milliseconds() -> u64 {
	let spans = Spans::get();
	u64::from(spans.session_slots)
		.saturating_mul(spans.era_sessions.into())
		.saturating_mul(MILLISECONDS_PER_BLOCK)
}

/// By what all tokens grow in a year, era after era, if no fee is burned.
fn yearly_growth() -> FixedU128 {
	let era = era_milliseconds();
	let step = FixedU128::from(part_of_year(era)).saturating_mul(YearlyIssuance::get().into());
	let eras = YEAR_MILLISECONDS.checked_div(era).unwrap_or(1);
	FixedU128::from(1).saturating_add(step).saturating_pow(usize::try_from(eras).unwrap_or(1))
}

/// What all tokens are at the end of each of so many years.
pub fn projection(issuance: Balance, years: u32) -> Vec<Balance> {
	let growth = yearly_growth();
	let year = |supply: &Balance| Some(growth.saturating_mul_int(*supply));
	core::iter::successors(year(&issuance), year)
		.take(usize::try_from(years.clamp(1, MAX_YEARS)).unwrap_or(1))
		.collect()
}

/// Answers `RewardsApi::supply_schedule`.
pub fn schedule(years: u32) -> SupplyView<Balance> {
	let issuance = Balances::total_issuance();
	let era = pallet_staking::ActiveEra::<Runtime>::get().map_or(0, |era| era.index);
	let staked = pallet_staking::ErasTotalStake::<Runtime>::get(era);
	let (to_stakers, _) = Issuance::era_payout(staked, issuance, YEAR_MILLISECONDS);
	SupplyView {
		issuance,
		staked,
		yearly: YearlyIssuance::get(),
		yearly_to_stakers: Perbill::from_rational(to_stakers, issuance.max(1)),
		pot_share: Rewards::issuance_share(),
		burned_fees: BurnedFees::get(),
		years: projection(issuance, years),
	}
}
