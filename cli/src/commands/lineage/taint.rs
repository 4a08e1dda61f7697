// SPDX-License-Identifier: Apache-2.0

//! What became of the versions that a version derives from.

use super::Names;
use crate::{
	chain::{
		provenance::{
			types::{AttestationId, Taint},
			Provenance, Taints,
		},
		types::{Lineage, Sequence},
	},
	error::Result,
};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};
use subxt::utils::AccountId32;

/// What is known against a version and those behind it.
pub struct Report {
	taints: Taints,
	/// Whose attestations count.
	attesters: Vec<AccountId32>,
	/// Who made which of the negative attestations.
	negative: BTreeMap<(Sequence, AttestationId), AccountId32>,
}

impl Report {
	/// Ask the chain, as far as it goes.
	pub async fn ask(
		provenance: &Provenance<'_>,
		version: Sequence,
		attesters: Vec<AccountId32>,
		depth: u32,
	) -> Result<Self> {
		let taints = provenance.taint(version, &attesters, depth).await?;
		let mut negative = BTreeMap::new();
		for taint in &taints.items {
			for id in &taint.negative {
				let attester = match attesters[..] {
					[only] => Some(only),
					_ => {
						let found = provenance.attestation(taint.sequence, *id).await?;
						found.map(|view| view.attestation.attester)
					}
				};
				negative.extend(attester.map(|attester| ((taint.sequence, *id), attester)));
			}
		}
		Ok(Self { taints, attesters, negative })
	}

	/// The versions whose names it needs.
	pub fn sequences(&self) -> impl Iterator<Item = Sequence> + '_ {
		self.taints
			.items
			.iter()
			.flat_map(|taint| [Some(taint.sequence), taint.superseded_by])
			.flatten()
	}

	/// The names, with what became of those that something became of.
	pub fn marked(&self, names: &Names) -> Names {
		let mut marked = names.clone();
		for taint in &self.taints.items {
			if let Some(name) = marked.get_mut(&taint.sequence) {
				name.push_str(&format!(" [{}]", self.mark(taint, names)));
			}
		}
		marked
	}

	/// What became of one version.
	fn mark(&self, taint: &Taint, names: &Names) -> String {
		let mut parts = Vec::new();
		if taint.yanked {
			parts.push("yanked".to_owned());
		}
		if let Some(by) = taint.superseded_by {
			parts.push(format!("superseded by {}", names.get(&by).map_or("?", String::as_str)));
		}
		if taint.consent_withdrawn > 0 {
			parts.push(format!("consent withdrawn for {}", records(taint.consent_withdrawn)));
		}
		for id in &taint.negative {
			let by = self.negative.get(&(taint.sequence, *id));
			let by = by.map_or_else(String::new, |attester| format!(" by {attester}"));
			parts.push(format!("negative attestation #{id}{by}"));
		}
		parts.join("; ")
	}

	/// How many versions are behind it, as far as was looked.
	fn ancestors(&self) -> u64 {
		self.taints.examined.saturating_sub(1)
	}

	/// The tainted ones among them.
	fn tainted(&self) -> impl Iterator<Item = &Taint> {
		self.taints.items.iter().filter(|taint| taint.depth > 0)
	}

	/// What stands below the trees: the tainted versions that are not drawn, and a summary.
	pub fn text(&self, root: Sequence, drawn: &Lineage, names: &Names) -> String {
		let ends = drawn.edges.iter().flat_map(|edge| [edge.source, edge.derived]);
		let drawn: BTreeSet<Sequence> = ends.chain([root]).collect();
		let mut text = String::new();
		let mut beside = self.tainted().filter(|taint| !drawn.contains(&taint.sequence)).peekable();
		if beside.peek().is_some() {
			text.push_str("further back and not drawn\n");
		}
		for taint in beside {
			let name = names.get(&taint.sequence).map_or("?", String::as_str);
			text.push_str(&format!("   {name} [{}]\n", self.mark(taint, names)));
		}
		text.push_str(&self.summary());
		text
	}

	fn summary(&self) -> String {
		let (tainted, ancestors) = (self.tainted().count(), self.ancestors());
		let mut text = match (tainted, ancestors) {
			(0, 0) => "it derives from no other version\n".to_owned(),
			(0, 1) => "nothing is known against the one version behind it\n".to_owned(),
			(0, _) => format!("nothing is known against the {ancestors} versions behind it\n"),
			(1, 1) => "the one version behind it is tainted\n".to_owned(),
			(1, _) => format!("1 of the {ancestors} versions behind it is tainted\n"),
			_ => format!("{tainted} of the {ancestors} versions behind it are tainted\n"),
		};
		if self.taints.beyond_depth {
			text.push_str("older generations than --depth reaches were not looked at\n");
		}
		if self.taints.beyond_limit {
			text.push_str(&format!(
				"only the {ancestors} newest versions behind it were looked at\n"
			));
		}
		if self.attesters.is_empty() {
			text.push_str("attestations count only from those whom --attester names\n");
		}
		text
	}

	/// The same for programs.
	pub fn json(&self, names: &Names) -> Value {
		let items = self.taints.items.iter().map(|taint| {
			let negative = taint.negative.iter().map(|id| {
				let by = self.negative.get(&(taint.sequence, *id));
				json!({ "attestation": id, "attester": by.map(ToString::to_string) })
			});
			json!({
				"sequence": taint.sequence,
				"reference": names.get(&taint.sequence),
				"depth": taint.depth,
				"yanked": taint.yanked,
				"supersededBy": taint.superseded_by,
				"supersededByReference": taint.superseded_by.and_then(|by| names.get(&by)),
				"consentWithdrawn": taint.consent_withdrawn,
				"negative": negative.collect::<Vec<_>>(),
			})
		});
		json!({
			"versions": items.collect::<Vec<_>>(),
			"ancestors": self.ancestors(),
			"tainted": self.tainted().count(),
			"attesters": self.attesters.iter().map(ToString::to_string).collect::<Vec<_>>(),
			"complete": !self.taints.beyond_depth && !self.taints.beyond_limit,
		})
	}
}

fn records(count: u64) -> String {
	match count {
		1 => "1 record".into(),
		_ => format!("{count} records"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::types::{Edge, Relation};

	const ATTESTER: AccountId32 = AccountId32([7; 32]);

	fn taint(sequence: Sequence, depth: u32) -> Taint {
		Taint {
			sequence,
			depth,
			yanked: false,
			superseded_by: None,
			consent_withdrawn: 0,
			negative: vec![],
		}
	}

	fn report(items: Vec<Taint>, examined: u64) -> Report {
		let negative = items
			.iter()
			.flat_map(|taint| taint.negative.iter().map(|id| ((taint.sequence, *id), ATTESTER)))
			.collect();
		let taints = Taints { items, examined, ..Default::default() };
		Report { taints, attesters: vec![ATTESTER], negative }
	}

	fn names() -> Names {
		(1..=9).map(|n| (n, format!("v{n}"))).collect()
	}

	fn edge(derived: Sequence, source: Sequence) -> Edge {
		let royalty = Default::default();
		Edge { derived, source, relation: Relation::TrainedOn, royalty }
	}

	#[test]
	fn the_tree_says_what_became_of_each_version() {
		let report = report(
			vec![
				Taint { yanked: true, ..taint(5, 0) },
				Taint { yanked: true, consent_withdrawn: 1, negative: vec![0, 12], ..taint(4, 1) },
				Taint { superseded_by: Some(9), ..taint(3, 2) },
				Taint { consent_withdrawn: 7, ..taint(1, 16) },
			],
			13,
		);
		let lineage = Lineage { edges: vec![edge(5, 4), edge(4, 3)], ..Default::default() };
		let marked = report.marked(&names());
		let mut text = super::super::draw::draw(5, &marked, &lineage, &Lineage::default());
		text.push_str(&report.text(5, &lineage, &names()));
		let by = format!("by {ATTESTER}");
		assert_eq!(
			text,
			format!(
				"v5 [yanked]\n\
				 made from\n\
				 └─ trained-on: v4 [yanked; consent withdrawn for 1 record; \
				 negative attestation #0 {by}; negative attestation #12 {by}]\n   \
				    └─ trained-on: v3 [superseded by v9]\n\
				 used for nothing on this chain yet\n\
				 further back and not drawn\n   \
				    v1 [consent withdrawn for 7 records]\n\
				 3 of the 12 versions behind it are tainted\n"
			)
		);
	}

	#[test]
	fn the_summary_counts_ancestors_and_not_the_version_itself() {
		for (items, examined, said) in [
			(vec![], 1, "it derives from no other version"),
			(vec![taint(5, 0)], 1, "it derives from no other version"),
			(vec![taint(5, 0)], 2, "nothing is known against the one version behind it"),
			(vec![], 13, "nothing is known against the 12 versions behind it"),
			(vec![taint(4, 1)], 2, "the one version behind it is tainted"),
			(vec![taint(5, 0), taint(4, 1)], 3, "1 of the 2 versions behind it is tainted"),
			(vec![taint(4, 1), taint(3, 2)], 3, "2 of the 2 versions behind it are tainted"),
		] {
			assert_eq!(report(items, examined).summary(), format!("{said}\n"));
		}
	}

	#[test]
	fn what_was_not_looked_at_is_said() {
		let mut report = report(vec![], 5001);
		report.taints.beyond_depth = true;
		report.taints.beyond_limit = true;
		report.attesters.clear();
		let text = report.summary();
		for part in ["older generations", "only the 5000 newest", "--attester"] {
			assert!(text.contains(part), "{text}");
		}
		assert_eq!(report.json(&names())["complete"], false);
	}

	#[test]
	fn programs_read_the_same() {
		let items = vec![
			Taint { yanked: true, ..taint(5, 0) },
			Taint { superseded_by: Some(9), negative: vec![3], ..taint(4, 1) },
		];
		let value = report(items, 3).json(&names());
		assert_eq!((&value["ancestors"], &value["tainted"]), (&json!(2), &json!(1)));
		assert_eq!(value["complete"], true);
		assert_eq!(
			value["versions"][1],
			json!({
				"sequence": 4,
				"reference": "v4",
				"depth": 1,
				"yanked": false,
				"supersededBy": 9,
				"supersededByReference": "v9",
				"consentWithdrawn": 0,
				"negative": [{ "attestation": 3, "attester": ATTESTER.to_string() }],
			})
		);
	}
}
