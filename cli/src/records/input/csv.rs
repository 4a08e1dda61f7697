// SPDX-License-Identifier: Apache-2.0

//! The fields of a row of CSV, strictly by RFC 4180.

use super::Wrong;

/// The fields of one row, kept for the next.
#[derive(Debug, Default)]
pub struct Fields {
	text: String,
	ends: Vec<usize>,
}

impl Fields {
	/// How many fields the row has.
	pub fn len(&self) -> usize {
		self.ends.len()
	}

	/// A field without its quotes.
	pub fn get(&self, index: usize) -> &str {
		let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
		let to = self.ends.get(index).copied().unwrap_or_default();
		self.text.get(from.unwrap_or_default()..to).unwrap_or_default()
	}

	/// Take the fields of a row, given without its line break.
	pub fn split(&mut self, row: &[u8]) -> Result<(), Wrong> {
		self.text.clear();
		self.ends.clear();
		let mut rest = std::str::from_utf8(row).map_err(|_| Wrong::new("it is not UTF-8"))?;
		loop {
			let after = match rest.strip_prefix('"') {
				Some(quoted) => self.quoted(quoted)?,
				None => self.bare(rest)?,
			};
			self.ends.push(self.text.len());
			if after.is_empty() {
				return Ok(());
			}
			rest = after.strip_prefix(',').ok_or_else(|| {
				Wrong::new("something follows a quoted field: write a quote inside one twice")
			})?;
			// A comma at the end is followed by an empty field, which the next turn takes.
		}
	}

	/// Take a field that is not quoted, and give what follows.
	fn bare<'a>(&mut self, rest: &'a str) -> Result<&'a str, Wrong> {
		let end = rest.bytes().position(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
		let end = end.unwrap_or(rest.len());
		self.text.push_str(&rest[..end]);
		match rest.as_bytes().get(end) {
			Some(b'"') => Err(Wrong::new("a quote stands in a field that is not quoted")),
			Some(b'\r' | b'\n') => Err(Wrong::new("a line break stands in a field without quotes")),
			_ => Ok(&rest[end..]),
		}
	}

	/// Take a field after its opening quote, and give what follows the closing one.
	fn quoted<'a>(&mut self, mut rest: &'a str) -> Result<&'a str, Wrong> {
		loop {
			let Some((inside, after)) = rest.split_once('"') else {
				return Err(Wrong::new("a quote is never closed"));
			};
			self.text.push_str(inside);
			match after.strip_prefix('"') {
				Some(more) => {
					self.text.push('"');
					rest = more;
				}
				None => return Ok(after),
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn split(row: &str) -> Result<Vec<String>, Wrong> {
		let mut fields = Fields::default();
		fields.split(row.as_bytes())?;
		Ok((0..fields.len()).map(|index| fields.get(index).to_owned()).collect())
	}

	#[test]
	fn fields_are_those_of_another_implementation() {
		for row in [
			"a,b,c",
			",",
			",,x",
			"\"a\"",
			"\"\",\"\"",
			"\"a,b\",\"c\"\"d\",\"\"\"\"",
			"\"line\r\nbreak\",\" spaced \", plain ",
			"größe,\"€\"",
			"5.1,3.5,1.4,0.2,0",
		] {
			let mut reader =
				::csv::ReaderBuilder::new().has_headers(false).from_reader(row.as_bytes());
			let theirs = reader.records().next().unwrap().unwrap();
			assert_eq!(split(row).unwrap(), theirs.iter().collect::<Vec<_>>(), "{row}");
		}
	}

	#[test]
	fn what_is_no_csv_is_refused() {
		for row in ["a\"b", "\"a\"b", "\"a", "\"a\"\"", "a,\"b\" ,c", "a\rb"] {
			assert!(split(row).is_err(), "{row}");
		}
		assert!(Fields::default().split(b"a,\xff").is_err());
	}
}
