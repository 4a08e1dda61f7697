// SPDX-License-Identifier: Apache-2.0

//! Seams: what pallets ask of each other.
//!
//! Each pallet declares in its `Config` the trait that it needs, and the runtime names who
//! implements it. The unit type implements those that a chain can do without.

use crate::{
	artifact::{ArtifactId, ArtifactKind, ArtifactStatus},
	lineage::Sources,
	record::{RecordCounts, RecordId},
	terms::Terms,
	version::{Digest, Sequence, VersionStatus},
};
use sp_runtime::DispatchResult;

/// What other pallets may know of an artifact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArtifactInfo<AccountId> {
	/// Model or dataset.
	pub kind: ArtifactKind,
	/// Who registered it.
	pub publisher: AccountId,
	/// Who may change it and earns its income.
	pub owner: AccountId,
	/// Whether it still takes part in the market.
	pub status: ArtifactStatus,
}

/// What other pallets may know of a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionInfo {
	/// The artifact that it is a version of.
	pub artifact: ArtifactId,
	/// Its number among the versions of the artifact.
	pub number: u32,
	/// The BLAKE3 hash of its manifest.
	pub manifest: Digest,
	/// What others may do with it.
	pub terms: Terms,
	/// What it was made from, and what is due to each.
	pub sources: Sources,
	/// Whether it can be cited and sold.
	pub status: VersionStatus,
}

/// Reads artifacts and versions. Implemented by the registry.
pub trait InspectArtifacts<AccountId> {
	/// The artifact, unless there is none of that id.
	fn artifact(artifact: &ArtifactId) -> Option<ArtifactInfo<AccountId>>;

	/// The version, unless there is none of that sequence.
	fn version(sequence: Sequence) -> Option<VersionInfo>;

	/// Who owns the artifact.
	fn owner(artifact: &ArtifactId) -> Option<AccountId> {
		Self::artifact(artifact).map(|artifact| artifact.owner)
	}

	/// Whether the version can be cited and sold: it is neither yanked nor superseded, and its
	/// artifact is not retired.
	fn is_available(sequence: Sequence) -> bool {
		Self::version(sequence).is_some_and(|version| {
			version.status == VersionStatus::Live
				&& Self::artifact(&version.artifact)
					.is_some_and(|artifact| artifact.status == ArtifactStatus::Active)
		})
	}
}

/// How long a license lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LicenseTerm<BlockNumber> {
	/// For ever.
	Perpetual,
	/// Up to and including this block.
	Until(BlockNumber),
}

impl<BlockNumber: PartialOrd> LicenseTerm<BlockNumber> {
	/// Whether the license lasts at `now`.
	pub fn lasts_at(&self, now: &BlockNumber) -> bool {
		match self {
			Self::Perpetual => true,
			Self::Until(end) => now <= end,
		}
	}
}

/// Tells who holds licenses. Implemented by the market.
pub trait Licensing<AccountId, BlockNumber> {
	/// The license of `account` for `artifact` and how long it lasts or lasted.
	///
	/// A license that can still be given back for its price does not count.
	fn license(artifact: &ArtifactId, account: &AccountId) -> Option<LicenseTerm<BlockNumber>>;
}

/// Nobody holds a license: there is no market.
impl<AccountId, BlockNumber> Licensing<AccountId, BlockNumber> for () {
	fn license(_: &ArtifactId, _: &AccountId) -> Option<LicenseTerm<BlockNumber>> {
		None
	}
}

/// Why a version or an artifact cannot be removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reference {
	/// Somebody holds a license, or could buy one.
	License,
	/// There is income that is not paid out, or there was some that others account for.
	Income,
}

/// Tells what refers to versions and artifacts. Implemented by all who keep records about them.
pub trait References {
	/// What keeps the version from being removed.
	fn to_version(sequence: Sequence) -> Option<Reference>;

	/// What keeps the artifact from being removed.
	fn to_artifact(artifact: &ArtifactId) -> Option<Reference>;
}

/// Nothing refers to anything: there is only the registry.
impl References for () {
	fn to_version(_: Sequence) -> Option<Reference> {
		None
	}

	fn to_artifact(_: &ArtifactId) -> Option<Reference> {
		None
	}
}

/// What either refers to.
impl<A: References, B: References> References for (A, B) {
	fn to_version(sequence: Sequence) -> Option<Reference> {
		A::to_version(sequence).or_else(|| B::to_version(sequence))
	}

	fn to_artifact(artifact: &ArtifactId) -> Option<Reference> {
		A::to_artifact(artifact).or_else(|| B::to_artifact(artifact))
	}
}

/// Tells whether contributors still agree. Implemented by provenance.
pub trait Consent {
	/// Whether consent was withdrawn for any record of the version.
	fn is_withdrawn(version: Sequence) -> bool;
}

/// Nobody withdraws anything: there are no records.
impl Consent for () {
	fn is_withdrawn(_: Sequence) -> bool {
		false
	}
}

/// A record and who contributed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contribution<AccountId> {
	/// The record.
	pub record: RecordId,
	/// The first of the versions that extend each other and have, or may have, the record.
	pub series: Sequence,
	/// Who contributed it.
	pub contributor: AccountId,
}

/// Reads records. Implemented by provenance.
pub trait InspectRecords<AccountId> {
	/// How many records the version has. Nothing if it did not commit to them.
	fn records(version: Sequence) -> Option<RecordCounts>;

	/// Who contributed the record in this place of the version, if that was proven and consent was
	/// not withdrawn.
	fn contribution(version: Sequence, index: u64) -> Option<Contribution<AccountId>>;
}

/// Told of contributors, to let them share in the income. Implemented by royalties.
pub trait OnContribution<AccountId> {
	/// A contributor proved a record, which counts from now on.
	fn on_proven(contribution: &Contribution<AccountId>) -> DispatchResult;

	/// A contributor is about to withdraw consent: the last moment to pay what is due. The record
	/// does not count any more afterwards.
	fn on_withdrawing(contribution: &Contribution<AccountId>) -> DispatchResult;
}

/// Nobody shares in anything: there is no income.
impl<AccountId> OnContribution<AccountId> for () {
	fn on_proven(_: &Contribution<AccountId>) -> DispatchResult {
		Ok(())
	}

	fn on_withdrawing(_: &Contribution<AccountId>) -> DispatchResult {
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_license_lasts_up_to_and_including_its_last_block() {
		assert!(LicenseTerm::Perpetual.lasts_at(&u32::MAX));
		assert!(LicenseTerm::Until(5).lasts_at(&5));
		assert!(!LicenseTerm::Until(5).lasts_at(&6));
	}
}
