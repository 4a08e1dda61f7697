// SPDX-License-Identifier: Apache-2.0

//! What a transaction of a load does.

use crate::{
	error::Result,
	keys::account,
	sign::{Form, Signing},
};
use agora_examples::agora::{
	runtime_types::{
		agora_primitives::{
			artifact::ArtifactKind,
			market::OfferTerms,
			terms::{Derivation, Terms, Uses},
			version::NewVersion,
		},
		agora_runtime::RuntimeCall,
		bounded_collections::bounded_vec::BoundedVec,
		pallet_balances::pallet::Call as Balances,
		pallet_registry::pallet::Call as Registry,
		sp_arithmetic::per_things::Permill,
	},
	transactions,
};
use sp_crypto_hashing::blake2_256;
use subxt::{
	ext::codec::Encode,
	utils::{AccountId32, H256},
};
use subxt_signer::sr25519::Keypair;

/// One AGO, in planck.
pub const AGO: u128 = 1_000_000_000_000;
/// What a license costs here, in planck.
pub const PRICE: u128 = AGO / 10;
/// What a transfer moves, in planck.
const GIFT: u128 = AGO / 100;
/// The name of the model that each account has from the start.
const FIRST_NAME: &str = "load";
/// The terms of an offer that was never changed have this number.
const REVISION: u32 = 1;

/// What a transaction does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
	/// Give accounts something to start with.
	Endow { accounts: Vec<AccountId32>, each: u128 },
	/// Register the account's first model and publish a version of it.
	Open { manifest: [u8; 32] },
	/// Give another account a little.
	Transfer { to: AccountId32 },
	/// Say something.
	Remark { text: Vec<u8> },
	/// Register another model.
	Register { name: String },
	/// Publish another version of the first model.
	Publish { manifest: [u8; 32] },
	/// Offer licenses for the first model.
	Offer { version: u64 },
	/// Buy a license of another account's model.
	Buy { offer: u64 },
}

impl Task {
	/// Its kind, as reports name it.
	pub fn kind(&self) -> &'static str {
		match self {
			Self::Endow { .. } => "endow",
			Self::Open { .. } => "open",
			Self::Transfer { .. } => "transfer",
			Self::Remark { .. } => "remark",
			Self::Register { .. } => "register",
			Self::Publish { .. } => "publish",
			Self::Offer { .. } => "offer",
			Self::Buy { .. } => "buy",
		}
	}

	/// The transaction that does it, signed.
	pub fn sign(&self, signing: &Signing, key: &Keypair, nonce: u64) -> Result<Form> {
		let calls = transactions();
		match self {
			Self::Endow { accounts, each } => {
				let endow = |account: &AccountId32| {
					let dest = (*account).into();
					RuntimeCall::Balances(Balances::transfer_keep_alive { dest, value: *each })
				};
				let all = accounts.iter().map(endow).collect();
				signing.sign(calls.utility().batch_all(all), key, nonce)
			}
			Self::Open { manifest } => {
				let (artifact, version) = (first_model(key), version(manifest));
				let name = BoundedVec(FIRST_NAME.into());
				let (kind, tags) = (ArtifactKind::Model, BoundedVec(vec![]));
				let both = vec![
					RuntimeCall::Registry(Registry::register { kind, name, tags }),
					RuntimeCall::Registry(Registry::publish {
						artifact,
						version,
						reservation: None,
					}),
				];
				signing.sign(calls.utility().batch_all(both), key, nonce)
			}
			Self::Transfer { to } => {
				let call = calls.balances().transfer_keep_alive((*to).into(), GIFT);
				signing.sign(call, key, nonce)
			}
			Self::Remark { text } => {
				signing.sign(calls.system().remark_with_event(text.clone()), key, nonce)
			}
			Self::Register { name } => {
				let (name, tags) = (BoundedVec(name.clone().into_bytes()), BoundedVec(vec![]));
				signing.sign(calls.registry().register(ArtifactKind::Model, name, tags), key, nonce)
			}
			Self::Publish { manifest } => {
				let call = calls.registry().publish(first_model(key), version(manifest), None);
				signing.sign(call, key, nonce)
			}
			Self::Offer { version } => {
				signing.sign(calls.market().create_offer(terms(*version)), key, nonce)
			}
			Self::Buy { offer } => {
				signing.sign(calls.market().buy(*offer, PRICE, REVISION), key, nonce)
			}
		}
	}
}

/// The id of the account's first model: a hash of its publisher and name.
fn first_model(key: &Keypair) -> H256 {
	let hashed = [b"agora/artifact", &account(key).0[..], &FIRST_NAME.encode()].concat();
	H256(blake2_256(&hashed))
}

/// A small version under a free license.
fn version(manifest: &[u8; 32]) -> NewVersion {
	NewVersion {
		manifest: H256(*manifest),
		bytes: 1 << 20,
		files: 1,
		card: None,
		license: BoundedVec(b"Apache-2.0".to_vec()),
		terms: Terms {
			derivation: Derivation::Open,
			uses: Uses { train: true, evaluate: true, commercial: true },
			royalty: Permill(0),
		},
		sources: BoundedVec(vec![]),
		locations: BoundedVec(vec![]),
	}
}

/// Licenses for ever, any number, paid at once.
fn terms(version: u64) -> OfferTerms<u128, u32> {
	OfferTerms {
		version,
		price: PRICE,
		duration: None,
		supply: None,
		transferable: false,
		refund_window: 0,
	}
}
