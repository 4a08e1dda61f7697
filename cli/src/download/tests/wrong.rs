// SPDX-License-Identifier: Apache-2.0

//! Locations that have something else: none of it is ever in place.

use super::{
	server::{from_folder, Asked, Reply, Server},
	util::{delivered, Buyer, Version, LARGE},
};
use crate::{
	error::{Code, Error},
	manifest,
};
use serde_json::json;
use std::fs;

/// A server that is good but for the large file.
async fn wrong(version: &Version, answer: fn(&[u8], &Asked) -> Reply) -> Server {
	let root = version.path().to_owned();
	Server::start(move |asked| {
		if asked.path.trim_start_matches('/') != LARGE {
			return from_folder(&root, asked);
		}
		answer(&fs::read(root.join(LARGE)).unwrap(), asked)
	})
	.await
}

/// The large file is refused from this server alone; the next one has it.
async fn falls_over(answer: fn(&[u8], &Asked) -> Reply, code: Code, says: &str) {
	let version = Version::new();
	let bad = wrong(&version, answer).await;
	let mut buyer = Buyer::new();
	buyer.limits.attempts = 2;
	let error = buyer.buy(&version, &[&bad.url]).await.unwrap_err();
	assert_eq!(error.code, code, "{error}");
	assert!(error.message.contains(LARGE) && error.message.contains(says), "{error}");
	assert!(!buyer.placed().iter().any(|name| name == LARGE));
	assert!(!buyer.root().join(manifest::FILE_NAME).exists());

	let good = Server::of(version.path()).await;
	for buyer in [buyer, Buyer::new()] {
		let all = buyer.buy(&version, &[&bad.url, &good.url]).await.unwrap();
		buyer.has_all(&version);
		assert_eq!(delivered(&all, LARGE).location, Some(good.url.clone()));
		let warnings = buyer.warnings().join("\n");
		assert!(warnings.contains(&format!("{LARGE} from {}: ", bad.url)), "{warnings}");
		assert!(warnings.contains("trying the next location"), "{warnings}");
	}
}

#[tokio::test]
async fn a_flipped_bit_is_seen() {
	let flip = |bytes: &[u8], asked: &Asked| {
		let mut bytes = bytes.to_vec();
		bytes[500_000] ^= 1;
		Reply::file(&bytes, asked)
	};
	falls_over(flip, Code::WRONG_BYTES, "other bytes").await;
}

#[tokio::test]
async fn a_shorter_file_is_seen_before_it_is_fetched() {
	let short = |bytes: &[u8], asked: &Asked| Reply::file(&bytes[..600_000], asked);
	falls_over(short, Code::WRONG_BYTES, "600000 bytes there instead of 700001").await;
}

#[tokio::test]
async fn a_shorter_file_of_unknown_length_is_seen() {
	let short = |bytes: &[u8], _: &Asked| Reply::unmeasured(&bytes[..600_000]);
	falls_over(short, Code::DOWNLOAD_FAILED, "ended after 600000 of 700001").await;
}

#[tokio::test]
async fn a_longer_file_is_seen_before_it_is_fetched() {
	let long = |bytes: &[u8], asked: &Asked| Reply::file(&[bytes, b"x"].concat(), asked);
	falls_over(long, Code::WRONG_BYTES, "700002 bytes there instead of 700001").await;
}

#[tokio::test]
async fn a_file_without_end_is_not_read_to_it() {
	let endless = |bytes: &[u8], _: &Asked| Reply { endless: true, ..Reply::unmeasured(bytes) };
	falls_over(endless, Code::WRONG_BYTES, "more than 700001 bytes").await;
}

#[tokio::test]
async fn a_page_in_place_of_a_file_is_seen() {
	let page = |_: &[u8], _: &Asked| Reply::whole(b"<html>please sign in</html>");
	falls_over(page, Code::WRONG_BYTES, "instead of 700001").await;
}

#[tokio::test]
async fn another_manifest_is_refused() {
	let version = Version::new();
	let other = Version::of(&[("config.json", b"other")]);
	let server = Server::of(other.path()).await;
	let buyer = Buyer::new();
	let error = buyer.fail(&version, &[&server.url], Code::WRONG_BYTES).await;
	assert!(error.message.contains("agora.json"), "{error}");
	assert!(!buyer.root().exists(), "nothing is left");
	let asked: Vec<_> = server.asked().into_iter().map(|asked| asked.path).collect();
	assert_eq!(asked, ["/agora.json"], "and nothing else was fetched");

	let good = Server::of(version.path()).await;
	buyer.buy(&version, &[&server.url, &good.url]).await.unwrap();
	buyer.has_all(&version);
}

#[tokio::test]
async fn a_manifest_without_end_is_not_read_to_it() {
	let version = Version::new();
	let server =
		Server::start(|_| Reply { endless: true, ..Reply::unmeasured(&[b'['; 100_000]) }).await;
	let buyer = Buyer::new();
	let error = buyer.fail(&version, &[&server.url], Code::WRONG_BYTES).await;
	assert!(error.message.contains("more than"), "{error}");
}

/// A version whose publisher wrote this as its manifest, whatever it is.
async fn published(text: String, files: u32, bytes: u64) -> Error {
	let mut version = Version::new();
	version.wanted.digest = *blake3::hash(text.as_bytes()).as_bytes();
	(version.wanted.files, version.wanted.bytes) = (files, bytes);
	let server = Server::start(move |asked| match asked.path.as_str() {
		"/agora.json" => Reply::whole(text.as_bytes()),
		_ => Reply::whole(b"x"),
	})
	.await;
	let buyer = Buyer::new();
	let error = buyer.fail(&version, &[&server.url], Code::MANIFEST_INVALID).await;
	assert_eq!(server.asked().len(), 1, "nothing else is fetched");
	let above = fs::read_dir(buyer.root().parent().unwrap()).unwrap().count();
	assert_eq!(above, 0, "nothing is left, inside or outside");
	error
}

fn listing(names: &[&str]) -> String {
	let x = [b'x'];
	let sha256: [u8; 32] =
		sha2::Digest::finalize(<sha2::Sha256 as sha2::Digest>::new_with_prefix(x)).into();
	let files: Vec<_> = names
		.iter()
		.map(|name| {
			json!({
				"blake3": blake3::hash(&x).to_string(),
				"path": name,
				"sha256": hex::encode(sha256),
				"size": 1,
			})
		})
		.collect();
	String::from_utf8(serde_jcs::to_vec(&json!({ "files": files, "manifest": 1 })).unwrap())
		.unwrap()
}

#[tokio::test]
async fn paths_that_lead_elsewhere_are_refused() {
	for name in ["../x", "/tmp/x", "a/../../x", "a//x", ".", "a/.", "x\0"] {
		published(listing(&[name]), 1, 1).await;
	}
}

#[tokio::test]
async fn names_that_are_ours_or_exclude_each_other_are_refused() {
	for name in ["agora.json", ".agora-partial/lock", ".agora-partial", ".agora.json.a.tmp"] {
		let error = published(listing(&[name]), 1, 1).await;
		assert!(error.message.contains("the command's own"), "{error}");
	}
	let error = published(listing(&["a", "a-b", "a/b/c"]), 3, 3).await;
	assert!(error.message.contains("below another file"), "{error}");
}

#[tokio::test]
async fn a_manifest_that_is_none_is_refused_even_if_the_chain_names_it() {
	let good = listing(&["a"]);
	published("{}".into(), 1, 1).await;
	published(format!("{good}\n"), 1, 1).await;
	published(good.replace("\"manifest\":1", "\"manifest\": 1"), 1, 1).await;
	published(good.clone(), 2, 1).await;
	published(good, 1, 2).await;
}
