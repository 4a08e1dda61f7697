// SPDX-License-Identifier: Apache-2.0

//! Values of records, column by column.

use crate::records::canonical::{self, Keys};

/// Columns of the same number of rows.
#[derive(Debug, Default)]
pub struct Columns {
	pub(super) columns: Vec<Column>,
	pub(super) rows: usize,
}

/// A column's values in a stretch of rows.
#[derive(Debug)]
pub struct Column {
	/// For each row whether it has a value, unless all have one.
	pub(super) present: Option<Vec<bool>>,
	/// The values that are there.
	pub(super) values: Values,
}

/// Values of one kind.
#[derive(Debug)]
pub enum Values {
	Booleans(Vec<bool>),
	Integers(Vec<i64>),
	Unsigned(Vec<u64>),
	Floats(Vec<f64>),
	/// Text that was found to be UTF-8.
	Text(Strings),
	/// Bytes without a meaning.
	Bytes(Packed),
	/// Big-endian integers in two's complement, with so many digits after the point.
	Decimals(Packed, usize),
}

/// Byte strings, end to end.
#[derive(Debug, Default)]
pub struct Packed {
	bytes: Vec<u8>,
	ends: Vec<usize>,
}

/// Strings, end to end.
#[derive(Debug, Default)]
pub struct Strings {
	text: String,
	ends: Vec<usize>,
}

impl Packed {
	/// Append a value.
	pub fn push(&mut self, value: &[u8]) {
		self.bytes.extend_from_slice(value);
		self.ends.push(self.bytes.len());
	}

	/// Forget all values.
	pub fn clear(&mut self) {
		self.bytes.clear();
		self.ends.clear();
	}

	fn get(&self, index: usize) -> &[u8] {
		let range = range(&self.ends, index);
		self.bytes.get(range).unwrap_or_default()
	}

	/// The same as text, unless a value is not UTF-8: then its place.
	pub fn into_strings(self) -> Result<Strings, (Self, usize)> {
		match String::from_utf8(self.bytes) {
			Ok(text) => {
				// Whole, it could still be cut within a character.
				let cut = self.ends.iter().position(|end| !text.is_char_boundary(*end));
				match cut {
					None => Ok(Strings { text, ends: self.ends }),
					Some(index) => Err((Self { bytes: text.into_bytes(), ends: self.ends }, index)),
				}
			}
			Err(error) => {
				let at = error.utf8_error().valid_up_to();
				let index = self.ends.partition_point(|end| *end <= at);
				Err((Self { bytes: error.into_bytes(), ends: self.ends }, index))
			}
		}
	}
}

impl Strings {
	/// The buffers, empty, to be filled again.
	pub fn into_packed(self) -> Packed {
		let mut packed = Packed { bytes: self.text.into_bytes(), ends: self.ends };
		packed.clear();
		packed
	}

	fn get(&self, index: usize) -> &str {
		self.text.get(range(&self.ends, index)).unwrap_or_default()
	}
}

fn range(ends: &[usize], index: usize) -> std::ops::Range<usize> {
	let from = index.checked_sub(1).and_then(|before| ends.get(before)).copied();
	from.unwrap_or_default()..ends.get(index).copied().unwrap_or_default()
}

impl Columns {
	/// How many rows there are.
	pub fn len(&self) -> usize {
		self.rows
	}

	/// How many bytes the byte strings have together.
	pub fn bytes(&self) -> usize {
		let bytes = self.columns.iter().map(|column| match &column.values {
			Values::Text(values) => values.text.len(),
			Values::Bytes(values) | Values::Decimals(values, _) => values.bytes.len(),
			_ => 0,
		});
		bytes.sum()
	}

	/// Append a row as a JSON object and give the text of its column `wanted`, if there is one.
	///
	/// Rows are taken in their order: `next` keeps, for each column, how many values were taken.
	#[inline]
	pub fn write<'a>(
		&'a self,
		keys: &Keys,
		row: usize,
		next: &mut Vec<usize>,
		out: &mut Vec<u8>,
		wanted: Option<usize>,
	) -> Option<&'a str> {
		next.resize(self.columns.len(), 0);
		let mut text = None;
		keys.object(out, |out, index| {
			let (Some(column), Some(next)) = (self.columns.get(index), next.get_mut(index)) else {
				return;
			};
			let absent = |present: &Vec<bool>| present.get(row) != Some(&true);
			if column.present.as_ref().is_some_and(absent) {
				out.extend_from_slice(b"null");
				return;
			}
			column.values.write(*next, out);
			if wanted == Some(index) {
				if let Values::Text(strings) = &column.values {
					text = Some(strings.get(*next));
				}
			}
			*next += 1;
		});
		text
	}
}

impl Values {
	#[inline]
	fn write(&self, index: usize, out: &mut Vec<u8>) {
		match self {
			Self::Booleans(values) => {
				let text: &[u8] = if values[index] { b"true" } else { b"false" };
				out.extend_from_slice(text);
			}
			Self::Integers(values) => canonical::integer(out, values[index]),
			Self::Unsigned(values) => canonical::unsigned(out, values[index]),
			Self::Floats(values) => canonical::float(out, values[index]),
			Self::Text(values) => canonical::string(out, values.get(index)),
			Self::Bytes(values) => canonical::hex(out, values.get(index)),
			Self::Decimals(values, scale) => canonical::decimal(out, values.get(index), *scale),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn packed(values: &[&[u8]]) -> Packed {
		let mut packed = Packed::default();
		values.iter().for_each(|value| packed.push(value));
		packed
	}

	#[test]
	fn rows_take_the_values_that_are_there() {
		let names = ["b", "a", "c"].map(String::from);
		let text = packed(&[b"x", b"", "ö".as_bytes()]).into_strings().unwrap();
		let columns = Columns {
			rows: 3,
			columns: vec![
				Column {
					present: Some(vec![false, true, true]),
					values: Values::Integers(vec![1, 2]),
				},
				Column { present: None, values: Values::Text(text) },
				Column {
					present: Some(vec![true, false, true]),
					values: Values::Decimals(packed(&[&[1], &[0xff]]), 1),
				},
			],
		};
		let keys = Keys::new(&names).unwrap();
		let mut next = Vec::new();
		for (row, (expected, text)) in [
			(r#"{"a":"x","b":null,"c":"0.1"}"#, "x"),
			(r#"{"a":"","b":1,"c":null}"#, ""),
			(r#"{"a":"ö","b":2,"c":"-0.1"}"#, "ö"),
		]
		.into_iter()
		.enumerate()
		{
			let mut out = Vec::new();
			assert_eq!(columns.write(&keys, row, &mut next, &mut out, Some(1)), Some(text));
			assert_eq!(String::from_utf8(out).unwrap(), expected);
		}
	}

	#[test]
	fn a_value_that_is_not_utf8_is_found() {
		assert_eq!(packed(&[b"a", b"\xff", b"b"]).into_strings().unwrap_err().1, 1);
		// Two values that are UTF-8 only together.
		assert_eq!(packed(&[b"a", b"\xc3", b"\xb6"]).into_strings().unwrap_err().1, 1);
		let empty = packed(&[b"a", b""]).into_strings().unwrap();
		assert_eq!((empty.get(0), empty.get(1)), ("a", ""));
	}
}
