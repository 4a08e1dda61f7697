// SPDX-License-Identifier: Apache-2.0

//! How artifacts and versions are named on the command line.

use crate::{
	chain::types::{Relation, Sequence},
	error::{Code, Error, Result},
	permill::Permill,
};
use std::{fmt, str::FromStr};
use subxt::utils::AccountId32;

/// Longest name, in bytes.
pub const MAX_NAME: usize = 64;

/// Is this a name the registry takes: `[a-z0-9][a-z0-9._-]*`, at most [`MAX_NAME`] long?
///
/// Errors: `bad-name`.
pub fn check_name(name: &str) -> Result<()> {
	if is_word(name, MAX_NAME) {
		return Ok(());
	}
	Err(Error::new(
		Code::BAD_NAME,
		format!(
			"{name:?} cannot be a name. Names have 1 to {MAX_NAME} of the characters a-z, 0-9, '.', \
			 '_' and '-', and begin with a letter or digit."
		),
	))
}

/// `[a-z0-9][a-z0-9._-]*`, at most `longest` long.
pub fn is_word(text: &str, longest: usize) -> bool {
	let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
	text.len() <= longest
		&& text.bytes().next().is_some_and(letter)
		&& text.bytes().all(|byte| letter(byte) || b"._-".contains(&byte))
}

/// Who published: an account, or whoever signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publisher {
	/// The account of the signer, written `me`.
	Me,
	/// An account.
	Account(AccountId32),
}

impl FromStr for Publisher {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		if text == "me" {
			return Ok(Self::Me);
		}
		parse_account(text).map(Self::Account)
	}
}

/// Parses an SS58 address or the hex of a public key.
pub fn parse_account(text: &str) -> Result<AccountId32, String> {
	if let Some(digits) = text.strip_prefix("0x") {
		let mut key = [0; 32];
		return hex::decode_to_slice(digits, &mut key)
			.map(|()| AccountId32(key))
			.map_err(|_| format!("{text:?} is not a public key of 64 hex digits"));
	}
	text.parse()
		.map_err(|_| format!("{text:?} is not an account's address (SS58), such as 5Grwva…utQY"))
}

/// An artifact or one of its versions: `<publisher>/<name>[@number]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
	/// Who registered it.
	pub publisher: Publisher,
	/// Its name.
	pub name: String,
	/// The number of the version, if one is named.
	pub number: Option<u32>,
}

impl FromStr for Reference {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let wrong = || format!("{text:?} is not <publisher>/<name> or <publisher>/<name>@<number>");
		let (publisher, rest) = text.split_once('/').ok_or_else(wrong)?;
		let (name, number) = match rest.split_once('@') {
			None => (rest, None),
			Some((name, number)) => {
				let plain = number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
				let number = number.parse().ok().filter(|_| plain).ok_or_else(|| {
					format!("{number:?} is not a version's number, which begins with 1")
				})?;
				(name, Some(number))
			}
		};
		if !is_word(name, MAX_NAME) {
			return Err(format!("{name:?} cannot be a name (a-z, 0-9, '.', '_', '-')"));
		}
		Ok(Self { publisher: publisher.parse()?, name: name.to_owned(), number })
	}
}

impl fmt::Display for Reference {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match &self.publisher {
			Publisher::Me => f.write_str("me")?,
			Publisher::Account(account) => write!(f, "{account}")?,
		}
		write!(f, "/{}", self.name)?;
		match self.number {
			Some(number) => write!(f, "@{number}"),
			None => Ok(()),
		}
	}
}

/// A version by its reference or, if it was removed and has none any more, by its sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
	/// `<publisher>/<name>[@number]`.
	Reference(Reference),
	/// A place in the one global order of publication.
	Sequence(Sequence),
}

impl FromStr for Target {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
			return text.parse().map(Self::Reference);
		}
		text.parse().map(Self::Sequence).map_err(|_| format!("{text} is too large for a sequence"))
	}
}

/// What a version was made from: `REF:RELATION[:ROYALTY%]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceArgument {
	/// The version that was used; its newest if no number is given.
	pub reference: Reference,
	/// How it was used.
	pub relation: Relation,
	/// The most royalty to accept; what the source asks now if it is not given.
	pub max_royalty: Option<Permill>,
}

impl FromStr for SourceArgument {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let mut parts = text.split(':');
		let (Some(reference), Some(relation), royalty, None) =
			(parts.next(), parts.next(), parts.next(), parts.next())
		else {
			return Err(format!("{text:?} is not REF:RELATION or REF:RELATION:ROYALTY"));
		};
		Ok(Self {
			reference: reference.parse()?,
			relation: relation.parse()?,
			max_royalty: royalty.map(str::parse).transpose()?,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn parse(text: &str) -> Result<Reference, String> {
		text.parse()
	}

	#[test]
	fn references_survive_being_written_and_read() {
		for text in [
			format!("{ALICE}/minilm"),
			format!("{ALICE}/all-minilm-l6-v2@1"),
			format!("{ALICE}/a.b_c@4294967295"),
			"me/minilm@2".into(),
		] {
			assert_eq!(parse(&text).unwrap().to_string(), text);
		}
		let hex = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d/minilm";
		assert_eq!(parse(hex).unwrap().to_string(), format!("{ALICE}/minilm"));
	}

	#[test]
	fn wrong_references_are_refused() {
		for text in [
			"",
			"minilm",
			"/minilm",
			"alice/minilm",
			"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ/minilm",
			"0x00/minilm",
			"me/",
			"me/Minilm",
			"me/a/b",
			"me/minilm@",
			"me/minilm@0",
			"me/minilm@01",
			"me/minilm@-1",
			"me/minilm@+1",
			"me/minilm@4294967296",
			"me/minilm@1@2",
		] {
			assert!(parse(text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_removed_version_is_named_by_its_sequence() {
		assert_eq!("17".parse(), Ok(Target::Sequence(17)));
		assert_eq!("0".parse(), Ok(Target::Sequence(0)));
		assert_eq!("me/17@2".parse(), parse("me/17@2").map(Target::Reference));
		for text in ["", "-1", "+1", "1.5", "17@2", "18446744073709551616"] {
			assert!(text.parse::<Target>().is_err(), "{text}");
		}
	}

	#[test]
	fn sources_have_a_relation_and_perhaps_a_royalty() {
		let source: SourceArgument = "me/base@3:fine-tune:2.5%".parse().unwrap();
		assert_eq!(source.reference, parse("me/base@3").unwrap());
		assert_eq!(source.relation, Relation::FineTune);
		assert_eq!(source.max_royalty, Some("2.5".parse().unwrap()));
		let source: SourceArgument = "me/squad:evaluated-on".parse().unwrap();
		assert_eq!(source.max_royalty, None);
		for text in ["me/base", "me/base:", "me/base:cousin", "me/base:merge:", "me/b:merge:1:2"] {
			assert!(text.parse::<SourceArgument>().is_err(), "{text}");
		}
	}

	#[test]
	fn names_keep_to_the_registry_rule() {
		for name in ["a", "0", "all-minilm-l6-v2", &"a".repeat(64)] {
			assert_eq!(check_name(name), Ok(()));
		}
		for name in ["", "A", "-a", ".a", "a b", "a/b", "ä", "a\n", &"a".repeat(65)] {
			assert_eq!(check_name(name).unwrap_err().code, Code::BAD_NAME, "{name}");
		}
	}
}
