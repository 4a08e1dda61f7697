// SPDX-License-Identifier: Apache-2.0

//! Playing a strategy on the chain, and what the party has in the end.
//!
//! It is played with the party's sales to itself, and without them. Such a sale can bring a vault to
//! what the cascade comes for, and so move credit of others' sales into an earlier epoch. But for that
//! it takes no sale: anybody can call `distribute`. So without them, somebody does, wherever the
//! cascade came for a vault. What is left is what the sales themselves bring.

use super::{
	chain::{
		artifact, Balances, Chain, ClaimPeriod, MinDistribution, Pot, Registry, Rewards, Royalties,
		RuntimeEvent, RuntimeOrigin, System,
	},
	strategy::{is_party, Move, Random, Strategy, OTHERS},
};
use agora_primitives::{
	seams::{Payment, Revenue},
	Balance, Member, RewardParameters, Sequence, Split, SplitNumber,
};
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	traits::{
		fungible::{hold::Mutate as _, Inspect, Mutate as _},
		Hooks,
	},
	weights::Weight,
};
use pallet_rewards::{Points, Running};
use sp_runtime::{DispatchError, Permill};

/// Income that was divided: of which version, under which split.
type Parts = Vec<(Sequence, SplitNumber)>;

/// What came of playing a strategy.
#[derive(Default)]
struct Played {
	/// What the party has in the end.
	wealth: Balance,
	/// What it paid itself.
	traded: Balance,
	/// What of it was fees.
	fees: Balance,
	/// What was divided, at each occasion.
	divided: Vec<Parts>,
}

/// What the party has of dealing with itself.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
	/// What it has more in the end than without, in planck.
	pub profit: i128,
	/// What it paid itself.
	pub traded: Balance,
	/// What of it was fees.
	pub fees: Balance,
}

/// Play a strategy with the party's sales to itself and without.
pub fn compare(strategy: &Strategy) -> Outcome {
	let with = play(strategy, None);
	let without = play(strategy, Some(&with.divided));
	Outcome {
		profit: with.wealth as i128 - without.wealth as i128,
		traded: with.traded,
		fees: with.fees,
	}
}

/// Play a strategy. With what was divided where the party dealt with itself, it does not.
fn play(strategy: &Strategy, divided: Option<&Vec<Parts>>) -> Played {
	Registry::set(&strategy.versions);
	ClaimPeriod::set(strategy.claim_period);
	MinDistribution::set(strategy.min_distribution);
	let played = with_transaction(|| {
		let mut game = Game { strategy, divided, played: Played::default() };
		game.trade();
		game.settle();
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(game.played))
	});
	played.expect("it is not nested")
}

struct Game<'a> {
	strategy: &'a Strategy,
	divided: Option<&'a Vec<Parts>>,
	played: Played,
}

impl Game<'_> {
	fn trade(&mut self) {
		let mut moves = self.strategy.moves.iter().peekable();
		for block in 1..=self.strategy.blocks {
			self.begin(block);
			while let Some((_, next)) = moves.next_if(|(at, _)| *at == block) {
				self.make(next);
			}
			self.end(self.strategy.idle[block as usize]);
		}
	}

	/// Divide and claim all that is left, epoch by epoch, until nothing can be claimed any more.
	fn settle(&mut self) {
		for version in (1..=self.strategy.versions.len() as u64).rev() {
			while Royalties::distribute(RuntimeOrigin::signed(OTHERS), version).is_ok() {}
		}
		assert_eq!(pallet_royalties::Vaults::<Chain>::iter_keys().count(), 0);
		for _ in 0..self.strategy.claim_period + 2 {
			self.begin(Running::<Chain>::get().end);
			self.end(true);
		}
		assert_eq!(Points::<Chain>::iter_keys().count(), 0);
		assert_eq!(pallet_rewards::Owed::<Chain>::get(), 0);
		check();
		self.played.wealth = (1..=self.strategy.accounts)
			.map(|account| {
				Balances::total_balance(&account)
					+ pallet_royalties::Earnings::<Chain>::get(account)
			})
			.sum();
	}

	/// Begin a block. Somebody claims what they do not forget.
	fn begin(&mut self, block: u32) {
		System::set_block_number(block);
		Rewards::on_initialize(block);
		let running = Running::<Chain>::get().index;
		let keys: Vec<_> = Points::<Chain>::iter_keys().filter(|key| key.0 < running).collect();
		for (epoch, version, _) in keys {
			// The same whatever else happened.
			let fate = Random(self.strategy.seed ^ (u64::from(epoch) << 32) ^ version).next();
			let (delay, forgotten) = (fate as u32 % self.strategy.claim_period, (fate >> 32) % 100);
			let age = running - epoch;
			if forgotten >= self.strategy.unclaimed
				&& (1 + delay..=self.strategy.claim_period).contains(&age)
			{
				let somebody = RuntimeOrigin::signed(OTHERS);
				Rewards::claim(somebody, epoch, version).expect("it can be claimed");
			}
		}
	}

	/// End a block, with weight left over or without.
	fn end(&mut self, idle: bool) {
		check();
		System::reset_events();
		let occasion = self.repeat();
		if idle {
			Royalties::on_idle(System::block_number(), Weight::MAX);
			Rewards::on_idle(System::block_number(), Weight::MAX);
		}
		let came_for = System::read_events_no_consensus().filter_map(|record| match record.event {
			RuntimeEvent::Royalties(pallet_royalties::Event::Distributed {
				version,
				split,
				..
			}) => Some((version, split)),
			_ => None,
		});
		let came_for: Parts = came_for.collect();
		// The cascade came for nothing for which nobody else would have come.
		assert!(occasion.is_none_or(|known| came_for.iter().all(|part| known.contains(part))));
		self.played.divided.push(came_for);
		System::reset_events();
	}

	/// Divide what was divided at this occasion where the party dealt with itself.
	fn repeat(&self) -> Option<&Parts> {
		let known = self.divided?.get(self.played.divided.len())?;
		for (version, split) in known {
			if oldest(*version) == Some(*split) {
				Royalties::distribute(RuntimeOrigin::signed(OTHERS), *version)
					.expect("there is income");
			}
		}
		Some(known)
	}

	fn make(&mut self, next: &Move) {
		match next {
			Move::Buy { payer, version, gross, limit } => {
				if !is_party(*payer) {
					buy(*payer, *version, *gross, *limit);
				} else if self.divided.is_none() {
					self.played.traded += gross;
					self.played.fees += buy(*payer, *version, *gross, *limit);
				}
			}
			Move::Inflate(amount) => {
				Balances::mint_into(&Pot::get(), *amount).expect("there is room");
			}
			Move::Split { version, members } => set_split(self.strategy, *version, members),
			Move::Distribute { version } => {
				if self.repeat().is_none() {
					let part = oldest(*version).map(|split| (*version, split));
					self.played.divided.push(part.into_iter().collect());
					if part.is_some() {
						Royalties::distribute(RuntimeOrigin::signed(OTHERS), *version)
							.expect("there is income");
					}
				} else {
					self.played.divided.push(vec![]);
				}
			}
			Move::UsageShare(usage_share) => {
				let issuance_share = Permill::from_percent(50);
				let parameters = RewardParameters { usage_share: *usage_share, issuance_share };
				Rewards::set_parameters(RuntimeOrigin::root(), parameters).expect("within bounds");
			}
		}
	}
}

/// See that everything is as it must always be. Left out where it would take too long.
fn check() {
	#[cfg(feature = "try-runtime")]
	{
		let now = System::block_number();
		Royalties::try_state(now).expect("royalties are as they must be");
		Rewards::try_state(now).expect("rewards are as they must be");
		assert_eq!(
			Royalties::credit_in_vaults(),
			Some(pallet_rewards::CreditInVaults::<Chain>::get())
		);
	}
}

/// The split whose income of a version is the oldest.
fn oldest(version: Sequence) -> Option<SplitNumber> {
	Royalties::api_vault(version).parts.first().map(|part| part.split)
}

/// Pay for a version. Returns the fee.
fn buy(payer: u64, version: Sequence, gross: Balance, limit: Option<Balance>) -> Balance {
	let reason = pallet_royalties::HoldReason::Share.into();
	Balances::hold(&reason, &payer, gross).expect("everybody has enough");
	let payment = Payment { payer, version, gross, limit };
	Royalties::take(payment, &reason).expect("it is held").fee
}

fn set_split(strategy: &Strategy, version: Sequence, members: &[(u64, Permill)]) {
	let owner = strategy.versions[version as usize - 1].0;
	let members: Vec<_> = members
		.iter()
		.map(|(account, share)| Member { account: *account, share: *share })
		.collect();
	let members = members.try_into().expect("no more than there can be");
	let split = Split { contributors: Permill::zero(), members };
	Royalties::set_split(RuntimeOrigin::signed(owner), artifact(version), split)
		.expect("it is a split");
}
