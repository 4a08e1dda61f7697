// SPDX-License-Identifier: Apache-2.0

//! BLAKE3 and SHA-256 of many files, each byte read once.
//!
//! A lane is two threads: the front reads a file into one of a few buffers and feeds BLAKE3, the
//! back takes the same buffer on to SHA-256, the slower of the two wherever we measured. As both
//! run at once, one file is hashed at the rate of SHA-256 alone; as there are several lanes, many
//! files use every core. Memory is `lanes x BUFFERS x BUFFER_SIZE`, whatever the files' sizes.
//! BLAKE3 alone has a way of its own, as its tree can be hashed in parts.

mod subtrees;

use crate::{
	error::{Code, Error, Result, Shown},
	walk::{File, Stamp},
};
use sha2::{Digest, Sha256};
use std::{
	fs,
	io::{self, Read},
	path::Path,
	sync::{
		atomic::{AtomicBool, AtomicUsize, Ordering},
		mpsc::{sync_channel, Receiver, SyncSender},
		Mutex, PoisonError,
	},
	thread,
};

/// The bytes handed on at once: large enough that handing them on costs nothing, small enough to
/// stay in a shared cache.
const BUFFER_SIZE: usize = 1 << 20;

/// Buffers in a lane: one being filled, one being hashed, one on its way.
const BUFFERS: usize = 3;

/// The most lanes: with [`BUFFERS`] and [`BUFFER_SIZE`] it bounds memory to 12 MiB.
const MAX_LANES: usize = 4;

/// Which digests to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithms {
	/// BLAKE3 and SHA-256, as a manifest wants them.
	Both,
	/// BLAKE3 alone, for a quick look and for measuring.
	Blake3,
}

/// A file's digests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digests {
	/// The plain BLAKE3 hash, as `b3sum` prints it.
	pub blake3: [u8; 32],
	/// The SHA-256 hash, as model hubs show it; none if it was not asked for.
	pub sha256: Option<[u8; 32]>,
}

/// What happens in a lane, from its front to its back.
enum Step {
	Bytes(Vec<u8>, usize),
	/// The file ended, and has this BLAKE3 digest.
	End(usize, [u8; 32]),
}

/// What the threads share.
struct Work<'a> {
	root: &'a Path,
	files: &'a [File],
	progress: &'a (dyn Fn(u64) + Sync),
	next: AtomicUsize,
	stop: AtomicBool,
	error: Mutex<Option<Error>>,
	digests: Mutex<Vec<Digests>>,
}

/// The digests of `files` under `root`, in their order; `progress` is told of bytes read.
///
/// Errors: `unreadable-file`, `file-changed`.
pub fn hash(
	root: &Path,
	files: &[File],
	algorithms: Algorithms,
	progress: &(dyn Fn(u64) + Sync),
) -> Result<Vec<Digests>> {
	if algorithms == Algorithms::Blake3 {
		return subtrees::hash(root, files, progress);
	}
	let cores = thread::available_parallelism().map_or(1, usize::from);
	let work = Work {
		root,
		files,
		progress,
		next: AtomicUsize::new(0),
		stop: AtomicBool::new(false),
		error: Mutex::new(None),
		digests: Mutex::new(vec![Digests::default(); files.len()]),
	};
	thread::scope(|scope| {
		for _ in 0..cores.min(files.len()).min(MAX_LANES) {
			let (steps, incoming) = sync_channel(BUFFERS);
			let (spare, buffers) = sync_channel(BUFFERS);
			for _ in 0..BUFFERS {
				// Never blocks or fails: the channel has room and its other end is below.
				let _ = spare.send(Vec::new());
			}
			let work = &work;
			scope.spawn(move || work.front(&steps, &buffers));
			scope.spawn(move || work.back(&incoming, &spare));
		}
	});
	if let Some(error) = work.error.into_inner().unwrap_or_else(PoisonError::into_inner) {
		return Err(error);
	}
	Ok(work.digests.into_inner().unwrap_or_else(PoisonError::into_inner))
}

impl Work<'_> {
	/// Read file after file until there is none left or a thread failed.
	fn front(&self, steps: &SyncSender<Step>, buffers: &Receiver<Vec<u8>>) {
		while !self.stop.load(Ordering::Relaxed) {
			let index = self.next.fetch_add(1, Ordering::Relaxed);
			let Some(file) = self.files.get(index) else { return };
			match self.read(file, steps, buffers) {
				Ok(Some(blake3)) => {
					if steps.send(Step::End(index, blake3)).is_err() {
						return;
					}
				}
				Ok(None) => return,
				Err(error) => {
					self.stop.store(true, Ordering::Relaxed);
					let mut first = self.error.lock().unwrap_or_else(PoisonError::into_inner);
					first.get_or_insert(error);
					return;
				}
			}
		}
	}

	/// Read one file, checking that it stays what it was; `None` if the lane was stopped.
	fn read(
		&self,
		file: &File,
		steps: &SyncSender<Step>,
		buffers: &Receiver<Vec<u8>>,
	) -> Result<Option<[u8; 32]>> {
		let path = self.root.join(&file.name);
		let unreadable = |error: io::Error| Error::unreadable(&path, &error);
		let mut source = fs::File::open(&path).map_err(unreadable)?;
		let unchanged = |metadata: io::Result<fs::Metadata>| {
			let same = metadata.is_ok_and(|metadata| Stamp::of(&metadata) == file.stamp);
			same.then_some(()).ok_or_else(|| changed(&path))
		};
		unchanged(source.metadata())?;

		let mut blake3 = blake3::Hasher::new();
		let mut total = 0u64;
		loop {
			let Ok(mut buffer) = buffers.recv() else { return Ok(None) };
			if self.stop.load(Ordering::Relaxed) {
				return Ok(None);
			}
			// Buffers grow to what the files need, once: small files never touch a whole one.
			let wanted = file.stamp.size().saturating_sub(total).saturating_add(1);
			let length = usize::try_from(wanted).unwrap_or(BUFFER_SIZE).min(BUFFER_SIZE);
			if buffer.len() < length {
				buffer.resize(length, 0);
			}
			let filled = fill(&mut source, &mut buffer[..length]).map_err(unreadable)?;
			blake3.update(&buffer[..filled]);
			total = total.saturating_add(filled as u64);
			(self.progress)(filled as u64);
			// An overlong file ends here too: there is no use in reading a growing one for ever.
			let ended = filled < length || total > file.stamp.size();
			if steps.send(Step::Bytes(buffer, filled)).is_err() {
				return Ok(None);
			}
			if ended {
				break;
			}
		}
		if total != file.stamp.size() {
			return Err(changed(&path));
		}
		// Both the file that was read and the one the name stands for now.
		unchanged(source.metadata())?;
		unchanged(fs::metadata(&path))?;
		Ok(Some(*blake3.finalize().as_bytes()))
	}

	/// Hash what the front has read and give its buffers back.
	fn back(&self, incoming: &Receiver<Step>, spare: &SyncSender<Vec<u8>>) {
		let mut sha256 = Sha256::new();
		while let Ok(step) = incoming.recv() {
			match step {
				Step::Bytes(buffer, filled) => {
					sha256.update(&buffer[..filled]);
					// The front may have left already.
					let _ = spare.send(buffer);
				}
				Step::End(index, blake3) => {
					let digests = Digests { blake3, sha256: Some(sha256.finalize_reset().into()) };
					let mut all = self.digests.lock().unwrap_or_else(PoisonError::into_inner);
					if let Some(slot) = all.get_mut(index) {
						*slot = digests;
					}
				}
			}
		}
	}
}

/// Read until the buffer is full or the file ends.
fn fill(source: &mut fs::File, buffer: &mut [u8]) -> io::Result<usize> {
	let mut filled = 0;
	while filled < buffer.len() {
		match source.read(&mut buffer[filled..]) {
			Ok(0) => break,
			Ok(read) => filled += read,
			Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
			Err(error) => return Err(error),
		}
	}
	Ok(filled)
}

fn changed(path: &Path) -> Error {
	Error::new(
		Code::FILE_CHANGED,
		format!(
			"{} changed while it was being hashed. Run this again when nothing writes to it.",
			Shown(path)
		),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::walk::walk;
	use std::{io::Write, sync::atomic::AtomicU64};
	use tempfile::tempdir;

	const NO_PROGRESS: &(dyn Fn(u64) + Sync) = &|_| ();

	fn bytes(length: usize) -> Vec<u8> {
		(0..length).map(|i| (i * 31 % 251) as u8).collect()
	}

	#[test]
	fn agrees_with_the_plain_hashes_at_every_edge() {
		let dir = tempdir().unwrap();
		let lengths = [
			0,
			1,
			63,
			64,
			65,
			1023,
			1024,
			1025,
			BUFFER_SIZE - 1,
			BUFFER_SIZE,
			BUFFER_SIZE + 1,
			3 * BUFFER_SIZE + 17,
			7 * BUFFER_SIZE,
			// Shared between threads when BLAKE3 is computed alone, with and without a rest.
			4 * BUFFER_SIZE - 1,
			4 * BUFFER_SIZE,
			4 * BUFFER_SIZE + 1,
			5 * BUFFER_SIZE + 1024,
			8 * BUFFER_SIZE + 1,
			13 * BUFFER_SIZE - 1,
		];
		for (i, length) in lengths.iter().enumerate() {
			fs::write(dir.path().join(format!("{i:02}")), bytes(*length)).unwrap();
		}
		let files = walk(dir.path()).unwrap();
		let read = AtomicU64::new(0);
		let count = |n| {
			read.fetch_add(n, Ordering::Relaxed);
		};
		let both = hash(dir.path(), &files, Algorithms::Both, &count).unwrap();
		let alone = hash(dir.path(), &files, Algorithms::Blake3, NO_PROGRESS).unwrap();
		assert_eq!(read.into_inner(), lengths.iter().sum::<usize>() as u64);
		for ((length, both), alone) in lengths.iter().zip(&both).zip(&alone) {
			let bytes = bytes(*length);
			assert_eq!(both.blake3, *blake3::hash(&bytes).as_bytes(), "{length}");
			assert_eq!(both.sha256, Some(Sha256::digest(&bytes).into()), "{length}");
			assert_eq!(*alone, Digests { blake3: both.blake3, sha256: None }, "{length}");
		}
	}

	#[test]
	fn known_answers() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("abc"), "abc").unwrap();
		let files = walk(dir.path()).unwrap();
		let digests = hash(dir.path(), &files, Algorithms::Both, NO_PROGRESS).unwrap()[0];
		assert_eq!(
			hex::encode(digests.blake3),
			"6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
		);
		assert_eq!(
			hex::encode(digests.sha256.unwrap()),
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
		);
	}

	#[test]
	fn many_small_files_keep_their_order() {
		let dir = tempdir().unwrap();
		for i in 0..500 {
			fs::write(dir.path().join(format!("{i:03}")), bytes(i)).unwrap();
		}
		let files = walk(dir.path()).unwrap();
		let digests = hash(dir.path(), &files, Algorithms::Both, NO_PROGRESS).unwrap();
		for (i, digests) in digests.iter().enumerate() {
			assert_eq!(digests.blake3, *blake3::hash(&bytes(i)).as_bytes());
		}
	}

	/// Change the file when its first bytes have been read, and see the refusal.
	fn fails_when_changed(change: impl Fn(&Path) + Sync) {
		let dir = tempdir().unwrap();
		let path = dir.path().join("model");
		fs::write(&path, bytes(5 * BUFFER_SIZE)).unwrap();
		for algorithms in [Algorithms::Both, Algorithms::Blake3] {
			let files = walk(dir.path()).unwrap();
			let first = AtomicBool::new(true);
			let progress = |_| {
				if first.swap(false, Ordering::Relaxed) {
					change(&path);
				}
			};
			let error = hash(dir.path(), &files, algorithms, &progress).unwrap_err();
			assert_eq!(error.code, Code::FILE_CHANGED);
			assert!(error.message.contains("model"), "{error}");
		}
	}

	#[test]
	fn fails_when_a_file_grows() {
		fails_when_changed(|path| {
			let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
			file.write_all(b"x").unwrap();
		});
	}

	#[test]
	fn fails_when_a_file_shrinks() {
		fails_when_changed(|path| {
			let file = fs::OpenOptions::new().write(true).open(path).unwrap();
			file.set_len(2 * BUFFER_SIZE as u64).unwrap();
		});
	}

	#[test]
	fn fails_when_a_byte_changes_and_the_time_is_put_back() {
		fails_when_changed(|path| {
			let modified = fs::metadata(path).unwrap().modified().unwrap();
			let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
			file.write_all(b"!").unwrap();
			file.set_modified(modified).unwrap();
		});
	}

	#[test]
	fn fails_when_a_file_is_replaced() {
		fails_when_changed(|path| {
			let other = path.with_extension("new");
			fs::copy(path, &other).unwrap();
			fs::rename(&other, path).unwrap();
		});
	}

	#[test]
	fn fails_when_a_file_vanishes_before_it_is_read() {
		let dir = tempdir().unwrap();
		fs::write(dir.path().join("model"), "x").unwrap();
		let files = walk(dir.path()).unwrap();
		fs::remove_file(dir.path().join("model")).unwrap();
		let error = hash(dir.path(), &files, Algorithms::Both, NO_PROGRESS).unwrap_err();
		assert_eq!(error.code, Code::UNREADABLE_FILE);
	}
}
