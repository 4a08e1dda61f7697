// SPDX-License-Identifier: Apache-2.0

//! That no call costs more, however many licenses were sold.

use super::util::*;
use crate::Call;
use agora_test_utils::storage_access;
use sp_runtime::traits::Dispatchable;

/// The buyer of a number.
fn buyer(number: u32) -> AccountId {
	AccountId::new(number.to_be_bytes().repeat(8).try_into().expect("32 bytes"))
}

/// Let there be this many licenses more, as `buy` stores them. Their deposits are left out, and are
/// in no other call's way.
fn sell(offer: OfferId, count: u32) {
	buy(mallory(), offer);
	let sold = license(mallory());
	let until = sold.purchase.expect("refundable").refundable_until.to_be_bytes();
	for who in (1..count).map(buyer) {
		Licenses::<Test>::insert(model(), &who, sold);
		LicensesOf::<Test>::insert(&who, model(), ());
		Due::<Test>::insert(until, (model(), &who), ());
	}
	VersionUses::<Test>::mutate(1, |uses| *uses += count - 1);
	let mut sales = sales();
	let licenses = sales.licenses + count - 1;
	Market::count_licenses(&model(), &mut sales, licenses);
	Sales::<Test>::insert(model(), sales);
}

/// What every call reads and writes now.
fn costs(offer: OfferId) -> Vec<(&'static str, (u64, u64))> {
	let mut costs = vec![];
	let mut count = |name, who, call: Call<Test>| {
		let call = RuntimeCall::Market(call);
		let cost = storage_access(|| {
			assert_ok!(call.dispatch(by(who)));
		});
		costs.push((name, cost));
	};
	let artifact = model();
	let buy = || Call::buy { offer, max_price: PRICE, revision: stored_offer(offer).revision };
	count("buy", bob(), buy());
	count("refund", bob(), Call::refund { artifact });
	count("buy again", bob(), buy());
	count("waive_refund", bob(), Call::waive_refund { artifact });
	let revision = stored_offer(offer).revision;
	count("renew", bob(), Call::renew { offer, max_price: PRICE, revision });
	pass(WINDOW + 1);
	count("settle", alice(), Call::settle { artifact, account: bob() });
	count("transfer_license", bob(), Call::transfer_license { artifact, to: carol() });
	count("release_license", carol(), Call::release_license { artifact, account: carol() });
	let terms = stored_offer(offer).terms;
	count("update_offer", alice(), Call::update_offer { offer, terms });
	count("create_offer", alice(), Call::create_offer { terms });
	count("close_offer", alice(), Call::close_offer { offer: NextOffer::<Test>::get() - 1 });
	let cap = sales().cap.expect("pledged") - 1;
	count("lower_cap", alice(), Call::lower_cap { artifact, cap });
	costs
}

#[test]
fn the_cost_of_no_call_grows_with_the_licenses_sold() {
	TestExt::new().build().execute_with(|| {
		let offer = offered(|terms| {
			(terms.transferable, terms.duration, terms.supply) =
				(true, Some(10_000), Some(1_000_000))
		});
		assert_ok!(Market::pledge_cap(by(alice()), model(), Balance::MAX));
		// Everybody did everything once, so that no key is new.
		buy(account(5), offer);
		costs(offer);
		let with_one = costs(offer);
		sell(offer, 9_999);
		assert_eq!(sales().licenses, 10_000);
		assert_eq!(costs(offer), with_one);

		// They all wait to be settled, and settling the first costs as much as ever.
		assert_eq!(Due::<Test>::iter_keys().count(), 10_000);
		IdleShare::set(Perbill::one());
		let once = look().saturating_add(Market::settle_due_weight());
		let access = storage_access(|| {
			assert_eq!(idle(once), once);
		});
		let waived = with_one.into_iter().find(|(name, _)| *name == "waive_refund");
		assert_eq!(Some(access), waived.map(|(_, access)| access));
	});
}
