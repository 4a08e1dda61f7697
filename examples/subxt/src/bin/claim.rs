// SPDX-License-Identifier: Apache-2.0

//! Claims the rewards in which an account shares, and withdraws what it earned.
//!
//!     cargo run -p agora-examples --bin example-claim -- ws://127.0.0.1:9944 //Alice

use agora_examples::{
	ago,
	agora::{
		rewards::events::RewardClaimed,
		royalties::events::Withdrawn,
		runtime_apis,
		runtime_types::{agora_runtime::RuntimeCall, pallet_rewards::pallet::Call},
		transactions,
	},
	arguments, connect, key_of, submit, Result,
};

/// More claims than this may be too much for one block.
const BATCH: usize = 25;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
	let [url, secret] = arguments(["URL", "SECRET"])?;
	let (client, key) = (connect(&url).await?, key_of(&secret)?);
	let account = key.public_key().to_account_id();

	let at = client.at_current_block().await?;
	let mut rewards = Vec::new();
	let mut after = None;
	loop {
		let page = runtime_apis().rewards_api().claimable(account, after, 100);
		let page = at.runtime_apis().call(page).await?;
		rewards.extend(page.items);
		after = page.next;
		if after.is_none() {
			break;
		}
	}

	// A claim pays everybody who shares in the version. Anybody may make it, and somebody may just
	// have: so each of these is made on its own, whatever becomes of the others.
	for batch in rewards.chunks(BATCH) {
		let claim = |epoch, version| RuntimeCall::Rewards(Call::claim { epoch, version });
		let calls = batch.iter().map(|reward| {
			let (epoch, version) = (reward.epoch, reward.version);
			println!("claiming {} for version {version} in epoch {epoch}", ago(reward.amount));
			claim(epoch, version)
		});
		let calls = transactions().utility().force_batch(calls.collect());
		let events = submit(&client, &calls, &key).await?;
		for claimed in events.find::<RewardClaimed>() {
			let claimed = claimed?;
			println!("claimed {} for version {}", ago(claimed.amount), claimed.version);
		}
	}

	// Sales and rewards gather as earnings until they are withdrawn.
	let at = client.at_current_block().await?;
	let earnings = runtime_apis().royalties_api().earnings(account);
	if at.runtime_apis().call(earnings).await? == 0 {
		println!("there is nothing to withdraw");
	} else {
		let withdraw = transactions().royalties().withdraw(account);
		let events = submit(&client, &withdraw, &key).await?;
		let withdrawn = events.find_first::<Withdrawn>().ok_or("it says nothing")??;
		println!("withdrew {}", ago(withdrawn.amount));
	}
	Ok(())
}
