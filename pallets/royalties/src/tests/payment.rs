// SPDX-License-Identifier: Apache-2.0

//! Payments: fee, excess and income, all or nothing.

use super::util::*;
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{LockableCurrency, WithdrawReasons},
};

/// What rewards were told of payments.
fn heard() -> Vec<(Sequence, Receipt<Balance>, Balance)> {
	Heard::mutate(|heard| heard.clone())
}

#[test]
fn a_payment_becomes_fee_and_income() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let receipt = pay_up_to(version, 1_001, None).unwrap();
		// 3 % of 1,001 is 30.03, rounded up.
		assert_eq!(receipt, Receipt { fee: 31, excess: 0, income: 970 });
		assert_last(Event::IncomeReceived {
			version,
			payer: buyer(),
			gross: 1_001,
			fee: 31,
			excess: 0,
			income: 970,
			credit: 31,
			split: 0,
		});
		let vault = Vault { split: 0, amount: 970, credit: 31 };
		assert_eq!(Vaults::<Test>::get(version), Some(vault));
		assert_eq!(Balances::balance(&Royalties::pot_account()), MINIMUM + 970);
		assert_eq!(Balances::balance(&Beneficiary::get()), MINIMUM + 31);
		assert_eq!(free(buyer()), ENDOWMENT - 1_001);
		assert_eq!(heard(), vec![(version, receipt, 31)]);
	});
}

#[test]
fn what_is_above_the_limit_goes_to_the_commons() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let receipt = pay_up_to(version, 1_000, Some(600)).unwrap();
		assert_eq!(receipt, Receipt { fee: 30, excess: 370, income: 600 });
		assert_eq!(Balances::balance(&Commons::get()), MINIMUM + 370);
		let receipt = pay_up_to(version, 1_000, Some(0)).unwrap();
		assert_eq!(receipt, Receipt { fee: 30, excess: 970, income: 0 });
		assert_eq!(income_of(version), 600);
		assert_eq!(Royalties::preview(1_000, Some(600)).excess, 370);
	});
}

#[test]
fn dust_is_taken_whole() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		// The fee of a single planck is rounded up to it.
		assert_eq!(pay_up_to(version, 1, None), Ok(Receipt { fee: 1, excess: 0, income: 0 }));
		assert_eq!(Vaults::<Test>::get(version), None);
		assert_eq!(Splits::<Test>::get(artifact_of(version)), None);
		assert_eq!(pay_up_to(version, 2, None), Ok(Receipt { fee: 1, excess: 0, income: 1 }));
		assert_eq!(pay_up_to(version, 0, None), Ok(Receipt { fee: 0, excess: 0, income: 0 }));
		assert_eq!(income_of(version), 1);
	});
}

#[test]
fn what_a_vote_has_locked_is_taken() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		assert_ok!(Balances::hold(&price(), &buyer(), 1_000));
		// All of it, and more than the rest.
		Balances::set_lock(*b"convictn", &buyer(), ENDOWMENT, WithdrawReasons::all());
		let payment = Payment { payer: buyer(), version, gross: 1_000, limit: None };
		assert_ok!(Royalties::take(payment, &price()));
		assert_eq!(income_of(version), 970);
		assert_eq!(Balances::total_balance(&buyer()), ENDOWMENT - 1_000);
	});
}

#[test]
fn all_moves_or_nothing() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		// Enough is held for the fee, not for the income.
		assert_ok!(Balances::hold(&price(), &buyer(), 500));
		let payment = Payment { payer: buyer(), version, gross: 1_000, limit: None };
		assert_noop!(Royalties::take(payment, &price()), sp_runtime::TokenError::Frozen);
		assert!(heard().is_empty());
		assert_ok!(Balances::release(
			&price(),
			&buyer(),
			500,
			frame_support::traits::tokens::Precision::Exact
		));
	});
}

#[test]
fn fails_for_no_version() {
	TestExt::new().run(|| {
		assert_ok!(Balances::hold(&price(), &buyer(), 500));
		let payment = Payment { payer: buyer(), version: 1, gross: 500, limit: None };
		assert_noop!(Royalties::take(payment, &price()), Error::<Test>::VersionNotFound);
	});
}

#[test]
fn weighs_what_rewards_weigh_too() {
	TestExt::new().run(|| {
		let own = <Test as crate::Config>::WeightInfo::take();
		assert_eq!(Royalties::take_weight(), own.saturating_add(Weight::from_parts(7, 0)));
		// And so does what lets credit come to rest.
		let own = <Test as crate::Config>::WeightInfo::distribute(MAX_SOURCES);
		let call = RuntimeCall::Royalties(crate::Call::distribute { version: 1 });
		let expected = own.saturating_add(Weight::from_parts(11, 3));
		assert_eq!(call.get_dispatch_info().call_weight, expected);
	});
}

#[test]
fn accounts_that_money_goes_to_exist_from_the_beginning() {
	TestExt::new().run(|| {
		for account in [Royalties::pot_account(), Beneficiary::get(), Commons::get()] {
			assert_eq!(Balances::balance(&account), MINIMUM);
		}
		let issued = Balances::total_issuance();
		Royalties::on_runtime_upgrade();
		assert_eq!(Balances::total_issuance(), issued);
	});
}

#[test]
fn an_upgrade_makes_what_is_missing() {
	TestExt::new().run(|| {
		for (account, balance) in [(Commons::get(), 0), (Beneficiary::get(), MINIMUM)] {
			Balances::set_balance(&account, balance);
		}
		Royalties::on_runtime_upgrade();
		assert_eq!(Balances::balance(&Commons::get()), MINIMUM);
		assert_eq!(Balances::balance(&Beneficiary::get()), MINIMUM);
	});
}
