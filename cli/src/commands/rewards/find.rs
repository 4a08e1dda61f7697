// SPDX-License-Identifier: Apache-2.0

//! Which rewards a command is about.

use crate::{
	chain::{
		rewards::types::RewardView,
		types::{Sequence, VersionView},
		Chain,
	},
	commands::{
		target::{learn, Names},
		Context,
	},
	error::Result,
	reference::{Publisher, Reference},
};
use clap::Args;
use subxt::utils::AccountId32;

/// The most versions in one answer.
const PAGE: u32 = 100;

/// Rewards by version, or by who shares in them.
#[derive(Args)]
pub struct Which {
	/// Versions, or artifacts with all their versions.
	#[arg(value_name = "REF")]
	references: Vec<Reference>,

	/// All that this account has a share in: an address or `me`; the signer's if nothing is given.
	#[arg(long, value_name = "ACCOUNT", conflicts_with = "references")]
	account: Option<Publisher>,
}

/// What was found.
pub struct Found {
	/// Whose they are, unless versions were named.
	pub account: Option<AccountId32>,
	/// The rewards, of each version oldest first. Those of an account can all be claimed; those of a
	/// version end with the running epoch's.
	pub rewards: Vec<RewardView>,
	/// What their versions are called.
	pub names: Names,
}

impl Which {
	/// Ask for them, page by page.
	///
	/// Errors: `no-rewards`, `signer-missing`, `artifact-not-found`, `version-not-found`.
	pub async fn find(&self, chain: &Chain, context: &mut Context<'_>) -> Result<Found> {
		let api = chain.rewards()?;
		let spinner = context.output.spinner("looking for rewards");
		let told = spinner.clone();
		if self.references.is_empty() {
			let account = context.account(self.account.as_ref())?;
			let mut progress = |found| told.set_message(format!("{found} rewards found"));
			let rewards = api.claimable(&account, &mut progress).await?;
			let mut names = Names::new();
			spinner.set_message("looking up what they are for");
			learn(chain, rewards.iter().map(|reward| reward.version), &mut names).await?;
			spinner.finish_and_clear();
			return Ok(Found { account: Some(account), rewards, names });
		}
		let me = context.me()?;
		let mut names = Names::new();
		let mut versions = Vec::new();
		for reference in &self.references {
			for version in named(chain, reference, me.as_ref()).await? {
				let name = version.reference();
				if names.insert(version.sequence, name).is_none() {
					versions.push(version.sequence);
				}
			}
		}
		let mut rewards = Vec::new();
		for version in versions {
			let before = rewards.len();
			let mut progress = |found: usize| {
				told.set_message(format!("{} rewards found", found.saturating_add(before)));
			};
			rewards.extend(api.pending(version, &mut progress).await?);
		}
		spinner.finish_and_clear();
		Ok(Found { account: None, rewards, names })
	}
}

/// The version that was named, or all of the artifact.
async fn named(
	chain: &Chain,
	reference: &Reference,
	me: Option<&AccountId32>,
) -> Result<Vec<VersionView>> {
	if reference.number.is_some() {
		return Ok(vec![chain.version(reference, me).await?.1]);
	}
	let artifact = chain.artifact(reference, me).await?;
	let mut versions = Vec::new();
	let mut from = Some(1);
	while let Some(number) = from {
		let page = chain.versions(artifact.id, number, PAGE).await?;
		versions.extend(page.items);
		from = page.next;
	}
	Ok(versions)
}

/// The versions that rewards are for, each once and in order.
pub fn versions<'a>(rewards: impl IntoIterator<Item = &'a RewardView>) -> Vec<Sequence> {
	let mut versions: Vec<_> = rewards.into_iter().map(|reward| reward.version).collect();
	versions.sort_unstable();
	versions.dedup();
	versions
}
