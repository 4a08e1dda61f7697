// SPDX-License-Identifier: Apache-2.0

//! An HTTP server that answers as a test wants, rightly or wrongly.

use super::super::source::Surroundings;
use std::{
	path::{Path, PathBuf},
	sync::{Arc, Mutex},
	time::Duration,
};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::{TcpListener, TcpStream},
};

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
	/// The path, decoded.
	pub path: String,
	/// Where the range begins that was asked for.
	pub from: Option<u64>,
	/// Whether it is signed.
	pub signed: bool,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Reply {
	/// Its status line after the version, and its headers.
	pub head: String,
	/// Its body.
	pub body: Vec<u8>,
	/// Hang up after so many bytes of it.
	pub cut: Option<usize>,
	/// Say nothing more after the body, and do not hang up.
	pub stall: bool,
	/// Send the body over and over.
	pub endless: bool,
}

impl Reply {
	/// Nothing but a status.
	pub fn status(status: &str) -> Self {
		Self { head: format!("{status}\r\ncontent-length: 0\r\n"), ..Self::default() }
	}

	/// All of a file, whatever range was asked for.
	pub fn whole(body: &[u8]) -> Self {
		Self {
			head: format!("200 OK\r\ncontent-length: {}\r\n", body.len()),
			body: body.to_vec(),
			..Self::default()
		}
	}

	/// All of a file, without saying how long it is.
	pub fn unmeasured(body: &[u8]) -> Self {
		Self { head: "200 OK\r\n".into(), body: body.to_vec(), ..Self::default() }
	}

	/// What was asked for of a file.
	pub fn file(body: &[u8], asked: &Asked) -> Self {
		let Some(from) = asked.from else { return Self::whole(body) };
		let length = body.len();
		let start = usize::try_from(from).unwrap();
		if start >= length {
			return Self::status("416 Range Not Satisfiable");
		}
		let rest = &body[start..];
		Self {
			head: format!(
				"206 Partial Content\r\ncontent-length: {}\r\ncontent-range: bytes {start}-{}/{length}\r\n",
				rest.len(),
				length - 1
			),
			body: rest.to_vec(),
			..Self::default()
		}
	}

	/// Hang up early.
	pub fn cut_after(self, bytes: usize) -> Self {
		Self { cut: Some(bytes), ..self }
	}
}

/// A running server, which ends with the test's runtime.
pub struct Server {
	/// Its URL, with a slash at the end.
	pub url: String,
	asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
	/// Answer every request.
	pub async fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
		let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
		let url = format!("http://{}/", listener.local_addr().unwrap());
		let asked = Arc::new(Mutex::new(Vec::new()));
		let (log, answer) = (asked.clone(), Arc::new(answer));
		tokio::spawn(async move {
			while let Ok((stream, _)) = listener.accept().await {
				tokio::spawn(serve(stream, log.clone(), answer.clone()));
			}
		});
		Self { url, asked }
	}

	/// A good server of the files under a path.
	pub async fn of(root: &Path) -> Self {
		let root = root.to_owned();
		Self::start(move |asked| from_folder(&root, asked)).await
	}

	/// What was asked for since this was called last.
	pub fn asked(&self) -> Vec<Asked> {
		std::mem::take(&mut self.asked.lock().unwrap())
	}
}

/// The file under a path, as a good server answers.
pub fn from_folder(root: &Path, asked: &Asked) -> Reply {
	match std::fs::read(root.join(asked.path.trim_start_matches('/'))) {
		Ok(bytes) => Reply::file(&bytes, asked),
		Err(_) => Reply::status("404 Not Found"),
	}
}

/// Where nobody listens.
pub async fn nobody() -> String {
	let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
	format!("http://{}/", listener.local_addr().unwrap())
}

/// Surroundings with this gateway and environment.
pub fn surroundings(gateway: &str, environment: &[(&str, &str)]) -> Surroundings {
	Surroundings {
		ipfs_gateway: gateway.parse().unwrap(),
		environment: environment.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
	}
}

/// The file URL of a path.
pub fn file_url(path: PathBuf) -> String {
	reqwest::Url::from_directory_path(path).unwrap().to_string()
}

async fn serve(
	mut stream: TcpStream,
	log: Arc<Mutex<Vec<Asked>>>,
	answer: Arc<impl Fn(&Asked) -> Reply + Send + Sync + 'static>,
) {
	let mut head = Vec::new();
	while !head.ends_with(b"\r\n\r\n") {
		match stream.read_u8().await {
			Ok(byte) => head.push(byte),
			Err(_) => return,
		}
	}
	let head = String::from_utf8(head).unwrap();
	let path = head.split(' ').nth(1).unwrap().split('?').next().unwrap();
	let header = |name: &str| {
		head.lines().find_map(|line| {
			let (key, value) = line.split_once(':')?;
			key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
		})
	};
	let from = header("range").map(|range| {
		range.trim_start_matches("bytes=").trim_end_matches('-').parse().expect("an open range")
	});
	let asked = Asked { path: decode(path), from, signed: header("authorization").is_some() };
	let reply = answer(&asked);
	log.lock().unwrap().push(asked);
	let modified = "last-modified: Mon, 02 Nov 2026 00:00:00 GMT\r\netag: \"1\"\r\n";
	let head = format!("HTTP/1.1 {}{modified}connection: close\r\n\r\n", reply.head);
	if stream.write_all(head.as_bytes()).await.is_err() {
		return;
	}
	let body = &reply.body[..reply.cut.unwrap_or(reply.body.len())];
	while stream.write_all(body).await.is_ok() && reply.endless {}
	if reply.stall {
		tokio::time::sleep(Duration::from_secs(60)).await;
	}
	let _ = stream.shutdown().await;
	// A reset instead of an end would take away what was sent.
	let mut rest = Vec::new();
	let _ = stream.read_to_end(&mut rest).await;
}

fn decode(path: &str) -> String {
	let mut bytes = Vec::new();
	let mut rest = path.bytes();
	while let Some(byte) = rest.next() {
		if byte == b'%' {
			let digits = [rest.next().unwrap(), rest.next().unwrap()];
			bytes.extend(hex::decode(digits).unwrap());
		} else {
			bytes.push(byte);
		}
	}
	String::from_utf8(bytes).unwrap()
}
