// SPDX-License-Identifier: Apache-2.0

//! The bytes of a file, as the library asks for them.

use parquet::{
	errors::{ParquetError, Result as ParquetResult},
	file::reader::{ChunkReader, Length},
};
use std::{
	fs::File,
	io::{self, BufReader},
	os::unix::fs::FileExt,
	sync::Arc,
};

/// A file that is not read beyond its end, whatever its own bytes say.
pub struct Bounded {
	file: Arc<File>,
	size: u64,
}

impl Bounded {
	/// A file of this size.
	pub fn new(file: File, size: u64) -> Self {
		Self { file: Arc::new(file), size }
	}
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
pub struct Part {
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
