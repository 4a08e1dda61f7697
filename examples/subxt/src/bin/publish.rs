// SPDX-License-Identifier: Apache-2.0

//! Publishes a file as a model, and offers licenses for it.
//!
//!     cargo run -p agora-examples --bin example-publish -- \
//!         ws://127.0.0.1:9944 //Alice model.safetensors my-model 10

use agora_examples::{
	agora::{
		market::events::OfferCreated,
		registry::events::VersionPublished,
		runtime_apis,
		runtime_types::{
			agora_primitives::{
				artifact::ArtifactKind,
				market::OfferTerms,
				terms::{Derivation, Terms, Uses},
				version::NewVersion,
			},
			agora_runtime::RuntimeCall,
			bounded_collections::bounded_vec::BoundedVec,
			pallet_registry::pallet::Call,
			sp_arithmetic::per_things::Permill,
		},
		transactions,
	},
	arguments, connect, key_of, submit, Result,
};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};
use subxt::{ext::codec::Encode, utils::H256};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
	let [url, secret, path, name, price] = arguments(["URL", "SECRET", "FILE", "NAME", "[PRICE]"])?;
	let (client, key) = (connect(&url).await?, key_of(&secret)?);
	let publisher = key.public_key().to_account_id();

	// The manifest lists the files with their hashes, as canonical JSON: docs/manifest.md says how.
	// The file stays here; its manifest's hash goes on chain.
	let file = fs::read(&path)?;
	let manifest = serde_json::json!({ "files": [{
		"blake3": blake3::hash(&file).to_string(),
		"path": Path::new(&path).file_name().ok_or("FILE has no name")?.to_str(),
		"sha256": hex::encode(Sha256::digest(&file)),
		"size": file.len(),
	}], "manifest": 1 });
	let digest = blake3::hash(manifest.to_string().as_bytes());

	// An artifact's id is a hash of its publisher and name, so it is known before it is registered.
	let hashed = [b"agora/artifact", &publisher.0[..], &name.encode()].concat();
	let artifact = H256(sp_crypto_hashing::blake2_256(&hashed));

	let version = NewVersion {
		manifest: H256(*digest.as_bytes()),
		bytes: file.len() as u64,
		files: 1,
		card: None,
		license: BoundedVec(b"Apache-2.0".to_vec()), // An SPDX expression.
		terms: Terms {
			derivation: Derivation::Open, // Who may build on it: everybody, licensees, or nobody.
			uses: Uses { train: true, evaluate: true, commercial: true },
			royalty: Permill(50_000), // What it asks of versions made from it: 5 %.
		},
		sources: BoundedVec(vec![]),   // What it was made from.
		locations: BoundedVec(vec![]), // Where the files can be had, such as `https://...`.
	};
	let register = RuntimeCall::Registry(Call::register {
		kind: ArtifactKind::Model,
		name: BoundedVec(name.clone().into_bytes()),
		tags: BoundedVec(vec![]),
	});
	let publish = RuntimeCall::Registry(Call::publish { artifact, version, reservation: None });
	let at = client.at_current_block().await?;
	let known = at.runtime_apis().call(runtime_apis().registry_api().artifact(artifact)).await?;
	// Both or neither; a second version of what is registered is published alone.
	let calls = if known.is_some() { vec![publish] } else { vec![register, publish] };
	let events = submit(&client, &transactions().utility().batch_all(calls), &key).await?;
	let published = events.find_first::<VersionPublished>().ok_or("it says nothing")??;
	println!("published {publisher}/{name} as version {}", published.sequence);

	if !price.is_empty() {
		let terms = OfferTerms {
			version: published.sequence,                    // Whose vault is paid.
			price: price.parse::<u128>()? * 10u128.pow(12), // In planck.
			duration: None,                                 // For ever; otherwise in blocks.
			supply: None,                                   // Any number.
			transferable: false,
			refund_window: 0, // In blocks. With none, the money comes at once.
		};
		let events = submit(&client, &transactions().market().create_offer(terms), &key).await?;
		let created = events.find_first::<OfferCreated>().ok_or("it says nothing")??;
		println!("offered at {price} AGO as offer {}", created.offer);
	}
	Ok(())
}
