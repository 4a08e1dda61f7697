// SPDX-License-Identifier: Apache-2.0

//! What is read of referenda and votes through a node.

use super::{
	types::{Proposal, Referendum, ReferendumIndex, Track, TrackId, Voting},
	ProposedCall, REFERENDA, VOTING,
};
use crate::{
	chain::{calls::number, Chain},
	error::{Code, Error, Result},
};
use std::collections::BTreeMap;
use subxt::{ext::scale_value::Value, utils::AccountId32};

/// A chain that is governed by referenda, which not every chain with a registry is.
#[derive(Clone, Copy)]
pub struct Governance<'a>(&'a Chain);

impl Chain {
	/// What the chain knows of referenda.
	///
	/// Errors: `no-referenda`; `wrong-chain` where amounts would be misread.
	pub fn governance(&self) -> Result<Governance<'_>> {
		self.ensure_decimals()?;
		let found = self.has_pallet(REFERENDA) && self.has_pallet(VOTING);
		found.then_some(Governance(self)).ok_or_else(no_referenda)
	}
}

fn no_referenda() -> Error {
	Error::new(
		Code::NO_REFERENDA,
		"this chain has no referenda: its runtime is older than this command. Name a node of a newer \
		 chain with --node URL.",
	)
}

impl Governance<'_> {
	/// The tracks of referenda.
	pub fn tracks(&self) -> Result<BTreeMap<TrackId, Track>> {
		let tracks: Option<Vec<(TrackId, Track)>> = self.0.find_constant(REFERENDA, "Tracks");
		tracks.map(BTreeMap::from_iter).ok_or_else(no_referenda)
	}

	/// After how many blocks a referendum ends that is not decided.
	pub fn undeciding_timeout(&self) -> Result<u32> {
		self.0.find_constant(REFERENDA, "UndecidingTimeout").ok_or_else(no_referenda)
	}

	/// How many blocks one unit of conviction locks for.
	pub fn locking_period(&self) -> Result<u32> {
		self.0.find_constant(VOTING, "VoteLockingPeriod").ok_or_else(no_referenda)
	}

	/// A referendum.
	pub async fn referendum(&self, index: ReferendumIndex) -> Result<Option<Referendum>> {
		self.0.stored(REFERENDA, "ReferendumInfoFor", vec![number(index)]).await
	}

	/// All referenda, oldest first.
	pub async fn referenda(&self) -> Result<BTreeMap<ReferendumIndex, Referendum>> {
		let found = self.0.stored_under(REFERENDA, "ReferendumInfoFor", vec![]).await?;
		Ok(found.into_iter().collect())
	}

	/// The call that is proposed; none if nobody noted it.
	pub async fn call(&self, proposal: &Proposal) -> Result<Option<ProposedCall>> {
		let noted = match proposal {
			Proposal::Legacy { .. } => None,
			Proposal::Inline(bytes) => Some(bytes.clone()),
			Proposal::Lookup { hash, len } => {
				let key = Value::unnamed_composite([Value::from(*hash), number(*len)]);
				self.0.stored("Preimage", "PreimageFor", vec![key]).await?
			}
		};
		Ok(noted.and_then(|bytes| ProposedCall::decode(&bytes, self.0.metadata())))
	}

	/// All tokens that could vote, in planck.
	pub async fn electorate(&self) -> Result<u128> {
		let all: Option<u128> = self.0.stored("Balances", "TotalIssuance", vec![]).await?;
		let inactive: Option<u128> = self.0.stored("Balances", "InactiveIssuance", vec![]).await?;
		Ok(all.unwrap_or_default().saturating_sub(inactive.unwrap_or_default()))
	}

	/// What an account does, by track.
	pub async fn votes(&self, account: &AccountId32) -> Result<BTreeMap<TrackId, Voting>> {
		let first = vec![Value::from_bytes(account.0)];
		let found = self.0.stored_under(VOTING, "VotingFor", first).await?;
		Ok(found.into_iter().collect())
	}

	/// What votes of an account lock, by track.
	pub async fn locks(&self, account: &AccountId32) -> Result<BTreeMap<TrackId, u128>> {
		let key = vec![Value::from_bytes(account.0)];
		let found: Option<Vec<(TrackId, u128)>> =
			self.0.stored(VOTING, "ClassLocksFor", key).await?;
		Ok(found.unwrap_or_default().into_iter().collect())
	}
}
