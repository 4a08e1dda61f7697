// SPDX-License-Identifier: Apache-2.0

//! What is read of rewards through a node.

use super::{
	types::{RewardCursor, RewardView, RunningEpoch, SupplyView},
	API, PALLET,
};
use crate::{
	chain::{
		calls::{number, option},
		types::{Page, Sequence},
		Chain,
	},
	error::{Code, Error, Result},
};
use subxt::{
	ext::{
		frame_decode::helpers::IntoEncodableValues, scale_decode::DecodeAsType, scale_value::Value,
	},
	utils::AccountId32,
};

/// The most rewards in one answer.
const PAGE: u32 = 100;

/// A chain on which use is rewarded, which not every chain with a registry is.
#[derive(Clone, Copy)]
pub struct Rewards<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of rewards.
	///
	/// Errors: `no-rewards`; `wrong-chain` where amounts would be misread.
	pub fn rewards(&self) -> Result<Rewards<'_>> {
		self.ensure_decimals()?;
		self.offers(PALLET, API).then_some(Rewards(self)).ok_or_else(|| {
			Error::new(
				Code::NO_REWARDS,
				"this chain rewards nothing: its runtime is older than this command. Name a node of \
				 a newer chain with --node URL.",
			)
		})
	}
}

fn cursor(after: Option<RewardCursor>) -> Value {
	option(after.map(|(epoch, version, split)| {
		Value::unnamed_composite([number(epoch), number(version), number(split)])
	}))
}

impl Rewards<'_> {
	async fn ask<A, R>(&self, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		self.0.ask_api(API, method, arguments).await
	}

	/// The epoch that is running.
	pub async fn running(&self) -> Result<RunningEpoch> {
		self.ask("running_epoch", ()).await
	}

	/// All rewards of a version, oldest first, that of the running epoch last.
	pub async fn pending(
		&self,
		version: Sequence,
		found: &mut dyn FnMut(usize),
	) -> Result<Vec<RewardView>> {
		self.all("pending", Value::from(version), found).await
	}

	/// All rewards that can be claimed and in which the account has a share.
	pub async fn claimable(
		&self,
		account: &AccountId32,
		found: &mut dyn FnMut(usize),
	) -> Result<Vec<RewardView>> {
		self.all("claimable", Value::from_bytes(account.0), found).await
	}

	/// All pages of a list, one after the other. One can be empty and not the last: the chain looks
	/// at so many for an answer, and not all are asked for.
	async fn all(
		&self,
		list: &str,
		of: Value,
		found: &mut dyn FnMut(usize),
	) -> Result<Vec<RewardView>> {
		let mut rewards = Vec::new();
		let mut after = None;
		loop {
			let arguments = (of.clone(), cursor(after), Value::from(PAGE));
			let page: Page<RewardView, RewardCursor> = self.ask(list, arguments).await?;
			rewards.extend(page.items);
			let Some(next) = page.next else { return Ok(rewards) };
			after = Some(next);
			found(rewards.len());
		}
	}

	/// How many tokens there are, and how many there will be in each of so many years.
	pub async fn supply(&self, years: u32) -> Result<SupplyView> {
		self.ask("supply_schedule", (Value::from(years),)).await
	}
}
