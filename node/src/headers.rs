// SPDX-License-Identifier: Apache-2.0

//! Headers that are not what was written: a byte on the disk is another. The database does not notice.
//! With one among the blocks that are yet to become final a node takes every justification for a bad
//! one, bans whoever sends it, and stands there alone. So it looks before it starts.

use agora_runtime::{opaque::Block, BlockNumber, Hash};
use sc_service::Error;
use sp_blockchain::Backend;
use sp_runtime::traits::Header as _;
use std::{collections::HashSet, fmt::Display};

/// How many blocks below the last final one are looked at.
const FINAL: BlockNumber = 256;

/// How many are looked at in all, where finality stood for long or there are many forks.
const MOST: usize = 16_384;

/// Refuse a database with a damaged header among the newest, all forks included.
pub fn check(chain: &impl Backend<Block>) -> Result<(), Error> {
	let info = chain.info();
	let mut tips = chain.leaves()?;
	tips.push(info.finalized_hash);
	look(chain, tips, info.finalized_number.saturating_sub(FINAL))
}

/// Look at these blocks and those below them, down to a number.
fn look(
	chain: &impl Backend<Block>,
	mut next: Vec<Hash>,
	lowest: BlockNumber,
) -> Result<(), Error> {
	let mut seen = HashSet::new();
	while let Some(hash) = next.pop().filter(|_| seen.len() < MOST) {
		if !seen.insert(hash) {
			continue;
		}
		// After a warp sync, and of pruned forks, some are missing.
		let Some(header) = chain.header(hash).map_err(|error| damaged(hash, &error))? else {
			continue;
		};
		if header.hash() != hash {
			return Err(damaged(hash, &"it has another hash"));
		}
		if *header.number() > lowest {
			next.push(*header.parent_hash());
		}
	}
	Ok(())
}

fn damaged(hash: Hash, why: &dyn Display) -> Error {
	Error::Application(
		format!(
			"the database is damaged: the header of block {hash:?} is not what was written ({why}). \
			 Remove the database with `agora-node purge-chain`, which leaves the keys, or put back a \
			 backup of it, and start again: the node fetches what is missing. Then look at the \
			 machine's disk and memory"
		)
		.into(),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use agora_runtime::Header;
	use sc_client_api::{in_mem::Blockchain, NewBlockState};

	fn header(number: BlockNumber, parent: Hash) -> Header {
		Header::new(number, Hash::zero(), Hash::zero(), parent, Default::default())
	}

	fn insert(chain: &Blockchain<Block>, hash: Hash, header: Header, state: NewBlockState) {
		chain.insert(hash, header, None, None, state, true).unwrap();
	}

	/// A chain of as many blocks and their hashes. The `broken` one is stored with another state.
	fn chain(blocks: BlockNumber, broken: Option<BlockNumber>) -> (Blockchain<Block>, Vec<Hash>) {
		let (chain, mut hashes) = (Blockchain::new(), Vec::new());
		for number in 0..blocks {
			let mut header = header(number, hashes.last().copied().unwrap_or_default());
			let hash = header.hash();
			if broken == Some(number) {
				header.state_root = Hash::repeat_byte(1);
			}
			insert(&chain, hash, header, NewBlockState::Normal);
			hashes.push(hash);
		}
		(chain, hashes)
	}

	#[test]
	fn whole_headers_are_let_pass() {
		check(&chain(1, None).0).unwrap();
		check(&chain(20, None).0).unwrap();
	}

	#[test]
	fn a_damaged_header_is_refused_wherever_it_is_among_the_newest() {
		for broken in 0..20 {
			let (chain, hashes) = chain(20, Some(broken));
			let error = check(&chain).unwrap_err().to_string();
			assert!(error.contains(&format!("{:?}", hashes[broken as usize])), "{error}");
			assert!(error.contains("purge-chain"), "{error}");
		}
	}

	#[test]
	fn what_has_been_final_for_long_is_not_looked_at() {
		let (chain, hashes) = chain(20, Some(10));
		let tip = || vec![hashes[19]];
		assert!(look(&chain, tip(), 10).is_err());
		look(&chain, tip(), 11).unwrap();
	}

	#[test]
	fn a_fork_is_looked_at_too() {
		let (chain, hashes) = chain(10, None);
		let fork = header(6, hashes[5]);
		insert(&chain, Hash::repeat_byte(7), fork, NewBlockState::Normal);
		assert!(check(&chain).unwrap_err().to_string().contains("0x0707"));
	}
}
