// SPDX-License-Identifier: Apache-2.0

//! Session keys made where they are kept: by the operator on the validator's machine, without RPC.

use agora_runtime::{AccountId, SessionKeys};
use clap::Parser;
use sc_cli::{CliConfiguration, KeystoreParams, SharedParams, SubstrateCli};
use sc_service::{config::BasePath, KeystoreContainer};
use sp_keystore::{KeystoreExt, KeystorePtr};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_state_machine::BasicExternalities;

/// For whom to make session keys, and in which keystore.
#[derive(Debug, Parser)]
pub struct SessionKeysCmd {
	/// The account that will register the keys: the validator's stash.
	#[arg(long, value_name = "ADDRESS")]
	owner: AccountId,

	#[allow(missing_docs)]
	#[command(flatten)]
	shared_params: SharedParams,

	#[allow(missing_docs)]
	#[command(flatten)]
	keystore_params: KeystoreParams,
}

impl CliConfiguration for SessionKeysCmd {
	fn shared_params(&self) -> &SharedParams {
		&self.shared_params
	}

	fn keystore_params(&self) -> Option<&KeystoreParams> {
		Some(&self.keystore_params)
	}
}

impl SessionKeysCmd {
	/// Make the keys and print them.
	pub fn run<C: SubstrateCli>(&self, cli: &C) -> sc_cli::Result<()> {
		let chain = cli.load_spec(&self.chain_id(self.is_dev()?)?)?;
		let base = self
			.base_path()?
			.unwrap_or_else(|| BasePath::from_project("", "", &C::executable_name()));
		let keystore = self.keystore_config(&base.config_dir(chain.id()))?;
		let made = make(KeystoreContainer::new(&keystore)?.keystore(), &self.owner);
		let json = serde_json::json!({
			"keys": sp_core::bytes::to_hex(&made.keys, false),
			"proof": sp_core::bytes::to_hex(&made.proof, false),
		});
		println!("{json}");
		Ok(())
	}
}

/// New keys in `keystore` that `owner` can register.
fn make(keystore: KeystorePtr, owner: &AccountId) -> OpaqueGeneratedSessionKeys {
	let mut externalities = BasicExternalities::default();
	externalities.register_extension(KeystoreExt::from(keystore));
	externalities.execute_with(|| SessionKeys::generate(owner.as_ref(), None).into())
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;
	use sc_service::config::KeystoreConfig;
	use sp_runtime::traits::OpaqueKeys;

	#[test]
	fn keys_are_kept_and_are_their_owners() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().to_path_buf();
		let open = || {
			let config = KeystoreConfig::Path { path: path.clone(), password: None };
			KeystoreContainer::new(&config).unwrap().keystore()
		};
		let owner = AccountId::new([7; 32]);
		let made = make(open(), &owner);

		let keys = SessionKeys::decode(&mut &made.keys[..]).unwrap();
		assert!(keys.ownership_proof_is_valid(owner.as_ref(), &made.proof));
		assert!(!keys.ownership_proof_is_valid(&[8; 32], &made.proof));
		// As a node sees it that opened the keystore before or since.
		assert!(open().has_keys(&keys.into_raw_public_keys()));
	}
}
