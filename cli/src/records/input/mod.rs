// SPDX-License-Identifier: Apache-2.0

//! Files, turned into records.
//!
//! A [`Source`] reads a file in order and cuts it into chunks of bounded size, which is all that
//! cannot be done in parallel; a [`Layout`] then writes the canonical bytes of a chunk's records, on
//! any thread.

mod columns;
mod csv;
mod parquet;
mod text;

pub use self::text::MAX_BLOCK;

use self::{columns::Columns, text::Text};
use super::{canonical::Keys, json};
use crate::{
	error::{printable, Code, Error, Result, Shown},
	reference::parse_account,
};
use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};
use std::{
	fs::File,
	io::{self, Read},
	path::Path,
	sync::{
		atomic::{AtomicU64, Ordering},
		Arc,
	},
};

/// An account as it stands in a leaf: zeros for none.
pub type Account = [u8; 32];

/// No account.
pub const NOBODY: Account = [0; 32];

/// What the records of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
	/// Rows of comma-separated values (RFC 4180).
	Csv,
	/// Lines with a JSON object each.
	Jsonl,
	/// Rows of a Parquet file.
	Parquet,
	/// Lines, whatever is in them.
	Lines,
	/// Blocks of a fixed number of bytes.
	Blocks,
}

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reading {
	/// What its records are.
	pub format: Format,
	/// Whether the first row of CSV names the columns.
	pub header: bool,
	/// The bytes of a block.
	pub block: Option<u32>,
}

/// The format that a file's name stands for.
pub fn guess(path: &Path) -> Option<Format> {
	let name = path.file_name()?.to_str()?.to_ascii_lowercase();
	let name = name.strip_suffix(".gz").unwrap_or(&name);
	match name.rsplit_once('.')?.1 {
		"csv" => Some(Format::Csv),
		"jsonl" | "ndjson" => Some(Format::Jsonl),
		"parquet" | "pq" => Some(Format::Parquet),
		_ => None,
	}
}

/// Records that were read together.
#[derive(Debug, Default)]
pub struct Chunk {
	/// What was read.
	pub rows: Rows,
	/// The contributors, where they come from a file of their own.
	pub contributors: Vec<Account>,
	/// The leaves that come of them, end to end.
	pub leaves: Vec<u8>,
	/// How much of the file is read by now, in bytes.
	pub position: u64,
}

/// What was read, in the form its reader makes.
#[derive(Debug)]
pub enum Rows {
	/// Bytes and where the records are in them.
	Text(Text),
	/// Values, column by column.
	Columns(Columns),
}

impl Default for Rows {
	fn default() -> Self {
		Self::Text(Text::default())
	}
}

impl Rows {
	/// How many records there are.
	pub fn len(&self) -> usize {
		match self {
			Self::Text(text) => text.len(),
			Self::Columns(columns) => columns.len(),
		}
	}
}

/// Reads a file's records in order.
pub trait Source: Send {
	/// Read on, into a chunk that may have been used before; false at the end.
	fn next(&mut self, chunk: &mut Chunk) -> Result<bool>;
}

/// Why a row is no record.
#[derive(Debug)]
pub struct Wrong {
	/// What kind of failure it is.
	pub code: Code,
	/// What is wrong with it.
	pub why: String,
}

impl Wrong {
	fn new(why: impl Into<String>) -> Self {
		Self { code: Code::BAD_RECORDS, why: why.into() }
	}
}

/// Writes records in their canonical form.
#[derive(Debug)]
pub struct Layout {
	shape: Shape,
	/// The contributors' column, by its place or name.
	contributor: Option<(usize, String)>,
}

#[derive(Debug)]
enum Shape {
	Csv { keys: Keys, columns: usize },
	Json,
	Plain,
	Columns { keys: Keys },
}

/// What is kept from one row of a chunk to the next.
#[derive(Debug, Default)]
pub struct Cursor {
	fields: csv::Fields,
	next: Vec<usize>,
	/// The last contributor, who often is the next one too.
	last: Option<(String, Account)>,
}

impl Cursor {
	/// Begin with a chunk's first row.
	pub fn rewind(&mut self) {
		self.next.clear();
	}
}

impl Layout {
	/// Append the canonical bytes of a row and say who contributed it, if that stands in a column.
	/// Rows are to be asked for in their order.
	pub fn write(
		&self,
		rows: &Rows,
		row: usize,
		cursor: &mut Cursor,
		out: &mut Vec<u8>,
	) -> std::result::Result<Option<Account>, Wrong> {
		match (&self.shape, rows) {
			(Shape::Plain, Rows::Text(text)) => {
				out.extend_from_slice(text.record(row));
				Ok(None)
			}
			(Shape::Csv { keys, columns }, Rows::Text(text)) => {
				cursor.fields.split(text.record(row))?;
				let fields = &cursor.fields;
				if fields.len() != *columns {
					return Err(Wrong::new(format!(
						"it has {} fields, and the first row has {columns}",
						fields.len()
					)));
				}
				keys.object(out, |out, prefix, column| {
					prefix.write(out);
					super::canonical::string(out, fields.get(column));
				});
				let Some((column, _)) = &self.contributor else { return Ok(None) };
				let text = fields.get(*column);
				account(&mut cursor.last, text).map(Some)
			}
			(Shape::Json, Rows::Text(text)) => {
				let wanted = self.contributor.as_ref().map(|(_, name)| name.as_str());
				let member = json::record(text.record(row), wanted, out).map_err(|fault| {
					Wrong::new(format!("{} (byte {})", fault.why, fault.at + 1))
				})?;
				match (wanted, member) {
					(None, _) => Ok(None),
					(_, json::Member::Text(text)) => account(&mut cursor.last, &text).map(Some),
					(_, json::Member::Absent | json::Member::Null) => Ok(Some(NOBODY)),
					(Some(name), json::Member::Other) => {
						Err(contributor(format!("{:?} is no string", printable(name))))
					}
				}
			}
			(Shape::Columns { keys }, Rows::Columns(columns)) => {
				let wanted = self.contributor.as_ref().map(|(column, _)| *column);
				let text = columns.write(keys, row, &mut cursor.next, out, wanted);
				match (wanted, text) {
					(None, _) => Ok(None),
					(Some(_), Some(text)) => account(&mut cursor.last, text).map(Some),
					(Some(_), None) => Ok(Some(NOBODY)),
				}
			}
			_ => Err(Wrong { code: Code::INTERNAL, why: "its reader is another's".into() }),
		}
	}
}

/// The account of an address, or none for no text.
fn account(
	last: &mut Option<(String, Account)>,
	text: &str,
) -> std::result::Result<Account, Wrong> {
	let text = text.trim();
	if text.is_empty() {
		return Ok(NOBODY);
	}
	if let Some((_, account)) = last.as_ref().filter(|(known, _)| known == text) {
		return Ok(*account);
	}
	let account = parse_account(text).map_err(|why| contributor(printable(&why)))?.0;
	*last = Some((text.to_owned(), account));
	Ok(account)
}

fn contributor(why: String) -> Wrong {
	Wrong { code: Code::BAD_CONTRIBUTOR, why: format!("its contributor cannot be told: {why}") }
}

/// A file that is ready to be read.
pub struct Opened {
	/// Reads it.
	pub source: Box<dyn Source>,
	/// Writes its records.
	pub layout: Layout,
}

/// Open a file.
///
/// Errors: `unreadable-file`, `bad-records`, `bad-column`, `nested-column`.
pub fn open(path: &Path, reading: &Reading, contributors: Option<&str>) -> Result<Opened> {
	let unreadable = |error: io::Error| Error::unreadable(path, &error);
	if reading.format == Format::Parquet {
		let (mut source, names, text) = parquet::Reader::open(path)?;
		let contributor = column(path, &names, contributors)?;
		if let Some((index, name)) = &contributor {
			if !text[*index] {
				return Err(Error::new(
					Code::BAD_COLUMN,
					format!(
						"the column {:?} of {} holds no text, and so no addresses. Name another with \
						 --contributor-column.",
						printable(name),
						Shown(path)
					),
				));
			}
		}
		let keys = keys(path, &names)?;
		source.name(&keys);
		let shape = Shape::Columns { keys };
		return Ok(Opened { source: Box::new(source), layout: Layout { shape, contributor } });
	}
	let splitter = |reading: &Reading, skip: bool| -> Result<text::Splitter> {
		let position = Arc::new(AtomicU64::new(0));
		let file = File::open(path).map_err(unreadable)?;
		let counted = Counted { file, position: position.clone() };
		let zipped = reading.format != Format::Blocks
			&& path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
		let bytes: Box<dyn Read + Send> =
			if zipped { Box::new(MultiGzDecoder::new(counted)) } else { Box::new(counted) };
		text::Splitter::new(path, bytes, reading, position, skip)
	};
	let (shape, contributor) = match reading.format {
		Format::Csv => {
			let mut chunk = Chunk::default();
			let mut fields = csv::Fields::default();
			if splitter(reading, false)?.next(&mut chunk)? {
				if let Rows::Text(text) = &chunk.rows {
					fields.split(text.record(0)).map_err(|wrong| {
						let path = Shown(path);
						let why = wrong.why;
						Error::new(wrong.code, format!("the first row of {path} is no CSV: {why}."))
					})?;
				}
			}
			let name = |index: usize| {
				if reading.header {
					fields.get(index).to_owned()
				} else {
					index.to_string()
				}
			};
			let names: Vec<String> = (0..fields.len()).map(name).collect();
			let contributor = column(path, &names, contributors)?;
			(Shape::Csv { keys: keys(path, &names)?, columns: names.len() }, contributor)
		}
		Format::Jsonl => (Shape::Json, contributors.map(|name| (0, name.to_owned()))),
		_ => {
			if contributors.is_some() {
				return Err(Error::new(
					Code::BAD_COLUMN,
					"lines and blocks have no columns: name contributors with --contributor or in a \
					 file with --contributors.",
				));
			}
			(Shape::Plain, None)
		}
	};
	let skip = reading.format == Format::Csv && reading.header;
	let source = splitter(reading, skip)?;
	Ok(Opened { source: Box::new(source), layout: Layout { shape, contributor } })
}

fn keys(path: &Path, names: &[String]) -> Result<Keys> {
	Keys::new(names).map_err(|twice| {
		Error::new(
			Code::BAD_COLUMN,
			format!(
				"{} has two columns named {:?}. Rename one: a record has each name once.",
				Shown(path),
				printable(&twice)
			),
		)
	})
}

/// The place of the contributors' column.
fn column(path: &Path, names: &[String], wanted: Option<&str>) -> Result<Option<(usize, String)>> {
	let Some(wanted) = wanted else { return Ok(None) };
	let Some(index) = names.iter().position(|name| name == wanted) else {
		let known: Vec<String> = names.iter().take(20).map(|name| printable(name)).collect();
		return Err(Error::new(
			Code::BAD_COLUMN,
			format!(
				"{} has no column {:?} to name contributors. Its columns are: {}.",
				Shown(path),
				printable(wanted),
				known.join(", ")
			),
		));
	};
	Ok(Some((index, wanted.to_owned())))
}

/// A file that tells how much of it was read.
struct Counted {
	file: File,
	position: Arc<AtomicU64>,
}

impl Read for Counted {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let read = self.file.read(buffer)?;
		self.position.fetch_add(read as u64, Ordering::Relaxed);
		Ok(read)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn formats_are_guessed_by_name() {
		for (name, format) in [
			("a.csv", Some(Format::Csv)),
			("digits.csv.gz", Some(Format::Csv)),
			("A.CSV.GZ", Some(Format::Csv)),
			("a.jsonl", Some(Format::Jsonl)),
			("a.ndjson.gz", Some(Format::Jsonl)),
			("x/flights-3m.parquet", Some(Format::Parquet)),
			("a.json", None),
			("csv", None),
			("a.gz", None),
		] {
			assert_eq!(guess(Path::new(name)), format, "{name}");
		}
	}
}
