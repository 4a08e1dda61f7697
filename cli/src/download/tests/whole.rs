// SPDX-License-Identifier: Apache-2.0

//! Downloads that work, and locations that take over.

use super::{
	server::{file_url, from_folder, nobody, Reply, Server},
	util::{delivered, Buyer, Version, LARGE},
};
use crate::{commands::serve, error::Code};
use std::time::Duration;

#[tokio::test]
async fn what_is_served_is_downloaded() {
	let version = Version::new();
	let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
	let url = format!("http://{}/", listener.local_addr().unwrap());
	let router = serve::router(version.path().canonicalize().unwrap());
	tokio::spawn(async move { axum::serve(listener, router).await });
	let buyer = Buyer::new();
	let all = buyer.buy(&version, &[&url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(buyer.warnings(), [""; 0]);
	assert_eq!(all.len(), 4);
	for name in ["config.json", ".hidden", LARGE] {
		let file = delivered(&all, name);
		assert_eq!((file.kept, file.resumed), (false, 0), "{name}");
		assert_eq!(file.location.as_deref(), Some(url.as_str()), "{name}");
		assert_eq!(file.size, version.bytes(name).len() as u64, "{name}");
	}
	// Nothing needs to be fetched of what is empty.
	assert_eq!(delivered(&all, "empty").location, None);
}

#[tokio::test]
async fn a_path_in_a_location_and_its_query_are_kept() {
	let version = Version::new();
	let root = version.path().to_owned();
	let server = Server::start(move |asked| {
		let mut asked = asked.clone();
		let Some(rest) = asked.path.strip_prefix("/models/v1/") else {
			return Reply::status("404 Not Found");
		};
		asked.path = rest.to_owned();
		from_folder(&root, &asked)
	})
	.await;
	for location in ["models/v1", "models/v1/", "models/v1?token=a/b"] {
		let buyer = Buyer::new();
		buyer.buy(&version, &[&format!("{}{location}", server.url)]).await.unwrap();
		buyer.has_all(&version);
	}
}

#[tokio::test]
async fn a_directory_of_this_machine_is_a_location() {
	let version = Version::new();
	let buyer = Buyer::new();
	let url = file_url(version.path().to_owned());
	let all = buyer.buy(&version, &[&url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).location, Some(url));

	let buyer = Buyer::new();
	let elsewhere = file_url(version.path().join("none"));
	buyer.fail(&version, &[&elsewhere], Code::DOWNLOAD_FAILED).await;
	assert!(!buyer.root().exists(), "nothing is left");
}

#[tokio::test]
async fn many_small_files_arrive() {
	let files: Vec<(String, Vec<u8>)> =
		(0..300).map(|i| (format!("{}/{i}", i % 7), format!("file {i}").into_bytes())).collect();
	let files: Vec<(&str, &[u8])> =
		files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
	let version = Version::of(&files);
	let server = Server::of(version.path()).await;
	let buyer = Buyer::new();
	let all = buyer.buy(&version, &[&server.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(server.asked().len(), 301, "each is asked for once");
	assert!(all.windows(2).all(|pair| pair[0].path < pair[1].path), "in the manifest's order");
}

#[tokio::test]
async fn the_next_location_takes_over_and_stays() {
	let version = Version::new();
	let good = Server::of(version.path()).await;
	let mut buyer = Buyer::new();
	buyer.limits.lanes = 1;
	let dead = nobody().await;
	let all = buyer.buy(&version, &[&dead, &good.url]).await.unwrap();
	buyer.has_all(&version);
	let warnings = buyer.warnings();
	assert_eq!(warnings.len(), 1, "said once, not for each file: {warnings:?}");
	assert!(warnings[0].starts_with(&format!("agora.json from {dead}: ")), "{warnings:?}");
	assert!(warnings[0].ends_with("; trying the next location"), "{warnings:?}");
	assert_eq!(delivered(&all, LARGE).location, Some(good.url));
}

#[tokio::test]
async fn a_location_without_one_file_is_passed_over_for_it() {
	let version = Version::new();
	let good = Server::of(version.path()).await;
	let root = version.path().to_owned();
	let without = Server::start(move |asked| match asked.path.as_str() {
		"/config.json" => Reply::status("404 Not Found"),
		_ => from_folder(&root, asked),
	})
	.await;
	let buyer = Buyer::new();
	let all = buyer.buy(&version, &[&without.url, &good.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, "config.json").location, Some(good.url));
	assert!(buyer.warnings()[0].contains("404 Not Found"));
	let asked = without.asked();
	let times = asked.iter().filter(|asked| asked.path == "/config.json").count();
	assert_eq!(times, 1, "what is not there is not asked for again");
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again() {
	let version = Version::new();
	let root = version.path().to_owned();
	let count = std::sync::atomic::AtomicUsize::new(0);
	let busy = Server::start(move |asked| {
		match count.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % 3 {
			0 => Reply::status("503 Service Unavailable"),
			1 => Reply::status("429 Too Many Requests"),
			_ => from_folder(&root, asked),
		}
	})
	.await;
	let mut buyer = Buyer::new();
	buyer.limits.lanes = 1;
	buyer.buy(&version, &[&busy.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(buyer.warnings(), [""; 0]);
}

#[tokio::test]
async fn silence_has_an_end() {
	let version = Version::new();
	let good = Server::of(version.path()).await;
	let root = version.path().to_owned();
	let silent = Server::start(move |asked| {
		let reply = from_folder(&root, asked);
		Reply { cut: Some(reply.body.len() / 2), stall: true, ..reply }
	})
	.await;
	let mut buyer = Buyer::new();
	buyer.limits.idle = Duration::from_millis(100);
	buyer.limits.attempts = 1;
	buyer.buy(&version, &[&silent.url, &good.url]).await.unwrap();
	buyer.has_all(&version);
	assert!(buyer.warnings()[0].contains("nothing came"));
}

#[tokio::test]
async fn redirects_are_followed_but_not_for_ever() {
	let version = Version::new();
	let good = Server::of(version.path()).await;
	let target = good.url.clone();
	let redirect = Server::start(move |asked| {
		let path = asked.path.replace(' ', "%20").replace('#', "%23").replace('ö', "%C3%B6");
		let path = path.replace('ß', "%C3%9F");
		Reply::status(&format!("302 Found\r\nlocation: {}{}", target, path.trim_start_matches('/')))
	})
	.await;
	let buyer = Buyer::new();
	buyer.buy(&version, &[&redirect.url]).await.unwrap();
	buyer.has_all(&version);

	let round =
		Server::start(|asked| Reply::status(&format!("302 Found\r\nlocation: /x{}", asked.path)))
			.await;
	let buyer = Buyer::new();
	let error = buyer.fail(&version, &[&round.url], Code::DOWNLOAD_FAILED).await;
	assert!(error.message.contains("redirects more than 5 times"), "{error}");
	assert_eq!(round.asked().len(), 6);
}
