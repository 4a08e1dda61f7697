// SPDX-License-Identifier: Apache-2.0

//! A version to download, and somewhere to download it to.

use super::{
	super::{download, staging::FOLDER, Delivered, Limits, Source, Wanted, Watch},
	server::surroundings,
};
use crate::{
	error::{Code, Error, Result},
	hash::{hash, Algorithms},
	manifest::Manifest,
	walk::walk,
};
use indicatif::ProgressBar;
use std::{
	cell::RefCell,
	fs,
	path::{Path, PathBuf},
	time::Duration,
};
use tempfile::{tempdir, TempDir};

/// The name of the one file that is not small.
pub const LARGE: &str = "sub dir/größe#1.bin";

/// Its length.
pub const LENGTH: usize = 700_001;

/// Any bytes, but always the same.
pub fn noise(length: usize) -> Vec<u8> {
	let mut state = 0x2545_f491_4f6c_dd1d_u64;
	let mut bytes = Vec::with_capacity(length + 8);
	while bytes.len() < length {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		bytes.extend(state.to_le_bytes());
	}
	bytes.truncate(length);
	bytes
}

/// A version whose files and manifest are in a directory.
pub struct Version {
	dir: TempDir,
	/// What the chain would say of it.
	pub wanted: Wanted,
}

impl Version {
	/// Four files, among them one of [`LENGTH`] and an empty one.
	pub fn new() -> Self {
		let large = noise(LENGTH);
		Self::of(&[("config.json", b"{}"), ("empty", b""), (".hidden", b"h"), (LARGE, &large)])
	}

	/// These files.
	pub fn of(files: &[(&str, &[u8])]) -> Self {
		let dir = tempdir().unwrap();
		for (name, bytes) in files {
			let path = dir.path().join(name);
			fs::create_dir_all(path.parent().unwrap()).unwrap();
			fs::write(path, bytes).unwrap();
		}
		let manifest = manifest(dir.path());
		manifest.save(dir.path()).unwrap();
		let wanted = Wanted {
			digest: manifest.digest(),
			bytes: manifest.total_size(),
			files: u32::try_from(manifest.files.len()).unwrap(),
		};
		Self { dir, wanted }
	}

	/// Where its files are.
	pub fn path(&self) -> &Path {
		self.dir.path()
	}

	/// A file's bytes.
	pub fn bytes(&self, name: &str) -> Vec<u8> {
		fs::read(self.path().join(name)).unwrap()
	}
}

fn manifest(root: &Path) -> Manifest {
	let files = walk(root).unwrap();
	let digests = hash(root, &files, Algorithms::Both, &|_| ()).unwrap();
	Manifest::new(files, &digests)
}

/// Somewhere to download to, and what was warned of on the way.
pub struct Buyer {
	dir: TempDir,
	/// As the command has it, but for the pauses.
	pub limits: Limits,
	/// Replace what differs.
	pub overwrite: bool,
	/// The environment that buckets look into.
	pub environment: Vec<(&'static str, String)>,
	/// The gateway for `ipfs:`.
	pub gateway: String,
	warnings: RefCell<Vec<String>>,
	bar: ProgressBar,
}

impl Watch for Buyer {
	fn checking(&self, _: u64) -> ProgressBar {
		ProgressBar::hidden()
	}

	fn fetching(&self, total: u64) -> ProgressBar {
		self.bar.reset();
		self.bar.set_length(total);
		self.bar.clone()
	}

	fn warn(&self, text: &str) {
		self.warnings.borrow_mut().push(text.to_owned());
	}
}

impl Buyer {
	/// Somewhere new.
	pub fn new() -> Self {
		Self {
			dir: tempdir().unwrap(),
			limits: Limits {
				idle: Duration::from_secs(5),
				pause: Duration::from_millis(1),
				..Limits::default()
			},
			overwrite: false,
			environment: Vec::new(),
			gateway: "http://127.0.0.1:9/".into(),
			warnings: RefCell::default(),
			bar: ProgressBar::hidden(),
		}
	}

	/// The directory that files are put into.
	pub fn root(&self) -> PathBuf {
		self.dir.path().join("bought")
	}

	/// Where the parts of a version are.
	pub fn parts(&self, version: &Version) -> PathBuf {
		self.root().join(FOLDER).join(hex::encode(version.wanted.digest))
	}

	/// A location, as a source.
	pub fn source(&self, location: &str) -> Source {
		let environment: Vec<(&str, &str)> =
			self.environment.iter().map(|(key, value)| (*key, value.as_str())).collect();
		Source::parse(location, &surroundings(&self.gateway, &environment)).unwrap()
	}

	/// Download a version from locations.
	pub async fn buy(&self, version: &Version, locations: &[&str]) -> Result<Vec<Delivered>> {
		let sources: Vec<Source> = locations.iter().map(|text| self.source(text)).collect();
		let root = self.root();
		download(&version.wanted, &sources, &root, self.overwrite, &self.limits, self).await
	}

	/// Download a version, with this failure, and with nothing in place.
	pub async fn fail(&self, version: &Version, locations: &[&str], code: Code) -> Error {
		let error = self.buy(version, locations).await.unwrap_err();
		assert_eq!(error.code, code, "{error}");
		assert_eq!(self.placed(), [""; 0], "{error}");
		error
	}

	/// The names of what is in place.
	pub fn placed(&self) -> Vec<String> {
		match walk(&self.root()) {
			Ok(files) => {
				let names = files.into_iter().map(|file| file.name);
				names.filter(|name| !name.starts_with(FOLDER)).collect()
			}
			Err(_) => Vec::new(),
		}
	}

	/// Everything of the version is in place, and nothing else is left.
	pub fn has_all(&self, version: &Version) {
		let manifest = manifest(&self.root());
		assert_eq!(manifest.digest(), version.wanted.digest);
		let listed = fs::read(self.root().join("agora.json")).unwrap();
		assert_eq!(*blake3::hash(&listed).as_bytes(), version.wanted.digest);
		assert!(!self.root().join(FOLDER).exists());
		assert_eq!(Some(self.bar.position()), self.bar.length(), "each byte is counted once");
	}

	/// What was warned of since this was called last.
	pub fn warnings(&self) -> Vec<String> {
		self.warnings.take()
	}
}

/// Where a file came from, and how much of it was here.
pub fn delivered<'a>(all: &'a [Delivered], name: &str) -> &'a Delivered {
	all.iter().find(|file| file.path == name).unwrap()
}
