// SPDX-License-Identifier: Apache-2.0

//! Answers by WebSocket that leave at once.
//!
//! The answer to many requests is two small messages. Nagle's algorithm keeps the second until the
//! client confirms the first, and clients wait up to 40 ms with that (RFC 896, RFC 1122 4.2.3.2).
//! The SDK's RPC server does not turn that off and hands out no socket. But what is set on a
//! listening socket holds for all that it accepts (Linux), so it is set there, through a second
//! handle on each socket of this process.

/// Set `TCP_NODELAY` on every TCP socket that is open now. Call it once the servers listen.
///
/// Returns on how many. Best effort: where the kernel (before 5.6) or a sandbox refuses, answers
/// are right and take longer.
#[cfg(target_os = "linux")]
pub fn answer_at_once() -> std::io::Result<usize> {
	use rustix::process::{getpid, pidfd_getfd, pidfd_open, PidfdFlags, PidfdGetfdFlags};
	use std::{fs, net::TcpStream};

	let this = pidfd_open(getpid(), PidfdFlags::empty())?;
	let mut done = 0;
	for entry in fs::read_dir("/proc/self/fd")?.flatten() {
		let is_socket = fs::read_link(entry.path())
			.is_ok_and(|link| link.to_string_lossy().starts_with("socket:"));
		let number = entry.file_name().to_str().and_then(|name| name.parse().ok());
		let Some(number) = number.filter(|_| is_socket) else { continue };
		// It may be closed meanwhile.
		let Ok(socket) = pidfd_getfd(&this, number, PidfdGetfdFlags::empty()) else { continue };
		// Whatever kind of socket it is: others than TCP refuse.
		done += usize::from(TcpStream::from(socket).set_nodelay(true).is_ok());
	}
	Ok(done)
}

/// Elsewhere accepted sockets take nothing over from the listening one.
#[cfg(not(target_os = "linux"))]
pub fn answer_at_once() -> std::io::Result<usize> {
	Ok(0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
	use super::*;
	use std::net::{TcpListener, TcpStream, UdpSocket};

	#[test]
	fn what_a_listening_socket_accepts_sends_at_once() {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let other = UdpSocket::bind("127.0.0.1:0").unwrap();
		let address = listener.local_addr().unwrap();

		let before = TcpStream::connect(address).unwrap();
		assert!(!listener.accept().unwrap().0.nodelay().unwrap());

		assert!(answer_at_once().unwrap() >= 1);
		let after = TcpStream::connect(address).unwrap();
		assert!(listener.accept().unwrap().0.nodelay().unwrap());
		drop((before, after, other));
	}
}
