// SPDX-License-Identifier: Apache-2.0

//! `agora rewards show`: the epoch that is running, and what it would pay.

use super::supply;
use crate::{
	chain::{rewards::types::RunningEpoch, Chain, Token},
	commands::{Context, Done},
	duration,
	error::Result,
};
use clap::Args;
use serde_json::{json, Value};

/// Show the running epoch: its credit, its funds, and what it would pay if it ended now.
#[derive(Args)]
pub struct Options {
	/// Show how many tokens there are, and how many there will be in each of ten years, instead.
	#[arg(long)]
	supply: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let chain = context.connect().await?;
	let api = chain.rewards()?;
	if options.supply {
		let supply = api.supply(supply::YEARS).await?;
		let text = supply::text(&supply, &chain.token);
		return context.print(&Done::new(text, supply::json(&supply)));
	}
	let running = api.running().await?;
	let left = left(&running, &chain);
	let text = text(&running, left, chain.milliseconds_per_block(), &chain.token);
	context.print(&Done::new(text, running_json(&running, left)))
}

/// How many blocks of the epoch are not made yet.
fn left(running: &RunningEpoch, chain: &Chain) -> u32 {
	let made = u32::try_from(chain.block_number()).unwrap_or(u32::MAX);
	running.end.saturating_sub(made).saturating_sub(1)
}

fn text(running: &RunningEpoch, left: u32, milliseconds_per_block: u64, token: &Token) -> String {
	let parameters = &running.parameters;
	let mut text = format!(
		"epoch        {}\nends         with block {}, {} left\n",
		running.index,
		running.end.saturating_sub(1),
		duration::show(left, milliseconds_per_block)
	);
	for (what, amount) in [
		("credit", running.credit),
		("in vaults", running.credit_in_vaults),
		("funds", running.funds),
		("usage pool", running.usage_pool),
		("rewards", running.rewards),
		("to commons", running.to_commons),
		("commons pool", running.commons_pool),
		("unclaimed", running.owed),
	] {
		text.push_str(&format!("{what:<12} {}\n", token.show(amount)));
	}
	text.push_str(&format!(
		"parameters   usage {}, issuance {}, rebate at most {}, claimed within {} epochs\n",
		parameters.usage_share, parameters.issuance_share, running.rebate_cap, running.claim_period
	));
	text
}

fn running_json(running: &RunningEpoch, left: u32) -> Value {
	json!({
		"epoch": running.index,
		"end": running.end,
		"blocksLeft": left,
		"credit": running.credit.to_string(),
		"creditInVaults": running.credit_in_vaults.to_string(),
		"funds": running.funds.to_string(),
		"usagePool": running.usage_pool.to_string(),
		"rewards": running.rewards.to_string(),
		"toCommons": running.to_commons.to_string(),
		"commonsPool": running.commons_pool.to_string(),
		"unclaimed": running.owed.to_string(),
		"rebateCap": running.rebate_cap,
		"claimPeriod": running.claim_period,
		"usageShare": running.parameters.usage_share,
		"issuanceShare": running.parameters.issuance_share,
	})
}

#[cfg(test)]
mod tests {
	use super::{super::tests::running, *};

	#[test]
	fn an_epoch_is_shown_with_what_it_would_pay() {
		assert_eq!(
			text(&running(), 7, 3_000, &Token::default()),
			"epoch        2\n\
			 ends         with block 59, 7 blocks (21 seconds) left\n\
			 credit       3 AGO\n\
			 in vaults    0.5 AGO\n\
			 funds        10 AGO\n\
			 usage pool   8 AGO\n\
			 rewards      2.7 AGO\n\
			 to commons   7.3 AGO\n\
			 commons pool 100 AGO\n\
			 unclaimed    5 AGO\n\
			 parameters   usage 80 %, issuance 50 %, rebate at most 90 %, claimed within 90 epochs\n"
		);
		let value = running_json(&running(), 7);
		assert_eq!((&value["epoch"], &value["blocksLeft"]), (&json!(2), &json!(7)));
		assert_eq!((&value["rewards"], &value["rebateCap"]), {
			(&json!("2700000000000"), &json!("90"))
		});
	}
}
