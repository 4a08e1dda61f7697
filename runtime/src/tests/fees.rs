// SPDX-License-Identifier: Apache-2.0

//! Transactions pay, and what they pay arrives.

use super::chain::{free, on_dev, signed};
use crate::{
	configs::{governance::TreasuryAccount, money::TimeToFee},
	units::money::{CENTS, UNITS},
	Authorship, Balances, Executive, System,
};
use frame_support::weights::{constants::ExtrinsicBaseWeight, WeightToFee};
use sp_keyring::Sr25519Keyring::{Alice, Bob};

#[test]
fn a_base_weight_costs_a_tenth_of_a_cent() {
	assert_eq!(TimeToFee::weight_to_fee(&ExtrinsicBaseWeight::get()), CENTS / 10);
}

#[test]
fn a_transfer_costs_less_than_the_least_that_an_account_can_have() {
	on_dev(|| {
		let before = free(&Alice.to_account_id());
		let dest = Bob.to_account_id().into();
		let transfer = pallet_balances::Call::transfer_keep_alive { dest, value: UNITS };
		let nonce = *System::account_nonce(Alice.to_account_id());
		Executive::apply_extrinsic(signed(Alice, transfer, nonce, 0)).unwrap().unwrap();
		let fee = before - free(&Alice.to_account_id()) - UNITS;
		assert!((CENTS / 10..CENTS).contains(&fee), "{fee}");
	});
}

#[test]
fn fees_go_to_treasury_and_author_and_the_tip_to_the_author() {
	on_dev(|| {
		let author = Authorship::author().expect("the block has an author");
		let (issued, treasury) = (Balances::total_issuance(), free(&TreasuryAccount::get()));
		let (authors, alices) = (free(&author), free(&Alice.to_account_id()));
		let tip = UNITS;
		let remark = frame_system::Call::remark { remark: vec![1; 1_000] };
		let nonce = *System::account_nonce(Alice.to_account_id());
		Executive::apply_extrinsic(signed(Alice, remark, nonce, tip)).unwrap().unwrap();

		let paid = alices - free(&Alice.to_account_id());
		let to_treasury = free(&TreasuryAccount::get()) - treasury;
		let to_author = free(&author) - authors;
		assert_eq!(paid, to_treasury + to_author);
		let fee = paid - tip;
		assert!(fee > CENTS / 10, "{fee}");
		assert!(to_treasury.abs_diff(fee * 4 / 5) <= 1, "{to_treasury} of {fee}");
		assert_eq!(Balances::total_issuance(), issued);
	});
}

#[test]
fn a_treasury_that_does_not_exist_yet_gets_its_first_fee() {
	// The share of one small fee is below the existential deposit.
	on_dev(|| {
		let issued = Balances::total_issuance();
		let remark = frame_system::Call::remark { remark: vec![] };
		let nonce = *System::account_nonce(Bob.to_account_id());
		Executive::apply_extrinsic(signed(Bob, remark, nonce, 0)).unwrap().unwrap();
		assert_eq!(Balances::total_issuance(), issued, "nothing is lost");
	});
}
