// SPDX-License-Identifier: Apache-2.0

//! The balance of a fund: every change of it must have a reason, and every reason must change it.
//!
//! Money may move before or after the chain says why. So both are remembered until the block ends.

use crate::{
	report::{Figure, Log},
	Account, Inflow,
};

/// What leaves, and where it goes.
type Outflow = (Option<Account>, u128);

/// A fund's balance, and what is not explained yet.
pub(crate) struct Ledger {
	name: &'static str,
	/// What it has.
	pub balance: u128,
	/// What came, and why is not known yet.
	came: Vec<(Inflow, u128)>,
	/// What must come before the block ends.
	coming: Vec<(Inflow, u128)>,
	/// What went, and why is not known yet.
	went: Vec<Outflow>,
	/// What must go before the block ends.
	going: Vec<Outflow>,
}

/// Take one of these out of the list, if it is there.
fn take<T: PartialEq>(list: &mut Vec<T>, wanted: &T) -> bool {
	match list.iter().position(|one| one == wanted) {
		Some(at) => {
			list.remove(at);
			true
		}
		None => false,
	}
}

impl Ledger {
	pub fn new(name: &'static str, balance: u128) -> Self {
		Self { name, balance, came: vec![], coming: vec![], went: vec![], going: vec![] }
	}

	/// Money came.
	pub fn receive(&mut self, how: Inflow, amount: u128) {
		self.balance = self.balance.saturating_add(amount);
		if amount > 0 && !take(&mut self.coming, &(how, amount)) {
			self.came.push((how, amount));
		}
	}

	/// Money went.
	pub fn pay(&mut self, to: Option<Account>, amount: u128, log: &mut Log) {
		if amount > self.balance {
			let what = format_args!("what {} paid, and had", self.name);
			log.planck(what, amount, self.balance);
		}
		self.balance = self.balance.saturating_sub(amount);
		if amount > 0 && !take(&mut self.going, &(to, amount)) {
			self.went.push((to, amount));
		}
	}

	/// There is a reason for this to come.
	pub fn expect(&mut self, how: Inflow, amount: u128) {
		if amount > 0 && !take(&mut self.came, &(how, amount)) {
			self.coming.push((how, amount));
		}
	}

	/// There is a reason for this to go. Returns what the balance is or was without that.
	pub fn let_go(&mut self, to: Account, amount: u128) -> u128 {
		let outflow = (Some(to), amount);
		if amount == 0 {
			self.balance
		} else if take(&mut self.went, &outflow) {
			self.balance.saturating_add(amount)
		} else {
			self.going.push(outflow);
			self.balance
		}
	}

	/// The block ends: what is not explained will not be. Returns what was given.
	pub fn close(&mut self, log: &mut Log) -> u128 {
		let name = self.name;
		let mut gifts = 0u128;
		for (how, amount) in self.came.drain(..) {
			match how {
				// Anybody can send something.
				Inflow::Transfer => gifts = gifts.saturating_add(amount),
				Inflow::Payment => {
					log.planck(format_args!("what came into {name} as a fee"), amount, 0);
				}
				Inflow::Issued => {
					log.planck(format_args!("new tokens for {name}"), amount, 0);
				}
			}
		}
		for (how, amount) in self.coming.drain(..) {
			let what = match how {
				Inflow::Transfer => "what was due",
				Inflow::Payment => "a payment's part",
				Inflow::Issued => "new tokens",
			};
			log.planck(format_args!("{what}, as it came into {name}"), 0, amount);
		}
		for (_, amount) in self.went.drain(..) {
			log.planck(format_args!("what left {name} for no reason"), amount, 0);
		}
		for (to, amount) in self.going.drain(..) {
			let audit = to.map_or(Figure::Nothing, Figure::Account);
			let what = format_args!("where {amount} planck of {name} went");
			log.check(what, Figure::Nothing, audit);
		}
		gifts
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const TO: Account = [1; 32];

	#[test]
	fn reasons_may_come_before_or_after() {
		let mut log = Log::default();
		let mut ledger = Ledger::new("the pot", 10);
		ledger.receive(Inflow::Payment, 5);
		ledger.expect(Inflow::Payment, 5);
		ledger.expect(Inflow::Issued, 7);
		ledger.receive(Inflow::Issued, 7);
		assert_eq!(ledger.let_go(TO, 2), 22);
		ledger.pay(Some(TO), 2, &mut log);
		ledger.pay(Some(TO), 3, &mut log);
		assert_eq!(ledger.let_go(TO, 3), 20);
		ledger.receive(Inflow::Transfer, 4);
		assert_eq!((ledger.close(&mut log), ledger.balance, log.count), (4, 21, 0));
	}

	#[test]
	fn nothing_comes_or_goes_without_a_reason() {
		let wrong: [fn(&mut Ledger, &mut Log); 6] = [
			|ledger, _| ledger.receive(Inflow::Payment, 5),
			|ledger, _| ledger.receive(Inflow::Issued, 5),
			|ledger, _| ledger.expect(Inflow::Payment, 5),
			|ledger, log| ledger.pay(None, 5, log),
			|ledger, _| _ = ledger.let_go(TO, 5),
			|ledger, log| {
				ledger.let_go(TO, 11);
				ledger.pay(Some(TO), 11, log);
			},
		];
		for (index, wrong) in wrong.into_iter().enumerate() {
			let (mut log, mut ledger) = (Log::default(), Ledger::new("the pot", 10));
			wrong(&mut ledger, &mut log);
			ledger.close(&mut log);
			assert_eq!(log.count, 1, "{index}");
		}
	}
}
