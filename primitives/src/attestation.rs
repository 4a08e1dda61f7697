// SPDX-License-Identifier: Apache-2.0

//! Attestations: what third parties say of a version under their own name.

use crate::{text::Location, version::Digest};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Most attestations of one account on one version.
pub const MAX_ATTESTATIONS: u32 = 16;

/// What an attestation is about.
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
pub enum Claim {
	/// How well it does what it is for.
	#[codec(index = 0)]
	Evaluation,
	/// Whether it may be used as its license says.
	#[codec(index = 1)]
	LicenseAudit,
	/// Whether it can do harm.
	#[codec(index = 2)]
	SafetyAudit,
	/// Whether it was made as its publisher says.
	#[codec(index = 3)]
	TrainingRun,
	/// Whether it holds personal data.
	#[codec(index = 4)]
	PiiScan,
}

impl Claim {
	/// Every claim, in the order of their codec indices.
	pub const ALL: [Self; 5] =
		[Self::Evaluation, Self::LicenseAudit, Self::SafetyAudit, Self::TrainingRun, Self::PiiScan];
}

/// What the attester found.
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
pub enum Verdict {
	/// It is good.
	#[codec(index = 0)]
	Positive,
	/// It is what the evidence says, which is neither.
	#[codec(index = 1)]
	Neutral,
	/// It is bad. Taints the version and all derived from it for those who trust the attester.
	#[codec(index = 2)]
	Negative,
}

/// A document that shows how the attester came to the verdict.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Evidence {
	/// The BLAKE3 hash of the document.
	pub digest: Digest,
	/// Where it can be had.
	pub location: Option<Location>,
}

/// An attestation. It is never edited, only revoked.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attestation<AccountId, Balance, BlockNumber> {
	/// Who attests.
	pub attester: AccountId,
	/// What it is about.
	pub claim: Claim,
	/// What was found.
	pub verdict: Verdict,
	/// What shows it.
	pub evidence: Option<Evidence>,
	/// The block in which it was made.
	pub attested_at: BlockNumber,
	/// What the attester holds for it.
	pub deposit: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn indices_are_fixed() {
		for (index, claim) in Claim::ALL.into_iter().enumerate() {
			assert_eq!(claim.encode(), vec![index as u8], "{claim:?}");
		}
		let verdicts = [Verdict::Positive, Verdict::Neutral, Verdict::Negative];
		for (index, verdict) in verdicts.into_iter().enumerate() {
			assert_eq!(verdict.encode(), vec![index as u8], "{verdict:?}");
		}
	}
}
