// SPDX-License-Identifier: Apache-2.0

//! The auditor's books, and what it does with each event.

use crate::{
	artifacts::{Artifacts, Split, VersionInfo},
	division::Pending,
	epochs::Epochs,
	ledger::Ledger,
	math::MILLION,
	records::Records,
	report::{Counts, Figure, Log, Pot, Report, Sums},
	Account, Closing, Event, Fund, Member, Setting, Version,
};
use std::collections::BTreeMap;

/// What is in a vault under one split.
#[derive(Clone, Copy, Default)]
pub(crate) struct Part {
	pub income: u128,
	pub credit: u128,
}

/// Replays what a chain says happened, and recomputes every figure from the ones before.
///
/// Each difference is reported where it arises. Then the auditor goes on with the chain's figure, so
/// that one mistake is not reported again with all that follows from it.
pub struct Auditor {
	pub(crate) setting: Setting,
	pub(crate) log: Log,
	pub(crate) counts: Counts,
	pub(crate) sums: Sums,
	pub(crate) pot: Ledger,
	pub(crate) commons: Ledger,
	pub(crate) artifacts: Artifacts,
	pub(crate) records: Records,
	pub(crate) parts: BTreeMap<(Version, u32), Part>,
	pub(crate) earnings: BTreeMap<Account, u128>,
	pub(crate) pending: Pending,
	pub(crate) epochs: Epochs,
}

impl Auditor {
	/// Begin with a chain's genesis.
	pub fn new(setting: Setting) -> Self {
		Self {
			log: Log::default(),
			counts: Counts::default(),
			sums: Sums::default(),
			pot: Ledger::new("the pot", setting.pot_balance),
			commons: Ledger::new("the commons pool", setting.commons_balance),
			artifacts: Artifacts::default(),
			records: Records::default(),
			parts: BTreeMap::new(),
			earnings: BTreeMap::new(),
			pending: Pending::default(),
			epochs: Epochs::new(&setting),
			setting,
		}
	}

	/// The chain's runtime is another one from the next block on, and so are its constants. What
	/// governance chose and what funds have does not change with it.
	pub fn upgrade(&mut self, setting: Setting) {
		self.setting = setting;
	}

	/// Where chain and audit disagree so far.
	pub fn differences(&self) -> u64 {
		self.log.count
	}

	/// Something happened.
	pub fn observe(&mut self, event: &Event) {
		if let Event::Block { number } = *event {
			return self.begin_block(number);
		}
		self.counts.events = self.counts.events.saturating_add(1);
		match event {
			Event::Block { .. } => {}
			Event::ArtifactRegistered { artifact, owner } => {
				let split = Split::new(*owner, 0, vec![]);
				self.artifacts.splits.insert(*artifact, vec![split]);
			}
			Event::OwnershipTransferred { artifact, owner } => {
				// A split that had something was replaced already: this one is the new owner's.
				let current =
					self.artifacts.splits.get_mut(artifact).and_then(|all| all.last_mut());
				if let Some(split) = current {
					split.owner = *owner;
				}
			}
			Event::VersionPublished { version, artifact, sources } => {
				let (artifact, sources) = (*artifact, sources.clone());
				let info = VersionInfo { artifact, sources, removed: false };
				self.artifacts.versions.insert(*version, info);
			}
			Event::VersionRemoved { version } => {
				if let Some(info) = self.artifacts.versions.get_mut(version) {
					info.removed = true;
				}
			}

			Event::RecordsCommitted { version, count } => self.records.commit(*version, *count),
			Event::RecordsExtended { version, series } => self.records.extend(*version, *series),
			Event::CommitmentReleased { version } => self.records.release(*version),
			Event::RecordProven { origin, index, contributor } => {
				self.records.prove(*origin, *index, *contributor);
			}
			Event::RecordWithdrawn { origin, index, contributor } => {
				self.records.withdraw(*origin, *index, *contributor);
			}
			Event::ShareOpened { origin, contributor } => {
				if !self.records.open(*origin, *contributor) {
					let what = format_args!("a share in the records of version {origin}");
					self.log.check(what, Figure::Account(*contributor), Figure::Nothing);
				}
			}
			Event::ShareClosed { origin, contributor } => {
				if !self.records.close(*origin, *contributor) {
					let what =
						format_args!("the end of a share in the records of version {origin}");
					self.log.check(what, Figure::Account(*contributor), Figure::Nothing);
				}
			}
			Event::ShareCollected { origin, contributor, amount } => {
				self.collected(*origin, *contributor, *amount);
			}
			Event::Withdrawn { account, amount } => self.withdrawn(*account, *amount),

			Event::SplitSet { .. } => self.split_set(event),
			Event::SplitKept { .. } => self.split_kept(event),
			Event::IncomeReceived { .. } => self.sold(event),
			Event::RoyaltyPaid { .. } => self.royalty_paid(event),
			Event::ContributorsPaid { .. } => self.contributors_paid(event),
			Event::Earned { account, version, amount } => {
				self.earned(*account, *version, *amount);
			}
			Event::Distributed { .. } => self.distributed(event),
			Event::PayoutDivided { .. } => self.payout_divided(event),

			Event::CreditBooked { .. } => self.credit_booked(event),
			Event::EpochEnded { .. } => self.epoch_ended(event),
			Event::EpochRolledOver { epoch, funds } => self.epoch_rolled_over(*epoch, *funds),
			Event::EpochExpired { epoch, amount } => self.epoch_expired(*epoch, *amount),
			Event::CommonsAllotted { epoch, account, amount } => {
				self.commons_allotted(*epoch, *account, *amount);
			}
			Event::RewardClaimed { .. } => self.reward_claimed(event),
			Event::RewardExpired { .. } => self.reward_expired(event),
			Event::ParametersSet { usage_share, issuance_share } => {
				self.parameters_set(*usage_share, *issuance_share);
			}
			Event::EraPaid { era, remainder, .. } => self.era_paid(*era, *remainder),

			Event::Received { fund, how, amount } => self.fund(*fund).receive(*how, *amount),
			Event::Paid { fund, to, amount } => {
				let Self { pot, commons, log, .. } = self;
				let ledger = match fund {
					Fund::Pot => pot,
					Fund::Commons => commons,
				};
				ledger.pay(*to, *amount, log);
			}
		}
	}

	pub(crate) fn fund(&mut self, fund: Fund) -> &mut Ledger {
		match fund {
			Fund::Pot => &mut self.pot,
			Fund::Commons => &mut self.commons,
		}
	}

	fn begin_block(&mut self, number: u32) {
		self.end_block();
		let next = self.log.block.saturating_add(1);
		self.log.block = number;
		self.counts.blocks = self.counts.blocks.saturating_add(1);
		self.log.number("the number of this block", number, next);
		self.begin_epoch_if_due(number);
	}

	/// What was left open in the block stays open.
	fn end_block(&mut self) {
		let gifts = self.pot.close(&mut self.log);
		self.sums.gifts = self.sums.gifts.saturating_add(gifts);
		self.commons.close(&mut self.log);
		self.pending.close(&mut self.log);
		self.end_epoch_if_due();
	}

	/// An artifact's income is divided in another way.
	fn split_set(&mut self, event: &Event) {
		let Event::SplitSet { artifact, number, owner, contributors, members } = event else {
			return;
		};
		self.counts.splits = self.counts.splits.saturating_add(1);
		let all = self.artifacts.splits.entry(*artifact).or_default();
		let next = u64::try_from(all.len()).unwrap_or(u64::MAX);
		self.log.number("the number of a new split", *number, next);
		let sum = |sum: u64, member: &Member| sum.saturating_add(member.share.into());
		let whole = members.iter().fold(0, sum);
		if !members.is_empty() {
			self.log.number("the sum of all members' shares", whole, MILLION);
		}

		// The one before is kept if something is to be divided by it, and only then.
		let needed = all.last().is_some_and(|split| split.vaults > 0 || split.rewards > 0);
		let kept = self.pending.kept.iter().position(|kept| kept == artifact);
		if let Some(at) = kept {
			self.pending.kept.remove(at);
		}
		let what = format_args!("whether the split before {number} is kept");
		self.log.number(what, kept.is_some(), needed);
		all.push(Split::new(*owner, *contributors, members.clone()));
	}

	/// A former split is kept for as many vaults and rewards as there are.
	fn split_kept(&mut self, event: &Event) {
		let Event::SplitKept { artifact, number, vaults, rewards } = event else { return };
		let all = self.artifacts.splits.get(artifact).map_or(&[][..], Vec::as_slice);
		let last = u64::try_from(all.len().saturating_sub(1)).unwrap_or(u64::MAX);
		let counts = all.last().map_or((0, 0), |split| (split.vaults, split.rewards));
		self.log.number("the number of a former split that is kept", *number, last);
		self.log.number("the vaults that a former split is kept for", *vaults, counts.0);
		self.log.number("the rewards that a former split is kept for", *rewards, counts.1);
		self.pending.kept.push(*artifact);
	}

	/// Compare what there is in the end, and say what was found.
	pub fn finish(mut self, closing: &Closing) -> Report {
		self.end_block();
		let epochs = &self.epochs;
		let in_parts = self.parts.values().fold(0u128, |sum, part| sum.saturating_add(part.credit));
		let log = &mut self.log;
		log.number("the last block", closing.block, log.block);
		log.planck("the balance of the pot", closing.pot_balance, self.pot.balance);
		log.planck("the commons pool", closing.commons_balance, self.commons.balance);
		log.planck("all rewards that can be claimed", closing.owed, epochs.owed);
		log.planck("fee credit in vaults", closing.credit_in_vaults, epochs.credit_in_vaults);
		log.planck("fee credit in vaults, one by one", epochs.credit_in_vaults, in_parts);
		log.number("the epoch that is running", closing.epoch, epochs.index);
		log.number("the first block of the next epoch", closing.epoch_end, epochs.end);
		log.planck("the fee credit of the running epoch", closing.epoch_credit, epochs.credit);
		let (chain, audit) = (closing.parameters, epochs.parameters);
		log.number("the usage share", chain.usage_share, audit.usage_share);
		log.number("the issuance share", chain.issuance_share, audit.issuance_share);
		let still_owed = epochs.still_owed();
		log.planck("all rewards that can be claimed, one by one", epochs.owed, still_owed);

		let spoken_for = self
			.setting
			.existential_deposit
			.saturating_add(epochs.credit_in_vaults)
			.saturating_add(epochs.owed);
		if spoken_for > self.pot.balance {
			log.planck("what the pot must have at least", self.pot.balance, spoken_for);
		}
		let pot = Pot {
			balance: self.pot.balance,
			existential_deposit: self.setting.existential_deposit,
			credit_in_vaults: epochs.credit_in_vaults,
			owed: epochs.owed,
			funds: self.pot.balance.saturating_sub(spoken_for),
		};
		Report {
			block: self.log.block,
			counts: self.counts,
			sums: self.sums,
			pot,
			differences: self.log.differences,
			difference_count: self.log.count,
			difference: self.log.total,
		}
	}
}
