// SPDX-License-Identifier: Apache-2.0

//! Which chains there are. What they start with stands in the runtime's presets.

use agora_runtime::{
	genesis::{self, genesis_patch, Authority, TESTNET_RUNTIME_PRESET},
	opaque::Block,
	pace::Spans,
	units::money::{DECIMALS, SYMBOL},
	wasm_binary, AccountId, Balance, RuntimeGenesisConfig, SessionKeys,
};
use sc_chain_spec::{ChainSpecBuilder, ChainSpecExtension};
use sc_service::{ChainType, Properties};
use serde::{Deserialize, Serialize};
use sp_core::crypto::ByteArray;
use sp_crypto_ec_utils::HostFunctionsRfc163;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::BuildStorage;
use sp_storage::well_known_keys;
use std::path::{Path, PathBuf};

/// A chain's specification: its name, its genesis and how to find its network.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions, HostFunctionsRfc163>;

/// What a specification may say beside the genesis.
#[derive(Clone, Default, Debug, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that must have a known hash.
	pub fork_blocks: sc_client_api::ForkBlocks<Block>,
	/// Blocks that are refused.
	pub bad_blocks: sc_client_api::BadBlocks<Block>,
	/// From where light clients start.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
}

/// The environment variable that names the file with a test network's founders.
const FOUNDERS_VARIABLE: &str = "AGORA_TESTNET_FOUNDERS";

/// The specification that `--chain id` asks for: a name, or the path of a file.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" => {
			built_in("Agora Development", "agora-dev", ChainType::Development, DEV_RUNTIME_PRESET)
		}
		"" | "local" => {
			built_in("Agora Local", "agora-local", ChainType::Local, LOCAL_TESTNET_RUNTIME_PRESET)
		}
		"testnet" => testnet(),
		path => ChainSpec::from_json_file(PathBuf::from(path)).map_err(|error| {
			format!(
				"{path:?} is neither a chain that this node knows (dev, local, testnet) nor a \
				 chain specification that it can read: {error}"
			)
		}),
	}
}

/// A builder with what all chains have in common.
fn builder(
	name: &str,
	id: &str,
	kind: ChainType,
) -> Result<ChainSpecBuilder<Extensions, HostFunctionsRfc163>, String> {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), SYMBOL.into());
	properties.insert("tokenDecimals".into(), DECIMALS.into());
	properties
		.insert("ss58Format".into(), agora_runtime::configs::system::SS58Prefix::get().into());
	Ok(ChainSpec::builder(wasm_binary()?, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_protocol_id(id)
		.with_chain_type(kind)
		.with_properties(properties))
}

/// A chain whose genesis is one of the runtime's presets.
fn built_in(name: &str, id: &str, kind: ChainType, preset: &str) -> Result<ChainSpec, String> {
	Ok(builder(name, id, kind)?.with_genesis_config_patch(preset_patch(preset)?).build())
}

/// The preset `name` of the runtime, as a patch of the default genesis.
fn preset_patch(name: &str) -> Result<serde_json::Value, String> {
	let json = genesis::preset(&name.into()).ok_or_else(|| format!("no preset {name:?}"))?;
	serde_json::from_slice(&json).map_err(|error| error.to_string())
}

/// `spec` with the state of its genesis in it, computed by the native runtime.
///
/// Otherwise the WebAssembly runtime is compiled once only to compute that state, which takes a node
/// some seconds to start. The state is the same, as a test sees.
pub fn with_native_genesis(spec: ChainSpec) -> Result<ChainSpec, String> {
	let parse = |text: String| serde_json::from_str::<serde_json::Value>(&text);
	let mut json = parse(spec.as_json(false)?).map_err(|error| error.to_string())?;
	let patch = &mut json["genesis"]["runtimeGenesis"]["patch"];
	if patch.is_null() {
		return Ok(spec);
	}
	let mut config =
		serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|error| error.to_string())?;
	sc_chain_spec::json_patch::merge(&mut config, patch.take());
	let config: RuntimeGenesisConfig =
		serde_json::from_value(config).map_err(|error| error.to_string())?;

	let mut storage = config.build_storage()?;
	storage.top.insert(well_known_keys::CODE.to_vec(), wasm_binary()?.to_vec());
	let hex = |bytes: &[u8]| sp_core::bytes::to_hex(bytes, false);
	let top: serde_json::Map<_, _> =
		storage.top.iter().map(|(key, value)| (hex(key), hex(value).into())).collect();
	json["genesis"] = serde_json::json!({ "raw": { "top": top, "childrenDefault": {} } });
	ChainSpec::from_json_bytes(json.to_string().into_bytes())
}

/// The public test network, made from the file that its founders wrote.
fn testnet() -> Result<ChainSpec, String> {
	let path = std::env::var_os(FOUNDERS_VARIABLE).ok_or_else(|| {
		format!(
			"the preset {TESTNET_RUNTIME_PRESET:?} has no authorities, and a chain without them \
			 makes no blocks: name a file with the founders' public keys in {FOUNDERS_VARIABLE} \
			 (docs/validators.md says what stands in it), or start from the specification that \
			 the network's founders published: --chain FILE"
		)
	})?;
	let path = PathBuf::from(path);
	let founders = Founders::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
	Ok(builder("Agora Testnet", "agora-testnet", ChainType::Live)?
		.with_genesis_config_patch(genesis_patch(
			founders.authorities.iter().map(Founder::authority).collect(),
			founders.endowed,
			None,
			Spans::PUBLIC,
		))
		.build())
}

/// With whom a test network starts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Founders {
	/// Its first validators.
	authorities: Vec<Founder>,
	/// Who has tokens from the start, and how many, in planck.
	#[serde(default)]
	endowed: Vec<(AccountId, Balance)>,
}

/// A validator that a test network starts with, by its public keys in SS58.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Founder {
	/// The account with the stake.
	stash: AccountId,
	/// The key that makes blocks, of the curve sr25519.
	babe: sp_consensus_babe::AuthorityId,
	/// The key that votes on finality, of the curve ed25519.
	grandpa: sp_consensus_grandpa::AuthorityId,
	/// The key that announces addresses, of the curve sr25519.
	authority_discovery: sp_authority_discovery::AuthorityId,
}

impl Founder {
	fn authority(&self) -> Authority {
		Authority {
			stash: self.stash.clone(),
			keys: SessionKeys {
				grandpa: self.grandpa.clone(),
				babe: self.babe.clone(),
				authority_discovery: self.authority_discovery.clone(),
			},
		}
	}

	/// All its public keys, with what each is for.
	fn keys(&self) -> [(&'static str, Vec<u8>); 4] {
		[
			("stash", AsRef::<[u8]>::as_ref(&self.stash).to_vec()),
			("babe", self.babe.to_raw_vec()),
			("grandpa", self.grandpa.to_raw_vec()),
			("authority_discovery", self.authority_discovery.to_raw_vec()),
		]
	}
}

impl Founders {
	fn read(path: &Path) -> Result<Self, String> {
		let text = std::fs::read(path).map_err(|e| e.to_string())?;
		let founders: Self = serde_json::from_slice(&text).map_err(|e| e.to_string())?;
		founders.check()?;
		Ok(founders)
	}

	/// Refuses what would make a network that stands still, or that anybody could take over.
	fn check(&self) -> Result<(), String> {
		if self.authorities.is_empty() {
			return Err("there are no authorities: name at least one, better four".into());
		}
		let mut seen = std::collections::BTreeSet::new();
		for (number, founder) in self.authorities.iter().enumerate() {
			for (what, key) in founder.keys() {
				if is_well_known(&key) {
					return Err(format!(
						"authority {number}: everybody knows the secret of its key {what:?}, which \
						 is for development alone"
					));
				}
				if !seen.insert((what, key)) {
					return Err(format!(
						"authority {number}: another one has its key {what:?} too"
					));
				}
			}
		}
		match self.endowed.iter().find(|(account, _)| is_well_known(account.as_ref())) {
			Some((account, _)) => {
				Err(format!("everybody knows the secret of the endowed account {account}"))
			}
			None => Ok(()),
		}
	}
}

/// Whether this public key is one of those for development, whose secrets are published.
pub fn is_well_known(key: &[u8]) -> bool {
	Sr25519Keyring::iter().any(|k| k.to_raw_public() == key)
		|| Ed25519Keyring::iter().any(|k| k.to_raw_public() == key)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn founder(seed: u8) -> Founder {
		Founder {
			stash: AccountId::new([seed; 32]),
			babe: ByteArray::from_slice(&[seed + 1; 32]).unwrap(),
			grandpa: ByteArray::from_slice(&[seed + 2; 32]).unwrap(),
			authority_discovery: ByteArray::from_slice(&[seed + 3; 32]).unwrap(),
		}
	}

	#[test]
	fn a_testnet_needs_founders() {
		let error = testnet().err().expect("no founders are named");
		assert!(error.contains("no authorities") && error.contains(FOUNDERS_VARIABLE), "{error}");
		let error = Founders { authorities: vec![], endowed: vec![] }.check().unwrap_err();
		assert!(error.contains("no authorities"), "{error}");
	}

	#[test]
	fn a_testnet_takes_founders_of_its_own() {
		let authorities = vec![founder(10), founder(20)];
		Founders { authorities, endowed: vec![] }.check().unwrap();
	}

	#[test]
	fn a_testnet_refuses_well_known_and_doubled_keys() {
		let mut known = founder(10);
		known.grandpa = Ed25519Keyring::Bob.public().into();
		let error = Founders { authorities: vec![known], endowed: vec![] }.check().unwrap_err();
		assert!(error.contains("grandpa"), "{error}");

		let endowed = vec![(Sr25519Keyring::Alice.to_account_id(), 1)];
		let error = Founders { authorities: vec![founder(10)], endowed }.check().unwrap_err();
		assert!(error.contains("endowed"), "{error}");

		let authorities = vec![founder(10), founder(10)];
		let error = Founders { authorities, endowed: vec![] }.check().unwrap_err();
		assert!(error.contains("stash"), "{error}");
	}

	#[test]
	fn the_native_genesis_is_that_of_the_runtime() {
		use sc_chain_spec::ChainSpec as _;
		for name in ["dev", "local"] {
			let runtimes = load(name).unwrap().as_storage_builder().build_storage().unwrap();
			let native = with_native_genesis(load(name).unwrap()).unwrap();
			let native = native.as_storage_builder().build_storage().unwrap();
			assert!(runtimes.top.len() > 50, "{name}");
			assert!(runtimes.top == native.top, "{name}");
			assert!(runtimes.children_default.is_empty() && native.children_default.is_empty());
		}
	}

	#[test]
	fn an_unknown_chain_is_named() {
		let error = load("no-such-chain").err().expect("there is none");
		assert!(error.contains("no-such-chain") && error.contains("testnet"), "{error}");
	}
}
