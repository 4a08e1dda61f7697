// SPDX-License-Identifier: Apache-2.0

//! What of the catalog matches a query.

use super::{Query, MAX_QUERY_TEXT};
use crate::{AccountId, Balance, BlockNumber};
use agora_primitives::{Artifact, Version};
use alloc::vec::Vec;

/// A query, and what is made of it once for a whole page.
pub struct Filter {
	query: Query,
	/// The words of its text, in lower case as names and tags are.
	words: Vec<Vec<u8>>,
}

impl Filter {
	pub fn new(query: Query) -> Self {
		let words = match is_short(&query.text) {
			true => query
				.text
				.split(|byte| *byte == b' ')
				.filter(|word| !word.is_empty())
				.map(<[u8]>::to_ascii_lowercase)
				.collect(),
			false => Vec::new(),
		};
		Self { query, words }
	}

	/// Whether anything can match.
	pub fn is_possible(&self) -> bool {
		is_short(&self.query.text)
	}

	/// Whether an artifact matches, as far as it is concerned itself.
	pub fn takes_artifact(&self, artifact: &Artifact<AccountId, Balance>) -> bool {
		let Query { kind, tag, publisher, owner, retired, .. } = &self.query;
		kind.is_none_or(|kind| kind == artifact.kind)
			&& (*retired || !artifact.is_retired())
			&& publisher.as_ref().is_none_or(|publisher| *publisher == artifact.publisher)
			&& owner.as_ref().is_none_or(|owner| *owner == artifact.owner)
			&& tag.as_ref().is_none_or(|tag| artifact.tags.iter().any(|have| have[..] == tag[..]))
			&& self.words.iter().all(|word| {
				contains(&artifact.name, word)
					|| artifact.tags.iter().any(|tag| contains(tag, word))
			})
	}

	/// Whether an artifact with this newest version, or without any, matches as far as that is
	/// concerned.
	pub fn takes_version(&self, latest: Option<&Version<Balance, BlockNumber>>) -> bool {
		match &self.query.license {
			None => true,
			Some(license) => latest.is_some_and(|version| names(&version.license, license)),
		}
	}

	/// Whether an artifact matches that is on sale at this price, or not at all.
	pub fn takes_price(&self, price: Option<Balance>) -> bool {
		self.query.max_price.is_none_or(|most| price.is_some_and(|price| price <= most))
	}
}

/// Whether a text is no longer than one may be.
fn is_short(text: &[u8]) -> bool {
	u32::try_from(text.len()).is_ok_and(|length| length <= MAX_QUERY_TEXT)
}

/// Whether a word, which is not empty, is somewhere in a text.
fn contains(text: &[u8], word: &[u8]) -> bool {
	text.windows(word.len()).any(|part| part == word)
}

/// Whether an SPDX expression names a license: as a whole identifier, with the `+` for later versions
/// or without.
fn names(expression: &[u8], license: &[u8]) -> bool {
	let is_operator =
		|word: &[u8]| [&b"and"[..], b"or", b"with"].iter().any(|op| word.eq_ignore_ascii_case(op));
	expression
		.split(|byte| matches!(byte, b' ' | b'(' | b')'))
		.filter(|word| !word.is_empty() && !is_operator(word))
		.any(|word| {
			let this_version = word.strip_suffix(b"+").unwrap_or(word);
			word.eq_ignore_ascii_case(license) || this_version.eq_ignore_ascii_case(license)
		})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_license_is_named_as_a_whole() {
		for (expression, license) in [
			("MIT", "MIT"),
			("MIT", "mit"),
			("MIT OR Apache-2.0", "MIT"),
			("(MIT OR apache-2.0) AND CC-BY-4.0", "Apache-2.0"),
			("GPL-2.0+", "GPL-2.0"),
			("GPL-2.0+", "gpl-2.0+"),
			("GPL-2.0-only WITH Classpath-exception-2.0", "Classpath-exception-2.0"),
		] {
			assert!(names(expression.as_bytes(), license.as_bytes()), "{expression} {license}");
		}
		for (expression, license) in [
			("MITNFA", "MIT"),
			("MIT-0", "MIT"),
			("MIT", "MITNFA"),
			("MIT OR Apache-2.0", "OR"),
			("MIT AND X", "and"),
			("X WITH Y", "WITH"),
			("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
			("GPL-2.0", "GPL-2.0+"),
			("MIT", ""),
			("MIT ( )", ""),
			("MIT", " "),
		] {
			assert!(!names(expression.as_bytes(), license.as_bytes()), "{expression} {license}");
		}
	}

	#[test]
	fn a_word_is_found_anywhere() {
		assert!(contains(b"all-minilm-l6", b"minilm"));
		assert!(contains(b"a", b"a"));
		assert!(!contains(b"a", b"ab"));
		assert!(!contains(b"", b"a"));
	}
}
