// SPDX-License-Identifier: Apache-2.0

//! What clients read to find models and datasets: the catalog.

use crate::{
	artifact::{Artifact, ArtifactId, ArtifactKind},
	text::Name,
	version::{Sequence, Version, VersionStatus},
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// Most artifacts, or versions in the order of publication, that one page looks at. Where few of them
/// match, a page may therefore be short or empty and still not be the last.
///
/// Measured on a chain with thousands of artifacts of an offer at most, a page that looks at so many
/// and finds nothing takes 15 to 30 ms of a core; `scripts/figures` measures it. Twice as many would be
/// felt at each letter that somebody types, and half as many double the way to a rare word.
pub const MAX_EXAMINED: u32 = 2_000;

/// Most numbers of versions and offers that one page looks at besides, of all artifacts together: with
/// the artifact that reaches it the page ends. So no artifacts, however they were made, keep a node busy
/// for much longer than others do.
pub const MAX_DETAILS: u32 = 4 * MAX_EXAMINED;

/// Most removed versions in a row after which an artifact's newest version is still found. Where its
/// owner removed more of the newest, the artifact is in the catalog as if it had no version.
pub const MAX_GAP: u32 = 100;

/// Longest text to search for, in bytes. A longer one matches nothing.
pub const MAX_QUERY_TEXT: u32 = 128;

/// In which order the catalog is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum CatalogOrder {
	/// By the sequence of each artifact's newest version, newest first.
	#[codec(index = 0)]
	Newest,
	/// By the number of licenses, most first. Those without any follow, newest first.
	#[codec(index = 1)]
	MostLicensed,
	/// All artifacts, those without a version too, in an arbitrary order that does not change.
	#[codec(index = 2)]
	Any,
}

/// Which artifacts are asked for, and in which order. Each must be all that is said here.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CatalogQuery<AccountId, Balance> {
	/// In which order.
	pub order: CatalogOrder,
	/// Models or datasets; nothing for both.
	pub kind: Option<ArtifactKind>,
	/// Words separated by spaces, each of which the name or a tag has to contain; ASCII letters match
	/// in either case. Empty for everything.
	pub text: Vec<u8>,
	/// A tag that it has to have, whole.
	pub tag: Option<Vec<u8>>,
	/// Who registered it.
	pub publisher: Option<AccountId>,
	/// Who owns it.
	pub owner: Option<AccountId>,
	/// A license that the newest version's SPDX expression has to name: a whole identifier, in either
	/// case. `MIT` is in `MIT OR Apache-2.0` and not in `MITNFA`.
	pub license: Option<Vec<u8>>,
	/// What a license costs at most that can be bought now, in planck.
	pub max_price: Option<Balance>,
	/// Whether retired artifacts are asked for as well.
	pub retired: bool,
}

/// The newest version of an artifact, and the sequence it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LatestVersion<Balance, BlockNumber> {
	/// What it is known by.
	pub sequence: Sequence,
	/// The version as stored.
	pub version: Version<Balance, BlockNumber>,
}

/// An artifact as the catalog shows it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Listing<AccountId, Balance, BlockNumber> {
	/// What it is known by.
	pub id: ArtifactId,
	/// The artifact as stored.
	pub artifact: Artifact<AccountId, Balance>,
	/// Its newest version that was not removed.
	pub latest: Option<LatestVersion<Balance, BlockNumber>>,
	/// Licenses that were not given back or released.
	pub licenses: u32,
	/// What a license costs now under the cheapest offer that is open, in planck. Nothing if none is.
	pub price: Option<Balance>,
}

/// Where the catalog goes on: after what was looked at last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum CatalogCursor {
	/// After this version, towards older ones: of `Newest`, and in `MostLicensed` of what has no
	/// license.
	#[codec(index = 0)]
	Newest(Sequence),
	/// After this artifact with so many licenses.
	#[codec(index = 1)]
	MostLicensed {
		/// How many licenses it had.
		licenses: u32,
		/// The artifact.
		artifact: ArtifactId,
	},
	/// After this artifact.
	#[codec(index = 2)]
	Any(ArtifactId),
}

/// Part of the catalog.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CatalogPage<AccountId, Balance, BlockNumber> {
	/// What matches, in order.
	pub items: Vec<Listing<AccountId, Balance, BlockNumber>>,
	/// What to ask with for the next page; nothing where this is the last.
	pub next: Option<CatalogCursor>,
	/// How many artifacts were looked at, or versions in the order of publication.
	pub examined: u32,
}

/// What a version is called, and what somebody who meets it in a lineage wants to know of it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VersionLabel<AccountId> {
	/// What it is known by.
	pub sequence: Sequence,
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// Who registered that: the first part of `<publisher>/<name>@<number>`.
	pub publisher: AccountId,
	/// Its name: the second part.
	pub name: Name,
	/// The version's number: the third part.
	pub number: u32,
	/// Model or dataset.
	pub kind: ArtifactKind,
	/// Whether the version can be cited and sold, as far as it is concerned itself.
	pub status: VersionStatus,
	/// Whether its artifact is retired.
	pub retired: bool,
	/// The share of their income that it asks of versions made from it.
	pub royalty_asked: Permill,
}

sp_api::decl_runtime_apis! {
	/// Finds models and datasets, by what they are and by what they sell.
	#[api_version(1)]
	pub trait CatalogApi<AccountId, Balance, BlockNumber>
	where
		AccountId: Codec,
		Balance: Codec,
		BlockNumber: Codec,
	{
		/// The artifacts that match, in the order asked for; `after` is the `next` of the page before,
		/// and one of another order begins anew.
		///
		/// Nothing is in two pages, and nothing is left out, unless versions are published or licenses
		/// change hands meanwhile.
		fn search(
			query: CatalogQuery<AccountId, Balance>,
			after: Option<CatalogCursor>,
			limit: u32,
		) -> CatalogPage<AccountId, Balance, BlockNumber>;

		/// What versions are called, in the order asked for; unknown ones are left out. No more than
		/// `MAX_EDGES + 1` of those asked for are looked at: all that a lineage can have.
		fn labels(sequences: Vec<Sequence>) -> Vec<VersionLabel<AccountId>>;
	}
}
