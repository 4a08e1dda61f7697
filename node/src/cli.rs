// SPDX-License-Identifier: Apache-2.0

//! The command line: every doc comment here is part of the help.

use crate::{defaults, session_keys::SessionKeysCmd};
use clap::{CommandFactory, FromArgMatches, Parser, ValueEnum};
use sc_cli::{RunCmd, SubstrateCli};

/// A validator and RPC node of the Agora chain.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: RunCmd,

	/// When to make blocks on a development chain, instead of in slots.
	#[arg(long, value_enum, requires = "dev")]
	pub sealing: Option<Sealing>,

	/// Do not measure the machine when the node starts.
	#[arg(long)]
	pub no_hardware_benchmarks: bool,

	/// When to stop for want of disk space.
	#[command(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

impl Cli {
	/// What the command line says, or the end where it says something wrong or asks for help.
	pub fn read() -> Self {
		let command = defaults::explain(Self::setup_command(Self::command()));
		Self::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
	}
}

/// When to make blocks on a development chain.
///
/// Blocks made so are final at once, have no other validators, and their time advances by one slot
/// each, whatever the clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sealing {
	/// A block for each transaction at once; `engine_createBlock` makes more.
	Instant,
	/// A block only when `engine_createBlock` asks for one.
	Manual,
}

/// What the node can do besides run.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(Key),

	/// Write a chain specification.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Check that blocks are valid.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Write the state at a block into a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Remove the chain's database.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take the chain back to an earlier block.
	Revert(sc_cli::RevertCmd),

	/// Print what the database holds.
	ChainInfo(sc_cli::ChainInfoCmd),
}

/// What to do with keys.
#[derive(Debug, clap::Subcommand)]
pub enum Key {
	/// What the SDK can do.
	#[command(flatten)]
	Any(sc_cli::KeySubcommand),

	/// Make new session keys in the node's keystore, and prove that they are its owner's.
	///
	/// Prints what `author_rotateKeysWithOwner` answers, as JSON: the public keys, and the proof
	/// that `session.setKeys` asks for. The secret ones stay in the keystore, where a running node
	/// finds them. Keys of before are kept, and work until the new ones take their place.
	Session(SessionKeysCmd),
}
