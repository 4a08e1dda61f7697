// SPDX-License-Identifier: Apache-2.0

//! The trees of a version, drawn.

use crate::chain::types::{Edge, Lineage, Sequence};
use std::collections::{BTreeMap, BTreeSet};

/// The two trees of a version.
pub fn draw(
	root: Sequence,
	names: &BTreeMap<Sequence, String>,
	ancestors: &Lineage,
	descendants: &Lineage,
) -> String {
	let mut text = format!("{}\n", names.get(&root).map_or("?", String::as_str));
	let made_from =
		if ancestors.edges.is_empty() { "made from nothing on this chain" } else { "made from" };
	draw_tree(&mut text, made_from, root, names, ancestors, |edge| (edge.derived, edge.source));
	let used_for = if descendants.edges.is_empty() {
		"used for nothing on this chain yet"
	} else {
		"used for"
	};
	draw_tree(&mut text, used_for, root, names, descendants, |edge| (edge.source, edge.derived));
	text
}

/// One tree under its title; `ends` are an edge's near and far end, seen from the root.
fn draw_tree(
	text: &mut String,
	title: &str,
	root: Sequence,
	names: &BTreeMap<Sequence, String>,
	lineage: &Lineage,
	ends: impl Fn(&Edge) -> (Sequence, Sequence),
) {
	text.push_str(&format!("{title}\n"));
	let mut children: BTreeMap<Sequence, Vec<(Sequence, &Edge)>> = BTreeMap::new();
	for edge in &lineage.edges {
		let (near, far) = ends(edge);
		children.entry(near).or_default().push((far, edge));
	}
	Tree { text, names, children, drawn: BTreeSet::new() }.draw(root, "");
	if lineage.beyond_depth || lineage.beyond_limit {
		text.push_str("and more, which is not shown here\n");
	}
}

struct Tree<'a> {
	text: &'a mut String,
	names: &'a BTreeMap<Sequence, String>,
	children: BTreeMap<Sequence, Vec<(Sequence, &'a Edge)>>,
	drawn: BTreeSet<Sequence>,
}

impl Tree<'_> {
	/// At most as deep as the generations that were asked for, as sequences only fall or rise.
	fn draw(&mut self, parent: Sequence, indent: &str) {
		let children = self.children.get(&parent).cloned().unwrap_or_default();
		let last = children.len();
		for (index, (child, edge)) in children.into_iter().enumerate() {
			let (branch, below) =
				if index + 1 == last { ("└─", "   ") } else { ("├─", "│  ") };
			let name = self.names.get(&child).map_or("?", String::as_str);
			self.text.push_str(&format!("{indent}{branch} {}", edge.relation));
			if edge.royalty.parts() > 0 {
				self.text.push_str(&format!(", {}", edge.royalty));
			}
			self.text.push_str(&format!(": {name}"));
			let again = !self.drawn.insert(child);
			let more = self.children.contains_key(&child);
			self.text.push_str(if again && more { " (see above)\n" } else { "\n" });
			if !again {
				self.draw(child, &format!("{indent}{below}"));
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::types::Relation;

	fn edge(derived: Sequence, source: Sequence, relation: Relation, royalty: &str) -> Edge {
		Edge { derived, source, relation, royalty: royalty.parse().unwrap() }
	}

	#[test]
	fn draws_both_ways_and_each_version_whole_once() {
		let names = (1..=6).map(|n| (n, format!("v{n}"))).collect();
		let ancestors = Lineage {
			edges: vec![
				edge(5, 3, Relation::Merge, "2.5"),
				edge(5, 4, Relation::Merge, "0"),
				edge(3, 2, Relation::FineTune, "1"),
				edge(4, 2, Relation::FineTune, "0"),
				edge(2, 1, Relation::TrainedOn, "0"),
			],
			..Default::default()
		};
		let descendants =
			Lineage { edges: vec![edge(6, 5, Relation::Quantization, "0")], ..Default::default() };
		assert_eq!(
			draw(5, &names, &ancestors, &descendants),
			"v5\n\
			 made from\n\
			 ├─ merge, 2.5 %: v3\n\
			 │  └─ fine-tune, 1 %: v2\n\
			 │     └─ trained-on: v1\n\
			 └─ merge: v4\n   \
			    └─ fine-tune: v2 (see above)\n\
			 used for\n\
			 └─ quantization: v6\n"
		);
	}

	#[test]
	fn says_when_there_is_nothing_or_more() {
		let names = BTreeMap::from([(1, "v1".into()), (2, "v2".into())]);
		let more = Lineage {
			edges: vec![edge(2, 1, Relation::Subset, "0")],
			beyond_depth: true,
			beyond_limit: false,
		};
		let text = draw(1, &names, &Lineage::default(), &more);
		assert!(text.contains("made from nothing"), "{text}");
		assert!(text.contains("and more"), "{text}");
	}
}
