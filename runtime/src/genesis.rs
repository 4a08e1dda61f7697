// SPDX-License-Identifier: Apache-2.0

//! How chains start: presets by name, and the parts to make one.

use crate::{
	configs::consensus::BABE_GENESIS_EPOCH_CONFIG, pace::Spans, units::money::UNITS, AccountId,
	BabeConfig, Balance, BalancesConfig, PaceConfig, RuntimeGenesisConfig, SessionConfig,
	SessionKeys, StakingConfig, SudoConfig,
};
use alloc::{vec, vec::Vec};
use frame_support::build_struct_json_patch;
use sp_authority_discovery::AuthorityId as AuthorityDiscoveryId;
use sp_consensus_babe::AuthorityId as BabeId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::Perbill;
use sp_staking::StakerStatus;

/// The preset of a public test network: no key to steer it, no well-known keys, and no authorities
/// until its founders name theirs.
pub const TESTNET_RUNTIME_PRESET: &str = "testnet";

/// The preset that benchmarks begin with: as `development`, where any amount is enough to stake, for the
/// SDK's benchmarks stake next to nothing.
#[cfg(feature = "runtime-benchmarks")]
pub const BENCHMARK_RUNTIME_PRESET: &str = "benchmarks";

/// What each account that a development preset endows starts with, in planck.
pub const DEV_ENDOWMENT: Balance = 1_000_000 * UNITS;
/// What a validator puts at stake at genesis, in planck.
pub const GENESIS_STAKE: Balance = 10_000 * UNITS;
/// The least that a validator may put at stake, in planck.
pub const MIN_VALIDATOR_BOND: Balance = 1_000 * UNITS;
/// The least that a nominator may put at stake, in planck.
pub const MIN_NOMINATOR_BOND: Balance = 10 * UNITS;

/// A validator that a chain starts with.
#[derive(Clone, Debug)]
pub struct Authority {
	/// Whose stake it is.
	pub stash: AccountId,
	/// The keys with which it takes part.
	pub keys: SessionKeys,
}

impl Authority {
	/// The validator that `--alice` and its like start: the stake is on its stash account.
	fn well_known(stash: Sr25519Keyring, key: Sr25519Keyring, finality: Ed25519Keyring) -> Self {
		Self {
			stash: stash.to_account_id(),
			keys: SessionKeys {
				grandpa: GrandpaId::from(finality.public()),
				babe: BabeId::from(key.public()),
				authority_discovery: AuthorityDiscoveryId::from(key.public()),
			},
		}
	}
}

/// The genesis of a chain with these validators, endowed accounts and, perhaps, a key to steer it
/// with, as a patch of the default one.
///
/// Every stash is endowed with its stake and a hundred AGO for fees, unless it stands among
/// `endowed`. `spans` is the chain's pace for ever.
pub fn genesis_patch(
	authorities: Vec<Authority>,
	mut endowed: Vec<(AccountId, Balance)>,
	sudo: Option<AccountId>,
	spans: Spans,
) -> serde_json::Value {
	for authority in &authorities {
		if !endowed.iter().any(|(account, _)| *account == authority.stash) {
			endowed.push((authority.stash.clone(), GENESIS_STAKE + 100 * UNITS));
		}
	}
	let validators = u32::try_from(authorities.len()).unwrap_or(u32::MAX);
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances: endowed },
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		session: SessionConfig {
			keys: authorities
				.iter()
				.map(|a| (a.stash.clone(), a.stash.clone(), a.keys.clone()))
				.collect::<Vec<_>>(),
		},
		staking: StakingConfig {
			validator_count: validators,
			minimum_validator_count: 1u32,
			min_validator_bond: MIN_VALIDATOR_BOND,
			min_nominator_bond: MIN_NOMINATOR_BOND,
			slash_reward_fraction: Perbill::from_percent(10),
			stakers: authorities
				.iter()
				.map(|a| {
					let status = StakerStatus::<AccountId>::Validator;
					(a.stash.clone(), a.stash.clone(), GENESIS_STAKE, status)
				})
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: sudo },
		pace: PaceConfig { spans },
	})
}

/// The well-known accounts, each with [`DEV_ENDOWMENT`].
fn well_known_endowments() -> Vec<(AccountId, Balance)> {
	Sr25519Keyring::well_known().map(|key| (key.to_account_id(), DEV_ENDOWMENT)).collect()
}

/// One validator, Alice, who also holds the key that steers the chain.
fn development() -> serde_json::Value {
	use {Ed25519Keyring as Ed, Sr25519Keyring as Sr};
	genesis_patch(
		vec![Authority::well_known(Sr::AliceStash, Sr::Alice, Ed::Alice)],
		well_known_endowments(),
		Some(Sr::Alice.to_account_id()),
		Spans::FAST,
	)
}

/// [`development`] without the least that may be at stake.
#[cfg(feature = "runtime-benchmarks")]
fn benchmarks() -> serde_json::Value {
	let mut patch = development();
	for least in ["minValidatorBond", "minNominatorBond"] {
		patch["staking"][least] = 0.into();
	}
	patch
}

/// Four validators, Alice, Bob, Charlie and Dave: one may fail and the chain goes on.
fn local() -> serde_json::Value {
	use {Ed25519Keyring as Ed, Sr25519Keyring as Sr};
	genesis_patch(
		vec![
			Authority::well_known(Sr::AliceStash, Sr::Alice, Ed::Alice),
			Authority::well_known(Sr::BobStash, Sr::Bob, Ed::Bob),
			Authority::well_known(Sr::CharlieStash, Sr::Charlie, Ed::Charlie),
			Authority::well_known(Sr::DaveStash, Sr::Dave, Ed::Dave),
		],
		well_known_endowments(),
		Some(Sr::Alice.to_account_id()),
		Spans::FAST,
	)
}

/// The genesis that `name` stands for, as JSON, or nothing if there is none of that name.
pub fn preset(name: &PresetId) -> Option<Vec<u8>> {
	let patch = match name.as_ref() {
		DEV_RUNTIME_PRESET => development(),
		LOCAL_TESTNET_RUNTIME_PRESET => local(),
		TESTNET_RUNTIME_PRESET => genesis_patch(vec![], vec![], None, Spans::PUBLIC),
		#[cfg(feature = "runtime-benchmarks")]
		BENCHMARK_RUNTIME_PRESET => benchmarks(),
		_ => return None,
	};
	serde_json::to_string(&patch).ok().map(Into::into)
}

/// The names that [`preset`] knows.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(DEV_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
		PresetId::from(TESTNET_RUNTIME_PRESET),
		#[cfg(feature = "runtime-benchmarks")]
		PresetId::from(BENCHMARK_RUNTIME_PRESET),
	]
}
