// SPDX-License-Identifier: Apache-2.0

//! The nouns of provenance as this command knows them, found by name as those of the registry are.

use crate::chain::types::{words, Hash, Sequence, Text};
use serde::Serialize;
use std::{fmt, str::FromStr};
use subxt::{
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	utils::AccountId32,
};

/// What an attestation is known by, among those of its version.
pub type AttestationId = u64;

words! {
	/// What an attestation is about.
	pub enum Claim: "claim" {
		/// The version was measured.
		Evaluation = "evaluation",
		/// It was checked whether its license and those of its sources hold.
		LicenseAudit = "license-audit",
		/// It was checked whether it does harm.
		SafetyAudit = "safety-audit",
		/// The training that made it was watched.
		TrainingRun = "training-run",
		/// It was searched for data about persons.
		PiiScan = "pii-scan",
	}
}

words! {
	/// What an attester found.
	pub enum Verdict: "verdict" {
		/// It is as it should be.
		Positive = "positive",
		/// Neither good nor bad.
		Neutral = "neutral",
		/// Something is wrong with it.
		Negative = "negative",
	}
}

/// The data of a leaf: what a commitment says about one record, and all of it that is ever shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Leaf {
	/// Who may prove the record; zeros for nobody.
	pub contributor: AccountId32,
	/// The hash of the record and its salt.
	pub record: Hash,
}

impl Leaf {
	/// The 64 bytes that are hashed, which are also how the chain encodes it.
	pub fn data(&self) -> [u8; 64] {
		let mut data = [0; 64];
		let (contributor, record) = data.split_at_mut(32);
		contributor.copy_from_slice(&self.contributor.0);
		record.copy_from_slice(&self.record.0);
		data
	}
}

impl From<Leaf> for Value {
	fn from(leaf: Leaf) -> Self {
		Value::named_composite([
			("contributor", Value::from_bytes(leaf.contributor.0)),
			("record", leaf.record.into()),
		])
	}
}

/// The document that an attestation rests on, as an attester hands it in and as stored.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Evidence {
	/// The BLAKE3 hash of the document.
	pub digest: Hash,
	/// Where it can be had.
	pub location: Option<Text>,
}

impl From<&Evidence> for Value {
	fn from(evidence: &Evidence) -> Self {
		let location = evidence.location.as_ref().map(|location| Value::from_bytes(&location.0));
		Value::named_composite([
			("digest", evidence.digest.into()),
			("location", crate::chain::calls::option(location)),
		])
	}
}

/// The commitment of a dataset version to its records.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct CommitmentView {
	/// The version.
	pub version: Sequence,
	/// The root of the tree over its records.
	pub root: Hash,
	/// How many records it has.
	pub count: u64,
	/// The oldest version of its series, which the series is known by.
	pub series: Sequence,
	/// The version of the series whose records it appends to.
	pub previous: Option<Sequence>,
	/// The version of the series that appends to its records.
	pub next: Option<Sequence>,
	/// How many of its records were proven, in whatever version of the series.
	pub proven: u64,
	/// For how many of them consent was withdrawn.
	pub withdrawn: u64,
	/// Who made the commitment.
	pub depositor: AccountId32,
	/// What that account holds for it.
	pub deposit: u128,
}

/// A record that its contributor proved.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RecordView {
	/// The version of the series that first had it, which it is known by together with the index.
	pub origin: Sequence,
	/// Its place among the records.
	pub index: u64,
	/// Whose it is.
	pub contributor: AccountId32,
	/// Whether consent to its use was withdrawn.
	pub withdrawn: bool,
	/// What the contributor holds for it.
	pub deposit: u128,
}

/// What became of a record whose proof holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[serde(rename_all = "kebab-case")]
pub enum RecordState {
	/// Its contributor has not proven it on chain.
	Unproven,
	/// Its contributor has.
	Proven,
	/// And withdrew consent after that.
	Withdrawn,
}

/// Why a proof does not hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType, Serialize)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
#[serde(rename_all = "kebab-case")]
pub enum ProofFault {
	/// The version has no commitment.
	NotCommitted,
	/// It has fewer records.
	IndexOutOfRange,
	/// Index, leaf and hashes do not lead to the root.
	Invalid,
}

/// What somebody says about a version.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Attestation {
	/// Who says it.
	pub attester: AccountId32,
	/// What it is about.
	pub claim: Claim,
	/// What they found.
	pub verdict: Verdict,
	/// What it rests on.
	pub evidence: Option<Evidence>,
	/// The block in which it was made.
	pub attested_at: u32,
	/// What the attester holds for it.
	pub deposit: u128,
}

/// An attestation and the id it is known by.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct AttestationView {
	/// What it is known by.
	pub id: AttestationId,
	/// The attestation as stored.
	pub attestation: Attestation,
}

/// A version that is still to be looked at, and how many generations back it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Waypoint {
	/// The version.
	pub sequence: Sequence,
	/// How far it is from the one that was asked about.
	pub depth: u32,
}

impl From<Waypoint> for Value {
	fn from(waypoint: Waypoint) -> Self {
		Value::named_composite([
			("sequence", Value::from(waypoint.sequence)),
			("depth", Value::from(waypoint.depth)),
		])
	}
}

/// What is known against a version.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Taint {
	/// The version.
	pub sequence: Sequence,
	/// How far it is from the one that was asked about; zero for that one itself.
	pub depth: u32,
	/// Its owner advises against it.
	pub yanked: bool,
	/// Its digest belongs to this version.
	pub superseded_by: Option<Sequence>,
	/// For how many of its records consent was withdrawn.
	pub consent_withdrawn: u64,
	/// The negative attestations by those whom the asker trusts.
	pub negative: Vec<AttestationId>,
}

/// Part of what is known against a version and those behind it.
#[derive(Clone, PartialEq, Eq, Debug, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct TaintPage {
	/// The tainted ones among the versions looked at, newest first.
	pub items: Vec<Taint>,
	/// How many versions were looked at.
	pub examined: u32,
	/// Whether there are more generations than were asked for.
	pub beyond_depth: bool,
	/// What to ask with for the next page.
	pub next: Option<Vec<Waypoint>>,
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::types::tests::words_agree;
	use clap::ValueEnum;

	#[test]
	fn words_are_the_same_everywhere() {
		words_agree(Claim::value_variants());
		words_agree(Verdict::value_variants());
	}

	#[test]
	fn a_leaf_is_the_contributor_and_then_the_record() {
		let leaf = Leaf { contributor: AccountId32([7; 32]), record: Hash([8; 32]) };
		assert_eq!(leaf.data(), [[7; 32], [8; 32]].concat()[..]);
	}
}
