// SPDX-License-Identifier: Apache-2.0

//! `agora stake`: tokens that elect validators, and what they earn, one file per command.

mod bond;
mod chill;
mod nominate;
mod payout;
mod purge_keys;
mod status;
mod unbond;
mod validate;
mod withdraw;

use super::Context;
use crate::{
	chain::staking::{refusal, types::Ledger, Staking},
	error::Result,
};
use clap::Subcommand;
use subxt::utils::AccountId32;

/// Put tokens at stake, nominate validators or be one, and have what that earns paid out.
///
/// Validators are elected at the beginning of each era, by the stake of those who nominate them. Stake
/// of a validator who breaks the rules is slashed, that of its nominators as well.
#[derive(Subcommand)]
pub enum Options {
	Bond(bond::Options),
	Validate(validate::Options),
	Nominate(nominate::Options),
	Status(status::Options),
	Unbond(unbond::Options),
	Withdraw(withdraw::Options),
	Chill(chill::Options),
	Payout(payout::Options),
	PurgeKeys(purge_keys::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Bond(options) => bond::run(options, context).await,
		Options::Validate(options) => validate::run(options, context).await,
		Options::Nominate(options) => nominate::run(options, context).await,
		Options::Status(options) => status::run(options, context).await,
		Options::Unbond(options) => unbond::run(options, context).await,
		Options::Withdraw(options) => withdraw::run(options, context).await,
		Options::Chill(options) => chill::run(options, context).await,
		Options::Payout(options) => payout::run(options, context).await,
		Options::PurgeKeys(options) => purge_keys::run(options, context).await,
	}
}

/// What an account has bonded, which must be something.
///
/// Errors: `staking-not-stash`.
async fn bonded(staking: &Staking<'_>, account: &AccountId32) -> Result<Ledger> {
	staking.ledger(account).await?.ok_or_else(|| {
		let why = format!("{account} has nothing at stake. `agora stake bond AGO` begins with it.");
		refusal("NotStash", why)
	})
}

/// Eras for people.
fn eras(count: u32) -> String {
	match count {
		1 => "1 era".into(),
		many => format!("{many} eras"),
	}
}
