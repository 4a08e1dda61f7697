// SPDX-License-Identifier: Apache-2.0

//! The documented example, and real datasets from their file to their proofs.

use super::{
	commit::{commit, Contributors, Earlier},
	input::{guess, Format, Reading},
	proof::{verify_consistency, verify_inclusion, Tree},
	receipt::Receipt,
	record_digest,
	secret::Secret,
	store::{Commitment, Origin, Published, Store, Stored},
	tree::{leaf_hash, node_hash},
};
use crate::{chain::types::Hash, error::Code, reference::parse_account};
use std::{env, fs, path::Path, time::Instant};
use tempfile::tempdir;

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

fn version() -> Published {
	Published { genesis: Hash([1; 32]), version: 7, reference: "alice/data@1".into() }
}

/// Commit to a file as the command does.
fn store(
	folder: &Path,
	file: &Path,
	header: bool,
	secret: &Secret,
	earlier: Option<&Stored>,
) -> crate::error::Result<Stored> {
	let format = guess(file).unwrap();
	let origin = Origin {
		file: file.to_string_lossy().into_owned(),
		reading: Reading { format, header: header && format == Format::Csv, block: None },
		contributor: Some(ALICE.into()),
		contributor_column: None,
		contributors: None,
	};
	let all = Contributors::All(parse_account(ALICE).unwrap().0);
	let draft = Store::at(folder).begin()?;
	let earlier =
		earlier.map(|stored| Earlier { leaves: stored.leaves(), count: stored.commitment.count });
	let built = commit(file, &origin.reading, &all, secret, &draft.files, earlier, &mut |_| ())?;
	draft.finish(&Commitment::new(built.root, built.count, secret, origin))
}

#[test]
fn the_documented_example_holds() {
	let docs = include_str!("../../../docs/records.md");
	let documented = |what: &[u8]| {
		let digits = hex::encode(what);
		assert!(docs.contains(&format!("`{digits}`")), "{digits}");
	};
	let dir = tempdir().unwrap();
	let file = dir.path().join("people.csv");
	let table = docs.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
	fs::write(&file, table).unwrap();
	let secret = Secret::new(core::array::from_fn(|i| i as u8));
	let stored = store(&dir.path().join("store"), &file, true, &secret, None).unwrap();
	assert_eq!(stored.commitment.count, 3);
	documented(&stored.commitment.root.0);
	let mut hashes = Vec::new();
	let records = [
		r#"{"age":"36","name":"Ada"}"#,
		r#"{"age":"41","name":"Alan"}"#,
		r#"{"age":"85","name":"Grace"}"#,
	];
	for (index, record) in (0..).zip(records) {
		assert!(docs.contains(&format!("`{record}`")));
		let salt = secret.salt(index);
		documented(&salt);
		let (contributor, digest) = stored.leaf(index).unwrap();
		assert_eq!(contributor, parse_account(ALICE).unwrap().0);
		assert_eq!(digest, record_digest(&salt, record.as_bytes()));
		documented(&digest);
		hashes.push(leaf_hash(&contributor, &digest));
		documented(&hashes[index as usize]);
	}
	let node = node_hash(&hashes[0], &hashes[1]);
	documented(&node);
	assert_eq!(stored.commitment.root.0, node_hash(&node, &hashes[2]));
}

/// First, last and middle record are proven by their receipts, and by these bytes if given.
fn proves(stored: &Stored, known: &[(u64, &str)]) {
	let count = stored.commitment.count;
	for index in [0, count / 2, count - 1] {
		let receipt = Receipt::new(stored, &version(), index).unwrap();
		let (contributor, record) = stored.leaf(index).unwrap();
		let proof: Vec<_> = receipt.proof.iter().map(|hash| hash.0).collect();
		let leaf = leaf_hash(&contributor, &record);
		let root = &stored.commitment.root.0;
		assert!(verify_inclusion(root, count, index, &leaf, &proof), "{index}");
		assert!(!verify_inclusion(root, count, index ^ 1, &leaf, &proof), "{index}");
	}
	for (index, record) in known {
		let receipt = Receipt::new(stored, &version(), *index).unwrap();
		receipt.ensure_record(record.as_bytes()).unwrap();
		assert!(receipt.ensure_record(b"{}").is_err());
	}
}

#[test]
fn real_datasets_are_proven_and_extended() {
	let Some(datasets) = env::var_os("AGORA_DATASETS") else {
		println!("skipped: AGORA_DATASETS is not the folder that scripts/fetch-datasets prints");
		return;
	};
	let datasets = Path::new(&datasets);
	let dir = tempdir().unwrap();
	let folder = dir.path().join("store");
	let secret = Secret::new([5; 32]);

	let iris = datasets.join("iris.csv");
	let whole = store(&folder, &iris, true, &secret, None).unwrap();
	assert_eq!(whole.commitment.count, 150);
	let row = |values: [&str; 5]| {
		let [a, b, c, d, e] = values;
		format!(r#"{{"150":"{a}","4":"{b}","setosa":"{c}","versicolor":"{d}","virginica":"{e}"}}"#)
	};
	let first = row(["5.1", "3.5", "1.4", "0.2", "0"]);
	let last = row(["5.9", "3.0", "5.1", "1.8", "2"]);
	proves(&whole, &[(0, &first), (149, &last)]);

	// Its first hundred, and then all of it.
	let text = fs::read_to_string(&iris).unwrap();
	let part = dir.path().join("part.csv");
	let lines: Vec<&str> = text.lines().collect();
	fs::write(&part, lines[..101].join("\n")).unwrap();
	let before = store(&folder, &part, true, &secret, None).unwrap();
	assert_eq!(before.commitment.count, 100);
	let after = store(&folder, &iris, true, &secret, Some(&before)).unwrap();
	assert_eq!(after.commitment.root, whole.commitment.root);
	let proof = after.consistency(100).unwrap();
	let earlier = (&before.commitment.root.0, 100);
	let later = (&after.commitment.root.0, 150);
	assert!(verify_consistency(earlier, later, &proof));
	assert!(!verify_consistency(earlier, later, &proof[1..]));
	let changed = dir.path().join("changed.csv");
	let mut rewritten: Vec<String> = lines.iter().map(ToString::to_string).collect();
	rewritten[43] = "9,9,9,9,9".into();
	rewritten[80] = "9,9,9,9,9".into();
	fs::write(&changed, rewritten.join("\n")).unwrap();
	let error = store(&folder, &changed, true, &secret, Some(&before)).map(drop).unwrap_err();
	assert_eq!(error.code, Code::RECORDS_CHANGED);
	assert!(error.message.contains("record 42 of"), "{error}");
	let error = store(&folder, &part, true, &secret, Some(&whole)).map(drop).unwrap_err();
	assert_eq!(error.code, Code::RECORDS_CHANGED);
	assert!(error.message.contains("100 records"), "{error}");

	let digits = store(&folder, &datasets.join("digits.csv.gz"), false, &secret, None).unwrap();
	assert_eq!(digits.commitment.count, 1_797);
	proves(&digits, &[]);

	let flights =
		store(&folder, &datasets.join("flights-3m.parquet"), true, &secret, None).unwrap();
	assert_eq!(flights.commitment.count, 3_000_000);
	proves(&flights, &[]);
	let mut slowest = 0.0f64;
	for index in (0..3_000_000).step_by(29_989) {
		let started = Instant::now();
		let receipt = Receipt::new(&flights, &version(), index).unwrap();
		slowest = slowest.max(started.elapsed().as_secs_f64());
		assert!(receipt.proof.len() <= 22);
	}
	println!(
		"figure: one inclusion proof out of 3 million, the slowest of 101: {:.2} ms, 22 siblings \
		 (must: 50 ms, 22 siblings)",
		slowest * 1e3
	);
	assert!(slowest < 0.05, "{slowest}");
}
