// SPDX-License-Identifier: Apache-2.0

//! Replaces the runtime of a chain that a key steers.

use crate::{cli::UpgradeOptions, error::Result, keys::key_of};
use agora_examples::{
	agora::{
		runtime_types::{
			agora_runtime::RuntimeCall, frame_system::pallet::Call, sp_weights::weight_v2::Weight,
		},
		sudo::events::Sudid,
		system::events::CodeUpdated,
		transactions,
	},
	connect,
};
use std::fs;

/// Send the code, wait until its block is final, and print what changed.
pub async fn run(options: &UpgradeOptions) -> Result<()> {
	let path = options.code.display();
	let code =
		fs::read(&options.code).map_err(|error| format!("{path} cannot be read: {error}"))?;
	let signer = key_of(&options.signer)?;
	let client = connect(&options.node).await.map_err(|error| error.to_string())?;
	let before = client.at_current_block().await?.spec_version();

	// The call says that it takes a whole block, for which no transaction finds room.
	let weight = Weight { ref_time: 0, proof_size: 0 };
	let set_code = RuntimeCall::System(Call::set_code { code });
	let call = transactions().sudo().sudo_unchecked_weight(set_code, weight);
	let mut at = client.transactions().await?;
	let sent = at.sign_and_submit_then_watch_default(&call, &signer).await?;
	let block = sent.wait_for_finalized().await?;
	let (hash, events) = (block.block_hash(), block.wait_for_success().await?);
	let done = events.find_first::<Sudid>().ok_or("the chain does not say that it did it")??;
	if let Err(error) = done.sudo_result {
		return Err(format!("the chain refused the runtime: {error:?}").into());
	}
	if !events.has::<CodeUpdated>() {
		return Err("the runtime is as it was".into());
	}
	let at = client.at_block(hash).await?;
	let (after, number) = (at.spec_version(), at.block_number());
	if options.json {
		let said = serde_json::json!({
			"from": before, "to": after, "block": number, "hash": hash,
		});
		println!("{said}");
	} else {
		println!("the runtime is {after} after block {number}; it was {before}");
	}
	Ok(())
}
