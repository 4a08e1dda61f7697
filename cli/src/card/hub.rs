// SPDX-License-Identifier: Apache-2.0

//! A card as model hubs have it: `README.md` with YAML between two lines of `---` at its top.

use super::yaml;

/// The file's name.
pub const FILE: &str = "README.md";

/// What a card says that matters here.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hub {
	/// The ids of its licenses.
	pub licenses: Vec<String>,
	/// What it calls a license that has no id.
	pub license_name: Option<String>,
	/// Where that license can be read.
	pub license_link: Option<String>,
	/// What a model was trained on.
	pub datasets: Vec<String>,
	/// What a model was made from.
	pub base_models: Vec<String>,
	/// How it was made from that.
	pub base_model_relation: Option<String>,
	/// Words to find it by.
	pub tags: Vec<String>,
	/// The languages it is for.
	pub languages: Vec<String>,
}

/// Read a card; `None` if the text has no front matter.
pub fn parse(text: &str) -> Result<Option<Hub>, String> {
	let Some(front) = front_matter(text)? else { return Ok(None) };
	let mut fields = yaml::top_level(front)?;
	let mut take = |name: &str| fields.remove(name).unwrap_or_default();
	let first = |texts: Vec<String>| texts.into_iter().next();
	Ok(Some(Hub {
		licenses: take("license"),
		license_name: first(take("license_name")),
		license_link: first(take("license_link")),
		datasets: take("datasets"),
		base_models: take("base_model"),
		base_model_relation: first(take("base_model_relation")),
		tags: take("tags"),
		languages: take("language"),
	}))
}

/// What stands between the two lines.
fn front_matter(text: &str) -> Result<Option<&str>, String> {
	let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
	let Some((first, rest)) = text.split_once('\n') else { return Ok(None) };
	if first.trim_end() != "---" {
		return Ok(None);
	}
	let mut end = 0;
	for line in rest.split_inclusive('\n') {
		if matches!(line.trim_end(), "---" | "...") {
			return Ok(rest.get(..end));
		}
		end += line.len();
	}
	Err("its front matter begins with --- and does not end".into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_fields_that_matter_are_read() {
		let text = "---\nlanguage:\n- en\n- de\nlicense: other\nlicense_name: mine\nlicense_link: LICENSE\n\
			datasets:\n- a/b\n- c\nbase_model: d/e\nbase_model_relation: quantized\ntags: [x]\n\
			model-index:\n- name: z\n  results: []\n---\n# Title\n---\n";
		let found = parse(text).unwrap().unwrap();
		let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
		assert_eq!(
			found,
			Hub {
				licenses: texts(&["other"]),
				license_name: Some("mine".into()),
				license_link: Some("LICENSE".into()),
				datasets: texts(&["a/b", "c"]),
				base_models: texts(&["d/e"]),
				base_model_relation: Some("quantized".into()),
				tags: texts(&["x"]),
				languages: texts(&["en", "de"]),
			}
		);
		let windows = parse("\u{feff}---\r\nlicense: mit\r\n---\r\n").unwrap().unwrap();
		assert_eq!(windows.licenses, ["mit"]);
	}

	#[test]
	fn a_text_without_front_matter_is_no_card() {
		for text in ["", "# Title\n---\nlicense: mit\n---\n", "---", "----\na: b\n---\n"] {
			assert_eq!(parse(text), Ok(None), "{text}");
		}
		assert_eq!(parse("---\n---\n"), Ok(Some(Hub::default())));
	}

	#[test]
	fn front_matter_that_cannot_be_read_is_told() {
		for text in ["---\nlicense: mit\n", "---\nlicense: [mit\n---\n", "---\n- mit\n---\n"] {
			assert!(parse(text).is_err(), "{text}");
		}
	}
}
