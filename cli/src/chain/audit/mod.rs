// SPDX-License-Identifier: Apache-2.0

//! All that a chain says happened since its first block, for an audit of it.

mod events;
mod fields;
mod state;

use super::{client::failed, types::Hash, Chain};
use crate::error::{printable, Code, Error, Result};
use agora_audit::{Auditor, Event, Report};
use futures::{stream, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use std::{fmt::Display, ops::RangeInclusive};
use subxt::{
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	rpcs::rpc_params,
	PolkadotConfig,
};

/// A view of the chain at one block.
type At = ClientAtBlock<PolkadotConfig, OnlineClientAtBlockImpl<PolkadotConfig>>;

/// Where the events of a block are in its state: `System.Events`.
const EVENTS: &str = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

/// How many blocks are named at once.
const NAMED: usize = 512;

/// How many blocks are asked for while others are on their way.
const AHEAD: usize = 64;

/// What a node says of a block's runtime.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RuntimeVersion {
	spec_version: u32,
}

/// The node did not answer, or has forgotten what it was asked for.
fn lost(error: &dyn Display) -> Error {
	let text = error.to_string();
	if ["State already discarded", "UnknownBlock"].iter().any(|known| text.contains(known)) {
		return Error::new(
			Code::STATE_PRUNED,
			"the node has forgotten the state of early blocks, and an audit reads every block from the \
			 first. Name an archive node with --node URL: one that has run with --state-pruning archive \
			 from the beginning.",
		);
	}
	failed(error)
}

/// What the chain says is not what an audit knows.
fn unknown(what: &str, why: &dyn Display) -> Error {
	Error::new(
		Code::NO_REWARDS,
		format!(
			"{what} cannot be read: {}. The chain's runtime is older than rewards, or newer than this \
			 command: update it, or name a node of another chain with --node URL.",
			printable(&why.to_string())
		),
	)
}

/// An answer that is bytes in hex.
fn bytes(hex: Option<String>) -> Result<Vec<u8>> {
	let hex = hex.unwrap_or_default();
	hex::decode(hex.trim_start_matches("0x")).map_err(|error| failed(&error))
}

impl Chain {
	/// Replay all blocks up to one that is final, and compare what the chain says with what follows
	/// from it. `progress` is told of each block.
	///
	/// Errors: `state-pruned`, `no-rewards`, `node-failed`.
	pub async fn audit(&self, to: u32, progress: &dyn Fn()) -> Result<Report> {
		let genesis = self.at_number(0).await?;
		let setting = state::setting(&genesis, None).await?;
		let mut auditor = Auditor::new(setting.clone());
		for blocks in self.runtimes(to).await? {
			let first = *blocks.start();
			// A block is made by the runtime that the block before left behind.
			let runtime = self.at_number(first.saturating_sub(1)).await?;
			if first > 1 {
				auditor.upgrade(state::setting(&runtime, Some(&setting)).await?);
			}
			self.replay(blocks, &runtime, &mut auditor, progress).await?;
		}
		let last = self.at_number(to).await?;
		Ok(auditor.finish(&state::closing(&last, to).await?))
	}

	async fn at_number(&self, block: u32) -> Result<At> {
		self.client.at_block(u64::from(block)).await.map_err(|error| lost(&error))
	}

	async fn replay(
		&self,
		blocks: RangeInclusive<u32>,
		runtime: &At,
		auditor: &mut Auditor,
		progress: &dyn Fn(),
	) -> Result<()> {
		let funds = events::Funds::of(runtime)?;
		let mut happened = Vec::new();
		let numbers: Vec<u32> = blocks.collect();
		for numbers in numbers.chunks(NAMED) {
			let hashes = self.hashes(numbers).await?;
			let named: Vec<_> = numbers.iter().copied().zip(hashes).collect();
			let mut read = stream::iter(named).map(|(number, hash)| self.events(number, hash));
			let mut read = read.by_ref().buffered(AHEAD);
			while let Some((number, bytes)) = read.try_next().await? {
				auditor.observe(&Event::Block { number });
				events::decode(runtime, bytes, &funds, &mut happened)
					.map_err(|why| unknown(&format!("block {number}"), &why))?;
				happened.drain(..).for_each(|event| auditor.observe(&event));
				progress();
			}
		}
		Ok(())
	}

	/// The hashes of blocks.
	async fn hashes(&self, numbers: &[u32]) -> Result<Vec<Hash>> {
		let hashes = self.rpc.request("chain_getBlockHash", rpc_params![numbers]).await;
		let hashes: Vec<Option<Hash>> = hashes.map_err(|error| lost(&error))?;
		let known: Vec<_> = hashes.into_iter().flatten().collect();
		if known.len() == numbers.len() {
			return Ok(known);
		}
		Err(failed(&"it does not know all blocks up to the last one"))
	}

	/// The events of a block, as its state has them.
	async fn events(&self, number: u32, block: Hash) -> Result<(u32, Vec<u8>)> {
		let events = self.rpc.request("state_getStorage", rpc_params![EVENTS, block]).await;
		Ok((number, bytes(events.map_err(|error| lost(&error))?)?))
	}

	/// The blocks that were made by one runtime, and by the next, and so on.
	async fn runtimes(&self, to: u32) -> Result<Vec<RangeInclusive<u32>>> {
		let mut ranges = Vec::new();
		let last = self.version_before(to).await?;
		let mut first = 1;
		while first <= to {
			let version = self.version_before(first).await?;
			// Versions only rise: look for the last block of this one.
			let (mut within, mut beyond) = (first, to.saturating_add(1));
			if version == last {
				within = to;
			}
			while beyond.saturating_sub(within) > 1 {
				let middle = within.midpoint(beyond);
				if self.version_before(middle).await? == version {
					within = middle;
				} else {
					beyond = middle;
				}
			}
			ranges.push(first..=within);
			first = within.saturating_add(1);
		}
		Ok(ranges)
	}

	/// The version of the runtime that made a block.
	async fn version_before(&self, block: u32) -> Result<u32> {
		let parent = self.hashes(&[block.saturating_sub(1)]).await?;
		let version =
			self.rpc.request("state_getRuntimeVersion", rpc_params![parent.first()]).await;
		let version: RuntimeVersion = version.map_err(|error| lost(&error))?;
		Ok(version.spec_version)
	}
}

/// A report as programs read it. Amounts are decimal strings in planck.
pub fn json(report: &Report) -> serde_json::Value {
	let Report { counts, sums, pot, .. } = report;
	let amount = |amount: u128| amount.to_string();
	let differences: Vec<_> = report
		.differences
		.iter()
		.map(|difference| Row {
			block: difference.block,
			what: &difference.what,
			chain: difference.chain.to_string(),
			audit: difference.audit.to_string(),
			planck: amount(difference.planck()),
		})
		.collect();
	serde_json::json!({
		"agrees": report.agrees(),
		"block": report.block,
		"counts": {
			"blocks": counts.blocks,
			"events": counts.events,
			"sales": counts.sales,
			"distributions": counts.distributions,
			"royalties": counts.royalties,
			"epochs": counts.epochs,
			"rolledOver": counts.rolled_over,
			"expired": counts.expired,
			"claims": counts.claims,
			"forgotten": counts.forgotten,
			"payouts": counts.payouts,
			"withdrawals": counts.withdrawals,
			"eras": counts.eras,
			"splits": counts.splits,
		},
		"sums": {
			"gross": amount(sums.gross),
			"fees": amount(sums.fees),
			"excess": amount(sums.excess),
			"income": amount(sums.income),
			"credit": amount(sums.credit),
			"royalties": amount(sums.royalties),
			"contributors": amount(sums.contributors),
			"earnings": amount(sums.earnings),
			"withdrawn": amount(sums.withdrawn),
			"issued": amount(sums.issued),
			"gifts": amount(sums.gifts),
			"rewards": amount(sums.rewards),
			"claimed": amount(sums.claimed),
			"expired": amount(sums.expired),
			"toCommons": amount(sums.to_commons),
			"allotted": amount(sums.allotted),
		},
		"pot": {
			"balance": amount(pot.balance),
			"existentialDeposit": amount(pot.existential_deposit),
			"creditInVaults": amount(pot.credit_in_vaults),
			"owed": amount(pot.owed),
			"funds": amount(pot.funds),
		},
		"differences": differences,
		"differenceCount": report.difference_count,
		"difference": amount(report.difference),
	})
}

/// A difference as programs read it.
#[derive(Serialize)]
struct Row<'a> {
	block: u32,
	what: &'a str,
	chain: String,
	audit: String,
	planck: String,
}
