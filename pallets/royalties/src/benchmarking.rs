// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its bounds: as many sources, members and versions of a series as there
//! can be, and a former split that is paid for the last time.

use super::{income::Origin, *};
use agora_primitives::{
	seams::{
		Contribution, InspectArtifacts, InspectRecords, OnArtifact, OnContribution, Payment,
		Payouts, References, Revenue,
	},
	ArtifactId, Balance, EpochIncome, Member, RecordId, Sequence, Split, MAX_MEMBERS, MAX_SERIES,
	MAX_SOURCES,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{hold::Mutate as _, Inspect, Mutate},
		Get, Hooks,
	},
	weights::Weight,
	BoundedVec,
};
use frame_system::{Pallet as System, RawOrigin};
use sp_runtime::Permill;

/// Give an account enough for everything that happens here.
fn fund<T: Config>(who: &T::AccountId) {
	let deposits = T::ItemDeposit::get()
		.saturating_mul(10_000)
		.saturating_add(T::ByteDeposit::get().saturating_mul(1_000_000));
	let minimum = T::Currency::minimum_balance().saturating_mul(1_000_000);
	T::Currency::set_balance(who, deposits.saturating_add(minimum).saturating_add(income::<T>()));
}

/// Enough to reach sources of sources, and for every record of the largest dataset.
fn income<T: Config>() -> Balance {
	T::MinDistribution::get().saturating_mul(1_000_000).saturating_add(1 << 40)
}

fn named<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who = account(name, number, 0);
	fund::<T>(&who);
	who
}

fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

/// A version of each of so many datasets of its own.
fn sources<T: Config>(count: u32) -> Vec<Sequence> {
	let owner = named::<T>("source", 0);
	(0..count).map(|number| T::BenchmarkHelper::publish(&owner, number, &[])).collect()
}

fn artifact<T: Config>(version: Sequence) -> ArtifactId {
	T::Artifacts::version(version).expect("it was published").artifact
}

/// As many members as there can be.
fn full_split<T: Config>() -> Split<T::AccountId> {
	let share = Permill::from_rational(1, MAX_MEMBERS);
	let members = (0..MAX_MEMBERS)
		.map(|number| Member { account: named::<T>("member", number), share })
		.collect();
	let contributors = Permill::from_percent(50);
	Split { contributors, members: BoundedVec::truncate_from(members) }
}

fn set_split<T: Config>(owner: &T::AccountId, version: Sequence, split: Split<T::AccountId>) {
	let origin = RawOrigin::Signed(owner.clone()).into();
	Pallet::<T>::set_split(origin, artifact::<T>(version), split).expect("the owner has enough");
}

/// Put income into a version's vault, and its tokens into the pot. Nobody was told of a fee for it, so
/// there is no credit.
fn bring<T: Config>(version: Sequence, amount: Balance) {
	T::Currency::mint_into(&Pallet::<T>::pot_account(), amount).expect("there is room");
	let part = Part { amount, credit: 0 };
	Pallet::<T>::deposit(version, &artifact::<T>(version), Origin::Sale, part)
		.expect("there is room");
}

/// Give a version income in as many epochs as are remembered.
fn fill_incomes<T: Config>(version: Sequence) {
	let income = EpochIncome { epoch: T::CurrentEpoch::get(), sales: 0, royalties: 0 };
	let past = (0..T::IncomeEpochs::get()).map(|_| income).collect::<Vec<_>>();
	Incomes::<T>::insert(version, BoundedVec::truncate_from(past));
}

/// As many versions as can extend each other, all but the last of which brought a record of the
/// contributor. The last has so many sources.
fn series<T: Config>(
	owner: &T::AccountId,
	contributor: &T::AccountId,
	sources: u32,
) -> Vec<Sequence> {
	let mut versions = Vec::<Sequence>::new();
	let from = self::sources::<T>(sources);
	for number in 0..MAX_SERIES {
		let last = number == MAX_SERIES.saturating_sub(1);
		let version = T::BenchmarkHelper::publish(owner, 0, if last { &from } else { &[] });
		T::BenchmarkHelper::commit(owner, version, versions.last().copied());
		if !last {
			prove::<T>(version, contributor);
		}
		versions.push(version);
	}
	versions
}

fn contribution<T: Config>(
	version: Sequence,
	contributor: &T::AccountId,
) -> Contribution<T::AccountId> {
	let series = T::Records::records(version).expect("it was committed").series;
	let record = RecordId { origin: version, index: 0 };
	Contribution { record, series, contributor: contributor.clone() }
}

fn prove<T: Config>(version: Sequence, contributor: &T::AccountId) {
	Pallet::<T>::on_proven(&contribution::<T>(version, contributor)).expect("there is room");
}

/// Keep a split of as many members as there can be for a reward, and let another take its place.
fn keep_former<T: Config>(owner: &T::AccountId, version: Sequence) {
	set_split::<T>(owner, version, full_split::<T>());
	<Pallet<T> as Payouts<_, _>>::keep(version, 1).expect("it is in force");
	set_split::<T>(owner, version, Split::owner_alone());
}

fn last(versions: &[Sequence]) -> Sequence {
	versions.last().copied().expect("there are some")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// From a split of as many members as there can be to another, while there is income.
	#[benchmark]
	fn set_split() {
		let who = caller::<T>();
		let version = T::BenchmarkHelper::publish(&who, 0, &[]);
		super::set_split::<T>(&who, version, full_split::<T>());
		bring::<T>(version, income::<T>());
		let id = artifact::<T>(version);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, full_split::<T>());

		assert_eq!(Splits::<T>::get(id).map(|state| state.number), Some(2));
	}

	/// The last income of a former split with as many members as there can be, of the newest of as
	/// many versions as can extend each other. Each of its sources has income under a former split, and
	/// had some in as many epochs as are remembered.
	#[benchmark]
	fn distribute(s: Linear<0, MAX_SOURCES>) {
		let who = caller::<T>();
		let owner = named::<T>("owner", 0);
		let contributor = named::<T>("contributor", 0);
		let version = last(&series::<T>(&owner, &contributor, s));
		super::set_split::<T>(&owner, version, full_split::<T>());
		bring::<T>(version, income::<T>());
		super::set_split::<T>(&owner, version, Split::owner_alone());
		let source_owner = named::<T>("source", 0);
		let info = T::Artifacts::version(version).expect("it was published");
		for source in &info.sources {
			fill_incomes::<T>(source.sequence);
			bring::<T>(source.sequence, T::MinDistribution::get());
			super::set_split::<T>(&source_owner, source.sequence, Split::owner_alone());
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), version);

		assert!(!PastSplits::<T>::contains_key(info.artifact, 1));
		assert!(Pallet::<T>::oldest_part(version).is_none());
	}

	/// To an account that does not exist.
	#[benchmark]
	fn withdraw() {
		let who = caller::<T>();
		let to: T::AccountId = account("nobody", 0, 0);
		let amount = T::Currency::minimum_balance();
		T::Currency::mint_into(&Pallet::<T>::pot_account(), amount).expect("there is room");
		Pallet::<T>::earn(&to, amount).expect("there is room");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), to.clone());

		assert_eq!(T::Currency::balance(&to), amount);
	}

	/// In a full series.
	#[benchmark]
	fn collect_share() {
		let who = caller::<T>();
		let owner = named::<T>("owner", 0);
		let contributor = named::<T>("contributor", 0);
		let versions = series::<T>(&owner, &contributor, 0);
		let version = last(&versions);
		super::set_split::<T>(&owner, version, full_split::<T>());
		bring::<T>(version, income::<T>());
		Pallet::<T>::do_distribute(version).expect("there is income");
		let first = versions.first().copied().expect("there are some");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), first, contributor.clone());

		assert!(Earnings::<T>::get(contributor) > 0);
	}

	/// With an excess, while there is income under a former split and was in as many epochs as are
	/// remembered.
	#[benchmark]
	fn take() {
		let owner = named::<T>("owner", 0);
		let payer = caller::<T>();
		let version = T::BenchmarkHelper::publish(&owner, 0, &[]);
		fill_incomes::<T>(version);
		bring::<T>(version, income::<T>());
		super::set_split::<T>(&owner, version, full_split::<T>());
		let reason: T::RuntimeHoldReason = HoldReason::Share.into();
		let gross = income::<T>();
		T::Currency::hold(&reason, &payer, gross).expect("the payer has enough");
		Pallet::<T>::endow_accounts();
		let limit = Some(T::MinDistribution::get());
		let receipt;

		#[block]
		{
			let payment = Payment { payer, version, gross, limit };
			receipt = Pallet::<T>::take(payment, &reason);
		}

		assert!(receipt.is_ok_and(|receipt| receipt.excess > 0 && receipt.income > 0));
	}

	/// At the end of a pass.
	#[benchmark]
	fn cascade_base() {
		Cursor::<T>::put((1, 0));

		#[block]
		{
			Pallet::<T>::on_idle(System::<T>::block_number(), Weight::MAX);
		}

		assert!(Cursor::<T>::get().is_none());
	}

	/// To the last of a hundred.
	#[benchmark]
	fn cascade_step() {
		for version in 0..100 {
			let part = Part { amount: 1, credit: 0 };
			Waiting::<T>::insert(vault::place(version), 0u32.to_be_bytes(), part);
		}
		let next;

		#[block]
		{
			next = Pallet::<T>::next_after(Some((1, 0)));
		}

		assert_eq!(next, Some((0, 0)));
	}

	#[benchmark]
	fn endow_accounts() {
		for account in [Pallet::<T>::pot_account(), T::FeeBeneficiary::get(), T::Commons::get()] {
			T::Currency::set_balance(&account, 0);
		}

		#[block]
		{
			Pallet::<T>::endow_accounts();
		}

		assert!(T::Currency::balance(&Pallet::<T>::pot_account()) > 0);
	}

	/// To the last of a full series, to which nothing does.
	#[benchmark]
	fn references() {
		let owner = named::<T>("owner", 0);
		let contributor = named::<T>("contributor", 0);
		let version = last(&series::<T>(&owner, &contributor, 0));
		let reference;

		#[block]
		{
			reference = Pallet::<T>::to_version(version);
		}

		assert_eq!(reference, None);
	}

	/// A transfer, while there is income under a split of as many members as there can be.
	#[benchmark]
	fn on_artifact() {
		let owner = named::<T>("owner", 0);
		let version = T::BenchmarkHelper::publish(&owner, 0, &[]);
		super::set_split::<T>(&owner, version, full_split::<T>());
		bring::<T>(version, income::<T>());
		let id = artifact::<T>(version);
		let new_owner = named::<T>("new", 0);

		#[block]
		{
			Pallet::<T>::on_transferred(&id, &owner, &new_owner).expect("both have enough");
		}

		assert_eq!(Splits::<T>::get(id).map(|state| state.number), Some(2));
	}

	/// With income in as many epochs as are remembered.
	#[benchmark]
	fn on_version_removed() {
		let owner = named::<T>("owner", 0);
		let version = T::BenchmarkHelper::publish(&owner, 0, &[]);
		fill_incomes::<T>(version);

		#[block]
		{
			<Pallet<T> as OnArtifact<_>>::on_version_removed(version).expect("nothing hinders it");
		}

		assert!(Incomes::<T>::get(version).is_empty());
	}

	/// The first record that the newest of a full series brings.
	#[benchmark]
	fn on_contribution() {
		let owner = named::<T>("owner", 0);
		let contributor = named::<T>("contributor", 0);
		let version = last(&series::<T>(&owner, &contributor, 0));
		let contribution = contribution::<T>(version, &contributor);

		#[block]
		{
			Pallet::<T>::on_proven(&contribution).expect("there is room");
		}

		assert!(Shares::<T>::contains_key(version, contributor));
	}

	/// A former split of as many members as there can be.
	#[benchmark]
	fn keep() {
		let owner = named::<T>("owner", 0);
		let version = T::BenchmarkHelper::publish(&owner, 0, &[]);
		keep_former::<T>(&owner, version);

		#[block]
		{
			<Pallet<T> as Payouts<_, _>>::keep(version, 1).expect("it is kept");
		}

		assert_eq!(Pallet::<T>::kept(&artifact::<T>(version), 1), 2);
	}

	/// The last reward under a former split with as many members as there can be, of the newest of as
	/// many versions as can extend each other.
	#[benchmark]
	fn pay() {
		let owner = named::<T>("owner", 0);
		let contributor = named::<T>("contributor", 0);
		let version = last(&series::<T>(&owner, &contributor, 0));
		keep_former::<T>(&owner, version);
		let from = caller::<T>();
		let amount = income::<T>();

		#[block]
		{
			<Pallet<T> as Payouts<_, _>>::pay(version, 1, &from, amount).expect("it is kept");
		}

		assert!(!PastSplits::<T>::contains_key(artifact::<T>(version), 1));
		assert!(Earnings::<T>::get(named::<T>("member", 0)) > 0);
	}

	/// The last reward under a former split of as many members as there can be.
	#[benchmark]
	fn leave() {
		let owner = named::<T>("owner", 0);
		let version = T::BenchmarkHelper::publish(&owner, 0, &[]);
		keep_former::<T>(&owner, version);

		#[block]
		{
			<Pallet<T> as Payouts<_, _>>::leave(version, 1).expect("it is kept");
		}

		assert!(!PastSplits::<T>::contains_key(artifact::<T>(version), 1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::TestExt::new().build(), crate::mock::Test);
}
