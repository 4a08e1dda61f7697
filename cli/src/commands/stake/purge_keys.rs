// SPDX-License-Identifier: Apache-2.0

//! `agora stake purge-keys`: have the chain forget session keys, and their deposit back.

use super::eras;
use crate::{
	chain::staking::{calls, session_refusal, types::EraIndex, Staking},
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// What the deposit for session keys is held for.
const HOLD: &str = "Session.Keys";

/// Have the chain forget the session keys that you named as a validator, and their deposit back.
///
/// It is the last step of a validator who leaves. It is refused while you stand for election or are
/// elected: a validator without keys makes no blocks.
#[derive(Args)]
pub struct Options {}

/// Run the command.
pub async fn run(_: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	if !staking.has_keys(&me).await? {
		let why = format!("the chain knows no session keys of {me}: there is nothing to forget.");
		return Err(session_refusal("NoKeys", why));
	}
	not_validating(&staking, &me).await?;
	let held = chain.balance(&me).await?.holds;
	let deposit: u128 =
		held.iter().filter(|(reason, _)| reason == HOLD).map(|(_, amount)| amount).sum();
	let applied = context.submit(&chain, &calls::purge_keys(), &signer).await?;
	let text = format!("account      {me}\nreturned     {}\n", chain.token.show(deposit));
	let value = json!({ "account": me.to_string(), "returned": deposit.to_string() });
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// Neither standing for election nor elected, in this era or in the next.
async fn not_validating(staking: &Staking<'_>, me: &AccountId32) -> Result<()> {
	if staking.preferences(me).await?.is_some() {
		let why = format!("{me} stands for election. `agora stake chill` ends that.");
		return Err(Error::new(Code::STILL_VALIDATING, why));
	}
	let (active, planned) = (staking.active_era().await?, staking.current_era().await?);
	if staking.exposure(planned, me).await?.is_some() {
		return Err(elected(me, planned.saturating_add(1), active));
	}
	if staking.exposure(active, me).await?.is_some() || staking.validators().await?.contains(me) {
		return Err(elected(me, active.saturating_add(1), active));
	}
	Ok(())
}

/// It is a validator until an era begins.
fn elected(me: &AccountId32, until: EraIndex, active: EraIndex) -> Error {
	let left = eras(until.saturating_sub(active));
	let why = format!(
		"{me} is a validator until era {until} begins, {left} from now: its keys are needed until \
		 then."
	);
	Error::new(Code::STILL_VALIDATING, why)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn who_is_elected_is_told_until_when() {
		let error = elected(&AccountId32([1; 32]), 9, 8);
		assert_eq!(error.code, Code::STILL_VALIDATING);
		assert!(error.message.contains("until era 9 begins, 1 era from now"), "{error}");
	}
}
