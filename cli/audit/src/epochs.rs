// SPDX-License-Identifier: Apache-2.0

//! Epochs: when they end, what they give away, and what of that is claimed, expires or is forgotten.

use crate::{
	division::{Booked, Payout},
	math,
	report::Figure,
	Account, Auditor, Event, Inflow, Parameters, Setting, Version,
};
use std::collections::BTreeMap;

/// An epoch whose rewards can be claimed.
#[derive(Clone, Copy)]
struct Ended {
	credit: u128,
	rewards: u128,
	claimed: u128,
}

impl Ended {
	fn left(&self) -> u128 {
		self.rewards.saturating_sub(self.claimed)
	}
}

/// All epochs.
pub(crate) struct Epochs {
	/// The one that is running.
	pub index: u32,
	/// The first block of the next one.
	pub end: u32,
	/// The fee credit that came to rest in the running one.
	pub credit: u128,
	/// Fee credit in vaults.
	pub credit_in_vaults: u128,
	/// What can be claimed of all that ended.
	pub owed: u128,
	/// What governance chose.
	pub parameters: Parameters,
	/// Those that ended and did not expire.
	ended: BTreeMap<u32, Ended>,
	/// The credit that came to rest, and was not claimed or forgotten.
	points: BTreeMap<(u32, Version, u32), u128>,
	/// The running one must end in this block.
	due: bool,
	/// The running one, if it did not end when it had to.
	missed: Option<u32>,
	/// An epoch that expires in this block, and with what, until the chain says so.
	expiring: Option<(u32, u128)>,
	/// The last era that ended.
	era: Option<u32>,
}

impl Epochs {
	pub fn new(setting: &Setting) -> Self {
		Self {
			index: 0,
			end: setting.epoch_length,
			credit: 0,
			credit_in_vaults: 0,
			owed: 0,
			parameters: setting.parameters,
			ended: BTreeMap::new(),
			points: BTreeMap::new(),
			due: false,
			missed: None,
			expiring: None,
			era: None,
		}
	}

	/// What can be claimed, added up.
	pub fn still_owed(&self) -> u128 {
		self.ended.values().fold(0, |sum, ended| sum.saturating_add(ended.left()))
	}

	/// The oldest split under which a version has a reward for an epoch.
	fn oldest(&self, epoch: u32, version: Version) -> Option<(u32, u128)> {
		let of_version = (epoch, version, 0)..=(epoch, version, u32::MAX);
		self.points.range(of_version).next().map(|((_, _, split), credit)| (*split, *credit))
	}
}

impl Auditor {
	/// The running epoch may have to end in this block.
	pub(crate) fn begin_epoch_if_due(&mut self, block: u32) {
		self.epochs.due = block >= self.epochs.end;
	}

	/// It had to end, and did not.
	pub(crate) fn end_epoch_if_due(&mut self) {
		let epochs = &mut self.epochs;
		if epochs.due && epochs.missed != Some(epochs.index) {
			let what = format_args!("the block in which epoch {} ended", epochs.index);
			self.log.check(what, Figure::Nothing, Figure::Number(epochs.end.into()));
			// Said once; it may still end.
			epochs.missed = Some(epochs.index);
		}
		if let Some((epoch, amount)) = epochs.expiring.take() {
			let what = format_args!("what of epoch {epoch} expired");
			self.log.check(what, Figure::Nothing, Figure::Planck(amount));
		}
	}

	/// Nothing belongs to an epoch whose end has come.
	fn check_still_running(&mut self) {
		if self.epochs.due {
			let index = u64::from(self.epochs.index);
			self.log.number("the epoch that is running", index, index.saturating_add(1));
		}
	}

	/// Fee credit came to rest.
	pub(crate) fn credit_booked(&mut self, event: &Event) {
		let Event::CreditBooked { epoch, version, split, credit } = *event else { return };
		self.check_still_running();
		let epochs = &mut self.epochs;
		let what = format_args!("the epoch that credit of version {version} counts in");
		self.log.number(what, epoch, epochs.index);
		if credit > epochs.credit_in_vaults {
			let what = format_args!("credit of version {version}, and all in vaults");
			self.log.planck(what, credit, epochs.credit_in_vaults);
		}
		epochs.credit_in_vaults = epochs.credit_in_vaults.saturating_sub(credit);
		epochs.credit = epochs.credit.saturating_add(credit);
		let place = (epochs.index, version, split);
		let before = epochs.points.contains_key(&place);
		let points = epochs.points.entry(place).or_default();
		*points = points.saturating_add(credit);
		if let Some(split) = self.artifacts.split_mut(version, split).filter(|_| !before) {
			split.rewards = split.rewards.saturating_add(1);
		}
		self.pending.booked.push(Booked { version, split, credit });
	}

	/// The rewards of an epoch expire. Returns what was not claimed, if there were any.
	fn expire(&mut self, epoch: u32) -> Option<u128> {
		let amount = self.epochs.ended.remove(&epoch)?.left();
		self.epochs.owed = self.epochs.owed.saturating_sub(amount);
		self.sums.expired = self.sums.expired.saturating_add(amount);
		self.counts.expired = self.counts.expired.saturating_add(1);
		Some(amount)
	}

	/// The chain says that rewards expired.
	pub(crate) fn epoch_expired(&mut self, epoch: u32, amount: u128) {
		let due = match self.epochs.expiring.take() {
			Some((expiring, due)) if expiring == epoch => Some(due),
			other => {
				self.epochs.expiring = other;
				let last = self.epochs.index.checked_sub(self.setting.claim_period);
				let now = self.epochs.due && last == Some(epoch);
				now.then(|| self.expire(epoch)).flatten()
			}
		};
		let what = format_args!("what of epoch {epoch} expired");
		self.log.check(what, Figure::Planck(amount), due.map_or(Figure::Nothing, Figure::Planck));
	}

	/// The running epoch ends. What expires with that is counted among its funds.
	fn leave_epoch(&mut self, epoch: u32) {
		let (index, end) = (self.epochs.index, self.epochs.end);
		self.log.number("the epoch that ended", epoch, index);
		if !self.epochs.due {
			let what = format_args!("the block in which epoch {index} ended");
			self.log.number(what, self.log.block, end);
		}
		if let Some(last) = index.checked_sub(self.setting.claim_period) {
			if let Some(amount) = self.expire(last) {
				self.epochs.expiring = Some((last, amount));
			}
		}
	}

	fn enter_epoch(&mut self) {
		let epochs = &mut self.epochs;
		epochs.due = false;
		epochs.index = epochs.index.saturating_add(1);
		epochs.end = epochs.end.saturating_add(self.setting.epoch_length);
		epochs.credit = 0;
	}

	/// What a balance of the pot is without what is spoken for.
	fn funds(&self, balance: u128) -> u128 {
		balance
			.saturating_sub(self.setting.existential_deposit)
			.saturating_sub(self.epochs.credit_in_vaults)
			.saturating_sub(self.epochs.owed)
	}

	/// An epoch ended with rewards.
	pub(crate) fn epoch_ended(&mut self, event: &Event) {
		let Event::EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons } = *event
		else {
			return;
		};
		self.leave_epoch(epoch);
		self.counts.epochs = self.counts.epochs.saturating_add(1);
		let index = self.epochs.index;
		let of = |what: &str| format!("the {what} of epoch {index}");

		let balance = self.pot.let_go(self.setting.commons, to_commons);
		self.commons.expect(Inflow::Transfer, to_commons);
		let due = self.epochs.credit;
		if due == 0 {
			self.log.check(
				"an epoch without credit",
				Figure::Number(index.into()),
				Figure::Nothing,
			);
		}
		self.log.planck(of("fee credit"), credit, due);
		let due = self.funds(balance);
		self.log.planck(of("funds"), funds, due);
		let pool = math::share(due, self.epochs.parameters.usage_share);
		self.log.planck(of("usage pool"), usage_pool, pool);
		let all = pool.min(math::share(self.epochs.credit, self.setting.rebate_cap));
		self.log.planck(of("rewards"), rewards, all);
		let rest = due.saturating_sub(all);
		self.log.planck(of("part for the commons pool"), to_commons, rest);

		self.sums.rewards = self.sums.rewards.saturating_add(rewards);
		self.sums.to_commons = self.sums.to_commons.saturating_add(to_commons);
		self.epochs.owed = self.epochs.owed.saturating_add(rewards);
		self.epochs.ended.insert(index, Ended { credit, rewards, claimed: 0 });
		self.enter_epoch();
	}

	/// An epoch ended without.
	pub(crate) fn epoch_rolled_over(&mut self, epoch: u32, funds: u128) {
		self.leave_epoch(epoch);
		self.counts.rolled_over = self.counts.rolled_over.saturating_add(1);
		let index = self.epochs.index;
		self.log.planck(format_args!("the fee credit of epoch {index}"), 0, self.epochs.credit);
		let due = self.funds(self.pot.balance);
		self.log.planck(format_args!("the funds of epoch {index}"), funds, due);
		self.enter_epoch();
	}

	/// Votes gave away a part of the commons pool.
	pub(crate) fn commons_allotted(&mut self, epoch: u32, account: Account, amount: u128) {
		let last = self.epochs.index.checked_sub(1);
		let last = last.map_or(Figure::Nothing, |last| Figure::Number(last.into()));
		let what = "the epoch at whose end votes gave away of the commons pool";
		self.log.check(what, Figure::Number(epoch.into()), last);
		let pool = self.commons.let_go(account, amount);
		let pool = pool.saturating_sub(self.setting.existential_deposit);
		if amount > pool {
			self.log.planck("what votes gave away, and the commons pool", amount, pool);
		}
		self.sums.allotted = self.sums.allotted.saturating_add(amount);
	}

	/// Take out what a version has for an epoch under a split.
	fn take_points(&mut self, epoch: u32, version: Version, split: u32) -> Option<u128> {
		let credit = self.epochs.points.remove(&(epoch, version, split))?;
		if let Some(split) = self.artifacts.split_mut(version, split) {
			split.rewards = split.rewards.saturating_sub(1);
		}
		Some(credit)
	}

	/// A reward was paid.
	pub(crate) fn reward_claimed(&mut self, event: &Event) {
		let Event::RewardClaimed { epoch, version, split, credit, amount } = *event else { return };
		self.check_still_running();
		self.counts.claims = self.counts.claims.saturating_add(1);
		self.sums.claimed = self.sums.claimed.saturating_add(amount);
		let of = |what: &str| format!("the {what} of version {version} for epoch {epoch}");

		// It was divided, and left the pot.
		self.pot.let_go(self.setting.royalties_pot, amount);
		let payout = Payout { version, split, amount };
		match self.pending.payouts.iter().position(|one| *one == payout) {
			Some(at) => {
				self.pending.payouts.remove(at);
			}
			// It was too little to be a planck.
			None if amount == 0 => {}
			None => {
				let amount = Figure::Planck(amount);
				self.log.check(of("reward, as it was divided"), Figure::Nothing, amount);
			}
		}

		// There is such a reward, and it is this much.
		let Some((oldest, _)) = self.epochs.oldest(epoch, version) else {
			self.log.check(of("reward"), Figure::Planck(amount), Figure::Nothing);
			return;
		};
		self.log.number(of("split of the reward"), split, oldest);
		let due = self.take_points(epoch, version, split).unwrap_or_default();
		self.log.planck(of("fee credit"), credit, due);
		let Some(ended) = self.epochs.ended.get_mut(&epoch) else {
			// The epoch is still running, or its rewards expired.
			self.log.check(of("reward"), Figure::Planck(amount), Figure::Nothing);
			return;
		};
		self.log.planck(of("reward"), amount, math::ratio(ended.rewards, due, ended.credit));
		ended.claimed = ended.claimed.saturating_add(amount);
		if ended.claimed > ended.rewards {
			let what = format_args!("what was claimed of epoch {epoch}");
			self.log.planck(what, ended.claimed, ended.rewards);
		}
		self.epochs.owed = self.epochs.owed.saturating_sub(amount);
	}

	/// A reward that expired was forgotten.
	pub(crate) fn reward_expired(&mut self, event: &Event) {
		let Event::RewardExpired { epoch, version, split, credit } = *event else { return };
		self.counts.forgotten = self.counts.forgotten.saturating_add(1);
		let still = epoch >= self.epochs.index || self.epochs.ended.contains_key(&epoch);
		let due = self.take_points(epoch, version, split).filter(|_| !still);
		let what = format_args!("what was forgotten of version {version} for epoch {epoch}");
		self.log.check(what, Figure::Planck(credit), due.map_or(Figure::Nothing, Figure::Planck));
	}

	/// Governance chose.
	pub(crate) fn parameters_set(&mut self, usage_share: u32, issuance_share: u32) {
		for (what, share, (least, most)) in [
			("the usage share", usage_share, self.setting.usage_bounds),
			("the issuance share", issuance_share, self.setting.issuance_bounds),
		] {
			self.log.number(what, share, share.clamp(least, most.max(least)));
		}
		self.epochs.parameters = Parameters { usage_share, issuance_share };
	}

	/// An era ended: of what validators do not earn, the pot has its share.
	pub(crate) fn era_paid(&mut self, era: u32, remainder: u128) {
		self.counts.eras = self.counts.eras.saturating_add(1);
		if let Some(last) = self.epochs.era.replace(era) {
			self.log.number("the era that ended", era, last.saturating_add(1));
		}
		let share = math::share(remainder, self.epochs.parameters.issuance_share);
		self.sums.issued = self.sums.issued.saturating_add(share);
		self.pot.expect(Inflow::Issued, share);
	}
}
