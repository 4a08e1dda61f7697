// SPDX-License-Identifier: Apache-2.0

//! That the invariants would be noticed to be broken.

use super::util::*;

/// A state with something of everything: two offers for two versions of a model, a license that is
/// paid for, one that can be refunded, one that was renewed and can be refunded; and a dataset with
/// a cap and nothing else.
fn state() {
	let first = offered(|terms| (terms.duration, terms.supply) = (Some(10), Some(5)));
	publish(alice(), 1, 2);
	let second = offered(|terms| (terms.version, terms.duration) = (2, Some(10)));
	buy(bob(), first);
	assert_ok!(Market::waive_refund(by(bob()), model()));
	renew(bob(), second);
	buy(carol(), first);
	buy(mallory(), second);
	assert_ok!(Market::waive_refund(by(mallory()), model()));
	publish(carol(), 2, 3);
	assert_ok!(Market::pledge_cap(by(carol()), artifact(2), 10_000));
}

/// Break something, and see that this and nothing else is noticed.
fn breaks(number: &str, change: impl FnOnce()) {
	TestExt::new().build().execute_with(|| {
		state();
		Market::do_try_state().expect("nothing is broken yet");
		change();
		let error = Market::do_try_state().expect_err("broken");
		let sentence: &str = error.into();
		assert!(sentence.starts_with(number), "{sentence}");
	});
}

fn change_offer(id: OfferId, change: impl FnOnce(&mut OfferOf<Test>)) {
	Offers::<Test>::mutate(id, |offer| change(offer.as_mut().unwrap()));
}

fn change_sales(change: impl FnOnce(&mut SalesRecordOf<Test>)) {
	Sales::<Test>::mutate(model(), |sales| change(sales.as_mut().unwrap()));
}

fn change_license(who: AccountId, change: impl FnOnce(&mut LicenseOf<Test>)) {
	Licenses::<Test>::mutate(model(), who, |license| change(license.as_mut().unwrap()));
}

fn change_purchase(who: AccountId, change: impl FnOnce(&mut crate::PurchaseOf<Test>)) {
	change_license(who, |license| change(license.purchase.as_mut().unwrap()));
}

#[test]
fn offers_listed_by_their_artifacts() {
	breaks("1:", || NextOffer::<Test>::put(2));
	breaks("1:", || Offers::<Test>::insert(0, stored_offer(1)));
	breaks("1:", || change_sales(|sales| sales.offers.retain(|id| *id != 2)));
	breaks("1:", || change_sales(|sales| sales.offers.as_mut().swap(0, 1)));
	breaks("1:", || change_sales(|sales| sales.offers.try_push(3).unwrap()));
	breaks("1:", || change_offer(1, |offer| offer.artifact = artifact(2)));
}

#[test]
fn possible_terms() {
	breaks("2:", || change_offer(1, |offer| offer.revision = 0));
	breaks("2:", || change_offer(1, |offer| offer.terms.duration = Some(0)));
	breaks("2:", || change_offer(1, |offer| offer.terms.refund_window = 10));
}

#[test]
fn licenses_known_to_their_holders() {
	breaks("3:", || LicensesOf::<Test>::remove(bob(), model()));
	breaks("3:", || LicensesOf::<Test>::insert(bob(), artifact(2), ()));
}

#[test]
fn counted_licenses() {
	breaks("4:", || change_sales(|sales| sales.licenses = 2));
	breaks("4:", || {
		let license = Licenses::<Test>::take(model(), mallory()).unwrap();
		LicensesOf::<Test>::remove(mallory(), model());
		change_version(2, |version| version.artifact = artifact(2));
		Licenses::<Test>::insert(artifact(2), mallory(), license);
		LicensesOf::<Test>::insert(mallory(), artifact(2), ());
		change_version(2, |version| version.artifact = model());
		let (version, terms) = (3, license_of(artifact(2)));
		Licenses::<Test>::mutate(artifact(2), mallory(), |license| {
			license.as_mut().unwrap().grant = Grant { version, ..terms }
		});
	});
}

/// Mallory's grant for an artifact.
fn license_of(artifact: ArtifactId) -> Grant<BlockNumber> {
	Licenses::<Test>::get(artifact, mallory()).unwrap().grant
}

#[test]
fn sales_that_say_something() {
	breaks("5:", || Sales::<Test>::mutate(artifact(2), |sales| sales.as_mut().unwrap().cap = None));
	breaks("5:", || {
		Artifacts::mutate(|artifacts| artifacts.remove(&artifact(2)));
	});
}

#[test]
fn counted_uses() {
	breaks("6:", || VersionUses::<Test>::mutate(1, |uses| *uses += 1));
	breaks("6:", || VersionUses::<Test>::remove(2));
	breaks("6:", || VersionUses::<Test>::insert(3, 1));
	breaks("6:", || VersionUses::<Test>::insert(3, 0));
	breaks("6:", || {
		Versions::mutate(|versions| versions.remove(&2));
	});
	breaks("6:", || {
		change_purchase(bob(), |purchase| purchase.previous.as_mut().unwrap().version = 2)
	});
}

#[test]
fn versions_of_their_artifacts() {
	breaks("7:", || change_offer(1, |offer| offer.terms.version = 3));
	breaks("7:", || change_license(mallory(), |license| license.grant.version = 3));
}

#[test]
fn licenses_of_their_time() {
	breaks("8:", || change_license(bob(), |license| license.since = 2));
	breaks("8:", || change_license(bob(), |license| license.grant.offer = 3));
	breaks("8:", || change_license(bob(), |license| license.grant.offer = 0));
}

#[test]
fn purchases_that_wait() {
	breaks("9:", || change_purchase(carol(), |purchase| purchase.price = 0));
	breaks("9:", || change_purchase(carol(), |purchase| purchase.refundable_until += 1));
	breaks("9:", || Due::<Test>::remove(6u32.to_be_bytes(), (model(), carol())));
	breaks("9:", || Due::<Test>::insert(6u32.to_be_bytes(), (model(), mallory()), ()));
	breaks("9:", || Due::<Test>::insert(7u32.to_be_bytes(), (model(), carol()), ()));
}

#[test]
fn renewals_of_what_ends() {
	breaks("10:", || {
		change_purchase(bob(), |purchase| {
			purchase.previous.as_mut().unwrap().term = LicenseTerm::Perpetual
		})
	});
}

#[test]
fn money_held() {
	breaks("11:", || change_offer(1, |offer| offer.deposit += 1));
	breaks("11:", || change_license(bob(), |license| license.deposit -= 1));
	breaks("11:", || change_purchase(carol(), |purchase| purchase.price += 1));
	breaks("11:", || change_sales(|sales| sales.deposit += 1));
	breaks("11:", || slash(carol(), HoldReason::Purchase, 1));
}

#[test]
fn artifacts_found_by_their_licenses() {
	let rank = |licenses: u32| (!licenses).to_be_bytes();
	breaks("12:", || Popularity::<Test>::remove(rank(3), model()));
	breaks("12:", || Popularity::<Test>::insert(rank(2), model(), ()));
	breaks("12:", || Popularity::<Test>::insert(rank(0), artifact(2), ()));
	breaks("12:", || Popularity::<Test>::insert(rank(1), artifact(3), ()));
	breaks("12:", || {
		Popularity::<Test>::remove(rank(3), model());
		Popularity::<Test>::insert(rank(4), model(), ());
	});
}
