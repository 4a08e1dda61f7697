// SPDX-License-Identifier: Apache-2.0

//! Seams: what pallets ask of each other.
//!
//! Each pallet declares in its `Config` the trait that it needs, and the runtime names who
//! implements it. The unit type implements those that a chain can do without.

use crate::{
	artifact::{ArtifactId, ArtifactKind, ArtifactStatus},
	lineage::Sources,
	market::LicenseTerm,
	record::{RecordCounts, RecordId},
	reward::EpochIndex,
	royalty::SplitNumber,
	terms::Terms,
	version::{Digest, Sequence, VersionStatus},
};
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};

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

impl VersionInfo {
	/// Whether the version, which is one of this artifact, can be cited and sold: it is neither
	/// yanked nor superseded, and the artifact is not retired.
	pub fn is_available<AccountId>(&self, artifact: &ArtifactInfo<AccountId>) -> bool {
		self.status == VersionStatus::Live && artifact.status == ArtifactStatus::Active
	}
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
			Self::artifact(&version.artifact)
				.is_some_and(|artifact| version.is_available(&artifact))
		})
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

	/// What either question weighs at most.
	fn weight() -> Weight;
}

/// Nothing refers to anything: there is only the registry.
impl References for () {
	fn to_version(_: Sequence) -> Option<Reference> {
		None
	}

	fn to_artifact(_: &ArtifactId) -> Option<Reference> {
		None
	}

	fn weight() -> Weight {
		Weight::zero()
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

	fn weight() -> Weight {
		A::weight().saturating_add(B::weight())
	}
}

/// Told what becomes of artifacts. Implemented by all who keep records about them or their owners.
pub trait OnArtifact<AccountId> {
	/// The artifact belongs to another account now.
	fn on_transferred(
		artifact: &ArtifactId,
		old_owner: &AccountId,
		new_owner: &AccountId,
	) -> DispatchResult;

	/// The artifact is gone. Nothing referred to it.
	fn on_removed(artifact: &ArtifactId) -> DispatchResult;

	/// A version is gone. Nothing referred to it.
	fn on_version_removed(version: Sequence) -> DispatchResult;

	/// What being told of either of the first two weighs at most.
	fn weight() -> Weight;

	/// What being told of a version weighs at most.
	fn version_weight() -> Weight;
}

/// Nobody keeps records about artifacts.
impl<AccountId> OnArtifact<AccountId> for () {
	fn on_transferred(_: &ArtifactId, _: &AccountId, _: &AccountId) -> DispatchResult {
		Ok(())
	}

	fn on_removed(_: &ArtifactId) -> DispatchResult {
		Ok(())
	}

	fn on_version_removed(_: Sequence) -> DispatchResult {
		Ok(())
	}

	fn weight() -> Weight {
		Weight::zero()
	}

	fn version_weight() -> Weight {
		Weight::zero()
	}
}

/// Both are told.
impl<AccountId, A: OnArtifact<AccountId>, B: OnArtifact<AccountId>> OnArtifact<AccountId>
	for (A, B)
{
	fn on_transferred(
		artifact: &ArtifactId,
		old_owner: &AccountId,
		new_owner: &AccountId,
	) -> DispatchResult {
		A::on_transferred(artifact, old_owner, new_owner)?;
		B::on_transferred(artifact, old_owner, new_owner)
	}

	fn on_removed(artifact: &ArtifactId) -> DispatchResult {
		A::on_removed(artifact)?;
		B::on_removed(artifact)
	}

	fn on_version_removed(version: Sequence) -> DispatchResult {
		A::on_version_removed(version)?;
		B::on_version_removed(version)
	}

	fn weight() -> Weight {
		A::weight().saturating_add(B::weight())
	}

	fn version_weight() -> Weight {
		A::version_weight().saturating_add(B::version_weight())
	}
}

/// A payment for a version, held on the payer's account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment<AccountId, Balance> {
	/// On whose account it is held.
	pub payer: AccountId,
	/// The version that it is for.
	pub version: Sequence,
	/// What is held, in planck.
	pub gross: Balance,
	/// The most that may become income, after the fee. What is above it is nobody's profit. Nothing
	/// for no limit.
	pub limit: Option<Balance>,
}

/// What became of a payment. The three parts are the whole of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Receipt<Balance> {
	/// The protocol's fee.
	pub fee: Balance,
	/// What went to the commons, above the limit.
	pub excess: Balance,
	/// What reached the version's vault.
	pub income: Balance,
}

/// Takes payments for versions. Implemented by royalties.
pub trait Revenue<AccountId, Balance, Reason> {
	/// What a payment of `gross` would become, with no more income than `limit`.
	fn preview(gross: Balance, limit: Option<Balance>) -> Receipt<Balance>;

	/// Take a payment that is held for `reason`, by force where a lock covers it.
	///
	/// All of it moves or nothing does.
	fn take(
		payment: Payment<AccountId, Balance>,
		reason: &Reason,
	) -> Result<Receipt<Balance>, DispatchError>;

	/// What taking a payment weighs at most.
	fn take_weight() -> Weight;
}

/// Told of fees and of the credit for them. Implemented by rewards.
///
/// Income takes the credit for its fee along: both wait in the same vault, and the cascade divides
/// both alike. So credit comes to rest with those whose work the income was for.
pub trait OnRevenue<Balance> {
	/// A version was paid for. The fee is with its beneficiary, and `credit`, never more than the fee,
	/// is in the version's vault.
	fn on_payment(version: Sequence, receipt: &Receipt<Balance>, credit: Balance)
		-> DispatchResult;

	/// Credit came to rest at a version: it left the vault with income of this split, and none of it
	/// goes on to sources. The split is still kept, and [`Payouts::keep`] keeps it longer.
	fn on_credit(version: Sequence, split: SplitNumber, credit: Balance) -> DispatchResult;

	/// What being told of a payment weighs at most.
	fn payment_weight() -> Weight;

	/// What being told of credit weighs at most.
	fn credit_weight() -> Weight;
}

/// Nobody is rewarded for anything.
impl<Balance> OnRevenue<Balance> for () {
	fn on_payment(_: Sequence, _: &Receipt<Balance>, _: Balance) -> DispatchResult {
		Ok(())
	}

	fn on_credit(_: Sequence, _: SplitNumber, _: Balance) -> DispatchResult {
		Ok(())
	}

	fn payment_weight() -> Weight {
		Weight::zero()
	}

	fn credit_weight() -> Weight {
		Weight::zero()
	}
}

/// Pays what is due to a version under one of its splits. Implemented by royalties.
pub trait Payouts<AccountId, Balance> {
	/// Keep a split that is in force or that income came in under: something will be paid under it.
	/// Each is answered by one [`Payouts::pay`] or [`Payouts::leave`].
	fn keep(version: Sequence, split: SplitNumber) -> DispatchResult;

	/// Move `amount` away from `from`, and divide it among contributors and members of the split as
	/// income is divided after royalties. Nothing of it goes on to sources. They can withdraw it.
	fn pay(
		version: Sequence,
		split: SplitNumber,
		from: &AccountId,
		amount: Balance,
	) -> DispatchResult;

	/// What the split was kept for will not be paid.
	fn leave(version: Sequence, split: SplitNumber) -> DispatchResult;

	/// Whether `account` is the only one, or one of those, that something paid under the split
	/// would be divided among.
	fn shares_in(version: Sequence, split: SplitNumber, account: &AccountId) -> bool;

	/// For how many payments the split is kept.
	fn kept(artifact: &ArtifactId, split: SplitNumber) -> u32;

	/// What keeping weighs at most.
	fn keep_weight() -> Weight;

	/// What paying weighs at most.
	fn pay_weight() -> Weight;

	/// What leaving weighs at most.
	fn leave_weight() -> Weight;
}

/// What votes give away of the commons pool.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Allotment<AccountId, Balance> {
	/// The account from which those are paid who have votes.
	pub account: AccountId,
	/// How much of the pool is theirs, in planck. More than there is means all.
	pub amount: Balance,
}

/// Decides on the commons pool. Implemented by who counts the votes of people.
pub trait CommonsVotes<AccountId, Balance> {
	/// An epoch ended, and `pool` is in the commons pool. Nothing lets it accumulate.
	fn allot(epoch: EpochIndex, pool: Balance) -> Option<Allotment<AccountId, Balance>>;

	/// What deciding weighs at most.
	fn weight() -> Weight;
}

/// Nobody votes: the pool accumulates.
impl<AccountId, Balance> CommonsVotes<AccountId, Balance> for () {
	fn allot(_: EpochIndex, _: Balance) -> Option<Allotment<AccountId, Balance>> {
		None
	}

	fn weight() -> Weight {
		Weight::zero()
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

	/// A proven record, for which consent was not withdrawn, is gone with the version that had
	/// brought it.
	fn on_released(record: &RecordId, contributor: &AccountId) -> DispatchResult;

	/// What being told of any of these weighs at most.
	fn weight() -> Weight;
}

/// Nobody shares in anything: there is no income.
impl<AccountId> OnContribution<AccountId> for () {
	fn on_proven(_: &Contribution<AccountId>) -> DispatchResult {
		Ok(())
	}

	fn on_withdrawing(_: &Contribution<AccountId>) -> DispatchResult {
		Ok(())
	}

	fn on_released(_: &RecordId, _: &AccountId) -> DispatchResult {
		Ok(())
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}
