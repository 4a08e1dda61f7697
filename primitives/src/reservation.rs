// SPDX-License-Identifier: Apache-2.0

//! Reservations: claiming a digest before showing it.

use crate::version::Digest;
use codec::Encode;
use sp_core::H256;

/// What a reservation shows of the digest it reserves: a hash, see [`reservation_commitment`].
pub type Commitment = H256;

/// The secret that keeps a reserved digest from being guessed.
pub type Salt = [u8; 32];

/// What commitments are hashed with, so that no other hash of this chain can be taken for one.
pub const RESERVATION_TAG: [u8; 13] = *b"agora/reserve";

/// The commitment with which `account` reserves `digest`.
///
/// It is the BLAKE2b-256 hash of the 13 bytes `agora/reserve`, the digest (32 bytes), the account
/// (32 bytes) and the salt (32 bytes). The account is part of it, so a reservation that somebody
/// else reveals or copies is worth nothing to them; the salt has to be random and kept until then.
pub fn reservation_commitment<AccountId: Encode>(
	digest: &Digest,
	account: &AccountId,
	salt: &Salt,
) -> Commitment {
	(RESERVATION_TAG, digest, account, salt).using_encoded(sp_io::hashing::blake2_256).into()
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_io::hashing::blake2_256;

	#[test]
	fn a_commitment_can_be_computed_by_hand() {
		let account = crate::AccountId::new([7; 32]);
		let mut bytes = b"agora/reserve".to_vec();
		bytes.extend([1; 32]);
		bytes.extend([7; 32]);
		bytes.extend([9; 32]);
		assert_eq!(
			reservation_commitment(&H256([1; 32]), &account, &[9; 32]),
			H256(blake2_256(&bytes))
		);
	}
}
