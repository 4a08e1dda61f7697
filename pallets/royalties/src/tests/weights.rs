// SPDX-License-Identifier: Apache-2.0

//! That counted weights pay for what calls do: every read and write is seen as it happens, and
//! every length is the storage's own.

use super::util::*;
use crate::weights::{self, size, SEARCHED};
use agora_test_utils::{longest, paid, storage_access, Distinct};
use frame_support::{dispatch::GetDispatchInfo, traits::StorageInfoTrait};
use sp_runtime::traits::Dispatchable;

type Counted = weights::Counted<Distinct>;

/// Do something, and see that it reads and writes exactly what it pays for, but for what is spared:
/// what is read of the registry and of provenance, which are lists here, and what only another case
/// does.
fn check(name: &str, weight: Weight, spared: (u64, u64), work: impl FnOnce()) {
	let (reads, writes) = storage_access(work);
	assert_eq!((reads + spared.0, writes + spared.1), paid(weight), "{name}");
}

/// The same for a call.
fn check_call(
	name: &str,
	weight: Weight,
	spared: (u64, u64),
	who: AccountId,
	call: crate::Call<Test>,
) {
	let call = RuntimeCall::Royalties(call);
	assert!(call.get_dispatch_info().call_weight.ref_time() > 0);
	check(name, weight, spared, || {
		let result = call.dispatch(by(who));
		result.unwrap_or_else(|error| panic!("{name}: {error:?}"));
	});
}

/// As many members as there can be, of whom none is an owner here.
fn full_split() -> Split<AccountId> {
	let share = Permill::from_rational(1, MAX_MEMBERS);
	let member = |number| Member { account: account(number), share };
	let members: Vec<_> = (5..=ACCOUNTS).map(member).collect();
	assert_eq!(members.len(), MAX_MEMBERS as usize);
	Split { contributors: percent(50), members: bounded(&members) }
}

#[test]
fn every_read_and_write_of_calls_is_paid_for() {
	use crate::Call;
	TestExt::new().run(|| {
		let first = dataset(1_000, None);
		let id = artifact_of(first);
		// The former depositor is another than the owner, and there is nothing to keep.
		Artifacts::mutate(|all| all.get_mut(&id).unwrap().owner = bob());
		assert_ok!(Royalties::set_split(by(bob()), id, full_split()));
		Artifacts::mutate(|all| all.get_mut(&id).unwrap().owner = alice());
		let call = || Call::set_split { artifact: id, split: full_split() };
		// The artifact is the registry's; a former split is written only if there is income.
		check_call("set_split", Counted::set_split(), (1, 1), alice(), call());
		bring(first, 100);
		// And then no deposit comes back to anybody else.
		check_call("set_split", Counted::set_split(), (3, 2), alice(), call());

		let sources: Vec<_> = (0..MAX_SOURCES)
			.map(|_| {
				let source = model(alice(), &[]);
				bring(source, 100);
				let former = artifact_of(source);
				assert_ok!(Royalties::set_split(by(alice()), former, Split::owner_alone()));
				(source, percent(3))
			})
			.collect();
		let last = publish_next(alice(), id, ArtifactKind::Dataset, &sources);
		commit(last, 1_000, Some(first));
		prove(first, carol());
		drain(first);
		bring(last, 1_000_000);
		assert_ok!(Royalties::set_split(by(alice()), id, Split::owner_alone()));
		// Version, artifact, epoch, commitment and series, those of the same series, and sources.
		let spared = 5 + SEARCHED as u64 + u64::from(MAX_SOURCES);
		let call = Call::distribute { version: last };
		check_call("distribute", Counted::distribute(MAX_SOURCES), (spared, 0), bob(), call);

		let call = Call::collect_share { version: first, contributor: carol() };
		check_call("collect_share", Counted::collect_share(), (0, 0), bob(), call);
		let call = Call::withdraw { account: carol() };
		check_call("withdraw", Counted::withdraw(), (0, 0), bob(), call);
	});
}

#[test]
fn every_read_and_write_for_others_is_paid_for() {
	TestExt::new().run(|| {
		let version = dataset(1_000, None);
		let id = artifact_of(version);
		bring(version, 1_000);
		assert_ok!(Royalties::set_split(by(alice()), id, full_split()));
		assert_ok!(Balances::hold(&price(), &buyer(), 1_000));
		let payment = Payment { payer: buyer(), version, gross: 1_000, limit: Some(500) };
		Fee::set(percent(3));
		// The version and the epoch.
		check("take", Counted::take(), (2, 0), || {
			assert_ok!(Royalties::take(payment, &price()));
		});

		let model = model(alice(), &[]);
		bring(model, 1_000);
		check("on_transferred", Counted::on_artifact(), (0, 0), || {
			assert_ok!(transfer(artifact_of(model), bob()));
		});

		check("on_version_removed", Counted::on_version_removed(), (0, 0), || {
			assert_ok!(Royalties::on_version_removed(model));
		});

		// The commitments that are asked for and their series; nothing is due to somebody new.
		let searched = SEARCHED as u64 + 1;
		check("on_proven", Counted::on_contribution(), (searched + 1, 1), || {
			prove(version, carol());
		});
		drain(version);
		check("on_withdrawing", Counted::on_contribution(), (searched, 0), || {
			withdraw_consent(version, carol());
		});

		// A former split without income, kept twice; the owner of neither it nor the one in force is
		// asked for.
		let kept = publish_next(alice(), id, ArtifactKind::Dataset, &[]);
		commit(kept, 1_000, Some(version));
		prove(version, carol());
		let number = Splits::<Test>::get(id).unwrap().number;
		assert_ok!(Royalties::keep(kept, number));
		assert_ok!(Royalties::set_split(by(alice()), id, Split::owner_alone()));
		check("keep", Counted::keep(), (1, 0), || {
			assert_ok!(Royalties::keep(kept, number));
		});
		// The owner does not have to go.
		assert_ok!(Royalties::leave(kept, number));
		check("leave", Counted::leave(), (1, 0), || {
			assert_ok!(Royalties::leave(kept, number));
		});
		assert_ok!(Royalties::set_split(by(alice()), id, full_split()));
		assert_ok!(Royalties::keep(kept, number + 2));
		assert_ok!(Royalties::set_split(by(alice()), id, Split::owner_alone()));
		// Version, artifact, commitment and series, and those of the same series.
		check("pay", Counted::pay(), (4 + SEARCHED as u64, 0), || {
			assert_ok!(Royalties::pay(kept, number + 2, &buyer(), 1_000_000));
		});
		withdraw_consent(version, carol());

		for account in [Royalties::pot_account(), Beneficiary::get(), Commons::get()] {
			Balances::set_balance(&account, 0);
		}
		check("endow_accounts", Counted::endow_accounts(), (0, 0), || {
			Royalties::on_runtime_upgrade();
		});
		let pot = Royalties::pot_account();
		Balances::set_balance(&pot, MINIMUM + Royalties::liabilities().unwrap());

		// One visit, which needs less than the worst there is.
		drain(model);
		bring(version, 100);
		let visit = Counted::cascade_base().saturating_add(Counted::cascade_step());
		let (reads, writes) = storage_access(|| {
			idle(Weight::MAX);
		});
		let (paid_reads, paid_writes) = paid(visit.saturating_add(Counted::distribute(0)));
		assert!(reads < paid_reads && writes < paid_writes);
	});
}

#[test]
fn lengths_are_those_of_the_storage() {
	let mut infos = crate::Pallet::<Test>::storage_info();
	infos.extend(pallet_balances::Pallet::<Test>::storage_info());
	infos.extend(frame_system::Pallet::<Test>::storage_info());
	let length = |pallet: &str, item: &str| longest(&infos, pallet, item);
	assert_eq!(length("Royalties", "Vaults"), size::VAULTS);
	assert_eq!(length("Royalties", "Waiting"), size::WAITING);
	assert_eq!(length("Royalties", "Incomes"), size::INCOMES);
	assert_eq!(length("Royalties", "Cursor"), size::CURSOR);
	assert_eq!(length("Royalties", "Splits"), size::SPLITS);
	assert_eq!(length("Royalties", "PastSplits"), size::PAST_SPLITS);
	assert_eq!(length("Royalties", "Earnings"), size::EARNINGS);
	assert_eq!(length("Royalties", "ContributorIncomes"), size::CONTRIBUTOR_INCOMES);
	assert_eq!(length("Royalties", "Shares"), size::SHARES);
	assert_eq!(length("System", "Account"), size::ACCOUNT);
	// As many reasons as a runtime may have; this one has but three.
	assert!(length("Balances", "Holds") <= size::HOLDS);
	// A total of tokens is as long as a balance.
	assert!(length("Balances", "TotalIssuance") <= size::TOTAL_ISSUANCE);
}

#[test]
fn a_search_asks_for_no_more_than_is_paid_for() {
	let mut income = ContributorIncome::default();
	for version in 1..u64::from(MAX_SERIES) {
		income.versions.try_push(VersionIncome::new(version)).unwrap();
	}
	for gone_from in 1..=u64::from(MAX_SERIES) {
		let asked = core::cell::Cell::new(0);
		let is_there = |version: Sequence| {
			asked.set(asked.get() + 1);
			version < gone_from
		};
		assert!(income.clone().entry_or_new(1_000, is_there).is_some());
		assert!(asked.get() <= SEARCHED, "{} asked", asked.get());
	}
}

#[test]
fn every_call_has_a_weight_of_both_kinds() {
	let weights = [
		<() as WeightInfo>::set_split(),
		<() as WeightInfo>::distribute(0),
		<() as WeightInfo>::withdraw(),
		<() as WeightInfo>::collect_share(),
		<() as WeightInfo>::take(),
		<() as WeightInfo>::cascade_base(),
		<() as WeightInfo>::cascade_step(),
		<() as WeightInfo>::endow_accounts(),
		<() as WeightInfo>::references(),
		<() as WeightInfo>::on_artifact(),
		<() as WeightInfo>::on_contribution(),
		<() as WeightInfo>::keep(),
		<() as WeightInfo>::pay(),
		<() as WeightInfo>::leave(),
	];
	for weight in weights {
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0);
	}
	// What is only written needs no proof of its own.
	assert!(<() as WeightInfo>::on_version_removed().ref_time() > 0);
}

#[test]
fn more_sources_weigh_more() {
	let of = <() as WeightInfo>::distribute;
	assert!(of(MAX_SOURCES).ref_time() > of(1).ref_time());
	assert!(of(MAX_SOURCES).proof_size() > of(1).proof_size());
}
