// SPDX-License-Identifier: Apache-2.0

//! Six people who send transactions at the same time, and what they learn from the chain.
//!
//! It speaks to the node's plain RPC, and looks through the blocks for what was sent: many transactions
//! are in few blocks then, and nobody waits for a block that comes only with the next transaction.

use common::chain::Call;
use futures::future::join_all;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::{
	cell::{Cell, RefCell},
	time::{Duration, Instant},
};
use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	config::DefaultExtrinsicParamsBuilder,
	dynamic,
	error::DispatchError,
	events::Phase,
	ext::scale_decode::DecodeAsType,
	rpcs::{client::RpcParams, rpc_params, RpcClient},
	utils::AccountId32,
	OnlineClient, PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;

const PEOPLE: [&str; 6] = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"];

/// As the node says that a transaction is in its pool.
const ALREADY_IMPORTED: &str = "(1013)";

/// How long a transaction may take, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait until there may be another block.
const PAUSE: Duration = Duration::from_millis(5);

/// The chain as its first block's metadata has it.
type At = ClientAtBlock<PolkadotConfig, OnlineClientAtBlockImpl<PolkadotConfig>>;

/// How a transaction ended: with what is to be learned from it, or with a pallet's error.
pub type Outcome = Result<Vec<Learned>, String>;

/// What is learned from an event.
pub enum Learned {
	Published { artifact: [u8; 32], version: u64 },
	Offered { artifact: [u8; 32], offer: u64, price: u128, window: u32 },
	Moved { artifact: [u8; 32], owner: AccountId32 },
}

/// What is read of events.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Published {
	sequence: u64,
	version: PublishedVersion,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct PublishedVersion {
	artifact: Id,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Offered {
	offer: u64,
	artifact: Id,
	terms: OfferTerms,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct OfferTerms {
	price: u128,
	refund_window: u32,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Moved {
	artifact: Id,
	new_owner: AccountId32,
}

/// An artifact's id.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Id([u8; 32]);

/// A connection, and who uses it.
pub struct Traders {
	rpc: RpcClient,
	at: At,
	keys: Vec<Keypair>,
	/// How many transactions everybody sent.
	nonces: RefCell<Vec<u64>>,
	/// The last block that was looked through.
	seen: Cell<u64>,
}

fn unhex(text: &str) -> Vec<u8> {
	hex::decode(text.trim_start_matches("0x")).unwrap()
}

/// Where a pallet's item begins in storage.
fn place(pallet: &str, name: &str) -> String {
	let both = [pallet, name].map(|name| sp_crypto_hashing::twox_128(name.as_bytes()));
	format!("0x{}", hex::encode(both.concat()))
}

impl Traders {
	pub async fn connect(url: &str) -> Self {
		let rpc = RpcClient::from_insecure_url(url).await.unwrap();
		let client = OnlineClient::from_rpc_client(rpc.clone()).await.unwrap();
		let at = client.at_current_block().await.unwrap();
		let keys = PEOPLE.map(|who| Keypair::from_uri(&who.parse().unwrap()).unwrap());
		let accounts = keys.iter().map(|key| AccountId32(key.public_key().0));
		let transactions = at.transactions();
		let asked = accounts.map(|account| {
			let transactions = transactions.clone();
			async move { transactions.account_nonce(&account).await.unwrap() }
		});
		let nonces = RefCell::new(join_all(asked).await);
		let seen = Cell::new(at.block_number());
		Self { rpc, at, keys: keys.to_vec(), nonces, seen }
	}

	pub fn count(&self) -> usize {
		self.keys.len()
	}

	/// Somebody's account.
	pub fn account(&self, who: usize) -> [u8; 32] {
		self.keys[who].public_key().0
	}

	/// Who has an account.
	pub fn find(&self, account: &AccountId32) -> Option<usize> {
		(0..self.count()).find(|who| self.account(*who) == account.0)
	}

	async fn ask<T: DeserializeOwned>(&self, method: &str, parameters: RpcParams) -> T {
		let answer = self.rpc.request(method, parameters).await;
		answer.unwrap_or_else(|error| panic!("{method}: {error}"))
	}

	/// Hand a transaction in. Why it was refused, if it was.
	///
	/// The SDK's pool keeps a transaction and shows it to its view of each block. Where a new view
	/// takes it in between, the pool finds it there, says that it has it already, and may forget it
	/// with that view: that is no refusal.
	async fn submit(&self, bytes: &[u8]) -> Option<String> {
		let parameters = rpc_params![format!("0x{}", hex::encode(bytes))];
		let answer = self.rpc.request::<String>("author_submitExtrinsic", parameters).await;
		let error = answer.err()?.to_string();
		(!error.contains(ALREADY_IMPORTED)).then_some(error)
	}

	/// Send these at the same time, one for each person at most, and wait until all are final. What
	/// the pool forgot is handed in again.
	pub async fn send(&self, calls: &[(usize, Call)]) -> Vec<Outcome> {
		let signed: Vec<_> = calls.iter().map(|(who, call)| self.sign(*who, call)).collect();
		let hash = |bytes: &Vec<u8>| sp_crypto_hashing::blake2_256(bytes);
		let hashes: Vec<_> =
			signed.iter().map(|bytes| format!("0x{}", hex::encode(hash(bytes)))).collect();
		let refused = join_all(signed.iter().map(|bytes| self.submit(bytes))).await;
		assert_eq!(refused.iter().flatten().next(), None);
		let mut outcomes: Vec<Option<Outcome>> = calls.iter().map(|_| None).collect();
		let started = Instant::now();
		let mut waited = 0;
		while outcomes.iter().any(Option::is_none) {
			let (seen, now) = (self.seen.get(), self.block().await);
			for number in seen + 1..=now {
				self.look_through(number, &hashes, &mut outcomes).await;
			}
			self.seen.set(now);
			if seen == now {
				assert!(started.elapsed() < PATIENCE, "a transaction is in no block");
				tokio::time::sleep(PAUSE).await;
				if started.elapsed().as_secs() > waited {
					waited += 1;
					let missing = signed.iter().zip(&outcomes).filter(|(_, found)| found.is_none());
					// One that is in a block by now is refused.
					join_all(missing.map(|(bytes, _)| self.submit(bytes))).await;
				}
			}
		}
		outcomes.into_iter().flatten().collect()
	}

	pub async fn send_one(&self, who: usize, call: &Call) -> Outcome {
		self.send(&[(who, call.clone())]).await.remove(0)
	}

	fn sign(&self, who: usize, call: &Call) -> Vec<u8> {
		let nonce = self.nonces.borrow()[who];
		self.nonces.borrow_mut()[who] += 1;
		let parameters = DefaultExtrinsicParamsBuilder::new().immortal().nonce(nonce).build();
		let mut transaction =
			self.at.transactions().create_v4_signable_offline(call, parameters).unwrap();
		transaction.sign(&self.keys[who]).unwrap().encoded().to_vec()
	}

	/// What a block says of transactions that were sent.
	async fn look_through(&self, number: u64, hashes: &[String], outcomes: &mut [Option<Outcome>]) {
		let hash: String = self.ask("chain_getBlockHash", rpc_params![number]).await;
		let block: Value = self.ask("chain_getBlock", rpc_params![&hash]).await;
		let place = place("System", "Events");
		let events: String = self.ask("state_getStorage", rpc_params![place, &hash]).await;
		let events = self.at.events().from_bytes(unhex(&events));
		let extrinsics = block["block"]["extrinsics"].as_array().unwrap();
		for (index, extrinsic) in extrinsics.iter().enumerate() {
			let bytes = unhex(extrinsic.as_str().unwrap());
			let hash = format!("0x{}", hex::encode(sp_crypto_hashing::blake2_256(&bytes)));
			let Some(place) = hashes.iter().position(|sent| *sent == hash) else { continue };
			let mut outcome = Ok(Vec::new());
			for event in events.iter().map(Result::unwrap) {
				if event.phase() != Phase::ApplyExtrinsic(index as u32) {
					continue;
				}
				match (event.pallet_name(), event.event_name(), &mut outcome) {
					("System", "ExtrinsicFailed", _) => {
						outcome = Err(self.error(event.field_bytes()));
					}
					("Registry", "VersionPublished", Ok(learned)) => {
						let new: Published = event.decode_fields_unchecked_as().unwrap();
						let (artifact, version) = (new.version.artifact.0, new.sequence);
						learned.push(Learned::Published { artifact, version });
					}
					("Market", "OfferCreated", Ok(learned)) => {
						let new: Offered = event.decode_fields_unchecked_as().unwrap();
						let OfferTerms { price, refund_window: window } = new.terms;
						let (artifact, offer) = (new.artifact.0, new.offer);
						learned.push(Learned::Offered { artifact, offer, price, window });
					}
					("Registry", "OwnershipTransferred", Ok(learned)) => {
						let moved: Moved = event.decode_fields_unchecked_as().unwrap();
						let (artifact, owner) = (moved.artifact.0, moved.new_owner);
						learned.push(Learned::Moved { artifact, owner });
					}
					_ => {}
				}
			}
			outcomes[place] = Some(outcome);
		}
	}

	fn error(&self, bytes: &[u8]) -> String {
		match DispatchError::decode_from(bytes, self.at.metadata()).unwrap() {
			DispatchError::Module(error) => {
				let details = error.details().unwrap();
				format!("{}.{}", details.pallet.name(), details.variant.name)
			}
			error => error.to_string(),
		}
	}

	/// The number of the last final block.
	pub async fn block(&self) -> u64 {
		let hash: String = self.ask("chain_getFinalizedHead", rpc_params![]).await;
		let header: Value = self.ask("chain_getHeader", rpc_params![hash]).await;
		let number = header["number"].as_str().unwrap().trim_start_matches("0x");
		u64::from_str_radix(number, 16).unwrap()
	}

	/// An account that a constant names.
	pub fn constant(&self, pallet: &str, name: &str) -> [u8; 32] {
		self.at.constants().entry(dynamic::constant::<AccountId32>(pallet, name)).unwrap().0
	}

	/// The epoch that is running.
	pub async fn epoch(&self) -> u32 {
		let running = place("Rewards", "Running");
		let running: String = self.ask("state_getStorage", rpc_params![running]).await;
		u32::from_le_bytes(unhex(&running)[..4].try_into().unwrap())
	}

	/// What is due to versions: epoch and version of each reward.
	pub async fn points(&self) -> Vec<(u32, u64)> {
		// The hashers change nothing: keys are what they are.
		let epoch = |key: &[u8]| u32::from_le_bytes(key[..4].try_into().unwrap());
		let version = |key: &[u8]| u64::from_le_bytes(key[4..12].try_into().unwrap());
		let keys = self.keys_of("Rewards", "Points").await;
		keys.iter().map(|key| (epoch(key), version(key))).collect()
	}

	/// The versions with income in their vaults.
	pub async fn vaults(&self) -> Vec<u64> {
		let keys = self.keys_of("Royalties", "Vaults").await;
		keys.iter().map(|key| u64::from_le_bytes(key[..8].try_into().unwrap())).collect()
	}

	/// The keys of a map, without where it begins.
	async fn keys_of(&self, pallet: &str, name: &str) -> Vec<Vec<u8>> {
		const PAGE: u32 = 1_000;
		let prefix = place(pallet, name);
		let mut keys: Vec<String> = Vec::new();
		loop {
			let parameters = rpc_params![&prefix, PAGE, keys.last()];
			let page: Vec<String> = self.ask("state_getKeysPaged", parameters).await;
			if page.is_empty() {
				return keys.iter().map(|key| unhex(&key[prefix.len()..])).collect();
			}
			keys.extend(page);
		}
	}
}
