// SPDX-License-Identifier: Apache-2.0

//! `agora rewards claim`: have rewards paid to those who share in them.

use super::{
	count,
	find::{versions, Found, Which},
	reward_json, sum,
};
use crate::{
	chain::{
		calls::{force_batch, Call},
		rewards::{
			calls, refusal,
			types::{RewardView, RunningEpoch},
		},
		Applied, Chain, Token,
	},
	commands::{Context, Done},
	error::{Error, Result},
};
use clap::Args;
use serde_json::{json, Value};
use std::collections::BTreeSet;

/// The most claims in one transaction, so that a block has room for it.
const MOST: usize = 25;

/// Claim rewards: all of these versions, or all in which an account has a share.
///
/// Anybody can do it for anybody: a reward goes to the members of the split that was in force when the
/// version earned it, and to contributors as that split granted. `agora withdraw` then pays it out, and
/// contributors `agora collect` first. What is not claimed in time goes back to the pot.
#[derive(Args)]
pub struct Options {
	#[command(flatten)]
	which: Which,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let chain = context.connect().await?;
	let running = chain.rewards()?.running().await?;
	let mut found = options.which.find(&chain, context).await?;
	found.rewards.retain(|reward| reward.claimable || found.account.is_none());
	let (rewards, waiting): (Vec<_>, Vec<_>) =
		found.rewards.iter().copied().partition(|reward| reward.claimable);
	if rewards.is_empty() {
		return Err(nothing(&found, &waiting, &running));
	}
	let mut outcome = Outcome::default();
	let parts = rewards.len().div_ceil(MOST);
	for (index, part) in rewards.chunks(MOST).enumerate() {
		if parts > 1 {
			let number = index.saturating_add(1);
			context.output.note(&format!("transaction {number} of {parts}"));
		}
		match context.submit(&chain, &call(part), &signer).await {
			Ok(applied) => outcome.add(part, &applied, &chain),
			Err(error) => return Err(outcome.interrupted(error, &chain.token)),
		}
	}
	context.print(&outcome.done(&rewards, &found, &running, &chain.token))
}

/// One claim, or several of which none stops the others: somebody may have been faster.
fn call(rewards: &[RewardView]) -> Call {
	let claim = |reward: &RewardView| calls::claim(reward.epoch, reward.version);
	match rewards {
		[reward] => claim(reward),
		_ => force_batch(rewards.iter().map(claim).collect()),
	}
}

/// There is nothing that could be claimed, and what there might be later.
fn nothing(found: &Found, waiting: &[RewardView], running: &RunningEpoch) -> Error {
	let why = match (found.account, waiting.is_empty()) {
		(Some(account), _) => format!(
			"{account} has no share in a reward that can be claimed. `agora rewards pending REF` \
			 shows what a version earns in the running epoch."
		),
		(None, true) => "nothing was earned that is not claimed or expired, and nothing is being \
		                 earned in the running epoch."
			.into(),
		(None, false) => format!(
			"what was earned is of epoch {}, which is running and ends with block {}. Claim it \
			 after that.",
			running.index,
			running.end.saturating_sub(1)
		),
	};
	refusal("NothingToClaim", why)
}

/// What a reward is known by, as events name it.
type Key = (u128, u128, u128);

/// What became of the claims.
#[derive(Default)]
struct Outcome {
	claimed: BTreeSet<Key>,
	amount: u128,
	contributors: u128,
	earnings: u128,
	/// Whether all transactions were waited for.
	unknown: bool,
	receipts: Vec<Value>,
	lines: String,
}

impl Outcome {
	fn add(&mut self, claims: &[RewardView], applied: &Applied, chain: &Chain) {
		let field = |name| applied.numbers("RewardClaimed", name);
		let keys = field("epoch").zip(field("version")).zip(field("split"));
		self.claimed
			.extend(keys.filter_map(|((epoch, version), split)| Some((epoch?, version?, split?))));
		let all = |event: &str, name: &str| {
			applied.numbers(event, name).flatten().fold(0, u128::saturating_add)
		};
		let grow = |sum: &mut u128, by: u128| *sum = sum.saturating_add(by);
		grow(&mut self.amount, all("RewardClaimed", "amount"));
		grow(&mut self.contributors, all("PayoutDivided", "contributors"));
		grow(&mut self.earnings, all("PayoutDivided", "earnings"));
		self.unknown |= applied.receipt.block.is_none() && !claims.is_empty();
		self.receipts.push(json!(applied.receipt));
		self.lines.push_str(&applied.receipt.lines(chain));
	}

	/// A transaction failed; what those before it did stays.
	fn interrupted(&self, mut error: Error, token: &Token) -> Error {
		if !self.claimed.is_empty() {
			let (count, amount) = (count(self.claimed.len()), token.show(self.amount));
			error.message.push_str(&format!(" Before that, {amount} were claimed, {count}."));
		}
		error
	}

	fn has(&self, reward: &RewardView) -> bool {
		let key = (reward.epoch.into(), reward.version.into(), reward.split.into());
		self.claimed.contains(&key)
	}

	fn done(
		&self,
		rewards: &[RewardView],
		found: &Found,
		running: &RunningEpoch,
		token: &Token,
	) -> Done {
		let known = |amount: u128| (!self.unknown).then(|| amount.to_string());
		let rewards_json = rewards.iter().map(|reward| {
			let mut value = reward_json(reward, running, &found.names);
			value["claimed"] = json!((!self.unknown).then(|| self.has(reward)));
			value
		});
		let value = json!({
			"rewards": rewards_json.collect::<Vec<_>>(),
			"amount": known(self.amount),
			"contributors": known(self.contributors),
			"earnings": known(self.earnings),
			"receipts": self.receipts,
		});
		Done::new(self.text(rewards, token), value)
	}

	fn text(&self, rewards: &[RewardView], token: &Token) -> String {
		if self.unknown {
			let (count, amount) = (count(rewards.len()), token.show(sum(rewards)));
			return format!("sent         claims for {count}, {amount}\n{}", self.lines);
		}
		let claimed = rewards.iter().filter(|reward| self.has(reward));
		let versions = match versions(claimed).len() {
			1 => "1 version".into(),
			many => format!("{many} versions"),
		};
		let mut text = format!(
			"claimed      {} of {versions}\namount       {}\n",
			count(self.claimed.len()),
			token.show(self.amount)
		);
		if self.contributors > 0 {
			let (contributors, earnings) =
				(token.show(self.contributors), token.show(self.earnings));
			text.push_str(&format!("contributors {contributors}\nto earnings  {earnings}\n"));
		}
		let late = rewards.len().saturating_sub(self.claimed.len());
		if late > 0 {
			text.push_str(&format!("not claimed  {}: somebody was faster\n", count(late)));
		}
		text.push_str(&self.lines);
		text.push_str(match self.contributors > 0 {
			true => "next         agora withdraw; contributors: agora collect REF before\n",
			false => "next         agora withdraw\n",
		});
		text
	}
}

#[cfg(test)]
mod tests {
	use super::{
		super::tests::{names, reward, running, UNIT},
		*,
	};
	use crate::error::Code;
	use subxt::utils::AccountId32;

	fn found(account: Option<AccountId32>) -> Found {
		Found { account, rewards: vec![], names: names() }
	}

	#[test]
	fn one_claim_is_sent_alone_and_several_together() {
		assert_eq!(call(&[reward(0)]).call_name(), "claim");
		assert_eq!(call(&[reward(0), reward(1)]).call_name(), "force_batch");
	}

	#[test]
	fn nothing_to_claim_says_what_there_will_be() {
		let message = |account, waiting: &[RewardView]| {
			let error = nothing(&found(account), waiting, &running());
			assert_eq!(error.code.as_str(), "rewards-nothing-to-claim");
			error.message
		};
		assert!(message(None, &[]).contains("nothing is being earned"));
		assert!(message(None, &[reward(2)]).contains("ends with block 59"));
		let account = AccountId32([9; 32]);
		assert!(message(Some(account), &[]).contains("agora rewards pending"));
	}

	#[test]
	fn who_was_late_is_told() {
		let token = Token::default();
		let outcome = Outcome {
			claimed: [(0, 7, 1)].into(),
			amount: UNIT,
			lines: "fee          1 AGO\n".into(),
			..Default::default()
		};
		assert_eq!(
			outcome.text(&[reward(0), reward(1)], &token),
			"claimed      1 reward of 1 version\n\
			 amount       1 AGO\n\
			 not claimed  1 reward: somebody was faster\n\
			 fee          1 AGO\n\
			 next         agora withdraw\n"
		);
		let done = outcome.done(&[reward(0), reward(1)], &found(None), &running(), &token);
		assert_eq!(done.value["rewards"][0]["claimed"], true);
		assert_eq!(done.value["rewards"][1]["claimed"], false);
		assert_eq!(done.value["amount"], UNIT.to_string());
	}

	#[test]
	fn contributors_are_told_to_collect() {
		let outcome = Outcome {
			claimed: [(0, 7, 1)].into(),
			amount: 10 * UNIT,
			contributors: UNIT,
			earnings: 9 * UNIT,
			..Default::default()
		};
		let text = outcome.text(&[reward(0)], &Token::default());
		assert!(text.contains("contributors 1 AGO\nto earnings  9 AGO\n"), "{text}");
		assert!(text.contains("agora collect"), "{text}");
	}

	#[test]
	fn what_is_not_waited_for_is_not_known() {
		let outcome = Outcome { unknown: true, ..Default::default() };
		let text = outcome.text(&[reward(0)], &Token::default());
		assert_eq!(text, "sent         claims for 1 reward, 0.9 AGO\n");
		let done = outcome.done(&[reward(0)], &found(None), &running(), &Token::default());
		assert_eq!((&done.value["amount"], &done.value["rewards"][0]["claimed"]), {
			(&Value::Null, &Value::Null)
		});
	}

	#[test]
	fn what_was_claimed_before_a_failure_is_told() {
		let failed = || Error::new(Code::NODE_FAILED, "the node was lost.");
		let token = Token::default();
		let none = Outcome::default().interrupted(failed(), &token);
		assert_eq!(none.message, "the node was lost.");
		let some = Outcome { claimed: [(0, 7, 1)].into(), amount: UNIT, ..Default::default() };
		let some = some.interrupted(failed(), &token);
		assert!(some.message.ends_with("Before that, 1 AGO were claimed, 1 reward."));
	}
}
