// SPDX-License-Identifier: Apache-2.0

//! `agora export croissant`: a version as tools for datasets read it.

use super::{ensure_new, write_new, Context};
use crate::{
	chain::{
		types::{Hash, VersionView},
		Chain,
	},
	commands::Done,
	croissant::{self, Described, Source},
	error::{Code, Error, Result, Shown},
	manifest::{self, Manifest},
	reference::Reference,
};
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Write a version as a Croissant 1.1 file, which tools for datasets read.
///
/// The chain knows the terms and the sources; give the manifest to have the files in it as well.
#[derive(Args)]
pub struct Options {
	/// The version; the newest that can be cited if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// The version's agora.json, or the directory that it lies in.
	#[arg(long, value_name = "PATH")]
	manifest: Option<PathBuf>,

	/// Where to write it; standard output if it is left out.
	#[arg(long, value_name = "FILE")]
	to: Option<PathBuf>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	if let Some(path) = &options.to {
		ensure_new(path)?;
	}
	let me = context.me()?;
	let chain = context.connect().await?;
	let (artifact, version) = chain.version(&options.reference, me.as_ref()).await?;
	let manifest = match &options.manifest {
		Some(path) => Some(load(path, &version)?),
		None => None,
	};
	let described = Described {
		genesis: chain.genesis(),
		reference: version.reference(),
		publisher: version.publisher.to_string(),
		name: version.name.0.clone(),
		number: version.version.number,
		kind: artifact.artifact.kind,
		digest: version.version.manifest,
		bytes: version.version.bytes,
		file_count: version.version.files,
		license: version.version.license.0.clone(),
		tags: artifact.artifact.tags.iter().map(|tag| tag.0.clone()).collect(),
		locations: version.version.locations.iter().map(|text| text.0.clone()).collect(),
		sources: sources(&chain, &version).await?,
		manifest: manifest.as_ref(),
	};
	let document = croissant::document(&described);
	let mut text = serde_json::to_string_pretty(&document).map_err(|error| {
		Error::new(Code::INTERNAL, format!("the description cannot be written: {error}"))
	})?;
	text.push('\n');
	let mut value = json!({ "reference": described.reference });
	match &options.to {
		Some(path) => {
			write_new(path, text.as_bytes())?;
			text = format!("described    {}\ncroissant    {}\n", described.reference, Shown(path));
			value["file"] = json!(path.to_string_lossy());
		}
		None => value["document"] = document,
	}
	context.print(&Done::new(text, value))
}

/// The manifest at a path, if it is that of the version.
///
/// Errors: `unreadable-file`, `manifest-invalid`, `verification-failed`.
fn load(path: &Path, version: &VersionView) -> Result<Manifest> {
	let file = if path.is_dir() { path.join(manifest::FILE_NAME) } else { path.to_owned() };
	let digest = manifest::file_digest(&file)?.ok_or_else(|| {
		Error::new(
			Code::UNREADABLE_FILE,
			format!("there is no {}. `agora hash --write` makes it from the files.", Shown(&file)),
		)
	})?;
	if Hash(digest) != version.version.manifest {
		return Err(Error::new(
			Code::VERIFICATION_FAILED,
			format!(
				"{} is not the manifest of {}: its digest is {}, and that of the version {}.",
				Shown(&file),
				version.reference(),
				Hash(digest),
				version.version.manifest
			),
		));
	}
	Manifest::load(&file)
}

/// What the version was made from.
async fn sources(chain: &Chain, version: &VersionView) -> Result<Vec<Source>> {
	let mut sources = Vec::with_capacity(version.version.sources.len());
	for source in &version.version.sources {
		let found = chain.version_by_sequence(source.sequence).await?;
		sources.push(match found {
			Some(found) => Source {
				reference: found.reference(),
				relation: source.relation,
				license: Some(found.version.license.0.clone()),
				location: found.version.locations.first().map(|text| text.0.clone()),
			},
			None => Source {
				reference: format!("sequence/{}", source.sequence),
				relation: source.relation,
				license: None,
				location: None,
			},
		});
	}
	Ok(sources)
}
