// SPDX-License-Identifier: Apache-2.0

//! Reads the registry: what is new, and of the newest its lineage and its offers.
//!
//!     cargo run -p agora-examples --bin example-query -- ws://127.0.0.1:9944

use agora_examples::{
	agora::runtime_apis,
	agora::runtime_types::agora_primitives::api::registry::VersionView,
	ago, arguments, connect, Result,
};
use subxt::utils::AccountId32;

/// Texts on chain are bytes.
fn called(view: &VersionView<AccountId32, u128, u32>) -> String {
	let name = String::from_utf8_lossy(&view.name.0);
	format!("{}/{name}@{}", view.publisher, view.version.number)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
	let [url] = arguments(["URL"])?;
	let client = connect(&url).await?;
	// All answers are of one block, the last that is final.
	let at = client.at_current_block().await?;
	let apis = at.runtime_apis();

	// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
	println!("new:");
	let mut newest = None;
	let mut before = None;
	loop {
		let page = apis.call(runtime_apis().registry_api().latest(before, 100)).await?;
		for view in page.items {
			let license = String::from_utf8_lossy(&view.version.license.0);
			println!("  {} {} ({license})", view.sequence, called(&view));
			newest.get_or_insert(view);
		}
		before = page.next;
		if before.is_none() {
			break;
		}
	}

	let Some(newest) = newest else { return Ok(()) };
	let (sequence, version) = (newest.sequence, &newest.version);
	let artifact = apis.call(runtime_apis().registry_api().artifact(version.artifact)).await?;
	let artifact = artifact.ok_or("it was removed")?.artifact;
	println!("{}:", called(&newest));
	println!("  {:?} of {}", artifact.kind, artifact.owner);
	println!("  manifest {:?}, {} bytes", version.manifest, version.bytes);

	let above = apis.call(runtime_apis().registry_api().ancestors(sequence, 16, 100)).await?;
	let below = apis.call(runtime_apis().registry_api().descendants(sequence, 16, 100)).await?;
	for edge in [above, below].into_iter().flatten().flat_map(|lineage| lineage.edges) {
		// Shares are parts of a million.
		let royalty = f64::from(edge.royalty.0) / 10_000.0;
		println!("  {} is a {:?} of {}, for {royalty} %", edge.derived, edge.relation, edge.source);
	}
	for view in apis.call(runtime_apis().market_api().offers(version.artifact)).await? {
		let closed = if view.open { "" } else { ", closed" };
		println!("  offer {} at {}{closed}", view.id, ago(view.price));
	}
	Ok(())
}
