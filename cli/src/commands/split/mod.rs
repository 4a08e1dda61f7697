// SPDX-License-Identifier: Apache-2.0

//! `agora split`: who shares in the income of an artifact, one file per command.

mod reset;
mod set;
mod show;

use super::{ensure_owner, Context, Done};
use crate::{
	chain::{
		royalties::{
			calls,
			types::{Split, SplitView},
		},
		types::ArtifactView,
		Chain,
	},
	error::Result,
};
use clap::Subcommand;
use serde_json::{json, Value};
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// Say who shares in the income of an artifact, and show it.
///
/// A split divides what is left after royalties. Income belongs to the split in force when it came
/// in.
#[derive(Subcommand)]
pub enum Options {
	Show(show::Options),
	Set(set::Options),
	Reset(reset::Options),
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::Show(options) => show::run(options, context).await,
		Options::Set(options) => set::run(options, context).await,
		Options::Reset(options) => reset::run(options, context).await,
	}
}

/// Send a split, and print what became of it.
async fn change(
	chain: &Chain,
	artifact: &ArtifactView,
	split: Split,
	signer: &Keypair,
	context: &mut Context<'_>,
) -> Result<()> {
	let applied = context.submit(chain, &calls::set_split(artifact.id, &split), signer).await?;
	let number = applied.number("SplitSet", "number").and_then(|number| u32::try_from(number).ok());
	let deposit = applied.number("SplitSet", "deposit");
	let view =
		SplitView { number: number.unwrap_or_default(), owner: artifact.artifact.owner, split };
	let mut text = text(&view, &artifact.reference());
	if number.is_none() {
		// Not waited for, and so not known.
		text = text.replacen("split        0\n", "", 1);
	}
	if let Some(deposit) = deposit {
		text.push_str(&format!("held         {}\n", chain.token.show(deposit)));
	}
	let mut value = split_json(&view, artifact);
	value["number"] = json!(number);
	value["deposit"] = json!(deposit.map(|amount| amount.to_string()));
	context.print(&Done::applied(text, value, &applied, chain))
}

/// Who shares, in lines.
fn text(view: &SplitView, name: &str) -> String {
	let mut text = format!("artifact     {name}\nsplit        {}\n", view.number);
	if view.split.contributors.parts() > 0 {
		let share = view.split.contributors;
		text.push_str(&format!("contributors {share} among the records, and of the rest:\n"));
	}
	if view.split.members.is_empty() {
		text.push_str(&format!("owner        {} has all\n", view.owner));
	}
	for member in &view.split.members {
		text.push_str(&format!("member       {} has {}\n", member.account, member.share));
	}
	text
}

/// The same for programs.
fn split_json(view: &SplitView, artifact: &ArtifactView) -> Value {
	let members = view
		.split
		.members
		.iter()
		.map(|member| json!({ "account": member.account.to_string(), "share": member.share }));
	json!({
		"artifact": artifact.id,
		"reference": artifact.reference(),
		"number": view.number,
		"owner": view.owner.to_string(),
		"contributors": view.split.contributors,
		"members": members.collect::<Vec<_>>(),
	})
}

/// The owner's artifact.
///
/// Errors: `no-market`, `artifact-not-found`, `not-owner`.
async fn own(
	chain: &Chain,
	reference: &crate::reference::Reference,
	me: &AccountId32,
) -> Result<ArtifactView> {
	chain.royalties()?;
	let artifact = chain.artifact(reference, Some(me)).await?;
	ensure_owner(&artifact, me)?;
	Ok(artifact)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		chain::royalties::types::Member, commands::offer::tests::artifact, permill::Permill,
	};

	fn percent(text: &str) -> Permill {
		text.parse().unwrap()
	}

	#[test]
	fn who_shares_is_said_in_lines() {
		let owner = AccountId32([7; 32]);
		let alone = SplitView { number: 0, owner, split: Split::default() };
		assert_eq!(
			text(&alone, "a/b"),
			format!("artifact     a/b\nsplit        0\nowner        {owner} has all\n")
		);
		let other = AccountId32([9; 32]);
		let members = vec![
			Member { account: owner, share: percent("66.6667") },
			Member { account: other, share: percent("33.3333") },
		];
		let split = Split { contributors: percent("10"), members };
		let view = SplitView { number: 3, owner, split };
		assert_eq!(
			text(&view, "a/b"),
			format!(
				"artifact     a/b\nsplit        3\ncontributors 10 % among the records, and of the \
				 rest:\nmember       {owner} has 66.6667 %\nmember       {other} has 33.3333 %\n"
			)
		);
		let value = split_json(&view, &artifact());
		assert_eq!((&value["number"], &value["contributors"]), (&json!(3), &json!("10")));
		assert_eq!(
			value["members"][1],
			json!({ "account": other.to_string(), "share": "33.3333" })
		);
	}
}
