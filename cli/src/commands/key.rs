// SPDX-License-Identifier: Apache-2.0

//! `agora key`: make and show keys.

use super::{Context, Done};
use crate::{chain::types::Hash, error::Result, keys};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

/// Make and show keys.
#[derive(Subcommand)]
pub enum Options {
	/// Make a new key.
	New {
		/// Write it to this file, which must not exist and only you will be able to read.
		///
		/// Without it the phrase is printed: write it down, it is the only way back.
		#[arg(long, value_name = "FILE")]
		out: Option<PathBuf>,
	},
	/// Show the account of the signer; never its secret.
	Show,
}

/// Run the command.
pub fn run(options: Options, context: &mut Context<'_>) -> Result<()> {
	match options {
		Options::New { out } => {
			let (phrase, pair) = keys::generate()?;
			let account = keys::account(&pair);
			let public = Hash(account.0);
			let mut text = format!("address      {account}\npublic key   {public}\n");
			let mut value = json!({ "address": account.to_string(), "publicKey": public });
			match out {
				Some(path) => {
					keys::save(&path, &phrase, &pair)?;
					text.push_str(&format!("key file     {}\n", crate::error::Shown(&path)));
					value["file"] = json!(path.to_string_lossy());
				}
				None => {
					text.push_str(&format!("phrase       {phrase}\n"));
					value["phrase"] = json!(phrase);
					context.output.warn("whoever reads this phrase owns the account");
				}
			}
			context.print(&Done::new(text, value))
		}
		Options::Show => {
			let account = keys::account(&context.signer()?);
			let public = Hash(account.0);
			context.print(&Done::new(
				format!("address      {account}\npublic key   {public}\n"),
				json!({ "address": account.to_string(), "publicKey": public }),
			))
		}
	}
}
