// SPDX-License-Identifier: Apache-2.0

//! A validator and RPC node of the Agora chain.

mod chain_spec;
mod cli;
mod command;
mod hardware;
mod rpc;
mod sealing;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}
