// SPDX-License-Identifier: Apache-2.0

//! One line of JSON Lines, read strictly and written canonically.
//!
//! Numbers are taken by their text, which a reader into values would have lost: an integer of any
//! size stays exact, and a fraction becomes the nearest double. What canonical JSON cannot say is
//! refused: keys that are there twice, halves of surrogate pairs, numbers beyond all doubles.

use super::canonical;
use std::ops::Range;

/// How deep values may be nested.
const MAX_DEPTH: u32 = 128;

/// Why a line is no record, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
	/// The byte of the line, from 0.
	pub at: usize,
	/// What is wrong there.
	pub why: String,
}

/// A member's value, in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
	/// There is none of that name.
	Absent,
	/// It is a string.
	Text(String),
	/// It is `null`.
	Null,
	/// It is something else.
	Other,
}

/// Write the object that a line holds, and say what its member `wanted` is.
pub fn record(line: &[u8], wanted: Option<&str>, out: &mut Vec<u8>) -> Result<Member, Fault> {
	let text = std::str::from_utf8(line)
		.map_err(|error| Fault { at: error.valid_up_to(), why: "it is not UTF-8".into() })?;
	let mut parser = Parser { text, at: 0, depth: 0, wanted, found: Member::Absent };
	parser.space();
	if parser.peek() != Some(b'{') {
		return parser.fault("a record is an object, {\"column\": value, ...}");
	}
	parser.value(out)?;
	parser.space();
	if parser.at != line.len() {
		return parser.fault("something follows the object");
	}
	Ok(parser.found)
}

struct Parser<'a> {
	text: &'a str,
	at: usize,
	depth: u32,
	wanted: Option<&'a str>,
	found: Member,
}

impl Parser<'_> {
	fn fault<T>(&self, why: impl Into<String>) -> Result<T, Fault> {
		Err(Fault { at: self.at, why: why.into() })
	}

	fn peek(&self) -> Option<u8> {
		self.text.as_bytes().get(self.at).copied()
	}

	fn space(&mut self) {
		while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
			self.at += 1;
		}
	}

	fn take(&mut self, byte: u8) -> bool {
		let is_there = self.peek() == Some(byte);
		self.at += usize::from(is_there);
		is_there
	}

	fn value(&mut self, out: &mut Vec<u8>) -> Result<(), Fault> {
		match self.peek() {
			Some(b'{') => self.nested(|parser| parser.object(out)),
			Some(b'[') => self.nested(|parser| parser.array(out)),
			Some(b'"') => {
				let text = self.string()?;
				canonical::string(out, &text);
				Ok(())
			}
			Some(b'-' | b'0'..=b'9') => self.number(out),
			Some(_) => {
				let rest = &self.text[self.at..];
				let word =
					["true", "false", "null"].into_iter().find(|word| rest.starts_with(word));
				let Some(word) = word else { return self.fault("a value is expected") };
				self.at += word.len();
				out.extend_from_slice(word.as_bytes());
				Ok(())
			}
			None => self.fault("it ends too early"),
		}
	}

	fn nested(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
		if self.depth == MAX_DEPTH {
			return self.fault(format!("values are nested deeper than {MAX_DEPTH} levels"));
		}
		self.at += 1;
		self.depth += 1;
		read(self)?;
		self.depth -= 1;
		Ok(())
	}

	fn array(&mut self, out: &mut Vec<u8>) -> Result<(), Fault> {
		out.push(b'[');
		self.space();
		if !self.take(b']') {
			loop {
				self.space();
				self.value(out)?;
				self.space();
				if self.take(b']') {
					break;
				}
				if !self.take(b',') {
					return self.fault("a comma or ] is expected");
				}
				out.push(b',');
			}
		}
		out.push(b']');
		Ok(())
	}

	fn object(&mut self, out: &mut Vec<u8>) -> Result<(), Fault> {
		let begin = out.len();
		let mut members: Vec<(String, Range<usize>)> = Vec::new();
		out.push(b'{');
		self.space();
		if !self.take(b'}') {
			loop {
				self.space();
				if self.peek() != Some(b'"') {
					return self.fault("a key in quotes is expected");
				}
				let key = self.string()?;
				self.space();
				if !self.take(b':') {
					return self.fault("a colon is expected");
				}
				self.space();
				let from = out.len();
				canonical::string(out, &key);
				out.push(b':');
				let value = out.len();
				self.value(out)?;
				if self.depth == 1 && self.wanted == Some(key.as_str()) {
					self.found = member(&out[value..]);
				}
				members.push((key, from..out.len()));
				out.push(b',');
				self.space();
				if self.take(b'}') {
					break;
				}
				if !self.take(b',') {
					return self.fault("a comma or } is expected");
				}
			}
			out.pop();
		}
		out.push(b'}');
		self.sort(members, begin, out)
	}

	/// Bring the members of the object that begins there into canonical order.
	fn sort(
		&self,
		mut members: Vec<(String, Range<usize>)>,
		begin: usize,
		out: &mut Vec<u8>,
	) -> Result<(), Fault> {
		let ordered = |left: &str, right: &str| canonical::key_order(left, right).is_lt();
		if members.windows(2).all(|pair| ordered(&pair[0].0, &pair[1].0)) {
			return Ok(());
		}
		members.sort_by(|left, right| canonical::key_order(&left.0, &right.0));
		if let Some(twice) = members.windows(2).find(|pair| pair[0].0 == pair[1].0) {
			return self.fault(format!("the key {:?} is there twice", twice[0].0));
		}
		let mut sorted = Vec::with_capacity(out.len() - begin);
		for (_, range) in members {
			sorted.push(if sorted.is_empty() { b'{' } else { b',' });
			sorted.extend_from_slice(&out[range]);
		}
		sorted.push(b'}');
		out.truncate(begin);
		out.append(&mut sorted);
		Ok(())
	}

	fn string(&mut self) -> Result<String, Fault> {
		self.at += 1;
		let mut text = String::new();
		loop {
			let rest = &self.text[self.at..];
			let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
			let Some(length) = rest.as_bytes().iter().position(special) else {
				self.at = self.text.len();
				return self.fault("a string does not end");
			};
			text.push_str(&rest[..length]);
			self.at += length;
			match self.peek() {
				Some(b'"') => {
					self.at += 1;
					return Ok(text);
				}
				Some(b'\\') => text.push(self.escape()?),
				_ => {
					return self.fault("a control character stands in a string: write \\n, \\t...")
				}
			}
		}
	}

	fn escape(&mut self) -> Result<char, Fault> {
		self.at += 1;
		let letter = self.peek();
		self.at += 1;
		let character = match letter {
			Some(letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
			Some(b'b') => '\u{8}',
			Some(b'f') => '\u{c}',
			Some(b'n') => '\n',
			Some(b'r') => '\r',
			Some(b't') => '\t',
			Some(b'u') => return self.unicode(),
			_ => {
				self.at -= 1;
				return self.fault("this escape is unknown");
			}
		};
		Ok(character)
	}

	fn unicode(&mut self) -> Result<char, Fault> {
		let mut units = vec![self.unit()?];
		if (0xd800..0xdc00).contains(&units[0]) && self.text[self.at..].starts_with("\\u") {
			self.at += 2;
			units.push(self.unit()?);
		}
		match char::decode_utf16(units).next() {
			Some(Ok(character)) => Ok(character),
			_ => self.fault("half of a surrogate pair stands alone"),
		}
	}

	fn unit(&mut self) -> Result<u16, Fault> {
		let digits = self.text.as_bytes().get(self.at..self.at + 4);
		let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
		let Some(digits) = digits else { return self.fault("four hex digits are expected") };
		self.at += 4;
		Ok(digits.iter().fold(0, |unit, digit| {
			unit << 4 | char::from(*digit).to_digit(16).unwrap_or_default() as u16
		}))
	}

	fn number(&mut self, out: &mut Vec<u8>) -> Result<(), Fault> {
		let from = self.at;
		self.take(b'-');
		if !self.take(b'0') {
			self.digits()?;
		} else if matches!(self.peek(), Some(b'0'..=b'9')) {
			return self.fault("a number begins with a needless zero");
		}
		let mut whole = true;
		if self.take(b'.') {
			whole = false;
			self.digits()?;
		}
		if self.take(b'e') || self.take(b'E') {
			whole = false;
			let _ = self.take(b'+') || self.take(b'-');
			self.digits()?;
		}
		let text = &self.text[from..self.at];
		if whole {
			canonical::integer_text(out, text);
			return Ok(());
		}
		match text.parse::<f64>() {
			Ok(number) if number.is_finite() => canonical::float(out, number),
			_ => {
				self.at = from;
				return self.fault("the number is too large for a double: write it as a string");
			}
		}
		Ok(())
	}

	fn digits(&mut self) -> Result<(), Fault> {
		if !matches!(self.peek(), Some(b'0'..=b'9')) {
			return self.fault("a digit is expected");
		}
		while matches!(self.peek(), Some(b'0'..=b'9')) {
			self.at += 1;
		}
		Ok(())
	}
}

fn member(value: &[u8]) -> Member {
	match value.first() {
		Some(b'"') => match serde_json::from_slice(value) {
			Ok(text) => Member::Text(text),
			Err(_) => Member::Other,
		},
		Some(b'n') => Member::Null,
		_ => Member::Other,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn canonical(line: &str) -> Result<String, Fault> {
		let mut out = Vec::new();
		record(line.as_bytes(), None, &mut out)?;
		Ok(String::from_utf8(out).unwrap())
	}

	#[test]
	fn records_are_canonical() {
		// RFC 8785, section 3.2.2.
		let line = r#" { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
			"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] } "#;
		let expected = concat!(
			r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#,
			r#""string":"€$\u000f\nA'B\"\\\\\"/"}"#
		);
		assert_eq!(canonical(line).unwrap(), expected);
		for (line, expected) in [
			("{}", "{}"),
			(
				r#"{"b":{"d":1,"c":[]},"a":[{"f":0,"e":-0}]}"#,
				r#"{"a":[{"e":0,"f":0}],"b":{"c":[],"d":1}}"#,
			),
			(r#"{"a":12345678901234567890123}"#, r#"{"a":"12345678901234567890123"}"#),
			(r#"{"a":12345678901234567890123.0}"#, r#"{"a":1.2345678901234568e+22}"#),
			(r#"{"a":-0.0,"b":1e0,"c":-1e-400}"#, r#"{"a":0,"b":1,"c":0}"#),
			(r#"{"\ud83d\ude00":"\ud83d\ude00","\ufb33":1}"#, "{\"😀\":\"😀\",\"\u{fb33}\":1}"),
		] {
			assert_eq!(canonical(line).as_deref(), Ok(expected), "{line}");
		}
	}

	#[test]
	fn agrees_with_another_implementation() {
		// Text of every kind, made by a small generator; its numbers are such that both agree.
		let mut seed = 7u64;
		let mut random = |below: u64| {
			seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
			(seed >> 33) % below
		};
		fn value(random: &mut impl FnMut(u64) -> u64, depth: u64) -> serde_json::Value {
			match random(if depth == 0 { 5 } else { 7 }) {
				0 => serde_json::Value::Null,
				1 => (random(2) == 0).into(),
				2 => (random(1 << 40) as i64 - (1 << 39)).into(),
				3 => (random(1 << 30) as f64 / 1024.0).into(),
				4 => text(random).into(),
				5 => (0..random(4)).map(|_| value(random, depth - 1)).collect(),
				_ => object(random, depth - 1),
			}
		}
		fn text(random: &mut impl FnMut(u64) -> u64) -> String {
			let letters =
				['a', '"', '\\', '\n', '\u{1}', 'ö', '€', '😀', '\u{fb33}', '/', '\u{7f}'];
			(0..random(6)).map(|_| letters[random(letters.len() as u64) as usize]).collect()
		}
		fn object(random: &mut impl FnMut(u64) -> u64, depth: u64) -> serde_json::Value {
			let members = (0..random(6)).map(|_| (text(random), value(random, depth)));
			serde_json::Value::Object(members.collect())
		}
		for _ in 0..2_000 {
			let value = object(&mut random, 3);
			let expected = serde_jcs::to_string(&value).unwrap();
			for line in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
				assert_eq!(canonical(&line).as_deref(), Ok(expected.as_str()), "{line}");
			}
		}
	}

	#[test]
	fn what_is_no_record_is_refused() {
		let deep = format!("{{\"a\":{}{}}}", "[".repeat(127), "]".repeat(127));
		assert!(canonical(&deep).is_ok());
		let deeper = format!("{{\"a\":{}{}}}", "[".repeat(128), "]".repeat(128));
		for line in [
			"",
			"[]",
			"1",
			"null",
			"{",
			"{\"a\"",
			"{\"a\":",
			"{\"a\":1",
			"{\"a\":1,",
			"{\"a\":1,}",
			"{\"a\":[1,]}",
			"{\"a\":[1",
			"{a:1}",
			"{\"a\":1}x",
			"{\"a\":1}{}",
			"{\"a\":01}",
			"{\"a\":+1}",
			"{\"a\":.5}",
			"{\"a\":5.}",
			"{\"a\":1e}",
			"{\"a\":-}",
			"{\"a\":NaN}",
			"{\"a\":1e400}",
			"{\"a\":tru}",
			"{\"a\":\"\t\"}",
			"{\"a\":\"\\x\"}",
			"{\"a\":\"\\",
			"{\"a\":\"\\u12\"}",
			"{\"a\":\"\\ud800\"}",
			"{\"a\":\"\\ud800\\u0041\"}",
			"{\"a\":\"\\udc00\"}",
			"{\"a\":1,\"a\":1}",
			"{\"b\":1,\"a\":{\"c\":1,\"\\u0063\":2}}",
			&deeper,
		] {
			assert!(canonical(line).is_err(), "{line}");
		}
		let fault = record(b"{\"a\":\"\xff\"}", None, &mut Vec::new()).unwrap_err();
		assert_eq!((fault.at, fault.why.as_str()), (6, "it is not UTF-8"));
	}

	#[test]
	fn no_text_makes_it_panic() {
		let line = r#"{"a":[1.5e-3,"\ud83d\ude00é",{"b":null}],"c":true}"#;
		for from in 0..line.len() {
			let _ = record(&line.as_bytes()[from..], None, &mut Vec::new());
			let _ = record(&line.as_bytes()[..from], None, &mut Vec::new());
			for byte in [b'"', b'\\', b'{', 0xff, b'9'] {
				let mut line = line.as_bytes().to_vec();
				line[from] = byte;
				let _ = record(&line, None, &mut Vec::new());
			}
		}
	}

	#[test]
	fn a_member_of_the_record_itself_is_found() {
		let found = |line: &str| record(line.as_bytes(), Some("who"), &mut Vec::new()).unwrap();
		assert_eq!(found(r#"{"a":{"who":"x"}}"#), Member::Absent);
		assert_eq!(found(r#"{"z":1,"who":"\u0078","a":{"who":"y"}}"#), Member::Text("x".into()));
		assert_eq!(found(r#"{"who":null}"#), Member::Null);
		assert_eq!(found(r#"{"who":5}"#), Member::Other);
	}
}
