// SPDX-License-Identifier: Apache-2.0

//! BLAKE3 alone, on all cores.
//!
//! BLAKE3 is a tree, so threads can hash parts of a file by themselves and merge what comes out.
//! Each reads small pieces into a buffer of its own, which are still in its core's cache when they
//! are hashed. Files too small to share are hashed whole, one to a thread.

use super::{changed, Digests};
use crate::{
	error::{Error, Result},
	walk::{File, Stamp},
};
use blake3::{
	hazmat::{merge_subtrees_non_root, merge_subtrees_root, ChainingValue, HasherExt, Mode},
	Hasher,
};
use std::{
	fs, io,
	os::unix::fs::FileExt,
	path::{Path, PathBuf},
	sync::{
		atomic::{AtomicU64, Ordering},
		Mutex, PoisonError,
	},
	thread,
};

/// The bytes read at once, well within a core's own cache.
const PIECE: usize = 256 << 10;

/// The smallest subtree that a thread takes. A power of two, as the tree's shape wants it.
const SUBTREE: u64 = 1 << 20;

/// The most subtrees of a file, which bounds what is kept until they are merged to 2 MiB.
const MAX_SUBTREES: u64 = 1 << 16;

/// The size from which threads share a file.
const SHARED: u64 = 4 * SUBTREE;

/// The BLAKE3 digests of `files` under `root`, in their order.
///
/// Errors: `unreadable-file`, `file-changed`.
pub fn hash(root: &Path, files: &[File], progress: &(dyn Fn(u64) + Sync)) -> Result<Vec<Digests>> {
	let mut digests = vec![[0; 32]; files.len()];
	let is_small = |index: &u64| small(&files[*index as usize]);
	let small: Vec<u64> = (0..files.len() as u64).filter(is_small).collect();
	let of_small = in_parallel(small.len() as u64, |next, buffer| {
		let source = Source::open(root, &files[small[next as usize] as usize])?;
		let digest = source.subtree(0, source.size(), buffer, progress)?.finalize();
		source.unchanged()?;
		Ok(*digest.as_bytes())
	})?;
	for (index, digest) in small.iter().zip(of_small) {
		digests[*index as usize] = digest;
	}
	for (file, digest) in files.iter().zip(&mut digests).filter(|(file, _)| !self::small(file)) {
		*digest = shared(&Source::open(root, file)?, progress)?;
	}
	Ok(digests.into_iter().map(|blake3| Digests { blake3, sha256: None }).collect())
}

fn small(file: &File) -> bool {
	file.stamp.size() < SHARED
}

/// The digest of a file whose subtrees are hashed by all threads.
fn shared(source: &Source, progress: &(dyn Fn(u64) + Sync)) -> Result<[u8; 32]> {
	let size = source.size();
	let length = size.div_ceil(MAX_SUBTREES).next_power_of_two().max(SUBTREE);
	let subtrees = in_parallel(size.div_ceil(length), |next, buffer| {
		let start = next * length;
		let hasher = source.subtree(start, length.min(size - start), buffer, progress)?;
		Ok(hasher.finalize_non_root())
	})?;
	source.unchanged()?;
	// There are at least two, as a shared file is larger than a subtree.
	let (left, right) = subtrees.split_at(left_count(subtrees.len()));
	Ok(*merge_subtrees_root(&merge(left), &merge(right), Mode::Hash).as_bytes())
}

/// How many of `count` subtrees are left of the root: the largest power of two below it.
fn left_count(count: usize) -> usize {
	count.next_power_of_two() / 2
}

fn merge(subtrees: &[ChainingValue]) -> ChainingValue {
	if let [only] = subtrees {
		return *only;
	}
	let (left, right) = subtrees.split_at(left_count(subtrees.len()));
	merge_subtrees_non_root(&merge(left), &merge(right), Mode::Hash)
}

/// Do `count` pieces of work on all cores and return their results in order, or the first error.
fn in_parallel<T: Clone + Default + Send>(
	count: u64,
	work: impl Fn(u64, &mut Vec<u8>) -> Result<T> + Sync,
) -> Result<Vec<T>> {
	let cores = thread::available_parallelism().map_or(1, usize::from) as u64;
	let next = AtomicU64::new(0);
	let results = Mutex::new(Ok(vec![T::default(); count as usize]));
	thread::scope(|scope| {
		for _ in 0..cores.min(count) {
			scope.spawn(|| {
				let mut buffer = Vec::new();
				loop {
					let index = next.fetch_add(1, Ordering::Relaxed);
					if index >= count {
						return;
					}
					let result = work(index, &mut buffer);
					let mut all = results.lock().unwrap_or_else(PoisonError::into_inner);
					match (result, &mut *all) {
						(Ok(result), Ok(all)) => all[index as usize] = result,
						(Err(error), Ok(_)) => {
							*all = Err(error);
							// Nobody takes more.
							next.store(count, Ordering::Relaxed);
						}
						(_, Err(_)) => return,
					}
				}
			});
		}
	});
	results.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// A file being hashed, which must stay what it was when it was found.
struct Source {
	path: PathBuf,
	file: fs::File,
	stamp: Stamp,
}

impl Source {
	fn open(root: &Path, file: &File) -> Result<Self> {
		let path = root.join(&file.name);
		let opened = fs::File::open(&path).map_err(|error| Error::unreadable(&path, &error))?;
		let source = Self { path, file: opened, stamp: file.stamp };
		source.unchanged()?;
		Ok(source)
	}

	fn size(&self) -> u64 {
		self.stamp.size()
	}

	/// Is this file, and the one its name stands for now, still the one that was found?
	fn unchanged(&self) -> Result<()> {
		let same = |metadata: io::Result<fs::Metadata>| {
			metadata.is_ok_and(|metadata| Stamp::of(&metadata) == self.stamp)
		};
		let unchanged = same(self.file.metadata()) && same(fs::metadata(&self.path));
		unchanged.then_some(()).ok_or_else(|| changed(&self.path))
	}

	/// A hasher that has read `length` bytes from `start`.
	fn subtree(
		&self,
		start: u64,
		length: u64,
		buffer: &mut Vec<u8>,
		progress: &(dyn Fn(u64) + Sync),
	) -> Result<Hasher> {
		let mut hasher = Hasher::new();
		hasher.set_input_offset(start);
		let mut read = 0;
		while read < length {
			let piece = usize::try_from(length - read).unwrap_or(PIECE).min(PIECE);
			if buffer.len() < piece {
				buffer.resize(piece, 0);
			}
			let buffer = &mut buffer[..piece];
			self.file.read_exact_at(buffer, start + read).map_err(|error| match error.kind() {
				io::ErrorKind::UnexpectedEof => changed(&self.path),
				_ => Error::unreadable(&self.path, &error),
			})?;
			hasher.update(buffer);
			progress(piece as u64);
			read += piece as u64;
		}
		Ok(hasher)
	}
}
