// SPDX-License-Identifier: Apache-2.0

//! What the runtime shows in public is checked in, as `runtime/metadata/agora.scale`, and does not
//! change without a new version.
//!
//! `scripts/metadata` writes the file anew, under the same rules.

mod surface;

use codec::{Decode, Encode};
use common::node::DevNode;
use std::path::PathBuf;
use subxt::rpcs::{rpc_params, RpcClient};
use surface::Surface;

/// The version of the metadata's format: what subxt and PAPI read.
const FORMAT: u32 = 15;

/// Set by `scripts/metadata`.
const UPDATE: &str = "AGORA_UPDATE_METADATA";

fn file() -> PathBuf {
	// Asked when it runs: what was compiled in one checkout may be run in another.
	let package = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
	PathBuf::from(package).join("../../runtime/metadata/agora.scale")
}

/// The metadata of the runtime that a node starts with, before its first block.
fn built() -> Vec<u8> {
	let program = DevNode::program().expect("build agora-node, or name it in AGORA_NODE");
	let node = DevNode::start(&program);
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
	let answer: String = runtime.block_on(async {
		let client = RpcClient::from_insecure_url(&node.url).await.unwrap();
		let argument = format!("0x{}", hex::encode(FORMAT.encode()));
		client
			.request("state_call", rpc_params!["Metadata_metadata_at_version", argument])
			.await
			.unwrap()
	});
	let answer = hex::decode(answer.trim_start_matches("0x")).unwrap();
	Option::<Vec<u8>>::decode(&mut &answer[..]).unwrap().expect("the runtime knows this format")
}

/// The metadata that is checked in.
fn checked_in() -> Surface {
	Surface::of(&std::fs::read(file()).expect("runtime/metadata/agora.scale is checked in"))
}

/// What must hold where the public face changed, or why it does not.
fn judge(old: &Surface, new: &Surface) -> Result<(), String> {
	let (removed, added) = old.difference(new);
	if removed.is_empty() && added.is_empty() {
		return Ok(());
	}
	if new.spec_version <= old.spec_version {
		return Err(format!(
			"the public face of the runtime changed, but spec_version is still {}: raise it in \
			 runtime/src/lib.rs",
			old.spec_version
		));
	}
	if old.transactions_change(new) && new.transaction_version <= old.transaction_version {
		return Err(format!(
			"calls or what transactions carry changed, but transaction_version is still {}: raise \
			 it in runtime/src/lib.rs",
			old.transaction_version
		));
	}
	Ok(())
}

#[test]
fn the_checked_in_metadata_is_that_of_the_runtime() {
	let built = built();
	let new = Surface::of(&built);
	let update = std::env::var_os(UPDATE).is_some();
	let Ok(checked_in) = std::fs::read(file()) else {
		assert!(update, "runtime/metadata/agora.scale is missing: run scripts/metadata");
		std::fs::write(file(), built).expect("the folder can be written");
		return;
	};
	let old = Surface::of(&checked_in);
	let (removed, added) = old.difference(&new);
	removed.iter().for_each(|line| println!("- {line}"));
	added.iter().for_each(|line| println!("+ {line}"));
	if let Err(reason) = judge(&old, &new) {
		panic!("{reason}");
	}
	if update {
		std::fs::write(file(), built).expect("the folder can be written");
		return;
	}
	assert!(
		checked_in == built,
		"the runtime's metadata changed, by the lines above or in its documentation: run \
		 scripts/metadata and check the file in"
	);
}

#[test]
fn a_change_without_a_new_version_is_refused() {
	let old = checked_in();
	let mut new = old.clone();
	new.lines.insert("storage Registry::Extra: u32".into());
	assert!(judge(&old, &new).unwrap_err().contains("spec_version"));
	new.spec_version += 1;
	judge(&old, &new).unwrap();

	// One more is not in the way of what was signed before, one less or another is.
	new.transactions.insert("type Call can be another = 9 {  }".into());
	judge(&old, &new).unwrap();
	let some = new.transactions.iter().find(|line| line.contains("pallet::Call")).cloned();
	new.transactions.remove(&some.unwrap());
	assert!(judge(&old, &new).unwrap_err().contains("transaction_version"));
	new.transactions = old.transactions.clone();
	new.transactions.insert("extension Another is number 11".into());
	assert!(judge(&old, &new).unwrap_err().contains("transaction_version"));
	new.transaction_version += 1;
	judge(&old, &new).unwrap();
}

#[test]
fn the_surface_has_what_clients_see() {
	let surface = checked_in();
	for part in [
		"storage Registry::Artifacts",
		"constant Registry::RevealWindow",
		"api RegistryApi::artifact_by_name",
		"api RegistryApi::publication_deposits",
		"api CatalogApi::search",
		"api CatalogApi::labels",
		"pallet_registry::pallet::Event",
		"pallet_registry::pallet::Error",
		"storage Provenance::Commitments",
		"api ProvenanceApi::taint",
		"pallet_provenance::pallet::Error",
		"storage Market::Licenses",
		"constant Market::MinPrice",
		"constant Market::MaxRefundWindow",
		"constant Babe::ExpectedBlockTime",
		"constant Balances::ExistentialDeposit",
		"api MarketApi::quote",
		"api MarketApi::has_license",
		"api MarketApi::offer_deposit",
		"storage Market::Popularity",
		"pallet_market::pallet::Event",
		"pallet_market::pallet::Error",
		"storage Royalties::Earnings",
		"storage Royalties::Incomes",
		"api RoyaltiesApi::simulate_distribution",
		"api RoyaltiesApi::incomes",
		"pallet_royalties::pallet::Event",
		"pallet_royalties::pallet::Error",
	] {
		assert!(surface.lines.iter().any(|line| line.contains(part)), "{part}");
	}
	for part in [
		"pallet_registry::pallet::Call",
		"pallet_market::pallet::Call",
		"pallet_royalties::pallet::Call",
		"NewVersion",
		"OfferTerms",
		"extension CheckMetadataHash",
	] {
		assert!(surface.transactions.iter().any(|line| line.contains(part)), "{part}");
	}
	assert!(surface.spec_version > 0 && surface.transaction_version > 0);
}
