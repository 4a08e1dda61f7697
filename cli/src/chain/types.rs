// SPDX-License-Identifier: Apache-2.0

//! The chain's nouns as this command knows them.
//!
//! Fields and variants are found by their names in the chain's metadata, so that a chain with more
//! of them, or with others in between, is understood as well.

use crate::permill::Permill;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use subxt::{
	ext::{
		scale_decode::{
			self, ext::scale_type_resolver::TypeResolver, visitor::DecodeAsTypeResult,
			DecodeAsType, IntoVisitor, Visitor,
		},
		scale_value::Value,
	},
	utils::AccountId32,
};

/// What an artifact is known by.
pub type ArtifactId = Hash;

/// A version's place in the one global order of publication.
pub type Sequence = u64;

/// A hash of 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Hash(pub [u8; 32]);

impl fmt::Display for Hash {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "0x{}", hex::encode(self.0))
	}
}

impl fmt::Debug for Hash {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl Serialize for Hash {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Hash {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
	}
}

impl FromStr for Hash {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let mut hash = [0; 32];
		hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut hash)
			.map_err(|_| format!("{text:?} is not a hash of 64 hex digits"))?;
		Ok(Self(hash))
	}
}

impl From<Hash> for Value {
	fn from(hash: Hash) -> Self {
		Value::from_bytes(hash.0)
	}
}

/// Text that the chain keeps as bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Text(pub String);

impl fmt::Display for Text {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&crate::error::printable(&self.0))
	}
}

/// Decodes the bytes and makes text of them.
pub struct TextVisitor<R>(std::marker::PhantomData<R>);

impl<R: TypeResolver> Visitor for TextVisitor<R> {
	type Value<'scale, 'resolver> = Text;
	type Error = scale_decode::Error;
	type TypeResolver = R;

	fn unchecked_decode_as_type<'scale, 'resolver>(
		self,
		input: &mut &'scale [u8],
		type_id: R::TypeId,
		types: &'resolver R,
	) -> DecodeAsTypeResult<Self, Result<Self::Value<'scale, 'resolver>, Self::Error>> {
		let bytes = Vec::<u8>::decode_as_type(input, type_id, types);
		DecodeAsTypeResult::Decoded(
			bytes.map(|bytes| Text(String::from_utf8_lossy(&bytes).into_owned())),
		)
	}
}

impl IntoVisitor for Text {
	type AnyVisitor<R: TypeResolver> = TextVisitor<R>;

	fn into_visitor<R: TypeResolver>() -> TextVisitor<R> {
		TextVisitor(std::marker::PhantomData)
	}
}

/// Enumerations that are written in kebab-case on the command line and in JSON.
macro_rules! words {
	(
		$(#[$meta:meta])*
		pub enum $name:ident: $what:literal {
			$($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+
		}
	) => {
		$(#[$meta])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, DecodeAsType, clap::ValueEnum,
			Serialize,
		)]
		#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
		#[serde(rename_all = "kebab-case")]
		pub enum $name {
			$($(#[doc = $doc])+ $variant,)+
		}

		impl $name {
			/// The word on the command line.
			pub fn word(self) -> &'static str {
				match self {
					$(Self::$variant => $word,)+
				}
			}
		}

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				f.write_str(self.word())
			}
		}

		impl FromStr for $name {
			type Err = String;

			fn from_str(text: &str) -> Result<Self, String> {
				match text {
					$($word => Ok(Self::$variant),)+
					_ => Err(format!(
						concat!("{:?} is no ", $what, ": give one of {}"),
						text,
						[$($word),+].join(", ")
					)),
				}
			}
		}

		impl From<$name> for Value {
			fn from(word: $name) -> Self {
				Value::unnamed_variant(format!("{word:?}"), [])
			}
		}
	};
}

pub(super) use words;

words! {
	/// What kind of thing an artifact is.
	pub enum ArtifactKind: "kind of artifact" {
		/// Weights, or code that computes: something that is run.
		Model = "model",
		/// Records: something that a model is trained on or evaluated with.
		Dataset = "dataset",
	}
}

words! {
	/// Whether an artifact still takes part in the market.
	pub enum ArtifactStatus: "status" {
		/// Versions can be published, cited and sold.
		Active = "active",
		/// Nothing more can be published, cited or sold, for ever.
		Retired = "retired",
	}
}

words! {
	/// Who may publish something derived from a version.
	pub enum Derivation: "term of derivation" {
		/// Anybody.
		Open = "open",
		/// Who holds a license for the artifact, and its owner.
		LicenseRequired = "license-required",
		/// Nobody, not even the owner.
		Forbidden = "forbidden",
	}
}

words! {
	/// How a version was made from a source.
	pub enum Relation: "relation" {
		/// A model trained further from the weights of another.
		FineTune = "fine-tune",
		/// A small set of weights that works on top of another model, such as LoRA.
		Adapter = "adapter",
		/// A model or dataset joined from several.
		Merge = "merge",
		/// A model with its weights in a smaller number format.
		Quantization = "quantization",
		/// A model with some of its weights taken away.
		Pruning = "pruning",
		/// The same model or dataset in another file format.
		Conversion = "conversion",
		/// A model trained to answer like another.
		Distillation = "distillation",
		/// A model trained on a dataset.
		TrainedOn = "trained-on",
		/// A model measured with a dataset.
		EvaluatedOn = "evaluated-on",
		/// A dataset that is part of another.
		Subset = "subset",
		/// A dataset that a model wrote, or made after the likeness of another.
		Synthetic = "synthetic",
	}
}

words! {
	/// Something that can be done with a version.
	pub enum Use: "use" {
		/// Training a model with it.
		Train = "train",
		/// Measuring a model with it.
		Evaluate = "evaluate",
		/// Earning money with it.
		Commercial = "commercial",
	}
}

/// A share as the chain keeps it, in a field of its own type.
#[derive(Clone, Copy, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Parts(u32);

/// What may be done with a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Uses {
	/// Models may be trained with it.
	pub train: bool,
	/// Models may be measured with it.
	pub evaluate: bool,
	/// It may be sold, and money may be earned with it.
	pub commercial: bool,
}

impl Uses {
	/// Exactly these.
	pub fn of(uses: &[Use]) -> Self {
		Self {
			train: uses.contains(&Use::Train),
			evaluate: uses.contains(&Use::Evaluate),
			commercial: uses.contains(&Use::Commercial),
		}
	}
}

impl fmt::Display for Uses {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let all = [
			(self.train, Use::Train),
			(self.evaluate, Use::Evaluate),
			(self.commercial, Use::Commercial),
		];
		let words: Vec<&str> =
			all.iter().filter(|(allowed, _)| *allowed).map(|(_, word)| word.word()).collect();
		f.write_str(if words.is_empty() { "none" } else { "" })?;
		f.write_str(&words.join(", "))
	}
}

/// The terms of a version, frozen at its publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Terms {
	/// Who may publish something derived from it.
	pub derivation: Derivation,
	/// What may be done with it.
	pub uses: Uses,
	/// The share of a derived version's income that it asks for.
	pub royalty: Permill,
}

/// A model or a dataset.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Artifact {
	/// Model or dataset.
	pub kind: ArtifactKind,
	/// Who registered it.
	pub publisher: AccountId32,
	/// Who may change it.
	pub owner: AccountId32,
	/// Who may become the owner by accepting.
	pub pending_owner: Option<AccountId32>,
	/// Its name.
	pub name: Text,
	/// Words to find it by.
	pub tags: Vec<Text>,
	/// Whether it still takes part in the market.
	pub status: ArtifactStatus,
	/// The number that its next version gets.
	pub next_number: u32,
	/// How many versions it has.
	pub versions: u32,
	/// What the owner holds for this record.
	pub deposit: u128,
	/// What the owner holds for all its versions together.
	pub versions_deposit: u128,
}

/// Whether a version can be cited and sold.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum VersionStatus {
	/// It can be cited and sold.
	Live,
	/// The owner advises against it.
	Yanked {
		/// Why, in the owner's words.
		reason: Text,
	},
	/// Its digest belongs to another version that was reserved earlier.
	Superseded {
		/// That version.
		by: Sequence,
	},
}

impl fmt::Display for VersionStatus {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Live => f.write_str("live"),
			Self::Yanked { reason } if reason.0.is_empty() => f.write_str("yanked"),
			Self::Yanked { reason } => write!(f, "yanked: {reason}"),
			Self::Superseded { by } => write!(f, "superseded by sequence {by}"),
		}
	}
}

/// A source of a version, as stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Source {
	/// The version that was used.
	pub sequence: Sequence,
	/// How it was used.
	pub relation: Relation,
	/// The share of the derived version's income that is due to it.
	pub royalty: Permill,
}

/// An immutable release of an artifact.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Version {
	/// The artifact that this is a version of.
	pub artifact: ArtifactId,
	/// Its number among the versions of the artifact.
	pub number: u32,
	/// The BLAKE3 hash of the manifest's bytes.
	pub manifest: Hash,
	/// How many bytes all files have together.
	pub bytes: u64,
	/// How many files there are.
	pub files: u32,
	/// The BLAKE3 hash of the card, if there is one.
	pub card: Option<Hash>,
	/// The license of the bytes, as an SPDX expression.
	pub license: Text,
	/// What others may do with it.
	pub terms: Terms,
	/// What it was made from.
	pub sources: Vec<Source>,
	/// Where the bytes can be had.
	pub locations: Vec<Text>,
	/// The block in which it was published.
	pub published_at: u32,
	/// The block since which the digest is claimed.
	pub priority: u32,
	/// Whether it can be cited and sold.
	pub status: VersionStatus,
	/// What the artifact's owner holds for it.
	pub deposit: u128,
}

/// Part of a list.
#[derive(Clone, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Page<Item, Cursor> {
	/// The items, in order.
	pub items: Vec<Item>,
	/// What to ask with for the next page.
	pub next: Option<Cursor>,
}

/// An artifact and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ArtifactView {
	/// What it is known by.
	pub id: ArtifactId,
	/// The artifact as stored.
	pub artifact: Artifact,
}

impl ArtifactView {
	/// `<publisher>/<name>`.
	pub fn reference(&self) -> String {
		format!("{}/{}", self.artifact.publisher, self.artifact.name)
	}
}

/// A version, the sequence it is known by, and what it is called.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct VersionView {
	/// What it is known by.
	pub sequence: Sequence,
	/// Who registered its artifact.
	pub publisher: AccountId32,
	/// The name of its artifact.
	pub name: Text,
	/// The version as stored.
	pub version: Version,
}

impl VersionView {
	/// `<publisher>/<name>@<number>`.
	pub fn reference(&self) -> String {
		format!("{}/{}@{}", self.publisher, self.name, self.version.number)
	}
}

/// What became of a digest.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[allow(clippy::large_enum_variant)]
pub enum DigestView {
	/// Nobody published it.
	Unknown,
	/// It belongs to this version.
	Published(VersionView),
	/// The version that it belonged to was removed.
	Removed {
		/// What that version was known by.
		sequence: Sequence,
	},
}

/// A claim on a digest that was not shown yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Reservation {
	/// The block in which it was made.
	pub block: u32,
	/// What the account holds for it.
	pub deposit: u128,
}

/// An edge of the lineage graph.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Edge {
	/// The version that was made.
	pub derived: Sequence,
	/// The version that it was made from.
	pub source: Sequence,
	/// How it was made from it.
	pub relation: Relation,
	/// The share of the derived version's income that is due to the source.
	pub royalty: Permill,
}

/// Part of the lineage graph.
#[derive(Clone, PartialEq, Eq, Debug, Default, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Lineage {
	/// The edges, each once.
	pub edges: Vec<Edge>,
	/// Whether there are more generations than were asked for.
	pub beyond_depth: bool,
	/// Whether there are more edges than were asked for.
	pub beyond_limit: bool,
}

/// A share decodes as the number of millionths it is.
pub struct PermillVisitor<R>(std::marker::PhantomData<R>);

impl<R: TypeResolver> Visitor for PermillVisitor<R> {
	type Value<'scale, 'resolver> = Permill;
	type Error = scale_decode::Error;
	type TypeResolver = R;

	fn unchecked_decode_as_type<'scale, 'resolver>(
		self,
		input: &mut &'scale [u8],
		type_id: R::TypeId,
		types: &'resolver R,
	) -> DecodeAsTypeResult<Self, Result<Self::Value<'scale, 'resolver>, Self::Error>> {
		DecodeAsTypeResult::Decoded(Parts::decode_as_type(input, type_id, types).and_then(
			|parts| {
				Permill::from_parts(parts.0).ok_or_else(|| {
					scale_decode::Error::custom_str("a share is more than the whole")
				})
			},
		))
	}
}

impl IntoVisitor for Permill {
	type AnyVisitor<R: TypeResolver> = PermillVisitor<R>;

	fn into_visitor<R: TypeResolver>() -> PermillVisitor<R> {
		PermillVisitor(std::marker::PhantomData)
	}
}

/// An amount of tokens: a decimal string in JSON, as numbers there end at 2^53.
pub fn amount<S: Serializer>(amount: &u128, serializer: S) -> Result<S::Ok, S::Error> {
	serializer.collect_str(amount)
}

#[cfg(test)]
pub(super) mod tests {
	use super::*;
	use clap::ValueEnum;

	/// The word parsed, the word in JSON and the word clap offers are the same.
	pub(in crate::chain) fn words_agree<T>(words: &[T])
	where
		T: ValueEnum
			+ Copy
			+ fmt::Display
			+ FromStr<Err = String>
			+ Serialize
			+ PartialEq
			+ fmt::Debug,
	{
		for word in words {
			let text = word.to_string();
			assert_eq!(text.parse::<T>().as_ref(), Ok(word));
			assert_eq!(serde_json::to_value(word).unwrap(), text);
			assert_eq!(word.to_possible_value().unwrap().get_name(), text);
		}
		assert!("no-such-word".parse::<T>().is_err());
	}

	#[test]
	fn words_are_the_same_everywhere() {
		words_agree(ArtifactKind::value_variants());
		words_agree(ArtifactStatus::value_variants());
		words_agree(Derivation::value_variants());
		words_agree(Relation::value_variants());
		words_agree(Use::value_variants());
	}

	#[test]
	fn hashes_are_written_with_0x_and_read_either_way() {
		let text = format!("0x{}", "a7".repeat(32));
		let hash: Hash = text.parse().unwrap();
		assert_eq!(hash.to_string(), text);
		assert_eq!(text[2..].parse(), Ok(hash));
		assert!("0xa7".parse::<Hash>().is_err());
	}
}
