// SPDX-License-Identifier: Apache-2.0

//! The call of the pallet that anybody can make.

use super::{types::EpochIndex, PALLET};
use crate::chain::{
	calls::{number, Call},
	types::Sequence,
};
use subxt::{ext::scale_value::Composite, tx::dynamic};

/// `claim`: pay the reward of a version for an epoch to those who share in it.
pub fn claim(epoch: EpochIndex, version: Sequence) -> Call {
	let arguments = [("epoch", number(epoch)), ("version", number(version))];
	dynamic(PALLET, "claim", Composite::named(arguments))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::calls::tests::{encode, metadata};

	#[test]
	fn a_claim_is_encoded_byte_for_byte() {
		let metadata = metadata();
		let index = metadata.pallet_by_name(PALLET).unwrap().call_index();
		let (epoch, version) = (7u32.to_le_bytes(), (1u64 << 40).to_le_bytes());
		let expected = [&[index, 0][..], &epoch, &version].concat();
		assert_eq!(encode(&claim(7, 1 << 40), &metadata), expected);
	}
}
