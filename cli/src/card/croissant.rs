// SPDX-License-Identifier: Apache-2.0

//! What a Croissant file says of its dataset as a whole.

use serde_json::Value;

/// What the file may be called, and whether it can be nothing else.
pub const FILES: [(&str, bool); 2] = [("croissant.json", true), ("metadata.json", false)];

/// What all versions of the format begin their names with.
const SPECIFICATION: &str = "mlcommons.org/croissant/";

/// What a Croissant file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Croissant {
	/// The dataset's name.
	pub name: Option<String>,
	/// Where it is on the web.
	pub url: Option<String>,
	/// Its licenses: addresses, ids or expressions.
	pub licenses: Vec<String>,
	/// Words to find it by.
	pub keywords: Vec<String>,
}

/// Read a file; `None` if it is JSON that does not claim to be Croissant.
pub fn parse(bytes: &[u8]) -> Result<Option<Croissant>, String> {
	let value: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
	let field = |name: &str| {
		let prefixes = ["", "sc:", "dct:", "https://schema.org/", "http://schema.org/"];
		prefixes.iter().find_map(|prefix| value.get(format!("{prefix}{name}")))
	};
	let conforms = field("conformsTo").map(texts).unwrap_or_default();
	if !conforms.iter().any(|text| text.contains(SPECIFICATION)) {
		return Ok(None);
	}
	let first = |name: &str| field(name).and_then(|value| texts(value).into_iter().next());
	Ok(Some(Croissant {
		name: first("name"),
		url: first("url"),
		licenses: field("license").map(texts).unwrap_or_default(),
		keywords: field("keywords").map(texts).unwrap_or_default(),
	}))
}

/// The texts of a value: one, a list of them, or an object that is known by one.
fn texts(value: &Value) -> Vec<String> {
	match value {
		Value::String(text) if text.trim().is_empty() => Vec::new(),
		Value::String(text) => vec![text.trim().to_owned()],
		Value::Array(values) => values.iter().flat_map(texts).collect(),
		Value::Object(fields) => {
			let names = ["url", "@id", "@value", "license", "name", "en"];
			names
				.iter()
				.find_map(|name| fields.get(*name)?.as_str())
				.map(String::from)
				.into_iter()
				.collect()
		}
		_ => Vec::new(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	fn parsed(value: Value) -> Option<Croissant> {
		parse(value.to_string().as_bytes()).unwrap()
	}

	#[test]
	fn name_url_license_and_keywords_are_read() {
		let found = parsed(json!({
			"@type": "sc:Dataset",
			"conformsTo": "http://mlcommons.org/croissant/1.0",
			"name": "iris",
			"url": "https://example.org/iris",
			"license": ["https://spdx.org/licenses/MIT.html", {"@type": "CreativeWork", "name": "x"}],
			"keywords": ["a", "b"],
		}));
		let wanted = Croissant {
			name: Some("iris".into()),
			url: Some("https://example.org/iris".into()),
			licenses: vec!["https://spdx.org/licenses/MIT.html".into(), "x".into()],
			keywords: vec!["a".into(), "b".into()],
		};
		assert_eq!(found, Some(wanted));
	}

	#[test]
	fn what_does_not_claim_to_be_croissant_is_passed_over() {
		for value in [json!({}), json!([]), json!({"conformsTo": "x"}), json!({"license": "MIT"})] {
			assert_eq!(parsed(value), None);
		}
		let two = json!({"dct:conformsTo": [1, {"@id": "http://mlcommons.org/croissant/1.1"}]});
		assert_eq!(parsed(two), Some(Croissant::default()));
		assert!(parse(b"{").is_err());
		assert!(parse("[".repeat(1 << 20).as_bytes()).is_err(), "no deeper than the stack");
	}

	#[test]
	fn reads_what_we_write() {
		let text = r#"{"@context": {}, "conformsTo": "http://mlcommons.org/croissant/1.1",
			"name": "iris", "license": "https://spdx.org/licenses/CC-BY-4.0.html"}"#;
		let found = parse(text.as_bytes()).unwrap().unwrap();
		assert_eq!(super::super::license::of_text(&found.licenses[0]).unwrap(), "CC-BY-4.0");
	}
}
