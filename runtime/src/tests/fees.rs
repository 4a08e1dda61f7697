// SPDX-License-Identifier: Apache-2.0

//! Transactions pay, and what they pay arrives.

use super::chain::{begin_block, chain, free, on_dev, signed};
use crate::weights::extrinsic_weights::ExtrinsicBaseWeight;
use crate::{
	configs::money::{BurnedFees, TimeToFee},
	units::money::{CENTS, UNITS},
	Authorship, Balances, Executive, Runtime, System,
};
use frame_support::weights::WeightToFee;
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
fn half_of_a_fee_is_burned_and_the_author_has_the_rest_and_the_tip() {
	on_dev(|| {
		let author = Authorship::author().expect("the block has an author");
		let issued = Balances::total_issuance();
		let (authors, alices) = (free(&author), free(&Alice.to_account_id()));
		let tip = UNITS;
		let remark = frame_system::Call::remark { remark: vec![1; 1_000] };
		let nonce = *System::account_nonce(Alice.to_account_id());
		Executive::apply_extrinsic(signed(Alice, remark, nonce, tip)).unwrap().unwrap();

		let paid = alices - free(&Alice.to_account_id());
		let to_author = free(&author) - authors;
		let burned = issued - Balances::total_issuance();
		assert_eq!(paid, burned + to_author);
		let fee = paid - tip;
		assert!(fee > CENTS / 10, "{fee}");
		assert_eq!(burned, BurnedFees::get().mul_ceil(fee));
	});
}

#[test]
fn an_author_without_an_account_forgoes_the_fee() {
	chain("development").execute_with(|| {
		begin_block();
		// The stash of the only validator is gone, as after it unbonded and left.
		let author = Authorship::author().expect("the block has an author");
		frame_system::Account::<Runtime>::remove(&author);
		let (issued, bobs) = (Balances::total_issuance(), free(&Bob.to_account_id()));
		let remark = frame_system::Call::remark { remark: vec![] };
		let nonce = *System::account_nonce(Bob.to_account_id());
		Executive::apply_extrinsic(signed(Bob, remark, nonce, 0)).unwrap().unwrap();
		let paid = bobs - free(&Bob.to_account_id());
		assert_eq!(issued - Balances::total_issuance(), paid, "all of it is burned");
	});
}
