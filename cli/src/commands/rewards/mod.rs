// SPDX-License-Identifier: Apache-2.0

//! `agora rewards`: what use earns, one file per command.

mod audit;
mod claim;
mod find;
mod pending;
mod show;
mod supply;

use super::{target::Names, Context};
use crate::{
	chain::rewards::types::{EpochIndex, RewardView, RunningEpoch},
	error::Result,
};
use clap::Subcommand;
use serde_json::{json, Value};

/// See what use earns each epoch, and claim it for those who share in it.
///
/// A sale's fee is credited to the versions that its income reaches, upstream ones as well. When an
/// epoch ends, its pool is divided in proportion to that credit, and each version's part is its reward.
#[derive(Subcommand)]
pub enum Options {
	Show(show::Options),
	Pending(pending::Options),
	Claim(claim::Options),
	Audit(audit::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Show(options) => show::run(options, context).await,
		Options::Pending(options) => pending::run(options, context).await,
		Options::Claim(options) => claim::run(options, context).await,
		Options::Audit(options) => audit::run(options, context).await,
	}
}

/// The last epoch in which a reward can be claimed.
fn last_epoch(reward: &RewardView, running: &RunningEpoch) -> EpochIndex {
	reward.epoch.saturating_add(running.claim_period)
}

/// The sum of rewards.
fn sum<'a>(rewards: impl IntoIterator<Item = &'a RewardView>) -> u128 {
	rewards.into_iter().map(|reward| reward.amount).fold(0, u128::saturating_add)
}

/// What to call the version of a reward.
fn name(reward: &RewardView, names: &Names) -> String {
	let sequence = reward.version;
	names.get(&sequence).cloned().unwrap_or_else(|| format!("sequence {sequence}"))
}

/// `1 reward`, `2 rewards`.
fn count(rewards: usize) -> String {
	match rewards {
		1 => "1 reward".into(),
		many => format!("{many} rewards"),
	}
}

/// A reward as every command prints it in JSON.
fn reward_json(reward: &RewardView, running: &RunningEpoch, names: &Names) -> Value {
	json!({
		"epoch": reward.epoch,
		"sequence": reward.version,
		"reference": names.get(&reward.version),
		"artifact": reward.artifact,
		"split": reward.split,
		"credit": reward.credit.to_string(),
		"amount": reward.amount.to_string(),
		"claimable": reward.claimable,
		"lastEpoch": last_epoch(reward, running),
		"expires": reward.expires,
	})
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::chain::{rewards::types::RewardParameters, types::Hash};

	pub const UNIT: u128 = 1_000_000_000_000;

	/// The third epoch of twenty blocks, with three AGO of credit.
	pub fn running() -> RunningEpoch {
		let share = |text: &str| text.parse().unwrap();
		RunningEpoch {
			index: 2,
			end: 60,
			credit: 3 * UNIT,
			credit_in_vaults: UNIT / 2,
			funds: 10 * UNIT,
			usage_pool: 8 * UNIT,
			rewards: 27 * UNIT / 10,
			to_commons: 73 * UNIT / 10,
			commons_pool: 100 * UNIT,
			owed: 5 * UNIT,
			rebate_cap: share("90"),
			claim_period: 90,
			parameters: RewardParameters { usage_share: share("80"), issuance_share: share("50") },
		}
	}

	/// What version 7 earned in an epoch.
	pub fn reward(epoch: EpochIndex) -> RewardView {
		RewardView {
			epoch,
			version: 7,
			artifact: Hash([8; 32]),
			split: 1,
			credit: UNIT,
			amount: 9 * UNIT / 10,
			claimable: epoch < running().index,
			expires: (epoch + 91) * 20,
		}
	}

	pub fn names() -> Names {
		[(7, "a/b@1".to_owned())].into()
	}

	#[test]
	fn programs_read_a_reward() {
		assert_eq!(
			reward_json(&reward(1), &running(), &names()),
			json!({
				"epoch": 1,
				"sequence": 7,
				"reference": "a/b@1",
				"artifact": Hash([8; 32]),
				"split": 1,
				"credit": UNIT.to_string(),
				"amount": (9 * UNIT / 10).to_string(),
				"claimable": true,
				"lastEpoch": 91,
				"expires": 1840,
			})
		);
		assert_eq!(sum(&[reward(0), reward(1)]), 18 * UNIT / 10);
		assert_eq!((count(1), count(2)), ("1 reward".into(), "2 rewards".into()));
	}
}
