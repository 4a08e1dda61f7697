// SPDX-License-Identifier: Apache-2.0

//! The records of a dataset: read from its file, committed to with a Merkle tree, kept so that
//! proofs can be made. The formats are told in docs/records.md.

mod canonical;
mod commit;
mod group;
mod input;
mod json;
mod proof;
mod receipt;
mod secret;
mod sha256;
mod store;
#[cfg(test)]
mod tests;
mod tree;

pub use self::{
	commit::{commit, Contributors, Earlier},
	input::{guess, Format, Reading, MAX_BLOCK, NOBODY},
	proof::{verify_consistency, Tree},
	receipt::{Receipt, FORMAT as RECEIPT_FORMAT},
	secret::Secret,
	store::{Commitment, Origin, Published, Store, Stored},
};

/// The largest record, in bytes of its canonical form.
pub const MAX_RECORD: usize = 1 << 20;

/// The most records of a version.
pub const MAX_RECORDS: u64 = 1 << 32;

/// The bytes of a leaf's data: a contributor's account and a record's digest.
const LEAF: usize = 64;

/// The digest of a record, which shows nothing of it to who does not know the salt.
pub fn record_digest(salt: &sha256::Digest, record: &[u8]) -> sha256::Digest {
	sha256::hash(&[&salt[..], record].concat())
}
