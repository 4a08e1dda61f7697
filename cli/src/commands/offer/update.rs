// SPDX-License-Identifier: Apache-2.0

//! `agora offer update`: change what an offer says.

use super::{
	create::lines,
	find::{own, Target},
	terms::{Limits, TermOptions},
};
use crate::{
	amount::Amount,
	chain::market::calls,
	commands::{Context, Done},
	error::{Code, Error, Result},
	keys,
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;

/// Change what an offer says.
///
/// Only what is given changes. A purchase by somebody who saw the terms before it is refused, so
/// nobody pays a price they did not see; licenses that were bought stay as they are.
#[derive(Args)]
pub struct Options {
	/// The offer's id, or an artifact that has only one.
	#[arg(value_name = "OFFER|REF")]
	offer: Target,

	/// What a license costs, in AGO; 0 for nothing.
	#[arg(long, value_name = "AGO")]
	price: Option<Amount>,

	/// The number of the version that is paid for.
	#[arg(long = "version", value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
	number: Option<u32>,

	#[command(flatten)]
	terms: TermOptions,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	if options.price.is_none() && options.number.is_none() && options.terms.is_empty() {
		return Err(Error::new(
			Code::USAGE,
			"say what is to change: --price, --for, --supply, --transferable, --refund-window or \
			 --version.",
		));
	}
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let milliseconds = chain.milliseconds_per_block();
	let (artifact, found) = own(&chain, &market, &options.offer, &me).await?;
	let mut terms = found.offer.terms;
	let version = match options.number {
		Some(number) => {
			let reference = Reference {
				publisher: Publisher::Account(artifact.artifact.publisher),
				name: artifact.artifact.name.0.clone(),
				number: Some(number),
			};
			chain.version(&reference, None).await?.1
		}
		None => chain.version_by_sequence(terms.version).await?.ok_or_else(|| {
			Error::new(Code::VERSION_NOT_FOUND, "the version that the offer names is gone.")
		})?,
	};
	terms.version = version.sequence;
	terms.price = options.price.map_or(terms.price, |price| price.0);
	options.terms.apply(&mut terms, milliseconds)?;
	let limits = Limits::of(&market, milliseconds)?;
	limits.check(&terms, &artifact, &version, &chain.token)?;
	let applied = context.submit(&chain, &calls::update_offer(found.id, &terms), &signer).await?;

	let revision =
		applied.number("OfferUpdated", "revision").and_then(|number| u32::try_from(number).ok());
	let mut text = format!("offer        {}\nsells        {}\n", found.id, version.reference());
	text.push_str(&lines(&terms, milliseconds, &chain.token));
	if let Some(revision) = revision {
		text.push_str(&format!("revision     {revision}\n"));
	}
	let value = json!({
		"offer": found.id,
		"reference": version.reference(),
		"sequence": version.sequence,
		"artifact": artifact.id,
		"price": terms.price.to_string(),
		"duration": terms.duration,
		"supply": terms.supply,
		"transferable": terms.transferable,
		"refundWindow": terms.refund_window,
		"revision": revision,
	});
	context.print(&Done::applied(text, value, &applied, &chain))
}
