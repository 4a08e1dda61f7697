// SPDX-License-Identifier: Apache-2.0

//! `agora download`: a version's files, from where they can be had.

use super::{bytes, somebody, Context, Done};
use crate::{
	chain::{
		types::{ArtifactView, VersionStatus, VersionView},
		Chain,
	},
	download::{
		self, parse_gateway, Delivered, Limits, Source, Surroundings, Wanted, Watch, IPFS_GATEWAY,
	},
	error::{printable, Code, Error, Result, Shown},
	output::Output,
	reference::{Publisher, Reference},
};
use clap::Args;
use indicatif::ProgressBar;
use reqwest::Url;
use serde_json::json;
use std::{
	cell::RefCell,
	collections::BTreeMap,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// Fetch the files of a version and check each against the chain before it is put in place.
///
/// Where licenses for the artifact are sold, the account needs one: `agora buy` gets it.
///
/// Each location of the version is asked until one has the right bytes. What was fetched before an
/// interruption is kept, and the next run goes on from there; files that are in place already are
/// kept. The manifest, agora.json, is put beside the files, so that the directory can be verified
/// and served again.
#[derive(Args)]
pub struct Options {
	/// The version; the newest that can be cited if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The directory to put the files into; made if there is none.
	#[arg(value_name = "DIR")]
	directory: PathBuf,

	/// Who has the license, where one is needed: an address or `me`; the signer if it is left out.
	#[arg(long, value_name = "ACCOUNT")]
	account: Option<Publisher>,

	/// Replace files of the same names that have other bytes.
	#[arg(long)]
	overwrite: bool,

	/// Where to look first, before the version's own locations: file, http, https, ipfs or s3.
	#[arg(long = "from", value_name = "URL")]
	from: Vec<String>,

	/// The gateway that files behind ipfs: are fetched through.
	#[arg(
		long,
		value_name = "URL",
		env = "AGORA_IPFS_GATEWAY",
		default_value = IPFS_GATEWAY,
		value_parser = parse_gateway
	)]
	ipfs_gateway: Url,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let surroundings = Surroundings {
		ipfs_gateway: options.ipfs_gateway.clone(),
		environment: std::env::vars_os()
			.filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
			.collect(),
	};
	let given = given(&options.from, &surroundings)?;
	let me = context.me()?;
	let chain = context.connect().await?;
	let (artifact, version) = chain.version(&options.reference, me.as_ref()).await?;
	let account = match options.account {
		Some(Publisher::Account(account)) => Some(account),
		Some(Publisher::Me) => Some(somebody(me)?),
		None => me,
	};
	ensure_licensed(&chain, &artifact, account.as_ref()).await?;
	let mut warnings: Vec<String> = standing(&chain, &version).await?.into_iter().collect();

	let sources = sources(given, &version, &surroundings, &mut warnings)?;
	warnings.iter().for_each(|warning| context.output.warn(warning));
	let wanted = Wanted {
		digest: version.version.manifest.0,
		bytes: version.version.bytes,
		files: version.version.files,
	};
	let watcher = Watcher {
		output: RefCell::new(context.output),
		bar: RefCell::new(ProgressBar::hidden()),
		warnings: RefCell::new(warnings),
	};
	let root = &options.directory;
	let limits = Limits::default();
	let delivered =
		download::download(&wanted, &sources, root, options.overwrite, &limits, &watcher).await?;
	let warnings = watcher.warnings.into_inner();
	context.print(&done(&version, root, &delivered, &warnings))
}

/// Whether the account may have the files: anybody may where no licenses are offered.
///
/// Errors: `not-licensed`.
async fn ensure_licensed(
	chain: &Chain,
	artifact: &ArtifactView,
	account: Option<&AccountId32>,
) -> Result<()> {
	let Some(market) = chain.find_market() else { return Ok(()) };
	let sales = market.sales(artifact.id).await?;
	if sales.is_none_or(|sales| sales.offers.is_empty()) {
		return Ok(());
	}
	let name = artifact.reference();
	let why = match account {
		None => format!("licenses for {name} are sold. Say with --signer or --account who has one"),
		Some(account) if market.has_license(artifact.id, account).await? => return Ok(()),
		Some(account) => format!("licenses for {name} are sold, and {account} has none that lasts"),
	};
	Err(Error::new(Code::NOT_LICENSED, format!("{why}; `agora buy {name}` gets one.")))
}

/// The locations that the user named.
///
/// Errors: `bad-location`.
fn given(from: &[String], surroundings: &Surroundings) -> Result<Vec<Source>> {
	let parse =
		|location: &String| {
			Source::parse(location, surroundings).map_err(|why| {
				let location = printable(location);
				Error::new(
				Code::BAD_LOCATION,
				format!("nothing can be fetched from {location}: {why}. Name another with --from URL."),
			)
			})
		};
	from.iter().map(parse).collect()
}

/// Where to fetch from, in order; what this command cannot fetch is passed over with a warning.
///
/// Errors: `no-location`.
fn sources(
	given: Vec<Source>,
	version: &VersionView,
	surroundings: &Surroundings,
	warnings: &mut Vec<String>,
) -> Result<Vec<Source>> {
	let mut sources = given;
	for location in &version.version.locations {
		if sources.iter().any(|source| source.location() == location.0) {
			continue;
		}
		match Source::parse(&location.0, surroundings) {
			Ok(source) => sources.push(source),
			Err(why) => warnings.push(format!("nothing can be fetched from {location}: {why}")),
		}
	}
	if !sources.is_empty() {
		return Ok(sources);
	}
	let name = version.reference();
	let what = if warnings.is_empty() || version.version.locations.is_empty() {
		format!("{name} names no location of its files")
	} else {
		format!(
			"{name} names no location that this command can fetch from ({})",
			warnings.join("; ")
		)
	};
	Err(Error::new(
		Code::NO_LOCATION,
		format!("{what}. Ask its publisher where they are, and name the place with --from URL."),
	))
}

/// What speaks against the version, if anything does.
async fn standing(chain: &Chain, version: &VersionView) -> Result<Option<String>> {
	let name = version.reference();
	Ok(match &version.version.status {
		VersionStatus::Live => None,
		VersionStatus::Yanked { reason } if reason.0.is_empty() => {
			Some(format!("{name} is yanked: its owner advises against it, without a reason"))
		}
		VersionStatus::Yanked { reason } => {
			Some(format!("{name} is yanked: its owner advises against it ({reason})"))
		}
		VersionStatus::Superseded { by } => {
			let other = chain.version_by_sequence(*by).await?;
			let other = other.map_or_else(|| format!("sequence {by}"), |other| other.reference());
			Some(format!(
				"{name} is superseded: these files were claimed earlier by {other}, to which they \
				 belong"
			))
		}
	})
}

/// Shows what happens where the command prints.
struct Watcher<'a> {
	output: RefCell<&'a mut dyn Output>,
	/// The bar that is shown now.
	bar: RefCell<ProgressBar>,
	/// Everything that was warned of.
	warnings: RefCell<Vec<String>>,
}

impl Watch for Watcher<'_> {
	fn checking(&self, total: u64) -> ProgressBar {
		self.bar.replace(self.output.borrow().bytes_bar(total));
		self.bar.borrow().clone()
	}

	fn fetching(&self, total: u64) -> ProgressBar {
		self.bar.replace(self.output.borrow().fetching_bar(total));
		self.bar.borrow().clone()
	}

	fn warn(&self, text: &str) {
		self.bar.borrow().suspend(|| self.output.borrow_mut().warn(text));
		self.warnings.borrow_mut().push(text.to_owned());
	}
}

fn done(version: &VersionView, root: &Path, delivered: &[Delivered], warnings: &[String]) -> Done {
	let count = |kept: bool| {
		let files = delivered.iter().filter(|file| file.kept == kept);
		let size = files.clone().map(|file| file.size).fold(0, u64::saturating_add);
		(files.count(), size)
	};
	let ((fetched, fetched_bytes), (kept, kept_bytes)) = (count(false), count(true));
	let resumed = delivered.iter().map(|file| file.resumed).fold(0, u64::saturating_add);
	let mut locations: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
	for file in delivered {
		if let Some(location) = &file.location {
			let (files, size) = locations.entry(location).or_default();
			*files += 1;
			*size = size.saturating_add(file.size);
		}
	}
	let digest = version.version.manifest;
	let mut text = format!(
		"downloaded   {}\ndigest       {digest}\nfetched      {}, {}\n",
		version.reference(),
		files(fetched),
		bytes(fetched_bytes)
	);
	if resumed > 0 {
		text.push_str(&format!("resumed      {} of them were here\n", bytes(resumed)));
	}
	if kept > 0 {
		text.push_str(&format!("kept         {}, {}\n", files(kept), bytes(kept_bytes)));
	}
	for (location, (count, size)) in &locations {
		let (location, count) = (printable(location), files(*count));
		text.push_str(&format!("location     {location} ({count}, {})\n", bytes(*size)));
	}
	text.push_str(&format!("directory    {}\n", Shown(root)));
	let mut value = json!({
		"reference": version.reference(),
		"sequence": version.sequence,
		"digest": digest,
		"directory": root.to_string_lossy(),
		"bytes": fetched_bytes.saturating_add(kept_bytes),
		"fetched": fetched,
		"fetchedBytes": fetched_bytes,
		"resumedBytes": resumed,
		"kept": kept,
		"keptBytes": kept_bytes,
		"files": delivered,
		"warnings": warnings,
	});
	value["status"] = super::show::version_json(version)["status"].clone();
	Done::new(text, value)
}

/// A number of files for people.
fn files(count: usize) -> String {
	match count {
		1 => "1 file".into(),
		_ => format!("{count} files"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		chain::types::{Hash, Terms, Text, Uses, Version},
		permill::Permill,
	};
	use subxt::utils::AccountId32;

	fn version(locations: &[&str]) -> VersionView {
		VersionView {
			sequence: 7,
			publisher: AccountId32([1; 32]),
			name: Text("minilm".into()),
			version: Version {
				artifact: Hash([2; 32]),
				number: 3,
				manifest: Hash([4; 32]),
				bytes: 5,
				files: 2,
				card: None,
				license: Text("MIT".into()),
				terms: Terms {
					derivation: crate::chain::types::Derivation::Open,
					uses: Uses::of(&[]),
					royalty: Permill::default(),
				},
				sources: Vec::new(),
				locations: locations.iter().map(|text| Text((*text).into())).collect(),
				status: VersionStatus::Live,
				published_at: 1,
				priority: 1,
				deposit: 0,
			},
		}
	}

	fn surroundings() -> Surroundings {
		let ipfs_gateway = parse_gateway(IPFS_GATEWAY).unwrap();
		Surroundings { ipfs_gateway, environment: Vec::new() }
	}

	fn order(from: &[&str], locations: &[&str]) -> (Result<Vec<String>>, Vec<String>) {
		let from: Vec<String> = from.iter().map(|text| (*text).into()).collect();
		let given = given(&from, &surroundings()).unwrap();
		let mut warnings = Vec::new();
		let sources = sources(given, &version(locations), &surroundings(), &mut warnings);
		let names = |sources: Vec<Source>| {
			sources.iter().map(|source| source.location().to_owned()).collect()
		};
		(sources.map(names), warnings)
	}

	#[test]
	fn given_locations_come_first_and_none_twice() {
		let (order, warnings) =
			order(&["https://a.org/", "file:///b"], &["https://c.org/", "https://a.org/"]);
		assert_eq!(order.unwrap(), ["https://a.org/", "file:///b", "https://c.org/"]);
		assert_eq!(warnings, [""; 0]);
	}

	#[test]
	fn what_cannot_be_fetched_is_passed_over_and_said() {
		let (found, warnings) = order(&[], &["magnet:?xt", "https://c.org/"]);
		assert_eq!(found.unwrap(), ["https://c.org/"]);
		assert!(warnings.len() == 1 && warnings[0].contains("magnet:?xt"), "{warnings:?}");
		let (found, _) = order(&[], &["magnet:?xt"]);
		let error = found.unwrap_err();
		assert_eq!(error.code, Code::NO_LOCATION);
		assert!(error.message.contains("magnet"), "{error}");
		let error = order(&[], &[]).0.unwrap_err();
		assert_eq!(error.code, Code::NO_LOCATION);
		assert!(error.message.contains("--from"), "{error}");
	}

	#[test]
	fn the_result_counts_what_was_fetched_and_what_was_kept() {
		let file = |kept, resumed, location: Option<&str>| Delivered {
			path: "a".into(),
			size: 1024,
			kept,
			resumed,
			location: location.map(Into::into),
		};
		let files =
			[file(false, 24, Some("https://a.org/")), file(false, 0, None), file(true, 0, None)];
		let done = done(&version(&[]), Path::new("dir"), &files, &["careful".into()]);
		let text = done.to_string();
		assert!(text.contains("\nfetched      2 files, 2.00 KiB\n"), "{text}");
		assert!(text.contains("\nresumed      24 B of them were here\n"), "{text}");
		assert!(text.contains("\nkept         1 file, 1.00 KiB\n"), "{text}");
		assert!(text.contains("\nlocation     https://a.org/ (1 file, 1.00 KiB)\n"), "{text}");
		let value = serde_json::to_value(&done).unwrap();
		assert_eq!(value["bytes"], 3072);
		assert_eq!((&value["fetched"], &value["fetchedBytes"]), (&json!(2), &json!(2048)));
		assert_eq!((&value["kept"], &value["keptBytes"]), (&json!(1), &json!(1024)));
		assert_eq!((&value["resumedBytes"], &value["status"]), (&json!(24), &json!("live")));
		assert_eq!(value["warnings"], json!(["careful"]));
		assert_eq!(value["files"][0]["location"], "https://a.org/");
	}
}
