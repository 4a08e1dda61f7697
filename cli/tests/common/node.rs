// SPDX-License-Identifier: Apache-2.0

//! A development node for the time of a test.

use std::{
	fs,
	net::{TcpListener, TcpStream},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a node may take to answer, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// A node on free ports of loopback, under instant sealing, that ends when it is dropped.
pub struct DevNode {
	child: Child,
	/// Where its RPC answers.
	pub url: String,
	/// A folder that goes with it.
	pub data: TempDir,
}

impl DevNode {
	/// The node's program: what `AGORA_NODE` names, or `agora-node` in the target folder.
	pub fn program() -> Option<PathBuf> {
		super::program("AGORA_NODE", "agora-node")
	}

	/// Start the program and wait until its RPC takes connections.
	pub fn start(program: &Path) -> Self {
		Self::start_with(program, &[])
	}

	/// The same with more options.
	pub fn start_with(program: &Path, options: &[&str]) -> Self {
		let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
		let data = tempfile::tempdir().unwrap();
		let log = data.path().join("node.log");
		let child = Command::new(program)
			.args(["--dev", "--sealing", "instant", "--tmp", "--no-prometheus", "--no-telemetry"])
			.args(["--no-mdns", "--no-hardware-benchmarks"])
			.args(["--listen-addr", "/ip4/127.0.0.1/tcp/0"])
			.args(["--rpc-port", &port.to_string()])
			.args(options)
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.stderr(fs::File::create(&log).unwrap())
			.spawn()
			.expect("the node can be started");
		let mut node = Self { child, url: format!("ws://127.0.0.1:{port}"), data };
		let started = Instant::now();
		while TcpStream::connect(("127.0.0.1", port)).is_err() {
			let ended = node.child.try_wait().unwrap();
			if ended.is_some() || started.elapsed() > PATIENCE {
				panic!(
					"the node does not answer:\n{}",
					fs::read_to_string(log).unwrap_or_default()
				);
			}
			std::thread::sleep(Duration::from_millis(50));
		}
		node
	}
}

impl Drop for DevNode {
	fn drop(&mut self) {
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
}
