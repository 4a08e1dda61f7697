// SPDX-License-Identifier: Apache-2.0

//! `agora stake withdraw`: have stake back that was taken back long enough ago.

use super::{bonded, eras};
use crate::{
	chain::{
		staking::{
			calls,
			types::{EraIndex, Ledger},
		},
		Token,
	},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;

/// Have stake back that was unbonded long enough ago, so that it can be spent.
#[derive(Args)]
pub struct Options {}

/// Run the command.
pub async fn run(_: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let ledger = bonded(&staking, &me).await?;
	let era = staking.current_era().await?;
	if ledger.unlocked(era) == 0 {
		return Err(locked(&ledger, era, &chain.token));
	}
	let call = calls::withdraw_unbonded(staking.slashing_spans(&me).await?);
	let applied = context.submit(&chain, &call, &signer).await?;
	let amount = applied.number("Withdrawn", "amount");
	let mut text = format!("account      {me}\n");
	if let Some(amount) = amount {
		text.push_str(&format!("withdrawn    {}\n", chain.token.show(amount)));
	}
	let value = json!({
		"account": me.to_string(),
		"amount": amount.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Nothing can be withdrawn yet, and when it can.
fn locked(ledger: &Ledger, era: EraIndex, token: &Token) -> Error {
	let next = ledger.unlocking.iter().min_by_key(|chunk| chunk.era);
	let why = match next {
		Some(chunk) => format!(
			"nothing can be withdrawn yet: {} can in era {}, {} from now.",
			token.show(chunk.value),
			chunk.era,
			eras(chunk.era.saturating_sub(era))
		),
		None => {
			"nothing was unbonded that could be withdrawn. `agora stake unbond AGO` takes stake \
		         back."
				.into()
		}
	};
	Error::new(Code::NOTHING_UNLOCKED, why)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::staking::types::Unlocking;

	#[test]
	fn what_is_locked_says_until_when() {
		let chunk = |era| Unlocking { value: 2_000_000_000_000, era };
		let mut ledger = Ledger { total: 9, active: 5, unlocking: vec![chunk(7), chunk(9)] };
		let error = locked(&ledger, 5, &Token::default());
		assert_eq!(error.code, Code::NOTHING_UNLOCKED);
		assert!(error.message.ends_with("2 AGO can in era 7, 2 eras from now."), "{error}");
		ledger.unlocking.clear();
		let error = locked(&ledger, 5, &Token::default());
		assert!(error.message.contains("agora stake unbond"), "{error}");
	}
}
