// SPDX-License-Identifier: Apache-2.0

//! The commands, one file each.

mod accept;
mod account;
mod attest;
mod attestations;
mod buy;
mod cancel_transfer;
mod cap;
mod card_sources;
mod codes;
mod collect;
mod dataset;
mod distribute;
mod download;
mod earnings;
mod export;
mod hash;
mod key;
mod license;
mod lineage;
mod list;
mod offer;
mod payouts;
mod publish;
mod purchase;
mod referenda;
mod refund;
mod release;
mod remove;
mod renew;
mod reserve;
mod retire;
mod revoke;
mod rewards;
pub mod serve;
mod settle;
mod show;
mod simulate;
mod split;
mod stake;
mod table;
mod target;
mod transfer;
mod unyank;
mod update_card;
mod update_locations;
mod update_tags;
mod vault;
mod verify;
mod verify_oms;
mod versions;
mod vote;
mod waive;
mod withdraw;
mod yank;

use crate::{
	chain::{
		types::{ArtifactView, Hash, VersionView},
		Applied, Chain,
	},
	cli::Globals,
	error::{Code, Error, Result},
	keys,
	manifest::Manifest,
	output::{self, Output},
	reference::{Publisher, Reference},
	walk,
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::{
	fmt,
	fs::File,
	io::{self, Read},
	path::Path,
};
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// What can be done. The help of each command is the documentation of its options.
#[derive(Subcommand)]
pub enum Command {
	Publish(Box<publish::Options>),
	Verify(verify::Options),
	Download(download::Options),
	Show(show::Options),
	List(list::Options),
	Versions(versions::Options),
	Lineage(lineage::Options),
	Attest(attest::Options),
	Revoke(revoke::Options),
	Attestations(attestations::Options),
	#[command(subcommand)]
	Dataset(dataset::Options),
	#[command(subcommand)]
	Offer(offer::Options),
	Buy(buy::Options),
	Renew(renew::Options),
	Refund(refund::Options),
	Waive(waive::Options),
	Settle(settle::Options),
	#[command(subcommand)]
	License(license::Options),
	Earnings(earnings::Options),
	Withdraw(withdraw::Options),
	Vault(vault::Options),
	Distribute(distribute::Options),
	Simulate(simulate::Options),
	Collect(collect::Options),
	#[command(subcommand)]
	Split(split::Options),
	#[command(subcommand)]
	Cap(cap::Options),
	#[command(subcommand)]
	Rewards(rewards::Options),
	#[command(subcommand)]
	Stake(stake::Options),
	Referenda(referenda::Options),
	Vote(vote::Options),
	Reserve(reserve::Options),
	Release(release::Options),
	Yank(yank::Options),
	Unyank(unyank::Options),
	UpdateCard(update_card::Options),
	UpdateLocations(update_locations::Options),
	UpdateTags(update_tags::Options),
	Transfer(transfer::Options),
	Accept(accept::Options),
	CancelTransfer(cancel_transfer::Options),
	Retire(retire::Options),
	Remove(remove::Options),
	Serve(serve::Options),
	Hash(hash::Options),
	#[command(subcommand)]
	Export(export::Options),
	#[command(subcommand)]
	Key(key::Options),
	Account(account::Options),
	Codes(codes::Options),
}

/// Run a command.
pub async fn run(command: Command, mut context: Context<'_>) -> Result<()> {
	let context = &mut context;
	match command {
		Command::Publish(options) => publish::run(*options, context).await,
		Command::Verify(options) => verify::run(options, context).await,
		Command::Download(options) => download::run(options, context).await,
		Command::Show(options) => show::run(options, context).await,
		Command::List(options) => list::run(options, context).await,
		Command::Versions(options) => versions::run(options, context).await,
		Command::Lineage(options) => lineage::run(options, context).await,
		Command::Attest(options) => attest::run(options, context).await,
		Command::Revoke(options) => revoke::run(options, context).await,
		Command::Attestations(options) => attestations::run(options, context).await,
		Command::Dataset(options) => dataset::run(options, context).await,
		Command::Offer(options) => offer::run(options, context).await,
		Command::Buy(options) => buy::run(options, context).await,
		Command::Renew(options) => renew::run(options, context).await,
		Command::Refund(options) => refund::run(options, context).await,
		Command::Waive(options) => waive::run(options, context).await,
		Command::Settle(options) => settle::run(options, context).await,
		Command::License(options) => license::run(options, context).await,
		Command::Earnings(options) => earnings::run(options, context).await,
		Command::Withdraw(options) => withdraw::run(options, context).await,
		Command::Vault(options) => vault::run(options, context).await,
		Command::Distribute(options) => distribute::run(options, context).await,
		Command::Simulate(options) => simulate::run(options, context).await,
		Command::Collect(options) => collect::run(options, context).await,
		Command::Split(options) => split::run(options, context).await,
		Command::Cap(options) => cap::run(options, context).await,
		Command::Rewards(options) => rewards::run(options, context).await,
		Command::Stake(options) => stake::run(options, context).await,
		Command::Referenda(options) => referenda::run(options, context).await,
		Command::Vote(options) => vote::run(options, context).await,
		Command::Reserve(options) => reserve::run(options, context).await,
		Command::Release(options) => release::run(options, context).await,
		Command::Yank(options) => yank::run(options, context).await,
		Command::Unyank(options) => unyank::run(options, context).await,
		Command::UpdateCard(options) => update_card::run(options, context).await,
		Command::UpdateLocations(options) => update_locations::run(options, context).await,
		Command::UpdateTags(options) => update_tags::run(options, context).await,
		Command::Transfer(options) => transfer::run(options, context).await,
		Command::Accept(options) => accept::run(options, context).await,
		Command::CancelTransfer(options) => cancel_transfer::run(options, context).await,
		Command::Retire(options) => retire::run(options, context).await,
		Command::Remove(options) => remove::run(options, context).await,
		Command::Serve(options) => serve::run(options, context).await,
		Command::Hash(options) => hash::run(options, context).await,
		Command::Export(options) => export::run(options, context).await,
		Command::Key(options) => key::run(options, context),
		Command::Account(options) => account::run(options, context).await,
		Command::Codes(options) => codes::run(options, context),
	}
}

/// What every command is given.
pub struct Context<'a> {
	/// The options that every command takes.
	pub globals: &'a Globals,
	/// Where to print.
	pub output: &'a mut dyn Output,
}

impl Context<'_> {
	/// The key that signs.
	///
	/// Errors: `signer-missing`, and those of [`keys::load`].
	pub fn signer(&mut self) -> Result<Keypair> {
		let signer = self.globals.signer.as_deref().ok_or_else(|| {
			Error::new(
				Code::SIGNER_MISSING,
				"this command signs a transaction. Give --signer FILE, or set AGORA_SIGNER; \
				 `agora key new --out FILE` makes a key.",
			)
		})?;
		keys::load(signer, self.output)
	}

	/// The account that signs, if a signer was given.
	pub fn me(&mut self) -> Result<Option<AccountId32>> {
		if self.globals.signer.is_none() {
			return Ok(None);
		}
		self.signer().map(|signer| Some(keys::account(&signer)))
	}

	/// The account that is asked about: the one given, or the signer's.
	///
	/// Errors: `signer-missing`, and those of [`keys::load`].
	pub fn account(&mut self, given: Option<&Publisher>) -> Result<AccountId32> {
		match given {
			Some(Publisher::Account(account)) => Ok(*account),
			Some(Publisher::Me) | None => self.me().and_then(somebody),
		}
	}

	/// A connection to the node.
	pub async fn connect(&self) -> Result<Chain> {
		Chain::connect(&self.globals.node, self.globals.genesis).await
	}

	/// Sign, send and wait.
	pub async fn submit(
		&mut self,
		chain: &Chain,
		call: &crate::chain::calls::Call,
		signer: &Keypair,
	) -> Result<Applied> {
		chain.submit(call, signer, self.globals.wait, self.output).await
	}

	/// Print a result.
	pub fn print(&mut self, done: &Done) -> Result<()> {
		output::print(self.output, done)
	}

	/// The manifest of the files under a path, hashed with a bar that shows how far.
	pub async fn hash(&self, root: &Path) -> Result<Manifest> {
		let files = walk::walk(root)?;
		self.hash_files(root, files).await
	}

	/// The BLAKE3 hash of one file, with a bar that shows how far.
	pub async fn hash_file(&self, path: &Path) -> Result<Hash> {
		let metadata = path.metadata().map_err(|error| Error::unreadable(path, &error))?;
		let name = path.to_str().ok_or_else(|| {
			let path = crate::error::Shown(path);
			Error::new(Code::NAME_NOT_UTF8, format!("{path} has a name that is not UTF-8."))
		})?;
		let file = walk::File { name: name.to_owned(), stamp: walk::Stamp::of(&metadata) };
		let bar = self.output.bytes_bar(file.stamp.size());
		let hashed = tokio::task::spawn_blocking(move || {
			let progress = |bytes| bar.inc(bytes);
			let algorithm = crate::hash::Algorithms::Blake3;
			let digests = crate::hash::hash(Path::new(""), &[file], algorithm, &progress);
			bar.finish_and_clear();
			digests
		});
		let digests = hashed.await.map_err(|error| stopped(&error))??;
		let digest = digests.first().map(|digests| Hash(digests.blake3));
		digest.ok_or_else(|| stopped(&"there is no digest"))
	}

	/// The manifest of files that were found under a path.
	pub async fn hash_files(&self, root: &Path, files: Vec<walk::File>) -> Result<Manifest> {
		let total = files.iter().map(|file| file.stamp.size()).fold(0, u64::saturating_add);
		let bar = self.output.bytes_bar(total);
		let root = root.to_owned();
		// On a thread of its own, so that the connection to the node stays alive meanwhile.
		let hashed = tokio::task::spawn_blocking(move || {
			let progress = |bytes| bar.inc(bytes);
			let digests =
				crate::hash::hash(&root, &files, crate::hash::Algorithms::Both, &progress);
			bar.finish_and_clear();
			digests.map(|digests| Manifest::new(files, &digests))
		});
		hashed.await.map_err(|error| stopped(&error))?
	}
}

fn stopped(why: &dyn fmt::Display) -> Error {
	Error::new(Code::INTERNAL, format!("hashing stopped unexpectedly: {why}"))
}

/// A command's result, for a person and for a program.
pub struct Done {
	text: String,
	value: Value,
}

impl Done {
	/// A result without a transaction.
	pub fn new(text: impl Into<String>, value: Value) -> Self {
		Self { text: text.into(), value }
	}

	/// A result that a transaction brought about, whose receipt ends it.
	pub fn applied(
		text: impl Into<String>,
		mut value: Value,
		applied: &Applied,
		chain: &Chain,
	) -> Self {
		let mut text: String = text.into();
		if !text.ends_with('\n') {
			text.push('\n');
		}
		text.push_str(&applied.receipt.lines(chain));
		if let Some(fields) = value.as_object_mut() {
			fields.insert("receipt".into(), json!(applied.receipt));
		}
		Self { text, value }
	}
}

impl fmt::Display for Done {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text)
	}
}

impl serde::Serialize for Done {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		self.value.serialize(serializer)
	}
}

/// The signer's account, which must be known.
///
/// Errors: `signer-missing`.
fn somebody(me: Option<AccountId32>) -> Result<AccountId32> {
	me.ok_or_else(|| {
		Error::new(
			Code::SIGNER_MISSING,
			"whose account? Give its address, or --signer for your own.",
		)
	})
}

/// The account that a signed command is about: the one given, or the signer's.
fn whose(given: Option<&Publisher>, me: AccountId32) -> AccountId32 {
	match given {
		Some(Publisher::Account(account)) => *account,
		Some(Publisher::Me) | None => me,
	}
}

/// The version that must be named by its number, as what happens to it matters.
///
/// Errors: `version-needed`, `artifact-not-found`, `version-not-found`, `signer-missing`.
async fn numbered(
	chain: &Chain,
	reference: &Reference,
	me: &AccountId32,
) -> Result<(ArtifactView, VersionView)> {
	if reference.number.is_none() {
		return Err(Error::new(
			Code::VERSION_NEEDED,
			format!("say which version: {reference}@<number>. `agora versions` lists them."),
		));
	}
	chain.version(reference, Some(me)).await
}

/// Refuse what only the owner can do, before it costs a fee.
///
/// Errors: `not-owner`.
fn ensure_owner(artifact: &ArtifactView, me: &AccountId32) -> Result<()> {
	if artifact.artifact.owner == *me {
		return Ok(());
	}
	Err(Error::new(
		Code::NOT_OWNER,
		format!(
			"{} belongs to {}, and {me} signs. Sign with the owner's key.",
			artifact.reference(),
			artifact.artifact.owner
		),
	))
}

/// The largest card that is read: it is text for people.
const MAX_CARD: u64 = 16 << 20;

/// The BLAKE3 hash of a card.
///
/// Errors: `bad-card`.
fn card_digest(path: &Path) -> Result<Hash> {
	let wrong = |why: &dyn fmt::Display| {
		let path = crate::error::Shown(path);
		Error::new(Code::BAD_CARD, format!("the card {path} cannot be used: {why}."))
	};
	let metadata = path.metadata().map_err(|error| wrong(&error))?;
	if !metadata.is_file() {
		return Err(wrong(&"it is no file"));
	}
	if metadata.len() > MAX_CARD {
		return Err(wrong(&format!("it has more than {MAX_CARD} bytes")));
	}
	let file = File::open(path).map_err(|error| wrong(&error))?;
	let mut hasher = blake3::Hasher::new();
	let read = io::copy(&mut file.take(MAX_CARD + 1), &mut hasher);
	read.map_err(|error| wrong(&error))?;
	Ok(Hash(*hasher.finalize().as_bytes()))
}

/// Check tags against the registry's bounds.
///
/// Errors: `bad-tag`.
fn check_tags(tags: &[String]) -> Result<()> {
	const MOST: usize = 5;
	const LONGEST: usize = 24;
	let wrong = |why: String| Err(Error::new(Code::BAD_TAG, why));
	if tags.len() > MOST {
		return wrong(format!(
			"an artifact has at most {MOST} tags, and {} are given.",
			tags.len()
		));
	}
	for (index, tag) in tags.iter().enumerate() {
		if !crate::reference::is_word(tag, LONGEST) {
			return wrong(format!(
				"{tag:?} cannot be a tag. Tags have 1 to {LONGEST} of the characters a-z, 0-9, '.', \
				 '_' and '-', and begin with a letter or digit."
			));
		}
		if tags.iter().take(index).any(|earlier| earlier == tag) {
			return wrong(format!("the tag {tag:?} is given twice."));
		}
	}
	Ok(())
}

/// Check locations against the registry's bounds.
///
/// Errors: `bad-location`.
fn check_locations(locations: &[String]) -> Result<()> {
	const MOST: usize = 2;
	const LONGEST: usize = 96;
	let wrong = |why: String| Err(Error::new(Code::BAD_LOCATION, why));
	if locations.len() > MOST {
		return wrong(format!(
			"a version has at most {MOST} locations, and {} are given.",
			locations.len()
		));
	}
	for (index, location) in locations.iter().enumerate() {
		if location.len() > LONGEST {
			return wrong(format!(
				"the location {location:?} has {} bytes, and {LONGEST} is the most.",
				location.len()
			));
		}
		if !is_location(location) {
			return wrong(format!(
				"{location:?} is no location: write a URL such as https://example.org/model, in \
				 ASCII and without spaces."
			));
		}
		if locations.iter().take(index).any(|earlier| earlier == location) {
			return wrong(format!("the location {location:?} is given twice."));
		}
	}
	Ok(())
}

/// A scheme `[a-z][a-z0-9+.-]*`, a colon, and printable ASCII without spaces.
fn is_location(location: &str) -> bool {
	let Some((scheme, rest)) = location.split_once(':') else { return false };
	scheme.starts_with(|first: char| first.is_ascii_lowercase())
		&& scheme.bytes().all(|byte| {
			byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+.-".contains(&byte)
		}) && !rest.is_empty()
		&& rest.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A number of bytes for people.
fn bytes(count: u64) -> String {
	indicatif::HumanBytes(count).to_string()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn strings<const N: usize>(texts: [&str; N]) -> Vec<String> {
		texts.map(String::from).to_vec()
	}

	#[test]
	fn tags_keep_to_the_registry_rule() {
		assert_eq!(check_tags(&strings(["nlp", "sentence-similarity", "v1.0"])), Ok(()));
		for wrong in [
			strings(["NLP"]),
			strings([""]),
			strings(["a", "a"]),
			strings(["a", "b", "c", "d", "e", "f"]),
			vec!["a".repeat(25)],
		] {
			assert_eq!(check_tags(&wrong).unwrap_err().code, Code::BAD_TAG, "{wrong:?}");
		}
	}

	#[test]
	fn locations_keep_to_the_registry_rule() {
		assert_eq!(check_locations(&strings(["https://x.y/z", "ipfs:b"])), Ok(()));
		for wrong in [
			strings(["x"]),
			strings(["https:"]),
			strings(["Https://x"]),
			strings(["https://x y"]),
			strings(["https://ä"]),
			strings(["a:b", "a:b"]),
			strings(["a:b", "a:c", "a:d"]),
			vec![format!("a:{}", "b".repeat(95))],
		] {
			assert_eq!(check_locations(&wrong).unwrap_err().code, Code::BAD_LOCATION, "{wrong:?}");
		}
	}

	#[test]
	fn a_card_is_a_file_of_bounded_size() {
		let dir = tempfile::tempdir().unwrap();
		assert_eq!(card_digest(dir.path()).unwrap_err().code, Code::BAD_CARD);
		assert_eq!(card_digest(&dir.path().join("none")).unwrap_err().code, Code::BAD_CARD);
		let path = dir.path().join("card.md");
		std::fs::write(&path, "# Card").unwrap();
		assert_eq!(card_digest(&path).unwrap().0, *blake3::hash(b"# Card").as_bytes());
		File::options().write(true).open(&path).unwrap().set_len(MAX_CARD + 1).unwrap();
		assert_eq!(card_digest(&path).unwrap_err().code, Code::BAD_CARD);
	}
}
