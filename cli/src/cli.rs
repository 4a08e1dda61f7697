// SPDX-License-Identifier: Apache-2.0

//! The command line: what can be written on it, and how it ends.

use crate::{
	chain::{types::Hash, Wait},
	commands::{self, Command, Context},
	error::{Code, Error},
	output::{Console, Output},
};
use clap::{error::ErrorKind, Args, Parser};
use std::{
	ffi::{OsStr, OsString},
	process::ExitCode,
};

/// Publish, verify, sell and buy models and datasets on an Agora chain.
///
/// REF stands for <publisher>/<name>, or <publisher>/<name>@<number> for one version. The publisher
/// is an account's address, or `me` for the account that signs.
///
/// Exit status: 0 done, 1 refused or failed, 2 wrong usage. With --json standard output is one line,
/// {"ok":true,"result":...} or {"ok":false,"error":{"code":...,"message":...}}; `agora codes` lists
/// the codes.
#[derive(Parser)]
#[command(name = "agora", version, max_term_width = 100)]
struct Cli {
	#[command(flatten)]
	globals: Globals,
	#[command(subcommand)]
	command: Command,
}

/// What every command takes.
#[derive(Args, Clone, Debug)]
pub struct Globals {
	/// The node to speak to.
	#[arg(
		long,
		global = true,
		value_name = "URL",
		env = "AGORA_NODE_URL",
		default_value = "ws://127.0.0.1:9944",
		help_heading = "Global options"
	)]
	pub node: String,

	/// Who signs: a key file, or a secret URI (a mnemonic phrase, a 0x seed, or //Alice).
	///
	/// Others on this machine can see the command line: prefer a file, or the environment variable.
	/// An account exported from polkadot.js is a key file too; its password is asked for, or taken
	/// from AGORA_PASSWORD.
	#[arg(
		long,
		global = true,
		value_name = "SURI|FILE",
		env = "AGORA_SIGNER",
		hide_env_values = true,
		help_heading = "Global options"
	)]
	pub signer: Option<String>,

	/// Print one JSON envelope, for programs.
	#[arg(long, global = true, help_heading = "Global options")]
	pub json: bool,

	/// Refuse to speak to any other chain than the one with this genesis hash.
	#[arg(
		long,
		global = true,
		value_name = "HASH",
		env = "AGORA_GENESIS",
		help_heading = "Global options"
	)]
	pub genesis: Option<Hash>,

	/// How long to wait for a transaction.
	#[arg(
		long,
		global = true,
		value_enum,
		default_value_t = Wait::Finalized,
		help_heading = "Global options"
	)]
	pub wait: Wait,
}

/// Parse the arguments, run the command, print its outcome.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
	let arguments: Vec<OsString> = arguments.collect();
	let cli = match Cli::try_parse_from(&arguments) {
		Ok(cli) => cli,
		Err(error) => return usage(&error, &arguments),
	};
	let mut output = Console::new(cli.globals.json);
	let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
		Ok(runtime) => runtime,
		Err(error) => {
			let error = Error::new(Code::INTERNAL, format!("no runtime could be started: {error}"));
			output.error(&error);
			return ExitCode::from(error.exit_status());
		}
	};
	let context = Context { globals: &cli.globals, output: &mut output };
	let outcome = runtime.block_on(commands::run(cli.command, context));
	// Threads that still hash have nothing left to say.
	runtime.shutdown_background();
	match outcome {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			output.error(&error);
			ExitCode::from(error.exit_status())
		}
	}
}

/// Help and version go where they are asked for; wrong usage ends with 2, in an envelope if JSON
/// was asked for.
fn usage(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
	if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
		let _ = error.print();
		return ExitCode::SUCCESS;
	}
	let json = arguments
		.iter()
		.skip(1)
		.take_while(|argument| *argument != OsStr::new("--"))
		.any(|argument| argument == OsStr::new("--json"));
	if json {
		let text = error.render().to_string();
		let text = text.trim().trim_start_matches("error: ").to_owned();
		Console::new(true).error(&Error::new(Code::USAGE, text));
	} else {
		let _ = error.print();
	}
	ExitCode::from(2)
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_sound() {
		Cli::command().debug_assert();
	}

	#[test]
	fn every_option_and_command_has_help() {
		fn check(command: &clap::Command, path: &str) {
			let path = format!("{path} {}", command.get_name());
			assert!(command.get_about().is_some(), "{path}");
			for argument in command.get_arguments() {
				assert!(argument.get_help().is_some(), "{path} {}", argument.get_id());
			}
			command.get_subcommands().for_each(|command| check(command, &path));
		}
		check(&Cli::command(), "");
	}
}
