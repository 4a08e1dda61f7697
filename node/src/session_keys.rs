// SPDX-License-Identifier: Apache-2.0

//! Session keys made where they are kept: by the operator on the validator's machine, without RPC.

use crate::secrets;
use agora_runtime::{AccountId, SessionKeys};
use clap::Parser;
use sc_cli::{CliConfiguration, KeystoreParams, SharedParams, SubstrateCli};
use sc_service::{
	config::{BasePath, KeystoreConfig},
	ChainType, KeystoreContainer,
};
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
		self.lasts()?;
		let chain = cli.load_spec(&self.chain_id(self.is_dev()?)?)?;
		let base = self
			.base_path()?
			.unwrap_or_else(|| BasePath::from_project("", "", &C::executable_name()));
		let keystore = self.keystore_config(&base.config_dir(chain.id()))?;
		if let (KeystoreConfig::Path { path, .. }, false) =
			(&keystore, chain.chain_type() == ChainType::Development)
		{
			// Or the node that finds the keys there would not start.
			secrets::is_private(path)?;
		}
		let made = make(KeystoreContainer::new(&keystore)?.keystore(), &self.owner);
		let json = serde_json::json!({
			"keys": sp_core::bytes::to_hex(&made.keys, false),
			"proof": sp_core::bytes::to_hex(&made.proof, false),
		});
		println!("{json}");
		Ok(())
	}

	/// Fails where the keystore would be gone with this process.
	fn lasts(&self) -> Result<(), String> {
		let is_named =
			self.shared_params.base_path.is_some() || self.keystore_params.keystore_path.is_some();
		if self.shared_params.is_dev() && !is_named {
			return Err(
				"with --dev alone the keys would be in a folder that is removed at once: say \
			            with --base-path or --keystore-path where the node has its own"
					.into(),
			);
		}
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

	#[test]
	fn keys_that_would_be_gone_at_once_are_not_made() {
		let command = |options: &[&str]| {
			let owner = ["session", "--owner", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"];
			SessionKeysCmd::parse_from(owner.iter().chain(options))
		};
		let refused = command(&["--dev"]).lasts().unwrap_err();
		assert!(refused.contains("--base-path"), "{refused}");
		command(&["--dev", "--base-path", "here"]).lasts().unwrap();
		command(&["--dev", "--keystore-path", "here"]).lasts().unwrap();
		command(&["--chain", "local"]).lasts().unwrap();
	}
}
