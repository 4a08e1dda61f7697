// SPDX-License-Identifier: Apache-2.0

//! The real binary and files of records, without a chain: what is kept where, and each bad input
//! with its exact code and nothing left behind.

use common::{binary, run, Outcome};
use flate2::{write::GzEncoder, Compression};
use parquet::{
	data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type},
	file::{properties::WriterProperties, writer::SerializedFileWriter},
	schema::parser::parse_message_type,
};
use serde_json::Value;
use std::{
	fs::{self, File},
	io::Write,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
	process::Command,
	sync::Arc,
};
use tempfile::{tempdir, TempDir};

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

/// A folder with files, and a place for what is kept.
struct Place(TempDir);

impl Place {
	fn new() -> Self {
		Self(tempdir().unwrap())
	}

	fn path(&self, name: &str) -> PathBuf {
		self.0.path().join(name)
	}

	fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
		fs::write(self.path(name), bytes).unwrap();
		self.path(name)
	}

	fn command(&self, arguments: &[&str]) -> Outcome {
		let mut command = Command::new(binary());
		command.args(arguments).arg("--json").env("XDG_DATA_HOME", self.path("data"));
		run(&mut command)
	}

	fn commit(&self, file: &Path, more: &[&str]) -> Outcome {
		self.command(&[&["dataset", "commit", file.to_str().unwrap()], more].concat())
	}

	/// The number of records that are committed to.
	fn count(&self, file: &Path, more: &[&str]) -> u64 {
		self.commit(file, more).result()["count"].as_u64().unwrap()
	}

	/// What is kept, temporary folders too.
	fn kept(&self) -> usize {
		fs::read_dir(self.path("data/agora/records")).map_or(0, |entries| entries.count())
	}

	/// The commitment is refused with this code and these words, and nothing is kept.
	fn refuses(&self, file: &Path, more: &[&str], code: &str, words: &str) {
		let before = self.kept();
		let outcome = self.commit(file, more);
		assert_eq!((outcome.status, outcome.code().as_str()), (1, code), "{outcome:?}");
		assert!(outcome.message().contains(words), "{outcome:?}");
		assert_eq!(self.kept(), before, "{code}");
	}

	fn parquet<T: DataType>(&self, name: &str, schema: &str, values: &[T::T]) -> PathBuf {
		let path = self.path(name);
		let schema = Arc::new(parse_message_type(schema).unwrap());
		let properties = Arc::new(WriterProperties::builder().build());
		let file = File::create(&path).unwrap();
		let mut writer = SerializedFileWriter::new(file, schema, properties).unwrap();
		let mut group = writer.next_row_group().unwrap();
		while let Some(mut column) = group.next_column().unwrap() {
			let (defined, repeated) = (vec![1; values.len()], vec![0; values.len()]);
			let levels = (Some(&defined[..]), Some(&repeated[..]));
			column.typed::<T>().write_batch(values, levels.0, levels.1).unwrap();
			column.close().unwrap();
		}
		group.close().unwrap();
		writer.close().unwrap();
		path
	}
}

#[test]
fn a_commitment_is_kept_for_its_owner_alone() {
	let place = Place::new();
	let file = place.write("people.csv", "name,age\nAda,36\nAlan,41\n");
	let outcome = place.commit(&file, &["--contributor", ALICE]);
	let result = outcome.result();
	assert_eq!((&result["count"], &result["format"]), (&2.into(), &"csv".into()));
	let folder = PathBuf::from(result["folder"].as_str().unwrap());
	let root = result["root"].as_str().unwrap();
	assert_eq!(folder.file_name().unwrap().to_str().unwrap(), &root[2..]);
	let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
	assert_eq!(mode(&folder), 0o700);
	for name in ["commitment.json", "leaves", "nodes"] {
		assert_eq!(mode(&folder.join(name)), 0o600);
	}
	assert_eq!(fs::metadata(folder.join("leaves")).unwrap().len(), 2 * 64);
	// The secret is where it belongs and nowhere else.
	let commitment = fs::read_to_string(folder.join("commitment.json")).unwrap();
	let commitment: Value = serde_json::from_str(&commitment).unwrap();
	let secret = commitment["secret"].as_str().unwrap();
	assert!(!outcome.stdout.contains(&secret[2..]));
	let mut here: Vec<_> =
		fs::read_dir(place.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
	here.sort();
	assert_eq!(here, ["data", "people.csv"]);

	// Not sent, it is taken up again: the same file has the same root.
	assert_eq!(place.commit(&file, &["--contributor", ALICE]).result()["root"], root);
	assert_eq!(place.kept(), 1);
	// A file that changed takes the place of what it was.
	place.write("people.csv", "name,age\nAda,37\nAlan,41\n");
	assert_ne!(place.commit(&file, &["--contributor", ALICE]).result()["root"], root);
	assert_eq!(place.kept(), 1);
	// Read otherwise, it is another commitment, with another secret.
	assert_eq!(place.count(&file, &["--no-header"]), 3);
	assert_eq!(place.kept(), 2);
}

#[test]
fn every_format_has_its_records() {
	let place = Place::new();
	let csv = "a,b\r\n1,\"x\ny\"\r\n\r\n2,\"\"\r\n";
	assert_eq!(place.count(&place.write("rows.csv", csv), &[]), 2);
	assert_eq!(place.count(&place.write("rows.txt", csv), &["--format", "lines"]), 5);
	assert_eq!(place.count(&place.write("rows.bin", csv), &["--blocks", "10"]), 3);
	let mut zipped = GzEncoder::new(Vec::new(), Compression::default());
	zipped.write_all(csv.as_bytes()).unwrap();
	assert_eq!(place.count(&place.write("rows.csv.gz", zipped.finish().unwrap()), &[]), 2);
	let jsonl = "{\"a\":1}\n\n{\"a\":[{\"b\":null}]}";
	assert_eq!(place.count(&place.write("rows.jsonl", jsonl), &[]), 2);
	let schema = "message x { required int64 n; }";
	let numbers: Vec<i64> = (0..10_000).collect();
	let file = place.parquet::<Int64Type>("rows.parquet", schema, &numbers);
	assert_eq!(place.count(&file, &[]), 10_000);
	// What is no number is no reason to refuse a dataset.
	let schema = "message x { optional double n; }";
	let values = [1.5, f64::NAN, f64::INFINITY];
	assert_eq!(place.count(&place.parquet::<DoubleType>("nan.parquet", schema, &values), &[]), 3);
}

#[test]
fn contributors_are_named_in_three_ways() {
	let place = Place::new();
	let leaves = |outcome: Outcome| {
		let folder = outcome.result()["folder"].as_str().unwrap().to_owned();
		let leaves = fs::read(Path::new(&folder).join("leaves")).unwrap();
		leaves.chunks(64).map(|leaf| hex::encode(&leaf[..4])).collect::<Vec<_>>()
	};
	let file = place.write("x.csv", format!("who,n\n{ALICE},1\n,2\n{BOB},3\n"));
	let (alice, nobody, bob) = ("d43593c7", "00000000", "8eaf0415");
	assert_eq!(leaves(place.commit(&file, &[])), [nobody; 3]);
	assert_eq!(leaves(place.commit(&file, &["--contributor", BOB])), [bob; 3]);
	let by_column = ["--contributor-column", "who"];
	assert_eq!(leaves(place.commit(&file, &by_column)), [alice, nobody, bob]);
	let lines = place.write("who.txt", format!("{BOB}\r\n\n{ALICE}"));
	let by_file = ["--contributors", lines.to_str().unwrap()];
	assert_eq!(leaves(place.commit(&file, &by_file)), [bob, nobody, alice]);
	let json = format!("{{\"who\":\"{BOB}\"}}\n{{\"who\":null}}\n{{}}\n");
	let file = place.write("x.jsonl", json);
	assert_eq!(leaves(place.commit(&file, &by_column)), [bob, nobody, nobody]);
	let schema = "message x { required binary who (UTF8); }";
	let values = [ALICE, "", BOB].map(ByteArray::from);
	let file = place.parquet::<ByteArrayType>("x.parquet", schema, &values);
	assert_eq!(leaves(place.commit(&file, &by_column)), [alice, nobody, bob]);
}

#[test]
fn refuses_contributors_that_do_not_fit() {
	let place = Place::new();
	let file = place.write("x.csv", "who,n\nAda,1\n,2\n");
	let column = |name| ["--contributor-column", name];
	place.refuses(&file, &column("whom"), "bad-column", "Its columns are: who, n");
	place.refuses(&file, &column("who"), "bad-contributor", "record 0 of");
	let lines = ["--format", "lines", "--contributor-column", "who"];
	place.refuses(&file, &lines, "bad-column", "no columns");
	for (name, text, words) in [
		("few", format!("{ALICE}\n"), "line 2"),
		("many", format!("{ALICE}\n{BOB}\n\n"), "line 3"),
		("wrong", format!("{ALICE}\nBob\n"), "line 2"),
	] {
		let contributors = place.write(name, text);
		let option = ["--contributors", contributors.to_str().unwrap()];
		place.refuses(&file, &option, "bad-contributor", words);
	}
	let jsonl = place.write("x.jsonl", "{\"who\":5}\n");
	place.refuses(&jsonl, &column("who"), "bad-contributor", "no string");
	let schema = "message x { required int32 who; }";
	let parquet = place.parquet::<Int32Type>("x.parquet", schema, &[1]);
	place.refuses(&parquet, &column("who"), "bad-column", "no text");
}

#[test]
fn refuses_malformed_files() {
	let place = Place::new();
	for (name, bytes, code, words) in [
		("a.csv", &b"a,b\n1,2\n3\n"[..], "bad-records", "record 1 of"),
		("b.csv", b"a,b\n1,2\n\n\"x\ny\",\"2\n", "bad-records", "line 4"),
		("c.csv", b"a,b\n1,\"2\"3\n", "bad-records", "line 2"),
		("d.csv", b"a,b\n1,5\" disk\"\n", "bad-records", "quote"),
		("e.csv", b"a,b\n1,\xff\n", "bad-records", "UTF-8"),
		("f.csv", b"a,a\n1,2\n", "bad-column", "two columns"),
		("g.csv", b"a,b\n", "no-records", ""),
		("h.csv", b"", "no-records", ""),
		("i.csv.gz", b"a,b\n1,2\n", "bad-records", "unpacked"),
		("a.jsonl", b"{\"a\":1}\n{\"a\":\n", "bad-records", "record 1 of"),
		("b.jsonl", b"{\"a\":1,\"a\":2}\n", "bad-records", "twice"),
		("c.jsonl", b"[1]\n", "bad-records", "object"),
		("d.jsonl", b"{\"a\":NaN}\n", "bad-records", "(line 1)"),
		("e.jsonl", b"\n \n", "no-records", ""),
		("a.parquet", b"", "bad-records", "Parquet"),
		("b.parquet", b"PAR1 and no more", "bad-records", "Parquet"),
		("c.parquet", b"PAR1\xff\xff\xff\x7fPAR1", "bad-records", "Parquet"),
		("x.txt", b"a\n", "format-unknown", "--format lines"),
	] {
		place.refuses(&place.write(name, bytes), &[], code, words);
	}
	place.refuses(&place.path("none.csv"), &[], "unreadable-file", "none.csv");
	fs::create_dir(place.path("folder.csv")).unwrap();
	place.refuses(&place.path("folder.csv"), &[], "unreadable-file", "folder.csv");
	let empty = place.write("empty", "");
	place.refuses(&empty, &["--format", "lines"], "no-records", "");
	place.refuses(&empty, &["--blocks", "5"], "no-records", "");
	for wrong in [["--blocks", "0"], ["--blocks", "1048577"], ["--format", "xml"]] {
		assert_eq!(place.commit(&empty, &wrong).status, 2);
	}
	for wrong in [&["--format", "blocks"][..], &["--format", "csv", "--blocks", "5"]] {
		assert_eq!(place.commit(&empty, wrong).code(), "usage");
	}
}

#[test]
fn refuses_records_that_are_too_large() {
	let place = Place::new();
	let large = "x".repeat(1 << 20);
	let json = format!("{{\"a\":1}}\n{{\"a\":\"{large}\"}}\n");
	place.refuses(&place.write("x.jsonl", json), &[], "record-too-large", "record 1 of");
	let csv = format!("a\n1\n{large}\n");
	place.refuses(&place.write("x.csv", csv), &[], "record-too-large", "record 1 of");
	let lines = place.write("x.txt", format!("{large}\n{large}y\n"));
	place.refuses(&lines, &["--format", "lines"], "record-too-large", "record 1 of");
	// A line without an end is not read to its end.
	let endless = File::create(place.path("endless.jsonl")).unwrap();
	endless.set_len(1 << 40).unwrap();
	place.refuses(&place.path("endless.jsonl"), &[], "record-too-large", "record 0 of");
	let schema = "message x { required binary a (UTF8); }";
	let values = [ByteArray::from("y"), ByteArray::from((large.clone() + "y").as_str())];
	let file = place.parquet::<ByteArrayType>("x.parquet", schema, &values);
	place.refuses(&file, &[], "record-too-large", "record 1 of");
	// Just as large as can be.
	let lines = place.write("x.txt", format!("{large}\n"));
	assert_eq!(place.count(&lines, &["--format", "lines"]), 1);
}

#[test]
fn refuses_parquet_that_is_no_table() {
	let place = Place::new();
	let nested = "message x { required group person { required int32 age; } }";
	let file = place.parquet::<Int32Type>("nested.parquet", nested, &[1]);
	place.refuses(&file, &[], "nested-column", "\"person\"");
	let repeated = "message x { repeated int32 ages; }";
	let file = place.parquet::<Int32Type>("repeated.parquet", repeated, &[1]);
	place.refuses(&file, &[], "nested-column", "JSON Lines");
	let text = "message x { required binary a (UTF8); }";
	let values = [ByteArray::from("ö"), ByteArray::from(vec![0xff])];
	let file = place.parquet::<ByteArrayType>("text.parquet", text, &values);
	place.refuses(&file, &[], "bad-records", "record 1 of");
}

#[test]
fn damaged_parquet_never_ends_in_a_panic() {
	let place = Place::new();
	let schema = "message x { optional binary a (UTF8); }";
	let values: Vec<ByteArray> = (0..500).map(|i| format!("v{}", i % 7).as_str().into()).collect();
	let file = place.parquet::<ByteArrayType>("x.parquet", schema, &values);
	let right = fs::read(&file).unwrap();
	for at in (0..right.len()).step_by(right.len().div_ceil(60)) {
		let mut wrong = right.clone();
		wrong[at] ^= 0x55;
		let outcome = place.commit(&place.write("wrong.parquet", &wrong), &[]);
		assert!(outcome.status == 0 || outcome.code() == "bad-records", "{at}: {outcome:?}");
		let outcome = place.commit(&place.write("cut.parquet", &right[..at]), &[]);
		assert_eq!(outcome.code(), "bad-records", "{at}: {outcome:?}");
	}
}
