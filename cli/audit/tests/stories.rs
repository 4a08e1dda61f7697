// SPDX-License-Identifier: Apache-2.0

//! Stories with figures that were worked out by hand, and frauds that are called by their names.

mod history;

use agora_audit::{
	Account, Auditor, Event, Figure, Fund, Inflow, Member, Report, Source, MAX_DIFFERENCES,
};
use history::{setting, Op, Sim, COMMONS, MINIMUM, ROYALTIES};

const ALICE: Account = [1; 32];
const BOB: Account = [2; 32];
const BASE: [u8; 32] = [10; 32];
const TUNED: [u8; 32] = [11; 32];

/// Alice's base model and Bob's fine-tune of it, which owes a tenth and is sold for 1,000,000. Of that
/// 25,000 are fee, and 975,000 income: 97,500 for the base, 877,500 for Bob and his helper Alice,
/// who has a quarter. The epoch ends with block 4. The fee is the pot's only money: its usage pool is
/// 20,000, less than nine tenths of the credit.
fn story() -> Vec<Event> {
	let credit = |version, credit| Event::CreditBooked { epoch: 0, version, split: 0, credit };
	let earned = |account, version, amount| Event::Earned { account, version, amount };
	let members =
		vec![Member { account: BOB, share: 750_000 }, Member { account: ALICE, share: 250_000 }];
	vec![
		Event::Block { number: 1 },
		Event::ArtifactRegistered { artifact: BASE, owner: ALICE },
		Event::VersionPublished { version: 1, artifact: BASE, sources: vec![] },
		Event::ArtifactRegistered { artifact: TUNED, owner: BOB },
		Event::VersionPublished {
			version: 2,
			artifact: TUNED,
			sources: vec![Source { version: 1, royalty: 100_000 }],
		},
		Event::SplitSet { artifact: TUNED, number: 1, owner: BOB, contributors: 0, members },
		Event::Block { number: 2 },
		Event::Received { fund: Fund::Pot, how: Inflow::Payment, amount: 25_000 },
		Event::IncomeReceived {
			version: 2,
			gross: 1_000_000,
			fee: 25_000,
			excess: 0,
			income: 975_000,
			credit: 25_000,
			split: 1,
		},
		Event::RoyaltyPaid { version: 1, from: 2, amount: 97_500, credit: 2_500, split: 0 },
		Event::CreditBooked { epoch: 0, version: 2, split: 1, credit: 22_500 },
		earned(BOB, 2, 658_125),
		earned(ALICE, 2, 219_375),
		Event::Distributed {
			version: 2,
			split: 1,
			income: 975_000,
			royalties: 97_500,
			contributors: 0,
			earnings: 877_500,
			credit: 22_500,
		},
		credit(1, 2_500),
		earned(ALICE, 1, 97_500),
		Event::Distributed {
			version: 1,
			split: 0,
			income: 97_500,
			royalties: 0,
			contributors: 0,
			earnings: 97_500,
			credit: 2_500,
		},
		Event::Block { number: 3 },
		Event::Block { number: 4 },
		Event::Paid { fund: Fund::Pot, to: Some(COMMONS), amount: 5_000 },
		Event::Received { fund: Fund::Commons, how: Inflow::Transfer, amount: 5_000 },
		Event::EpochEnded {
			epoch: 0,
			credit: 25_000,
			funds: 25_000,
			usage_pool: 20_000,
			rewards: 20_000,
			to_commons: 5_000,
		},
		Event::Paid { fund: Fund::Pot, to: Some(ROYALTIES), amount: 18_000 },
		earned(BOB, 2, 13_500),
		earned(ALICE, 2, 4_500),
		Event::PayoutDivided {
			version: 2,
			split: 1,
			amount: 18_000,
			contributors: 0,
			earnings: 18_000,
		},
		Event::RewardClaimed { epoch: 0, version: 2, split: 1, credit: 22_500, amount: 18_000 },
		Event::Block { number: 5 },
		Event::Withdrawn { account: BOB, amount: 671_625 },
		Event::Withdrawn { account: ALICE, amount: 321_375 },
	]
}

/// What the chain of the story ends with.
fn audit(events: &[Event]) -> Report {
	let mut auditor = Auditor::new(setting());
	events.iter().for_each(|event| auditor.observe(event));
	let closing = agora_audit::Closing {
		block: 5,
		pot_balance: MINIMUM + 2_000,
		commons_balance: MINIMUM + 5_000,
		owed: 2_000,
		credit_in_vaults: 0,
		epoch: 1,
		epoch_end: 8,
		epoch_credit: 0,
		parameters: setting().parameters,
	};
	auditor.finish(&closing)
}

#[test]
fn a_sale_is_followed_to_its_last_planck() {
	let report = audit(&story());
	assert!(report.agrees(), "{:#?}", report.differences);
	let (counts, sums) = (report.counts, report.sums);
	assert_eq!((counts.blocks, counts.sales, counts.distributions), (5, 1, 2));
	assert_eq!((counts.epochs, counts.claims, counts.payouts), (1, 1, 5));
	assert_eq!((sums.gross, sums.fees, sums.income), (1_000_000, 25_000, 975_000));
	assert_eq!((sums.rewards, sums.claimed, sums.to_commons), (20_000, 18_000, 5_000));
	assert_eq!(sums.earnings, 975_000 + 18_000);
	assert_eq!(sums.withdrawn, sums.earnings);
	assert_eq!((report.pot.owed, report.pot.funds), (2_000, 0));
}

/// The story with something more in it before the last block, and what is found.
fn with(more: &[Event]) -> Report {
	let mut events = story();
	let last = events.len() - 3;
	events.splice(last..last, more.iter().cloned());
	audit(&events)
}

/// A claim of the story's chain with all that belongs to it.
fn claim(epoch: u32, version: u64, split: u32, credit: u128, amount: u128) -> Vec<Event> {
	let mut events = vec![Event::Paid { fund: Fund::Pot, to: Some(ROYALTIES), amount }];
	let parts = match version {
		1 => vec![(ALICE, amount)],
		_ => vec![(BOB, amount - amount / 4), (ALICE, amount / 4)],
	};
	let earned = |(account, amount)| Event::Earned { account, version, amount };
	events.extend(parts.into_iter().map(earned));
	let (contributors, earnings) = (0, amount);
	events.push(Event::PayoutDivided { version, split, amount, contributors, earnings });
	events.push(Event::RewardClaimed { epoch, version, split, credit, amount });
	events
}

fn found(report: &Report, what: &str) -> bool {
	report.differences.iter().any(|difference| difference.what.contains(what))
}

#[test]
fn a_reward_is_claimed_once() {
	let report = with(&claim(0, 2, 1, 22_500, 2_000));
	assert!(found(&report, "the reward of version 2 for epoch 0"), "{report:#?}");
}

#[test]
fn a_reward_is_not_claimed_by_another_split() {
	let report = with(&claim(0, 1, 0, 2_500, 2_000));
	// It is Alice's, and the chain's books lack nothing but her withdrawal of it and what is owed.
	assert!(!found(&report, "split of the reward"), "{report:#?}");
	let report = with(&claim(0, 1, 1, 2_500, 2_000));
	assert!(found(&report, "split of the reward of version 1 for epoch 0"), "{report:#?}");
}

#[test]
fn a_reward_is_not_claimed_early_or_late() {
	// The running epoch has one: of a sale in it.
	let ops = [
		Op::Publish { owner: 0, artifact: 0, sources: vec![] },
		Op::Sell { version: 0, gross: 1_000_000, limit: None },
		Op::Distribute { part: 0 },
	];
	let mut sim = Sim::new();
	ops.iter().for_each(|op| sim.apply(op));
	let claim = Event::RewardClaimed { epoch: 0, version: 1, split: 0, credit: 25_000, amount: 1 };
	for (blocks, agrees) in [(0, false), (3, true), (10, true), (11, false)] {
		let mut sim = Sim::new();
		ops.iter().for_each(|op| sim.apply(op));
		(0..blocks).for_each(|_| sim.apply(&Op::Blocks { count: 1 }));
		let events = sim.events.len();
		sim.apply(&Op::Claim { reward: 0 });
		// The chain itself lets nobody claim early or late.
		assert_eq!(sim.events.len() > events, agrees, "{blocks}");
		assert!(sim.audit(&sim.events).agrees());
		let mut events = sim.events.clone();
		events.push(claim.clone());
		let report = sim.audit(&events);
		assert!(found(&report, "the reward of version 1 for epoch 0"), "{blocks} {report:#?}");
	}
}

#[test]
fn a_fee_reaches_the_pot() {
	let mut events = story();
	let fee = |event: &Event| matches!(event, Event::Received { how: Inflow::Payment, .. });
	events.retain(|event| !fee(event));
	let report = audit(&events);
	assert!(found(&report, "a payment's part, as it came into the pot"), "{report:#?}");
	assert_eq!(report.differences[0].block, 2);
	assert_eq!(report.differences[0].planck(), 25_000);

	// Nor does a gift of the same amount stand in for it.
	let mut events = story();
	for event in &mut events {
		if let Event::Received { fund: Fund::Pot, how, .. } = event {
			*how = Inflow::Transfer;
		}
	}
	assert!(found(&audit(&events), "a payment's part, as it came into the pot"));
}

#[test]
fn nothing_leaves_the_pot_without_a_reason() {
	for to in [Some(BOB), Some(ROYALTIES), None] {
		let report = with(&[Event::Paid { fund: Fund::Pot, to, amount: 7 }]);
		assert!(found(&report, "what left the pot for no reason"), "{report:#?}");
	}
	// A reward that goes elsewhere is none.
	let mut events = story();
	for event in &mut events {
		if let Event::Paid { to, amount: 18_000, .. } = event {
			*to = Some(BOB);
		}
	}
	let report = audit(&events);
	assert_eq!(report.difference_count, 2, "{report:#?}");
	assert_eq!(report.differences[1].audit, Figure::Account(ROYALTIES));
}

#[test]
fn an_epoch_is_not_left_out() {
	let mut events = story();
	let end = |event: &Event| {
		matches!(
			event,
			Event::EpochEnded { .. }
				| Event::PayoutDivided { .. }
				| Event::Paid { .. }
				| Event::Received { fund: Fund::Commons, .. }
		)
	};
	events.retain(|event| !end(event));
	let report = audit(&events);
	assert!(found(&report, "the block in which epoch 0 ended"), "{report:#?}");
	assert_eq!(report.differences.iter().filter(|one| one.what.contains("in which")).count(), 1);
}

#[test]
fn an_era_gives_the_pot_its_share() {
	let era = |amount| {
		vec![
			Event::EraPaid { era: 0, validator_payout: 1, remainder: 9 },
			Event::Received { fund: Fund::Pot, how: Inflow::Issued, amount },
		]
	};
	// The pot has more then than the story's chain says in its end.
	let report = with(&era(4));
	assert_eq!(report.difference_count, 1, "{report:#?}");
	assert_eq!((report.difference, report.sums.issued), (4, 4));
	assert!(found(&with(&era(5)), "new tokens"));
	assert!(found(&with(&era(5)[1..]), "new tokens for the pot"));
}

#[test]
fn governance_keeps_within_its_bounds() {
	for (usage_share, issuance_share, wrong) in
		[(499_999, 500_000, "usage"), (900_001, 500_000, "usage"), (800_000, 199_999, "issuance")]
	{
		let report = with(&[Event::ParametersSet { usage_share, issuance_share }]);
		assert!(found(&report, &format!("the {wrong} share")), "{report:#?}");
		assert_eq!(report.difference, 0);
	}
}

#[test]
fn differences_are_bounded_and_counted() {
	let many = MAX_DIFFERENCES + 10;
	let report = with(&vec![Event::Withdrawn { account: [9; 32], amount: 1 }; many]);
	assert_eq!(report.differences.len(), MAX_DIFFERENCES);
	assert_eq!((report.difference_count, report.difference), (many as u64, many as u128));
	let shown = report.differences[0].to_string();
	assert_eq!(
		shown,
		"block 4: what an account withdrew: the chain says 1 planck, and it should be 0 planck"
	);
}
