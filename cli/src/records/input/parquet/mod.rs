// SPDX-License-Identifier: Apache-2.0

//! The rows of a Parquet file, read column by column.

mod file;
mod indices;
#[cfg(test)]
mod tests;
mod values;

use self::{
	file::Bounded,
	indices::Indices,
	values::{Kind, Outcome, Unfit},
};
use super::{
	columns::{Column, Columns},
	Chunk, Rows, Source,
};
use crate::{
	error::{printable, Code, Error, Result, Shown},
	records::canonical::Keys,
};
use parquet::{
	basic::Encoding,
	column::reader::ColumnReader,
	errors::Result as ParquetResult,
	file::reader::{FileReader, SerializedFileReader},
};
use std::{
	fs::File,
	path::{Path, PathBuf},
};

/// The most rows that are read at once.
const ROWS: usize = 8_192;

/// How many to begin with: what a group says of its size does not tell that of its values.
const FIRST_ROWS: usize = 64;

/// About how many bytes are to be read at once.
const TARGET: u64 = 4 << 20;

/// The most bytes of a group's dictionaries that are kept in canonical form.
const DICTIONARIES: usize = 16 << 20;

/// How a column is read.
enum Open {
	/// As indices into its dictionary.
	Indices(Indices),
	/// As values.
	Values(ColumnReader),
}

/// Reads the rows of a file.
pub struct Reader {
	path: PathBuf,
	size: u64,
	reader: SerializedFileReader<Bounded>,
	names: Vec<String>,
	/// What comes before a column's value in canonical form.
	prefixes: Vec<Vec<u8>>,
	kinds: Vec<Kind>,
	rows: u64,
	/// How many rows were handed out.
	done: u64,
	/// The next group of rows to open.
	group: usize,
	/// The group that is open: how each column is read, and how many rows were and are left.
	open: Vec<Open>,
	taken: usize,
	left: usize,
	/// How many rows to read at once, and the most by what the group says of its size.
	step: usize,
	most: usize,
	levels: Vec<i16>,
}

impl Reader {
	/// Open a file: its reader, the columns' names, and which of them hold text.
	pub fn open(path: &Path) -> Result<(Self, Vec<String>, Vec<bool>)> {
		let file = File::open(path).map_err(|error| Error::unreadable(path, &error))?;
		let size = file.metadata().map_err(|error| Error::unreadable(path, &error))?.len();
		let reader = guarded(|| SerializedFileReader::new(Bounded::new(file, size)))
			.map_err(|why| malformed(path, &why))?;
		let metadata = reader.metadata().file_metadata();
		let schema = metadata.schema_descr();
		for field in schema.root_schema().get_fields() {
			let info = field.get_basic_info();
			let repeated =
				info.has_repetition() && info.repetition() == parquet::basic::Repetition::REPEATED;
			if !field.is_primitive() || repeated {
				return Err(Error::new(
					Code::NESTED_COLUMN,
					format!(
						"the column {:?} of {} is nested, and records of Parquet are flat. Write the \
						 dataset as JSON Lines and commit to that.",
						printable(field.name()),
						Shown(path)
					),
				));
			}
		}
		let names: Vec<String> =
			schema.columns().iter().map(|column| column.name().to_owned()).collect();
		let kinds: Vec<Kind> = schema.columns().iter().map(|column| Kind::of(column)).collect();
		let text = kinds.iter().map(|kind| *kind == Kind::Text).collect();
		let rows = u64::try_from(metadata.num_rows()).unwrap_or(0);
		let reader = Self {
			path: path.to_owned(),
			size,
			reader,
			names: names.clone(),
			prefixes: Vec::new(),
			kinds,
			rows,
			done: 0,
			group: 0,
			open: Vec::new(),
			taken: 0,
			left: 0,
			step: FIRST_ROWS,
			most: ROWS,
			levels: Vec::new(),
		};
		Ok((reader, names, text))
	}

	/// Have values written after the names that belong to them.
	pub fn name(&mut self, keys: &Keys) {
		self.prefixes = keys.prefixes();
	}

	/// Open the next group of rows; false if there is none.
	fn open_group(&mut self) -> Result<bool> {
		while self.left == 0 {
			if self.group == self.reader.num_row_groups() {
				return Ok(false);
			}
			let opened = guarded(|| {
				let group = self.reader.get_row_group(self.group)?;
				let metadata = group.metadata();
				Ok((group.num_columns(), metadata.num_rows(), metadata.total_byte_size()))
			});
			let (columns, rows, bytes) = opened.map_err(|why| self.damaged(&why))?;
			self.left = usize::try_from(rows)
				.map_err(|_| self.damaged("a group has a negative number of rows"))?;
			// Nullable columns with nothing in them may take no bytes at all.
			let row = u64::try_from(bytes).unwrap_or(0) / (self.left as u64).max(1);
			self.most = (TARGET / row.max(1)).clamp(1, ROWS as u64) as usize;
			let mut room = DICTIONARIES;
			self.open.clear();
			for column in 0..columns {
				let open = match self.indices(column, room) {
					Some(indices) => {
						room -= indices.size().min(room);
						Open::Indices(indices)
					}
					None => Open::Values(
						self.values(self.group, column, 0).map_err(|why| self.damaged(&why))?,
					),
				};
				self.open.push(open);
			}
			self.taken = 0;
			self.group += 1;
		}
		Ok(true)
	}

	/// Read a column of the next group as indices into its dictionary, if it has one that fits.
	fn indices(&self, column: usize, room: usize) -> Option<Indices> {
		let prefix = self.prefixes.get(column)?;
		let opened = guarded(|| {
			let group = self.reader.get_row_group(self.group)?;
			let metadata = group.metadata().column(column);
			// Not every writer says where the dictionary is.
			let indexed = |encoding| {
				matches!(encoding, Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY)
			};
			if !metadata.encodings().any(indexed) {
				return Ok(None);
			}
			let description = metadata.column_descr();
			let pages = group.get_column_page_reader(column)?;
			Indices::open(pages, description, self.kinds[column], prefix, room)
		});
		// What cannot be read so is read as values, and these tell what is wrong with it.
		opened.ok().flatten()
	}

	/// Read a column of a group as values, from a row on.
	fn values(
		&self,
		group: usize,
		column: usize,
		from: usize,
	) -> std::result::Result<ColumnReader, String> {
		guarded(|| {
			let mut reader = self.reader.get_row_group(group)?.get_column_reader(column)?;
			values::skip(&mut reader, from)?;
			Ok(reader)
		})
	}

	/// Read a column in the next rows.
	fn column(
		&mut self,
		column: usize,
		rows: usize,
		used: Option<Column>,
	) -> std::result::Result<Outcome, String> {
		let levels = &mut self.levels;
		let values = match &mut self.open[column] {
			Open::Values(values) => {
				return guarded(|| values::read(values, self.kinds[column], rows, used, levels))
			}
			Open::Indices(indices) => {
				if let Ok(read) = guarded(|| indices.read(rows, used, levels)) {
					return Ok(Outcome::Done(read));
				}
				// Its dictionary grew too large for its writer, so the rest are values.
				self.values(self.group - 1, column, self.taken)?
			}
		};
		self.open[column] = Open::Values(values);
		self.column(column, rows, None)
	}

	fn damaged(&self, why: &str) -> Error {
		Error::new(
			Code::BAD_RECORDS,
			format!(
				"{} cannot be read as Parquet after record {}: {}.",
				Shown(&self.path),
				self.done,
				printable(why)
			),
		)
	}
}

impl Source for Reader {
	fn next(&mut self, chunk: &mut Chunk) -> Result<bool> {
		if !self.open_group()? {
			if self.done != self.rows {
				return Err(self.damaged("there are fewer rows than it says"));
			}
			return Ok(false);
		}
		if !matches!(chunk.rows, Rows::Columns(_)) {
			chunk.rows = Rows::Columns(Columns::default());
		}
		let Rows::Columns(columns) = &mut chunk.rows else { return Ok(false) };
		let rows = self.step.min(self.most).min(self.left);
		let mut used = std::mem::take(&mut columns.columns).into_iter();
		for index in 0..self.open.len() {
			match self.column(index, rows, used.next()).map_err(|why| self.damaged(&why))? {
				Outcome::Done(column) => columns.columns.push(column),
				Outcome::Wrong(row, wrong) => {
					let record = self.done + row as u64;
					let (code, why) = match wrong {
						Unfit::NotText => (Code::BAD_RECORDS, "is not UTF-8"),
						Unfit::TooLarge => (Code::RECORD_TOO_LARGE, "has more than 1 MiB"),
					};
					let column = printable(&self.names[index]);
					let path = Shown(&self.path);
					let message = format!("record {record} of {path}: its {column:?} {why}.");
					return Err(Error::new(code, message));
				}
			}
		}
		columns.rows = rows;
		let row = columns.bytes() as u64 / rows as u64;
		self.step = ((TARGET / row.max(1)) as usize).clamp(1, (2 * self.step).min(ROWS));
		self.taken += rows;
		self.left -= rows;
		self.done += rows as u64;
		let part = u128::from(self.size) * u128::from(self.done) / u128::from(self.rows.max(1));
		chunk.position = u64::try_from(part).unwrap_or(self.size);
		Ok(true)
	}
}

/// Run what reads bytes that somebody else wrote; a panic of the library is a failure like another.
fn guarded<T>(read: impl FnOnce() -> ParquetResult<T>) -> std::result::Result<T, String> {
	match std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)) {
		Ok(read) => read.map_err(|error| error.to_string()),
		Err(_) => Err("its pages do not fit together".into()),
	}
}

fn malformed(path: &Path, why: &str) -> Error {
	Error::new(
		Code::BAD_RECORDS,
		format!("{} cannot be read as Parquet: {}.", Shown(path), printable(why)),
	)
}
