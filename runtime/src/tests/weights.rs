// SPDX-License-Identifier: Apache-2.0

//! That what calls weigh was measured, on this runtime, and by nothing else than `scripts/weights`.

use std::{
	fs,
	path::{Path, PathBuf},
};

/// The least that the benchmarks' settings may be: fewer points do not show a slope.
const LEAST_STEPS: u32 = 20;
const LEAST_REPEAT: u32 = 10;

/// What the SDK has no benchmarks for, in its traits' terms: reports of equivocations cost what the SDK
/// counted, and a change of BABE's configuration and a stall of GRANDPA are root's alone.
const NOT_MEASURED: [&str; 2] = ["pallet_babe", "pallet_grandpa"];

fn folder(of: &str) -> PathBuf {
	super::package().join("src").join(of)
}

fn rust_files(folder: &Path) -> Vec<(String, String)> {
	let mut found: Vec<_> = fs::read_dir(folder)
		.unwrap()
		.map(|entry| entry.unwrap().path())
		.filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
		.map(|path| {
			let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
			(name, fs::read_to_string(path).unwrap())
		})
		.collect();
	found.sort();
	assert!(!found.is_empty());
	found
}

/// The files that the benchmarks wrote.
fn measured() -> Vec<(String, String)> {
	let mut files = rust_files(&folder("weights"));
	files.retain(|(name, _)| name != "mod");
	files
}

/// The number that a file's head gives for `setting`.
fn setting(text: &str, setting: &str) -> u32 {
	let (_, rest) = text.split_once(&format!("{setting}: `")).expect(setting);
	rest.split_once('`').unwrap().0.parse().unwrap()
}

#[test]
fn every_file_was_written_by_the_benchmarks() {
	for (name, text) in measured() {
		let written =
			"THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0";
		assert!(text.contains(written), "{name} was not written by scripts/weights");
		let about_blocks = name == "block_weights" || name == "extrinsic_weights";
		assert!(about_blocks || setting(&text, "STEPS") >= LEAST_STEPS, "{name}: too few steps");
		assert!(setting(&text, "REPEAT") >= LEAST_REPEAT, "{name}: too few repetitions");
	}
}

#[test]
fn every_pallet_with_benchmarks_was_measured() {
	let index = fs::read_to_string(folder("lib.rs")).unwrap();
	let (_, list) = index.split_once("define_benchmarks!(").unwrap();
	let (list, _) = list.split_once(");").unwrap();
	let mut expected: Vec<_> = list
		.lines()
		.filter_map(|line| line.trim().strip_prefix('[')?.split_once(','))
		.map(|(name, _)| name.to_owned())
		.filter(|name| !NOT_MEASURED.contains(&name.as_str()))
		.chain(["block_weights", "extrinsic_weights"].map(Into::into))
		.collect();
	expected.sort();
	let found: Vec<_> = measured().into_iter().map(|(name, _)| name).collect();
	assert_eq!(found, expected);
}

#[test]
fn the_runtime_uses_what_was_measured_and_nothing_else() {
	let mut count = 0;
	for (name, text) in rust_files(&folder("configs")) {
		for line in text.lines().filter(|line| line.contains("WeightInfo =")) {
			let (_, used) = line.split_once("= ").unwrap();
			let unmeasured = name == "consensus" && used == "();";
			assert!(unmeasured || used.starts_with("crate::weights::"), "{name}: {line}");
			count += usize::from(!unmeasured);
		}
	}
	assert_eq!(count + 2, measured().len(), "some are measured and not used");
}
