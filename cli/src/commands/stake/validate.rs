// SPDX-License-Identifier: Apache-2.0

//! `agora stake validate`: stand for election as a validator.

use super::bonded;
use crate::{
	chain::{
		calls::batch_all,
		staking::{
			calls, refusal,
			types::{Ledger, Preferences},
			SessionKeys,
		},
		Token,
	},
	commands::{Context, Done},
	error::Result,
	keys,
	perbill::Perbill,
	permill::Permill,
};
use clap::Args;
use serde_json::json;
use std::str::FromStr;

/// Stand for election as a validator, or change the commission of one.
///
/// Session keys are those that your node signs blocks with. Where the chain knows none of yours, they
/// are asked for from the node that --node names, which must be your validator's own: it keeps the
/// secret ones. Keys that were made before are given with --keys and --proof.
#[derive(Args)]
pub struct Options {
	/// The share, in per cent, that you take of what your nominators earn; unchanged or 0 if it is
	/// left out.
	#[arg(long, value_name = "P")]
	commission: Option<Permill>,

	/// The public session keys, as `agora-node key session` or author_rotateKeysWithOwner gave them.
	#[arg(long, value_name = "HEX", requires = "proof")]
	keys: Option<Bytes>,

	/// The proof that came with them.
	#[arg(long, value_name = "HEX", requires = "keys")]
	proof: Option<Bytes>,

	/// Ask for new keys although the chain knows some.
	#[arg(long, conflicts_with = "keys")]
	rotate: bool,
}

/// Bytes in hex.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bytes(Vec<u8>);

impl FromStr for Bytes {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		let bytes = hex::decode(text.strip_prefix("0x").unwrap_or(text));
		bytes.map(Self).map_err(|_| "these are no bytes in hex".into())
	}
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let ledger = bonded(&staking, &me).await?;
	let before = staking.preferences(&me).await?;
	let preferences = preferences(options.commission, before);
	let least = (staking.least().await?.0, staking.least_commission().await?);
	allowed(&ledger, &preferences, least, &chain.token)?;
	let given = options.keys.zip(options.proof);
	let keys = match given {
		Some((keys, proof)) => Some(SessionKeys { keys: keys.0, proof: proof.0 }),
		None if options.rotate || !staking.has_keys(&me).await? => {
			Some(staking.rotate_keys(&me).await?)
		}
		None => None,
	};
	let validate = calls::validate(preferences);
	let call = match &keys {
		Some(keys) => batch_all(vec![staking.set_keys(keys)?, validate]),
		None => validate,
	};
	let applied = context.submit(&chain, &call, &signer).await?;
	let shown = keys.map(|keys| format!("0x{}", hex::encode(keys.keys)));
	let text = format!(
		"account      {me}\ncommission   {}\nstake        {}\nkeys         {}\ncounts       from the \
		 next election on; see agora stake status\n",
		preferences.commission,
		chain.token.show(ledger.active),
		shown.as_deref().unwrap_or("as before"),
	);
	let value = json!({
		"account": me.to_string(),
		"commission": preferences.commission,
		"stake": ledger.active.to_string(),
		"keys": shown,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// What is asked for, and else what was said before.
fn preferences(commission: Option<Permill>, before: Option<Preferences>) -> Preferences {
	let before = before.unwrap_or(Preferences { commission: Perbill::default(), blocked: false });
	let commission = commission.map_or(before.commission, Perbill::from);
	Preferences { commission, ..before }
}

/// Is there enough at stake, and is the commission not below the least?
///
/// Errors: `staking-insufficient-bond`, `staking-commission-too-low`.
fn allowed(
	ledger: &Ledger,
	preferences: &Preferences,
	(least, least_commission): (u128, Perbill),
	token: &Token,
) -> Result<()> {
	if ledger.active < least {
		let why = format!(
			"a validator must have {} at stake, and you have {}. `agora stake bond AGO --extra` adds \
			 to it.",
			token.show(least),
			token.show(ledger.active)
		);
		return Err(refusal("InsufficientBond", why));
	}
	if preferences.commission < least_commission {
		let why = format!("the least commission is {least_commission}. Give it with --commission.");
		return Err(refusal("CommissionTooLow", why));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn percent(text: &str) -> Perbill {
		Perbill::from(text.parse::<Permill>().unwrap())
	}

	#[test]
	fn what_is_not_given_stays() {
		let before = Preferences { commission: percent("5"), blocked: true };
		let asked = preferences(None, Some(before));
		assert_eq!(asked, before);
		let asked = preferences(Some("7".parse().unwrap()), Some(before));
		assert_eq!((asked.commission, asked.blocked), (percent("7"), true));
		let asked = preferences(None, None);
		assert_eq!((asked.commission, asked.blocked), (percent("0"), false));
	}

	#[test]
	fn validators_need_stake_and_a_commission() {
		let ledger = Ledger { total: 9, active: 5, unlocking: vec![] };
		let code = |commission, least, least_commission| {
			let preferences = Preferences { commission: percent(commission), blocked: false };
			let least = (least, percent(least_commission));
			let allowed = allowed(&ledger, &preferences, least, &Token::default());
			allowed.map_err(|error| error.code.as_str().to_owned())
		};
		assert_eq!(code("5", 5, "5"), Ok(()));
		assert_eq!(code("5", 6, "5"), Err("staking-insufficient-bond".into()));
		assert_eq!(code("4.9999", 5, "5"), Err("staking-commission-too-low".into()));
	}

	#[test]
	fn keys_are_hex() {
		assert_eq!("0x0aFF".parse(), Ok(Bytes(vec![10, 255])));
		assert_eq!("0aff".parse(), Ok(Bytes(vec![10, 255])));
		assert!("0x0".parse::<Bytes>().is_err() && "key".parse::<Bytes>().is_err());
	}
}
