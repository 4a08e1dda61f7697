// SPDX-License-Identifier: Apache-2.0

//! The values of a column, whatever they are.

use super::super::columns::{Column, Packed, Values};
use crate::records::MAX_RECORD;
use parquet::{
	basic::{ConvertedType, LogicalType, Type as Physical},
	column::reader::{ColumnReader, ColumnReaderImpl},
	data_type::{AsBytes, DataType},
	errors::{ParquetError, Result as ParquetResult},
	schema::types::ColumnDescriptor,
};

/// What a column's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
	Boolean,
	Integer,
	Unsigned,
	Float,
	Text,
	Bytes,
	Decimal(usize),
}

impl Kind {
	/// By what its schema says.
	pub fn of(column: &ColumnDescriptor) -> Self {
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

/// What came of reading a column.
pub enum Outcome {
	/// Its values.
	Done(Column),
	/// The value in this row cannot be part of a record.
	Wrong(usize, Unfit),
}

/// Why a value cannot be part of a record.
pub enum Unfit {
	/// It is not UTF-8.
	NotText,
	/// It is larger than a record may be.
	TooLarge,
}

/// Read a column's values in the next rows, into buffers that may have been used before.
pub fn read(
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
	let mut present = Present::new(rows, levels, spare);
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

/// Pass over rows.
pub fn skip(reader: &mut ColumnReader, rows: usize) -> ParquetResult<()> {
	let skipped = match reader {
		ColumnReader::BoolColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::Int32ColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::Int64ColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::Int96ColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::FloatColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::DoubleColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::ByteArrayColumnReader(reader) => reader.skip_records(rows),
		ColumnReader::FixedLenByteArrayColumnReader(reader) => reader.skip_records(rows),
	};
	if skipped? != rows {
		return Err(ParquetError::General("a column has fewer rows than its group".into()));
	}
	Ok(())
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
pub struct Present<'a> {
	rows: usize,
	levels: &'a mut Vec<i16>,
	flags: Vec<bool>,
	all: bool,
}

impl<'a> Present<'a> {
	/// Of so many rows, with buffers that may have been used before.
	pub fn new(rows: usize, levels: &'a mut Vec<i16>, flags: Option<Vec<bool>>) -> Self {
		Self { rows, levels, flags: flags.unwrap_or_default(), all: true }
	}

	/// Read the values that are there in the next rows.
	pub fn read<T: DataType>(
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

	/// For each row whether it has a value, unless all have one.
	pub fn flags(self) -> Option<Vec<bool>> {
		(!self.all).then_some(self.flags)
	}
}
