// SPDX-License-Identifier: Apache-2.0

//! Artifacts: models and datasets.

use crate::text::{Name, Tags};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// What an artifact is known by for ever, see [`artifact_id`].
pub type ArtifactId = H256;

/// What artifact ids are hashed with, so that no other hash of this chain can be taken for one.
pub const ARTIFACT_TAG: [u8; 14] = *b"agora/artifact";

/// The id of the artifact that `publisher` registers under `name`.
///
/// It is the BLAKE2b-256 hash of the 14 bytes `agora/artifact`, the publisher's account (32 bytes)
/// and the name as SCALE encodes a list of bytes (its length as a compact number, then the bytes).
/// A client can compute it before the artifact exists, and so register and publish in one batch.
pub fn artifact_id<AccountId: Encode>(publisher: &AccountId, name: &[u8]) -> ArtifactId {
	(ARTIFACT_TAG, publisher, name).using_encoded(sp_io::hashing::blake2_256).into()
}

/// What kind of thing an artifact is.
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
pub enum ArtifactKind {
	/// Weights, or code that computes: something that is run.
	#[codec(index = 0)]
	Model,
	/// Records: something that a model is trained on or evaluated with.
	#[codec(index = 1)]
	Dataset,
}

/// Whether an artifact still takes part in the market.
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
pub enum ArtifactStatus {
	/// Versions can be published, cited and sold.
	#[codec(index = 0)]
	Active,
	/// Nothing more can be published, cited or sold, for ever. What was sold stays sold.
	#[codec(index = 1)]
	Retired,
}

/// A model or a dataset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Artifact<AccountId, Balance> {
	/// Model or dataset.
	pub kind: ArtifactKind,
	/// Who registered it. With the name it makes the id, and it never changes.
	pub publisher: AccountId,
	/// Who may change it, publish versions of it, and holds its deposits.
	pub owner: AccountId,
	/// Who may become the owner by accepting, if a transfer was proposed.
	pub pending_owner: Option<AccountId>,
	/// Its name, unique for its publisher.
	pub name: Name,
	/// Words to find it by.
	pub tags: Tags,
	/// Whether it still takes part in the market.
	pub status: ArtifactStatus,
	/// The number that its next version gets. Numbers begin with 1 and are never given twice.
	pub next_number: u32,
	/// How many versions it has, without those that were removed.
	pub versions: u32,
	/// What the owner holds for this record.
	pub deposit: Balance,
	/// What the owner holds for all its versions together.
	pub versions_deposit: Balance,
}

impl<AccountId, Balance> Artifact<AccountId, Balance> {
	/// Whether nothing more can be published, cited or sold.
	pub fn is_retired(&self) -> bool {
		self.status == ArtifactStatus::Retired
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_io::hashing::blake2_256;

	#[test]
	fn an_id_can_be_computed_by_hand() {
		let publisher = crate::AccountId::new([7; 32]);
		let mut bytes = b"agora/artifact".to_vec();
		bytes.extend([7; 32]);
		bytes.push(5 << 2);
		bytes.extend(b"mnist");
		assert_eq!(artifact_id(&publisher, b"mnist"), H256(blake2_256(&bytes)));
	}

	#[test]
	fn an_id_binds_publisher_and_name() {
		let id = |account: u8, name: &[u8]| artifact_id(&[account; 32], name);
		assert_ne!(id(1, b"a"), id(2, b"a"));
		assert_ne!(id(1, b"a"), id(1, b"b"));
	}
}
