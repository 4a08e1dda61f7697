// SPDX-License-Identifier: Apache-2.0

//! Columns read as indices give the same records as columns read as values.

use super::*;
use crate::records::input::columns::Values;
use parquet::{
	data_type::{
		ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArray, FixedLenByteArrayType,
		Int32Type, Int64Type, Int96, Int96Type,
	},
	file::{
		properties::{WriterProperties, WriterVersion},
		writer::{SerializedFileWriter, SerializedRowGroupWriter},
	},
	schema::parser::parse_message_type,
};
use std::sync::Arc;
use tempfile::tempdir;

const SCHEMA: &str = "message rows {
	OPTIONAL INT64 number;
	REQUIRED INT32 unsigned (INTEGER(32,false));
	OPTIONAL BYTE_ARRAY few (UTF8);
	OPTIONAL BYTE_ARRAY many (UTF8);
	REQUIRED DOUBLE real;
	OPTIONAL INT32 price (DECIMAL(9,2));
	OPTIONAL FIXED_LEN_BYTE_ARRAY(3) raw;
	OPTIONAL INT96 stamp;
	OPTIONAL INT64 nothing;
}";

/// The column of different texts.
const MANY: usize = 3;

/// Write a column with these values.
fn column<T: DataType>(
	group: &mut SerializedRowGroupWriter<'_, File>,
	optional: bool,
	rows: &[Option<T::T>],
) {
	let values: Vec<T::T> = rows.iter().flatten().cloned().collect();
	let levels: Vec<i16> = rows.iter().map(|row| i16::from(row.is_some())).collect();
	let mut column = group.next_column().unwrap().unwrap();
	let levels = optional.then_some(&levels[..]);
	assert_eq!(column.typed::<T>().write_batch(&values, levels, None).unwrap(), values.len());
	column.close().unwrap();
}

/// Write a file with groups of so many rows.
fn write(path: &Path, groups: &[usize], properties: WriterProperties) {
	let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
	let file = File::create(path).unwrap();
	let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties)).unwrap();
	let mut first = 0;
	for rows in groups {
		let all = first..first + rows;
		let mut group = writer.next_row_group().unwrap();
		let value = |row: usize, every: usize| !row.is_multiple_of(every);
		let numbers = all.clone().map(|i| value(i, 3).then_some(i as i64 % 50 - (1 << 60)));
		column::<Int64Type>(&mut group, true, &numbers.collect::<Vec<_>>());
		let unsigned = all.clone().map(|i| Some(-((i % 100) as i32)));
		column::<Int32Type>(&mut group, false, &unsigned.collect::<Vec<_>>());
		let texts = ["", "SFO", "\"ö\"\n", "a text that is longer than what is copied at once"];
		let few = all.clone().map(|i| value(i, 7).then(|| ByteArray::from(texts[i / 9 % 4])));
		column::<ByteArrayType>(&mut group, true, &few.collect::<Vec<_>>());
		let many = all.clone().map(|i| value(i, 5).then(|| format!("text {i}").as_str().into()));
		column::<ByteArrayType>(&mut group, true, &many.collect::<Vec<_>>());
		let reals = [0.5, -0.0, f64::NAN, 1e300].into_iter().cycle();
		column::<DoubleType>(&mut group, false, &reals.map(Some).take(*rows).collect::<Vec<_>>());
		let prices = all.clone().map(|i| value(i, 2).then_some((i % 300) as i32 - 150));
		column::<Int32Type>(&mut group, true, &prices.collect::<Vec<_>>());
		let raw = all
			.clone()
			.map(|i| value(i, 4).then(|| FixedLenByteArray::from(vec![i as u8 % 10, 0, 0xff])));
		column::<FixedLenByteArrayType>(&mut group, true, &raw.collect::<Vec<_>>());
		let stamps = all.clone().map(|i| {
			value(i, 6).then(|| {
				let mut stamp = Int96::new();
				stamp.set_data(i as u32 % 8, 1, 2);
				stamp
			})
		});
		column::<Int96Type>(&mut group, true, &stamps.collect::<Vec<_>>());
		column::<Int64Type>(&mut group, true, &vec![None; *rows]);
		group.close().unwrap();
		first += rows;
	}
	writer.close().unwrap();
}

/// The records and their texts of one column, and for each column in how many chunks it was indexed.
fn read(path: &Path, indexed: bool) -> (Vec<(String, Option<String>)>, Vec<usize>) {
	let (mut reader, names, _) = Reader::open(path).unwrap();
	let keys = Keys::new(&names).unwrap();
	if indexed {
		reader.name(&keys);
	}
	let (mut chunk, mut next) = (Chunk::default(), Vec::new());
	let (mut records, mut chunks) = (Vec::new(), vec![0; names.len()]);
	while reader.next(&mut chunk).unwrap() {
		let Rows::Columns(columns) = &chunk.rows else { panic!("these are no columns") };
		for (column, chunks) in columns.columns.iter().zip(&mut chunks) {
			*chunks += usize::from(matches!(column.values, Values::Indexed(..)));
		}
		next.clear();
		for row in 0..columns.len() {
			let mut out = Vec::new();
			let text = columns.write(&keys, row, &mut next, &mut out, Some(MANY));
			records.push((String::from_utf8(out).unwrap(), text.map(String::from)));
		}
	}
	(records, chunks)
}

fn properties() -> parquet::file::properties::WriterPropertiesBuilder {
	WriterProperties::builder().set_data_page_row_count_limit(1_000).set_write_batch_size(100)
}

#[test]
fn indices_give_the_same_records_as_values() {
	let dir = tempdir().unwrap();
	let groups = [12_000, 1, 9_000];
	let plain = dir.path().join("plain.parquet");
	write(&plain, &groups, properties().set_dictionary_enabled(false).build());
	let (expected, chunks) = read(&plain, true);
	assert_eq!(expected.len(), 21_001);
	assert!(chunks.iter().all(|chunks| *chunks == 0), "{chunks:?}");
	assert_eq!(
		expected[1].0,
		"{\"few\":\"\",\"many\":\"text 1\",\"nothing\":null,\"number\":\"-1152921504606846975\",\
		 \"price\":\"-1.49\",\"raw\":\"0100ff\",\"real\":0,\"stamp\":\"010000000100000002000000\",\
		 \"unsigned\":4294967295}"
	);
	assert_eq!(expected[1].1.as_deref(), Some("text 1"));
	for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
		let file = dir.path().join(format!("{version:?}.parquet"));
		write(&file, &groups, properties().set_writer_version(version).build());
		let (values, chunks) = read(&file, false);
		assert!(values == expected && chunks.iter().all(|chunks| *chunks == 0), "{version:?}");
		let (indexed, chunks) = read(&file, true);
		for (row, (indexed, expected)) in indexed.iter().zip(&expected).enumerate() {
			assert_eq!(indexed, expected, "{version:?}, row {row}");
		}
		assert_eq!(indexed.len(), expected.len());
		// All that have values; the dictionary of the last, without any, may be left out.
		assert!(chunks[0] > groups.len(), "{chunks:?}");
		assert!(chunks[..8].iter().all(|same| *same == chunks[0]), "{chunks:?}");
	}
}

#[test]
fn a_dictionary_that_is_too_large_for_its_writer_goes_on_as_values() {
	let dir = tempdir().unwrap();
	let groups = [12_000, 9_000];
	for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
		let file = dir.path().join(format!("{version:?}.parquet"));
		// Some 3,000 of the different texts have room in it, so it is left in the midst of a chunk.
		let properties = properties().set_dictionary_page_size_limit(40_000);
		write(&file, &groups, properties.set_writer_version(version).build());
		let (expected, _) = read(&file, false);
		let (records, chunks) = read(&file, true);
		assert!(records == expected, "{version:?}");
		assert!(chunks[MANY] > 0 && chunks[MANY] < chunks[2], "{chunks:?}");
	}
}
