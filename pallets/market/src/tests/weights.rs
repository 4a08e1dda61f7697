// SPDX-License-Identifier: Apache-2.0

//! That counted weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own.

use super::util::*;
use crate::{
	mock::Royalties,
	weights::{self, size},
	Call,
};
use agora_primitives::seams::Revenue;
use agora_test_utils::{longest, paid, storage_access, Distinct};
use frame_support::{
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	traits::StorageInfoTrait,
};
use sp_runtime::traits::Dispatchable;

type Counted = weights::Counted<Distinct>;

/// What taking a payment weighs.
fn take() -> Weight {
	<Royalties as Revenue<_, _, _>>::take_weight()
}

/// See that work reads and writes exactly what it pays for, but for what it reads of the registry,
/// which is a list here.
fn check_work(name: &str, weight: Weight, of_registry: u64, work: impl FnOnce()) {
	let (reads, writes) = storage_access(work);
	let (paid_reads, paid_writes) = paid(weight);
	assert_eq!(reads + of_registry, paid_reads, "{name} reads");
	assert_eq!(writes, paid_writes, "{name} writes");
}

/// Make a call, and see that it reads and writes exactly what it pays for.
fn check(
	name: &str,
	weight: Weight,
	of_registry: u64,
	who: AccountId,
	call: Call<Test>,
) -> PostDispatchInfo {
	let call = RuntimeCall::Market(call);
	assert!(call.get_dispatch_info().call_weight.all_gte(weight));
	let mut result = None;
	check_work(name, weight, of_registry, || result = Some(call.dispatch(by(who))));
	result.unwrap().unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// An artifact of Alice with two versions, whose next payment has all parts that there can be, an
/// offer for each version, and Bob's license under the first, which can be renewed.
fn capped(number: u8) -> [OfferId; 2] {
	let versions = [u64::from(number) * 10, u64::from(number) * 10 + 1];
	let offers = versions.map(|version| {
		publish(alice(), number, version);
		let id = NextOffer::<Test>::get();
		let (duration, supply) = (Some(10), Some(10));
		let terms = OfferTerms { duration, supply, ..terms(version) };
		assert_ok!(Market::create_offer(by(alice()), terms));
		id
	});
	buy(bob(), offers[0]);
	assert_ok!(Market::waive_refund(by(bob()), artifact(number)));
	assert_ok!(Market::pledge_cap(by(alice()), artifact(number), INCOME + 1));
	offers
}

/// The same, renewed under the second offer.
fn renewed(number: u8) -> ArtifactId {
	let [_, second] = capped(number);
	renew(bob(), second);
	artifact(number)
}

#[test]
fn every_read_and_write_is_paid_for() {
	TestExt::new().run(|| {
		let terms = |version| OfferTerms { supply: Some(5), duration: Some(10), ..terms(version) };
		publish(alice(), 1, 1);
		publish(alice(), 1, 2);
		let call = Call::create_offer { terms: terms(1) };
		check("create_offer", Counted::create_offer(), 2, alice(), call);
		let call = Call::update_offer { offer: 1, terms: terms(2) };
		check("update_offer", Counted::update_offer(), 2, alice(), call);

		// Not the first, so that the artifact has another place among what there are licenses for.
		buy(carol(), 1);
		let call = Call::buy { offer: 1, max_price: PRICE, revision: 2 };
		let post = check("buy", Counted::buy(), 2, bob(), call);
		assert_eq!(post.actual_weight, Some(Counted::buy()), "nothing was taken");
		assert_ok!(Market::refund(by(carol()), model()));
		// Who opened the sales is not the buyer.
		assert_ok!(Market::close_offer(by(alice()), 1));
		let call = Call::refund { artifact: model() };
		check("refund", Counted::refund(), 0, bob(), call);

		// Who opened the sales did not make the last offer.
		let first = offered(|_| {});
		give(model(), carol());
		assert_ok!(Market::create_offer(by(carol()), terms(1)));
		assert_ok!(Market::close_offer(by(carol()), first));
		let call = Call::close_offer { offer: first + 1 };
		check("close_offer", Counted::close_offer(), 1, carol(), call);

		let call = Call::pledge_cap { artifact: model(), cap: 10 };
		check("pledge_cap", Counted::pledge_cap(), 1, carol(), call);
		let call = Call::lower_cap { artifact: model(), cap: 9 };
		check("lower_cap", Counted::lower_cap(), 1, carol(), call);
		check_work("remove_sales", Counted::remove_sales(), 0, || {
			assert_ok!(Market::on_removed(&model()));
		});
	});
}

#[test]
fn every_read_and_write_of_a_payment_is_paid_for() {
	TestExt::new().run(|| {
		let [_, second] = capped(2);
		let revision = 2;
		let paid_at_once = OfferTerms { refund_window: 0, ..stored_offer(second).terms };
		assert_ok!(Market::update_offer(by(alice()), second, paid_at_once));
		// The former version has no other use, which is removed.
		assert_ok!(Market::close_offer(by(alice()), second - 1));
		let call = Call::renew { offer: second, max_price: PRICE, revision };
		let post = check("renew", Counted::renew().saturating_add(take()), 2, bob(), call);
		assert_eq!(post.actual_weight, None, "a payment was taken");

		let artifact = renewed(3);
		let call = Call::waive_refund { artifact };
		check("waive_refund", Counted::waive_refund().saturating_add(take()), 0, bob(), call);

		let artifact = renewed(4);
		pass(WINDOW + 1);
		let call = Call::settle { artifact, account: bob() };
		check("settle", Counted::settle().saturating_add(take()), 0, mallory(), call);

		renewed(5);
		pass(WINDOW + 1);
		check_work("settle_due", Counted::settle_due().saturating_add(take()), 0, || {
			idle(plenty());
		});
		assert_eq!(Due::<Test>::iter().count(), 0);
	});
}

#[test]
fn every_read_and_write_of_a_license_is_paid_for() {
	TestExt::new().run(|| {
		let offer = offered(|terms| (terms.price, terms.transferable) = (0, true));
		buy(bob(), offer);
		let call = Call::transfer_license { artifact: model(), to: carol() };
		check("transfer_license", Counted::transfer_license(), 1, bob(), call);
		assert_ok!(Market::close_offer(by(alice()), offer));
		let call = Call::release_license { artifact: model(), account: carol() };
		check("release_license", Counted::release_license(), 0, carol(), call);
		assert!(!Sales::<Test>::contains_key(model()));
	});
}

#[test]
fn every_read_for_a_neighbour_is_paid_for() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		let asks: [&dyn Fn(); 2] = [&|| assert!(Market::to_artifact(&model()).is_some()), &|| {
			assert!(Market::to_version(1).is_some())
		}];
		for ask in asks {
			check_work("look_for_reference", Counted::look_for_reference(), 0, || {
				// So that there is something to hear; it is not counted.
				sp_io::storage::set(b"heard", b"");
				ask();
			});
		}
	});
}

#[test]
fn a_release_in_place_of_a_payment_gives_weight_back() {
	TestExt::new().run(|| {
		let offer = offered(|_| {});
		buy(bob(), offer);
		buy(carol(), offer);
		assert_ok!(Market::pledge_cap(by(alice()), model(), 0));
		let call = Call::settle { artifact: model(), account: carol() };
		let calls = [(Call::waive_refund { artifact: model() }, bob()), (call, mallory())];
		for (call, who) in calls {
			let call = RuntimeCall::Market(call);
			let booked = call.get_dispatch_info().call_weight;
			let actual = call.dispatch(by(who)).unwrap().actual_weight.unwrap();
			assert_eq!(actual.saturating_add(take()), booked);
		}
	});
}

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Market", "Offers"), size::OFFERS);
	assert_eq!(length("Market", "NextOffer"), size::NEXT_OFFER);
	assert_eq!(length("Market", "Sales"), size::SALES);
	assert_eq!(length("Market", "Licenses"), size::LICENSES);
	assert_eq!(length("Market", "Due"), size::DUE);
	assert_eq!(length("Market", "VersionUses"), size::VERSION_USES);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// As many reasons as a runtime may have; this one has but four.
	assert!(length("Balances", "Holds") <= size::HOLDS);
}

#[test]
fn everything_has_a_weight_of_both_kinds() {
	let weights = [
		<() as WeightInfo>::create_offer(),
		<() as WeightInfo>::update_offer(),
		<() as WeightInfo>::close_offer(),
		<() as WeightInfo>::buy(),
		<() as WeightInfo>::renew(),
		<() as WeightInfo>::refund(),
		<() as WeightInfo>::waive_refund(),
		<() as WeightInfo>::settle(),
		<() as WeightInfo>::transfer_license(),
		<() as WeightInfo>::release_license(),
		<() as WeightInfo>::pledge_cap(),
		<() as WeightInfo>::lower_cap(),
		<() as WeightInfo>::look_for_due(),
		<() as WeightInfo>::settle_due(),
		<() as WeightInfo>::look_for_reference(),
		<() as WeightInfo>::remove_sales(),
	];
	for weight in weights {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
}
