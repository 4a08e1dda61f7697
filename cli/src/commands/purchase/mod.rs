// SPDX-License-Identifier: Apache-2.0

//! What buying and renewing have in common: an offer is chosen, its quote shown and agreed to, and
//! only what was agreed to is signed.

mod choose;
mod quote;

use super::{
	payouts,
	target::{learn, Names},
	Context, Done,
};
use crate::{
	amount::Amount,
	chain::{
		calls::{batch_all, Call},
		market::{
			calls, refusal,
			types::{LicenseTerm, LicenseView, OfferId, OfferView},
			Market,
		},
		types::ArtifactView,
		Applied, Chain,
	},
	error::{Code, Error, Result},
	keys,
	reference::Reference,
};
use clap::Args;
use quote::Shown;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// What both take.
// Those that take these have a group of their own.
#[derive(Args)]
#[group(skip)]
pub struct Options {
	/// The artifact; with a number, only offers that pay for that version.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The offer, where there are several.
	#[arg(long, value_name = "ID")]
	offer: Option<OfferId>,

	/// The most to pay, in AGO; the price that is shown, if it is left out.
	#[arg(long, value_name = "AGO")]
	max_price: Option<Amount>,

	/// Agree to what it costs without being asked.
	#[arg(long, short)]
	yes: bool,

	/// Give up the refund window, and pay at once: the license counts for citing from then on.
	#[arg(long)]
	no_refund: bool,
}

/// A first license, or more of one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
	Buy,
	Renew,
}

/// Run either command.
pub async fn run(kind: Kind, options: Options, context: &mut Context<'_>) -> Result<()> {
	let signer = context.signer()?;
	let me = keys::account(&signer);
	let chain = context.connect().await?;
	let market = chain.market()?;
	let artifact = chain.artifact(&options.reference, Some(&me)).await?;
	let license = market.license(artifact.id, &me).await?;
	match kind {
		Kind::Buy => ensure_new(&artifact, license.as_ref(), &me)?,
		Kind::Renew => ensure_renewable(&artifact, license.as_ref(), &me)?,
	}
	let offer = find(&chain, &market, &options, &artifact, license.as_ref()).await?;
	let quote = market.quote(offer.id).await?;
	let quote = quote.ok_or_else(|| choose::gone(offer.id))?;
	let most = options.max_price.map_or(quote.price, |most| most.0);
	if quote.price > most {
		let (price, most) = (chain.token.show(quote.price), chain.token.show(most));
		let why = format!("a license costs {price} now, and {most} is the most you named.");
		return Err(refusal("PriceAboveLimit", why));
	}
	let mut names = Names::new();
	let versions = payouts::versions(&quote.distribution);
	learn(&chain, versions.chain([quote.offer.offer.terms.version]), &mut names).await?;
	let shown = Shown {
		quote: &quote,
		artifact: &artifact.reference(),
		names: &names,
		renewed: license.as_ref().map(|license| license.license.grant.term),
		waives: options.no_refund,
		now: chain.block_number(),
		milliseconds_per_block: chain.milliseconds_per_block(),
		token: &chain.token,
	};
	ensure_funds(&chain, &me, &shown).await?;
	context.output.note(&shown.text());
	if !options.yes {
		context.output.agree(&shown.question())?;
	}

	let signed = Signed { offer: offer.id, most, revision: quote.offer.offer.revision };
	let call = call(kind, &signed, &artifact, shown.is_pending() && options.no_refund);
	let applied = context.submit(&chain, &call, &signer).await?;
	context.print(&done(kind, &signed, &artifact, &me, shown.json(), &applied, &chain))
}

/// What is signed of a purchase.
struct Signed {
	offer: OfferId,
	most: u128,
	revision: u32,
}

/// The call of a purchase, and with it the one that gives up the refund window, if it `waives` one.
fn call(kind: Kind, signed: &Signed, artifact: &ArtifactView, waives: bool) -> Call {
	let Signed { offer, most, revision } = *signed;
	let purchase = match kind {
		Kind::Buy => calls::buy(offer, most, revision),
		Kind::Renew => calls::renew(offer, most, revision),
	};
	match waives {
		true => batch_all(vec![purchase, calls::waive_refund(artifact.id)]),
		false => purchase,
	}
}

/// What a purchase brought.
fn done(
	kind: Kind,
	signed: &Signed,
	artifact: &ArtifactView,
	me: &AccountId32,
	quote: Value,
	applied: &Applied,
	chain: &Chain,
) -> Done {
	let name = artifact.reference();
	let (event, mut text) = match kind {
		Kind::Buy => ("LicenseBought", format!("licensed     {me} for {name}\n")),
		Kind::Renew => ("LicenseRenewed", format!("renewed      the license of {me} for {name}\n")),
	};
	let block = |field: &str| applied.number(event, field).and_then(|n| u32::try_from(n).ok());
	let (price, deposit) = (applied.number(event, "price"), applied.number(event, "deposit"));
	let waived = applied.has("PurchaseSettled");
	let refundable = block("refundable_until").filter(|_| !waived);
	let until = block("term");
	if let Some(price) = price {
		text.push_str(&format!("price        {}\n", chain.token.show(price)));
		let lasts = until.map_or_else(|| "for ever".into(), |end| format!("up to block {end}"));
		text.push_str(&format!("lasts        {lasts}\n"));
	}
	if let Some(last) = refundable {
		text.push_str(&format!("refund       up to block {last}, with `agora refund`\n"));
	}
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {} for the record\n", chain.token.show(deposit)));
	}
	let value = json!({
		"artifact": artifact.id,
		"reference": name,
		"account": me.to_string(),
		"offer": signed.offer,
		"revision": signed.revision,
		"quote": quote,
		"price": price.map(|amount| amount.to_string()),
		"until": until,
		"refundableUntil": refundable,
		"deposit": deposit.map(|amount| amount.to_string()),
		"settled": price.map(|_| refundable.is_none()),
	});
	Done::applied(text, value, applied, chain)
}

/// The offer to buy under.
async fn find(
	chain: &Chain,
	market: &Market<'_>,
	options: &Options,
	artifact: &ArtifactView,
	license: Option<&LicenseView>,
) -> Result<OfferView> {
	let mut offers = market.offers(artifact.id).await?;
	if options.reference.number.is_some() {
		let publisher = crate::reference::Publisher::Account(artifact.artifact.publisher);
		let reference = Reference { publisher, ..options.reference.clone() };
		let (_, version) = chain.version(&reference, None).await?;
		offers.retain(|offer| offer.offer.terms.version == version.sequence);
	}
	let free = market.sales(artifact.id).await?.is_some_and(|sales| sales.free);
	let ours = license.map(|license| license.license.grant.offer);
	choose::choose(offers, options.offer, &artifact.reference(), ours, free, &chain.token)
}

/// Refuse a first license to who needs none or has one.
///
/// Errors: `market-own-artifact`, `market-already-licensed`.
fn ensure_new(
	artifact: &ArtifactView,
	license: Option<&LicenseView>,
	me: &AccountId32,
) -> Result<()> {
	let name = artifact.reference();
	if artifact.artifact.owner == *me {
		let why = format!("{name} is yours: you need no license for it.");
		return Err(refusal("OwnArtifact", why));
	}
	let Some(license) = license else { return Ok(()) };
	let grant = license.license.grant;
	let state = match (license.lasts, grant.term) {
		(true, LicenseTerm::Perpetual) => "for ever: there is nothing to buy".to_owned(),
		(true, LicenseTerm::Until(end)) => {
			format!("up to block {end}. `agora renew {name}` lets it last longer")
		}
		(false, _) => format!(
			"that has ended. Let it last again with `agora renew {name}`, or have its deposit back \
			 with `agora license release {name}`"
		),
	};
	Err(refusal("AlreadyLicensed", format!("{me} has a license for {name} {state}.")))
}

/// Refuse to renew what cannot be.
///
/// Errors: `market-license-not-found`, `market-purchase-pending`, `market-nothing-to-renew`.
fn ensure_renewable(
	artifact: &ArtifactView,
	license: Option<&LicenseView>,
	me: &AccountId32,
) -> Result<()> {
	let name = artifact.reference();
	let Some(license) = license else {
		let why = format!("{me} has no license for {name}. `agora buy {name}` gets one.");
		return Err(refusal("LicenseNotFound", why));
	};
	if let Some(purchase) = license.license.purchase {
		let why = format!(
			"the last purchase can still be refunded, up to block {}, and nothing more is sold until \
			 then. `agora waive {name}` ends that.",
			purchase.refundable_until
		);
		return Err(refusal("PurchasePending", why));
	}
	if license.license.grant.term == LicenseTerm::Perpetual {
		let why =
			format!("the license of {me} for {name} lasts for ever: there is nothing to renew.");
		return Err(refusal("NothingToRenew", why));
	}
	Ok(())
}

/// Refuse what the account cannot pay.
///
/// Errors: `insufficient-balance`.
async fn ensure_funds(chain: &Chain, me: &AccountId32, shown: &Shown<'_>) -> Result<()> {
	let needed = shown.quote.price.saturating_add(shown.deposit());
	let free = chain.balance(me).await?.free;
	if free >= needed {
		return Ok(());
	}
	Err(Error::new(
		Code::INSUFFICIENT_BALANCE,
		format!(
			"{me} has {}, and {} are needed for price and deposit. Send it some tokens first; nothing \
			 was paid.",
			chain.token.show(free),
			chain.token.show(needed)
		),
	))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		chain::{
			market::types::{Grant, License, Purchase},
			types::Hash,
		},
		commands::offer::tests::artifact,
	};

	const BUYER: AccountId32 = AccountId32([9; 32]);

	fn license(term: LicenseTerm, lasts: bool, pending: bool) -> LicenseView {
		let grant = Grant { offer: 3, version: 5, term, transferable: false };
		let purchase = Purchase { price: 1, refundable_until: 9, previous: None };
		let purchase = pending.then_some(purchase);
		LicenseView {
			artifact: Hash([8; 32]),
			account: BUYER,
			license: License { grant, purchase, since: 1, deposit: 5 },
			lasts,
			counts_for_citing: lasts && !pending,
		}
	}

	#[test]
	fn only_who_has_none_needs_a_first_license() {
		let artifact = artifact();
		assert_eq!(ensure_new(&artifact, None, &BUYER), Ok(()));
		let error = ensure_new(&artifact, None, &artifact.artifact.owner).unwrap_err();
		assert_eq!(error.code.as_str(), "market-own-artifact");
		for (term, lasts, said) in [
			(LicenseTerm::Perpetual, true, "for ever"),
			(LicenseTerm::Until(7), true, "agora renew"),
			(LicenseTerm::Until(7), false, "agora license release"),
		] {
			let license = license(term, lasts, false);
			let error = ensure_new(&artifact, Some(&license), &BUYER).unwrap_err();
			assert_eq!(error.code.as_str(), "market-already-licensed");
			assert!(error.message.contains(said), "{error}");
		}
	}

	#[test]
	fn only_what_ends_and_is_paid_is_renewed() {
		let artifact = artifact();
		let code = |license: Option<LicenseView>| {
			let renewed = ensure_renewable(&artifact, license.as_ref(), &BUYER);
			renewed.map_err(|error| error.code.as_str().to_owned())
		};
		let until = LicenseTerm::Until(7);
		assert_eq!(code(Some(license(until, true, false))), Ok(()));
		assert_eq!(code(Some(license(until, false, false))), Ok(()));
		assert_eq!(code(None), Err("market-license-not-found".into()));
		assert_eq!(code(Some(license(until, true, true))), Err("market-purchase-pending".into()));
		let perpetual = license(LicenseTerm::Perpetual, true, false);
		assert_eq!(code(Some(perpetual)), Err("market-nothing-to-renew".into()));
	}
}
