// SPDX-License-Identifier: Apache-2.0

//! `agora stake nominate`: let stake count for validators.

use super::bonded;
use crate::{
	chain::staking::{calls, refusal, types::Ledger, Staking},
	chain::Token,
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
	reference::Publisher,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Let what you have at stake count for these validators, from the next election on.
///
/// The chain divides it among those of them that are elected. Whom you nominated before is forgotten,
/// and so is that you were a validator yourself.
#[derive(Args)]
pub struct Options {
	/// The validators.
	#[arg(value_name = "ADDRESS", required = true)]
	validators: Vec<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let ledger = bonded(&staking, &me).await?;
	enough(&ledger, staking.least().await?.1, &chain.token)?;
	let targets: Vec<_> =
		options.validators.iter().map(|account| super::super::whose(Some(account), me)).collect();
	once(&targets)?;
	let before = staking.nominations(&me).await?.unwrap_or_default();
	for target in &targets {
		ensure_validator(&staking, target, &before).await?;
	}
	let applied = context.submit(&chain, &calls::nominate(&targets), &signer).await?;
	let shown: Vec<String> = targets.iter().map(ToString::to_string).collect();
	let mut text = format!("account      {me}\n");
	for target in &shown {
		text.push_str(&format!("nominated    {target}\n"));
	}
	text.push_str(&format!("stake        {}\n", chain.token.show(ledger.active)));
	text.push_str("counts       from the next election on; see agora stake status\n");
	let value = json!({
		"account": me.to_string(),
		"nominations": shown,
		"stake": ledger.active.to_string(),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Is there enough at stake for a nominator?
///
/// Errors: `staking-insufficient-bond`.
fn enough(ledger: &Ledger, least: u128, token: &Token) -> Result<()> {
	if ledger.active >= least {
		return Ok(());
	}
	let why = format!(
		"a nominator must have {} at stake, and you have {}. `agora stake bond AGO --extra` adds to \
		 it.",
		token.show(least),
		token.show(ledger.active)
	);
	Err(refusal("InsufficientBond", why))
}

/// Refuse an account that is named twice.
///
/// Errors: `usage`.
fn once(targets: &[AccountId32]) -> Result<()> {
	for (index, target) in targets.iter().enumerate() {
		if targets.iter().take(index).any(|earlier| earlier == target) {
			return Err(Error::new(Code::USAGE, format!("{target} is named twice.")));
		}
	}
	Ok(())
}

/// Refuse who is no validator: the chain would take it, and the stake would count for nobody.
///
/// Errors: `staking-bad-target`.
async fn ensure_validator(
	staking: &Staking<'_>,
	target: &AccountId32,
	before: &[AccountId32],
) -> Result<()> {
	let why = match staking.preferences(target).await? {
		None => format!("{target} is no validator. `agora stake status` lists those elected."),
		Some(preferences) if preferences.blocked && !before.contains(target) => {
			format!("{target} takes no more nominations.")
		}
		Some(_) => return Ok(()),
	};
	Err(refusal("BadTarget", why))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn nominators_need_stake_and_name_each_validator_once() {
		let ledger = Ledger { total: 9, active: 5, unlocking: vec![] };
		assert_eq!(enough(&ledger, 5, &Token::default()), Ok(()));
		let error = enough(&ledger, 6, &Token::default()).unwrap_err();
		assert_eq!(error.code.as_str(), "staking-insufficient-bond");
		let [a, b] = [AccountId32([1; 32]), AccountId32([2; 32])];
		assert_eq!(once(&[a, b]), Ok(()));
		assert_eq!(once(&[a, b, a]).unwrap_err().code, Code::USAGE);
	}
}
