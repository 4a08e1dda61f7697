// SPDX-License-Identifier: Apache-2.0

//! Files behind HTTP or HTTPS, and what all clients of ours have in common.

use super::source::{Fault, Opened};
use crate::croissant;
use futures::{StreamExt, TryStreamExt};
use reqwest::{
	header::{HeaderMap, HeaderValue, ACCEPT_ENCODING, CONTENT_RANGE, RANGE},
	redirect::{Attempt, Policy},
	Client, ClientBuilder, Response, StatusCode, Url,
};
use std::{error::Error as _, time::Duration};

/// The most redirects that are followed for a file.
const MAX_REDIRECTS: usize = 5;

/// How long a server may take until it accepts a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);

/// A directory behind a URL.
pub struct Http {
	client: Client,
	base: Url,
}

impl Http {
	/// What is below a URL.
	pub fn new(base: Url) -> Result<Self, String> {
		if base.cannot_be_a_base() || base.host_str().is_none_or(str::is_empty) {
			return Err("it names no server".into());
		}
		let mut builder = builder();
		if is_loopback(&base) {
			// A proxy would look on its own machine.
			builder = builder.no_proxy();
		}
		Ok(Self { client: build(builder)?, base })
	}

	/// Where a file is: below the base's path; a query, such as a token, stays.
	fn url(&self, name: &str) -> Url {
		let mut url = self.base.clone();
		let folder = self.base.path().trim_end_matches('/');
		url.set_path(&format!("{folder}/{}", croissant::escape(name)));
		url.set_fragment(None);
		url
	}

	/// Begin to fetch a file.
	pub async fn open(&self, name: &str, from: u64) -> Result<Opened, Fault> {
		let url = self.url(name);
		if from > 0 {
			let response = self.get(url.clone(), Some(from)).await?;
			match response.status() {
				StatusCode::PARTIAL_CONTENT => {
					if let Some((start, length)) = content_range(response.headers()) {
						if start == from {
							return Ok(opened(start, length, response));
						}
					}
				}
				// The server does not know ranges.
				StatusCode::OK => {
					let length = response.content_length();
					return Ok(opened(0, length, response));
				}
				// Its file is no longer than what is here: whether it is the right one, its bytes tell.
				StatusCode::RANGE_NOT_SATISFIABLE => {}
				status => return Err(refusal(status)),
			}
		}
		let response = self.get(url, None).await?;
		match response.status() {
			StatusCode::OK => {
				let length = response.content_length();
				Ok(opened(0, length, response))
			}
			status => Err(refusal(status)),
		}
	}

	async fn get(&self, url: Url, from: Option<u64>) -> Result<Response, Fault> {
		let mut request = self.client.get(url);
		if let Some(from) = from {
			request = request.header(RANGE, format!("bytes={from}-"));
		}
		request.send().await.map_err(fault)
	}
}

fn opened(start: u64, length: Option<u64>, response: Response) -> Opened {
	Opened { start, length, body: response.bytes_stream().map_err(fault).boxed() }
}

/// Where a part begins and how long the whole is, from `bytes 2-4/10` or `bytes 2-4/*`.
fn content_range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
	let text = headers.get(CONTENT_RANGE)?.to_str().ok()?.strip_prefix("bytes ")?;
	let (range, length) = text.split_once('/')?;
	let (start, _) = range.split_once('-')?;
	let length = if length == "*" { None } else { Some(length.parse().ok()?) };
	Some((start.trim().parse().ok()?, length))
}

fn refusal(status: StatusCode) -> Fault {
	let why = format!("the server answers {status}");
	let passing = status.is_server_error()
		|| matches!(
			status,
			StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS
		);
	if passing {
		Fault::passing(why)
	} else {
		Fault::lasting(why)
	}
}

/// The innermost cause says most, and the address stands beside it already.
fn fault(error: reqwest::Error) -> Fault {
	let lasting = error.is_redirect() || error.is_builder();
	let error = error.without_url();
	let mut why = error.to_string();
	let mut cause = error.source();
	while let Some(inner) = cause {
		why = inner.to_string();
		cause = inner.source();
	}
	if lasting {
		Fault::lasting(why)
	} else {
		Fault::passing(why)
	}
}

/// A client as all of ours are.
pub fn builder() -> ClientBuilder {
	let mut headers = HeaderMap::new();
	// Bytes as they are: a range of something compressed would be none of the file's.
	headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
	Client::builder()
		.user_agent(concat!("agora/", env!("CARGO_PKG_VERSION")))
		.default_headers(headers)
		.connect_timeout(CONNECT_TIMEOUT)
		.redirect(Policy::custom(redirect))
}

/// The client.
pub fn build(builder: ClientBuilder) -> Result<Client, String> {
	// Fails where one was chosen before, which serves as well.
	let _ = rustls::crypto::ring::default_provider().install_default();
	builder.build().map_err(|error| {
		let cause = error.source().map_or_else(|| error.to_string(), ToString::to_string);
		format!("no client for it can be made: {cause}")
	})
}

fn redirect(attempt: Attempt<'_>) -> reqwest::redirect::Action {
	if attempt.previous().len() > MAX_REDIRECTS {
		return attempt.error(format!("it redirects more than {MAX_REDIRECTS} times"));
	}
	let was_secret = attempt.previous().last().is_some_and(|url| url.scheme() == "https");
	if was_secret && attempt.url().scheme() != "https" {
		return attempt.error("it redirects from HTTPS to plain HTTP");
	}
	attempt.follow()
}

/// Is this machine meant?
pub fn is_loopback(url: &Url) -> bool {
	url.host_str().is_some_and(|host| {
		let address = host.trim_start_matches('[').trim_end_matches(']');
		host == "localhost"
			|| address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn files_are_below_the_base_and_nowhere_else() {
		let url = |base: &str, name: &str| {
			let http = Http::new(base.parse().unwrap()).unwrap();
			http.url(name).to_string()
		};
		assert_eq!(url("https://x.org", "a/b"), "https://x.org/a/b");
		assert_eq!(url("https://x.org/m/", "a b"), "https://x.org/m/a%20b");
		assert_eq!(url("https://x.org/m?t=1#f", "größe"), "https://x.org/m/gr%C3%B6%C3%9Fe?t=1");
		assert_eq!(
			url("https://x.org/m", "%2e%2e/a?b#c\\d"),
			"https://x.org/m/%252e%252e/a%3Fb%23c%5Cd"
		);
		assert_eq!(url("https://x.org/m", "a\tb\n"), "https://x.org/m/a%09b%0A");
	}

	#[test]
	fn ranges_are_read_with_care() {
		let read = |text: &str| {
			let mut headers = HeaderMap::new();
			headers.insert(CONTENT_RANGE, text.parse().unwrap());
			content_range(&headers)
		};
		assert_eq!(read("bytes 2-4/10"), Some((2, Some(10))));
		assert_eq!(read("bytes 2-4/*"), Some((2, None)));
		for wrong in ["bytes */10", "2-4/10", "bytes 2-4", "bytes x-4/10", "bytes 2-4/ten"] {
			assert_eq!(read(wrong), None, "{wrong}");
		}
	}

	#[test]
	fn this_machine_is_known_by_its_names() {
		for (url, loopback) in [
			("http://127.0.0.1:8080/", true),
			("http://localhost/", true),
			("http://[::1]:1/", true),
			("http://example.org/", false),
			("http://10.0.0.1/", false),
		] {
			assert_eq!(is_loopback(&url.parse().unwrap()), loopback, "{url}");
		}
	}
}
