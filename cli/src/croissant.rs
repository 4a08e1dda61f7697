// SPDX-License-Identifier: Apache-2.0

//! A version as a Croissant 1.1 file, which tools for datasets read.
//!
//! Croissant is schema.org's description of a dataset in JSON-LD, with the files' hashes in it. What
//! the chain knows is enough for a valid one; the manifest adds the files.

use crate::{
	chain::types::{ArtifactKind, Hash, Relation},
	manifest::Manifest,
};
use serde_json::{json, Map, Value};

/// What a Croissant 1.1 file says it keeps to.
pub const CONFORMS_TO: &str = "http://mlcommons.org/croissant/1.1";

/// A version of an artifact, as far as Croissant has words for it.
pub struct Described<'a> {
	/// The chain it is on.
	pub genesis: Hash,
	/// `<publisher>/<name>@<number>`.
	pub reference: String,
	/// The address of who published it.
	pub publisher: String,
	/// The artifact's name.
	pub name: String,
	/// The version's number.
	pub number: u32,
	/// Model or dataset.
	pub kind: ArtifactKind,
	/// The BLAKE3 hash of the manifest.
	pub digest: Hash,
	/// How many bytes all files have together.
	pub bytes: u64,
	/// How many files there are.
	pub file_count: u32,
	/// The license, as an SPDX expression.
	pub license: String,
	/// Words to find it by.
	pub tags: Vec<String>,
	/// Where the files can be had.
	pub locations: Vec<String>,
	/// What it was made from.
	pub sources: Vec<Source>,
	/// The files.
	pub manifest: Option<&'a Manifest>,
}

/// What a version was made from.
pub struct Source {
	/// `<publisher>/<name>@<number>`, or how else it is known.
	pub reference: String,
	/// How it was used.
	pub relation: Relation,
	/// Its license, if it is still there to be asked.
	pub license: Option<String>,
	/// Where its files can be had.
	pub location: Option<String>,
}

/// The Croissant file.
pub fn document(version: &Described<'_>) -> Value {
	let mut fields = Map::new();
	let mut set = |name: &str, value: Value| {
		fields.insert(name.into(), value);
	};
	set("@context", context());
	set("@type", json!("sc:Dataset"));
	set("conformsTo", json!(CONFORMS_TO));
	set("name", json!(version.name));
	set("description", json!(description(version)));
	set("identifier", json!(identifier(version.genesis, &version.reference)));
	set("version", json!(version.number.to_string()));
	set("license", license(&version.license));
	set("creator", json!({"@type": "sc:Organization", "name": version.publisher}));
	set("citeAs", json!(cite_as(version)));
	if !version.tags.is_empty() {
		set("keywords", json!(version.tags));
	}
	let mut locations = version.locations.iter();
	let first = locations.next();
	if let Some(location) = first {
		set("url", json!(location));
	}
	if let Some(location) = locations.next() {
		set("sameAs", json!([location]));
	}
	if let Some(manifest) = version.manifest {
		let files = manifest.files.iter().map(|file| {
			json!({
				"@type": "cr:FileObject",
				"@id": escape(&file.path),
				"name": file.path,
				"contentUrl": content_url(first.map(String::as_str), &file.path),
				"contentSize": format!("{} B", file.size),
				"encodingFormat": encoding_format(&file.path),
				"sha256": hex::encode(file.sha256),
			})
		});
		set("distribution", files.collect());
	}
	if !version.sources.is_empty() {
		let sources = version.sources.iter().map(|source| derived_from(version.genesis, source));
		set("prov:wasDerivedFrom", sources.collect());
	}
	Value::Object(fields)
}

/// The words of Croissant 1.1 that its context makes short.
const TERMS: &[&str] = &[
	"arrayShape",
	"citeAs",
	"column",
	"containedIn",
	"equivalentProperty",
	"extract",
	"field",
	"fileObject",
	"fileProperty",
	"fileSet",
	"format",
	"includes",
	"isArray",
	"isLiveDataset",
	"jsonPath",
	"key",
	"md5",
	"parentField",
	"path",
	"recordSet",
	"references",
	"regex",
	"repeated",
	"replace",
	"samplingRate",
	"separator",
	"source",
	"subField",
	"transform",
];

/// The context that Croissant 1.1 prescribes, and the vocabulary of provenance.
fn context() -> Value {
	let mut context = json!({
		"@language": "en",
		"@vocab": "https://schema.org/",
		"conformsTo": "dct:conformsTo",
		"cr": "http://mlcommons.org/croissant/",
		"data": {"@id": "cr:data", "@type": "@json"},
		"dataType": {"@id": "cr:dataType", "@type": "@vocab"},
		"dct": "http://purl.org/dc/terms/",
		"description": {"@container": "@language"},
		"examples": {"@id": "cr:examples", "@type": "@json"},
		"name": {"@container": "@language"},
		"prov": "http://www.w3.org/ns/prov#",
		"rai": "http://mlcommons.org/croissant/RAI/",
		"sc": "https://schema.org/",
	});
	for term in TERMS {
		context[*term] = json!(format!("cr:{term}"));
	}
	context
}

/// A version's name everywhere: the chain's identity and what it is called there.
fn identifier(genesis: Hash, reference: &str) -> String {
	format!("agora://{}/{reference}", hex::encode(genesis.0))
}

fn description(version: &Described<'_>) -> String {
	format!(
		"Version {} of the {} {}, published by {} on the Agora chain with genesis {}. It has {} files \
		 of {} bytes. The BLAKE3 hash of their manifest, agora.json, is {}. To check a download: agora \
		 verify {} PATH",
		version.number,
		version.kind,
		version.name,
		version.publisher,
		version.genesis,
		version.file_count,
		version.bytes,
		version.digest,
		version.reference,
	)
}

fn cite_as(version: &Described<'_>) -> String {
	format!(
		"@misc{{{}-{}, title = {{{}}}, author = {{{}}}, version = {{{}}}, howpublished = {{{}}}, note \
		 = {{BLAKE3 {}}}}}",
		version.name,
		version.number,
		version.name,
		version.publisher,
		version.number,
		identifier(version.genesis, &version.reference),
		version.digest,
	)
}

/// One license of SPDX's list by its address there; any other expression as it is.
fn license(expression: &str) -> Value {
	match spdx::license_id(expression) {
		Some(id) if id.name == expression => {
			json!(format!("https://spdx.org/licenses/{expression}.html"))
		}
		_ => json!(expression),
	}
}

fn derived_from(genesis: Hash, source: &Source) -> Value {
	let mut fields = Map::new();
	fields.insert("@id".into(), json!(identifier(genesis, &source.reference)));
	fields.insert("@type".into(), json!("prov:Entity"));
	fields.insert("name".into(), json!(source.reference));
	fields.insert("description".into(), json!(source.relation.word()));
	if let Some(text) = &source.license {
		fields.insert("license".into(), license(text));
	}
	if let Some(location) = &source.location {
		fields.insert("url".into(), json!(location));
	}
	Value::Object(fields)
}

/// Where a file can be had: below the version's location, or beside this description.
fn content_url(location: Option<&str>, path: &str) -> String {
	match location {
		Some(location) if location.ends_with('/') => format!("{location}{}", escape(path)),
		Some(location) => format!("{location}/{}", escape(path)),
		None => escape(path),
	}
}

/// A path as part of a URL.
pub fn escape(path: &str) -> String {
	let mut escaped = String::with_capacity(path.len());
	for byte in path.bytes() {
		if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
			escaped.push(char::from(byte));
		} else {
			escaped.push_str(&format!("%{byte:02X}"));
		}
	}
	escaped
}

/// The media type that goes with a name.
fn encoding_format(path: &str) -> &'static str {
	let name = path.rsplit('/').next().unwrap_or(path);
	let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
	match extension.to_ascii_lowercase().as_str() {
		"csv" => "text/csv",
		"tsv" => "text/tab-separated-values",
		"txt" => "text/plain",
		"md" => "text/markdown",
		"html" | "htm" => "text/html",
		"json" => "application/json",
		"jsonl" | "ndjson" => "application/jsonlines",
		"parquet" => "application/x-parquet",
		"xml" => "application/xml",
		"yaml" | "yml" => "application/yaml",
		"pdf" => "application/pdf",
		"gz" => "application/gzip",
		"zip" => "application/zip",
		"tar" => "application/x-tar",
		"png" => "image/png",
		"jpg" | "jpeg" => "image/jpeg",
		"wav" => "audio/wav",
		"flac" => "audio/flac",
		"mp3" => "audio/mpeg",
		"mp4" => "video/mp4",
		_ => "application/octet-stream",
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{hash, walk};
	use std::fs;

	fn manifest() -> Manifest {
		let dir = tempfile::tempdir().unwrap();
		fs::create_dir(dir.path().join("a b")).unwrap();
		fs::write(dir.path().join("a b/ü.csv"), "abc").unwrap();
		fs::write(dir.path().join("notes"), "").unwrap();
		let files = walk::walk(dir.path()).unwrap();
		let digests = hash::hash(dir.path(), &files, hash::Algorithms::Both, &|_| ()).unwrap();
		Manifest::new(files, &digests)
	}

	fn described(manifest: Option<&Manifest>) -> Described<'_> {
		Described {
			genesis: Hash([1; 32]),
			reference: "5Grw/iris@3".into(),
			publisher: "5Grw".into(),
			name: "iris".into(),
			number: 3,
			kind: ArtifactKind::Dataset,
			digest: Hash([2; 32]),
			bytes: 3,
			file_count: 2,
			license: "CC-BY-4.0".into(),
			tags: vec!["flowers".into()],
			locations: vec!["https://example.org/iris".into(), "ipfs:iris".into()],
			sources: vec![Source {
				reference: "5Grw/garden@1".into(),
				relation: Relation::Subset,
				license: Some("MIT OR Apache-2.0".into()),
				location: None,
			}],
			manifest,
		}
	}

	#[test]
	fn says_what_the_chain_and_the_manifest_know() {
		let manifest = manifest();
		let document = document(&described(Some(&manifest)));
		assert_eq!(document["conformsTo"], CONFORMS_TO);
		assert_eq!(document["version"], "3");
		assert_eq!(document["license"], "https://spdx.org/licenses/CC-BY-4.0.html");
		assert_eq!(document["creator"]["name"], "5Grw");
		assert_eq!(document["url"], "https://example.org/iris");
		assert_eq!(document["sameAs"], json!(["ipfs:iris"]));
		assert_eq!(document["keywords"], json!(["flowers"]));
		let chain = "01".repeat(32);
		assert_eq!(document["identifier"], format!("agora://{chain}/5Grw/iris@3"));
		assert_eq!(
			document["distribution"][0],
			json!({
				"@type": "cr:FileObject",
				"@id": "a%20b/%C3%BC.csv",
				"name": "a b/ü.csv",
				"contentUrl": "https://example.org/iris/a%20b/%C3%BC.csv",
				"contentSize": "3 B",
				"encodingFormat": "text/csv",
				"sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			})
		);
		assert_eq!(document["distribution"][1]["encodingFormat"], "application/octet-stream");
		assert_eq!(
			document["prov:wasDerivedFrom"],
			json!([{
				"@id": format!("agora://{chain}/5Grw/garden@1"),
				"@type": "prov:Entity",
				"name": "5Grw/garden@1",
				"description": "subset",
				"license": "MIT OR Apache-2.0",
			}])
		);
		let description = document["description"].as_str().unwrap();
		assert!(description.ends_with("agora verify 5Grw/iris@3 PATH"), "{description}");
		assert!(description.contains(&format!("0x{}", "02".repeat(32))), "{description}");
	}

	#[test]
	fn what_is_not_known_is_left_out() {
		let mut version = described(None);
		version.locations.clear();
		version.sources.clear();
		version.tags.clear();
		let bare = document(&version);
		for name in ["distribution", "url", "sameAs", "keywords", "prov:wasDerivedFrom"] {
			assert!(bare.get(name).is_none(), "{name}");
		}
		assert!(bare.get("datePublished").is_none());
		// Without a location files are beside the description.
		assert_eq!(content_url(None, "a b"), "a%20b");
	}

	#[test]
	fn only_a_license_of_the_list_has_an_address() {
		for text in ["LicenseRef-Mine", "MIT OR Apache-2.0", "mit"] {
			assert_eq!(license(text), json!(text));
		}
	}
}
