// SPDX-License-Identifier: Apache-2.0

//! The real binary against a real node: every call of the registry, and each bad input that belongs
//! to the chain with its exact code and unchanged state.

use common::{
	chain::{amount, run_tests, text, Node, ALICE, BOB, UNIT},
	run, Outcome,
};
use serde_json::json;
use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

common::tests![
	publishes_shows_lists_and_verifies,
	a_second_version_is_the_newest,
	says_which_file_differs,
	refuses_a_digest_that_is_published_and_names_its_owner,
	every_call_can_be_made,
	deposits_come_back_but_for_tombstones,
	a_reservation_is_found_and_revealed,
	first_publication_survives_a_copy,
	refuses_a_reservation_of_another_account,
	a_reservation_can_be_released,
	sources_make_a_lineage,
	refuses_a_source_that_does_not_exist,
	refuses_a_source_that_is_yanked,
	refuses_a_source_that_forbids_derivation,
	refuses_a_source_that_needs_a_license,
	refuses_a_source_that_asks_more_royalty_than_named,
	refuses_royalties_above_the_maximum,
	refuses_terms_and_relations_that_do_not_fit,
	refuses_who_is_not_the_owner,
	refuses_a_transfer_accepted_by_the_wrong_account,
	refuses_an_account_without_money_for_the_fee,
	refuses_an_account_without_money_for_the_deposit,
	refuses_another_chain,
	refuses_what_is_not_there,
	refuses_what_was_removed_or_retired,
	an_accepted_artifact_can_be_published_to,
	does_not_wait_when_told_so,
	sends_while_finality_stands,
	text_is_for_people,
	memory_stays_small_while_publishing,
];

fn main() -> ExitCode {
	run_tests(TESTS)
}

fn publishes_shows_lists_and_verifies(node: &Node) {
	let dir = node.model();
	fs::create_dir(dir.path().join("sub")).unwrap();
	fs::write(dir.path().join("sub/config.json"), "{}").unwrap();
	let card = dir.path().join("README.md");
	fs::write(&card, "# A model").unwrap();
	let free = node.balance(ALICE).0;
	let more = [
		"--license",
		"Apache-2.0 OR MIT",
		"--card",
		card.to_str().unwrap(),
		"--tag",
		"nlp",
		"--tag",
		"v1.0",
		"--royalty",
		"2.5%",
		"--uses",
		"train,commercial",
		"--derivation",
		"license-required",
		"--location",
		"https://example.org/model/",
	];
	let outcome = node.publish(Some("//Alice"), dir.path(), "complete", &more);
	let published = outcome.result();
	let reference = format!("{ALICE}/complete@1");
	assert_eq!(published["reference"], reference);
	assert_eq!(published["registered"], true);
	assert_eq!(published["receipt"]["finalized"], true);
	let manifest = fs::read(dir.path().join("agora.json")).unwrap();
	assert_eq!(published["digest"], format!("0x{}", blake3::hash(&manifest).to_hex()));
	// What it cost and what is held is exactly what is gone.
	let deposits = &published["deposits"];
	let held = amount(&deposits["version"]) + amount(&deposits["artifact"]);
	let fee = amount(&published["receipt"]["fee"]);
	assert!(fee > 0 && held > 0);
	assert_eq!(free - node.balance(ALICE).0, held + fee);

	let shown = node.agora(None, &["show", &reference]).result().clone();
	let version = &shown["version"];
	assert_eq!(shown["artifact"]["kind"], "model");
	assert_eq!(shown["artifact"]["tags"], json!(["nlp", "v1.0"]));
	assert_eq!(shown["artifact"]["owner"], ALICE);
	assert_eq!(version["digest"], published["digest"]);
	assert_eq!(version["files"], 3);
	assert_eq!(version["license"], "Apache-2.0 OR MIT");
	assert_eq!(version["card"], format!("0x{}", blake3::hash(b"# A model").to_hex()));
	assert_eq!(version["locations"], json!(["https://example.org/model/"]));
	assert_eq!(version["status"], "live");
	assert_eq!(
		version["terms"],
		json!({
			"derivation": "license-required",
			"uses": {"train": true, "evaluate": false, "commercial": true},
			"royalty": "2.5",
		})
	);
	assert_eq!(version["deposit"], deposits["version"]);

	let listed = node.agora(None, &["list", "--publisher", ALICE, "--tag", "v1.0"]);
	// `show` also tells what is sold: nothing so far.
	let mut artifact = shown["artifact"].clone();
	let fields = artifact.as_object_mut().unwrap();
	assert_eq!(
		(fields.remove("offers"), fields.remove("sales")),
		(Some(json!([])), Some(json!(null)))
	);
	assert_eq!(listed.result()["artifacts"], json!([artifact]));
	let listed = node.agora(None, &["list", "--kind", "dataset", "--tag", "v1.0"]);
	assert_eq!(listed.result()["artifacts"], json!([]));

	let path = dir.path().to_str().unwrap();
	let verified = node.agora(None, &["verify", &reference, path]).result().clone();
	assert_eq!(verified["verified"], true);
	// Without its manifest as well, which can be made again.
	fs::remove_file(dir.path().join("agora.json")).unwrap();
	node.agora(Some("//Alice"), &["verify", "me/complete", path]).result();
}

fn a_second_version_is_the_newest(node: &Node) {
	node.published("versions", &[]);
	let second = node.published("versions", &["--tag", "new"]);
	assert_eq!(second["registered"], false);
	assert_eq!(second["number"], 2);
	let reference = format!("{ALICE}/versions");
	let show = |what: &str| node.agora(None, &["show", what]).result().clone();
	assert_eq!(show(&reference)["version"]["number"], 2);
	assert_eq!(show(&reference)["artifact"]["tags"], json!(["new"]));
	assert_eq!(show(&format!("{reference}@1"))["version"]["number"], 1);
	// The newest that can be cited.
	node.alice(&["yank", &format!("{reference}@2"), "--reason", "wrong weights"]);
	assert_eq!(show(&reference)["version"]["number"], 1);
	let versions = node.agora(None, &["versions", &reference]).result().clone();
	let versions = versions["versions"].as_array().unwrap();
	assert_eq!(versions.len(), 2);
	assert_eq!(versions[1]["status"], "yanked");
	assert_eq!(versions[1]["reason"], "wrong weights");
	let first = node.agora(None, &["versions", &reference, "--limit", "1"]).result().clone();
	assert_eq!(first["versions"].as_array().unwrap().len(), 1);
	assert_eq!(first["next"], 2);
}

fn says_which_file_differs(node: &Node) {
	let dir = node.model();
	for name in ["gone", "kept"] {
		fs::write(dir.path().join(name), name).unwrap();
	}
	node.publish(Some("//Alice"), dir.path(), "tampered", &[]).result();
	let reference = format!("{ALICE}/tampered@1");
	let path = dir.path().to_str().unwrap();
	let verify = || node.agora(None, &["verify", &reference, path]);
	verify().result();

	fs::write(dir.path().join("model.bin"), "w3ights").unwrap();
	fs::remove_file(dir.path().join("gone")).unwrap();
	fs::write(dir.path().join("new"), "new").unwrap();
	let outcome = verify();
	assert_eq!((outcome.status, outcome.code().as_str()), (1, "verification-failed"));
	for part in ["different: model.bin", "missing: gone", "extra: new"] {
		assert!(outcome.message().contains(part), "{outcome:?}");
	}
	assert!(!outcome.message().contains("kept"), "{outcome:?}");

	// A manifest that was tampered with too is no help, and no harm.
	agora_hash(path);
	let outcome = verify();
	assert_eq!(outcome.code(), "verification-failed");
	assert!(outcome.message().contains("their digest is"), "{outcome:?}");
	assert_eq!(
		node.agora(None, &["verify", &reference, "/no/such"]).code(),
		"path-not-a-directory"
	);
}

fn agora_hash(path: &str) {
	assert_eq!(common::agora(&["hash", path, "--write"]).status, 0);
}

fn refuses_a_digest_that_is_published_and_names_its_owner(node: &Node) {
	let dir = node.model();
	node.publish(Some("//Alice"), dir.path(), "first", &[]).result();
	// Another's copy, under another name and without the manifest.
	fs::remove_file(dir.path().join("agora.json")).unwrap();
	let before = common::snapshot(dir.path());
	let outcome =
		node.refused("already-published", || node.publish(Some("//Bob"), dir.path(), "copy", &[]));
	assert!(outcome.message().contains(&format!("{ALICE}/first@1")), "{outcome:?}");
	assert!(outcome.message().contains(&format!("belongs to {ALICE}")), "{outcome:?}");
	assert_eq!(common::snapshot(dir.path()), before, "nothing was written");
	node.refused("already-published", || {
		node.agora(Some("//Bob"), &["reserve", dir.path().to_str().unwrap()])
	});
}

fn every_call_can_be_made(node: &Node) {
	let dir = node.model();
	let path = dir.path().to_str().unwrap();
	let show = |what: &str| node.agora(None, &["show", what]).result().clone();
	let artifact = format!("{ALICE}/calls");
	let version = format!("{artifact}@1");
	// reserve, register, publish
	node.alice(&["reserve", path]);
	node.publish(Some("//Alice"), dir.path(), "calls", &[]).result();
	// yank, unyank
	node.alice(&["yank", &version, "--reason", "trying"]);
	assert_eq!(show(&version)["version"]["status"], "yanked");
	node.alice(&["unyank", &version]);
	assert_eq!(show(&version)["version"]["status"], "live");
	// update_card, and away with it
	let card = dir.path().join("model.bin");
	node.alice(&["update-card", &version, "--card", card.to_str().unwrap()]);
	assert!(show(&version)["version"]["card"].is_string());
	node.alice(&["update-card", &version, "--none"]);
	assert!(show(&version)["version"]["card"].is_null());
	// update_locations, update_tags
	node.alice(&["update-locations", &version, "--location", "ipfs:abc"]);
	assert_eq!(show(&version)["version"]["locations"], json!(["ipfs:abc"]));
	node.alice(&["update-tags", &artifact, "--tag", "a", "--tag", "b"]);
	assert_eq!(show(&artifact)["artifact"]["tags"], json!(["a", "b"]));
	// transfer_ownership, cancel_transfer by either side, accept_ownership
	for canceller in ["//Alice", "//Bob"] {
		node.alice(&["transfer", &artifact, BOB]);
		assert_eq!(show(&artifact)["artifact"]["pendingOwner"], BOB);
		node.agora(Some(canceller), &["cancel-transfer", &artifact]).result();
		assert!(show(&artifact)["artifact"]["pendingOwner"].is_null());
	}
	node.alice(&["transfer", &artifact, BOB]);
	let held = node.balance(ALICE).1;
	let accepted = node.agora(Some("//Bob"), &["accept", &artifact]).result().clone();
	assert_eq!(show(&artifact)["artifact"]["owner"], BOB);
	assert!(amount(&accepted["deposit"]) > 0);
	let moved = |reason: &str| held[reason] - node.balance(ALICE).1.get(reason).unwrap_or(&0);
	let moved = moved("Registry.Artifact") + moved("Registry.Version");
	assert_eq!(moved, amount(&accepted["deposit"]));
	// retire, remove_version, remove_artifact
	node.agora(Some("//Bob"), &["retire", &artifact]).result();
	assert_eq!(show(&artifact)["artifact"]["status"], "retired");
	node.agora(Some("//Bob"), &["remove", &version]).result();
	assert_eq!(node.agora(None, &["show", &version]).code(), "version-not-found");
	assert!(show(&artifact)["version"].is_null());
	node.agora(Some("//Bob"), &["remove", &artifact]).result();
	assert_eq!(node.agora(None, &["show", &artifact]).code(), "artifact-not-found");
	// release_reservation
	let other = node.model();
	let reserved = node.alice(&["reserve", other.path().to_str().unwrap()]);
	node.alice(&["release", text(&reserved["commitment"])]);
}

fn deposits_come_back_but_for_tombstones(node: &Node) {
	let (key, address) = node.funded(100 * UNIT);
	let dir = node.model();
	let signer = Some(key.as_str());
	let mut fees = 0;
	let mut pay = |outcome: Outcome| {
		let result = outcome.result().clone();
		fees += amount(&result["receipt"]["fee"]);
		result
	};
	pay(node.agora(signer, &["reserve", dir.path().to_str().unwrap()]));
	let more = ["--tag", "x", "--location", "ipfs:abc"];
	pay(node.publish(signer, dir.path(), "deposits", &more));
	pay(node.agora(signer, &["yank", "me/deposits@1", "--reason", "trying"]));
	pay(node.agora(signer, &["update-tags", "me/deposits"]));
	let mut tombstones = 0;
	for reference in ["me/deposits@1", "me/deposits"] {
		let removed = pay(node.agora(signer, &["remove", reference, "--yes"]));
		tombstones += amount(&removed["tombstone"]);
		assert!(amount(&removed["released"]) > 0);
	}
	let (free, holds) = node.balance(&address);
	assert_eq!(holds, BTreeMap::from([("Registry.Tombstone".to_owned(), tombstones)]));
	assert_eq!(free, 100 * UNIT - fees - tombstones, "to the last unit");
	// Neither the bytes nor the name can be taken over.
	assert_eq!(
		node.publish(Some("//Bob"), dir.path(), "again", &[]).code(),
		"registry-digest-removed"
	);
	let other = node.model();
	assert_eq!(
		node.publish(signer, other.path(), "deposits", &[]).code(),
		"registry-artifact-removed"
	);
}

fn saved_reservations(node: &Node) -> usize {
	fs::read_dir(node.node.data.path().join("agora/reservations")).map_or(0, Iterator::count)
}

fn a_reservation_is_found_and_revealed(node: &Node) {
	let dir = node.model();
	let held = node.balance(ALICE).1;
	let reserved = node.alice(&["reserve", dir.path().to_str().unwrap()]);
	assert!(!dir.path().join("agora.json").exists(), "nothing is shown");
	let file = Path::new(text(&reserved["file"]));
	assert!(file.is_file());
	let deposit = node.balance(ALICE).1["Registry.Reservation"];
	assert_eq!(
		deposit - held.get("Registry.Reservation").unwrap_or(&0),
		amount(&reserved["deposit"])
	);
	let published = node.publish(Some("//Alice"), dir.path(), "reserved", &[]).result().clone();
	assert_eq!(published["reservationRevealed"], true);
	assert!(!file.exists(), "the salt is used up");
	let shown = node.agora(None, &["show", text(&published["reference"])]).result().clone();
	let version = &shown["version"];
	assert!(version["priority"].as_u64() < version["publishedAt"].as_u64());
}

fn first_publication_survives_a_copy(node: &Node) {
	let dir = node.model();
	let reserved = node.alice(&["reserve", dir.path().to_str().unwrap()]);
	// Bob saw the publication in the pool and got his copy in first.
	let copy = node.publish(Some("//Bob"), dir.path(), "copied", &[]).result().clone();
	let salt = text(&reserved["salt"]);
	let ours = ["--reservation", salt];
	let ours = node.publish(Some("//Alice"), dir.path(), "original", &ours).result().clone();
	let shown = node.agora(None, &["show", text(&copy["reference"])]).result().clone();
	assert_eq!(shown["version"]["status"], "superseded");
	assert_eq!(shown["version"]["by"], ours["sequence"]);
	let shown = node.agora(None, &["show", text(&ours["reference"])]).result().clone();
	assert_eq!(shown["version"]["status"], "live");
	// A superseded version cannot be cited.
	let derived = node.model();
	let source = format!("{}:fine-tune", text(&copy["reference"]));
	node.refused("registry-source-superseded", || {
		node.publish(Some("//Alice"), derived.path(), "of-copy", &["--source", &source])
	});
}

fn refuses_a_reservation_of_another_account(node: &Node) {
	let dir = node.model();
	let reserved = node.alice(&["reserve", dir.path().to_str().unwrap()]);
	let salt = text(&reserved["salt"]);
	node.refused("reservation-not-found", || {
		node.publish(Some("//Bob"), dir.path(), "stolen", &["--reservation", salt])
	});
	assert!(!dir.path().join("agora.json").exists());
	// Nor can somebody else release it.
	let commitment = text(&reserved["commitment"]);
	node.refused("registry-reservation-not-expired", || {
		node.agora(Some("//Bob"), &["release", commitment, "--account", ALICE])
	});
	// A wrong salt is refused before it costs a fee.
	let free = node.balance(ALICE).0;
	let wrong = format!("0x{}", "00".repeat(32));
	node.refused("reservation-not-found", || {
		node.publish(Some("//Alice"), dir.path(), "mine", &["--reservation", &wrong])
	});
	assert_eq!(node.balance(ALICE).0, free);
	node.publish(Some("//Alice"), dir.path(), "mine", &["--reservation", salt]).result();
}

fn a_reservation_can_be_released(node: &Node) {
	let dir = node.model();
	let before = node.balance(ALICE).1;
	let reserved = node.alice(&["reserve", dir.path().to_str().unwrap()]);
	let saved = saved_reservations(node);
	let released = node.alice(&["release", text(&reserved["commitment"])]);
	assert_eq!(released["released"], reserved["deposit"]);
	assert_eq!(node.balance(ALICE).1, before);
	assert_eq!(saved_reservations(node), saved - 1);
	node.refused("reservation-not-found", || {
		node.agora(Some("//Alice"), &["release", text(&reserved["commitment"])])
	});
}

fn sources_make_a_lineage(node: &Node) {
	let data = node.published("lin-data", &["--kind", "dataset", "--uses", "train"]);
	let base = node.published(
		"lin-base",
		&["--royalty", "2.5", "--source", &format!("{}:trained-on", text(&data["reference"]))],
	);
	// What is allowed is what the sources allow, unless less is said.
	let uses = json!({"train": true, "evaluate": false, "commercial": false});
	assert_eq!(base["terms"]["uses"], uses);
	let tuned = node.published("lin-tuned", &["--source", "me/lin-base:fine-tune:3%"]);
	assert_eq!(tuned["sources"][0]["maxRoyalty"], "3");
	let shown = node.agora(None, &["show", text(&tuned["reference"])]).result().clone();
	assert_eq!(shown["version"]["sources"][0]["royalty"], "2.5");
	assert_eq!(shown["version"]["sources"][0]["reference"], base["reference"]);

	let lineage = node.agora(None, &["lineage", text(&base["reference"])]).result().clone();
	let edges = |way: &str| lineage[way]["edges"].clone();
	assert_eq!(edges("ancestors")[0]["sourceReference"], data["reference"]);
	assert_eq!(edges("ancestors")[0]["relation"], "trained-on");
	assert_eq!(edges("descendants")[0]["derivedReference"], tuned["reference"]);
	assert_eq!(lineage["ancestors"]["complete"], true);
	let drawn = run(&mut node.command(None, &["lineage", text(&tuned["reference"])]));
	assert!(
		drawn.stdout.contains(&format!(
			"made from\n└─ fine-tune, 2.5 %: {}\n   └─ trained-on: {}\n",
			text(&base["reference"]),
			text(&data["reference"])
		)),
		"{drawn:?}"
	);
	// What others were made from cannot be removed.
	node.refused("registry-has-descendants", || {
		node.agora(Some("//Alice"), &["remove", text(&data["reference"])])
	});
	node.refused("registry-has-versions", || {
		node.agora(Some("//Alice"), &["remove", "me/lin-data"])
	});
}

/// Publish something made from a source, and see it refused.
fn refused_source(node: &Node, code: &str, source: &str, more: &[&str]) {
	let dir = node.model();
	let arguments = [&["--source", source], more].concat();
	node.refused(code, || node.publish(Some("//Bob"), dir.path(), "derived", &arguments));
}

fn refuses_a_source_that_does_not_exist(node: &Node) {
	refused_source(node, "artifact-not-found", &format!("{ALICE}/nothing@1:merge"), &[]);
	node.published("one-version", &[]);
	refused_source(node, "version-not-found", &format!("{ALICE}/one-version@2:merge"), &[]);
	let source = format!("{ALICE}/one-version@1:merge");
	refused_source(node, "bad-source", &source, &["--source", &source]);
}

fn refuses_a_source_that_is_yanked(node: &Node) {
	let source = node.published("yanked", &[]);
	let reference = text(&source["reference"]);
	node.alice(&["yank", reference]);
	refused_source(node, "registry-source-yanked", &format!("{reference}:merge"), &[]);
}

fn refuses_a_source_that_forbids_derivation(node: &Node) {
	let source = node.published("forbidden", &["--derivation", "forbidden"]);
	let source = format!("{}:merge", text(&source["reference"]));
	refused_source(node, "registry-derivation-forbidden", &source, &[]);
}

fn refuses_a_source_that_needs_a_license(node: &Node) {
	let source = node.published("licensed", &["--derivation", "license-required"]);
	let source = format!("{}:merge", text(&source["reference"]));
	refused_source(node, "registry-license-required", &source, &[]);
	// The owner needs none for what is theirs.
	node.published("licensed-derived", &["--source", &source]);
}

fn refuses_a_source_that_asks_more_royalty_than_named(node: &Node) {
	let source = node.published("royal", &["--royalty", "10"]);
	let reference = text(&source["reference"]);
	let named = format!("{reference}:merge:9.9999");
	let free = node.balance(BOB).0;
	refused_source(node, "registry-royalty-above-limit", &named, &[]);
	assert_eq!(node.balance(BOB).0, free, "not even a fee");
}

fn refuses_royalties_above_the_maximum(node: &Node) {
	let dir = node.model();
	node.refused("registry-royalty-too-high", || {
		node.publish(Some("//Bob"), dir.path(), "greedy", &["--royalty", "50.0001"])
	});
	let first = node.published("half", &["--royalty", "50"]);
	let second = node.published("more", &["--royalty", "0.0001"]);
	let first = format!("{}:merge", text(&first["reference"]));
	let second = format!("{}:merge", text(&second["reference"]));
	refused_source(node, "registry-royalties-too-high", &first, &["--source", &second]);
}

fn refuses_terms_and_relations_that_do_not_fit(node: &Node) {
	let model = node.published("no-training", &["--uses", "evaluate"]);
	let reference = text(&model["reference"]);
	let tuned = format!("{reference}:fine-tune");
	refused_source(node, "registry-use-forbidden", &tuned, &[]);
	let merged = format!("{reference}:merge");
	refused_source(node, "registry-terms-exceed-source", &merged, &["--uses", "commercial"]);
	let subset = format!("{reference}:subset");
	refused_source(node, "registry-relation-mismatch", &subset, &[]);
}

fn refuses_who_is_not_the_owner(node: &Node) {
	let published = node.published("owned", &[]);
	let version = text(&published["reference"]);
	let artifact = format!("{ALICE}/owned");
	let free = node.balance(BOB).0;
	for arguments in [
		&["yank", version][..],
		&["unyank", version],
		&["update-card", version, "--none"],
		&["update-locations", version],
		&["update-tags", &artifact],
		&["transfer", &artifact, BOB],
		&["retire", &artifact],
		&["remove", version],
		&["remove", &artifact],
	] {
		node.refused("not-owner", || node.agora(Some("//Bob"), arguments));
	}
	let dir = node.model();
	node.refused("not-owner", || node.publish(Some("//Bob"), dir.path(), &artifact, &[]));
	assert_eq!(node.balance(BOB).0, free, "not even a fee");
	// And who is may not call a version by no number, or the kind by another name.
	node.refused("version-needed", || node.agora(Some("//Alice"), &["yank", &artifact]));
	node.refused("kind-differs", || {
		node.publish(Some("//Alice"), dir.path(), "owned", &["--kind", "dataset"])
	});
	node.refused("registry-not-yanked", || node.agora(Some("//Alice"), &["unyank", version]));
}

fn refuses_a_transfer_accepted_by_the_wrong_account(node: &Node) {
	node.published("offered", &[]);
	let artifact = format!("{ALICE}/offered");
	node.refused("registry-no-transfer-proposed", || {
		node.agora(Some("//Bob"), &["accept", &artifact])
	});
	node.alice(&["transfer", &artifact, BOB]);
	let outcome = node.refused("registry-not-proposed-owner", || {
		node.agora(Some("//Charlie"), &["accept", &artifact])
	});
	// In the words of the metadata.
	assert!(outcome.message().contains("The artifact was offered to another account."));
}

fn refuses_an_account_without_money_for_the_fee(node: &Node) {
	let (key, _) = node.funded(0);
	let dir = node.model();
	node.refused("insufficient-balance", || node.publish(Some(&key), dir.path(), "poor", &[]));
}

fn refuses_an_account_without_money_for_the_deposit(node: &Node) {
	// Enough for the fee and to live, and not for the deposit.
	let (key, address) = node.funded(UNIT / 5);
	let dir = node.model();
	let outcome =
		node.refused("insufficient-balance", || node.publish(Some(&key), dir.path(), "poor", &[]));
	assert!(outcome.message().contains("deposit"), "{outcome:?}");
	let (free, holds) = node.balance(&address);
	assert!(free < UNIT / 5 && holds.is_empty(), "only the fee was paid");
	assert_eq!(
		node.agora(None, &["show", &format!("{address}/poor")]).code(),
		"artifact-not-found"
	);
}

fn refuses_another_chain(node: &Node) {
	let dir = node.model();
	let other = format!("0x{}", "00".repeat(32));
	let outcome = node.refused("wrong-chain", || {
		node.publish(Some("//Alice"), dir.path(), "elsewhere", &["--genesis", &other])
	});
	// It says which chain it is, and with that it works.
	let message = outcome.message().to_owned();
	let found = message.split("serves the chain ").nth(1).unwrap().split(',').next().unwrap();
	node.publish(Some("//Alice"), dir.path(), "here", &["--genesis", found]).result();
}

fn refuses_what_is_not_there(node: &Node) {
	let nothing = format!("{ALICE}/no-such-model");
	for command in ["show", "versions", "lineage"] {
		assert_eq!(node.agora(None, &[command, &nothing]).code(), "artifact-not-found");
	}
	node.published("there", &[]);
	let version = format!("{ALICE}/there@7");
	assert_eq!(node.agora(None, &["show", &version]).code(), "version-not-found");
	assert_eq!(node.agora(None, &["show", "me/there"]).code(), "signer-missing");
}

fn refuses_what_was_removed_or_retired(node: &Node) {
	let dir = node.model();
	node.publish(Some("//Alice"), dir.path(), "retired", &[]).result();
	node.alice(&["retire", "me/retired"]);
	let other = node.model();
	node.refused("registry-artifact-retired", || {
		node.publish(Some("//Alice"), other.path(), "retired", &[])
	});
	node.refused("registry-already-retired", || {
		node.agora(Some("//Alice"), &["retire", "me/retired"])
	});
	refused_source(node, "registry-source-retired", &format!("{ALICE}/retired@1:merge"), &[]);
	node.alice(&["remove", "me/retired@1"]);
	node.refused("registry-digest-removed", || {
		node.publish(Some("//Bob"), dir.path(), "back", &[])
	});
}

fn an_accepted_artifact_can_be_published_to(node: &Node) {
	node.published("sold", &[]);
	let artifact = format!("{ALICE}/sold");
	node.alice(&["transfer", &artifact, BOB]);
	node.agora(Some("//Bob"), &["accept", &artifact]).result();
	let dir = node.model();
	let published = node.publish(Some("//Bob"), dir.path(), &artifact, &[]).result().clone();
	assert_eq!(published["reference"], format!("{artifact}@2"));
	node.refused("not-owner", || {
		let dir = node.model();
		node.publish(Some("//Alice"), dir.path(), "sold", &[])
	});
}

fn does_not_wait_when_told_so(node: &Node) {
	let dir = node.model();
	let outcome = node.publish(Some("//Alice"), dir.path(), "hasty", &["--wait", "none"]);
	let published = outcome.result();
	assert!(published["receipt"]["transaction"].is_string());
	assert!(published["receipt"]["block"].is_null());
	assert!(published["number"].is_null());
	let best = node.published("best", &["--wait", "best"]);
	assert!(best["receipt"]["block"].is_string());
	assert_eq!(best["number"], 1);
}

/// A transaction lives for 64 blocks, and is not born in the last final one where that is long ago.
fn sends_while_finality_stands(node: &Node) {
	node.published("meanwhile", &[]);
	node.unfinal_blocks(80);
	let outcome = node.agora(Some("//Alice"), &["retire", "me/meanwhile", "--wait", "best"]);
	assert_eq!(outcome.status, 0, "{outcome:?}");
	// The next block is final at once, and with it all before it.
	node.published("afterwards", &[]);
}

fn text_is_for_people(node: &Node) {
	let dir = node.model();
	fs::write(dir.path().join("old.pkl"), "x").unwrap();
	let path = dir.path().to_str().unwrap();
	let arguments = ["publish", path, "--name", "text", "--kind", "model", "--license", "MIT"];
	let outcome = run(&mut node.command(Some("//Alice"), &arguments));
	assert_eq!(outcome.status, 0, "{outcome:?}");
	for part in ["published    5Grw", "digest       0x", "fee          0.", " AGO", "held         "]
	{
		assert!(outcome.stdout.contains(part), "{part}: {outcome:?}");
	}
	assert!(outcome.stderr.contains("warning: old.pkl: UNSAFE"), "{outcome:?}");
	let again = run(&mut node.command(Some("//Alice"), &arguments));
	assert_eq!((again.status, again.stdout.as_str()), (1, ""));
	assert!(again.stderr.contains("(already-published)"), "{again:?}");
}

fn memory_stays_small_while_publishing(node: &Node) {
	let dir = node.model();
	let large = fs::File::create(dir.path().join("large")).unwrap();
	large.set_len(90 << 20).unwrap();
	let path = dir.path().to_str().unwrap();
	let arguments = ["publish", path, "--name", "large", "--kind", "model", "--license", "MIT"];
	let mut command = node.command(None, &arguments);
	command.args(["--signer", "//Alice"]);
	let (outcome, peak) = common::run_measured(&mut command);
	assert_eq!(outcome.status, 0, "{}", outcome.stderr);
	assert!(peak <= 64 << 10, "{peak} KiB at its peak");
}
