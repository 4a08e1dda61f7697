// SPDX-License-Identifier: Apache-2.0

//! A small chain that makes consistent histories, with figures small enough for plain arithmetic.
//!
//! It keeps its books in other ways than the audit: each record has a balance of its own.

#![allow(dead_code)]

use agora_audit::{
	Account, Auditor, Closing, Event, Fund, Inflow, Member, Parameters, Report, Setting, Source,
};
use std::collections::BTreeMap;

pub const MINIMUM: u128 = 1_000;
pub const ROYALTIES: Account = [250; 32];
pub const COMMONS: Account = [251; 32];
pub const VOTERS: Account = [252; 32];
const EPOCH: u32 = 4;
const CLAIM_PERIOD: u32 = 2;
const FEE: u128 = 25_000;
const CAP: u128 = 900_000;
const MILLION: u128 = 1_000_000;

/// What somebody does. Numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Op {
	Publish { owner: u8, artifact: u8, sources: Vec<(u8, u32)> },
	Sell { version: u8, gross: u64, limit: Option<u64> },
	Distribute { part: u8 },
	SetSplit { artifact: u8, contributors: u32, members: u8 },
	Transfer { artifact: u8, to: u8 },
	Gift { amount: u64 },
	Claim { reward: u8 },
	Withdraw { account: u8 },
	Era { remainder: u64 },
	Choose { usage: u32, issuance: u32 },
	Commit { version: u8, count: u8, extend: bool },
	Prove { version: u8, contributor: u8 },
	Revoke { record: u8 },
	Collect { record: u8 },
	Allot { share: u8 },
	Blocks { count: u8 },
}

#[derive(Clone, Copy, Default)]
struct Part {
	income: u128,
	credit: u128,
}

struct Split {
	owner: Account,
	contributors: u128,
	members: Vec<Member>,
}

struct Version {
	artifact: u8,
	sources: Vec<(u64, u128)>,
	count: Option<u64>,
	series: u64,
	carry: u128,
}

struct Record {
	origin: u64,
	index: u64,
	contributor: Account,
	due: u128,
	counts: bool,
}

#[derive(Clone, Copy)]
struct Ended {
	credit: u128,
	rewards: u128,
	claimed: u128,
}

pub struct Sim {
	pub events: Vec<Event>,
	block: u32,
	pot: u128,
	commons: u128,
	index: u32,
	end: u32,
	credit: u128,
	in_vaults: u128,
	owed: u128,
	usage: u128,
	issuance: u128,
	era: u32,
	allot: u128,
	owners: Vec<Account>,
	splits: Vec<Vec<Split>>,
	versions: BTreeMap<u64, Version>,
	parts: BTreeMap<(u64, u32), Part>,
	points: BTreeMap<(u32, u64, u32), u128>,
	ended: BTreeMap<u32, Ended>,
	records: Vec<Record>,
	earnings: BTreeMap<Account, u128>,
}

fn account(number: u8) -> Account {
	[number % 5 + 1; 32]
}

fn artifact(number: u8) -> [u8; 32] {
	[number; 32]
}

fn share(amount: u128, share: u128) -> u128 {
	amount * share / MILLION
}

fn pick<T: Copy>(all: impl Iterator<Item = T>, choice: u8) -> Option<T> {
	let all: Vec<T> = all.collect();
	(!all.is_empty()).then(|| all[usize::from(choice) % all.len()])
}

pub fn setting() -> Setting {
	Setting {
		existential_deposit: MINIMUM,
		protocol_fee: FEE as u32,
		rebate_cap: CAP as u32,
		claim_period: CLAIM_PERIOD,
		epoch_length: EPOCH,
		usage_bounds: (500_000, 900_000),
		issuance_bounds: (200_000, 800_000),
		parameters: Parameters { usage_share: 800_000, issuance_share: 500_000 },
		royalties_pot: ROYALTIES,
		commons: COMMONS,
		pot_balance: MINIMUM,
		commons_balance: MINIMUM,
	}
}

impl Sim {
	pub fn new() -> Self {
		let mut sim = Self {
			events: vec![],
			block: 0,
			pot: MINIMUM,
			commons: MINIMUM,
			index: 0,
			end: EPOCH,
			credit: 0,
			in_vaults: 0,
			owed: 0,
			usage: 800_000,
			issuance: 500_000,
			era: 0,
			allot: 0,
			owners: vec![],
			splits: vec![],
			versions: BTreeMap::new(),
			parts: BTreeMap::new(),
			points: BTreeMap::new(),
			ended: BTreeMap::new(),
			records: vec![],
			earnings: BTreeMap::new(),
		};
		sim.next_block();
		sim
	}

	/// A history of these, after which everything is divided, and all epochs ended.
	pub fn run(ops: &[Op]) -> Self {
		let mut sim = Self::new();
		ops.iter().for_each(|op| sim.apply(op));
		while !sim.parts.is_empty() {
			sim.distribute(0);
		}
		(0..EPOCH).for_each(|_| sim.next_block());
		for number in 0..5 {
			sim.withdraw(account(number));
		}
		sim
	}

	pub fn apply(&mut self, op: &Op) {
		match op.clone() {
			Op::Publish { owner, artifact, sources } => self.publish(owner, artifact, &sources),
			Op::Sell { version, gross, limit } => {
				let version = pick(self.versions.keys().copied(), version);
				if let Some(version) = version {
					self.sell(version, gross.into(), limit.map(u128::from));
				}
			}
			Op::Distribute { part } => self.distribute(part),
			Op::SetSplit { artifact, contributors, members } => {
				if let Some(at) = pick(0..self.splits.len(), artifact) {
					let owner = self.owners[at];
					self.begin_split(at, owner, contributors.into(), members);
				}
			}
			Op::Transfer { artifact, to } => self.transfer(artifact, account(to)),
			Op::Gift { amount } => self.receive(Fund::Pot, Inflow::Transfer, amount.into()),
			Op::Claim { reward } => self.claim(reward),
			Op::Withdraw { account: number } => self.withdraw(account(number)),
			Op::Era { remainder } => self.end_era(remainder.into()),
			Op::Choose { usage, issuance } => {
				(self.usage, self.issuance) = (usage.into(), issuance.into());
				self.say(Event::ParametersSet { usage_share: usage, issuance_share: issuance });
			}
			Op::Commit { version, count, extend } => self.commit(version, count, extend),
			Op::Prove { version, contributor } => self.prove(version, account(contributor)),
			Op::Revoke { record } => self.revoke(record),
			Op::Collect { record } => {
				let counting = 0..self.records.len();
				if let Some(at) = pick(counting.filter(|at| self.records[*at].counts), record) {
					let Record { origin, contributor, .. } = self.records[at];
					self.collect(origin, contributor);
				}
			}
			Op::Allot { share } => self.allot = u128::from(share % 100) * 10_000,
			Op::Blocks { count } => (0..count % 6).for_each(|_| self.next_block()),
		}
	}

	fn say(&mut self, event: Event) {
		self.events.push(event);
	}

	fn receive(&mut self, fund: Fund, how: Inflow, amount: u128) {
		if amount > 0 {
			*self.fund(fund) += amount;
			self.say(Event::Received { fund, how, amount });
		}
	}

	fn pay(&mut self, fund: Fund, to: Account, amount: u128) {
		if amount > 0 {
			*self.fund(fund) -= amount;
			self.say(Event::Paid { fund, to: Some(to), amount });
		}
	}

	fn fund(&mut self, fund: Fund) -> &mut u128 {
		match fund {
			Fund::Pot => &mut self.pot,
			Fund::Commons => &mut self.commons,
		}
	}

	fn next_block(&mut self) {
		self.block += 1;
		self.say(Event::Block { number: self.block });
		if self.block == self.end {
			self.end_epoch();
		}
	}

	fn end_epoch(&mut self) {
		let epoch = self.index;
		if let Some(expired) = epoch.checked_sub(CLAIM_PERIOD) {
			if let Some(ended) = self.ended.remove(&expired) {
				let amount = ended.rewards - ended.claimed;
				self.owed -= amount;
				self.say(Event::EpochExpired { epoch: expired, amount });
			}
		}
		let funds = self.pot - MINIMUM - self.in_vaults - self.owed;
		if self.credit == 0 {
			self.say(Event::EpochRolledOver { epoch, funds });
		} else {
			let usage_pool = share(funds, self.usage);
			let rewards = usage_pool.min(share(self.credit, CAP));
			let to_commons = funds - rewards;
			self.pay(Fund::Pot, COMMONS, to_commons);
			self.receive(Fund::Commons, Inflow::Transfer, to_commons);
			self.owed += rewards;
			let credit = self.credit;
			self.ended.insert(epoch, Ended { credit, rewards, claimed: 0 });
			self.say(Event::EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons });
		}
		let allotted = share(self.commons - MINIMUM, self.allot);
		if allotted > 0 {
			self.pay(Fund::Commons, VOTERS, allotted);
			self.say(Event::CommonsAllotted { epoch, account: VOTERS, amount: allotted });
		}
		self.index += 1;
		self.end += EPOCH;
		self.credit = 0;
		// Pruning, at once.
		let gone: Vec<_> = self.points.iter().map(|(key, credit)| (*key, *credit)).collect();
		for ((epoch, version, split), credit) in gone {
			if epoch + CLAIM_PERIOD < self.index && !self.ended.contains_key(&epoch) {
				self.points.remove(&(epoch, version, split));
				self.say(Event::RewardExpired { epoch, version, split, credit });
			}
		}
	}

	fn publish(&mut self, owner: u8, choice: u8, sources: &[(u8, u32)]) {
		let at = usize::from(choice) % (self.owners.len() + 1);
		if at == self.owners.len() {
			let owner = account(owner);
			self.owners.push(owner);
			self.splits.push(vec![Split { owner, contributors: 0, members: vec![] }]);
			self.say(Event::ArtifactRegistered { artifact: artifact(at as u8), owner });
		}
		let mut chosen: Vec<(u64, u128)> = vec![];
		for (source, royalty) in sources {
			if let Some(version) = pick(self.versions.keys().copied(), *source) {
				if chosen.iter().all(|(other, _)| *other != version) {
					chosen.push((version, (*royalty).into()));
				}
			}
		}
		let version = self.versions.len() as u64 + 1;
		self.say(Event::VersionPublished {
			version,
			artifact: artifact(at as u8),
			sources: chosen
				.iter()
				.map(|(version, royalty)| Source { version: *version, royalty: *royalty as u32 })
				.collect(),
		});
		let artifact = at as u8;
		let version_ = Version { artifact, sources: chosen, count: None, series: 0, carry: 0 };
		self.versions.insert(version, version_);
	}

	fn current(&self, version: u64) -> u32 {
		self.splits[usize::from(self.versions[&version].artifact)].len() as u32 - 1
	}

	fn fill(&mut self, version: u64, income: u128, credit: u128) -> u32 {
		let split = self.current(version);
		if income > 0 {
			let part = self.parts.entry((version, split)).or_default();
			part.income += income;
			part.credit += credit;
		}
		split
	}

	fn sell(&mut self, version: u64, gross: u128, limit: Option<u128>) {
		let fee = (gross * FEE).div_ceil(MILLION);
		let income = limit.map_or(gross - fee, |limit| limit.min(gross - fee));
		let excess = gross - fee - income;
		let credit = if income == 0 { 0 } else { fee * income / (income + excess) };
		self.receive(Fund::Pot, Inflow::Payment, fee);
		self.receive(Fund::Commons, Inflow::Payment, excess);
		let split = self.fill(version, income, credit);
		self.in_vaults += credit;
		self.say(Event::IncomeReceived { version, gross, fee, excess, income, credit, split });
	}

	fn distribute(&mut self, choice: u8) {
		// Newest first, as at the end all is divided.
		let Some((version, split)) = pick(self.parts.keys().rev().copied(), choice) else { return };
		let part = self.parts.remove(&(version, split)).unwrap();
		let mut left = part;
		for (source, royalty) in self.versions[&version].sources.clone() {
			let amount = share(part.income, royalty).min(left.income);
			let credit = share(part.credit, royalty).min(left.credit);
			if amount > 0 {
				left.income -= amount;
				left.credit -= credit;
				let split = self.fill(source, amount, credit);
				let (version, from) = (source, version);
				self.say(Event::RoyaltyPaid { version, from, amount, credit, split });
			}
		}
		let credit = left.credit;
		if credit > 0 {
			self.in_vaults -= credit;
			self.credit += credit;
			*self.points.entry((self.index, version, split)).or_default() += credit;
			self.say(Event::CreditBooked { epoch: self.index, version, split, credit });
		}
		let (contributors, earnings) = self.divide(version, split, left.income);
		self.say(Event::Distributed {
			version,
			split,
			income: part.income,
			royalties: part.income - left.income,
			contributors,
			earnings,
			credit,
		});
	}

	fn divide(&mut self, version: u64, number: u32, amount: u128) -> (u128, u128) {
		let at = &self.versions[&version];
		let split = &self.splits[usize::from(at.artifact)][number as usize];
		let (owner, mut members) = (split.owner, split.members.clone());
		let for_records = share(amount, split.contributors);
		let (series, carry) = (at.series, at.carry);
		let (mut contributors, mut earnings) = (0, amount);
		let versions = &self.versions;
		let has = |record: &Record| {
			record.counts && record.origin <= version && versions[&record.origin].series == series
		};
		let count = self.records.iter().filter(|record| has(record)).count() as u64;
		if let (Some(committed), true) = (at.count, for_records > 0 && count > 0) {
			let per_record = (for_records + carry) / u128::from(committed);
			let carry = (for_records + carry) % u128::from(committed);
			self.records
				.iter_mut()
				.filter(|record| has(record))
				.for_each(|one| one.due += per_record);
			contributors = per_record * u128::from(count);
			earnings = amount - for_records + per_record * u128::from(committed - count);
			self.versions.get_mut(&version).unwrap().carry = carry;
			let (records, amount) = (count, contributors);
			self.say(Event::ContributorsPaid { version, per_record, records, amount });
		}
		if members.is_empty() {
			members.push(Member { account: owner, share: MILLION as u32 });
		}
		let mut parts: Vec<u128> =
			members.iter().map(|one| share(earnings, one.share.into())).collect();
		parts[0] += earnings - parts.iter().sum::<u128>();
		for (member, amount) in members.into_iter().zip(parts) {
			if amount > 0 {
				let account = member.account;
				*self.earnings.entry(account).or_default() += amount;
				self.say(Event::Earned { account, version, amount });
			}
		}
		(contributors, earnings)
	}

	fn claim(&mut self, choice: u8) {
		let claimable = self.points.keys().filter(|(epoch, ..)| self.ended.contains_key(epoch));
		let Some((epoch, version, _)) = pick(claimable.copied(), choice) else { return };
		let (key, credit) =
			self.points.range((epoch, version, 0)..).next().map(|(k, c)| (*k, *c)).unwrap();
		let split = key.2;
		let ended = self.ended[&epoch];
		let amount = ended.rewards * credit / ended.credit;
		self.points.remove(&key);
		self.ended.get_mut(&epoch).unwrap().claimed += amount;
		self.owed -= amount;
		if amount > 0 {
			self.pay(Fund::Pot, ROYALTIES, amount);
			let (contributors, earnings) = self.divide(version, split, amount);
			let payout = Event::PayoutDivided { version, split, amount, contributors, earnings };
			self.say(payout);
		}
		self.say(Event::RewardClaimed { epoch, version, split, credit, amount });
	}

	fn begin_split(&mut self, at: usize, owner: Account, contributors: u128, members: u8) {
		let number = self.splits[at].len() as u32;
		let of_artifact = |version: &u64| usize::from(self.versions[version].artifact) == at;
		let old = number - 1;
		let vaults =
			self.parts.keys().filter(|(version, split)| of_artifact(version) && *split == old);
		let rewards = self.points.keys();
		let rewards = rewards.filter(|(_, version, split)| of_artifact(version) && *split == old);
		let (vaults, rewards) = (vaults.count() as u32, rewards.count() as u32);
		let artifact = artifact(at as u8);
		if vaults + rewards > 0 {
			self.say(Event::SplitKept { artifact, number: old, vaults, rewards });
		}
		let count = u32::from(members % 4);
		let even = MILLION as u32 / count.max(1);
		let members: Vec<_> = (0..count)
			.map(|one| Member {
				account: account(one as u8),
				share: if one == 0 { MILLION as u32 - even * (count - 1) } else { even },
			})
			.collect();
		let share = contributors as u32;
		self.splits[at].push(Split { owner, contributors, members: members.clone() });
		self.say(Event::SplitSet { artifact, number, owner, contributors: share, members });
	}

	fn transfer(&mut self, choice: u8, to: Account) {
		let Some(at) = pick(0..self.owners.len(), choice) else { return };
		let of_artifact = |version: &u64| usize::from(self.versions[version].artifact) == at;
		let known = self.splits[at].len() > 1
			|| self.parts.keys().any(|(version, _)| of_artifact(version))
			|| self.points.keys().any(|(_, version, _)| of_artifact(version));
		if known {
			self.begin_split(at, to, 0, 0);
		} else {
			self.splits[at][0].owner = to;
		}
		self.owners[at] = to;
		self.say(Event::OwnershipTransferred { artifact: artifact(at as u8), owner: to });
	}

	fn withdraw(&mut self, account: Account) {
		if let Some(amount) = self.earnings.remove(&account) {
			self.say(Event::Withdrawn { account, amount });
		}
	}

	fn end_era(&mut self, remainder: u128) {
		self.say(Event::EraPaid { era: self.era, validator_payout: 7, remainder });
		self.era += 1;
		self.receive(Fund::Pot, Inflow::Issued, share(remainder, self.issuance));
	}

	fn commit(&mut self, choice: u8, count: u8, extend: bool) {
		let free = self.versions.iter().filter(|(_, version)| version.count.is_none());
		let Some(version) = pick(free.map(|(version, _)| *version), choice) else { return };
		let count = u64::from(count % 7) + 1;
		let artifact = self.versions[&version].artifact;
		let committed = |other: &Version| other.artifact == artifact && other.count.is_some();
		let newest = self.versions.iter().rfind(|(_, other)| committed(other));
		let newest = newest.map(|(other, info)| (*other, info.count.unwrap(), info.series));
		let entry = self.versions.get_mut(&version).unwrap();
		(entry.count, entry.series) = (Some(count), version);
		self.say(Event::RecordsCommitted { version, count });
		if let (Some((previous, before, series)), true) = (newest, extend) {
			if previous < version && before <= count {
				self.versions.get_mut(&version).unwrap().series = series;
				self.say(Event::RecordsExtended { version, series });
			}
		}
	}

	fn prove(&mut self, choice: u8, contributor: Account) {
		let with = self.versions.iter().filter(|(_, version)| version.count.is_some());
		let Some(origin) = pick(with.map(|(version, _)| *version), choice) else { return };
		let Version { series, count, .. } = self.versions[&origin];
		let before = self.records.iter().filter(|one| self.versions[&one.origin].series == series);
		let index = before.clone().count() as u64;
		// All that extend it have it: none may have more than it committed to.
		let least =
			self.versions.values().filter(|one| one.count.is_some() && one.series == series);
		let least = least.filter_map(|one| one.count).min().min(count).unwrap();
		if index >= least {
			return;
		}
		let has =
			|one: &Record| one.counts && one.origin == origin && one.contributor == contributor;
		if self.records.iter().any(has) {
			self.collect(origin, contributor);
		} else {
			self.say(Event::ShareOpened { origin, contributor });
		}
		self.records.push(Record { origin, index, contributor, due: 0, counts: true });
		self.say(Event::RecordProven { origin, index, contributor });
	}

	fn collect(&mut self, origin: u64, contributor: Account) {
		let mut amount = 0;
		for record in &mut self.records {
			if record.counts && record.origin == origin && record.contributor == contributor {
				amount += std::mem::take(&mut record.due);
			}
		}
		self.collected(origin, contributor, amount);
	}

	fn collected(&mut self, origin: u64, contributor: Account, amount: u128) {
		if amount > 0 {
			*self.earnings.entry(contributor).or_default() += amount;
			self.say(Event::ShareCollected { origin, contributor, amount });
		}
	}

	fn revoke(&mut self, choice: u8) {
		let counting = (0..self.records.len()).filter(|at| self.records[*at].counts);
		let Some(at) = pick(counting, choice) else { return };
		let Record { origin, index, contributor, .. } = self.records[at];
		self.collect(origin, contributor);
		self.records[at].counts = false;
		let series = self.versions[&origin].series;
		let counts = |one: &&Record| one.counts && self.versions[&one.origin].series == series;
		if !self.records.iter().any(|one| counts(&one)) {
			let all = self.versions.values_mut().filter(|version| version.series == series);
			let rest = all.map(|version| std::mem::take(&mut version.carry)).sum();
			self.collected(origin, contributor, rest);
		}
		let same =
			|one: &Record| one.counts && one.origin == origin && one.contributor == contributor;
		if !self.records.iter().any(same) {
			self.say(Event::ShareClosed { origin, contributor });
		}
		self.say(Event::RecordWithdrawn { origin, index, contributor });
	}

	pub fn closing(&self) -> Closing {
		Closing {
			block: self.block,
			pot_balance: self.pot,
			commons_balance: self.commons,
			owed: self.owed,
			credit_in_vaults: self.in_vaults,
			epoch: self.index,
			epoch_end: self.end,
			epoch_credit: self.credit,
			parameters: Parameters {
				usage_share: self.usage as u32,
				issuance_share: self.issuance as u32,
			},
		}
	}

	/// Audit these events against how this chain ended.
	pub fn audit(&self, events: &[Event]) -> Report {
		let mut auditor = Auditor::new(setting());
		events.iter().for_each(|event| auditor.observe(event));
		auditor.finish(&self.closing())
	}
}
