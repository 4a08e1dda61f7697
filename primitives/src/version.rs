// SPDX-License-Identifier: Apache-2.0

//! Versions: immutable releases of artifacts.

use crate::{
	artifact::ArtifactId,
	lineage::{SourceInput, Sources, MAX_SOURCES},
	terms::Terms,
	text::{LicenseExpression, Locations, Reason},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// A version's place in the one global order of publication, beginning with 1.
pub type Sequence = u64;

/// A BLAKE3 hash: of a version's manifest, or of its card.
pub type Digest = H256;

/// A version as its publisher hands it in.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NewVersion {
	/// The BLAKE3 hash of the manifest's bytes.
	pub manifest: Digest,
	/// How many bytes all files have together; not zero. Not called `size`, which polkadot.js has a
	/// meaning of its own for.
	pub bytes: u64,
	/// How many files there are; not zero.
	pub files: u32,
	/// The BLAKE3 hash of the model or dataset card, if there is one.
	pub card: Option<Digest>,
	/// The license of the bytes, as an SPDX expression.
	pub license: LicenseExpression,
	/// What others may do with it.
	pub terms: Terms,
	/// What it was made from, each version named once.
	pub sources: BoundedVec<SourceInput, ConstU32<MAX_SOURCES>>,
	/// Where the bytes can be had.
	pub locations: Locations,
}

impl NewVersion {
	/// How many sources it names, as a weight's component.
	pub fn source_count(&self) -> u32 {
		u32::try_from(self.sources.len()).unwrap_or(MAX_SOURCES)
	}
}

/// Whether a version can be cited and sold.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum VersionStatus {
	/// It can be cited and sold.
	#[codec(index = 0)]
	Live,
	/// The owner advises against it: it cannot be cited or sold until that is taken back.
	#[codec(index = 1)]
	Yanked {
		/// Why, in the owner's words.
		reason: Reason,
	},
	/// Somebody who had reserved its digest earlier published the same bytes: it cannot be cited
	/// or sold any more.
	#[codec(index = 2)]
	Superseded {
		/// The version that the digest belongs to since.
		by: Sequence,
	},
}

/// An immutable release of an artifact.
///
/// Only the card, the locations and the status change after publication.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Version<Balance, BlockNumber> {
	/// The artifact that this is a version of.
	pub artifact: ArtifactId,
	/// Its number among the versions of the artifact, as in `<publisher>/<name>@<number>`.
	pub number: u32,
	/// The BLAKE3 hash of the manifest's bytes.
	pub manifest: Digest,
	/// How many bytes all files have together.
	pub bytes: u64,
	/// How many files there are.
	pub files: u32,
	/// The BLAKE3 hash of the model or dataset card, if there is one.
	pub card: Option<Digest>,
	/// The license of the bytes, as an SPDX expression.
	pub license: LicenseExpression,
	/// What others may do with it.
	pub terms: Terms,
	/// What it was made from.
	pub sources: Sources,
	/// Where the bytes can be had.
	pub locations: Locations,
	/// The block in which it was published.
	pub published_at: BlockNumber,
	/// The block since which the digest is claimed: that of the reservation if there was one,
	/// otherwise that of the publication.
	pub priority: BlockNumber,
	/// Whether it can be cited and sold.
	pub status: VersionStatus,
	/// What the artifact's owner holds for it.
	pub deposit: Balance,
}

impl<Balance, BlockNumber> Version<Balance, BlockNumber> {
	/// Whether it can be cited and sold, as far as the version itself is concerned.
	pub fn is_live(&self) -> bool {
		self.status == VersionStatus::Live
	}

	/// Whether its digest belongs to another version.
	pub fn is_superseded(&self) -> bool {
		matches!(self.status, VersionStatus::Superseded { .. })
	}
}
