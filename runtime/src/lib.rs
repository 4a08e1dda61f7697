// SPDX-License-Identifier: Apache-2.0

//! Agora's state transition function: an index of what is in it. Each concern is configured in a
//! file of its own under [`configs`].

#![cfg_attr(not(feature = "std"), no_std)]
// The macro that makes the runtime nests one level for each pallet.
#![recursion_limit = "512"]
// The macros that make the runtime and its APIs write items without documentation.
#![allow(missing_docs)]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod catalog;
pub mod configs;
pub mod genesis;
pub mod origins;
pub mod pace;
#[cfg(any(feature = "rehearsal", feature = "try-runtime"))]
pub mod rehearsal;
pub mod supply;
pub mod units;
pub mod weights;

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use frame_support::runtime;
use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256};
#[cfg(not(feature = "rehearsal"))]
use sp_version::runtime_version;
use sp_version::RuntimeVersion;

pub use agora_primitives::{AccountId, Balance, BlockNumber, Hash, Nonce, Signature};
pub use units::time::Moment;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

/// The runtime as WebAssembly, compressed.
///
/// Fails when the build left it out, as `SKIP_WASM_BUILD=1` does for tests that need none.
#[cfg(feature = "std")]
pub fn wasm_binary() -> Result<&'static [u8], &'static str> {
	WASM_BINARY.ok_or(
		"this build has no WebAssembly runtime: build it again without SKIP_WASM_BUILD in the \
		 environment",
	)
}

/// What distinguishes this runtime from others; see `docs/releases.md` for what raises which
/// number.
// A node reads it off the code without running it; a rehearsal writes its own there.
#[cfg_attr(not(feature = "rehearsal"), runtime_version)]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: alloc::borrow::Cow::Borrowed("agora"),
	impl_name: alloc::borrow::Cow::Borrowed("agora"),
	authoring_version: 1,
	spec_version: 6,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// Blocks as the node handles them: it does not look into transactions, so that an upgrade of the
/// runtime may change them.
pub mod opaque {
	use super::{generic, Header};

	/// A block whose transactions are bytes.
	pub type Block = generic::Block<Header, sp_runtime::OpaqueExtrinsic>;
}

impl_opaque_keys! {
	/// The keys with which a validator takes part: it signs blocks with `babe`, votes on finality
	/// with `grandpa`, and announces its addresses with `authority_discovery`.
	pub struct SessionKeys {
		/// Votes on finality.
		pub grandpa: Grandpa,
		/// Makes and signs blocks.
		pub babe: Babe,
		/// Announces network addresses.
		pub authority_discovery: AuthorityDiscovery,
	}
}

/// An account as a transaction names it.
pub type Address = sp_runtime::MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with what proves it final.
pub type SignedBlock = generic::SignedBlock<Block>;
/// A block by hash or number.
pub type BlockId = generic::BlockId<Block>;
/// A transaction as it travels.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a transaction's signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// What every transaction carries beside its call and is checked for. All are the SDK's own, in the
/// SDK's order, so that wallets need no custom types.
pub type TxExtension = (
	// First, so that calls which authorise themselves count as authorised for the rest.
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	// Last, so that it gives back what the others did not use.
	frame_system::WeightReclaim<Runtime>,
);

/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Migrations that run in the first block of a new runtime, oldest first. A migration is removed in
/// the release after the one that ran it.
#[cfg(not(feature = "rehearsal"))]
pub type SingleBlockMigrations = ();
/// The rehearsal's.
#[cfg(feature = "rehearsal")]
pub type SingleBlockMigrations = rehearsal::Migration;

/// [`VERSION`], or the rehearsal's.
pub fn version() -> RuntimeVersion {
	#[cfg(not(feature = "rehearsal"))]
	return VERSION;
	#[cfg(feature = "rehearsal")]
	rehearsal::version()
}

/// The pallets. An index is part of every call, event and error, and is never reused; gaps are left
/// for neighbours of the same concern. Genesis and hooks run in the order of the indices: consensus
/// comes after the money it bonds, authorship and staking before sessions.
#[runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// The system: 0 to 19.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	// Before everything that asks for the current epoch or time.
	#[runtime::pallet_index(1)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(4)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(5)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(6)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(7)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(8)]
	pub type MultiBlockMigrations = pallet_migrations;
	#[runtime::pallet_index(9)]
	pub type SafeMode = pallet_safe_mode;
	#[runtime::pallet_index(10)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(11)]
	pub type Sudo = pallet_sudo;
	#[runtime::pallet_index(12)]
	pub type Pace = pace;

	// Money: 20 to 29.
	#[runtime::pallet_index(20)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(21)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(22)]
	pub type Treasury = pallet_treasury;

	// Consensus: 30 to 39.
	#[runtime::pallet_index(30)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(31)]
	pub type Staking = pallet_staking;
	#[runtime::pallet_index(32)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(33)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(34)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(35)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(36)]
	pub type AuthorityDiscovery = pallet_authority_discovery;

	// People: 40 to 49.
	#[runtime::pallet_index(40)]
	pub type Identity = pallet_identity;

	// Governance: 50 to 59.
	#[runtime::pallet_index(50)]
	pub type ConvictionVoting = pallet_conviction_voting;
	#[runtime::pallet_index(51)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(52)]
	pub type Origins = origins;

	// The marketplace: 60 to 79.
	#[runtime::pallet_index(60)]
	pub type Registry = pallet_registry;
	#[runtime::pallet_index(61)]
	pub type Provenance = pallet_provenance;
	#[runtime::pallet_index(62)]
	pub type Market = pallet_market;
	#[runtime::pallet_index(63)]
	pub type Royalties = pallet_royalties;
	// After staking, so that the tokens of an era fund the epoch that ends in the same block.
	#[runtime::pallet_index(64)]
	pub type Rewards = pallet_rewards;
}

#[cfg(feature = "runtime-benchmarks")]
mod benches {
	frame_benchmarking::define_benchmarks!(
		[frame_election_provider_support, ElectionProviderBench::<Runtime>]
		[frame_system, SystemBench::<Runtime>]
		[frame_system_extensions, SystemExtensionsBench::<Runtime>]
		[pallet_babe, Babe]
		[pallet_balances, Balances]
		[pallet_conviction_voting, ConvictionVoting]
		[pallet_grandpa, Grandpa]
		[pallet_identity, Identity]
		[pallet_market, Market]
		[pallet_migrations, MultiBlockMigrations]
		[pallet_multisig, Multisig]
		[pallet_preimage, Preimage]
		[pallet_provenance, Provenance]
		[pallet_proxy, Proxy]
		[pallet_referenda, Referenda]
		[pallet_registry, Registry]
		[pallet_rewards, Rewards]
		[pallet_royalties, Royalties]
		[pallet_safe_mode, SafeMode]
		[pallet_scheduler, Scheduler]
		[pallet_session, SessionBench::<Runtime>]
		[pallet_staking, Staking]
		[pallet_sudo, Sudo]
		[pallet_timestamp, Timestamp]
		[pallet_transaction_payment, TransactionPayment]
		[pallet_treasury, Treasury]
		[pallet_tx_pause, TxPause]
		[pallet_utility, Utility]
	);
}
