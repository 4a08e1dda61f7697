// SPDX-License-Identifier: Apache-2.0

//! Which versions there are, what they were made from, and among whom their income is divided.

use crate::{math::MILLION, Account, Artifact, Member, Source, Version};
use std::collections::BTreeMap;

/// A version.
pub(crate) struct VersionInfo {
	pub artifact: Artifact,
	pub sources: Vec<Source>,
	/// It is gone: nothing goes to it any more.
	pub removed: bool,
}

/// How income is divided under some number.
#[derive(Clone)]
pub(crate) struct Split {
	/// Who owned the artifact, or owns it.
	pub owner: Account,
	/// The share of contributors, per million.
	pub contributors: u32,
	/// Nobody for the owner alone.
	pub members: Vec<Member>,
	/// Of how many versions there is income under it.
	pub vaults: u32,
	/// How many rewards will be paid under it.
	pub rewards: u32,
}

impl Split {
	pub fn new(owner: Account, contributors: u32, members: Vec<Member>) -> Self {
		Self { owner, contributors, members, vaults: 0, rewards: 0 }
	}

	/// Those among whom what contributors do not have is divided.
	pub fn members(&self) -> Vec<Member> {
		if self.members.is_empty() {
			return vec![Member { account: self.owner, share: MILLION }];
		}
		self.members.clone()
	}
}

/// Artifacts and versions.
#[derive(Default)]
pub(crate) struct Artifacts {
	pub versions: BTreeMap<Version, VersionInfo>,
	/// The splits of each by number: the last is in force.
	pub splits: BTreeMap<Artifact, Vec<Split>>,
}

impl Artifacts {
	/// The artifact of a version, if there is or was such a version.
	pub fn artifact_of(&self, version: Version) -> Option<Artifact> {
		self.versions.get(&version).map(|info| info.artifact)
	}

	/// Whether something can go to a version.
	pub fn is_there(&self, version: Version) -> bool {
		self.versions.get(&version).is_some_and(|info| !info.removed)
	}

	/// The number of the split in force of a version's artifact.
	pub fn current(&self, version: Version) -> Option<u32> {
		let splits = self.splits.get(&self.artifact_of(version)?)?;
		u32::try_from(splits.len().checked_sub(1)?).ok()
	}

	/// A split of a version's artifact.
	pub fn split(&self, version: Version, number: u32) -> Option<&Split> {
		self.splits.get(&self.artifact_of(version)?)?.get(usize::try_from(number).ok()?)
	}

	/// The same, to be changed.
	pub fn split_mut(&mut self, version: Version, number: u32) -> Option<&mut Split> {
		let artifact = self.artifact_of(version)?;
		self.splits.get_mut(&artifact)?.get_mut(usize::try_from(number).ok()?)
	}
}
