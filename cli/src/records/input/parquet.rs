// SPDX-License-Identifier: Apache-2.0

//! The rows of a Parquet file, read column by column.

use super::{
	columns::{Column, Columns, Packed, Values},
	Chunk, Rows, Source,
};
use crate::{
	error::{printable, Code, Error, Result, Shown},
	records::MAX_RECORD,
};
use parquet::{
	basic::{ConvertedType, LogicalType, Type as Physical},
	column::reader::{ColumnReader, ColumnReaderImpl},
	data_type::{AsBytes, DataType},
	errors::{ParquetError, Result as ParquetResult},
	file::reader::{ChunkReader, FileReader, Length, SerializedFileReader},
	schema::types::ColumnDescriptor,
};
use std::{
	fs::File,
	io::{self, BufReader},
	os::unix::fs::FileExt,
	path::{Path, PathBuf},
	sync::Arc,
};

/// The most rows that are read at once.
const ROWS: usize = 4_096;

/// How many to begin with: what a group says of its size does not tell that of its values.
const FIRST_ROWS: usize = 64;

/// About how many bytes are to be read at once.
const TARGET: u64 = 4 << 20;

/// What a column's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
	Boolean,
	Integer,
	Unsigned,
	Float,
	Text,
	Bytes,
	Decimal(usize),
}

impl Kind {
	fn of(column: &ColumnDescriptor) -> Self {
		let logical = column.logical_type_ref();
		let converted = column.converted_type();
		let decimal =
			matches!(logical, Some(LogicalType::Decimal(_))) || converted == ConvertedType::DECIMAL;
		if decimal {
			return Self::Decimal(usize::try_from(column.type_scale()).unwrap_or(0));
		}
		match column.physical_type() {
			Physical::BOOLEAN => Self::Boolean,
			Physical::FLOAT | Physical::DOUBLE => Self::Float,
			Physical::INT32 | Physical::INT64 => {
				let unsigned = matches!(logical, Some(LogicalType::Integer(int)) if !int.is_signed)
					|| matches!(
						converted,
						ConvertedType::UINT_8
							| ConvertedType::UINT_16
							| ConvertedType::UINT_32
							| ConvertedType::UINT_64
					);
				if unsigned {
					Self::Unsigned
				} else {
					Self::Integer
				}
			}
			Physical::BYTE_ARRAY => {
				let text = matches!(
					logical,
					Some(LogicalType::String | LogicalType::Enum | LogicalType::Json)
				) || matches!(
					converted,
					ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON
				);
				if text {
					Self::Text
				} else {
					Self::Bytes
				}
			}
			Physical::INT96 | Physical::FIXED_LEN_BYTE_ARRAY => Self::Bytes,
		}
	}
}

/// Reads the rows of a file.
pub struct Reader {
	path: PathBuf,
	size: u64,
	reader: SerializedFileReader<Bounded>,
	names: Vec<String>,
	kinds: Vec<Kind>,
	rows: u64,
	/// How many rows were handed out.
	done: u64,
	/// The next group of rows to open.
	group: usize,
	/// The group that is open: a reader for each column, and how many rows are left.
	open: Vec<ColumnReader>,
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
		let reader = guarded(|| SerializedFileReader::new(Bounded { file: Arc::new(file), size }))
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
			kinds,
			rows,
			done: 0,
			group: 0,
			open: Vec::new(),
			left: 0,
			step: FIRST_ROWS,
			most: ROWS,
			levels: Vec::new(),
		};
		Ok((reader, names, text))
	}

	/// Open the next group of rows; false if there is none.
	fn open_group(&mut self) -> Result<bool> {
		while self.left == 0 {
			if self.group == self.reader.num_row_groups() {
				return Ok(false);
			}
			let opened = guarded(|| {
				let group = self.reader.get_row_group(self.group)?;
				let columns: ParquetResult<Vec<ColumnReader>> =
					(0..group.num_columns()).map(|index| group.get_column_reader(index)).collect();
				let metadata = group.metadata();
				Ok((columns?, metadata.num_rows(), metadata.total_byte_size()))
			});
			let (columns, rows, bytes) = opened.map_err(|why| self.damaged(&why))?;
			self.left = usize::try_from(rows)
				.map_err(|_| self.damaged("a group has a negative number of rows"))?;
			// Nullable columns with nothing in them may take no bytes at all.
			let row = u64::try_from(bytes).unwrap_or(0) / (self.left as u64).max(1);
			self.most = (TARGET / row.max(1)).clamp(1, ROWS as u64) as usize;
			self.open = columns;
			self.group += 1;
		}
		Ok(true)
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
		let mut open = std::mem::take(&mut self.open);
		for (index, reader) in open.iter_mut().enumerate() {
			let kind = self.kinds[index];
			let levels = &mut self.levels;
			let read = guarded(|| read(reader, kind, rows, used.next(), levels));
			match read.map_err(|why| self.damaged(&why))? {
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
		self.open = open;
		columns.rows = rows;
		let row = columns.bytes() as u64 / rows as u64;
		self.step = ((TARGET / row.max(1)) as usize).clamp(1, (2 * self.step).min(ROWS));
		self.left -= rows;
		self.done += rows as u64;
		let part = u128::from(self.size) * u128::from(self.done) / u128::from(self.rows.max(1));
		chunk.position = u64::try_from(part).unwrap_or(self.size);
		Ok(true)
	}
}

/// What came of reading a column.
enum Outcome {
	Done(Column),
	/// The value in this row cannot be part of a record.
	Wrong(usize, Unfit),
}

enum Unfit {
	NotText,
	TooLarge,
}

/// Read a column's values in the next rows, into buffers that may have been used before.
fn read(
	reader: &mut ColumnReader,
	kind: Kind,
	rows: usize,
	used: Option<Column>,
	levels: &mut Vec<i16>,
) -> ParquetResult<Outcome> {
	let (spare, old) = match used {
		Some(Column { present, values }) => (present, Some(values)),
		None => (None, None),
	};
	let mut present = Present { rows, levels, flags: spare.unwrap_or_default(), all: true };
	// Buffers of the right kind are used again.
	macro_rules! buffer {
		($kind:ident) => {
			match old {
				Some(Values::$kind(mut values)) => {
					values.clear();
					values
				}
				_ => Vec::new(),
			}
		};
	}
	let packed = |old: Option<Values>| match old {
		Some(Values::Bytes(mut packed) | Values::Decimals(mut packed, _)) => {
			packed.clear();
			packed
		}
		Some(Values::Text(strings)) => strings.into_packed(),
		_ => Packed::default(),
	};
	let values = match (reader, kind) {
		(ColumnReader::BoolColumnReader(reader), _) => {
			let mut values = buffer!(Booleans);
			present.read(reader, &mut values)?;
			Values::Booleans(values)
		}
		(ColumnReader::FloatColumnReader(reader), _) => {
			let mut floats = Vec::with_capacity(rows);
			present.read(reader, &mut floats)?;
			let mut values = buffer!(Floats);
			values.extend(floats.into_iter().map(f64::from));
			Values::Floats(values)
		}
		(ColumnReader::DoubleColumnReader(reader), _) => {
			let mut values = buffer!(Floats);
			present.read(reader, &mut values)?;
			Values::Floats(values)
		}
		(ColumnReader::Int32ColumnReader(reader), _) => {
			let mut integers = Vec::with_capacity(rows);
			present.read(reader, &mut integers)?;
			match kind {
				Kind::Decimal(scale) => {
					let mut values = packed(old);
					integers.iter().for_each(|value: &i32| values.push(&value.to_be_bytes()));
					Values::Decimals(values, scale)
				}
				Kind::Unsigned => {
					let mut values = buffer!(Unsigned);
					values.extend(integers.iter().map(|value| u64::from(*value as u32)));
					Values::Unsigned(values)
				}
				_ => {
					let mut values = buffer!(Integers);
					values.extend(integers.iter().map(|value| i64::from(*value)));
					Values::Integers(values)
				}
			}
		}
		(ColumnReader::Int64ColumnReader(reader), Kind::Integer) => {
			let mut values = buffer!(Integers);
			present.read(reader, &mut values)?;
			Values::Integers(values)
		}
		(ColumnReader::Int64ColumnReader(reader), _) => {
			let mut integers = Vec::with_capacity(rows);
			present.read(reader, &mut integers)?;
			if let Kind::Decimal(scale) = kind {
				let mut values = packed(old);
				integers.iter().for_each(|value: &i64| values.push(&value.to_be_bytes()));
				Values::Decimals(values, scale)
			} else {
				let mut values = buffer!(Unsigned);
				values.extend(integers.iter().map(|value| *value as u64));
				Values::Unsigned(values)
			}
		}
		(ColumnReader::Int96ColumnReader(reader), _) => {
			let mut stamps = Vec::with_capacity(rows);
			present.read(reader, &mut stamps)?;
			let mut values = packed(old);
			for stamp in &stamps {
				let mut bytes = [0; 12];
				for (bytes, word) in bytes.chunks_exact_mut(4).zip(stamp.data()) {
					bytes.copy_from_slice(&word.to_le_bytes());
				}
				values.push(&bytes);
			}
			Values::Bytes(values)
		}
		(ColumnReader::ByteArrayColumnReader(reader), _) => {
			match strings(&mut present, reader, packed(old), kind)? {
				Ok(values) => values,
				Err((index, unfit)) => return Ok(Outcome::Wrong(present.row(index), unfit)),
			}
		}
		(ColumnReader::FixedLenByteArrayColumnReader(reader), _) => {
			match strings(&mut present, reader, packed(old), kind)? {
				Ok(values) => values,
				Err((index, unfit)) => return Ok(Outcome::Wrong(present.row(index), unfit)),
			}
		}
	};
	Ok(Outcome::Done(Column { present: present.flags(), values }))
}

/// Byte strings of any kind, or the first that is unfit.
fn strings<T: DataType>(
	present: &mut Present<'_>,
	reader: &mut ColumnReaderImpl<T>,
	mut values: Packed,
	kind: Kind,
) -> ParquetResult<std::result::Result<Values, (usize, Unfit)>>
where
	T::T: AsBytes,
{
	let mut read = Vec::with_capacity(present.rows);
	present.read(reader, &mut read)?;
	for (index, value) in read.iter().enumerate() {
		let bytes = value.as_bytes();
		if bytes.len() > MAX_RECORD {
			return Ok(Err((index, Unfit::TooLarge)));
		}
		values.push(bytes);
	}
	Ok(match kind {
		Kind::Text => match values.into_strings() {
			Ok(strings) => Ok(Values::Text(strings)),
			Err((_, index)) => Err((index, Unfit::NotText)),
		},
		Kind::Decimal(scale) => Ok(Values::Decimals(values, scale)),
		_ => Ok(Values::Bytes(values)),
	})
}

/// Which of the rows have a value.
struct Present<'a> {
	rows: usize,
	levels: &'a mut Vec<i16>,
	flags: Vec<bool>,
	all: bool,
}

impl Present<'_> {
	fn read<T: DataType>(
		&mut self,
		reader: &mut ColumnReaderImpl<T>,
		values: &mut Vec<T::T>,
	) -> ParquetResult<()> {
		self.levels.clear();
		let (rows, found, levels) =
			reader.read_records(self.rows, Some(&mut *self.levels), None, values)?;
		if rows != self.rows || levels != self.rows || values.len() != found {
			return Err(ParquetError::General("a column has fewer rows than its group".into()));
		}
		self.flags.clear();
		self.all = found == self.rows;
		if !self.all {
			self.flags.extend(self.levels.iter().map(|level| *level > 0));
			let flagged = self.flags.iter().filter(|flag| **flag).count();
			if self.flags.len() != self.rows || flagged != found {
				return Err(ParquetError::General("a column has more rows than values".into()));
			}
		}
		Ok(())
	}

	/// The row of a value.
	fn row(&self, value: usize) -> usize {
		if self.all {
			return value;
		}
		let rows = self.flags.iter().enumerate().filter(|(_, flag)| **flag);
		rows.map(|(row, _)| row).nth(value).unwrap_or(value)
	}

	fn flags(self) -> Option<Vec<bool>> {
		(!self.all).then_some(self.flags)
	}
}

/// A file that is not read beyond its end, whatever its own bytes say.
struct Bounded {
	file: Arc<File>,
	size: u64,
}

impl Length for Bounded {
	fn len(&self) -> u64 {
		self.size
	}
}

impl ChunkReader for Bounded {
	type T = BufReader<Part>;

	fn get_read(&self, start: u64) -> ParquetResult<Self::T> {
		Ok(BufReader::new(Part { file: self.file.clone(), at: start }))
	}

	fn get_bytes(&self, start: u64, length: usize) -> ParquetResult<bytes::Bytes> {
		let end = start.checked_add(length as u64);
		if end.is_none_or(|end| end > self.size) {
			return Err(ParquetError::EOF("it points beyond its end".into()));
		}
		let mut buffer = vec![0; length];
		self.file.read_exact_at(&mut buffer, start)?;
		Ok(buffer.into())
	}
}

/// A file, read from somewhere.
struct Part {
	file: Arc<File>,
	at: u64,
}

impl io::Read for Part {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let read = self.file.read_at(buffer, self.at)?;
		self.at = self.at.saturating_add(read as u64);
		Ok(read)
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
