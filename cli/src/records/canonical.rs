// SPDX-License-Identifier: Apache-2.0

//! Canonical JSON (RFC 8785), written piece by piece. The format is told in docs/records.md.

use std::cmp::Ordering;

/// The largest integer that every reader of JSON takes as it is written.
const MAX_EXACT: u64 = (1 << 53) - 1;

/// A string in quotes, with the escapes that it needs.
#[inline]
pub fn string(out: &mut Vec<u8>, text: &str) {
	out.push(b'"');
	let bytes = text.as_bytes();
	if bytes.iter().any(|byte| must_be_escaped(*byte)) {
		escaped(out, bytes);
	} else {
		out.extend_from_slice(bytes);
	}
	out.push(b'"');
}

#[inline]
fn must_be_escaped(byte: u8) -> bool {
	byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn escaped(out: &mut Vec<u8>, bytes: &[u8]) {
	const HEX: &[u8; 16] = b"0123456789abcdef";
	for byte in bytes {
		match byte {
			b'"' => out.extend_from_slice(b"\\\""),
			b'\\' => out.extend_from_slice(b"\\\\"),
			0x08 => out.extend_from_slice(b"\\b"),
			b'\t' => out.extend_from_slice(b"\\t"),
			b'\n' => out.extend_from_slice(b"\\n"),
			0x0c => out.extend_from_slice(b"\\f"),
			b'\r' => out.extend_from_slice(b"\\r"),
			0..0x20 => {
				out.extend_from_slice(b"\\u00");
				out.push(HEX[usize::from(byte >> 4)]);
				out.push(HEX[usize::from(byte & 15)]);
			}
			_ => out.push(*byte),
		}
	}
}

/// An integer: a number up to 2^53 - 1 either way, beyond that a string of its digits.
#[inline]
pub fn integer(out: &mut Vec<u8>, number: i64) {
	let mut buffer = itoa::Buffer::new();
	digits(out, buffer.format(number), number.unsigned_abs() <= MAX_EXACT);
}

/// An integer without a sign.
#[inline]
pub fn unsigned(out: &mut Vec<u8>, number: u64) {
	let mut buffer = itoa::Buffer::new();
	digits(out, buffer.format(number), number <= MAX_EXACT);
}

#[inline]
fn digits(out: &mut Vec<u8>, digits: &str, exact: bool) {
	if exact {
		out.extend_from_slice(digits.as_bytes());
	} else {
		quoted(out, digits.as_bytes());
	}
}

/// An integer of any size, written as JSON writes one.
pub fn integer_text(out: &mut Vec<u8>, text: &str) {
	match text.parse::<i64>() {
		// Minus zero is zero.
		Ok(number) => integer(out, number),
		Err(_) => quoted(out, text.as_bytes()),
	}
}

/// A number as ECMAScript writes it; what is no number by its name, as a string.
#[inline]
pub fn float(out: &mut Vec<u8>, number: f64) {
	let mut buffer = ryu_js::Buffer::new();
	let text = buffer.format(number);
	if number.is_finite() {
		out.extend_from_slice(text.as_bytes());
	} else {
		quoted(out, text.as_bytes());
	}
}

/// Bytes as a string of lower-case hex digits.
pub fn hex(out: &mut Vec<u8>, bytes: &[u8]) {
	out.push(b'"');
	let from = out.len();
	out.resize(from + 2 * bytes.len(), 0);
	// The room is just as large as is needed.
	let _ = hex::encode_to_slice(bytes, &mut out[from..]);
	out.push(b'"');
}

/// A decimal fraction as a string: the integer of `unscaled`, big-endian in two's complement, with
/// the last `scale` digits after a point.
pub fn decimal(out: &mut Vec<u8>, unscaled: &[u8], scale: usize) {
	let negative = unscaled.first().is_some_and(|byte| byte & 0x80 != 0);
	let mut rest = unscaled.to_vec();
	if negative {
		let mut carry = true;
		for byte in rest.iter_mut().rev() {
			(*byte, carry) = (!*byte).overflowing_add(u8::from(carry));
		}
	}
	let mut reversed = Vec::new();
	while rest.iter().any(|byte| *byte != 0) || reversed.len() <= scale {
		let mut remainder = 0;
		for byte in &mut rest {
			let value = remainder << 8 | u32::from(*byte);
			*byte = (value / 10) as u8;
			remainder = value % 10;
		}
		reversed.push(b'0' + remainder as u8);
	}
	out.push(b'"');
	if negative {
		out.push(b'-');
	}
	for (left, digit) in reversed.iter().enumerate().rev() {
		out.push(*digit);
		if left == scale && scale > 0 {
			out.push(b'.');
		}
	}
	out.push(b'"');
}

fn quoted(out: &mut Vec<u8>, plain: &[u8]) {
	out.push(b'"');
	out.extend_from_slice(plain);
	out.push(b'"');
}

/// How keys are sorted: by their UTF-16 code units.
pub fn key_order(left: &str, right: &str) -> Ordering {
	left.encode_utf16().cmp(right.encode_utf16())
}

/// The longest text that is copied by [`short`].
pub const SHORT: usize = 32;

/// Append the first `length` bytes, at most [`SHORT`]: all of the room is copied, which takes a few
/// instructions, and what is too much is taken back.
#[inline]
pub fn short(out: &mut Vec<u8>, room: &[u8; SHORT], length: usize) {
	let end = out.len() + length;
	out.extend_from_slice(room);
	out.truncate(end);
}

/// What is written before a value: the name, and what separates it from the value before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prefix {
	/// At most [`SHORT`] bytes, and how many.
	Within([u8; SHORT], usize),
	/// More.
	Longer(Vec<u8>),
}

impl Prefix {
	fn new(text: Vec<u8>) -> Self {
		if text.len() > SHORT {
			return Self::Longer(text);
		}
		let mut room = [0; SHORT];
		room[..text.len()].copy_from_slice(&text);
		Self::Within(room, text.len())
	}

	/// Append it.
	#[inline]
	pub fn write(&self, out: &mut Vec<u8>) {
		match self {
			Self::Within(room, length) => short(out, room, *length),
			Self::Longer(text) => out.extend_from_slice(text),
		}
	}
}

/// The keys of records that all have the same columns, in canonical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
	/// A column's place in the file, and what is written before its value.
	columns: Vec<(usize, Prefix)>,
}

impl Keys {
	/// The keys of columns by these names, or the name that is there twice.
	pub fn new(names: &[String]) -> Result<Self, String> {
		let mut order: Vec<usize> = (0..names.len()).collect();
		order.sort_by(|left, right| key_order(&names[*left], &names[*right]));
		if let Some(twice) = order.windows(2).find(|pair| names[pair[0]] == names[pair[1]]) {
			return Err(names[twice[0]].clone());
		}
		let prefix = |(position, column): (usize, &usize)| {
			let mut prefix = vec![if position == 0 { b'{' } else { b',' }];
			string(&mut prefix, &names[*column]);
			prefix.push(b':');
			(*column, Prefix::new(prefix))
		};
		Ok(Self { columns: order.iter().enumerate().map(prefix).collect() })
	}

	/// What is written before the value of each column, in the columns' order in the file.
	pub fn prefixes(&self) -> Vec<Vec<u8>> {
		let mut prefixes = vec![Vec::new(); self.columns.len()];
		for (column, prefix) in &self.columns {
			prefix.write(&mut prefixes[*column]);
		}
		prefixes
	}

	/// Write a record; `member` writes the prefix and the value of a column.
	#[inline]
	pub fn object(&self, out: &mut Vec<u8>, mut member: impl FnMut(&mut Vec<u8>, &Prefix, usize)) {
		if self.columns.is_empty() {
			out.push(b'{');
		}
		for (column, prefix) in &self.columns {
			member(out, prefix, *column);
		}
		out.push(b'}');
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
		let mut out = Vec::new();
		write(&mut out);
		String::from_utf8(out).unwrap()
	}

	#[test]
	fn strings_are_escaped_as_by_the_standard() {
		// RFC 8785, section 3.2.2.2, and every character that has an escape.
		let text: String = (0..0x80u8).map(char::from).chain("€Größe😂".chars()).collect();
		let expected = serde_jcs::to_string(&text).unwrap();
		assert_eq!(written(|out| string(out, &text)), expected);
		assert_eq!(written(|out| string(out, "a\u{7f}\u{1f}\"")), "\"a\u{7f}\\u001f\\\"\"");
	}

	#[test]
	fn integers_beyond_what_is_exact_are_strings() {
		for (number, text) in [
			(0, "0"),
			(-5, "-5"),
			((1 << 53) - 1, "9007199254740991"),
			(1 << 53, "\"9007199254740992\""),
			(-(1 << 53) + 1, "-9007199254740991"),
			(i64::MIN, "\"-9223372036854775808\""),
		] {
			assert_eq!(written(|out| integer(out, number)), text);
			assert_eq!(written(|out| integer_text(out, &number.to_string())), text);
		}
		assert_eq!(written(|out| unsigned(out, u64::MAX)), "\"18446744073709551615\"");
		assert_eq!(written(|out| integer_text(out, "-0")), "0");
		let large = "123456789012345678901234567890";
		assert_eq!(written(|out| integer_text(out, large)), format!("\"{large}\""));
	}

	#[test]
	fn floats_are_those_of_the_standard() {
		// RFC 8785, appendix B.
		for (bits, text) in [
			(0x0000000000000000u64, "0"),
			(0x8000000000000000, "0"),
			(0x0000000000000001, "5e-324"),
			(0x8000000000000001, "-5e-324"),
			(0x7fefffffffffffff, "1.7976931348623157e+308"),
			(0x4340000000000000, "9007199254740992"),
			(0x4430000000000000, "295147905179352830000"),
			(0x7fffffffffffffff, "\"NaN\""),
			(0x7ff0000000000000, "\"Infinity\""),
			(0xfff0000000000000, "\"-Infinity\""),
			(0x44b52d02c7e14af5, "9.999999999999997e+22"),
			(0x44b52d02c7e14af6, "1e+23"),
			(0x444b1ae4d6e2ef50, "1e+21"),
			(0x3eb0c6f7a0b5ed8d, "0.000001"),
			(0x41b3de4355555553, "333333333.3333332"),
			(0xbecbf647612f3696, "-0.0000033333333333333333"),
		] {
			assert_eq!(written(|out| float(out, f64::from_bits(bits))), text);
		}
	}

	#[test]
	fn decimals_keep_every_digit() {
		for (unscaled, scale, text) in [
			(1230i128, 2, "\"12.30\""),
			(-5, 2, "\"-0.05\""),
			(0, 0, "\"0\""),
			(0, 3, "\"0.000\""),
			(-1, 0, "\"-1\""),
			(i128::MAX, 38, "\"1.70141183460469231731687303715884105727\""),
			(i128::MIN, 0, "\"-170141183460469231731687303715884105728\""),
		] {
			assert_eq!(written(|out| decimal(out, &unscaled.to_be_bytes(), scale)), text);
		}
		assert_eq!(written(|out| decimal(out, &[0x80], 1)), "\"-12.8\"");
		assert_eq!(written(|out| decimal(out, &[], 1)), "\"0.0\"");
	}

	#[test]
	fn keys_are_sorted_by_utf_16() {
		// RFC 8785, section 3.2.3.
		let names = ["€", "\r", "\u{fb33}", "1", "😀", "\u{80}", "ö"].map(String::from);
		let keys = Keys::new(&names).unwrap();
		let object = written(|out| {
			keys.object(out, |out, prefix, column| {
				prefix.write(out);
				out.extend(column.to_string().bytes());
			});
		});
		assert_eq!(
			object,
			"{\"\\r\":1,\"1\":3,\"\u{80}\":5,\"ö\":6,\"€\":0,\"😀\":4,\"\u{fb33}\":2}"
		);
		assert_eq!(Keys::new(&["a", "b", "a"].map(String::from)), Err("a".into()));
		let none = Keys::new(&[]).unwrap();
		assert_eq!(written(|out| none.object(out, |_, _, _| ())), "{}");
	}

	#[test]
	fn bytes_are_hex() {
		assert_eq!(written(|out| hex(out, &[0, 0xab])), "\"00ab\"");
		assert_eq!(written(|out| hex(out, &[])), "\"\"");
	}
}
