// SPDX-License-Identifier: Apache-2.0

//! What can go wrong, as a person reads it and as a program matches it.

use std::{borrow::Cow, fmt, io, path::Path};

/// The stable, kebab-case name of a failure, as `--json` prints it.
///
/// A refusal by a pallet has a code made from its name in the metadata, `registry-not-owner`; every
/// other code is one of the constants below. Codes are added, never renamed or reused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(Cow<'static, str>);

macro_rules! codes {
	($($(#[doc = $doc:literal])+ $name:ident = $text:literal;)+) => {
		impl Code {
			$($(#[doc = $doc])+ pub const $name: Code = Code(Cow::Borrowed($text));)+

			/// Every fixed code with its meaning, for the documentation and `agora codes`.
			pub const ALL: &'static [(Code, &'static str)] =
				&[$((Code::$name, concat!($($doc),+)),)+];
		}
	};
}

codes! {
	/// The command line could not be understood. The only code with exit status 2.
	USAGE = "usage";

	/// The path does not exist or is not a directory.
	PATH_NOT_A_DIRECTORY = "path-not-a-directory";
	/// There is no file under the path.
	EMPTY_DIRECTORY = "empty-directory";
	/// A file or directory cannot be read.
	UNREADABLE_FILE = "unreadable-file";
	/// A file changed while it was being hashed.
	FILE_CHANGED = "file-changed";
	/// A symbolic link leads out of the path, to nothing, or round in a circle.
	SYMLINK_REFUSED = "symlink-refused";
	/// A pipe, socket or device stands among the files.
	SPECIAL_FILE = "special-file";
	/// A file's name is not UTF-8.
	NAME_NOT_UTF8 = "name-not-utf8";
	/// A file is larger than a canonical manifest can say (2^53 - 1 bytes).
	FILE_TOO_LARGE = "file-too-large";
	/// The manifest could not be written.
	MANIFEST_NOT_WRITTEN = "manifest-not-written";
	/// A local manifest cannot be understood.
	MANIFEST_INVALID = "manifest-invalid";
	/// The files are not those of the version.
	VERIFICATION_FAILED = "verification-failed";

	/// The name has a character, a beginning or a length that the registry refuses.
	BAD_NAME = "bad-name";
	/// The license is not an SPDX expression or names an unknown id.
	BAD_LICENSE = "bad-license";
	/// A tag has a character or a length that the registry refuses, or there are too many.
	BAD_TAG = "bad-tag";
	/// A location is not a URL the registry takes, or there are too many.
	BAD_LOCATION = "bad-location";
	/// There are more sources than a version may cite, or one is cited twice.
	BAD_SOURCE = "bad-source";
	/// The card cannot be read or is too large.
	BAD_CARD = "bad-card";
	/// The key is none on the curve P-256, or not in a form that can be read.
	BAD_KEY = "bad-key";
	/// The signature is none that can be checked, or the key did not make it.
	BAD_SIGNATURE = "bad-signature";
	/// The document that an attestation rests on cannot be read.
	BAD_EVIDENCE = "bad-evidence";
	/// A text is longer than the registry takes.
	TOO_LONG = "too-long";

	/// The command needs a signer and none was given.
	SIGNER_MISSING = "signer-missing";
	/// The signer is neither a secret URI nor a key file that can be read.
	BAD_SIGNER = "bad-signer";
	/// The key file may be read by others than its owner.
	KEY_FILE_EXPOSED = "key-file-exposed";
	/// The file to write to already exists.
	FILE_EXISTS = "file-exists";
	/// A file of our own could not be written.
	FILE_NOT_WRITTEN = "file-not-written";

	/// The version names no place that files can be fetched from.
	NO_LOCATION = "no-location";
	/// No location gave a whole file; what arrived is kept, and the next run goes on from there.
	DOWNLOAD_FAILED = "download-failed";
	/// What the locations hold are not the files of the version.
	WRONG_BYTES = "wrong-bytes";
	/// Another download into the same directory is going on.
	DOWNLOAD_RUNNING = "download-running";

	/// The node cannot be reached.
	NODE_UNREACHABLE = "node-unreachable";
	/// The node was lost while it answered, or answered what cannot be understood.
	NODE_FAILED = "node-failed";
	/// The node serves another chain than the one asked for.
	WRONG_CHAIN = "wrong-chain";
	/// The chain is not one of Agora's: it has no registry, or one this command does not know.
	NO_REGISTRY = "no-registry";

	/// No artifact has this publisher and name.
	ARTIFACT_NOT_FOUND = "artifact-not-found";
	/// The artifact has no such version.
	VERSION_NOT_FOUND = "version-not-found";
	/// The reference names an artifact where a version is needed.
	VERSION_NEEDED = "version-needed";
	/// The artifact exists with another kind.
	KIND_DIFFERS = "kind-differs";
	/// The artifact belongs to somebody else.
	NOT_OWNER = "not-owner";
	/// The digest is published already; the message names its version and owner.
	ALREADY_PUBLISHED = "already-published";
	/// No reservation is known for these files, or it is not the signer's.
	RESERVATION_NOT_FOUND = "reservation-not-found";
	/// The account has too little for the fee or the deposit.
	INSUFFICIENT_BALANCE = "insufficient-balance";
	/// The node refused the transaction before it came into a block.
	TRANSACTION_REFUSED = "transaction-refused";
	/// The chain refused the call, for a reason that is no pallet's error.
	CALL_REFUSED = "call-refused";

	/// The chain's runtime is older than records and attestations.
	NO_PROVENANCE = "no-provenance";
	/// The version has no commitment to its records.
	NOT_COMMITTED = "not-committed";
	/// The version has fewer records.
	INDEX_OUT_OF_RANGE = "index-out-of-range";
	/// The record is not proven on chain.
	RECORD_NOT_PROVEN = "record-not-proven";
	/// The record is another account's.
	NOT_CONTRIBUTOR = "not-contributor";
	/// Consent to the use of the record was withdrawn before.
	CONSENT_WITHDRAWN = "consent-withdrawn";
	/// What a version's deposit is held for is still there, or still in use.
	STILL_NEEDED = "still-needed";
	/// The version has no such attestation.
	ATTESTATION_NOT_FOUND = "attestation-not-found";
	/// The attestation is another account's.
	NOT_ATTESTER = "not-attester";
	/// It cannot be told how the file is to be read as records.
	FORMAT_UNKNOWN = "format-unknown";
	/// The file is not what its format demands, or is damaged.
	BAD_RECORDS = "bad-records";
	/// A record has more than 1 MiB in its canonical form.
	RECORD_TOO_LARGE = "record-too-large";
	/// The file has no record.
	NO_RECORDS = "no-records";
	/// The file has more records than a version can commit to.
	TOO_MANY_RECORDS = "too-many-records";
	/// A column is there twice, or one that was named is not there or holds no text.
	BAD_COLUMN = "bad-column";
	/// A column of a Parquet file holds lists or structures.
	NESTED_COLUMN = "nested-column";
	/// A contributor is no account, or there are not as many of them as records.
	BAD_CONTRIBUTOR = "bad-contributor";
	/// The version committed to its records before.
	ALREADY_COMMITTED = "already-committed";
	/// The record was proven before.
	ALREADY_PROVEN = "already-proven";
	/// A record of the earlier version was changed or left out.
	RECORDS_CHANGED = "records-changed";
	/// What is needed for proofs of a commitment is not on this machine.
	COMMITMENT_NOT_STORED = "commitment-not-stored";
	/// What is stored of a commitment was changed or cut.
	STORE_DAMAGED = "store-damaged";
	/// A proof does not lead from its record to the version's root.
	PROOF_INVALID = "proof-invalid";
	/// A receipt is that of other bytes.
	RECORD_DIFFERS = "record-differs";
	/// A record's receipt cannot be read or understood.
	BAD_RECEIPT = "bad-receipt";

	/// The chain's runtime is older than licenses and what is paid for them.
	NO_MARKET = "no-market";
	/// No license of the artifact can be bought now.
	NOTHING_FOR_SALE = "nothing-for-sale";
	/// The artifact has several offers, and none of them was named.
	OFFER_NEEDED = "offer-needed";
	/// The account may not use the artifact now.
	NOT_LICENSED = "not-licensed";
	/// The members of a split are too many, named twice or share no whole, or there is none to reset.
	BAD_SPLIT = "bad-split";
	/// The command spends or gives up something, and nobody was there to agree.
	CONFIRMATION_NEEDED = "confirmation-needed";

	/// The chain's runtime is older than rewards.
	NO_REWARDS = "no-rewards";
	/// The chain's figures are not those of an audit; the details have every difference.
	AUDIT_DIFFERS = "audit-differs";
	/// The node has forgotten states that are needed: an archive node has them.
	STATE_PRUNED = "state-pruned";
	/// The block is not final yet.
	BLOCK_NOT_FINAL = "block-not-final";
	/// The chain does not elect validators by stake.
	NO_STAKING = "no-staking";
	/// The node makes no session keys for whoever asks from outside.
	KEYS_REFUSED = "keys-refused";
	/// The account neither validates nor nominates.
	NO_ROLE = "no-role";
	/// The account stands for election or is elected, and its session keys are needed.
	STILL_VALIDATING = "still-validating";
	/// Nothing of the stake that was taken back can be withdrawn yet.
	NOTHING_UNLOCKED = "nothing-unlocked";
	/// The chain has no referenda.
	NO_REFERENDA = "no-referenda";
	/// There is no such referendum.
	REFERENDUM_NOT_FOUND = "referendum-not-found";
	/// The account has no votes that lock anything.
	NOTHING_LOCKED = "nothing-locked";

	/// The server could not be started.
	CANNOT_SERVE = "cannot-serve";
	/// The user said no.
	CANCELLED = "cancelled";
	/// Something that should not happen: please report it.
	INTERNAL = "internal";
}

impl Code {
	/// The code of a pallet's own error, `registry-not-owner` for `Registry::NotOwner`.
	pub fn pallet(pallet: &str, error: &str) -> Self {
		let mut code = String::with_capacity(pallet.len() + error.len() + 8);
		for part in [pallet, error] {
			let mut previous = None;
			for letter in part.chars() {
				if letter.is_ascii_uppercase() && (previous.is_some() || !code.is_empty()) {
					code.push('-');
				}
				code.push(letter.to_ascii_lowercase());
				previous = Some(letter);
			}
		}
		Code(Cow::Owned(code))
	}

	/// The code as printed.
	pub fn as_str(&self) -> &str {
		&self.0
	}
}

impl fmt::Display for Code {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.0)
	}
}

/// A failure: what happened, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
	/// The stable name.
	pub code: Code,
	/// What happened and what to do next, for a person.
	pub message: String,
	/// What a program may want to know besides.
	pub details: Option<Box<serde_json::Value>>,
}

impl Error {
	/// A failure with a stable name and a sentence.
	pub fn new(code: Code, message: impl Into<String>) -> Self {
		Self { code, message: message.into(), details: None }
	}

	/// The same with something more for programs.
	pub fn with_details(self, details: serde_json::Value) -> Self {
		Self { details: Some(Box::new(details)), ..self }
	}

	/// A file or directory that cannot be read.
	pub fn unreadable(path: &Path, error: &io::Error) -> Self {
		Self::new(
			Code::UNREADABLE_FILE,
			format!(
				"{} cannot be read: {error}. Make it readable for you, or take it out of the path.",
				Shown(path)
			),
		)
	}

	/// The process's exit status: 2 for wrong usage, 1 for all else.
	pub fn exit_status(&self) -> u8 {
		if self.code == Code::USAGE {
			2
		} else {
			1
		}
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.message)
	}
}

impl std::error::Error for Error {}

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A path for a message: without control characters, which could rewrite the terminal.
pub struct Shown<'a>(pub &'a Path);

impl fmt::Display for Shown<'_> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&printable(&self.0.to_string_lossy()))
	}
}

/// Text from outside, with control characters and direction overrides made visible.
pub fn printable(text: &str) -> String {
	let unsafe_to_print = |c: char| {
		c.is_control()
			|| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
	};
	text.chars()
		.flat_map(|c| {
			let escaped: Vec<char> =
				if unsafe_to_print(c) { c.escape_default().collect() } else { vec![c] };
			escaped
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn pallet_codes_are_kebab_case() {
		assert_eq!(Code::pallet("Registry", "NotOwner").as_str(), "registry-not-owner");
		assert_eq!(Code::pallet("TxPause", "IsPaused").as_str(), "tx-pause-is-paused");
	}

	#[test]
	fn fixed_codes_are_unique_kebab_case_and_explained() {
		let mut seen = std::collections::BTreeSet::new();
		for (code, meaning) in Code::ALL {
			assert!(seen.insert(code.as_str()), "{code} twice");
			assert!(code
				.as_str()
				.bytes()
				.all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'8'));
			assert!(meaning.trim().ends_with('.'), "{code}");
		}
	}

	#[test]
	fn only_usage_exits_with_two() {
		for (code, _) in Code::ALL {
			let status = Error::new(code.clone(), "").exit_status();
			assert_eq!(status == 2, *code == Code::USAGE);
		}
	}

	#[test]
	fn control_characters_are_made_visible() {
		assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\\u{1b}[2Jb\\u{202e}c");
		assert_eq!(printable("größe.bin"), "größe.bin");
	}
}
