// SPDX-License-Identifier: Apache-2.0

//! `agora rewards pending`: what can be claimed, and what will be.

use super::{
	count,
	find::{Found, Which},
	last_epoch, name, reward_json, sum,
};
use crate::{
	chain::{
		rewards::types::{RewardView, RunningEpoch},
		Token,
	},
	commands::{table::table, Context, Done},
	error::Result,
};
use clap::Args;
use serde_json::json;

/// Show the rewards that wait to be claimed, and until when they can be.
///
/// Those of a version end with what the running epoch would pay if it ended now. Those of an account
/// are all that can be claimed and that it has a share in, whole: they are divided as the split says
/// that was in force when the version earned them.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	which: Which,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let chain = context.connect().await?;
	let running = chain.rewards()?.running().await?;
	let found = options.which.find(&chain, context).await?;
	let claimable = sum(found.rewards.iter().filter(|reward| reward.claimable));
	let rewards = found.rewards.iter().map(|reward| reward_json(reward, &running, &found.names));
	let value = json!({
		"account": found.account.map(|account| account.to_string()),
		"epoch": running.index,
		"claimable": claimable.to_string(),
		"rewards": rewards.collect::<Vec<_>>(),
	});
	context.print(&Done::new(text(&found, &running, &chain.token), value))
}

const HEAD: [&str; 6] = ["epoch", "version", "split", "credit", "reward", "claim"];

/// The rewards in columns, and what to do.
fn text(found: &Found, running: &RunningEpoch, token: &Token) -> String {
	if found.rewards.is_empty() {
		return match found.account {
			Some(account) => format!("{account} has no reward to claim\n"),
			None => "there is no reward, and no credit in the running epoch\n".into(),
		};
	}
	let rows = found.rewards.iter().map(|reward| {
		[
			reward.epoch.to_string(),
			name(reward, &found.names),
			reward.split.to_string(),
			token.show(reward.credit),
			token.show(reward.amount),
			when(reward, running),
		]
	});
	let mut text = table(HEAD, rows);
	let claimable: Vec<_> = found.rewards.iter().filter(|reward| reward.claimable).collect();
	if !claimable.is_empty() {
		let amount = token.show(sum(claimable.iter().copied()));
		text.push_str(&format!("to claim     {amount}, {}\n", count(claimable.len())));
		text.push_str("next         agora rewards claim\n");
	}
	text
}

/// From when or until when.
fn when(reward: &RewardView, running: &RunningEpoch) -> String {
	let before = |block: u32| block.saturating_sub(1);
	match reward.claimable {
		true => {
			let (block, epoch) = (before(reward.expires), last_epoch(reward, running));
			format!("up to block {block}, in epoch {epoch}")
		}
		false => format!("if the epoch ended now; it does with block {}", before(running.end)),
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::tests::{names, reward, running},
		*,
	};
	use subxt::utils::AccountId32;

	fn found(account: Option<AccountId32>, epochs: &[u32]) -> Found {
		let rewards = epochs.iter().map(|epoch| reward(*epoch)).collect();
		Found { account, rewards, names: names() }
	}

	#[test]
	fn each_reward_has_a_line() {
		let token = Token::default();
		assert_eq!(
			text(&found(None, &[1, 2]), &running(), &token),
			"epoch  version  split  credit  reward   claim\n\
			 1      a/b@1    1      1 AGO   0.9 AGO  up to block 1839, in epoch 91\n\
			 2      a/b@1    1      1 AGO   0.9 AGO  if the epoch ended now; it does with block 59\n\
			 to claim     0.9 AGO, 1 reward\n\
			 next         agora rewards claim\n"
		);
		let running_only = text(&found(None, &[2]), &running(), &token);
		assert!(!running_only.contains("to claim"), "{running_only}");
	}

	#[test]
	fn nothing_is_said_to_be_nothing() {
		let token = Token::default();
		let account = AccountId32([9; 32]);
		let nothing = text(&found(Some(account), &[]), &running(), &token);
		assert_eq!(nothing, format!("{account} has no reward to claim\n"));
		let nothing = text(&found(None, &[]), &running(), &token);
		assert_eq!(nothing, "there is no reward, and no credit in the running epoch\n");
	}
}
