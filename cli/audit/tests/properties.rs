// SPDX-License-Identifier: Apache-2.0

//! Consistent histories have no difference, and any figure that is changed makes one.

mod history;

use agora_audit::Event;
use history::{Op, Sim};
use proptest::{collection::vec, prelude::*};

fn op() -> impl Strategy<Value = Op> {
	let byte = any::<u8>;
	prop_oneof![
		3 => (byte(), byte(), vec((byte(), 0u32..=300_000), 0..4))
			.prop_map(|(owner, artifact, sources)| Op::Publish { owner, artifact, sources }),
		6 => (byte(), 0u64..2_000_000_000, prop::option::of(0u64..1_500_000_000))
			.prop_map(|(version, gross, limit)| Op::Sell { version, gross, limit }),
		6 => byte().prop_map(|part| Op::Distribute { part }),
		2 => (byte(), 0u32..=900_000, byte()).prop_map(|(artifact, contributors, members)| {
			Op::SetSplit { artifact, contributors, members }
		}),
		1 => (byte(), byte()).prop_map(|(artifact, to)| Op::Transfer { artifact, to }),
		1 => (1u64..1_000_000_000).prop_map(|amount| Op::Gift { amount }),
		4 => byte().prop_map(|reward| Op::Claim { reward }),
		1 => byte().prop_map(|account| Op::Withdraw { account }),
		1 => (0u64..1_000_000_000).prop_map(|remainder| Op::Era { remainder }),
		1 => (500_000u32..=900_000, 200_000u32..=800_000)
			.prop_map(|(usage, issuance)| Op::Choose { usage, issuance }),
		2 => (byte(), byte(), any::<bool>())
			.prop_map(|(version, count, extend)| Op::Commit { version, count, extend }),
		3 => (byte(), byte())
			.prop_map(|(version, contributor)| Op::Prove { version, contributor }),
		1 => byte().prop_map(|record| Op::Revoke { record }),
		1 => byte().prop_map(|record| Op::Collect { record }),
		1 => byte().prop_map(|share| Op::Allot { share }),
		4 => byte().prop_map(|count| Op::Blocks { count }),
	]
}

/// Change the figure of an event that has this place among its figures. Returns its name.
macro_rules! figures {
	($($variant:ident { $($field:ident),+ })+) => {
		fn change(event: &mut Event, place: usize, by: u32) -> Option<&'static str> {
			match event {
				$(Event::$variant { $($field,)+ .. } => {
					let mut places = 0..;
					$(if places.next() == Some(place) {
						$field.change(by);
						return Some(concat!(stringify!($variant), ".", stringify!($field)));
					})+
					None
				})+
				_ => None,
			}
		}
	};
}

// What is not here is what the audit takes from the chain, since nothing else says it: who registered
// and published what, from which sources; how a split divides; how many records there are, and whose; what
// governance chose; and what an era brought. Some of it shows itself, see below.
figures! {
	Block { number }
	SplitSet { number }
	SplitKept { number, vaults, rewards }
	IncomeReceived { version, gross, fee, excess, income, credit, split }
	RoyaltyPaid { version, from, amount, credit, split }
	ContributorsPaid { version, per_record, records, amount }
	Earned { account, version, amount }
	Distributed { version, split, income, royalties, contributors, earnings, credit }
	PayoutDivided { version, split, amount, contributors, earnings }
	ShareCollected { origin, contributor, amount }
	Withdrawn { account, amount }
	CreditBooked { epoch, version, split, credit }
	EpochEnded { epoch, credit, funds, usage_pool, rewards, to_commons }
	EpochRolledOver { epoch, funds }
	EpochExpired { epoch, amount }
	CommonsAllotted { epoch, account, amount }
	RewardClaimed { epoch, version, split, credit, amount }
	RewardExpired { epoch, version, split, credit }
	Received { amount }
	Paid { to, amount }
}

trait Change {
	/// Make it another, up or down.
	fn change(&mut self, by: u32);
}

macro_rules! change_number {
	($($number:ty)+) => {
		$(impl Change for $number {
			fn change(&mut self, by: u32) {
				*self = match by % 4 {
					0 => self.wrapping_add(1),
					1 => self.wrapping_sub(1),
					2 => self.wrapping_add(<$number>::from(by | 1)),
					_ => <$number>::MAX ^ *self,
				};
			}
		})+
	};
}

change_number!(u32 u64 u128);

impl Change for [u8; 32] {
	fn change(&mut self, by: u32) {
		self[by as usize % 32] ^= 128;
	}
}

impl Change for Option<[u8; 32]> {
	fn change(&mut self, by: u32) {
		match self {
			Some(account) if by.is_multiple_of(2) => account.change(by),
			_ => *self = None,
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn a_consistent_history_has_no_difference(ops in vec(op(), 0..120)) {
		let sim = Sim::run(&ops);
		let report = sim.audit(&sim.events);
		prop_assert!(report.agrees(), "{:#?}", report.differences);
		prop_assert_eq!(report.difference, 0);
		let pot = report.pot;
		prop_assert_eq!(
			pot.balance,
			pot.existential_deposit + pot.credit_in_vaults + pot.owed + pot.funds
		);
		// What comes back of fees is less than the fees, gifts and new tokens aside.
		prop_assert!(report.sums.rewards <= report.sums.credit * 9 / 10);
	}

	#[test]
	fn any_figure_that_is_changed_makes_one(ops in vec(op(), 0..60), by in any::<u32>()) {
		let sim = Sim::run(&ops);
		for at in 0..sim.events.len() {
			for place in 0.. {
				let mut events = sim.events.clone();
				let Some(name) = change(&mut events[at], place, by) else { break };
				let (was, is) = (&sim.events[at], &events[at]);
				prop_assert_ne!(was, is);
				let report = sim.audit(&events);
				prop_assert!(!report.agrees(), "{name} of {was:?} was changed: {is:?}");
				prop_assert!(report.difference_count > 0 && !report.differences.is_empty());
			}
		}
	}

	/// Leaving an event out, or saying it twice, is as wrong.
	#[test]
	fn no_event_can_be_left_out_or_said_twice(ops in vec(op(), 0..60)) {
		let sim = Sim::run(&ops);
		for (at, event) in sim.events.iter().enumerate() {
			// What is collected or withdrawn later is not missed before.
			let later = matches!(event, Event::ShareCollected { .. } | Event::Withdrawn { .. });
			// What is taken from the chain, see above.
			if change(&mut event.clone(), 0, 0).is_none() || matches!(event, Event::SplitSet { .. }) {
				continue;
			}
			let mut events = sim.events.clone();
			events.remove(at);
			// Rewards that are not forgotten are only not forgotten yet.
			let unmissed = later || matches!(event, Event::RewardExpired { .. });
			prop_assert!(unmissed || !sim.audit(&events).agrees(), "{event:?} was left out");
			let mut events = sim.events.clone();
			events.insert(at, event.clone());
			prop_assert!(!sim.audit(&events).agrees(), "{event:?} was said twice");
		}
	}
}
