// SPDX-License-Identifier: Apache-2.0

//! What the files say of themselves: parameter counts, data types, and pickles.
//!
//! Only headers are read, within bounds. Nothing here decides anything: a header that cannot be
//! read is a note to the publisher, as the manifest describes the bytes as they are.

mod gguf;
mod pickle;
mod safetensors;

use crate::{error::printable, manifest::Manifest};
use serde::Serialize;
use std::{
	collections::BTreeMap,
	fmt,
	fs::File,
	io::{self, Read},
	path::Path,
};

/// What is known of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
	/// The file's name in the manifest.
	pub path: String,
	/// What its header says.
	#[serde(flatten)]
	pub content: Content,
}

/// What a header says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "format", rename_all = "lowercase")]
pub enum Content {
	/// Tensors in the safetensors format.
	Safetensors(Tensors),
	/// Tensors in the GGUF format.
	Gguf(Tensors),
	/// A pickle, which runs code when it is loaded.
	Pickle {
		/// Always true: said in the output, where a program may look for it.
		#[serde(rename = "unsafe")]
		is_unsafe: bool,
		/// What gave it away.
		why: String,
	},
	/// It has the name or the beginning of a known format and cannot be read as such.
	Unreadable {
		/// The reason.
		why: String,
	},
}

/// The tensors of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tensors {
	/// How many there are.
	pub tensors: u64,
	/// The sum of their elements.
	pub parameters: u64,
	/// The elements of each data type.
	pub data_types: BTreeMap<String, u64>,
	/// The architecture, where the header names one.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub architecture: Option<String>,
}

impl Tensors {
	/// Count one more tensor; `None` when the numbers are out of range.
	fn add(&mut self, data_type: &str, shape: impl IntoIterator<Item = u64>) -> Option<()> {
		let elements = shape.into_iter().try_fold(1u64, |product, n| product.checked_mul(n))?;
		self.tensors = self.tensors.checked_add(1)?;
		self.parameters = self.parameters.checked_add(elements)?;
		let of_type = self.data_types.entry(data_type.to_owned()).or_default();
		*of_type = of_type.checked_add(elements)?;
		Some(())
	}
}

impl fmt::Display for Tensors {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let types: Vec<String> =
			self.data_types.iter().map(|(name, count)| format!("{name} {count}")).collect();
		write!(f, "{} parameters in {} tensors", self.parameters, self.tensors)?;
		if !types.is_empty() {
			write!(f, " ({})", types.join(", "))?;
		}
		if let Some(architecture) = &self.architecture {
			write!(f, ", architecture {}", printable(architecture))?;
		}
		Ok(())
	}
}

impl fmt::Display for Finding {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}: ", printable(&self.path))?;
		match &self.content {
			Content::Safetensors(tensors) => write!(f, "safetensors, {tensors}"),
			Content::Gguf(tensors) => write!(f, "GGUF, {tensors}"),
			Content::Pickle { why, .. } => write!(
				f,
				"UNSAFE: a pickle ({why}), which runs code when loaded; offer safetensors instead"
			),
			Content::Unreadable { why } => write!(f, "unreadable: {}", printable(why)),
		}
	}
}

/// Look into every file of a manifest that has something to say.
pub fn inspect(root: &Path, manifest: &Manifest) -> Vec<Finding> {
	let look = |path: &str, size: u64| match content(&root.join(path), size) {
		Ok(found) => found,
		Err(error) => Some(Content::Unreadable { why: error.to_string() }),
	};
	manifest
		.files
		.iter()
		.filter_map(|entry| {
			let content = look(&entry.path, entry.size)?;
			Some(Finding { path: entry.path.clone(), content })
		})
		.collect()
}

fn content(path: &Path, size: u64) -> io::Result<Option<Content>> {
	let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
	let mut file = File::open(path)?;
	let mut head = [0; 64];
	let length = read_up_to(&mut file, &mut head)?;
	let head = &head[..length];
	if extension == "safetensors" {
		return Ok(Some(match safetensors::read(&mut file, head, size) {
			Ok(tensors) => Content::Safetensors(tensors),
			Err(why) => Content::Unreadable { why: format!("not safetensors: {why}") },
		}));
	}
	if head.starts_with(gguf::MAGIC) || extension == "gguf" {
		return Ok(Some(match gguf::read(&mut file, size) {
			Ok(tensors) => Content::Gguf(tensors),
			Err(why) => Content::Unreadable { why: format!("not GGUF: {why}") },
		}));
	}
	let why = pickle::detect(&mut file, head, size, &extension)?;
	Ok(why.map(|why| Content::Pickle { is_unsafe: true, why }))
}

fn read_up_to(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
	let mut filled = 0;
	while filled < buffer.len() {
		match file.read(&mut buffer[filled..]) {
			Ok(0) => break,
			Ok(read) => filled += read,
			Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
			Err(error) => return Err(error),
		}
	}
	Ok(filled)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;
	use tempfile::tempdir;

	/// What is found in a file of this name and these bytes.
	pub fn found(name: &str, bytes: &[u8]) -> Option<Content> {
		let dir = tempdir().unwrap();
		let path = dir.path().join(name);
		fs::write(&path, bytes).unwrap();
		content(&path, bytes.len() as u64).unwrap()
	}

	#[test]
	fn says_nothing_of_other_files() {
		assert_eq!(found("README.md", b"# Model"), None);
		assert_eq!(found("empty", b""), None);
		assert_eq!(found("vocab.txt", &[0x80, 2, 3]), None);
	}

	#[test]
	fn a_finding_is_flat_json() {
		let finding = Finding {
			path: "a.pt".into(),
			content: Content::Pickle { is_unsafe: true, why: "its name".into() },
		};
		assert_eq!(
			serde_json::to_value(finding).unwrap(),
			serde_json::json!({"path": "a.pt", "format": "pickle", "unsafe": true, "why": "its name"})
		);
	}
}
