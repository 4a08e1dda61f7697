// SPDX-License-Identifier: Apache-2.0

//! What is read of royalties through a node.

use super::{
	types::{Distribution, ShareView, SplitView, VaultView},
	API, PALLET,
};
use crate::{
	chain::{
		market::no_market,
		types::{ArtifactId, Sequence},
		Chain,
	},
	error::Result,
};
use subxt::{
	ext::{
		frame_decode::helpers::IntoEncodableValues, scale_decode::DecodeAsType, scale_value::Value,
	},
	utils::AccountId32,
};

/// The most versions that the chain follows for one answer.
const MAX_SIMULATED: u32 = 1_000;

/// A chain on which versions have income, which not every chain with a registry is.
#[derive(Clone, Copy)]
pub struct Royalties<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of royalties.
	///
	/// Errors: `no-market`; `wrong-chain` where amounts would be misread.
	pub fn royalties(&self) -> Result<Royalties<'_>> {
		self.ensure_decimals()?;
		self.offers(PALLET, API).then_some(Royalties(self)).ok_or_else(no_market)
	}
}

impl Royalties<'_> {
	async fn ask<A, R>(&self, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		self.0.ask_api(API, method, arguments).await
	}

	/// The income of a version that was not distributed yet.
	pub async fn vault(&self, version: Sequence) -> Result<VaultView> {
		self.ask("vault", (Value::from(version),)).await
	}

	/// How an artifact's income is divided now.
	pub async fn split(&self, artifact: ArtifactId) -> Result<Option<SplitView>> {
		self.ask("split", (Value::from(artifact),)).await
	}

	/// What the account can withdraw, in planck.
	pub async fn earnings(&self, account: &AccountId32) -> Result<u128> {
		self.ask("earnings", (Value::from_bytes(account.0),)).await
	}

	/// What a contributor has of the records that this version brought into its dataset.
	pub async fn share(
		&self,
		origin: Sequence,
		contributor: &AccountId32,
	) -> Result<Option<ShareView>> {
		self.ask("share", (Value::from(origin), Value::from_bytes(contributor.0))).await
	}

	/// Where an income of the version would end up, along the lineage.
	pub async fn simulate(&self, version: Sequence, income: u128) -> Result<Option<Distribution>> {
		let arguments = (Value::from(version), Value::u128(income), Value::from(MAX_SIMULATED));
		self.ask("simulate_distribution", arguments).await
	}
}
