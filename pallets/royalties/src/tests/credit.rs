// SPDX-License-Identifier: Apache-2.0

//! Fee credit: earned by fees, it goes where income goes, and comes to rest where income does.

use super::util::*;

/// The parts of a version's vault: split, income and credit.
fn parts(version: Sequence) -> Vec<(SplitNumber, Balance, Balance)> {
	let view = Royalties::api_vault(version);
	let credit: Balance = view.parts.iter().map(|part| part.credit).sum();
	assert_eq!(view.credit, credit);
	view.parts.iter().map(|part| (part.split, part.amount, part.credit)).collect()
}

#[test]
fn credit_follows_income_along_the_lineage() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let middle = model(carol(), &[(base, percent(20))]);
		let top = model(alice(), &[(middle, percent(10)), (base, percent(5))]);
		pay(top, 10_000);
		assert_eq!(parts(top), vec![(0, 9_700, 300)]);
		events();
		assert_ok!(Royalties::distribute(by(mallory()), top));
		assert_eq!(
			events(),
			vec![
				Event::RoyaltyPaid {
					version: middle,
					from: top,
					amount: 970,
					credit: 30,
					split: 0
				},
				Event::RoyaltyPaid { version: base, from: top, amount: 485, credit: 15, split: 0 },
				Event::Earned { account: alice(), version: top, amount: 8_245 },
				Event::Distributed {
					version: top,
					split: 0,
					income: 9_700,
					royalties: 1_455,
					contributors: 0,
					earnings: 8_245,
					credit: 255,
				},
			]
		);
		assert_eq!((parts(middle), parts(base)), (vec![(0, 970, 30)], vec![(0, 485, 15)]));
		assert_credit_is_conserved();
		cascade();
		// Of the middle's 30 a fifth goes on.
		assert_eq!(rested(), vec![(top, 0, 255), (middle, 0, 24), (base, 0, 21)]);
		assert_eq!(Royalties::credit_in_vaults(), Some(0));
	});
}

#[test]
fn what_rounding_takes_from_sources_stays_with_the_version() {
	TestExt::new().run(|| {
		let base = model(bob(), &[]);
		let top = model(alice(), &[(base, percent(1))]);
		pay(top, 1_000);
		drain(top);
		// A hundredth of 970 is nine, and one of 30 is nothing.
		assert_eq!(parts(base), vec![(0, 9, 0)]);
		assert_eq!(rested(), vec![(top, 0, 30)]);
		drain(base);
		// Nothing came to rest there, and nobody is told of nothing.
		assert_eq!(rested().len(), 1);
	});
}

#[test]
fn a_source_without_income_has_no_credit() {
	TestExt::new().run(|| {
		// So high a fee that there is more credit than income.
		Fee::set(percent(60));
		let base = model(bob(), &[]);
		let gone = model(bob(), &[]);
		let top = model(alice(), &[(base, percent(2)), (gone, percent(50))]);
		remove(gone);
		pay(top, 100);
		assert_eq!(parts(top), vec![(0, 40, 60)]);
		drain(top);
		// A fiftieth of 40 is nothing, though one of 60 is not; and who is gone has nothing at all.
		assert_eq!(parts(base), vec![]);
		assert_eq!(rested(), vec![(top, 0, 60)]);
	});
}

#[test]
fn sources_never_have_more_credit_than_there_is() {
	TestExt::new().run(|| {
		let (first, second) = (model(bob(), &[]), model(bob(), &[]));
		// The registry does not allow it.
		let top = model(alice(), &[(first, percent(70)), (second, percent(70))]);
		pay(top, 1_000);
		drain(top);
		assert_eq!((parts(first), parts(second)), (vec![(0, 679, 21)], vec![(0, 291, 9)]));
		assert_eq!(rested(), vec![]);
	});
}

#[test]
fn credit_can_rest_where_no_income_does() {
	TestExt::new().run(|| {
		let (first, second) = (model(bob(), &[]), model(bob(), &[]));
		let top = model(alice(), &[(first, percent(50)), (second, percent(50))]);
		pay(top, 83);
		assert_eq!(parts(top), vec![(0, 80, 3)]);
		drain(top);
		assert_eq!(earnings(alice()), 0);
		assert_eq!(rested(), vec![(top, 0, 1)]);
		assert_eq!((parts(first), parts(second)), (vec![(0, 40, 1)], vec![(0, 40, 1)]));
	});
}

#[test]
fn a_capped_sale_earns_a_part_of_its_fee() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		let receipt = pay_up_to(version, 1_000, Some(600)).unwrap();
		assert_eq!(receipt, Receipt { fee: 30, excess: 370, income: 600 });
		// 30 * 600 / 970 is 18.55.
		assert_eq!(parts(version), vec![(0, 600, 18)]);
		// All above the cap, or all fee: nobody's work was paid for.
		pay_up_to(version, 1_000, Some(0)).unwrap();
		pay(version, 1);
		let credits = Heard::mutate(|heard| heard.iter().map(|(.., credit)| *credit).collect());
		assert_eq!(parts(version), vec![(0, 600, 18)]);
		let credits: Vec<Balance> = credits;
		assert_eq!(credits, vec![18, 0, 0]);
	});
}

#[test]
fn credit_waits_under_the_split_that_it_came_in_under() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		pay(version, 1_000);
		pay(version, 500);
		assert_ok!(Royalties::set_split(
			by(alice()),
			artifact_of(version),
			split_of(&[(bob(), 100)])
		));
		pay(version, 2_000);
		assert_eq!(parts(version), vec![(0, 1_455, 45), (1, 1_940, 60)]);
		assert_ok!(Royalties::distribute(by(mallory()), version));
		assert_eq!(rested(), vec![(version, 0, 45)]);
		assert_credit_is_conserved();
		drain(version);
		assert_eq!(rested(), vec![(version, 0, 45), (version, 1, 60)]);
	});
}

#[test]
fn what_rewards_refuse_does_not_happen() {
	TestExt::new().run(|| {
		let version = model(alice(), &[]);
		pay(version, 1_000);
		Refusing::set(true);
		assert_ok!(Balances::hold(&price(), &buyer(), 1_000));
		let payment = Payment { payer: buyer(), version, gross: 1_000, limit: None };
		assert_noop!(Royalties::take(payment.clone(), &price()), DispatchError::Unavailable);
		assert_noop!(Royalties::distribute(by(mallory()), version), DispatchError::Unavailable);
		let before = income_of(version);
		// Nor does it stop a block.
		idle(Weight::MAX);
		assert_eq!((income_of(version), rested().len()), (before, 0));
		Refusing::set(false);
		assert_ok!(Royalties::take(payment, &price()));
		cascade();
		assert_eq!(rested(), vec![(version, 0, 60)]);
	});
}
