// SPDX-License-Identifier: Apache-2.0

//! Six people who send transactions at the same time, and what they learn from the chain.

use crate::common::chain::Call;
use futures::future::join_all;
use std::time::{Duration, Instant};
use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	dynamic,
	error::DispatchError,
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	extrinsics::ExtrinsicEvents,
	utils::AccountId32,
	OnlineClient, PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;

const PEOPLE: [&str; 6] = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"];

/// How long a transaction may take, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait until there may be another block.
const PAUSE: Duration = Duration::from_millis(10);

/// A view of the chain at one block.
type At = ClientAtBlock<PolkadotConfig, OnlineClientAtBlockImpl<PolkadotConfig>>;

/// How a transaction ended: with its events, or with the name of a pallet's error.
pub type Outcome = Result<ExtrinsicEvents<PolkadotConfig>, String>;

/// A connection, and who uses it.
pub struct Traders {
	client: OnlineClient<PolkadotConfig>,
	keys: Vec<Keypair>,
}

/// What is read of events.
#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Published {
	pub sequence: u64,
	pub version: PublishedVersion,
}

#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct PublishedVersion {
	pub artifact: Bytes,
}

#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Offered {
	pub offer: u64,
	pub artifact: Bytes,
	pub terms: OfferTerms,
}

#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct OfferTerms {
	pub price: u128,
}

#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Moved {
	pub artifact: Bytes,
	pub new_owner: AccountId32,
}

/// An artifact's id.
#[derive(DecodeAsType, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Bytes(pub [u8; 32]);

impl Traders {
	pub async fn connect(url: &str) -> Self {
		let client = OnlineClient::from_insecure_url(url).await.unwrap();
		let keys = PEOPLE.map(|who| Keypair::from_uri(&who.parse().unwrap()).unwrap());
		Self { client, keys: keys.to_vec() }
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

	/// Send these at the same time, one for each person at most, and wait until all are final.
	///
	/// Blocks are looked through for them: who watches a transaction may miss the last block for a
	/// while, where no other follows it.
	pub async fn send(&self, calls: &[(usize, Call)]) -> Vec<Outcome> {
		let before = self.now().await;
		let mut signed = Vec::new();
		for (who, call) in calls {
			let mut transactions = before.transactions();
			let made = transactions.create_signed(call, &self.keys[*who], Default::default());
			signed.push(made.await.unwrap());
		}
		let sent = join_all(signed.iter().map(|transaction| transaction.submit())).await;
		let hashes: Vec<_> = sent.into_iter().map(Result::unwrap).collect();
		let mut outcomes: Vec<Option<Outcome>> = calls.iter().map(|_| None).collect();
		let (started, mut seen) = (Instant::now(), before.block_number());
		while outcomes.iter().any(Option::is_none) {
			let now = self.now().await;
			for number in seen + 1..=now.block_number() {
				let at = self.client.at_block(number).await.unwrap();
				let extrinsics = at.extrinsics().fetch().await.unwrap();
				for extrinsic in extrinsics.iter().map(Result::unwrap) {
					if let Some(at) = hashes.iter().position(|hash| *hash == extrinsic.hash()) {
						outcomes[at] = Some(outcome(extrinsic.events().await.unwrap(), &now));
					}
				}
			}
			if seen == now.block_number() {
				assert!(started.elapsed() < PATIENCE, "a transaction is in no block");
				tokio::time::sleep(PAUSE).await;
			}
			seen = now.block_number();
		}
		outcomes.into_iter().flatten().collect()
	}

	pub async fn send_one(&self, who: usize, call: &Call) -> Outcome {
		self.send(&[(who, call.clone())]).await.remove(0)
	}

	/// The chain at the last final block.
	async fn now(&self) -> At {
		self.client.at_current_block().await.unwrap()
	}

	/// The number of the last final block.
	pub async fn block(&self) -> u64 {
		self.now().await.block_number()
	}

	/// An account that a constant names.
	pub async fn constant(&self, pallet: &str, name: &str) -> [u8; 32] {
		let at = self.now().await;
		let constant = dynamic::constant::<AccountId32>(pallet, name);
		at.constants().entry(constant).unwrap().0
	}

	/// The epoch that is running.
	pub async fn epoch(&self) -> u32 {
		#[derive(DecodeAsType)]
		#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
		struct Running {
			index: u32,
		}
		let at = self.now().await;
		let address = dynamic::storage::<(), Running>("Rewards", "Running");
		at.storage().fetch(address, ()).await.unwrap().decode().unwrap().index
	}

	/// What is due to versions: epoch and version of each reward.
	pub async fn points(&self) -> Vec<(u32, u64)> {
		let keys = self.keys_of("Rewards", "Points").await;
		// Identity hashers: the keys are what they are, after two hashes of 16 bytes.
		let epoch = |key: &[u8]| u32::from_le_bytes(key[32..36].try_into().unwrap());
		let version = |key: &[u8]| u64::from_le_bytes(key[36..44].try_into().unwrap());
		keys.iter().map(|key| (epoch(key), version(key))).collect()
	}

	/// The versions with income in their vaults.
	pub async fn vaults(&self) -> Vec<u64> {
		let keys = self.keys_of("Royalties", "Vaults").await;
		keys.iter().map(|key| u64::from_le_bytes(key[32..40].try_into().unwrap())).collect()
	}

	async fn keys_of(&self, pallet: &str, name: &str) -> Vec<Vec<u8>> {
		let at = self.now().await;
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, name);
		let mut found = at.storage().iter(address, Vec::<Value>::new()).await.unwrap();
		let mut keys = Vec::new();
		while let Some(pair) = found.next().await {
			keys.push(pair.unwrap().key_bytes().to_vec());
		}
		keys
	}
}

/// Whether a transaction did what it should, or the error that it ended in.
fn outcome(events: ExtrinsicEvents<PolkadotConfig>, at: &At) -> Outcome {
	let failed = events.iter().map(Result::unwrap).find_map(|event| {
		let failed = (event.pallet_name(), event.event_name()) == ("System", "ExtrinsicFailed");
		failed.then(|| DispatchError::decode_from(event.field_bytes(), at.metadata()).unwrap())
	});
	match failed {
		None => Ok(events),
		Some(DispatchError::Module(error)) => {
			let details = error.details().unwrap();
			Err(format!("{}.{}", details.pallet.name(), details.variant.name))
		}
		Some(error) => Err(error.to_string()),
	}
}
