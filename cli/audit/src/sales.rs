// SPDX-License-Identifier: Apache-2.0

//! Payments: the fee, the credit that it earns, and what reaches a vault.

use crate::{
	math,
	report::{Figure, Log},
	Auditor, Event, Inflow, Version,
};

impl Auditor {
	/// A version was paid for.
	pub(crate) fn sold(&mut self, event: &Event) {
		let Event::IncomeReceived { version, gross, fee, excess, income, credit, split } = *event
		else {
			return;
		};
		let log = &mut self.log;
		let of = |what: &str| format!("the {what} of a sale of version {version}");
		if !self.artifacts.is_there(version) {
			log.check("a version that was sold", Figure::Number(version), Figure::Nothing);
		}
		log.planck(of("fee"), fee, math::share_up(gross, self.setting.protocol_fee));
		let parts = fee.saturating_add(excess).saturating_add(income);
		log.planck(of("price"), gross, parts);
		let due = match income {
			0 => 0,
			_ => math::ratio(fee, income, income.saturating_add(excess)),
		};
		log.planck(of("fee credit"), credit, due);
		self.pot.expect(Inflow::Payment, fee);
		self.commons.expect(Inflow::Payment, excess);

		self.counts.sales = self.counts.sales.saturating_add(1);
		let sums = &mut self.sums;
		sums.gross = sums.gross.saturating_add(gross);
		sums.fees = sums.fees.saturating_add(fee);
		sums.excess = sums.excess.saturating_add(excess);
		sums.income = sums.income.saturating_add(income);
		sums.credit = sums.credit.saturating_add(credit);
		let in_vaults = &mut self.epochs.credit_in_vaults;
		*in_vaults = in_vaults.saturating_add(credit);
		self.fill(version, split, income, credit);
	}

	/// Something reached a vault.
	pub(crate) fn fill(&mut self, version: Version, split: u32, income: u128, credit: u128) {
		let current = self.artifacts.current(version);
		check_split(&mut self.log, version, split, current);
		if income == 0 {
			return;
		}
		let before = self.parts.contains_key(&(version, split));
		let part = self.parts.entry((version, split)).or_default();
		part.income = part.income.saturating_add(income);
		part.credit = part.credit.saturating_add(credit);
		if let Some(split) = self.artifacts.split_mut(version, split).filter(|_| !before) {
			split.vaults = split.vaults.saturating_add(1);
		}
	}
}

fn check_split(log: &mut Log, version: Version, chain: u32, audit: Option<u32>) {
	let audit = audit.map_or(Figure::Nothing, |number| Figure::Number(number.into()));
	let what = format_args!("the split that income of version {version} came in under");
	log.check(what, Figure::Number(chain.into()), audit);
}
