// SPDX-License-Identifier: Apache-2.0

//! A connection to a node, and what is read through it.

use super::{
	calls::{option, PALLET},
	types::{
		ArtifactId, ArtifactView, DigestView, Hash, Lineage, Page, Reservation, Sequence,
		VersionView,
	},
};
use crate::{
	amount::DECIMALS,
	error::{printable, Code, Error, Result},
	reference::{Publisher, Reference},
};
use serde::Deserialize;
use std::{fmt::Display, time::Duration};
use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	dynamic,
	error::StorageError,
	ext::{
		frame_decode::helpers::IntoEncodableValues,
		scale_decode::DecodeAsType,
		scale_value::{Value, ValueDef},
	},
	rpcs::{rpc_params, RpcClient},
	utils::AccountId32,
	Metadata, OnlineClient, PolkadotConfig,
};

/// The runtime API that answers our questions.
const API: &str = "RegistryApi";

/// How long a node may take to say who it is.
const PATIENCE: Duration = Duration::from_secs(20);

/// The most items in one answer.
const PAGE: u32 = 100;

/// What a block takes where the chain does not say.
const MILLISECONDS_PER_BLOCK: u64 = 3_000;

/// A view of the chain at one block.
type At = ClientAtBlock<PolkadotConfig, OnlineClientAtBlockImpl<PolkadotConfig>>;

/// How amounts are written for people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Token {
	/// The token's sign.
	pub token_symbol: String,
	/// How many decimals its smallest unit has.
	pub token_decimals: u32,
}

impl Default for Token {
	fn default() -> Self {
		Self { token_symbol: "AGO".into(), token_decimals: DECIMALS }
	}
}

impl Token {
	/// An amount of smallest units, written with all its decimals that are not zero.
	pub fn show(&self, amount: u128) -> String {
		let symbol = printable(&self.token_symbol);
		let Some(unit) = 10u128.checked_pow(self.token_decimals) else {
			return format!("{amount} of the smallest unit of {symbol}");
		};
		let (whole, rest) = (amount / unit, amount % unit);
		if rest == 0 {
			return format!("{whole} {symbol}");
		}
		let rest = format!("{rest:0width$}", width = self.token_decimals as usize);
		format!("{whole}.{} {symbol}", rest.trim_end_matches('0'))
	}
}

/// A chain with a registry, seen through a node.
pub struct Chain {
	pub(super) client: OnlineClient<PolkadotConfig>,
	pub(super) rpc: RpcClient,
	at: At,
	/// How amounts are written.
	pub token: Token,
}

impl Chain {
	/// Connect to a node and check that it serves the right kind of chain.
	///
	/// Errors: `node-unreachable`, `node-failed`, `wrong-chain`, `no-registry`.
	pub async fn connect(url: &str, genesis: Option<Hash>) -> Result<Self> {
		let unreachable = |why: &dyn Display| {
			Error::new(
				Code::NODE_UNREACHABLE,
				format!(
					"no node answers at {}: {why}. Start one (agora-node --dev), or name another \
					 with --node URL.",
					printable(url)
				),
			)
		};
		let rpc = tokio::time::timeout(PATIENCE, RpcClient::from_insecure_url(url))
			.await
			.map_err(|_| unreachable(&"it took too long"))?
			.map_err(|error| unreachable(&error))?;
		let connected = async {
			let client = OnlineClient::<PolkadotConfig>::from_rpc_client(rpc.clone()).await;
			let client = client.map_err(|error| failed(&error))?;
			let found = Hash(client.genesis_hash().0);
			if let Some(wanted) = genesis.filter(|wanted| *wanted != found) {
				return Err(Error::new(
					Code::WRONG_CHAIN,
					format!(
						"the node at {} serves the chain {found}, not {wanted}. Name a node of the \
						 right chain with --node URL, or change --genesis.",
						printable(url)
					),
				));
			}
			let at = client.at_current_block().await.map_err(|error| failed(&error))?;
			Ok((client, at))
		};
		let (client, at) = tokio::time::timeout(PATIENCE, connected)
			.await
			.map_err(|_| unreachable(&"it took too long"))??;

		// Decoration only: any trouble here shows itself again where it matters.
		let token = rpc.request("system_properties", rpc_params![]).await.unwrap_or_default();
		let chain = Self { client, rpc, at, token };
		if !chain.offers(PALLET, API) {
			return Err(Error::new(
				Code::NO_REGISTRY,
				format!(
					"the chain at {} has no artifact registry, so it is none of Agora's. Name a \
					 node of Agora with --node URL.",
					printable(url)
				),
			));
		}
		Ok(chain)
	}

	/// Does the chain have this pallet and this runtime API?
	pub(super) fn offers(&self, pallet: &str, api: &str) -> bool {
		let metadata = self.at.metadata_ref();
		metadata.pallet_by_name(pallet).is_some()
			&& metadata.runtime_api_trait_by_name(api).is_some()
	}

	/// The chain's identity.
	pub fn genesis(&self) -> Hash {
		Hash(self.client.genesis_hash().0)
	}

	/// The block that is looked at: the last finalized one when the connection was made.
	pub fn block_number(&self) -> u64 {
		self.at.block_number()
	}

	async fn ask<A, R>(&self, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		self.ask_api(API, method, arguments).await
	}

	/// Ask a runtime API.
	pub(super) async fn ask_api<A, R>(&self, api: &str, method: &str, arguments: A) -> Result<R>
	where
		A: IntoEncodableValues,
		R: DecodeAsType,
	{
		let payload = dynamic::runtime_api_call::<A, R>(api, method, arguments);
		self.at.runtime_apis().call(payload).await.map_err(|error| failed(&error))
	}

	/// A constant of a pallet, if it has one of this name that is what we take it for.
	pub(super) fn find_constant<T: DecodeAsType>(&self, pallet: &str, name: &str) -> Option<T> {
		self.at.constants().entry(dynamic::constant::<T>(pallet, name)).ok()
	}

	/// A value in storage, if it is there.
	pub(super) async fn stored<V: DecodeAsType>(
		&self,
		pallet: &str,
		item: &str,
		key: Vec<Value>,
	) -> Result<Option<V>> {
		let address = dynamic::storage::<Vec<Value>, V>(pallet, item);
		let storage = self.at.storage();
		let entry = storage.entry(address).map_err(|error| failed(&error))?;
		let key = entry.fetch_key(key).map_err(|error| failed(&error))?;
		// By its key: what is not there would otherwise read as the default, where there is one.
		let bytes = match storage.fetch_raw(key).await {
			Ok(bytes) => bytes,
			Err(StorageError::NoValueFound) => return Ok(None),
			Err(error) => return Err(failed(&error)),
		};
		let pallet = self.metadata().pallet_by_name(pallet);
		let entry = pallet.and_then(|pallet| pallet.storage()?.entry_by_name(item));
		let id = entry.map(|entry| entry.value_ty()).ok_or_else(|| failed(&"it has no type"))?;
		let value = V::decode_as_type(&mut &bytes[..], id, self.metadata().types());
		value.map(Some).map_err(|error| failed(&error))
	}

	/// All values of a map in storage under the first of its keys, each with its last key.
	pub(super) async fn stored_under<K, V>(
		&self,
		pallet: &str,
		item: &str,
		first: Vec<Value>,
	) -> Result<Vec<(K, V)>>
	where
		K: DecodeAsType,
		V: DecodeAsType,
	{
		let address = dynamic::storage::<Vec<Value>, V>(pallet, item);
		let entries = self.at.storage().iter(address, first).await;
		let mut entries = entries.map_err(|error| failed(&error))?;
		let mut found = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry.map_err(|error| failed(&error))?;
			let key = entry.key().map_err(|error| failed(&error))?;
			let last = key.parts().last().map(|part| part.decode_as());
			let last = last.transpose().map_err(|error| failed(&error))?.flatten();
			let last = last.ok_or_else(|| failed(&format!("the keys of {item} are hashed")))?;
			found.push((last, entry.value().decode().map_err(|error| failed(&error))?));
		}
		Ok(found)
	}

	/// Has the chain this pallet?
	pub(super) fn has_pallet(&self, pallet: &str) -> bool {
		self.metadata().pallet_by_name(pallet).is_some()
	}

	/// What the chain says of itself.
	pub(super) fn metadata(&self) -> &Metadata {
		self.at.metadata_ref()
	}

	/// What an account must have to exist, in planck.
	///
	/// Errors: `no-registry`.
	pub fn existential_deposit(&self) -> Result<u128> {
		self.find_constant("Balances", "ExistentialDeposit").ok_or_else(|| {
			Error::new(
				Code::NO_REGISTRY,
				"the chain does not say what an account must have to exist. Update this command.",
			)
		})
	}

	/// How many milliseconds a block takes, if each slot has one.
	pub fn milliseconds_per_block(&self) -> u64 {
		self.find_constant("Babe", "ExpectedBlockTime").unwrap_or(MILLISECONDS_PER_BLOCK)
	}

	/// Refuse a node that counts AGO in other units: amounts would be shown and sent by powers of ten
	/// too large or too small.
	///
	/// Errors: `wrong-chain`.
	pub(super) fn ensure_decimals(&self) -> Result<()> {
		let found = self.token.token_decimals;
		if found == DECIMALS {
			return Ok(());
		}
		Err(Error::new(
			Code::WRONG_CHAIN,
			format!(
				"the node says that its token has {found} decimals, and an AGO has {DECIMALS}: it is \
				 none of Agora's, or its chain specification is wrong. Name another with --node URL."
			),
		))
	}

	/// A constant of the registry.
	///
	/// Errors: `no-registry` where the chain has none of this name.
	pub fn constant<T: DecodeAsType>(&self, name: &str) -> Result<T> {
		self.at.constants().entry(dynamic::constant::<T>(PALLET, name)).map_err(|error| {
			Error::new(
				Code::NO_REGISTRY,
				format!("the chain's registry is none that this command knows: {error}."),
			)
		})
	}

	/// The artifact that a publisher registered under a name, if there is one.
	pub async fn find_artifact(
		&self,
		publisher: &AccountId32,
		name: &str,
	) -> Result<Option<ArtifactView>> {
		let arguments = (Value::from_bytes(publisher.0), Value::from_bytes(name));
		self.ask("artifact_by_name", arguments).await
	}

	/// The artifact that a reference names.
	///
	/// Errors: `artifact-not-found`; `signer-missing` for `me` without a signer.
	pub async fn artifact(
		&self,
		reference: &Reference,
		me: Option<&AccountId32>,
	) -> Result<ArtifactView> {
		let publisher = match &reference.publisher {
			Publisher::Account(account) => account,
			Publisher::Me => me.ok_or_else(|| {
				Error::new(
					Code::SIGNER_MISSING,
					"\"me\" is whoever signs: give --signer, or the publisher's address.",
				)
			})?,
		};
		self.find_artifact(publisher, &reference.name).await?.ok_or_else(|| {
			Error::new(
				Code::ARTIFACT_NOT_FOUND,
				format!(
					"there is no artifact {publisher}/{} on this chain. `agora list` shows what \
					 there is.",
					reference.name
				),
			)
		})
	}

	/// The artifact of an id.
	pub async fn artifact_by_id(&self, id: ArtifactId) -> Result<Option<ArtifactView>> {
		self.ask("artifact", (Value::from(id),)).await
	}

	/// The version that a reference names: with a number that one, otherwise the newest that is
	/// live, otherwise the newest.
	///
	/// Errors: `artifact-not-found`, `version-not-found`, `signer-missing`.
	pub async fn version(
		&self,
		reference: &Reference,
		me: Option<&AccountId32>,
	) -> Result<(ArtifactView, VersionView)> {
		let artifact = self.artifact(reference, me).await?;
		let version = match reference.number {
			Some(number) => self.version_by_number(artifact.id, number).await?,
			None => self.newest(&artifact).await?,
		};
		let version = version.ok_or_else(|| {
			let what = match reference.number {
				Some(number) => format!("has no version {number}"),
				None => "has no version".into(),
			};
			let artifact = artifact.reference();
			Error::new(
				Code::VERSION_NOT_FOUND,
				format!("{artifact} {what}. `agora versions {artifact}` shows them."),
			)
		})?;
		Ok((artifact, version))
	}

	async fn version_by_number(
		&self,
		artifact: ArtifactId,
		number: u32,
	) -> Result<Option<VersionView>> {
		self.ask("version_by_number", (Value::from(artifact), Value::from(number))).await
	}

	async fn newest(&self, artifact: &ArtifactView) -> Result<Option<VersionView>> {
		let mut newest = None;
		let mut above = artifact.artifact.next_number;
		// Pages from the end: only where a hundred versions in a row are gone is there a second.
		while above > 1 {
			let from = above.saturating_sub(PAGE).max(1);
			let page = self.versions(artifact.id, from, above.saturating_sub(from)).await?;
			for version in page.items.into_iter().rev() {
				if version.version.number >= above {
					continue;
				}
				if version.version.status == super::types::VersionStatus::Live {
					return Ok(Some(version));
				}
				newest.get_or_insert(version);
			}
			above = from;
		}
		Ok(newest)
	}

	/// The version of a sequence.
	pub async fn version_by_sequence(&self, sequence: Sequence) -> Result<Option<VersionView>> {
		self.ask("version", (Value::from(sequence),)).await
	}

	/// What became of a digest.
	pub async fn digest(&self, digest: Hash) -> Result<DigestView> {
		self.ask("version_by_digest", (Value::from(digest),)).await
	}

	/// A page of an artifact's versions by ascending number.
	pub async fn versions(
		&self,
		artifact: ArtifactId,
		from: u32,
		limit: u32,
	) -> Result<Page<VersionView, u32>> {
		let arguments = (Value::from(artifact), Value::from(from), Value::from(limit));
		self.ask("versions", arguments).await
	}

	/// A page of all artifacts.
	pub async fn artifacts(
		&self,
		after: Option<ArtifactId>,
		limit: u32,
	) -> Result<Page<ArtifactView, ArtifactId>> {
		self.ask("artifacts", (option(after.map(Value::from)), Value::from(limit))).await
	}

	/// What a version was made from, nearest first.
	pub async fn ancestors(&self, sequence: Sequence, depth: u32) -> Result<Lineage> {
		self.lineage("ancestors", sequence, depth).await
	}

	/// What was made from a version, nearest first.
	pub async fn descendants(&self, sequence: Sequence, depth: u32) -> Result<Lineage> {
		self.lineage("descendants", sequence, depth).await
	}

	async fn lineage(&self, method: &str, sequence: Sequence, depth: u32) -> Result<Lineage> {
		let arguments = (Value::from(sequence), Value::from(depth), Value::from(PAGE));
		let lineage: Option<Lineage> = self.ask(method, arguments).await?;
		Ok(lineage.unwrap_or_default())
	}

	/// What an account has and what is held of it.
	pub async fn balance(&self, account: &AccountId32) -> Result<Balance> {
		let info = self.account_info(account).await?;
		let key = (Value::from_bytes(account.0),);
		let address = dynamic::storage::<(Value,), Vec<Hold>>("Balances", "Holds");
		let holds = self.at.storage().try_fetch(address, key).await;
		let holds = holds.map_err(|error| failed(&error))?;
		let holds =
			holds.map(|holds| holds.decode()).transpose().map_err(|error| failed(&error))?;
		let named = |hold: Hold| (reason(&hold.id), hold.amount);
		let mut holds: Vec<_> = holds.unwrap_or_default().into_iter().map(named).collect();
		holds.sort();
		Ok(Balance { free: info.data.free, holds })
	}

	/// Is there such an account on chain?
	pub async fn has_account(&self, account: &AccountId32) -> Result<bool> {
		// One that is not there reads as one that nothing keeps alive.
		let info = self.account_info(account).await?;
		Ok(info.providers > 0 || info.sufficients > 0)
	}

	async fn account_info(&self, account: &AccountId32) -> Result<AccountInfo> {
		let address = dynamic::storage::<(Value,), AccountInfo>("System", "Account");
		let key = (Value::from_bytes(account.0),);
		let info = self.at.storage().fetch(address, key).await.map_err(|error| failed(&error))?;
		info.decode().map_err(|error| failed(&error))
	}

	/// The reservation of an account, if it stands.
	pub async fn reservation(
		&self,
		account: &AccountId32,
		commitment: Hash,
	) -> Result<Option<Reservation>> {
		let address = dynamic::storage::<(Value, Value), Reservation>(PALLET, "Reservations");
		let key = (Value::from_bytes(account.0), Value::from(commitment));
		let value = self.at.storage().try_fetch(address, key).await;
		let Some(value) = value.map_err(|error| failed(&error))? else { return Ok(None) };
		value.decode().map(Some).map_err(|error| failed(&error))
	}
}

/// What an account has.
pub struct Balance {
	/// What it can spend, but for what keeps it alive.
	pub free: u128,
	/// What is held of it, by pallet and reason such as `Registry.Version`.
	pub holds: Vec<(String, u128)>,
}

impl Balance {
	/// The sum of all holds.
	pub fn held(&self) -> u128 {
		self.holds
			.iter()
			.map(|(_, amount)| amount)
			.fold(0, |sum, amount| sum.saturating_add(*amount))
	}
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub(super) struct AccountInfo {
	providers: u32,
	sufficients: u32,
	pub(super) data: AccountData,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub(super) struct AccountData {
	pub(super) free: u128,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Hold {
	id: Value,
	amount: u128,
}

/// The names of nested variants, `Registry(Version)` as `Registry.Version`.
fn reason(id: &Value) -> String {
	let mut names = Vec::new();
	let mut next = Some(id);
	while let Some(Value { value: ValueDef::Variant(variant), .. }) = next {
		names.push(variant.name.as_str());
		next = variant.values.values().next();
	}
	names.join(".")
}

/// The node was lost, or answered what cannot be understood.
pub(super) fn failed(error: &dyn Display) -> Error {
	Error::new(
		Code::NODE_FAILED,
		format!(
			"the node did not answer as it should: {}. Try again.",
			printable(&error.to_string())
		),
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_show_all_their_decimals_that_count() {
		let token = Token::default();
		for (amount, shown) in [
			(0, "0 AGO"),
			(1, "0.000000000001 AGO"),
			(1_500_000_000_000, "1.5 AGO"),
			(1_000_000_000_000_000, "1000 AGO"),
			(u128::MAX, "340282366920938463463374607.431768211455 AGO"),
		] {
			assert_eq!(token.show(amount), shown);
		}
		let odd = Token { token_symbol: "X".into(), token_decimals: 200 };
		assert_eq!(odd.show(7), "7 of the smallest unit of X");
	}
}
