// SPDX-License-Identifier: Apache-2.0

//! `agora stake status`: what an account has at stake, and what becomes of it.

use super::payout::list;
use crate::{
	chain::{
		staking::{
			types::{EraIndex, EraPoints, Ledger, Payee, Preferences, Unpaid},
			Staking,
		},
		Token,
	},
	commands::{Context, Done},
	error::Result,
	reference::Publisher,
};
use clap::Args;
use indicatif::ProgressBar;
use serde_json::{json, Value};
use std::collections::BTreeSet;
use subxt::utils::AccountId32;

/// Show what an account has at stake, its role, whether it is elected, and which eras are not paid.
#[derive(Args)]
pub struct Options {
	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let account = context.account(options.account.as_ref())?;
	let chain = context.connect().await?;
	let staking = chain.staking()?;
	let bar = context.output.counting_bar("eras", 0);
	let status = Status::read(&staking, account, &bar).await;
	bar.finish_and_clear();
	let status = status?;
	context.print(&Done::new(status.text(&chain.token), status.json()))
}

/// What an account does with its stake.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
	/// It stands for election.
	Validator {
		/// What it says of itself.
		preferences: Preferences,
		/// Whether the chain knows its session keys.
		keys: bool,
	},
	/// It nominates others.
	Nominator(Vec<Nomination>),
	/// Nothing.
	None,
}

/// A validator that an account nominates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Nomination {
	validator: AccountId32,
	/// Whether it validates now.
	elected: bool,
	/// What of the account's stake counts for it in this era.
	stake: u128,
}

/// All that is shown.
struct Status {
	account: AccountId32,
	ledger: Option<Ledger>,
	payee: Option<Payee>,
	role: Role,
	active_era: EraIndex,
	current_era: EraIndex,
	validators: Vec<AccountId32>,
	points: EraPoints,
	unpaid: Vec<Unpaid>,
	/// For how many eras payouts can be made.
	depth: u32,
}

impl Status {
	async fn read(staking: &Staking<'_>, account: AccountId32, bar: &ProgressBar) -> Result<Self> {
		let (active_era, current_era) = (staking.active_era().await?, staking.current_era().await?);
		let validators = staking.validators().await?;
		let role = role(staking, &account, active_era, &validators).await?;
		let paid_through: Vec<AccountId32> = match &role {
			Role::Nominator(nominations) => nominations.iter().map(|n| n.validator).collect(),
			// One that left is still paid for what it did.
			Role::Validator { .. } | Role::None => vec![account],
		};
		let depth: u32 = staking.constant("HistoryDepth")?;
		bar.set_length(depth.min(active_era).into());
		let done = |eras: u32| bar.inc(eras.into());
		let mut unpaid = staking.unpaid(&paid_through, &done).await?;
		if let Role::Nominator(_) = role {
			let mut own = Vec::new();
			for found in unpaid {
				if staking.backing(found.era, &found.validator, &account).await? > 0 {
					own.push(found);
				}
			}
			unpaid = own;
		}
		Ok(Self {
			account,
			ledger: staking.ledger(&account).await?,
			payee: staking.payee(&account).await?,
			role,
			active_era,
			current_era,
			validators,
			points: staking.points(active_era).await?,
			unpaid,
			depth,
		})
	}

	fn elected(&self) -> bool {
		self.validators.contains(&self.account)
	}

	fn text(&self, token: &Token) -> String {
		let mut text = format!("account      {}\n", self.account);
		let mut line = |what: &str, value: String| {
			text.push_str(&format!("{what:<12} {value}\n"));
		};
		match &self.ledger {
			None => line("at stake", "nothing".into()),
			Some(ledger) => {
				let (active, total) = (token.show(ledger.active), token.show(ledger.total));
				line("at stake", format!("{active} of {total} bonded"));
				for chunk in ledger.unlocking.iter().filter(|c| c.era > self.current_era) {
					line("unlocking", format!("{} in era {}", token.show(chunk.value), chunk.era));
				}
				let unlocked = ledger.unlocked(self.current_era);
				if unlocked > 0 {
					let unlocked = token.show(unlocked);
					line("to withdraw", format!("{unlocked}: agora stake withdraw"));
				}
			}
		}
		if let Some(payee) = self.payee.filter(|_| self.ledger.is_some()) {
			line("rewards to", payee.to_string());
		}
		line("role", self.role_text());
		if let Role::Nominator(nominations) = &self.role {
			for nomination in nominations {
				let state = match (nomination.elected, nomination.stake) {
					(false, _) => "not elected".into(),
					(true, 0) => "elected, by stake of others".into(),
					(true, stake) => format!("elected, with {} of yours", token.show(stake)),
				};
				line("  nominates", format!("{}, {state}", nomination.validator));
			}
		}
		if matches!(self.role, Role::Validator { .. }) || self.elected() {
			let points = self.points.of(&self.account);
			line(
				"elected",
				match self.elected() {
					true => format!("yes, {points} of {} points in this era", self.points.total),
					false => "no".into(),
				},
			);
		}
		let eras: BTreeSet<EraIndex> = self.unpaid.iter().map(|unpaid| unpaid.era).collect();
		if !eras.is_empty() {
			let validator = match self.role {
				Role::Nominator(_) => " --validator ADDRESS",
				Role::Validator { .. } | Role::None => "",
			};
			let (eras, depth) = (list(&eras), self.depth);
			let how = format!("agora stake payout{validator}");
			line("unpaid", format!("eras {eras}, within {depth} eras: {how}"));
		}
		line("era", self.active_era.to_string());
		line("validators", self.validators.len().to_string());
		for validator in &self.validators {
			line("  elected", format!("{validator}, {} points", self.points.of(validator)));
		}
		text
	}

	fn role_text(&self) -> String {
		match &self.role {
			Role::Validator { preferences, keys } => {
				let keys = match keys {
					true => "",
					false => ", but without session keys: agora stake validate",
				};
				format!("validator, commission {}{keys}", preferences.commission)
			}
			Role::Nominator(_) => "nominator".into(),
			Role::None => "none".into(),
		}
	}

	fn json(&self) -> Value {
		let ledger = self.ledger.as_ref();
		let shown = |amount: u128| amount.to_string();
		let unlocking = ledger.map(|ledger| {
			let chunks = ledger.unlocking.iter();
			let chunks =
				chunks.map(|chunk| json!({ "amount": shown(chunk.value), "era": chunk.era }));
			chunks.collect::<Vec<_>>()
		});
		let (role, commission, keys, nominations) = match &self.role {
			Role::Validator { preferences, keys } => {
				("validator", Some(preferences.commission), Some(*keys), None)
			}
			Role::Nominator(nominations) => {
				let nominations = nominations.iter().map(|nomination| {
					json!({
						"validator": nomination.validator.to_string(),
						"elected": nomination.elected,
						"stake": shown(nomination.stake),
					})
				});
				("nominator", None, None, Some(nominations.collect::<Vec<_>>()))
			}
			Role::None => ("none", None, None, None),
		};
		let unpaid = self.unpaid.iter().map(|unpaid| {
			json!({
				"era": unpaid.era,
				"validator": unpaid.validator.to_string(),
				"payouts": unpaid.payouts,
			})
		});
		let validators = self.validators.iter().map(
			|validator| json!({ "account": validator.to_string(), "points": self.points.of(validator) }),
		);
		json!({
			"account": self.account.to_string(),
			"bonded": shown(ledger.map_or(0, |ledger| ledger.total)),
			"active": shown(ledger.map_or(0, |ledger| ledger.active)),
			"unlocking": unlocking.unwrap_or_default(),
			"unlocked": shown(ledger.map_or(0, |ledger| ledger.unlocked(self.current_era))),
			"rewardsTo": self.payee.filter(|_| ledger.is_some()),
			"role": role,
			"commission": commission,
			"keys": keys,
			"nominations": nominations,
			"elected": self.elected(),
			"points": self.points.of(&self.account),
			"allPoints": self.points.total,
			"unpaid": unpaid.collect::<Vec<_>>(),
			"activeEra": self.active_era,
			"currentEra": self.current_era,
			"validators": validators.collect::<Vec<_>>(),
		})
	}
}

/// What the account does with its stake.
async fn role(
	staking: &Staking<'_>,
	account: &AccountId32,
	era: EraIndex,
	validators: &[AccountId32],
) -> Result<Role> {
	if let Some(preferences) = staking.preferences(account).await? {
		return Ok(Role::Validator { preferences, keys: staking.has_keys(account).await? });
	}
	let Some(targets) = staking.nominations(account).await? else { return Ok(Role::None) };
	let mut nominations = Vec::new();
	for validator in targets {
		let elected = validators.contains(&validator);
		let stake = staking.backing(era, &validator, account).await?;
		nominations.push(Nomination { validator, elected, stake });
	}
	Ok(Role::Nominator(nominations))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{chain::staking::types::Unlocking, perbill::Perbill};

	const UNIT: u128 = 1_000_000_000_000;
	const ALICE: AccountId32 = AccountId32([1; 32]);
	const BOB: AccountId32 = AccountId32([2; 32]);

	fn status(role: Role) -> Status {
		let unlocking =
			vec![Unlocking { value: 30 * UNIT, era: 4 }, Unlocking { value: 10 * UNIT, era: 6 }];
		let unpaid = |era| Unpaid { era, validator: ALICE, payouts: 1 };
		Status {
			account: ALICE,
			ledger: Some(Ledger { total: 100 * UNIT, active: 60 * UNIT, unlocking }),
			payee: Some(Payee::Staked),
			role,
			active_era: 4,
			current_era: 5,
			validators: vec![ALICE, BOB],
			points: EraPoints { total: 60, individual: vec![(ALICE, 20), (BOB, 40)] },
			unpaid: vec![unpaid(2), unpaid(3)],
			depth: 84,
		}
	}

	#[test]
	fn a_validator_is_shown_with_its_points() {
		let preferences =
			Preferences { commission: Perbill::from_parts(50_000_000), blocked: false };
		let status = status(Role::Validator { preferences, keys: true });
		assert_eq!(
			status.text(&Token::default()),
			format!(
				"account      {ALICE}\n\
				 at stake     60 AGO of 100 AGO bonded\n\
				 unlocking    10 AGO in era 6\n\
				 to withdraw  30 AGO: agora stake withdraw\n\
				 rewards to   staked\n\
				 role         validator, commission 5 %\n\
				 elected      yes, 20 of 60 points in this era\n\
				 unpaid       eras 2, 3, within 84 eras: agora stake payout\n\
				 era          4\n\
				 validators   2\n  \
				 elected    {ALICE}, 20 points\n  \
				 elected    {BOB}, 40 points\n"
			)
		);
		let value = status.json();
		assert_eq!((&value["role"], &value["elected"]), (&json!("validator"), &json!(true)));
		assert_eq!((&value["commission"], &value["points"]), (&json!("5"), &json!(20)));
		assert_eq!(value["unlocking"][1], json!({ "amount": "10000000000000", "era": 6 }));
		assert_eq!((&value["unlocked"], &value["rewardsTo"]), {
			(&json!("30000000000000"), &json!("staked"))
		});
		assert_eq!(value["unpaid"][0]["era"], 2);
	}

	#[test]
	fn a_nominator_is_shown_with_whom_it_backs() {
		let nomination = |validator, elected, stake| Nomination { validator, elected, stake };
		let nominations = vec![
			nomination(ALICE, true, 60 * UNIT),
			nomination(BOB, true, 0),
			nomination(AccountId32([3; 32]), false, 0),
		];
		let mut status = status(Role::Nominator(nominations));
		status.account = AccountId32([4; 32]);
		let text = status.text(&Token::default());
		for line in [
			"role         nominator\n".to_owned(),
			format!("  nominates  {ALICE}, elected, with 60 AGO of yours\n"),
			format!("  nominates  {BOB}, elected, by stake of others\n"),
			format!("  nominates  {}, not elected\n", AccountId32([3; 32])),
			"eras 2, 3, within 84 eras: agora stake payout --validator ADDRESS\n".to_owned(),
		] {
			assert!(text.contains(&line), "{line}{text}");
		}
		assert!(!text.contains("\nelected "), "{text}");
		let value = status.json();
		assert_eq!(value["nominations"][0]["stake"], (60 * UNIT).to_string());
		assert_eq!((&value["role"], &value["commission"]), (&json!("nominator"), &Value::Null));
	}

	#[test]
	fn who_has_nothing_sees_the_validators() {
		let mut status = status(Role::None);
		(status.account, status.ledger, status.unpaid) = (AccountId32([4; 32]), None, vec![]);
		let text = status.text(&Token::default());
		assert!(text.contains("at stake     nothing\nrole         none\nera "), "{text}");
		assert_eq!(status.json()["bonded"], "0");
		assert_eq!(status.json()["rewardsTo"], Value::Null);
	}
}
