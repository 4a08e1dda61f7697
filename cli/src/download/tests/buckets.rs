// SPDX-License-Identifier: Apache-2.0

//! Buckets and gateways.

use super::{
	server::{from_folder, Asked, Reply, Server},
	util::{delivered, Buyer, Version, LARGE},
};
use crate::error::Code;
use std::fs;

/// A server that has a version's files below a prefix.
async fn below(version: &Version, prefix: &'static str) -> Server {
	let root = version.path().to_owned();
	Server::start(move |asked| match asked.path.strip_prefix(prefix) {
		Some(rest) => from_folder(&root, &Asked { path: rest.to_owned(), ..asked.clone() }),
		None => Reply::status("404 Not Found"),
	})
	.await
}

fn bucket_buyer(server: &Server, more: &[(&'static str, &str)]) -> Buyer {
	let mut buyer = Buyer::new();
	let endpoint = server.url.trim_end_matches('/').to_owned();
	buyer.environment = vec![("AWS_ENDPOINT", endpoint), ("AWS_ALLOW_HTTP", "true".into())];
	buyer.environment.extend(more.iter().map(|(key, value)| (*key, (*value).to_owned())));
	buyer
}

#[tokio::test]
async fn a_public_bucket_is_a_location() {
	let version = Version::new();
	let server = below(&version, "/bucket/models/v1/").await;
	let keys = [
		("AWS_ACCESS_KEY_ID", "key"),
		("AWS_SECRET_ACCESS_KEY", "secret"),
		("AWS_SKIP_SIGNATURE", "true"),
	];
	for more in [&[][..], &keys] {
		let buyer = bucket_buyer(&server, more);
		let all = buyer.buy(&version, &["s3://bucket/models/v1/"]).await.unwrap();
		buyer.has_all(&version);
		assert_eq!(delivered(&all, LARGE).location.as_deref(), Some("s3://bucket/models/v1/"));
		assert!(server.asked().iter().all(|asked| !asked.signed));
	}
}

#[tokio::test]
async fn requests_are_signed_with_the_credentials_of_the_environment() {
	let version = Version::new();
	let server = below(&version, "/bucket/").await;
	let keys = [("AWS_ACCESS_KEY_ID", "key"), ("AWS_SECRET_ACCESS_KEY", "secret")];
	let buyer = bucket_buyer(&server, &keys);
	buyer.buy(&version, &["s3://bucket"]).await.unwrap();
	buyer.has_all(&version);
	let asked = server.asked();
	assert!(asked.len() == 4 && asked.iter().all(|asked| asked.signed), "{asked:?}");
}

#[tokio::test]
async fn a_bucket_goes_on_where_it_stopped() {
	let version = Version::new();
	let server = below(&version, "/bucket/").await;
	let buyer = bucket_buyer(&server, &[]);
	let parts = buyer.parts(&version);
	fs::create_dir_all(&parts).unwrap();
	fs::write(parts.join("3"), &version.bytes(LARGE)[..1000]).unwrap();
	let all = buyer.buy(&version, &["s3://bucket/"]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).resumed, 1000);
	assert!(server.asked().iter().any(|asked| asked.from == Some(1000)));
}

#[tokio::test]
async fn a_bucket_without_ranges_sends_all_again() {
	let version = Version::new();
	let root = version.path().to_owned();
	let server = Server::start(move |asked| {
		let path = asked.path.trim_start_matches("/bucket/").to_owned();
		from_folder(&root, &Asked { path, from: None, signed: false })
	})
	.await;
	let buyer = bucket_buyer(&server, &[]);
	let parts = buyer.parts(&version);
	fs::create_dir_all(&parts).unwrap();
	fs::write(parts.join("3"), &version.bytes(LARGE)[..1000]).unwrap();
	let all = buyer.buy(&version, &["s3://bucket/"]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).resumed, 0);
}

#[tokio::test]
async fn a_bucket_that_refuses_says_what_to_do() {
	let version = Version::new();
	let missing = below(&version, "/other/").await;
	let buyer = bucket_buyer(&missing, &[]);
	let error = buyer.fail(&version, &["s3://bucket/m"], Code::DOWNLOAD_FAILED).await;
	assert!(error.message.contains("no such object"), "{error}");
	let closed = Server::start(|_| Reply::status("403 Forbidden")).await;
	let buyer = bucket_buyer(&closed, &[]);
	let error = buyer.fail(&version, &["s3://bucket/m"], Code::DOWNLOAD_FAILED).await;
	assert!(error.message.contains("AWS_ACCESS_KEY_ID"), "{error}");
}

#[tokio::test]
async fn plain_http_to_a_bucket_must_be_allowed() {
	let version = Version::new();
	let server = below(&version, "/bucket/").await;
	let mut buyer = bucket_buyer(&server, &[]);
	buyer.environment.retain(|(key, _)| *key != "AWS_ALLOW_HTTP");
	buyer.fail(&version, &["s3://bucket"], Code::DOWNLOAD_FAILED).await;
	assert_eq!(server.asked(), []);
}

#[tokio::test]
async fn ipfs_is_fetched_through_a_gateway() {
	let version = Version::new();
	let server = below(&version, "/ipfs/bafybeigdyrzt/minilm/").await;
	let mut buyer = Buyer::new();
	buyer.gateway = server.url.clone();
	let all = buyer.buy(&version, &["ipfs://bafybeigdyrzt/minilm"]).await.unwrap();
	buyer.has_all(&version);
	let location = delivered(&all, LARGE).location.as_deref();
	assert_eq!(location, Some("ipfs://bafybeigdyrzt/minilm"));
}
