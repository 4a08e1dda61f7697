// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its bounds: as many offers as there may be, a limited supply, versions
//! that differ, the last license of an artifact.
//!
//! Where a payment is taken, what the neighbour does is part of what is measured.

use super::*;
use agora_primitives::{
	seams::{OnArtifact, References, Revenue},
	ArtifactId, OfferId, OfferTerms, Sequence, MAX_OFFERS,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		Get,
	},
	weights::WeightMeter,
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, RawOrigin};
use sp_runtime::traits::{One, Saturating};

/// Give an account enough for everything that happens here.
fn fund<T: Config>(who: &T::AccountId) {
	let deposits = T::ItemDeposit::get()
		.saturating_mul(1_000u32.into())
		.saturating_add(T::ByteDeposit::get().saturating_mul(100_000u32.into()));
	let minimum = T::Currency::minimum_balance().saturating_mul(1_000u32.into());
	let prices = price::<T>().saturating_mul(10u32.into());
	T::Currency::set_balance(who, deposits.saturating_add(minimum).saturating_add(prices));
}

/// What a license costs: enough to have all parts that a payment can have.
fn price<T: Config>() -> BalanceOf<T> {
	let minimum = T::Currency::minimum_balance().saturating_mul(100u32.into());
	T::MinPrice::get().saturating_mul(100u32.into()).max(minimum)
}

fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

fn stranger<T: Config>(number: u32) -> T::AccountId {
	let who = account("stranger", number, 0);
	fund::<T>(&who);
	who
}

fn publish<T: Config>(owner: &T::AccountId, number: u32) -> Sequence {
	T::BenchmarkHelper::publish_version(owner, number)
}

/// Terms with all that they can say, and the longest refund window.
fn terms<T: Config>(version: Sequence) -> OfferTermsOf<T> {
	let refund_window = T::MaxRefundWindow::get();
	OfferTerms {
		version,
		price: price::<T>(),
		duration: Some(refund_window.saturating_add(One::one())),
		supply: Some(1_000),
		transferable: true,
		refund_window,
	}
}

/// An offer on these terms, and the artifact that it is for.
fn offer<T: Config>(owner: &T::AccountId, terms: OfferTermsOf<T>) -> (OfferId, ArtifactId) {
	let id = NextOffer::<T>::get();
	Pallet::<T>::create_offer(RawOrigin::Signed(owner.clone()).into(), terms)
		.expect("funded, owned and available");
	let offer = Offers::<T>::get(id).expect("just made");
	(id, offer.artifact)
}

fn buy<T: Config>(who: &T::AccountId, offer: OfferId) {
	Pallet::<T>::buy(RawOrigin::Signed(who.clone()).into(), offer, price::<T>(), 1)
		.map(|_| ())
		.map_err(|error| error.error)
		.expect("funded, and open");
}

fn renew<T: Config>(who: &T::AccountId, offer: OfferId) {
	Pallet::<T>::renew(RawOrigin::Signed(who.clone()).into(), offer, price::<T>(), 1)
		.map(|_| ())
		.map_err(|error| error.error)
		.expect("funded, and open");
}

/// A license that was paid for.
fn licensed<T: Config>(who: &T::AccountId) -> ArtifactId {
	let owner = stranger::<T>(0);
	let version = publish::<T>(&owner, 0);
	let terms = OfferTerms { refund_window: BlockNumberFor::<T>::default(), ..terms::<T>(version) };
	let (id, artifact) = offer::<T>(&owner, terms);
	buy::<T>(who, id);
	artifact
}

/// A license that was paid for, and renewed for another version; the renewal can be refunded.
fn pending<T: Config>(who: &T::AccountId) -> ArtifactId {
	let artifact = licensed::<T>(who);
	let owner = stranger::<T>(0);
	let other = publish::<T>(&owner, 1);
	let (id, _) = offer::<T>(&owner, terms::<T>(other));
	renew::<T>(who, id);
	artifact
}

/// Let the refund windows of all purchases end.
fn pass<T: Config>() {
	let later = T::MaxRefundWindow::get().saturating_add(One::one());
	System::<T>::set_block_number(System::<T>::block_number().saturating_add(later));
}

fn is_settled<T: Config>(artifact: ArtifactId, who: &T::AccountId) -> bool {
	Licenses::<T>::get(artifact, who).is_some_and(|license| license.purchase.is_none())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The last that an artifact has room for.
	#[benchmark]
	fn create_offer() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let terms = terms::<T>(version);
		for _ in 1..MAX_OFFERS {
			offer::<T>(&who, terms);
		}
		let id = NextOffer::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), terms);

		assert!(Offers::<T>::contains_key(id));
	}

	/// To another version.
	#[benchmark]
	fn update_offer() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let (id, _) = offer::<T>(&who, terms::<T>(version));
		let terms = terms::<T>(publish::<T>(&who, 1));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, terms);

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.revision), Some(2));
	}

	/// The only one.
	#[benchmark]
	fn close_offer() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let (id, artifact) = offer::<T>(&who, terms::<T>(version));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(!Sales::<T>::contains_key(artifact));
	}

	/// One of a limited supply, refundable, and not the first.
	#[benchmark]
	fn buy() {
		let who = caller::<T>();
		let owner = stranger::<T>(0);
		let version = publish::<T>(&owner, 0);
		let (id, artifact) = offer::<T>(&owner, terms::<T>(version));
		super::buy::<T>(&stranger::<T>(1), id);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, price::<T>(), 1);

		assert!(Licenses::<T>::contains_key(artifact, who));
	}

	/// Under another offer, for another version, one of a limited supply, refundable.
	#[benchmark]
	fn renew() {
		let who = caller::<T>();
		let artifact = licensed::<T>(&who);
		let owner = stranger::<T>(0);
		let other = publish::<T>(&owner, 1);
		let (id, _) = offer::<T>(&owner, terms::<T>(other));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, price::<T>(), 1);

		assert!(!is_settled::<T>(artifact, &who));
	}

	/// The last license of an artifact without offers.
	#[benchmark]
	fn refund() {
		let who = caller::<T>();
		let owner = stranger::<T>(0);
		let version = publish::<T>(&owner, 0);
		let (id, artifact) = offer::<T>(&owner, terms::<T>(version));
		super::buy::<T>(&who, id);
		Pallet::<T>::close_offer(RawOrigin::Signed(owner).into(), id).expect("owned");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact);

		assert!(!Sales::<T>::contains_key(artifact));
	}

	/// A renewal for another version.
	#[benchmark]
	fn waive_refund() {
		let who = caller::<T>();
		let artifact = pending::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), artifact);

		assert!(is_settled::<T>(artifact, &who));
	}

	/// A renewal for another version.
	#[benchmark]
	fn settle() {
		let who = caller::<T>();
		let buyer = stranger::<T>(1);
		let artifact = pending::<T>(&buyer);
		pass::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, buyer.clone());

		assert!(is_settled::<T>(artifact, &buyer));
	}

	#[benchmark]
	fn transfer_license() {
		let who = caller::<T>();
		let to = stranger::<T>(1);
		let artifact = licensed::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, to.clone());

		assert!(Licenses::<T>::contains_key(artifact, to));
	}

	/// The last license of an artifact without offers, which brought nothing.
	#[benchmark]
	fn release_license() {
		let who = caller::<T>();
		let holder = stranger::<T>(1);
		let owner = stranger::<T>(0);
		let version = publish::<T>(&owner, 0);
		let terms = OfferTerms {
			price: BalanceOf::<T>::default(),
			refund_window: BlockNumberFor::<T>::default(),
			..terms::<T>(version)
		};
		let (id, artifact) = offer::<T>(&owner, terms);
		super::buy::<T>(&holder, id);
		Pallet::<T>::close_offer(RawOrigin::Signed(owner).into(), id).expect("owned");
		// Longer than any license lasts.
		pass::<T>();
		pass::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, holder.clone());

		assert!(!Sales::<T>::contains_key(artifact));
	}

	/// The first that is said of the artifact's sales.
	#[benchmark]
	fn pledge_cap() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let (id, artifact) = offer::<T>(&who, terms::<T>(version));
		Pallet::<T>::close_offer(RawOrigin::Signed(who.clone()).into(), id).expect("owned");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, price::<T>());

		assert_eq!(Sales::<T>::get(artifact).and_then(|sales| sales.cap), Some(price::<T>()));
	}

	#[benchmark]
	fn lower_cap() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let (_, artifact) = offer::<T>(&who, terms::<T>(version));
		let origin = RawOrigin::Signed(who.clone()).into();
		Pallet::<T>::pledge_cap(origin, artifact, price::<T>()).expect("owned");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), artifact, BalanceOf::<T>::default());

		assert!(Sales::<T>::get(artifact).is_some_and(|sales| sales.is_free()));
	}

	#[benchmark]
	fn look_for_due() {
		let who = caller::<T>();
		let artifact = pending::<T>(&who);
		pass::<T>();
		let mut meter = WeightMeter::with_limit(T::WeightInfo::look_for_due());

		#[block]
		{
			Pallet::<T>::settle_due(&mut meter);
		}

		assert!(!is_settled::<T>(artifact, &who));
	}

	/// A renewal for another version.
	#[benchmark]
	fn settle_due() {
		let who = caller::<T>();
		let artifact = pending::<T>(&who);
		pass::<T>();
		let once = T::WeightInfo::look_for_due()
			.saturating_add(T::WeightInfo::settle_due())
			.saturating_add(T::Revenue::take_weight());
		let mut meter = WeightMeter::with_limit(once);

		#[block]
		{
			Pallet::<T>::settle_due(&mut meter);
		}

		assert!(is_settled::<T>(artifact, &who));
	}

	#[benchmark]
	fn look_for_reference() {
		let who = caller::<T>();
		let artifact = licensed::<T>(&who);
		let reference;

		#[block]
		{
			reference = Pallet::<T>::to_artifact(&artifact);
		}

		assert!(reference.is_some());
	}

	#[benchmark]
	fn remove_sales() {
		let who = caller::<T>();
		let version = publish::<T>(&who, 0);
		let (_, artifact) = offer::<T>(&who, terms::<T>(version));

		#[block]
		{
			Pallet::<T>::on_removed(&artifact).expect("the deposit is held");
		}

		assert!(!Sales::<T>::contains_key(artifact));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::TestExt::new().build(), crate::mock::Test);
}
