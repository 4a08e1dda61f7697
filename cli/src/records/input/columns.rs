// SPDX-License-Identifier: Apache-2.0

//! Values of records, column by column.

use crate::records::canonical::{self, Keys, SHORT};
use std::sync::Arc;

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
	/// Those of a dictionary, by their places in it.
	Indexed(Arc<Dictionary>, Vec<i32>),
}

/// The different values of a column, also as they are written: name and value.
#[derive(Debug)]
pub struct Dictionary {
	values: Values,
	/// The canonical forms.
	members: Vec<Member>,
	/// Those that are too long for a [`Member`], end to end.
	long: Vec<u8>,
	/// How many bytes all have, and the longest.
	size: usize,
	longest: usize,
}

/// A canonical form and, in the last byte, how long it is. If that is [`LONG`], its first bytes are
/// where it begins among the long ones, and where it ends.
type Member = [u8; SHORT];

/// The length of what is too long.
const LONG: u8 = u8::MAX;

impl Dictionary {
	/// So many values, each to be written after a prefix; none if that takes more than `room`
	/// bytes.
	pub fn new(values: Values, count: usize, prefix: &[u8], room: usize) -> Option<Self> {
		let mut all = Self { values, members: Vec::new(), long: Vec::new(), size: 0, longest: 0 };
		all.members.reserve(count);
		for index in 0..count {
			let from = all.long.len();
			all.long.extend_from_slice(prefix);
			all.values.write(index, &mut all.long);
			let end = all.long.len();
			let length = end - from;
			let mut member = [0; SHORT];
			if length < SHORT {
				member[..length].copy_from_slice(&all.long[from..]);
				member[SHORT - 1] = length as u8;
				all.long.truncate(from);
			} else {
				member[..8].copy_from_slice(&(from as u64).to_le_bytes());
				member[8..16].copy_from_slice(&(end as u64).to_le_bytes());
				member[SHORT - 1] = LONG;
			}
			all.members.push(member);
			all.longest = all.longest.max(length);
			all.size = all.long.len() + all.members.len() * SHORT;
			if all.size > room {
				return None;
			}
		}
		Some(all)
	}

	/// How many bytes it takes as it is written.
	pub fn size(&self) -> usize {
		self.size
	}

	/// Append the name and the value at a place.
	#[inline]
	fn write(&self, place: usize, out: &mut Vec<u8>) {
		let member = &self.members[place];
		match member[SHORT - 1] {
			LONG => out.extend_from_slice(self.long(member)),
			length => canonical::short(out, member, usize::from(length)),
		}
	}

	/// What a member stands for that is too long.
	fn long(&self, member: &Member) -> &[u8] {
		let place = |at: usize| {
			let bytes = member[at..].first_chunk().copied().unwrap_or_default();
			u64::from_le_bytes(bytes) as usize
		};
		self.long.get(place(0)..place(8)).unwrap_or_default()
	}
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

	/// About how many bytes the byte strings have together, and all that comes from dictionaries.
	pub fn bytes(&self) -> usize {
		let bytes = self.columns.iter().map(|column| match &column.values {
			Values::Text(values) => values.text.len(),
			Values::Bytes(values) | Values::Decimals(values, _) => values.bytes.len(),
			Values::Indexed(dictionary, indices) => indices.len() * dictionary.longest,
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
		keys.object(out, |out, prefix, index| {
			let (Some(column), Some(next)) = (self.columns.get(index), next.get_mut(index)) else {
				return;
			};
			let absent = |present: &Vec<bool>| present.get(row) != Some(&true);
			if column.present.as_ref().is_some_and(absent) {
				prefix.write(out);
				out.extend_from_slice(b"null");
				return;
			}
			if let Values::Indexed(dictionary, indices) = &column.values {
				dictionary.write(indices[*next] as usize, out);
			} else {
				prefix.write(out);
				column.values.write(*next, out);
			}
			if wanted == Some(index) {
				text = column.values.text(*next);
			}
			*next += 1;
		});
		text
	}
}

impl Values {
	/// The text at a place.
	fn text(&self, index: usize) -> Option<&str> {
		match self {
			Self::Text(strings) => Some(strings.get(index)),
			Self::Indexed(dictionary, indices) => dictionary.values.text(indices[index] as usize),
			_ => None,
		}
	}

	/// Append the value at a place, without its name.
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
			Self::Indexed(dictionary, indices) => {
				dictionary.values.write(indices[index] as usize, out);
			}
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
	fn dictionaries_are_written_with_names_at_any_length() {
		for length in [0, 1, SHORT - 8, SHORT - 7, SHORT - 6, SHORT - 5, SHORT, 300] {
			let long = "x".repeat(length);
			let texts = [long.as_bytes(), b"ab", long.as_bytes()];
			let values = || Values::Text(packed(&texts).into_strings().unwrap());
			let all = Dictionary::new(values(), 3, b",\"k\":", 10_000).unwrap();
			for place in [2, 1, 0] {
				let mut out = b"before".to_vec();
				all.write(place, &mut out);
				let text = std::str::from_utf8(texts[place]).unwrap();
				assert_eq!(String::from_utf8(out).unwrap(), format!("before,\"k\":\"{text}\""));
			}
			assert_eq!(all.longest, (length + 7).max(9));
			assert!(Dictionary::new(values(), 3, b",\"k\":", all.size() - 1).is_none());
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
