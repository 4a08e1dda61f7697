// SPDX-License-Identifier: Apache-2.0

//! Fee credit: into vaults, and to rest.

use super::util::*;

#[test]
fn waits_in_vaults() {
	TestExt::new().run(|| {
		pay(1, 30, 30);
		pay(2, 20, 15);
		assert_eq!(CreditInVaults::<Test>::get(), 45);
		assert_eq!(Running::<Test>::get().credit, 0);
		// What is more than the credit funds the epoch at once.
		assert_eq!(Rewards::funds(), 5);
		assert!(events().is_empty());
	});
}

#[test]
fn comes_to_rest() {
	TestExt::new().run(|| {
		pay(12, 100, 100);
		rest(12, 3, 60);
		assert_last(Event::CreditBooked { epoch: 0, version: 12, split: 3, credit: 60 });
		assert_eq!(CreditInVaults::<Test>::get(), 40);
		assert_eq!(Points::<Test>::get((0, 12, 3u32.to_be_bytes())), Some(60));
		assert_eq!(Running::<Test>::get().credit, 60);
		assert_eq!((Open::<Test>::get(12), kept(12, 3)), (1, 1));

		// More under the same split is no reward of its own.
		rest(12, 3, 25);
		assert_eq!(Points::<Test>::get((0, 12, 3u32.to_be_bytes())), Some(85));
		assert_eq!((Open::<Test>::get(12), kept(12, 3)), (1, 1));

		// Under another it is, and so in another epoch.
		rest(12, 4, 5);
		assert_eq!((Open::<Test>::get(12), kept(12, 3), kept(12, 4)), (2, 1, 1));
		end_epoch();
		rest(12, 4, 10);
		assert_eq!((Open::<Test>::get(12), kept(12, 4)), (3, 2));
		assert_eq!(Running::<Test>::get().credit, 10);
	});
}

#[test]
fn of_nothing_is_nothing() {
	TestExt::new().run(|| {
		pay(1, 10, 0);
		rest(1, 0, 0);
		assert!(events().is_empty());
		assert_eq!((points(), Open::<Test>::get(1), kept(1, 0)), (0, 0, 0));
	});
}

#[test]
fn in_the_last_block_belongs_to_the_epoch_that_ends() {
	TestExt::new().run(|| {
		while System::block_number() < LENGTH - 1 {
			next_block();
		}
		earn(1, 0, 100);
		next_block();
		assert_eq!(running(), 1);
		assert_eq!(record(0).credit, 100);
	});
}

#[test]
fn in_the_first_block_belongs_to_the_epoch_that_begins() {
	TestExt::new().run(|| {
		earn(1, 0, 100);
		pay(2, 50, 50);
		while System::block_number() < LENGTH - 1 {
			next_block();
		}
		// A call that was scheduled runs before this pallet's hook.
		enter_block(LENGTH);
		events();
		rest(2, 0, 50);
		let now = events();
		assert!(matches!(now[0], Event::EpochEnded { epoch: 0, credit: 100, .. }));
		assert_eq!(now[1], Event::CreditBooked { epoch: 1, version: 2, split: 0, credit: 50 });
		Rewards::on_initialize(LENGTH);
		assert!(events().is_empty());
		assert_eq!(Running::<Test>::get(), EpochState { index: 1, end: 2 * LENGTH, credit: 50 });
	});
}

#[test]
fn more_than_is_in_vaults_does_not_come_to_rest() {
	TestExt::new().run(|| {
		pay(1, 10, 10);
		assert_noop!(Rewards::on_credit(1, 0, 11), ArithmeticError::Underflow);
	});
}

#[test]
fn more_than_there_can_be_is_refused() {
	TestExt::new().run(|| {
		pay(1, 10, 10);
		let receipt = Receipt { fee: Balance::MAX, excess: 0, income: 0 };
		assert_noop!(Rewards::on_payment(1, &receipt, Balance::MAX), ArithmeticError::Overflow);
		rest(1, 0, 10);
		assert_noop!(Rewards::on_credit(1, 0, Balance::MAX), ArithmeticError::Overflow);
	});
}

#[test]
fn under_a_split_that_is_not_kept_is_refused() {
	TestExt::new().run(|| {
		pay(1, 10, 10);
		PayoutsFail::set(true);
		let result = frame_support::storage::with_storage_layer(|| Rewards::on_credit(1, 0, 10));
		assert_eq!(result, Err(DispatchError::Other("payouts fail")));
		assert_eq!((points(), CreditInVaults::<Test>::get()), (0, 10));
	});
}

#[test]
fn is_what_keeps_a_version() {
	TestExt::new().run(|| {
		assert_eq!(Rewards::to_version(1), None);
		earn(1, 0, 10);
		assert_eq!(Rewards::to_version(1), Some(Reference::Income));
		assert_eq!(Rewards::to_artifact(&artifact_of(1)), None);
		end_epoch();
		assert_claim(0, 1, 0);
		assert_eq!(Rewards::to_version(1), None);
	});
}

#[test]
fn weighs_what_keeping_a_split_does_too() {
	type Weights = <Test as crate::Config>::WeightInfo;
	let keep = Weight::from_parts(3, 0);
	assert_eq!(Rewards::credit_weight(), Weights::on_credit().saturating_add(keep));
	assert_eq!(Rewards::payment_weight(), Weights::on_payment());
	assert_eq!(<Rewards as References>::weight(), Weights::references());
}
