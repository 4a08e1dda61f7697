// SPDX-License-Identifier: Apache-2.0

//! `agora show`: an artifact and one of its versions.

mod provenance;
mod sales;

use super::{bytes, Context, Done};
use crate::{
	chain::{
		types::{ArtifactStatus, ArtifactView, VersionView},
		Chain,
	},
	error::{Code, Result},
	reference::Reference,
};
use clap::Args;
use provenance::Standing;
use sales::Sales;
use serde_json::{json, Value};

/// Show an artifact and one of its versions.
///
/// Without a number it shows the newest version that can be cited.
#[derive(Args)]
pub struct Options {
	/// The artifact or version.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let (artifact, version) = match chain.version(&options.reference, me.as_ref()).await {
		Ok((artifact, version)) => (artifact, Some(version)),
		// An artifact without versions can be shown as well.
		Err(error)
			if error.code == Code::VERSION_NOT_FOUND && options.reference.number.is_none() =>
		{
			(chain.artifact(&options.reference, me.as_ref()).await?, None)
		}
		Err(error) => return Err(error),
	};
	let mut text = artifact_text(&artifact, &chain);
	let names = version.iter().map(|version| (version.sequence, version.reference())).collect();
	let sales = Sales::ask(&chain, artifact.id, names).await?;
	text.push_str(&sales.as_ref().map_or_else(String::new, |sales| sales.text(&chain.token)));
	let mut sources = Vec::new();
	let mut standing = None;
	if let Some(version) = &version {
		for source in &version.version.sources {
			let name = chain.version_by_sequence(source.sequence).await?;
			let name = name.map(|version| version.reference());
			sources.push(json!({
				"sequence": source.sequence,
				"reference": name,
				"relation": source.relation,
				"royalty": source.royalty,
			}));
		}
		text.push_str(&version_text(version, &sources, &chain));
		standing = Standing::ask(&chain, artifact.artifact.kind, version.sequence).await?;
		text.push_str(&standing.as_ref().map_or_else(String::new, Standing::text));
	}
	let version = version.map(|version| {
		let mut value = version_json(&version);
		value["sources"] = json!(sources);
		if let Some(standing) = &standing {
			standing.add_to(&mut value);
		}
		value
	});
	let mut artifact = artifact_json(&artifact);
	if let Some(sales) = &sales {
		sales.add_to(&mut artifact);
	}
	let value = json!({ "artifact": artifact, "version": version });
	context.print(&Done::new(text, value))
}

fn artifact_text(view: &ArtifactView, chain: &Chain) -> String {
	let artifact = &view.artifact;
	let tags: Vec<String> = artifact.tags.iter().map(ToString::to_string).collect();
	let mut text = format!(
		"{} {}\nid           {}\nowner        {}\n",
		artifact.kind,
		view.reference(),
		view.id,
		artifact.owner
	);
	if let Some(pending) = &artifact.pending_owner {
		text.push_str(&format!("offered to   {pending}\n"));
	}
	if !tags.is_empty() {
		text.push_str(&format!("tags         {}\n", tags.join(", ")));
	}
	if artifact.status == ArtifactStatus::Retired {
		text.push_str("retired      no more versions, citations or sales\n");
	}
	text.push_str(&format!(
		"versions     {}\nheld         {}\n",
		artifact.versions,
		chain.token.show(artifact.deposit.saturating_add(artifact.versions_deposit))
	));
	text
}

fn version_text(view: &VersionView, sources: &[Value], chain: &Chain) -> String {
	let version = &view.version;
	let mut text = format!(
		"\nversion {}\nstatus       {}\nsequence     {}\ndigest       {}\nfiles        {}, {}\n",
		view.reference(),
		version.status,
		view.sequence,
		version.manifest,
		version.files,
		bytes(version.bytes)
	);
	text.push_str(&format!(
		"license      {}\nderivation   {}\nuses         {}\nroyalty      {}\n",
		version.license, version.terms.derivation, version.terms.uses, version.terms.royalty
	));
	if let Some(card) = version.card {
		text.push_str(&format!("card         {card}\n"));
	}
	for source in sources {
		let word = |name: &str| source[name].as_str().unwrap_or("removed").to_owned();
		text.push_str(&format!(
			"made from    {} ({}, {} %)\n",
			word("reference"),
			word("relation"),
			word("royalty")
		));
	}
	for location in &version.locations {
		text.push_str(&format!("location     {location}\n"));
	}
	text.push_str(&format!("published    block {}\n", version.published_at));
	if version.priority != version.published_at {
		text.push_str(&format!("claimed      block {}\n", version.priority));
	}
	text.push_str(&format!("held         {}\n", chain.token.show(version.deposit)));
	text
}

/// An artifact as every command prints it in JSON.
pub fn artifact_json(view: &ArtifactView) -> Value {
	let artifact = &view.artifact;
	json!({
		"id": view.id,
		"reference": view.reference(),
		"kind": artifact.kind,
		"publisher": artifact.publisher.to_string(),
		"name": artifact.name,
		"owner": artifact.owner.to_string(),
		"pendingOwner": artifact.pending_owner.as_ref().map(ToString::to_string),
		"tags": artifact.tags,
		"status": artifact.status,
		"versions": artifact.versions,
		"deposit": artifact.deposit.to_string(),
		"versionsDeposit": artifact.versions_deposit.to_string(),
	})
}

/// A version as every command prints it in JSON.
pub fn version_json(view: &VersionView) -> Value {
	let version = &view.version;
	let mut value = json!({
		"reference": view.reference(),
		"sequence": view.sequence,
		"number": version.number,
		"artifact": version.artifact,
		"digest": version.manifest,
		"bytes": version.bytes,
		"files": version.files,
		"card": version.card,
		"license": version.license,
		"terms": version.terms,
		"locations": version.locations,
		"publishedAt": version.published_at,
		"priority": version.priority,
		"deposit": version.deposit.to_string(),
		"sources": version.sources.iter().map(|source| json!({
			"sequence": source.sequence,
			"relation": source.relation,
			"royalty": source.royalty,
		})).collect::<Vec<_>>(),
	});
	// `status` and what belongs to it: `reason`, or `by`.
	if let (Some(fields), Ok(Value::Object(status))) =
		(value.as_object_mut(), serde_json::to_value(&version.status))
	{
		fields.extend(status);
	}
	value
}
