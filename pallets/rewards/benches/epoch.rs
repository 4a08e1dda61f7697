// SPDX-License-Identifier: Apache-2.0

//! Prints what a claim takes however many versions earned, and what the block takes in which an epoch
//! ends.
//!
//! ```text
//! cargo bench --package pallet-rewards --bench epoch
//! ```
//!
//! `AGORA_CLAIM_VERSIONS` (1,000,000) and `AGORA_EPOCH_VERSIONS` (100,000) say how many versions earn. The
//! chain has accounts, balances and rewards; its registry and payouts are the least that there can be,
//! and its storage is in memory. Times are medians and ratios within one run, since machines differ.

// Macros make what nobody reads.
#![allow(missing_docs)]

use agora_primitives::{
	seams::{ArtifactInfo, InspectArtifacts, OnRevenue, Payouts, Receipt, VersionInfo},
	ArtifactId, Balance, EpochIndex, RewardParameters, Sequence, SplitNumber,
};
use agora_test_utils::storage_access;
use frame_support::{
	derive_impl, parameter_types,
	storage::with_transaction,
	traits::{fungible::Mutate as _, tokens::Preservation, ConstU128, ConstU32, Hooks},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_rewards::{Epochs, Points, Running};
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, DispatchResult, Perbill,
	Permill, TransactionOutcome,
};
use std::time::{Duration, Instant};

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
	pub type Rewards = pallet_rewards::Pallet<Chain>;
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

/// How many blocks an epoch has.
const LENGTH: u32 = 100;
/// What each version earns in an epoch.
const CREDIT: Balance = 1_000;
/// How often a claim is measured.
const CLAIMS: u64 = 1_000;
/// How often a block is measured.
const ROUNDS: u32 = 2_000;

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"rewards/");
	pub Commons: AccountId = account(1);
	pub PaidOut: AccountId = account(2);
	pub const Cap: Permill = Permill::from_percent(90);
	pub const Least: Permill = Permill::from_percent(50);
	pub const Most: Permill = Permill::from_percent(90);
	pub const Chosen: RewardParameters = RewardParameters {
		usage_share: Permill::from_percent(80),
		issuance_share: Permill::from_percent(50),
	};
	pub const IdleShare: Perbill = Perbill::from_percent(50);
}

/// A registry of nothing, and royalties that put all into one account.
pub struct Neighbours;

impl InspectArtifacts<AccountId> for Neighbours {
	fn artifact(_: &ArtifactId) -> Option<ArtifactInfo<AccountId>> {
		None
	}

	fn version(_: Sequence) -> Option<VersionInfo> {
		None
	}
}

impl Payouts<AccountId, Balance> for Neighbours {
	fn keep(_: Sequence, _: SplitNumber) -> DispatchResult {
		Ok(())
	}

	fn pay(_: Sequence, _: SplitNumber, from: &AccountId, amount: Balance) -> DispatchResult {
		Balances::transfer(from, &PaidOut::get(), amount, Preservation::Preserve).map(|_| ())
	}

	fn leave(_: Sequence, _: SplitNumber) -> DispatchResult {
		Ok(())
	}

	fn shares_in(_: Sequence, _: SplitNumber, _: &AccountId) -> bool {
		false
	}

	fn kept(_: &ArtifactId, _: SplitNumber) -> u32 {
		0
	}

	fn keep_weight() -> Weight {
		Weight::zero()
	}

	fn pay_weight() -> Weight {
		Weight::zero()
	}

	fn leave_weight() -> Weight {
		Weight::zero()
	}
}

impl pallet_rewards::Config for Chain {
	type AdminOrigin = EnsureRoot<AccountId>;
	type WeightInfo = pallet_rewards::weights::Counted<<Chain as frame_system::Config>::DbWeight>;
	type Currency = Balances;
	type Artifacts = Neighbours;
	type Payouts = Neighbours;
	type CommonsVotes = ();
	type PalletId = PotId;
	type Commons = Commons;
	type EpochLength = ConstU32<LENGTH>;
	type ClaimPeriod = ConstU32<90>;
	type RebateCap = Cap;
	type MinUsageShare = Least;
	type MaxUsageShare = Most;
	type MinIssuanceShare = Least;
	type MaxIssuanceShare = Most;
	type DefaultParameters = Chosen;
	type IdleShare = IdleShare;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbours;
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_rewards::BenchmarkHelper<AccountId> for Neighbours {
	fn publish(_: &AccountId, _: u32, _: &[Sequence]) -> Sequence {
		0
	}
}

/// The account of a number.
fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// A new chain.
fn on_chain<Answer>(work: impl FnOnce() -> Answer) -> Answer {
	let mut storage = frame_system::GenesisConfig::<Chain>::default()
		.build_storage()
		.expect("nothing speaks against it");
	pallet_rewards::GenesisConfig::<Chain>::default()
		.assimilate_storage(&mut storage)
		.expect("nothing speaks against it");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		System::set_block_number(1);
		Balances::mint_into(&PaidOut::get(), 1).expect("there is room");
		work()
	})
}

/// Let so many versions earn in the running epoch.
fn earn(versions: u64) {
	let credit = CREDIT * Balance::from(versions);
	Balances::mint_into(&Rewards::pot_account(), credit).expect("there is room");
	let receipt = Receipt { fee: credit, excess: 0, income: credit };
	Rewards::on_payment(1, &receipt, credit).expect("the fee is there");
	for version in 1..=versions {
		Rewards::on_credit(version, 0, CREDIT).expect("it is in vaults");
		if version.is_multiple_of(10_000) {
			System::reset_events();
		}
	}
}

/// Begin the next block, and say how long the hook took.
fn begin_block() -> Duration {
	let now = System::block_number() + 1;
	System::set_block_number(now);
	let started = Instant::now();
	Rewards::on_initialize(now);
	started.elapsed()
}

/// Let the running epoch end. Returns it.
fn end_epoch() -> EpochIndex {
	let ended = Running::<Chain>::get();
	System::set_block_number(ended.end - 1);
	begin_block();
	ended.index
}

fn claim(epoch: EpochIndex, version: Sequence) {
	Rewards::claim(RuntimeOrigin::signed(account(3)), epoch, version)
		.expect("the version earned, and nobody claimed");
}

fn median(mut times: Vec<Duration>) -> f64 {
	times.sort();
	times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1e6)
}

/// How many versions are to earn.
fn versions(variable: &str, default: u64) -> u64 {
	std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// What a claim takes.
struct Claimed {
	reads: u64,
	writes: u64,
	/// The median, in microseconds.
	time: f64,
}

/// Claims in epochs in which so many versions earned.
fn claims(versions: u64) -> Claimed {
	on_chain(|| {
		let mut times = vec![];
		let (mut reads, mut writes) = (0, 0);
		while times.len() < CLAIMS as usize {
			earn(versions);
			let epoch = end_epoch();
			// Some from everywhere, and all where there are few.
			let step = (versions / CLAIMS).max(1);
			let mut of_epoch = (1..=versions).step_by(step as usize);
			if let Some(version) = of_epoch.next() {
				(reads, writes) = storage_access(|| claim(epoch, version));
			}
			for version in of_epoch.take(CLAIMS as usize) {
				let started = Instant::now();
				claim(epoch, version);
				times.push(started.elapsed());
			}
			System::reset_events();
		}
		Claimed { reads, writes, time: median(times) }
	})
}

/// A claim among few and among many.
fn compare_claims() {
	let many = versions("AGORA_CLAIM_VERSIONS", 1_000_000);
	let of_few = claims(10);
	let of_many = claims(many);
	for (count, found) in [(10, &of_few), (many, &of_many)] {
		println!(
			"figure: a claim with {count} versions in the epoch: {} reads, {} writes, {:.1} us",
			found.reads, found.writes, found.time
		);
	}
	let equal = of_few.reads == of_many.reads && of_few.writes == of_many.writes;
	println!(
		"figure: reads and writes are {}, ratio of times {:.3}",
		if equal { "equal" } else { "NOT equal" },
		of_many.time / of_few.time
	);
	assert!(equal, "a claim takes the same however many versions earned");
}

/// The reads and writes of the end of an epoch in which so many versions earned.
fn accesses_of_end(versions: u64) -> (u64, u64) {
	on_chain(|| {
		earn(versions);
		storage_access(|| {
			end_epoch();
		})
	})
}

/// Do something, say how long it took, and undo it.
fn undone(work: impl FnOnce() -> Duration) -> Duration {
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(work())))
		.expect("it is undone, and no error")
}

/// What blocks take, in microseconds.
struct Blocks {
	/// The hook of the block in which the epoch ends.
	end: f64,
	/// The hook of another block.
	other: f64,
	/// A claim in another block.
	claim: f64,
}

/// Blocks of a chain with so many versions that earn in an epoch, and earned in the one before.
fn blocks(versions: u64) -> Blocks {
	on_chain(|| {
		earn(versions);
		let before = end_epoch();
		earn(versions);
		let running = Running::<Chain>::get();
		let (mut ends, mut others, mut claims) = (vec![], vec![], vec![]);
		// In turns, so that whatever else the machine does falls on all.
		for _ in 0..ROUNDS {
			others.push(undone(begin_block));
			claims.push(undone(|| {
				let started = Instant::now();
				claim(before, versions / 2);
				started.elapsed()
			}));
			ends.push(undone(|| {
				System::set_block_number(running.end - 1);
				let time = begin_block();
				assert!(Epochs::<Chain>::contains_key(running.index), "it ended with credit");
				time
			}));
		}
		assert_eq!(Points::<Chain>::iter_keys().count() as u64, 2 * versions);
		Blocks { end: median(ends), other: median(others), claim: median(claims) }
	})
}

/// The block in which an epoch ends against other blocks.
fn compare_blocks() {
	let many = versions("AGORA_EPOCH_VERSIONS", 100_000);
	let (few, lots) = (accesses_of_end(10), accesses_of_end(many));
	println!("figure: reads and writes of an epoch's end with 10 versions: {few:?}, with {many}: {lots:?}");
	assert_eq!(few, lots, "nothing iterates");
	for count in [10, many] {
		let Blocks { end, other, claim } = blocks(count);
		println!(
			"figure: {count} versions: the hook at an epoch's end {end:.1} us, in other blocks \
			 {other:.1} us, with one claim {:.1} us; the end to the last: {:.3}; of two seconds: \
			 {:.5} %",
			other + claim,
			end / (other + claim),
			end / 2e6 * 100.0
		);
	}
}

fn main() {
	compare_claims();
	compare_blocks();
}
