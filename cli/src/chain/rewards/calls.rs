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
