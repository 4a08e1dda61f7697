// SPDX-License-Identifier: Apache-2.0

//! The mix: which account does what, drawn from a seed.

use crate::task::Task;
use sp_crypto_hashing::blake2_256;
use subxt::utils::AccountId32;

/// The kinds and how many of a hundred are of each.
pub const SHARES: [(Kind, u64); 6] = [
	(Kind::Transfer, 30),
	(Kind::Remark, 15),
	(Kind::Buy, 20),
	(Kind::Publish, 15),
	(Kind::Register, 10),
	(Kind::Offer, 10),
];

/// What the first models may be offered for beside their first offer: the chain has a bound.
const MORE_OFFERS: usize = 15;

/// A kind of transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
	/// To another account.
	Transfer,
	/// With an event.
	Remark,
	/// Of another account's license.
	Buy,
	/// Of another version of the account's own model.
	Publish,
	/// Of another model.
	Register,
	/// For the account's own model.
	Offer,
}

/// What was made for the accounts before the load, by their indices.
pub struct Ground {
	/// Who they are.
	pub accounts: Vec<AccountId32>,
	/// The version of each account's model.
	pub versions: Vec<u64>,
	/// The offer for each account's model.
	pub offers: Vec<u64>,
}

/// Draws transactions. The order in which they reach the chain does not matter, but that of each
/// account's own.
pub struct Mix<'a> {
	ground: &'a Ground,
	seed: u64,
	/// The block at which the load began: digests and names are new on this chain.
	birth: u64,
	/// What each account has bought and offered so far.
	bought: Vec<usize>,
	offered: Vec<usize>,
	next: u64,
}

impl<'a> Mix<'a> {
	/// A mix over what was made.
	pub fn new(ground: &'a Ground, seed: u64, birth: u64) -> Self {
		let none = vec![0; ground.accounts.len()];
		Self { ground, seed, birth, bought: none.clone(), offered: none, next: 0 }
	}

	fn draw(&self, purpose: &[u8]) -> [u8; 32] {
		draw(self.seed, self.next, purpose)
	}

	fn below(&self, purpose: &[u8], bound: usize) -> usize {
		let [a, b, c, d, e, f, g, h, ..] = self.draw(purpose);
		(u64::from_le_bytes([a, b, c, d, e, f, g, h]) % bound as u64) as usize
	}

	fn kind(&self) -> Kind {
		let mut left = self.below(b"kind", 100) as u64;
		for (kind, share) in SHARES {
			if left < share {
				return kind;
			}
			left -= share;
		}
		Kind::Remark
	}

	/// What this account does next, if it is of this kind; what it can do instead where its bound
	/// is reached.
	pub fn task(&mut self, account: usize, kind: Kind) -> Task {
		let all = self.ground.accounts.len();
		match kind {
			// Every time another one's model: nobody buys a license twice.
			Kind::Buy if self.bought[account] + 1 < all => {
				self.bought[account] += 1;
				let other = (account + self.bought[account]) % all;
				Task::Buy { offer: self.ground.offers[other] }
			}
			Kind::Offer if self.offered[account] < MORE_OFFERS => {
				self.offered[account] += 1;
				Task::Offer { version: self.ground.versions[account] }
			}
			Kind::Transfer | Kind::Buy => {
				let other = (account + 1 + self.below(b"to", all - 1)) % all;
				Task::Transfer { to: self.ground.accounts[other] }
			}
			Kind::Remark => Task::Remark { text: self.draw(b"remark").to_vec() },
			Kind::Publish | Kind::Offer => {
				Task::Publish { manifest: manifest(self.seed, self.birth, self.next) }
			}
			Kind::Register => Task::Register { name: format!("model-{}", self.next) },
		}
	}
}

impl Iterator for Mix<'_> {
	type Item = (usize, Task);

	/// The accounts take turns.
	fn next(&mut self) -> Option<Self::Item> {
		let account = (self.next % self.ground.accounts.len() as u64) as usize;
		let task = self.task(account, self.kind());
		self.next += 1;
		Some((account, task))
	}
}

/// A digest that nobody has published.
pub fn manifest(seed: u64, birth: u64, number: u64) -> [u8; 32] {
	draw(seed, number, &[b"manifest", &birth.to_le_bytes()[..]].concat())
}

fn draw(seed: u64, number: u64, purpose: &[u8]) -> [u8; 32] {
	blake2_256(&[b"agora/mix", &seed.to_le_bytes()[..], &number.to_le_bytes(), purpose].concat())
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::{HashMap, HashSet};

	fn ground(accounts: u8) -> Ground {
		Ground {
			accounts: (0..accounts).map(|index| AccountId32([index; 32])).collect(),
			versions: (0..accounts).map(u64::from).collect(),
			offers: (0..accounts).map(|index| 1_000 + u64::from(index)).collect(),
		}
	}

	#[test]
	fn the_same_seed_draws_the_same() {
		let ground = ground(10);
		let drawn = |seed| Mix::new(&ground, seed, 3).take(200).collect::<Vec<_>>();
		assert_eq!(drawn(1), drawn(1));
		assert_ne!(drawn(1), drawn(2));
	}

	#[test]
	fn shares_are_a_hundred_and_met() {
		assert_eq!(SHARES.iter().map(|(_, share)| share).sum::<u64>(), 100);
		let ground = ground(200);
		let mut counts = HashMap::new();
		for (_, task) in Mix::new(&ground, 7, 0).take(10_000) {
			*counts.entry(task.kind()).or_insert(0) += 1;
		}
		for (kind, share) in ["transfer", "remark", "buy", "publish", "register", "offer"]
			.iter()
			.zip([30, 15, 20, 15, 10, 10])
		{
			let found: i32 = counts[kind];
			assert!((found - share * 100).abs() < 200, "{kind}: {found}");
		}
	}

	#[test]
	fn nobody_buys_twice_or_of_himself_or_offers_too_often() {
		let ground = ground(5);
		let (mut bought, mut offers) = (HashSet::new(), HashMap::new());
		for (account, task) in Mix::new(&ground, 7, 0).take(5_000) {
			match task {
				Task::Buy { offer } => {
					assert_ne!(offer, ground.offers[account]);
					assert!(bought.insert((account, offer)), "{account} buys {offer} again");
				}
				Task::Offer { .. } => *offers.entry(account).or_insert(0) += 1,
				Task::Transfer { to } => assert_ne!(to, ground.accounts[account]),
				_ => {}
			}
		}
		assert_eq!(bought.len(), 5 * 4);
		assert!(offers.values().all(|count| *count == MORE_OFFERS));
	}

	#[test]
	fn digests_and_names_are_never_repeated() {
		let ground = ground(5);
		let mut seen = HashSet::new();
		for (_, task) in Mix::new(&ground, 7, 0).take(5_000) {
			match task {
				Task::Publish { manifest } => assert!(seen.insert(manifest.to_vec())),
				Task::Register { name } => assert!(seen.insert(name.into_bytes())),
				_ => {}
			}
		}
	}
}
