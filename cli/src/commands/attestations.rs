// SPDX-License-Identifier: Apache-2.0

//! `agora attestations`: what others say about a version.

use super::{target, Context, Done};
use crate::{
	chain::provenance::types::{AttestationId, AttestationView},
	error::Result,
	reference::Target,
};
use clap::Args;
use serde_json::json;

/// List what others say about a version.
///
/// Anybody can say anything: look at who says it.
#[derive(Args)]
pub struct Options {
	/// The version, the newest if no number is given; its sequence if it was removed.
	#[arg(value_name = "REF|SEQUENCE")]
	version: Target,

	/// How many at most.
	#[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
	limit: u32,

	/// Go on after this attestation.
	#[arg(long, value_name = "ID")]
	after: Option<AttestationId>,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let provenance = chain.provenance()?;
	let found = target::find(&chain, &options.version, me.as_ref()).await?;
	let list = provenance.attestations(found.sequence, options.after, options.limit).await?;
	let mut text = match list.items.is_empty() {
		true => format!("nobody attested to {}\n", found.name()),
		false => table(&list.items),
	};
	if let Some(after) = list.next {
		text.push_str(&format!("more: --after {after}\n"));
	}
	let value = json!({
		"reference": found.version.as_ref().map(|version| version.reference()),
		"sequence": found.sequence,
		"attestations": list.items.iter().map(attestation_json).collect::<Vec<_>>(),
		"next": list.next,
	});
	context.print(&Done::new(text, value))
}

const HEAD: [&str; 7] = ["id", "attester", "claim", "verdict", "block", "evidence", "location"];

/// The attestations in columns, each as wide as it must be.
fn table(items: &[AttestationView]) -> String {
	let rows = items.iter().map(|view| {
		let attestation = &view.attestation;
		let evidence = attestation.evidence.as_ref();
		let location = evidence.and_then(|evidence| evidence.location.as_ref());
		[
			view.id.to_string(),
			attestation.attester.to_string(),
			attestation.claim.to_string(),
			attestation.verdict.to_string(),
			attestation.attested_at.to_string(),
			evidence.map_or_else(|| "none".into(), |evidence| evidence.digest.to_string()),
			location.map_or_else(String::new, ToString::to_string),
		]
	});
	super::table::table(HEAD, rows)
}

fn attestation_json(view: &AttestationView) -> serde_json::Value {
	let attestation = &view.attestation;
	json!({
		"id": view.id,
		"attester": attestation.attester.to_string(),
		"claim": attestation.claim,
		"verdict": attestation.verdict,
		"evidence": attestation.evidence,
		"attestedAt": attestation.attested_at,
		"deposit": attestation.deposit.to_string(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::{
		provenance::types::{Attestation, Claim, Evidence, Verdict},
		types::{Hash, Text},
	};
	use subxt::utils::AccountId32;

	fn view(id: AttestationId, evidence: Option<Evidence>) -> AttestationView {
		AttestationView {
			id,
			attestation: Attestation {
				attester: AccountId32([7; 32]),
				claim: Claim::PiiScan,
				verdict: Verdict::Negative,
				evidence,
				attested_at: 7,
				deposit: u128::MAX,
			},
		}
	}

	#[test]
	fn the_table_has_a_line_for_each_under_a_head() {
		let location = Some(Text("https://example.org/\u{1b}".into()));
		let evidence = Evidence { digest: Hash([8; 32]), location };
		let text = table(&[view(0, None), view(1000, Some(evidence))]);
		let lines: Vec<&str> = text.lines().collect();
		let columns = |line: &str| line.split_whitespace().map(String::from).collect::<Vec<_>>();
		assert_eq!(columns(lines[0]), HEAD);
		let address = AccountId32([7; 32]).to_string();
		assert_eq!(columns(lines[1]), ["0", &address, "pii-scan", "negative", "7", "none"]);
		let digest = Hash([8; 32]).to_string();
		assert_eq!(columns(lines[2])[5..], [&digest[..], "https://example.org/\\u{1b}"]);
		for column in ["attester", "claim", "verdict", "block", "evidence"] {
			let at = lines[0].find(column).unwrap();
			assert!(lines[1..].iter().all(|line| line[at - 1..].starts_with(' ')), "{text}");
		}
	}

	#[test]
	fn amounts_are_text_in_json() {
		let value = attestation_json(&view(3, None));
		assert_eq!(value["deposit"], u128::MAX.to_string());
		assert_eq!(value["evidence"], serde_json::Value::Null);
		assert_eq!(value["claim"], "pii-scan");
	}
}
