// SPDX-License-Identifier: Apache-2.0

//! What clients read of models, datasets, their versions and lineage.

use super::Page;
use crate::{
	artifact::{Artifact, ArtifactId},
	lineage::Relation,
	text::{Name, Tags},
	version::{Digest, NewVersion, Sequence, Version},
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Most sequences that are looked at for one page of the newest versions. Where many versions in a
/// row were removed, a page may therefore be short or empty and still not be the last.
pub const MAX_SCAN: u32 = 1_000;

/// Most edges in one answer about the lineage. A higher limit means this one, and zero means one.
pub const MAX_EDGES: u32 = 1_000;

/// An artifact and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ArtifactView<AccountId, Balance> {
	/// What it is known by.
	pub id: ArtifactId,
	/// The artifact as stored.
	pub artifact: Artifact<AccountId, Balance>,
}

/// A version, the sequence it is known by, and what it is called.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VersionView<AccountId, Balance, BlockNumber> {
	/// What it is known by.
	pub sequence: Sequence,
	/// Who registered its artifact: the first part of `<publisher>/<name>@<number>`.
	pub publisher: AccountId,
	/// The name of its artifact: the second part of `<publisher>/<name>@<number>`.
	pub name: Name,
	/// The version as stored.
	pub version: Version<Balance, BlockNumber>,
}

/// What became of a digest.
// There is one in an answer, so its size matters to nobody.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum DigestView<AccountId, Balance, BlockNumber> {
	/// Nobody published it.
	#[codec(index = 0)]
	Unknown,
	/// It belongs to this version.
	#[codec(index = 1)]
	Published(VersionView<AccountId, Balance, BlockNumber>),
	/// The version that it belonged to was removed. It cannot be published again.
	#[codec(index = 2)]
	Removed {
		/// What that version was known by.
		sequence: Sequence,
	},
}

/// An edge of the lineage graph.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Edge {
	/// The version that was made.
	pub derived: Sequence,
	/// The version that it was made from.
	pub source: Sequence,
	/// How it was made from it.
	pub relation: Relation,
	/// The share of the derived version's income that is due to the source.
	pub royalty: Permill,
	/// How many generations lie between this edge's far end and the version asked for; 1 for its
	/// own sources or descendants.
	pub depth: u32,
}

/// Part of the lineage graph, nearest generations first.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct Lineage {
	/// The edges, each once.
	pub edges: Vec<Edge>,
	/// Whether there are more generations than were asked for.
	pub beyond_depth: bool,
	/// Whether there are more edges than were asked for.
	pub beyond_limit: bool,
}

/// What a publication would hold, in planck.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct PublicationDeposits<Balance> {
	/// For the artifact; zero if this publisher has registered the name.
	pub artifact: Balance,
	/// For the version.
	pub version: Balance,
}

sp_api::decl_runtime_apis! {
	/// Reads models, datasets, their versions and lineage.
	#[api_version(2)]
	pub trait RegistryApi<AccountId, Balance, BlockNumber>
	where
		AccountId: Codec,
		Balance: Codec,
		BlockNumber: Codec,
	{
		/// The artifact of this id.
		fn artifact(id: ArtifactId) -> Option<ArtifactView<AccountId, Balance>>;

		/// The artifact that `publisher` registered under `name`.
		fn artifact_by_name(
			publisher: AccountId,
			name: Vec<u8>,
		) -> Option<ArtifactView<AccountId, Balance>>;

		/// All artifacts, in an arbitrary order that does not change; `after` is the `next` of the
		/// page before.
		fn artifacts(
			after: Option<ArtifactId>,
			limit: u32,
		) -> Page<ArtifactView<AccountId, Balance>, ArtifactId>;

		/// The version of this sequence.
		fn version(sequence: Sequence) -> Option<VersionView<AccountId, Balance, BlockNumber>>;

		/// What became of the bytes whose manifest has this BLAKE3 hash.
		fn version_by_digest(digest: Digest) -> DigestView<AccountId, Balance, BlockNumber>;

		/// The version of an artifact with this number.
		fn version_by_number(
			artifact: ArtifactId,
			number: u32,
		) -> Option<VersionView<AccountId, Balance, BlockNumber>>;

		/// The versions of an artifact by ascending number, from `from_number` on.
		fn versions(
			artifact: ArtifactId,
			from_number: u32,
			limit: u32,
		) -> Page<VersionView<AccountId, Balance, BlockNumber>, u32>;

		/// The newest versions of all artifacts, newest first; `before` is the `next` of the page
		/// before.
		fn latest(
			before: Option<Sequence>,
			limit: u32,
		) -> Page<VersionView<AccountId, Balance, BlockNumber>, Sequence>;

		/// What a version was made from, what that was made from, and so on, by at most `limit` edges.
		/// Nothing if there is no such version.
		fn ancestors(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage>;

		/// What was made from a version, what was made from that, and so on, by at most `limit` edges.
		/// Nothing if there is no such version.
		fn descendants(sequence: Sequence, depth: u32, limit: u32) -> Option<Lineage>;

		/// What registering under this name and publishing this version would hold, whether or not
		/// either would be refused. A name that is too long counts as if it were cut off.
		fn publication_deposits(
			publisher: AccountId,
			name: Vec<u8>,
			tags: Tags,
			version: NewVersion,
		) -> PublicationDeposits<Balance>;
	}
}
