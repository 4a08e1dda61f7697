// SPDX-License-Identifier: Apache-2.0

//! Prints what a sale takes however long the lineage is, and what the cascade takes for each edge.
//!
//! ```text
//! cargo bench --package pallet-royalties --bench cascade
//! ```
//!
//! The chain has accounts, balances and royalties; its registry is a list, and its storage is in
//! memory. Times are medians and ratios within one run, since machines differ.

// Macros make what nobody reads.
#![allow(missing_docs)]

use agora_primitives::{
	seams::{
		ArtifactInfo, Contribution, InspectArtifacts, InspectRecords, Payment, Revenue, VersionInfo,
	},
	ArtifactId, ArtifactKind, ArtifactStatus, Balance, Derivation, RecordCounts, Relation,
	Sequence, Source, Terms, Uses, VersionStatus, MAX_SOURCES,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{hold::Mutate as _, Mutate as _},
		ConstU128, ConstU32, Hooks,
	},
	weights::Weight,
	PalletId,
};
use pallet_royalties::{Event, Vaults, Waiting};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, Perbill, Permill};
use std::{
	cell::RefCell,
	time::{Duration, Instant},
};

type AccountId = AccountId32;
type Block = frame_system::mocking::MockBlockU32<Chain>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeTask
	)]
	pub struct Chain;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Chain>;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances::Pallet<Chain>;
	#[runtime::pallet_index(2)]
	pub type Royalties = pallet_royalties::Pallet<Chain>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Chain {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Chain {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

/// From how much on the cascade comes for a vault.
const MIN: Balance = 100;
/// What a version is sold for.
const PRICE: Balance = 1_000_000;
/// How often a sale is measured.
const ROUNDS: usize = 2_000;

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"royalpot");
	pub Beneficiary: AccountId = account(1);
	pub Commons: AccountId = account(2);
	pub const Fee: Permill = Permill::from_percent(3);
	pub const IdleShare: Perbill = Perbill::from_percent(100);
}

impl pallet_royalties::Config for Chain {
	type WeightInfo = pallet_royalties::weights::Counted<<Chain as frame_system::Config>::DbWeight>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Artifacts = Registry;
	type Records = Registry;
	type OnRevenue = ();
	type CurrentEpoch = ConstU32<0>;
	type PalletId = PotId;
	type FeeBeneficiary = Beneficiary;
	type Commons = Commons;
	type ItemDeposit = ConstU128<1_000>;
	type ByteDeposit = ConstU128<10>;
	type ProtocolFee = Fee;
	type MinDistribution = ConstU128<MIN>;
	type IdleShare = IdleShare;
	type IncomeEpochs = ConstU32<30>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

thread_local! {
	/// All versions, each of a model of its own; the first has the sequence 1.
	static VERSIONS: RefCell<Vec<VersionInfo>> = const { RefCell::new(vec![]) };
}

/// A registry that is a list.
pub struct Registry;

impl InspectArtifacts<AccountId> for Registry {
	fn artifact(_: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		let (publisher, owner) = (account(3), account(3));
		let status = ArtifactStatus::Active;
		Some(ArtifactInfo { kind: ArtifactKind::Model, publisher, owner, status })
	}

	fn version(sequence: Sequence) -> Option<VersionInfo> {
		let place = usize::try_from(sequence).ok()?.checked_sub(1)?;
		VERSIONS.with_borrow(|versions| versions.get(place).cloned())
	}
}

impl InspectRecords<AccountId> for Registry {
	fn records(_: Sequence) -> Option<RecordCounts> {
		None
	}

	fn contribution(_: Sequence, _: u64) -> Option<Contribution<AccountId>> {
		None
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_royalties::BenchmarkHelper<AccountId> for Registry {
	fn publish(_: &AccountId, _: u32, sources: &[Sequence]) -> Sequence {
		publish(sources)
	}

	fn commit(_: &AccountId, _: Sequence, _: Option<Sequence>) {}
}

/// The account of a number.
fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// One more version, of which each source has 3 %.
fn publish(sources: &[Sequence]) -> Sequence {
	let royalty = Permill::from_percent(3);
	let sources: Vec<_> = sources
		.iter()
		.map(|sequence| Source { sequence: *sequence, relation: Relation::Merge, royalty })
		.collect();
	VERSIONS.with_borrow_mut(|versions| {
		let sequence = versions.len() as Sequence + 1;
		versions.push(VersionInfo {
			artifact: H256::from_low_u64_be(sequence),
			number: 1,
			manifest: H256::zero(),
			terms: Terms { derivation: Derivation::Open, uses: Uses::ALL, royalty },
			sources: sources.try_into().expect("no more than there can be"),
			status: VersionStatus::Live,
		});
		sequence
	})
}

/// Each version made from the one before.
fn line(length: u64) -> Vec<Sequence> {
	let mut versions = Vec::<Sequence>::new();
	for _ in 0..length {
		let version = publish(versions.last().map_or(&[], core::slice::from_ref));
		versions.push(version);
	}
	versions
}

/// Sell a version, and say how long the payment took.
fn sell(version: Sequence) -> Duration {
	let payer = account(4);
	let reason = pallet_royalties::HoldReason::Share.into();
	Balances::hold(&reason, &payer, PRICE).expect("the payer has enough");
	let payment = Payment { payer, version, gross: PRICE, limit: None };
	let started = Instant::now();
	Royalties::take(payment, &reason).expect("it is held");
	started.elapsed()
}

/// A new chain.
fn on_chain<Answer>(work: impl FnOnce() -> Answer) -> Answer {
	VERSIONS.set(vec![]);
	let mut storage = frame_system::GenesisConfig::<Chain>::default()
		.build_storage()
		.expect("nothing speaks against it");
	pallet_royalties::GenesisConfig::<Chain>::default()
		.assimilate_storage(&mut storage)
		.expect("nothing speaks against it");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		System::set_block_number(1);
		Balances::mint_into(&account(4), 1 << 100).expect("there is room");
		work()
	})
}

fn median(mut times: Vec<Duration>) -> f64 {
	times.sort();
	times[times.len() / 2].as_secs_f64() * 1e6
}

/// A sale of the first and of the last of a thousand versions, in turns, so that whatever else the
/// machine does falls on both.
fn sales() {
	on_chain(|| {
		let versions = line(1_000);
		let (first, last) = (versions[0], versions[999]);
		// Both have a vault then.
		sell(first);
		sell(last);
		let (mut shallow, mut deep) = (vec![], vec![]);
		for _ in 0..ROUNDS {
			shallow.push(sell(first));
			deep.push(sell(last));
			System::reset_events();
		}
		let (shallow, deep) = (median(shallow), median(deep));
		println!(
			"figure: a sale at depth 1,000: {deep:.1} us, at depth 1: {shallow:.1} us, ratio {:.3} \
			 (aim: 1.05)",
			deep / shallow
		);
	});
}

/// Let one pass go through all that waits: visits, edges and microseconds.
fn pass(versions: &[Sequence]) -> (usize, usize, f64) {
	versions.iter().for_each(|version| {
		sell(*version);
	});
	System::reset_events();
	let started = Instant::now();
	Royalties::on_idle(1, Weight::MAX);
	let time = started.elapsed().as_secs_f64() * 1e6;
	let (mut visits, mut edges) = (0, 0);
	for record in System::events() {
		match record.event {
			RuntimeEvent::Royalties(Event::Distributed { .. }) => visits += 1,
			RuntimeEvent::Royalties(Event::RoyaltyPaid { .. }) => edges += 1,
			_ => {}
		}
	}
	assert_eq!(Waiting::<Chain>::iter_keys().count(), 0, "the pass is over");
	assert!(Vaults::<Chain>::iter_values().all(|vault| vault.amount < MIN));
	(visits, edges, time)
}

/// The median of several passes, each on a chain of its own.
fn passes(name: &str, lineage: impl Fn() -> Vec<Sequence>) -> f64 {
	let mut found: Vec<_> = (0..5).map(|_| on_chain(|| pass(&lineage()))).collect();
	found.sort_by(|one, other| one.2.total_cmp(&other.2));
	let (visits, edges, time) = found[found.len() / 2];
	let each = time / edges as f64;
	println!(
		"figure: {name}: {visits} visits, {edges} edges, {:.1} ms, {each:.1} us for each edge",
		time / 1e3
	);
	each
}

/// Three generations of sixteen, each made from all of the one before, and one made from the last.
fn fan() -> Vec<Sequence> {
	let mut below = vec![];
	let mut all = vec![];
	for _ in 0..3 {
		below = (0..MAX_SOURCES).map(|_| publish(&below)).collect();
		all.extend(below.iter().copied());
	}
	all.push(publish(&below));
	all
}

fn main() {
	sales();
	let short = passes("a line of 1,000 versions, a sale of each", || line(1_000));
	let long = passes("a line of 2,000 versions, a sale of each", || line(2_000));
	println!("figure: the longer for each edge, to the shorter: {:.3} (1: linear)", long / short);
	passes("three generations of 16 sources, a sale of each", fan);
}
