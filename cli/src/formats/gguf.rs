// SPDX-License-Identifier: Apache-2.0

//! The header of a GGUF file.
//!
//! A reader of our own, because the published ones make room for as much as an untrusted header
//! says: this one skips what it does not need and trusts no length.

use super::Tensors;
use std::{
	fs::File,
	io::{BufReader, Read, Seek, SeekFrom, Take},
};

/// The first bytes of every GGUF file.
pub const MAGIC: &[u8] = b"GGUF";

/// How much of a file is taken for its header. Vocabularies of a quarter million tokens fit well.
const MAX_HEADER: u64 = 128 << 20;

/// The most tensors; the largest published models have some thousands.
const MAX_TENSORS: u64 = 1 << 20;

/// The most key-value pairs.
const MAX_PAIRS: u64 = 1 << 16;

/// The most dimensions of a tensor; the format has four.
const MAX_DIMENSIONS: u32 = 8;

/// How deep arrays may nest.
const MAX_NESTING: u32 = 4;

/// The longest text that is kept.
const MAX_TEXT: u64 = 256;

type Result<T> = std::result::Result<T, String>;

/// The tensors of a GGUF file, or why it cannot be read.
pub fn read(file: &mut File, size: u64) -> Result<Tensors> {
	file.seek(SeekFrom::Start(0)).map_err(|error| error.to_string())?;
	Header { source: BufReader::new(file).take(MAX_HEADER.min(size)) }.read()
}

struct Header<R> {
	source: Take<R>,
}

impl<R: Read> Header<R> {
	fn read(mut self) -> Result<Tensors> {
		if self.bytes::<4>()? != *MAGIC {
			return Err("it does not begin with GGUF".into());
		}
		let version = self.u32()?;
		if !(2..=3).contains(&version) {
			return Err(format!("its version is {version}, and 2 and 3 are known"));
		}
		let tensor_count = self.bounded(MAX_TENSORS, "tensors")?;
		let pair_count = self.bounded(MAX_PAIRS, "key-value pairs")?;
		let mut tensors = Tensors::default();
		for _ in 0..pair_count {
			let key = self.text()?;
			let kind = self.u32()?;
			if key == "general.architecture" && kind == 8 {
				tensors.architecture = Some(self.text()?);
			} else {
				self.skip_value(kind, 0)?;
			}
		}
		for _ in 0..tensor_count {
			self.skip_text()?;
			let dimensions = self.u32()?;
			if dimensions > MAX_DIMENSIONS {
				return Err(format!("a tensor has {dimensions} dimensions"));
			}
			let shape = (0..dimensions).map(|_| self.u64()).collect::<Result<Vec<u64>>>()?;
			let data_type = type_name(self.u32()?);
			self.u64()?;
			tensors.add(&data_type, shape).ok_or("its numbers are too large")?;
		}
		Ok(tensors)
	}

	fn bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
		let mut bytes = [0; N];
		self.source.read_exact(&mut bytes).map_err(|_| "it ends within its header")?;
		Ok(bytes)
	}

	fn u32(&mut self) -> Result<u32> {
		self.bytes().map(u32::from_le_bytes)
	}

	fn u64(&mut self) -> Result<u64> {
		self.bytes().map(u64::from_le_bytes)
	}

	fn bounded(&mut self, most: u64, what: &str) -> Result<u64> {
		let count = self.u64()?;
		if count > most {
			return Err(format!("it says it has {count} {what}, more than {most}"));
		}
		Ok(count)
	}

	fn skip(&mut self, length: u64) -> Result<()> {
		let copied = std::io::copy(&mut (&mut self.source).take(length), &mut std::io::sink());
		match copied {
			Ok(copied) if copied == length => Ok(()),
			_ => Err("it ends within its header".into()),
		}
	}

	fn skip_text(&mut self) -> Result<()> {
		let length = self.u64()?;
		self.skip(length)
	}

	/// A text, cut where it is longer than anybody would read.
	fn text(&mut self) -> Result<String> {
		let length = self.u64()?;
		let kept = length.min(MAX_TEXT);
		let mut bytes = Vec::new();
		(&mut self.source).take(kept).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
		if bytes.len() as u64 != kept {
			return Err("it ends within its header".into());
		}
		self.skip(length - kept)?;
		Ok(String::from_utf8_lossy(&bytes).into_owned())
	}

	fn skip_value(&mut self, kind: u32, depth: u32) -> Result<()> {
		if let Some(size) = scalar_size(kind) {
			return self.skip(size);
		}
		match kind {
			8 => self.skip_text(),
			9 if depth < MAX_NESTING => {
				let kind = self.u32()?;
				let count = self.u64()?;
				if let Some(size) = scalar_size(kind) {
					let length = count.checked_mul(size).ok_or("an array is too long")?;
					return self.skip(length);
				}
				// Every item takes at least a length's eight bytes of the bounded header.
				for _ in 0..count {
					self.skip_value(kind, depth + 1)?;
				}
				Ok(())
			}
			9 => Err("its arrays nest too deep".into()),
			_ => Err(format!("it has a value of unknown type {kind}")),
		}
	}
}

/// The size of a value of fixed size.
fn scalar_size(kind: u32) -> Option<u64> {
	match kind {
		0 | 1 | 7 => Some(1),
		2 | 3 => Some(2),
		4..=6 => Some(4),
		10..=12 => Some(8),
		_ => None,
	}
}

/// The name of a tensor type.
fn type_name(number: u32) -> String {
	let name = match number {
		0 => "F32",
		1 => "F16",
		2 => "Q4_0",
		3 => "Q4_1",
		6 => "Q5_0",
		7 => "Q5_1",
		8 => "Q8_0",
		9 => "Q8_1",
		10 => "Q2_K",
		11 => "Q3_K",
		12 => "Q4_K",
		13 => "Q5_K",
		14 => "Q6_K",
		15 => "Q8_K",
		16 => "IQ2_XXS",
		17 => "IQ2_XS",
		18 => "IQ3_XXS",
		19 => "IQ1_S",
		20 => "IQ4_NL",
		21 => "IQ3_S",
		22 => "IQ2_S",
		23 => "IQ4_XS",
		24 => "I8",
		25 => "I16",
		26 => "I32",
		27 => "I64",
		28 => "F64",
		29 => "IQ1_M",
		30 => "BF16",
		34 => "TQ1_0",
		35 => "TQ2_0",
		39 => "MXFP4",
		_ => return format!("type {number}"),
	};
	name.to_owned()
}

#[cfg(test)]
mod tests {
	use super::super::{tests::found, Content};

	#[derive(Default)]
	struct Builder(Vec<u8>);

	impl Builder {
		fn new(tensors: u64, pairs: u64) -> Self {
			Self(b"GGUF".to_vec()).u32(3).u64(tensors).u64(pairs)
		}
		fn u32(mut self, n: u32) -> Self {
			self.0.extend(n.to_le_bytes());
			self
		}
		fn u64(mut self, n: u64) -> Self {
			self.0.extend(n.to_le_bytes());
			self
		}
		fn text(self, text: &str) -> Self {
			let mut next = self.u64(text.len() as u64);
			next.0.extend(text.as_bytes());
			next
		}
	}

	fn wrong(bytes: &[u8]) -> String {
		match found("m.gguf", bytes) {
			Some(Content::Unreadable { why }) => why,
			other => panic!("{other:?}"),
		}
	}

	#[test]
	fn counts_parameters_by_type() {
		let file = Builder::new(2, 4)
			.text("general.architecture")
			.u32(8)
			.text("llama")
			.text("llama.block_count")
			.u32(4)
			.u32(32)
			.text("tokenizer.ggml.tokens")
			.u32(9)
			.u32(8)
			.u64(2)
			.text("a")
			.text("b")
			.text("tokenizer.ggml.scores")
			.u32(9)
			.u32(6)
			.u64(2)
			.u64(0)
			.text("output.weight")
			.u32(2)
			.u64(32)
			.u64(10)
			.u32(12)
			.u64(0)
			.text("norm")
			.u32(1)
			.u64(5)
			.u32(0)
			.u64(64);
		// By its first bytes too, whatever its name.
		for name in ["m.gguf", "m.bin"] {
			let Some(Content::Gguf(tensors)) = found(name, &file.0) else { panic!("{name}") };
			assert_eq!(
				tensors.to_string(),
				"325 parameters in 2 tensors (F32 5, Q4_K 320), architecture llama"
			);
		}
	}

	#[test]
	fn trusts_no_length() {
		assert!(wrong(b"GGUX").contains("does not begin"));
		assert!(wrong(b"GG").contains("ends within"));
		assert!(wrong(&Builder::new(u64::MAX, 0).0).contains("tensors, more than"));
		assert!(wrong(&Builder::new(0, u64::MAX).0).contains("pairs, more than"));
		assert!(wrong(&Builder::new(0, 1).u64(u64::MAX).0).contains("ends within"));
		let array = |kind| Builder::new(0, 1).text("k").u32(9).u32(kind).u64(u64::MAX);
		assert!(wrong(&array(10).0).contains("too long"));
		assert!(wrong(&array(0).0).contains("ends within"));
		assert!(wrong(&array(8).0).contains("ends within"));
		assert!(wrong(&array(77).0).contains("unknown type"));
		let mut nested = Builder::new(0, 1).text("k").u32(9);
		for _ in 0..10 {
			nested = nested.u32(9).u64(1);
		}
		assert!(wrong(&nested.0).contains("nest too deep"));
		let tensor = |dimensions| Builder::new(1, 0).text("t").u32(dimensions);
		assert!(wrong(&tensor(9).0).contains("dimensions"));
		let huge = tensor(2).u64(u64::MAX).u64(2).u32(0).u64(0);
		assert!(wrong(&huge.0).contains("too large"));
	}
}
