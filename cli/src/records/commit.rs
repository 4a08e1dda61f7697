// SPDX-License-Identifier: Apache-2.0

//! A commitment, made in one pass over a file.
//!
//! One thread reads the file into chunks; one thread for each core turns a chunk into canonical
//! records, leaves and the subtrees above them; the caller joins the subtrees in their order and writes
//! leaves and nodes, so that who hashes never waits for the disk. A fixed number of chunks goes round,
//! so memory does not grow with the file.

use super::{
	group::Group,
	input::{self, Account, Chunk, Cursor, Layout, Reading, Rows, Source, NOBODY},
	secret::Secret,
	sha256::Digest,
	store::{node_position, Files, NODES_FROM},
	tree::{Stretch, Subtree, NODE_COMPRESSIONS},
	LEAF, MAX_RECORD, MAX_RECORDS,
};
use crate::{
	error::{printable, Code, Error, Result, Shown},
	reference::parse_account,
	walk::Stamp,
};
use std::{
	collections::BTreeMap,
	fs::{self, File},
	io::{self, BufRead, BufReader},
	os::unix::fs::FileExt,
	path::{Path, PathBuf},
	sync::{
		mpsc::{channel, Receiver, Sender},
		Mutex, PoisonError,
	},
	thread,
};

/// Chunks on their way beside those that are being hashed.
const SPARE_CHUNKS: usize = 12;

/// After how many leaves to begin to bring them to disk: 32 MiB.
const FLUSHED: u64 = 1 << 19;

/// How many bytes of nodes are written at once.
const NODES_AT_ONCE: usize = 64 << 10;

/// The longest line of a file of contributors.
const MAX_ADDRESS: u64 = 256;

/// Who contributed the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contributors {
	/// Nobody that is known.
	Nobody,
	/// One account all of them.
	All(Account),
	/// Who stands in this column.
	Column(String),
	/// Who stands in the same line of this file.
	Lines(PathBuf),
}

/// What was done so far.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
	/// How many records are hashed.
	pub records: u64,
	/// How many bytes of the file are read.
	pub position: u64,
}

/// The records of an earlier version, with which these have to begin.
pub struct Earlier<'a> {
	/// Its leaves, one after another.
	pub leaves: &'a File,
	/// How many.
	pub count: u64,
}

/// What a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
	/// The root of the tree.
	pub root: Digest,
	/// How many records there are.
	pub count: u64,
	/// How many SHA-256 compressions it took.
	pub compressions: u64,
}

/// Commit to the records of a file and write the leaves and nodes.
///
/// Errors: those of [`input::open`], `no-records`, `record-too-large`, `too-many-records`,
/// `bad-contributor`, `records-changed`, `file-changed`, `file-not-written`.
pub fn commit(
	path: &Path,
	reading: &Reading,
	contributors: &Contributors,
	secret: &Secret,
	files: &Files,
	earlier: Option<Earlier<'_>>,
	progress: &mut dyn FnMut(Progress),
) -> Result<Built> {
	let unreadable = |error: io::Error| Error::unreadable(path, &error);
	let metadata = fs::metadata(path).map_err(unreadable)?;
	if !metadata.is_file() {
		return Err(unreadable(io::Error::other("it is no file")));
	}
	let stamp = Stamp::of(&metadata);
	let column = match contributors {
		Contributors::Column(name) => Some(name.as_str()),
		_ => None,
	};
	let opened = input::open(path, reading, column)?;
	let lines = match contributors {
		Contributors::Lines(path) => Some(Addresses::open(path)?),
		_ => None,
	};
	let everybody = match contributors {
		Contributors::All(account) => *account,
		_ => NOBODY,
	};
	let work = Work { path, layout: &opened.layout, everybody, secret, files, earlier };
	let built = work.run(opened.source, lines, progress)?;
	let same = fs::metadata(path).is_ok_and(|metadata| Stamp::of(&metadata) == stamp);
	if !same {
		return Err(Error::new(
			Code::FILE_CHANGED,
			format!(
				"{} changed while it was read. Run this again when nothing writes to it.",
				Shown(path)
			),
		));
	}
	Ok(built)
}

/// A chunk to be hashed, and the index of its first record.
struct Task {
	number: u64,
	first: u64,
	chunk: Chunk,
}

/// What came of a task.
struct Outcome {
	chunk: Chunk,
	subtrees: Vec<Subtree>,
	/// The nodes within it that are to be kept.
	nodes: Vec<Subtree>,
	records: u64,
	compressions: u64,
}

/// What the threads share.
struct Work<'a> {
	path: &'a Path,
	layout: &'a Layout,
	everybody: Account,
	secret: &'a Secret,
	files: &'a Files,
	earlier: Option<Earlier<'a>>,
}

impl Work<'_> {
	fn run(
		&self,
		source: Box<dyn Source>,
		lines: Option<Addresses>,
		progress: &mut dyn FnMut(Progress),
	) -> Result<Built> {
		let threads = thread::available_parallelism().map_or(1, usize::from);
		let (spare, spares) = channel();
		let (tasks, incoming) = channel();
		let (outcomes, results) = channel();
		for _ in 0..threads + SPARE_CHUNKS {
			// Its other end is below.
			let _ = spare.send(Chunk::default());
		}
		let incoming = Mutex::new(incoming);
		thread::scope(|scope| {
			let failures = outcomes.clone();
			scope.spawn(move || self.read(source, lines, &spares, &tasks, &failures));
			for _ in 0..threads {
				let (outcomes, incoming) = (outcomes.clone(), &incoming);
				scope.spawn(move || self.hash(incoming, &outcomes));
			}
			drop(outcomes);
			let (written, flushes) = channel();
			scope.spawn(move || flushes.iter().for_each(|()| self.files.flush()));
			// With the spare chunks the reader goes, and with its tasks the others.
			self.join(&results, spare, &written, progress)
		})
	}

	/// Read chunk after chunk, until the file ends or nobody wants more.
	fn read(
		&self,
		mut source: Box<dyn Source>,
		mut lines: Option<Addresses>,
		spares: &Receiver<Chunk>,
		tasks: &Sender<Task>,
		failures: &Sender<(u64, Result<Outcome>)>,
	) {
		let (mut number, mut first) = (0, 0u64);
		while let Ok(mut chunk) = spares.recv() {
			let more = source.next(&mut chunk).and_then(|more| {
				if let Some(lines) = &mut lines {
					chunk.contributors.clear();
					let rows = if more { chunk.rows.len() } else { 0 };
					lines.take(rows, first, &mut chunk.contributors)?;
					if !more {
						lines.ensure_ended(first)?;
					}
				}
				if more && first + chunk.rows.len() as u64 > MAX_RECORDS {
					let message = format!(
						"{} has more than {MAX_RECORDS} records, the most a version can commit to.",
						Shown(self.path)
					);
					return Err(Error::new(Code::TOO_MANY_RECORDS, message));
				}
				Ok(more)
			});
			match more {
				Ok(true) => {
					let records = chunk.rows.len() as u64;
					if tasks.send(Task { number, first, chunk }).is_err() {
						return;
					}
					number += 1;
					first += records;
				}
				Ok(false) => return,
				Err(error) => {
					let _ = failures.send((number, Err(error)));
					return;
				}
			}
		}
	}

	/// Hash chunk after chunk.
	fn hash(&self, incoming: &Mutex<Receiver<Task>>, outcomes: &Sender<(u64, Result<Outcome>)>) {
		let mut hasher = Hasher::default();
		loop {
			let task = incoming.lock().unwrap_or_else(PoisonError::into_inner).recv();
			let Ok(Task { number, first, chunk }) = task else { return };
			let outcome = self.chunk(&mut hasher, first, chunk);
			if outcomes.send((number, outcome)).is_err() {
				return;
			}
		}
	}

	/// Hash the records of a chunk.
	fn chunk(&self, hasher: &mut Hasher, first: u64, mut chunk: Chunk) -> Result<Outcome> {
		let Hasher { group, cursor, stretch } = hasher;
		let mut leaves = std::mem::take(&mut chunk.leaves);
		let records = chunk.rows.len();
		let (mut count, mut nodes_above, mut nodes) = (0, 0, Vec::new());
		leaves.clear();
		leaves.reserve(records * LEAF);
		stretch.clear();
		cursor.rewind();
		let mut from = 0;
		while from < records {
			let start = first + from as u64;
			let size = Group::size(start, records - from);
			group.clear();
			for row in from..from + size {
				let contributor = self.layout.write(&chunk.rows, row, cursor, group.next());
				let index = first + row as u64;
				let contributor = contributor
					.map_err(|wrong| self.wrong(&chunk, row, index, wrong.code, &wrong.why))?;
				let length = group.appended();
				if length > MAX_RECORD {
					let why = format!(
						"its canonical form has {length} bytes, and {MAX_RECORD} is the most"
					);
					return Err(self.wrong(&chunk, row, index, Code::RECORD_TOO_LARGE, &why));
				}
				let listed = || chunk.contributors.get(row).copied();
				group.end(contributor.or_else(listed).unwrap_or(self.everybody));
			}
			count += group.hash(self.secret, start, &mut leaves, stretch, &mut |node| {
				nodes_above += NODE_COMPRESSIONS;
				if node.level >= NODES_FROM {
					nodes.push(*node);
				}
			});
			from += size;
		}
		count += nodes_above;
		self.compare(&chunk, first, &leaves)?;
		chunk.leaves = leaves;
		let subtrees = stretch.subtrees().to_vec();
		Ok(Outcome { chunk, subtrees, nodes, records: records as u64, compressions: count })
	}

	/// Check that what the earlier version has of these leaves is the same.
	fn compare(&self, chunk: &Chunk, first: u64, leaves: &[u8]) -> Result<()> {
		let Some(earlier) = &self.earlier else { return Ok(()) };
		let left = earlier.count.saturating_sub(first);
		let known = usize::try_from(left).unwrap_or(usize::MAX).min(leaves.len() / LEAF);
		let mut stored = vec![0; known * LEAF];
		earlier.leaves.read_exact_at(&mut stored, first * LEAF as u64).map_err(|error| {
			Error::new(
				Code::STORE_DAMAGED,
				format!("the leaves of the earlier version cannot be read: {error}."),
			)
		})?;
		let (stored, leaves) = (stored.chunks_exact(LEAF), leaves.chunks_exact(LEAF));
		for (row, (before, now)) in stored.zip(leaves).enumerate() {
			if before == now {
				continue;
			}
			let what = if before[32..] == now[32..] {
				"has another contributor than in the earlier version"
			} else {
				"is not the same as in the earlier version"
			};
			let why = format!(
				"it {what}. A version can only be extended: append records, and change none"
			);
			return Err(self.wrong(chunk, row, first + row as u64, Code::RECORDS_CHANGED, &why));
		}
		Ok(())
	}

	fn wrong(&self, chunk: &Chunk, row: usize, index: u64, code: Code, why: &str) -> Error {
		let line = match &chunk.rows {
			Rows::Text(text) => format!(" (line {})", text.line(row)),
			Rows::Columns(_) => String::new(),
		};
		Error::new(code, format!("record {index} of {}{line}: {why}.", Shown(self.path)))
	}

	/// Join what the threads have hashed, in its order.
	fn join(
		&self,
		results: &Receiver<(u64, Result<Outcome>)>,
		spare: Sender<Chunk>,
		written: &Sender<()>,
		progress: &mut dyn FnMut(Progress),
	) -> Result<Built> {
		let mut waiting = BTreeMap::new();
		let (mut next, mut count, mut compressions) = (0, 0u64, 0);
		let (mut tree, mut nodes) = (Stretch::default(), Nodes::default());
		while let Ok((number, outcome)) = results.recv() {
			waiting.insert(number, outcome);
			while let Some(outcome) = waiting.remove(&next) {
				let Outcome { chunk, subtrees, nodes: within, records, compressions: spent } =
					outcome?;
				next += 1;
				self.files.write_leaves(&chunk.leaves, count)?;
				if (count + records) / FLUSHED > count / FLUSHED {
					// The thread that does it lives as long as this one.
					let _ = written.send(());
				}
				count += records;
				compressions += spent;
				within.iter().for_each(|node| nodes.take(node));
				for subtree in subtrees {
					tree.push(subtree, &mut |node| {
						compressions += NODE_COMPRESSIONS;
						nodes.take(node);
					});
				}
				if nodes.bytes.len() >= NODES_AT_ONCE {
					nodes.write(self.files)?;
				}
				progress(Progress { records: count, position: chunk.position });
				// The reader may have come to the end.
				let _ = spare.send(chunk);
			}
		}
		nodes.write(self.files)?;
		let Some(root) = tree.root() else {
			return Err(Error::new(
				Code::NO_RECORDS,
				format!("{} has no records to commit to.", Shown(self.path)),
			));
		};
		// The last nodes join what is no perfect subtree.
		compressions += NODE_COMPRESSIONS * (tree.subtrees().len() as u64).saturating_sub(1);
		if let Some(earlier) = self.earlier.as_ref().filter(|earlier| count < earlier.count) {
			return Err(Error::new(
				Code::RECORDS_CHANGED,
				format!(
					"{} has {count} records, and the earlier version {}. A version can only be \
					 extended: append records, and leave none out.",
					Shown(self.path),
					earlier.count
				),
			));
		}
		Ok(Built { root, count, compressions })
	}
}

/// What one thread hashes with, chunk after chunk.
#[derive(Default)]
struct Hasher {
	group: Group,
	cursor: Cursor,
	stretch: Stretch,
}

/// Nodes that are to be written.
///
/// They lie in the order in which a stream of leaves completes them: as long as chunks are taken in
/// their order, and each with all that it completes, there are no gaps.
#[derive(Default)]
struct Nodes {
	/// Where the first of them belongs, in nodes.
	first: u64,
	bytes: Vec<u8>,
}

impl Nodes {
	/// Take a node, if it is one that is kept, to its place.
	fn take(&mut self, node: &Subtree) {
		if node.level < NODES_FROM {
			return;
		}
		let place = node_position(node.level, node.index).saturating_sub(self.first) as usize;
		let (from, to) = (place * node.hash.len(), (place + 1) * node.hash.len());
		if self.bytes.len() < to {
			self.bytes.resize(to, 0);
		}
		self.bytes[from..to].copy_from_slice(&node.hash);
	}

	/// Write all that were taken.
	fn write(&mut self, files: &Files) -> Result<()> {
		files.write_nodes(&self.bytes, self.first)?;
		self.first += (self.bytes.len() / size_of::<Digest>()) as u64;
		self.bytes.clear();
		Ok(())
	}
}

/// The lines of a file of contributors.
struct Addresses {
	path: PathBuf,
	lines: BufReader<File>,
	last: (String, Account),
}

impl Addresses {
	fn open(path: &Path) -> Result<Self> {
		let file = File::open(path).map_err(|error| Error::unreadable(path, &error))?;
		let last = (String::new(), NOBODY);
		Ok(Self { path: path.to_owned(), lines: BufReader::new(file), last })
	}

	/// The next line, without white space around it.
	fn line(&mut self, index: u64) -> Result<Option<String>> {
		let mut line = Vec::new();
		let mut limited = io::Read::take(&mut self.lines, MAX_ADDRESS);
		let read = limited.read_until(b'\n', &mut line);
		let read = read.map_err(|error| Error::unreadable(&self.path, &error))?;
		if read == 0 {
			return Ok(None);
		}
		match String::from_utf8(line) {
			Ok(line) => Ok(Some(line.trim().to_owned())),
			Err(_) => Err(self.wrong(index, "it is not UTF-8")),
		}
	}

	/// The contributors of the next records.
	fn take(&mut self, records: usize, first: u64, into: &mut Vec<Account>) -> Result<()> {
		for row in 0..records {
			let index = first + row as u64;
			let Some(line) = self.line(index)? else {
				return Err(self.wrong(index, "there is none: write an empty line for nobody"));
			};
			if line.is_empty() {
				into.push(NOBODY);
				continue;
			}
			if self.last.0 != line {
				let account =
					parse_account(&line).map_err(|why| self.wrong(index, &printable(&why)))?;
				self.last = (line, account.0);
			}
			into.push(self.last.1);
		}
		Ok(())
	}

	/// After the last record there is nobody left.
	fn ensure_ended(&mut self, count: u64) -> Result<()> {
		match self.line(count)? {
			None => Ok(()),
			Some(_) => Err(self.wrong(count, "there are only so many records")),
		}
	}

	fn wrong(&self, index: u64, why: &str) -> Error {
		Error::new(
			Code::BAD_CONTRIBUTOR,
			format!("the contributor in line {} of {}: {why}.", index + 1, Shown(&self.path)),
		)
	}
}
