// SPDX-License-Identifier: Apache-2.0

//! Strategies: what a party does with its accounts, and what the rest of the world does meanwhile. All
//! of it follows from one number.

use super::chain::{AccountId, Made, CAP, EPOCH};
use agora_primitives::{Balance, EpochIndex, Sequence, MAX_MEMBERS};
use sp_runtime::Permill;

/// Most accounts of the party: 1 up to this.
pub const ACCOUNTS: u64 = 100;
/// Accounts of others: from this on.
pub const OTHERS: u64 = 1_000;
/// How many others there are.
pub const CROWD: u64 = 8;

/// Random numbers that are the same for the same seed (splitmix64).
#[derive(Clone, Copy)]
pub struct Random(pub u64);

impl Random {
	pub fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// Less than this.
	pub fn below(&mut self, end: u64) -> u64 {
		self.next() % end.max(1)
	}

	/// As likely as so many per cent.
	pub fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	fn fraction(&mut self) -> f64 {
		(self.next() >> 11) as f64 / (1u64 << 53) as f64
	}

	/// Between these, each order of magnitude as likely as another.
	fn magnitude(&mut self, from: f64, to: f64) -> f64 {
		from * (to / from).powf(self.fraction())
	}

	fn share(&mut self, most: u32) -> Permill {
		Permill::from_parts(self.below(u64::from(most) + 1) as u32)
	}
}

/// Something that is done in a block.
#[derive(Clone, Debug)]
pub enum Move {
	/// A sale. It is self-dealing where one of the party's accounts pays.
	Buy { payer: AccountId, version: Sequence, gross: Balance, limit: Option<Balance> },
	/// New tokens come into the pot.
	Inflate(Balance),
	/// An owner sets a split.
	Split { version: Sequence, members: Vec<(AccountId, Permill)> },
	/// Somebody has a version's oldest income divided.
	Distribute { version: Sequence },
	/// Governance chooses what share of the funds rewards use.
	UsageShare(Permill),
}

/// What the party and everybody else do.
#[derive(Clone, Debug)]
pub struct Strategy {
	pub seed: u64,
	/// How many accounts the party has.
	pub accounts: u64,
	pub claim_period: EpochIndex,
	pub min_distribution: Balance,
	pub versions: Vec<Made>,
	/// How many blocks there is trade in.
	pub blocks: u32,
	/// What is done, by block.
	pub moves: Vec<(u32, Move)>,
	/// In which blocks the cascade has weight.
	pub idle: Vec<bool>,
	/// How many of a hundred rewards nobody claims.
	pub unclaimed: u64,
}

/// The party's accounts.
pub fn is_party(account: AccountId) -> bool {
	account <= ACCOUNTS
}

impl Strategy {
	/// The strategy of a number.
	pub fn new(seed: u64) -> Self {
		let mut random = Random(seed);
		random.next();
		let accounts = random.magnitude(1.0, 100.99) as u64;
		let blocks = (1 + random.below(6) as u32) * EPOCH;
		let volume = random.magnitude(1e10, 1e18);
		let often = [0, 30, 100];
		let idle = often[random.below(3) as usize];
		let mut strategy = Self {
			seed,
			accounts,
			claim_period: 1 + random.below(3) as u32,
			min_distribution: random.magnitude(1.0, volume) as Balance,
			versions: vec![],
			blocks,
			moves: vec![],
			idle: (0..=blocks).map(|_| random.chance(idle)).collect(),
			unclaimed: [0, 0, 20, 60][random.below(4) as usize],
		};
		strategy.publish(&mut random);
		strategy.trade(&mut random, volume);
		strategy.govern(&mut random, volume);
		strategy.moves.sort_by_key(|(block, _)| *block);
		strategy
	}

	/// One of the party's accounts, or somebody else.
	fn somebody(&self, random: &mut Random, party: u64) -> AccountId {
		if random.chance(party) {
			1 + random.below(self.accounts)
		} else {
			OTHERS + random.below(CROWD)
		}
	}

	/// Versions, each made from earlier ones, which have at most all of the income together.
	fn publish(&mut self, random: &mut Random) {
		let count = random.magnitude(1.0, 40.99) as u64;
		let party = [100, 70, 20][random.below(3) as usize];
		let most_sources = [0, 1, 4, 16][random.below(4) as usize];
		for sequence in 1..=count {
			let mut left = [50_000, 300_000, 1_000_000][random.below(3) as usize];
			let mut sources: Vec<(Sequence, Permill)> = vec![];
			for _ in 0..random.below(most_sources + 1).min(sequence - 1) {
				let source = 1 + random.below(sequence - 1);
				let royalty = random.share(left);
				if sources.iter().all(|(known, _)| *known != source) {
					left -= royalty.deconstruct();
					sources.push((source, royalty));
				}
			}
			// One at least is the party's.
			let owner = self.somebody(random, if sequence == count { 100 } else { party });
			self.versions.push((owner, sources));
		}
	}

	/// A version of the party's, or now and then any.
	fn version(&self, random: &mut Random, party: bool) -> Sequence {
		let any = 1 + random.below(self.versions.len() as u64);
		if !party || random.chance(10) {
			return any;
		}
		let own = |sequence: &Sequence| is_party(self.versions[*sequence as usize - 1].0);
		(any..=self.versions.len() as u64).find(own).unwrap_or(any)
	}

	/// Sales of the party to itself, and of everybody to everybody else.
	fn trade(&mut self, random: &mut Random, volume: f64) {
		let share = if random.chance(20) { 1.0 } else { random.magnitude(0.001, 1.0) };
		let capped = [0, 0, 30, 100][random.below(4) as usize];
		// Now and then all at once, in the last block before an epoch ends or the first of it.
		let at_once = random.chance(20).then(|| 1 + random.below(u64::from(self.blocks)) as u32);
		for (party, volume) in [(true, volume * share), (false, volume * (1.0 - share))] {
			let count = random.magnitude(1.0, if party { 60.99 } else { 20.99 }) as usize;
			let weights: Vec<f64> = (0..count).map(|_| random.magnitude(0.01, 1.0)).collect();
			let sum: f64 = weights.iter().sum();
			for weight in weights {
				let gross = ((volume * weight / sum) as Balance).max(super::MIN_PRICE);
				let limit =
					random.chance(capped).then(|| (gross as f64 * random.fraction()) as u128);
				let payer = self.somebody(random, if party { 100 } else { 0 });
				let of_party = party || random.chance(40);
				let version = self.version(random, of_party);
				let block = at_once
					.filter(|_| party)
					.unwrap_or(1 + random.below(u64::from(self.blocks)) as u32);
				self.moves.push((block, Move::Buy { payer, version, gross, limit }));
			}
		}
	}

	/// New tokens, splits, parameters, and somebody who cannot wait for the cascade.
	fn govern(&mut self, random: &mut Random, volume: f64) {
		let blocks = self.blocks;
		let block = |random: &mut Random| 1 + random.below(u64::from(blocks)) as u32;
		if random.chance(70) {
			for _ in 0..blocks / EPOCH {
				let amount = random.magnitude(volume * 1e-5, volume) as Balance;
				self.moves.push((block(random), Move::Inflate(amount)));
			}
		}
		for _ in 0..[0, 0, 2, 8][random.below(4) as usize] {
			let version = 1 + random.below(self.versions.len() as u64);
			let members = self.members(random);
			self.moves.push((block(random), Move::Split { version, members }));
		}
		for _ in 0..[0, 1, 12][random.below(3) as usize] {
			let version = 1 + random.below(self.versions.len() as u64);
			self.moves.push((block(random), Move::Distribute { version }));
		}
		for first in [true, false] {
			if first || random.chance(20) {
				let least = Permill::from_percent(50).deconstruct();
				let share = Permill::from_parts(least) + random.share(CAP.deconstruct() - least);
				let block = if first { 1 } else { block(random) };
				self.moves.insert(0, (block, Move::UsageShare(share)));
			}
		}
	}

	/// Members of a split, none twice. Nobody else where there are none.
	fn members(&self, random: &mut Random) -> Vec<(AccountId, Permill)> {
		let mut left = 1_000_000;
		let mut members: Vec<(AccountId, Permill)> = vec![];
		for _ in 0..random.below(u64::from(MAX_MEMBERS)) {
			let account = self.somebody(random, 60);
			let share = random.share(left - 1);
			let known = members.iter().any(|(known, _)| *known == account);
			if left > 1 && !share.is_zero() && !known {
				left -= share.deconstruct();
				members.push((account, share));
			}
		}
		if let Some((_, share)) = members.first_mut() {
			*share = Permill::from_parts(share.deconstruct() + left);
		}
		members
	}
}
