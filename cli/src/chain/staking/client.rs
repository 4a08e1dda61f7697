// SPDX-License-Identifier: Apache-2.0

//! What is read of staking through a node.

use super::{
	types::{
		ActiveEra, EraIndex, EraPoints, Exposure, ExposurePage, Ledger, Nominations, Payee,
		Preferences, SlashingSpans, Unpaid,
	},
	PALLET, SESSION,
};
use crate::{
	chain::Chain,
	error::{Code, Error, Result},
	perbill::Perbill,
};
use futures::{stream, StreamExt, TryStreamExt};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// How many questions are on their way at once.
const AT_ONCE: usize = 16;

/// A chain whose validators are elected by stake.
#[derive(Clone, Copy)]
pub struct Staking<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of stake.
	///
	/// Errors: `no-staking`; `wrong-chain` where amounts would be misread.
	pub fn staking(&self) -> Result<Staking<'_>> {
		self.ensure_decimals()?;
		let found = self.has_pallet(PALLET) && self.has_pallet(SESSION);
		found.then_some(Staking(self)).ok_or_else(no_staking)
	}
}

fn no_staking() -> Error {
	Error::new(
		Code::NO_STAKING,
		"this chain elects no validators, or in a way that this command does not know. Name a node \
		 of another with --node URL.",
	)
}

fn account(account: &AccountId32) -> Value {
	Value::from_bytes(account.0)
}

impl<'a> Staking<'a> {
	/// The chain.
	pub(super) fn chain(&self) -> &'a Chain {
		self.0
	}

	async fn stored<V: DecodeAsType>(&self, item: &str, key: Vec<Value>) -> Result<Option<V>> {
		self.0.stored(PALLET, item, key).await
	}

	/// A constant of the pallet.
	///
	/// Errors: `no-staking` where the chain has none of this name.
	pub fn constant<T: DecodeAsType>(&self, name: &str) -> Result<T> {
		self.0.find_constant(PALLET, name).ok_or_else(no_staking)
	}

	/// How many blocks an era has.
	pub fn era_blocks(&self) -> Option<u32> {
		let sessions: u32 = self.0.find_constant(PALLET, "SessionsPerEra")?;
		let blocks: u64 = self.0.find_constant("Babe", "EpochDuration")?;
		u32::try_from(blocks).ok()?.checked_mul(sessions)
	}

	/// The era that validators earn in now.
	pub async fn active_era(&self) -> Result<EraIndex> {
		Ok(self.stored::<ActiveEra>("ActiveEra", vec![]).await?.map_or(0, |era| era.index))
	}

	/// The era that was last planned: the active one or the next.
	pub async fn current_era(&self) -> Result<EraIndex> {
		Ok(self.stored("CurrentEra", vec![]).await?.unwrap_or_default())
	}

	/// What an account has bonded.
	pub async fn ledger(&self, stash: &AccountId32) -> Result<Option<Ledger>> {
		self.stored("Ledger", vec![account(stash)]).await
	}

	/// Where its rewards go.
	pub async fn payee(&self, stash: &AccountId32) -> Result<Option<Payee>> {
		self.stored("Payee", vec![account(stash)]).await
	}

	/// What an account says of itself, if it stands for election.
	pub async fn preferences(&self, stash: &AccountId32) -> Result<Option<Preferences>> {
		self.stored("Validators", vec![account(stash)]).await
	}

	/// Whom an account nominates, if it does.
	pub async fn nominations(&self, stash: &AccountId32) -> Result<Option<Vec<AccountId32>>> {
		let found: Option<Nominations> = self.stored("Nominators", vec![account(stash)]).await?;
		Ok(found.map(|nominations| nominations.targets))
	}

	/// The least that validators and nominators must have at stake, in planck.
	pub async fn least(&self) -> Result<(u128, u128)> {
		let validator: Option<u128> = self.stored("MinValidatorBond", vec![]).await?;
		let nominator: Option<u128> = self.stored("MinNominatorBond", vec![]).await?;
		Ok((validator.unwrap_or_default(), nominator.unwrap_or_default()))
	}

	/// The least commission.
	pub async fn least_commission(&self) -> Result<Perbill> {
		Ok(self.stored("MinCommission", vec![]).await?.unwrap_or_default())
	}

	/// Who validates in this session.
	pub async fn validators(&self) -> Result<Vec<AccountId32>> {
		Ok(self.0.stored(SESSION, "Validators", vec![]).await?.unwrap_or_default())
	}

	/// Has the account named session keys?
	pub async fn has_keys(&self, stash: &AccountId32) -> Result<bool> {
		let keys: Option<Value> = self.0.stored(SESSION, "NextKeys", vec![account(stash)]).await?;
		Ok(keys.is_some())
	}

	/// What validators did in an era.
	pub async fn points(&self, era: EraIndex) -> Result<EraPoints> {
		Ok(self.stored("ErasRewardPoints", vec![Value::from(era)]).await?.unwrap_or_default())
	}

	/// How many spans of slashes an account has, which a last withdrawal must name.
	pub async fn slashing_spans(&self, stash: &AccountId32) -> Result<u32> {
		let spans: Option<SlashingSpans> =
			self.stored("SlashingSpans", vec![account(stash)]).await?;
		let count = spans.map_or(0, |spans| spans.prior.len().saturating_add(1));
		Ok(u32::try_from(count).unwrap_or(u32::MAX))
	}

	/// The stake behind a validator in an era.
	pub async fn exposure(
		&self,
		era: EraIndex,
		validator: &AccountId32,
	) -> Result<Option<Exposure>> {
		self.stored("ErasStakersOverview", vec![Value::from(era), account(validator)]).await
	}

	/// What of a nominator's stake counts for a validator in an era.
	pub async fn backing(
		&self,
		era: EraIndex,
		validator: &AccountId32,
		nominator: &AccountId32,
	) -> Result<u128> {
		let pages = self.exposure(era, validator).await?.map_or(0, |found| found.page_count);
		for page in 0..pages {
			let key = vec![Value::from(era), account(validator), Value::from(page)];
			let page: Option<ExposurePage> = self.stored("ErasStakersPaged", key).await?;
			let backers = page.map(|page| page.others).unwrap_or_default();
			if let Some(found) = backers.iter().find(|backer| backer.who == *nominator) {
				return Ok(found.value);
			}
		}
		Ok(0)
	}

	/// The eras of the last months in which these validators earned something that was not paid, with
	/// what is left of each; oldest first. `done` hears of each era that was looked at.
	pub async fn unpaid(
		&self,
		validators: &[AccountId32],
		done: &dyn Fn(u32),
	) -> Result<Vec<Unpaid>> {
		let active = self.active_era().await?;
		let depth: u32 = self.constant("HistoryDepth")?;
		let eras = active.saturating_sub(depth)..active;
		let looked_at = stream::iter(eras).map(|era| async move {
			let found = self.unpaid_in(era, validators).await;
			done(1);
			found
		});
		let found: Vec<Vec<Unpaid>> = looked_at.buffered(AT_ONCE).try_collect().await?;
		Ok(found.into_iter().flatten().collect())
	}

	/// The same of one era.
	pub async fn unpaid_in(
		&self,
		era: EraIndex,
		validators: &[AccountId32],
	) -> Result<Vec<Unpaid>> {
		let mut unpaid = Vec::new();
		let payout: Option<u128> =
			self.stored("ErasValidatorReward", vec![Value::from(era)]).await?;
		if payout.unwrap_or_default() == 0 {
			return Ok(unpaid);
		}
		let points = self.points(era).await?;
		for validator in validators.iter().filter(|validator| points.of(validator) > 0) {
			let Some(exposure) = self.exposure(era, validator).await? else { continue };
			let key = vec![Value::from(era), account(validator)];
			let claimed: Option<Vec<u32>> = self.stored("ClaimedRewards", key).await?;
			let claimed = u32::try_from(claimed.map_or(0, |pages| pages.len()));
			let payouts = exposure.payouts().saturating_sub(claimed.unwrap_or(u32::MAX));
			if payouts > 0 {
				unpaid.push(Unpaid { era, validator: *validator, payouts });
			}
		}
		Ok(unpaid)
	}
}
