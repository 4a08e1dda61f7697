// SPDX-License-Identifier: Apache-2.0

//! The manifest: the canonical list of a version's files, `agora.json`.
//!
//! It is canonical JSON (RFC 8785), so the same files give the same bytes everywhere, and the
//! BLAKE3 hash of those bytes is the version's digest. `docs/manifest.md` is its specification.

use crate::{
	error::{Code, Error, Result, Shown},
	hash::Digests,
	walk::File,
};
use serde::{Deserialize, Serialize};
use std::{
	fs,
	io::{self, BufReader, BufWriter, Read, Write},
	path::Path,
};

/// The manifest's name at the top of the path.
pub const FILE_NAME: &str = "agora.json";

/// What the name of a manifest being written begins and ends with.
const TEMPORARY: (&str, &str) = (".agora.json.", ".tmp");

/// The format's number.
const FORMAT: u64 = 1;

/// The largest manifest that is read: over two million files.
pub const MAX_BYTES: u64 = 512 << 20;

/// Is this name, at the top of the path, ours and therefore no part of the version?
pub fn is_own_file(name: &str) -> bool {
	let (prefix, suffix) = TEMPORARY;
	name == FILE_NAME || (name.starts_with(prefix) && name.ends_with(suffix))
}

/// A file in the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
	/// The plain BLAKE3 hash of its bytes.
	#[serde(with = "hex::serde")]
	pub blake3: [u8; 32],
	/// Its name, relative to the path, `/` between the parts.
	pub path: String,
	/// The SHA-256 hash of its bytes.
	#[serde(with = "hex::serde")]
	pub sha256: [u8; 32],
	/// Its size in bytes.
	pub size: u64,
}

/// The canonical list of a version's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
	/// The files, sorted by the bytes of their names.
	pub files: Vec<Entry>,
	/// The format's number.
	#[serde(rename = "manifest")]
	format: u64,
}

impl Manifest {
	/// The manifest of files and their digests, which are in the same order.
	pub fn new(files: Vec<File>, digests: &[Digests]) -> Self {
		let mut files: Vec<Entry> = files
			.into_iter()
			.zip(digests)
			.map(|(file, digests)| Entry {
				blake3: digests.blake3,
				path: file.name,
				sha256: digests.sha256.unwrap_or_default(),
				size: file.stamp.size(),
			})
			.collect();
		files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
		Self { files, format: FORMAT }
	}

	/// The sum of the files' sizes.
	pub fn total_size(&self) -> u64 {
		self.files.iter().map(|file| file.size).fold(0, u64::saturating_add)
	}

	/// Write the canonical bytes, one file at a time, so that memory stays small.
	fn write_to(&self, mut out: impl Write) -> io::Result<()> {
		// Keys are in order: `files` before `manifest`. Each entry is canonical by itself.
		out.write_all(b"{\"files\":[")?;
		for (index, entry) in self.files.iter().enumerate() {
			if index > 0 {
				out.write_all(b",")?;
			}
			serde_jcs::to_writer(&mut out, entry)?;
		}
		write!(out, "],\"manifest\":{FORMAT}}}")
	}

	/// The version's digest: the BLAKE3 hash of the canonical bytes.
	pub fn digest(&self) -> [u8; 32] {
		let mut hasher = blake3::Hasher::new();
		// A hasher takes every byte.
		let _ = self.write_to(BufWriter::with_capacity(64 << 10, &mut hasher));
		*hasher.finalize().as_bytes()
	}

	/// The canonical bytes' length.
	pub fn encoded_len(&self) -> u64 {
		struct Count(u64);
		impl Write for Count {
			fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
				self.0 = self.0.saturating_add(bytes.len() as u64);
				Ok(bytes.len())
			}
			fn flush(&mut self) -> io::Result<()> {
				Ok(())
			}
		}
		let mut count = Count(0);
		let _ = self.write_to(&mut count);
		count.0
	}

	/// Write `agora.json` at the top of the path: whole and on disk, or not at all.
	///
	/// Errors: `manifest-not-written`.
	pub fn save(&self, root: &Path) -> Result<()> {
		self.try_save(root).map_err(|error| {
			Error::new(
				Code::MANIFEST_NOT_WRITTEN,
				format!(
					"{} could not be written: {error}. Nothing was changed there.",
					Shown(&root.join(FILE_NAME))
				),
			)
		})
	}

	fn try_save(&self, root: &Path) -> io::Result<()> {
		use std::os::unix::fs::PermissionsExt;
		let (prefix, suffix) = TEMPORARY;
		let mut builder = tempfile::Builder::new();
		builder.prefix(prefix).suffix(suffix);
		// As any file the user makes: the umask takes away what it should.
		builder.permissions(fs::Permissions::from_mode(0o666));
		let file = builder.tempfile_in(root)?;
		let mut out = BufWriter::with_capacity(64 << 10, file.as_file());
		self.write_to(&mut out)?;
		out.flush()?;
		drop(out);
		file.as_file().sync_all()?;
		file.persist(root.join(FILE_NAME)).map_err(|error| error.error)?;
		fs::File::open(root)?.sync_all()
	}

	/// Read a manifest and check that it could have been written by [`Manifest::save`].
	///
	/// Errors: `unreadable-file`, `manifest-invalid`.
	pub fn load(path: &Path) -> Result<Self> {
		let invalid = |why: String| {
			Error::new(Code::MANIFEST_INVALID, format!("{} is not a manifest: {why}.", Shown(path)))
		};
		let file = open(path).map_err(|error| Error::unreadable(path, &error))?;
		let reader = BufReader::with_capacity(64 << 10, file.take(MAX_BYTES));
		let manifest: Self =
			serde_json::from_reader(reader).map_err(|error| invalid(error.to_string()))?;
		if manifest.format != FORMAT {
			return Err(invalid(format!(
				"its format is {}, and this command knows {FORMAT}; a newer one may read it",
				manifest.format
			)));
		}
		if manifest.files.is_empty() {
			return Err(invalid("it lists no file".into()));
		}
		if let Some(pair) = manifest.files.windows(2).find(|pair| pair[0].path >= pair[1].path) {
			return Err(invalid(format!("{:?} is out of order or twice in it", pair[1].path)));
		}
		if let Some(file) = manifest.files.iter().find(|file| !is_plain(&file.path)) {
			return Err(invalid(format!("{:?} is not a plain relative path", file.path)));
		}
		Ok(manifest)
	}
}

/// Does the name stay under the path, with one way to write it?
fn is_plain(path: &str) -> bool {
	!path.contains('\0') && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Open a regular file: a pipe in a manifest's place would keep us waiting for ever.
fn open(path: &Path) -> io::Result<fs::File> {
	if !fs::metadata(path)?.is_file() {
		return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
	}
	fs::File::open(path)
}

/// The BLAKE3 hash of a file's bytes; `None` where there is no such file.
///
/// Errors: `unreadable-file`.
pub fn file_digest(path: &Path) -> Result<Option<[u8; 32]>> {
	let mut file = match open(path) {
		Ok(file) => file,
		Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(Error::unreadable(path, &error)),
	};
	let mut hasher = blake3::Hasher::new();
	io::copy(&mut file, &mut hasher).map_err(|error| Error::unreadable(path, &error))?;
	Ok(Some(*hasher.finalize().as_bytes()))
}

/// How files differ from a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
	/// In both, with other bytes.
	pub different: Vec<String>,
	/// In the manifest alone.
	pub missing: Vec<String>,
	/// In the path alone.
	pub extra: Vec<String>,
}

impl Difference {
	/// Is there none?
	pub fn is_empty(&self) -> bool {
		self.different.is_empty() && self.missing.is_empty() && self.extra.is_empty()
	}

	/// Compare what was published with what is there; both are sorted.
	pub fn between(published: &Manifest, local: &Manifest) -> Self {
		let mut difference = Self::default();
		let mut published = published.files.iter().peekable();
		let mut local = local.files.iter().peekable();
		loop {
			use std::cmp::Ordering::{Equal, Greater, Less};
			let order = match (published.peek(), local.peek()) {
				(Some(left), Some(right)) => left.path.cmp(&right.path),
				(Some(_), None) => Less,
				(None, Some(_)) => Greater,
				(None, None) => return difference,
			};
			let left = if order == Greater { None } else { published.next() };
			let right = if order == Less { None } else { local.next() };
			match (left, right) {
				(Some(left), Some(right)) if left != right => {
					difference.different.push(left.path.clone())
				}
				(Some(left), None) => difference.missing.push(left.path.clone()),
				(None, Some(right)) => difference.extra.push(right.path.clone()),
				_ => {}
			}
			debug_assert!(order != Equal || (left.is_some() && right.is_some()));
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		hash::{hash, Algorithms},
		walk::walk,
	};
	use serde_json::json;
	use tempfile::tempdir;

	fn of(root: &Path) -> Manifest {
		let files = walk(root).unwrap();
		let digests = hash(root, &files, Algorithms::Both, &|_| ()).unwrap();
		Manifest::new(files, &digests)
	}

	#[test]
	fn is_what_the_specification_shows() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("abc.txt"), "abc").unwrap();
		fs::write(dir.path().join("empty"), "").unwrap();
		let manifest = of(dir.path());
		manifest.save(dir.path()).unwrap();
		let bytes = fs::read_to_string(dir.path().join(FILE_NAME)).unwrap();
		assert_eq!(
			bytes,
			"{\"files\":[{\"blake3\":\"6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85\",\
			\"path\":\"abc.txt\",\
			\"sha256\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\"size\":3},\
			{\"blake3\":\"af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262\",\
			\"path\":\"empty\",\
			\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"size\":0}],\
			\"manifest\":1}"
		);
		assert_eq!(
			hex::encode(manifest.digest()),
			"dfb1ea5bea39bde241fc762882e83c12906e0bf1d6b2f9b60ee9164c3629f979"
		);
	}

	#[test]
	fn the_digest_is_the_plain_hash_of_the_file_written() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("model"), "weights").unwrap();
		let manifest = of(dir.path());
		manifest.save(dir.path()).unwrap();
		let bytes = fs::read(dir.path().join(FILE_NAME)).unwrap();
		assert_eq!(manifest.digest(), *blake3::hash(&bytes).as_bytes());
		assert_eq!(manifest.encoded_len(), bytes.len() as u64);
		assert_eq!(file_digest(&dir.path().join(FILE_NAME)).unwrap(), Some(manifest.digest()));
		// Written again beside itself it is the same.
		assert_eq!(of(dir.path()), manifest);
		assert_eq!(Manifest::load(&dir.path().join(FILE_NAME)).unwrap(), manifest);
	}

	#[test]
	fn written_in_pieces_it_is_canonical_as_a_whole() {
		let entry =
			|path: &str, size| Entry { blake3: [1; 32], path: path.into(), sha256: [2; 32], size };
		let manifest = Manifest {
			files: vec![
				entry("\u{1}\"\\\n\u{7f}", 0),
				entry("a", (1 << 53) - 1),
				entry("\u{20ac}", 1_000_000_000_000),
				entry("\u{1f600}", 7),
			],
			format: FORMAT,
		};
		let mut bytes = Vec::new();
		manifest.write_to(&mut bytes).unwrap();
		assert_eq!(bytes, serde_jcs::to_vec(&manifest).unwrap());
		let text = String::from_utf8(bytes).unwrap();
		assert!(text.contains(r#""path":"\u0001\"\\\n"#), "{text}");
		assert!(text.contains(":9007199254740991}"), "{text}");
		assert!(text.contains(":1000000000000}"), "{text}");
	}

	/// RFC 8785, section 3.2.2 and appendix B, as far as our subset goes, and a little beyond.
	#[test]
	fn the_library_holds_to_the_vectors_of_rfc_8785() {
		let value = json!({
			"numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
			"string": "\u{20ac}$\u{f}\nA'B\"\\\\\"/",
			"literals": [null, true, false],
		});
		assert_eq!(
			serde_jcs::to_string(&value).unwrap(),
			"{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
			\"string\":\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
		);
		// Section 3.2.3: keys sort by UTF-16 code units.
		let keys = json!({
			"\u{20ac}": "Euro Sign",
			"\r": "Carriage Return",
			"\u{fb33}": "Hebrew Letter Dalet With Dagesh",
			"1": "One",
			"\u{1f600}": "Emoji: Grinning Face",
			"\u{80}": "Control",
			"\u{f6}": "Latin Small Letter O With Diaeresis",
		});
		assert_eq!(
			serde_jcs::to_string(&keys).unwrap(),
			"{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
			\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\",\
			\"\u{1f600}\":\"Emoji: Grinning Face\",\
			\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
		);
		// Every control character in its one form.
		let controls: String = (0u8..0x20).map(char::from).collect();
		assert_eq!(
			serde_jcs::to_string(&controls).unwrap(),
			"\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\
			\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\
			\\u001b\\u001c\\u001d\\u001e\\u001f\""
		);
	}

	#[test]
	fn an_existing_manifest_is_replaced_whole() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("model"), "weights").unwrap();
		fs::write(dir.path().join(FILE_NAME), "x".repeat(100_000)).unwrap();
		of(dir.path()).save(dir.path()).unwrap();
		Manifest::load(&dir.path().join(FILE_NAME)).unwrap();
		assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "nothing else is left");
	}

	#[test]
	fn fails_when_it_cannot_be_written_and_leaves_nothing() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("model"), "weights").unwrap();
		let manifest = of(dir.path());
		// A directory in the manifest's place cannot be replaced by a file.
		fs::create_dir_all(dir.path().join(FILE_NAME).join("in-the-way")).unwrap();
		assert_eq!(manifest.save(dir.path()).unwrap_err().code, Code::MANIFEST_NOT_WRITTEN);
		assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "no temporary file is left");
	}

	#[test]
	fn refuses_what_it_would_not_write() {
		let dir = tempdir().unwrap();
		let path = dir.path().join(FILE_NAME);
		let digest = "00".repeat(32);
		let entry =
			|name: &str| json!({"blake3": digest, "path": name, "sha256": digest, "size": 1});
		for wrong in [
			json!([]),
			json!({"files": [], "manifest": 1}),
			json!({"files": [entry("a")], "manifest": 2}),
			json!({"files": [entry("a")], "manifest": 1, "more": 1}),
			json!({"files": [entry("b"), entry("a")], "manifest": 1}),
			json!({"files": [entry("a"), entry("a")], "manifest": 1}),
			json!({"files": [entry("../a")], "manifest": 1}),
			json!({"files": [entry("/a")], "manifest": 1}),
			json!({"files": [entry("a//b")], "manifest": 1}),
			json!({"files": [{"blake3": "00", "path": "a", "sha256": digest, "size": 1}], "manifest": 1}),
		] {
			fs::write(&path, wrong.to_string()).unwrap();
			assert_eq!(Manifest::load(&path).unwrap_err().code, Code::MANIFEST_INVALID, "{wrong}");
		}
	}

	#[test]
	fn what_is_not_a_file_is_not_waited_for() {
		let dir = tempdir().unwrap();
		let path = dir.path().join(FILE_NAME);
		assert_eq!(file_digest(&path).unwrap(), None);
		let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
		assert_eq!(file_digest(&path).unwrap_err().code, Code::UNREADABLE_FILE);
		assert_eq!(Manifest::load(&path).unwrap_err().code, Code::UNREADABLE_FILE);
	}

	#[test]
	fn differences_are_named() {
		let dir = tempdir().unwrap();
		for name in ["a", "b", "c"] {
			fs::write(dir.path().join(name), name).unwrap();
		}
		let published = of(dir.path());
		assert!(Difference::between(&published, &of(dir.path())).is_empty());
		fs::write(dir.path().join("b"), "B").unwrap();
		fs::remove_file(dir.path().join("c")).unwrap();
		fs::write(dir.path().join("d"), "").unwrap();
		let difference = Difference::between(&published, &of(dir.path()));
		assert_eq!(
			serde_json::to_value(&difference).unwrap(),
			json!({"different": ["b"], "missing": ["c"], "extra": ["d"]})
		);
	}
}
