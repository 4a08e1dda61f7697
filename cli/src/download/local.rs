// SPDX-License-Identifier: Apache-2.0

//! Files in a directory of this machine, `file:///path`.

use super::source::{Fault, Opened};
use bytes::Bytes;
use futures::{stream, StreamExt};
use reqwest::Url;
use std::{
	fs::{self, File},
	io::{self, Read, Seek, SeekFrom},
	path::{Path, PathBuf},
};

/// The bytes that are read at once.
const CHUNK: usize = 256 << 10;

/// A directory of this machine.
pub struct Local {
	root: PathBuf,
}

impl Local {
	/// The directory that a URL names.
	pub fn new(url: &Url) -> Result<Self, String> {
		let root = url.to_file_path().map_err(|()| "it is no path of this machine".to_owned())?;
		Ok(Self { root })
	}

	/// Begin to read a file.
	pub async fn open(&self, name: &str, from: u64) -> Result<Opened, Fault> {
		let path = self.root.join(name);
		let opened = tokio::task::spawn_blocking(move || begin(&path, from)).await;
		let (file, start, length) = opened.map_err(Fault::lasting)?.map_err(Fault::lasting)?;
		let body = stream::try_unfold(file, |file| async {
			let read = tokio::task::spawn_blocking(move || chunk(file)).await;
			read.map_err(Fault::lasting)?.map_err(Fault::lasting)
		});
		Ok(Opened { start, length: Some(length), body: body.boxed() })
	}
}

/// Open a regular file, and only such a one: a pipe would keep us waiting for ever.
fn begin(path: &Path, from: u64) -> io::Result<(File, u64, u64)> {
	if !fs::metadata(path)?.is_file() {
		return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
	}
	let mut file = File::open(path)?;
	let length = file.metadata()?.len();
	let start = if from < length { from } else { 0 };
	file.seek(SeekFrom::Start(start))?;
	Ok((file, start, length))
}

fn chunk(mut file: File) -> io::Result<Option<(Bytes, File)>> {
	let mut bytes = Vec::with_capacity(CHUNK);
	(&mut file).take(CHUNK as u64).read_to_end(&mut bytes)?;
	Ok((!bytes.is_empty()).then(|| (bytes.into(), file)))
}
