// SPDX-License-Identifier: Apache-2.0

//! Searches the catalog, newest first, and shows the lineage and the offers of what it finds first.
//!
//!     cargo run -p agora-examples --bin example-query -- ws://127.0.0.1:9944 embedding

use agora_examples::{
	ago,
	agora::{
		runtime_apis,
		runtime_types::{
			agora_primitives::api::catalog::{CatalogOrder, CatalogQuery},
			bounded_collections::bounded_vec::BoundedVec,
		},
	},
	arguments, connect, Result,
};
use std::collections::{BTreeMap, BTreeSet};
use subxt::utils::AccountId32;

/// A name is `<publisher>/<name>@<number>`. Texts on chain are bytes.
fn called(publisher: &AccountId32, name: &BoundedVec<u8>, number: u32) -> String {
	format!("{publisher}/{}@{number}", String::from_utf8_lossy(&name.0))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
	let [url, words] = arguments(["URL", "[WORDS]"])?;
	let client = connect(&url).await?;
	// All answers are of one block, the last that is final.
	let at = client.at_current_block().await?;
	let apis = at.runtime_apis();

	println!("found:");
	let (mut first, mut after) = (None, None);
	loop {
		let query = CatalogQuery {
			order: CatalogOrder::Newest,
			text: words.clone().into_bytes(), // Each in the name or in a tag; none for everything.
			retired: false,
			// Not asked for here.
			kind: None,
			tag: None,
			publisher: None,
			owner: None,
			license: None,
			max_price: None,
		};
		// Lists come in pages of at most a hundred: ask with the `next` of one for the one after.
		let page = apis.call(runtime_apis().catalog_api().search(query, after, 100)).await?;
		for listing in page.items {
			// In this order everything has a version.
			let Some(latest) = listing.latest else { continue };
			let artifact = listing.artifact;
			let name = called(&artifact.publisher, &artifact.name, latest.version.number);
			let cost =
				listing.price.map_or("not for sale".into(), |it| format!("from {}", ago(it)));
			println!("  {name}, {} licenses, {cost}", listing.licenses);
			first.get_or_insert((name, artifact, latest));
		}
		after = page.next;
		if after.is_none() {
			break;
		}
	}

	let Some((name, artifact, latest)) = first else { return Ok(()) };
	let (sequence, version) = (latest.sequence, latest.version);
	println!("{name}:\n  {:?} of {}, {} bytes", artifact.kind, artifact.owner, version.bytes);
	println!("  manifest {:?}", version.manifest);

	let above = apis.call(runtime_apis().registry_api().ancestors(sequence, 16, 500)).await?;
	let below = apis.call(runtime_apis().registry_api().descendants(sequence, 16, 500)).await?;
	let edges = [above, below].into_iter().flatten().flat_map(|lineage| lineage.edges);
	// The lineage names versions by their sequences.
	let edges: Vec<_> = edges.collect();
	let met: BTreeSet<_> = edges.iter().flat_map(|edge| [edge.derived, edge.source]).collect();
	let met = met.into_iter().collect();
	let labels = apis.call(runtime_apis().catalog_api().labels(met)).await?;
	let named = labels.iter().map(|it| (it.sequence, called(&it.publisher, &it.name, it.number)));
	let names: BTreeMap<_, _> = named.collect();
	for edge in edges {
		println!("  {} from {}", names[&edge.derived], names[&edge.source]);
		// Shares are parts of a million.
		let royalty = f64::from(edge.royalty.0) / 10_000.0;
		println!("    {:?}, for {royalty} % of its income", edge.relation);
	}
	for view in apis.call(runtime_apis().market_api().offers(version.artifact)).await? {
		let closed = if view.open { "" } else { ", closed" };
		println!("  offer {} at {}{closed}", view.id, ago(view.price));
	}
	Ok(())
}
