// SPDX-License-Identifier: Apache-2.0

//! `agora stake chill`: neither validate nor nominate any more.

use super::bonded;
use crate::{
	chain::staking::calls,
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
};
use clap::Args;
use serde_json::json;

/// Neither validate nor nominate any more, from the next era on. What is at stake stays bonded.
#[derive(Args)]
pub struct Options {}

/// Run the command.
pub async fn run(_: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	bonded(&staking, &me).await?;
	let validated = staking.preferences(&me).await?.is_some();
	if !validated && staking.nominations(&me).await?.is_none() {
		return Err(Error::new(
			Code::NO_ROLE,
			format!("{me} neither validates nor nominates: there is nothing to end."),
		));
	}
	let applied = context.submit(&chain, &calls::chill(), &signer).await?;
	let role = if validated { "validator" } else { "nominator" };
	let text = format!(
		"account      {me}\nended        as a {role}, from the next era on\nnext         agora stake \
		 unbond AGO\n"
	);
	let value = json!({ "account": me.to_string(), "ended": role });
	context.print(&Done::applied(text, value, &applied, &chain))
}
