// SPDX-License-Identifier: Apache-2.0

//! `agora lineage`: where a version comes from and where it went.

mod draw;
mod taint;

use super::{
	target::{learn, Names},
	Context, Done,
};
use crate::{
	chain::types::Lineage,
	error::{Code, Error, Result},
	reference::{Publisher, Reference},
};
use clap::Args;
use serde_json::json;
use subxt::utils::AccountId32;

/// The most attesters that the chain takes at once.
const MAX_ATTESTERS: usize = 16;

/// Draw what a version was made from and what was made from it.
///
/// A version that is reached by several ways is drawn whole once, and only named after that.
#[derive(Args)]
pub struct Options {
	/// The version; the newest of the artifact if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,

	/// How many generations to follow, up and down.
	#[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..=16))]
	depth: u32,

	/// Say what became of each version that it derives from.
	///
	/// Whether it was yanked or superseded, whether consent to its records was withdrawn, and what
	/// those say against it whom --attester names. Versions that a model was only evaluated on are
	/// drawn and not looked at, as nothing of them is in it.
	#[arg(long)]
	taint: bool,

	/// Somebody whose negative attestations count: an address or `me`, up to 16 times.
	#[arg(long = "attester", value_name = "ACCOUNT", requires = "taint")]
	attesters: Vec<Publisher>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let attesters = accounts(&options.attesters, context)?;
	let me = context.me()?;
	let chain = context.connect().await?;
	let provenance = options.taint.then(|| chain.provenance()).transpose()?;
	let (_, version) = chain.version(&options.reference, me.as_ref()).await?;
	let root = version.sequence;
	let ancestors = chain.ancestors(root, options.depth).await?;
	let descendants = chain.descendants(root, options.depth).await?;

	let mut names = Names::from([(root, version.reference())]);
	let edges = ancestors.edges.iter().chain(&descendants.edges);
	learn(&chain, edges.flat_map(|edge| [edge.source, edge.derived]), &mut names).await?;

	let taint = match provenance {
		None => None,
		Some(provenance) => {
			let waiting = context.output.spinner("looking at the versions behind it");
			let report = taint::Report::ask(&provenance, root, attesters, options.depth).await?;
			learn(&chain, report.sequences(), &mut names).await?;
			waiting.finish_and_clear();
			Some(report)
		}
	};
	let text = match &taint {
		None => draw::draw(root, &names, &ancestors, &descendants),
		Some(report) => {
			let mut text = draw::draw(root, &report.marked(&names), &ancestors, &descendants);
			text.push_str(&report.text(root, &ancestors, &names));
			text
		}
	};
	let mut value = json!({
		"reference": version.reference(),
		"sequence": root,
		"ancestors": edges_json(&ancestors, &names),
		"descendants": edges_json(&descendants, &names),
	});
	if let Some(report) = &taint {
		value["taint"] = report.json(&names);
	}
	context.print(&Done::new(text, value))
}

/// The attesters that were named, each once.
///
/// Errors: `usage` where there are too many; those of [`Context::signer`] for `me`.
fn accounts(attesters: &[Publisher], context: &mut Context<'_>) -> Result<Vec<AccountId32>> {
	if attesters.len() > MAX_ATTESTERS {
		return Err(Error::new(
			Code::USAGE,
			format!(
				"--attester can be given {MAX_ATTESTERS} times, and is given {} times. Ask twice, \
				 each time about some of them.",
				attesters.len()
			),
		));
	}
	let mut accounts = Vec::new();
	for attester in attesters {
		let account = match attester {
			Publisher::Account(account) => *account,
			Publisher::Me => crate::keys::account(&context.signer()?),
		};
		if !accounts.contains(&account) {
			accounts.push(account);
		}
	}
	Ok(accounts)
}

fn edges_json(lineage: &Lineage, names: &Names) -> serde_json::Value {
	let edges = lineage.edges.iter().map(|edge| {
		json!({
			"source": edge.source,
			"sourceReference": names.get(&edge.source),
			"derived": edge.derived,
			"derivedReference": names.get(&edge.derived),
			"relation": edge.relation,
			"royalty": edge.royalty,
		})
	});
	json!({
		"edges": edges.collect::<Vec<_>>(),
		"complete": !lineage.beyond_depth && !lineage.beyond_limit,
	})
}
