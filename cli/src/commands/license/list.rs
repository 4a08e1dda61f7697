// SPDX-License-Identifier: Apache-2.0

//! `agora license list`: the licenses of an account.

use super::{lasts, license_json};
use crate::{
	chain::{market::types::LicenseView, types::ArtifactId},
	commands::{table::table, Context, Done},
	error::Result,
	reference::Publisher,
};
use clap::Args;
use serde_json::json;

/// List the licenses of an account, those that have ended as well.
#[derive(Args)]
pub struct Options {
	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,

	/// How many at most.
	#[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
	limit: u32,

	/// Go on after this artifact's id.
	#[arg(long, value_name = "ID")]
	after: Option<ArtifactId>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let account = context.account(options.account.as_ref())?;
	let chain = context.connect().await?;
	let market = chain.market()?;
	let (licenses, next) = market.licenses(&account, options.after, options.limit).await?;
	let mut named = Vec::new();
	for license in licenses {
		let artifact = chain.artifact_by_id(license.artifact).await?;
		let name = artifact.map_or_else(|| license.artifact.to_string(), |a| a.reference());
		named.push((name, license));
	}
	let mut text = match named.is_empty() {
		true => format!("{account} has no license\n"),
		false => list(&named),
	};
	if let Some(after) = next {
		text.push_str(&format!("more: --after {after}\n"));
	}
	let licenses: Vec<_> = named.iter().map(|(name, view)| license_json(view, name)).collect();
	let value = json!({ "account": account.to_string(), "licenses": licenses, "next": next });
	context.print(&Done::new(text, value))
}

/// Licenses in columns.
fn list(named: &[(String, LicenseView)]) -> String {
	let rows = named.iter().map(|(name, view)| {
		let grant = &view.license.grant;
		let state = match (&view.license.purchase, view.lasts) {
			(_, false) => "ended".into(),
			(Some(purchase), true) => {
				format!("refundable up to block {}", purchase.refundable_until)
			}
			(None, true) => "paid".into(),
		};
		let transferable = if grant.transferable { "yes" } else { "no" };
		[name.clone(), lasts(grant.term), state, transferable.to_owned(), grant.offer.to_string()]
	});
	table(["artifact", "lasts", "state", "transferable", "offer"], rows)
}

#[cfg(test)]
mod tests {
	use super::{super::tests::license, *};
	use crate::chain::market::types::LicenseTerm;

	#[test]
	fn each_license_has_a_line() {
		let named = [
			("a/b".to_owned(), license(LicenseTerm::Perpetual, true, false)),
			("a/c".to_owned(), license(LicenseTerm::Until(7), true, true)),
			("a/d".to_owned(), license(LicenseTerm::Until(7), false, false)),
		];
		assert_eq!(
			list(&named),
			"artifact  lasts          state                     transferable  offer\n\
			 a/b       for ever       paid                      no            3\n\
			 a/c       up to block 7  refundable up to block 9  no            3\n\
			 a/d       up to block 7  ended                     no            3\n"
		);
	}
}
