// SPDX-License-Identifier: Apache-2.0

//! The real binary, for everything that needs no chain: envelopes, exit statuses, and each bad
//! input with its exact code and nothing changed on disk.

use common::{agora, snapshot, Outcome};
use serde_json::json;
use std::{
	fs,
	io::{BufRead, BufReader, Read, Write},
	net::TcpStream,
	os::unix::{
		ffi::OsStrExt,
		fs::{symlink, PermissionsExt},
		process::CommandExt,
	},
	path::Path,
	process::{Command, Stdio},
	sync::atomic::{AtomicBool, Ordering},
	thread,
	time::{Duration, Instant},
};
use tempfile::{tempdir, TempDir};

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

/// Nothing listens here.
const NO_NODE: &str = "ws://127.0.0.1:9";

/// A directory with one file, as most tests need.
fn model() -> TempDir {
	let dir = tempdir().unwrap();
	fs::write(dir.path().join("model.bin"), "weights").unwrap();
	dir
}

/// `agora publish` of a path with everything right, and more arguments after that.
fn publish(path: &Path, more: &[&str]) -> Outcome {
	let path = path.to_str().unwrap();
	let given = |option: &str| more.contains(&option);
	let mut arguments = vec!["publish", path, "--node", NO_NODE];
	let defaults =
		[("--signer", "//Alice"), ("--name", "minilm"), ("--kind", "model"), ("--license", "MIT")];
	for (option, value) in defaults {
		if !given(option) {
			arguments.extend([option, value]);
		}
	}
	arguments.extend(more);
	agora(&arguments)
}

/// The command is refused with this code, in the envelope and as text, and changes nothing.
fn refused(path: &Path, code: &str, run: impl Fn() -> Outcome) {
	let before = snapshot(path);
	let outcome = run();
	assert_eq!(outcome.code(), code, "{outcome:?}");
	assert_eq!(outcome.status, 1, "{outcome:?}");
	assert_eq!(snapshot(path), before, "{code}");
}

#[test]
fn wrong_usage_exits_with_two() {
	for arguments in [
		&["no-such-command"][..],
		&["publish"],
		&["hash", "/", "--no-such-option"],
		&["show", "not-a-reference"],
		&["show", &format!("{ALICE}/x@0")],
		&["verify", "alice/x", "/"],
		&["publish", "/", "--name", "x", "--kind", "app", "--license", "MIT"],
		&["publish", "/", "--name", "x", "--kind", "model", "--license", "MIT", "--royalty", "101"],
		&["publish", "/", "--name", "x", "--kind", "model", "--license", "MIT", "--royalty", "-1"],
		&["publish", "/", "--name", "x", "--kind", "model", "--license", "MIT", "--uses", "all"],
		&["publish", "/", "--name", "x", "--kind", "model", "--license", "MIT", "--source", "me/x"],
		&["lineage", &format!("{ALICE}/x"), "--depth", "17"],
		&["lineage", &format!("{ALICE}/x"), "--attester", ALICE],
		&["lineage", &format!("{ALICE}/x"), "--taint", "--attester", "Bob"],
		&["attest", &format!("{ALICE}/x@1"), "--verdict", "negative"],
		&["attest", &format!("{ALICE}/x@1"), "--claim", "evaluation"],
		&["attest", &format!("{ALICE}/x@1"), "--claim", "rumor", "--verdict", "negative"],
		&["attest", &format!("{ALICE}/x@1"), "--claim", "evaluation", "--verdict", "bad"],
		&[
			"attest",
			&format!("{ALICE}/x@1"),
			"--claim",
			"evaluation",
			"--verdict",
			"neutral",
			"--location",
			"https://example.org/",
		],
		&["attest", "7", "--claim", "evaluation", "--verdict", "neutral"],
		&["revoke", &format!("{ALICE}/x@1")],
		&["revoke", &format!("{ALICE}/x@1"), "-1"],
		&["revoke", "18446744073709551616", "0"],
		&["attestations"],
		&["attestations", "7", "--limit", "0"],
		&["dataset", "withdraw"],
		&["dataset", "withdraw", &format!("{ALICE}/x@1")],
		&["dataset", "withdraw", &format!("{ALICE}/x@1"), "18446744073709551616"],
		&["dataset", "withdraw", &format!("{ALICE}/x@1"), "0", "--receipt", "r.json"],
		&["dataset", "withdraw", "7", "0"],
		&["dataset", "release"],
		&["dataset", "release", "7", "x"],
		&["offer", "create", &format!("{ALICE}/x")],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "-1"],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "1,5"],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "0.0000000000001"],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "1", "--for", "1w"],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "1", "--supply", "-1"],
		&["offer", "create", &format!("{ALICE}/x"), "--price", "1", "--refund-window", "ever"],
		&["offer", "update", "7"],
		&["offer", "update", "7", "--transferable=perhaps"],
		&["offer", "close", "18446744073709551616"],
		&["buy", "7"],
		&["buy", &format!("{ALICE}/x"), "--max-price", "much"],
		&["renew", &format!("{ALICE}/x"), "--offer", "-7"],
		&["license", "transfer", &format!("{ALICE}/x")],
		&["license", "transfer", &format!("{ALICE}/x"), "--to", "Bob"],
		&["license", "check", &format!("{ALICE}/x"), "--account", "Bob"],
		&["simulate", &format!("{ALICE}/x@1")],
		&["split", "set", &format!("{ALICE}/x")],
		&["split", "set", &format!("{ALICE}/x"), "--member", "me=101"],
		&["split", "set", &format!("{ALICE}/x"), "--member", "me=33.33333"],
		&["split", "set", &format!("{ALICE}/x"), "--member", "me"],
		&["cap", "pledge", &format!("{ALICE}/x")],
		&["cap", "pledge", &format!("{ALICE}/x"), "all"],
		&["transfer", &format!("{ALICE}/x"), "Bob"],
		&["hash", "/", "--genesis", "0x12"],
		&["verify", "/"],
		&["verify", "--oms", "model.sig", "/"],
		&["download"],
		&["download", &format!("{ALICE}/x")],
		&["download", &format!("{ALICE}/x"), "/", "--ipfs-gateway", "ipfs.io"],
		&["download", &format!("{ALICE}/x"), "/", "--ipfs-gateway", "ftp://ipfs.io"],
		&["verify", "--public-key", "key.pem", &format!("{ALICE}/x"), "/"],
		&["verify", "--oms", "model.sig", "--public-key", "key.pem", &format!("{ALICE}/x"), "/"],
		&["export", "manifest", "/", "--key", "key.pem"],
		&["export", "croissant", "iris"],
		&["publish", "/", "--name", "x", "--kind", "model", "--no-card", "--card-sources"],
		&["publish", "/", "--name", "x", "--kind", "model", "--sources-from", "alice"],
	] {
		let outcome = agora(arguments);
		assert_eq!((outcome.status, outcome.code().as_str()), (2, "usage"), "{arguments:?}");
		// Without --json standard output stays empty and the message is on standard error.
		let text = common::run(Command::new(common::binary()).args(arguments));
		assert_eq!((text.status, text.stdout.as_str()), (2, ""), "{arguments:?}");
		assert!(text.stderr.contains("error"), "{text:?}");
	}
}

#[test]
fn help_and_version_are_no_errors() {
	for arguments in [&["--help"][..], &["--version"], &["publish", "--help"], &["help", "verify"]]
	{
		let outcome = common::run(Command::new(common::binary()).args(arguments));
		assert_eq!(outcome.status, 0, "{arguments:?}");
		assert!(!outcome.stdout.is_empty());
	}
}

#[test]
fn help_does_not_show_the_signer() {
	let mut command = Command::new(common::binary());
	let outcome = common::run(command.args(["publish", "--help"]).env("AGORA_SIGNER", "swordfish"));
	assert!(!outcome.stdout.contains("swordfish"));
	assert!(outcome.stdout.contains("AGORA_SIGNER"));
}

#[test]
fn the_envelope_is_one_line_on_standard_output() {
	let dir = model();
	let done = agora(&["hash", dir.path().to_str().unwrap()]);
	assert_eq!(done.status, 0);
	assert_eq!(done.stdout.trim_end().lines().count(), 1);
	assert_eq!(done.json["ok"], true);
	assert!(done.json["result"].is_object());
	assert_eq!(done.json.as_object().unwrap().len(), 2);

	let failed = agora(&["hash", "/no/such/path"]);
	assert_eq!(failed.status, 1);
	assert_eq!(failed.stdout.trim_end().lines().count(), 1);
	assert_eq!(failed.json["ok"], false);
	assert_eq!(failed.json["error"].as_object().unwrap().len(), 2);
	assert!(failed.json["error"]["message"].as_str().unwrap().contains("/no/such/path"));
	assert_eq!(failed.stderr, "");
}

#[test]
fn codes_are_listed() {
	let outcome = agora(&["codes"]);
	let codes = outcome.json["result"].as_object().unwrap();
	for code in ["usage", "empty-directory", "already-published", "node-unreachable"] {
		assert!(codes[code].as_str().unwrap().ends_with('.'), "{code}");
	}
}

#[test]
fn a_manifest_is_written_and_stays_the_same() {
	let dir = model();
	fs::create_dir(dir.path().join("sub")).unwrap();
	fs::write(dir.path().join("sub/config.json"), "{}").unwrap();
	let path = dir.path().to_str().unwrap();
	let outcome = agora(&["hash", path, "--write"]);
	let bytes = fs::read(dir.path().join("agora.json")).unwrap();
	let digest = format!("0x{}", blake3::hash(&bytes).to_hex());
	assert_eq!(outcome.json["result"]["digest"], digest);
	let manifest: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
	assert_eq!(manifest["files"][0]["path"], "model.bin");
	assert_eq!(manifest["files"][1]["path"], "sub/config.json");
	assert_eq!(manifest["files"][0]["blake3"], blake3::hash(b"weights").to_hex().as_str());
	assert_eq!(manifest["files"][0]["size"], 7);
	// It is no part of what it describes.
	let again = agora(&["hash", path, "--write"]);
	assert_eq!(again.json["result"]["digest"], digest);
	assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3);
	// Others may read it as they may the files.
	let mode = |name: &str| fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
	assert_eq!(mode("agora.json"), mode("model.bin"));
}

#[test]
fn blake3_alone_agrees() {
	let dir = model();
	let path = dir.path().to_str().unwrap();
	let outcome = agora(&["hash", path, "--blake3-only"]);
	let file = &outcome.json["result"]["files"][0];
	assert_eq!(file["blake3"], blake3::hash(b"weights").to_hex().as_str());
	assert!(file.get("sha256").is_none());
	assert_eq!(agora(&["hash", path, "--blake3-only", "--write"]).status, 2);
}

#[test]
fn formats_are_named() {
	let dir = tempdir().unwrap();
	let header = r#"{"w":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]}}"#;
	let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
	bytes.extend(header.as_bytes());
	bytes.extend([0; 8]);
	fs::write(dir.path().join("model.safetensors"), bytes).unwrap();
	fs::write(dir.path().join("old.pkl"), b"\x80\x02}q\x00.").unwrap();
	let outcome = agora(&["hash", dir.path().to_str().unwrap()]);
	assert_eq!(
		outcome.json["result"]["formats"],
		json!([
			{
				"path": "model.safetensors", "format": "safetensors",
				"tensors": 1, "parameters": 4, "data_types": {"F16": 4},
			},
			{
				"path": "old.pkl", "format": "pickle", "unsafe": true,
				"why": "it begins and ends as a pickle does",
			},
		])
	);
	let text = common::run(Command::new(common::binary()).args(["hash"]).arg(dir.path()));
	assert!(text.stdout.contains("old.pkl: UNSAFE"), "{text:?}");
}

#[test]
fn refuses_a_bad_name() {
	let dir = model();
	for name in ["MiniLM", "", "-x", "a b", "ä", &"a".repeat(65), "alice/x"] {
		refused(dir.path(), "bad-name", || publish(dir.path(), &["--name", name]));
	}
}

#[test]
fn refuses_an_unknown_license() {
	let dir = model();
	for license in ["Apache 2.0", "apache2", "MIT OR", "", "MIT\nMIT", "Proprietary"] {
		refused(dir.path(), "bad-license", || publish(dir.path(), &["--license", license]));
	}
	let outcome = publish(dir.path(), &["--license", "apache2"]);
	assert!(outcome.message().contains("Apache-2.0"), "{outcome:?}");
}

#[test]
fn refuses_what_is_too_long() {
	let dir = model();
	let license = ["MIT"; 20].join(" OR ");
	refused(dir.path(), "too-long", || publish(dir.path(), &["--license", &license]));
	let tag = "a".repeat(25);
	refused(dir.path(), "bad-tag", || publish(dir.path(), &["--tag", &tag]));
	let location = format!("https://{}", "a".repeat(89));
	refused(dir.path(), "bad-location", || publish(dir.path(), &["--location", &location]));
	let reason = "a".repeat(65);
	refused(dir.path(), "too-long", || {
		let reference = format!("{ALICE}/x@1");
		agora(&["yank", &reference, "--reason", &reason, "--signer", "//Alice", "--node", NO_NODE])
	});
}

#[test]
fn refuses_bad_tags_locations_and_cards() {
	let dir = model();
	let path = dir.path();
	refused(path, "bad-tag", || publish(path, &["--tag", "NLP"]));
	refused(path, "bad-tag", || publish(path, &["--tag", "a", "--tag", "a"]));
	let six = ["a", "b", "c", "d", "e", "f"].map(|tag| ["--tag", tag]).concat();
	refused(path, "bad-tag", || publish(path, &six));
	refused(path, "bad-location", || publish(path, &["--location", "example.org"]));
	let three = ["a:1", "a:2", "a:3"].map(|url| ["--location", url]).concat();
	refused(path, "bad-location", || publish(path, &three));
	for from in ["magnet:?xt=urn:x", "minilm", "s3://", "ipfs:../x", "file://host/x"] {
		let reference = format!("{ALICE}/x");
		let arguments = ["download", &reference, path.to_str().unwrap(), "--from", from];
		refused(path, "bad-location", || agora(&arguments));
	}
	refused(path, "bad-card", || publish(path, &["--card", "/no/such/card"]));
	refused(path, "bad-card", || publish(path, &["--card", "/"]));
}

#[test]
fn refuses_an_empty_directory() {
	let dir = tempdir().unwrap();
	fs::create_dir_all(dir.path().join("sub/sub")).unwrap();
	refused(dir.path(), "empty-directory", || publish(dir.path(), &[]));
	// Nothing but empty files is nothing as well: the chain takes no version without bytes.
	fs::write(dir.path().join("empty"), "").unwrap();
	refused(dir.path(), "empty-directory", || publish(dir.path(), &[]));
}

#[test]
fn refuses_a_path_that_is_no_directory() {
	let dir = model();
	let file = dir.path().join("model.bin");
	refused(dir.path(), "path-not-a-directory", || publish(&file, &[]));
	refused(dir.path(), "path-not-a-directory", || publish(&dir.path().join("none"), &[]));
}

#[test]
fn refuses_a_symlink_out_of_the_path() {
	let outside = model();
	for target in [outside.path().join("model.bin"), outside.path().to_owned()] {
		let dir = model();
		symlink(target, dir.path().join("link")).unwrap();
		refused(dir.path(), "symlink-refused", || publish(dir.path(), &[]));
	}
}

#[test]
fn refuses_a_name_that_is_not_utf8() {
	let dir = model();
	fs::write(dir.path().join(std::ffi::OsStr::from_bytes(b"\xff")), "x").unwrap();
	refused(dir.path(), "name-not-utf8", || publish(dir.path(), &[]));
}

#[test]
fn refuses_a_pipe() {
	let dir = model();
	let made = Command::new("mkfifo").arg(dir.path().join("pipe")).status().unwrap();
	assert!(made.success());
	refused(dir.path(), "special-file", || publish(dir.path(), &[]));
}

#[test]
fn refuses_an_unreadable_file() {
	let dir = model();
	fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
	let secret = dir.path().join("secret");
	fs::write(&secret, "x").unwrap();
	fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
	// Root reads everything, so be nobody then; the binary must be where nobody can run it.
	let is_root = fs::read_dir("/root").is_ok();
	let bin = tempdir().unwrap();
	fs::set_permissions(bin.path(), fs::Permissions::from_mode(0o755)).unwrap();
	let copy = bin.path().join("agora");
	fs::copy(common::binary(), &copy).unwrap();
	refused(dir.path(), "unreadable-file", || {
		let mut command = Command::new(&copy);
		command.args(["--json", "hash"]).arg(dir.path()).current_dir("/");
		if is_root {
			command.uid(65534).gid(65534);
		}
		common::run(&mut command)
	});
}

#[test]
fn refuses_a_file_that_changes_while_it_is_hashed() {
	let dir = model();
	let path = dir.path().join("growing");
	// Sparse, so that it is large enough to be hashed for a while and takes no room.
	let file = fs::File::create(&path).unwrap();
	file.set_len(256 << 20).unwrap();
	let stop = AtomicBool::new(false);
	let outcome = thread::scope(|scope| {
		scope.spawn(|| {
			let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
			while !stop.load(Ordering::Relaxed) {
				file.write_all(b"x").unwrap();
				thread::sleep(Duration::from_millis(1));
			}
		});
		let outcome = agora(&["hash", dir.path().to_str().unwrap(), "--write"]);
		stop.store(true, Ordering::Relaxed);
		outcome
	});
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "file-changed"), "{outcome:?}");
	assert!(outcome.message().contains("growing"));
	assert!(!dir.path().join("agora.json").exists());
}

#[test]
fn memory_stays_small_for_large_files_and_for_many() {
	let dir = tempdir().unwrap();
	for (name, size) in [("a", 1 << 30), ("b", 100 << 20), ("c", 100 << 20)] {
		fs::File::create(dir.path().join(name)).unwrap().set_len(size).unwrap();
	}
	fs::create_dir(dir.path().join("many")).unwrap();
	for i in 0..5_000 {
		fs::write(dir.path().join(format!("many/{i}")), i.to_string()).unwrap();
	}
	let mut command = Command::new(common::binary());
	command.args(["hash", "--blake3-only"]).arg(dir.path());
	let (outcome, peak) = common::run_measured(&mut command);
	assert_eq!(outcome.status, 0, "{}", outcome.stderr);
	assert!(peak <= 64 << 10, "{peak} KiB at its peak");
	fs::remove_file(dir.path().join("a")).unwrap();
	let mut command = Command::new(common::binary());
	command.args(["hash"]).arg(dir.path());
	let (outcome, peak) = common::run_measured(&mut command);
	assert_eq!(outcome.status, 0, "{}", outcome.stderr);
	assert!(peak <= 64 << 10, "{peak} KiB at its peak");
}

#[test]
fn a_node_that_is_down_is_named() {
	let dir = model();
	refused(dir.path(), "node-unreachable", || publish(dir.path(), &[]));
	let outcome = publish(dir.path(), &[]);
	assert!(outcome.message().contains(NO_NODE), "{outcome:?}");
	for command in ["show", "versions", "lineage"] {
		let reference = format!("{ALICE}/x");
		let outcome = agora(&[command, &reference, "--node", NO_NODE]);
		assert_eq!(outcome.code(), "node-unreachable", "{command}");
	}
	let download = ["download", &format!("{ALICE}/x"), "/none", "--node", NO_NODE];
	assert_eq!(agora(&download).code(), "node-unreachable");
	assert!(!Path::new("/none").exists());
	assert_eq!(agora(&["list", "--node", "not a url"]).code(), "node-unreachable");
	assert_eq!(agora(&["list", "--node", "http://127.0.0.1:9"]).code(), "node-unreachable");
}

#[test]
fn a_server_that_is_no_node_is_named() {
	// It accepts, and says nothing anybody could understand.
	let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
	let url = format!("ws://{}", listener.local_addr().unwrap());
	thread::spawn(move || {
		for stream in listener.incoming() {
			let _ =
				stream.unwrap().write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
		}
	});
	assert_eq!(agora(&["list", "--node", &url]).code(), "node-unreachable");
}

#[test]
fn a_signer_is_needed_and_must_be_one() {
	let dir = model();
	let path = dir.path().to_str().unwrap();
	let arguments = ["publish", path, "--name", "x", "--kind", "model", "--license", "MIT"];
	refused(dir.path(), "signer-missing", || agora(&arguments));
	for signer in ["no such phrase", "0x12", "", "/no/such/file"] {
		refused(dir.path(), "bad-signer", || publish(dir.path(), &["--signer", signer]));
	}
	assert_eq!(agora(&["key", "show"]).code(), "signer-missing");
}

#[test]
fn keys_are_made_kept_private_and_shown() {
	let dir = tempdir().unwrap();
	let path = dir.path().join("key.json");
	let name = path.to_str().unwrap();
	let made = agora(&["key", "new", "--out", name]);
	assert_eq!(made.status, 0, "{made:?}");
	assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
	assert!(made.json["result"].get("phrase").is_none());
	let shown = agora(&["key", "show", "--signer", name]);
	assert_eq!(shown.json["result"]["address"], made.json["result"]["address"]);
	let secret: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
	assert!(!shown.stdout.contains(secret["secret"].as_str().unwrap()));
	refused(dir.path(), "file-exists", || agora(&["key", "new", "--out", name]));
	refused(dir.path(), "file-not-written", || agora(&["key", "new", "--out", "/no/such/dir/key"]));
	fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
	assert_eq!(agora(&["key", "show", "--signer", name]).code(), "key-file-exposed");

	let phrase = agora(&["key", "new"]);
	let phrase = (&phrase.json["result"]["phrase"], &phrase.json["result"]["address"]);
	let shown = agora(&["key", "show", "--signer", phrase.0.as_str().unwrap()]);
	assert_eq!(&shown.json["result"]["address"], phrase.1);
	assert_eq!(phrase.0.as_str().unwrap().split(' ').count(), 12);
}

#[test]
fn the_signer_may_come_from_the_environment() {
	let mut command = Command::new(common::binary());
	let outcome =
		common::run(command.args(["--json", "key", "show"]).env("AGORA_SIGNER", "//Alice"));
	assert_eq!(outcome.json["result"]["address"], ALICE);
}

#[test]
fn a_license_is_given_or_named_by_a_card() {
	let dir = model();
	let path = dir.path().to_str().unwrap();
	let publish = |more: &[&str]| {
		let all = ["publish", path, "--name", "x", "--kind", "model", "--node", NO_NODE];
		agora(&[&all[..], &["--signer", "//Alice"], more].concat())
	};
	refused(dir.path(), "bad-license", || publish(&[]));
	let card = |license: &str| {
		let text = format!("---\nlicense: {license}\n---\n# Title\n");
		fs::write(dir.path().join("README.md"), text).unwrap();
	};
	// With a license there is no obstacle but the node.
	card("mit");
	refused(dir.path(), "node-unreachable", || publish(&[]));
	refused(dir.path(), "bad-license", || publish(&["--no-card"]));
	for broken in ["unknown", "[mit", "&a [*a, *a]"] {
		card(broken);
		refused(dir.path(), "bad-license", || publish(&[]));
		refused(dir.path(), "node-unreachable", || publish(&["--license", "MIT"]));
	}
	card(&format!("[mit, {}]", ["apache-2.0", "isc", "zlib"].repeat(10).join(", ")));
	refused(dir.path(), "too-long", || publish(&[]));
}

#[test]
fn signs_for_those_without_a_chain_and_says_why_not() {
	let dir = model();
	let other = tempdir().unwrap();
	let path = dir.path().to_str().unwrap();
	let file = |name: &str| other.path().join(name).to_str().unwrap().to_owned();
	let openssl = |arguments: &[&str]| {
		let done = Command::new("openssl").args(arguments).output().unwrap();
		assert!(done.status.success(), "{done:?}");
	};
	let (key, public, signature) = (file("key.pem"), file("pub.pem"), file("model.sig"));
	let curve = "ec_paramgen_curve:P-256";
	openssl(&["genpkey", "-algorithm", "EC", "-pkeyopt", curve, "-out", &key]);
	openssl(&["pkey", "-in", &key, "-pubout", "-out", &public]);
	let sign =
		|key: &str| agora(&["export", "manifest", "--oms", path, "--key", key, "--to", &signature]);
	let verify =
		|path: &str| agora(&["verify", "--oms", &signature, "--public-key", &public, path]);

	refused(other.path(), "unreadable-file", || verify(path));
	refused(other.path(), "unreadable-file", || sign(&file("none")));
	refused(other.path(), "bad-key", || sign(&public));
	fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
	assert_eq!(sign(&key).result()["files"], 1);
	refused(other.path(), "file-exists", || sign(&key));
	assert_eq!(verify(path).result()["verified"], true);
	// The manifest may be written later, and a file may not.
	assert_eq!(agora(&["hash", path, "--write"]).status, 0);
	assert_eq!(verify(path).result()["files"], 1);
	fs::write(dir.path().join("extra"), "").unwrap();
	refused(dir.path(), "verification-failed", || verify(path));
	fs::remove_file(dir.path().join("extra")).unwrap();
	fs::write(dir.path().join("model.bin"), "w3ights").unwrap();
	refused(dir.path(), "verification-failed", || verify(path));
	assert!(verify(path).message().contains("different: model.bin"));
	refused(dir.path(), "path-not-a-directory", || verify("/no/such"));
	fs::write(&signature, "{}").unwrap();
	refused(other.path(), "bad-signature", || verify(path));
}

/// A running `agora serve`, ended with the test.
struct Server {
	child: std::process::Child,
	address: String,
}

impl Server {
	fn start(path: &Path) -> Self {
		let mut child = Command::new(common::binary())
			.args(["--json", "serve"])
			.arg(path)
			.stdout(Stdio::piped())
			.spawn()
			.unwrap();
		let mut line = String::new();
		BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
		let json: serde_json::Value = serde_json::from_str(&line).unwrap();
		let url = json["result"]["url"].as_str().unwrap();
		let address = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
		assert!(address.starts_with("127.0.0.1:"), "{url}");
		Self { child, address }
	}

	/// The answer's head in lower case, and its body.
	fn request(&self, head: &str) -> (String, Vec<u8>) {
		let mut stream = TcpStream::connect(&self.address).unwrap();
		let request = format!("{head}\r\nhost: localhost\r\nconnection: close\r\n\r\n");
		stream.write_all(request.as_bytes()).unwrap();
		let mut answer = Vec::new();
		stream.read_to_end(&mut answer).unwrap();
		let split = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
		let head = String::from_utf8_lossy(&answer[..split]).to_lowercase();
		(head, answer[split + 4..].to_vec())
	}
}

impl Drop for Server {
	fn drop(&mut self) {
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
}

#[test]
fn serves_files_with_ranges_and_for_other_origins() {
	let dir = tempdir().unwrap();
	fs::write(dir.path().join("model.bin"), "0123456789").unwrap();
	fs::write(dir.path().join(".env"), "secret").unwrap();
	let server = Server::start(dir.path());

	let (head, body) = server.request("GET /model.bin HTTP/1.1\r\norigin: https://example.org");
	assert!(head.starts_with("http/1.1 200"), "{head}");
	assert!(head.contains("accept-ranges: bytes"), "{head}");
	assert!(head.contains("access-control-allow-origin: *"), "{head}");
	assert_eq!(body, b"0123456789");

	let (head, body) = server.request("GET /model.bin HTTP/1.1\r\nrange: bytes=2-4");
	assert!(head.starts_with("http/1.1 206"), "{head}");
	assert!(head.contains("content-range: bytes 2-4/10"), "{head}");
	assert_eq!(body, b"234");
	let (_, body) = server.request("GET /model.bin HTTP/1.1\r\nrange: bytes=-3");
	assert_eq!(body, b"789");
	let (head, _) = server.request("GET /model.bin HTTP/1.1\r\nrange: bytes=20-30");
	assert!(head.starts_with("http/1.1 416"), "{head}");

	let (head, body) = server.request("HEAD /model.bin HTTP/1.1");
	assert!(head.contains("content-length: 10") && body.is_empty(), "{head}");

	let preflight = "OPTIONS /model.bin HTTP/1.1\r\norigin: https://example.org\r\n\
		access-control-request-method: GET\r\naccess-control-request-headers: range";
	let (head, _) = server.request(preflight);
	assert!(head.contains("access-control-allow-headers"), "{head}");
	assert!(head.contains("access-control-allow-methods: get,head"), "{head}");

	for path in ["/", "/.env", "/none", "/../etc/passwd", "/%2e%2e/etc/passwd"] {
		let (head, body) = server.request(&format!("GET {path} HTTP/1.1"));
		assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
		assert!(body.is_empty());
	}
	let (head, _) = server.request("POST /model.bin HTTP/1.1\r\ncontent-length: 0");
	assert!(head.starts_with("http/1.1 405"), "{head}");
}

#[test]
fn serving_ends_when_asked_to() {
	let dir = model();
	let mut server = Server::start(dir.path());
	let id = server.child.id().to_string();
	assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
	let started = Instant::now();
	let status = loop {
		if let Some(status) = server.child.try_wait().unwrap() {
			break status;
		}
		assert!(started.elapsed() < Duration::from_secs(10), "it does not end");
		thread::sleep(Duration::from_millis(20));
	};
	assert!(status.success());
}

#[test]
fn refuses_to_serve_what_is_no_directory_or_on_a_taken_port() {
	let dir = model();
	let file = dir.path().join("model.bin");
	assert_eq!(agora(&["serve", file.to_str().unwrap()]).code(), "path-not-a-directory");
	let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
	let port = taken.local_addr().unwrap().port().to_string();
	let path = dir.path().to_str().unwrap();
	assert_eq!(agora(&["serve", path, "--port", &port]).code(), "cannot-serve");
}

#[test]
fn a_closed_pipe_is_no_panic() {
	let dir = model();
	let script = format!("{} hash {} | true", common::binary().display(), dir.path().display());
	let outcome = common::run(Command::new("sh").args(["-c", &script]));
	assert!(!outcome.stderr.contains("panicked"), "{outcome:?}");
}

#[test]
fn refuses_more_attesters_than_the_chain_takes() {
	let attesters: Vec<String> =
		(0..17u8).map(|number| format!("--attester=0x{}", hex::encode([number; 32]))).collect();
	let lineage = |attesters: &[String]| {
		let mut arguments = vec!["lineage", "me/x@1", "--taint", "--node", NO_NODE];
		arguments.extend(attesters.iter().map(String::as_str));
		agora(&[&arguments[..], &["--signer", "//Alice"]].concat())
	};
	let outcome = lineage(&attesters);
	assert_eq!((outcome.status, outcome.code().as_str()), (2, "usage"), "{outcome:?}");
	assert!(outcome.message().contains("16 times"), "{outcome:?}");
	assert_eq!(lineage(&attesters[1..]).code(), "node-unreachable");
}

#[test]
fn refuses_an_attester_without_a_key() {
	let outcome = agora(&["lineage", &format!("{ALICE}/x"), "--taint", "--attester", "me"]);
	assert_eq!(outcome.code(), "signer-missing", "{outcome:?}");
}

#[test]
fn refuses_bad_evidence() {
	let dir = model();
	let attest = |more: &[&str]| {
		let arguments = ["attest", "me/x@1", "--claim", "pii-scan", "--verdict", "neutral"];
		let signer = ["--signer", "//Alice", "--node", NO_NODE];
		agora(&[&arguments[..], &signer, more].concat())
	};
	let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
	refused(dir.path(), "bad-evidence", || attest(&["--evidence", &path("none")]));
	refused(dir.path(), "bad-evidence", || attest(&["--evidence", &path(".")]));
	let evidence = path("model.bin");
	let long = format!("ipfs:{}", "a".repeat(92));
	for location in ["here", "https://example.org/a b", "https:", &long] {
		refused(dir.path(), "bad-location", || {
			attest(&["--evidence", &evidence, "--location", location])
		});
	}
	refused(dir.path(), "node-unreachable", || {
		attest(&["--evidence", &evidence, "--location", "ipfs:a"])
	});
}

#[test]
fn refuses_a_bad_split() {
	let set = |shares: &[&str]| {
		let members = shares.iter().flat_map(|share| ["--member", share]);
		let arguments = ["split", "set", "me/x", "--signer", "//Alice", "--node", NO_NODE];
		agora(&arguments.into_iter().chain(members).collect::<Vec<_>>())
	};
	let bob = format!("0x{}", "02".repeat(32));
	let (half, rest) = (format!("{bob}=50"), format!("{bob}=49.9999"));
	for wrong in [&["me=99.9999"][..], &[&half, &half], &["me=50", &rest], &["me=100", &half]] {
		assert_eq!(set(wrong).code(), "bad-split", "{wrong:?}");
	}
	assert!(set(&["me=50", &rest]).message().contains("make 99.9999 %"));
	assert_eq!(set(&["me=50", &half]).code(), "node-unreachable");
}

#[test]
fn refuses_a_bad_receipt() {
	let dir = model();
	let receipt = dir.path().join("receipt.json");
	let path = receipt.to_str().unwrap();
	let withdraw = || {
		let signer = ["--signer", "//Alice", "--node", NO_NODE];
		agora(&[&["dataset", "withdraw", "--receipt", path][..], &signer].concat())
	};
	refused(dir.path(), "bad-receipt", withdraw);
	for text in ["", "not JSON", "{}", r#"{"format":"agora-record-receipt/1","version":1}"#] {
		fs::write(&receipt, text).unwrap();
		refused(dir.path(), "bad-receipt", withdraw);
	}
	fs::write(&receipt, r#"{"format":"agora-record-receipt/1","version":1,"index":0}"#).unwrap();
	refused(dir.path(), "node-unreachable", withdraw);
}

#[test]
fn what_signs_needs_a_signer() {
	let dir = model();
	let evidence = dir.path().join("model.bin");
	let version = format!("{ALICE}/x@1");
	for arguments in [
		&["attest", &version, "--claim", "evaluation", "--verdict", "neutral"][..],
		&[
			"attest",
			&version,
			"--claim",
			"evaluation",
			"--verdict",
			"neutral",
			"--evidence",
			evidence.to_str().unwrap(),
		],
		&["revoke", &version, "0"],
		&["revoke", "7", "0"],
		&["dataset", "withdraw", &version, "0"],
		&["dataset", "release", "7"],
		&["dataset", "release", "7", "0"],
		&["offer", "create", &version, "--price", "1"],
		&["offer", "update", "7", "--price", "1"],
		&["offer", "close", "7"],
		&["buy", &version, "--yes"],
		&["renew", &version, "--yes"],
		&["refund", &version],
		&["waive", &version],
		&["settle", &version, "--account", ALICE],
		&["license", "list"],
		&["license", "check", &version, "--account", "me"],
		&["license", "transfer", &version, "--to", ALICE],
		&["license", "release", &version],
		&["earnings"],
		&["withdraw", "--account", ALICE],
		&["distribute", &version],
		&["collect", &version],
		&["split", "set", &version, "--member", "me=100"],
		&["split", "reset", &version],
		&["cap", "pledge", &version, "1"],
		&["cap", "lower", &version, "1"],
	] {
		assert_eq!(agora(arguments).code(), "signer-missing", "{arguments:?}");
	}
}
