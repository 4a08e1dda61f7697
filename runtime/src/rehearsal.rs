// SPDX-License-Identifier: Apache-2.0

//! The rehearsal of an upgrade: what a runtime has that is built with the feature `rehearsal`, and no
//! released one. Its `spec_version` is higher, and it brings a migration.

use crate::{pace::Chosen, Pace, Runtime, VERSION};
use frame_support::{
	migrations::VersionedMigration, traits::UncheckedOnRuntimeUpgrade, weights::Weight,
};
use sp_version::RuntimeVersion;

/// By how much `spec_version` is raised. `AGORA_RAISED_BY` says so when the runtime is built, for a
/// chain that rehearses more than once; one otherwise.
const RAISED_BY: u32 = match option_env!("AGORA_RAISED_BY") {
	Some(number) => match number.as_bytes() {
		[ones @ b'1'..=b'9'] => (*ones - b'0') as u32,
		[tens @ b'1'..=b'9', ones @ b'0'..=b'9'] => ((*tens - b'0') * 10 + *ones - b'0') as u32,
		_ => panic!("AGORA_RAISED_BY is a number from 1 to 99"),
	},
	None => 1,
};

/// What distinguishes the rehearsing runtime from the released one.
pub fn version() -> RuntimeVersion {
	RuntimeVersion { spec_version: VERSION.spec_version.saturating_add(RAISED_BY), ..VERSION }
}

/// [`version`], without its APIs, where a node that is given the code reads it off: otherwise it would
/// have to compile the code first, in the midst of a block. What `runtime_version` writes for
/// [`VERSION`], SCALE-encoded: two names, five numbers and an empty list.
#[cfg(all(feature = "rehearsal", not(feature = "std")))]
mod section {
	use super::{RAISED_BY, VERSION};

	/// Two names of five letters with their lengths, four numbers, the list's length and two numbers.
	const LENGTH: usize = 2 * (1 + 5) + 3 * 4 + 1 + 4 + 1;

	const fn encoded() -> [u8; LENGTH] {
		let mut bytes = [0; LENGTH];
		let (mut at, mut name) = (0, 0);
		while name < 2 {
			let letters = b"\x14agora";
			let mut letter = 0;
			while letter < letters.len() {
				bytes[at] = letters[letter];
				at += 1;
				letter += 1;
			}
			name += 1;
		}
		let numbers = [
			VERSION.authoring_version,
			VERSION.spec_version.saturating_add(RAISED_BY),
			VERSION.impl_version,
		];
		let mut number = 0;
		while number < numbers.len() {
			at = write(&mut bytes, at, numbers[number]);
			number += 1;
		}
		// No APIs.
		at += 1;
		at = write(&mut bytes, at, VERSION.transaction_version);
		bytes[at] = VERSION.system_version;
		bytes
	}

	const fn write(bytes: &mut [u8; LENGTH], mut at: usize, number: u32) -> usize {
		let number = number.to_le_bytes();
		let mut byte = 0;
		while byte < number.len() {
			bytes[at] = number[byte];
			at += 1;
			byte += 1;
		}
		at
	}

	#[allow(dead_code, unsafe_code)]
	#[link_section = "runtime_version"]
	static CONTENTS: [u8; LENGTH] = encoded();
}

/// The migration: the spans of the chain are written anew, as they were.
pub type Migration =
	VersionedMigration<1, 2, RewriteSpans, Pace, <Runtime as frame_system::Config>::DbWeight>;

/// Reads the spans and writes them.
pub struct RewriteSpans;
impl UncheckedOnRuntimeUpgrade for RewriteSpans {
	fn on_runtime_upgrade() -> Weight {
		Chosen::<Runtime>::mutate(|_| ());
		<Runtime as frame_system::Config>::DbWeight::get().reads_writes(1, 1)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		use codec::Encode;
		Ok(Chosen::<Runtime>::get().encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(before: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		use codec::Encode;
		let now = Chosen::<Runtime>::get().encode();
		frame_support::ensure!(now == before, "the spans are as they were");
		Ok(())
	}
}
