// SPDX-License-Identifier: Apache-2.0

//! `agora license check`: may this account use this artifact now?

use super::{lasts, license_json};
use crate::{
	chain::market::types::LicenseView,
	commands::{somebody, Context, Done},
	error::{Code, Error, Result},
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// Check whether an account may use an artifact now: it owns it, or has a license that lasts.
///
/// Exit status: 0 if it may, 1 if not. A license whose price can still be refunded allows the use,
/// but not yet to publish something derived where that needs a license.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Who: an address or `me`; the signer if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let account = match &options.account {
		Some(Publisher::Account(account)) => *account,
		Some(Publisher::Me) | None => somebody(me)?,
	};
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, me.as_ref()).await?;
	let name = artifact.reference();
	let owner = artifact.artifact.owner == account;
	let license = market.license(artifact.id, &account).await?;
	if !market.has_license(artifact.id, &account).await? {
		return Err(not_licensed(license.as_ref(), &name, &account));
	}
	let mut text = format!("licensed     {account} may use {name}\n");
	if owner {
		text.push_str("because      it is the owner\n");
	}
	if let Some(view) = &license {
		text.push_str(&lines(view));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"account": account.to_string(),
		"licensed": true,
		"owner": owner,
		"license": license.map(|license| license_json(&license, &name)),
	});
	context.print(&Done::new(text, value))
}

/// What a license says, in lines.
fn lines(view: &LicenseView) -> String {
	let mut text = format!("lasts        {}\n", lasts(view.license.grant.term));
	if let Some(purchase) = &view.license.purchase {
		text.push_str(&format!("refund       up to block {}\n", purchase.refundable_until));
	}
	let citing = if view.counts_for_citing { "yes" } else { "not before it is paid for" };
	text.push_str(&format!("for citing   {citing}\n"));
	text
}

/// The account may not use the artifact.
fn not_licensed(license: Option<&LicenseView>, name: &str, account: &AccountId32) -> Error {
	let why = match license {
		None => format!("it has no license. `agora buy {name}` gets one."),
		Some(view) => format!(
			"its license lasted {}. `agora renew {name}` lets it last again.",
			lasts(view.license.grant.term)
		),
	};
	Error::new(Code::NOT_LICENSED, format!("{account} may not use {name} now: {why}"))
}

#[cfg(test)]
mod tests {
	use super::{super::tests::license, *};
	use crate::chain::market::types::LicenseTerm;

	#[test]
	fn who_may_not_is_told_why() {
		let account = AccountId32([9; 32]);
		let error = not_licensed(None, "a/b", &account);
		assert_eq!((error.code.as_str(), error.exit_status()), ("not-licensed", 1));
		assert!(error.message.contains("agora buy a/b"), "{error}");
		let ended = license(LicenseTerm::Until(7), false, false);
		let error = not_licensed(Some(&ended), "a/b", &account);
		assert!(error.message.contains("lasted up to block 7. `agora renew a/b`"), "{error}");
	}

	#[test]
	fn who_may_is_told_until_when() {
		let paid = lines(&license(LicenseTerm::Perpetual, true, false));
		assert_eq!(paid, "lasts        for ever\nfor citing   yes\n");
		let open = lines(&license(LicenseTerm::Until(7), true, true));
		assert_eq!(
			open,
			"lasts        up to block 7\nrefund       up to block 9\n\
			 for citing   not before it is paid for\n"
		);
	}
}
