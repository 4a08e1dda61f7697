// SPDX-License-Identifier: Apache-2.0

//! The real binary against a real node: what use earns and who has it, stake and what it earns, and
//! referenda from their submission to their end. Epochs, eras and the days of governance are short on
//! a development chain, whose blocks are made on demand.

mod referenda;
mod rewards;
mod stake;
mod util;

use common::chain::run_tests;
use std::process::ExitCode;

// What the tests of the market share serves here as well, though not all of it.
#[path = "../market/util.rs"]
#[allow(dead_code)]
mod market;

common::tests![
	rewards::the_epoch_and_the_supply_are_shown,
	rewards::a_sale_rewards_everybody_behind_it,
	rewards::refuses_claims_that_cannot_be,
	rewards::all_of_an_account_are_claimed_at_once,
	rewards::a_version_is_kept_while_its_reward_waits,
	stake::stake_is_bonded_and_taken_back,
	stake::refuses_stake_that_cannot_be,
	stake::a_validator_stands_for_election,
	stake::validators_and_nominators_are_paid,
	referenda::a_referendum_is_decided_by_votes,
	referenda::votes_are_taken_back_and_unlocked,
	referenda::refuses_votes_that_cannot_be,
];

fn main() -> ExitCode {
	run_tests(TESTS)
}
