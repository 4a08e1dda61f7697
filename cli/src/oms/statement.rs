// SPDX-License-Identifier: Apache-2.0

//! The statement that is signed: in-toto's, with a predicate that lists the files.

use super::files::plain;
use crate::manifest::Manifest;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

const STATEMENT: &str = "https://in-toto.io/Statement/v1";
const PREDICATE: &str = "https://model_signing/signature/v1.0";
const SHA256: &str = "sha256";
const FILES: &str = "files";

/// Files under a path and their digests, as a statement says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
	/// What the path was called; says nothing about the files.
	pub name: String,
	/// The files, each once.
	pub resources: Vec<Resource>,
	/// Names of files and folders that are left out.
	pub ignored: BTreeSet<String>,
	/// Whether a symbolic link counts as what it points to.
	pub allow_symlinks: bool,
}

/// A file and its SHA-256 hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
	/// Its name relative to the path.
	pub name: String,
	/// The hash of its bytes.
	pub sha256: [u8; 32],
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
	#[serde(rename = "_type")]
	kind: String,
	subject: Vec<Subject>,
	predicate_type: String,
	predicate: Predicate,
}

#[derive(Serialize, Deserialize)]
struct Subject {
	name: String,
	digest: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct Predicate {
	serialization: Serialization,
	resources: Vec<WireResource>,
}

#[derive(Serialize, Deserialize)]
struct Serialization {
	method: String,
	hash_type: String,
	allow_symlinks: bool,
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	ignore_paths: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct WireResource {
	name: String,
	algorithm: String,
	digest: String,
}

/// The two lines by which a statement of any kind is told apart.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kind {
	#[serde(rename = "_type")]
	kind: String,
	predicate_type: String,
	#[serde(default)]
	predicate: Option<KindOfPredicate>,
}

#[derive(Deserialize)]
struct KindOfPredicate {
	#[serde(default)]
	serialization: Option<KindOfSerialization>,
}

#[derive(Deserialize)]
struct KindOfSerialization {
	method: String,
	hash_type: String,
}

impl Statement {
	/// The statement that these files are under a path called `name`, but for what is ignored.
	pub fn new(name: String, manifest: &Manifest, ignored: BTreeSet<String>) -> Self {
		let mut resources: Vec<Resource> = manifest
			.files
			.iter()
			.map(|file| Resource { name: file.path.clone(), sha256: file.sha256 })
			.collect();
		// By the parts of the names, so that `a/b` comes before `a.b`.
		resources.sort_unstable_by(|a, b| a.name.split('/').cmp(b.name.split('/')));
		Self { name, resources, ignored, allow_symlinks: false }
	}

	/// The hash over all files' hashes, in the order in which they are listed.
	fn digest(&self) -> String {
		let mut hasher = Sha256::new();
		self.resources.iter().for_each(|resource| hasher.update(resource.sha256));
		hex::encode(hasher.finalize())
	}

	/// The statement's bytes, as they are signed.
	pub fn encode(&self) -> serde_json::Result<Vec<u8>> {
		serde_json::to_vec(&Wire {
			kind: STATEMENT.into(),
			subject: vec![Subject {
				name: self.name.clone(),
				digest: BTreeMap::from([(SHA256.into(), self.digest())]),
			}],
			predicate_type: PREDICATE.into(),
			predicate: Predicate {
				serialization: Serialization {
					method: FILES.into(),
					hash_type: SHA256.into(),
					allow_symlinks: self.allow_symlinks,
					ignore_paths: self.ignored.iter().cloned().collect(),
				},
				resources: self
					.resources
					.iter()
					.map(|resource| WireResource {
						name: resource.name.clone(),
						algorithm: SHA256.into(),
						digest: hex::encode(resource.sha256),
					})
					.collect(),
			},
		})
	}

	/// Read a statement, whose signature was checked, and check that it says one thing only.
	///
	/// The error is half a sentence that says what is wrong with it.
	pub fn decode(bytes: &[u8]) -> Result<Self, String> {
		let kind: Kind = serde_json::from_slice(bytes)
			.map_err(|error| format!("it is no statement: {error}"))?;
		if kind.kind != STATEMENT {
			return Err(format!("its statement is {:?}, not {STATEMENT}", kind.kind));
		}
		if kind.predicate_type != PREDICATE {
			return Err(format!("it states {:?}, not {PREDICATE}", kind.predicate_type));
		}
		if let Some(how) = kind.predicate.and_then(|predicate| predicate.serialization) {
			if how.method != FILES || how.hash_type != SHA256 {
				return Err(format!(
					"it lists {:?} by {:?}, and this command knows {FILES} by {SHA256}. Check it \
					 with `model_signing verify key`",
					how.method, how.hash_type
				));
			}
		}
		let wire: Wire = serde_json::from_slice(bytes)
			.map_err(|error| format!("it is no such statement: {error}"))?;
		let [subject] = <[Subject; 1]>::try_from(wire.subject)
			.map_err(|subjects| format!("it has {} subjects instead of one", subjects.len()))?;

		let mut seen = BTreeSet::new();
		let mut resources = Vec::with_capacity(wire.predicate.resources.len());
		for resource in wire.predicate.resources {
			let name = resource.name;
			if plain(&name).as_deref() != Some(&name) {
				return Err(format!("{name:?} is not a plain relative path"));
			}
			let mut sha256 = [0; 32];
			if resource.algorithm != SHA256
				|| hex::decode_to_slice(&resource.digest, &mut sha256).is_err()
			{
				return Err(format!("{name:?} has no SHA-256 hash"));
			}
			if !seen.insert(name.clone()) {
				return Err(format!("{name:?} is twice in it"));
			}
			resources.push(Resource { name, sha256 });
		}
		if resources.is_empty() {
			return Err("it lists no file".into());
		}
		let how = wire.predicate.serialization;
		let mut ignored = BTreeSet::new();
		for path in how.ignore_paths {
			let name = plain(&path).ok_or_else(|| {
				format!("it leaves out {path:?}, which is no file under the path")
			})?;
			ignored.insert(name);
		}
		let statement =
			Self { name: subject.name, resources, ignored, allow_symlinks: how.allow_symlinks };
		if subject.digest.get(SHA256) != Some(&statement.digest()) {
			return Err("the digest of its subject is not that of the files it lists".into());
		}
		Ok(statement)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{json, Value};

	fn example() -> Statement {
		let resource = |name: &str, byte| Resource { name: name.into(), sha256: [byte; 32] };
		Statement {
			name: "model".into(),
			resources: vec![resource("a/b", 1), resource("a.b", 2)],
			ignored: BTreeSet::from([".git".into(), "model.sig".into()]),
			allow_symlinks: false,
		}
	}

	#[test]
	fn files_are_in_the_order_of_their_parts() {
		let dir = tempfile::tempdir().unwrap();
		std::fs::create_dir(dir.path().join("a")).unwrap();
		for name in ["a.b", "a/b", "B", "é"] {
			std::fs::write(dir.path().join(name), name).unwrap();
		}
		let files = crate::walk::walk(dir.path()).unwrap();
		let both = crate::hash::Algorithms::Both;
		let digests = crate::hash::hash(dir.path(), &files, both, &|_| ()).unwrap();
		let manifest = Manifest::new(files, &digests);
		let statement = Statement::new("model".into(), &manifest, BTreeSet::new());
		let names: Vec<&str> = statement.resources.iter().map(|file| file.name.as_str()).collect();
		assert_eq!(names, ["B", "a/b", "a.b", "é"]);
		assert_eq!(statement.resources[1].sha256[..], Sha256::digest("a/b")[..]);
	}

	#[test]
	fn what_is_written_is_read() {
		let statement = example();
		let bytes = statement.encode().unwrap();
		assert_eq!(Statement::decode(&bytes), Ok(statement));
		let value: Value = serde_json::from_slice(&bytes).unwrap();
		let all = [[1u8; 32], [2; 32]].concat();
		assert_eq!(
			value["subject"],
			json!([{"name": "model", "digest": {"sha256": hex::encode(Sha256::digest(all))}}])
		);
		assert_eq!(
			value["predicate"]["serialization"]["ignore_paths"],
			json!([".git", "model.sig"])
		);
		assert_eq!(value["predicate"]["resources"][0]["name"], "a/b");
	}

	#[test]
	fn anything_that_does_not_add_up_is_refused() {
		let good: Value = serde_json::from_slice(&example().encode().unwrap()).unwrap();
		let refused = |change: &dyn Fn(&mut Value), why: &str| {
			let mut value = good.clone();
			change(&mut value);
			let error = Statement::decode(value.to_string().as_bytes()).unwrap_err();
			assert!(error.contains(why), "{why}: {error}");
		};
		let at = |path: &'static str, new: Value| {
			move |value: &mut Value| *value.pointer_mut(path).unwrap() = new.clone()
		};
		refused(&at("/_type", json!("other")), "its statement is");
		refused(&at("/predicateType", json!("other")), "it states");
		refused(&at("/subject", json!([])), "0 subjects");
		refused(&at("/subject/0/digest", json!({})), "the digest of its subject");
		refused(&at("/subject/0/digest/sha256", json!("00")), "the digest of its subject");
		refused(&at("/predicate", json!({})), "no such statement");
		refused(&at("/predicate/resources", json!([])), "no file");
		refused(&at("/predicate/resources/1/name", json!("a/b")), "twice");
		refused(&at("/predicate/resources/0/name", json!("../b")), "plain");
		refused(&at("/predicate/resources/0/name", json!("a//b")), "plain");
		refused(&at("/predicate/resources/0/digest", json!("01")), "SHA-256");
		refused(&at("/predicate/resources/0/algorithm", json!("md5")), "SHA-256");
		let other = json!("00".repeat(32));
		refused(&at("/predicate/resources/0/digest", other), "the digest of its subject");
		let how = "/predicate/serialization";
		let shards = json!({"method": "shards", "hash_type": "sha256", "shard_size": 1});
		refused(&at(how, shards), "model_signing verify");
		refused(&at("/predicate/serialization/hash_type", json!("blake3")), "model_signing verify");
		// A signature that leaves out everything would be good for anything.
		refused(&at("/predicate/serialization/ignore_paths", json!(["."])), "leaves out");
		for bytes in [&b"[]"[..], b"", b"{}", b"\xff"] {
			assert!(Statement::decode(bytes).is_err());
		}
	}
}
