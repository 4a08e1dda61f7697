// SPDX-License-Identifier: Apache-2.0

//! Six people who send transactions at the same time, and what they learn from the chain.

use crate::common::chain::Call;
use futures::future::join_all;
use subxt::{
	dynamic,
	error::{DispatchError, TransactionEventsError, TransactionFinalizedSuccessError},
	ext::{scale_decode::DecodeAsType, scale_value::Value},
	extrinsics::ExtrinsicEvents,
	utils::AccountId32,
	OnlineClient, PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;

const PEOPLE: [&str; 6] = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"];

/// How a transaction ended: with its events, or with the name of a pallet's error.
pub type Outcome = Result<ExtrinsicEvents<PolkadotConfig>, String>;

/// A connection, and who uses it.
pub struct Traders {
	pub client: OnlineClient<PolkadotConfig>,
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
	pub async fn send(&self, calls: &[(usize, Call)]) -> Vec<Outcome> {
		join_all(calls.iter().map(|(who, call)| self.send_one(*who, call))).await
	}

	pub async fn send_one(&self, who: usize, call: &Call) -> Outcome {
		let mut transactions = self.client.transactions().await.unwrap();
		let sent = transactions.sign_and_submit_then_watch_default(call, &self.keys[who]).await;
		match sent.unwrap().wait_for_finalized_success().await {
			Ok(events) => Ok(events),
			Err(TransactionFinalizedSuccessError::SuccessError(
				TransactionEventsError::ExtrinsicFailed(DispatchError::Module(error)),
			)) => {
				let details = error.details().unwrap();
				Err(format!("{}.{}", details.pallet.name(), details.variant.name))
			}
			Err(error) => panic!("{}: {error}", call.call_name()),
		}
	}

	/// The number of the last final block.
	pub async fn block(&self) -> u64 {
		self.client.at_current_block().await.unwrap().block_number()
	}

	/// An account that a constant names.
	pub async fn constant(&self, pallet: &str, name: &str) -> [u8; 32] {
		let at = self.client.at_current_block().await.unwrap();
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
		let at = self.client.at_current_block().await.unwrap();
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
		let at = self.client.at_current_block().await.unwrap();
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, name);
		let mut found = at.storage().iter(address, Vec::<Value>::new()).await.unwrap();
		let mut keys = Vec::new();
		while let Some(pair) = found.next().await {
			keys.push(pair.unwrap().key_bytes().to_vec());
		}
		keys
	}
}
