// SPDX-License-Identifier: Apache-2.0

//! What calls weigh, as `scripts/weights` measured it on this runtime: a file for each pallet with
//! benchmarks, never changed by hand.

pub mod block_weights;
pub mod extrinsic_weights;
pub mod frame_election_provider_support;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_balances;
pub mod pallet_conviction_voting;
pub mod pallet_identity;
pub mod pallet_market;
pub mod pallet_migrations;
pub mod pallet_multisig;
pub mod pallet_preimage;
pub mod pallet_provenance;
pub mod pallet_proxy;
pub mod pallet_referenda;
pub mod pallet_registry;
pub mod pallet_rewards;
pub mod pallet_royalties;
pub mod pallet_safe_mode;
pub mod pallet_scheduler;
pub mod pallet_session;
pub mod pallet_staking;
pub mod pallet_sudo;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_treasury;
pub mod pallet_tx_pause;
pub mod pallet_utility;
