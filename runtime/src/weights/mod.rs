// SPDX-License-Identifier: Apache-2.0

//! What calls weigh, as `scripts/weights` measured it on this runtime: a file for each pallet with
//! benchmarks, never changed by hand.

pub mod frame_system { pub type WeightInfo<T> = ::frame_system::weights::SubstrateWeight<T>; }
pub mod frame_system_extensions { pub type WeightInfo<T> = ::frame_system::SubstrateExtensionsWeight<T>; }
pub mod frame_election_provider_support { pub type WeightInfo<T> = ::frame_election_provider_support::weights::SubstrateWeight<T>; }
pub mod pallet_balances { pub type WeightInfo<T> = ::pallet_balances::weights::SubstrateWeight<T>; }
pub mod pallet_conviction_voting { pub type WeightInfo<T> = ::pallet_conviction_voting::weights::SubstrateWeight<T>; }
pub mod pallet_identity { pub type WeightInfo<T> = ::pallet_identity::weights::SubstrateWeight<T>; }
pub mod pallet_market { pub type WeightInfo<T> = ::pallet_market::weights::Counted<<T as ::frame_system::Config>::DbWeight>; }
pub mod pallet_migrations { pub type WeightInfo<T> = ::pallet_migrations::weights::SubstrateWeight<T>; }
pub mod pallet_multisig { pub type WeightInfo<T> = ::pallet_multisig::weights::SubstrateWeight<T>; }
pub mod pallet_preimage { pub type WeightInfo<T> = ::pallet_preimage::weights::SubstrateWeight<T>; }
pub mod pallet_provenance { pub type WeightInfo<T> = ::pallet_provenance::weights::Counted<<T as ::frame_system::Config>::DbWeight>; }
pub mod pallet_proxy { pub type WeightInfo<T> = ::pallet_proxy::weights::SubstrateWeight<T>; }
pub mod pallet_referenda { pub type WeightInfo<T> = ::pallet_referenda::weights::SubstrateWeight<T>; }
pub mod pallet_registry { pub type WeightInfo<T> = ::pallet_registry::weights::Counted<<T as ::frame_system::Config>::DbWeight>; }
pub mod pallet_rewards { pub type WeightInfo<T> = ::pallet_rewards::weights::Counted<<T as ::frame_system::Config>::DbWeight>; }
pub mod pallet_royalties { pub type WeightInfo<T> = ::pallet_royalties::weights::Counted<<T as ::frame_system::Config>::DbWeight>; }
pub mod pallet_safe_mode { pub type WeightInfo<T> = ::pallet_safe_mode::weights::SubstrateWeight<T>; }
pub mod pallet_scheduler { pub type WeightInfo<T> = ::pallet_scheduler::weights::SubstrateWeight<T>; }
pub mod pallet_session { pub type WeightInfo<T> = ::pallet_session::weights::SubstrateWeight<T>; }
pub mod pallet_staking { pub type WeightInfo<T> = ::pallet_staking::weights::SubstrateWeight<T>; }
pub mod pallet_sudo { pub type WeightInfo<T> = ::pallet_sudo::weights::SubstrateWeight<T>; }
pub mod pallet_timestamp { pub type WeightInfo<T> = ::pallet_timestamp::weights::SubstrateWeight<T>; }
pub mod pallet_transaction_payment { pub type WeightInfo<T> = ::pallet_transaction_payment::weights::SubstrateWeight<T>; }
pub mod pallet_treasury { pub type WeightInfo<T> = ::pallet_treasury::weights::SubstrateWeight<T>; }
pub mod pallet_tx_pause { pub type WeightInfo<T> = ::pallet_tx_pause::weights::SubstrateWeight<T>; }
pub mod pallet_utility { pub type WeightInfo<T> = ::pallet_utility::weights::SubstrateWeight<T>; }
pub mod block_weights { pub use frame_support::weights::constants::BlockExecutionWeight; }
pub mod extrinsic_weights { pub use frame_support::weights::constants::ExtrinsicBaseWeight; }
