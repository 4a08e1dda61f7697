// SPDX-License-Identifier: Apache-2.0

//! Names and tags as the registry takes them, from what cards say.

use crate::reference::{is_word, MAX_NAME};

/// The most tags of an artifact, and the longest.
const MAX_TAGS: usize = 5;
const LONGEST_TAG: usize = 24;

/// What an artifact made from this id of a hub would be called: the last part of the id.
pub fn of_hub(id: &str) -> Option<String> {
	legal(id.trim_end_matches('/').rsplit('/').next()?)
}

/// What an artifact made from this file of training data would be called: its whole path, as the
/// same name in another folder is other data.
pub fn of_file(path: &str) -> Option<String> {
	let path = path.strip_suffix(".jsonl.gz").unwrap_or(path);
	legal(path)
}

/// In lower case, with `-` for what a name cannot have, and no longer than a name may be.
fn legal(text: &str) -> Option<String> {
	let name = word(text);
	let name = name.get(..MAX_NAME).unwrap_or(&name).trim_end_matches(['-', '.', '_']);
	is_word(name, MAX_NAME).then(|| name.to_owned())
}

/// The words that could be an artifact's tags, those that are made for machines left out.
pub fn tags(said: &[String]) -> Vec<String> {
	let mut tags = Vec::new();
	for text in said {
		let tag = word(text);
		if !text.contains(':') && is_word(&tag, LONGEST_TAG) && !tags.contains(&tag) {
			tags.push(tag);
		}
	}
	tags.truncate(MAX_TAGS);
	tags
}

fn word(text: &str) -> String {
	let word: String = text
		.trim()
		.chars()
		.map(|c| c.to_ascii_lowercase())
		.map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '-' })
		.collect();
	word.trim_start_matches(['-', '.', '_']).to_owned()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ids_become_names() {
		for (id, name) in [
			("s2orc", "s2orc"),
			("flax-sentence-embeddings/stackexchange_xml", "stackexchange_xml"),
			("embedding-data/PAQ_pairs", "paq_pairs"),
			("https://huggingface.co/datasets/a/B C/", "b-c"),
			("_x", "x"),
			("größe", "gr--e"),
		] {
			assert_eq!(of_hub(id).as_deref(), Some(name), "{id}");
		}
		assert_eq!(of_hub(&"a".repeat(70)), Some("a".repeat(64)));
		for id in ["", "/", "---", "é"] {
			assert_eq!(of_hub(id), None, "{id}");
		}
	}

	#[test]
	fn files_of_training_data_become_names_with_their_folders() {
		for (path, name) in [
			("AllNLI.jsonl.gz", "allnli"),
			("reddit/reddit_2015.jsonl.gz", "reddit-reddit_2015"),
			("a/b.jsonl", "a-b.jsonl"),
			(".jsonl.gz", ""),
		] {
			assert_eq!(of_file(path).unwrap_or_default(), name, "{path}");
		}
		let long = "stackexchange_TitleBody_Answer/softwareengineering.stackexchange.com.jsonl.gz";
		let name = of_file(long).unwrap();
		assert!(
			name.len() <= 64 && name.starts_with("stackexchange_titlebody_answer-soft"),
			"{name}"
		);
	}

	#[test]
	fn tags_are_words_and_few() {
		let said =
			["NLP", "nlp", "sentence similarity", "arxiv:1904.06472", "", "a", "b", "c", "d"];
		let said: Vec<String> = said.map(String::from).into();
		assert_eq!(tags(&said), ["nlp", "sentence-similarity", "a", "b", "c"]);
		assert!(tags(&["x".repeat(25)]).is_empty());
	}
}
