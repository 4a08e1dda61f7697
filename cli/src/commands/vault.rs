// SPDX-License-Identifier: Apache-2.0

//! `agora vault`: the income of a version that was not distributed yet.

use super::{Context, Done};
use crate::{
	chain::{royalties::types::VaultView, Token},
	error::Result,
	reference::Reference,
};
use clap::Args;
use serde_json::{json, Value};

/// Show the income of a version that was not distributed yet.
#[derive(Args)]
pub struct Options {
	/// The version; the newest of the artifact if no number is given.
	#[arg(value_name = "REF")]
	reference: Reference,
}

/// Run the command.
pub async fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	let me = context.me()?;
	let chain = context.connect().await?;
	let royalties = chain.royalties()?;
	let (_, version) = chain.version(&options.reference, me.as_ref()).await?;
	let vault = royalties.vault(version.sequence).await?;
	let name = version.reference();
	let mut value = vault_json(&vault);
	value["reference"] = json!(name);
	value["sequence"] = json!(version.sequence);
	context.print(&Done::new(text(&vault, &name, &chain.token), value))
}

fn text(vault: &VaultView, name: &str, token: &Token) -> String {
	let mut text = format!("vault        {name}\namount       {}\n", token.show(vault.amount));
	if vault.credit > 0 {
		let credit = token.show(vault.credit);
		text.push_str(&format!("credit       {credit} of fees, which earn rewards\n"));
	}
	for part in &vault.parts {
		let state = match part.waiting {
			true => "waits for the cascade",
			false => "too little for the cascade; `agora distribute` moves it",
		};
		let amount = token.show(part.amount);
		text.push_str(&format!("  split {:<6} {amount}, {state}\n", part.split));
	}
	text
}

fn vault_json(vault: &VaultView) -> Value {
	let parts = vault.parts.iter().map(|part| {
		json!({
			"split": part.split,
			"amount": part.amount.to_string(),
			"credit": part.credit.to_string(),
			"waiting": part.waiting,
		})
	});
	json!({
		"amount": vault.amount.to_string(),
		"credit": vault.credit.to_string(),
		"parts": parts.collect::<Vec<_>>(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::royalties::types::VaultPart;

	#[test]
	fn each_part_has_a_line() {
		let part = |split, amount, credit, waiting| VaultPart { split, amount, credit, waiting };
		let parts = vec![part(0, 5_000_000_000_000, 500_000_000_000, true), part(1, 1, 0, false)];
		let vault = VaultView { amount: 5_000_000_000_001, credit: 500_000_000_000, parts };
		assert_eq!(
			text(&vault, "a/b@1", &Token::default()),
			"vault        a/b@1\namount       5.000000000001 AGO\n\
			 credit       0.5 AGO of fees, which earn rewards\n  \
			 split 0      5 AGO, waits for the cascade\n  \
			 split 1      0.000000000001 AGO, too little for the cascade; `agora distribute` moves \
			 it\n"
		);
		let value = vault_json(&vault);
		assert_eq!(value["amount"], "5000000000001");
		assert_eq!(
			value["parts"][1],
			json!({ "split": 1, "amount": "1", "credit": "0", "waiting": false })
		);
		let empty = VaultView { amount: 0, credit: 0, parts: vec![] };
		let text = text(&empty, "a/b@1", &Token::default());
		assert_eq!(text, "vault        a/b@1\namount       0 AGO\n");
	}
}
