// SPDX-License-Identifier: Apache-2.0

//! The command line: what can be written on it, and how it ends.

use crate::{error::Result, load, upgrade};
use clap::{error::ErrorKind, Args, CommandFactory, Parser, Subcommand};
use std::{ffi::OsString, process::ExitCode, str::FromStr};

/// Send marketplace transactions to a network at a chosen rate, and account for every one of them.
///
/// Accounts are made and endowed, each registers a model, publishes a version of it and offers
/// licenses. Then transfers, remarks, registrations, publications, offers and purchases are signed and
/// sent in an open loop: the moment of each is fixed beforehand and waits for no answer. Whatever a
/// connection, a node or a pool loses is handed in again.
///
/// Each transaction reaches one end: `included` in a finalised block, where it succeeded or failed;
/// `refused` by the nodes; or `lost`, if neither is known when the grace time is over. What follows a
/// refused one on the same account can never be included, and counts as refused with it.
///
/// When the runtime changes meanwhile, whatever is not yet in a block is signed anew for the new one.
/// SIGINT or SIGTERM end the sending; what was sent is still accounted for. Before the load itself
/// begins, and the second time, they end everything.
///
/// Exit status: 0 if none was lost, each was included or refused, and each included one succeeded;
/// 1 if not, or if the load could not be made; 2 for wrong usage. The seed in the report repeats the
/// mix. On standard error the line that begins with `submitting` says that the load itself begins.
#[derive(Parser)]
#[command(
	name = "agora-load",
	version,
	max_term_width = 100,
	args_conflicts_with_subcommands = true
)]
struct Cli {
	#[command(flatten)]
	load: LoadOptions,
	#[command(subcommand)]
	command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
	/// Replace the runtime by the code in a file, with the key that steers a development chain.
	Upgrade(UpgradeOptions),
}

/// All transactions of a load are kept in memory: there are no more than this.
pub const MOST: u64 = 10_000_000;

/// What makes a load.
#[derive(Args, Clone, Debug)]
pub struct LoadOptions {
	/// A node to send to; several are taken in turn, account by account.
	#[arg(long, value_name = "URL", default_value = "ws://127.0.0.1:9944")]
	pub node: Vec<String>,

	/// The node whose blocks are read; another one, should it be gone [default: the last --node].
	#[arg(long, value_name = "URL")]
	pub watch: Option<String>,

	/// How many transactions to send [default: 5000].
	#[arg(long, value_name = "N", conflicts_with = "duration",
		value_parser = clap::value_parser!(u64).range(1..=MOST))]
	pub transactions: Option<u64>,

	/// For how many seconds to send, instead.
	#[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
	pub duration: Option<u64>,

	/// How many accounts send them.
	#[arg(long, value_name = "N", default_value_t = 1_000,
		value_parser = clap::value_parser!(u32).range(2..=100_000))]
	pub accounts: u32,

	/// Transactions a second; `auto` is what books at most 30 % of the weight of a block, by what
	/// the chain says of each kind beforehand, and is printed.
	#[arg(long, value_name = "N|auto", default_value = "auto")]
	pub rate: Rate,

	/// Who endows the accounts: a secret URI, such as //Alice on development chains.
	#[arg(long, value_name = "SURI", default_value = "//Alice")]
	pub signer: String,

	/// What the mix and the accounts are drawn from [default: another one each time].
	#[arg(long, value_name = "N")]
	pub seed: Option<u64>,

	/// How long to wait for ends after the last submission.
	#[arg(long, value_name = "SECONDS", default_value_t = 60,
		value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
	pub grace: u64,

	/// Print the report as one JSON object.
	#[arg(long)]
	pub json: bool,
}

impl LoadOptions {
	/// Refuse what each option allows and all of them together do not.
	fn check(&self) -> std::result::Result<(), clap::Error> {
		let (Rate::PerSecond(rate), Some(seconds)) = (self.rate, self.duration) else {
			return Ok(());
		};
		if rate * seconds as f64 <= MOST as f64 {
			return Ok(());
		}
		let why =
			format!("--rate {rate} for --duration {seconds} is more than {MOST} transactions");
		Err(Cli::command().error(ErrorKind::ValueValidation, why))
	}
}

/// What an upgrade needs.
#[derive(Args, Clone, Debug)]
pub struct UpgradeOptions {
	/// The node to send it to.
	#[arg(long, value_name = "URL", default_value = "ws://127.0.0.1:9944")]
	pub node: String,

	/// The runtime: a `.wasm` file, compressed or not.
	#[arg(long, value_name = "FILE")]
	pub code: std::path::PathBuf,

	/// How many blocks after the last final one it takes over.
	#[arg(long, value_name = "BLOCKS", default_value_t = 16)]
	pub after: u32,

	/// Who steers the chain: a secret URI.
	#[arg(long, value_name = "SURI", default_value = "//Alice")]
	pub signer: String,

	/// Print what was done as one JSON object.
	#[arg(long)]
	pub json: bool,
}

/// How fast to send.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
	/// By the weight of the mix.
	Auto,
	/// So many a second.
	PerSecond(f64),
}

impl FromStr for Rate {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		if text == "auto" {
			return Ok(Self::Auto);
		}
		match text.parse::<f64>() {
			Ok(rate) if rate.is_finite() && rate > 0.0 && rate <= 100_000.0 => {
				Ok(Self::PerSecond(rate))
			}
			_ => Err("neither `auto` nor a number above 0 and at most 100000".into()),
		}
	}
}

/// Parse the arguments, run, print the outcome.
pub fn run() -> ExitCode {
	let cli = parse(std::env::args_os()).unwrap_or_else(|error| error.exit());
	let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
		Ok(runtime) => runtime,
		Err(error) => return failure(&format!("no runtime could be started: {error}")),
	};
	let outcome: Result<bool> = runtime.block_on(async {
		match &cli.command {
			Some(Command::Upgrade(options)) => upgrade::run(options).await.map(|()| true),
			None => load::run(&cli.load).await,
		}
	});
	runtime.shutdown_background();
	match outcome {
		Ok(true) => ExitCode::SUCCESS,
		Ok(false) => ExitCode::FAILURE,
		Err(error) => failure(&error.to_string()),
	}
}

fn parse(
	arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> std::result::Result<Cli, clap::Error> {
	let cli = Cli::try_parse_from(arguments)?;
	cli.load.check()?;
	Ok(cli)
}

fn failure(why: &str) -> ExitCode {
	eprintln!("error: {why}");
	ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refused(arguments: &[&str]) -> String {
		let all = ["agora-load"].iter().chain(arguments);
		match parse(all) {
			Ok(_) => panic!("{arguments:?} was taken"),
			Err(error) => error.to_string(),
		}
	}

	#[test]
	fn the_command_line_is_sound() {
		Cli::command().debug_assert();
	}

	#[test]
	fn wrong_usage_is_refused_by_name() {
		for (arguments, named) in [
			(vec!["--rate", "0"], "--rate"),
			(vec!["--rate=-5"], "--rate"),
			(vec!["--rate", "NaN"], "--rate"),
			(vec!["--rate", "fast"], "--rate"),
			(vec!["--accounts", "0"], "--accounts"),
			(vec!["--accounts", "1"], "--accounts"),
			(vec!["--transactions", "0"], "--transactions"),
			(vec!["--duration", "0"], "--duration"),
			(vec!["--duration", "5", "--transactions", "5"], "--duration"),
			(vec!["--duration", "1000", "--rate", "10001"], "--duration"),
			(vec!["--grace", "18446744073709551615"], "--grace"),
			(vec!["--unknown"], "--unknown"),
			(vec!["upgrade"], "--code"),
		] {
			let message = refused(&arguments);
			assert!(message.contains(named), "{arguments:?}: {message}");
		}
	}

	#[test]
	fn a_load_of_the_largest_size_is_taken() {
		for arguments in [
			["agora-load", "--duration", "1000", "--rate", "10000"],
			["agora-load", "--duration", "1000000", "--rate", "auto"],
			["agora-load", "--transactions", "10000000", "--rate", "100000"],
		] {
			assert!(parse(arguments).is_ok(), "{arguments:?}");
		}
	}

	#[test]
	fn rates_are_numbers_or_left_to_the_chain() {
		assert_eq!("auto".parse(), Ok(Rate::Auto));
		assert_eq!("0.5".parse(), Ok(Rate::PerSecond(0.5)));
	}
}
