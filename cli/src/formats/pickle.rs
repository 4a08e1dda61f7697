// SPDX-License-Identifier: Apache-2.0

//! Pickles: Python objects whose loading can run any code.

use std::{
	fs::File,
	io::{self, Read, Seek, SeekFrom},
};

/// Names that stand for pickles, whatever the bytes are.
const EXTENSIONS: &[&str] = &["pkl", "pickle", "pt", "pth", "jit", "ckpt", "joblib", "dill", "pt2"];

/// Torch's own number at the beginning of its older files: a pickled long.
const TORCH_LEGACY: &[u8] =
	&[0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

/// How much of a ZIP archive's beginning and end is searched for names.
const WINDOW: u64 = 64 << 10;

/// Why a file is a pickle, if it is one.
pub fn detect(
	file: &mut File,
	head: &[u8],
	size: u64,
	extension: &str,
) -> io::Result<Option<String>> {
	if head.starts_with(TORCH_LEGACY) {
		return Ok(Some("it begins as PyTorch files did before 1.6".into()));
	}
	if head.starts_with(b"PK\x03\x04") && archive_has_pickle(file, size)? {
		return Ok(Some("an archive with a pickle in it, as PyTorch writes".into()));
	}
	if is_raw(head) && last_byte(file, size)? == Some(b'.') {
		return Ok(Some("it begins and ends as a pickle does".into()));
	}
	Ok(EXTENSIONS.contains(&extension).then(|| format!("by its name, .{extension}")))
}

/// A protocol of 2 to 5, followed by an instruction that pickles begin with.
fn is_raw(head: &[u8]) -> bool {
	match head {
		[0x80, 4 | 5, 0x95, ..] => true,
		[0x80, 2..=5, next, ..] => b"}](c)XUKMGNJ\x8a\x8c\x88\x89".contains(next),
		_ => false,
	}
}

fn last_byte(file: &mut File, size: u64) -> io::Result<Option<u8>> {
	let Some(last) = size.checked_sub(1) else { return Ok(None) };
	file.seek(SeekFrom::Start(last))?;
	let mut byte = [0];
	Ok((file.read(&mut byte)? == 1).then_some(byte[0]))
}

/// Is there an entry named `*.pkl` near the beginning or in the directory at the end?
fn archive_has_pickle(file: &mut File, size: u64) -> io::Result<bool> {
	for start in [0, size.saturating_sub(WINDOW)] {
		file.seek(SeekFrom::Start(start))?;
		let mut window = Vec::new();
		file.by_ref().take(WINDOW).read_to_end(&mut window)?;
		if window.windows(4).any(|name| name == b".pkl") {
			return Ok(true);
		}
	}
	Ok(false)
}

#[cfg(test)]
mod tests {
	use super::super::{tests::found, Content};
	use super::*;

	fn is_pickle(name: &str, bytes: &[u8]) -> bool {
		matches!(found(name, bytes), Some(Content::Pickle { is_unsafe: true, .. }))
	}

	#[test]
	fn names_are_enough() {
		for name in ["a.pkl", "a.pt", "a.PTH", "a.jit", "a.ckpt"] {
			assert!(is_pickle(name, b"anything"), "{name}");
		}
		assert!(!is_pickle("a.bin", b"anything"));
	}

	#[test]
	fn bytes_are_enough() {
		// pickle.dumps({}) in protocols 2 and 4.
		assert!(is_pickle("weights.bin", b"\x80\x02}q\x00."));
		assert!(is_pickle("weights", b"\x80\x04\x95\x02\x00\x00\x00\x00\x00\x00\x00}\x94."));
		assert!(is_pickle("weights.bin", &[TORCH_LEGACY, b"rest"].concat()));
		assert!(!is_pickle("weights.bin", b"\x80\x02}q\x00"));
		let archive = [b"PK\x03\x04".as_slice(), &[0; 26], b"archive/data.pkl", &[0; 99]].concat();
		assert!(is_pickle("pytorch_model.bin", &archive));
		let late = [b"PK\x03\x04".as_slice(), &vec![0; 200_000], b"x/constants.pkl", &[0; 22]];
		assert!(is_pickle("model.zip", &late.concat()));
		assert!(!is_pickle("data.zip", b"PK\x03\x04 data.csv"));
	}
}
