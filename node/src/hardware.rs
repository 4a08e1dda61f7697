// SPDX-License-Identifier: Apache-2.0

//! How fast a validator's machine should be, and a word where it is not.

use sc_sysinfo::{HwBench, Metric, Requirement, Requirements, Throughput};

/// What a machine must do for every block to be made and checked in time.
///
/// These are the figures of the SDK's reference machine for one core, memory and disk, on which the
/// weights rest. A validator's slots are three seconds and its blocks take a third of one at most.
pub fn requirements() -> Requirements {
	let requirement = |metric, minimum| Requirement { metric, minimum, validator_only: false };
	Requirements(vec![
		requirement(Metric::Blake2256, Throughput::from_mibs(1_000.0)),
		requirement(Metric::Sr25519Verify, Throughput::from_kibs(637.62)),
		requirement(Metric::MemCopy, Throughput::from_gibs(11.4925)),
		requirement(Metric::DiskSeqWrite, Throughput::from_mibs(950.0)),
		requirement(Metric::DiskRndWrite, Throughput::from_mibs(420.0)),
	])
}

/// Print what was measured, and warn a validator whose machine is too slow.
pub fn report(measured: &HwBench, is_authority: bool) {
	sc_sysinfo::print_hwbench(measured);
	if let Err(failures) = requirements().check_hardware(measured, is_authority) {
		if is_authority {
			log::warn!(
				"⚠️  This machine is slower than a validator's should be, and may miss its slots: \
				 {failures}. See docs/validators.md for what to look for.",
			);
		}
	}
}

/// Measure the processor, memory and, below `directory`, the disk. Takes about a second.
pub fn measure(directory: &std::path::Path) -> HwBench {
	sc_sysinfo::gather_hwbench(Some(directory), &requirements())
}
