// SPDX-License-Identifier: Apache-2.0

//! What is kept of a commitment, so that proofs can be made later.
//!
//! Each lies in `$XDG_DATA_HOME/agora/records/<root>`, readable for its owner alone: the secret, the
//! leaves, and the tree's nodes from [`NODES_FROM`] upward, so that a proof reads a few hundred leaves
//! and hashes no more than these. A folder appears whole or not at all.

use super::{
	input::{Account, Reading},
	proof::Tree,
	secret::Secret,
	sha256::Digest,
	tree::{leaf_hash, Stretch, Subtree},
	LEAF, MAX_RECORDS,
};
use crate::{
	chain::types::{Hash, Sequence},
	error::{Code, Error, Result, Shown},
	keys,
	reservations::data_folder,
};
use serde::{Deserialize, Serialize};
use std::{
	fs::{self, File, OpenOptions},
	io,
	os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt, PermissionsExt},
	path::{Path, PathBuf},
	time::Duration,
};
use tempfile::TempDir;

/// What a file of ours begins with.
const FORMAT: &str = "agora-records/1";

/// The level from which nodes are kept: those below are hashed again from at most 256 leaves.
pub const NODES_FROM: u32 = 8;

/// The bytes of a node.
const NODE: u64 = 32;

/// How the folder of a commitment that is not finished begins.
const DRAFT: &str = ".new-";

/// When a draft that is left behind belongs to no program that still runs.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// Where a node is in the file of nodes: children before parents, in the order in which a stream of
/// leaves completes them.
pub fn node_position(level: u32, index: u64) -> u64 {
	let above = level - NODES_FROM;
	let before = ((index + 1) << above) - 1;
	nodes_above(before) + u64::from(above)
}

/// How many nodes stand above so many subtrees of the lowest level that is kept, and are complete.
fn nodes_above(lowest: u64) -> u64 {
	2 * lowest - u64::from(lowest.count_ones())
}

/// Leaves and nodes, to be written by several threads.
pub struct Files {
	folder: PathBuf,
	leaves: File,
	nodes: File,
}

impl Files {
	fn create(folder: &Path) -> Result<Self> {
		let create = |name: &str| {
			let path = folder.join(name);
			let mut options = OpenOptions::new();
			let opened = options.read(true).write(true).create_new(true).mode(0o600).open(&path);
			opened.map_err(|error| not_written(&path, &error))
		};
		let (leaves, nodes) = (create("leaves")?, create("nodes")?);
		Ok(Self { folder: folder.to_owned(), leaves, nodes })
	}

	/// Write leaves from an index on.
	pub fn write_leaves(&self, leaves: &[u8], first: u64) -> Result<()> {
		let written = self.leaves.write_all_at(leaves, first * LEAF as u64);
		written.map_err(|error| not_written(&self.folder, &error))
	}

	/// Begin to bring to disk what was written, so that little is left to wait for in the end.
	pub fn flush(&self) {
		// Whether it worked is asked when all is written.
		let _ = self.leaves.sync_data();
	}

	/// Write nodes from a place on, counted in nodes.
	pub fn write_nodes(&self, nodes: &[u8], first: u64) -> Result<()> {
		let written = self.nodes.write_all_at(nodes, first * NODE);
		written.map_err(|error| not_written(&self.folder, &error))
	}
}

/// Where records came from, as much as is needed to read them in the same way again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Origin {
	/// The file.
	pub file: String,
	/// How it was read.
	pub reading: Reading,
	/// The account that contributed all of them.
	pub contributor: Option<String>,
	/// The column that names their contributors.
	pub contributor_column: Option<String>,
	/// The file that names their contributors.
	pub contributors: Option<String>,
}

/// A version that has the commitment, or was sent to have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Published {
	/// The chain.
	pub genesis: Hash,
	/// The version's sequence.
	pub version: Sequence,
	/// Its name.
	pub reference: String,
}

/// A commitment with the secret that it was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Commitment {
	format: String,
	/// The root of the tree.
	pub root: Hash,
	/// How many records there are.
	pub count: u64,
	secret: Hash,
	/// Where they came from.
	pub origin: Origin,
	/// The versions that have it.
	pub versions: Vec<Published>,
}

impl Commitment {
	/// A commitment that no version has yet.
	pub fn new(root: Digest, count: u64, secret: &Secret, origin: Origin) -> Self {
		Self {
			format: FORMAT.into(),
			root: Hash(root),
			count,
			secret: Hash(*secret.expose()),
			origin,
			versions: Vec::new(),
		}
	}

	/// The dataset's secret.
	pub fn secret(&self) -> Secret {
		Secret::new(self.secret.0)
	}

	fn load(folder: &Path) -> Result<Self> {
		let path = folder.join("commitment.json");
		let bytes = fs::read(&path).map_err(|error| Error::unreadable(&path, &error))?;
		let commitment: Self = serde_json::from_slice(&bytes)
			.map_err(|error| damaged(folder, &format!("commitment.json: {error}")))?;
		let known = commitment.format == FORMAT;
		if !known || commitment.count == 0 || commitment.count > MAX_RECORDS {
			return Err(damaged(folder, "commitment.json is of another format"));
		}
		Ok(commitment)
	}

	fn text(&self) -> Result<String> {
		serde_json::to_string_pretty(self)
			.map(|text| text + "\n")
			.map_err(|error| Error::new(Code::INTERNAL, error.to_string()))
	}
}

/// The folder of all commitments.
pub struct Store(PathBuf);

impl Store {
	/// The user's own.
	///
	/// Errors: `file-not-written` where there is no home.
	pub fn open() -> Result<Self> {
		Ok(Self(data_folder("the dataset's secret")?.join("records")))
	}

	#[cfg(test)]
	pub fn at(folder: &Path) -> Self {
		Self(folder.to_owned())
	}

	/// Begin a commitment.
	///
	/// Errors: `file-not-written`.
	pub fn begin(&self) -> Result<Draft> {
		let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.0);
		made.map_err(|error| not_written(&self.0, &error))?;
		self.clean();
		let mut builder = tempfile::Builder::new();
		builder.prefix(DRAFT).permissions(fs::Permissions::from_mode(0o700));
		let folder = builder.tempdir_in(&self.0);
		let folder = folder.map_err(|error| not_written(&self.0, &error))?;
		let files = Files::create(folder.path())?;
		Ok(Draft { folder, files, store: self.0.clone() })
	}

	/// Remove what programs that were killed have left behind.
	fn clean(&self) {
		let Ok(entries) = fs::read_dir(&self.0) else { return };
		for entry in entries.flatten() {
			let draft = entry.file_name().to_str().is_some_and(|name| name.starts_with(DRAFT));
			let modified = entry.metadata().and_then(|metadata| metadata.modified());
			let old = modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED));
			if draft && old {
				let _ = fs::remove_dir_all(entry.path());
			}
		}
	}

	/// The commitment with a root.
	///
	/// Errors: `commitment-not-stored`, `store-damaged`, `unreadable-file`.
	pub fn get(&self, root: Hash) -> Result<Stored> {
		let folder = self.0.join(hex::encode(root.0));
		if !folder.is_dir() {
			return Err(Error::new(
				Code::COMMITMENT_NOT_STORED,
				format!(
					"the commitment with the root {root} is not stored here: there is no {}. Copy it \
					 from where the dataset was committed to.",
					Shown(&folder)
				),
			));
		}
		let stored = Stored::open(folder)?;
		if stored.commitment.root != root {
			return Err(damaged(&stored.folder, "it is that of another root"));
		}
		Ok(stored)
	}

	/// A commitment to the same file that was never sent. What cannot be read is passed over.
	pub fn unsent(&self, origin: &Origin) -> Option<Stored> {
		let folders = fs::read_dir(&self.0).ok()?.flatten();
		let named = folders.filter(|entry| {
			entry.file_name().to_str().is_some_and(|name| !name.starts_with(DRAFT))
		});
		named.filter_map(|entry| Stored::open(entry.path()).ok()).find(|stored| {
			stored.commitment.versions.is_empty() && stored.commitment.origin == *origin
		})
	}
}

/// A commitment that is being made; it is gone again unless it is finished.
pub struct Draft {
	folder: TempDir,
	/// Where its leaves and nodes go.
	pub files: Files,
	store: PathBuf,
}

impl Draft {
	/// Bring it to disk under its root. One that is there already is kept.
	///
	/// Errors: `file-not-written`, `store-damaged`.
	pub fn finish(self, commitment: &Commitment) -> Result<Stored> {
		let folder = self.store.join(hex::encode(commitment.root.0));
		if folder.is_dir() {
			return Stored::open(folder);
		}
		keys::write_private(
			&self.folder.path().join("commitment.json"),
			commitment.text()?.as_bytes(),
		)?;
		let written = |result: io::Result<()>| result.map_err(|error| not_written(&folder, &error));
		written(self.files.leaves.sync_data())?;
		written(self.files.nodes.sync_data())?;
		written(File::open(self.folder.path()).and_then(|folder| folder.sync_all()))?;
		written(fs::rename(self.folder.path(), &folder))?;
		// It is called otherwise now, so there is nothing left to remove.
		let _ = self.folder.keep();
		written(File::open(&self.store).and_then(|store| store.sync_all()))?;
		Stored::open(folder)
	}
}

/// A commitment on disk.
pub struct Stored {
	folder: PathBuf,
	/// What it is.
	pub commitment: Commitment,
	leaves: File,
	nodes: File,
}

impl Stored {
	fn open(folder: PathBuf) -> Result<Self> {
		let commitment = Commitment::load(&folder)?;
		let open = |name: &str, size: u64| {
			let path = folder.join(name);
			let file = File::open(&path).map_err(|error| Error::unreadable(&path, &error))?;
			let found = file.metadata().map_err(|error| Error::unreadable(&path, &error))?.len();
			if found != size {
				return Err(damaged(&folder, &format!("{name} has {found} bytes, not {size}")));
			}
			Ok(file)
		};
		let leaves = open("leaves", commitment.count * LEAF as u64)?;
		let nodes = open("nodes", nodes_above(commitment.count >> NODES_FROM) * NODE)?;
		Ok(Self { folder, commitment, leaves, nodes })
	}

	/// Where it lies.
	pub fn folder(&self) -> &Path {
		&self.folder
	}

	/// Its leaves, one after another.
	pub fn leaves(&self) -> &File {
		&self.leaves
	}

	/// The contributor and the digest of a record.
	pub fn leaf(&self, index: u64) -> Result<(Account, Digest)> {
		let mut leaf = [0; LEAF];
		self.read(&self.leaves, &mut leaf, index * LEAF as u64)?;
		Ok(halves(&leaf))
	}

	/// The indices of an account's records.
	pub fn of(&self, contributor: &Account) -> Result<Vec<u64>> {
		const AT_ONCE: u64 = 4_096;
		let mut found = Vec::new();
		for first in (0..self.commitment.count).step_by(AT_ONCE as usize) {
			let count = AT_ONCE.min(self.commitment.count - first);
			let mut leaves = vec![0; count as usize * LEAF];
			self.read(&self.leaves, &mut leaves, first * LEAF as u64)?;
			let theirs = leaves.chunks_exact(LEAF).zip(first..);
			let theirs = theirs.filter(|(leaf, _)| &leaf[..32] == contributor);
			found.extend(theirs.map(|(_, index)| index));
		}
		Ok(found)
	}

	/// Note that a version has the commitment.
	///
	/// Errors: `file-not-written`.
	pub fn add(&mut self, version: Published) -> Result<()> {
		if self.commitment.versions.contains(&version) {
			return Ok(());
		}
		self.commitment.versions.push(version);
		self.save()
	}

	/// Note that a version does not have it after all.
	pub fn remove(&mut self, version: &Published) -> Result<()> {
		self.commitment.versions.retain(|known| known != version);
		self.save()
	}

	fn save(&self) -> Result<()> {
		let path = self.folder.join("commitment.json");
		let text = self.commitment.text()?;
		let saved = || -> io::Result<()> {
			// Readable for its owner alone, as all temporary files are.
			let file = tempfile::NamedTempFile::new_in(&self.folder)?;
			io::Write::write_all(&mut file.as_file(), text.as_bytes())?;
			file.as_file().sync_all()?;
			file.persist(&path).map_err(|error| error.error)?;
			File::open(&self.folder)?.sync_all()
		};
		saved().map_err(|error| not_written(&path, &error))
	}

	/// Remove it, as it was never sent.
	pub fn forget(self) {
		// One that stays behind takes room and does no other harm.
		let _ = fs::remove_dir_all(&self.folder);
	}

	fn read(&self, file: &File, bytes: &mut [u8], position: u64) -> Result<()> {
		file.read_exact_at(bytes, position)
			.map_err(|error| damaged(&self.folder, &format!("it cannot be read: {error}")))
	}
}

impl Tree for Stored {
	fn count(&self) -> u64 {
		self.commitment.count
	}

	fn subtree(&self, level: u32, index: u64) -> Result<Digest> {
		if level >= NODES_FROM {
			let mut node = [0; 32];
			self.read(&self.nodes, &mut node, node_position(level, index) * NODE)?;
			return Ok(node);
		}
		let mut leaves = vec![0; LEAF << level];
		let first = index << level;
		self.read(&self.leaves, &mut leaves, first * LEAF as u64)?;
		let mut stretch = Stretch::default();
		for (leaf, index) in leaves.chunks_exact(LEAF).zip(first..) {
			let (contributor, record) = halves(leaf);
			let hash = leaf_hash(&contributor, &record);
			stretch.push(Subtree { level: 0, index, hash }, &mut |_| ());
		}
		// There is at least one leaf.
		stretch.root().ok_or_else(|| damaged(&self.folder, "it has no leaves"))
	}
}

fn halves(leaf: &[u8]) -> (Account, Digest) {
	let (mut contributor, mut record) = ([0; 32], [0; 32]);
	contributor.copy_from_slice(&leaf[..32]);
	record.copy_from_slice(&leaf[32..]);
	(contributor, record)
}

fn damaged(folder: &Path, why: &str) -> Error {
	Error::new(
		Code::STORE_DAMAGED,
		format!("the commitment stored in {} is damaged: {why}.", Shown(folder)),
	)
}

fn not_written(path: &Path, error: &io::Error) -> Error {
	Error::new(Code::FILE_NOT_WRITTEN, format!("{} cannot be written: {error}.", Shown(path)))
}

#[cfg(test)]
mod tests {
	use super::{
		super::{
			commit::{commit, Contributors},
			input::Format,
			proof::{tests::Memory, verify_consistency, verify_inclusion},
			record_digest,
		},
		*,
	};
	use tempfile::tempdir;

	fn origin(file: &Path) -> Origin {
		Origin {
			file: file.to_string_lossy().into_owned(),
			reading: Reading { format: Format::Lines, header: false, block: None },
			contributor: None,
			contributor_column: None,
			contributors: None,
		}
	}

	fn store(folder: &Path, file: &Path, secret: &Secret) -> (Stored, u64) {
		let origin = origin(file);
		let draft = Store::at(folder).begin().unwrap();
		let nobody = Contributors::Nobody;
		let built = commit(file, &origin.reading, &nobody, secret, &draft.files, None, &mut |_| ())
			.unwrap();
		let commitment = Commitment::new(built.root, built.count, secret, origin);
		(draft.finish(&commitment).unwrap(), built.compressions)
	}

	#[test]
	fn nodes_have_each_their_place() {
		let lowest = 1_000;
		let mut places = Vec::new();
		for level in 0..10 {
			places.extend((0..lowest >> level).map(|i| node_position(NODES_FROM + level, i)));
		}
		places.sort_unstable();
		assert_eq!(places, (0..nodes_above(lowest)).collect::<Vec<_>>());
	}

	#[test]
	fn proofs_come_from_what_is_stored() {
		let dir = tempdir().unwrap();
		let file = dir.path().join("lines");
		let secret = Secret::new([5; 32]);
		// The last are more than one chunk.
		for count in [1, 2, 255, 256, 257, 700, 1_024, 5_000, 60_000] {
			let lines: Vec<String> = (0..count).map(|i| format!("line {i}")).collect();
			fs::write(&file, lines.join("\n")).unwrap();
			let (stored, compressions) = store(&dir.path().join("store"), &file, &secret);
			let leaf = |i: usize| {
				let digest = record_digest(&secret.salt(i as u64), lines[i].as_bytes());
				leaf_hash(&[0; 32], &digest)
			};
			let memory = Memory((0..count).map(leaf).collect());
			assert_eq!(stored.root().unwrap(), memory.root().unwrap(), "{count}");
			assert_eq!(stored.commitment.root.0, memory.root().unwrap());
			// Salt, record, leaf and node: two each, and one node less.
			assert_eq!(compressions, count as u64 * 7 - 2);
			for index in [0, count / 3, count / 2, count - 1] {
				let proof = stored.inclusion(index as u64).unwrap();
				assert_eq!(proof, memory.inclusion(index as u64).unwrap());
				let root = &stored.commitment.root.0;
				let (count, index) = (count as u64, index as u64);
				assert!(verify_inclusion(root, count, index, &leaf(index as usize), &proof));
			}
			for earlier in [1, count / 2, count] {
				let before = Memory(memory.0[..earlier.max(1)].to_vec());
				let proof = stored.consistency(before.count()).unwrap();
				let before = (&before.root().unwrap(), before.count());
				let root = &stored.commitment.root.0;
				assert!(verify_consistency(before, (root, count as u64), &proof));
			}
			stored.forget();
		}
	}

	#[test]
	fn it_is_whole_private_and_found_again() {
		let dir = tempdir().unwrap();
		let (file, folder) = (dir.path().join("lines"), dir.path().join("agora/records"));
		fs::write(&file, "a\nb\n").unwrap();
		let secret = Secret::new([6; 32]);
		let (mut stored, _) = store(&folder, &file, &secret);
		let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
		assert_eq!((mode(&folder), mode(stored.folder())), (0o700, 0o700));
		for name in ["commitment.json", "leaves", "nodes"] {
			assert_eq!(mode(&stored.folder().join(name)), 0o600, "{name}");
		}
		// No draft is left behind.
		assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
		let all = Store::at(&folder);
		let root = stored.commitment.root;
		let found = all.unsent(&origin(&file)).unwrap();
		assert_eq!(found.commitment, stored.commitment);
		assert_eq!(found.commitment.secret().salt(1), secret.salt(1));
		assert!(all.unsent(&origin(&dir.path().join("other"))).is_none());

		let version =
			Published { genesis: Hash([1; 32]), version: 7, reference: "alice/x@1".into() };
		stored.add(version.clone()).unwrap();
		stored.add(version.clone()).unwrap();
		assert_eq!(all.get(root).unwrap().commitment.versions, std::slice::from_ref(&version));
		assert_eq!(mode(&stored.folder().join("commitment.json")), 0o600);
		assert!(all.unsent(&origin(&file)).is_none());
		// The same again stays what it is.
		let (again, _) = store(&folder, &file, &secret);
		assert_eq!(again.commitment.versions, [version]);
		assert_eq!(all.get(Hash([9; 32])).map(drop).unwrap_err().code, Code::COMMITMENT_NOT_STORED);
	}

	#[test]
	fn damage_is_noticed() {
		let dir = tempdir().unwrap();
		let (file, folder) = (dir.path().join("lines"), dir.path().join("records"));
		fs::write(&file, "a\nb\n").unwrap();
		let (stored, _) = store(&folder, &file, &Secret::new([6; 32]));
		let (all, root) = (Store::at(&folder), stored.commitment.root);
		let code = || all.get(root).map(drop).unwrap_err().code;
		let leaves = stored.folder().join("leaves");
		let bytes = fs::read(&leaves).unwrap();
		fs::write(&leaves, &bytes[..64]).unwrap();
		assert_eq!(code(), Code::STORE_DAMAGED);
		fs::write(&leaves, &bytes).unwrap();
		assert!(all.get(root).is_ok());
		fs::write(stored.folder().join("commitment.json"), "{}").unwrap();
		assert_eq!(code(), Code::STORE_DAMAGED);
	}

	#[test]
	fn abandoned_drafts_are_removed() {
		let dir = tempdir().unwrap();
		let all = Store::at(dir.path());
		let (old, new) = (dir.path().join(".new-old"), dir.path().join(".new-new"));
		fs::create_dir(&old).unwrap();
		fs::create_dir(&new).unwrap();
		let past = std::time::SystemTime::now() - 2 * ABANDONED;
		File::open(&old).unwrap().set_modified(past).unwrap();
		drop(all.begin().unwrap());
		assert!(!old.exists() && new.exists());
		assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
	}
}
