// SPDX-License-Identifier: Apache-2.0

//! Conservation: not a planck is lost or made, by any sequence of calls. A model that was written
//! apart says after each what there must be.

use super::util::*;
use agora_test_utils::{asked_cases, variant};
use proptest::{prelude::*, test_runner::TestRunner};
use std::{cell::RefCell, collections::BTreeMap};

/// So many versions, all of one artifact.
const VERSIONS: Sequence = 4;

/// The cap, in per cent.
const CAP: u32 = 90;

/// Something that happens. Some of it is refused.
#[derive(Clone, Debug)]
enum Attempt {
	/// Somebody pays a fee, for this share of which there is credit.
	Pay {
		version: Sequence,
		fee: Balance,
		share: u32,
	},
	/// This share of all credit in vaults comes to rest.
	Rest {
		version: Sequence,
		split: SplitNumber,
		share: u32,
	},
	/// A claim for the points in this place, of those that did not expire.
	Claim(usize),
	/// A claim for any version, in an epoch so far back from the one to come.
	Guess {
		back: EpochIndex,
		version: Sequence,
	},
	/// So many blocks begin. In the last, this share of credit comes to rest before the hook.
	Blocks {
		count: u32,
		early: Option<u32>,
	},
	Idle(u64),
	Gift(Balance),
	GiftToCommons(Balance),
	UsageShare(u32),
	Votes(Option<Balance>),
}

fn money() -> impl Strategy<Value = Balance> {
	prop_oneof![0..5u128, 0..1_000u128, 0..10_000_000u128]
}

fn share() -> impl Strategy<Value = u32> {
	prop_oneof![Just(0), Just(1_000_000), 0..=1_000_000u32]
}

fn attempt() -> impl Strategy<Value = Attempt> {
	use Attempt::*;
	let version = || 1..=VERSIONS;
	prop_oneof![
		10 => (version(), money(), share())
			.prop_map(|(version, fee, share)| Pay { version, fee, share }),
		10 => (version(), prop_oneof![0..3u32, 250..260u32], share())
			.prop_map(|(version, split, share)| Rest { version, split, share }),
		8 => any::<usize>().prop_map(Claim),
		4 => (0..6u32, version()).prop_map(|(back, version)| Guess { back, version }),
		8 => (1..=LENGTH, proptest::option::of(share()))
			.prop_map(|(count, early)| Blocks { count, early }),
		3 => (0..8u64).prop_map(Idle),
		1 => money().prop_map(Gift),
		1 => money().prop_map(GiftToCommons),
		1 => (40..=100u32).prop_map(UsageShare),
		1 => proptest::option::of(money()).prop_map(Votes),
	]
}

/// What every sequence begins with: two epochs in which several versions earned, the second under
/// two splits.
fn beginning() -> Vec<Attempt> {
	use Attempt::*;
	let earn = |version, split| {
		let fee = 1_000 * Balance::from(version);
		[Pay { version, fee, share: 950_000 }, Rest { version, split, share: 900_000 }]
	};
	let end = || [Blocks { count: LENGTH, early: None }];
	let first = (1..=3).flat_map(|version| earn(version, 0)).chain(end());
	let second = (0..=2).flat_map(|split| earn(2, split)).chain(end());
	first.chain(second).collect()
}

/// What there must be.
#[derive(Default)]
struct Model {
	index: EpochIndex,
	usage_share: u32,
	/// What the pot has to give away.
	funds: Balance,
	/// What the commons pool has.
	commons: Balance,
	/// What went to those who have votes.
	voted: Balance,
	/// What was paid out.
	paid: Balance,
	in_vaults: Balance,
	/// The points, by epoch, version and split.
	points: BTreeMap<(EpochIndex, Sequence, SplitNumber), Balance>,
	/// What ended and did not expire.
	ended: BTreeMap<EpochIndex, EpochRecord>,
	/// All that came in: fees and gifts.
	received: Balance,
	/// All credit that there ever was, and what of it came to rest.
	credit: Balance,
	rested: Balance,
}

impl Model {
	fn new() -> Self {
		Self { usage_share: 80, ..Self::default() }
	}

	fn owed(&self) -> Balance {
		self.ended.values().map(|record| record.rewards - record.claimed).sum()
	}

	fn credit_of(&self, epoch: EpochIndex) -> Balance {
		self.points.range((epoch, 0, 0)..(epoch + 1, 0, 0)).map(|(_, credit)| *credit).sum()
	}

	/// The epoch ends.
	fn end(&mut self) {
		if let Some(record) =
			self.index.checked_sub(PERIOD).and_then(|expired| self.ended.remove(&expired))
		{
			self.funds += record.rewards - record.claimed;
		}
		let credit = self.credit_of(self.index);
		if credit > 0 {
			let rewards = of(percent(self.usage_share), self.funds).min(of(percent(CAP), credit));
			let record = EpochRecord { credit, rewards, claimed: 0 };
			self.ended.insert(self.index, record);
			self.commons += self.funds - rewards;
			self.funds = 0;
		}
		if let Some((_, amount)) = Votes::get() {
			let amount = amount.min(self.commons);
			self.commons -= amount;
			self.voted += amount;
		}
		self.index += 1;
	}

	/// Begin a block, but for the hook.
	fn enter_block(&mut self) {
		enter_block(System::block_number() + 1);
		if System::block_number().is_multiple_of(LENGTH) {
			self.end();
		}
	}

	fn rest(&mut self, version: Sequence, split: SplitNumber, share: u32) -> Option<()> {
		let credit = of(Permill::from_parts(share), self.in_vaults);
		rest(version, split, credit);
		(credit > 0).then_some(())?;
		self.in_vaults -= credit;
		self.rested += credit;
		self.funds += credit;
		*self.points.entry((self.index, version, split)).or_default() += credit;
		Some(())
	}

	/// Claim, and expect what the model says.
	fn claim(&mut self, epoch: EpochIndex, version: Sequence) -> Option<()> {
		let mut of_version = self.points.range((epoch, version, 0)..(epoch, version + 1, 0));
		let oldest = of_version.next().map(|(key, credit)| (*key, *credit));
		if epoch >= self.index {
			assert_noop!(claim(epoch, version), Error::<Test>::EpochNotEnded);
		} else if epoch + PERIOD < self.index {
			assert_noop!(claim(epoch, version), Error::<Test>::RewardsExpired);
		} else if let Some((key, credit)) = oldest {
			let amount = assert_claim(epoch, version, key.2);
			let record = self.ended.get_mut(&epoch).expect("it had credit");
			assert_eq!(amount, share_of(record, credit));
			record.claimed += amount;
			self.paid += amount;
			self.points.remove(&key);
			return Some(());
		} else {
			assert_noop!(claim(epoch, version), Error::<Test>::NothingToClaim);
		}
		None
	}

	/// Try it, and say whether anything came of it.
	fn make(&mut self, attempt: Attempt) -> Option<()> {
		use Attempt::*;
		match attempt {
			Pay { version, fee, share } => {
				let credit = of(Permill::from_parts(share), fee);
				pay(version, fee, credit);
				self.received += fee;
				self.credit += credit;
				self.in_vaults += credit;
				self.funds += fee - credit;
			}
			Rest { version, split, share } => self.rest(version, split, share)?,
			Claim(place) => {
				let first = self.index.saturating_sub(PERIOD);
				let open = || self.points.keys().filter(|key| key.0 >= first);
				let (epoch, version, _) = *open().nth(place.checked_rem(open().count())?)?;
				self.claim(epoch, version)?;
			}
			Guess { back, version } => {
				let epoch = (self.index + 1).checked_sub(back)?;
				self.claim(epoch, version)?;
			}
			Blocks { count, early } => {
				for _ in 1..count {
					self.enter_block();
					Rewards::on_initialize(System::block_number());
				}
				self.enter_block();
				if let Some(share) = early {
					self.rest(1, 0, share);
				}
				Rewards::on_initialize(System::block_number());
			}
			Idle(count) => {
				let weight = prunes(count);
				assert!(idle(weight).all_lte(weight));
				let first = self.index.saturating_sub(PERIOD);
				let there = |key: &(EpochIndex, Sequence, SplitNumber)| {
					Points::<Test>::contains_key((key.0, key.1, key.2.to_be_bytes()))
				};
				let before = self.points.len();
				self.points.retain(|key, _| key.0 >= first || there(key));
				let pruned = (before - self.points.len()) as u64;
				assert!(pruned <= count);
				(pruned > 0).then_some(())?;
			}
			Gift(amount) => {
				gift(amount);
				self.received += amount;
				self.funds += amount;
			}
			GiftToCommons(amount) => {
				transfer(donor(), Commons::get(), amount);
				self.received += amount;
				self.commons += amount;
			}
			UsageShare(share) => {
				let origin = RuntimeOrigin::root();
				let result = Rewards::set_parameters(origin, parameters(share, 50));
				assert_eq!(result.is_ok(), (50..=90).contains(&share));
				result.ok()?;
				self.usage_share = share;
			}
			Votes(amount) => super::util::Votes::set(amount.map(|amount| (account(1), amount))),
		}
		Some(())
	}

	fn check(&self) {
		// Everything that came in is somewhere, and where it must be.
		let pot = self.funds + self.in_vaults + self.owed();
		assert_eq!(pot + self.commons + self.voted + self.paid, self.received);
		assert_eq!((super::util::pot(), super::util::commons()), (pot, self.commons));
		assert_eq!(balance(PaidOut::get()) - MINIMUM, self.paid);
		assert_eq!(balance(account(1)) - ENDOWMENT, self.voted);
		assert_eq!((Rewards::funds(), Owed::<Test>::get()), (self.funds, self.owed()));
		// All credit is in vaults or came to rest.
		assert_eq!(self.credit, self.in_vaults + self.rested);
		assert_eq!(CreditInVaults::<Test>::get(), self.in_vaults);
		let running = Running::<Test>::get();
		assert_eq!((running.index, running.credit), (self.index, self.credit_of(self.index)));
		assert_eq!(Epochs::<Test>::iter().collect::<BTreeMap<_, _>>(), self.ended);
		let points = Points::<Test>::iter()
			.map(|((epoch, version, split), credit)| {
				((epoch, version, SplitNumber::from_be_bytes(split)), credit)
			})
			.collect::<BTreeMap<_, _>>();
		assert_eq!(points, self.points);
		Rewards::do_try_state().unwrap();
	}

	/// Let everything come to rest, be claimed or expire, and see that nothing is left.
	fn settle(&mut self) {
		self.rest(1, 0, 1_000_000);
		let last = self.index;
		self.make(Attempt::Blocks { count: LENGTH, early: None });
		let keys: Vec<_> = self.points.keys().copied().filter(|key| key.0 == last).collect();
		for (epoch, version, _) in keys {
			assert!(self.claim(epoch, version).is_some());
			self.check();
		}
		for _ in 0..=PERIOD {
			self.make(Attempt::Blocks { count: LENGTH, early: None });
		}
		while PruneFrom::<Test>::get() + PERIOD < self.index {
			self.make(Attempt::Idle(3));
		}
		self.check();
		assert_eq!((points(), Owed::<Test>::get(), CreditInVaults::<Test>::get()), (0, 0, 0));
		assert!(Kept::mutate(|kept| kept.is_empty()));
		assert_eq!(Open::<Test>::iter().count() + Epochs::<Test>::iter().count(), 0);
	}
}

fn share_of(record: &EpochRecord, credit: Balance) -> Balance {
	super::util::share(record.rewards, credit, record.credit)
}

/// How many sequences are tried: more at night.
const CASES: u32 = 200;

/// All that came in = funds + credit in vaults + what is owed + the commons + what votes gave away +
/// what was paid out, and all else of the model and of `try_state`, after every step; no token is made
/// or lost; and in the end nothing is owed to anybody.
#[test]
fn funds_are_conserved() {
	let config =
		ProptestConfig { cases: asked_cases().unwrap_or(CASES), ..ProptestConfig::default() };
	let attempts = proptest::collection::vec(attempt(), 10..80);
	// How often each did anything, and was tried: a test in which all is refused shows nothing.
	let counts = RefCell::new(BTreeMap::<String, (u32, u32)>::new());
	let result = TestRunner::new(config).run(&attempts, |attempts| {
		TestExt::new().run(|| {
			let mut model = Model::new();
			for attempt in beginning().into_iter().chain(attempts) {
				let name = variant(&attempt);
				let done = model.make(attempt).is_some();
				model.check();
				let mut counts = counts.borrow_mut();
				let count = counts.entry(name).or_default();
				*count = (count.0 + u32::from(done), count.1 + 1);
			}
			model.settle();
		});
		Ok(())
	});
	println!("done and tried: {counts:?}");
	result.unwrap();
	for (name, (done, tried)) in counts.into_inner() {
		assert!(tried < 100 || done * 100 > tried, "{name} hardly ever does anything");
	}
}
