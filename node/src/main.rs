// SPDX-License-Identifier: Apache-2.0

//! A validator and RPC node of the Agora chain.

// The errors are the SDK's, and it hands them about like this.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod hardware;
mod latency;
mod rpc;
mod sealing;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}
