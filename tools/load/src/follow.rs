// SPDX-License-Identifier: Apache-2.0

//! Follows the chain: the best block for what is seen, and every finalised one without a gap for what
//! has its end.

use crate::{
	blocks::{self, Block, Effects},
	drive::Drive,
	error::{Error, Result},
	nodes::Node,
	sign::Signing,
};
use serde::Deserialize;
use std::{sync::Arc, time::Duration};
use subxt::{rpcs::rpc_params, utils::H256, OnlineClient, PolkadotConfig};

/// How often the node is asked for its best block and the last final one. Latencies are no more exact than this.
const LOOK: Duration = Duration::from_millis(150);

/// A finalised block and how many transactions of ours it has.
#[derive(Clone, Copy, Debug)]
pub struct Finalised {
	/// Its height.
	pub number: u64,
	/// Its slot.
	pub slot: Option<u64>,
	/// The time that it booked, by class.
	pub weight: [u64; 3],
	/// How many transactions of ours it has.
	pub ours: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
	spec_version: u32,
}

/// Reads blocks from one node until it is gone, and then from the next.
pub struct Follower {
	drive: Arc<Drive>,
	/// How many nodes were left because they were gone.
	passed: usize,
	client: Option<OnlineClient<PolkadotConfig>>,
	best: H256,
	/// The next finalised block to read, and the one before it.
	next: u64,
	parent: Option<H256>,
}

impl Follower {
	/// Follow from the block after `from`, which is final.
	pub fn new(drive: Arc<Drive>, from: u64) -> Self {
		let best = H256::default();
		Self { drive, passed: 0, client: None, best, next: from + 1, parent: None }
	}

	/// Follow until nobody listens any more, or the chain contradicts itself.
	pub async fn run(mut self) {
		loop {
			tokio::time::sleep(LOOK).await;
			let node = self.drive.nodes.watched(self.passed);
			let seen = self.look(&node).await;
			if seen.is_err() {
				self.client = None;
				self.passed += 1;
			}
		}
	}

	async fn look(&mut self, node: &Node) -> Result<()> {
		if self.client.is_none() {
			self.client = Some(OnlineClient::from_rpc_client(node.client().await?).await?);
		}
		let best: H256 = node.request("chain_getBlockHash", rpc_params![]).await?;
		if best != self.best {
			self.drive.seen(&blocks::read(node, best).await?);
			self.notice_upgrade(node, best).await?;
			self.best = best;
		}
		// Blocks become final between the best ones too, and when there are no more of these.
		self.finalise(node).await
	}

	/// Sign for the runtime of the best block from now on.
	async fn notice_upgrade(&self, node: &Node, best: H256) -> Result<()> {
		let version: Version = node.request("state_getRuntimeVersion", rpc_params![best]).await?;
		if version.spec_version != self.drive.spec_version() {
			if let Some(client) = &self.client {
				self.drive.upgraded(Signing::new(client.at_block(best).await?));
			}
		}
		Ok(())
	}

	async fn finalise(&mut self, node: &Node) -> Result<()> {
		let last = blocks::finalised(node).await?;
		while self.next <= last {
			let hash: Option<H256> =
				node.request("chain_getBlockHash", rpc_params![self.next]).await?;
			let hash = hash.ok_or_else(|| format!("{} has no block {}", node.url(), self.next))?;
			let block = blocks::read(node, hash).await?;
			if self.parent.is_some_and(|parent| parent != block.parent) {
				let (number, url) = (block.number, node.url());
				let why = format!("{url} finalised another block {} than was read", number - 1);
				self.drive.contradiction(why.clone());
				return Err(why.into());
			}
			let client = self.client.as_ref().ok_or_else(|| Error::from("there is no client"))?;
			let effects = blocks::effects(client, hash).await?;
			self.record(&block, &effects);
			(self.next, self.parent) = (self.next + 1, Some(hash));
		}
		Ok(())
	}

	fn record(&self, block: &Block, effects: &Effects) {
		let ours = self.drive.finalised(block, effects);
		let Block { number, slot, .. } = *block;
		self.drive.blocks().push(Finalised { number, slot, weight: effects.weight, ours });
	}
}
