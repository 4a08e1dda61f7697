// SPDX-License-Identifier: Apache-2.0

//! Downloads that are cut short, and go on.

use super::{
	server::{from_folder, Reply, Server},
	util::{delivered, Buyer, Version, LARGE, LENGTH},
};
use crate::error::Code;
use std::fs;

const CUT: usize = 300_000;

fn large() -> String {
	format!("/{LARGE}")
}

/// A server that hangs up in the middle of the large file's first request.
async fn breaking(version: &Version) -> Server {
	let root = version.path().to_owned();
	Server::start(move |asked| {
		let reply = from_folder(&root, asked);
		if asked.path == large() && asked.from.is_none() {
			reply.cut_after(CUT)
		} else {
			reply
		}
	})
	.await
}

/// Download from a server that hangs up, and give up at once.
async fn interrupted(version: &Version) -> Buyer {
	let breaking = breaking(version).await;
	let mut buyer = Buyer::new();
	buyer.limits.attempts = 1;
	let error = buyer.buy(version, &[&breaking.url]).await.unwrap_err();
	assert_eq!(error.code, Code::DOWNLOAD_FAILED);
	assert!(error.message.contains("run this again"), "{error}");
	assert!(!buyer.root().join(LARGE).exists());
	assert!(!buyer.root().join("agora.json").exists(), "not all is there");
	// Other files may have arrived, as several are fetched at once.
	assert!(buyer.placed().iter().all(|name| name != LARGE));
	assert_eq!(part_length(&buyer, version), CUT as u64);
	buyer.warnings();
	buyer
}

/// The large file is the last in the manifest.
fn part(buyer: &Buyer, version: &Version) -> std::path::PathBuf {
	buyer.parts(version).join("3")
}

fn part_length(buyer: &Buyer, version: &Version) -> u64 {
	fs::metadata(part(buyer, version)).unwrap().len()
}

#[tokio::test]
async fn the_next_run_goes_on_where_it_stopped() {
	let version = Version::new();
	let buyer = interrupted(&version).await;
	let good = Server::of(version.path()).await;
	let all = buyer.buy(&version, &[&good.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(buyer.warnings(), [""; 0]);
	let file = delivered(&all, LARGE);
	assert_eq!((file.resumed, file.kept), (CUT as u64, false));
	let asked: Vec<_> = good.asked().into_iter().filter(|asked| asked.path == large()).collect();
	assert_eq!(asked.len(), 1);
	assert_eq!(asked[0].from, Some(CUT as u64));
}

#[tokio::test]
async fn a_broken_connection_is_taken_up_again_in_the_same_run() {
	let version = Version::new();
	let breaking = breaking(&version).await;
	let buyer = Buyer::new();
	let all = buyer.buy(&version, &[&breaking.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).resumed, 0, "all of it came in this run");
	assert_eq!(buyer.warnings(), [""; 0]);
	let froms: Vec<_> = breaking
		.asked()
		.into_iter()
		.filter(|asked| asked.path == large())
		.map(|asked| asked.from)
		.collect();
	assert_eq!(froms, [None, Some(CUT as u64)]);
}

#[tokio::test]
async fn a_connection_that_breaks_often_is_borne_while_it_brings_something() {
	let version = Version::new();
	let root = version.path().to_owned();
	let server = Server::start(move |asked| {
		let reply = from_folder(&root, asked);
		let length = reply.body.len();
		reply.cut_after(length.min(50_000))
	})
	.await;
	let mut buyer = Buyer::new();
	buyer.limits.attempts = 2;
	buyer.limits.progress = 50_000;
	buyer.buy(&version, &[&server.url]).await.unwrap();
	buyer.has_all(&version);
	let asked = server.asked().iter().filter(|asked| asked.path == large()).count();
	assert_eq!(asked, LENGTH.div_ceil(50_000));
}

#[tokio::test]
async fn another_location_goes_on_with_what_the_first_gave() {
	let version = Version::new();
	let breaking = breaking(&version).await;
	let good = Server::of(version.path()).await;
	let mut buyer = Buyer::new();
	buyer.limits.attempts = 1;
	let all = buyer.buy(&version, &[&breaking.url, &good.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).location.as_deref(), Some(good.url.as_str()));
	let asked = good.asked();
	assert!(asked.iter().any(|asked| asked.from == Some(CUT as u64)), "{asked:?}");
}

#[tokio::test]
async fn a_server_without_ranges_sends_all_again() {
	let version = Version::new();
	let buyer = interrupted(&version).await;
	let root = version.path().to_owned();
	let plain = Server::start(move |asked| {
		let mut asked = asked.clone();
		asked.from = None;
		from_folder(&root, &asked)
	})
	.await;
	let all = buyer.buy(&version, &[&plain.url]).await.unwrap();
	buyer.has_all(&version);
	assert_eq!(delivered(&all, LARGE).resumed, 0);
	assert_eq!(buyer.warnings(), [""; 0]);
}

#[tokio::test]
async fn a_range_that_was_not_asked_for_is_not_taken() {
	let version = Version::new();
	let buyer = interrupted(&version).await;
	let root = version.path().to_owned();
	let confused = Server::start(move |asked| {
		let mut asked = asked.clone();
		asked.from = asked.from.map(|from| from + 1);
		from_folder(&root, &asked)
	})
	.await;
	buyer.buy(&version, &[&confused.url]).await.unwrap();
	buyer.has_all(&version);
}

#[tokio::test]
async fn a_part_that_was_damaged_is_fetched_whole_and_nobody_blamed() {
	let version = Version::new();
	let good = Server::of(version.path()).await;
	let whole = version.bytes(LARGE);
	let mut flipped = whole.clone();
	flipped[7] ^= 1;
	let longer = [whole.as_slice(), b"more"].concat();
	for damaged in [&flipped[..CUT], &flipped, &longer] {
		let buyer = interrupted(&version).await;
		fs::write(part(&buyer, &version), damaged).unwrap();
		let all = buyer.buy(&version, &[&good.url]).await.unwrap();
		buyer.has_all(&version);
		assert_eq!(delivered(&all, LARGE).resumed, 0);
		assert_eq!(buyer.warnings(), [""; 0]);
	}
}

#[tokio::test]
async fn a_part_that_is_whole_is_not_fetched_again() {
	let version = Version::new();
	let buyer = interrupted(&version).await;
	fs::write(part(&buyer, &version), version.bytes(LARGE)).unwrap();
	let good = Server::of(version.path()).await;
	let all = buyer.buy(&version, &[&good.url]).await.unwrap();
	buyer.has_all(&version);
	let file = delivered(&all, LARGE);
	assert_eq!((file.resumed, file.location.as_ref()), (LENGTH as u64, None));
	assert!(good.asked().iter().all(|asked| asked.path != large()));
}

#[tokio::test]
async fn wrong_bytes_from_a_location_that_broke_do_not_spoil_the_next() {
	let version = Version::new();
	let root = version.path().to_owned();
	let bad = Server::start(move |asked| {
		let mut reply = from_folder(&root, asked);
		if asked.path != large() {
			return reply;
		}
		reply.body[9] ^= 1;
		Reply { cut: Some(CUT), ..reply }
	})
	.await;
	let good = Server::of(version.path()).await;
	let mut buyer = Buyer::new();
	buyer.limits.attempts = 1;
	buyer.buy(&version, &[&bad.url, &good.url]).await.unwrap();
	buyer.has_all(&version);
}
