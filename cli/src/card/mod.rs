// SPDX-License-Identifier: Apache-2.0

//! What the published files say of themselves: license, tags, and what they were made from.
//!
//! Three kinds of file at the top of the path are read, within bounds. Nothing here decides
//! anything, and nothing here fails: what cannot be read is a warning, and what is read is proposed.
//! Parsing knows of no chain; `commands/card_sources.rs` looks up there what is named here.

mod croissant;
mod data_config;
mod hub;
mod license;
mod name;
mod yaml;

use crate::{chain::types::Relation, error::printable};
use serde::Serialize;
use std::{
	fs::File,
	io::{ErrorKind, Read},
	path::Path,
};

/// The most that is read of a file.
const MAX_BYTES: u64 = 1 << 20;

/// The most sources that are looked up.
const MAX_NAMED: usize = 1_000;

/// What the files say.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Card {
	/// The files that said something.
	pub files: Vec<&'static str>,
	/// The license of the bytes.
	pub license: Option<License>,
	/// Words to find it by, as the registry takes them.
	pub tags: Vec<String>,
	/// The languages it is for.
	pub languages: Vec<String>,
	/// What a model was made from.
	pub named: Vec<Named>,
	/// What a person should know who wrote the files.
	pub warnings: Vec<String>,
}

/// A license that a card names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct License {
	/// It as an SPDX expression.
	pub expression: String,
	/// What the card calls it.
	pub said: String,
	/// The file that says so.
	pub from: &'static str,
	/// Where it can be read, if the card says.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub link: Option<String>,
}

/// A source that a card names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
	/// What the card calls it.
	#[serde(rename = "named")]
	pub said: String,
	/// The file that says so.
	pub from: &'static str,
	/// What an artifact of it would be called.
	pub name: String,
	/// How it was used.
	pub relation: Relation,
}

/// Read what the files under a path say.
pub fn read(root: &Path) -> Card {
	let mut card = Card::default();
	card.read_hub(root);
	card.read_croissant(root);
	card.read_data_config(root);
	if card.named.len() > MAX_NAMED {
		card.warnings.push(format!(
			"the card names {} sources, of which the first {MAX_NAMED} are looked up",
			card.named.len()
		));
		card.named.truncate(MAX_NAMED);
	}
	card
}

impl Card {
	fn warn(&mut self, file: &str, why: &str) {
		self.warnings.push(format!("{file} is passed over: {}", printable(why)));
	}

	fn read_hub(&mut self, root: &Path) {
		let file = hub::FILE;
		// The front matter comes first, so the beginning of a long text will do.
		let parsed = match beginning(&root.join(file)) {
			Ok(None) => return,
			Ok(Some((bytes, _))) => hub::parse(&String::from_utf8_lossy(&bytes)),
			Err(why) => Err(why),
		};
		let hub = match parsed {
			Ok(None) => return,
			Ok(Some(hub)) => hub,
			Err(why) => return self.warn(file, &why),
		};
		self.files.push(file);
		let name = hub.license_name.as_deref();
		self.set_license(file, &hub.licenses, |id| license::of_hub(id, name), hub.license_link);
		self.tags = name::tags(&hub.tags);
		self.languages = hub.languages;
		let relation =
			self.base_relation(hub.base_model_relation.as_deref(), hub.base_models.len());
		for said in hub.base_models {
			self.name(file, name::of_hub(&said), said, relation);
		}
		for said in hub.datasets {
			self.name(file, name::of_hub(&said), said, Relation::TrainedOn);
		}
	}

	/// How a model was made from its base models.
	fn base_relation(&mut self, said: Option<&str>, base_models: usize) -> Relation {
		match said {
			Some("finetune") => Relation::FineTune,
			Some("adapter") => Relation::Adapter,
			Some("merge") => Relation::Merge,
			Some("quantized") => Relation::Quantization,
			other => {
				// As the hub takes it where a card does not say.
				let relation = if base_models > 1 { Relation::Merge } else { Relation::FineTune };
				if let Some(other) = other {
					self.warnings.push(format!(
						"{} calls the relation to its base model {:?}, which is none of finetune, \
						 adapter, merge and quantized: {relation} is proposed",
						hub::FILE,
						printable(other)
					));
				}
				relation
			}
		}
	}

	fn read_croissant(&mut self, root: &Path) {
		for (file, is_certain) in croissant::FILES {
			let parsed = match whole(&root.join(file)) {
				Ok(None) => continue,
				Ok(Some(bytes)) => croissant::parse(&bytes),
				Err(why) => Err(why),
			};
			match parsed {
				Ok(Some(found)) => {
					self.files.push(file);
					self.set_license(file, &found.licenses, license::of_text, None);
					if self.tags.is_empty() {
						self.tags = name::tags(&found.keywords);
					}
					return;
				}
				Ok(None) if is_certain => {
					self.warn(file, "it does not say that it conforms to Croissant");
				}
				Err(why) if is_certain => self.warn(file, &why),
				// Any other file of that name.
				Ok(None) | Err(_) => {}
			}
		}
	}

	fn read_data_config(&mut self, root: &Path) {
		let file = data_config::FILE;
		let parsed = match whole(&root.join(file)) {
			Ok(None) => return,
			Ok(Some(bytes)) => data_config::parse(&bytes),
			Err(why) => Err(why),
		};
		match parsed {
			Ok(names) => {
				self.files.push(file);
				for said in names {
					self.name(file, name::of_file(&said), said, Relation::TrainedOn);
				}
			}
			Err(why) => self.warn(file, &why),
		}
	}

	/// One more source, unless it is named already or has no name that an artifact could have.
	fn name(&mut self, from: &'static str, name: Option<String>, said: String, relation: Relation) {
		let Some(name) = name else { return };
		let same = |other: &Named| other.name == name && other.relation == relation;
		if !self.named.iter().any(same) {
			self.named.push(Named { said, from, name, relation });
		}
	}

	/// What a file says of the license; several apply all at once. The first file that says one has it.
	fn set_license(
		&mut self,
		from: &'static str,
		said: &[String],
		expression: impl Fn(&str) -> Option<String>,
		link: Option<String>,
	) {
		if said.is_empty() {
			return;
		}
		let all: Option<Vec<String>> = said.iter().map(|said| expression(said)).collect();
		let said = said.join(", ");
		let Some(mut all) = all else {
			self.warnings.push(format!(
				"{from} names the license {:?}, which has no name in SPDX: give it with --license",
				printable(&said)
			));
			return;
		};
		all.dedup();
		if all.len() > 1 {
			for part in &mut all {
				if part.contains(" OR ") {
					*part = format!("({part})");
				}
			}
			self.warnings.push(format!(
				"{from} names several licenses, which are taken to apply all at once; if one may be \
				 chosen, say so with --license \"{}\"",
				all.join(" OR ")
			));
		}
		let expression = all.join(" AND ");
		match &self.license {
			None => self.license = Some(License { expression, said, from, link }),
			Some(first) if first.expression != expression => self.warnings.push(format!(
				"{from} says that the license is {expression}, and {} that it is {}",
				first.from, first.expression
			)),
			Some(_) => {}
		}
	}
}

/// A file's first bytes, and whether there are more; `None` if there is no such file.
fn beginning(path: &Path) -> Result<Option<(Vec<u8>, bool)>, String> {
	let metadata = match path.metadata() {
		Ok(metadata) => metadata,
		Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(error.to_string()),
	};
	if !metadata.is_file() {
		return Ok(None);
	}
	let file = File::open(path).map_err(|error| error.to_string())?;
	let mut bytes = Vec::new();
	file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
	let most = usize::try_from(MAX_BYTES).unwrap_or(usize::MAX);
	let more = bytes.len() > most;
	bytes.truncate(most);
	Ok(Some((bytes, more)))
}

/// A file that is small enough; `None` if there is no such file.
fn whole(path: &Path) -> Result<Option<Vec<u8>>, String> {
	match beginning(path)? {
		Some((_, true)) => Err(format!("it has more than {MAX_BYTES} bytes")),
		Some((bytes, false)) => Ok(Some(bytes)),
		None => Ok(None),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;
	use std::fs;
	use tempfile::tempdir;

	/// What is read where these files lie.
	fn card(files: &[(&str, &str)]) -> Card {
		let dir = tempdir().unwrap();
		for (name, text) in files {
			fs::write(dir.path().join(name), text).unwrap();
		}
		read(dir.path())
	}

	fn hub(front: &str) -> Card {
		card(&[("README.md", &format!("---\n{front}---\n# Title\n"))])
	}

	fn croissant(license: &str) -> String {
		let conforms = "http://mlcommons.org/croissant/1.1";
		json!({"conformsTo": conforms, "license": license, "keywords": ["Tiny"]}).to_string()
	}

	#[test]
	fn a_card_proposes_license_tags_and_sources() {
		let card = hub("license: apache-2.0\ntags: [NLP]\nlanguage: en\ndatasets: [a/b]\n\
			base_model: c/d\nbase_model_relation: quantized\n");
		assert_eq!(card.warnings, [] as [&str; 0]);
		assert_eq!(card.files, ["README.md"]);
		let license = card.license.unwrap();
		assert_eq!((&*license.expression, &*license.said), ("Apache-2.0", "apache-2.0"));
		assert_eq!(card.tags, ["nlp"]);
		assert_eq!(card.languages, ["en"]);
		let named = |said: &str, name: &str, relation| Named {
			said: said.into(),
			from: "README.md",
			name: name.into(),
			relation,
		};
		let (base, data) = (Relation::Quantization, Relation::TrainedOn);
		assert_eq!(card.named, [named("c/d", "d", base), named("a/b", "b", data)]);
	}

	#[test]
	fn the_relation_to_a_base_model_is_said_or_guessed() {
		for (front, relation, warnings) in [
			("base_model: a/b\n", Relation::FineTune, 0),
			("base_model: [a/b, a/c]\n", Relation::Merge, 0),
			("base_model: [a/b, a/c]\nbase_model_relation: adapter\n", Relation::Adapter, 0),
			("base_model: a/b\nbase_model_relation: finetune\n", Relation::FineTune, 0),
			("base_model: a/b\nbase_model_relation: cousin\n", Relation::FineTune, 1),
		] {
			let card = hub(front);
			assert_eq!(card.named[0].relation, relation, "{front}");
			assert_eq!(card.warnings.len(), warnings, "{front}");
		}
	}

	#[test]
	fn a_license_without_an_id_has_a_reference() {
		let card = hub("license: other\nlicense_name: my-terms\nlicense_link: LICENSE\n");
		let license = card.license.unwrap();
		assert_eq!(license.expression, "LicenseRef-my-terms");
		assert_eq!(license.link.as_deref(), Some("LICENSE"));
		for front in ["license: other\n", "license: unknown\n"] {
			let card = hub(front);
			assert_eq!(card.license, None);
			assert!(card.warnings[0].contains("--license"), "{front}");
		}
		let card = hub("license: [mit, apache-2.0]\n");
		assert_eq!(card.license.unwrap().expression, "MIT AND Apache-2.0");
		assert!(card.warnings[0].contains("\"MIT OR Apache-2.0\""), "{:?}", card.warnings);
	}

	#[test]
	fn croissant_says_a_license_too_and_may_contradict() {
		let by = croissant("https://spdx.org/licenses/CC-BY-4.0.html");
		for file in ["croissant.json", "metadata.json"] {
			let card = card(&[(file, &by)]);
			let license = card.license.unwrap();
			assert_eq!((&*license.expression, license.from), ("CC-BY-4.0", file));
			assert_eq!(card.tags, ["tiny"]);
		}
		let both = card(&[("README.md", "---\nlicense: mit\n---\n"), ("croissant.json", &by)]);
		assert_eq!(both.license.unwrap().expression, "MIT");
		assert!(both.warnings[0].contains("croissant.json says that the license is CC-BY-4.0"));
		let unknown = card(&[("croissant.json", &croissant("https://example.org/terms"))]);
		assert_eq!((unknown.license, unknown.warnings.len()), (None, 1));
	}

	#[test]
	fn what_cannot_be_read_is_a_warning_and_no_more() {
		let long = format!("[{}]", " ".repeat(1 << 20));
		for (file, text) in [
			("README.md", "---\nlicense: [mit\n---\n"),
			("README.md", "---\nlicense: mit\n"),
			("croissant.json", "{"),
			("croissant.json", "{}"),
			("croissant.json", &long),
			("data_config.json", "{}"),
			("data_config.json", &long),
		] {
			let card = card(&[(file, text)]);
			assert_eq!(card.warnings.len(), 1, "{file} {:?}", card.warnings);
			assert!(card.warnings[0].starts_with(file), "{:?}", card.warnings);
			assert_eq!((card.files.len(), card.license), (0, None));
		}
		for (file, text) in [("metadata.json", "{"), ("metadata.json", "{}"), ("README.md", "# A")]
		{
			assert_eq!(card(&[(file, text)]), Card::default(), "{file}");
		}
		assert_eq!(read(Path::new("/no/such/path")), Card::default());
		// The beginning of a long text is enough.
		let text = format!("---\nlicense: mit\n---\n{}", "x".repeat(2 << 20));
		assert!(card(&[("README.md", &text)]).license.is_some());
	}

	#[test]
	fn training_data_are_datasets_up_to_a_bound() {
		let list = |count: usize| {
			let entries =
				(0..count).map(|i| json!({"name": format!("d/{i}.jsonl.gz"), "lines": i}));
			serde_json::Value::from_iter(entries).to_string()
		};
		let few = card(&[("data_config.json", &list(2))]);
		assert_eq!(few.named[1].name, "d-1");
		assert_eq!(few.named[1].relation, Relation::TrainedOn);
		let many = card(&[("data_config.json", &list(1_001))]);
		assert_eq!((many.named.len(), many.warnings.len()), (1_000, 1));
		// Named twice, it is one source.
		let twice = card(&[
			("README.md", "---\ndatasets: [x/S2]\n---\n"),
			("data_config.json", r#"[{"name": "s2.jsonl.gz"}]"#),
		]);
		assert_eq!(twice.named.len(), 1);
	}

	/// The real card and list, where the test input is there.
	#[test]
	fn the_card_of_a_real_model_is_understood() {
		let Some(model) = std::env::var_os("AGORA_MODEL") else { return };
		let card = read(Path::new(&model));
		assert_eq!(card.warnings, [] as [&str; 0]);
		assert_eq!(card.files, ["README.md", "data_config.json"]);
		assert_eq!(card.license.unwrap().expression, "Apache-2.0");
		let from = |file: &str| card.named.iter().filter(|named| named.from == file).count();
		// What both name is the card's.
		assert_eq!(from("README.md"), 21);
		assert_eq!(from("README.md") + from("data_config.json"), card.named.len());
	}
}
