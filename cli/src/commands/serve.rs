// SPDX-License-Identifier: Apache-2.0

//! `agora serve`: a directory as a location, on this machine.

use super::{Context, Done};
use crate::{
	error::{Code, Error, Result, Shown},
	manifest::{self, Manifest},
	walk,
};
use axum::{
	body::Body,
	extract::{Request, State},
	http::{header, Method, StatusCode},
	middleware::{self, Next},
	response::{IntoResponse, Response},
	Router,
};
use clap::Args;
use serde_json::json;
use std::{
	collections::BTreeSet,
	net::{Ipv4Addr, SocketAddr},
	path::{Path, PathBuf},
	sync::Arc,
};
use tokio::signal::unix::{signal, Signal, SignalKind};
use tower_http::{
	cors::{Any, CorsLayer},
	services::ServeDir,
};

/// Serve the files under a path on this machine, as a location for publishing and trying.
///
/// Byte ranges and requests from other origins are answered, so browsers and download tools can use
/// it. Only this machine can reach it. Nothing outside the path is served, and dot files only where
/// the manifest lists them. Ends with Ctrl-C.
#[derive(Args)]
pub struct Options {
	/// The directory to serve.
	path: PathBuf,

	/// The port; a free one if it is left out.
	#[arg(long, default_value_t = 0)]
	port: u16,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let root = walk::directory(&options.path)?;
	let cannot = |error: std::io::Error| {
		Error::new(
			Code::CANNOT_SERVE,
			format!(
				"{} cannot be served on port {}: {error}. Try without --port.",
				Shown(&options.path),
				options.port
			),
		)
	};
	let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
	let listener = tokio::net::TcpListener::bind(address).await.map_err(cannot)?;
	let url = format!("http://{}/", listener.local_addr().map_err(cannot)?);
	// Who is told where it serves may at once ask it to end.
	let ending = Ending::listen().map_err(cannot)?;
	let text = format!("serving      {}\nurl          {url}\n", Shown(&options.path));
	context.print(&Done::new(text, json!({ "url": url, "path": root.to_string_lossy() })))?;
	context.output.note("Ctrl-C ends it");
	axum::serve(listener, router(root)).with_graceful_shutdown(ending.asked()).await.map_err(cannot)
}

/// Ctrl-C and a polite request to end, once they are listened for.
struct Ending {
	interrupt: Signal,
	terminate: Signal,
}

impl Ending {
	fn listen() -> std::io::Result<Self> {
		Ok(Self {
			interrupt: signal(SignalKind::interrupt())?,
			terminate: signal(SignalKind::terminate())?,
		})
	}

	/// Wait for either. Downloads that go on get a moment and no more.
	async fn asked(mut self) {
		tokio::select! {
			_ = self.interrupt.recv() => {},
			_ = self.terminate.recv() => {},
		}
		tokio::spawn(async {
			tokio::time::sleep(std::time::Duration::from_secs(1)).await;
			std::process::exit(0);
		});
	}
}

/// What may be served.
struct Guard {
	root: PathBuf,
	/// Dot files that belong to the version.
	listed: BTreeSet<String>,
}

/// What answers requests for the files under a path.
pub fn router(root: PathBuf) -> Router {
	let listed = Manifest::load(&root.join(manifest::FILE_NAME))
		.map(|manifest| manifest.files.into_iter().map(|file| file.path).collect())
		.unwrap_or_default();
	let cors = CorsLayer::new()
		.allow_origin(Any)
		.allow_methods([Method::GET, Method::HEAD])
		.allow_headers(Any)
		.expose_headers([
			header::ACCEPT_RANGES,
			header::CONTENT_LENGTH,
			header::CONTENT_RANGE,
			header::LAST_MODIFIED,
		])
		.allow_private_network(true);
	Router::new()
		.fallback_service(ServeDir::new(&root).append_index_html_on_directories(false))
		.layer(middleware::from_fn_with_state(Arc::new(Guard { root, listed }), guard))
		.layer(cors)
}

/// Answer "not found" for whatever is not a plain file under the path.
async fn guard(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
	match guard.allows(request.uri().path()) {
		true => next.run(request).await,
		false => (StatusCode::NOT_FOUND, Body::empty()).into_response(),
	}
}

impl Guard {
	fn allows(&self, path: &str) -> bool {
		let Some(name) = decode(path.trim_start_matches('/')) else { return false };
		let parts = || name.split('/');
		if parts().any(|part| matches!(part, "" | "." | "..")) {
			return false;
		}
		if parts().any(|part| part.starts_with('.')) && !self.listed.contains(&name) {
			return false;
		}
		// A link may lead anywhere: what counts is where it ends.
		let real = Path::new(&self.root).join(&name).canonicalize();
		real.is_ok_and(|real| real.starts_with(&self.root) && real.is_file())
	}
}

/// Undo percent-encoding; none if it is wrong or not UTF-8.
fn decode(text: &str) -> Option<String> {
	let mut bytes = Vec::with_capacity(text.len());
	let mut rest = text.bytes();
	while let Some(byte) = rest.next() {
		if byte != b'%' {
			bytes.push(byte);
			continue;
		}
		let digits = [rest.next()?, rest.next()?];
		let mut decoded = [0];
		hex::decode_to_slice(digits, &mut decoded).ok()?;
		bytes.extend(decoded);
	}
	let text = String::from_utf8(bytes).ok()?;
	(!text.contains(['\0', '\\'])).then_some(text)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fs, os::unix::fs::symlink};
	use tempfile::tempdir;

	#[test]
	fn only_plain_files_under_the_path_are_served() {
		let outside = tempdir().unwrap();
		fs::write(outside.path().join("secret"), "s").unwrap();
		let dir = tempdir().unwrap();
		let root = dir.path().canonicalize().unwrap();
		fs::create_dir(root.join("sub")).unwrap();
		for name in ["model", "sub/größe 1", ".env", "sub/.git", ".listed"] {
			fs::write(root.join(name), "x").unwrap();
		}
		symlink(outside.path(), root.join("out")).unwrap();
		symlink(outside.path().join("secret"), root.join("link")).unwrap();
		symlink("model", root.join("inner")).unwrap();
		let guard = Guard { root, listed: BTreeSet::from([".listed".to_owned()]) };
		for path in ["/model", "/sub/gr%C3%B6%C3%9Fe%201", "/inner", "/.listed", "/%6Dodel"] {
			assert!(guard.allows(path), "{path}");
		}
		for path in [
			"/",
			"",
			"/none",
			"/sub",
			"/sub/",
			"/.env",
			"/sub/.git",
			"/%2Eenv",
			"/sub/../model",
			"/../x",
			"/%2e%2e/x",
			"/..%2fx",
			"/out/secret",
			"/link",
			"/model%",
			"/model%0",
			"/%ff",
			"/sub//x",
			"/model%00",
			"/sub\\x",
			"/./model",
		] {
			assert!(!guard.allows(path), "{path}");
		}
	}
}
