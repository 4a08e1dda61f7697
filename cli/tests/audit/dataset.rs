// SPDX-License-Identifier: Apache-2.0

//! A dataset in two versions, the second of which appends to the first, and who contributed its
//! records.

use crate::{
	terms::{self, bytes, number},
	trader::Traders,
};
use common::{
	chain::Call,
	tree::{self, Leaf},
};
use subxt::dynamic::{tx, Value as Scale};

/// How many records the first version has, and the second.
const RECORDS: [usize; 2] = [9, 14];

/// Everybody but the owner contributes, one after the other.
fn contributor(index: usize) -> usize {
	1 + index % 5
}

pub struct Dataset {
	/// Its versions, two at most.
	pub versions: Vec<u64>,
	leaves: Vec<Leaf>,
}

impl Dataset {
	/// The first version is published; its owner is the first person.
	pub fn new(traders: &Traders, version: u64) -> Self {
		let leaf =
			|index| tree::leaf(traders.account(contributor(index)), &format!("record {index}"));
		let leaves = (0..RECORDS[1]).map(leaf).collect();
		Self { versions: vec![version], leaves }
	}

	fn commit_to(&self, version: u64, count: usize) -> Call {
		let root = tree::root(&self.leaves[..count]);
		let count = number(count as u64);
		tx("Provenance", "commit_records", vec![number(version), bytes(root), count])
	}

	/// Commit the first version to its records.
	pub fn commit(&self) -> Call {
		self.commit_to(self.versions[0], RECORDS[0])
	}

	/// Commit the second version to its records, and show that it only appends.
	pub fn extend(&self) -> Call {
		let [first, second] = [self.versions[0], self.versions[1]];
		let proof = tree::consistency(RECORDS[0], &self.leaves);
		let proof = Scale::unnamed_composite(proof.iter().map(bytes));
		let extend = vec![number(second), number(first), proof];
		let extend = tx("Provenance", "extend_records", extend);
		terms::batch("batch_all", vec![self.commit_to(second, RECORDS[1]), extend])
	}

	/// Something that a contributor does about a record.
	pub fn act(&self, index: u64, choice: u64) -> (usize, Call) {
		let newest = self.versions.len() - 1;
		let count = RECORDS[newest];
		let index = index as usize % count;
		let who = contributor(index);
		let version = self.versions[newest];
		let about = vec![number(version), number(index as u64)];
		let call = match choice {
			0..70 => {
				let leaf = self.leaves[index];
				let leaf = Scale::named_composite([
					("contributor", bytes(&leaf[..32])),
					("record", bytes(&leaf[32..])),
				]);
				let proof = tree::inclusion(index, &self.leaves[..count]);
				let proof = Scale::unnamed_composite(proof.iter().map(bytes));
				tx("Provenance", "prove_record", [about, vec![leaf, proof]].concat())
			}
			70..75 => tx("Provenance", "withdraw_consent", about),
			_ => {
				let origin = self.versions[usize::from(index >= RECORDS[0])];
				let leaf = &self.leaves[index];
				terms::collect(origin, leaf[..32].try_into().expect("an account has 32 bytes"))
			}
		};
		(who, call)
	}
}
