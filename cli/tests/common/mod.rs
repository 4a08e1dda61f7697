// SPDX-License-Identifier: Apache-2.0

//! What the tests of the binary share.

pub mod chain;
pub mod node;
pub mod tree;

use std::{
	collections::BTreeMap,
	env, fs,
	os::unix::fs::MetadataExt,
	path::{Path, PathBuf},
	process::{Command, Stdio},
	sync::LazyLock,
};

/// The command under test: what `AGORA_CLI` names, or `agora` in the target folder, as
/// `scripts/build` left it.
pub fn binary() -> &'static Path {
	static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
		program("AGORA_CLI", "agora").expect("build agora, or name it in AGORA_CLI")
	});
	&BINARY
}

/// A program of ours: what a variable of the environment names, or the one of this name in the
/// target folder.
pub fn program(variable: &str, name: &str) -> Option<PathBuf> {
	if let Some(named) = env::var_os(variable) {
		return Some(PathBuf::from(named));
	}
	// The test lies in `<target>/<profile>/deps`.
	let target = env::current_exe().ok()?.ancestors().nth(3)?.to_owned();
	["release", "production", "debug"]
		.map(|profile| target.join(profile).join(name))
		.into_iter()
		.find(|path| path.is_file())
}

/// How a run ended.
#[derive(Debug)]
pub struct Outcome {
	/// The exit status.
	pub status: i32,
	/// Standard output.
	pub stdout: String,
	/// Standard error.
	pub stderr: String,
	/// Standard output as JSON, or null.
	pub json: serde_json::Value,
}

impl Outcome {
	/// The error's code.
	pub fn code(&self) -> String {
		self.json["error"]["code"].as_str().unwrap_or_default().to_owned()
	}

	/// The error's message.
	pub fn message(&self) -> &str {
		self.json["error"]["message"].as_str().unwrap_or_default()
	}

	/// The result of a run that must have worked.
	pub fn result(&self) -> &serde_json::Value {
		assert_eq!(self.status, 0, "{self:?}");
		assert_eq!(self.json["ok"], true, "{self:?}");
		&self.json["result"]
	}
}

/// Run `agora --json` with arguments, and with nothing of the user's environment.
pub fn agora(arguments: &[&str]) -> Outcome {
	run(Command::new(binary()).args(arguments).arg("--json"))
}

/// Run a command to its end.
pub fn run(command: &mut Command) -> Outcome {
	for name in ["AGORA_SIGNER", "AGORA_NODE_URL", "AGORA_GENESIS"] {
		if !command.get_envs().any(|(key, _)| key == name) {
			command.env_remove(name);
		}
	}
	let output = command.stdin(Stdio::null()).output().expect("the command can be run");
	let stdout = String::from_utf8(output.stdout).expect("output is UTF-8");
	Outcome {
		status: output.status.code().unwrap_or(-1),
		json: serde_json::from_str(&stdout).unwrap_or_default(),
		stdout,
		stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
	}
}

/// Run a command and say how much memory it used at its peak, in KiB, as the kernel counts it.
pub fn run_measured(command: &mut Command) -> (Outcome, u64) {
	// The shell's own child is the only one it waits for, so its status file has the peak.
	let script = r#"
		"$@" >"$OUT" 2>"$ERR" & pid=$!
		peak=0
		while kill -0 $pid 2>/dev/null; do
			now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' /proc/$pid/status 2>/dev/null)
			[ -n "$now" ] && peak=$now
			sleep 0.005
		done
		wait $pid; status=$?
		echo $peak
		exit $status
	"#;
	let dir = tempfile::tempdir().expect("a directory can be made");
	let (out, err) = (dir.path().join("out"), dir.path().join("err"));
	let measured = Command::new("sh")
		.args(["-c", script, "sh"])
		.arg(command.get_program())
		.args(command.get_args())
		.env("OUT", &out)
		.env("ERR", &err)
		.output()
		.expect("the command can be run");
	let peak = String::from_utf8_lossy(&measured.stdout).trim().parse().expect("a number");
	assert!(peak > 0, "the peak was measured");
	let stdout = fs::read_to_string(out).unwrap_or_default();
	let outcome = Outcome {
		status: measured.status.code().unwrap_or(-1),
		json: serde_json::from_str(&stdout).unwrap_or_default(),
		stdout,
		stderr: fs::read_to_string(err).unwrap_or_default(),
	};
	(outcome, peak)
}

/// All that lies under a path: names, sizes, times of change and, where readable, bytes.
pub fn snapshot(path: &Path) -> BTreeMap<PathBuf, (u64, i64, Option<Vec<u8>>)> {
	let mut found = BTreeMap::new();
	let Ok(entries) = fs::read_dir(path) else { return found };
	for entry in entries {
		let path = entry.expect("an entry can be read").path();
		let metadata = fs::symlink_metadata(&path).expect("an entry has metadata");
		if metadata.is_dir() {
			found.extend(snapshot(&path));
		}
		let bytes = metadata.is_file().then(|| fs::read(&path).ok()).flatten();
		let changed = metadata.mtime() * 1_000_000_000 + metadata.mtime_nsec();
		found.insert(path, (metadata.len(), changed, bytes));
	}
	found
}
