// SPDX-License-Identifier: Apache-2.0

//! The sources that a card names, looked up on the chain.

use super::publish::{FoundSource, MAX_SOURCES};
use crate::{
	card::{Card, Named},
	chain::{
		calls::SourceInput,
		types::{
			ArtifactId, ArtifactKind, Derivation, Relation, Sequence, VersionStatus, VersionView,
		},
		Chain,
	},
	error::{printable, Code, Error, Result},
	reference::{Publisher, Reference},
};
use clap::Args;
use futures::stream::{self, StreamExt, TryStreamExt};
use serde_json::{json, Value};
use std::collections::BTreeMap;
use subxt::utils::AccountId32;

/// Questions on their way to the node at once.
const AT_ONCE: usize = 32;

/// The most versions whose own sources are looked at.
const MAX_MERGED: usize = 1_024;

/// The most proposals in a note, and the most names of others.
const PROPOSED: usize = 20;
const NAMED: usize = 5;

/// What is read of the files, and where it is looked for.
#[derive(Args)]
pub struct CardOptions {
	/// Read nothing in the files: no license, tags or sources are taken from a card.
	#[arg(long, conflicts_with_all = ["card_sources", "sources_from"])]
	no_card: bool,

	/// Cite what the card names and is on this chain, beside what --source says.
	#[arg(long)]
	card_sources: bool,

	/// Whose artifacts are looked through for what the card names; may be given several times.
	#[arg(long, value_name = "ACCOUNT", default_value = "me")]
	sources_from: Vec<Publisher>,
}

impl CardOptions {
	/// Is a card to be read?
	pub fn reads_card(&self) -> bool {
		!self.no_card
	}
}

/// A source that is on the chain and can be cited.
pub struct Proposal {
	named: Named,
	version: VersionView,
}

impl Proposal {
	/// What to write after `--source`.
	fn argument(&self) -> String {
		let royalty = self.version.version.terms.royalty.to_string();
		format!(
			"{}:{}:{}",
			self.version.reference(),
			self.named.relation,
			royalty.trim_end_matches(" %")
		)
	}
}

/// What became of the sources that a card names.
#[derive(Default)]
pub struct Proposals {
	/// On the chain.
	found: Vec<Proposal>,
	/// On the chain, and merged into a source that is cited already, whose name is here.
	through: Vec<(Named, String)>,
	/// On the chain, but not to be cited for this reason.
	unusable: Vec<(Named, String)>,
	/// Not on the chain, as far as was looked.
	missing: Vec<Named>,
	/// Whether those found are cited.
	taken: bool,
}

/// What became of one.
enum Outcome {
	Found(Box<VersionView>),
	Unusable(String),
	Missing,
}

/// Look for the sources that a card names; `given` are those that are cited anyway.
///
/// A card's sources are a model's: of a dataset it does not say how it was made from them.
///
/// Errors: `node-failed`.
pub async fn propose(
	options: &CardOptions,
	chain: &Chain,
	card: &Card,
	kind: ArtifactKind,
	id: ArtifactId,
	me: &AccountId32,
	given: &[FoundSource],
) -> Result<Proposals> {
	let mut proposals = Proposals { taken: options.card_sources, ..Default::default() };
	if kind != ArtifactKind::Model || card.named.is_empty() {
		return Ok(proposals);
	}
	let outcomes: Vec<(Named, Outcome)> = stream::iter(&card.named)
		.map(|named| async move {
			let outcome = look_up(chain, named, id, &options.sources_from, me).await?;
			Ok::<_, Error>((named.clone(), outcome))
		})
		.buffered(AT_ONCE)
		.try_collect()
		.await?;
	let merged = if outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Found(_))) {
		merged(chain, given).await?
	} else {
		BTreeMap::new()
	};
	for (named, outcome) in outcomes {
		match outcome {
			Outcome::Missing => proposals.missing.push(named),
			Outcome::Unusable(why) => proposals.unusable.push((named, why)),
			Outcome::Found(version) => {
				let sequence = version.sequence;
				if let Some(through) = merged.get(&sequence) {
					proposals.through.push((named, through.clone()));
				} else if !proposals.found.iter().any(|other| other.version.sequence == sequence) {
					proposals.found.push(Proposal { named, version: *version });
				}
			}
		}
	}
	Ok(proposals)
}

/// Look for one under each publisher.
async fn look_up(
	chain: &Chain,
	named: &Named,
	id: ArtifactId,
	publishers: &[Publisher],
	me: &AccountId32,
) -> Result<Outcome> {
	let wanted = match named.relation {
		Relation::TrainedOn => ArtifactKind::Dataset,
		_ => ArtifactKind::Model,
	};
	let mut outcome = Outcome::Missing;
	for publisher in publishers {
		let reference =
			Reference { publisher: publisher.clone(), name: named.name.clone(), number: None };
		let (artifact, version) = match chain.version(&reference, Some(me)).await {
			Ok(found) => found,
			Err(error)
				if error.code == Code::ARTIFACT_NOT_FOUND
					|| error.code == Code::VERSION_NOT_FOUND =>
			{
				continue;
			}
			Err(error) => return Err(error),
		};
		// An earlier version of the same model is no source that its card names.
		if artifact.artifact.kind != wanted || artifact.id == id {
			continue;
		}
		match obstacle(&version, named.relation) {
			None => return Ok(Outcome::Found(Box::new(version))),
			Some(why) => {
				outcome = Outcome::Unusable(format!("{} {why}", version.reference()));
			}
		}
	}
	Ok(outcome)
}

/// Why a version cannot be cited by anybody, if so.
fn obstacle(version: &VersionView, relation: Relation) -> Option<String> {
	let VersionStatus::Live = version.version.status else {
		return Some(format!("is {}", version.version.status));
	};
	let terms = &version.version.terms;
	if terms.derivation == Derivation::Forbidden {
		return Some("allows nothing to be derived from it".into());
	}
	if relation == Relation::TrainedOn && !terms.uses.train {
		return Some("does not allow training".into());
	}
	None
}

/// All versions that were merged, at any remove, into one that is cited, with that one's name.
async fn merged(chain: &Chain, given: &[FoundSource]) -> Result<BTreeMap<Sequence, String>> {
	let parts = |version: &VersionView| -> Vec<Sequence> {
		let merged = version.version.sources.iter().filter(|s| s.relation == Relation::Merge);
		merged.map(|source| source.sequence).collect()
	};
	let mut found = BTreeMap::new();
	let mut next: Vec<(Sequence, String)> = given
		.iter()
		.flat_map(|source| {
			let name = source.version.reference();
			parts(&source.version).into_iter().map(move |part| (part, name.clone()))
		})
		.collect();
	while !next.is_empty() {
		next.retain(|(sequence, _)| !found.contains_key(sequence));
		next.sort_unstable();
		next.dedup_by_key(|(sequence, _)| *sequence);
		next.truncate(MAX_MERGED.saturating_sub(found.len()));
		found.extend(next.iter().cloned());
		let versions: Vec<_> = stream::iter(next)
			.map(|(sequence, name)| async move {
				Ok::<_, Error>((chain.version_by_sequence(sequence).await?, name))
			})
			.buffered(AT_ONCE)
			.try_collect()
			.await?;
		next = versions
			.iter()
			.filter_map(|(version, name)| Some((version.as_ref()?, name)))
			.flat_map(|(version, name)| parts(version).into_iter().map(|p| (p, name.clone())))
			.collect();
	}
	Ok(found)
}

impl Proposals {
	/// The sources to cite: those given, and after them those found, if they are to be taken.
	///
	/// Errors: `bad-source` if they are more than a version may cite.
	pub fn take(&self, mut given: Vec<FoundSource>) -> Result<Vec<FoundSource>> {
		if !self.taken {
			return Ok(given);
		}
		let named = given.len();
		for proposal in &self.found {
			let version = &proposal.version;
			if given.iter().any(|source| source.version.sequence == version.sequence) {
				continue;
			}
			given.push(FoundSource {
				input: SourceInput {
					sequence: version.sequence,
					relation: proposal.named.relation,
					max_royalty: version.version.terms.royalty,
				},
				version: version.clone(),
			});
		}
		if given.len() > MAX_SOURCES {
			return Err(Error::new(
				Code::BAD_SOURCE,
				format!(
					"a version has at most {MAX_SOURCES} sources, and with the {} that the card names \
					 and that are on this chain these are {}. Merge datasets first: publish a dataset \
					 with up to {MAX_SOURCES} of them as --source REF:merge, again and again until few \
					 are left, and cite those with --source REF:trained-on. What they merge counts as \
					 cited.",
					given.len() - named,
					given.len()
				),
			));
		}
		Ok(given)
	}

	/// What a person should read.
	pub fn notes(&self, card: &Card) -> Vec<String> {
		let mut notes = Vec::new();
		if !card.tags.is_empty() {
			let tags: Vec<String> = card.tags.iter().map(|tag| format!("--tag {tag}")).collect();
			notes.push(format!("the card proposes {}", tags.join(" ")));
		}
		if !self.found.is_empty() {
			let what = if self.taken { "cited, as" } else { "--card-sources cites them all, as" };
			let flags = self.found.iter().map(|found| format!("  --source {}", found.argument()));
			let lines = shorten(flags, PROPOSED, "  ").join("\n");
			notes.push(format!("named in the card and on this chain ({what}):\n{lines}"));
		}
		if let Some((_, through)) = self.through.first() {
			let names = self.through.iter().map(|(named, _)| printable(&named.said));
			notes.push(format!(
				"named in the card and merged into what is cited, such as {through}: {}",
				shorten(names, NAMED, "").join(", ")
			));
		}
		if !self.unusable.is_empty() {
			let names = self.unusable.iter().map(|(_, why)| why.clone());
			notes.push(format!(
				"named in the card, on this chain and not to be cited: {}",
				shorten(names, NAMED, "").join(", ")
			));
		}
		if !self.missing.is_empty() {
			let names = self.missing.iter().map(|named| printable(&named.said));
			notes.push(format!(
				"named in the card, not found on this chain: {}",
				shorten(names, NAMED, "").join(", ")
			));
		}
		notes
	}

	/// The same for a program.
	pub fn json(&self, card: &Card) -> Value {
		let found = self.found.iter().map(|found| {
			let version = &found.version;
			let mut value = json!(found.named);
			value["reference"] = json!(version.reference());
			value["royalty"] = json!(version.version.terms.royalty);
			value["source"] = json!(found.argument());
			value
		});
		let with = |key: &'static str| {
			move |(named, text): &(Named, String)| {
				let mut value = json!(named);
				value[key] = json!(text);
				value
			}
		};
		json!({
			"files": card.files,
			"license": card.license,
			"tags": card.tags,
			"languages": card.languages,
			"taken": self.taken,
			"found": found.collect::<Vec<_>>(),
			"through": self.through.iter().map(with("reference")).collect::<Vec<_>>(),
			"unusable": self.unusable.iter().map(with("why")).collect::<Vec<_>>(),
			"notFound": self.missing,
		})
	}
}

/// The first of many, and how many more there are.
fn shorten(texts: impl ExactSizeIterator<Item = String>, most: usize, indent: &str) -> Vec<String> {
	let more = texts.len().saturating_sub(most);
	let mut texts: Vec<String> = texts.take(most).collect();
	if more > 0 {
		texts.push(format!("{indent}and {more} more"));
	}
	texts
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn long_lists_are_cut() {
		let texts = |count: usize| (0..count).map(|i| i.to_string()).collect::<Vec<_>>();
		assert_eq!(shorten(texts(20).into_iter(), 20, ""), texts(20));
		let cut = shorten(texts(25).into_iter(), 20, "  ");
		assert_eq!((cut.len(), cut[20].as_str()), (21, "  and 5 more"));
	}
}
