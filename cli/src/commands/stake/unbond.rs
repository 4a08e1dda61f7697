// SPDX-License-Identifier: Apache-2.0

//! `agora stake unbond`: take stake back.

use super::{bonded, eras};
use crate::{
	amount::Amount,
	chain::{
		staking::{calls, refusal, types::Ledger, Staking},
		Token,
	},
	commands::{Context, Done},
	duration,
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Take stake back. It can be withdrawn some eras later, and be slashed until then.
///
/// Taking all of it back ends your role as a validator or nominator as well.
#[derive(Args)]
pub struct Options {
	/// How much, in AGO.
	#[arg(value_name = "AGO")]
	amount: Amount,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let ledger = bonded(&staking, &me).await?;
	let least = least(&staking, &me).await?;
	allowed(&ledger, options.amount.0, least, &chain.token)?;
	let wait: u32 = staking.constant("BondingDuration")?;
	let era = staking.current_era().await?.saturating_add(wait);
	let applied = context.submit(&chain, &calls::unbond(options.amount.0), &signer).await?;
	let amount = applied.number("Unbonded", "amount");
	let mut text = format!("account      {me}\n");
	if let Some(amount) = amount {
		text.push_str(&format!("unbonded     {}\n", chain.token.show(amount)));
	}
	let blocks = staking.era_blocks().and_then(|blocks| blocks.checked_mul(wait));
	let about = blocks.map_or_else(String::new, |blocks| {
		format!(", at most {}", duration::show(blocks, chain.milliseconds_per_block()))
	});
	text.push_str(&format!("withdraw     in era {era}, after {}{about}\n", eras(wait)));
	text.push_str("next         agora stake withdraw\n");
	let value = json!({
		"account": me.to_string(),
		"unbonded": amount.map(|amount| amount.to_string()),
		"era": era,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// The least that must stay at stake in the account's role, if it has one.
async fn least(staking: &Staking<'_>, account: &AccountId32) -> Result<u128> {
	let (validator, nominator) = staking.least().await?;
	if staking.preferences(account).await?.is_some() {
		return Ok(validator);
	}
	Ok(match staking.nominations(account).await? {
		Some(_) => nominator,
		None => 0,
	})
}

/// Can so much be taken back?
///
/// Errors: `insufficient-balance`, `staking-insufficient-bond`.
fn allowed(ledger: &Ledger, amount: u128, least: u128, token: &Token) -> Result<()> {
	let active = ledger.active;
	if amount > active || amount == 0 {
		let (active, amount) = (token.show(active), token.show(amount));
		return Err(Error::new(
			Code::INSUFFICIENT_BALANCE,
			format!("{active} are at stake and can be taken back, and {amount} are given."),
		));
	}
	// All of it ends the role with it, as long as nothing is being unbonded beside.
	if active.saturating_sub(amount) < least && amount < ledger.total {
		let why = format!(
			"{} must stay at stake in your role, and {} would. `agora stake chill` ends the role.",
			token.show(least),
			token.show(active.saturating_sub(amount))
		);
		return Err(refusal("InsufficientBond", why));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_role_keeps_its_least() {
		let code = |active, total, amount, least| {
			let ledger = Ledger { total, active, unlocking: vec![] };
			let allowed = allowed(&ledger, amount, least, &Token::default());
			allowed.map_err(|error| error.code.as_str().to_owned())
		};
		assert_eq!(code(100, 100, 50, 50), Ok(()));
		assert_eq!(code(100, 100, 100, 50), Ok(()));
		assert_eq!(code(100, 100, 51, 50), Err("staking-insufficient-bond".into()));
		// Some is on its way already, so that this is not all.
		assert_eq!(code(100, 120, 100, 50), Err("staking-insufficient-bond".into()));
		assert_eq!(code(100, 120, 100, 0), Ok(()));
		assert_eq!(code(100, 120, 101, 0), Err("insufficient-balance".into()));
		assert_eq!(code(100, 100, 0, 0), Err("insufficient-balance".into()));
	}
}
