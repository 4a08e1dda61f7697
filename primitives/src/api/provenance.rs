// SPDX-License-Identifier: Apache-2.0

//! What clients read of records, consent and attestations.

use super::Page;
use crate::{
	attestation::Attestation,
	record::{Leaf, Root},
	version::Sequence,
	Hash,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

/// Most versions that one page of a taint query looks at. A higher limit means this one, and zero
/// means one.
pub const MAX_TAINT_PAGE: u32 = 250;

/// Most attesters that one taint query can name. Further ones are not looked at.
pub const MAX_ATTESTERS: u32 = 16;

/// What a version says of its records, and what contributors said since.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CommitmentView<AccountId, Balance> {
	/// The version.
	pub version: Sequence,
	/// The root of the Merkle tree of its records.
	pub root: Root,
	/// How many records it has.
	pub count: u64,
	/// The first version of those that extend each other.
	pub series: Sequence,
	/// The version that this one appends to.
	pub previous: Option<Sequence>,
	/// The version that appends to this one.
	pub next: Option<Sequence>,
	/// How many of its records were proven, in whichever version.
	pub proven: u64,
	/// For how many of those consent was withdrawn.
	pub withdrawn: u64,
	/// Who committed, and holds the deposit.
	pub depositor: AccountId,
	/// What is held.
	pub deposit: Balance,
}

/// A record that its contributor proved.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RecordView<AccountId, Balance> {
	/// The version that brought it into the dataset.
	pub origin: Sequence,
	/// Its place, counted from zero.
	pub index: u64,
	/// Who contributed and proved it.
	pub contributor: AccountId,
	/// Whether consent was withdrawn.
	pub withdrawn: bool,
	/// What the contributor holds for it.
	pub deposit: Balance,
}

/// How a record that is in a version stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum RecordState {
	/// Its contributor did not prove it on chain.
	#[codec(index = 0)]
	Unproven,
	/// Its contributor proved it.
	#[codec(index = 1)]
	Proven,
	/// Its contributor proved it, and withdrew consent since.
	#[codec(index = 2)]
	Withdrawn,
}

/// Why a record proof does not hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum ProofFault {
	/// The version did not commit to its records.
	#[codec(index = 0)]
	NotCommitted,
	/// The version has fewer records.
	#[codec(index = 1)]
	IndexOutOfRange,
	/// The version does not have that leaf in that place.
	#[codec(index = 2)]
	Invalid,
}

/// An attestation and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AttestationView<AccountId, Balance, BlockNumber> {
	/// What it is known by.
	pub id: u64,
	/// The attestation as stored.
	pub attestation: Attestation<AccountId, Balance, BlockNumber>,
}

/// A version that a taint query has yet to look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Waypoint {
	/// The version.
	pub sequence: Sequence,
	/// How many generations it is behind the version asked for.
	pub depth: u32,
}

/// A version behind the one asked for, or that one, and what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Taint {
	/// The version.
	pub sequence: Sequence,
	/// How many generations it is behind the version asked for, by the shortest way; zero for that
	/// one itself.
	pub depth: u32,
	/// Whether its owner advises against it.
	pub yanked: bool,
	/// The version that its digest belongs to, where that is another.
	pub superseded_by: Option<Sequence>,
	/// For how many of its records consent was withdrawn.
	pub consent_withdrawn: u64,
	/// The negative attestations by the attesters named, by id.
	pub negative: Vec<u64>,
}

impl Taint {
	/// Whether anything is known against the version.
	pub fn is_tainted(&self) -> bool {
		self.yanked
			|| self.superseded_by.is_some()
			|| self.consent_withdrawn > 0
			|| !self.negative.is_empty()
	}
}

/// Part of the answer to a taint query.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct TaintPage {
	/// The tainted versions among those looked at, newest first.
	pub items: Vec<Taint>,
	/// How many versions were looked at.
	pub examined: u32,
	/// Whether there are more generations than were asked for.
	pub beyond_depth: bool,
	/// What to ask with for the next page; nothing where this is the last.
	pub next: Option<Vec<Waypoint>>,
}

sp_api::decl_runtime_apis! {
	/// Reads what is known of records, contributors' consent, and third parties' attestations.
	#[api_version(1)]
	pub trait ProvenanceApi<AccountId, Balance, BlockNumber>
	where
		AccountId: Codec,
		Balance: Codec,
		BlockNumber: Codec,
	{
		/// What a version says of its records. Nothing if it did not commit to them.
		fn commitment(version: Sequence) -> Option<CommitmentView<AccountId, Balance>>;

		/// The record in this place of a version. Nothing if it was not proven.
		fn record(version: Sequence, index: u64) -> Option<RecordView<AccountId, Balance>>;

		/// Whether a version has this leaf in this place, and how the record stands.
		fn verify_record(
			version: Sequence,
			index: u64,
			leaf: Leaf<AccountId>,
			proof: Vec<Hash>,
		) -> Result<RecordState, ProofFault>;

		/// The attestations on a version by ascending id; `after` is the `next` of the page before.
		fn attestations(
			version: Sequence,
			after: Option<u64>,
			limit: u32,
		) -> Page<AttestationView<AccountId, Balance, BlockNumber>, u64>;

		/// What became of a version and of all that it was made from, newest first. Nothing if
		/// there is no such version.
		///
		/// Follows derivation, not evaluation. A negative attestation counts if it is by one of
		/// `attesters`; `after` is the `next` of the page before.
		fn taint(
			version: Sequence,
			attesters: Vec<AccountId>,
			depth: u32,
			limit: u32,
			after: Option<Vec<Waypoint>>,
		) -> Option<TaintPage>;
	}
}
