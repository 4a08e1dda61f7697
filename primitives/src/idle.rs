// SPDX-License-Identifier: Apache-2.0

//! Work that blocks do when they have weight left over.

use frame_support::weights::{Weight, WeightMeter};
use sp_runtime::Perbill;

/// A meter of a share of what is left over, rounded down.
pub fn meter(share: Perbill, remaining: Weight) -> WeightMeter {
	WeightMeter::with_limit(Weight::from_parts(
		share.mul_floor(remaining.ref_time()),
		share.mul_floor(remaining.proof_size()),
	))
}
