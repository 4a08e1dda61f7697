// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its bounds, and what others pay for: an epoch's end with everything that
//! can happen at it, credit that comes to rest for the first time, pruning.

use super::*;
use agora_primitives::{
	seams::{OnRevenue, Receipt, Reference, References},
	Balance, EpochIndex, RewardParameters, Sequence,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, Get, Hooks,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, RawOrigin};

/// How much credit comes to rest at a time.
const CREDIT: Balance = 1_000_000;
/// How much each version has in every epoch, so that there is much to search in.
const VERSIONS: u32 = 10;

/// Give an account enough for everything that happens here.
fn funded<T: Config>(who: T::AccountId) -> T::AccountId {
	T::Currency::set_balance(&who, T::Currency::minimum_balance().saturating_mul(1_000_000));
	who
}

/// So many versions of a dataset.
fn versions<T: Config>(count: u32) -> alloc::vec::Vec<Sequence> {
	let owner = funded::<T>(account("owner", 0, 0));
	(0..count).map(|_| T::BenchmarkHelper::publish(&owner, 0, &[])).collect()
}

/// Pay fees that give credit to a vault, and nothing more.
fn pay<T: Config>(version: Sequence) {
	T::Currency::mint_into(&Pallet::<T>::pot_account(), CREDIT).expect("there is room");
	let receipt = Receipt { fee: CREDIT, excess: 0, income: CREDIT };
	Pallet::<T>::on_payment(version, &receipt, CREDIT).expect("there is room");
}

/// Let credit come to rest at a version.
fn earn<T: Config>(version: Sequence) {
	pay::<T>(version);
	Pallet::<T>::on_credit(version, 0, CREDIT).expect("there is room");
}

/// Let all versions earn, and the running epoch end. Returns it.
fn earn_and_end<T: Config>(versions: &[Sequence]) -> EpochIndex {
	versions.iter().copied().for_each(earn::<T>);
	end::<T>()
}

/// Come to the end of the running epoch. Returns it.
fn end<T: Config>() -> EpochIndex {
	let ended = come_to_end::<T>();
	Pallet::<T>::roll();
	ended
}

/// Come to the first block after the running epoch. Returns it.
fn come_to_end<T: Config>() -> EpochIndex {
	let running = Running::<T>::get();
	System::<T>::set_block_number(running.end);
	running.index
}

/// Let epochs pass until the rewards of this one expire at the end of the running one.
fn pass_until_last<T: Config>(epoch: EpochIndex) {
	let last = epoch.saturating_add(T::ClaimPeriod::get());
	Running::<T>::mutate(|running| running.index = last);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of one of several versions, the last that has anything.
	#[benchmark]
	fn claim() {
		let who: T::AccountId = funded::<T>(whitelisted_caller());
		Pallet::<T>::endow_accounts();
		let versions = versions::<T>(VERSIONS);
		let epoch = earn_and_end::<T>(&versions);
		let version = versions.first().copied().expect("there are some");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), epoch, version);

		assert!(Epochs::<T>::get(epoch).is_some_and(|record| record.claimed > 0));
		assert_eq!(Open::<T>::get(version), 0);
	}

	#[benchmark]
	fn set_parameters() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let parameters = RewardParameters {
			usage_share: T::MaxUsageShare::get(),
			issuance_share: T::MaxIssuanceShare::get(),
		};

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, parameters);

		assert_eq!(Parameters::<T>::get(), parameters);
		Ok(())
	}

	/// Nothing ends.
	#[benchmark]
	fn begin_block() {
		let now: BlockNumberFor<T> = System::<T>::block_number();

		#[block]
		{
			Pallet::<T>::on_initialize(now);
		}

		assert_eq!(Running::<T>::get().index, 0);
	}

	/// With credit, while another expires and the pool goes to votes, if there are any.
	#[benchmark]
	fn end_epoch() {
		Pallet::<T>::endow_accounts();
		let versions = versions::<T>(VERSIONS);
		let expiring = earn_and_end::<T>(&versions);
		pass_until_last::<T>(expiring);
		versions.iter().copied().for_each(earn::<T>);
		let epoch = come_to_end::<T>();

		#[block]
		{
			Pallet::<T>::on_initialize(System::<T>::block_number());
		}

		assert!(Epochs::<T>::contains_key(epoch));
		assert!(!Epochs::<T>::contains_key(expiring));
	}

	#[benchmark]
	fn on_payment() {
		let receipt = Receipt { fee: CREDIT, excess: 0, income: CREDIT };
		let result;

		#[block]
		{
			result = Pallet::<T>::on_payment(1, &receipt, CREDIT);
		}

		assert!(result.is_ok());
		assert_eq!(CreditInVaults::<T>::get(), CREDIT);
	}

	/// For the first time in the epoch.
	#[benchmark]
	fn on_credit() {
		let versions = versions::<T>(1);
		let version = versions.first().copied().expect("there is one");
		pay::<T>(version);
		let result;

		#[block]
		{
			result = Pallet::<T>::on_credit(version, 0, CREDIT);
		}

		assert!(result.is_ok());
		assert_eq!(Running::<T>::get().credit, CREDIT);
	}

	/// Past an epoch in which there is nothing.
	#[benchmark]
	fn prune_base() {
		Running::<T>::mutate(|running| running.index = T::ClaimPeriod::get().saturating_add(1));

		#[block]
		{
			Pallet::<T>::on_idle(System::<T>::block_number(), Weight::MAX);
		}

		assert_eq!(PruneFrom::<T>::get(), 1);
	}

	/// The points of one of several versions.
	#[benchmark]
	fn prune_step() {
		let versions = versions::<T>(VERSIONS);
		let epoch = earn_and_end::<T>(&versions);
		let step = Pallet::<T>::prune_step_weight();
		let mut meter = WeightMeter::with_limit(step);
		let whole;

		#[block]
		{
			whole = Pallet::<T>::prune_epoch(epoch, &mut meter);
		}

		assert!(!whole && meter.try_consume(step).is_err());
		let left = Points::<T>::iter_key_prefix((epoch,)).count();
		assert_eq!(left.saturating_add(1), versions.len());
	}

	#[benchmark]
	fn endow_accounts() {
		for account in [Pallet::<T>::pot_account(), T::Commons::get()] {
			T::Currency::set_balance(&account, 0);
		}

		#[block]
		{
			Pallet::<T>::endow_accounts();
		}

		assert!(T::Currency::balance(&Pallet::<T>::pot_account()) > 0);
	}

	#[benchmark]
	fn references() {
		let versions = versions::<T>(1);
		let version = versions.first().copied().expect("there is one");
		earn::<T>(version);
		let reference;

		#[block]
		{
			reference = Pallet::<T>::to_version(version);
		}

		assert_eq!(reference, Some(Reference::Income));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::TestExt::new().build(), crate::mock::Test);
}
