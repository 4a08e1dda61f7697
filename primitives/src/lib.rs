// SPDX-License-Identifier: Apache-2.0

//! The words that Agora's parts share: chain-wide types, the nouns of the marketplace, the seams
//! between pallets and the runtime APIs.
//!
//! Pallets never depend on each other. What one needs of another is a trait in [`seams`], and the
//! runtime ties the two together. Clients learn all of this from the chain's metadata.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

pub mod account;
pub mod api;
pub mod artifact;
pub mod attestation;
pub mod counted;
pub mod deposit;
pub mod idle;
pub mod lineage;
pub mod market;
pub mod record;
pub mod reservation;
pub mod reward;
pub mod royalty;
pub mod seams;
pub mod terms;
pub mod text;
pub mod version;

pub use artifact::{artifact_id, Artifact, ArtifactId, ArtifactKind, ArtifactStatus};
pub use attestation::{Attestation, Claim, Evidence, Verdict};
pub use lineage::{Relation, Source, SourceInput, Sources, MAX_SOURCES};
pub use market::{Grant, License, LicenseTerm, Offer, OfferId, OfferTerms, Purchase, MAX_OFFERS};
pub use record::{
	ConsistencyProof, InclusionProof, Leaf, RecordCounts, RecordId, Root, MAX_CONSISTENCY_PROOF,
	MAX_INCLUSION_PROOF, MAX_RECORDS, MAX_SERIES,
};
pub use reservation::{reservation_commitment, Commitment, Salt};
pub use reward::{EpochIndex, RewardParameters};
pub use royalty::{EpochIncome, Member, Members, Split, SplitNumber, MAX_MEMBERS};
pub use terms::{Derivation, Terms, Use, Uses};
pub use version::{Digest, NewVersion, Sequence, Version, VersionStatus};

use sp_runtime::{
	traits::{IdentifyAccount, Verify},
	MultiSignature,
};

/// A transaction's signature: sr25519, ed25519 or ECDSA.
pub type Signature = MultiSignature;

/// An account, known by its public key or, where that is longer, by the key's hash.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// An amount of tokens, in the smallest unit.
pub type Balance = u128;

/// A block's height.
pub type BlockNumber = u32;

/// How many transactions an account has sent, counted from the block in which it was made.
pub type Nonce = u32;

/// A 256-bit hash.
pub type Hash = sp_core::H256;
