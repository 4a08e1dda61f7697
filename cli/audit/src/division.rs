// SPDX-License-Identifier: Apache-2.0

//! How income and rewards are divided: royalties to sources, then contributors and members.
//!
//! The chain says every part first and the whole last. So parts are kept until the whole is known.

use crate::{
	math,
	report::{Figure, Log},
	Account, Artifact, Auditor, Event, Member, Version,
};

/// A royalty, as the chain says it.
#[derive(Clone, Copy)]
struct Royalty {
	version: Version,
	from: Version,
	amount: u128,
	credit: u128,
}

/// What contributors have, as the chain says it.
#[derive(Clone, Copy)]
struct Paid {
	version: Version,
	per_record: u128,
	records: u64,
	amount: u128,
}

/// Credit that came to rest, as the chain says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Booked {
	pub version: Version,
	pub split: u32,
	pub credit: u128,
}

/// A reward that was divided, and that nobody said was claimed yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Payout {
	pub version: Version,
	pub split: u32,
	pub amount: u128,
}

/// Parts whose whole is not known yet.
#[derive(Default)]
pub(crate) struct Pending {
	royalties: Vec<Royalty>,
	contributors: Vec<Paid>,
	earned: Vec<(Account, Version, u128)>,
	pub booked: Vec<Booked>,
	pub payouts: Vec<Payout>,
	/// Artifacts whose former split is kept.
	pub kept: Vec<Artifact>,
}

impl Pending {
	/// The block ends: they are part of nothing.
	pub fn close(&mut self, log: &mut Log) {
		for royalty in self.royalties.drain(..) {
			let what = format_args!("a royalty of version {} for nothing", royalty.version);
			log.planck(what, royalty.amount, 0);
		}
		for paid in self.contributors.drain(..) {
			let what = format_args!("contributors' part of version {} in nothing", paid.version);
			log.planck(what, paid.amount, 0);
		}
		for (_, version, amount) in self.earned.drain(..) {
			log.planck(format_args!("earnings of version {version} from nothing"), amount, 0);
		}
		for Booked { version, credit, .. } in self.booked.drain(..) {
			log.planck(format_args!("credit of version {version} from nothing"), credit, 0);
		}
		for Payout { version, amount, .. } in self.payouts.drain(..) {
			log.planck(format_args!("a payout of version {version} for no reward"), amount, 0);
		}
		for _ in self.kept.drain(..) {
			log.number("whether a split that is kept was replaced", false, true);
		}
	}
}

/// Divide by shares, each rounded down; what that leaves over goes to the first.
fn among(members: &[Member], amount: u128) -> Vec<(Account, u128)> {
	let mut left = amount;
	let mut parts: Vec<_> = members
		.iter()
		.map(|member| {
			let part = math::share(amount, member.share).min(left);
			left = left.saturating_sub(part);
			(member.account, part)
		})
		.collect();
	if let Some((_, first)) = parts.first_mut() {
		*first = first.saturating_add(left);
	}
	parts.retain(|(_, part)| *part > 0);
	parts
}

impl Auditor {
	/// A source had its royalty.
	pub(crate) fn royalty_paid(&mut self, event: &Event) {
		let Event::RoyaltyPaid { version, from, amount, credit, split } = *event else { return };
		self.counts.royalties = self.counts.royalties.saturating_add(1);
		self.sums.royalties = self.sums.royalties.saturating_add(amount);
		self.pending.royalties.push(Royalty { version, from, amount, credit });
		self.fill(version, split, amount, credit);
	}

	/// Contributors can collect more.
	pub(crate) fn contributors_paid(&mut self, event: &Event) {
		let Event::ContributorsPaid { version, per_record, records, amount } = *event else {
			return;
		};
		self.pending.contributors.push(Paid { version, per_record, records, amount });
	}

	/// An account can withdraw more.
	pub(crate) fn earned(&mut self, account: Account, version: Version, amount: u128) {
		self.counts.payouts = self.counts.payouts.saturating_add(1);
		self.pending.earned.push((account, version, amount));
		self.credit_account(account, amount);
	}

	fn credit_account(&mut self, account: Account, amount: u128) {
		let earnings = self.earnings.entry(account).or_default();
		*earnings = earnings.saturating_add(amount);
	}

	/// A contributor collected what is due.
	pub(crate) fn collected(&mut self, origin: Version, contributor: Account, amount: u128) {
		let due = self.records.collect(origin, contributor, amount);
		let what = format_args!("what a contributor collected for records of version {origin}");
		self.log.check(what, Figure::Planck(amount), due.map_or(Figure::Nothing, Figure::Planck));
		self.credit_account(contributor, amount);
	}

	/// An account had all its earnings paid out.
	pub(crate) fn withdrawn(&mut self, account: Account, amount: u128) {
		let earnings = self.earnings.remove(&account).unwrap_or_default();
		self.log.planck("what an account withdrew", amount, earnings);
		self.counts.withdrawals = self.counts.withdrawals.saturating_add(1);
		self.sums.withdrawn = self.sums.withdrawn.saturating_add(amount);
	}

	/// Income of a version was divided.
	pub(crate) fn distributed(&mut self, event: &Event) {
		let Event::Distributed {
			version,
			split,
			income,
			royalties,
			contributors,
			earnings,
			credit,
		} = *event
		else {
			return;
		};
		self.counts.distributions = self.counts.distributions.saturating_add(1);
		let of = |what: &str| format!("the {what} of version {version} that was divided");
		let part = self.parts.remove(&(version, split));
		if let Some(split) = self.artifacts.split_mut(version, split).filter(|_| part.is_some()) {
			split.vaults = split.vaults.saturating_sub(1);
		}
		let part = part.unwrap_or_default();
		self.log.planck(of("income"), income, part.income);

		let (to_sources, credit_to_sources) = self.check_royalties(version, part);
		self.log.planck(of("royalties"), royalties, to_sources);
		let rest = part.credit.saturating_sub(credit_to_sources);
		self.log.planck(of("fee credit"), credit, rest);
		let wanted = (rest > 0).then_some(Booked { version, split, credit: rest });
		let booked: Vec<_> = self.pending.booked.drain(..).collect();
		if !booked.iter().copied().eq(wanted) {
			let booked = booked.iter().fold(0u128, |sum, one| sum.saturating_add(one.credit));
			let rest = Figure::Planck(rest);
			// The same amount is a difference too where it is another version's.
			let booked = match Figure::Planck(booked) {
				booked if booked == rest => Figure::Nothing,
				booked => booked,
			};
			self.log.check(of("credit, as it was booked"), booked, rest);
		}

		let rest = part.income.saturating_sub(to_sources);
		self.check_division(version, split, rest, contributors, earnings);
	}

	/// What every source is due of a part, and had. Returns what all of them were due.
	fn check_royalties(&mut self, version: Version, part: crate::auditor::Part) -> (u128, u128) {
		let (mut income_left, mut credit_left) = (part.income, part.credit);
		let mut due = Vec::new();
		let sources = self.artifacts.versions.get(&version).map(|info| info.sources.clone());
		for source in sources.unwrap_or_default() {
			let amount = math::share(part.income, source.royalty).min(income_left);
			if amount == 0 || !self.artifacts.is_there(source.version) {
				continue;
			}
			let credit = math::share(part.credit, source.royalty).min(credit_left);
			income_left = income_left.saturating_sub(amount);
			credit_left = credit_left.saturating_sub(credit);
			due.push(Royalty { version: source.version, from: version, amount, credit });
		}
		let mut had = self.pending.royalties.split_off(0).into_iter();
		for due in due {
			let of = |what: &str| {
				format!("the {what} of a royalty of version {} from version {version}", due.version)
			};
			let Some(had) = had.next() else {
				self.log.check(of("amount"), Figure::Nothing, Figure::Planck(due.amount));
				continue;
			};
			self.log.number("the version that a royalty went to", had.version, due.version);
			self.log.number("the version that a royalty came from", had.from, due.from);
			self.log.planck(of("amount"), had.amount, due.amount);
			self.log.planck(of("fee credit"), had.credit, due.credit);
		}
		for more in had {
			let what = format_args!("a royalty of version {} from {version}", more.version);
			self.log.check(what, Figure::Planck(more.amount), Figure::Nothing);
		}
		(part.income.saturating_sub(income_left), part.credit.saturating_sub(credit_left))
	}

	/// A reward was divided.
	pub(crate) fn payout_divided(&mut self, event: &Event) {
		let Event::PayoutDivided { version, split, amount, contributors, earnings } = *event else {
			return;
		};
		self.pending.payouts.push(Payout { version, split, amount });
		self.check_division(version, split, amount, contributors, earnings);
	}

	/// What contributors and members are due of an amount, and had.
	fn check_division(
		&mut self,
		version: Version,
		number: u32,
		amount: u128,
		contributors: u128,
		earnings: u128,
	) {
		self.sums.contributors = self.sums.contributors.saturating_add(contributors);
		self.sums.earnings = self.sums.earnings.saturating_add(earnings);
		let Some(split) = self.artifacts.split(version, number) else {
			let what = format_args!("the split that something of version {version} is divided by");
			self.log.check(what, Figure::Number(number.into()), Figure::Nothing);
			self.pending.contributors.clear();
			self.pending.earned.clear();
			return;
		};
		let for_records = math::share(amount, split.contributors);
		let members = split.members();
		let mut left = amount;

		// Contributors.
		let of = |what: &str| format!("{what} of version {version}");
		let log = &mut self.log;
		let part = self.records.divide(version, for_records);
		let mut paid = self.pending.contributors.drain(..);
		match (part, paid.next()) {
			(None, None) => {
				log.planck(of("the contributors' part"), contributors, 0);
			}
			(Some(part), None) => {
				let due = Figure::Planck(part.contributors);
				log.check(of("the contributors' part"), Figure::Nothing, due);
			}
			(None, Some(paid)) => {
				let paid = Figure::Planck(paid.amount);
				log.check(of("the contributors' part"), paid, Figure::Nothing);
			}
			(Some(part), Some(paid)) => {
				log.number("the version whose contributors were paid", paid.version, version);
				log.planck(of("each record's part"), paid.per_record, part.per_record);
				log.number(of("the records that count"), paid.records, part.records);
				log.planck(of("the contributors' part"), paid.amount, part.contributors);
				log.planck(of("the contributors' sum"), contributors, part.contributors);
				self.records.pay(version, part, paid.per_record, paid.amount);
				left = amount.saturating_sub(for_records).saturating_add(part.uncounted);
			}
		}
		for more in paid {
			let amount = Figure::Planck(more.amount);
			log.check(of("another part for contributors"), amount, Figure::Nothing);
		}

		// Members.
		log.planck(of("the members' sum"), earnings, left);
		let mut had = self.pending.earned.drain(..);
		for (account, due) in among(&members, left) {
			let Some((who, whose, amount)) = had.next() else {
				log.check(of("a member's part"), Figure::Nothing, Figure::Planck(due));
				continue;
			};
			let (chain, audit) = (Figure::Account(who), Figure::Account(account));
			log.check(of("the member who had a part"), chain, audit);
			log.number("the version whose member had a part", whose, version);
			log.planck(of("a member's part"), amount, due);
		}
		for (_, _, amount) in had {
			log.check(of("another member's part"), Figure::Planck(amount), Figure::Nothing);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_rounding_leaves_goes_to_the_first() {
		let member = |account, share| Member { account: [account; 32], share };
		let members = [member(1, 333_334), member(2, 333_333), member(3, 333_333)];
		let parts = |amount| among(&members, amount).into_iter().map(|(_, part)| part);
		assert_eq!(parts(10).collect::<Vec<_>>(), [4, 3, 3]);
		assert_eq!(parts(2).collect::<Vec<_>>(), [2]);
		assert_eq!(parts(0).collect::<Vec<_>>(), [0u128; 0]);
		assert_eq!(parts(u128::MAX).sum::<u128>(), u128::MAX);
	}
}
