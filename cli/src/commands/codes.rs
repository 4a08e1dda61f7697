// SPDX-License-Identifier: Apache-2.0

//! `agora codes`: the codes of errors.

use super::{Context, Done};
use crate::error::{Code, Result};
use clap::Args;

/// List the codes of errors with their meanings.
///
/// Besides these, each error of a pallet has a code made of its names in the chain's metadata, such
/// as registry-not-owner.
#[derive(Args)]
pub struct Options {}

/// Run the command.
pub fn run(_: Options, context: &mut Context<'_>) -> Result<()> {
	let text: String = Code::ALL
		.iter()
		.map(|(code, meaning)| format!("{code:<24} {}\n", meaning.trim()))
		.collect();
	let value =
		Code::ALL.iter().map(|(code, meaning)| (code.to_string(), meaning.trim().into())).collect();
	context.print(&Done::new(text, serde_json::Value::Object(value)))
}
