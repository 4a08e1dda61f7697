// SPDX-License-Identifier: Apache-2.0

//! What is in the directory before.

use super::{
	server::Server,
	util::{delivered, Buyer, Version, LARGE, LENGTH},
};
use crate::{error::Code, manifest};
use std::{fs, os::unix::fs::symlink};

#[tokio::test]
async fn a_second_run_fetches_nothing() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let buyer = Buyer::new();
	buyer.buy(&version, &[&server.url]).await.unwrap();
	server.asked();
	let all = buyer.buy(&version, &[&server.url]).await.unwrap();
	buyer.has_all(&version);
	assert!(all.iter().all(|file| file.kept && file.location.is_none()));
	assert_eq!(server.asked(), []);
}

#[tokio::test]
async fn files_that_are_right_are_kept() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let buyer = Buyer::new();
	fs::create_dir_all(buyer.root().join("sub dir")).unwrap();
	fs::write(buyer.root().join(LARGE), version.bytes(LARGE)).unwrap();
	let all = buyer.buy(&version, &[&server.url]).await.unwrap();
	buyer.has_all(&version);
	assert!(delivered(&all, LARGE).kept);
	assert!(!delivered(&all, "config.json").kept);
	assert_eq!(server.asked().len(), 3, "the manifest and two small files");
}

#[tokio::test]
async fn files_that_differ_are_refused_before_anything_is_fetched() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let buyer = Buyer::new();
	fs::create_dir_all(buyer.root().join("sub dir")).unwrap();
	let mut other = version.bytes(LARGE);
	other[LENGTH - 1] ^= 1;
	fs::write(buyer.root().join(LARGE), &other).unwrap();
	fs::write(buyer.root().join("config.json"), "longer").unwrap();
	let error = buyer.buy(&version, &[&server.url]).await.unwrap_err();
	assert_eq!(error.code, Code::FILE_EXISTS);
	assert!(error.message.contains("config.json"), "{error}");
	assert!(error.message.contains("--overwrite"), "{error}");
	fs::write(buyer.root().join("config.json"), "{}").unwrap();
	let error = buyer.buy(&version, &[&server.url]).await.unwrap_err();
	assert!(error.message.contains(LARGE), "{error}");
	assert_eq!(buyer.placed(), ["config.json", LARGE]);
	assert_eq!(fs::read(buyer.root().join(LARGE)).unwrap(), other);
	assert!(server.asked().iter().all(|asked| asked.path == "/agora.json"));
	assert_eq!(fs::read_dir(buyer.root()).unwrap().count(), 2, "nothing of ours is left");
}

#[tokio::test]
async fn files_that_differ_are_replaced_if_that_is_wanted() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let mut buyer = Buyer::new();
	buyer.overwrite = true;
	let outside = tempfile::tempdir().unwrap();
	fs::write(outside.path().join("mine"), "mine").unwrap();
	fs::create_dir_all(buyer.root().join("sub dir")).unwrap();
	fs::write(buyer.root().join(LARGE), "other").unwrap();
	fs::write(buyer.root().join(manifest::FILE_NAME), "{}").unwrap();
	symlink(outside.path().join("mine"), buyer.root().join("config.json")).unwrap();
	let all = buyer.buy(&version, &[&server.url]).await.unwrap();
	buyer.has_all(&version);
	assert!(all.iter().all(|file| !file.kept));
	assert_eq!(fs::read(outside.path().join("mine")).unwrap(), b"mine");
}

#[tokio::test]
async fn another_manifest_in_place_is_a_file_that_differs() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let buyer = Buyer::new();
	fs::create_dir_all(buyer.root()).unwrap();
	fs::write(buyer.root().join(manifest::FILE_NAME), "{}").unwrap();
	let error = buyer.buy(&version, &[&server.url]).await.unwrap_err();
	assert_eq!(error.code, Code::FILE_EXISTS);
	assert!(error.message.contains("agora.json"), "{error}");
}

#[tokio::test]
async fn what_is_no_file_is_never_replaced() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let mut buyer = Buyer::new();
	buyer.overwrite = true;
	fs::create_dir_all(buyer.root().join("config.json")).unwrap();
	let error = buyer.buy(&version, &[&server.url]).await.unwrap_err();
	assert_eq!(error.code, Code::FILE_EXISTS);
	assert!(error.message.contains("no files: config.json"), "{error}");
}

#[tokio::test]
async fn links_lead_nothing_outside() {
	let version = Version::new();
	let server = Server::of(version.path()).await;
	let outside = tempfile::tempdir().unwrap();
	for overwrite in [false, true] {
		let mut buyer = Buyer::new();
		buyer.overwrite = overwrite;
		fs::create_dir_all(buyer.root()).unwrap();
		symlink(outside.path(), buyer.root().join("sub dir")).unwrap();
		let error = buyer.buy(&version, &[&server.url]).await.unwrap_err();
		assert_eq!(error.code, Code::SYMLINK_REFUSED);
		assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
	}
}
