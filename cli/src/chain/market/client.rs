// SPDX-License-Identifier: Apache-2.0

//! What is read of the market through a node.

use super::{
	types::{LicenseView, OfferId, OfferView, Quote, SalesView},
	API, PALLET,
};
use crate::{
	chain::{
		calls::option,
		types::{ArtifactId, Page},
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

/// The most licenses in one answer.
const PAGE: u32 = 100;

/// A chain that has a market, which not every chain with a registry does.
#[derive(Clone, Copy)]
pub struct Market<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of the market.
	///
	/// Errors: `no-market`; `wrong-chain` where amounts would be misread.
	pub fn market(&self) -> Result<Market<'_>> {
		self.ensure_decimals()?;
		self.find_market().ok_or_else(no_market)
	}

	/// What the chain knows of the market, if it knows of it.
	pub fn find_market(&self) -> Option<Market<'_>> {
		self.offers(PALLET, API).then_some(Market(self))
	}
}

/// The chain is older than licenses and what is paid for them.
pub(in crate::chain) fn no_market() -> Error {
	Error::new(
		Code::NO_MARKET,
		"nothing can be sold on this chain: its runtime is older than this command. Name a node of a \
		 newer chain with --node URL.",
	)
}

impl Market<'_> {
	async fn ask<A, R>(&self, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		self.0.ask_api(API, method, arguments).await
	}

	/// A constant of the pallet.
	///
	/// Errors: `no-market` where the chain has none of this name.
	pub fn constant<T: DecodeAsType>(&self, name: &str) -> Result<T> {
		self.0.find_constant(PALLET, name).ok_or_else(no_market)
	}

	/// An offer.
	pub async fn offer(&self, offer: OfferId) -> Result<Option<OfferView>> {
		self.ask("offer", (Value::from(offer),)).await
	}

	/// All offers of an artifact, oldest first.
	pub async fn offers(&self, artifact: ArtifactId) -> Result<Vec<OfferView>> {
		self.ask("offers", (Value::from(artifact),)).await
	}

	/// What a license under the offer would cost now, and who would get what.
	pub async fn quote(&self, offer: OfferId) -> Result<Option<Quote>> {
		self.ask("quote", (Value::from(offer),)).await
	}

	/// May the account use the artifact now: it owns it or holds a license that lasts?
	pub async fn has_license(&self, artifact: ArtifactId, account: &AccountId32) -> Result<bool> {
		self.ask("has_license", (Value::from(artifact), Value::from_bytes(account.0))).await
	}

	/// The license of the account for the artifact, whether it lasts or not.
	pub async fn license(
		&self,
		artifact: ArtifactId,
		account: &AccountId32,
	) -> Result<Option<LicenseView>> {
		self.ask("license", (Value::from(artifact), Value::from_bytes(account.0))).await
	}

	/// The licenses of an account, at most so many, and what to ask with for more.
	pub async fn licenses(
		&self,
		account: &AccountId32,
		mut after: Option<ArtifactId>,
		limit: u32,
	) -> Result<(Vec<LicenseView>, Option<ArtifactId>)> {
		let mut items: Vec<LicenseView> = Vec::new();
		loop {
			let found = u32::try_from(items.len()).unwrap_or(u32::MAX);
			let wanted = limit.saturating_sub(found).min(PAGE);
			if wanted == 0 {
				return Ok((items, after));
			}
			let arguments =
				(Value::from_bytes(account.0), option(after.map(Value::from)), Value::from(wanted));
			let page: Page<LicenseView, ArtifactId> = self.ask("licenses", arguments).await?;
			items.extend(page.items);
			match page.next {
				None => return Ok((items, None)),
				next => after = next,
			}
		}
	}

	/// What an artifact sold, and its cap. Nothing if it was never offered.
	pub async fn sales(&self, artifact: ArtifactId) -> Result<Option<SalesView>> {
		self.ask("sales", (Value::from(artifact),)).await
	}
}
