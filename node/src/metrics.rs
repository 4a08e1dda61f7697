// SPDX-License-Identifier: Apache-2.0

//! What Prometheus learns of the marketplace and of this node's part in the chain, beside what the
//! SDK tells: as of the last final block, read once for each, in a time that does not grow with the
//! chain.

use crate::{
	service::FullClient,
	state::{read, stored},
};
use agora_primitives::api::RewardsApi;
use agora_runtime::{
	opaque::Block, units::money::UNITS, AccountId, Balance, BlockNumber, Hash, Runtime,
	RuntimeEvent,
};
use codec::{Compact, Decode};
use frame_support::{storage::storage_prefix, traits::Get};
use frame_system::EventRecord;
use futures::{FutureExt, Stream, StreamExt};
use pallet_market::{FirstOffer, NextOffer};
use pallet_registry::{FirstSequence, NextSequence};
use prometheus_endpoint::{
	register, Counter, CounterVec, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64, U64,
};
use sc_client_api::{BlockchainEvents, FinalityNotification, HeaderBackend};
use sc_service::TaskManager;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_consensus_babe::BabeApi;
use sp_consensus_grandpa::GrandpaApi;
use sp_core::{
	crypto::{key_types, KeyTypeId},
	ByteArray,
};
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Most blocks that become final at once whose events are counted. More do so after a long
/// standstill, and while a node catches up.
const MAX_BLOCKS: usize = 1_024;

/// Keep the metrics, as long as the node runs.
pub fn spawn(
	task_manager: &TaskManager,
	registry: &Registry,
	client: Arc<FullClient>,
	keystore: KeystorePtr,
) -> Result<(), PrometheusError> {
	let metrics = Metrics::register(registry)?;
	// Reads the disk and runs the runtime.
	task_manager.spawn_handle().spawn_blocking(
		"marketplace-metrics",
		Some("prometheus"),
		run(metrics, client, keystore),
	);
	Ok(())
}

/// What happened to the chain.
enum News {
	/// A block was imported.
	Block,
	/// Blocks became final.
	Final(FinalityNotification<Block>),
}

fn news(client: &FullClient) -> impl Stream<Item = News> {
	futures::stream::select(
		client.import_notification_stream().map(|_| News::Block),
		client.finality_notification_stream().map(News::Final),
	)
}

async fn run(metrics: Metrics, client: Arc<FullClient>, keystore: KeystorePtr) {
	let mut news = news(&client);
	metrics.show_state(&client, &keystore, client.info().finalized_hash);
	while let Some(first) = news.next().await {
		// While a node catches up, more waits than is worth looking at one by one. The
		// notification is kept, since it keeps the state.
		let mut last = None;
		let mut next = Some(first);
		while let Some(item) = next {
			if let News::Final(blocks) = item {
				metrics.count_events(&client, &blocks);
				last = Some(blocks);
			}
			next = news.next().now_or_never().flatten();
		}
		let info = client.info();
		metrics.finality_lag.set(info.best_number.saturating_sub(info.finalized_number).into());
		if let Some(blocks) = last {
			metrics.show_state(&client, &keystore, blocks.hash);
		}
	}
}

/// Kinds of session keys, and what they are called here.
const KEYS: [(KeyTypeId, &str); 3] = [
	(key_types::BABE, "babe"),
	(key_types::GRANDPA, "grandpa"),
	(key_types::AUTHORITY_DISCOVERY, "authority_discovery"),
];

struct Metrics {
	finality_lag: Gauge<U64>,
	authorities: GaugeVec<U64>,
	validator_active: GaugeVec<U64>,
	session_keys: GaugeVec<U64>,

	published_versions: Gauge<U64>,
	created_offers: Gauge<U64>,
	rewards_epoch: Gauge<U64>,
	rewards_epoch_end: Gauge<U64>,
	rewards_epoch_credit: Gauge<F64>,
	rewards_epoch_rewards: Gauge<F64>,
	rewards_funds: Gauge<F64>,
	rewards_owed: Gauge<F64>,
	commons_pool: Gauge<F64>,
	issuance: Gauge<F64>,
	staked: Gauge<F64>,

	artifacts_registered: Counter<U64>,
	versions_published: Counter<U64>,
	licenses_bought: Counter<U64>,
	licenses_renewed: Counter<U64>,
	purchases_settled: Counter<U64>,
	purchases_refunded: Counter<U64>,
	settlements_failed: Counter<U64>,
	settled: CounterVec<F64>,
	offences: Counter<U64>,
	events_unread: Counter<U64>,
}

/// Where parts of a payment go.
const PARTS: [&str; 3] = ["fee", "income", "excess"];

impl Metrics {
	fn register(to: &Registry) -> Result<Self, PrometheusError> {
		let number = |name, help| register(Gauge::<U64>::new(name, help)?, to);
		let amount = |name, help| register(Gauge::<F64>::new(name, help)?, to);
		let by_key =
			|name, help| register(GaugeVec::<U64>::new(Opts::new(name, help), &["key"])?, to);
		let count = |name, help| register(Counter::<U64>::new(name, help)?, to);
		Ok(Self {
			finality_lag: number(
				"agora_finality_lag_blocks",
				"Blocks between the last final block and the best one",
			)?,
			authorities: by_key(
				"agora_authorities",
				"Validators that make blocks (babe) and vote on finality (grandpa) now",
			)?,
			validator_active: by_key(
				"agora_validator_active",
				"Whether a key in this node's keystore makes blocks (babe) or votes (grandpa) now",
			)?,
			session_keys: by_key(
				"agora_session_keys",
				"Session keys in this node's keystore, those of before included",
			)?,
			published_versions: number(
				"agora_published_versions",
				"Versions of models and datasets published since the first block",
			)?,
			created_offers: number(
				"agora_created_offers",
				"Offers of licenses created since the first block",
			)?,
			rewards_epoch: number("agora_rewards_epoch", "Number of the running rewards epoch")?,
			rewards_epoch_end: number(
				"agora_rewards_epoch_end_block",
				"First block of the next rewards epoch",
			)?,
			rewards_epoch_credit: amount(
				"agora_rewards_epoch_credit_ago",
				"Fee credit of all versions in the running epoch so far, in AGO",
			)?,
			rewards_epoch_rewards: amount(
				"agora_rewards_epoch_rewards_ago",
				"What all rewards of the running epoch were if it ended now, in AGO",
			)?,
			rewards_funds: amount(
				"agora_rewards_funds_ago",
				"What the pot of the rewards has to give away, in AGO",
			)?,
			rewards_owed: amount(
				"agora_rewards_owed_ago",
				"Rewards of ended epochs that can still be claimed, in AGO",
			)?,
			commons_pool: amount("agora_commons_pool_ago", "What is in the commons pool, in AGO")?,
			issuance: amount("agora_issuance_ago", "All tokens that there are, in AGO")?,
			staked: amount("agora_staked_ago", "What of all tokens is at stake, in AGO")?,
			artifacts_registered: count(
				"agora_artifacts_registered_total",
				"Artifacts registered in final blocks since the node started",
			)?,
			versions_published: count(
				"agora_versions_published_total",
				"Versions published in final blocks since the node started",
			)?,
			licenses_bought: count(
				"agora_licenses_bought_total",
				"Licenses bought in final blocks since the node started",
			)?,
			licenses_renewed: count(
				"agora_licenses_renewed_total",
				"Licenses renewed in final blocks since the node started",
			)?,
			purchases_settled: count(
				"agora_purchases_settled_total",
				"Purchases paid for good in final blocks since the node started",
			)?,
			purchases_refunded: count(
				"agora_purchases_refunded_total",
				"Purchases refunded in final blocks since the node started",
			)?,
			settlements_failed: count(
				"agora_settlements_failed_total",
				"Purchases that could not be settled by themselves since the node started",
			)?,
			settled: settled(to)?,
			offences: count(
				"agora_offences_total",
				"Offences of validators reported in final blocks since the node started",
			)?,
			events_unread: count(
				"agora_events_unread_blocks_total",
				"Final blocks since the node started whose events are not all in its counters: the \
				 runtime has some that this node does not know, or their state was gone",
			)?,
		})
	}

	/// Show the state at a block, or say why not and leave what was shown before.
	fn show_state(&self, client: &FullClient, keystore: &KeystorePtr, at: Hash) {
		let shown = [self.show_market(client, at), self.show_validator(client, keystore, at)];
		for error in shown.into_iter().filter_map(Result::err) {
			// A node that begins with warp sync has no state at first.
			log::debug!("The metrics do not show block {at:?}: {error}");
		}
	}

	fn show_market(&self, client: &FullClient, at: Hash) -> Result<(), ApiError> {
		let given = |key: &[u8], first: u64| -> Result<u64, ApiError> {
			// Nothing is stored before the first one is given away.
			let next = read(client, at, key)?.unwrap_or(first);
			Ok(next.saturating_sub(first))
		};
		let versions = given(&NextSequence::<Runtime>::hashed_key(), FirstSequence::get())?;
		let offers = given(&NextOffer::<Runtime>::hashed_key(), FirstOffer::get())?;
		let api = client.runtime_api();
		let epoch = RewardsApi::<Block, AccountId, Balance, BlockNumber>::running_epoch(&*api, at)?;
		let supply =
			RewardsApi::<Block, AccountId, Balance, BlockNumber>::supply_schedule(&*api, at, 1)?;

		// All of it is there, and is shown as one.
		self.published_versions.set(versions);
		self.created_offers.set(offers);
		self.rewards_epoch.set(epoch.index.into());
		self.rewards_epoch_end.set(epoch.end.into());
		self.rewards_epoch_credit.set(in_ago(epoch.credit));
		self.rewards_epoch_rewards.set(in_ago(epoch.rewards));
		self.rewards_funds.set(in_ago(epoch.funds));
		self.rewards_owed.set(in_ago(epoch.owed));
		self.commons_pool.set(in_ago(epoch.commons_pool));
		self.issuance.set(in_ago(supply.issuance));
		self.staked.set(in_ago(supply.staked));
		Ok(())
	}

	fn show_validator(
		&self,
		client: &FullClient,
		keystore: &KeystorePtr,
		at: Hash,
	) -> Result<(), ApiError> {
		let api = client.runtime_api();
		let makers = api.current_epoch(at)?.authorities;
		let voters = api.grandpa_authorities(at)?;
		let active = [
			("babe", makers.iter().map(|(key, _)| key.to_raw_vec()).collect::<Vec<_>>()),
			("grandpa", voters.iter().map(|(key, _)| key.to_raw_vec()).collect()),
		];
		for (key_type, label) in KEYS {
			// Reads one folder, where asking for each authority's key would read a file each.
			let own = keystore.keys(key_type).unwrap_or_default();
			self.session_keys.with_label_values(&[label]).set(count(&own));
			if let Some((_, active)) = active.iter().find(|(of, _)| *of == label) {
				let takes_part = active.iter().any(|key| own.contains(key));
				self.authorities.with_label_values(&[label]).set(count(active));
				self.validator_active.with_label_values(&[label]).set(takes_part.into());
			}
		}
		Ok(())
	}

	/// Count what happened in blocks that became final.
	fn count_events(&self, client: &FullClient, blocks: &FinalityNotification<Block>) {
		let skipped = blocks.tree_route.len().saturating_sub(MAX_BLOCKS);
		self.events_unread.inc_by(u64::try_from(skipped).unwrap_or(u64::MAX));
		for block in blocks.tree_route.iter().skip(skipped).chain([&blocks.hash]) {
			match stored(client, *block, &storage_prefix(b"System", b"Events")) {
				Ok(Some(events)) => self.count_block(&events),
				// It deposited nothing.
				Ok(None) => {}
				Err(_) => self.events_unread.inc(),
			}
		}
	}

	/// Count what a block deposited, as far as this node understands it.
	///
	/// It goes on when the runtime is replaced: the indices of pallets and events that a node knows
	/// are never another one's.
	fn count_block(&self, mut events: &[u8]) {
		let unread = || self.events_unread.inc();
		let Ok(Compact(count)) = Compact::<u32>::decode(&mut events) else { return unread() };
		for _ in 0..count {
			match EventRecord::<RuntimeEvent, Hash>::decode(&mut events) {
				Ok(record) => self.count(record.event),
				// Where the next one begins is unknown too.
				Err(_) => return unread(),
			}
		}
		if !events.is_empty() {
			unread();
		}
	}

	fn count(&self, event: RuntimeEvent) {
		use pallet_market::Event as Market;
		use pallet_registry::Event as Registry;
		match event {
			RuntimeEvent::Registry(Registry::ArtifactRegistered { .. }) => {
				self.artifacts_registered.inc()
			}
			RuntimeEvent::Registry(Registry::VersionPublished { .. }) => {
				self.versions_published.inc()
			}
			RuntimeEvent::Market(Market::LicenseBought { .. }) => self.licenses_bought.inc(),
			RuntimeEvent::Market(Market::LicenseRenewed { .. }) => self.licenses_renewed.inc(),
			RuntimeEvent::Market(Market::PurchaseRefunded { .. }) => self.purchases_refunded.inc(),
			RuntimeEvent::Market(Market::SettlementFailed { .. }) => self.settlements_failed.inc(),
			RuntimeEvent::Market(Market::PurchaseSettled { fee, income, excess, .. }) => {
				self.purchases_settled.inc();
				for (part, amount) in PARTS.into_iter().zip([fee, income, excess]) {
					self.settled.with_label_values(&[part]).inc_by(in_ago(amount));
				}
			}
			RuntimeEvent::Offences(_) => self.offences.inc(),
			_ => {}
		}
	}
}

/// What was paid, by where it went. All parts are there from the start, at nothing.
fn settled(to: &Registry) -> Result<CounterVec<F64>, PrometheusError> {
	let options = Opts::new(
		"agora_settled_ago_total",
		"What purchases paid for good since the node started, in AGO, by where it went: the \
		 protocol's fee, the version's income, the commons above a cap",
	);
	let settled = register(CounterVec::<F64>::new(options, &["part"])?, to)?;
	for part in PARTS {
		settled.with_label_values(&[part]).inc_by(0.0);
	}
	Ok(settled)
}

/// An amount in AGO. Metrics are floating-point numbers, which have 15 digits.
fn in_ago(planck: Balance) -> f64 {
	planck as f64 / UNITS as f64
}

fn count<T>(of: &[T]) -> u64 {
	u64::try_from(of.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use frame_system::Phase;
	use pallet_offences::Event as Offences;

	/// No pallet of the runtime has this index.
	const UNKNOWN_PALLET: u8 = 255;

	fn record(event: RuntimeEvent) -> Vec<u8> {
		EventRecord::<_, Hash> { phase: Phase::Finalization, event, topics: vec![] }.encode()
	}

	fn offence() -> Vec<u8> {
		record(RuntimeEvent::Offences(Offences::Offence { kind: [1; 16], slot: vec![2] }))
	}

	/// An event of a pallet that only the runtime after this one has.
	fn of_tomorrow() -> Vec<u8> {
		let mut record = offence();
		record[Phase::Finalization.encode().len()] = UNKNOWN_PALLET;
		record
	}

	/// Offences that are counted in a block with these events, and blocks that are not read whole.
	fn counted(records: &[Vec<u8>]) -> (u64, u64) {
		let metrics = Metrics::register(&Registry::new()).unwrap();
		let mut events = Compact(u32::try_from(records.len()).unwrap()).encode();
		events.extend(records.concat());
		metrics.count_block(&events);
		(metrics.offences.get(), metrics.events_unread.get())
	}

	#[test]
	fn events_are_counted_whatever_the_version_of_the_runtime() {
		// As in the block in which the runtime becomes another, and after it.
		let updated = frame_system::Event::CodeUpdated { hash: Hash::zero() };
		assert_eq!(counted(&[record(RuntimeEvent::System(updated)), offence(), offence()]), (2, 0));
		assert_eq!(counted(&[]), (0, 0));
	}

	#[test]
	fn what_is_unknown_ends_the_count_of_its_block_and_is_told() {
		assert_eq!(counted(&[offence(), of_tomorrow(), offence()]), (1, 1));
		assert_eq!(counted(&[of_tomorrow()]), (0, 1));
	}

	#[test]
	fn bytes_that_are_no_events_are_told() {
		let metrics = Metrics::register(&Registry::new()).unwrap();
		for bytes in [&[][..], &[0xff], &[4], &[0, 0]] {
			metrics.count_block(bytes);
		}
		assert_eq!((metrics.offences.get(), metrics.events_unread.get()), (0, 4));
	}
}
