// SPDX-License-Identifier: Apache-2.0

//! What cards call a license, in SPDX's words.

use spdx::identifiers::LICENSES;

/// Ids of the hub that are no other spelling of SPDX's, and what they stand for.
const OTHERS: &[(&str, &str)] = &[
	("odc-by", "ODC-By-1.0"),
	("odbl", "ODbL-1.0"),
	("pddl", "PDDL-1.0"),
	("c-uda", "C-UDA-1.0"),
	("lgpl-lr", "LGPLLR"),
	("etalab-2.0", "etalab-2.0"),
	// SPDX has these under the names of their one version; the text is the same.
	("agpl-3.0", "AGPL-3.0-only"),
	("gpl-2.0", "GPL-2.0-only"),
	("gpl-3.0", "GPL-3.0-only"),
	("lgpl-2.1", "LGPL-2.1-only"),
	("lgpl-3.0", "LGPL-3.0-only"),
	("openrail++", "LicenseRef-openrail-plus-plus"),
];

/// Where licenses are on the web: what stands before and after the id in an address.
const ADDRESSES: &[(&str, &[&str])] = &[
	("spdx.org/licenses/", &[".html", ".json", ".txt"]),
	("choosealicense.com/licenses/", &[]),
	("opensource.org/licenses/", &[]),
	("opensource.org/license/", &[]),
];

/// The SPDX expression for an id of the hub; none where the id says that nobody knows.
///
/// `name` is what the card calls a license that the hub has no id for.
pub fn of_hub(id: &str, name: Option<&str>) -> Option<String> {
	let id = id.trim();
	match id.to_ascii_lowercase().as_str() {
		"" | "unknown" | "none" => return None,
		"other" => return reference(name?),
		_ => {}
	}
	let other = OTHERS.iter().find(|(theirs, _)| theirs.eq_ignore_ascii_case(id));
	if let Some((_, ours)) = other {
		return Some((*ours).to_owned());
	}
	known(id).or_else(|| expression(id)).or_else(|| reference(id))
}

/// The SPDX expression for what a Croissant file says: an address, an id or an expression.
pub fn of_text(text: &str) -> Option<String> {
	let text = text.trim();
	let Some((_, address)) = text.split_once("://") else {
		return known(text).or_else(|| expression(text));
	};
	let address = address.strip_prefix("www.").unwrap_or(address);
	let address = address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/');
	for (before, after) in ADDRESSES {
		if let Some(id) = address.strip_prefix(before) {
			let id = after.iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id);
			return of_hub(id, None);
		}
	}
	if let Some(rest) = address.strip_prefix("creativecommons.org/") {
		let mut parts = rest.split('/');
		return match (parts.next()?, parts.next()?, parts.next()?) {
			("licenses", kind, version) => known(&format!("cc-{kind}-{version}")),
			("publicdomain", "zero", version) => known(&format!("cc0-{version}")),
			_ => None,
		};
	}
	match address {
		"apache.org/licenses/LICENSE-2.0" | "apache.org/licenses/LICENSE-2.0.html" => {
			Some("Apache-2.0".into())
		}
		_ => None,
	}
}

/// The id of SPDX's list that is spelled like this but for the case.
fn known(id: &str) -> Option<String> {
	let mut found: Vec<&str> = LICENSES
		.iter()
		.map(|license| license.name)
		.filter(|name| name.eq_ignore_ascii_case(id))
		.collect();
	// Where two are, the one that SPDX still likes.
	found.sort_by_key(|name| spdx::license_id(name).is_some_and(|id| id.is_deprecated()));
	found.first().map(ToString::to_string)
}

/// A whole expression, as the command line takes it.
fn expression(text: &str) -> Option<String> {
	crate::license::check(text).ok()
}

/// A reference that names a license which SPDX does not list.
fn reference(name: &str) -> Option<String> {
	let name: String = name
		.chars()
		.map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' })
		.collect();
	let name = name.trim_matches(['-', '.']);
	(!name.is_empty()).then(|| format!("LicenseRef-{name}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// All ids that the hub offers.
	const HUB: &str = "apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m \
		bigscience-bloom-rail-1.0 bigcode-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause \
		bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 \
		cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 \
		cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 \
		cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 \
		etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc \
		h-research intel-research lppl-1.3c ms-pl apple-ascl apple-amlr mpl-2.0 odc-by odbl \
		openmdw-1.0 openrail++ osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl lgpl-lr \
		deepfloyd-if-license fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 \
		llama3.3 llama4 grok2-community gemma";

	#[test]
	fn every_id_of_the_hub_is_an_expression_that_we_take() {
		for id in HUB.split_whitespace() {
			let expression = of_hub(id, None).unwrap_or_else(|| panic!("{id} has none"));
			assert_eq!(crate::license::check(&expression).as_deref(), Ok(&*expression), "{id}");
			let listed = !expression.starts_with("LicenseRef-");
			assert!(!listed || spdx::license_id(&expression).is_some_and(|id| !id.is_deprecated()));
		}
	}

	#[test]
	fn ids_of_the_hub_have_the_right_expression() {
		for (id, wanted) in [
			("apache-2.0", "Apache-2.0"),
			("MIT", "MIT"),
			("cc-by-4.0", "CC-BY-4.0"),
			("cc-by-sa-3.0", "CC-BY-SA-3.0"),
			("bsl-1.0", "BSL-1.0"),
			("gpl-3.0", "GPL-3.0-only"),
			("odbl", "ODbL-1.0"),
			("openrail", "LicenseRef-openrail"),
			("openrail++", "LicenseRef-openrail-plus-plus"),
			("llama3.1", "LicenseRef-llama3.1"),
			("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
		] {
			assert_eq!(of_hub(id, None).as_deref(), Some(wanted), "{id}");
		}
		assert_eq!(
			of_hub("other", Some("My License, v2")).as_deref(),
			Some("LicenseRef-My-License--v2")
		);
		for id in ["", "unknown", "other", "???"] {
			assert_eq!(of_hub(id, None), None, "{id}");
		}
		assert_eq!(of_hub("other", Some("--")), None);
	}

	#[test]
	fn addresses_of_licenses_are_understood() {
		for (text, wanted) in [
			("https://spdx.org/licenses/CC-BY-4.0.html", Some("CC-BY-4.0")),
			("http://spdx.org/licenses/MIT", Some("MIT")),
			("https://www.spdx.org/licenses/Apache-2.0.json", Some("Apache-2.0")),
			("https://creativecommons.org/licenses/by-sa/4.0/", Some("CC-BY-SA-4.0")),
			("https://creativecommons.org/licenses/by/4.0/legalcode", Some("CC-BY-4.0")),
			("https://creativecommons.org/publicdomain/zero/1.0/", Some("CC0-1.0")),
			("https://choosealicense.com/licenses/gpl-3.0/", Some("GPL-3.0-only")),
			("https://opensource.org/license/mit?x#y", Some("MIT")),
			("https://www.apache.org/licenses/LICENSE-2.0", Some("Apache-2.0")),
			("cc-by-4.0", Some("CC-BY-4.0")),
			("MIT OR Apache-2.0", Some("MIT OR Apache-2.0")),
			("https://example.org/terms", None),
			("https://creativecommons.org/licenses", None),
			("see the website", None),
			("", None),
		] {
			assert_eq!(of_text(text).as_deref(), wanted, "{text}");
		}
	}
}
