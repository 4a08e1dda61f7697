// SPDX-License-Identifier: Apache-2.0

//! Whoever asks the load driver to end is heard, also before there is a load.

use std::{
	net::TcpListener,
	process::{Child, Command, ExitStatus, Stdio},
	thread::sleep,
	time::{Duration, Instant},
};

const STEP: Duration = Duration::from_millis(20);
/// The driver itself waits for such a node for longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks again and again until there is an answer.
fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
	let end = Instant::now() + PATIENCE;
	loop {
		match ask() {
			Some(answer) => return answer,
			None if Instant::now() < end => sleep(STEP),
			None => panic!("not in time: {what}"),
		}
	}
}

/// A driver that has a connection to a node which says nothing.
fn driver(node: &TcpListener) -> Child {
	let url = format!("ws://{}", node.local_addr().unwrap());
	let child = Command::new(env!("CARGO_BIN_EXE_agora-load"))
		.args(["--node", &url])
		.stderr(Stdio::piped())
		.spawn()
		.unwrap();
	node.set_nonblocking(true).unwrap();
	// Kept open for the rest of the test.
	std::mem::forget(until("a connection", || node.accept().ok()));
	child
}

fn ended(mut child: Child) -> (ExitStatus, String) {
	let status = until("the end", || child.try_wait().unwrap());
	let said = std::io::read_to_string(child.stderr.take().unwrap()).unwrap();
	(status, said)
}

#[test]
fn a_signal_ends_a_driver_that_waits_for_a_node() {
	for name in ["INT", "TERM"] {
		let node = TcpListener::bind("127.0.0.1:0").unwrap();
		let child = driver(&node);
		let sent = Command::new("kill").args(["-s", name, &child.id().to_string()]).status();
		assert!(sent.unwrap().success());
		let (status, said) = ended(child);
		assert_eq!(status.code(), Some(1), "{said}");
		assert!(said.contains("stopped while connecting"), "{said}");
	}
}
