// SPDX-License-Identifier: Apache-2.0

//! The rehearsal of an upgrade: what a runtime has that is built with the feature `rehearsal`, and no
//! released one. Its `spec_version` is higher, and it brings a migration.

use crate::{pace::Chosen, Pace, Runtime, VERSION};
use frame_support::{
	migrations::VersionedMigration, traits::UncheckedOnRuntimeUpgrade, weights::Weight,
};
use sp_version::RuntimeVersion;

/// By how much `spec_version` is raised. `AGORA_RAISED_BY` says so when the runtime is built, for a
/// chain that rehearses more than once; one otherwise, and nine at most.
const RAISED_BY: u32 = match option_env!("AGORA_RAISED_BY") {
	Some(number) => match number.as_bytes() {
		[digit @ b'1'..=b'9'] => (*digit - b'0') as u32,
		_ => panic!("AGORA_RAISED_BY is a digit from 1 to 9"),
	},
	None => 1,
};

/// What distinguishes the rehearsing runtime from the released one.
pub fn version() -> RuntimeVersion {
	RuntimeVersion { spec_version: VERSION.spec_version.saturating_add(RAISED_BY), ..VERSION }
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
