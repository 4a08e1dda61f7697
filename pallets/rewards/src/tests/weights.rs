// SPDX-License-Identifier: Apache-2.0

//! That counted weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own. And that none of it depends on how many versions earned.

use super::util::*;
use crate::weights::{self, size};
use agora_test_utils::{longest, paid, storage_access, Distinct};
use frame_support::traits::StorageInfoTrait;

type Counted = weights::Counted<Distinct>;

/// What the mock's payouts read and write, which is not this pallet's: the pot's account and where the
/// money goes, and the total of tokens.
const PAYOUT: (u64, u64) = (3, 2);

/// Do something, and see that it reads and writes exactly what it pays for, but for what is spared:
/// what only another case does, and the way to the next of a list, which is no read of an item.
fn check(name: &str, weight: Weight, spared: (u64, u64), work: impl FnOnce()) {
	let (reads, writes) = storage_access(work);
	assert_eq!((reads + spared.0, writes + spared.1), paid(weight), "{name}");
}

/// The reads and writes of an epoch's end, in which so many versions earned and another epoch
/// expires, and those of a claim.
fn accesses(versions: u64) -> [(u64, u64); 2] {
	let mut found = [(0, 0); 2];
	TestExt::new().run(|| {
		Votes::set(Some((account(1), 10)));
		earn(1, 0, 1_000);
		end_epochs(PERIOD);
		(1..=versions).for_each(|version| earn(version, 0, 100));
		enter_block(Running::<Test>::get().end);
		System::reset_events();
		found[0] = storage_access(|| {
			Rewards::on_initialize(System::block_number());
		});
		assert_eq!(running(), PERIOD + 1);
		found[1] = storage_access(|| {
			assert_ok!(claim(PERIOD, versions / 2));
		});
		assert_eq!(points() as u64, versions);
	});
	found
}

#[test]
fn claims_and_ends_take_the_same_however_many_earned() {
	let (few, many) = (accesses(10), accesses(10_000));
	assert_eq!(few, many);
	println!("figure: reads and writes of an epoch's end: {:?}, of a claim: {:?}", few[0], few[1]);
	assert_eq!(few[0], paid(Counted::end_epoch()));
	let (reads, writes) = paid(Counted::claim());
	assert_eq!(few[1], (reads - 1 + PAYOUT.0, writes + PAYOUT.1));
}

#[test]
fn every_read_and_write_is_paid_for() {
	TestExt::new().run(|| {
		let receipt = Receipt { fee: 100, excess: 0, income: 100 };
		transfer(buyer(), Rewards::pot_account(), 100);
		check("on_payment", Counted::on_payment(), (0, 0), || {
			assert_ok!(Rewards::on_payment(1, &receipt, 100));
		});
		check("on_credit", Counted::on_credit(), (0, 0), || rest(1, 0, 60));
		// More in the same epoch does not count once more.
		check("on_credit", Counted::on_credit(), (1, 1), || rest(1, 0, 40));
		check("set_parameters", Counted::set_parameters(), (0, 0), || set_usage_share(60));
		check("begin_block", Counted::begin_block(), (0, 0), || {
			next_block();
			// The state machine is heard by writes alone.
			frame_support::storage::unhashed::put(b"heard", &1u8);
		});
		check("references", Counted::references(), (0, 0), || {
			assert!(Rewards::to_version(1).is_some());
			frame_support::storage::unhashed::put(b"heard", &1u8);
		});
		// Nothing expires, and nobody has votes.
		enter_block(Running::<Test>::get().end);
		check("end_epoch", Counted::end_epoch(), (1 + 1, 1 + 1), || {
			Rewards::on_initialize(System::block_number());
		});
		end_epochs(PERIOD);
		let prune = Counted::prune_base().saturating_add(Counted::prune_step());
		check("prune", prune, (1, 0), || {
			idle(Weight::MAX);
		});
		assert_eq!(points(), 0);
	});
}

#[test]
fn seeing_to_accounts_is_paid_for() {
	TestExt::new().build().execute_with(|| {
		for account in [Rewards::pot_account(), Commons::get()] {
			Balances::set_balance(&account, 0);
		}
		check("endow_accounts", Counted::endow_accounts(), (0, 0), || {
			Rewards::on_runtime_upgrade();
		});
	});
}

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Rewards", "Running"), size::RUNNING);
	assert_eq!(length("Rewards", "Epochs"), size::EPOCHS);
	assert_eq!(length("Rewards", "Points"), size::POINTS);
	assert_eq!(length("Rewards", "Open"), size::OPEN);
	assert_eq!(length("Rewards", "CreditInVaults"), size::CREDIT_IN_VAULTS);
	assert_eq!(length("Rewards", "Owed"), size::OWED);
	assert_eq!(length("Rewards", "Parameters"), size::PARAMETERS);
	assert_eq!(length("Rewards", "PruneFrom"), size::PRUNE_FROM);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// A total of tokens is as long as a balance.
	assert!(length("Balances", "TotalIssuance") <= size::TOTAL_ISSUANCE);
}

#[test]
fn everything_has_a_weight_of_both_kinds() {
	let weights = [
		<() as WeightInfo>::claim(),
		<() as WeightInfo>::set_parameters(),
		<() as WeightInfo>::begin_block(),
		<() as WeightInfo>::end_epoch(),
		<() as WeightInfo>::on_payment(),
		<() as WeightInfo>::on_credit(),
		<() as WeightInfo>::prune_base(),
		<() as WeightInfo>::prune_step(),
		<() as WeightInfo>::endow_accounts(),
		<() as WeightInfo>::references(),
	];
	for weight in weights {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
}
