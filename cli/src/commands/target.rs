// SPDX-License-Identifier: Apache-2.0

//! The version that a command is about, removed or not.

use crate::{
	chain::{
		types::{Sequence, VersionView},
		Chain,
	},
	error::{Code, Error, Result},
	reference::Target,
};
use std::collections::BTreeMap;
use subxt::utils::AccountId32;

/// Versions by sequence, and what to call them.
pub type Names = BTreeMap<Sequence, String>;

/// A version, perhaps one that was removed.
pub struct Found {
	/// What the chain knows it by, for ever.
	pub sequence: Sequence,
	/// The version, unless it was removed.
	pub version: Option<VersionView>,
}

impl Found {
	/// What to call it.
	pub fn name(&self) -> String {
		name(self.sequence, self.version.as_ref())
	}
}

/// What to call a version that may have been removed.
pub fn name(sequence: Sequence, version: Option<&VersionView>) -> String {
	version.map_or_else(
		|| format!("sequence {sequence} (not in the registry)"),
		VersionView::reference,
	)
}

/// What to call one version.
pub async fn called(chain: &Chain, sequence: Sequence) -> Result<String> {
	let version = chain.version_by_sequence(sequence).await?;
	Ok(name(sequence, version.as_ref()))
}

/// Find out what versions are called, where that is not known.
pub async fn learn(
	chain: &Chain,
	sequences: impl IntoIterator<Item = Sequence>,
	names: &mut Names,
) -> Result<()> {
	for sequence in sequences {
		if names.contains_key(&sequence) {
			continue;
		}
		names.insert(sequence, called(chain, sequence).await?);
	}
	Ok(())
}

/// Find the version that was named.
///
/// Errors: `artifact-not-found`, `version-not-found`, `signer-missing`.
pub async fn find(chain: &Chain, target: &Target, me: Option<&AccountId32>) -> Result<Found> {
	match target {
		Target::Sequence(sequence) => {
			let version = chain.version_by_sequence(*sequence).await?;
			Ok(Found { sequence: *sequence, version })
		}
		Target::Reference(reference) => {
			let found = chain.version(reference, me).await;
			let (_, version) = found.map_err(|mut error: Error| {
				if error.code == Code::VERSION_NOT_FOUND {
					error.message.push_str(" If it was removed, name it by its sequence.");
				}
				error
			})?;
			Ok(Found { sequence: version.sequence, version: Some(version) })
		}
	}
}
