// SPDX-License-Identifier: Apache-2.0

//! `agora stake payout`: have a validator and its nominators paid.

use super::eras;
use crate::{
	chain::{
		calls::{force_batch, Call},
		staking::{
			calls, refusal,
			types::{EraIndex, Unpaid},
		},
	},
	commands::{whose, Context, Done},
	error::{Error, Result},
	keys,
	reference::Publisher,
};
use clap::Args;
use serde_json::json;
use std::collections::BTreeSet;
use subxt::utils::AccountId32;

/// The most payouts in one transaction, so that a block has room for it.
const MOST: usize = 8;

/// Have a validator and its nominators paid for the eras in which they earned something.
///
/// Anybody can do it for anybody. After some time, which `agora stake status` knows, what was not paid
/// is nobody's any more.
#[derive(Args)]
pub struct Options {
	/// Which validator: an address or `me`; the signer if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	validator: Option<Publisher>,

	/// For this era alone.
	#[arg(long, value_name = "N")]
	era: Option<EraIndex>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let validator = whose(options.validator.as_ref(), keys::account(&signer));
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let active = staking.active_era().await?;
	let depth: u32 = staking.constant("HistoryDepth")?;
	let unpaid = match options.era {
		Some(era) => staking.unpaid_in(era, &[validator]).await?,
		None => {
			let bar = context.output.counting_bar("eras", depth.min(active).into());
			let told = bar.clone();
			let unpaid = staking.unpaid(&[validator], &|eras| told.inc(eras.into())).await?;
			bar.finish_and_clear();
			unpaid
		}
	};
	if unpaid.is_empty() {
		return Err(nothing(&validator, options.era, active, depth));
	}
	let calls = calls(&unpaid);
	let parts = calls.len().div_ceil(MOST);
	let (mut paid, mut done, mut waited) = (0u128, 0usize, true);
	let (mut receipts, mut lines) = (Vec::new(), String::new());
	for (index, part) in calls.chunks(MOST).enumerate() {
		if parts > 1 {
			let number = index.saturating_add(1);
			context.output.note(&format!("transaction {number} of {parts}"));
		}
		let call = match part {
			[call] => call.clone(),
			_ => force_batch(part.to_vec()),
		};
		let applied = context.submit(&chain, &call, &signer).await.map_err(|mut error| {
			if done > 0 {
				let paid = chain.token.show(paid);
				error.message.push_str(&format!(" Before that, {paid} were paid."));
			}
			error
		})?;
		waited &= applied.receipt.block.is_some();
		paid = applied.numbers("Rewarded", "amount").flatten().fold(paid, u128::saturating_add);
		done = done.saturating_add(applied.numbers("PayoutStarted", "era_index").count());
		receipts.push(json!(applied.receipt));
		lines.push_str(&applied.receipt.lines(&chain));
	}
	let of: BTreeSet<EraIndex> = unpaid.iter().map(|unpaid| unpaid.era).collect();
	let count = eras(u32::try_from(of.len()).unwrap_or(u32::MAX));
	let mut text = format!("validator    {validator}\n");
	text.push_str(&format!("eras         {}\n", list(&of)));
	if waited {
		text.push_str(&format!("paid         {} for {count}\n", chain.token.show(paid)));
		let late = calls.len().saturating_sub(done);
		if late > 0 {
			text.push_str(&format!("not paid     {late}: somebody was faster\n"));
		}
	}
	text.push_str(&lines);
	let value = json!({
		"validator": validator.to_string(),
		"eras": of,
		"payouts": waited.then_some(done),
		"paid": waited.then(|| paid.to_string()),
		"receipts": receipts,
	});
	context.print(&Done::new(text, value))
}

/// The payouts that are left, oldest era first.
fn calls(unpaid: &[Unpaid]) -> Vec<Call> {
	let calls = unpaid.iter().flat_map(|unpaid| {
		let call = calls::payout_stakers(&unpaid.validator, unpaid.era);
		(0..unpaid.payouts).map(move |_| call.clone())
	});
	calls.collect()
}

/// `3, 4, 9`
pub fn list(eras: &BTreeSet<EraIndex>) -> String {
	eras.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Nothing is to be paid, and why.
fn nothing(
	validator: &AccountId32,
	era: Option<EraIndex>,
	active: EraIndex,
	depth: EraIndex,
) -> Error {
	match era {
		Some(era) if era >= active => {
			let why = format!("era {era} is not over: the chain is in era {active}.");
			refusal("InvalidEraToReward", why)
		}
		Some(era) if era < active.saturating_sub(depth) => {
			let why = format!("era {era} is too long ago: {} are kept.", eras(depth));
			refusal("InvalidEraToReward", why)
		}
		Some(era) => {
			let why = format!("{validator} earned nothing in era {era} that is not paid.");
			refusal("AlreadyClaimed", why)
		}
		None => {
			let why = format!(
				"{validator} earned nothing in the last {} that is not paid. Name a validator with \
				 --validator; `agora stake status` shows those you nominate.",
				eras(depth.min(active))
			);
			refusal("AlreadyClaimed", why)
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const BOB: AccountId32 = AccountId32([2; 32]);

	#[test]
	fn each_page_is_paid_by_itself() {
		let unpaid = |era, payouts| Unpaid { era, validator: BOB, payouts };
		let calls = calls(&[unpaid(3, 1), unpaid(4, 2)]);
		assert_eq!(calls.len(), 3);
		assert!(calls.iter().all(|call| call.call_name() == "payout_stakers"));
		assert_eq!(list(&[4, 3].into()), "3, 4");
	}

	#[test]
	fn nothing_to_pay_says_why() {
		let code = |era| nothing(&BOB, era, 100, 84).code.as_str().to_owned();
		assert_eq!(code(Some(100)), "staking-invalid-era-to-reward");
		assert_eq!(code(Some(15)), "staking-invalid-era-to-reward");
		assert_eq!(code(Some(16)), "staking-already-claimed");
		assert_eq!(code(None), "staking-already-claimed");
	}
}
