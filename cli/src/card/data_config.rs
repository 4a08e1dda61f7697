// SPDX-License-Identifier: Apache-2.0

//! What `sentence-transformers` leaves beside a model it trained: `data_config.json`.

use serde::Deserialize;

/// The file's name.
pub const FILE: &str = "data_config.json";

#[derive(Deserialize)]
struct Entry {
	name: String,
	#[serde(default)]
	#[allow(dead_code, reason = "tells such a list from any other that has names")]
	lines: Option<u64>,
	#[serde(default)]
	#[allow(dead_code, reason = "as above")]
	weight: Option<f64>,
}

/// The files of training data that the list names, each once.
pub fn parse(bytes: &[u8]) -> Result<Vec<String>, String> {
	let entries: Vec<Entry> = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
	let mut names: Vec<String> = Vec::with_capacity(entries.len());
	for entry in entries {
		if !names.contains(&entry.name) {
			names.push(entry.name);
		}
	}
	Ok(names)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_are_taken_once_and_in_order() {
		let text = br#"[{"name": "b.jsonl.gz", "lines": 1, "weight": 2}, {"name": "a"},
			{"name": "b.jsonl.gz", "lines": 3, "weight": 0.5}]"#;
		assert_eq!(parse(text).unwrap(), ["b.jsonl.gz", "a"]);
		assert_eq!(parse(b"[]").unwrap(), [] as [&str; 0]);
	}

	#[test]
	fn other_json_is_refused() {
		for text in ["", "{}", "[1]", r#"[{"lines": 1}]"#, r#"[{"name": "a", "lines": "x"}]"#] {
			assert!(parse(text.as_bytes()).is_err(), "{text}");
		}
	}
}
