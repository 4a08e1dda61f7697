// SPDX-License-Identifier: Apache-2.0

//! The header of a safetensors file, as the `safetensors` crate reads it.

use super::Tensors;
use safetensors::tensor::Metadata;
use std::{
	fs::File,
	io::{Read, Seek, SeekFrom},
};

/// The largest header read. Those of the largest published shards stay below a tenth of this.
const MAX_HEADER: u64 = 8 << 20;

/// The tensors of a file that begins with `head`, or why it cannot be read.
pub fn read(file: &mut File, head: &[u8], size: u64) -> Result<Tensors, String> {
	let length = head.first_chunk().ok_or("it is too short")?;
	let length = u64::from_le_bytes(*length);
	if length > MAX_HEADER {
		return Err(format!("its header says it has {length} bytes, more than {MAX_HEADER}"));
	}
	let data = size.checked_sub(8 + length).ok_or("it ends within its header")?;
	file.seek(SeekFrom::Start(8)).map_err(|error| error.to_string())?;
	let mut header = Vec::new();
	file.take(length).read_to_end(&mut header).map_err(|error| error.to_string())?;
	let metadata: Metadata =
		serde_json::from_slice(&header).map_err(|error| format!("its header is wrong: {error}"))?;
	if metadata.data_len() as u64 != data {
		return Err(format!(
			"its header describes {} bytes of tensors, and {data} follow",
			metadata.data_len()
		));
	}
	let mut tensors = Tensors::default();
	for tensor in metadata.tensors().values() {
		let shape = tensor.shape.iter().map(|n| *n as u64);
		tensors.add(&format!("{:?}", tensor.dtype), shape).ok_or("its numbers are too large")?;
	}
	Ok(tensors)
}

#[cfg(test)]
mod tests {
	use super::super::{tests::found, Content};

	fn file(header: &str, data: usize) -> Vec<u8> {
		let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
		bytes.extend(header.as_bytes());
		bytes.extend(vec![0; data]);
		bytes
	}

	const HEADER: &str = r#"{"__metadata__":{"format":"pt"},
		"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
		"b":{"dtype":"I64","shape":[1],"data_offsets":[24,32]},
		"c":{"dtype":"F32","shape":[],"data_offsets":[32,36]}}"#;

	#[test]
	fn counts_parameters_by_type() {
		let Some(Content::Safetensors(tensors)) = found("m.safetensors", &file(HEADER, 36)) else {
			panic!("not found");
		};
		assert_eq!((tensors.tensors, tensors.parameters), (3, 8));
		assert_eq!(tensors.to_string(), "8 parameters in 3 tensors (F32 7, I64 1)");
	}

	#[test]
	fn names_what_is_wrong() {
		let wrong = |bytes: &[u8]| match found("m.safetensors", bytes) {
			Some(Content::Unreadable { why }) => why,
			other => panic!("{other:?}"),
		};
		assert!(wrong(b"abc").contains("too short"));
		assert!(wrong(&u64::MAX.to_le_bytes()).contains("header says"));
		assert!(wrong(&100u64.to_le_bytes()).contains("ends within its header"));
		assert!(wrong(&file("{", 0)).contains("header is wrong"));
		assert!(wrong(&file(HEADER, 35)).contains("and 35 follow"));
		let huge = r#"{"a":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,0]}}"#;
		assert!(wrong(&file(huge, 0)).starts_with("not safetensors"));
	}
}
