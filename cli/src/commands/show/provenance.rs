// SPDX-License-Identifier: Apache-2.0

//! What the chain knows of a version's records, and how many attest to it.

use crate::{
	chain::{
		provenance::types::CommitmentView,
		types::{ArtifactKind, Sequence},
		Chain,
	},
	commands::target,
	error::Result,
};
use serde_json::{json, Value};

/// How far attestations are counted.
const MAX_COUNTED: u32 = 1000;

/// The records and attestations of a version.
pub struct Standing {
	records: Option<Records>,
	attestations: usize,
	/// Whether there are more attestations than that.
	more: bool,
}

/// A commitment, and what the versions beside it in its series are called.
struct Records {
	commitment: CommitmentView,
	previous: Option<String>,
	next: Option<String>,
}

impl Standing {
	/// Ask the chain, if it knows of such things.
	pub async fn ask(chain: &Chain, kind: ArtifactKind, version: Sequence) -> Result<Option<Self>> {
		let Some(provenance) = chain.find_provenance() else { return Ok(None) };
		let commitment = match kind {
			ArtifactKind::Dataset => provenance.commitment(version).await?,
			ArtifactKind::Model => None,
		};
		let records = match commitment {
			None => None,
			Some(commitment) => Some(Records {
				previous: called(chain, commitment.previous).await?,
				next: called(chain, commitment.next).await?,
				commitment,
			}),
		};
		let attestations = provenance.attestations(version, None, MAX_COUNTED).await?;
		let more = attestations.next.is_some();
		Ok(Some(Self { records, attestations: attestations.items.len(), more }))
	}

	/// The lines for people.
	pub fn text(&self) -> String {
		let mut text = String::new();
		if let Some(Records { commitment, previous, next }) = &self.records {
			text.push_str(&format!(
				"records      {}, proven {}, consent withdrawn {}\nroot         {}\n",
				commitment.count, commitment.proven, commitment.withdrawn, commitment.root
			));
			if let Some(previous) = previous {
				text.push_str(&format!("extends      {previous}\n"));
			}
			if let Some(next) = next {
				text.push_str(&format!("extended by  {next}\n"));
			}
		}
		if self.attestations > 0 {
			let more = if self.more { " and more" } else { "" };
			text.push_str(&format!("attestations {}{more}\n", self.attestations));
		}
		text
	}

	/// Add the fields for programs.
	pub fn add_to(&self, version: &mut Value) {
		version["records"] = json!(self.records.as_ref().map(|records| {
			let commitment = &records.commitment;
			json!({
				"root": commitment.root,
				"count": commitment.count,
				"proven": commitment.proven,
				"withdrawn": commitment.withdrawn,
				"series": commitment.series,
				"extends": commitment.previous,
				"extendsReference": records.previous,
				"extendedBy": commitment.next,
				"extendedByReference": records.next,
				"depositor": commitment.depositor.to_string(),
				"deposit": commitment.deposit.to_string(),
			})
		}));
		version["attestations"] = json!({ "count": self.attestations, "complete": !self.more });
	}
}

async fn called(chain: &Chain, sequence: Option<Sequence>) -> Result<Option<String>> {
	let Some(sequence) = sequence else { return Ok(None) };
	let version = chain.version_by_sequence(sequence).await?;
	Ok(Some(target::name(sequence, version.as_ref())))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::types::Hash;
	use subxt::utils::AccountId32;

	fn standing() -> Standing {
		let commitment = CommitmentView {
			version: 5,
			root: Hash([8; 32]),
			count: 1797,
			series: 3,
			previous: Some(3),
			next: None,
			proven: 3,
			withdrawn: 1,
			depositor: AccountId32([7; 32]),
			deposit: u128::MAX,
		};
		let records = Records { commitment, previous: Some("v3".into()), next: None };
		Standing { records: Some(records), attestations: 1000, more: true }
	}

	#[test]
	fn says_what_there_is_and_nothing_else() {
		let text = standing().text();
		let root = Hash([8; 32]);
		assert_eq!(
			text,
			format!(
				"records      1797, proven 3, consent withdrawn 1\nroot         {root}\n\
				 extends      v3\nattestations 1000 and more\n"
			)
		);
		let nothing = Standing { records: None, attestations: 0, more: false };
		assert_eq!(nothing.text(), "");
	}

	#[test]
	fn programs_read_the_same() {
		let mut value = json!({});
		standing().add_to(&mut value);
		assert_eq!(value["records"]["count"], 1797);
		assert_eq!(value["records"]["extends"], 3);
		assert_eq!(value["records"]["extendsReference"], "v3");
		assert_eq!(value["records"]["extendedBy"], Value::Null);
		assert_eq!(value["records"]["deposit"], u128::MAX.to_string());
		assert_eq!(value["attestations"], json!({ "count": 1000, "complete": false }));
	}
}
