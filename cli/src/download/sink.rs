// SPDX-License-Identifier: Apache-2.0

//! A file as it arrives: written, and hashed on the way.
//!
//! Two threads work on it beside the network: one writes and feeds BLAKE3, the other feeds SHA-256.
//! A few pieces wait between them, so memory does not grow with the file.

use super::{
	directory::not_written,
	staging::{ensure_plain, Claim},
};
use crate::{
	error::{Code, Error, Result},
	hash::Digests,
};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::{
	fs::File,
	io::{self, Read, Write},
	path::{Path, PathBuf},
	sync::mpsc::{sync_channel, SyncSender},
	thread,
};
use tokio::{sync::mpsc, task::JoinHandle};

/// The pieces that may wait: what a connection gives at once is at most a few hundred KiB.
const WAITING: usize = 8;

/// The bytes that are read again at once of what an earlier run left.
const CHUNK: usize = 256 << 10;

/// A file being written.
pub struct Sink {
	pieces: mpsc::Sender<Bytes>,
	writer: JoinHandle<Result<Digests>>,
}

impl Sink {
	/// Go on with a part after its first `start` bytes; what is behind them is cut off.
	pub fn open(part: &Path, start: u64, claim: Claim) -> Self {
		let (pieces, incoming) = mpsc::channel(WAITING);
		let part = part.to_owned();
		let writer = tokio::task::spawn_blocking(move || {
			// Nobody else writes to it until the last byte is there.
			let _claim = claim;
			write(&part, start, incoming)
		});
		Self { pieces, writer }
	}

	/// Write what arrived; `false` if it cannot be, and [`Sink::finish`] says why.
	pub async fn push(&self, bytes: Bytes) -> bool {
		self.pieces.send(bytes).await.is_ok()
	}

	/// Wait until all is written and on disk; the digests of the whole.
	///
	/// Errors: `file-not-written`, `unreadable-file`, `file-exists`.
	pub async fn finish(self) -> Result<Digests> {
		drop(self.pieces);
		self.writer.await.map_err(|error| {
			Error::new(Code::INTERNAL, format!("writing stopped unexpectedly: {error}"))
		})?
	}
}

fn write(part: &Path, start: u64, mut incoming: mpsc::Receiver<Bytes>) -> Result<Digests> {
	ensure_plain(part)?;
	let (pieces, to_hash) = sync_channel::<Bytes>(WAITING);
	let second = thread::Builder::new().spawn(move || {
		let mut sha256 = Sha256::new();
		to_hash.iter().for_each(|bytes| sha256.update(&bytes));
		<[u8; 32]>::from(sha256.finalize())
	});
	let second = second.map_err(|error| {
		Error::new(Code::INTERNAL, format!("no thread can be started: {error}"))
	})?;
	let blake3 = write_and_hash(part, start, &mut incoming, &pieces);
	drop(pieces);
	let sha256 = second.join();
	let sha256 = sha256.map_err(|_| Error::new(Code::INTERNAL, "hashing stopped unexpectedly"))?;
	Ok(Digests { blake3: blake3?, sha256: Some(sha256) })
}

/// The BLAKE3 hash of the whole, each piece handed on.
fn write_and_hash(
	part: &Path,
	start: u64,
	incoming: &mut mpsc::Receiver<Bytes>,
	pieces: &SyncSender<Bytes>,
) -> Result<[u8; 32]> {
	let failed = |error: io::Error| not_written(part, &error);
	let mut options = File::options();
	let mut file =
		options.create(true).truncate(false).read(true).write(true).open(part).map_err(failed)?;
	file.set_len(start).map_err(failed)?;
	let mut blake3 = blake3::Hasher::new();
	loop {
		let mut bytes = Vec::with_capacity(CHUNK);
		let read = (&mut file).take(CHUNK as u64).read_to_end(&mut bytes);
		if read.map_err(|error| Error::unreadable(part, &error))? == 0 {
			break;
		}
		blake3.update(&bytes);
		// Its other end hashes until we hang up.
		let _ = pieces.send(bytes.into());
	}
	while let Some(bytes) = incoming.blocking_recv() {
		let _ = pieces.send(bytes.clone());
		file.write_all(&bytes).map_err(failed)?;
		blake3.update(&bytes);
	}
	file.sync_data().map_err(failed)?;
	Ok(*blake3.finalize().as_bytes())
}

/// How much of a part is here.
///
/// Errors: `file-exists` if something else is in its place.
pub fn part_length(part: &Path) -> Result<u64> {
	ensure_plain(part)?;
	Ok(part.symlink_metadata().map_or(0, |metadata| metadata.len()))
}

/// Take a part away whose bytes are not the file's.
///
/// Errors: `file-not-written`.
pub fn discard(part: &PathBuf) -> Result<()> {
	match std::fs::remove_file(part) {
		Err(error) if error.kind() != io::ErrorKind::NotFound => Err(not_written(part, &error)),
		_ => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::download::{directory::Directory, staging::Staging};
	use std::fs;
	use tempfile::tempdir;

	#[tokio::test]
	async fn pieces_and_what_was_there_make_one_hash() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		let part = staging.part(0);
		let whole: Vec<u8> = (0..3_000_000u32).map(|i| (i % 251) as u8).collect();
		for start in [0, 1, 1 << 20, 2_500_000, whole.len()] {
			// What is behind the start is not trusted.
			let mut before = whole[..start].to_vec();
			before.extend(b"rest of something else");
			fs::write(&part, &before).unwrap();
			let sink = Sink::open(&part, start as u64, staging.claim());
			for piece in whole[start..].chunks(70_000) {
				assert!(sink.push(Bytes::copy_from_slice(piece)).await);
			}
			let digests = sink.finish().await.unwrap();
			assert_eq!(digests.blake3, *blake3::hash(&whole).as_bytes(), "{start}");
			assert_eq!(digests.sha256, Some(Sha256::digest(&whole).into()), "{start}");
			assert_eq!(fs::read(&part).unwrap(), whole, "{start}");
		}
		assert_eq!(part_length(&part).unwrap(), whole.len() as u64);
		discard(&part).unwrap();
		discard(&part).unwrap();
		assert_eq!(part_length(&part).unwrap(), 0);
	}

	#[tokio::test]
	async fn a_part_that_cannot_be_written_is_told() {
		let dir = tempdir().unwrap();
		let directory = Directory::open(dir.path()).unwrap();
		let staging = Staging::open(&directory, &[1; 32]).unwrap();
		let sink = Sink::open(&dir.path().join("none/0"), 0, staging.claim());
		while sink.push(Bytes::from_static(b"x")).await {}
		assert_eq!(sink.finish().await.unwrap_err().code, Code::FILE_NOT_WRITTEN);
	}
}
