// SPDX-License-Identifier: Apache-2.0

//! `agora publish`: from a directory to a version on chain, in one transaction.

use super::{
	bytes, card_digest,
	card_sources::{self, CardOptions},
	check_locations, check_tags, ensure_owner, Context, Done,
};
use crate::{
	card::{self, Card},
	chain::{
		calls::{self, NewVersion, Salt, SourceInput},
		types::{
			ArtifactKind, ArtifactStatus, ArtifactView, Derivation, DigestView, Hash, Relation,
			Reservation, Terms, Use, Uses, VersionView,
		},
		Applied, Chain,
	},
	error::{printable, Code, Error, Result, Shown},
	formats::{self, Finding},
	keys, license,
	manifest::{self, Manifest},
	permill::Permill,
	reference::{check_name, Publisher, Reference, SourceArgument},
	reservations::Store,
	walk,
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::AccountId32;

/// Longest license expression, in bytes.
const MAX_LICENSE: usize = 64;

/// Most sources of a version.
pub const MAX_SOURCES: usize = 16;

/// Publish the files under a path as a version of a model or dataset.
///
/// All files under the path are hashed and listed in agora.json at its top, whose BLAKE3 hash is the
/// version's digest. The artifact is registered if it is new, and the version published, in one
/// transaction that happens as a whole or not at all.
///
/// A model's card (README.md), a Croissant file (croissant.json) and a list of training data
/// (data_config.json) among them are read: for the license, if none is given, and for tags and
/// sources, which are proposed.
///
/// The terms are final: license, derivation, uses and royalty cannot be changed later.
#[derive(Args)]
pub struct Options {
	/// The directory whose files are the version.
	path: PathBuf,

	/// The artifact's name, or REF for one that was transferred to you.
	#[arg(long, allow_hyphen_values = true)]
	name: String,

	/// What it is.
	#[arg(long)]
	kind: ArtifactKind,

	/// The license of the files, as an SPDX expression such as "MIT OR Apache-2.0".
	///
	/// If it is left out: the one that the card among the files names.
	#[arg(long, value_name = "SPDX")]
	license: Option<String>,

	/// A description for people, whose BLAKE3 hash goes on chain.
	#[arg(long, value_name = "FILE")]
	card: Option<PathBuf>,

	/// A word to find the artifact by; at most five.
	#[arg(long = "tag", value_name = "TAG")]
	tags: Vec<String>,

	/// What it was made from, and how: REF:RELATION, or REF:RELATION:PERCENT for the most royalty
	/// to accept; at most sixteen.
	///
	/// Relations: fine-tune, adapter, merge, quantization, pruning, conversion, distillation,
	/// trained-on, evaluated-on, subset, synthetic.
	#[arg(long = "source", value_name = "SOURCE")]
	sources: Vec<SourceArgument>,

	#[command(flatten)]
	from_card: CardOptions,

	/// Who may publish something derived from it.
	#[arg(long, default_value_t = Derivation::Open)]
	derivation: Derivation,

	/// What may be done with it, separated by commas: train, evaluate, commercial, or none.
	///
	/// If it is left out: everything that the sources allow.
	#[arg(long, value_name = "USES", value_parser = parse_uses)]
	uses: Option<Uses>,

	/// The share of a derived version's income to ask for.
	#[arg(long, value_name = "PERCENT", default_value = "0")]
	royalty: Permill,

	/// Where the files can be had; at most two.
	#[arg(long = "location", value_name = "URL")]
	locations: Vec<String>,

	/// The salt of a reservation of these files; found by itself on the machine that made it.
	#[arg(long, value_name = "SALT")]
	reservation: Option<Hash>,
}

fn parse_uses(text: &str) -> Result<Uses, String> {
	if text == "none" {
		return Ok(Uses::of(&[]));
	}
	let uses: Vec<Use> = text.split(',').map(str::parse).collect::<Result<_, String>>()?;
	Ok(Uses::of(&uses))
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	// What can be refused without a node or a long wait is refused first.
	let artifact = parse_name(&options.name)?;
	let license = options.license.as_deref().map(check_license).transpose()?;
	check_tags(&options.tags)?;
	check_locations(&options.locations)?;
	let card = options.card.as_deref().map(card_digest).transpose()?;
	let files = walk::walk(&options.path)?;
	let file_count = u32::try_from(files.len())
		.map_err(|_| Error::new(Code::TOO_LONG, "a version has at most 2^32 - 1 files."))?;
	if files.iter().all(|file| file.stamp.size() == 0) {
		return Err(Error::new(
			Code::EMPTY_DIRECTORY,
			format!("all files under {} are empty.", Shown(&options.path)),
		));
	}
	let read =
		if options.from_card.reads_card() { card::read(&options.path) } else { Card::default() };
	read.warnings.iter().for_each(|warning| context.output.warn(warning));
	let license = choose_license(license, &read, context)?;
	let signer = context.signer()?;
	let me = keys::account(&signer);

	let chain = context.connect().await?;
	check_royalty(&chain, options.royalty)?;
	let existing = find(&chain, &artifact, &me, options.kind).await?;
	let id = match &existing {
		Some(artifact) => artifact.id,
		None => calls::artifact_id(&me, &artifact.name),
	};
	let sources = resolve(&chain, &options.sources, &me).await?;
	let (from, kind) = (&options.from_card, options.kind);
	let spinner = context.output.spinner("looking for what the card names");
	let proposals = card_sources::propose(from, &chain, &read, kind, id, &me, &sources).await;
	spinner.finish_and_clear();
	let proposals = proposals?;
	proposals.notes(&read).iter().for_each(|note| context.output.note(note));
	let sources = proposals.take(sources)?;
	let terms = Terms {
		derivation: options.derivation,
		uses: options.uses.unwrap_or_else(|| allowed(&sources)),
		royalty: options.royalty,
	};

	let hashed = context.hash_files(&options.path, files).await?;
	let digest = Hash(hashed.digest());
	let salt = find_reservation(&chain, &options, &me, digest).await?;
	if salt.is_none() {
		ensure_unpublished(&chain, digest).await?;
	}
	let findings = formats::inspect(&options.path, &hashed);
	for finding in &findings {
		if matches!(finding.content, formats::Content::Pickle { .. }) {
			context.output.warn(&finding.to_string());
		}
	}
	hashed.save(&options.path)?;

	let version = NewVersion {
		manifest: digest,
		bytes: hashed.total_size(),
		files: file_count,
		card,
		license,
		terms,
		sources: sources.iter().map(|source| source.input).collect(),
		locations: options.locations.clone(),
	};
	let publish = calls::publish(id, &version, salt);
	let call = match &existing {
		None => {
			let register = calls::register(options.kind, &artifact.name, &options.tags);
			calls::batch_all(vec![register, publish])
		}
		Some(artifact) if retags(artifact, &options.tags) => {
			calls::batch_all(vec![calls::update_tags(artifact.id, &options.tags), publish])
		}
		Some(_) => publish,
	};
	let applied = context.submit(&chain, &call, &signer).await?;
	if let (Some(salt), true) = (&salt, applied.has("ReservationRevealed")) {
		if let Ok(store) = Store::open() {
			store.forget(calls::reservation_commitment(&digest, &me, salt));
		}
	}
	let publisher = existing.as_ref().map_or(&me, |artifact| &artifact.artifact.publisher);
	let published = Published {
		reference: format!("{publisher}/{}", artifact.name),
		registered: existing.is_none(),
		id,
		options: &options,
		version: &version,
		hashed: &hashed,
		sources: &sources,
		findings: &findings,
		proposals: proposals.json(&read),
	};
	context.print(&published.done(&applied, &chain))
}

/// The artifact that `--name` stands for.
fn parse_name(name: &str) -> Result<Reference> {
	if !name.contains('/') {
		check_name(name)?;
		return Ok(Reference { publisher: Publisher::Me, name: name.to_owned(), number: None });
	}
	let wrong = |why: String| Error::new(Code::BAD_NAME, why);
	let reference: Reference = name.parse().map_err(wrong)?;
	match reference.number {
		None => Ok(reference),
		Some(_) => Err(wrong("the chain numbers versions: leave the number out".into())),
	}
}

/// The license that was given, or else the card's; both may be there and say different things.
///
/// Errors: `bad-license`, `too-long`.
fn choose_license(given: Option<String>, read: &Card, context: &mut Context<'_>) -> Result<String> {
	match (given, &read.license) {
		(Some(given), Some(license)) if given != license.expression => {
			context.output.warn(&format!(
				"{} says that the license is {}, and {given} is what is published",
				license.from, license.expression
			));
			Ok(given)
		}
		(Some(given), _) => Ok(given),
		(None, Some(license)) => {
			context.output.note(&format!(
				"the license is {}, as {} says ({})",
				license.expression,
				license.from,
				printable(&license.said)
			));
			check_license(&license.expression)
		}
		(None, None) => Err(Error::new(
			Code::BAD_LICENSE,
			"no license is given, and no card among the files names one. Give it with --license, as \
			 an SPDX expression such as MIT or CC-BY-4.0.",
		)),
	}
}

fn check_license(text: &str) -> Result<String> {
	let license = license::check(text)?;
	if license.len() > MAX_LICENSE {
		return Err(Error::new(
			Code::TOO_LONG,
			format!(
				"the license expression has {} bytes, and {MAX_LICENSE} is the most. Write \
				 LicenseRef-Your-Name and put the whole into the files.",
				license.len()
			),
		));
	}
	Ok(license)
}

/// Refuse a royalty that the chain would refuse, in its words.
fn check_royalty(chain: &Chain, royalty: Permill) -> Result<()> {
	let most: Permill = chain.constant("MaxRoyalty")?;
	if royalty <= most {
		return Ok(());
	}
	Err(Error::new(
		Code::pallet(calls::PALLET, "RoyaltyTooHigh"),
		format!("a version may ask at most {most} as royalty, and {royalty} is given."),
	))
}

/// The artifact if it exists, and can be published to by us as what we say it is.
///
/// Errors: `artifact-not-found` for another's name, `not-owner`, `kind-differs`,
/// `registry-artifact-retired`.
async fn find(
	chain: &Chain,
	reference: &Reference,
	me: &AccountId32,
	kind: ArtifactKind,
) -> Result<Option<ArtifactView>> {
	let existing = match chain.artifact(reference, Some(me)).await {
		Ok(existing) => existing,
		Err(error) => {
			let ours = match &reference.publisher {
				Publisher::Me => true,
				Publisher::Account(publisher) => publisher == me,
			};
			return if ours && error.code == Code::ARTIFACT_NOT_FOUND {
				Ok(None)
			} else {
				Err(error)
			};
		}
	};
	ensure_owner(&existing, me)?;
	if existing.artifact.kind != kind {
		return Err(Error::new(
			Code::KIND_DIFFERS,
			format!(
				"{} is a {}, for ever. Publish a {kind} under another name.",
				existing.reference(),
				existing.artifact.kind
			),
		));
	}
	if existing.artifact.status == ArtifactStatus::Retired {
		return Err(Error::new(
			Code::pallet(calls::PALLET, "ArtifactRetired"),
			format!("{} is retired: it takes no new versions, for ever.", existing.reference()),
		));
	}
	Ok(Some(existing))
}

/// A source that was found.
pub struct FoundSource {
	/// It as it goes into the call.
	pub input: SourceInput,
	/// The version.
	pub version: VersionView,
}

/// Find the versions that the sources name, and what they ask.
///
/// Errors: `bad-source`, `artifact-not-found`, `version-not-found`, `registry-royalty-above-limit`.
async fn resolve(
	chain: &Chain,
	sources: &[SourceArgument],
	me: &AccountId32,
) -> Result<Vec<FoundSource>> {
	if sources.len() > MAX_SOURCES {
		return Err(Error::new(
			Code::BAD_SOURCE,
			format!(
				"a version has at most {MAX_SOURCES} sources, and {} are given.",
				sources.len()
			),
		));
	}
	let mut found: Vec<FoundSource> = Vec::new();
	for source in sources {
		let (_, version) = chain.version(&source.reference, Some(me)).await?;
		if found.iter().any(|earlier| earlier.version.sequence == version.sequence) {
			return Err(Error::new(
				Code::BAD_SOURCE,
				format!("{} is given twice as a source.", version.reference()),
			));
		}
		// Measuring with a dataset owes nothing.
		let asked = match source.relation {
			Relation::EvaluatedOn => Permill::default(),
			_ => version.version.terms.royalty,
		};
		let max_royalty = source.max_royalty.unwrap_or(asked);
		if asked > max_royalty {
			return Err(Error::new(
				Code::pallet(calls::PALLET, "RoyaltyAboveLimit"),
				format!(
					"{} asks for {asked} of the income, and {max_royalty} is the most you named.",
					version.reference()
				),
			));
		}
		let input =
			SourceInput { sequence: version.sequence, relation: source.relation, max_royalty };
		found.push(FoundSource { input, version });
	}
	Ok(found)
}

/// What a version may allow: every use that all sources allow whose terms pass on.
fn allowed(sources: &[FoundSource]) -> Uses {
	let mut uses = Uses { train: true, evaluate: true, commercial: true };
	for source in sources {
		if source.input.relation == Relation::EvaluatedOn {
			continue;
		}
		let terms = source.version.version.terms.uses;
		uses.train &= terms.train;
		uses.evaluate &= terms.evaluate;
		uses.commercial &= terms.commercial;
	}
	uses
}

/// Were other tags given than the artifact has?
fn retags(artifact: &ArtifactView, tags: &[String]) -> bool {
	!tags.is_empty() && !artifact.artifact.tags.iter().map(|tag| &tag.0).eq(tags)
}

/// The salt to publish with: the one given, or one of ours whose reservation stands.
///
/// Errors, for a salt that was given: `reservation-not-found`, `registry-reservation-expired`.
async fn find_reservation(
	chain: &Chain,
	options: &Options,
	me: &AccountId32,
	digest: Hash,
) -> Result<Option<Salt>> {
	let period: u32 = chain.constant("ReservationPeriod")?;
	// The transaction comes at the earliest into the block after the one we look at.
	let next = chain.block_number().saturating_add(1);
	if let Some(salt) = options.reservation {
		let commitment = calls::reservation_commitment(&digest, me, &salt.0);
		let Some(reservation) = chain.reservation(me, commitment).await? else {
			return Err(Error::new(
				Code::RESERVATION_NOT_FOUND,
				format!(
					"{me} has no reservation of these files with that salt. Reserve them first, \
					 from the account that publishes, and do not change them after that."
				),
			));
		};
		if has_expired(&reservation, period, next) {
			return Err(Error::new(
				Code::pallet(calls::PALLET, "ReservationExpired"),
				format!(
					"that reservation, made in block {}, has expired. Get its deposit back with \
					 `agora release {commitment}`, then reserve the files again or publish without.",
					reservation.block
				),
			));
		}
		return Ok(Some(salt.0));
	}
	let Ok(store) = Store::open() else { return Ok(None) };
	let mut best: Option<(u32, Salt)> = None;
	for (commitment, salt) in store.find(chain.genesis(), me, digest) {
		let Some(reservation) = chain.reservation(me, commitment).await? else { continue };
		if has_expired(&reservation, period, next) {
			continue;
		}
		if best.is_none_or(|(block, _)| reservation.block < block) {
			best = Some((reservation.block, salt));
		}
	}
	Ok(best.map(|(_, salt)| salt))
}

/// Can the reservation no longer be revealed in the block `now`?
fn has_expired(reservation: &Reservation, period: u32, now: u64) -> bool {
	now > u64::from(reservation.block).saturating_add(u64::from(period))
}

/// Refuse a digest that is published, naming whose it is.
///
/// Errors: `already-published`, `registry-digest-removed`.
pub async fn ensure_unpublished(chain: &Chain, digest: Hash) -> Result<()> {
	match chain.digest(digest).await? {
		DigestView::Unknown => Ok(()),
		DigestView::Published(version) => {
			let artifact = chain.artifact_by_id(version.version.artifact).await?;
			let owner = artifact
				.map_or_else(|| "nobody".into(), |artifact| artifact.artifact.owner.to_string());
			Err(Error::new(
				Code::ALREADY_PUBLISHED,
				format!(
					"these very files are published already, as {} (sequence {}, block {}), which \
					 belongs to {owner}. Cite that version, or publish what differs from it.",
					version.reference(),
					version.sequence,
					version.version.published_at
				),
			))
		}
		DigestView::Removed { sequence } => Err(Error::new(
			Code::pallet(calls::PALLET, "DigestRemoved"),
			format!(
				"these very files were published once, as sequence {sequence}, and removed; they \
				 cannot be published again."
			),
		)),
	}
}

/// What is printed in the end.
struct Published<'a> {
	reference: String,
	registered: bool,
	id: Hash,
	options: &'a Options,
	version: &'a NewVersion,
	hashed: &'a Manifest,
	sources: &'a [FoundSource],
	findings: &'a [Finding],
	proposals: serde_json::Value,
}

impl Published<'_> {
	fn done(&self, applied: &Applied, chain: &Chain) -> Done {
		let version = |path: &str| applied.number("VersionPublished", path);
		let number = version("version.number");
		let sequence = version("sequence");
		let version_deposit = version("version.deposit");
		let artifact_deposit = applied
			.number("ArtifactRegistered", "deposit")
			.or_else(|| applied.number("TagsUpdated", "deposit"));
		let reference = match number {
			Some(number) => format!("{}@{number}", self.reference),
			None => self.reference.clone(),
		};
		let path = self.options.path.join(manifest::FILE_NAME);

		let mut text = format!("published    {reference}\n");
		if let Some(sequence) = sequence {
			text.push_str(&format!("sequence     {sequence}\n"));
		}
		text.push_str(&format!(
			"artifact     {} ({}{})\ndigest       {}\nfiles        {}, {}\nmanifest     {}\n",
			self.id,
			self.options.kind,
			if self.registered { ", new" } else { "" },
			self.version.manifest,
			self.version.files,
			bytes(self.version.bytes),
			Shown(&path),
		));
		let terms = &self.version.terms;
		text.push_str(&format!(
			"license      {}\nderivation   {}\nuses         {}\nroyalty      {}\n",
			self.version.license, terms.derivation, terms.uses, terms.royalty
		));
		for source in self.sources {
			text.push_str(&format!(
				"made from    {} ({}, at most {})\n",
				source.version.reference(),
				source.input.relation,
				source.input.max_royalty
			));
		}
		for location in &self.version.locations {
			text.push_str(&format!("location     {location}\n"));
		}
		for finding in self.findings {
			text.push_str(&format!("{finding}\n"));
		}
		for (what, deposit) in [("version", version_deposit), ("artifact", artifact_deposit)] {
			if let Some(deposit) = deposit {
				let deposit = chain.token.show(deposit);
				text.push_str(&format!("held         {deposit} for the {what}\n"));
			}
		}
		let sources: Vec<_> = self
			.sources
			.iter()
			.map(|source| {
				json!({
					"sequence": source.input.sequence,
					"reference": source.version.reference(),
					"relation": source.input.relation,
					"maxRoyalty": source.input.max_royalty,
				})
			})
			.collect();
		let value = json!({
			"reference": reference,
			"artifact": self.id,
			"registered": self.registered,
			"kind": self.options.kind,
			"number": number.and_then(|number| u64::try_from(number).ok()),
			"sequence": sequence.and_then(|sequence| u64::try_from(sequence).ok()),
			"digest": self.version.manifest,
			"bytes": self.version.bytes,
			"files": self.version.files,
			"manifest": path.to_string_lossy(),
			"manifestSize": self.hashed.encoded_len(),
			"card": self.version.card,
			"license": self.version.license,
			"terms": terms,
			"sources": sources,
			"locations": self.version.locations,
			"tags": self.options.tags,
			"formats": self.findings,
			"proposals": self.proposals,
			"deposits": {
				"version": version_deposit.map(|amount| amount.to_string()),
				"artifact": artifact_deposit.map(|amount| amount.to_string()),
			},
			"reservationRevealed": applied.has("ReservationRevealed"),
		});
		Done::applied(text, value, applied, chain)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn uses_are_words_separated_by_commas() {
		assert_eq!(parse_uses("none"), Ok(Uses::of(&[])));
		assert_eq!(
			parse_uses("train,commercial"),
			Ok(Uses { train: true, evaluate: false, commercial: true })
		);
		for wrong in ["", "train,", "all", "train, evaluate"] {
			assert!(parse_uses(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn a_reservation_can_be_revealed_in_its_last_block() {
		let reservation = Reservation { block: 7, deposit: 0 };
		assert!(!has_expired(&reservation, 10, 17));
		assert!(has_expired(&reservation, 10, 18));
	}

	#[test]
	fn a_name_is_ours_or_a_reference() {
		assert_eq!(parse_name("minilm").unwrap().publisher, Publisher::Me);
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let reference = parse_name(&format!("{alice}/minilm")).unwrap();
		assert_eq!(reference.to_string(), format!("{alice}/minilm"));
		for wrong in ["MiniLM", "", "a b", "alice/x", &format!("{alice}/x@1")] {
			assert_eq!(parse_name(wrong).unwrap_err().code, Code::BAD_NAME, "{wrong}");
		}
	}

	#[test]
	fn licenses_have_a_longest() {
		let long = ["MIT"; 20].join(" OR ");
		assert_eq!(check_license(&long).unwrap_err().code, Code::TOO_LONG);
		assert_eq!(check_license("MIT").as_deref(), Ok("MIT"));
	}
}
