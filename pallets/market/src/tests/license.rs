// SPDX-License-Identifier: Apache-2.0

//! Handing licenses on, and ending them.

use super::util::*;

/// Let Bob have a license that is paid for and can be handed on, for this long.
fn licensed(duration: Option<BlockNumber>) -> OfferId {
	let offer = offered(|terms| {
		(terms.transferable, terms.refund_window, terms.duration) = (true, 0, duration)
	});
	buy(bob(), offer);
	offer
}

fn transfer(to: AccountId) -> sp_runtime::DispatchResult {
	Market::transfer_license(by(bob()), model(), to)
}

#[test]
fn a_license_goes_with_its_deposit() {
	TestExt::new().run(|| {
		licensed(None);
		let (before, deposit) = (license(bob()), Market::license_price().unwrap());
		assert_ok!(transfer(carol()));
		assert_last(Event::LicenseTransferred {
			artifact: model(),
			from: bob(),
			to: carol(),
			deposit,
		});
		assert_eq!(license(carol()), before);
		assert!(!has_license(bob()) && !LicensesOf::<Test>::contains_key(bob(), model()));
		assert_eq!(held(HoldReason::License, bob()), 0);
		assert_eq!(held(HoldReason::License, carol()), deposit);
		assert_eq!(Market::license(&model(), &carol()), Some(LicenseTerm::Perpetual));
		assert_eq!((Market::license(&model(), &bob()), sales().licenses), (None, 1));
		// And on: to whom it came from as well.
		assert_ok!(Market::transfer_license(by(carol()), model(), bob()));
	});
}

#[test]
fn a_license_goes_also_where_a_vote_has_locked_its_deposit() {
	TestExt::new().run(|| {
		licensed(None);
		lock(bob(), ENDOWMENT);
		assert_ok!(transfer(carol()));
	});
}

#[test]
fn fails_without_a_license() {
	TestExt::new().run(|| {
		licensed(None);
		let call = Market::transfer_license(by(carol()), model(), mallory());
		assert_noop!(call, Error::<Test>::LicenseNotFound);
	});
}

#[test]
fn fails_when_it_was_sold_to_one_account() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.refund_window = 0);
		buy(bob(), offer);
		assert_noop!(transfer(carol()), Error::<Test>::NotTransferable);
	});
}

#[test]
fn fails_while_the_price_can_be_refunded() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.transferable = true);
		buy(bob(), offer);
		assert_noop!(transfer(carol()), Error::<Test>::PurchasePending);
		let call = Market::release_license(by(bob()), model(), bob());
		assert_noop!(call, Error::<Test>::PurchasePending);
		// Not by anybody after it has expired either: the seller is not paid yet.
		pass(100);
		assert_noop!(transfer(carol()), Error::<Test>::PurchasePending);
		let call = Market::release_license(by(bob()), model(), bob());
		assert_noop!(call, Error::<Test>::PurchasePending);
	});
}

#[test]
fn fails_when_it_has_expired() {
	TestExt::new().run(|| {
		licensed(Some(10));
		pass(10);
		let lasting = frame_support::storage::with_transaction(|| {
			let result = transfer(carol());
			sp_runtime::TransactionOutcome::Rollback(result)
		});
		assert_ok!(lasting);
		pass(1);
		assert_noop!(transfer(carol()), Error::<Test>::LicenseExpired);
	});
}

#[test]
fn fails_when_the_recipient_has_one() {
	TestExt::new().run(|| {
		let offer = licensed(None);
		buy(carol(), offer);
		assert_noop!(transfer(carol()), Error::<Test>::RecipientLicensed);
		assert_noop!(transfer(bob()), Error::<Test>::RecipientLicensed);
	});
}

#[test]
fn fails_when_the_recipient_is_the_owner() {
	TestExt::new().run(|| {
		licensed(None);
		assert_noop!(transfer(alice()), Error::<Test>::OwnArtifact);
	});
}

#[test]
fn fails_when_the_recipient_does_not_exist() {
	TestExt::new().run(|| {
		licensed(None);
		assert_noop!(transfer(account(200)), Error::<Test>::RecipientNotFound);
	});
}

#[test]
fn a_new_owner_keeps_the_license() {
	TestExt::new().run(|| {
		licensed(None);
		give(model(), bob());
		assert!(has_license(bob()));
		assert_ok!(transfer(carol()));
	});
}

#[test]
fn the_holder_can_release_it_at_any_time() {
	TestExt::new().run(|| {
		let offer = licensed(None);
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		let deposit = Market::license_price().unwrap();
		assert_last(Event::LicenseReleased { artifact: model(), account: bob(), deposit });
		assert_eq!(free(bob()), ENDOWMENT - PRICE);
		assert!(!has_license(bob()));
		assert_eq!((sales().licenses, sales().income), (0, INCOME));
		assert_noop!(
			Market::release_license(by(bob()), model(), bob()),
			Error::<Test>::LicenseNotFound
		);
		buy(bob(), offer);
	});
}

#[test]
fn anybody_can_release_it_once_it_has_expired() {
	TestExt::new().run(|| {
		licensed(Some(10));
		pass(10);
		let call = Market::release_license(by(mallory()), model(), bob());
		assert_noop!(call, Error::<Test>::LicenseLasts);
		pass(1);
		assert_ok!(Market::release_license(by(mallory()), model(), bob()));
		assert_eq!((free(bob()), free(mallory())), (ENDOWMENT - PRICE, ENDOWMENT));
	});
}

#[test]
fn nobody_else_can_release_what_lasts_for_ever() {
	TestExt::new().run(|| {
		licensed(None);
		for who in [alice(), mallory()] {
			let call = Market::release_license(by(who), model(), bob());
			assert_noop!(call, Error::<Test>::NotLicensee);
		}
	});
}

#[test]
fn released_it_keeps_nothing() {
	TestExt::new().run(|| {
		let offer = offered(|terms| terms.price = 0);
		buy(bob(), offer);
		assert_ok!(Market::close_offer(by(alice()), offer));
		assert!(Market::to_artifact(&model()).is_some() && Market::to_version(1).is_some());
		assert_ok!(Market::release_license(by(bob()), model(), bob()));
		assert_eq!((Market::to_artifact(&model()), Market::to_version(1)), (None, None));
		assert_eq!((free(alice()), free(bob())), (ENDOWMENT, ENDOWMENT));
		assert!(!Sales::<Test>::contains_key(model()));
	});
}
