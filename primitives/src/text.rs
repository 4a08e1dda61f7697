// SPDX-License-Identifier: Apache-2.0

//! What users write into the chain: how long it may be and which characters it may have.
//!
//! Lengths are enforced by the types, so an overlong value cannot even be decoded; characters are
//! checked by the functions here. All lengths are in bytes.

use frame_support::{traits::ConstU32, BoundedVec};

/// Longest name of an artifact.
pub const MAX_NAME: u32 = 64;
/// Longest tag.
pub const MAX_TAG: u32 = 24;
/// Most tags on one artifact.
pub const MAX_TAGS: u32 = 5;
/// Longest SPDX license expression.
pub const MAX_LICENSE: u32 = 64;
/// Longest location.
pub const MAX_LOCATION: u32 = 96;
/// Most locations of one version.
pub const MAX_LOCATIONS: u32 = 2;
/// Longest reason for yanking a version.
pub const MAX_REASON: u32 = 64;

/// An artifact's name, unique for its publisher: `[a-z0-9][a-z0-9._-]*`.
pub type Name = BoundedVec<u8, ConstU32<MAX_NAME>>;
/// A word to find an artifact by: `[a-z0-9][a-z0-9._-]*`.
pub type Tag = BoundedVec<u8, ConstU32<MAX_TAG>>;
/// The tags of an artifact, without repetition.
pub type Tags = BoundedVec<Tag, ConstU32<MAX_TAGS>>;
/// An SPDX license expression; the chain checks its characters, clients its meaning.
pub type LicenseExpression = BoundedVec<u8, ConstU32<MAX_LICENSE>>;
/// A URI at which a version's bytes can be had.
pub type Location = BoundedVec<u8, ConstU32<MAX_LOCATION>>;
/// The locations of a version, without repetition.
pub type Locations = BoundedVec<Location, ConstU32<MAX_LOCATIONS>>;
/// Why a version was yanked, as UTF-8 text without control characters; may be empty.
pub type Reason = BoundedVec<u8, ConstU32<MAX_REASON>>;

/// Whether `name` can name an artifact: `[a-z0-9][a-z0-9._-]*`.
pub fn is_name(name: &[u8]) -> bool {
	let letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
	match name.split_first() {
		Some((first, rest)) => {
			letter(first) && rest.iter().all(|byte| letter(byte) || b"._-".contains(byte))
		}
		None => false,
	}
}

/// Whether `tag` can be a tag; the same characters as a name.
pub fn is_tag(tag: &[u8]) -> bool {
	is_name(tag)
}

/// Whether `license` has the characters of an SPDX expression, with no space at either end.
pub fn is_license(license: &[u8]) -> bool {
	license.first().is_some_and(|byte| *byte != b' ')
		&& license.last().is_some_and(|byte| *byte != b' ')
		&& license.iter().all(|byte| byte.is_ascii_alphanumeric() || b".+:() -".contains(byte))
}

/// Whether `location` is a URI: a scheme `[a-z][a-z0-9+.-]*`, a colon, and then printable ASCII
/// characters other than the space, at least one.
pub fn is_location(location: &[u8]) -> bool {
	let mut parts = location.splitn(2, |byte| *byte == b':');
	let (Some(scheme), Some(rest)) = (parts.next(), parts.next()) else { return false };
	scheme.first().is_some_and(u8::is_ascii_lowercase)
		&& scheme
			.iter()
			.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+.-".contains(byte))
		&& !rest.is_empty()
		&& rest.iter().all(u8::is_ascii_graphic)
}

/// Whether `reason` is UTF-8 text without control characters.
pub fn is_reason(reason: &[u8]) -> bool {
	core::str::from_utf8(reason).is_ok_and(|text| !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_begin_with_a_letter_or_digit_and_stay_lower_case() {
		for name in ["a", "0", "all-minilm-l6-v2", "v1.2_3", "a-", "a."] {
			assert!(is_name(name.as_bytes()), "{name}");
		}
		for name in ["", "A", "-a", ".a", "_a", "a b", "a/b", "ä", "a\0", "a\n"] {
			assert!(!is_name(name.as_bytes()), "{name:?}");
		}
	}

	#[test]
	fn licenses_have_spdx_characters() {
		for license in [
			"MIT",
			"Apache-2.0",
			"GPL-2.0+",
			"(MIT OR Apache-2.0) AND CC-BY-4.0",
			"DocumentRef-a:LicenseRef-b",
		] {
			assert!(is_license(license.as_bytes()), "{license}");
		}
		for license in ["", " ", " MIT", "MIT ", "MIT/Apache", "MIT\n", "MIT_1", "MÏT"] {
			assert!(!is_license(license.as_bytes()), "{license:?}");
		}
	}

	#[test]
	fn locations_are_uris() {
		for location in ["https://x.y/z", "ipfs:b", "magnet:?xt=urn", "git+ssh://h/p", "a:1"] {
			assert!(is_location(location.as_bytes()), "{location}");
		}
		for location in
			["", ":", "https", "https:", "://x", "Https://x", "1a:x", "a:b c", "a:\u{7f}", "a:ä"]
		{
			assert!(!is_location(location.as_bytes()), "{location:?}");
		}
	}

	#[test]
	fn reasons_are_text() {
		assert!(is_reason(b""));
		assert!(is_reason("leaks personal data: señor".as_bytes()));
		assert!(!is_reason(b"two\nlines"));
		assert!(!is_reason(&[0xff, 0xfe]));
	}
}
