// SPDX-License-Identifier: Apache-2.0

//! What a license expression means. The chain checks only its characters and length.

use crate::error::{printable, Code, Error, Result};
use spdx::{error::Reason, identifiers::LICENSES, Expression};

/// Check an SPDX license expression and return it as it goes on chain.
///
/// Errors: `bad-license`, with the nearest known id where one is near.
pub fn check(text: &str) -> Result<String> {
	let text = text.trim();
	match Expression::parse(text) {
		Ok(_) => Ok(text.to_owned()),
		Err(error) => Err(Error::new(Code::BAD_LICENSE, sentence(text, &error))),
	}
}

fn sentence(text: &str, error: &spdx::ParseError) -> String {
	let term = text.get(error.span.clone()).unwrap_or(text).trim();
	match error.reason {
		Reason::UnknownLicense | Reason::UnknownTerm | Reason::UnknownException => {
			let advice = match nearest(term) {
				Some(id) => format!("Did you mean {id}?"),
				None => "See https://spdx.org/licenses, or write LicenseRef-Your-Name for a \
				         license that is not listed."
					.into(),
			};
			format!(
				"{:?} is no license id of SPDX {}. {advice}",
				printable(term),
				spdx::license_version()
			)
		}
		_ => format!(
			"{:?} is no SPDX license expression: {}. Write one like \"MIT OR Apache-2.0\".",
			printable(text),
			error.reason
		),
	}
}

/// The known id most like a text, if any is much like it.
fn nearest(text: &str) -> Option<&'static str> {
	if let Some((id, _)) = spdx::imprecise_license_id(text) {
		return Some(id.name);
	}
	let wanted = text.to_ascii_lowercase();
	LICENSES
		.iter()
		.map(|license| {
			(license.name, strsim::jaro_winkler(&wanted, &license.name.to_ascii_lowercase()))
		})
		.filter(|(_, likeness)| *likeness > 0.85)
		.max_by(|(_, a), (_, b)| a.total_cmp(b))
		.map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn takes_ids_and_expressions() {
		for text in [
			"Apache-2.0",
			"MIT OR Apache-2.0",
			"GPL-3.0-or-later WITH Classpath-exception-2.0",
			"(MIT AND CC-BY-SA-3.0)",
			"LicenseRef-Llama-3",
			"GPL-2.0-only",
		] {
			assert_eq!(check(text).as_deref(), Ok(text));
		}
		assert_eq!(check(" MIT ").as_deref(), Ok("MIT"));
	}

	#[test]
	fn unknown_ids_are_refused_with_the_nearest() {
		for (text, near) in [
			("Apache 2.0", "Apache-2.0"),
			("apache2", "Apache-2.0"),
			("Apache-2", "Apache-2.0"),
			("Apahce-2.0", "Apache-2.0"),
			("mit", "MIT"),
			("CC-BY-SA-3", "CC-BY-SA-3.0"),
		] {
			let error = check(text).unwrap_err();
			assert_eq!(error.code, Code::BAD_LICENSE, "{text}");
			assert!(error.message.contains(near), "{text}: {error}");
		}
		let error = check("zzzzzz").unwrap_err();
		assert!(error.message.contains("https://spdx.org/licenses"), "{error}");
	}

	#[test]
	fn wrong_expressions_are_refused() {
		for text in ["", "MIT OR", "(MIT", "MIT Apache-2.0", "MIT +", "MIT\u{1b}[2J"] {
			let error = check(text).unwrap_err();
			assert_eq!(error.code, Code::BAD_LICENSE, "{text}");
			assert!(!error.message.contains('\u{1b}'));
		}
	}
}
