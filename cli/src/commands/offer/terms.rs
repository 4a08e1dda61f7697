// SPDX-License-Identifier: Apache-2.0

//! What an offer says, as it is written on the command line, and whether the chain will take it.

use crate::{
	chain::{
		market::{refusal, types::OfferTerms, Market},
		types::{ArtifactStatus, ArtifactView, VersionStatus, VersionView},
		Token,
	},
	duration::{self, Span},
	error::Result,
};
use clap::Args;
use std::str::FromStr;

/// How long a license lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lasting {
	Forever,
	For(Span),
}

impl FromStr for Lasting {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		match text {
			"forever" => Ok(Self::Forever),
			_ => text.parse().map(Self::For),
		}
	}
}

/// How many licenses there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Supply {
	Unlimited,
	Of(u32),
}

impl FromStr for Supply {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		match text {
			"unlimited" => Ok(Self::Unlimited),
			_ => text
				.parse()
				.map(Self::Of)
				.map_err(|_| format!("{text:?} is neither a number of licenses nor `unlimited`")),
		}
	}
}

/// All that an offer says besides its version and price.
#[derive(Args, Default)]
pub struct TermOptions {
	/// How long a license lasts: blocks (600), 30d, 12h, 10m, or `forever` [new offers: forever].
	#[arg(long = "for", value_name = "DURATION")]
	duration: Option<Lasting>,

	/// How many licenses can be bought, or `unlimited` [new offers: unlimited].
	#[arg(long, value_name = "N")]
	supply: Option<Supply>,

	/// Whether a license can be handed to another account [new offers: false].
	#[arg(
		long,
		value_name = "true|false",
		num_args = 0..=1,
		require_equals = true,
		default_missing_value = "true"
	)]
	transferable: Option<bool>,

	/// For how long after the purchase the buyer can have the price back [new offers: 0].
	#[arg(long, value_name = "DURATION")]
	refund_window: Option<Span>,
}

impl TermOptions {
	/// Was nothing given?
	pub fn is_empty(&self) -> bool {
		self.duration.is_none()
			&& self.supply.is_none()
			&& self.transferable.is_none()
			&& self.refund_window.is_none()
	}

	/// Change what was given, and nothing else.
	///
	/// Errors: `usage` for a time that the chain cannot count.
	pub fn apply(&self, terms: &mut OfferTerms, milliseconds_per_block: u64) -> Result<()> {
		if let Some(duration) = self.duration {
			terms.duration = match duration {
				Lasting::Forever => None,
				Lasting::For(span) => Some(span.blocks(milliseconds_per_block)?),
			};
		}
		if let Some(supply) = self.supply {
			terms.supply = match supply {
				Supply::Unlimited => None,
				Supply::Of(number) => Some(number),
			};
		}
		terms.transferable = self.transferable.unwrap_or(terms.transferable);
		if let Some(window) = self.refund_window {
			terms.refund_window = window.blocks(milliseconds_per_block)?;
		}
		Ok(())
	}
}

/// Between what the chain takes.
pub struct Limits {
	/// The least price that is not nothing, in planck.
	min_price: u128,
	/// The longest refund window, in blocks.
	max_refund_window: u32,
	milliseconds_per_block: u64,
}

impl Limits {
	/// What the chain says.
	///
	/// Errors: `no-market`.
	pub fn of(market: &Market<'_>, milliseconds_per_block: u64) -> Result<Self> {
		Ok(Self {
			min_price: market.constant("MinPrice")?,
			max_refund_window: market.constant("MaxRefundWindow")?,
			milliseconds_per_block,
		})
	}

	/// Refuse what the chain would refuse, before it costs a fee.
	///
	/// Errors: `market-version-not-available`, `market-not-commercial`, `market-price-too-low`,
	/// `market-duration-too-short`, `market-supply-too-low`, `market-refund-window-too-long`.
	pub fn check(
		&self,
		terms: &OfferTerms,
		artifact: &ArtifactView,
		version: &VersionView,
		token: &Token,
	) -> Result<()> {
		let name = version.reference();
		if artifact.artifact.status == ArtifactStatus::Retired {
			let why =
				format!("{} is retired: nothing of it is sold any more.", artifact.reference());
			return Err(refusal("VersionNotAvailable", why));
		}
		if version.version.status != VersionStatus::Live {
			let why = format!("{name} cannot be sold: it is {}.", version.version.status);
			return Err(refusal("VersionNotAvailable", why));
		}
		if terms.price > 0 && !version.version.terms.uses.commercial {
			let why = format!(
				"{name} may not be sold, as its uses say: {}. It can be offered for nothing, with \
				 --price 0.",
				version.version.terms.uses
			);
			return Err(refusal("NotCommercial", why));
		}
		if terms.price > 0 && terms.price < self.min_price {
			let why = format!(
				"a license costs {} at least, or nothing, and {} is given.",
				token.show(self.min_price),
				token.show(terms.price)
			);
			return Err(refusal("PriceTooLow", why));
		}
		if terms.duration == Some(0) {
			let why = "a license lasts for at least one block; leave --for out for ever.";
			return Err(refusal("DurationTooShort", why));
		}
		if terms.supply == Some(0) {
			let why = "an offer is for at least one license: give --supply, or end it with `agora \
			           offer close`.";
			return Err(refusal("SupplyTooLow", why));
		}
		let show = |blocks| duration::show(blocks, self.milliseconds_per_block);
		if terms.refund_window > self.max_refund_window {
			let why = format!(
				"a refund window has at most {}, and {} are given.",
				show(self.max_refund_window),
				show(terms.refund_window)
			);
			return Err(refusal("RefundWindowTooLong", why));
		}
		if let Some(duration) = terms.duration.filter(|duration| terms.refund_window >= *duration) {
			let why = format!(
				"the refund window must end before the license does: it has {}, and the license \
				 lasts {}.",
				show(terms.refund_window),
				show(duration)
			);
			return Err(refusal("RefundWindowTooLong", why));
		}
		Ok(())
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use crate::chain::types::{
		Artifact, ArtifactKind, Derivation, Hash, Terms, Text, Uses, Version,
	};
	use clap::Parser;
	use subxt::utils::AccountId32;

	#[derive(Parser)]
	struct Line {
		#[command(flatten)]
		terms: TermOptions,
	}

	fn parse(line: &str) -> std::result::Result<TermOptions, String> {
		let words = ["agora"].into_iter().chain(line.split_whitespace());
		Line::try_parse_from(words).map(|line| line.terms).map_err(|error| error.to_string())
	}

	pub const TERMS: OfferTerms = OfferTerms {
		version: 5,
		price: 1_000,
		duration: None,
		supply: None,
		transferable: false,
		refund_window: 0,
	};

	fn applied(line: &str, mut terms: OfferTerms) -> OfferTerms {
		parse(line).unwrap().apply(&mut terms, 3_000).unwrap();
		terms
	}

	#[test]
	fn only_what_is_given_changes() {
		assert!(parse("").unwrap().is_empty());
		assert_eq!(applied("", TERMS), TERMS);
		let full = OfferTerms {
			duration: Some(864_000),
			supply: Some(7),
			transferable: true,
			refund_window: 200,
			..TERMS
		};
		let line = "--for 30d --supply 7 --transferable --refund-window 10m";
		assert_eq!(applied(line, TERMS), full);
		assert_eq!(applied("--for forever", full), OfferTerms { duration: None, ..full });
		assert_eq!(applied("--supply unlimited", full), OfferTerms { supply: None, ..full });
		let bound = OfferTerms { transferable: false, ..full };
		assert_eq!(applied("--transferable=false", full), bound);
		assert_eq!(applied("--refund-window 0", full), OfferTerms { refund_window: 0, ..full });
		for wrong in ["--for ever", "--supply -1", "--supply all", "--transferable=maybe"] {
			assert!(parse(wrong).is_err(), "{wrong}");
		}
	}

	/// An artifact that is active.
	pub fn artifact() -> ArtifactView {
		artifact_that_is(ArtifactStatus::Active)
	}

	fn artifact_that_is(status: ArtifactStatus) -> ArtifactView {
		ArtifactView {
			id: Hash([8; 32]),
			artifact: Artifact {
				kind: ArtifactKind::Model,
				publisher: AccountId32([7; 32]),
				owner: AccountId32([7; 32]),
				pending_owner: None,
				name: Text("minilm".into()),
				tags: vec![],
				status,
				next_number: 2,
				versions: 1,
				deposit: 0,
				versions_deposit: 0,
			},
		}
	}

	fn version(status: VersionStatus, commercial: bool) -> VersionView {
		VersionView {
			sequence: 5,
			publisher: AccountId32([7; 32]),
			name: Text("minilm".into()),
			version: Version {
				artifact: Hash([8; 32]),
				number: 1,
				manifest: Hash([1; 32]),
				bytes: 1,
				files: 1,
				card: None,
				license: Text("MIT".into()),
				terms: Terms {
					derivation: Derivation::Open,
					uses: Uses { train: true, evaluate: true, commercial },
					royalty: Default::default(),
				},
				sources: vec![],
				locations: vec![],
				published_at: 1,
				priority: 1,
				status,
				deposit: 0,
			},
		}
	}

	#[test]
	fn what_the_chain_would_refuse_is_refused() {
		let limits =
			Limits { min_price: 1_000, max_refund_window: 600, milliseconds_per_block: 3_000 };
		let check = |terms: OfferTerms, status, commercial| {
			let artifact = artifact();
			let version = version(status, commercial);
			let checked = limits.check(&terms, &artifact, &version, &Token::default());
			checked.map_err(|error| error.code.as_str().to_owned())
		};
		let live = |terms| check(terms, VersionStatus::Live, true);
		assert_eq!(live(TERMS), Ok(()));
		let free = OfferTerms { price: 0, ..TERMS };
		assert_eq!(check(free, VersionStatus::Live, false), Ok(()));
		let latest = OfferTerms { refund_window: 600, duration: Some(601), ..TERMS };
		assert_eq!(live(latest), Ok(()));
		let refused = |error: &str| Err(format!("market-{error}"));
		assert_eq!(check(TERMS, VersionStatus::Live, false), refused("not-commercial"));
		let yanked = VersionStatus::Yanked { reason: Text::default() };
		assert_eq!(check(TERMS, yanked, true), refused("version-not-available"));
		assert_eq!(live(OfferTerms { price: 999, ..TERMS }), refused("price-too-low"));
		assert_eq!(live(OfferTerms { duration: Some(0), ..TERMS }), refused("duration-too-short"));
		assert_eq!(live(OfferTerms { supply: Some(0), ..TERMS }), refused("supply-too-low"));
		let long = OfferTerms { refund_window: 601, ..TERMS };
		assert_eq!(live(long), refused("refund-window-too-long"));
		let outlasting = OfferTerms { duration: Some(600), ..latest };
		assert_eq!(live(outlasting), refused("refund-window-too-long"));
		let retired = artifact_that_is(ArtifactStatus::Retired);
		let version = version(VersionStatus::Live, true);
		let error = limits.check(&TERMS, &retired, &version, &Token::default()).unwrap_err();
		assert!(error.message.contains("retired"), "{error}");
	}
}
