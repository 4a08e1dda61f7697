// SPDX-License-Identifier: Apache-2.0

//! `agora stake bond`: put tokens at stake.

use crate::{
	amount::Amount,
	chain::{
		staking::{
			calls, refusal,
			types::{Ledger, Payee},
		},
		Token,
	},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;

/// Put tokens at stake. They count for nobody before you nominate or validate.
///
/// They stay on the account and cannot be spent; taking them back takes some eras.
#[derive(Args)]
pub struct Options {
	/// How much, in AGO.
	#[arg(value_name = "AGO")]
	amount: Amount,

	/// Add to what is at stake already.
	#[arg(long)]
	extra: bool,

	/// Where rewards go: `staked` to the account and bonded as well, `stash` to the account, or an
	/// address.
	#[arg(
		long,
		value_name = "staked|stash|ADDRESS",
		default_value = "staked",
		conflicts_with = "extra"
	)]
	rewards_to: Payee,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let ledger = staking.ledger(&me).await?;
	let (amount, least) = (options.amount.0, chain.existential_deposit()?);
	let free = chain.balance(&me).await?.free.saturating_sub(least);
	allowed(ledger.as_ref(), &options, free, least, &chain.token)?;
	let call = match options.extra {
		true => calls::bond_extra(amount),
		false => calls::bond(amount, options.rewards_to),
	};
	let applied = context.submit(&chain, &call, &signer).await?;
	let bonded = applied.number("Bonded", "amount");
	let before = ledger.map_or(0, |ledger| ledger.active);
	let active = bonded.map(|bonded| before.saturating_add(bonded));
	let mut text = format!("account      {me}\n");
	for (what, amount) in [("bonded", bonded), ("at stake", active)] {
		if let Some(amount) = amount {
			text.push_str(&format!("{what:<12} {}\n", chain.token.show(amount)));
		}
	}
	if !options.extra {
		text.push_str("next         agora stake nominate ADDRESS, or agora stake validate\n");
	}
	let shown = |amount: Option<u128>| amount.map(|amount| amount.to_string());
	let value = json!({
		"account": me.to_string(),
		"bonded": shown(bonded),
		"active": shown(active),
		"rewardsTo": (!options.extra).then_some(options.rewards_to),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Can so much be bonded? The chain would take less without a word.
///
/// Errors: `staking-already-bonded`, `staking-not-stash`, `staking-insufficient-bond`,
/// `insufficient-balance`.
fn allowed(
	ledger: Option<&Ledger>,
	options: &Options,
	free: u128,
	least: u128,
	token: &Token,
) -> Result<()> {
	let amount = options.amount.0;
	match (ledger, options.extra) {
		(Some(ledger), false) => {
			let active = token.show(ledger.active);
			let why = format!("{active} of yours are at stake already. Add to them with --extra.");
			return Err(refusal("AlreadyBonded", why));
		}
		(None, true) => {
			let why = "nothing of yours is at stake that could be added to. Leave --extra out.";
			return Err(refusal("NotStash", why));
		}
		_ => {}
	}
	if amount < least && !options.extra || amount == 0 {
		let (least, amount) = (token.show(least), token.show(amount));
		let why = format!("the least that can be put at stake is {least}, and {amount} are given.");
		return Err(refusal("InsufficientBond", why));
	}
	if amount > free {
		return Err(Error::new(
			Code::INSUFFICIENT_BALANCE,
			format!(
				"you have {} that can be put at stake, and {} are given. Leave some for fees.",
				token.show(free),
				token.show(amount)
			),
		));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_cannot_be_bonded_is_said() {
		let ledger = Ledger { total: 50, active: 50, unlocking: vec![] };
		let code = |ledger: Option<&Ledger>, amount: u128, extra: bool| {
			let options = Options { amount: Amount(amount), extra, rewards_to: Payee::Staked };
			let allowed = allowed(ledger, &options, 100, 10, &Token::default());
			allowed.map_err(|error| error.code.as_str().to_owned())
		};
		assert_eq!(code(None, 100, false), Ok(()));
		assert_eq!(code(None, 10, false), Ok(()));
		assert_eq!(code(Some(&ledger), 1, true), Ok(()));
		assert_eq!(code(Some(&ledger), 50, false), Err("staking-already-bonded".into()));
		assert_eq!(code(None, 50, true), Err("staking-not-stash".into()));
		assert_eq!(code(None, 9, false), Err("staking-insufficient-bond".into()));
		assert_eq!(code(Some(&ledger), 0, true), Err("staking-insufficient-bond".into()));
		assert_eq!(code(None, 101, false), Err("insufficient-balance".into()));
		assert_eq!(code(Some(&ledger), 101, true), Err("insufficient-balance".into()));
	}
}
