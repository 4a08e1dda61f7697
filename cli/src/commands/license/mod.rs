// SPDX-License-Identifier: Apache-2.0

//! `agora license`: who may use what, one file per command.

mod check;
mod list;
mod release;
mod transfer;

use super::Context;
use crate::{
	chain::{
		market::{
			refusal,
			types::{LicenseTerm, LicenseView, Purchase},
			Market,
		},
		types::ArtifactView,
	},
	error::Result,
};
use clap::Subcommand;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// List licenses, check them, hand them on, and end them.
#[derive(Subcommand)]
pub enum Options {
	List(list::Options),
	Check(check::Options),
	Transfer(transfer::Options),
	Release(release::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::List(options) => list::run(options, context).await,
		Options::Check(options) => check::run(options, context).await,
		Options::Transfer(options) => transfer::run(options, context).await,
		Options::Release(options) => release::run(options, context).await,
	}
}

/// The license of an account, whether it lasts or not.
///
/// Errors: `market-license-not-found`.
pub async fn held(
	market: &Market<'_>,
	artifact: &ArtifactView,
	account: &AccountId32,
) -> Result<LicenseView> {
	market.license(artifact.id, account).await?.ok_or_else(|| {
		let why = format!("{account} has no license for {}.", artifact.reference());
		refusal("LicenseNotFound", why)
	})
}

/// The purchase of a license that is not settled.
///
/// Errors: what the chain says where there is none, `market-...`.
pub fn pending(
	license: &LicenseView,
	artifact: &ArtifactView,
	otherwise: &str,
) -> Result<Purchase> {
	license.license.purchase.ok_or_else(|| {
		let why = format!(
			"the license of {} for {} is paid for: nothing of it is open.",
			license.account,
			artifact.reference()
		);
		refusal(otherwise, why)
	})
}

/// Refuse what cannot be done while a purchase can be refunded.
///
/// Errors: `market-purchase-pending`.
fn ensure_paid(license: &LicenseView) -> Result<()> {
	let Some(purchase) = license.license.purchase else { return Ok(()) };
	let why = format!(
		"its last purchase can still be refunded, up to block {}, and is not paid before. `agora \
		 waive` or `agora refund` end that.",
		purchase.refundable_until
	);
	Err(refusal("PurchasePending", why))
}

/// How long a license lasts.
fn lasts(term: LicenseTerm) -> String {
	match term {
		LicenseTerm::Perpetual => "for ever".into(),
		LicenseTerm::Until(end) => format!("up to block {end}"),
	}
}

/// The last block of a license, unless it lasts for ever.
fn until(term: LicenseTerm) -> Option<u32> {
	match term {
		LicenseTerm::Perpetual => None,
		LicenseTerm::Until(end) => Some(end),
	}
}

/// A license as every command prints it in JSON.
fn license_json(view: &LicenseView, reference: &str) -> Value {
	let license = &view.license;
	json!({
		"artifact": view.artifact,
		"reference": reference,
		"account": view.account.to_string(),
		"offer": license.grant.offer,
		"sequence": license.grant.version,
		"until": until(license.grant.term),
		"transferable": license.grant.transferable,
		"lasts": view.lasts,
		"countsForCiting": view.counts_for_citing,
		"pending": license.purchase.map(|purchase| json!({
			"price": purchase.price.to_string(),
			"refundableUntil": purchase.refundable_until,
			"renewal": purchase.previous.is_some(),
		})),
		"since": license.since,
		"deposit": license.deposit.to_string(),
	})
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::{
		chain::{
			market::types::{Grant, License},
			types::Hash,
		},
		commands::offer::tests::artifact,
	};

	/// A license of somebody's, for ever or not, paid for or not.
	pub fn license(term: LicenseTerm, lasts: bool, pending: bool) -> LicenseView {
		let grant = Grant { offer: 3, version: 5, term, transferable: false };
		let purchase = Purchase { price: 1, refundable_until: 9, previous: None };
		let purchase = pending.then_some(purchase);
		LicenseView {
			artifact: Hash([8; 32]),
			account: AccountId32([9; 32]),
			license: License { grant, purchase, since: 1, deposit: u128::MAX },
			lasts,
			counts_for_citing: lasts && !pending,
		}
	}

	#[test]
	fn programs_read_what_is_held() {
		let value = license_json(&license(LicenseTerm::Until(7), true, true), "a/b");
		assert_eq!((&value["until"], &value["lasts"]), (&json!(7), &json!(true)));
		assert_eq!(
			value["pending"],
			json!({ "price": "1", "refundableUntil": 9, "renewal": false })
		);
		assert_eq!(value["deposit"], u128::MAX.to_string());
		let value = license_json(&license(LicenseTerm::Perpetual, true, false), "a/b");
		assert_eq!((&value["until"], &value["pending"]), (&Value::Null, &Value::Null));
		assert_eq!(value["countsForCiting"], true);
	}

	#[test]
	fn what_is_not_paid_is_told_from_what_is() {
		let paid = license(LicenseTerm::Perpetual, true, false);
		let open = license(LicenseTerm::Perpetual, true, true);
		assert_eq!(ensure_paid(&paid), Ok(()));
		assert_eq!(ensure_paid(&open).unwrap_err().code.as_str(), "market-purchase-pending");
		assert_eq!(pending(&open, &artifact(), "NothingToRefund").unwrap().price, 1);
		let error = pending(&paid, &artifact(), "NothingToRefund").unwrap_err();
		assert_eq!(error.code.as_str(), "market-nothing-to-refund");
	}
}
