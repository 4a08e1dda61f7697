// SPDX-License-Identifier: Apache-2.0

//! A location of a version, as something that files are fetched from.

use super::{http::Http, local::Local, s3::S3};
use crate::{error::printable, manifest};
use bytes::Bytes;
use futures::stream::BoxStream;
use reqwest::Url;
use std::fmt;

/// The IPFS gateway that is asked unless the user names another.
pub const IPFS_GATEWAY: &str = "https://ipfs.io/";

/// What locations need that does not stand in them.
pub struct Surroundings {
	/// The gateway through which `ipfs:` is fetched.
	pub ipfs_gateway: Url,
	/// The environment, of which `s3:` takes the variables that begin with `AWS_`.
	pub environment: Vec<(String, String)>,
}

/// Somewhere that the files of a version are said to be.
pub struct Source {
	/// The location as it was written.
	location: String,
	store: Store,
}

enum Store {
	Local(Local),
	Http(Http),
	S3(S3),
}

/// A file, or the rest of one, on its way.
pub struct Opened {
	/// Where in the file the body begins: what was asked for, or 0 where ranges are not understood.
	pub start: u64,
	/// How long the whole file is, if that is told.
	pub length: Option<u64>,
	/// The bytes from there to the file's end.
	pub body: BoxStream<'static, Result<Bytes, Fault>>,
}

/// Why a location does not give a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
	/// What happened, to go into a sentence.
	pub why: String,
	/// Whether it may go better a moment later.
	pub passing: bool,
}

impl Fault {
	/// It may go better a moment later.
	pub fn passing(why: impl fmt::Display) -> Self {
		Self { why: printable(&why.to_string()), passing: true }
	}

	/// It will not go better by itself.
	pub fn lasting(why: impl fmt::Display) -> Self {
		Self { why: printable(&why.to_string()), passing: false }
	}
}

impl Source {
	/// The source that a location names, or why this command cannot fetch from it.
	pub fn parse(location: &str, surroundings: &Surroundings) -> Result<Self, String> {
		let (scheme, rest) = location.split_once(':').ok_or("it is no URL")?;
		let store = match scheme {
			"file" => Store::Local(Local::new(&parse(location)?)?),
			"http" | "https" => Store::Http(Http::new(parse(location)?)?),
			"ipfs" => Store::Http(Http::new(through(&surroundings.ipfs_gateway, rest)?)?),
			"s3" => Store::S3(S3::new(rest, &surroundings.environment)?),
			_ => return Err(format!("{} is no scheme it can fetch", printable(scheme))),
		};
		Ok(Self { location: location.to_owned(), store })
	}

	/// The location as it was written.
	pub fn location(&self) -> &str {
		&self.location
	}

	/// Begin to fetch a file, by its name in the manifest, from a place in it on.
	pub async fn open(&self, name: &str, from: u64) -> Result<Opened, Fault> {
		match &self.store {
			Store::Local(local) => local.open(name, from).await,
			Store::Http(http) => http.open(name, from).await,
			Store::S3(s3) => s3.open(name, from).await,
		}
	}
}

impl fmt::Display for Source {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&printable(&self.location))
	}
}

/// A gateway's URL as it is given on the command line.
pub fn parse_gateway(text: &str) -> Result<Url, String> {
	let url = parse(text)?;
	match url.scheme() {
		"http" | "https" => Ok(url),
		_ => Err(format!("{text:?} is not the URL of a gateway, such as {IPFS_GATEWAY}")),
	}
}

fn parse(text: &str) -> Result<Url, String> {
	text.parse().map_err(|error| format!("it is no URL: {error}"))
}

/// Where a gateway has what follows `ipfs:`.
fn through(gateway: &Url, rest: &str) -> Result<Url, String> {
	let path = rest.trim_start_matches('/').trim_end_matches('/');
	let cid = path.split('/').next().unwrap_or_default();
	if cid.is_empty() || !cid.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
		return Err("it has no CID, as in ipfs://CID/folder".into());
	}
	// What has a meaning of its own in a URL would lead elsewhere on the gateway.
	if path.split('/').any(|part| matches!(part, "" | "." | ".."))
		|| path.contains(['?', '#', '\\', '%'])
	{
		return Err("it is not a CID and a plain path, as in ipfs://CID/folder".into());
	}
	let mut url = gateway.clone();
	url.set_path(&format!("{}/ipfs/{path}", gateway.path().trim_end_matches('/')));
	Ok(url)
}

/// What a file is called at a location: the manifest itself has a name of its own.
pub fn is_own_name(name: &str) -> bool {
	let top = name.split('/').next().unwrap_or_default();
	manifest::is_own_file(name) || top == super::staging::FOLDER
}

#[cfg(test)]
mod tests {
	use super::*;

	fn surroundings() -> Surroundings {
		Surroundings {
			ipfs_gateway: "https://gateway.example/base/".parse().unwrap(),
			environment: Vec::new(),
		}
	}

	#[test]
	fn schemes_are_told_apart() {
		for good in [
			"file:///models/minilm",
			"http://127.0.0.1:80/",
			"https://example.org/minilm?token=x",
			"ipfs://bafybeigdyrzt/minilm",
			"ipfs:bafybeigdyrzt",
			"s3://bucket/minilm/v1",
			"s3://bucket",
		] {
			let parsed = Source::parse(good, &surroundings());
			assert_eq!(parsed.map(|source| source.to_string()), Ok(good.to_owned()));
		}
		for wrong in [
			"minilm",
			"magnet:?xt=urn",
			"file://elsewhere/models",
			"http:",
			"ipfs:",
			"ipfs:///",
			"ipfs://a.b",
			"ipfs://bafy/../secret",
			"ipfs://bafy/%2e%2e/secret",
			"ipfs://bafy/a?b",
			"s3:bucket",
			"s3://user@host/minilm",
			"s3:///minilm",
		] {
			assert!(Source::parse(wrong, &surroundings()).is_err(), "{wrong}");
		}
	}

	#[test]
	fn what_follows_ipfs_is_below_the_gateway() {
		let gateway = parse_gateway("https://gateway.example/base/").unwrap();
		for rest in ["//bafy/a/b/", "bafy/a/b"] {
			let url = through(&gateway, rest).unwrap();
			assert_eq!(url.as_str(), "https://gateway.example/base/ipfs/bafy/a/b");
		}
		assert!(parse_gateway("ftp://gateway.example").is_err());
		assert!(parse_gateway(IPFS_GATEWAY).is_ok());
	}

	#[test]
	fn our_own_names_are_no_files_of_a_version() {
		for own in ["agora.json", ".agora.json.x.tmp", ".agora-partial", ".agora-partial/lock"] {
			assert!(is_own_name(own), "{own}");
		}
		for other in ["sub/agora.json", "sub/.agora-partial", "agora.json.bak"] {
			assert!(!is_own_name(other), "{other}");
		}
	}
}
