// SPDX-License-Identifier: Apache-2.0

//! Text that is cut into rows, lines or blocks.

use super::{Chunk, Format, Reading, Rows, Source};
use crate::{
	error::{Code, Error, Result, Shown},
	records::MAX_RECORD,
};
use std::{
	io::{self, Read},
	ops::Range,
	path::{Path, PathBuf},
	sync::{
		atomic::{AtomicU64, Ordering},
		Arc,
	},
};

/// The bytes that are read at once and cut into one chunk.
const TARGET: usize = 128 << 10;

/// The largest block: one record.
pub const MAX_BLOCK: u32 = MAX_RECORD as u32;

/// The longest row or line as it stands in the file, before it is brought into canonical form.
const MAX_ROW: usize = 8 * MAX_RECORD;

/// Bytes of a file and where its records are in them.
#[derive(Debug, Default)]
pub struct Text {
	bytes: Vec<u8>,
	records: Vec<Range<usize>>,
	/// The line of the first byte, from 1.
	line: u64,
}

impl Text {
	/// How many records there are.
	pub fn len(&self) -> usize {
		self.records.len()
	}

	/// The bytes of a record.
	pub fn record(&self, index: usize) -> &[u8] {
		&self.bytes[self.records[index].clone()]
	}

	/// The line in which a record begins, from 1.
	pub fn line(&self, index: usize) -> u64 {
		self.line + newlines(&self.bytes[..self.records[index].start])
	}
}

fn newlines(bytes: &[u8]) -> u64 {
	bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Cuts a file into records, a chunk of them at a time.
pub struct Splitter {
	path: PathBuf,
	source: Box<dyn Read + Send>,
	position: Arc<AtomicU64>,
	cut: Cut,
	/// What was read and is not yet part of a chunk.
	rest: Vec<u8>,
	/// The line with which the rest begins.
	line: u64,
	/// How many records came before the rest.
	records: u64,
	/// Whether a row of names is still to be passed over.
	skip: bool,
	started: bool,
	ended: bool,
}

/// Where a record ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
	/// At a line break outside quotes; lines without anything are passed over.
	Rows,
	/// At a line break; lines without anything are passed over.
	Objects,
	/// At a line break.
	Lines,
	/// After so many bytes.
	Blocks(usize),
}

impl Splitter {
	/// Cut what `source` reads; `skip` passes over the first row.
	pub fn new(
		path: &Path,
		source: Box<dyn Read + Send>,
		reading: &Reading,
		position: Arc<AtomicU64>,
		skip: bool,
	) -> Result<Self> {
		let cut = match reading.format {
			Format::Csv => Cut::Rows,
			Format::Jsonl => Cut::Objects,
			Format::Blocks => Cut::Blocks(reading.block.unwrap_or(MAX_BLOCK).max(1) as usize),
			_ => Cut::Lines,
		};
		Ok(Self {
			path: path.to_owned(),
			source,
			position,
			cut,
			rest: Vec::new(),
			line: 1,
			records: 0,
			skip,
			started: false,
			ended: false,
		})
	}

	/// Read until the buffer has so many bytes or the file ends.
	fn fill(&mut self, bytes: &mut Vec<u8>, target: usize) -> Result<()> {
		while !self.ended && bytes.len() < target {
			let from = bytes.len();
			bytes.resize(target, 0);
			let read = match self.source.read(&mut bytes[from..]) {
				Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(0),
				Ok(0) => {
					self.ended = true;
					Ok(0)
				}
				read => read,
			};
			bytes.truncate(from + *read.as_ref().unwrap_or(&0));
			if let Err(error) = read {
				return Err(self.unreadable(&error));
			}
		}
		Ok(())
	}

	fn unreadable(&self, error: &io::Error) -> Error {
		// What is no gzip, or only part of one.
		let damaged = matches!(
			error.kind(),
			io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
		);
		if !damaged {
			return Error::unreadable(&self.path, error);
		}
		Error::new(
			Code::BAD_RECORDS,
			format!(
				"{} cannot be unpacked after record {}: {error}. It is damaged, or no gzip file.",
				Shown(&self.path),
				self.records
			),
		)
	}

	fn wrong(&self, code: Code, line: u64, why: &str) -> Error {
		Error::new(
			code,
			format!("record {} of {} (line {line}): {why}.", self.records, Shown(&self.path)),
		)
	}

	/// Find the records that end within the bytes, and where the last of them, with its line
	/// break, does.
	fn cut(&self, bytes: &[u8], records: &mut Vec<Range<usize>>) -> usize {
		if let Cut::Blocks(size) = self.cut {
			let whole = bytes.len() / size;
			records.extend((0..whole).map(|block| block * size..(block + 1) * size));
			return whole * size;
		}
		let (mut from, mut quoted) = (0, false);
		for (at, byte) in bytes.iter().enumerate() {
			match byte {
				b'"' if self.cut == Cut::Rows => quoted = !quoted,
				b'\n' if !quoted => {
					self.take(bytes, from..at, records);
					from = at + 1;
				}
				_ => {}
			}
		}
		from
	}

	/// Take a line as a record, unless it is one to be passed over.
	fn take(&self, bytes: &[u8], line: Range<usize>, records: &mut Vec<Range<usize>>) {
		let text = &bytes[line.clone()];
		match self.cut {
			Cut::Rows => {
				let text = text.strip_suffix(b"\r").unwrap_or(text);
				if !text.is_empty() {
					records.push(line.start..line.start + text.len());
				}
			}
			Cut::Objects => {
				if !text.iter().all(u8::is_ascii_whitespace) {
					records.push(line);
				}
			}
			_ => records.push(line),
		}
	}

	/// What is left when the file has ended.
	fn last(&self, bytes: &[u8], from: usize, records: &mut Vec<Range<usize>>) -> Result<()> {
		let rest = &bytes[from..];
		if rest.is_empty() {
			return Ok(());
		}
		let quotes = rest.iter().filter(|byte| **byte == b'"').count();
		if self.cut == Cut::Rows && quotes % 2 == 1 {
			let line = self.line + newlines(&bytes[..from]);
			let message = format!(
				"the row that begins in line {line} of {}: a quote is never closed.",
				Shown(&self.path)
			);
			return Err(Error::new(Code::BAD_RECORDS, message));
		}
		if matches!(self.cut, Cut::Blocks(_)) {
			records.push(from..bytes.len());
		} else {
			self.take(bytes, from..bytes.len(), records);
		}
		Ok(())
	}
}

impl Source for Splitter {
	fn next(&mut self, chunk: &mut Chunk) -> Result<bool> {
		if !matches!(chunk.rows, Rows::Text(_)) {
			chunk.rows = Rows::default();
		}
		let Rows::Text(text) = &mut chunk.rows else { return Ok(false) };
		let Text { bytes, records, line } = text;
		bytes.clear();
		bytes.append(&mut self.rest);
		let mut target = TARGET;
		loop {
			records.clear();
			self.fill(bytes, target)?;
			if !self.started {
				self.started = true;
				let marked = matches!(self.cut, Cut::Rows | Cut::Objects);
				if marked && bytes.starts_with(b"\xef\xbb\xbf") {
					bytes.drain(..3);
				}
			}
			let mut end = self.cut(bytes, records);
			if self.ended {
				self.last(bytes, end, records)?;
				end = bytes.len();
			}
			if self.skip && !records.is_empty() {
				self.skip = false;
				records.remove(0);
			}
			let limit = if self.cut == Cut::Lines { MAX_RECORD } else { MAX_ROW };
			if bytes.len() - end > limit {
				self.records += records.len() as u64;
				let line = self.line + newlines(&bytes[..end]);
				return Err(self.wrong(
					Code::RECORD_TOO_LARGE,
					line,
					&format!("it has more than {limit} bytes and no end"),
				));
			}
			if records.is_empty() && !self.ended {
				// One long row: read more of it. Lines that are passed over are not kept.
				if end > 0 {
					self.line += newlines(&bytes[..end]);
					bytes.drain(..end);
				}
				target = bytes.len() + target.max(TARGET);
				continue;
			}
			self.rest.extend_from_slice(&bytes[end..]);
			bytes.truncate(end);
			*line = self.line;
			self.line += newlines(bytes);
			self.records += records.len() as u64;
			chunk.position = self.position.load(Ordering::Relaxed);
			return Ok(!records.is_empty());
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Gives a few bytes at a time.
	struct Drops(Vec<u8>, usize);

	impl Read for Drops {
		fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
			let length = self.1.min(self.0.len()).min(buffer.len());
			buffer[..length].copy_from_slice(&self.0[..length]);
			self.0.drain(..length);
			Ok(length)
		}
	}

	fn split(format: Format, block: Option<u32>, bytes: &[u8]) -> Result<Vec<(Vec<u8>, u64)>> {
		let reading = Reading { format, header: false, block };
		let source = Box::new(Drops(bytes.to_vec(), 100_000));
		let mut splitter =
			Splitter::new(Path::new("x"), source, &reading, Default::default(), false)?;
		let (mut chunk, mut found) = (Chunk::default(), Vec::new());
		while splitter.next(&mut chunk)? {
			let Rows::Text(text) = &chunk.rows else { unreachable!() };
			found.extend((0..text.len()).map(|i| (text.record(i).to_vec(), text.line(i))));
		}
		Ok(found)
	}

	fn texts(format: Format, bytes: &str) -> Vec<(String, u64)> {
		let found = split(format, None, bytes.as_bytes()).unwrap();
		found.into_iter().map(|(text, line)| (String::from_utf8(text).unwrap(), line)).collect()
	}

	fn owned<const N: usize>(expected: [(&str, u64); N]) -> Vec<(String, u64)> {
		expected.map(|(text, line)| (text.to_owned(), line)).to_vec()
	}

	#[test]
	fn rows_keep_line_breaks_in_quotes() {
		let text = "\u{feff}a,b\r\n\"x\ny\",1\n\n\r\n\"\"\"\n\",2";
		let expected = [("a,b", 1), ("\"x\ny\",1", 2), ("\"\"\"\n\",2", 6)];
		assert_eq!(texts(Format::Csv, text), owned(expected));
		let error = split(Format::Csv, None, b"a\n\"b\nc\n").unwrap_err();
		assert!(error.message.contains("line 2"), "{error}");
	}

	#[test]
	fn empty_lines_are_records_only_where_lines_are() {
		assert_eq!(texts(Format::Jsonl, "{}\n \t\r\n{ }\n"), owned([("{}", 1), ("{ }", 3)]));
		assert_eq!(texts(Format::Lines, "a\r\n\n\"b"), owned([("a\r", 1), ("", 2), ("\"b", 3)]));
		assert_eq!(texts(Format::Lines, ""), []);
		assert_eq!(texts(Format::Lines, "\n"), owned([("", 1)]));
	}

	#[test]
	fn the_last_block_may_be_shorter() {
		let sizes = |size, bytes: usize| -> Vec<usize> {
			let found = split(Format::Blocks, Some(size), &vec![7; bytes]).unwrap();
			found.iter().map(|(block, _)| block.len()).collect()
		};
		assert_eq!(sizes(4, 10), [4, 4, 2]);
		assert_eq!(sizes(4, 8), [4, 4]);
		assert_eq!(sizes(300_000, 1_000_000), [300_000, 300_000, 300_000, 100_000]);
	}

	#[test]
	fn many_chunks_are_one_sequence() {
		let lines: Vec<String> =
			(0..100_000).map(|i| format!("{i}{}", "x".repeat(i % 50))).collect();
		let found = texts(Format::Lines, &lines.join("\n"));
		assert_eq!(found.len(), lines.len());
		for (index, (text, line)) in found.iter().enumerate() {
			assert_eq!((text, *line), (&lines[index], index as u64 + 1));
		}
	}

	#[test]
	fn a_line_has_a_largest_size() {
		let long = [&b"x\n"[..], &vec![b'y'; MAX_RECORD], b"\nz"].concat();
		assert_eq!(split(Format::Lines, None, &long).unwrap().len(), 3);
		let too_long = [&b"x\n"[..], &vec![b'y'; 3 * MAX_RECORD]].concat();
		let error = split(Format::Lines, None, &too_long).map(drop).unwrap_err();
		assert_eq!(error.code, Code::RECORD_TOO_LARGE);
		assert!(error.message.contains("record 1 of x (line 2)"), "{error}");
	}
}
