// SPDX-License-Identifier: Apache-2.0

//! Files that licenses are sold for: fetched by who has one, and checked.

use crate::util::{address, agora, refused};
use common::chain::Node;

pub fn a_license_lets_its_holder_download(node: &Node) {
	let dir = node.model();
	let location = format!("file://{}", dir.path().to_str().unwrap());
	let more = ["--location", location.as_str()];
	let published = node.publish(Some("//Bob"), dir.path(), "for-sale", &more).result().clone();
	let model = published["reference"].as_str().unwrap().to_owned();
	let artifact = model.split('@').next().unwrap();
	let target = tempfile::tempdir().unwrap();
	let to = |name: &str| target.path().join(name).to_str().unwrap().to_owned();

	// As long as nothing is sold, anybody may.
	let free = to("free");
	let fetched = node.agora(None, &["download", &model, &free]).result().clone();
	assert!(fetched["files"].as_array().is_some_and(|files| !files.is_empty()), "{fetched}");
	node.agora(None, &["verify", &model, &free]).result();

	agora(node, "//Bob", &["offer", "create", &model, "--price", "1"]);
	let fresh = to("bought");
	let download = ["download", model.as_str(), fresh.as_str()];
	refused(node, "//Eve", "not-licensed", &download);
	let nobody = node.agora(None, &download);
	assert_eq!((nobody.status, nobody.code().as_str()), (1, "not-licensed"), "{nobody:?}");
	assert!(!target.path().join("bought").exists(), "something was written all the same");

	agora(node, "//Eve", &["buy", artifact, "--yes"]);
	agora(node, "//Eve", &download);
	node.agora(None, &["verify", &model, &fresh]).result();
	// An address is enough, and the owner needs none.
	let (eves, bobs) = (to("eves"), to("bobs"));
	let account = address("//Eve");
	node.agora(None, &["download", &model, &eves, "--account", &account]).result();
	agora(node, "//Bob", &["download", &model, &bobs]);
}
