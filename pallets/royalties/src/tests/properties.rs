// SPDX-License-Identifier: Apache-2.0

//! Conservation: not a planck, be it of money or of credit, is lost or made, on any lineage, by any
//! sequence of calls.

use super::util::*;
use agora_test_utils::{asked_cases, variant};
use proptest::{prelude::*, test_runner::TestRunner};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

/// Artifacts: two models and two datasets.
const ARTIFACTS: u64 = 4;
/// Accounts that own, contribute and share.
const PEOPLE: u8 = 6;

/// A source, by its place among the versions that there are, and what it asks, before all are brought
/// down to half of the income together.
type Asked = (u8, u32);

/// Something that happens. Much of it is refused.
#[derive(Clone, Debug)]
enum Attempt {
	Publish { artifact: u64, sources: Vec<Asked> },
	Commit { place: u8, more: u64, extend: bool },
	Remove { place: u8 },
	Release { place: u8 },
	Transfer { artifact: u64, to: u8 },
	SetSplit { artifact: u64, contributors: u32, members: Vec<(u8, u32)> },
	Pay { place: u8, gross: Balance, limit: Option<Balance> },
	Distribute { place: u8 },
	Withdraw { place: u8 },
	Prove { place: u8, account: u8 },
	WithdrawConsent { place: u8 },
	Collect { place: u8 },
	Idle { visits: u64 },
	Gift(Balance),
	Prices(u8),
	Keep { place: u8 },
	PayOut { place: u8, amount: Balance },
	Leave { place: u8 },
	EndEpoch,
}

fn sources() -> impl Strategy<Value = Vec<Asked>> {
	let some = proptest::collection::vec((any::<u8>(), 0..1_000_000u32), 1..=MAX_SOURCES as usize);
	prop_oneof![Just(vec![]), some]
}

fn publish() -> impl Strategy<Value = Attempt> {
	(0..ARTIFACTS, sources()).prop_map(|(artifact, sources)| Attempt::Publish { artifact, sources })
}

fn money() -> impl Strategy<Value = Balance> {
	prop_oneof![0..5u128, 0..1_000u128, 0..1_000_000u128]
}

fn attempt() -> impl Strategy<Value = Attempt> {
	use Attempt::*;
	let place = || any::<u8>();
	let person = || 1..=PEOPLE;
	let members = || proptest::collection::vec((person(), 1..1_000u32), 0..5);
	prop_oneof![
		3 => publish(),
		4 => (place(), 0..9u64, proptest::bool::weighted(0.8))
			.prop_map(|(place, more, extend)| Commit { place, more, extend }),
		2 => place().prop_map(|place| Remove { place }),
		2 => place().prop_map(|place| Release { place }),
		2 => (0..ARTIFACTS, person()).prop_map(|(artifact, to)| Transfer { artifact, to }),
		4 => (0..ARTIFACTS, 0..=1_000_000u32, members()).prop_map(
			|(artifact, contributors, members)| SetSplit { artifact, contributors, members }
		),
		12 => (place(), money(), proptest::option::weighted(0.2, money()))
			.prop_map(|(place, gross, limit)| Pay { place, gross, limit }),
		6 => place().prop_map(|place| Distribute { place }),
		3 => place().prop_map(|place| Withdraw { place }),
		6 => (place(), person()).prop_map(|(place, account)| Prove { place, account }),
		2 => place().prop_map(|place| WithdrawConsent { place }),
		2 => place().prop_map(|place| Collect { place }),
		4 => (0..40u64).prop_map(|visits| Idle { visits }),
		1 => (1..50u128).prop_map(Gift),
		1 => (1..4u8).prop_map(Prices),
		2 => place().prop_map(|place| Keep { place }),
		4 => (place(), money()).prop_map(|(place, amount)| PayOut { place, amount }),
		2 => place().prop_map(|place| Leave { place }),
		4 => Just(EndEpoch),
	]
}

/// What every sequence begins with: a dataset of two versions that extend each other, whose
/// contributors share.
fn beginning() -> Vec<Attempt> {
	let publish = || Attempt::Publish { artifact: 2, sources: vec![] };
	let commit = |more| Attempt::Commit { place: 0, more, extend: true };
	let split = Attempt::SetSplit { artifact: 2, contributors: 300_000, members: vec![] };
	vec![publish(), commit(5), publish(), commit(3), split]
}

/// What is known beside the chain.
#[derive(Default)]
struct Ledger {
	/// All that was paid, for versions or as a reward.
	paid: Balance,
	/// All that was paid out.
	withdrawn: Balance,
	/// What the pot was given.
	gifts: Balance,
	/// How many records of each version can still be proven.
	unproven: BTreeMap<Sequence, u64>,
	/// The records that count, by origin and contributor.
	records: BTreeMap<(Sequence, u8), u64>,
	/// What splits are kept for, by version and split; once for each time.
	kept: Vec<(Sequence, SplitNumber)>,
	/// How much of the credit that came to rest is known: rewards kept the split for it.
	seen: usize,
	/// What reached the vault of each version in each epoch, by sales and by royalties.
	incomes: BTreeMap<Sequence, BTreeMap<EpochIndex, (Balance, Balance)>>,
}

fn id(number: u64) -> ArtifactId {
	artifact(500 + number)
}

/// All versions that there are.
fn existing() -> Vec<Sequence> {
	Versions::mutate(|all| all.keys().copied().collect())
}

/// What is in this place of a list, or so many times its length further.
fn nth<Item>(place: u8, items: impl IntoIterator<Item = Item>) -> Option<Item> {
	let mut items: Vec<_> = items.into_iter().collect();
	let count = items.len();
	(count > 0).then(|| items.swap_remove(usize::from(place) % count))
}

/// The newest version of a series.
fn newest(series: Sequence) -> Sequence {
	Committed::mutate(|all| {
		*all.iter().filter(|(_, entry)| entry.0 == series).max().expect("a series has one").0
	})
}

/// Sources that ask half of the income at most.
fn half(asked: Vec<Asked>) -> Vec<(Sequence, Permill)> {
	let asked: BTreeMap<_, _> = asked
		.into_iter()
		.filter_map(|(place, share)| Some((nth(place, existing())?, share)))
		.collect();
	let sum: u64 = asked.values().map(|share| u64::from(*share)).sum();
	let scale = |share: u32| {
		let most = 500_000;
		if sum <= most {
			share
		} else {
			(u64::from(share) * most / sum) as u32
		}
	};
	asked.into_iter().map(|(version, share)| (version, Permill::from_parts(scale(share)))).collect()
}

impl Ledger {
	/// Try it, and say whether it was allowed.
	fn make(&mut self, attempt: Attempt) -> bool {
		self.try_to(attempt).is_some()
	}

	fn try_to(&mut self, attempt: Attempt) -> Option<()> {
		use Attempt::*;
		match attempt {
			Publish { artifact, sources } => {
				let kind = if artifact < 2 { ArtifactKind::Model } else { ArtifactKind::Dataset };
				let owner = Artifacts::mutate(|all| all.get(&id(artifact)).cloned())
					.map_or(account(1 + artifact as u8), |artifact| artifact.owner);
				publish_next(owner, id(artifact), kind, &half(sources));
			}
			Commit { place, more, extend } => {
				let dataset = |id: &ArtifactId| {
					Artifacts::mutate(|all| all[id].kind) == ArtifactKind::Dataset
				};
				let new = |version: &Sequence| !Committed::mutate(|all| all.contains_key(version));
				let datasets = existing()
					.into_iter()
					.filter(|version| new(version) && dataset(&artifact_of(*version)));
				let version = nth(place, datasets)?;
				let older = |last: &Sequence| {
					*last < version
						&& Versions::mutate(|all| all.contains_key(last))
						&& artifact_of(*last) == artifact_of(version)
				};
				let all = Committed::mutate(|all| all.clone());
				let mut ends = all.values().map(|(series, _)| newest(*series));
				let previous = if extend { ends.find(older) } else { None };
				let before = previous.map_or(0, |last| Committed::mutate(|all| all[&last].1));
				let more = if previous.is_none() { more + 1 } else { more };
				commit(version, before + more, previous);
				self.unproven.insert(version, more);
			}
			Remove { place } => {
				let cited: BTreeSet<_> = Versions::mutate(|all| {
					let sources = all.values().flat_map(|version| &version.sources);
					sources.map(|source| source.sequence).collect()
				});
				// Rewards let no version go that can still be paid one.
				let kept: BTreeSet<_> = self.kept.iter().map(|(version, _)| *version).collect();
				let free = existing().into_iter().filter(|version| {
					!cited.contains(version)
						&& !kept.contains(version)
						&& Royalties::to_version(*version).is_none()
				});
				let free: Vec<_> = free.collect();
				// Mostly one with records, if there is one: others are many.
				let committed =
					|version: &Sequence| Committed::mutate(|all| all.contains_key(version));
				let with_records = free.iter().copied().filter(committed);
				let version = nth(place, with_records).or_else(|| nth(place, free.clone()))?;
				Versions::mutate(|all| all.remove(&version));
				assert_ok!(Royalties::on_version_removed(version));
				self.incomes.remove(&version);
			}
			Release { place } => {
				// Records whose commitment is gone, or the newest commitment of a series whose version
				// is gone.
				let there = |version: &Sequence| Versions::mutate(|all| all.contains_key(version));
				let gone = |origin: Sequence| Committed::mutate(|all| !all.contains_key(&origin));
				let records = self.records.keys().copied();
				if let Some((origin, person)) = nth(place, records.filter(|key| gone(key.0))) {
					self.forget(origin, person);
					let record = RecordId { origin, index: 0 };
					assert_ok!(Royalties::on_released(&record, &account(person)));
					return Some(());
				}
				let all = Committed::mutate(|all| all.clone());
				let ends: BTreeSet<_> = all.values().map(|(series, _)| newest(*series)).collect();
				let last = nth(place, ends.into_iter().filter(|last| !there(last)))?;
				Committed::mutate(|all| all.remove(&last));
				self.unproven.remove(&last);
			}
			Transfer { artifact, to } => {
				Artifacts::mutate(|all| all.contains_key(&id(artifact))).then_some(())?;
				assert_ok!(transfer(id(artifact), account(to)));
			}
			SetSplit { artifact, contributors, members } => {
				let info = Artifacts::mutate(|all| all.get(&id(artifact)).cloned())?;
				let weights: BTreeMap<_, _> = members.into_iter().collect();
				let sum: u32 = weights.values().sum();
				let mut members: Vec<_> = weights
					.into_iter()
					.map(|(number, weight)| Member {
						account: account(number),
						share: Permill::from_parts(weight * 100 / sum.max(1) * 10_000 + 1),
					})
					.collect();
				let others: u32 =
					members.iter().skip(1).map(|member| member.share.deconstruct()).sum();
				if let Some(first) = members.first_mut() {
					first.share = Permill::from_parts(1_000_000 - others);
				}
				let contributors = match info.kind {
					ArtifactKind::Dataset => Permill::from_parts(contributors),
					ArtifactKind::Model => Permill::zero(),
				};
				let split = Split { contributors, members: bounded(&members) };
				assert_ok!(Royalties::set_split(by(info.owner), id(artifact), split));
			}
			Pay { place, gross, limit } => {
				// Every other time for one with records, if there is one.
				let shared = |version: &Sequence| {
					place % 2 == 0 && Committed::mutate(|all| all.contains_key(version))
				};
				let version = nth(place / 2, existing().into_iter().filter(shared))
					.or_else(|| nth(place / 2, existing()))?;
				pay_up_to(version, gross, limit).ok()?;
				self.paid += gross;
			}
			Distribute { place } => {
				let version = nth(place, Vaults::<Test>::iter_keys())?;
				assert_ok!(Royalties::distribute(by(mallory()), version));
			}
			Withdraw { place } => {
				let account = nth(place, Earnings::<Test>::iter_keys())?;
				self.withdrawn += earnings(account.clone());
				assert_ok!(Royalties::withdraw(by(mallory()), account));
			}
			Prove { place, account: person } => {
				let there = |origin: &Sequence| Versions::mutate(|all| all.contains_key(origin));
				let open =
					self.unproven.iter().filter(|(origin, left)| **left > 0 && there(origin));
				let origin = nth(place, open.map(|(origin, _)| *origin))?;
				*self.unproven.entry(origin).or_default() -= 1;
				*self.records.entry((origin, person)).or_default() += 1;
				prove(origin, account(person));
			}
			WithdrawConsent { place } => {
				let there = |origin: Sequence| Committed::mutate(|all| all.contains_key(&origin));
				let records = self.records.keys().copied().filter(|key| there(key.0));
				let (origin, person) = nth(place, records)?;
				self.forget(origin, person);
				withdraw_consent(origin, account(person));
			}
			Collect { place } => {
				let due = |(origin, person): &(Sequence, u8)| {
					Royalties::api_share(*origin, account(*person))
						.is_some_and(|share| share.due > 0)
				};
				let (origin, person) = nth(place, self.records.keys().copied().filter(due))?;
				assert_ok!(Royalties::collect_share(by(mallory()), origin, account(person)));
			}
			Idle { visits } => {
				let weight = visit().saturating_mul(visits);
				assert!(idle(weight).all_lte(weight));
			}
			Gift(amount) => {
				assert_ok!(Balances::mint_into(&Royalties::pot_account(), amount));
				self.gifts += amount;
			}
			Prices(factor) => {
				ItemDeposit::set(ITEM * Balance::from(factor));
				ByteDeposit::set(BYTE * Balance::from(factor));
			}
			Keep { place } => {
				// In force, or kept already.
				let version = nth(place, existing())?;
				let id = artifact_of(version);
				let current = Splits::<Test>::get(id).map_or(0, |state| state.number);
				let splits = PastSplits::<Test>::iter_key_prefix(id).chain([current]);
				let split = nth(place / 2, splits)?;
				assert_ok!(Royalties::keep(version, split));
				self.kept.push((version, split));
			}
			PayOut { place, amount } => {
				let (version, split) = self.kept_at(place)?;
				assert_ok!(Royalties::pay(version, split, &account(ACCOUNTS), amount));
				self.paid += amount;
			}
			Leave { place } => {
				let (version, split) = self.kept_at(place)?;
				assert_ok!(Royalties::leave(version, split));
			}
			EndEpoch => {
				// What happened before belongs to the epoch before.
				self.listen();
				Epoch::mutate(|epoch| *epoch += 1);
			}
		}
		self.hear();
		self.listen();
		Some(())
	}

	/// What a split is kept for, in this place. Forgets it.
	fn kept_at(&mut self, place: u8) -> Option<(Sequence, SplitNumber)> {
		let at = nth(place, 0..self.kept.len())?;
		Some(self.kept.swap_remove(at))
	}

	/// Rewards kept the splits of all credit that came to rest.
	fn hear(&mut self) {
		let rested = rested();
		let new = &rested[self.seen..];
		self.kept.extend(new.iter().map(|(version, split, _)| (*version, *split)));
		self.seen = rested.len();
	}

	/// What events say of income.
	fn listen(&mut self) {
		for event in events() {
			let (version, sales, royalties) = match event {
				Event::IncomeReceived { version, income, .. } => (version, income, 0),
				Event::RoyaltyPaid { version, amount, .. } => (version, 0, amount),
				_ => continue,
			};
			if sales + royalties > 0 {
				let epochs = self.incomes.entry(version).or_default();
				let sum = epochs.entry(Epoch::get()).or_default();
				*sum = (sum.0 + sales, sum.1 + royalties);
			}
		}
	}

	/// A record counts no more.
	fn forget(&mut self, origin: Sequence, person: u8) {
		let left = self.records.get_mut(&(origin, person)).expect("it counts");
		*left -= 1;
		if *left == 0 {
			self.records.remove(&(origin, person));
		}
	}

	/// The equations.
	fn check(&self) {
		let due = Royalties::liabilities().expect("there is not so much");
		let fees = Balances::balance(&Beneficiary::get()) - MINIMUM;
		let excess = Balances::balance(&Commons::get()) - MINIMUM;
		// Paid in = fees + excess + withdrawn + earnings + contributors + vaults.
		assert_eq!(self.paid, fees + excess + self.withdrawn + due);
		// The pot has the last three, what makes it an account, and what somebody gave it.
		let pot = Balances::balance(&Royalties::pot_account());
		assert_eq!(pot, MINIMUM + due + self.gifts);
		// Credit of all payments = credit come to rest + credit in vaults.
		assert_credit_is_conserved();
		// Splits are kept for what they were to be kept for.
		let mut kept = BTreeMap::<_, u32>::new();
		for (version, split) in &self.kept {
			*kept.entry((artifact_of(*version), *split)).or_default() += 1;
		}
		let in_force =
			Splits::<Test>::iter().map(|(id, state)| ((id, state.number), state.rewards));
		let past = PastSplits::<Test>::iter().map(|(id, split, past)| ((id, split), past.rewards));
		for (place, rewards) in in_force.chain(past) {
			assert_eq!(rewards, kept.remove(&place).unwrap_or(0));
			assert_eq!(rewards, Royalties::kept(&place.0, place.1));
		}
		assert!(kept.is_empty());
		// What is remembered of income is what reached vaults: here are too few epochs to forget any.
		assert!(Epoch::get() < INCOME_EPOCHS);
		let incomes: BTreeMap<_, _> = Incomes::<Test>::iter()
			.map(|(version, incomes)| {
				let of = |income: &EpochIncome| (income.epoch, (income.sales, income.royalties));
				(version, incomes.iter().map(of).collect())
			})
			.collect();
		assert_eq!(incomes, self.incomes);
		// And nobody's share is another's.
		let shares: BTreeSet<_> = Shares::<Test>::iter()
			.map(|(origin, who, share)| (origin, who, share.records))
			.collect();
		let records: BTreeSet<_> = self
			.records
			.iter()
			.map(|((origin, person), count)| (*origin, account(*person), *count))
			.collect();
		assert_eq!(shares, records);
		Royalties::do_try_state().unwrap();
	}

	/// Pay out everything, and see that nothing is left.
	fn settle(&mut self) {
		for version in existing().into_iter().rev() {
			drain(version);
		}
		assert_eq!(Vaults::<Test>::iter().count() + Waiting::<Test>::iter().count(), 0);
		self.hear();
		self.listen();
		self.check();
		while self.make(Attempt::PayOut { place: 1, amount: 7 }) {
			self.make(Attempt::Leave { place: 0 });
		}
		assert_eq!(PastSplits::<Test>::iter().count(), 0);
		self.check();
		for ((origin, person), count) in core::mem::take(&mut self.records) {
			for _ in 0..count {
				let record = RecordId { origin, index: 0 };
				assert_ok!(Royalties::on_released(&record, &account(person)));
			}
		}
		assert_eq!(ContributorIncomes::<Test>::iter().count(), 0);
		while self.make(Attempt::Withdraw { place: 0 }) {}
		self.check();
		assert_eq!(Royalties::liabilities(), Some(0));
		for artifact in 0..ARTIFACTS {
			assert_ok!(Royalties::on_removed(&id(artifact)));
		}
		for number in 1..=PEOPLE {
			let deposits =
				held(HoldReason::Split, account(number)) + held(HoldReason::Share, account(number));
			assert_eq!(deposits, 0);
		}
	}
}

/// How many sequences are tried: more at night.
const CASES: u32 = 1_000;

/// Paid in = fees + excess + withdrawn + earnings + contributors + vaults, the pot has what is not
/// paid out, credit is where it was or came to rest, splits are kept for what will be paid under
/// them, and all else of `try_state`, after every step; and in the end everything can be paid out, to
/// the last planck.
#[test]
fn funds_are_conserved() {
	let config =
		ProptestConfig { cases: asked_cases().unwrap_or(CASES), ..ProptestConfig::default() };
	let lineage = proptest::collection::vec(publish(), 1..14);
	let attempts = proptest::collection::vec(attempt(), 1..30);
	// How often each was allowed, and tried: a test in which all is refused shows nothing.
	let counts = RefCell::new(BTreeMap::<String, (u32, u32)>::new());
	let result = TestRunner::new(config).run(&(lineage, attempts), |(lineage, attempts)| {
		TestExt::new().build().execute_with(|| {
			Keeping::set(true);
			let mut ledger = Ledger::default();
			for attempt in beginning().into_iter().chain(lineage).chain(attempts) {
				let name = variant(&attempt);
				let allowed = ledger.make(attempt);
				if allowed && name != "Publish" {
					ledger.check();
				}
				let mut counts = counts.borrow_mut();
				let count = counts.entry(name).or_default();
				*count = (count.0 + u32::from(allowed), count.1 + 1);
			}
			ledger.settle();
		});
		Ok(())
	});
	println!("allowed and tried: {counts:?}");
	result.unwrap();
	for (name, (allowed, tried)) in counts.into_inner() {
		assert!(tried < 100 || allowed * 100 > tried, "{name} is nearly always refused");
	}
}
