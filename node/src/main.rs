// SPDX-License-Identifier: Apache-2.0

//! A validator and RPC node of the Agora chain.

// The errors are the SDK's, and it hands them about like this.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod defaults;
mod disk;
mod epochs;
mod equivocation;
mod hardware;
mod headers;
mod justifications;
mod latency;
mod loneliness;
mod metrics;
mod network;
mod rpc;
mod sealing;
mod secrets;
mod service;
mod session_keys;
mod state;
mod sync;
mod tasks;
mod upcoming;

use std::process::ExitCode;

fn main() -> ExitCode {
	secrets::write_for_owner_alone();
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			// In words; what `main` would print of an error is for programmers.
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}
