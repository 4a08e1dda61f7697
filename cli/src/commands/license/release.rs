// SPDX-License-Identifier: Apache-2.0

//! `agora license release`: end a license for its deposit.

use super::{ensure_paid, held, lasts};
use crate::{
	chain::market::{calls, refusal, types::LicenseTerm},
	commands::{whose, Context, Done},
	error::{Error, Result},
	keys,
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// End a license, and give its deposit back to its holder.
///
/// Yours at any time, without the price coming back; anybody's once it has ended.
#[derive(Args)]
pub struct Options {
	/// The artifact.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// Whose: an address or `me`; the signer's if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,

	/// Do not ask.
	#[arg(long, short)]
	yes: bool,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let account = whose(options.account.as_ref(), me);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let name = artifact.reference();
	let license = held(&market, &artifact, &account).await?;
	ensure_paid(&license)?;
	if license.lasts && account != me {
		return Err(lasting(license.license.grant.term, &account, &name));
	}
	if license.lasts && !options.yes {
		context.output.confirm(&format!(
			"Your license for {name} lasts {}, and will be gone without its price coming back.",
			lasts(license.license.grant.term)
		))?;
	}
	let call = calls::release_license(artifact.id, &account);
	let applied = context.submit(&chain, &call, &signer).await?;
	let released = applied.number("LicenseReleased", "deposit");
	let mut text = format!("released     the license of {account} for {name}\n");
	if let Some(released) = released {
		text.push_str(&format!("given back   {}\n", chain.token.show(released)));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"account": account.to_string(),
		"released": released.map(|amount| amount.to_string()),
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}

/// A license that lasts is its holder's alone.
fn lasting(term: LicenseTerm, account: &AccountId32, name: &str) -> Error {
	let why = format!("the license of {account} for {name} lasts {}", lasts(term));
	match term {
		LicenseTerm::Perpetual => {
			refusal("NotLicensee", format!("{why}, and only its holder can end it."))
		}
		LicenseTerm::Until(_) => {
			refusal("LicenseLasts", format!("{why}; only its holder can end it before."))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_license_that_lasts_is_its_holders() {
		let code = |term| {
			let error = lasting(term, &AccountId32([9; 32]), "a/b");
			error.code.as_str().to_owned()
		};
		assert_eq!(code(LicenseTerm::Perpetual), "market-not-licensee");
		assert_eq!(code(LicenseTerm::Until(7)), "market-license-lasts");
	}
}
