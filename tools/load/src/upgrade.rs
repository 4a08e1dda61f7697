// SPDX-License-Identifier: Apache-2.0

//! Replaces the runtime of a chain that a key steers, at a block that is told beforehand: nodes compile
//! the runtime when they see it scheduled.

use crate::{cli::UpgradeOptions, error::Result, keys::key_of};
use agora_examples::{
	agora::{
		runtime_types::{
			agora_runtime::RuntimeCall, frame_system::pallet::Call as System,
			pallet_scheduler::pallet::Call as Scheduler, sp_weights::weight_v2::Weight,
		},
		scheduler::events::Dispatched,
		sudo::events::Sudid,
		system::events::CodeUpdated,
		transactions,
	},
	connect,
};
use std::fs;
use subxt::{utils::H256, OnlineClient, PolkadotConfig};
use subxt_signer::sr25519::Keypair;

/// How many blocks later the chain may do it, if it has no room in the block that was told.
const LATE: u64 = 20;

/// Schedule the code, wait until the block that begins with it is final, and print what changed.
pub async fn run(options: &UpgradeOptions) -> Result<()> {
	let path = options.code.display();
	let code =
		fs::read(&options.code).map_err(|error| format!("{path} cannot be read: {error}"))?;
	let signer = key_of(&options.signer)?;
	let client = connect(&options.node).await.map_err(|error| error.to_string())?;
	let now = client.at_current_block().await?;
	let before = now.spec_version();
	let when = now.block_number().saturating_add(options.after.into());
	schedule(&client, code, u32::try_from(when)?, &signer).await?;
	let (number, hash) = done(&client, when).await?;
	let after = client.at_block(hash).await?.spec_version();
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

/// Have the chain schedule the code for a block.
async fn schedule(
	client: &OnlineClient<PolkadotConfig>,
	code: Vec<u8>,
	when: u32,
	signer: &Keypair,
) -> Result<()> {
	let call = Box::new(RuntimeCall::System(System::set_code { code }));
	let (maybe_periodic, priority) = (None, 0);
	let schedule = Scheduler::schedule { when, maybe_periodic, priority, call };
	let weight = Weight { ref_time: 0, proof_size: 0 };
	let call =
		transactions().sudo().sudo_unchecked_weight(RuntimeCall::Scheduler(schedule), weight);
	let mut at = client.transactions().await?;
	let sent = at.sign_and_submit_then_watch_default(&call, signer).await?;
	let events = sent.wait_for_finalized_success().await?;
	let done = events.find_first::<Sudid>().ok_or("the chain does not say that it did it")??;
	match done.sudo_result {
		Ok(()) => Ok(()),
		Err(error) => Err(format!("the chain does not schedule the runtime: {error:?}").into()),
	}
}

/// Wait for the final block in which the runtime was replaced.
async fn done(client: &OnlineClient<PolkadotConfig>, when: u64) -> Result<(u64, H256)> {
	let mut next = when;
	let mut blocks = client.stream_blocks().await?;
	while let Some(block) = blocks.next().await {
		// One message may tell of several blocks.
		let last = block?.number();
		while next <= last {
			let at = client.at_block(next).await?;
			let events = at.events().fetch().await?;
			if events.has::<CodeUpdated>() {
				return Ok((next, at.block_hash()));
			}
			if let Some(Err(error)) =
				events.find_first::<Dispatched>().transpose()?.map(|done| done.result)
			{
				return Err(
					format!("the chain refused the runtime in block {next}: {error:?}").into()
				);
			}
			if next >= when.saturating_add(LATE) {
				return Err(format!("the runtime was not replaced by block {next}").into());
			}
			next += 1;
		}
	}
	Err("the node hung up before the runtime was replaced".into())
}
