// SPDX-License-Identifier: Apache-2.0

//! As much of YAML as a card's front matter needs: the top level's texts and lists of texts.
//!
//! The parser's events are counted and read one by one; nothing nested is kept and no alias is
//! followed, so neither depth nor anchors that refer to each other cost anything.

use saphyr_parser::{Event, Parser, ScalarStyle};
use std::collections::BTreeMap;

/// The most events that are read: a front matter has some dozens.
const MAX_EVENTS: usize = 100_000;

/// The texts under each key of the top level; a single text is a list of one.
///
/// What is nested deeper is passed over. The error says what is wrong with the YAML.
pub fn top_level(text: &str) -> Result<BTreeMap<String, Vec<String>>, String> {
	let mut found = BTreeMap::new();
	let mut depth = 0usize;
	// The key whose value comes next, and the texts of its list.
	let mut key: Option<String> = None;
	let mut list: Option<Vec<String>> = None;
	for (count, event) in Parser::new_from_str(text).enumerate() {
		if count >= MAX_EVENTS {
			return Err(format!("it has more than {MAX_EVENTS} parts"));
		}
		let (event, _) = event.map_err(|error| error.to_string())?;
		match event {
			Event::MappingStart(..) | Event::SequenceStart(..) => {
				let is_list = matches!(event, Event::SequenceStart(..));
				if depth == 0 && is_list {
					return Err("it is a list, where names with values are wanted".into());
				}
				if depth == 1 {
					if key.is_none() {
						return Err("a name in it is no text".into());
					}
					list = is_list.then(Vec::new);
				}
				depth += 1;
			}
			Event::MappingEnd | Event::SequenceEnd => {
				depth = depth.saturating_sub(1);
				if depth == 1 {
					if let (Some(key), Some(list)) = (key.take(), list.take()) {
						found.entry(key).or_insert(list);
					}
				}
			}
			Event::Scalar(text, style, ..) => match (depth, &mut key, &mut list) {
				(0, ..) => return Err("it is a text, where names with values are wanted".into()),
				(1, None, _) => key = Some(text.into_owned()),
				(1, Some(_), _) => {
					if let Some(key) = key.take() {
						found
							.entry(key)
							.or_insert_with(|| value(&text, style).into_iter().collect());
					}
				}
				(2, _, Some(list)) => list.extend(value(&text, style)),
				_ => {}
			},
			Event::Alias(_) if depth == 1 => match key {
				None => return Err("a name in it is no text".into()),
				Some(_) => key = None,
			},
			// One document, as front matter is.
			Event::DocumentEnd => break,
			_ => {}
		}
	}
	Ok(found)
}

/// A text, if it says anything.
fn value(text: &str, style: ScalarStyle) -> Option<String> {
	let nothing =
		style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
	let text = text.trim();
	(!nothing && !text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::{Duration, Instant};

	fn texts(yaml: &str, key: &str) -> Vec<String> {
		top_level(yaml).unwrap().get(key).cloned().unwrap_or_default()
	}

	#[test]
	fn texts_and_lists_of_the_top_level_are_found() {
		let yaml =
			"license: apache-2.0 # why\nversion: 1.0\nempty:\nnone: null\nquoted: \"null\"\n\
			tags:\n- a\n- 'b: c'\nflow: [x, \"y\"]\nlong: >-\n  two\n  lines\n\
			nested:\n  license: mit\n  tags: [z]\nmixed:\n- a: b\n- c\n- [d]\n";
		assert_eq!(texts(yaml, "license"), ["apache-2.0"]);
		assert_eq!(texts(yaml, "version"), ["1.0"]);
		assert_eq!(texts(yaml, "quoted"), ["null"]);
		assert_eq!(texts(yaml, "tags"), ["a", "b: c"]);
		assert_eq!(texts(yaml, "flow"), ["x", "y"]);
		assert_eq!(texts(yaml, "long"), ["two lines"]);
		assert_eq!(texts(yaml, "mixed"), ["c"]);
		for key in ["empty", "none", "nested", "unknown"] {
			assert!(texts(yaml, key).is_empty(), "{key}");
		}
		assert_eq!(top_level(""), Ok(BTreeMap::new()));
		assert_eq!(top_level("# nothing\n"), Ok(BTreeMap::new()));
	}

	#[test]
	fn what_is_no_mapping_of_texts_is_refused() {
		for yaml in ["a", "- a", "a: [b", "a: b: c", "{a: b", "? [a]\n: b", "a: *b", "\u{0}"] {
			assert!(top_level(yaml).is_err(), "{yaml}");
		}
	}

	#[test]
	fn no_input_keeps_us_busy() {
		let bomb: String = std::iter::once("a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned())
			.chain((1..60).map(|i| {
				let before = vec![format!("*a{}", i - 1); 9].join(", ");
				format!("a{i}: &a{i} [{before}]\n")
			}))
			.collect();
		let started = Instant::now();
		assert_eq!(texts(&bomb, "a59"), [] as [&str; 0]);
		assert_eq!(texts(&bomb, "a0").len(), 9);
		const LARGE: usize = 1 << 20;
		for piece in
			["[", "{", "- ", "a: {", "? ", "a: &a ", "\"", "'", "!", "a\n", "a: b\n", "*a "]
		{
			let text = piece.repeat(LARGE / piece.len());
			let _ = top_level(&text);
			let _ = top_level(&format!("a: {text}"));
		}
		let taken = started.elapsed();
		assert!(taken < Duration::from_secs(30), "{taken:?}");
	}
}
