// SPDX-License-Identifier: Apache-2.0

//! Lineage: which version was made from which, and how.

use crate::{artifact::ArtifactKind, terms::Use, version::Sequence};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Most sources of one version.
pub const MAX_SOURCES: u32 = 16;

/// How a version was made from a source.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Relation {
	/// A model trained further from the weights of another.
	#[codec(index = 0)]
	FineTune,
	/// A small set of weights that works on top of another model, such as LoRA.
	#[codec(index = 1)]
	Adapter,
	/// A model or dataset joined from several.
	#[codec(index = 2)]
	Merge,
	/// A model with its weights in a smaller number format.
	#[codec(index = 3)]
	Quantization,
	/// A model with some of its weights taken away.
	#[codec(index = 4)]
	Pruning,
	/// The same model or dataset in another file format.
	#[codec(index = 5)]
	Conversion,
	/// A model trained to answer like another.
	#[codec(index = 6)]
	Distillation,
	/// A model trained on a dataset.
	#[codec(index = 7)]
	TrainedOn,
	/// A model measured with a dataset. Passes on neither terms nor royalty.
	#[codec(index = 8)]
	EvaluatedOn,
	/// A dataset that is part of another.
	#[codec(index = 9)]
	Subset,
	/// A dataset that a model wrote, or that was made after the likeness of another dataset.
	#[codec(index = 10)]
	Synthetic,
}

impl Relation {
	/// Every relation, in the order of their codec indices.
	pub const ALL: [Self; 11] = [
		Self::FineTune,
		Self::Adapter,
		Self::Merge,
		Self::Quantization,
		Self::Pruning,
		Self::Conversion,
		Self::Distillation,
		Self::TrainedOn,
		Self::EvaluatedOn,
		Self::Subset,
		Self::Synthetic,
	];

	/// Whether a `derived` artifact can be made from a `source` in this way.
	pub fn joins(self, derived: ArtifactKind, source: ArtifactKind) -> bool {
		use ArtifactKind::{Dataset, Model};
		match self {
			Self::FineTune
			| Self::Adapter
			| Self::Quantization
			| Self::Pruning
			| Self::Distillation => (derived, source) == (Model, Model),
			Self::Merge | Self::Conversion => derived == source,
			Self::TrainedOn | Self::EvaluatedOn => (derived, source) == (Model, Dataset),
			Self::Subset => (derived, source) == (Dataset, Dataset),
			Self::Synthetic => derived == Dataset,
		}
	}

	/// The use that the source must allow, besides deriving from it.
	pub fn needs(self) -> Option<Use> {
		match self {
			Self::FineTune
			| Self::Adapter
			| Self::Distillation
			| Self::TrainedOn
			| Self::Synthetic => Some(Use::Train),
			Self::EvaluatedOn => Some(Use::Evaluate),
			Self::Merge | Self::Quantization | Self::Pruning | Self::Conversion | Self::Subset => {
				None
			}
		}
	}

	/// Whether records of the source can be left out: the way to go on with a dataset after consent
	/// to one of its records was withdrawn.
	pub fn leaves_out(self) -> bool {
		matches!(self, Self::Subset)
	}

	/// Whether this is derivation: the source's terms bind the derived version and its royalty is
	/// due. Measuring with a dataset is not.
	pub fn passes_terms(self) -> bool {
		!matches!(self, Self::EvaluatedOn)
	}
}

/// A source as the publisher of a derived version names it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SourceInput {
	/// The version that was used.
	pub sequence: Sequence,
	/// How it was used.
	pub relation: Relation,
	/// The most that may be asked for it: the royalty that the publisher saw.
	pub max_royalty: Permill,
}

/// A source of a version, as stored.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Source {
	/// The version that was used; always lower than that of the derived version.
	pub sequence: Sequence,
	/// How it was used.
	pub relation: Relation,
	/// The share of the derived version's income that is due to it.
	pub royalty: Permill,
}

/// The sources of a version, each named once.
pub type Sources = BoundedVec<Source, ConstU32<MAX_SOURCES>>;

#[cfg(test)]
mod tests {
	use super::*;
	use ArtifactKind::{Dataset, Model};

	#[test]
	fn indices_are_fixed() {
		for (index, relation) in Relation::ALL.into_iter().enumerate() {
			assert_eq!(relation.encode(), vec![index as u8], "{relation:?}");
		}
	}

	#[test]
	fn every_relation_joins_some_kinds_and_not_others() {
		for relation in Relation::ALL {
			let joined = [(Model, Model), (Model, Dataset), (Dataset, Model), (Dataset, Dataset)]
				.into_iter()
				.filter(|(derived, source)| relation.joins(*derived, *source))
				.count();
			assert!((1..=2).contains(&joined), "{relation:?}");
		}
	}

	#[test]
	fn only_evaluation_passes_nothing_on() {
		for relation in Relation::ALL {
			assert_eq!(relation.passes_terms(), relation != Relation::EvaluatedOn);
			assert_eq!(relation.needs() == Some(Use::Evaluate), relation == Relation::EvaluatedOn);
		}
	}
}
